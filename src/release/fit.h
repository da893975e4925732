/*
 * fit: whether a count, a share and a number of people agree, the way
 * municipal tables are computed: rounded or cut, percent or fraction (R1.3).
 * Pure arithmetic.
 *
 * For release/.
 */
#ifndef VITRINA_RELEASE_FIT_H
#define VITRINA_RELEASE_FIT_H

#include "base/num.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is `share` 100 * count / n, rounded or cut at the share's own decimals? */
bool fit_percent(int64_t count, struct num share, int64_t n);
/* The count nearest to `share` percent of n, which may be none that fits. */
int64_t fit_nearest(struct num share, int64_t n);
/* Is there a count that fits? */
bool fit_any_count(struct num share, int64_t n);
/* Does `count` fit, and no other? */
bool fit_only_count(int64_t count, struct num share, int64_t n);
/* Is it count / n, a fraction of one? */
bool fit_fraction(int64_t count, struct num share, int64_t n);
/* Is there a count whose fraction of one it is, told by two digits or more? */
bool fit_any_fraction(struct num share, int64_t n);
/*
 * The only n that fits count and share (percent), rounded or cut; 0 when none
 * or several do. For the release: an n that is a fact.
 */
int64_t fit_only_n(int64_t count, struct num share);
/* The smallest and largest n that fit, by rounding if any does, else by
 * cutting. False when none does. For hints: «сходится при N = 644». */
bool fit_range(int64_t count, struct num share, int64_t *lo, int64_t *hi);

#endif
