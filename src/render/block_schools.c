/*
 * block_schools: schools side by side, without names: where their values lie
 * (C4), under which conditions (C7). Drawn from shown values alone, in the
 * order of the numbers.
 *
 * For page_*.c and plan.c, through block_charts.h.
 */
#include "render/block_charts.h"

#include "chart/chart_schools.h"
#include "release/compare.h"
#include "release/context.h"
#include "release/words_half.h"
#include "render/block_look.h"
#include "render/plan.h"

#include <stdlib.h>
#include <string.h>

#define MANY 60                 /* from here on dots form columns */

static const struct field strip_fields[] = {
    FIELD(view_strip, TEXT, title),
    FIELD(view_strip, URL, url),
    FIELD(view_strip, TEXT, half),
    FIELD(view_strip, HTML, chart),
    FIELD(view_strip, TEXT, rest),
    FIELD(view_strip, TEXT, reading),
};
const struct view strip_view = {
    "strip", sizeof(struct view_strip), strip_fields,
    sizeof strip_fields / sizeof *strip_fields, NULL
};

/* --- the values of one period --- */

struct spread_values {
    size_t indicator, period;
    struct spread spread;
    double *at;                     /* ascending */
    size_t n;                       /* spread.shown; 0: none */
};

struct block_comparisons {
    struct spread_values at[COMPARISONS_MAX];
    size_t n;
};

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* As it is printed: no dot says more than the table. */
static double value_of(const struct indicator *it, struct fact fact)
{
    return num_double(num_round(fact.value, (int)it->decimals));
}

/* Of the last period in which there is a distribution. */
static struct spread_values values_of(struct arena *arena,
                                      const struct site *site,
                                      const struct release *release,
                                      size_t indicator)
{
    const struct indicator *it = &site->indicators.at[indicator];
    struct spread_values values = { .indicator = indicator };
    size_t n;
    const uint32_t *schools = release_schools(release, indicator, &n);

    release_periods(release, indicator, &values.period);
    while (values.period > 0 && values.spread.shown == 0)
        values.spread = compare_distribution(release, indicator,
                                             --values.period);
    if (values.spread.shown == 0)
        return values;
    values.at = ARENA_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++) {
        struct fact fact = release_fact(release, indicator, schools[i],
                                        values.period);

        if (fact_is_shown(fact))
            values.at[values.n++] = value_of(it, fact);
    }
    qsort(values.at, values.n, sizeof *values.at, by_value);
    return values;
}

const struct block_comparisons *block_comparisons_make(
    struct arena *arena, const struct site *site,
    const struct release *release)
{
    struct block_comparisons *all = ARENA_NEW(arena,
                                              struct block_comparisons);

    for (size_t i = 0; i < site->config.comparisons_n; i++) {
        size_t indicator = site->config.comparisons[i].indicator;
        struct spread_values *values = &all->at[all->n];

        if (indicator == SIZE_MAX)
            continue;
        *values = values_of(arena, site, release, indicator);
        all->n += values->n > 0;
    }
    return all;
}

/* --- words --- */

struct strip {
    const struct page *page;
    const struct indicator *it;
    const struct spread_values *values;
    struct period period;
    bool has_own, has_mean;
    struct fact own;
};

static struct str half_of(const struct strip *s)
{
    struct num mine = num_round(s->own.value, (int)s->it->decimals);
    struct buf text = {0};

    words_half_of(&text, s->page->words, s->values->indicator,
                  &s->values->spread, s->has_own ? &mine : NULL);
    return page_take(s->page, &text);
}

static struct str rest_of(const struct strip *s)
{
    struct buf text = {0};

    words_half_rest(&text, s->page->words, &s->values->spread);
    return page_take(s->page, &text);
}

static struct str reading_of(const struct strip *s)
{
    struct buf by = {0}, text = {0};

    buf_add(&text, page_period(s->page, s->period));
    buf_addz(&text, ". ");
    buf_add(&text, page_word(s->page, s->values->n > MANY ? "strip.columns"
                                                          : "strip.dots"));
    buf_char(&text, ' ');
    words_by_whole(&by, s->page->words, s->it->programme);
    if (s->has_mean)
        buf_add(&text, page_fill(s->page, "strip.mean",
                                 FILL({ "by", page_take(s->page, &by) })));
    else
        buf_add(&text, page_word(s->page, "strip.median"));
    buf_free(&by);
    return page_take(s->page, &text);
}

static struct chart_head head_of(const struct strip *s)
{
    const struct page *page = s->page;
    size_t indicator = s->values->indicator;
    struct buf desc = {0};

    buf_add(&desc, half_of(s));
    buf_char(&desc, ' ');
    buf_add(&desc, page_fill(page, "strip.all",
        FILL({ "n", page_number(page, num_int((int64_t)s->values->n), 0) },
             { "least", page_value(page, indicator,
                                   s->values->spread.least) },
             { "most", page_value(page, indicator,
                                  s->values->spread.most) })));
    return (struct chart_head){
        .id = str_format(page->arena, "s-%.*s",
                         STR_FMT(block_name(page, indicator))),
        .title = page_fill(page, "strip.title",
            FILL({ "title", block_title(page, indicator) },
                 { "period", page_period_short(page, s->period) })),
        .desc = page_take(page, &desc),
    };
}

/* --- the chart --- */

/* Whole percents, unless the school and the middle would look the same
 * without being so. */
static int decimals_of(const struct strip *s, struct num middle)
{
    int own = (int)s->it->decimals;

    if (s->it->kind != KIND_SHARE)
        return own;
    return s->has_own && num_cmp(s->own.value, middle) != 0 &&
           num_cmp(num_round(s->own.value, 0), num_round(middle, 0)) == 0
               ? own : 0;
}

static struct chart_point point_of(const struct strip *s, struct num value,
                                   int decimals)
{
    return (struct chart_point){
        .value = num_double(value), .present = true,
        .label = page_number(s->page, value, decimals),
    };
}

/* The values without one that is the school's own. */
static void fill_others(const struct strip *s, struct chart_strip *chart)
{
    size_t n = s->values->n, at = 0;
    double mine = value_of(s->it, s->own);
    double *others;

    chart->others = s->values->at;
    chart->n = n;
    if (!s->has_own)
        return;
    others = PAGE_ARRAY(s->page, double, n);
    while (at + 1 < n && s->values->at[at] < mine)
        at++;
    memcpy(others, s->values->at, at * sizeof *others);
    memcpy(others + at, s->values->at + at + 1,
           (n - 1 - at) * sizeof *others);
    chart->others = others;
    chart->n = n - 1;
}

/* «район» is the mean, «середина» the median where there is none. */
static struct str chart_of(struct strip *s, struct fact whole)
{
    struct num middle = s->has_mean ? whole.value
                                    : s->values->spread.median;
    int decimals = decimals_of(s, middle);
    struct chart_strip chart = {
        .head = head_of(s),
        .middle = point_of(s, middle, decimals),
        .own_name = page_word(s->page, "chart.this_school"),
        .middle_name = s->has_mean
                           ? words_whole(s->page->words, s->it->programme)
                           : page_word(s->page, "strip.middle"),
        .unit = s->it->kind == KIND_SHARE ? S("%") : (struct str){0},
        .style = block_axis_style(s->page),
    };
    struct buf out = {0};

    if (s->has_own) {
        chart.own = point_of(s, s->own.value, decimals);
        chart.own.value = value_of(s->it, s->own);
        chart.own.provisional = s->own.mark == MARK_PROVISIONAL;
    }
    fill_others(s, &chart);
    release_domain(s->page->release, s->values->indicator, &chart.lo,
                   &chart.hi);
    chart_strip(&out, &chart);
    return page_take(s->page, &out);
}

/* For a school (that has a shown value) or for all. */
static struct view_strip view_of(const struct page *page,
                                 const struct spread_values *values,
                                 size_t school)
{
    const struct release *release = page->release;
    size_t n;
    struct strip s = {
        .page = page, .values = values,
        .it = &page->site->indicators.at[values->indicator],
        .period = release_periods(release, values->indicator,
                                  &n)[values->period],
        .has_own = school != RELEASE_WHOLE,
    };
    struct fact whole = release_fact(release, values->indicator,
                                     RELEASE_WHOLE, values->period);

    s.has_mean = fact_is_shown(whole) && s.it->aggregate != AGGREGATE_SUM;
    if (s.has_own)
        s.own = release_fact(release, values->indicator, school,
                             values->period);
    return (struct view_strip){
        .title = block_title(page, values->indicator),
        .url = block_indicator_url(page, values->indicator),
        .half = half_of(&s),
        .chart = chart_of(&s, whole),
        .rest = rest_of(&s),
        .reading = reading_of(&s),
    };
}

const struct view_strip *block_strip(const struct page *page,
                                     size_t indicator)
{
    struct spread_values values = values_of(page->arena, page->site,
                                            page->release, indicator);
    struct view_strip *view = ARENA_NEW(page->arena, struct view_strip);

    if (values.n == 0)
        return NULL;
    *view = view_of(page, &values, RELEASE_WHOLE);
    return view;
}

struct list block_strips(const struct page *page, size_t programme,
                         size_t school)
{
    const struct block_comparisons *all = plan_comparisons(page->plan);
    struct view_strip *views = PAGE_ARRAY(page, struct view_strip, all->n);
    size_t n = 0;

    for (size_t i = 0; i < all->n; i++) {
        const struct spread_values *values = &all->at[i];

        if (page->site->indicators.at[values->indicator].programme ==
                programme &&
            release_expects(page->release, values->indicator, school) &&
            fact_is_shown(release_fact(page->release, values->indicator, school,
                                  values->period)))
            views[n++] = view_of(page, values, school);
    }
    return (struct list){ views, n };
}

/* --- conditions and results --- */

static struct str group_words(const struct page *page, const char *key,
                              size_t n)
{
    return page_fill(page, "quadrant.group",
                     FILL({ "name", page_word(page, key) },
                          { "schools", page_count(page, "school", n) }));
}

struct str block_quadrant(const struct page *page,
                          const struct context *context)
{
    static const char *const corners[2][2] = {
        { "chart.needs_support", "chart.condition_better" },
        { "chart.has_reserve", "chart.both_good" },
    };
    struct chart_spot *spots = PAGE_ARRAY(page, struct chart_spot,
                                          context->schools);
    struct str groups[4];
    struct chart_quadrant chart = {
        .head = { .id = S("quadrant"),
                  .title = page_word(page, "quadrant.title") },
        .spots = spots, .n = context->schools,
        .mean = { num_double(context->mean_x), num_double(context->mean_y) },
        .x_name = page_word(page, "quadrant.x"),
        .y_name = page_word(page, "quadrant.y"),
        .style = block_axis_style(page),
    };
    struct buf out = {0};

    if (context->schools < CONTEXT_CHART_MIN)
        return (struct str){0};
    for (size_t i = 0; i < context->schools; i++)
        spots[i] = (struct chart_spot){ num_double(context->points[i].x),
                                        num_double(context->points[i].y) };
    for (size_t i = 0; i < 4; i++) {
        size_t x = i / 2, y = i % 2;

        chart.corners[x][y] = page_word(page, corners[x][y]);
        groups[i] = group_words(page, corners[x][y], context->groups[x][y]);
    }
    chart.head.desc = str_format(page->arena, "%.*s.",
        STR_FMT(str_join(page->arena, groups, 4, S("; "))));
    chart_quadrant(&out, &chart);
    return page_take(page, &out);
}
