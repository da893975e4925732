/*
 * scale: arithmetic of charts: ticks, domains, widths of labels, labels
 * spread so that they do not overlap. Depends on nothing but its arguments
 * and needs no mathematical library, so the results are the same everywhere.
 *
 * For chart/ and its tests.
 */
#ifndef VITRINA_CHART_SCALE_H
#define VITRINA_CHART_SCALE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define TICKS_MAX 12

struct ticks {
    double at[TICKS_MAX];       /* the first <= lo, the last >= hi */
    size_t n;
    int decimals;               /* needed to print them exactly */
};

/*
 * Nice ticks for about `parts` parts (at most 8): steps of 1, 2, 2.5, 5 times
 * a power of ten. With `whole` only integers (no step of 2.5).
 */
struct ticks scale_ticks(double lo, double hi, int parts, bool whole);

struct domain {
    double lo, hi;
};

/* Width of a line of text: a little more than in the widest usual font. */
double scale_width(struct str text, double size);

/* `text` cut to `width`, with an ellipsis when something was cut; `out`
 * holds the result and is cleared first. */
struct str scale_fit(struct str text, double size, double width,
                     struct buf *out);

/* `text` folded at blanks (not at no-break spaces) into lines of at most
 * `width`; the last of `max` holds the rest, however long. A word that is
 * longer than that has a line for itself. The number of lines. */
size_t scale_fold(struct str text, double size, double width,
                  struct str *lines, size_t max);

#define SPREAD_MAX 8

/*
 * Moves the middles y[] of labels of the given height as little as possible
 * so that they do not overlap and lie in lo..hi. Their order stays; equal
 * ones keep that of the array. At most SPREAD_MAX, and there must be room:
 * (n - 1) * height <= hi - lo.
 */
void scale_spread(double *y, size_t n, double lo, double hi, double height);

#endif
