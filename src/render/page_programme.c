/*
 * page_programme: what is this programme, what does it want, what does it
 * have and what not? A programme of which little is known reads well too.
 *
 * A row of pages.c.
 */
#include "render/page_programme.h"

#include "release/year.h"
#include "render/block_changes.h"
#include "render/page_attached.h"
#include "render/page_monitoring.h"
#include "render/page_report.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static void fill_heading(struct page *page, struct programme_view *view,
                         const struct programme *it)
{
    struct change_scope scope = { CHANGES_OF_PROGRAMME, page->at };
    const struct config *config = &page->site->config;

    /* Several municipalities may call their programmes the same. */
    if (config->municipalities_n > 1 &&
        it->municipality.index < config->municipalities_n)
        view->frame.title = page_fill(page, "programme.title",
            FILL({ "title", page_typo(page, it->text.title) },
                 { "place",
                   config->municipalities[it->municipality.index].name }));
    frame_heading(page, &view->frame, it->text.title,
                  it->text.summary.n > 0 ? it->text.summary : it->goal);
    frame_programme(page, &view->frame, page->at);
    frame_text(page, &view->frame, &it->text);
    frame_changed(page, &view->frame, scope.scope, scope.at);
    view->own_changes_url = block_changes_url(page, scope);
    if (block_feed_url(page, scope).n > 0)
        view->frame.feed_url = block_feed_url(page, scope);
}

static struct str lead_of(const struct page *page)
{
    struct buf out = {0};

    words_lead(&out, page->words, page->at, RELEASE_WHOLE);
    return page_take(page, &out);
}

/* --- the texts of the programme --- */

static struct list parts_of(const struct page *page,
                            const struct programme *it, int kind)
{
    ARR(struct programme_part) parts = {0};

    for (size_t i = 0; i < it->sections.n; i++) {
        const struct section *section = &it->sections.at[i];
        struct str title = page_label(page, THING_SECTION, page->at, i);

        if (section->kind != kind || section->text.draft ||
            section->text.hidden_nav)
            continue;
        *ARR_PUSH(page->arena, &parts) = (struct programme_part){
            .title = title,
            .url = page_url(page, THING_SECTION, page->at, i),
            .meta = page_period_beside(page, section->period, title),
            .text = page_typo(page, section->text.summary),
        };
    }
    return LIST_OF(parts);
}

/* The yearly reports, then other texts that report. */
static struct list reports_of(const struct page *page,
                              const struct programme *it)
{
    size_t n, count = 0;
    const int64_t *years = year_reports(page->arena, page->release, page->at,
                                        &n);
    struct list texts = parts_of(page, it, SECTION_REPORT);
    const struct programme_part *text = texts.at;
    struct programme_part *parts = PAGE_ARRAY(page, struct programme_part,
                                              n + texts.n);

    for (size_t i = 0; i < n; i++) {
        size_t at = year_section(page->site, page->at, years[i]);

        parts[count] = (struct programme_part){
            .title = report_title(page, page->at, years[i]),
            .url = page_url(page, THING_REPORT, page->at, (size_t)years[i]),
        };
        if (at != NONE) {
            parts[count].meta = page_period_beside(
                page, it->sections.at[at].period, parts[count].title);
            parts[count].text = page_typo(page,
                                          it->sections.at[at].text.summary);
        }
        count++;
    }
    for (size_t i = 0; i < texts.n; i++) {
        bool known = false;

        for (size_t k = 0; k < n; k++)
            known = known || str_eq(parts[k].url, text[i].url);
        if (!known)
            parts[count++] = text[i];
    }
    return (struct list){ parts, count };
}

static void fill_parts(const struct page *page, struct programme_view *view,
                       const struct programme *it)
{
    view->sections = parts_of(page, it, SECTION_SECTION);
    view->subprogrammes = parts_of(page, it, SECTION_SUBPROGRAMME);
    view->reports = reports_of(page, it);
    view->has_sections = view->sections.n > 0;
    view->has_subprogrammes = view->subprogrammes.n > 0;
    if (monitoring_any(page->site, page->at))
        view->monitoring_url = page_url(page, THING_MONITORING, page->at,
                                        NONE);
    view->has_reports = view->reports.n > 0 || view->monitoring_url.n > 0;
}

/* The words of the glossary that this page uses and links. */
static void fill_terms(const struct page *page, struct programme_view *view)
{
    ARR(struct view_link) links = {0};

    for (size_t i = 0; page->terms_seen && i < page->site->terms.n; i++) {
        if (page->terms_seen[i])
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = page_label(page, THING_TERM, i, NONE),
                .url = page_url(page, THING_TERM, i, NONE),
            };
    }
    view->terms = LIST_OF(links);
    view->has_terms = links.n > 0;
}

/* --- how old its numbers are --- */

static void take_newer(struct period *newest, const struct page *page,
                       size_t indicator, size_t school)
{
    size_t n, at = release_last(page->release, indicator, school);
    const struct period *periods = release_periods(page->release, indicator,
                                                   &n);

    if (at != NONE && (newest->kind == PERIOD_NONE ||
                       period_cmp(*newest, periods[at]) < 0))
        *newest = periods[at];
}

static struct str fresh_of(const struct page *page,
                           const struct programme *it)
{
    struct period newest = {0};

    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t n, at = it->indicator_first + i;
        const uint32_t *schools = release_schools(page->release, at, &n);

        take_newer(&newest, page, at, RELEASE_WHOLE);
        for (size_t k = 0; k < n; k++)
            take_newer(&newest, page, at, schools[k]);
    }
    if (newest.kind != PERIOD_NONE)
        return page_fresh(page, newest);
    return it->indicator_n > 0 ? page_word(page, "programme.no_values")
                               : (struct str){0};
}

/* --- files --- */

static void fill_files(const struct page *page, struct programme_view *view,
                       const struct programme *it)
{
    if (it->indicator_n > 0)
        view->indicators_url = page_url(page, THING_INDICATORS, page->at,
                                        NONE);
    view->csv_url = page_table_url(page, page->at, "indicators.csv");
    view->values_url = page_table_url(page, page->at, "values.csv");
    view->excel_url = page_table_url(page, page->at, "values-excel.csv");
    view->has_files = view->values_url.n > 0;
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct programme_view *view = data;
    const struct programme *it = &page->site->programmes.at[page->at];

    fill_heading(page, view, it);
    view->summary = page_typo(page, it->text.summary);
    view->lead = lead_of(page);
    view->fresh = fresh_of(page, it);
    view->as_of = page_date(page, catalog_as_of(page->site, page->at));
    programme_work(page, view);
    programme_facts(page, view);
    view->body = page_body_below(page, &it->text, S("text-"), 1);
    fill_terms(page, view);
    fill_parts(page, view, it);
    programme_passport(page, view);
    programme_tasks(page, view);
    programme_groups(page, view);
    programme_effect(page, view);
    programme_holdings(page, view);
    programme_people(page, view);
    fill_files(page, view, it);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->programmes.n; i++)
        plan_add(list, address_of(arena, site, THING_PROGRAMME, i, NONE), i,
                 0);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->programmes.at[at].text.at;
}

const struct page_kind page_programme = {
    .name = "programme", .view = &programme_view, .list = list, .fill = fill,
    .origin = origin,
};
