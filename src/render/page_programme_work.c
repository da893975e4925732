/*
 * page_programme_work: what a programme does and what it costs: the plan by
 * status, money, risks, documents.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"

#include "render/block_look.h"
#include "render/page_attached.h"
#include "render/page_plan.h"

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

/* --- the plan --- */

static struct programme_owner owner_of(const struct page *page,
                                       const struct overdue *group)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, group->n);
    struct programme_owner owner = { .measures = { links, group->n } };

    for (size_t i = 0; i < group->n; i++) {
        size_t measure = group->measures[i];

        links[i] = (struct view_link){
            .label = page_typo(page,
                               programme_of(page)->measures.at[measure]
                                   .title),
            .url = page_url(page, THING_MEASURE, page->at, measure),
        };
    }
    if (group->who) {
        struct view_link who = page_ref(page, group->who,
                                        THING_ORGANISATION);

        owner.who = who.label;
        owner.url = who.url;
    } else {
        owner.who = page_word(page, "programme.overdue_nobody");
    }
    return owner;
}

static struct list owners_of(const struct page *page)
{
    size_t n;
    const struct overdue *groups = progress_overdue_by(page->arena,
                                                       page->site, page->at,
                                                       &n);
    struct programme_owner *owners = PAGE_ARRAY(page, struct programme_owner,
                                                n);

    for (size_t i = 0; i < n; i++)
        owners[i] = owner_of(page, &groups[i]);
    return (struct list){ owners, n };
}

static const struct programme_plan *plan_of(const struct page *page)
{
    struct programme_plan *plan = ARENA_NEW(page->arena,
                                            struct programme_plan);
    struct plan_counts counts = progress_measures(page->site, page->at);

    if (counts.all == 0)
        return NULL;
    *plan = (struct programme_plan){
        .url = page_url(page, THING_PLAN, page->at, NONE),
        .all = page_count(page, "measure", counts.all),
        .as_of = page_date(page, catalog_as_of(page->site, page->at)),
        .counts = plan_count_list(page, &counts),
    };
    if (counts.overdue > 0)
        plan->overdue = page_count(page, "measure", counts.overdue);
    plan->owners = owners_of(page);
    return plan;
}

/* --- money --- */

/* What a year costs: its total, or its only row. */
static bool is_of_year(const struct view_money *rows, size_t n, size_t at)
{
    bool first = at == 0 || !str_eq(rows[at].year, rows[at - 1].year);
    bool last = at + 1 == n || !str_eq(rows[at].year, rows[at + 1].year);

    return first && (last || rows[at].is_total);
}

static bool names_source(const struct programme *it)
{
    for (size_t i = 0; i < it->money.n; i++) {
        if (it->money.at[i].source.n > 0)
            return true;
    }
    return false;
}

static const struct programme_money *money_of(struct page *page)
{
    const struct programme *it = programme_of(page);
    struct programme_money *money = ARENA_NEW(page->arena,
                                              struct programme_money);
    struct list rows = block_money(page, page->at);
    const struct view_money *at = rows.at;
    struct view_money *years = PAGE_ARRAY(page, struct view_money, rows.n);
    size_t n = 0;

    if (rows.n == 0)
        return NULL;
    for (size_t i = 0; i < rows.n; i++) {
        if (!is_of_year(at, rows.n, i))
            continue;
        money->has_bars |= at[i].bar.n > 0;
        years[n++] = at[i];
    }
    money->rows = rows;
    money->years = (struct list){ years, n };
    money->no_source = !names_source(it);
    return money;
}

/* --- risks --- */

static struct str or_unknown(const struct page *page, struct str text)
{
    return text.n > 0 ? page_typo(page, text)
                      : page_word(page, "programme.not_named");
}

static const struct programme_risks *risks_of(const struct page *page)
{
    const struct programme *it = programme_of(page);
    struct programme_risks *risks = ARENA_NEW(page->arena,
                                              struct programme_risks);
    struct programme_risk *rows = PAGE_ARRAY(page, struct programme_risk,
                                             it->risks.n);

    if (it->risks.n == 0)
        return NULL;
    for (size_t i = 0; i < it->risks.n; i++) {
        const struct risk *risk = &it->risks.at[i];

        rows[i] = (struct programme_risk){
            .risk = page_typo(page, risk->risk),
            .consequence = or_unknown(page, risk->consequence),
            .measures = or_unknown(page, risk->measures),
            .owners = page_refs(page, &risk->owner, THING_ORGANISATION),
            .indicators = page_refs(page, &risk->indicators,
                                    THING_INDICATOR),
            .has_owners = risk->owner.n > 0,
            .has_indicators = risk->indicators.n > 0,
        };
        risks->has_consequence |= risk->consequence.n > 0;
        risks->has_measures |= risk->measures.n > 0;
        risks->has_owners |= risk->owner.n > 0;
        risks->has_indicators |= risk->indicators.n > 0;
    }
    risks->rows = (struct list){ rows, it->risks.n };
    risks->only_names = !risks->has_consequence && !risks->has_measures &&
                        !risks->has_owners;
    return risks;
}

/* --- documents --- */

/* A path from the programme's folder or from content/. */
static struct view_link file_of(const struct page *page,
                                const struct document *document)
{
    const struct programme *it = programme_of(page);
    struct view_link link = page_attached(page, it->text.at.file,
                                          document->file, document->title);

    if (link.url.n == 0)
        link = page_attached(page, S("content/index.md"), document->file,
                             document->title);
    if (link.url.n == 0 && document->file.n > 0) {
        diag_add(page->diag, document->at, MSG_PAGE_LINK_NOTHING,
                 ARGS(document->file));
        link.label = document->file;
    }
    return link;
}

static struct programme_document document_of(const struct page *page,
                                             size_t at)
{
    const struct programme *it = programme_of(page);
    const struct document *document = &it->documents.at[at];
    struct view_link school = page_ref(page, &document->school,
                                       THING_SCHOOL);
    struct view_link file = file_of(page, document);
    date on = document->adopted_on;
    struct period day = { .kind = on == DATE_NONE ? PERIOD_NONE : PERIOD_DATE,
                          .from = on, .to = on };
    struct programme_document view = {
        .id = document->id,
        .title = page_typo(page, document->title),
        .url = page_site_url(page, document->url),
        .kind = or_unknown(page, document->kind),
        .number = or_unknown(page, document->number),
        .on = or_unknown(page, page_period_short(page, day)),
        .adopted_by = or_unknown(page, document->adopted_by),
        .status = or_unknown(page, document->status),
        .file = file.label,
        .file_url = file.url,
        .school = school.label,
        .school_url = school.url,
    };

    if (document->replaces.text.n > 0 && document->replaces.index != NONE) {
        view.replaces = page_label(page, THING_DOCUMENT, page->at,
                                   document->replaces.index);
        view.replaces_url = page_url(page, THING_DOCUMENT, page->at,
                                     document->replaces.index);
    }
    return view;
}

static const struct programme_documents *documents_of(const struct page *page)
{
    const struct programme *it = programme_of(page);
    struct programme_documents *view = ARENA_NEW(page->arena,
                                                 struct programme_documents);
    struct programme_document *rows = PAGE_ARRAY(
        page, struct programme_document, it->documents.n);

    if (it->documents.n == 0)
        return NULL;
    for (size_t i = 0; i < it->documents.n; i++) {
        const struct document *document = &it->documents.at[i];

        rows[i] = document_of(page, i);
        view->has_kind |= document->kind.n > 0;
        view->has_number |= document->number.n > 0;
        view->has_on |= document->adopted_on != DATE_NONE;
        view->has_adopted_by |= document->adopted_by.n > 0;
        view->has_status |= document->status.n > 0;
    }
    view->rows = (struct list){ rows, it->documents.n };
    return view;
}

/* --- all of it --- */

void programme_work(struct page *page, struct programme_view *view)
{
    view->plan = plan_of(page);
    view->money = money_of(page);
    view->resources = page_lines(page, &programme_of(page)->resources);
    view->has_resources = view->resources.n > 0;
    view->risks = risks_of(page);
    view->documents = documents_of(page);
}
