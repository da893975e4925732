/*
 * page_changes: what has been changed since when, and why: of the site, of
 * one programme, of one school.
 *
 * A row of pages.c.
 */
#include "render/block_changes.h"
#include "render/plan.h"

#define CORRECTIONS_MAX 10  /* in the box; the others stand below it */
#define SITE_MAX 300        /* lines; older ones are with the programmes */

struct changes_view {
    struct view_frame frame;
    struct str note, older, own_feed_url, more_corrections;
    struct list corrections;        /* view_change */
    struct list days;               /* view_change_day */
    struct list others;             /* view_link: of programmes */
    bool has_corrections, has_days, has_others;
};

static const struct field changes_fields[] = {
    FIELD(changes_view, TEXT, note),
    FIELD(changes_view, TEXT, older),
    FIELD(changes_view, URL, own_feed_url),
    FIELD(changes_view, TEXT, more_corrections),
    FIELD_OF(changes_view, LIST, corrections, change_view),
    FIELD_OF(changes_view, LIST, days, change_day_view),
    FIELD_OF(changes_view, LIST, others, link_view),
    FIELD(changes_view, BOOL, has_corrections),
    FIELD(changes_view, BOOL, has_days),
    FIELD(changes_view, BOOL, has_others),
};
static const struct view changes_view = {
    "changes", sizeof(struct changes_view), changes_fields,
    sizeof changes_fields / sizeof *changes_fields, &frame_view,
};

/* at: the programme or school; sub: enum changes_scope. */
static struct change_scope scope_of(const struct page *page)
{
    return (struct change_scope){ (enum changes_scope)page->sub, page->at };
}

static void add(struct plan_list *list, struct arena *arena,
                const struct site *site, enum changes_scope scope, size_t at)
{
    const struct changes *changes = plan_list_changes(list);

    if (scope == CHANGES_SITE || changes_count(changes, scope, at) > 0)
        plan_add(list, block_changes_path(arena, site,
                     (struct change_scope){ scope, at }), at, scope);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    add(list, arena, site, CHANGES_SITE, 0);
    for (size_t i = 0; i < site->programmes.n; i++)
        add(list, arena, site, CHANGES_OF_PROGRAMME, i);
    for (size_t i = 0; i < site->schools.n; i++)
        add(list, arena, site, CHANGES_OF_SCHOOL, i);
}

static void fill_heading(struct page *page, struct changes_view *view)
{
    struct str heading = page_word(page, "changes.heading");
    struct str about = page_word(page, "changes.description");
    struct str name;

    if (page->sub == CHANGES_SITE) {
        frame_heading(page, &view->frame, heading, about);
        return;
    }
    name = page_label(page, page->sub == CHANGES_OF_PROGRAMME
                                ? THING_PROGRAMME : THING_SCHOOL,
                      page->at, NONE);
    view->frame.title = page_fill(page, "changes.title",
                                  FILL({ "name", name }));
    frame_heading(page, &view->frame, view->frame.title, about);
    if (page->sub == CHANGES_OF_PROGRAMME) {
        frame_programme(page, &view->frame, page->at);
        return;
    }
    view->frame.demo = page->site->schools.at[page->at].demo;
    frame_crumb(page, &view->frame, page_word(page, "nav.schools"),
                page_url(page, THING_SCHOOLS, NONE, NONE));
    frame_crumb(page, &view->frame, name,
                page_url(page, THING_SCHOOL, page->at, NONE));
}

/* The pages of programmes, from the one of the site. */
static void fill_others(const struct page *page, struct changes_view *view)
{
    size_t n = page->site->programmes.n;
    ARR(struct view_link) links = { 0 };

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

static void fill(struct page *page, void *data)
{
    struct changes_view *view = data;
    struct change_scope scope = scope_of(page);
    size_t max = page->sub == CHANGES_SITE ? SITE_MAX : SIZE_MAX, n, more;

    fill_heading(page, view);
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
    view->days = block_changes(page, scope, max);
    view->has_days = view->days.n > 0;
    block_change_lines(page, scope, max, &n);
    if (n == max)
        view->older = page_word(page, "changes.older");
    fill_others(page, view);
    frame_changed(page, &view->frame, scope.scope, scope.at);
}

const struct page_kind page_changes = {
    .name = "changes", .view = &changes_view, .list = list, .fill = fill,
};
