/*
 * file_oembed: what a site needs that makes a frame of a pasted address
 * (oEmbed 1.0, https://oembed.com): one beside each frame in w/. Only with
 * base_url, since everything in it is absolute.
 *
 * A row of pages.c.
 */
#include "render/kit.h"
#include "render/outside.h"
#include "render/widget.h"
#include "render/widget_list.h"

#define CACHE_AGE 86400         /* seconds */

static void put_text(struct buf *out, const char *name, struct str text)
{
    if (text.n == 0)
        return;
    buf_addf(out, ",\"%s\":", name);
    buf_json(out, text);
}

/* The card of the school, where the site draws them. */
static void put_thumbnail(const struct page *page, struct buf *out)
{
    if (page->at == NONE || !kit_has(page, KIT_CARD))
        return;
    put_text(out, "thumbnail_url",
             outside_url(page, kit_path(page, KIT_CARD)));
    buf_addz(out, ",\"thumbnail_width\":1200,\"thumbnail_height\":630");
}

static void write(struct page *page, struct buf *out)
{
    struct widget widget = {0};
    struct str frame;

    if (page->sub == NONE)
        widget_school(page, &widget, page->at);
    else
        widget_indicator(page, &widget, page->sub, page->at, NULL);
    frame = address_of(page->arena, page->site,
                       page->sub == NONE ? THING_WIDGET
                                         : THING_WIDGET_INDICATOR,
                       page->at, page->sub);
    buf_addz(out, "{\"version\":\"1.0\",\"type\":\"rich\"");
    put_text(out, "title", widget_heading(page, &widget));
    put_text(out, "provider_name",
             page_typo(page, page->site->config.title));
    put_text(out, "provider_url", page->site->config.base_url);
    buf_addf(out, ",\"width\":%d,\"height\":%d", WIDGET_WIDTH,
             widget_height(page, &widget));
    put_text(out, "html", widget_frame_code(page, &widget, frame));
    put_thumbnail(page, out);
    buf_addf(out, ",\"cache_age\":%d}\n", CACHE_AGE);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    if (site->config.base_url.n == 0)
        return;
    for (size_t i = 0; i < site->schools.n; i++)
        widget_list_school(list, arena, site, i, "json", NONE);
    widget_list_indicators(list, arena, site, release, "json");
}

const struct page_kind file_oembed = {
    .name = "oembed", .list = list, .write = write,
};
