/*
 * test_scale: ticks, domains, widths, spreading: the vectors of the design
 * and properties over random data.
 */
#include "base/str.h"
#include "chart/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static double random_between(uint64_t *seed, double lo, double hi)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return lo + (double)(*seed >> 33) / 2147483648.0 * (hi - lo);
}

static void check_near(double a, double b, double within)
{
    if (!(a - b <= within && b - a <= within))
        fail_msg("%f, expected %f", a, b);
}

static void test_ticks(void **state)
{
    static const struct {
        double lo, hi;
        bool whole;
        int decimals;
        size_t n;
        double at[8];
    } cases[] = {
        { 0, 100, false, 0, 5, { 0, 25, 50, 75, 100 } },
        { 0, 100, true, 0, 5, { 0, 25, 50, 75, 100 } },
        { 58.2, 68, false, 1, 6, { 57.5, 60, 62.5, 65, 67.5, 70 } },
        { 58.2, 68, true, 0, 4, { 55, 60, 65, 70 } },
        { 0, 7, false, 0, 5, { 0, 2, 4, 6, 8 } },
        { 0, 12.6, false, 0, 4, { 0, 5, 10, 15 } },
        { 3.61, 4.02, false, 1, 4, { 3.6, 3.8, 4, 4.2 } },
        { 0, 1250000, false, 0, 4, { 0, 500000, 1000000, 1500000 } },
        { -5.5, 4.2, false, 1, 6, { -7.5, -5, -2.5, 0, 2.5, 5 } },
        { 95, 100, false, 0, 4, { 94, 96, 98, 100 } },
        { 0, 0.9, false, 2, 5, { 0, 0.25, 0.5, 0.75, 1 } },
        { 5, 5, false, 2, 5, { 5, 5.25, 5.5, 5.75, 6 } },
        { 5, 5, true, 0, 2, { 5, 6 } },
        { 0, 3, true, 0, 4, { 0, 1, 2, 3 } },
        { 0, 32, false, 0, 5, { 0, 10, 20, 30, 40 } },
        { 0, 3.2, false, 0, 5, { 0, 1, 2, 3, 4 } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ticks ticks = scale_ticks(cases[i].lo, cases[i].hi, 4,
                                         cases[i].whole);

        assert_int_equal(ticks.n, cases[i].n);
        assert_int_equal(ticks.decimals, cases[i].decimals);
        for (size_t k = 0; k < ticks.n; k++)
            check_near(ticks.at[k], cases[i].at[k], 1e-9);
    }
}

static void test_ticks_random(void **state)
{
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        double ten = i % 2 ? 1e9 : 1, lo, hi;
        struct ticks ticks;

        lo = random_between(&seed, -ten, ten);
        hi = lo + random_between(&seed, ten * 1e-4, ten);
        ticks = scale_ticks(lo, hi, 4, i % 3 == 0);
        assert_true(ticks.n >= 2 && ticks.n <= 6);
        assert_true(ticks.at[0] <= lo + 1e-6 * ten);
        assert_true(ticks.at[ticks.n - 1] >= hi - 1e-6 * ten);
    }
}

static void test_width(void **state)
{
    static const struct { const char *text; double em; } cases[] = {
        { "", 0 }, { "2026", 4 * .64 }, { "67 %", 2 * .64 + .39 + .95 },
        { "1,5", 2 * .64 + .39 }, { "район", 5 * .67 },
        { "школа", .95 + 4 * .67 }, { "№ 3", 1.07 + .39 + .64 },
        { "Район", .78 + 4 * .67 }, { "abc", 3 * .62 },
        { "67\u00A0%", 2 * .64 + .39 + .95 }, { "(ёж)", .78 + .67 + .95 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_near(scale_width(str_of(cases[i].text), 13),
                   cases[i].em * 13, 1e-9);
}

static void test_fit(void **state)
{
    struct buf out = {0};
    struct str text = S("Внебюджетные источники"), cut;

    (void)state;
    cut = scale_fit(text, 13, 400, &out);
    assert_true(cut.p == text.p && cut.n == text.n);
    for (double width = 20; width < 200; width += 7) {
        cut = scale_fit(text, 13, width, &out);
        assert_true(scale_width(cut, 13) <= width);
        assert_true(str_ends(cut, S("…")));
        assert_int_equal(utf8_valid(cut), cut.n);
    }
    assert_true(str_is(scale_fit(S("аб вгд"), 10, 31, &out), "аб…"));
    buf_free(&out);
}

static void test_fold(void **state)
{
    static const struct {
        const char *text;
        double width;
        size_t max, n;
        const char *lines[4];
    } cases[] = {
        { "", 100, 4, 0, { NULL } },
        { "  ", 100, 4, 0, { NULL } },
        { "один", 10, 4, 1, { "один" } },
        { "один два три", 80, 4, 2, { "один два", "три" } },
        { "один два три", 1000, 4, 1, { "один два три" } },
        { "один\u00a0два три", 60, 4, 2, { "один\u00a0два", "три" } },
        { "один два три четыре", 40, 2, 2, { "один", "два три четыре" } },
        { "один  два ", 40, 4, 2, { "один", "два" } },
        { "один", 100, 0, 0, { NULL } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str lines[4];
        size_t n = scale_fold(str_of(cases[i].text), 13, cases[i].width,
                              lines, cases[i].max);

        assert_int_equal(n, cases[i].n);
        for (size_t k = 0; k < n; k++) {
            if (!str_is(lines[k], cases[i].lines[k]))
                fail_msg("%zu: %.*s", i, STR_FMT(lines[k]));
        }
    }
}

static void test_spread(void **state)
{
    static const struct {
        size_t n;
        double y[4], expected[4];
    } cases[] = {
        { 3, { 50, 52, 53 }, { 35.67, 51.67, 67.67 } },
        { 3, { 20, 100, 104 }, { 20, 94, 110 } },
        { 4, { 5, 6, 7, 8 }, { 12, 28, 44, 60 } },
        { 3, { 170, 175, 180 }, { 132, 148, 164 } },
        { 3, { 104, 20, 100 }, { 110, 20, 94 } },
        { 2, { 60, 60 }, { 52, 68 } },
        { 1, { 300 }, { 164 } },
        { 0, {0}, {0} },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double y[4];

        memcpy(y, cases[i].y, sizeof y);
        scale_spread(y, cases[i].n, 12, 164, 16);
        for (size_t k = 0; k < cases[i].n; k++)
            check_near(y[k], cases[i].expected[k], 0.01);
    }
}

static void test_spread_random(void **state)
{
    uint64_t seed = 11;

    (void)state;
    for (int round = 0; round < 50000; round++) {
        size_t n = (size_t)random_between(&seed, 1, SPREAD_MAX + 0.99);
        double y[SPREAD_MAX], was[SPREAD_MAX];

        for (size_t i = 0; i < n; i++)
            was[i] = y[i] = random_between(&seed, -50, 250);
        scale_spread(y, n, 12, 164, 16);
        for (size_t i = 0; i < n; i++) {
            assert_true(y[i] >= 12 - 1e-9 && y[i] <= 164 + 1e-9);
            for (size_t k = 0; k < n; k++) {
                if (was[k] > was[i])
                    assert_true(y[k] >= y[i] + 16 - 1e-9);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks),
        cmocka_unit_test(test_ticks_random),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_spread),
        cmocka_unit_test(test_spread_random),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
