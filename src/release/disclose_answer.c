/*
 * disclose_answer: the functions of release.h that need no cell. See
 * disclose.h.
 *
 * For everything above release/ through release.h.
 */
#include "release/disclose.h"

#include "model/catalog.h"

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

bool release_domain(const struct release *release, size_t indicator,
                    double *lo, double *hi)
{
    *lo = release->domains[indicator].lo;
    *hi = release->domains[indicator].hi;
    return release->domains[indicator].any;
}

struct release_counts release_count(const struct release *release)
{
    return release->counts;
}
