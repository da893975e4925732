/*
 * test_chart_random: whatever the data, no text and no mark leaves the box of
 * a chart and no two texts overlap (by the widths the charts reckon with).
 */
#include "base/mem.h"
#include "base/str.h"
#include "chart/chart.h"
#include "chart/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define N(array) (sizeof array / sizeof *array)

struct box {
    double left, right, top, bottom;
};

static double attr_of(struct str tag, const char *name, double missing)
{
    char key[32];
    ptrdiff_t at;

    snprintf(key, sizeof key, " %s=\"", name);
    at = str_find(tag, str_of(key));
    return at < 0 ? missing : strtod(tag.p + at + strlen(key), NULL);
}

static double width_of(struct str escaped)
{
    static const struct { const char *from, *to; } entities[] = {
        { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
        { "&quot;", "\"" }, { "&#39;", "'" },
    };
    struct buf text = { 0 };
    double width;

    while (escaped.n > 0) {
        size_t skip = 1;
        const char *to = NULL;

        for (size_t i = 0; i < N(entities); i++) {
            if (str_starts(escaped, str_of(entities[i].from))) {
                skip = strlen(entities[i].from);
                to = entities[i].to;
            }
        }
        if (to)
            buf_addz(&text, to);
        else
            buf_char(&text, escaped.p[0]);
        escaped = str_skip(escaped, skip);
    }
    width = scale_width(buf_str(&text), 13);
    buf_free(&text);
    return width;
}

static struct box text_box(struct str tag, struct str text)
{
    double width = attr_of(tag, "textLength", width_of(text));
    double x = attr_of(tag, "x", -1), y = attr_of(tag, "y", -1);

    if (str_find(tag, S("\"middle\"")) >= 0)
        x -= width / 2;
    else if (str_find(tag, S("\"end\"")) >= 0)
        x -= width;
    return (struct box){ x, x + width, y - 12.1, y + 3.1 };
}

static bool overlap(const struct box *a, const struct box *b)
{
    const double air = 0.3;     /* coordinates are rounded */

    return a->left + air < b->right && b->left + air < a->right &&
           a->top + air < b->bottom && b->top + air < a->bottom;
}

static bool inside(const struct box *box, double height)
{
    const double air = 0.1;

    return box->left >= -air && box->right <= 320 + air &&
           box->top >= -air && box->bottom <= height + air;
}

/* The box of a shape; texts are done by text_box. */
static struct box shape_box(struct str tag)
{
    struct box box = { 0, 0, 0, 0 };
    ptrdiff_t at = str_find(tag, S(" points=\""));

    if (str_starts(tag, S("line"))) {
        box = (struct box){ attr_of(tag, "x1", -9), attr_of(tag, "x2", -9),
                            attr_of(tag, "y1", -9), attr_of(tag, "y2", -9) };
    } else if (str_starts(tag, S("rect"))) {
        box.left = attr_of(tag, "x", -9);
        box.right = box.left + attr_of(tag, "width", 999);
        box.top = attr_of(tag, "y", -9);
        box.bottom = box.top + attr_of(tag, "height", 999);
        assert_true(box.right >= box.left && box.bottom >= box.top);
    } else if (str_starts(tag, S("circle"))) {
        double r = attr_of(tag, "r", 999), x = attr_of(tag, "cx", -9);
        double y = attr_of(tag, "cy", -9);

        box = (struct box){ x - r, x + r, y - r, y + r };
    } else if (at >= 0) {
        const char *p = tag.p + at + 9;
        char *end;

        box = (struct box){ 999, -999, 999, -999 };
        while (*p != '"') {
            double x = strtod(p, &end), y = strtod(end + 1, &end);

            p = *end == ' ' ? end + 1 : end;
            box.left = x < box.left ? x : box.left;
            box.right = x > box.right ? x : box.right;
            box.top = y < box.top ? y : box.top;
            box.bottom = y > box.bottom ? y : box.bottom;
        }
    }
    if (box.left > box.right || box.top > box.bottom)
        box = (struct box){ box.left < box.right ? box.left : box.right,
                            box.left < box.right ? box.right : box.left,
                            box.top < box.bottom ? box.top : box.bottom,
                            box.top < box.bottom ? box.bottom : box.top };
    return box;
}

/* Checks every element behind the names, empties `out`. */
static void check_boxes(struct buf *out)
{
    struct str rest = buf_str(out);
    struct box boxes[64];
    size_t n = 0;
    ptrdiff_t at = str_find(rest, S("viewBox=\"0 0 320 "));
    double height = strtod(rest.p + at + 17, NULL);

    rest = str_skip(rest, (size_t)str_find(rest, S("aria-hidden")));
    while ((at = str_find_char(rest, '<')) >= 0) {
        struct str tag;
        struct box box;

        rest = str_skip(rest, (size_t)at + 1);
        tag = str_cut(&rest, '>');
        if (str_starts(tag, S("text"))) {
            struct str text = rest;

            text.n = (size_t)str_find_char(text, '<');
            box = text_box(tag, text);
            assert_true(n < N(boxes));
            boxes[n++] = box;
        } else {
            box = shape_box(tag);
        }
        if (!inside(&box, height))
            fail_msg("outside: %.*s\n%.*s", STR_FMT(tag),
                     STR_FMT(buf_str(out)));
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (overlap(&boxes[i], &boxes[k]))
                fail_msg("texts %zu and %zu overlap:\n%.*s", k, i,
                         STR_FMT(buf_str(out)));
        }
    }
    buf_clear(out);
}

struct dice {
    uint64_t seed;
    struct arena *arena;
};

static double roll(struct dice *dice, double lo, double hi)
{
    dice->seed = dice->seed * 6364136223846793005u + 1442695040888963407u;
    return lo + (double)(dice->seed >> 33) / 2147483648.0 * (hi - lo);
}

static bool chance(struct dice *dice, double part)
{
    return roll(dice, 0, 1) < part;
}

static double random_value(struct dice *dice)
{
    static const double sizes[] = { 1, 5, 100, 100, 100, 1e4, 1e7, 1e300 };
    double size = sizes[(size_t)roll(dice, 0, 7.99)];

    return roll(dice, chance(dice, 0.2) ? -size : 0, size);
}

static struct str random_words(struct dice *dice)
{
    static const char *const words[] = {
        "", "школа", "район", "цель", "город", "округ",
        "городской округ", "ЩЮЖ", "WWW", "2024/2025", "ы",
        "среднее по школам программы нашего района", "a<b>&\"c\"",
    };

    return str_of(words[(size_t)roll(dice, 0, N(words) - 0.01)]);
}

static struct chart_point random_point(struct dice *dice)
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

static void random_trend(struct dice *dice, struct buf *out)
{
    struct chart_trend chart = { .head = { S("t"), S("t"), S("d"),
                                           { NULL, 0 } } };
    bool *breaks = ARENA_ARRAY(dice->arena, bool, 12);
    struct str *periods = ARENA_ARRAY(dice->arena, struct str, 12);

    chart.n = (size_t)roll(dice, 1, 11.99);
    for (size_t i = 0; i < chart.n; i++) {
        breaks[i] = chance(dice, 0.1);
        periods[i] = str_format(dice->arena, "%zu", 2016 + i);
        if (chance(dice, 0.1))
            periods[i] = random_words(dice);
    }
    chart.periods = periods;
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
    chart.has_range = chance(dice, 0.5);
    chart.range_lo = random_value(dice);
    chart.range_hi = random_value(dice);
    if (chart_trend(out, &chart))
        check_boxes(out);
}

static void random_bullet(struct dice *dice, struct buf *out)
{
    struct chart_point target = random_point(dice);
    struct chart_point whole = random_point(dice);
    struct chart_bullet chart = {
        .head = { .id = S("b") }, .value = random_point(dice),
        .target = chance(dice, 0.8) ? &target : NULL,
        .whole = chance(dice, 0.8) ? &whole : NULL,
        .max = random_value(dice), .target_name = random_words(dice),
        .whole_name = random_words(dice), .unit = random_words(dice),
    };

    if (chart_bullet(out, &chart))
        check_boxes(out);
}

static void random_slope(struct dice *dice, struct buf *out)
{
    struct chart_point target = random_point(dice);
    struct chart_slope chart = {
        .head = { .id = S("b") },
        .periods = { random_words(dice), random_words(dice) },
        .school = random_points(dice, 2), .whole = random_points(dice, 2),
        .target = chance(dice, 0.8) ? &target : NULL,
        .school_name = random_words(dice), .whole_name = random_words(dice),
        .target_name = random_words(dice), .unit = random_words(dice),
        .lo = random_value(dice), .hi = random_value(dice),
    };

    if (chart_slope(out, &chart))
        check_boxes(out);
}

static struct chart_span random_span(struct dice *dice)
{
    return (struct chart_span){ roll(dice, -2, 14), roll(dice, -2, 14) };
}

static void random_road(struct dice *dice, struct buf *out)
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

    chart_roadmap(out, &chart);
    check_boxes(out);
}

static void random_money(struct dice *dice, struct buf *out)
{
    struct chart_money_row rows[6];
    struct chart_money chart = { { .id = S("m") }, rows,
                                 (size_t)roll(dice, 0, 6.99) };

    for (size_t i = 0; i < chart.n; i++)
        rows[i] = (struct chart_money_row){
            random_words(dice), random_words(dice), random_words(dice),
            random_value(dice), random_value(dice), chance(dice, 0.8) };
    if (chart_money(out, &chart))
        check_boxes(out);
}

static void test_random(void **state)
{
    struct dice dice = { 2026, arena_new() };
    struct buf out = { 0 };

    (void)state;
    for (int round = 0; round < 4000; round++) {
        random_trend(&dice, &out);
        random_bullet(&dice, &out);
        random_slope(&dice, &out);
        random_road(&dice, &out);
        random_money(&dice, &out);
        arena_reset(dice.arena);
    }
    buf_free(&out);
    arena_free(dice.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
