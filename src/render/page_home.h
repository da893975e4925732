/*
 * page_home: parts of the home page that have a file of their own.
 *
 * Private to page_home*.c.
 */
#ifndef VITRINA_RENDER_PAGE_HOME_H
#define VITRINA_RENDER_PAGE_HOME_H

#include "base/str.h"
#include "model/period.h"
#include "render/template.h"

#include <stdbool.h>
#include <stddef.h>

struct page;

struct home_next {
    date on;                    /* when it is to happen */
    size_t programme, measure;
};

/* The next measures of all programmes by date, at most `max`; returns how
 * many. Done and cancelled ones, and those without a month, are left out. */
size_t home_next(const struct page *page, struct home_next *out, size_t max);

/* A measure, a practice, a piece of news, a sentence. */
struct home_line {
    struct str title, url, when, text, programme;
    bool demo;
};

extern const struct view home_line_view;

struct home_programme {
    struct str label, url, period, promise, goal, lead, municipality,
        source_note, indicators_url;
    size_t area;                    /* of config.municipalities, or NONE */
    struct list cards;              /* home_card */
    bool has_cards, retold, demo;
    bool told;                      /* of a document, by somebody else */
};

extern const struct view home_programme_view;

/* All programmes, as home_programme. */
struct list home_programmes(const struct page *page);
/* How a programme stands, in a sentence; empty: nothing is known. */
struct str home_lead(const struct page *page, size_t programme);
/* Sentences of the moment, as home_line; none where programmes are several. */
struct list home_now(const struct page *page);

/* Municipalities with schools or with some of the `programmes`
 * (home_programme), as views home_place_view. */
struct list home_places(const struct page *page, struct list programmes);
extern const struct view home_place_view;

#endif
