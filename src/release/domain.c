/*
 * domain: the range of an indicator's axis. See domain.h.
 *
 * For disclose.c.
 */
#include "release/domain.h"

#include "model/catalog.h"
#include "release/release.h"

struct range {
    bool any;
    double lo, hi;
};

static void widen(struct range *range, struct num value)
{
    double v = num_double(value);
    if (!range->any || v < range->lo)
        range->lo = v;
    if (!range->any || v > range->hi)
        range->hi = v;
    range->any = true;
}

static void widen_by(struct range *range, const struct release *release,
                     size_t indicator, size_t school, size_t period)
{
    struct fact fact = release_fact(release, indicator, school, period);
    if (fact.state == STATE_SHOWN && fact.has_value)
        widen(range, fact.value);
}

#define SHARE_SPAN 20.0         /* smallest span of a share's axis */
#define SHARE_FULL 60.0         /* from this span on the axis is 0 to 100 */

/* Reader 7.3: shares get room, stay within 0 and 100. */
static void round_share(struct range *range)
{
    double missing = SHARE_SPAN - (range->hi - range->lo);
    if (missing > 0) {
        range->lo -= missing / 2;
        range->hi += missing / 2;
    }
    if (range->lo < 0) {
        range->hi -= range->lo;
        range->lo = 0;
    }
    if (range->hi > 100) {
        range->lo -= range->hi - 100;
        range->hi = 100;
    }
    if (range->lo < 0 || range->hi - range->lo > SHARE_FULL) {
        range->lo = 0;
        range->hi = 100;
    }
}

bool domain_of(const struct release *release, size_t indicator, double *lo,
               double *hi)
{
    const struct site *site = release_site(release);
    const struct indicator *i = &site->indicators.at[indicator];
    const struct programme *programme = &site->programmes.at[i->programme];
    struct range range = {0};
    size_t periods_n, schools_n;
    const uint32_t *schools =
        release_schools(release, indicator, &schools_n);
    release_periods(release, indicator, &periods_n);
    /* a sum is on another scale than the schools it is made of */
    for (size_t p = 0; p < periods_n; p++) {
        if (i->aggregate != AGGREGATE_SUM || schools_n == 0)
            widen_by(&range, release, indicator, RELEASE_WHOLE, p);
        for (size_t s = 0; s < schools_n; s++)
            widen_by(&range, release, indicator, schools[s], p);
    }
    for (size_t t = 0; t < programme->targets.n; t++) {
        const struct target *target = &programme->targets.at[t];
        if (target->indicator.index != indicator ||
            target->op == TARGET_WORDS)
            continue;
        widen(&range, target->value);
        if (target->op == TARGET_RANGE)
            widen(&range, target->high);
    }
    if (range.any && i->kind == KIND_SHARE)
        round_share(&range);
    if (i->has_domain) {
        range.lo = num_double(i->domain_lo);
        range.hi = num_double(i->domain_hi);
    }
    *lo = range.lo;
    *hi = range.hi;
    return range.any;
}
