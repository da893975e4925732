/*
 * chart_card: a picture of words and large numbers that is posted elsewhere
 * (reader 9.2): a title, what it is about, tiles or a paragraph, and below the
 * address and the date. As an SVG that raster.h turns into a PNG.
 *
 * For render/ (card.c).
 */
#ifndef VITRINA_CHART_CHART_CARD_H
#define VITRINA_CHART_CHART_CARD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define CARD_TILES 4

/* One indicator; parts that are empty are left out. */
struct chart_card_tile {
    struct str question;
    struct str value, period;   /* «67 из 100», «2025 год» */
    struct str target;          /* and how it stands */
    struct str reason;          /* in place of a value that is not there */
};

struct chart_card {
    /* The least size of text is such that it can be read where the picture is
     * shown 360 pixels wide: 11 of them. */
    size_t width, height;
    struct str title, lead;
    struct str notice;          /* what must be known first, on one line */
    bool demo;                  /* it is that all this is invented */
    struct chart_card_tile tiles[CARD_TILES];
    size_t n;
    struct str text;            /* in place of tiles */
    struct str address, date;
};

/*
 * Appends the SVG. Nothing stands outside the picture, whatever the lengths:
 * what has no room gets smaller first and is cut at last; the title, the
 * address and the date have their place before all others.
 */
void chart_card(struct buf *out, const struct chart_card *card);

#endif
