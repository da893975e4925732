/*
 * disclose_answer: the functions of release.h that need no raw cell. See
 * disclose.h.
 *
 * For everything above release/ through release.h.
 */
#include "release/disclose.h"

#include "model/catalog.h"
#include "release/exception.h"
#include "release/progress.h"

void disclose_parts(const struct site *site, size_t *first, size_t *next)
{
    for (size_t i = 0; i < site->indicators.n; i++)
        first[i] = NONE;
    for (size_t i = site->indicators.n; i-- > 0;) {
        size_t total = site->indicators.at[i].part_of.index;
        if (total == NONE)
            continue;
        next[i] = first[total];
        first[total] = i;
    }
}

/* Nobody is asked for a whole that is never given. */
enum state disclose_absent(const struct release *r, size_t indicator,
                           size_t period)
{
    size_t n;
    const struct period *list = release_periods(r, indicator, &n);
    date as_of = catalog_as_of(r->site,
                               r->site->indicators.at[indicator].programme);
    return list[period].to < as_of ? STATE_MISSING : STATE_NOT_YET;
}

const struct site *release_site(const struct release *release)
{
    return release->site;
}

const uint32_t *release_schools(const struct release *release,
                                size_t indicator, size_t *n)
{
    *n = release->schools_n[indicator];
    return release->schools[indicator];
}

/* The list ascends, as schools do. */
bool release_expects(const struct release *release, size_t indicator,
                     size_t school)
{
    const uint32_t *schools = release->schools[indicator];
    size_t lo = 0, hi = release->schools_n[indicator];
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (schools[mid] < school)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < release->schools_n[indicator] && schools[lo] == school;
}

size_t release_period(const struct release *release, size_t indicator,
                      struct period period)
{
    size_t n;
    const struct period *list = release_periods(release, indicator, &n);
    for (size_t i = 0; i < n; i++)
        if (period_eq(list[i], period))
            return i;
    return NONE;
}

/* Indicators of one programme mostly have the same periods. */
size_t disclose_period(const struct release *release, size_t indicator,
                       size_t period, size_t other)
{
    size_t n, theirs_n;
    struct period when = release_periods(release, indicator, &n)[period];
    const struct period *theirs =
        release_periods(release, other, &theirs_n);
    if (period < theirs_n && period_eq(theirs[period], when))
        return period;
    return release_period(release, other, when);
}

size_t release_last(const struct release *release, size_t indicator,
                    size_t school)
{
    size_t n;
    release_periods(release, indicator, &n);
    for (size_t p = n; p-- > 0;) {
        enum state state =
            release_fact(release, indicator, school, p).state;
        if (state == STATE_SHOWN || state == STATE_COUNTS)
            return p;
    }
    return NONE;
}

bool disclose_given(const struct release *release, size_t indicator,
                    size_t period, struct num *value)
{
    *value = release->wholes[indicator][period].given;
    return release->wholes[indicator][period].has_given;
}

void disclose_keep_given(struct release *release, size_t indicator,
                         size_t period, struct num value)
{
    struct whole *whole = &release->wholes[indicator][period];
    whole->has_given = true;
    whole->given = value;
}

void disclose_forget_given(struct release *release, size_t indicator,
                           size_t period)
{
    struct whole *whole = &release->wholes[indicator][period];
    whole->has_given = false;
    whole->given = (struct num){0};
}

bool release_has_whole(const struct release *release, size_t indicator)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);
    for (size_t p = 0; p < n; p++)
        if (disclose_cell(release, indicator, RELEASE_WHOLE, p).state ||
            progress_target(release, indicator, RELEASE_WHOLE, periods[p]))
            return true;
    return false;
}

bool release_by_school(const struct release *release, size_t indicator)
{
    size_t n;
    disclose_rows(release, indicator, &n);
    return n > 0 &&
           (release->site->indicators.at[indicator].publish_level ==
                LEVEL_SCHOOL ||
            exception_any(release->site, indicator, RULE_LEVEL));
}

bool release_domain(const struct release *release, size_t indicator,
                    double *lo, double *hi)
{
    *lo = release->domains[indicator].lo;
    *hi = release->domains[indicator].hi;
    return release->domains[indicator].any;
}

struct release_counts release_count(const struct release *release,
                                    int privacy)
{
    return release->counts[privacy];
}

const struct str *release_raw_tables(const struct release *release,
                                     size_t *n)
{
    *n = release->raw_tables.n;
    return release->raw_tables.at;
}
