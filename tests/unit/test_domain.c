/*
 * Tests of release/domain: the axis of an indicator (reader 7.3), over shown
 * cells alone.
 */
#include "fixture.h"

#define INDICATORS "id;title;unit;kind;class;aggregate;domain\n"
#define VALUES "indicator;school;period;value;n\n"

struct axis_case {
    const char *indicator, *values, *targets;
    bool any;
    double lo, hi;
};

#define SHARE "s;С;%;share;people;none;\n"
#define SCORE "s;С;балл;score;open;none;\n"
#define COUNT "s;С;чел.;count;people;none;\n"

static const struct axis_case cases[] = {
    {SCORE, "", "", false, 0, 0},
    {SCORE, "s;a;2023;3;\ns;b;2023;4,5;\n", "", true, 3, 4.5},
    {SCORE, "s;a;2023;3;\n", "s;2025;не менее 5\n", true, 3, 5},
    {SCORE, "", "s;2025;5\n", true, 5, 5},
    {SCORE, "s;a;2023;3;\n", "s;2025;больше\n", true, 3, 3},
    {SCORE, "s;a;2023;3;\n", "s;2025;от 2 до 5\n", true, 2, 5},
    {SCORE, "s;a;2023;-3;\ns;a;2022;2;\n", "", true, -3, 2},
    /* hidden and withheld cells do not stretch it */
    {COUNT, "s;a;2023;40;\ns;b;2023;2;\ns;c;2023;30;\n", "", true, 30, 40},
    {COUNT, "s;a;2023;2;\n", "", false, 0, 0},
    {COUNT, "s;a;2023;c;\n", "", false, 0, 0},
    {SHARE, "s;a;2023;50;100\ns;b;2023;99;9\ns;c;2023;10;15\n", "", true,
     40, 60},
    /* shares: a span of at least 20 within 0 and 100 */
    {SHARE, "s;a;2023;50;100\n", "", true, 40, 60},
    {SHARE, "s;a;2023;50;100\ns;a;2022;60;100\n", "", true, 45, 65},
    {SHARE, "s;a;2023;5;100\n", "", true, 0, 20},
    {SHARE, "s;a;2023;0;100\n", "", true, 0, 20},
    {SHARE, "s;a;2023;100;100\n", "", true, 80, 100},
    {SHARE, "s;a;2023;95;100\n", "", true, 80, 100},
    {SHARE, "s;a;2023;20;100\ns;a;2022;80;100\n", "", true, 20, 80},
    {SHARE, "s;a;2023;20;100\ns;a;2022;81;100\n", "", true, 0, 100},
    {SHARE, "s;a;2023;50;100\n", "s;2025;90\n", true, 50, 90},
    /* the author's own */
    {"s;С;балл;score;open;none;0 100\n", "s;a;2023;3;\n", "", true, 0, 100},
    {"s;С;балл;score;open;none;auto\n", "s;a;2023;3;\n", "", true, 3, 3},
    {"s;С;%;share;people;none;20 70\n", "s;a;2023;50;100\n", "", true, 20,
     70},
};

static void test_axis(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char indicators[256], values[256], targets[256];
        double lo = -1, hi = -1;
        snprintf(indicators, sizeof indicators, INDICATORS "%s",
                 cases[i].indicator);
        snprintf(values, sizeof values, VALUES "%s", cases[i].values);
        snprintf(targets, sizeof targets, "indicator;period;target\n%s",
                 cases[i].targets);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", indicators},
                  {"data/p/values.csv", values},
                  {"data/p/targets.csv", targets}), RELEASED);
        assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
        bool any = release_domain(f.release, 0, &lo, &hi);
        if (any != cases[i].any || (any && (lo < cases[i].lo - 1e-9 ||
                                            lo > cases[i].lo + 1e-9 ||
                                            hi < cases[i].hi - 1e-9 ||
                                            hi > cases[i].hi + 1e-9)))
            fail_msg("case %zu: %d %g..%g", i, any, lo, hi);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_axis)};
    return RUN_FIXTURE(tests);
}
