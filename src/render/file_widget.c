/*
 * file_widget: frames as pictures: SVG files with everything inside, for
 * sites that take no frames, and of copies that get no new numbers.
 *
 * Rows of pages.c.
 */
#include "render/widget.h"
#include "render/widget_list.h"

/* --- at the school or NONE, sub the indicator --- */

static void write_indicator(struct page *page, struct buf *out)
{
    struct widget widget = {0};

    widget_indicator(page, &widget, page->sub, page->at, NULL);
    buf_add(out, widget_chart(page, &widget, true));
}

static void list_indicators(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release)
{
    widget_list_indicators(list, arena, site, release, "svg");
}

const struct page_kind file_widget = {
    .name = "widget_chart", .list = list_indicators, .write = write_indicator,
};

/* --- at in site.frozen --- */

static void write_frozen(struct page *page, struct buf *out)
{
    const struct frozen *copy = &page->site->frozen.at[page->at];
    struct widget widget = {0};

    widget_indicator(page, &widget, copy->indicator.index,
                     copy->school.index, copy);
    buf_add(out, widget_chart(page, &widget, true));
}

static void list_frozen(struct plan_list *list, struct arena *arena,
                        const struct site *site,
                        const struct release *release)
{
    (void)release;
    widget_list_frozen(list, arena, site, THING_FROZEN_CHART);
}

const struct page_kind file_frozen = {
    .name = "widget_frozen_chart", .list = list_frozen,
    .write = write_frozen,
};
