/*
 * effect: how a programme did in a year, by the method it names. See effect.h
 * for the formulas and who uses them.
 */
#include "release/effect.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/money.h"
#include "release/progress.h"
#include "release/release.h"

#include <stdlib.h>

const char *const effect_whys[] = {
    [EFFECT_KNOWN] = NULL,
    [EFFECT_NO_TARGETS] = "no-targets",
    [EFFECT_NOT_OVER] = "not-over",
    [EFFECT_NO_DEGREES] = "no-degrees",
    [EFFECT_NO_MEASURES] = "no-measures",
    [EFFECT_NO_REPORTS] = "no-reports",
    [EFFECT_NO_MONEY] = "no-money",
    [EFFECT_NO_PLANNED] = "no-planned",
    [EFFECT_NO_SPENT] = "no-spent",
    [EFFECT_NOTHING_SPENT] = "nothing-spent",
    [EFFECT_UNITS] = "units",
    [EFFECT_NO_PART] = "no-part",
    [EFFECT_NO_YEAR] = "no-year",
    [EFFECT_NO_METHOD] = "no-method",
};

const char *const effect_classes[] = {
    [EFFECT_NO_CLASS] = NULL,
    [EFFECT_HIGH] = "high",
    [EFFECT_MEDIUM] = "medium",
    [EFFECT_SATISFACTORY] = "satisfactory",
    [EFFECT_UNSATISFACTORY] = "unsatisfactory",
    [EFFECT_NOT_LOW] = "not-low",
    [EFFECT_LOW] = "low",
};

static const struct programme *programme_at(const struct release *release,
                                            size_t programme)
{
    return &release_site(release)->programmes.at[programme];
}

static struct effect_part known(struct num value)
{
    return (struct effect_part){EFFECT_KNOWN, value};
}

static struct effect_part unknown(enum effect_why why)
{
    return (struct effect_part){.why = why};
}

static bool is_known(struct effect_part part)
{
    return part.why == EFFECT_KNOWN;
}

/* --- indicators --- */

size_t effect_period(const struct release *release, size_t indicator,
                     int64_t year)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);

    if (year == EFFECT_NOW) {
        size_t now = progress_current(release, indicator, RELEASE_WHOLE);
        return now != NONE && progress_target(release, indicator,
                                              RELEASE_WHOLE, periods[now])
                   ? now
                   : NONE;
    }
    for (size_t i = n; i-- > 0;)
        if (period_year(periods[i]) == year &&
            progress_target(release, indicator, RELEASE_WHOLE, periods[i]))
            return i;
    return NONE;
}

static void count_status(struct effect *e, const struct progress *p)
{
    switch (p->status) {
    case STATUS_REACHED:
        e->reached++;
        break;
    case STATUS_NEAR:
        e->near++;
        break;
    case STATUS_NOT_YET:
        e->not_yet++;
        break;
    case STATUS_NO_DATA:
        e->no_data++;
        break;
    case STATUS_NOT_DUE:
        e->not_due++;
        break;
    case STATUS_NO_TARGET:
        e->in_words++;
        break;
    }
    e->indicators++;
    e->judged += p->judged;
}

static struct num capped(struct num degree)
{
    return num_cmp(degree, num_int(1)) > 0 ? num_int(1) : degree;
}

/* SR: of share-reached the share itself, which needs no degrees. */
static void set_sr(struct effect *e, struct num sum)
{
    bool share = e->method == ACHIEVEMENT_SHARE;
    size_t n = share ? e->judged : e->degrees;

    if (share)
        sum = num_int((int64_t)e->reached);
    if (e->indicators == 0)
        e->sr = unknown(EFFECT_NO_TARGETS);
    else if (n == 0)
        e->sr = unknown(e->over ? EFFECT_NO_DEGREES : EFFECT_NOT_OVER);
    else
        e->sr = known(num_div(sum, num_int((int64_t)n), EFFECT_DECIMALS));
}

static void add_indicators(struct effect *e, const struct release *release)
{
    const struct programme *p = programme_at(release, e->programme);
    struct num sum = {0};

    for (size_t i = 0; i < p->indicator_n; i++) {
        size_t indicator = p->indicator_first + i;
        size_t at = effect_period(release, indicator, e->year);
        struct progress progress;

        if (at == NONE)
            continue;
        progress = progress_of(release, indicator, RELEASE_WHOLE, at);
        count_status(e, &progress);
        if (!progress.has_degree)
            continue;
        e->degrees++;
        sum = num_add(sum, capped(progress.degree));
    }
    set_sr(e, sum);
}

/* --- measures --- */

static void count_measure(struct effect *e, int done, bool late)
{
    size_t *const by_status[] = {
        [DONE_NO_REPORT] = &e->no_report,   [DONE_PLANNED] = &e->planned,
        [DONE_DOING] = &e->doing,           [DONE_DONE] = &e->done,
        [DONE_POSTPONED] = &e->postponed,   [DONE_CANCELLED] = &e->cancelled,
    };

    e->due++;
    if (late)
        e->late++;
    else
        ++*by_status[done];
}

static void add_measures(struct effect *e, const struct site *site)
{
    const struct programme *p = &site->programmes.at[e->programme];

    for (size_t i = 0; i < p->measures.n; i++) {
        bool late;
        int done;

        if (!progress_due_in(site, e->programme, i, e->year))
            continue;
        done = progress_done_in(site, e->programme, i, e->year, &late);
        count_measure(e, done, late);
    }
    if (e->due == 0)
        e->srm = unknown(EFFECT_NO_MEASURES);
    else if (!e->over)
        e->srm = unknown(EFFECT_NOT_OVER);
    else if (e->no_report > 0)
        e->srm = unknown(EFFECT_NO_REPORTS);
    else
        e->srm = known(num_div(num_int((int64_t)e->done),
                               num_int((int64_t)e->due), EFFECT_DECIMALS));
}

/* --- money --- */

static struct effect_part ssuz_of(const struct money_year *sum, bool over)
{
    if (sum->rows == 0)
        return unknown(EFFECT_NO_MONEY);
    if (!over)
        return unknown(EFFECT_NOT_OVER);
    if (sum->units_differ)
        return unknown(EFFECT_UNITS);
    if (!sum->has_plan || sum->plan.v <= 0)
        return unknown(EFFECT_NO_PLANNED);
    if (!sum->has_spent)
        return unknown(EFFECT_NO_SPENT);
    return known(num_div(sum->spent, sum->plan, EFFECT_DECIMALS));
}

static void add_money(struct effect *e, const struct programme *p)
{
    struct money_year sum = money_of(p, e->year);

    e->has_plan = sum.has_plan;
    e->has_spent = sum.has_spent;
    e->plan = sum.plan;
    e->spent = sum.spent;
    e->unit = sum.unit;
    e->ssuz = ssuz_of(&sum, e->over);
}

/* --- what the method makes of them --- */

/* (done / due) / (spent / plan), divided once: what SRm and SSuz lose in
 * rounding is not lost twice. */
static struct num eis_of(const struct effect *e)
{
    return num_div(num_mul(e->plan, num_int((int64_t)e->done)),
                   num_mul(e->spent, num_int((int64_t)e->due)),
                   EFFECT_DECIMALS);
}

static void set_efficiency(struct effect *e)
{
    if (!e->over)
        e->eis = unknown(EFFECT_NOT_OVER);
    else if (!is_known(e->srm) || !is_known(e->ssuz))
        e->eis = unknown(EFFECT_NO_PART);
    else if (e->spent.v <= 0)
        e->eis = unknown(EFFECT_NOTHING_SPENT);
    else
        e->eis = known(eis_of(e));
    e->er = e->eis;
    if (is_known(e->eis))
        e->er = is_known(e->sr)
                    ? known(num_round(num_mul(e->sr.value, e->eis.value),
                                      EFFECT_DECIMALS))
                    : unknown(EFFECT_NO_PART);
}

#define CLASS_DECIMALS 6        /* so that thirds add up to a whole */

static enum effect_class class_of(struct num er)
{
    static const struct {
        struct num least;
        enum effect_class class;
    } classes[] = {
        {{9, 1}, EFFECT_HIGH},
        {{8, 1}, EFFECT_MEDIUM},
        {{7, 1}, EFFECT_SATISFACTORY},
    };

    er = num_round(er, CLASS_DECIMALS);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (num_cmp(er, classes[i].least) >= 0)
            return classes[i].class;
    return EFFECT_UNSATISFACTORY;
}

#define SHARE_HIGH_PERCENT 90

static void set_result(struct effect *e)
{
    if (e->method == ACHIEVEMENT_SHARE) {
        e->eis = e->er = unknown(EFFECT_NO_METHOD);
        if (e->over && is_known(e->sr))
            e->class = 100 * e->reached >= SHARE_HIGH_PERCENT * e->judged
                           ? EFFECT_NOT_LOW
                           : EFFECT_LOW;
        return;
    }
    set_efficiency(e);
    if (is_known(e->er))
        e->class = class_of(e->er.value);
}

struct effect effect_of(const struct release *release, size_t programme,
                        int64_t year)
{
    const struct site *site = release_site(release);
    const struct programme *p = programme_at(release, programme);
    struct effect e = {.programme = programme, .year = year,
                       .method = p->achievement};

    if (year == EFFECT_NOW) {
        e.over = true;
        add_indicators(&e, release);
        e.srm = e.ssuz = e.eis = e.er = unknown(EFFECT_NO_YEAR);
        return e;
    }
    e.over = date_of((int)year, 12, 31) < catalog_as_of(site, programme);
    add_indicators(&e, release);
    add_measures(&e, site);
    add_money(&e, p);
    set_result(&e);
    return e;
}

/* --- which years --- */

#define YEARS_MAX 100           /* of a period written by mistake */

struct years {
    struct arena *arena;
    ARR(int64_t) list;
};

static void add_year(struct years *years, int64_t year)
{
    for (size_t i = 0; i < years->list.n; i++)
        if (years->list.at[i] == year)
            return;
    *ARR_PUSH(years->arena, &years->list) = year;
}

static int by_year(const void *a, const void *b)
{
    const int64_t *one = a, *other = b;

    return (*one > *other) - (*one < *other);
}

/* Years of the programme in which some measure is due. */
static void add_due_years(struct years *years, const struct site *site,
                          size_t programme)
{
    const struct programme *p = &site->programmes.at[programme];
    int year, month, day, last = period_year(p->period);

    if (p->period.kind == PERIOD_NONE)
        return;
    date_split(p->period.from, &year, &month, &day);
    for (int end = year + YEARS_MAX; year <= last && year < end; year++)
        for (size_t i = 0; i < p->measures.n; i++)
            if (progress_due_in(site, programme, i, year)) {
                add_year(years, year);
                break;
            }
}

const int64_t *effect_years(struct arena *arena,
                            const struct release *release, size_t programme,
                            size_t *n)
{
    const struct programme *p = programme_at(release, programme);
    struct years years = {.arena = arena};

    for (size_t i = 0; i < p->targets.n; i++)
        if (p->targets.at[i].who == TARGET_WHOLE)
            add_year(&years, period_year(p->targets.at[i].period));
    for (size_t i = 0; i < p->reports.n; i++)
        add_year(&years, period_year(p->reports.at[i].period));
    for (size_t i = 0; i < p->money.n; i++)
        add_year(&years, p->money.at[i].year);
    add_due_years(&years, release_site(release), programme);
    if (years.list.n > 0)
        qsort(years.list.at, years.list.n, sizeof *years.list.at, by_year);
    *n = years.list.n;
    return years.list.at;
}
