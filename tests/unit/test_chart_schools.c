/*
 * test_chart_schools: charts of schools side by side (C4, C7) in each of
 * their states against tests/charts/NAME.svg.
 */
#include "golden_svg.h"

#include "chart/chart_schools.h"

#define NOTHING { NULL, 0 }

/* 27 schools: a pile at 60, two alone at the ends. */
static const double district[] = {
    48, 51, 52.5, 55, 56, 57, 58, 58, 59, 60, 60, 60, 60.4, 61, 62, 62.2,
    63, 64, 65, 65, 66, 69, 70, 71, 74, 76, 81,
};

static struct chart_strip strip(void)
{
    return (struct chart_strip){
        .head = head_of("s", "Функциональная грамотность, 2025: все школы",
                        "У половины школ — от 58 до 69 из 100; у этой — 67."),
        .others = district, .n = N(district), .own = P(66.7, "67"),
        .middle = P(65.2, "65"), .own_name = S("эта школа"),
        .middle_name = S("район"), .unit = S("%"), .lo = 40, .hi = 90,
    };
}

static void expect_strip(const char *name, const struct chart_strip *chart)
{
    struct buf out = {0};

    assert_true(chart_strip(&out, chart));
    expect(name, &out);
    buf_free(&out);
}

static void test_strip(void **state)
{
    struct chart_strip chart = strip();

    (void)state;
    wrong = 0;
    expect_strip("strip", &chart);
    chart.own.present = false;
    expect_strip("strip-no-own", &chart);
    chart.middle.present = false;
    expect_strip("strip-alone", &chart);
    chart = strip();
    chart.middle.present = false;
    expect_strip("strip-no-middle", &chart);
    chart = strip();
    chart.own = (struct chart_point)PROVISIONAL(45, "45");
    expect_strip("strip-lowest", &chart);
    chart.own = (struct chart_point)P(100, "100");
    chart.middle_name = S("среднее по школам программы");
    expect_strip("strip-highest", &chart);
    assert_int_equal(wrong, 0);
}

/* Values of schools i = 0 … n-1, ascending, in a bell around 65. */
static void fill(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double at = 2 * ((double)i + 0.5) / (double)n - 1;

        values[i] = 65 + 12 * at + 18 * at * at * at;
    }
}

static void test_strip_sizes(void **state)
{
    static const double same[] = {
        100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100,
        100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100,
    };
    static const double marks[] = { 3.4, 3.61, 3.7, 3.9, 4.02 };
    struct chart_strip chart = strip();
    double many[1000];

    (void)state;
    wrong = 0;
    chart.others = many;
    fill(many, N(many));
    for (size_t i = 0; i < 2; i++) {
        static const size_t sizes[] = { 60, 150 };
        static const char *const names[] = { "strip-60", "strip-150" };

        fill(many, sizes[i]);
        chart.n = sizes[i];
        expect_strip(names[i], &chart);
    }
    fill(many, N(many));
    chart.n = N(many);
    expect_strip("strip-1000", &chart);
    chart.others = same;
    chart.n = N(same);
    expect_strip("strip-all-equal", &chart);
    chart.others = marks;
    chart.n = N(marks);
    chart.own.present = false;
    chart.middle = (struct chart_point)P(3.7, "3,7");
    chart.middle_name = S("середина");
    chart.unit = (struct str)NOTHING;
    chart.lo = 3.4;
    chart.hi = 4.02;
    expect_strip("strip-marks", &chart);
    assert_int_equal(wrong, 0);
}

/* Four schools are too few, with the own one five are enough. */
static void test_strip_few(void **state)
{
    struct chart_strip chart = strip();
    struct buf out = {0};

    (void)state;
    chart.n = 4;
    assert_true(chart_strip(&out, &chart));
    buf_clear(&out);
    chart.own.present = false;
    assert_false(chart_strip(&out, &chart));
    chart.n = 0;
    assert_false(chart_strip(&out, &chart));
    assert_int_equal(out.n, 0);
    buf_free(&out);
}

/* The budget of reader 6.8, in a page. */
static void test_strip_weight(void **state)
{
    static const size_t sizes[] = { 28, 60, 61, 150, 300, 1000, 10000 };
    double *many = calloc(10000, sizeof *many);
    struct chart_strip chart = strip();
    struct buf out = {0};

    (void)state;
    assert_non_null(many);
    chart.head.css.n = 0;
    chart.others = many;
    for (size_t i = 0; i < N(sizes); i++) {
        fill(many, sizes[i]);
        chart.n = sizes[i];
        buf_clear(&out);
        assert_true(chart_strip(&out, &chart));
        if (out.n > 3500)
            fail_msg("%zu schools: %zu bytes", sizes[i], out.n);
    }
    buf_free(&out);
    free(many);
}

/* --- C7 --- */

static struct chart_quadrant quadrant(const struct chart_spot *spots,
                                      size_t n)
{
    return (struct chart_quadrant){
        .head = head_of("q", "Условия и результат школ", "Выше среднего …"),
        .spots = spots, .n = n, .mean = { 52.3, 61.8 },
        .x_name = S("индекс условий →"), .y_name = S("↑ результат"),
        .corners = { { S("нужна поддержка"),
                       S("результат выше обычного при трудных условиях") },
                     { S("есть резерв"),
                       S("хорошие условия и результат") } },
    };
}

static void fill_spots(struct chart_spot *spots, size_t n)
{
    for (size_t i = 0; i < n; i++)
        spots[i] = (struct chart_spot){
            (double)(i * 37 % 101), 40 + (double)(i * 53 % 47) };
}

static void expect_quadrant(const char *name,
                            const struct chart_quadrant *chart)
{
    struct buf out = {0};

    assert_true(chart_quadrant(&out, chart));
    expect(name, &out);
    buf_free(&out);
}

static void test_quadrant(void **state)
{
    struct chart_spot spots[200];
    struct chart_quadrant chart = quadrant(spots, 28);
    struct buf out = {0};

    (void)state;
    wrong = 0;
    fill_spots(spots, N(spots));
    expect_quadrant("quadrant", &chart);
    chart.n = N(spots);
    expect_quadrant("quadrant-200", &chart);
    for (size_t i = 0; i < 12; i++)
        spots[i] = (struct chart_spot){ 5, -1.5 };
    chart.n = 12;
    chart.mean = spots[0];
    expect_quadrant("quadrant-all-equal", &chart);
    chart.n = 11;
    assert_false(chart_quadrant(&out, &chart));
    assert_int_equal(out.n, 0);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strip),
        cmocka_unit_test(test_strip_sizes),
        cmocka_unit_test(test_strip_few),
        cmocka_unit_test(test_strip_weight),
        cmocka_unit_test(test_quadrant),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
