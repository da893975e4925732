/*
 * page_programme_people: who takes part in a programme, who answers for its
 * measures, what came out of it.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"

#include "render/page_practice.h"
#include "render/plan.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }
#define SCHOOLS_MAX 300     /* more are found in the list of schools */
#define NEWS_MAX 5

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

/* --- schools --- */

static struct str role_of(const struct page *page, int role)
{
    static const char *const keys[] = {
        [ROLE_PARTICIPANT] = "programme.role_participant",
        [ROLE_PILOT] = "programme.role_pilot",
        [ROLE_MENTOR] = "programme.role_mentor",
        [ROLE_PARTNER] = "programme.role_partner",
        [ROLE_BASE] = "programme.role_base",
    };

    return page_word(page, keys[role]);
}

static struct str years_of(const struct page *page,
                           const struct participant *it)
{
    const char *key = it->since.n > 0 && it->until.n > 0
                          ? "programme.years"
                          : it->since.n > 0 ? "programme.years_since"
                                            : "programme.years_until";

    if (it->since.n == 0 && it->until.n == 0)
        return page_word(page, "programme.no_years");
    return page_fill(page, key, FILL({ "since", it->since },
                                     { "until", it->until }));
}

/* What the school does there, and by which agreement. */
static struct str note_of(const struct page *page,
                          const struct participant *it)
{
    struct str parts[] = { page_typo(page, it->note),
                           page_typo(page, it->agreement) };

    if (parts[0].n > 0 && parts[1].n > 0)
        return str_join(page->arena, parts, 2, S(". "));
    return parts[0].n > 0 ? parts[0] : parts[1];
}

static struct programme_school school_of(const struct page *page,
                                         size_t school,
                                         const struct participant *it)
{
    struct programme_school row = {
        .name = page_label(page, THING_SCHOOL, school, NONE),
        .url = page_url(page, THING_SCHOOL, school, NONE),
    };
    struct view_link partner;

    if (!it)
        return row;
    partner = page_ref(page, &it->partner, THING_ORGANISATION);
    row.role = role_of(page, it->role);
    row.years = years_of(page, it);
    row.partner = partner.label;
    row.partner_url = partner.url;
    row.note = note_of(page, it);
    return row;
}

/* Columns that would say the same in every row are not shown. */
static void note_columns(struct programme_schools *view,
                         const struct participant *it)
{
    view->has_roles |= it->role != ROLE_PARTICIPANT;
    view->has_years |= it->since.n > 0 || it->until.n > 0;
    view->has_partners |= it->partner.text.n > 0;
    view->has_notes |= it->note.n > 0 || it->agreement.n > 0;
}

/* In the order of names, whatever the order of the table. */
static struct list named_schools(const struct page *page,
                                 struct programme_schools *view)
{
    const struct programme *it = programme_of(page);
    ARR(struct programme_school) rows = {0};

    for (size_t i = 0; i < it->schools_n; i++) {
        for (size_t k = 0; k < it->participants.n; k++) {
            const struct participant *part = &it->participants.at[k];

            if (part->school.index != it->schools[i])
                continue;
            *ARR_PUSH(page->arena, &rows) =
                school_of(page, it->schools[i], part);
            note_columns(view, part);
        }
    }
    return LIST_OF(rows);
}

static struct list all_schools(const struct page *page)
{
    const struct programme *it = programme_of(page);
    struct programme_school *rows = PAGE_ARRAY(
        page, struct programme_school, it->schools_n);

    for (size_t i = 0; i < it->schools_n; i++)
        rows[i] = school_of(page, it->schools[i], NULL);
    return (struct list){ rows, it->schools_n };
}

static const struct programme_schools *schools_of(const struct page *page)
{
    const struct programme *it = programme_of(page);
    struct programme_schools *view = ARENA_NEW(page->arena,
                                               struct programme_schools);

    if (it->schools_n == 0)
        return NULL;
    view->count = page_count(page, "school", it->schools_n);
    view->list_url = page_url(page, THING_SCHOOLS, NONE, NONE);
    view->named = it->participants.n > 0;
    if (it->schools_n <= SCHOOLS_MAX)
        view->rows = view->named ? named_schools(page, view)
                                 : all_schools(page);
    view->is_table = view->has_roles || view->has_years ||
                     view->has_partners || view->has_notes;
    view->is_list = view->rows.n > 0 && !view->is_table;
    return view;
}

/* --- organisations --- */

static void mark(bool *seen, size_t n, const struct ref *ref)
{
    if (!ref->school && ref->text.n > 0 && ref->index < n)
        seen[ref->index] = true;
}

static void mark_all(bool *seen, size_t n, const struct refs *refs)
{
    for (size_t i = 0; i < refs->n; i++)
        mark(seen, n, &refs->at[i]);
}

/* Whoever answers for a measure or a risk, or is a school's partner. */
static struct list organisations_of(const struct page *page)
{
    const struct programme *it = programme_of(page);
    size_t n = page->site->organisations.n;
    bool *seen = PAGE_ARRAY(page, bool, n);
    ARR(struct view_link) links = {0};

    for (size_t i = 0; i < it->measures.n; i++)
        mark_all(seen, n, &it->measures.at[i].responsible);
    for (size_t i = 0; i < it->risks.n; i++)
        mark_all(seen, n, &it->risks.at[i].owner);
    for (size_t i = 0; i < it->participants.n; i++)
        mark(seen, n, &it->participants.at[i].partner);
    for (size_t i = 0; i < n; i++) {
        if (seen[i])
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = page_label(page, THING_ORGANISATION, i, NONE),
                .url = page_url(page, THING_ORGANISATION, i, NONE),
            };
    }
    return LIST_OF(links);
}

/* --- what came out of it --- */

/* The bank of the programme, best first. */
static struct list practices_of(const struct page *page)
{
    const struct site *site = page->site;
    ARR(struct programme_part) parts = {0};
    size_t n;
    const size_t *order = practice_all(plan_practices(page->plan), &n);

    for (size_t i = 0; i < n; i++) {
        const struct practice *it = &site->practices.at[order[i]];
        int status = practice_status(site, it);

        if (it->programme.index == page->at && it->programme.text.n > 0)
            *ARR_PUSH(page->arena, &parts) = (struct programme_part){
                .title = page_label(page, THING_PRACTICE, order[i], NONE),
                .url = page_url(page, THING_PRACTICE, order[i], NONE),
                .meta = practice_status_word(page, status),
                .text = page_typo(page, it->text.summary),
            };
    }
    return LIST_OF(parts);
}

static struct list news_of(const struct page *page)
{
    const struct site *site = page->site;
    ARR(struct programme_part) parts = {0};

    for (size_t i = 0; i < site->news.n && parts.n < NEWS_MAX; i++) {
        const struct news *it = &site->news.at[i];

        if (it->programme.index != page->at || it->programme.text.n == 0 ||
            it->text.draft)
            continue;
        *ARR_PUSH(page->arena, &parts) = (struct programme_part){
            .title = page_label(page, THING_NEWS_ITEM, i, NONE),
            .url = page_url(page, THING_NEWS_ITEM, i, NONE),
            .meta = page_date(page, it->on),
            .text = page_typo(page, it->text.summary),
        };
    }
    return LIST_OF(parts);
}

void programme_people(const struct page *page, struct programme_view *view)
{
    view->schools = schools_of(page);
    view->organisations = organisations_of(page);
    view->has_organisations = view->organisations.n > 0;
    view->practices = practices_of(page);
    view->has_practices = view->practices.n > 0;
    if (view->has_practices)
        view->practices_url = practice_facet_url(page, FACET_PROGRAMME,
                                                 page->at, 0);
    if (view->has_practices && view->practices_url.n == 0)
        view->practices_url = page_url(page, THING_PRACTICES, NONE, NONE);
    view->news = news_of(page);
    view->has_news = view->news.n > 0;
}
