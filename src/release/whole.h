/*
 * whole: the value of all schools together, by the declared aggregate. Pure.
 *
 * For disclose.c.
 */
#ifndef VITRINA_RELEASE_WHOLE_H
#define VITRINA_RELEASE_WHOLE_H

#include "base/num.h"
#include "model/catalog.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sums over the schools of one indicator and period; {0} to begin with. */
struct whole_sums {
    size_t leaves;              /* with a value */
    struct num values;
    struct num weighted;        /* sum of value * n, where it has no count */
    int64_t counted;            /* sum of the counts there are */
    int64_t count, n;           /* -1: some school lacks it */
};

/* A number for a school such that their sum is another for other schools
 * (the last steps of splitmix64). */
uint64_t whole_mark(size_t school);
/* One school's cell; numerator and n may be -1. */
void whole_add(struct whole_sums *sums, struct num value, int64_t numerator,
               int64_t n);
/* Sum, mean or weighted mean, at the indicator's decimals; false when it
 * cannot be computed (nothing there, or weights missing). */
bool whole_value(const struct whole_sums *sums,
                 const struct indicator *indicator, struct num *value);

#endif
