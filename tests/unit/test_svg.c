/*
 * test_svg: elements are balanced and escaped, coordinates are short.
 */
#include "base/str.h"
#include "chart/svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>

static void check(struct buf *out, const char *expected)
{
    buf_reserve(out, 1);
    assert_string_equal(out->n ? out->p : "", expected);
    buf_free(out);
}

static void test_numbers(void **state)
{
    static const struct { double value; const char *text; } cases[] = {
        { 0, "0" }, { -0.0, "0" }, { 12, "12" }, { 12.5, "12.5" },
        { 12.04, "12" }, { 12.05001, "12.1" }, { -0.04, "0" },
        { -0.06, "-0.1" }, { -3.25, "-3.3" }, { 99.96, "100" },
        { 1e15, "1000000000" }, { -INFINITY, "-1000000000" }, { NAN, "0" },
        { 0.1 + 0.2, "0.3" }, { 319.95, "320" },
    };

    (void)state;
    setlocale(LC_ALL, "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};

        svg_num(&out, cases[i].value);
        check(&out, cases[i].text);
    }
}

static void test_elements(void **state)
{
    struct buf out = {0};
    struct svg svg = svg_new(&out);

    (void)state;
    svg_open(&svg, "g");
    svg_attrz(&svg, "class", "a");
    svg_attr_num(&svg, "x", 1.25);
    svg_open(&svg, "line");
    svg_attr(&svg, "id", S("\"<&>'"));
    svg_close(&svg);
    svg_open(&svg, "text");
    svg_text(&svg, S("1 < 2 & «да»"));
    svg_close(&svg);
    svg_open(&svg, "polyline");
    svg_attr_points(&svg, (const struct point[]){ { 1, 2 }, { 3.14, -4 } },
                    2);
    svg_end(&svg);
    assert_int_equal(svg.depth, 0);
    assert_non_null(strstr(out.p, "<g class=\"a\" x=\"1.3\"><line id=\"&quot;"
                           "&lt;&amp;&gt;"));
    assert_non_null(strstr(out.p, "<text>1 &lt; 2 &amp; «да»</text>"
                           "<polyline points=\"1,2 3.1,-4\"/></g>"));
    buf_free(&out);
}

static void test_ways(void **state)
{
    static const struct { struct point from, to; const char *d; } lines[] = {
        { { 1, 2 }, { 3.5, 2 }, "M1 2H3.5" },
        { { 1, 2 }, { 1, -4 }, "M1 2V-4" },
        { { 1, 2 }, { 3, 4 }, "M1 2L3 4" },
        { { 1, 2 }, { 1, 2 }, "M1 2H1" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct buf out = {0};
        struct svg svg = svg_new(&out);

        svg_open(&svg, "path");
        svg_attr_line(&svg, lines[i].from, lines[i].to);
        svg_end(&svg);
        assert_non_null(strstr(out.p, lines[i].d));
        buf_clear(&out);
        svg_open(&svg, "path");
        svg_attr_way(&svg, lines[i].from, "l5 5z");
        svg_end(&svg);
        check(&out, "<path d=\"M1 2l5 5z\"/>");
    }
}

static void test_empty(void **state)
{
    struct buf out = {0};
    struct svg svg = svg_new(&out);

    (void)state;
    svg_end(&svg);
    check(&out, "");
    svg_open(&svg, "title");
    svg_text(&svg, (struct str){ NULL, 0 });
    svg_close(&svg);
    check(&out, "<title></title>");
}

static void test_control_characters(void **state)
{
    struct buf out = {0};
    struct svg svg = svg_new(&out);

    (void)state;
    svg_open(&svg, "text");
    svg_text(&svg, (struct str){ "a\0b\x01" "c\x1f", 6 });
    svg_end(&svg);
    for (size_t i = 0; i < out.n; i++)
        assert_true((unsigned char)out.p[i] >= 0x20);
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_ways),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_control_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
