/*
 * widget: what a frame or a picture on another site shows: a school in up to
 * four tiles, or one indicator of a school or of the whole; how high a frame
 * of it has to be; and the codes to paste. One source for the frame itself,
 * for the page that offers its code and for oEmbed.
 *
 * For page_widget.c, file_widget.c, file_oembed.c, page_embed.c,
 * embed_item.c and page_kit.c; of which there are some: widget_list.h.
 */
#ifndef VITRINA_RENDER_WIDGET_H
#define VITRINA_RENDER_WIDGET_H

#include "render/block_look.h"
#include "render/page.h"
#include "render/tile.h"

/* In pixels: frames and pictures are no wider, the codes say so. */
#define WIDGET_WIDTH 480

/* The view of all frames; without `frame` it can be filled for any page. */
struct widget {
    struct view_frame frame;
    bool dark;
    struct str whose, whose_url;    /* the school; of a whole its programme */
    struct str more;            /* what stands behind the address */
    struct str address;         /* of the page, as people type it, or empty */
    struct str sheet_url;
    struct list notices;        /* struct str: closed, withdrawn, a copy */
    struct str fresh;           /* how old the numbers are */
    struct list tiles;          /* view_tile; of a school */
    struct str question, headline, earlier;     /* of an indicator */
    struct str chart;           /* html */

    /* not for templates */
    struct str path;            /* of the page it is about */
    size_t school, indicator;   /* indicator NONE: a school in tiles */
    size_t shown[PICK_MAX];     /* indicators of its tiles */
    struct period to;           /* no later ones are shown; or PERIOD_NONE */
    struct block_look look;     /* of the indicator, up to then */
    bool demo;
    struct str words[3];        /* room for `notices` */
};
extern const struct view widget_view;

/* The school in its tiles. */
void widget_school(const struct page *page, struct widget *widget,
                   size_t school);
/* One of its indicators, or RELEASE_WHOLE; `copy` (or NULL): which frozen
 * copy of it this is. */
void widget_indicator(const struct page *page, struct widget *widget,
                      size_t indicator, size_t school,
                      const struct frozen *copy);
/* What readers of the screen hear: «Школа: вопрос». */
struct str widget_title(const struct page *page, const struct widget *widget);
/* The heading of the frame's own page. */
struct str widget_heading(const struct page *page,
                          const struct widget *widget);
/* SVG of an indicator; of a file of its own with `file`. Empty when its
 * values make no drawing. */
struct str widget_chart(const struct page *page, const struct widget *widget,
                        bool file);

/* In pixels, enough for the narrowest frame (280) and every wider one. */
int widget_height(const struct page *page, const struct widget *widget);
/* HTML to paste: a frame of `path`, and a picture at `src`, with `alt` for
 * those who do not see it, that leads to `path`; paths are from the root,
 * `width` is in pixels at most. */
struct str widget_frame_code(const struct page *page,
                             const struct widget *widget, struct str path);
struct str widget_picture_code(const struct page *page, struct str path,
                               struct str src, struct str alt, int width);

#endif
