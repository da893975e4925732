/*
 * context: under which conditions schools reach what they reach (R1.13):
 * sums of indicators by a formula that site.yml gives, schools as points on
 * two crosses, and how many are on which side of the means.
 *
 * For render/. Computed from shown cells alone: a school of which any number
 * of the formula is not shown takes no part, so neither its index nor its
 * group can tell what is hidden (domain 3.3, rule 9). No point says whose it
 * is, and points stand in the order of their numbers, not of schools.
 *
 * A sum is weight * value of each of its indicators. Above the mean is more
 * than the plain mean of the schools that take part; everything else is not.
 */
#ifndef VITRINA_RELEASE_CONTEXT_H
#define VITRINA_RELEASE_CONTEXT_H

#include "base/num.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct release;

#define CONTEXT_SCHOOLS_MIN 8   /* fewer are not compared (R1.13) */
#define CONTEXT_CHART_MIN 12    /* fewer are not drawn (reader C7) */

enum context_cross {
    CONTEXT_CONDITIONS,     /* x: the index of conditions; y: the result */
    CONTEXT_PROCESS         /* x: the process; y: the result */
};

enum context_state {
    CONTEXT_NOT_GIVEN,      /* the formula has no such sum */
    CONTEXT_FEW,            /* fewer than CONTEXT_SCHOOLS_MIN take part */
    CONTEXT_READY
};

struct context_point {
    struct num x, y;
};

struct context {
    enum context_state state;
    int64_t year;           /* the last with enough schools; periods are
                               counted to the year of their end */
    size_t schools;         /* take part; when few: the most of any year */
    size_t left_out;        /* of the programme's schools do not */
    struct num mean_x, mean_y;      /* 9 decimals */
    size_t groups[2][2];    /* [x above the mean][y above the mean] */
    /* Resilient schools. On the cross of conditions: among the `lowest` % by
     * x and the `highest` % by y, where site.yml gives both; schools with
     * equal numbers are all in or all out. On the cross of the process:
     * groups[0][1]. */
    bool has_resilient;
    size_t resilient;
    const struct context_point *points;     /* `schools` of them */
};

struct context context_of(struct arena *arena, const struct release *release,
                          enum context_cross cross);

#endif
