/*
 * tile: an indicator of a school in a few words and one large number, where
 * there is no room for a card: on its poster, in the frame on its site and in
 * the picture of it.
 *
 * For page_poster.c, widget.c, page_embed.c, card.c and the kits of schools.
 */
#ifndef VITRINA_RENDER_TILE_H
#define VITRINA_RENDER_TILE_H

#include "release/pick.h"
#include "render/page.h"

struct view_tile {
    struct str question;
    struct str value;           /* «67 из 100»; empty: `reason` says why */
    struct str period, before;  /* before: «было 63 % (2024)» */
    struct str target;          /* and how it stands */
    struct str reason;
    bool wide;                  /* the value is no short number */
};
extern const struct view tile_view;

/* The tiles of a school. */
struct tiles {
    struct view_tile *at;
    size_t n;
    size_t indicators[PICK_MAX];
    size_t programme;           /* of all of them, or the only one that the
                                   school is in; NONE: several or none */
    struct period newest;       /* of a value; PERIOD_NONE: there is none */
};
struct tiles tiles_of(const struct page *page, size_t school);

/* «Самые новые данные — за 2025 год», or that there are none. */
struct str tiles_fresh(const struct page *page, const struct tiles *tiles);
/* Where the numbers of indicators come from, each source once; or empty. */
struct str tiles_sources(const struct page *page, const size_t *indicators,
                         size_t n);

#endif
