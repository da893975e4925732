/*
 * words_method_find: which formulas are in force, and where they show; see
 * words_method.h. For render/.
 */
#include "release/words_method.h"

#include "model/catalog.h"
#include "release/compare.h"

#define CELLS_MAX 50000         /* looked at: a page is no audit */

struct search {
    const struct release *release;
    struct method_cells cells;
    const struct indicator *about;
    size_t indicator, school, period, looked;
    struct fact fact;
};

/* --- does the cell show it? --- */

static bool has_people(const struct search *s)
{
    return s->about->kind == KIND_SHARE && s->fact.state == STATE_SHOWN &&
           s->fact.has_value && s->fact.numerator >= 0 && s->fact.n > 0;
}

/* No child's failure and no zero is made an example of arithmetic. */
static bool is_calm(const struct search *s)
{
    return s->about->direction != DIRECTION_DOWN &&
           !num_is_zero(s->fact.value);
}

static bool is_share(const struct search *s)
{
    int decimals = (int)s->about->decimals;

    return has_people(s) && !s->fact.computed && is_calm(s) &&
           num_cmp(num_percent(s->fact.numerator, s->fact.n, decimals),
                   s->fact.value) == 0;
}

static bool is_cut(const struct search *s)
{
    struct num value = num_trim(s->fact.value);
    int decimals = (int)s->about->decimals;

    return has_people(s) && !s->fact.computed && is_calm(s) &&
           value.scale <= decimals &&
           num_cmp(num_percent(s->fact.numerator, s->fact.n, decimals),
                   value) != 0 &&
           num_cmp(num_percent_cut(s->fact.numerator, s->fact.n, decimals),
                   value) == 0;
}

static bool is_counts(const struct search *s)
{
    return s->about->kind == KIND_SHARE && s->fact.state == STATE_COUNTS &&
           s->fact.numerator >= 0;
}

static bool is_whole(const struct search *s, int aggregate)
{
    return s->school == RELEASE_WHOLE && fact_is_shown(s->fact) && is_calm(s) &&
           s->about->aggregate == aggregate;
}

static bool is_weighted(const struct search *s)
{
    return is_whole(s, AGGREGATE_WEIGHTED) && s->fact.computed;
}

static bool is_sum(const struct search *s)
{
    return is_whole(s, AGGREGATE_SUM) && s->fact.computed;
}

static bool is_mean(const struct search *s)
{
    return is_whole(s, AGGREGATE_MEAN) && s->fact.computed;
}

static bool is_given(const struct search *s)
{
    return is_whole(s, AGGREGATE_GIVEN);
}

static bool is_coverage(const struct search *s)
{
    return fact_is_shown(s->fact) && s->fact.computed &&
           s->fact.leaves < s->fact.expected;
}

/* What is said of a school is shown on a school, where there is one. */
static bool is_typical(const struct search *s)
{
    return s->school != RELEASE_WHOLE ||
           !release_by_school(s->release, s->indicator);
}

static bool is_range(const struct search *s)
{
    double lo, hi;

    return s->about->kind == KIND_SHARE && fact_is_shown(s->fact) &&
           is_typical(s) &&
           compare_wilson(s->fact.value, s->fact.n, &lo, &hi);
}

static bool is_noise(const struct search *s)
{
    size_t before;
    struct fact fact;

    if (s->about->kind != KIND_SHARE || !fact_is_shown(s->fact) ||
        !is_typical(s))
        return false;
    before = compare_previous(s->release, s->indicator, s->school, s->period);
    if (before == NONE ||
        compare_break(s->release, s->indicator, before, s->period))
        return false;
    fact = release_fact(s->release, s->indicator, s->school, before);
    return num_cmp(s->fact.value, fact.value) != 0 &&
           compare_noise(s->fact.value, s->fact.n, fact.value, fact.n);
}

static bool is_about(const struct search *s)
{
    struct num whole;

    return compare_with_whole(s->release, s->indicator, s->school, s->period,
                              &whole) == COMPARE_ABOUT;
}

/* Once for each period of an indicator. */
static bool is_half(const struct search *s)
{
    return s->school == RELEASE_WHOLE &&
           compare_distribution(s->release, s->indicator, s->period).shown;
}

static bool is_break(const struct search *s)
{
    const struct site *site = release_site(s->release);
    const struct programme *p = &site->programmes.at[s->about->programme];
    size_t n;
    const struct period *periods =
        release_periods(s->release, s->indicator, &n);

    for (size_t i = 0; i < p->breaks.n; i++)
        if (p->breaks.at[i].indicator.index == s->indicator &&
            period_eq(p->breaks.at[i].period, periods[s->period]))
            return true;
    return false;
}

static struct progress progress_at(const struct search *s)
{
    return progress_of(s->release, s->indicator, s->school, s->period);
}

static bool is_status(const struct search *s, enum status status)
{
    struct progress p;

    if (!fact_is_shown(s->fact))
        return false;
    p = progress_at(s);
    return p.judged && p.status == status && p.op != TARGET_YES;
}

static bool is_reached(const struct search *s)
{
    return is_status(s, STATUS_REACHED);
}

static bool is_near(const struct search *s)
{
    return is_status(s, STATUS_NEAR);
}

static bool is_not_yet(const struct search *s)
{
    return is_status(s, STATUS_NOT_YET);
}

/* A degree by the ratio; `zero`: where a rule stands in for the division. */
static bool has_degree(const struct search *s, int op, bool zero)
{
    struct progress p;

    if (!fact_is_shown(s->fact))
        return false;
    p = progress_at(s);
    return p.has_degree && p.method == ACHIEVEMENT_RATIO &&
           (op < 0 || p.op == op) &&
           (num_is_zero(p.plan) || num_is_zero(p.fact)) == zero;
}

static bool is_degree_up(const struct search *s)
{
    return has_degree(s, TARGET_AT_LEAST, false);
}

static bool is_degree_down(const struct search *s)
{
    return has_degree(s, TARGET_AT_MOST, false);
}

static bool is_degree_zero(const struct search *s)
{
    return has_degree(s, -1, true);
}

static bool (*const shows[METHOD_COUNT])(const struct search *s) = {
    [METHOD_SHARE] = is_share,
    [METHOD_COUNTS] = is_counts,
    [METHOD_CUT] = is_cut,
    [METHOD_WEIGHTED] = is_weighted,
    [METHOD_SUM] = is_sum,
    [METHOD_MEAN] = is_mean,
    [METHOD_GIVEN] = is_given,
    [METHOD_COVERAGE] = is_coverage,
    [METHOD_RANGE] = is_range,
    [METHOD_NOISE] = is_noise,
    [METHOD_ABOUT] = is_about,
    [METHOD_HALF] = is_half,
    [METHOD_BREAK] = is_break,
    [METHOD_REACHED] = is_reached,
    [METHOD_NEAR] = is_near,
    [METHOD_NOT_YET] = is_not_yet,
    [METHOD_DEGREE_UP] = is_degree_up,
    [METHOD_DEGREE_DOWN] = is_degree_down,
    [METHOD_DEGREE_ZERO] = is_degree_zero
};

/* --- looking --- */

static void look_at(struct search *s, size_t school, size_t period)
{
    s->looked++;
    s->school = school;
    s->period = period;
    s->fact = release_fact(s->release, s->indicator, school, period);
    for (size_t m = 0; m < METHOD_COUNT; m++)
        if (shows[m] && !s->cells.at[m].found && shows[m](s))
            s->cells.at[m] = (struct method_cell){
                true, true, s->indicator, school, period};
}

static void look_through(struct search *s)
{
    size_t n, schools_n;
    const uint32_t *schools =
        release_schools(s->release, s->indicator, &schools_n);

    release_periods(s->release, s->indicator, &n);
    for (size_t i = n; i-- > 0;)
        look_at(s, RELEASE_WHOLE, i);
    s->looked += n * schools_n / 8;         /* is_half looks at them all */
    for (size_t k = 0; k < schools_n && s->looked < CELLS_MAX; k++)
        for (size_t i = n; i-- > 0;)
            look_at(s, schools[k], i);
}

/* What an indicator asks for even before there is a number to show it on. */
static void note_rules(struct search *s)
{
    static const enum method wholes[] = {
        [AGGREGATE_GIVEN] = METHOD_GIVEN,
        [AGGREGATE_WEIGHTED] = METHOD_WEIGHTED,
        [AGGREGATE_SUM] = METHOD_SUM,
        [AGGREGATE_MEAN] = METHOD_MEAN,
        [AGGREGATE_NONE] = METHOD_APART
    };
    struct method_cell *at = s->cells.at;
    int aggregate = s->about->aggregate;

    if (s->about->kind == KIND_SHARE)
        at[METHOD_SHARE].used = at[METHOD_COUNTS].used = true;
    if (aggregate == AGGREGATE_NONE
            ? release_by_school(s->release, s->indicator)
            : release_has_whole(s->release, s->indicator))
        at[wholes[aggregate]].used = true;
}

struct method_cells words_methods(const struct release *release)
{
    const struct site *site = release_site(release);
    struct search s = {.release = release};
    size_t n;

    for (size_t i = 0; i < site->indicators.n; i++) {
        release_periods(release, i, &n);
        s.about = &site->indicators.at[i];
        s.indicator = i;
        if (n == 0)
            continue;
        note_rules(&s);
        if (s.looked < CELLS_MAX)
            look_through(&s);
    }
    return s.cells;
}
