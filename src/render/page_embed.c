/*
 * page_embed: for those who look after a school's own site: what can be put
 * there, how it looks, the codes to paste, step by step. What the codes point
 * to never moves (address.h).
 *
 * A row of pages.c.
 */
#include "chart/qr.h"
#include "render/block_look.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"
#include "render/school_name.h"
#include "render/tile.h"

/* One indicator: a frame and a picture. */
struct embed_item {
    struct str id, question, view_url;
    struct str frame_code, picture_code;    /* addresses for the codes */
    struct str height;
    struct str frame_title, alt;    /* escaped: they stand inside the codes */
};
static const struct field item_fields[] = {
    FIELD(embed_item, TEXT, id),
    FIELD(embed_item, TEXT, question),
    FIELD(embed_item, URL, view_url),
    FIELD(embed_item, TEXT, frame_code),
    FIELD(embed_item, TEXT, picture_code),
    FIELD(embed_item, TEXT, height),
    FIELD(embed_item, TEXT, frame_title),
    FIELD(embed_item, TEXT, alt),
};
static const struct view item_view = {
    "embed item", sizeof(struct embed_item), item_fields,
    sizeof item_fields / sizeof *item_fields, NULL
};

struct embed_view {
    struct view_frame frame;
    struct str school, school_url, school_code, poster_url, sheet_url;
    struct str words;           /* a post, ready to be sent */
    struct str address;         /* empty: the site does not know its own */
    struct str qr;              /* html */
    struct str view_url, frame_code, dark_code, height, frame_title;
    struct list items;          /* embed_item */
    bool has_items;
};
static const struct field embed_fields[] = {
    FIELD(embed_view, TEXT, school),
    FIELD(embed_view, URL, school_url),
    FIELD(embed_view, TEXT, school_code),
    FIELD(embed_view, URL, poster_url),
    FIELD(embed_view, URL, sheet_url),
    FIELD(embed_view, TEXT, words),
    FIELD(embed_view, TEXT, address),
    FIELD(embed_view, HTML, qr),
    FIELD(embed_view, URL, view_url),
    FIELD(embed_view, TEXT, frame_code),
    FIELD(embed_view, TEXT, dark_code),
    FIELD(embed_view, TEXT, height),
    FIELD(embed_view, TEXT, frame_title),
    FIELD_OF(embed_view, LIST, items, item_view),
    FIELD(embed_view, BOOL, has_items),
};
static const struct view embed_view = {
    "embed", sizeof(struct embed_view), embed_fields,
    sizeof embed_fields / sizeof *embed_fields, &frame_view
};

/* --- how high a frame has to be: in pixels, as in w/widget.css --- */

#define NARROWEST 280.0         /* a phone, with the margins of a page */
#define PADDING 12.0            /* and the border */
#define INNER (NARROWEST - 2 * PADDING)

static const struct outside_type type_h1 = { 17, 22, 8, true },
    type_p = { 15, 21, 8, false }, type_meta = { 13, 18, 6, false },
    type_question = { 15, 20, 2, true }, type_line = { 14, 20, 0, false },
    type_value = { 22, 28, 0, true }, type_wide = { 16, 22, 0, true };

static double height_of(struct str text, struct outside_type type)
{
    return outside_height(text, type, INNER);
}

/* What stands below in every frame. */
static double height_foot(const struct page *page,
                          const struct embed_view *view, struct str fresh)
{
    struct str more = str_format(page->arena, "%.*s %.*s",
                                 STR_FMT(page_word(page, "widget.more")),
                                 STR_FMT(view->address));
    double height = height_of(fresh, type_meta) + height_of(more, type_meta);

    if (view->frame.demo)
        height += height_of(page_word(page, "widget.demo"), type_meta);
    return height + 2 * PADDING;
}

static double height_tile(const struct view_tile *tile)
{
    const struct str lines[] = { tile->period, tile->before, tile->target,
                                 tile->reason };
    double height = 17 + height_of(tile->question, type_question) +
                    height_of(tile->value, tile->wide ? type_wide
                                                      : type_value);

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        height += height_of(lines[i], type_line);
    return height;
}

/* At most, by the number of values (see block_chart.c). */
static double height_chart(const struct page *page,
                           const struct block_look *look)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];

    if (it->kind == KIND_YESNO || it->kind == KIND_TEXT || look->values == 0)
        return 0;
    return 8 + (look->values >= 3 ? 190 : look->values == 2 ? 130 : 78);
}

static struct str pixels(const struct page *page, double height)
{
    return str_format(page->arena, "%d", (int)(height + 0.999));
}

/* --- texts --- */

static struct str headline(const struct page *page,
                           const struct block_look *look, size_t period)
{
    struct buf text = {0};

    if (period == NONE)
        return page_word(page, "block.no_data");
    words_headline(&text, page->words, look->indicator, look->school, period);
    return page_take(page, &text);
}

static struct str escaped(const struct page *page, struct str text)
{
    struct buf out = {0};

    buf_attr(&out, text);
    return page_take(page, &out);
}

static struct str code_url(const struct page *page, enum thing thing,
                           size_t sub)
{
    return escaped(page, outside_url(page, address_of(page->arena, page->site,
                                                      thing, page->at, sub)));
}

/* «Школа: вопрос» for readers of the screen. */
static struct str frame_title(const struct page *page,
                              const struct embed_view *view, struct str what)
{
    return escaped(page, page_fill(page, "embed.frame_title",
                                   FILL({ "school", view->school },
                                        { "what", what })));
}

/* Two or three sentences and the address. */
static void fill_words(const struct page *page, struct embed_view *view,
                       const struct tiles *tiles)
{
    struct str told = {0};

    for (size_t i = 0; i < tiles->n && told.n == 0; i++) {
        struct block_look look = block_look(page, tiles->indicators[i],
                                            page->at);

        if (look.last != NONE)
            told = headline(page, &look, look.last);
    }
    if (told.n == 0)
        told = tiles_fresh(page, tiles);
    view->words = page_fill(page, "embed.words",
        FILL({ "school", view->school }, { "headline", told },
             { "url", outside_url(page, outside_path(page, page->at)) }));
}

/* --- codes --- */

static void fill_school(const struct page *page, struct embed_view *view)
{
    struct tiles tiles = tiles_of(page, page->at);
    double height = height_of(view->school, type_h1) +
                    height_foot(page, view, tiles_fresh(page, &tiles));

    for (size_t i = 0; i < tiles.n; i++)
        height += height_tile(&tiles.at[i]);
    view->height = pixels(page, height);
    view->view_url = page_url(page, THING_WIDGET, page->at, NONE);
    view->frame_code = code_url(page, THING_WIDGET, NONE);
    view->dark_code = code_url(page, THING_WIDGET_DARK, NONE);
    view->frame_title = frame_title(page, view,
                                    page_word(page, "embed.numbers"));
    fill_words(page, view, &tiles);
}

static struct embed_item item_of(const struct page *page,
                                 const struct embed_view *view,
                                 size_t indicator)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    struct block_look look = block_look(page, indicator, page->at);
    struct str text = headline(page, &look, look.current);
    struct str fresh = look.last == NONE
                           ? (struct str){0}
                           : page_fresh(page, look.periods[look.last]);
    struct embed_item item = {
        .id = str_format(page->arena, "%.*s-%.*s",
                         STR_FMT(page->site->programmes.at[it->programme].id),
                         STR_FMT(it->id)),
        .question = block_question(page, indicator),
        .view_url = page_url(page, THING_WIDGET_INDICATOR, page->at,
                             indicator),
        .frame_code = code_url(page, THING_WIDGET_INDICATOR, indicator),
        .picture_code = code_url(page, THING_WIDGET_CHART, indicator),
        .alt = escaped(page, text),
    };
    double height = height_foot(page, view, fresh) +
                    height_of(view->school, type_meta) +
                    height_of(item.question, type_h1) +
                    height_of(text, type_p) + height_chart(page, &look);

    if (look.last != NONE && look.last != look.current)
        height += height_of(headline(page, &look, look.last), type_p);
    item.height = pixels(page, height);
    item.frame_title = frame_title(page, view, item.question);
    return item;
}

/* The indicators that have a frame. */
static void fill_items(const struct page *page, struct embed_view *view)
{
    const struct site *site = page->site;
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    ARR(struct embed_item) items = {0};

    if (site->config.embeds != EMBEDS_ALL)
        return;
    for (size_t i = 0; i < of.n; i++) {
        const struct programme *it = &site->programmes.at[of.at[i]];

        for (size_t k = 0; k < it->indicator_n; k++)
            if (pick_is_told(page->release, it->indicator_first + k,
                             page->at))
                *ARR_PUSH(page->arena, &items) =
                    item_of(page, view, it->indicator_first + k);
    }
    view->items = (struct list){ items.at, items.n };
    view->has_items = items.n > 0;
}

/* --- the page --- */

static void fill_addresses(const struct page *page, struct embed_view *view)
{
    struct str path = outside_path(page, page->at);
    struct buf qr = {0};

    view->school_url = page_url(page, THING_SCHOOL, page->at, NONE);
    view->school_code = escaped(page, outside_url(page, path));
    view->poster_url = page_url(page, THING_POSTER, page->at, NONE);
    if (page_has(page, S("embed/embed.css")))
        view->sheet_url = page_path_url(page, S("embed/embed.css"));
    view->address = outside_address(page, path);
    if (view->address.n > 0)
        chart_qr(&qr, outside_url(page, path),
                 page_fill(page, "poster.qr",
                           FILL({ "address", view->address })));
    view->qr = page_take(page, &qr);
}

static void fill(struct page *page, void *data)
{
    struct embed_view *view = data;
    const struct school *it = &page->site->schools.at[page->at];

    view->school = page_label(page, THING_SCHOOL, page->at, NONE);
    view->frame.title = page_fill(page, "embed.title",
        FILL({ "school", school_title(page, page->at) }));
    frame_heading(page, &view->frame, page_word(page, "embed.heading"),
                  S(""));
    frame_crumb(page, &view->frame, page_word(page, "schools.heading"),
                page_url(page, THING_SCHOOLS, NONE, NONE));
    frame_crumb(page, &view->frame, view->school,
                page_url(page, THING_SCHOOL, page->at, NONE));
    view->frame.demo = it->demo;
    fill_addresses(page, view);
    fill_school(page, view);
    fill_items(page, view);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->schools.n; i++)
        plan_add(list, address_of(arena, site, THING_EMBED, i, NONE), i, 0);
}

const struct page_kind page_embed = {
    .name = "embed", .view = &embed_view, .list = list, .fill = fill,
    .unlisted = true,
};
