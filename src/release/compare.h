/*
 * compare: what may be said when two released numbers stand side by side: is
 * a difference larger than chance, what was there before, where a school is
 * beside the whole. Reader 4.1 and 4.4.
 *
 * For release/words*.c, chart/ and render/. Shares are in percent.
 */
#ifndef VITRINA_RELEASE_COMPARE_H
#define VITRINA_RELEASE_COMPARE_H

#include "base/num.h"
#include "release/release.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct indicator;
struct release;
struct series_break;

/* Wilson's 95 % interval of a share of `n`, in percent. False, and nothing
 * set, when there is no such thing: n unknown, share outside 0..100. */
bool compare_wilson(struct num share, int64_t n, double *lo, double *hi);

/* Up to what difference of two such shares 95 of 100 are chance, in points.
 * False when either n is not known. */
bool compare_chance(struct num now, int64_t n, struct num before,
                    int64_t n_before, double *points);

/* May the difference of two shares be chance (95 %)? False when either n is
 * not known: then nothing is said. */
bool compare_noise(struct num now, int64_t n, struct num before,
                   int64_t n_before);

/* The last earlier period of the indicator whose value is shown for this
 * school (or RELEASE_WHOLE), or NONE. */
size_t compare_previous(const struct release *release, size_t indicator,
                        size_t school, size_t period);
/* May these facts of the whole be compared? Sums of so many schools and of so
 * many others may not: the difference is theirs who reported. */
bool compare_like(const struct indicator *indicator, struct fact a,
                  struct fact b);
/* The last change of method after period index `from` and up to `to`, or
 * NULL: numbers on both sides of it are not compared. */
const struct series_break *compare_break(const struct release *release,
                                         size_t indicator, size_t from,
                                         size_t to);
/* Is nothing earlier known of, hidden, expected or given as a baseline? False
 * also for a programme retold from a document: what was before it began is
 * not known. */
bool compare_first(const struct release *release, size_t indicator,
                   size_t school, size_t period);

/* A school beside the whole of its programme. */
enum compare {
    COMPARE_NONE,       /* cannot be said */
    COMPARE_ABOUT,      /* within chance, or within 2 % of the scale */
    COMPARE_ABOVE,
    COMPARE_BELOW
};
#define COMPARE_SCHOOLS_MIN 3

/* `*whole` is set unless COMPARE_NONE. */
enum compare compare_with_whole(const struct release *release,
                                size_t indicator, size_t school,
                                size_t period, struct num *whole);

/* --- the schools side by side, without names and without an order --- */

/* Fewer schools would be known by their places (reader 7.5, C4). */
#define COMPARE_SPREAD_MIN 5

/*
 * How the values of the schools lie in one period, in published rounding.
 * `low` and `high` are values of schools: at least half of the schools lie
 * between them, both included (of n the floor of n/4 are left out at each
 * end). The median of an even number is the mean of the middle two, rounded
 * to the indicator's decimals.
 */
struct spread {
    size_t shown;               /* schools with a value; 0: no distribution */
    size_t few;                 /* shown as counts: too small to compare */
    size_t unpublished;         /* hidden, missing, being checked */
    struct num least, low, median, high, most;
};

/* Shares and scores of the schools that report the indicator. `shown` is 0
 * where there is nothing to show: fewer than COMPARE_SPREAD_MIN values, or an
 * indicator that is not published per school. */
struct spread compare_distribution(const struct release *release,
                                   size_t indicator, size_t period);

#endif
