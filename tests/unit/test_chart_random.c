/*
 * test_chart_random: whatever the data, no text and no mark leaves the box of
 * a chart and no two texts overlap (by the widths the charts reckon with).
 */
#include "random_charts.h"

#include "chart/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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

static double width_of(struct str escaped, double size)
{
    static const struct { const char *from, *to; } entities[] = {
        { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
        { "&quot;", "\"" }, { "&#39;", "'" },
    };
    struct buf text = {0};
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
    width = scale_width(buf_str(&text), size);
    buf_free(&text);
    return width;
}

static struct box text_box(struct str tag, struct str text)
{
    bool bold = str_find(tag, S("t-school")) >= 0 ||
                str_find(tag, S("t-inside")) >= 0;
    double width = attr_of(tag, "textLength",
                           width_of(text, bold ? 14.6 : 13));
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

static bool inside(const struct box *box, double width, double height)
{
    const double air = 0.1;

    return box->left >= -air && box->right <= width + air &&
           box->top >= -air && box->bottom <= height + air;
}

static void widen(struct box *box, double x, double y)
{
    box->left = x < box->left ? x : box->left;
    box->right = x > box->right ? x : box->right;
    box->top = y < box->top ? y : box->top;
    box->bottom = y > box->bottom ? y : box->bottom;
}

/* A way of M, H, V, L, h, v, l, z; with round ends where it is stroked. */
static struct box path_box(struct str tag)
{
    struct box box = { 999, -999, 999, -999 };
    double half = attr_of(tag, "stroke-width", 0) / 2, x = 0, y = 0;
    const char *p = tag.p + str_find(tag, S(" d=\"")) + 4;
    char *end, step = 'z';

    while (*p != '"') {
        if (strchr("MHVLhvlz", *p))
            step = *p++;
        if (step == 'z')
            continue;
        if (strchr("MHLhl", step))
            x = strtod(p, &end) + (strchr("hl", step) ? x : 0), p = end;
        if (strchr("MVLvl", step))
            y = strtod(p, &end) + (strchr("vl", step) ? y : 0), p = end;
        widen(&box, x - half, y - half);
        widen(&box, x + half, y + half);
    }
    return box;
}

/* The box of a shape; texts are done by text_box. */
static struct box shape_box(struct str tag)
{
    struct box box = { 0, 0, 0, 0 };
    ptrdiff_t at = str_find(tag, S(" points=\""));

    if (str_starts(tag, S("rect"))) {
        box.left = attr_of(tag, "x", -9);
        box.right = box.left + attr_of(tag, "width", 999);
        box.top = attr_of(tag, "y", -9);
        box.bottom = box.top + attr_of(tag, "height", 999);
        assert_true(box.right >= box.left && box.bottom >= box.top);
    } else if (str_starts(tag, S("path"))) {
        return path_box(tag);
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
            widen(&box, x, y);
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
    ptrdiff_t at = str_find(rest, S("viewBox=\"0 0 "));
    char *end;
    double width = strtod(rest.p + at + 13, &end);
    double height = strtod(end, NULL);

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
        if (!inside(&box, width, height))
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

static void test_random(void **state)
{
    struct dice dice = { 2026, arena_new() };
    struct buf out = {0};

    (void)state;
    for (int round = 0; round < 4000; round++) {
        for (size_t i = 0; i < N(random_charts); i++) {
            if (random_charts[i](&dice, &out))
                check_boxes(&out);
        }
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
