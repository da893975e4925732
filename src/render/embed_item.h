/*
 * embed_item: the codes of one indicator to be pasted elsewhere, with what
 * they will look like; and those of copies that get no new numbers.
 *
 * For page_embed.c and page_embeds.c.
 */
#ifndef VITRINA_RENDER_EMBED_ITEM_H
#define VITRINA_RENDER_EMBED_ITEM_H

#include "render/page.h"

/* A frame and a picture. */
struct embed_item {
    struct str id;              /* of its part of the page */
    struct str question, about; /* about: of a copy, when and what for */
    struct str view_url, picture_url;       /* for the preview */
    struct str height;
    struct str frame_code, picture_code;
};
extern const struct view embed_item_view;

/* Those indicators of the `n` programmes that have a frame of the school, or
 * of RELEASE_WHOLE. */
struct list embed_items(const struct page *page, const size_t *programmes,
                        size_t n, size_t school);
/* The copies in site.frozen of a school, or of RELEASE_WHOLE. */
struct list embed_items_frozen(const struct page *page, size_t school);

#endif
