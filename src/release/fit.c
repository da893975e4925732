/*
 * fit: counts against shares. See fit.h.
 *
 * For release/.
 */
#include "release/fit.h"

#define N_MAX 1000000           /* a municipality has fewer pupils */

static bool same(struct num a, struct num b)
{
    return num_cmp(a, b) == 0;
}

static bool fits_rounded(int64_t count, struct num share, int64_t n)
{
    return same(num_percent(count, n, share.scale), share);
}

static bool fits_cut(int64_t count, struct num share, int64_t n)
{
    return same(num_percent_cut(count, n, share.scale), share);
}

bool fit_percent(int64_t count, struct num share, int64_t n)
{
    return n > 0 && (fits_rounded(count, share, n) ||
                     fits_cut(count, share, n));
}

int64_t fit_nearest(struct num share, int64_t n)
{
    return num_div(num_mul(share, num_int(n)), num_int(100), 0).v;
}

/* A cut share belongs to a count up to one above the nearest. */
bool fit_any_count(struct num share, int64_t n)
{
    int64_t nearest = fit_nearest(share, n);
    for (int64_t count = nearest - 1; count <= nearest + 1; count++)
        if (count >= 0 && fit_percent(count, share, n))
            return true;
    return false;
}

bool fit_only_count(int64_t count, struct num share, int64_t n)
{
    return fit_percent(count, share, n) &&
           !fit_percent(count - 1, share, n) &&
           !fit_percent(count + 1, share, n);
}

/* 0,67 of three is judged at its own two digits, 67 %; 0,5 and 1 only when
 * exact, because one digit of a fraction says too little. */
bool fit_fraction(int64_t count, struct num share, int64_t n)
{
    if (share.scale >= 2)
        return fit_percent(
            count, (struct num){share.v, (uint8_t)(share.scale - 2)}, n);
    return fit_percent(count, num_mul(share, num_int(100)), n);
}

bool fit_any_fraction(struct num share, int64_t n)
{
    return share.scale >= 2 &&
           fit_any_count(
               (struct num){share.v, (uint8_t)(share.scale - 2)}, n);
}

/* n for which 100 * count / n is near the share: c * 100 / (s -+ one unit of
 * the last digit) bound it, so the search is short. */
static void bounds(int64_t count, struct num share, int64_t *lo, int64_t *hi)
{
    struct num step = {1, share.scale};
    struct num top = num_add(share, step), bottom = num_sub(share, step);
    struct num people = num_int(100 * count);
    *lo = num_div(people, top, 0).v - 1;
    *hi = num_cmp(bottom, num_int(0)) > 0
              ? num_div(people, bottom, 0).v + 1
              : N_MAX;
    if (*lo < count && num_cmp(share, num_int(100)) <= 0)
        *lo = count;
    if (*lo < 1)
        *lo = 1;
    if (*hi > N_MAX)
        *hi = N_MAX;
}

static size_t search(int64_t count, struct num share,
                     bool (*fits)(int64_t, struct num, int64_t), int64_t *lo,
                     int64_t *hi)
{
    int64_t from, to;
    size_t found = 0;
    if (count <= 0 || share.v <= 0)
        return 0;
    bounds(count, share, &from, &to);
    for (int64_t n = from; n <= to; n++)
        if (fits(count, share, n)) {
            if (found++ == 0)
                *lo = n;
            *hi = n;
        }
    return found;
}

int64_t fit_only_n(int64_t count, struct num share)
{
    int64_t lo = 0, hi = 0;
    if (search(count, share, fit_percent, &lo, &hi) == 1)
        return lo;
    return 0;
}

bool fit_range(int64_t count, struct num share, int64_t *lo, int64_t *hi)
{
    return search(count, share, fits_rounded, lo, hi) > 0 ||
           search(count, share, fits_cut, lo, hi) > 0;
}
