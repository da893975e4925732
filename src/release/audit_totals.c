/*
 * audit_totals: parts against their total (R1.4), schools against the value
 * of the whole, sources of money against the year's total.
 *
 * For audit.c.
 */
#include "release/audit_check.h"
#include "release/disclose.h"
#include "release/money.h"
#include "release/whole.h"

/* One unit of the last digit of the coarser of two numbers: what rounding one
 * of them and cutting the other may make. */
static struct num unit_of(struct num a, struct num b)
{
    return (struct num){1, a.scale < b.scale ? a.scale : b.scale};
}

static bool is_near(struct num a, struct num b, struct num tolerance)
{
    return num_cmp(num_abs(num_sub(a, b)), tolerance) <= 0;
}

/* --- parts --- */

struct parts {
    size_t shown, missing;
    struct num values;
    int64_t count;              /* of people; -1: not known of some part */
    bool same_n;                /* all parts and the total are of one n */
    struct num unit;            /* of the coarsest value */
};

static void add_part(struct parts *parts, const struct fact *fact, int64_t n)
{
    parts->shown++;
    parts->values = num_add(parts->values, fact->value);
    parts->unit = unit_of(parts->unit, fact->value);
    parts->same_n = parts->same_n && fact->n == n;
    if (fact->numerator < 0 || parts->count < 0)
        parts->count = -1;
    else
        parts->count += fact->numerator;
}

static struct parts parts_of(const struct audit *audit,
                             const struct audit_cell *total)
{
    const struct release *r = audit->release;
    struct parts parts = {.same_n = true,
                          .unit = {1, total->fact.value.scale}};
    size_t n;
    struct period period =
        release_periods(r, total->indicator, &n)[total->period];
    for (size_t part = r->first_part[total->indicator]; part != NONE;
         part = r->next_part[part]) {
        size_t at = release_period(r, part, period);
        struct fact fact = {0};
        if (at != NONE)
            fact = release_fact(r, part, total->school, at);
        if (at != NONE && fact_is_shown(fact))
            add_part(&parts, &fact, total->fact.n);
        else
            parts.missing++;
    }
    return parts;
}

/* Parts that are not all there can only be too much. */
static bool adds_up(const struct parts *parts, struct num sum,
                    struct num total, struct num tolerance)
{
    if (parts->missing)
        return num_cmp(num_sub(sum, total), tolerance) <= 0;
    return is_near(sum, total, tolerance);
}

/* Shares are added as the people they count; as percentages only where that
 * is not known and all are of the same n. Each may be off by one unit. */
void audit_parts(struct audit *audit, const struct audit_cell *cell)
{
    int kind = audit->site->indicators.at[cell->indicator].kind;
    struct parts parts = parts_of(audit, cell);
    struct audit_finding finding = {
        .kind = AUDIT_PARTS, .found = parts.values,
        .given = cell->fact.value};
    struct num tolerance = {0};
    if (kind == KIND_SCORE || parts.shown == 0)
        return;
    if (kind == KIND_SHARE && parts.count >= 0 && cell->fact.numerator >= 0) {
        finding.found = num_int(parts.count);
        finding.given = num_int(cell->fact.numerator);
    } else if (kind == KIND_SHARE && !parts.same_n) {
        return;
    } else if (kind == KIND_SHARE) {
        tolerance = num_mul(parts.unit, num_int((int64_t)parts.shown + 1));
    }
    if (!adds_up(&parts, finding.found, finding.given, tolerance))
        audit_add(audit, cell, MSG_AUDIT_PARTS,
                  ARGS(audit_number(audit, finding.found),
                       audit_number(audit, finding.given)),
                  finding);
}

/* --- the whole --- */

static void report_whole(struct audit *audit, const struct audit_cell *cell,
                         struct num made, struct num given)
{
    audit_add(audit, cell, MSG_AUDIT_WHOLE,
              ARGS(audit_number(audit, num_trim(made)),
                   audit_number(audit, given)),
              (struct audit_finding){
                  .kind = AUDIT_WHOLE, .found = made, .given = given});
}

/* The schools of one period. */
struct schools {
    struct whole_sums sums;
    struct num least, most;
};

/* False unless every school that is asked is shown or has nothing to say. */
static bool add_schools(const struct audit *audit,
                        const struct audit_cell *cell, struct schools *all)
{
    size_t n;
    const uint32_t *schools =
        release_schools(audit->release, cell->indicator, &n);
    for (size_t s = 0; s < n; s++) {
        struct fact fact = release_fact(audit->release, cell->indicator,
                                        schools[s], cell->period);
        if (fact.state == STATE_NOT_APPLICABLE)
            continue;
        if (!fact_is_shown(fact))
            return false;
        if (all->sums.leaves == 0 || num_cmp(fact.value, all->least) < 0)
            all->least = fact.value;
        if (all->sums.leaves == 0 || num_cmp(fact.value, all->most) > 0)
            all->most = fact.value;
        whole_add(&all->sums, fact.value, fact.numerator, fact.n);
    }
    return all->sums.leaves > 0;
}

/* Is the whole that of the schools asked? A programme for all schools may ask
 * only some and give the number of all. */
static bool are_all(const struct audit *audit, size_t indicator)
{
    const struct site *site = audit->site;
    const struct programme *p =
        &site->programmes.at[site->indicators.at[indicator].programme];
    for (size_t s = 0; p->scope == SCOPE_ALL && s < site->schools.n; s++)
        if (site->schools.at[s].municipality.index == p->municipality.index &&
            !release_expects(audit->release, indicator, s))
            return false;
    return true;
}

/* The schools together by one aggregate, else like `like`. */
static bool together(const struct schools *all, const struct indicator *like,
                     enum aggregate aggregate, struct num *value)
{
    struct indicator how = *like;
    how.aggregate = (int)aggregate;
    return whole_value(&all->sums, &how, value);
}

/* A given whole is not computed by us, so a weighted and a plain mean are
 * both tried; without weights it must lie between the schools. */
static void check_mean(struct audit *audit, const struct audit_cell *cell,
                       const struct schools *all)
{
    const struct indicator *i =
        &audit->site->indicators.at[cell->indicator];
    struct num given = cell->fact.value, unit, plain, weighted;
    together(all, i, AGGREGATE_MEAN, &plain);
    unit = unit_of(given, plain);
    if (is_near(plain, given, unit))
        return;
    if (together(all, i, AGGREGATE_WEIGHTED, &weighted)) {
        if (!is_near(weighted, given, unit))
            report_whole(audit, cell, weighted, given);
    } else if (num_cmp(num_add(given, unit), all->least) < 0 ||
               num_cmp(num_sub(given, unit), all->most) > 0) {
        report_whole(audit, cell, plain, given);
    }
}

static void check_given(struct audit *audit, const struct audit_cell *cell)
{
    int kind = audit->site->indicators.at[cell->indicator].kind;
    struct schools all = {0};
    if (!are_all(audit, cell->indicator) || !add_schools(audit, cell, &all))
        return;
    if (kind == KIND_SHARE || kind == KIND_SCORE)
        check_mean(audit, cell, &all);
    else if (num_cmp(all.sums.values, cell->fact.value) != 0)
        report_whole(audit, cell, all.sums.values, cell->fact.value);
}

/* A row without a school beside a computed whole. */
static void check_row(struct audit *audit, const struct audit_cell *cell)
{
    const struct indicator *i =
        &audit->site->indicators.at[cell->indicator];
    struct num given, made = cell->fact.value, tolerance = {0};
    struct schools all = {0};
    if (!disclose_given(audit->release, cell->indicator, cell->period,
                        &given) ||
        !add_schools(audit, cell, &all))
        return;
    if (i->aggregate != AGGREGATE_SUM)
        tolerance = unit_of(given, made);
    if (!is_near(made, given, tolerance))
        report_whole(audit, cell, made, given);
}

void audit_whole(struct audit *audit, const struct audit_cell *cell)
{
    if (cell->fact.computed)
        check_row(audit, cell);
    else
        check_given(audit, cell);
}

/* --- money --- */

/* The sources of the total's year: false when some row has no such number or
 * another unit, or a second total stands beside. */
static bool add_sources(const struct programme *p, const struct money *total,
                        bool actual, struct num *sum)
{
    size_t sources = 0;
    *sum = (struct num){0};
    for (size_t i = 0; i < p->money.n; i++) {
        const struct money *it = &p->money.at[i];
        if (it->year != total->year || it == total)
            continue;
        if (money_is_total(it) || !str_eq(it->unit, total->unit) ||
            !(actual ? it->has_actual : it->has_planned))
            return false;
        *sum = num_add(*sum, actual ? it->actual : it->planned);
        sources++;
    }
    return sources > 0;
}

/* parts:PROG/finance.csv/planned@2025 (no indicator has a dot in its id) */
static void check_total(struct audit *audit, size_t programme,
                        const struct money *total, bool actual)
{
    const struct programme *p = &audit->site->programmes.at[programme];
    struct num given = actual ? total->actual : total->planned, sum;
    struct str year = audit_count(audit, total->year);
    if (!(actual ? total->has_actual : total->has_planned) ||
        !add_sources(p, total, actual, &sum) || num_cmp(sum, given) == 0)
        return;
    audit_add_at(audit, total->at,
                 str_format(audit->arena, "%.*s/finance.csv/%s@%.*s",
                            STR_FMT(p->id), actual ? "actual" : "planned",
                            STR_FMT(year)),
                 actual ? MSG_AUDIT_SPENT : MSG_AUDIT_PLANNED,
                 ARGS(audit_number(audit, sum), audit_number(audit, given),
                      year, total->unit),
                 (struct audit_finding){
                     .kind = AUDIT_PARTS, .programme = programme,
                     .period = {PERIOD_YEAR,
                                date_of((int)total->year, 1, 1),
                                date_of((int)total->year, 12, 31)},
                     .found = sum, .given = given});
}

void audit_money(struct audit *audit, size_t programme)
{
    const struct programme *p = &audit->site->programmes.at[programme];
    for (size_t i = 0; i < p->money.n; i++) {
        if (!money_is_total(&p->money.at[i]))
            continue;
        check_total(audit, programme, &p->money.at[i], false);
        check_total(audit, programme, &p->money.at[i], true);
    }
}
