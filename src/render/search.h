/*
 * search: what the pages of a site hand over for search while they are made,
 * and the index of it.
 *
 * For plan.c, file_search.c, page_search.c.
 *
 * Only finished pages go in, and names that stand in public tables: a value
 * that is not shown is not found.
 */
#ifndef VITRINA_RENDER_SEARCH_H
#define VITRINA_RENDER_SEARCH_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct plan;
struct search;
struct site;

/* The parts of the site, in the order of the list of all pages. */
enum search_type {
    SEARCH_SCHOOLS, SEARCH_INDICATORS, SEARCH_PROGRAMMES, SEARCH_PRACTICES,
    SEARCH_NEWS, SEARCH_OTHER, SEARCH_TYPES
};

/* One page, in the order of the plan. */
struct search_page {
    struct str path, title;     /* no other page has this title */
    enum search_type type;
    size_t place;               /* in search_index.places; 0 is nowhere */
    bool demo;                  /* what it tells is invented */
    bool list;                  /* it leads to others: found behind them */
    size_t title_words;
    const uint32_t *lines;      /* for search_line */
    size_t lines_n;
    const uint32_t *words;      /* number << 2 | enum search_weight */
    size_t words_n;
    size_t desk;                /* whose numbers these two are */
};

/* Where a word stands: page << 2 | enum search_weight, by page. */
struct search_word_entry {
    struct str word;            /* a stem, or a number, as search_stems does */
    const uint32_t *hits;
    size_t n;
};

struct search_index {
    const struct search_page *pages;
    size_t pages_n;
    const struct str *places;   /* names of programmes and municipalities */
    size_t places_n;
    const struct search_word_entry *words;  /* sorted by bytes */
    size_t words_n;
    uint64_t version;           /* another one for other content */
};

/* For all pages of the plan; NULL when the site has no search. Free it with
 * the plan. */
struct search *search_make(const struct plan *plan, const struct site *site);
void search_free(struct search *search);        /* NULL is fine */

/* File `i` of the plan is made: takes over what search needs of a page, once.
 * From any worker. `search` may be NULL. */
void search_take(struct search *search, size_t i, struct str html);

/* The index, made when it is asked for first; pages that nobody has made yet
 * (in the preview) are made for it. From any worker, but not while others
 * still make pages. */
const struct search_index *search_index(struct search *search);

/* Line `i` of a page of the index: a text to be quoted, or # and the id of
 * the part of the page that begins here. */
struct str search_line(const struct search *search,
                       const struct search_page *page, size_t i);

#endif
