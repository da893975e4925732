/*
 * page_widget: frames and pictures for the sites of schools (reader 9): the
 * school in up to four tiles, and each of its indicators. No script, nothing
 * from elsewhere; they work where links and scripts are forbidden, so the
 * address stands there in words too. Where a number may not be shown there is
 * the sentence why, and the address stays.
 *
 * Rows of pages.c.
 */
#include "chart/chart.h"
#include "render/block_look.h"
#include "render/outside.h"
#include "render/tile.h"

struct widget_view {
    struct view_frame frame;
    bool dark;
    struct str school, school_url, address, sheet_url;
    struct str fresh;           /* how old the numbers are */
    struct list tiles;          /* view_tile; of the whole school */
    struct str question, headline, earlier;     /* of one indicator */
    struct str chart;           /* html */
};

static const struct field widget_fields[] = {
    FIELD(widget_view, BOOL, dark),
    FIELD(widget_view, TEXT, school),
    FIELD(widget_view, URL, school_url),
    FIELD(widget_view, TEXT, address),
    FIELD(widget_view, URL, sheet_url),
    FIELD(widget_view, TEXT, fresh),
    FIELD_OF(widget_view, LIST, tiles, tile_view),
    FIELD(widget_view, TEXT, question),
    FIELD(widget_view, TEXT, headline),
    FIELD(widget_view, TEXT, earlier),
    FIELD(widget_view, HTML, chart),
};
static const struct view widget_view = {
    "widget", sizeof(struct widget_view), widget_fields,
    sizeof widget_fields / sizeof *widget_fields, &frame_view
};

/* --- what all have --- */

static void fill_common(struct page *page, struct widget_view *view)
{
    const struct school *it = &page->site->schools.at[page->at];

    view->school = page_label(page, THING_SCHOOL, page->at, NONE);
    view->school_url = page_url(page, THING_SCHOOL, page->at, NONE);
    view->address = outside_address(page, outside_path(page, page->at));
    if (page_has(page, S("w/widget.css")))
        view->sheet_url = page_path_url(page, S("w/widget.css"));
    view->frame.demo = it->demo;
    frame_heading(page, &view->frame, catalog_school_label(it), S(""));
}

/* --- of a school; sub: 1 dark --- */

static void fill_school(struct page *page, void *data)
{
    struct widget_view *view = data;
    struct tiles tiles = tiles_of(page, page->at);

    fill_common(page, view);
    view->dark = page->sub == 1;
    view->tiles = (struct list){ tiles.at, tiles.n };
    view->fresh = tiles_fresh(page, &tiles);
}

static void list_schools(struct plan_list *list, struct arena *arena,
                         const struct site *site,
                         const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->schools.n; i++) {
        plan_add(list, address_of(arena, site, THING_WIDGET, i, NONE), i, 0);
        plan_add(list, address_of(arena, site, THING_WIDGET_DARK, i, NONE), i,
                 1);
    }
}

const struct page_kind page_widget = {
    .name = "widget", .view = &widget_view, .list = list_schools,
    .fill = fill_school, .unlisted = true,
};

/* --- of an indicator: at the school, sub the indicator --- */

static struct str headline(const struct page *page,
                           const struct block_look *look, size_t period)
{
    struct buf text = {0};

    words_headline(&text, page->words, look->indicator, look->school, period);
    return page_take(page, &text);
}

static void fill_words(const struct page *page, struct widget_view *view,
                       const struct block_look *look)
{
    view->question = block_question(page, look->indicator);
    view->headline = look->current == NONE ? page_word(page, "block.no_data")
                                           : headline(page, look,
                                                      look->current);
    if (look->last == NONE)
        return;
    if (look->last != look->current)
        view->earlier = headline(page, look, look->last);
    view->fresh = page_fresh(page, look->periods[look->last]);
}

static void fill_indicator(struct page *page, void *data)
{
    struct widget_view *view = data;
    struct block_look look = block_look(page, page->sub, page->at);
    struct block_chart chart = { .indicator = page->sub, .school = page->at,
                                 .id = S("chart") };

    fill_common(page, view);
    fill_words(page, view, &look);
    view->chart = block_chart(page, &chart);
}

/* Both forms of one indicator: `thing` says which. */
static void list_indicators(struct plan_list *list, struct arena *arena,
                            const struct site *site,
                            const struct release *release, enum thing thing)
{
    if (site->config.embeds != EMBEDS_ALL)
        return;
    for (size_t i = 0; i < site->indicators.n; i++) {
        size_t n;
        const uint32_t *schools = release_schools(release, i, &n);

        for (size_t k = 0; k < n; k++)
            if (pick_is_told(release, i, schools[k]))
                plan_add(list,
                         address_of(arena, site, thing, schools[k], i),
                         schools[k], i);
    }
}

static void list_frames(struct plan_list *list, struct arena *arena,
                        const struct site *site,
                        const struct release *release)
{
    list_indicators(list, arena, site, release, THING_WIDGET_INDICATOR);
}

const struct page_kind page_widget_indicator = {
    .name = "widget_indicator", .view = &widget_view, .list = list_frames,
    .fill = fill_indicator, .unlisted = true,
};

/* --- the same as a picture --- */

static void list_pictures(struct plan_list *list, struct arena *arena,
                          const struct site *site,
                          const struct release *release)
{
    list_indicators(list, arena, site, release, THING_WIDGET_CHART);
}

/* Whose it is, how old it is, where there is more: it will be copied. */
static struct str below_of(const struct page *page,
                           const struct widget_view *view)
{
    return page_fill(page, view->address.n > 0 ? "widget.below_address"
                                               : "widget.below",
        FILL({ "headline", view->headline }, { "fresh", view->fresh },
             { "address", view->address },
             { "demo", view->frame.demo ? page_word(page, "widget.demo")
                                        : (struct str){0} }));
}

static void write_picture(struct page *page, struct buf *out)
{
    struct widget_view view = {0};
    struct block_look look = block_look(page, page->sub, page->at);
    struct block_chart ask = { .indicator = page->sub, .school = page->at,
                               .id = S("chart"), .css = chart_style(false) };
    struct chart_head head = { .id = ask.id, .css = ask.css };

    fill_common(page, &view);
    fill_words(page, &view, &look);
    head.title = view.question;
    head.desc = view.headline;
    ask.above = head.above = page_fill(page, "embed.frame_title",
        FILL({ "school", view.school }, { "what", view.question }));
    ask.below = head.below = below_of(page, &view);
    buf_add(out, block_chart(page, &ask));
    if (out->n == 0)
        chart_words(out, &head);
}

const struct page_kind file_widget = {
    .name = "widget_chart", .list = list_pictures, .write = write_picture,
};
