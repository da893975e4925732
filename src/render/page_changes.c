/*
 * page_changes: what has been changed since when, and why: of the site, of
 * one programme, of one school; the newest, and where these are too many for
 * one page, a year on each.
 *
 * Two rows of pages.c.
 */
#include "render/block_changes.h"
#include "render/plan.h"

#define CORRECTIONS_MAX 10  /* in the box; the others stand below it */
#define SCOPES 4            /* of enum changes_scope, below the year in `sub` */

struct changes_view {
    struct view_frame frame;
    struct str note, own_feed_url, more_corrections;
    struct list corrections;        /* view_change */
    struct list days;               /* view_change_day */
    struct list years;              /* view_link */
    struct list others;             /* view_link: of programmes */
    bool has_corrections, has_days, has_years, has_others;
};
struct year_view {
    struct view_frame frame;
    struct str newest_url;
    struct list days;               /* view_change_day */
    struct list years;              /* view_link */
};

static const struct field changes_fields[] = {
    FIELD(changes_view, TEXT, note),
    FIELD(changes_view, URL, own_feed_url),
    FIELD(changes_view, TEXT, more_corrections),
    FIELD_OF(changes_view, LIST, corrections, change_view),
    FIELD_OF(changes_view, LIST, days, change_day_view),
    FIELD_OF(changes_view, LIST, years, link_view),
    FIELD_OF(changes_view, LIST, others, link_view),
    FIELD(changes_view, BOOL, has_corrections),
    FIELD(changes_view, BOOL, has_days),
    FIELD(changes_view, BOOL, has_years),
    FIELD(changes_view, BOOL, has_others),
};
static const struct view changes_view = {
    "changes", sizeof(struct changes_view), changes_fields,
    sizeof changes_fields / sizeof *changes_fields, &frame_view,
};

static const struct field year_fields[] = {
    FIELD(year_view, URL, newest_url),
    FIELD_OF(year_view, LIST, days, change_day_view),
    FIELD_OF(year_view, LIST, years, link_view),
};
static const struct view year_view = {
    "changes_year", sizeof(struct year_view), year_fields,
    sizeof year_fields / sizeof *year_fields, &frame_view,
};

/* at: the programme or school; sub: enum changes_scope, with the year times
 * SCOPES (0: the newest of all). */
static struct change_scope scope_of(const struct page *page)
{
    return (struct change_scope){ (enum changes_scope)(page->sub % SCOPES),
                                  page->at };
}

static int year_of(const struct page *page)
{
    return (int)(page->sub / SCOPES);
}

/* --- which pages there are --- */

typedef void add_pages(struct plan_list *list, struct arena *arena,
                       const struct site *site, struct change_scope scope);

static void each_scope(struct plan_list *list, struct arena *arena,
                       const struct site *site, add_pages *add)
{
    add(list, arena, site, (struct change_scope){ CHANGES_SITE, 0 });
    for (size_t i = 0; i < site->programmes.n; i++)
        add(list, arena, site,
            (struct change_scope){ CHANGES_OF_PROGRAMME, i });
    for (size_t i = 0; i < site->schools.n; i++)
        add(list, arena, site, (struct change_scope){ CHANGES_OF_SCHOOL, i });
}

static void add_newest(struct plan_list *list, struct arena *arena,
                       const struct site *site, struct change_scope scope)
{
    if (scope.scope == CHANGES_SITE ||
        changes_count(plan_list_changes(list), scope.scope, scope.at) > 0)
        plan_add(list, block_changes_path(arena, site, scope), scope.at,
                 scope.scope);
}

static void list_newest(struct plan_list *list, struct arena *arena,
                        const struct site *site,
                        const struct release *release)
{
    (void)release;
    each_scope(list, arena, site, add_newest);
}

static void add_years(struct plan_list *list, struct arena *arena,
                      const struct site *site, struct change_scope scope)
{
    struct change_years years =
        block_change_years(arena, plan_list_changes(list), scope);
    struct str newest = block_changes_path(arena, site, scope);

    for (size_t i = 0; i < years.n; i++)
        plan_add(list, address_year(arena, newest, years.at[i]), scope.at,
                 (size_t)years.at[i] * SCOPES + scope.scope);
}

static void list_years(struct plan_list *list, struct arena *arena,
                       const struct site *site, const struct release *release)
{
    (void)release;
    each_scope(list, arena, site, add_years);
}

/* --- what both kinds have --- */

static struct str name_of_year(const struct page *page, int year)
{
    return page_period(page, (struct period){
        PERIOD_YEAR, date_of(year, 1, 1), date_of(year, 12, 31) });
}

/* «Что изменилось: Школа № 1», on the page of a year with that; the steps of
 * the way back. */
static void fill_heading(struct page *page, struct view_frame *frame)
{
    static const enum thing things[SCOPES] = {
        [CHANGES_OF_PROGRAMME] = THING_PROGRAMME,
        [CHANGES_OF_SCHOOL] = THING_SCHOOL,
    };
    struct change_scope scope = scope_of(page);
    struct str about = page_word(page, "changes.description");
    struct str all = page_word(page, "changes.heading"), heading = all;
    struct str name = {0};
    int year = year_of(page);

    if (scope.scope != CHANGES_SITE) {
        name = page_label(page, things[scope.scope], scope.at, NONE);
        heading = all = page_fill(page, "changes.title",
                                  FILL({ "name", name }));
    }
    if (year != 0)
        heading = page_fill(page, "changes.of_year",
                            FILL({ "title", all },
                                 { "year", name_of_year(page, year) }));
    frame_heading(page, frame, heading, about);
    if (scope.scope != CHANGES_SITE)
        frame->title = heading;
    if (scope.scope == CHANGES_OF_PROGRAMME)
        frame_programme(page, frame, scope.at);
    if (scope.scope == CHANGES_OF_SCHOOL) {
        frame->demo = page->site->schools.at[scope.at].demo;
        frame_crumb(page, frame, page_word(page, "nav.schools"),
                    page_url(page, THING_SCHOOLS, NONE, NONE));
        frame_crumb(page, frame, name,
                    page_url(page, THING_SCHOOL, scope.at, NONE));
    }
    if (year != 0)
        frame_crumb(page, frame, page_word(page, "changes.heading"),
                    block_changes_url(page, scope));
}

/* The pages of years but this one. */
static struct list links_to_years(const struct page *page)
{
    struct change_scope scope = scope_of(page);
    struct change_years years =
        block_change_years(page->arena, plan_changes(page->plan), scope);
    struct str newest = block_changes_path(page->arena, page->site, scope);
    struct view_link *links = PAGE_ARRAY(page, struct view_link, years.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < years.n; i++)
        if (years.at[i] != year_of(page))
            links[n++] = (struct view_link){
                .label = name_of_year(page, years.at[i]),
                .url = page_path_url(page, address_year(page->arena, newest,
                                                        years.at[i])),
            };
    return (struct list){ links, n };
}

/* --- the newest --- */

/* The pages of programmes, from the one of the site. */
static void fill_others(const struct page *page, struct changes_view *view)
{
    size_t n = page->site->programmes.n;
    ARR(struct view_link) links = {0};

    for (size_t i = 0; page->sub == CHANGES_SITE && i < n; i++) {
        struct str url = block_changes_url(page,
            (struct change_scope){ CHANGES_OF_PROGRAMME, i });

        if (url.n > 0)
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = page_fill(page, "changes.title",
                    FILL({ "name",
                           page_label(page, THING_PROGRAMME, i, NONE) })),
                .url = url,
            };
    }
    view->others = (struct list){ links.at, links.n };
    view->has_others = links.n > 0;
}

static void fill_newest(struct page *page, void *data)
{
    struct changes_view *view = data;
    struct change_scope scope = scope_of(page);
    size_t more;

    fill_heading(page, &view->frame);
    view->note = block_changes_note(page, scope);
    view->own_feed_url = block_feed_url(page, scope);
    if (view->own_feed_url.n > 0)
        view->frame.feed_url = view->own_feed_url;
    view->corrections = block_corrections(page, scope, CORRECTIONS_MAX,
                                          &more);
    view->has_corrections = view->corrections.n > 0;
    if (more > 0)
        view->more_corrections = page_fill(page, "changes.more_corrections",
            FILL({ "n", page_number(page, num_int((int64_t)more), 0) }));
    view->days = block_changes(page, scope, BLOCK_CHANGES_NEWEST);
    view->has_days = view->days.n > 0;
    view->years = links_to_years(page);
    view->has_years = view->years.n > 0;
    fill_others(page, view);
    frame_changed(page, &view->frame, scope.scope, scope.at);
}

const struct page_kind page_changes = {
    .name = "changes", .view = &changes_view, .list = list_newest,
    .fill = fill_newest,
};

/* --- a year --- */

static void fill_year(struct page *page, void *data)
{
    struct year_view *view = data;
    struct change_scope scope = scope_of(page);

    fill_heading(page, &view->frame);
    view->newest_url = block_changes_url(page, scope);
    view->days = block_changes_of_year(page, scope, year_of(page));
    view->years = links_to_years(page);
}

const struct page_kind page_changes_year = {
    .name = "changes_year", .view = &year_view, .list = list_years,
    .fill = fill_year, .unlisted = true,
};
