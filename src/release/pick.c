/*
 * pick: the few indicators that stand for a school. See pick.h.
 *
 * For render/. Looks at released facts alone; a school is measured by its own
 * past and its own targets, never by another school.
 */
#include "release/pick.h"

#include "model/catalog.h"
#include "release/compare.h"
#include "release/progress.h"
#include "release/release.h"

#define CHANGE_DECIMALS 6

/* What is best so far by each of the questions. */
struct picking {
    const struct release *release;
    size_t school;
    size_t reached, improved, gap, newest;
    struct num change, degree;
    struct period period;
    struct chosen_set {
        size_t at[PICK_MAX], n;
    } set;
};

bool pick_is_told(const struct release *release, size_t indicator,
                  size_t school)
{
    size_t n;
    const struct indicator *it =
        &release_site(release)->indicators.at[indicator];

    if (it->publish_level == LEVEL_MUNICIPALITY ||
        !release_expects(release, indicator, school))
        return false;
    release_periods(release, indicator, &n);
    enum state last = STATE_NOT_YET;
    for (size_t i = 0; i < n; i++) {
        enum state state = release_fact(release, indicator, school, i).state;
        if (state == STATE_SHOWN || state == STATE_COUNTS)
            return true;
        if (state != STATE_NOT_YET)
            last = state;
    }
    return last == STATE_HIDDEN || last == STATE_MISSING ||
           last == STATE_CHECKING;
}

/* --- the four questions --- */

/* By how much of its former value it moved to the better, in percent; false
 * where that cannot be said. */
static bool change_of(const struct release *release, size_t indicator,
                      size_t school, size_t period, struct num *out)
{
    const struct indicator *it =
        &release_site(release)->indicators.at[indicator];
    size_t before = compare_previous(release, indicator, school, period);
    if (before == NONE || (it->direction != DIRECTION_UP &&
                           it->direction != DIRECTION_DOWN) ||
        compare_break(release, indicator, before, period))
        return false;
    struct fact was = release_fact(release, indicator, school, before);
    struct fact now = release_fact(release, indicator, school, period);
    if (num_is_zero(was.value) || !compare_like(it, now, was))
        return false;
    struct num step = it->direction == DIRECTION_UP
        ? num_sub(now.value, was.value) : num_sub(was.value, now.value);
    *out = num_div(num_mul(num_int(100), step), num_abs(was.value),
                   CHANGE_DECIMALS);
    return num_cmp(*out, num_int(0)) > 0;
}

static bool names(const struct refs *refs, size_t index)
{
    for (size_t i = 0; i < refs->n; i++)
        if (refs->at[i].index == index)
            return true;
    return false;
}

/* Is there a measure for it, of the school or of all? */
static bool has_activity(const struct site *site, size_t indicator,
                         size_t school)
{
    const struct programme *of =
        &site->programmes.at[site->indicators.at[indicator].programme];
    for (size_t i = 0; i < of->measures.n; i++) {
        const struct measure *it = &of->measures.at[i];
        if (it->status != DONE_CANCELLED &&
            names(&it->indicators, indicator) &&
            (it->schools.n == 0 || names(&it->schools, school)))
            return true;
    }
    return false;
}

static void judge_progress(struct picking *p, size_t indicator, size_t period)
{
    struct progress it = progress_of(p->release, indicator, p->school, period);
    if (!it.judged)
        return;
    if (it.status == STATUS_REACHED) {
        if (p->reached == NONE)
            p->reached = indicator;
    } else if (it.has_degree &&
               (p->gap == NONE || num_cmp(it.degree, p->degree) < 0) &&
               has_activity(release_site(p->release), indicator, p->school)) {
        p->gap = indicator;
        p->degree = it.degree;
    }
}

static void judge(struct picking *p, size_t indicator)
{
    size_t n, last = release_last(p->release, indicator, p->school);
    const struct period *periods = release_periods(p->release, indicator, &n);
    if (last == NONE)
        return;
    if (p->newest == NONE || period_cmp(periods[last], p->period) > 0) {
        p->newest = indicator;
        p->period = periods[last];
    }
    struct fact fact = release_fact(p->release, indicator, p->school, last);
    struct num change;
    if (!fact_is_shown(fact))
        return;
    if (change_of(p->release, indicator, p->school, last, &change) &&
        (p->improved == NONE || num_cmp(change, p->change) > 0)) {
        p->improved = indicator;
        p->change = change;
    }
    judge_progress(p, indicator, last);
}

/* --- the set --- */

static void take(struct chosen_set *set, size_t indicator)
{
    if (indicator == NONE || set->n == PICK_MAX)
        return;
    for (size_t i = 0; i < set->n; i++)
        if (set->at[i] == indicator)
            return;
    set->at[set->n++] = indicator;
}

/* In the order of the programmes. */
static void sort(struct chosen_set *set)
{
    for (size_t i = 1; i < set->n; i++) {
        size_t it = set->at[i], at = i;
        for (; at > 0 && set->at[at - 1] > it; at--)
            set->at[at] = set->at[at - 1];
        set->at[at] = it;
    }
}

static void take_chosen(struct picking *p)
{
    const struct config *config = &release_site(p->release)->config;
    for (size_t i = 0; i < config->poster_n; i++) {
        size_t indicator = config->poster[i].indicator;
        if (indicator != NONE &&
            pick_is_told(p->release, indicator, p->school))
            take(&p->set, indicator);
    }
}

/* Those with a value, or the others. */
static void take_rest(struct picking *p, const struct programme *of,
                      bool valued)
{
    for (size_t i = 0; i < of->indicator_n && p->set.n < PICK_MAX; i++) {
        size_t indicator = of->indicator_first + i;
        bool has = release_last(p->release, indicator, p->school) != NONE;
        if (has == valued && pick_is_told(p->release, indicator, p->school))
            take(&p->set, indicator);
    }
}

static void take_telling(struct picking *p, const size_t *programmes,
                         size_t n)
{
    const struct site *site = release_site(p->release);
    for (size_t i = 0; i < n; i++) {
        const struct programme *of = &site->programmes.at[programmes[i]];
        for (size_t k = 0; k < of->indicator_n; k++)
            if (pick_is_told(p->release, of->indicator_first + k, p->school))
                judge(p, of->indicator_first + k);
    }
    take(&p->set, p->reached);
    take(&p->set, p->improved);
    take(&p->set, p->gap);
    take(&p->set, p->newest);
    for (int valued = 1; valued >= 0; valued--)
        for (size_t i = 0; i < n; i++)
            take_rest(p, &site->programmes.at[programmes[i]], valued);
    sort(&p->set);
}

size_t pick_for_school(const struct release *release, size_t school,
                       const size_t *programmes, size_t n,
                       size_t out[PICK_MAX])
{
    struct picking p = {.release = release, .school = school,
                        .reached = NONE, .improved = NONE, .gap = NONE,
                        .newest = NONE};
    take_chosen(&p);
    if (p.set.n == 0)
        take_telling(&p, programmes, n);
    for (size_t i = 0; i < p.set.n; i++)
        out[i] = p.set.at[i];
    return p.set.n;
}
