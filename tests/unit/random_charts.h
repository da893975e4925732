/*
 * random_charts: charts of random data, also of such as no site has: for the
 * unit test that reckons with widths and for the browser that measures them.
 */
#ifndef VITRINA_TESTS_RANDOM_CHARTS_H
#define VITRINA_TESTS_RANDOM_CHARTS_H

#include "base/mem.h"
#include "base/str.h"
#include "chart/chart.h"
#include "chart/chart_rows.h"
#include "chart/chart_schools.h"

#include <stdint.h>
#include <stdlib.h>

#define N(array) (sizeof array / sizeof *array)

struct dice {
    uint64_t seed;
    struct arena *arena;
};

static inline double roll(struct dice *dice, double lo, double hi)
{
    dice->seed = dice->seed * 6364136223846793005u + 1442695040888963407u;
    return lo + (double)(dice->seed >> 33) / 2147483648.0 * (hi - lo);
}

static inline bool chance(struct dice *dice, double part)
{
    return roll(dice, 0, 1) < part;
}

static inline double random_value(struct dice *dice)
{
    static const double sizes[] = { 1, 5, 100, 100, 100, 1e4, 1e7, 1e300 };
    double size = sizes[(size_t)roll(dice, 0, 7.99)];

    return roll(dice, chance(dice, 0.2) ? -size : 0, size);
}

static inline struct str random_words(struct dice *dice)
{
    static const char *const words[] = {
        "", "школа", "район", "цель", "город", "округ",
        "городской округ", "ЩЮЖ", "WWW", "2024/2025", "ы",
        "среднее по школам программы нашего района", "a<b>&\"c\"",
    };

    return str_of(words[(size_t)roll(dice, 0, N(words) - 0.01)]);
}

static inline struct chart_point random_point(struct dice *dice)
{
    struct chart_point point = { .value = random_value(dice),
                                 .present = chance(dice, 0.8),
                                 .provisional = chance(dice, 0.2) };

    point.label = str_format(dice->arena, "%.*f", chance(dice, 0.5),
                             roll(dice, 0, chance(dice, 0.1) ? 1e15 : 100));
    return point;
}

static const struct chart_point *random_points(struct dice *dice, size_t n)
{
    struct chart_point *points = ARENA_ARRAY(dice->arena, struct chart_point,
                                             n + 1);

    if (chance(dice, 0.2))
        return NULL;
    for (size_t i = 0; i < n; i++)
        points[i] = random_point(dice);
    return points;
}

static inline const struct str *random_periods(struct dice *dice, size_t n)
{
    struct str *periods = ARENA_ARRAY(dice->arena, struct str, n);

    for (size_t i = 0; i < n; i++)
        periods[i] = chance(dice, 0.1)
                     ? random_words(dice)
                     : str_format(dice->arena, "%zu", 2016 + i);
    return periods;
}

static inline struct chart_head random_head(const char *id)
{
    return (struct chart_head){ .id = str_of(id), .title = str_of(id),
                                .desc = S("d") };
}

static inline bool random_trend(struct dice *dice, struct buf *out)
{
    struct chart_trend chart = { .head = random_head("t") };
    struct chart_threshold lines[4];
    bool *breaks = ARENA_ARRAY(dice->arena, bool, 12);

    chart.n = (size_t)roll(dice, 1, 11.99);
    for (size_t i = 0; i < chart.n; i++)
        breaks[i] = chance(dice, 0.1);
    chart.periods = random_periods(dice, chart.n);
    chart.break_before = chance(dice, 0.5) ? breaks : NULL;
    chart.break_label = random_words(dice);
    chart.school = random_points(dice, chart.n);
    chart.whole = random_points(dice, chart.n);
    chart.target = random_points(dice, chart.n);
    chart.school_name = random_words(dice);
    chart.whole_name = random_words(dice);
    chart.target_name = random_words(dice);
    chart.unit = chance(dice, 0.5) ? S("%") : random_words(dice);
    chart.lo = random_value(dice);
    chart.hi = random_value(dice);
    for (int left = (int)roll(dice, 0, 4.99); left > 0; left--) {
        const struct chart_point *at = random_points(dice, chart.n);

        if (at)
            lines[chart.thresholds_n++] = (struct chart_threshold){
                random_words(dice), at };
    }
    chart.thresholds = lines;
    chart.expected = chance(dice, 0.2) ? random_words(dice) : S("");
    chart.has_range = chance(dice, 0.5);
    chart.range_lo = random_value(dice);
    chart.range_hi = random_value(dice);
    return chart_trend(out, &chart);
}

static inline bool random_small(struct dice *dice, struct buf *out)
{
    struct chart_small chart = { .head = random_head("c"),
                                 .n = (size_t)roll(dice, 1, 11.99) };
    bool *breaks = ARENA_ARRAY(dice->arena, bool, 12);

    for (size_t i = 0; i < chart.n; i++)
        breaks[i] = chance(dice, 0.1);
    chart.periods = random_periods(dice, chart.n);
    chart.value = random_points(dice, chart.n);
    chart.target = random_points(dice, chart.n);
    chart.break_before = chance(dice, 0.5) ? breaks : NULL;
    chart.unit = random_words(dice);
    chart.lo = random_value(dice);
    chart.hi = random_value(dice);
    return chart_small(out, &chart);
}

static inline bool random_bullet(struct dice *dice, struct buf *out)
{
    struct chart_point target = random_point(dice);
    struct chart_point whole = random_point(dice);
    struct chart_bullet chart = {
        .head = random_head("b"), .value = random_point(dice),
        .target = chance(dice, 0.8) ? &target : NULL,
        .whole = chance(dice, 0.8) ? &whole : NULL,
        .max = random_value(dice), .target_name = random_words(dice),
        .whole_name = random_words(dice), .unit = random_words(dice),
    };

    return chart_bullet(out, &chart);
}

static inline bool random_slope(struct dice *dice, struct buf *out)
{
    struct chart_point target = random_point(dice);
    struct chart_slope chart = {
        .head = random_head("b"),
        .periods = { random_words(dice), random_words(dice) },
        .school = random_points(dice, 2), .whole = random_points(dice, 2),
        .target = chance(dice, 0.8) ? &target : NULL,
        .school_name = random_words(dice), .whole_name = random_words(dice),
        .target_name = random_words(dice), .unit = random_words(dice),
        .lo = random_value(dice), .hi = random_value(dice),
    };

    return chart_slope(out, &chart);
}

static inline struct chart_span random_span(struct dice *dice)
{
    return (struct chart_span){ roll(dice, -2, 14), roll(dice, -2, 14) };
}

static inline bool random_road(struct dice *dice, struct buf *out)
{
    struct chart_span old = random_span(dice), done = random_span(dice);
    struct chart_roadmap chart = {
        .track = { 0, chance(dice, 0.9) ? 12 : 0 }, .plan = random_span(dice),
        .parts = (size_t)roll(dice, 0, 13), .open_end = chance(dice, 0.3),
        .old = chance(dice, 0.5) ? &old : NULL,
        .done = chance(dice, 0.5) ? &done : NULL,
        .has_now = chance(dice, 0.5), .now = roll(dice, -2, 14),
        .now_label = random_words(dice),
    };
    struct str names[12];

    chart.names_n = (size_t)roll(dice, 0, 12.99);
    for (size_t i = 0; i < chart.names_n; i++)
        names[i] = chance(dice, 0.9)
                   ? str_format(dice->arena, "%zu", 2020 + i)
                   : random_words(dice);
    chart.names = names;

    chart_roadmap(out, &chart);
    return true;
}

static inline bool random_money(struct dice *dice, struct buf *out)
{
    struct chart_money_row rows[6];
    struct chart_money chart = { random_head("m"), rows,
                                 (size_t)roll(dice, 0, 6.99) };

    for (size_t i = 0; i < chart.n; i++)
        rows[i] = (struct chart_money_row){
            random_words(dice), random_words(dice), random_words(dice),
            random_value(dice), random_value(dice), chance(dice, 0.8) };
    return chart_money(out, &chart);
}

static inline int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static inline bool random_strip(struct dice *dice, struct buf *out)
{
    static const size_t sizes[] = { 5, 12, 40, 100, 300, 800 };
    size_t n = (size_t)roll(dice, 0,
                            (double)sizes[(size_t)roll(dice, 0, 5.99)]);
    double *others = ARENA_ARRAY(dice->arena, double, n + 1);
    double size = random_value(dice), center = random_value(dice);
    struct chart_strip chart = {
        .head = random_head("s"), .others = others, .n = n,
        .own = random_point(dice), .middle = random_point(dice),
        .own_name = random_words(dice), .middle_name = random_words(dice),
        .unit = chance(dice, 0.5) ? S("%") : random_words(dice),
        .lo = random_value(dice), .hi = random_value(dice),
        .counts = chance(dice, 0.3),
    };

    for (size_t i = 0; i < n; i++)
        others[i] = chance(dice, 0.1) ? center
                                      : center + roll(dice, -size, size);
    qsort(others, n, sizeof *others, by_size);
    return chart_strip(out, &chart);
}

static inline bool random_quadrant(struct dice *dice, struct buf *out)
{
    size_t n = (size_t)roll(dice, 0, chance(dice, 0.2) ? 400 : 40);
    struct chart_spot *spots = ARENA_ARRAY(dice->arena, struct chart_spot,
                                           n + 1);
    double x = random_value(dice), y = random_value(dice);
    struct chart_quadrant chart = {
        .head = random_head("q"), .spots = spots, .n = n,
        .mean = { x, y }, .x_name = random_words(dice),
        .y_name = random_words(dice),
    };

    for (size_t i = 0; i < n; i++)
        spots[i] = (struct chart_spot){ x * roll(dice, 0.5, 1.5),
                                        y * roll(dice, 0, 2) };
    for (size_t i = 0; i < 4; i++)
        chart.corners[i / 2][i % 2] = random_words(dice);
    return chart_quadrant(out, &chart);
}

/* Every chart that is drawn from random data. */
static bool (*const random_charts[])(struct dice *dice, struct buf *out) = {
    random_trend, random_small, random_bullet, random_slope, random_strip,
    random_road, random_money, random_quadrant,
};

#endif
