/*
 * test_chart: each chart in each of its states against tests/charts/NAME.svg
 * (written anew when VITRINA_REGEN is set). Random data: test_chart_random.c.
 */
#include "golden_svg.h"

#include "chart/chart.h"
#include "chart/chart_rows.h"

/* --- C1 --- */

static const struct str years[] = {
    Y("2017"), Y("2018"), Y("2019"), Y("2020"), Y("2021"), Y("2022"),
    Y("2023"), Y("2024"), Y("2025"), Y("2026"),
};

static const struct chart_point school5[] = {
    P(58.2, "58"), P(61, "61"), P(63, "63"), P(66.7, "67"), P(67, "67"),
};
static const struct chart_point school_gap[] = {
    P(58.2, "58"), GAP, P(63, "63"), P(66.7, "67"), GAP,
};
static const struct chart_point school_provisional[] = {
    P(58.2, "58"), P(61, "61"), P(63, "63"), P(66.7, "67"),
    PROVISIONAL(69, "69"),
};
static const struct chart_point school_one[] = {
    GAP, GAP, P(63, "63"), GAP, GAP,
};
static const struct chart_point none5[] = { GAP, GAP, GAP, GAP, GAP };
static const struct chart_point whole5[] = {
    P(60, "60"), P(61.5, "62"), P(62, "62"), P(64, "64"), P(65, "65"),
};
static const struct chart_point target5[] = {
    GAP, P(60, "60"), P(63, "63"), P(66, "66"), P(68, "68"),
};
static const struct chart_point target_last[] = {
    GAP, GAP, GAP, GAP, P(80, "80"),
};
static const struct chart_point level5[] = {
    P(65, "65"), P(65, "65"), P(65, "65"), P(65, "65"), P(65, "65"),
};
static const struct chart_point marks5[] = {
    P(3.61, "3,61"), P(3.7, "3,7"), P(3.9, "3,9"), P(4.02, "4,02"), GAP,
};
static const struct chart_point money5[] = {
    P(0, "0"), P(250000, "250 000"), P(900000, "900 000"),
    P(1250000, "1 250 000"), GAP,
};
static const struct chart_point below5[] = {
    P(-5.5, "−5,5"), P(-1, "−1"), P(4.2, "4,2"), P(0, "0"), P(2, "2"),
};
static const struct chart_point ten[] = {
    P(10, "10"), P(12, "12"), P(30, "30"), P(35, "35"), P(50, "50"),
    P(55, "55"), P(60, "60"), P(71, "71"), P(83, "83"), P(95, "95"),
};
static const bool break3[] = { false, false, false, true, false };

static struct chart_trend trend(void)
{
    return (struct chart_trend){
        .head = head_of("fg9", "Функциональная грамотность, 2022–2026",
                        "Школа: 58,2 % в 2022 & <66,7> в 2025."),
        .periods = years + 5, .n = 5, .school = school5, .whole = whole5,
        .target = target5, .break_label = S("новая методика"),
        .school_name = S("школа"), .whole_name = S("район"),
        .target_name = S("цель"), .unit = S("%"), .lo = 55, .hi = 75,
    };
}

static void expect_trend(const char *name, const struct chart_trend *chart)
{
    struct buf out = {0};

    assert_true(chart_trend(&out, chart));
    expect(name, &out);
    buf_free(&out);
}

static void test_trend(void **state)
{
    struct chart_trend chart = trend();

    (void)state;
    wrong = 0;
    expect_trend("trend", &chart);
    chart.school = school_gap;
    expect_trend("trend-gap", &chart);
    chart.school = school_provisional;
    expect_trend("trend-provisional", &chart);
    chart.school = school_one;
    expect_trend("trend-one-point", &chart);
    chart = trend();
    chart.has_range = true;
    chart.range_lo = 55;
    chart.range_hi = 76;
    expect_trend("trend-range", &chart);
    chart = trend();
    chart.break_before = break3;
    expect_trend("trend-break", &chart);
    chart = trend();
    chart.target = target_last;
    chart.school = school_gap;
    expect_trend("trend-target-later", &chart);
    chart.target = NULL;
    expect_trend("trend-no-target", &chart);
    chart.target = none5;
    expect_trend("trend-target-empty", &chart);
    chart = trend();
    chart.whole = NULL;
    expect_trend("trend-no-whole", &chart);
    chart = trend();
    chart.school = NULL;
    expect_trend("trend-whole-only", &chart);
    assert_int_equal(wrong, 0);
}

static void test_trend_scales(void **state)
{
    struct chart_trend chart = trend();

    (void)state;
    wrong = 0;
    chart.school = chart.whole = level5;
    chart.target = level5;
    expect_trend("trend-all-equal", &chart);
    chart = (struct chart_trend){
        .head = chart.head, .periods = years, .n = 10, .school = ten,
        .school_name = S("школа"), .unit = S("%"), .lo = 0, .hi = 100 };
    expect_trend("trend-ten-years", &chart);
    chart = trend();
    chart.whole = chart.target = NULL;
    chart.school = marks5;
    chart.unit = S("балла");
    chart.lo = 3.61;
    chart.hi = 4.02;
    expect_trend("trend-marks", &chart);
    chart.school = money5;
    chart.unit = S("₽");
    chart.lo = 0;
    chart.hi = 1250000;
    expect_trend("trend-large-numbers", &chart);
    chart.school = below5;
    chart.unit = (struct str){ NULL, 0 };
    chart.lo = chart.hi = 0;
    expect_trend("trend-below-zero", &chart);
    chart = trend();
    chart.whole_name = S("городской округ Заречный");
    expect_trend("trend-long-name", &chart);
    assert_int_equal(wrong, 0);
}

/* The line of each year alone: two purposes, a year without, years in which
 * it changed; more than are drawn; of years that are not drawn. */
static void test_trend_thresholds(void **state)
{
    static const struct chart_point certificate[] = {
        GAP, P(57, "57"), P(57, "57"), P(57, "57"), P(58, "58"),
    };
    static const struct chart_point university[] = {
        P(69, "69"), P(70, "70"), GAP, P(71, "71"), GAP,
    };
    const struct chart_threshold lines[] = {
        { S("порог"), certificate }, { S("порог"), university },
        { S("порог"), none5 }, { S("порог"), level5 },
    };
    const struct chart_threshold early[] = { { S("порог"), ten } };
    struct chart_trend chart = trend();

    (void)state;
    wrong = 0;
    chart.thresholds = lines;
    chart.thresholds_n = 1;
    expect_trend("trend-threshold", &chart);
    chart.thresholds_n = 2;
    expect_trend("trend-thresholds", &chart);
    chart.thresholds_n = N(lines);
    expect_trend("trend-thresholds", &chart);
    chart.whole = chart.target = NULL;
    chart.school = school_one;
    chart.periods += 2;
    chart.school += 2;
    chart.thresholds = &(struct chart_threshold){ S("порог"),
                                                  certificate + 2 };
    chart.thresholds_n = chart.n = 1;
    expect_trend("trend-threshold-one", &chart);
    chart = (struct chart_trend){
        .head = chart.head, .periods = years, .n = 10, .school = ten,
        .school_name = S("школа"), .thresholds = early, .thresholds_n = 1,
        .unit = S("%"), .lo = 0, .hi = 100 };
    expect_trend("trend-threshold-ten", &chart);
    assert_int_equal(wrong, 0);
}

static void test_trend_nothing(void **state)
{
    struct chart_trend chart = trend();
    struct buf out = {0};

    (void)state;
    chart.school = none5;
    chart.whole = NULL;
    assert_false(chart_trend(&out, &chart));
    chart.n = 0;
    assert_false(chart_trend(&out, &chart));
    assert_int_equal(out.n, 0);
}

/* The last value is still to come. */
static void test_trend_expected(void **state)
{
    struct chart_trend chart = trend();

    (void)state;
    wrong = 0;
    chart.school = school_gap;
    chart.expected = S("данные появятся в сентябре 2026 года");
    expect_trend("trend-expected", &chart);
    chart.break_before = break3;
    expect_trend("trend-expected-break", &chart);
    assert_int_equal(wrong, 0);
}

/* --- C5 --- */

static void expect_small(const char *name, const struct chart_small *chart)
{
    struct buf out = {0};

    assert_true(chart_small(&out, chart));
    expect(name, &out);
    buf_free(&out);
}

static void test_small(void **state)
{
    static const struct chart_point near[] = {
        GAP, P(99, "99"), P(98, "98,4"), GAP, GAP,
    };
    struct chart_small chart = {
        .head = head_of("c", "Кружки, 2022–2026", "60 % в 2022; 65 в 2026."),
        .periods = years + 5, .n = 5, .value = whole5, .target = target5,
        .unit = S("%"), .lo = 55, .hi = 75,
    };
    struct buf out = {0};

    (void)state;
    wrong = 0;
    expect_small("small", &chart);
    chart.target = NULL;
    expect_small("small-no-target", &chart);
    chart.value = school_gap;
    expect_small("small-gap", &chart);
    chart.break_before = break3;
    chart.value = whole5;
    expect_small("small-break", &chart);
    chart.break_before = NULL;
    chart.value = near;
    expect_small("small-near", &chart);
    chart.value = level5;
    expect_small("small-all-equal", &chart);
    chart.value = below5;
    chart.lo = chart.hi = 0;
    expect_small("small-below-zero", &chart);
    chart.value = money5;
    expect_small("small-large-numbers", &chart);
    chart.value = ten;
    chart.periods = years;
    chart.n = 10;
    chart.lo = 0;
    chart.hi = 100;
    expect_small("small-ten-years", &chart);
    chart.periods += 5;
    chart.n = 5;
    chart.value = school_one;
    assert_false(chart_small(&out, &chart));
    chart.value = none5;
    chart.target = target5;
    assert_false(chart_small(&out, &chart));
    assert_int_equal(out.n, 0);
    assert_int_equal(wrong, 0);
}

/* --- C2 --- */

static void expect_bullet(const char *name, const struct chart_bullet *chart)
{
    struct buf out = {0};

    assert_true(chart_bullet(&out, chart));
    expect(name, &out);
    buf_free(&out);
}

static void test_bullet(void **state)
{
    static const struct chart_point target = P(85, "85"), far = P(120, "120");
    static const struct chart_point whole = P(78, "78"), near = P(99, "99");
    static const struct chart_point close = P(6, "6");
    struct chart_bullet chart = {
        .head = head_of("b", "Кружки, 2025", "Школа 67 %, цель 85 %."),
        .value = P(67, "67"), .target = &target, .whole = &whole, .max = 100,
        .target_name = S("цель"), .whole_name = S("среднее по району"),
        .unit = S("%"),
    };
    struct buf out = {0};

    (void)state;
    wrong = 0;
    expect_bullet("bullet", &chart);
    chart.target = NULL;
    expect_bullet("bullet-no-target", &chart);
    chart.whole = NULL;
    expect_bullet("bullet-alone", &chart);
    chart.target = &far;
    expect_bullet("bullet-target-beyond", &chart);
    chart.whole = &near;
    chart.value = (struct chart_point)P(3, "3");
    expect_bullet("bullet-short", &chart);
    chart.target = &close;
    expect_bullet("bullet-target-near", &chart);
    chart.value = (struct chart_point)P(0, "0");
    expect_bullet("bullet-zero", &chart);
    chart.value = (struct chart_point)P(140, "140");
    expect_bullet("bullet-full", &chart);
    chart.value.present = false;
    assert_false(chart_bullet(&out, &chart));
    assert_int_equal(out.n, 0);
    assert_int_equal(wrong, 0);
}

/* --- C3 --- */

static void expect_slope(const char *name, const struct chart_slope *chart)
{
    struct buf out = {0};

    assert_true(chart_slope(&out, chart));
    expect(name, &out);
    buf_free(&out);
}

static void test_slope(void **state)
{
    static const struct chart_point school[] = { P(63, "63"), P(67, "67") };
    static const struct chart_point whole[] = { P(62, "62"), P(65, "65") };
    static const struct chart_point target = P(68, "68");
    static const struct chart_point same[] = { P(65, "65"), P(65.2, "65") };
    static const struct chart_point high[] = { P(75, "75"), P(75, "75") };
    static const struct chart_point half[] = { GAP, P(65, "65") };
    struct chart_slope chart = {
        .head = head_of("s", "Олимпиады, 2024 и 2025", "Было 63 %, стало 67."),
        .periods = { S("2024"), S("2025") }, .school = school,
        .whole = whole, .target = &target, .school_name = S("школа"),
        .whole_name = S("район"), .target_name = S("цель"), .unit = S("%"),
        .same = S("без изменений"), .lo = 55, .hi = 75,
    };
    struct buf out = {0};

    (void)state;
    wrong = 0;
    expect_slope("slope", &chart);
    chart.target = NULL;
    expect_slope("slope-no-target", &chart);
    chart.whole = half;
    expect_slope("slope-whole-gap", &chart);
    chart.whole = NULL;
    chart.school = same;
    expect_slope("slope-same", &chart);
    chart.school = high;
    expect_slope("slope-same-high", &chart);
    chart.school = NULL;
    chart.whole = whole;
    expect_slope("slope-whole-only", &chart);
    chart.periods[0] = S("2023/2024 учебный год");
    chart.periods[1] = S("2024/2025 учебный год");
    expect_slope("slope-long-periods", &chart);
    chart.whole = half;
    assert_false(chart_slope(&out, &chart));
    assert_int_equal(out.n, 0);
    assert_int_equal(wrong, 0);
}

/* --- C6, C8 --- */

static void expect_road(const char *name, const struct chart_roadmap *chart)
{
    struct buf out = {0};

    chart_roadmap(&out, chart);
    buf_char(&out, '\n');
    expect(name, &out);
    buf_free(&out);
}

static void test_roadmap(void **state)
{
    static const struct chart_span done = { 3, 5.5 }, old = { 1, 4 };
    struct chart_roadmap chart = {
        .track = { 0, 12 }, .parts = 12, .plan = { 3, 12 }, .has_now = true,
        .now = 2, .now_label = S("сделано на 1 марта"),
    };

    (void)state;
    wrong = 0;
    expect_road("road", &chart);
    chart.now_label.n = 0;
    chart.done = &done;
    chart.now = 5.5;
    expect_road("road-doing", &chart);
    chart.open_end = true;
    expect_road("road-open", &chart);
    chart.open_end = false;
    chart.done = NULL;
    chart.old = &old;
    chart.plan = (struct chart_span){ 6, 8 };
    expect_road("road-postponed", &chart);
    chart.old = NULL;
    chart.has_now = false;
    chart.plan = (struct chart_span){ 12, 12 };
    expect_road("road-one-day", &chart);
    chart.names = years + 5;
    chart.names_n = chart.parts = 4;
    expect_road("road-years", &chart);
    chart.names = years;
    chart.names_n = chart.parts = N(years);
    expect_road("road-many-years", &chart);
    assert_int_equal(wrong, 0);
}

static void test_money(void **state)
{
    const struct chart_money_row rows[] = {
        { S("Всего"), S("11,2 из 12,6 млн ₽"), { NULL, 0 }, 12.6, 11.2,
          true },
        { S("Местный бюджет"), S("4,3 из 4,0 млн ₽"),
          S("на 0,3 млн ₽ больше плана"), 4, 4.3, true },
        { S("Краевой бюджет & <гранты>"), S("план 8,6 млн ₽"),
          { NULL, 0 }, 8.6, 0, false },
        { S("Средства родителей и попечителей школ"),
          S("0 из 0,1 млн ₽"), { NULL, 0 }, 0.1, 0, true },
    };
    struct chart_money chart = {
        .head = head_of("m", "Деньги программы", "11,2 из 12,6 млн ₽."),
        .rows = rows, .n = N(rows),
    };
    struct buf out = {0};

    (void)state;
    wrong = 0;
    assert_true(chart_money(&out, &chart));
    expect("money", &out);
    chart.rows = rows + 2;
    chart.n = 1;
    assert_true(chart_money(&out, &chart));
    expect("money-no-actual", &out);
    chart.n = 0;
    assert_false(chart_money(&out, &chart));
    assert_int_equal(out.n, 0);
    buf_free(&out);
    assert_int_equal(wrong, 0);
}

/* --- a file of its own --- */

/* The whole style sheet inside, lines above and below; the others import the
 * same one. */
static void test_file(void **state)
{
    struct chart_trend chart = trend();
    struct buf out = {0};

    (void)state;
    wrong = 0;
    chart.head.above = S("67 из 100 девятиклассников справились с заданиями "
                         "на применение знаний — на 4 больше, чем год "
                         "назад.");
    chart.head.below = S("Школа № 12, данные за 2025 год. Подробно: "
                         "obr.example.ru/s/12");
    chart.head.css = chart_style(false);
    expect_trend("file", &chart);
    chart.head.css = chart_style(true);
    chart.head.above.n = chart.head.below.n = 0;
    expect_trend("file-dark", &chart);
    buf_add(&out, chart_style(false));
    buf_char(&out, '\n');
    expect_file("chart.css", &out);
    buf_free(&out);
    assert_int_equal(wrong, 0);
}

/* In a page: no name space, no style, no line break at the end. */
static void test_in_page(void **state)
{
    struct chart_trend chart = trend();
    struct buf out = {0};

    (void)state;
    chart.head.css.n = 0;
    chart_trend(&out, &chart);
    assert_true(str_starts(buf_str(&out),
        S("<svg class=\"chart\" viewBox=\"0 0 320 190\" role=\"img\" "
          "aria-labelledby=\"fg9-t fg9-d\"><title id=\"fg9-t\">")));
    assert_true(str_ends(buf_str(&out), S("</g></svg>")));
    assert_int_equal(str_find(buf_str(&out), S("xmlns")), -1);
    assert_int_equal(str_find(buf_str(&out), S("style")), -1);
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trend),
        cmocka_unit_test(test_trend_scales),
        cmocka_unit_test(test_trend_thresholds),
        cmocka_unit_test(test_trend_nothing),
        cmocka_unit_test(test_trend_expected),
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_bullet),
        cmocka_unit_test(test_slope),
        cmocka_unit_test(test_roadmap),
        cmocka_unit_test(test_money),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_in_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
