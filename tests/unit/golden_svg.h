/*
 * golden_svg: charts against tests/charts/NAME.svg (written anew when
 * VITRINA_REGEN is set). They are files of their own, whose style sheet is
 * tests/charts/chart.css.
 */
#ifndef VITRINA_TESTS_GOLDEN_SVG_H
#define VITRINA_TESTS_GOLDEN_SVG_H

#include "base/str.h"
#include "chart/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#ifndef TEST_DIR
#define TEST_DIR "tests"
#endif

#define N(array) (sizeof array / sizeof *array)

/* Points and periods of a chart. */
#define P(v, text) { .value = (v), .present = true, \
                     .label = { text, sizeof text - 1 } }
#define PROVISIONAL(v, text) { .value = (v), .present = true, \
                               .provisional = true, \
                               .label = { text, sizeof text - 1 } }
#define GAP { .present = false }
#define Y(text) { text, sizeof text - 1 }

static size_t wrong;            /* of the test that runs */

static inline bool read_whole(const char *path, struct buf *out)
{
    FILE *in = fopen(path, "rb");
    char chunk[4096];
    size_t n;

    if (!in)
        return false;
    while ((n = fread(chunk, 1, sizeof chunk, in)) > 0)
        buf_add(out, (struct str){ chunk, n });
    fclose(in);
    return true;
}

static inline void write_whole(const char *path, struct str text)
{
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    assert_int_equal(fwrite(text.p, 1, text.n, out), text.n);
    assert_int_equal(fclose(out), 0);
}

/* Compares with tests/charts/NAME and empties `out`. */
static inline void expect_file(const char *name, struct buf *out)
{
    struct buf expected = {0};
    char path[256];

    snprintf(path, sizeof path, "%s/charts/%s", TEST_DIR, name);
    if (getenv("VITRINA_REGEN"))
        write_whole(path, buf_str(out));
    if (!read_whole(path, &expected) ||
        !str_eq(buf_str(&expected), buf_str(out))) {
        print_error("%s differs, now:\n%.*s\n", path, STR_FMT(buf_str(out)));
        wrong++;
    }
    buf_free(&expected);
    buf_clear(out);
}

static inline void expect(const char *name, struct buf *out)
{
    char file[128];

    snprintf(file, sizeof file, "%s.svg", name);
    expect_file(file, out);
}

static inline struct chart_head head_of(const char *id, const char *title,
                                        const char *desc)
{
    return (struct chart_head){ .id = str_of(id), .title = str_of(title),
                                .desc = str_of(desc),
                                .css = S("@import url(chart.css);") };
}

#endif
