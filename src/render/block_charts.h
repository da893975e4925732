/*
 * block_charts: charts of more than one thing: indicators side by side (C5),
 * schools side by side (C4, C7). No school is named by any of them.
 *
 * For page_*.c and plan.c. The partials are templates/block-small.html and
 * block-strip.html.
 */
#ifndef VITRINA_RENDER_BLOCK_CHARTS_H
#define VITRINA_RENDER_BLOCK_CHARTS_H

#include "render/page.h"

struct context;

/* --- indicators side by side, of the whole (block_small.c) --- */

#define SMALLS_MAX 12           /* under one heading */

/* One indicator; without two values there is no chart. */
struct view_small {
    struct str question, url;
    struct str chart;           /* html */
    struct str value, status, status_class;
    bool has_status;
};
extern const struct view small_view;

/* view_small of each. */
struct list block_smalls(const struct page *page, const size_t *indicators,
                         size_t n);
/* Only the charts, empty where there is none. Their ids begin with c-. */
void block_small_charts(const struct page *page, const size_t *indicators,
                        size_t n, struct str *charts);

/* --- schools side by side (block_schools.c) --- */

struct view_strip {
    struct str title, url;      /* of the indicator */
    struct str half;            /* «У половины школ — от 58 до 69 из 100.» */
    struct str chart;           /* html */
    struct str rest;            /* «Ещё 3 школы: …» or empty */
    struct str reading;         /* what the dots and the line are */
};
extern const struct view strip_view;

/* All schools of an indicator in the last period that has a distribution
 * (compare.h); NULL without one. */
const struct view_strip *block_strip(const struct page *page,
                                     size_t indicator);

/* What every school's page shows: the indicators of `comparison` with their
 * values, collected once. Immutable; lives in the arena. */
struct block_comparisons;
const struct block_comparisons *block_comparisons_make(
    struct arena *arena, const struct site *site,
    const struct release *release);
/* view_strip of a school in a programme, without those in which the school
 * itself shows no number. */
struct list block_strips(const struct page *page, size_t programme,
                         size_t school);

/* C7 of the cross of conditions, or empty when there are too few schools. */
struct str block_quadrant(const struct page *page,
                          const struct context *context);

#endif
