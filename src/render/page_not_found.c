/*
 * page_not_found: what a server shows for an address that is none, from any
 * depth; its links are absolute when the site knows its own address.
 *
 * A row of pages.c.
 */
#include "render/page.h"

struct not_found_view {
    struct view_frame frame;
    struct list links;              /* view_link */
};

static const struct field not_found_fields[] = {
    FIELD_OF(not_found_view, LIST, links, link_view),
};
static const struct view not_found_view = {
    "not found", sizeof(struct not_found_view), not_found_fields,
    sizeof not_found_fields / sizeof *not_found_fields, &frame_view,
};

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_NOT_FOUND, NONE, NONE), 0,
             0);
}

/* Home, and then the ways that the navigation offers. */
static void fill(struct page *page, void *data)
{
    struct not_found_view *view = data;
    const struct list *nav = &view->frame.nav;
    struct view_link *links = PAGE_ARRAY(page, struct view_link, nav->n + 1);

    frame_heading(page, &view->frame, page_word(page, "not_found.heading"),
                  page_word(page, "not_found.description"));
    links[0].label = page_word(page, "nav.home");
    links[0].url = view->frame.home_url;
    for (size_t i = 0; i < nav->n; i++)
        links[i + 1] = ((const struct view_link *)nav->at)[i];
    view->links = (struct list){ links, nav->n + 1 };
}

const struct page_kind page_not_found = {
    .name = "not_found", .view = &not_found_view, .list = list,
    .fill = fill, .unlisted = true,
};
