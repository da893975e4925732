/*
 * compare: differences, chance and the whole; see compare.h. For
 * release/words*.c, chart/ and render/.
 */
#include "release/compare.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/release.h"

#include <math.h>
#include <stdlib.h>

#define Z95 1.96            /* 95 % of a normal distribution */
#define ABOUT_PERCENT 2     /* of the scale: nobody sees less (reader 4.1) */

bool compare_wilson(struct num share, int64_t n, double *lo, double *hi)
{
    double p = num_double(share) / 100, count = (double)n;
    double z2, middle, half, divisor;

    if (n <= 0 || p < 0 || p > 1)
        return false;
    z2 = Z95 * Z95;
    divisor = 1 + z2 / count;
    middle = (p + z2 / (2 * count)) / divisor;
    half = Z95 * sqrt(p * (1 - p) / count + z2 / (4 * count * count)) /
           divisor;
    *lo = fmax(0, 100 * (middle - half));
    *hi = fmin(100, 100 * (middle + half));
    return true;
}

bool compare_chance(struct num now, int64_t n, struct num before,
                    int64_t n_before, double *points)
{
    double p1 = num_double(now) / 100, p0 = num_double(before) / 100;
    double n1 = (double)n, n0 = (double)n_before, p;

    if (n <= 0 || n_before <= 0)
        return false;
    p = (p1 * n1 + p0 * n0) / (n1 + n0);
    if (p < 0 || p > 1)
        return false;
    *points = 100 * Z95 * sqrt(p * (1 - p) * (1 / n1 + 1 / n0));
    return true;
}

bool compare_noise(struct num now, int64_t n, struct num before,
                   int64_t n_before)
{
    double points;

    return compare_chance(now, n, before, n_before, &points) &&
           fabs(num_double(now) - num_double(before)) < points;
}

size_t compare_previous(const struct release *release, size_t indicator,
                        size_t school, size_t period)
{
    while (period-- > 0)
        if (fact_is_shown(release_fact(release, indicator, school, period)))
            return period;
    return NONE;
}

bool compare_like(const struct indicator *indicator, struct fact a,
                  struct fact b)
{
    return indicator->aggregate != AGGREGATE_SUM || !a.computed ||
           !b.computed || a.leaves == b.leaves;
}

const struct series_break *compare_break(const struct release *release,
                                         size_t indicator, size_t from,
                                         size_t to)
{
    const struct site *site = release_site(release);
    size_t n, p = site->indicators.at[indicator].programme;
    const struct period *periods = release_periods(release, indicator, &n);
    const struct programme *programme = &site->programmes.at[p];
    const struct series_break *last = NULL;

    for (size_t i = 0; i < programme->breaks.n; i++) {
        const struct series_break *b = &programme->breaks.at[i];
        if (b->indicator.index == indicator &&
            period_cmp(b->period, periods[from]) > 0 &&
            period_cmp(b->period, periods[to]) <= 0 &&
            (!last || period_cmp(b->period, last->period) > 0))
            last = b;
    }
    return last;
}

bool compare_first(const struct release *release, size_t indicator,
                   size_t school, size_t period)
{
    const struct site *site = release_site(release);
    const struct indicator *i = &site->indicators.at[indicator];
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);

    if (site->programmes.at[i->programme].source_note.n)
        return false;
    if (i->has_baseline &&
        (i->baseline_period.kind == PERIOD_NONE ||
         period_cmp(i->baseline_period, periods[period]) < 0))
        return false;
    while (period-- > 0) {
        struct fact fact = release_fact(release, indicator, school, period);
        if (fact.state != STATE_NOT_YET &&
            fact.state != STATE_NOT_APPLICABLE)
            return false;
    }
    return true;
}

/* Do at least COMPARE_SCHOOLS_MIN schools show a value in this period? */
static bool enough_schools(const struct release *release, size_t indicator,
                           size_t period)
{
    size_t n, found = 0;
    const uint32_t *schools = release_schools(release, indicator, &n);

    for (size_t i = 0; i < n && found < COMPARE_SCHOOLS_MIN; i++)
        found += fact_is_shown(release_fact(release, indicator, schools[i],
                                       period));
    return found >= COMPARE_SCHOOLS_MIN;
}

/* A whole that is a mean of schools: a sum is not theirs to compare with. */
static bool is_mean(const struct indicator *indicator)
{
    return (indicator->kind == KIND_SHARE || indicator->kind == KIND_SCORE) &&
           indicator->aggregate != AGGREGATE_SUM &&
           indicator->aggregate != AGGREGATE_NONE;
}

/* |difference| <= 2 % of the scale: exact, so 2 itself is within. */
static bool is_about(const struct indicator *indicator, struct num difference)
{
    struct num scale = num_int(100);

    if (indicator->kind != KIND_SHARE) {
        if (!indicator->has_max)
            return num_is_zero(difference);
        scale = indicator->max;
    }
    return num_cmp(num_mul(num_abs(difference), num_int(100)),
                   num_mul(scale, num_int(ABOUT_PERCENT))) <= 0;
}

enum compare compare_with_whole(const struct release *release,
                                size_t indicator, size_t school,
                                size_t period, struct num *whole)
{
    const struct site *site = release_site(release);
    const struct indicator *about = &site->indicators.at[indicator];
    struct fact mine, all;
    double lo, hi, mean;

    if (school == RELEASE_WHOLE || !is_mean(about))
        return COMPARE_NONE;
    mine = release_fact(release, indicator, school, period);
    all = release_fact(release, indicator, RELEASE_WHOLE, period);
    if (!fact_is_shown(mine) || !fact_is_shown(all) ||
        !enough_schools(release, indicator, period))
        return COMPARE_NONE;
    *whole = all.value;
    if (is_about(about, num_sub(mine.value, all.value)))
        return COMPARE_ABOUT;
    mean = num_double(all.value);
    if (about->kind == KIND_SHARE &&
        compare_wilson(mine.value, mine.n, &lo, &hi) && lo <= mean &&
        mean <= hi)
        return COMPARE_ABOUT;
    return num_cmp(mine.value, all.value) > 0 ? COMPARE_ABOVE : COMPARE_BELOW;
}

/* --- the schools side by side --- */

static int by_value(const void *a, const void *b)
{
    return num_cmp(*(const struct num *)a, *(const struct num *)b);
}

/* Sorts one school's cell: its value, or why it has none. Where the question
 * does not arise (not applicable, not yet) the school is not counted. */
static void add_school(struct spread *spread, struct num *values,
                       struct fact fact, int decimals)
{
    switch (fact.state) {
    case STATE_SHOWN:
        if (fact.has_value)
            values[spread->shown++] = num_round(fact.value, decimals);
        else
            spread->unpublished++;
        break;
    case STATE_COUNTS:
        spread->few++;
        break;
    case STATE_HIDDEN:
    case STATE_MISSING:
    case STATE_CHECKING:
    case STATE_LEVEL:
        spread->unpublished++;
        break;
    case STATE_NOT_APPLICABLE:
    case STATE_NOT_YET:
        break;
    }
}

static struct num median_of(const struct num *values, size_t n, int decimals)
{
    struct num low = values[(n - 1) / 2], high = values[n / 2];

    return num_div(num_add(low, high), num_int(2), decimals);
}

struct spread compare_distribution(const struct release *release,
                                   size_t indicator, size_t period)
{
    const struct indicator *about =
        &release_site(release)->indicators.at[indicator];
    struct spread spread = {0};
    struct num *values;
    int decimals = (int)about->decimals;
    size_t n;
    const uint32_t *schools = release_schools(release, indicator, &n);

    if (about->kind != KIND_SHARE && about->kind != KIND_SCORE)
        return spread;
    values = mem_alloc((n + 1) * sizeof *values);
    for (size_t i = 0; i < n; i++)
        add_school(&spread, values,
                   release_fact(release, indicator, schools[i], period),
                   decimals);
    n = spread.shown;
    if (n < COMPARE_SPREAD_MIN) {
        spread = (struct spread){0};
    } else {
        qsort(values, n, sizeof *values, by_value);
        spread.least = values[0];
        spread.low = values[n / 4];
        spread.median = median_of(values, n, decimals);
        spread.high = values[n - 1 - n / 4];
        spread.most = values[n - 1];
    }
    free(values);
    return spread;
}
