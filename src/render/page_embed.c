/*
 * page_embed: for those who look after a school's own site: what can be put
 * there, how it looks, the codes to paste, step by step. What the codes point
 * to never moves (address.h). What is done without a code, with files, is told
 * by the school's kit.
 *
 * A row of pages.c.
 */
#include "render/embed_item.h"
#include "render/kit.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"
#include "render/school_name.h"
#include "render/widget.h"

#define CARD_WIDTH 600

struct embed_view {
    struct view_frame frame;
    struct str school, school_url, poster_url, sheet_url, kit_url,
        embeds_url;
    struct str words;           /* a post, ready to be sent */
    struct str address;         /* empty: the site does not know its own */
    struct str page_address;    /* what a site makes a frame of by itself */
    struct str qr;              /* html */
    struct str view_url, height, frame_code, dark_code;
    struct str card_url, card_code;     /* empty: the site draws none */
    struct list items, frozen;  /* embed_item */
    bool has_items, has_frozen;
};
static const struct field embed_fields[] = {
    FIELD(embed_view, TEXT, school),
    FIELD(embed_view, URL, school_url),
    FIELD(embed_view, URL, poster_url),
    FIELD(embed_view, URL, sheet_url),
    FIELD(embed_view, URL, kit_url),
    FIELD(embed_view, URL, embeds_url),
    FIELD(embed_view, TEXT, words),
    FIELD(embed_view, TEXT, address),
    FIELD(embed_view, TEXT, page_address),
    FIELD(embed_view, HTML, qr),
    FIELD(embed_view, URL, view_url),
    FIELD(embed_view, TEXT, height),
    FIELD(embed_view, TEXT, frame_code),
    FIELD(embed_view, TEXT, dark_code),
    FIELD(embed_view, URL, card_url),
    FIELD(embed_view, TEXT, card_code),
    FIELD_OF(embed_view, LIST, items, embed_item_view),
    FIELD_OF(embed_view, LIST, frozen, embed_item_view),
    FIELD(embed_view, BOOL, has_items),
    FIELD(embed_view, BOOL, has_frozen),
};
static const struct view embed_view = {
    "embed", sizeof(struct embed_view), embed_fields,
    sizeof embed_fields / sizeof *embed_fields, &frame_view
};

/* --- texts --- */

/* Two or three sentences and the address. */
static void fill_words(const struct page *page, struct embed_view *view,
                       const struct widget *whole)
{
    struct str told = {0};

    for (size_t i = 0; i < whole->tiles.n && told.n == 0; i++) {
        struct widget widget = {0};

        widget_indicator(page, &widget, whole->shown[i], page->at, NULL);
        if (widget.look.last != NONE)
            told = widget.earlier.n > 0 ? widget.earlier : widget.headline;
    }
    if (told.n == 0)
        told = whole->fresh;
    view->words = page_fill(page, "embed.words",
        FILL({ "school", view->school }, { "headline", told },
             { "url", outside_url(page, outside_path(page, page->at)) }));
}

/* --- codes --- */

static struct str path_of(const struct page *page, enum thing thing,
                          size_t sub)
{
    return address_of(page->arena, page->site, thing, page->at, sub);
}

static void fill_school(const struct page *page, struct embed_view *view)
{
    struct widget widget = {0};

    widget_school(page, &widget, page->at);
    view->height = str_format(page->arena, "%d",
                              widget_height(page, &widget));
    view->view_url = page_url(page, THING_WIDGET, page->at, NONE);
    view->frame_code = widget_frame_code(page, &widget,
                                         path_of(page, THING_WIDGET, NONE));
    view->dark_code = widget_frame_code(page, &widget,
                                        path_of(page, THING_WIDGET_DARK,
                                                NONE));
    fill_words(page, view, &widget);
}

static void fill_kit(const struct page *page, struct embed_view *view)
{
    struct str card = kit_path(page, KIT_CARD);

    view->kit_url = page_url_if_there(page, kit_path(page, KIT_INDEX));
    view->card_url = page_url_if_there(page, card);
    if (view->card_url.n == 0)
        return;
    view->card_code = widget_picture_code(page, outside_path(page, page->at),
                                          card, view->words, CARD_WIDTH);
}

/* The indicators that have a frame. */
static void fill_items(const struct page *page, struct embed_view *view)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);

    view->frozen = embed_items_frozen(page, page->at);
    view->has_frozen = view->frozen.n > 0;
    view->items = embed_items(page, of.at, of.n, page->at);
    view->has_items = view->items.n > 0;
}

/* --- the page --- */

static void fill_addresses(const struct page *page, struct embed_view *view)
{
    struct str path = outside_path(page, page->at);

    view->school_url = page_url(page, THING_SCHOOL, page->at, NONE);
    view->poster_url = page_url(page, THING_POSTER, page->at, NONE);
    view->embeds_url = page_url(page, THING_EMBEDS, NONE, NONE);
    view->sheet_url = page_url_if_there(page, S("embed/embed.css"));
    view->address = outside_address(page, path);
    view->page_address = outside_file(page, path_of(page, THING_SCHOOL,
                                                    NONE));
    view->qr = outside_qr(page, page->at);
}

static void fill(struct page *page, void *data)
{
    struct embed_view *view = data;
    const struct school *it = &page->site->schools.at[page->at];

    view->school = page_label(page, THING_SCHOOL, page->at, NONE);
    view->frame.title = page_fill(page, "embed.title",
        FILL({ "school", school_title(page, page->at) }));
    frame_card(page, &view->frame, page->at);
    frame_heading(page, &view->frame, page_word(page, "embed.heading"),
                  S(""));
    frame_crumb(page, &view->frame, page_word(page, "schools.heading"),
                page_url(page, THING_SCHOOLS, NONE, NONE));
    frame_crumb(page, &view->frame, view->school,
                page_url(page, THING_SCHOOL, page->at, NONE));
    view->frame.demo = it->demo;
    fill_addresses(page, view);
    fill_school(page, view);
    fill_kit(page, view);
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
