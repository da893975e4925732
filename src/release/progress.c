/*
 * progress: values against targets, measures against their dates. Everything
 * is computed from released facts alone.
 *
 * See progress.h.
 */
#include "release/progress.h"

#include "model/catalog.h"
#include "release/release.h"

#define DEGREE_DECIMALS 4
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
static struct num gap_of(const struct progress *p, enum target_op op)
{
    struct num none = {0};
    struct num high = p->target->op == TARGET_RANGE ? p->plan_high : p->plan;
    bool low_bound = op != TARGET_AT_MOST;
    bool high_bound = op == TARGET_AT_MOST || op == TARGET_RANGE;
    if (low_bound && num_cmp(p->fact, p->plan) < 0)
        return num_sub(p->plan, p->fact);
    if (high_bound && num_cmp(p->fact, high) > 0)
        return num_sub(p->fact, high);
    return none;
}

/* The bound that is missed: the upper one of a range from above. */
static struct num bound_of(const struct progress *p)
{
    bool above = p->target->op == TARGET_RANGE &&
                 num_cmp(p->fact, p->plan_high) > 0;
    return above ? p->plan_high : p->plan;
}

/* rf-ratio with the zero rules of R5.5. */
static void set_degree(struct progress *p, enum target_op op)
{
    struct num wanted = p->plan, got = p->fact;
    p->has_degree = op == TARGET_AT_LEAST || op == TARGET_AT_MOST;
    if (!p->has_degree)
        return;
    if (op == TARGET_AT_LEAST) {
        p->degree = num_is_zero(wanted)
                        ? num_int(1)
                        : num_div(got, wanted, DEGREE_DECIMALS);
        return;
    }
    if (num_is_zero(got))
        p->degree = num_int(1);
    else
        p->degree = num_is_zero(wanted)
                        ? num_int(0)
                        : num_div(wanted, got, DEGREE_DECIMALS);
}

/* Did it come closer to the target since the period before? What was beyond
 * the target then and falls short now did not. */
static bool moved_right(const struct release *release, size_t indicator,
                        size_t school, size_t period,
                        const struct progress *p, enum target_op op)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);
    const struct programme *programme = programme_of(release, indicator);
    if (period == 0)
        return false;
    for (size_t b = 0; b < programme->breaks.n; b++)
        if (programme->breaks.at[b].indicator.index == indicator &&
            period_eq(programme->breaks.at[b].period, periods[period]))
            return false;
    struct fact before =
        release_fact(release, indicator, school, period - 1);
    if (before.state != STATE_SHOWN || !before.has_value ||
        !period_eq(period_before(periods[period]), periods[period - 1]))
        return false;
    struct progress then = *p;
    then.fact = before.value;
    return num_cmp(p->gap, gap_of(&then, op)) < 0;
}

static void judge(const struct release *release, size_t indicator,
                  size_t school, size_t period, struct progress *p)
{
    const struct site *site = release_site(release);
    enum target_op op = operator_of(
        p->target, site->indicators.at[indicator].direction);
    if (op == TARGET_WORDS)
        return;
    p->judged = true;
    if (op == TARGET_YES) {
        p->status = num_cmp(p->fact, p->plan) == 0 ? STATUS_REACHED
                                                   : STATUS_NOT_YET;
        return;
    }
    set_degree(p, op);
    p->gap = gap_of(p, op);
    if (num_is_zero(p->gap)) {
        p->status = STATUS_REACHED;
        return;
    }
    p->gap_small = num_cmp(num_mul(p->gap, num_int(100)),
                           num_mul(num_abs(bound_of(p)),
                                   num_int(NEAR_PERCENT))) <= 0;
    p->moved_right = moved_right(release, indicator, school, period, p, op);
    p->status = p->gap_small || p->moved_right ? STATUS_NEAR
                                               : STATUS_NOT_YET;
}

struct progress progress_of(const struct release *release, size_t indicator,
                            size_t school, size_t period)
{
    size_t n;
    const struct site *site = release_site(release);
    const struct period *periods = release_periods(release, indicator, &n);
    struct fact fact = release_fact(release, indicator, school, period);
    struct progress p = {.status = STATUS_NO_TARGET};
    date as_of = catalog_as_of(site,
                               site->indicators.at[indicator].programme);
    p.target = progress_target(release, indicator, school, periods[period]);
    if (!p.target)
        return p;
    p.plan = p.target->value;
    p.plan_high = p.target->high;
    p.fact = fact.value;
    if (fact.state == STATE_SHOWN && fact.has_value) {
        p.status = STATUS_NO_TARGET;
        judge(release, indicator, school, period, &p);
    } else {
        p.status = periods[period].to < as_of ? STATUS_NO_DATA
                                              : STATUS_NOT_DUE;
    }
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

/* --- measures --- */

/* The latest report about a measure, or NULL. */
static const struct report *last_report(const struct programme *p,
                                        const struct measure *m)
{
    const struct report *last = NULL;
    for (size_t i = 0; i < p->reports.n; i++) {
        const struct report *r = &p->reports.at[i];
        if (r->measure.index == (size_t)(m - p->measures.at) &&
            (!last || period_cmp(r->period, last->period) >= 0))
            last = r;
    }
    return last;
}

/* What is known of a measure: its own status, else its latest report's. */
static enum done status_of(const struct programme *p,
                           const struct measure *m)
{
    const struct report *last = NULL;
    if (m->status == DONE_NO_REPORT)
        last = last_report(p, m);
    return last ? (enum done)last->status : (enum done)m->status;
}

int progress_done(const struct site *site, size_t programme, size_t measure)
{
    const struct programme *p = &site->programmes.at[programme];
    return (int)status_of(p, &p->measures.at[measure]);
}

bool progress_overdue(const struct site *site, size_t programme,
                      size_t measure)
{
    const struct programme *p = &site->programmes.at[programme];
    const struct measure *m = &p->measures.at[measure];
    const struct report *last =
        m->status == DONE_NO_REPORT ? last_report(p, m) : NULL;
    enum done status = status_of(p, m);
    date as_of = catalog_as_of(site, programme);
    if (status != DONE_PLANNED && status != DONE_DOING)
        return false;
    if (last)
        return last->period.to < as_of;
    if (m->when.kind == WHEN_SPAN && !m->when.yearly)
        return m->when.to < as_of;
    return (m->when.kind == WHEN_YEARLY || m->when.kind == WHEN_SPAN) &&
           p->period.kind != PERIOD_NONE && p->period.to < as_of;
}

struct plan_counts progress_measures(const struct site *site,
                                     size_t programme)
{
    const struct programme *p = &site->programmes.at[programme];
    struct plan_counts counts = {.all = p->measures.n};
    for (size_t i = 0; i < p->measures.n; i++) {
        size_t *const by_status[] = {
            [DONE_NO_REPORT] = &counts.no_report,
            [DONE_PLANNED] = &counts.planned,
            [DONE_DOING] = &counts.doing,
            [DONE_DONE] = &counts.done,
            [DONE_POSTPONED] = &counts.postponed,
            [DONE_CANCELLED] = &counts.cancelled,
        };
        ++*by_status[status_of(p, &p->measures.at[i])];
        counts.overdue += progress_overdue(site, programme, i);
    }
    return counts;
}
