/*
 * context: conditions, process and results of schools. See context.h.
 *
 * For render/.
 */
#include "release/context.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/release.h"

#include <stdlib.h>
#include <string.h>

#define MEAN_DECIMALS 9

/* The two sums that are crossed. */
struct crossing {
    const struct release *release;
    const struct formula *x, *y;
    const struct programme *programme;
};

/* --- one school --- */

/* The indicator's last period that is counted to the year, or NONE. */
static size_t period_of(const struct release *release, size_t indicator,
                        int64_t year)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);

    while (n-- > 0)
        if (period_year(periods[n]) == year)
            return n;
    return NONE;
}

/* False when any of its numbers is not shown. */
static bool sum_of(const struct release *release,
                   const struct formula *formula, size_t school,
                   int64_t year, struct num *sum)
{
    *sum = num_int(0);
    for (size_t i = 0; i < formula->n; i++) {
        const struct weighted *w = &formula->at[i];
        size_t period = w->indicator == NONE
                            ? NONE
                            : period_of(release, w->indicator, year);
        struct fact fact;

        if (period == NONE)
            return false;
        fact = release_fact(release, w->indicator, school, period);
        if (!fact_is_shown(fact))
            return false;
        *sum = num_add(*sum, num_mul(w->weight, fact.value));
    }
    return true;
}

/* --- all schools --- */

static int point_cmp(const void *a, const void *b)
{
    const struct context_point *p = a, *q = b;
    int order = num_cmp(p->x, q->x);

    return order != 0 ? order : num_cmp(p->y, q->y);
}

/* Fills `points` and returns how many schools take part in that year. */
static size_t points_of(const struct crossing *c, int64_t year,
                        struct context_point *points)
{
    size_t n = 0;

    for (size_t i = 0; i < c->programme->schools_n; i++) {
        size_t school = c->programme->schools[i];
        struct context_point point;

        if (sum_of(c->release, c->x, school, year, &point.x) &&
            sum_of(c->release, c->y, school, year, &point.y))
            points[n++] = point;
    }
    qsort(points, n, sizeof *points, point_cmp);
    return n;
}

/* Exactly: n times the value against the sum. */
static bool above(struct num value, struct num sum, size_t n)
{
    return num_cmp(num_mul(value, num_int((int64_t)n)), sum) > 0;
}

static void fill_groups(struct context *it)
{
    struct num sum_x = num_int(0), sum_y = num_int(0);

    for (size_t i = 0; i < it->schools; i++) {
        sum_x = num_add(sum_x, it->points[i].x);
        sum_y = num_add(sum_y, it->points[i].y);
    }
    it->mean_x = num_div(sum_x, num_int((int64_t)it->schools),
                         MEAN_DECIMALS);
    it->mean_y = num_div(sum_y, num_int((int64_t)it->schools),
                         MEAN_DECIMALS);
    for (size_t i = 0; i < it->schools; i++) {
        bool x = above(it->points[i].x, sum_x, it->schools);
        bool y = above(it->points[i].y, sum_y, it->schools);

        it->groups[x][y]++;
    }
}

/* --- resilient schools --- */

static int y_cmp(const void *a, const void *b)
{
    const struct context_point *p = a, *q = b;

    return num_cmp(p->y, q->y);
}

/* How many are among the lowest by x and the highest by y. The points stand
 * by x. With its equals a point must be among the first `low`: so it is less
 * than the one that follows them. */
static size_t count_resilient(struct arena *arena, const struct context *it,
                              const struct resilience *by)
{
    size_t low = it->schools * (size_t)by->lowest / 100;
    size_t high = it->schools * (size_t)by->highest / 100;
    struct context_point *by_y = ARENA_ARRAY(arena, struct context_point,
                                             it->schools);
    size_t n = 0;

    memcpy(by_y, it->points, it->schools * sizeof *by_y);
    qsort(by_y, it->schools, sizeof *by_y, y_cmp);
    for (size_t i = 0; i < it->schools; i++)
        n += num_cmp(it->points[i].x, it->points[low].x) < 0 &&
             num_cmp(it->points[i].y, by_y[it->schools - 1 - high].y) > 0;
    return n;
}

static void fill_resilient(struct arena *arena, struct context *it,
                           const struct resilience *by,
                           enum context_cross cross)
{
    if (cross == CONTEXT_PROCESS) {
        it->has_resilient = true;
        it->resilient = it->groups[0][1];
        return;
    }
    it->has_resilient = by->lowest > 0 && by->highest > 0;
    if (it->has_resilient)
        it->resilient = count_resilient(arena, it, by);
}

/* --- the year --- */

/* The last year with enough schools; else that with the most. */
static void fill_year(const struct crossing *c, struct arena *arena,
                      struct context *it)
{
    size_t indicator = c->y->at[0].indicator, n = 0;
    const struct period *periods;
    struct context_point *points = ARENA_ARRAY(
        arena, struct context_point, c->programme->schools_n + 1);

    if (indicator == NONE)
        return;
    periods = release_periods(c->release, indicator, &n);
    while (n-- > 0 && it->schools < CONTEXT_SCHOOLS_MIN) {
        int64_t year = period_year(periods[n]);
        size_t schools = points_of(c, year, points);

        if (schools > it->schools) {
            it->schools = schools;
            it->year = year;
        }
    }
    if (it->schools >= CONTEXT_SCHOOLS_MIN)
        it->points = points;
    it->left_out = c->programme->schools_n - it->schools;
}

struct context context_of(struct arena *arena, const struct release *release,
                          enum context_cross cross)
{
    const struct site *site = release_site(release);
    const struct resilience *by = &site->config.resilience;
    struct context it = {.state = CONTEXT_NOT_GIVEN};
    struct crossing c = {release,
                         cross == CONTEXT_PROCESS ? &by->process : &by->index,
                         &by->result, NULL};

    if (by->of == NONE || by->source.n == 0 || c.x->n == 0 || c.y->n == 0)
        return it;
    c.programme = &site->programmes.at[by->of];
    fill_year(&c, arena, &it);
    it.state = it.points ? CONTEXT_READY : CONTEXT_FEW;
    if (it.state == CONTEXT_READY) {
        fill_groups(&it);
        fill_resilient(arena, &it, by, cross);
    }
    return it;
}
