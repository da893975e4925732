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

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct release;
struct series_break;

/* Wilson's 95 % interval of a share of `n`, in percent. False, and nothing
 * set, when there is no such thing: n unknown, share outside 0..100. */
bool compare_wilson(struct num share, int64_t n, double *lo, double *hi);

/* May the difference of two shares be chance (95 %)? False when either n is
 * not known: then nothing is said. */
bool compare_noise(struct num now, int64_t n, struct num before,
                   int64_t n_before);

/* The last earlier period of the indicator whose value is shown for this
 * school (or RELEASE_WHOLE), or NONE. */
size_t compare_previous(const struct release *release, size_t indicator,
                        size_t school, size_t period);
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

#endif
