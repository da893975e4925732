/*
 * progress: values against targets. Everything is computed from released
 * facts alone; measures are in progress_measures.c.
 *
 * See progress.h.
 */
#include "release/progress.h"

#include "model/catalog.h"
#include "release/compare.h"
#include "release/release.h"

#define NEAR_PERCENT 10         /* a gap of 10 % of the target is near */

static const struct programme *programme_of(const struct release *release,
                                            size_t indicator)
{
    const struct site *site = release_site(release);
    return &site->programmes.at[site->indicators.at[indicator].programme];
}

/* --- targets --- */

/* In the order in which targets are sorted. */
static int target_cmp(const struct target *a, const struct target *b)
{
    int order;
    if (a->indicator.index != b->indicator.index)
        return a->indicator.index < b->indicator.index ? -1 : 1;
    if ((order = period_cmp(a->period, b->period)) != 0)
        return order;
    if (a->who != b->who)
        return a->who < b->who ? -1 : 1;
    return (a->school.index > b->school.index) -
           (a->school.index < b->school.index);
}

/* The last one that is not behind `like`, if it speaks of the same indicator
 * and period, or NULL. Every school may have targets of its own, so the list
 * is as long as the site is large. */
static const struct target *find_target(const struct programme *p,
                                        const struct target *like)
{
    size_t lo = 0, hi = p->targets.n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (target_cmp(&p->targets.at[mid], like) <= 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == 0)
        return NULL;
    const struct target *found = &p->targets.at[lo - 1];
    return found->indicator.index == like->indicator.index &&
                   period_eq(found->period, like->period)
               ? found
               : NULL;
}

/* Its own target beats the one for each school, which stands before those of
 * all schools; before it stands the one of the whole. */
const struct target *progress_target(const struct release *release,
                                     size_t indicator, size_t school,
                                     struct period period)
{
    const struct programme *p = programme_of(release, indicator);
    const struct target *found;
    struct target like = {.indicator.index = indicator, .period = period,
                          .who = TARGET_SCHOOL, .school.index = school};
    if (school == RELEASE_WHOLE) {
        like.who = TARGET_WHOLE;
        like.school.index = NONE;
        return find_target(p, &like);
    }
    found = find_target(p, &like);
    if (found && found->who == TARGET_SCHOOL &&
        found->school.index != school) {
        like.who = TARGET_EACH;
        like.school.index = NONE;
        found = find_target(p, &like);
    }
    return found && found->who != TARGET_WHOLE ? found : NULL;
}

const struct target *progress_next(const struct release *release,
                                   size_t indicator, size_t school,
                                   struct period after)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);
    for (size_t i = 0; i < n; i++) {
        const struct target *target =
            period_cmp(periods[i], after) > 0
                ? progress_target(release, indicator, school, periods[i])
                : NULL;
        if (target)
            return target;
    }
    return NULL;
}

/* --- one fact against its target --- */

/* The operator in force: a bare target takes the direction's (design 5);
 * TARGET_WORDS: printed, not judged. */
static enum target_op operator_of(const struct target *target, int direction)
{
    if (target->op != TARGET_BARE && target->op != TARGET_UP_TO)
        return target->op;
    switch (direction) {
    case DIRECTION_UP:
        return TARGET_AT_LEAST;
    case DIRECTION_DOWN:
        return TARGET_AT_MOST;
    case DIRECTION_RANGE:
        return TARGET_RANGE;
    default:
        return TARGET_WORDS;
    }
}

/* How far the fact is from what is wanted; zero when it is reached. */
static struct num gap_of(const struct progress *p)
{
    struct num none = {0};
    bool low_bound = p->op != TARGET_AT_MOST;
    bool high_bound = p->op == TARGET_AT_MOST || p->op == TARGET_RANGE;

    if (low_bound && num_cmp(p->fact, p->plan) < 0)
        return num_sub(p->plan, p->fact);
    if (high_bound && num_cmp(p->fact, p->plan_high) > 0)
        return num_sub(p->fact, p->plan_high);
    return none;
}

/* The bound that is missed: the upper one of a range from above. */
static struct num bound_of(const struct progress *p)
{
    return num_cmp(p->fact, p->plan_high) > 0 ? p->plan_high : p->plan;
}

/* rf-ratio with the zero rules of R5.5 (features 1.9): fact / plan where more
 * is wanted, plan / fact where less is. The acts know no ratio for two bounds
 * and none of negative numbers. */
static void set_ratio(struct progress *p)
{
    bool up = p->op == TARGET_AT_LEAST;
    struct num over = up ? p->fact : p->plan;
    struct num under = up ? p->plan : p->fact;
    bool negative = p->plan.v < 0 || p->fact.v < 0;

    p->has_degree = !negative && (up || p->op == TARGET_AT_MOST);
    if (p->has_degree)
        p->degree = num_is_zero(under)
                        ? num_int(1)
                        : num_div(over, under, PROGRESS_DECIMALS);
}

/* After the status. */
static void set_degree(struct progress *p)
{
    if (p->method == ACHIEVEMENT_RATIO) {
        set_ratio(p);
        return;
    }
    p->has_degree = true;
    p->degree = num_int(p->status == STATUS_REACHED);
}

/* --- what was before --- */

static bool is_break(const struct programme *programme, size_t indicator,
                     struct period period)
{
    for (size_t b = 0; b < programme->breaks.n; b++)
        if (programme->breaks.at[b].indicator.index == indicator &&
            period_eq(programme->breaks.at[b].period, period))
            return true;
    return false;
}

/* The baseline, where the tables know nothing of its period. */
static void set_base(struct progress *p, const struct indicator *indicator,
                     struct period wanted, enum state state)
{
    if ((state != STATE_MISSING && state != STATE_NOT_YET) ||
        !indicator->has_baseline ||
        !period_eq(indicator->baseline_period, wanted))
        return;
    p->has_before = p->before_is_base = true;
    p->before = indicator->baseline;
}

static void set_before(const struct release *release, size_t indicator,
                       size_t school, size_t now, struct progress *p)
{
    size_t n;
    struct period period = release_periods(release, indicator, &n)[now];
    struct period wanted = period_before(period);
    const struct indicator *about =
        &release_site(release)->indicators.at[indicator];
    size_t at = release_period(release, indicator, wanted);
    struct fact before = {.state = STATE_MISSING};

    if (is_break(programme_of(release, indicator), indicator, period))
        return;
    if (at != NONE)
        before = release_fact(release, indicator, school, at);
    if (fact_is_shown(before)) {
        p->has_before = compare_like(
            about, release_fact(release, indicator, school, now), before);
        p->before = before.value;
    } else if (school == RELEASE_WHOLE) {
        set_base(p, about, wanted, before.state);
    }
}

/* Did it come closer to the target since the period before? What was beyond
 * the target then and falls short now did not. */
static bool moved_right(const struct progress *p)
{
    struct progress then = *p;

    then.fact = p->before;
    return p->has_before && num_cmp(p->gap, gap_of(&then)) < 0;
}

static void set_status(struct progress *p)
{
    if (p->op == TARGET_YES) {
        p->status = num_cmp(p->fact, p->plan) == 0 ? STATUS_REACHED
                                                   : STATUS_NOT_YET;
        return;
    }
    p->gap = gap_of(p);
    if (num_is_zero(p->gap)) {
        p->status = STATUS_REACHED;
        return;
    }
    p->gap_small = num_cmp(num_mul(p->gap, num_int(100)),
                           num_mul(num_abs(bound_of(p)),
                                   num_int(NEAR_PERCENT))) <= 0;
    p->moved_right = moved_right(p);
    p->status = p->gap_small || p->moved_right ? STATUS_NEAR
                                               : STATUS_NOT_YET;
}

struct progress progress_of(const struct release *release, size_t indicator,
                            size_t school, size_t period)
{
    size_t n;
    const struct site *site = release_site(release);
    const struct indicator *it = &site->indicators.at[indicator];
    const struct period *periods = release_periods(release, indicator, &n);
    struct fact fact = release_fact(release, indicator, school, period);
    struct progress p = {.status = STATUS_NO_TARGET, .op = TARGET_WORDS};

    p.target = progress_target(release, indicator, school, periods[period]);
    if (!p.target)
        return p;
    p.op = (int)operator_of(p.target, it->direction);
    p.method = it->achievement >= 0
                   ? it->achievement
                   : programme_of(release, indicator)->achievement;
    p.plan = p.target->value;
    p.plan_high = p.target->op == TARGET_RANGE ? p.target->high : p.plan;
    p.fact = fact.value;
    if (!fact_is_shown(fact)) {
        p.status = periods[period].to < catalog_as_of(site, it->programme)
                       ? STATUS_NO_DATA
                       : STATUS_NOT_DUE;
        return p;
    }
    if (p.op == TARGET_WORDS)
        return p;
    p.judged = true;
    set_before(release, indicator, school, period, &p);
    set_status(&p);
    set_degree(&p);
    return p;
}

bool progress_has_target(const struct release *release, size_t indicator,
                         size_t school)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);
    for (size_t i = 0; i < n; i++)
        if (progress_target(release, indicator, school, periods[i]))
            return true;
    return false;
}

size_t progress_current(const struct release *release, size_t indicator,
                        size_t school)
{
    size_t n;
    const struct site *site = release_site(release);
    const struct period *periods = release_periods(release, indicator, &n);
    date as_of = catalog_as_of(site,
                               site->indicators.at[indicator].programme);
    for (size_t p = n; p-- > 0;) {
        struct fact fact = release_fact(release, indicator, school, p);
        if (fact.state == STATE_SHOWN || fact.state == STATE_COUNTS)
            return p;
        if (periods[p].to < as_of &&
            progress_target(release, indicator, school, periods[p]))
            return p;
    }
    return release_last(release, indicator, school);
}

/* --- thresholds --- */

const struct threshold *progress_threshold(const struct release *release,
                                           size_t indicator,
                                           struct period period, size_t at)
{
    const struct programme *p = programme_of(release, indicator);

    for (size_t i = 0; i < p->thresholds.n; i++) {
        const struct threshold *it = &p->thresholds.at[i];

        if (it->indicator.index == indicator &&
            period_eq(it->period, period) && at-- == 0)
            return it;
    }
    return NULL;
}
