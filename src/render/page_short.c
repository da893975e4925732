/*
 * page_short: an address that is short enough to be typed from a poster and
 * for a small QR code; it leads on to the school's page. Only with base_url:
 * without one nothing can be printed.
 *
 * A row of pages.c.
 */
#include "render/school_name.h"

struct short_view {
    struct view_frame frame;
    struct str url;
};

static const struct field short_fields[] = {
    FIELD(short_view, URL, url),
};
static const struct view short_view = {
    "short address", sizeof(struct short_view), short_fields,
    sizeof short_fields / sizeof *short_fields, &frame_view
};

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; site->config.base_url.n > 0 && i < site->schools.n;
         i++)
        plan_add(list, address_of(arena, site, THING_SHORT, i, NONE), i, 0);
    for (size_t i = 0; site->config.base_url.n > 0 && i < site->former.n;
         i++) {
        const struct former *it = &site->former.at[i];

        if (it->indicator.n == 0 && it->now.index != NONE)
            plan_add(list, address_short(arena, it->was), it->now.index, 0);
    }
}

static void fill(struct page *page, void *data)
{
    struct short_view *view = data;

    view->frame.title = school_title(page, page->at);
    frame_heading(page, &view->frame,
                  catalog_school_label(&page->site->schools.at[page->at]),
                  S(""));
    view->url = page_url(page, THING_SCHOOL, page->at, NONE);
}

const struct page_kind page_short = {
    .name = "short", .view = &short_view, .list = list, .fill = fill,
    .unlisted = true,
};
