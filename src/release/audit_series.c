/*
 * audit_series: a value against what its unit allows (R1.10), and against
 * what its series ever showed.
 *
 * A change between two neighbouring periods is a jump when the series had at
 * least JUMP_CHANGES changes before, the change is more than twice the
 * largest of them, the new value is above or below all before it, and the
 * change is more than chance: of a share over five percentage points and over
 * what two people make, of all else over a tenth of the largest value before,
 * of a count also over five. A period that is not shown, a break of the series
 * (breaks.csv) and a change of the schools behind a computed whole begin the
 * series anew: the first tells nothing then, the others are no comparison.
 *
 * For audit.c.
 */
#include "release/audit_check.h"
#include "release/disclose.h"

#define JUMP_CHANGES 3
#define JUMP_LEAST 5            /* percentage points, or people or things */

/* --- range --- */

static void report_range(struct audit *audit, const struct audit_cell *cell,
                         enum msg message, struct num limit)
{
    struct num value = cell->fact.value;
    audit_add(audit, cell, message,
              ARGS(audit_number(audit, value),
                   audit_number(audit, num_trim(limit))),
              (struct audit_finding){
                  .kind = AUDIT_RANGE, .found = value, .given = limit});
}

/* A share may be over 100 % only where `max` says that its numerator is no
 * part of its denominator. What the row itself contradicts was reported when
 * it was read. */
static bool is_over(const struct audit *audit, const struct audit_cell *cell)
{
    const struct indicator *i =
        &audit->site->indicators.at[cell->indicator];
    if (i->kind != KIND_SHARE ||
        num_cmp(cell->fact.value, num_int(100)) <= 0)
        return false;
    if (i->has_max)
        return num_cmp(i->max, num_int(100)) <= 0;
    return cell->fact.numerator > cell->fact.n && cell->fact.n >= 0 &&
           !disclose_own_n(audit->release, cell->indicator, cell->school,
                           cell->period);
}

static bool highest(const struct indicator *i, struct num *limit)
{
    *limit = i->has_max ? i->max : i->domain_hi;
    return i->has_max || i->has_domain;
}

/* Shares, counts and money begin at zero, whatever the axis shows. */
static bool lowest(const struct indicator *i, struct num *limit)
{
    *limit = i->has_domain ? i->domain_lo : (struct num){0};
    return i->has_domain || i->kind != KIND_SCORE;
}

void audit_range(struct audit *audit, const struct audit_cell *cell)
{
    const struct indicator *i =
        &audit->site->indicators.at[cell->indicator];
    struct num value = cell->fact.value, limit;
    if (cell->fact.computed)
        return;                 /* the schools are judged */
    if (is_over(audit, cell))
        audit_add_error(audit, cell, MSG_AUDIT_OVER,
                        ARGS(audit_number(audit, value)));
    else if (highest(i, &limit) && num_cmp(value, limit) > 0)
        report_range(audit, cell, MSG_AUDIT_HIGH, limit);
    else if (lowest(i, &limit) && num_cmp(value, limit) < 0)
        report_range(audit, cell, MSG_AUDIT_LOW, limit);
}

/* --- jumps --- */

static bool breaks_at(const struct site *site, size_t indicator,
                      struct period period)
{
    const struct programme *p =
        &site->programmes.at[site->indicators.at[indicator].programme];
    for (size_t i = 0; i < p->breaks.n; i++)
        if (p->breaks.at[i].indicator.index == indicator &&
            period_eq(p->breaks.at[i].period, period))
            return true;
    return false;
}

/* Can the cell be compared with the one before? */
static bool goes_on(const struct audit *audit,
                    const struct audit_series *series,
                    const struct audit_cell *cell)
{
    size_t n;
    return series->going &&
           !breaks_at(audit->site, cell->indicator,
                      release_periods(audit->release, cell->indicator,
                                      &n)[cell->period]) &&
           (!cell->fact.computed || cell->fact.leaves == series->last_leaves);
}

static struct num larger(struct num a, struct num b)
{
    return num_cmp(a, b) < 0 ? b : a;
}

/* What chance alone may make. */
static struct num chance(int kind, const struct audit_series *series,
                         const struct fact *fact)
{
    int64_t n = series->last_n;
    struct num tenth = num_mul(larger(num_abs(series->low),
                                      num_abs(series->high)),
                               (struct num){1, 1});
    if (kind == KIND_COUNT)
        return larger(num_int(JUMP_LEAST), tenth);
    if (kind != KIND_SHARE)
        return tenth;
    if (fact->n > 0 && (n <= 0 || fact->n < n))
        n = fact->n;
    return n > 0 ? larger(num_int(JUMP_LEAST), num_percent(2, n, 1))
                 : num_int(JUMP_LEAST);
}

static void report_jump(struct audit *audit,
                        const struct audit_series *series,
                        const struct audit_cell *cell)
{
    audit_add(audit, cell, MSG_AUDIT_JUMP,
              ARGS(audit_number(audit, series->last),
                   audit_number(audit, cell->fact.value),
                   audit_number(audit, num_trim(series->most))),
              (struct audit_finding){
                  .kind = AUDIT_JUMP, .found = cell->fact.value,
                  .given = series->last, .most = series->most});
}

/* `change` led to the cell: is it a jump? */
static bool is_jump(const struct audit *audit,
                    const struct audit_series *series,
                    const struct audit_cell *cell, struct num change)
{
    const struct fact *fact = &cell->fact;
    return series->changes >= JUMP_CHANGES &&
           (num_cmp(fact->value, series->low) < 0 ||
            num_cmp(fact->value, series->high) > 0) &&
           num_cmp(change, num_mul(series->most, num_int(2))) > 0 &&
           num_cmp(change,
                   chance(audit->site->indicators.at[cell->indicator].kind,
                          series, fact)) > 0;
}

void audit_jump(struct audit *audit, struct audit_series *series,
                const struct audit_cell *cell)
{
    struct num value = cell->fact.value;
    if (!fact_is_shown(cell->fact)) {
        series->going = false;
        return;
    }
    if (!goes_on(audit, series, cell))
        *series = (struct audit_series){.low = value, .high = value};
    if (series->going) {
        struct num change = num_abs(num_sub(value, series->last));
        if (is_jump(audit, series, cell, change))
            report_jump(audit, series, cell);
        series->changes++;
        series->most = larger(series->most, change);
    }
    series->going = true;
    series->last = value;
    series->last_n = cell->fact.n;
    series->last_leaves = cell->fact.leaves;
    series->high = larger(series->high, value);
    if (num_cmp(value, series->low) < 0)
        series->low = value;
}
