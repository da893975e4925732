/*
 * page_widget: frames for the sites of schools and for everybody else
 * (reader 9): the school in up to four tiles, each of its indicators, each
 * indicator as a whole, and copies that get no new numbers. No script,
 * nothing from elsewhere; they work where links and scripts are forbidden, so
 * the address stands there in words too. Where a number may not be shown
 * there is the sentence why, and the address stays; former ids show the same.
 *
 * Rows of pages.c.
 */
#include "render/outside.h"
#include "render/widget.h"
#include "render/widget_list.h"

static void fill_frame(struct page *page, struct widget *view,
                       struct str heading)
{
    view->frame.demo = view->demo;
    frame_heading(page, &view->frame, heading, S(""));
}

/* --- of a school; sub: 1 dark --- */

static void fill_school(struct page *page, void *data)
{
    struct widget *view = data;

    widget_school(page, view, page->at);
    view->dark = page->sub == 1;
    fill_frame(page, view, widget_heading(page, view));
    view->frame.oembed_url = outside_file(page,
        address_of(page->arena, page->site, THING_OEMBED, page->at, NONE));
}

static void list_schools(struct plan_list *list, struct arena *arena,
                         const struct site *site,
                         const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->schools.n; i++) {
        widget_list_school(list, arena, site, i, "html", 0);
        widget_list_school(list, arena, site, i, "dark.html", 1);
    }
}

const struct page_kind page_widget = {
    .name = "widget", .view = &widget_view, .list = list_schools,
    .fill = fill_school, .unlisted = true,
};

/* --- of an indicator: at the school or NONE, sub the indicator --- */

static void fill_indicator(struct page *page, void *data)
{
    struct widget *view = data;

    widget_indicator(page, view, page->sub, page->at, NULL);
    view->chart = widget_chart(page, view, false);
    fill_frame(page, view, widget_heading(page, view));
    view->frame.oembed_url = outside_file(page,
        address_of(page->arena, page->site, THING_OEMBED_INDICATOR, page->at,
                   page->sub));
}

static void list_indicators(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release)
{
    widget_list_indicators(list, arena, site, release, "html");
}

const struct page_kind page_widget_indicator = {
    .name = "widget_indicator", .view = &widget_view,
    .list = list_indicators, .fill = fill_indicator, .unlisted = true,
};

/* --- a copy that gets no new numbers: at in site.frozen --- */

static void fill_frozen(struct page *page, void *data)
{
    struct widget *view = data;
    const struct frozen *copy = &page->site->frozen.at[page->at];

    widget_indicator(page, view, copy->indicator.index, copy->school.index,
                     copy);
    view->chart = widget_chart(page, view, false);
    fill_frame(page, view, page_fill(page, "widget.frozen_title",
        FILL({ "title", widget_title(page, view) },
             { "date", page_date(page, copy->on) })));
    if (view->look.current == NONE)
        diag_add(page->diag, copy->at, MSG_PAGE_FROZEN, ARGS(copy->id));
}

static void list_frozen(struct plan_list *list, struct arena *arena,
                        const struct site *site,
                        const struct release *release)
{
    (void)release;
    widget_list_frozen(list, arena, site, THING_FROZEN);
}

const struct page_kind page_widget_frozen = {
    .name = "widget_frozen", .view = &widget_view, .list = list_frozen,
    .fill = fill_frozen, .unlisted = true,
};
