/*
 * practice_index: the practices by what teachers look for: task, indicator,
 * stage, subject, costs, evidence, school, status. Each value of each of these
 * facets has a page practices/by/<facet>-<value>.html; its practices stand in
 * the order of all lists of practices. Built once.
 *
 * For plan.c (which keeps it), page_practice*.c, page_facet.c and pages that
 * link to them.
 */
#ifndef VITRINA_RENDER_PRACTICE_INDEX_H
#define VITRINA_RENDER_PRACTICE_INDEX_H

#include "base/str.h"

#include <stddef.h>

struct arena;
struct practice_index;
struct site;

/* In the order of pages and filters. */
enum facet {
    FACET_PROGRAMME, FACET_GOAL, FACET_INDICATOR, FACET_LEVEL, FACET_SUBJECT,
    FACET_COST, FACET_EVIDENCE, FACET_SCHOOL, FACET_STATUS, FACETS
};

struct facet_value {
    enum facet facet;
    struct str id;              /* level-5-9: name of its page */
    struct str name;            /* of a subject: as first written */
    size_t at, sub;             /* index of programme, indicator or school;
                                   of a task sub is its number in programme
                                   at; else the number meant; sub is else 0 */
    const size_t *practices;    /* in site.practices, in order */
    size_t n;
};

/* Immutable; lives in the arena; any thread may read it. */
const struct practice_index *practice_index_make(struct arena *arena,
                                                 const struct site *site);

/* Of every practice that has a page, best first: those that experts
 * recommend or look at by strength of evidence, then by title; behind them
 * the outdated, the announced, the archived. */
const size_t *practice_all(const struct practice_index *index, size_t *n);

/* All values: by facet, inside by their own order. Ids are unique. */
const struct facet_value *practice_facets(const struct practice_index *index,
                                          size_t *n);
/* The value of that id, or NULL. */
const struct facet_value *practice_facet(const struct practice_index *index,
                                         struct str id);
/* The value of a facet that stands for this thing (at, sub as above), or
 * NULL: no practice has it. */
const struct facet_value *practice_facet_of(
    const struct practice_index *index, enum facet facet, size_t at,
    size_t sub);
/* Names of the facets in addresses: goal, level, … */
const char *practice_facet_word(enum facet facet);
/* Ids of all values of one practice, a blank between. */
struct str practice_facet_ids(const struct practice_index *index,
                              size_t practice);

#endif
