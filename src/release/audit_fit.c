/*
 * audit_fit: a share against its count and its n (R1.3), the way municipal
 * tables are computed: rounded or cut, percent or fraction.
 *
 * n that stands in the row is what the owner says, and the share is judged by
 * it. n that comes from elsewhere (the denominator's cell) is our reading:
 * then every other number of people known of that school and year is tried
 * before anything is said. Either way the message names the one that fits.
 *
 * For audit.c.
 */
#include "release/audit_check.h"
#include "release/disclose.h"
#include "release/fit.h"

/* Does the share fit, by its count or without one by any? */
static bool fits(const struct fact *fact, int64_t n)
{
    return fact->numerator >= 0 ? fit_percent(fact->numerator, fact->value, n)
                                : fit_any_count(fact->value, n);
}

/* Would nearly every n fit: is a share without a count too rough to tell? */
static bool is_rough(const struct fact *fact, int64_t n)
{
    int64_t limit = 100;
    for (unsigned d = 0; d < fact->value.scale && limit < INT64_MAX / 10; d++)
        limit *= 10;
    return fact->numerator < 0 && n >= limit;
}

/* Numbers of people that a shown cell tells: its n; itself, if it counts. */
static int64_t fitting_number(const struct fact *fact, int kind,
                              const struct fact *other)
{
    if (other->state != STATE_SHOWN)
        return 0;
    if (other->n > 0 && !is_rough(fact, other->n) && fits(fact, other->n))
        return other->n;
    if (kind == KIND_COUNT && other->has_value && other->value.scale == 0 &&
        other->value.v > 0 && !is_rough(fact, other->value.v) &&
        fits(fact, other->value.v))
        return other->value.v;
    return 0;
}

/* A number of people of the same school and year with which the share fits,
 * and the indicator that tells it; 0 when none does. */
static int64_t known_fit(const struct audit *audit,
                         const struct audit_cell *cell, size_t *of)
{
    const struct site *site = audit->site;
    const struct programme *p =
        &site->programmes.at[site->indicators.at[cell->indicator].programme];
    size_t n;
    int year = period_year(
        release_periods(audit->release, cell->indicator, &n)[cell->period]);
    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t i = p->indicator_first + k;
        const struct period *periods =
            release_periods(audit->release, i, &n);
        for (size_t at = 0; i != cell->indicator && at < n; at++) {
            if (period_year(periods[at]) != year)
                continue;
            struct fact other =
                release_fact(audit->release, i, cell->school, at);
            int64_t found = fitting_number(
                &cell->fact, site->indicators.at[i].kind, &other);
            *of = i;
            if (found > 0)
                return found;
        }
    }
    return 0;
}

/* «N = 644», «N = 196-204», «N = 281 (staff-all)» or nothing. */
static struct str hint(const struct audit *audit, int64_t known, size_t of,
                       const struct audit_finding *finding)
{
    long long from = finding->fit_from, to = finding->fit_to;
    if (known > 0)
        return str_format(audit->arena, "N = %lld (%.*s)", (long long)known,
                          STR_FMT(audit->site->indicators.at[of].id));
    if (from == 0)
        return S("");
    return from == to ? str_format(audit->arena, "N = %lld", from)
                      : str_format(audit->arena, "N = %lld-%lld", from, to);
}

static struct str pair(const struct audit *audit, int64_t count,
                       struct num share)
{
    return str_format(audit->arena, "%lld/%.*s", (long long)count,
                      STR_FMT(audit_number(audit, share)));
}

/* One decimal more would say more than the table does, none too little. */
static int decimals_of(const struct fact *fact)
{
    return fact->value.scale > 1 ? fact->value.scale : 1;
}

static void report_count(struct audit *audit, const struct audit_cell *cell,
                         int64_t known, size_t of)
{
    const struct fact *fact = &cell->fact;
    struct audit_finding finding = {
        .kind = AUDIT_FIT, .fit_from = known, .fit_to = known,
        .found = num_percent(fact->numerator, fact->n, decimals_of(fact))};
    if (known == 0 && !fit_range(fact->numerator, fact->value,
                                 &finding.fit_from, &finding.fit_to))
        finding.fit_from = finding.fit_to = 0;
    audit_add(audit, cell, MSG_AUDIT_FIT,
              ARGS(pair(audit, fact->numerator, fact->value),
                   audit_count(audit, fact->n),
                   audit_number(audit, finding.found),
                   hint(audit, known, of, &finding)),
              finding);
}

/* Without a count: no whole number of people gives this share. */
static void report_nearest(struct audit *audit, const struct audit_cell *cell,
                           int64_t known, size_t of)
{
    const struct fact *fact = &cell->fact;
    int64_t nearest = fit_nearest(fact->value, fact->n);
    struct audit_finding finding = {
        .kind = AUDIT_FIT, .fit_from = known, .fit_to = known,
        .found = num_percent(nearest, fact->n, decimals_of(fact))};
    audit_add(audit, cell, MSG_AUDIT_NEAREST,
              ARGS(audit_number(audit, fact->value),
                   audit_count(audit, fact->n),
                   audit_number(audit, finding.found),
                   hint(audit, known, of, &finding)),
              finding);
}

/* Without a count nothing proves that 0,41 means 41 %: it stays as it is. */
static bool report_likeness(struct audit *audit,
                            const struct audit_cell *cell)
{
    const struct fact *fact = &cell->fact;
    struct num percent = num_trim(num_mul(fact->value, num_int(100)));
    if (num_cmp(fact->value, num_int(1)) > 0 || fact->value.scale < 2 ||
        !fit_any_fraction(fact->value, fact->n))
        return false;
    audit_add(audit, cell, MSG_AUDIT_LIKE_FRACTION,
              ARGS(audit_number(audit, fact->value),
                   audit_count(audit, fact->n),
                   audit_number(audit, percent)),
              (struct audit_finding){.kind = AUDIT_FIT, .found = percent});
    return true;
}

/* It was proved by its count; the page shows the percentage. */
static void report_fraction(struct audit *audit,
                            const struct audit_cell *cell)
{
    const struct fact *fact = &cell->fact;
    struct num hundredth = {1, 2};
    struct num written = num_trim(num_mul(fact->value, hundredth));
    audit_add(audit, cell, MSG_AUDIT_FRACTION,
              ARGS(pair(audit, fact->numerator, written),
                   audit_count(audit, fact->n),
                   audit_number(audit, num_trim(fact->value))),
              (struct audit_finding){.kind = AUDIT_FIT, .found = written});
}

void audit_fit(struct audit *audit, const struct audit_cell *cell)
{
    const struct fact *fact = &cell->fact;
    size_t of = NONE;
    if (fact->computed || fact->n <= 0)
        return;
    if (disclose_was_fraction(audit->release, cell->indicator, cell->school,
                              cell->period)) {
        report_fraction(audit, cell);
        return;
    }
    if (fits(fact, fact->n) ||
        (fact->numerator < 0 && report_likeness(audit, cell)))
        return;
    int64_t known = known_fit(audit, cell, &of);
    if (fact->numerator < 0)
        report_nearest(audit, cell, known, of);
    else if (known == 0 || disclose_own_n(audit->release, cell->indicator,
                                          cell->school, cell->period))
        report_count(audit, cell, known, of);
}
