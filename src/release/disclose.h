/*
 * disclose: what disclose.c decides and disclose_answer.c tells.
 *
 * For these two files and audit.c only.
 */
#ifndef VITRINA_RELEASE_DISCLOSE_H
#define VITRINA_RELEASE_DISCLOSE_H

#include "release/release.h"

/* A whole that was computed: from how many schools, of how many. */
struct whole {
    uint32_t leaves, expected;
    bool computed;
};

struct domain {
    bool any;
    double lo, hi;
};

struct release {
    struct arena *arena;
    const struct site *site;
    struct store *store;
    struct whole **wholes;      /* by indicator, by period */
    uint32_t **schools;         /* by indicator: from whom it is expected */
    size_t *schools_n;
    size_t *first_part, *next_part; /* parts of an indicator, as a list */
    struct domain *domains;     /* by indicator */
    struct release_counts counts;
};

/* Of a cell without a row: due or not. */
enum state disclose_absent(const struct release *release, size_t indicator,
                           size_t period);
/* Was a shown share written as a fraction of one? */
bool disclose_was_fraction(const struct release *release, size_t indicator,
                           size_t school, size_t period);
/* The parts of each indicator as lists: the first of each, the next of each;
 * NONE ends them. */
void disclose_parts(const struct site *site, size_t *first, size_t *next);

#endif
