/*
 * compare: ranges (reader 4.4), chance, what was before, the whole beside a
 * school.
 */
#include "release/compare.h"

#include "stub_release.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Tenths: 667 is 66.7. */
static struct num tenths(int64_t v)
{
    return (struct num){v, 1};
}

static void test_wilson(void **state)
{
    /* how two thirds, the nearest whole number of children, read */
    static const struct {
        int64_t k, n;
        long lo, hi;
    } rows[] = {
        {3, 5, 23, 88},      {7, 10, 40, 89},     {13, 20, 43, 82},
        {17, 25, 48, 83},    {34, 50, 54, 79},    {48, 72, 55, 76},
        {67, 100, 57, 75},   {134, 200, 60, 73},  {335, 500, 63, 71},
        {0, 10, 0, 28},      {10, 10, 72, 100},   {1, 1, 21, 100}
    };
    double lo = -1, hi = -1;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct num share = num_percent(rows[i].k, rows[i].n, 6);
        assert_true(compare_wilson(share, rows[i].n, &lo, &hi));
        if (lround(lo) != rows[i].lo || lround(hi) != rows[i].hi)
            fail_msg("%d of %d: %f %f", (int)rows[i].k, (int)rows[i].n, lo,
                     hi);
        assert_true(lo >= 0 && hi <= 100 && lo < hi);
    }
    lo = hi = -1;
    assert_false(compare_wilson(num_int(50), 0, &lo, &hi));
    assert_false(compare_wilson(num_int(50), -1, &lo, &hi));
    assert_false(compare_wilson(num_int(101), 10, &lo, &hi));
    assert_false(compare_wilson(num_int(-1), 10, &lo, &hi));
    assert_true(lo == -1 && hi == -1);
}

/* Points of noise at 65 % for two groups of the same size: 25 -> 26 ... */
static void test_noise(void **state)
{
    static const struct {
        int64_t n, points;
    } rows[] = {{25, 26}, {50, 19}, {100, 13}, {300, 8}, {2000, 3}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct num low = num_int(65 - rows[i].points / 2 - 2);
        struct num high = num_int(65 + rows[i].points / 2 + 2);
        struct num near = num_add(low, num_int(rows[i].points - 1));
        assert_false(compare_noise(high, rows[i].n, low, rows[i].n));
        assert_true(compare_noise(near, rows[i].n, low, rows[i].n));
        assert_true(compare_noise(low, rows[i].n, near, rows[i].n));
    }
    assert_true(compare_noise(tenths(667), 72, tenths(630), 73));
    assert_false(compare_noise(tenths(824), 612, tenths(760), 600));
    assert_true(compare_noise(tenths(74), 635, tenths(96), 655));
    assert_false(compare_noise(tenths(667), -1, tenths(630), 73));
    assert_false(compare_noise(tenths(667), 72, tenths(630), 0));
    /* all or nothing in both years: no difference, no chance */
    assert_false(compare_noise(num_int(100), 20, num_int(100), 20));
    assert_false(compare_noise(num_int(120), 20, num_int(110), 20));
}

/* --- a release of one indicator --- */

static struct series_break breaks[2];

static int setup(void **state)
{
    (void)state;
    make_series(1, STATE_MISSING);
    indicators[0].kind = KIND_SHARE;
    indicators[0].aggregate = AGGREGATE_WEIGHTED;
    return 0;
}

static enum compare compare_2025(struct num value, int64_t n,
                                 struct num whole)
{
    struct num found = {-1, 0};
    enum compare result;

    *cell(0, 2025) = shown_num(value, n);
    *cell(RELEASE_WHOLE, 2025) = shown_num(whole, 5000);
    result = compare_with_whole(&release, 0, 0, 3, &found);
    if (result == COMPARE_NONE)
        assert_int_equal(found.v, -1);
    else
        assert_int_equal(num_cmp(found, whole), 0);
    return result;
}

static void test_whole(void **state)
{
    static const struct {
        int64_t value, n, whole;        /* tenths */
        enum compare expected;
    } rows[] = {
        {667, 72, 652, COMPARE_ABOUT},  /* within 2 */
        {824, 612, 780, COMPARE_ABOVE},
        {812, -1, 640, COMPARE_ABOVE},
        {611, 180, 720, COMPARE_BELOW},
        {74, 635, 68, COMPARE_ABOUT},
        {667, 72, 740, COMPARE_ABOUT},  /* within the interval */
        {667, 72, 780, COMPARE_BELOW},
        {667, 72, 540, COMPARE_ABOVE},
        {700, -1, 680, COMPARE_ABOUT},  /* 2 itself */
        {701, -1, 680, COMPARE_ABOVE},
        {679, -1, 700, COMPARE_BELOW},
        {500, 72, 500, COMPARE_ABOUT}
    };

    (void)state;
    *cell(1, 2025) = shown_num(tenths(500), 80);
    *cell(2, 2025) = shown_num(tenths(500), 80);
    for (size_t i = 0; i < COUNT(rows); i++)
        if (compare_2025(tenths(rows[i].value), rows[i].n,
                         tenths(rows[i].whole)) != rows[i].expected)
            fail_msg("%d", (int)i);
}

/* Marks have their own scale: 2 % of 5 is 0.1. */
static void test_scores(void **state)
{
    (void)state;
    *cell(1, 2025) = shown_num(tenths(35), 80);
    *cell(2, 2025) = shown_num(tenths(35), 80);
    indicators[0].kind = KIND_SCORE;
    indicators[0].has_max = true;
    indicators[0].max = num_int(5);
    assert_int_equal(compare_2025(tenths(36), 80, tenths(35)),
                     COMPARE_ABOUT);
    assert_int_equal(compare_2025(tenths(37), 80, tenths(35)),
                     COMPARE_ABOVE);
    assert_int_equal(compare_2025(tenths(33), 80, tenths(35)),
                     COMPARE_BELOW);
    indicators[0].has_max = false;
    assert_int_equal(compare_2025(tenths(35), 80, tenths(35)),
                     COMPARE_ABOUT);
    assert_int_equal(compare_2025(tenths(36), 80, tenths(35)),
                     COMPARE_ABOVE);
}

static void test_no_comparison(void **state)
{
    struct num whole;

    (void)state;
    *cell(1, 2025) = shown_num(tenths(500), 80);
    assert_int_equal(compare_2025(tenths(600), 80, tenths(500)),
                     COMPARE_NONE);     /* two schools */
    *cell(2, 2025) = state_of(STATE_HIDDEN);
    assert_int_equal(compare_2025(tenths(600), 80, tenths(500)),
                     COMPARE_NONE);
    *cell(2, 2025) = shown_num(tenths(500), 80);
    assert_int_equal(compare_2025(tenths(900), 80, tenths(500)),
                     COMPARE_ABOVE);
    assert_int_equal(compare_with_whole(&release, 0, RELEASE_WHOLE, 3,
                                        &whole), COMPARE_NONE);
    indicators[0].aggregate = AGGREGATE_SUM;
    assert_int_equal(compare_2025(tenths(900), 80, tenths(500)),
                     COMPARE_NONE);
    indicators[0].aggregate = AGGREGATE_WEIGHTED;
    indicators[0].kind = KIND_COUNT;
    assert_int_equal(compare_2025(tenths(900), 80, tenths(500)),
                     COMPARE_NONE);
    indicators[0].kind = KIND_SHARE;
    cell(0, 2025)->state = STATE_COUNTS;
    assert_int_equal(compare_with_whole(&release, 0, 0, 3, &whole),
                     COMPARE_NONE);
    cell(0, 2025)->state = STATE_SHOWN;
    cell(RELEASE_WHOLE, 2025)->state = STATE_HIDDEN;
    assert_int_equal(compare_with_whole(&release, 0, 0, 3, &whole),
                     COMPARE_NONE);
}

static void test_previous(void **state)
{
    (void)state;
    assert_int_equal(compare_previous(&release, 0, 0, 3), NONE);
    assert_int_equal(compare_previous(&release, 0, 0, 0), NONE);
    *cell(0, 2022) = shown_num(tenths(500), 80);
    *cell(0, 2024) = shown_num(tenths(500), 80);
    assert_int_equal(compare_previous(&release, 0, 0, 3), 2);
    assert_int_equal(compare_previous(&release, 0, 0, 2), 0);
    cell(0, 2024)->state = STATE_COUNTS;
    assert_int_equal(compare_previous(&release, 0, 0, 3), 0);
    assert_int_equal(compare_previous(&release, 0, 1, 3), NONE);
}

static void test_breaks(void **state)
{
    (void)state;
    programmes[0].breaks.at = breaks;
    programmes[0].breaks.n = 2;
    breaks[0] = (struct series_break){.indicator = {.index = 0},
                                      .period = year(2024)};
    breaks[1] = (struct series_break){.indicator = {.index = 1},
                                      .period = year(2025)};
    assert_null(compare_break(&release, 0, 0, 1));
    assert_ptr_equal(compare_break(&release, 0, 0, 2), &breaks[0]);
    assert_ptr_equal(compare_break(&release, 0, 1, 3), &breaks[0]);
    assert_null(compare_break(&release, 0, 2, 3));
    breaks[1].indicator.index = 0;
    assert_ptr_equal(compare_break(&release, 0, 1, 3), &breaks[1]);
    assert_ptr_equal(compare_break(&release, 0, 2, 3), &breaks[1]);
}

static void test_first(void **state)
{
    (void)state;
    assert_true(compare_first(&release, 0, 0, 0));
    assert_false(compare_first(&release, 0, 0, 3));     /* x before */
    for (int y = 2022; y < 2025; y++)
        *cell(0, y) = state_of(STATE_NOT_YET);
    assert_true(compare_first(&release, 0, 0, 3));
    *cell(0, 2023) = state_of(STATE_NOT_APPLICABLE);
    assert_true(compare_first(&release, 0, 0, 3));
    *cell(0, 2023) = state_of(STATE_HIDDEN);
    assert_false(compare_first(&release, 0, 0, 3));
    *cell(0, 2023) = state_of(STATE_NOT_YET);
    indicators[0].has_baseline = true;
    indicators[0].baseline_period = year(2021);
    assert_false(compare_first(&release, 0, 0, 3));
    indicators[0].baseline_period = year(2025);
    assert_true(compare_first(&release, 0, 0, 3));
    indicators[0].baseline_period = (struct period){0};
    assert_false(compare_first(&release, 0, 0, 3));
    indicators[0].has_baseline = false;
    assert_true(compare_first(&release, 0, 0, 3));
    programmes[0].source_note = S("Пересказ документа 2020 года");
    assert_false(compare_first(&release, 0, 0, 3));
}

/* --- the schools side by side --- */

/* Tenths of the schools in 2025; what ends the list is the rest's state. */
static struct spread spread_of(const int64_t *values, size_t n)
{
    for (size_t i = 0; i < STUB_SCHOOLS; i++)
        *cell(i, 2025) = i < n ? shown_num(tenths(values[i]), 80)
                               : state_of(STATE_NOT_APPLICABLE);
    return compare_distribution(&release, 0, 3);
}

static void test_distribution(void **state)
{
    static const struct {
        int64_t values[STUB_SCHOOLS];
        size_t n;
        int64_t least, low, median, high, most;
    } rows[] = {
        {{500, 100, 300, 200, 400}, 5, 100, 200, 300, 400, 500},
        {{600, 500, 100, 300, 200, 400}, 6, 100, 200, 350, 500, 600},
        {{1, 2, 3, 4, 5, 6, 7}, 7, 1, 2, 4, 6, 7},
        {{1, 2, 3, 4, 5, 6, 7, 8}, 8, 1, 3, 5, 6, 8},  /* 4.5 -> 5 */
        {{9, 8, 7, 6, 5, 4, 3, 2, 1}, 9, 1, 3, 5, 7, 9},
        {{700, 700, 700, 700, 700}, 5, 700, 700, 700, 700, 700}
    };

    (void)state;
    indicators[0].decimals = 1;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct spread s = spread_of(rows[i].values, rows[i].n);
        assert_int_equal(s.shown, rows[i].n);
        assert_int_equal(num_cmp(s.least, tenths(rows[i].least)), 0);
        assert_int_equal(num_cmp(s.low, tenths(rows[i].low)), 0);
        assert_int_equal(num_cmp(s.median, tenths(rows[i].median)), 0);
        assert_int_equal(num_cmp(s.high, tenths(rows[i].high)), 0);
        assert_int_equal(num_cmp(s.most, tenths(rows[i].most)), 0);
    }
}

/* At least half of the schools stand between low and high, for any number. */
static void test_middle_half(void **state)
{
    (void)state;
    for (size_t n = COMPARE_SPREAD_MIN; n <= STUB_SCHOOLS; n++) {
        int64_t values[STUB_SCHOOLS];
        size_t inside = 0;
        struct spread s;
        for (size_t i = 0; i < n; i++)
            values[i] = (int64_t)((i * 7 + 3) % n * 10);
        s = spread_of(values, n);
        for (size_t i = 0; i < n; i++)
            inside += num_cmp(tenths(values[i]), s.low) >= 0 &&
                      num_cmp(tenths(values[i]), s.high) <= 0;
        assert_true(2 * inside >= n);
    }
}

/* Who is no dot is counted; below five there is nothing at all. */
static void test_unpublished(void **state)
{
    static const int64_t values[] = {100, 200, 300, 400, 500};
    struct spread s;

    (void)state;
    spread_of(values, 5);
    *cell(5, 2025) = state_of(STATE_HIDDEN);
    *cell(6, 2025) = state_of(STATE_COUNTS);
    *cell(7, 2025) = state_of(STATE_MISSING);
    *cell(8, 2025) = state_of(STATE_CHECKING);
    s = compare_distribution(&release, 0, 3);
    assert_int_equal(s.shown, 5);
    assert_int_equal(s.few, 1);
    assert_int_equal(s.unpublished, 3);
    *cell(4, 2025) = state_of(STATE_NOT_YET);
    s = compare_distribution(&release, 0, 3);
    assert_int_equal(s.shown, 0);
    assert_int_equal(s.few + s.unpublished, 0);
    assert_int_equal(s.least.v, 0);
    *cell(4, 2025) = shown_num(tenths(500), 80);
    indicators[0].kind = KIND_COUNT;
    assert_int_equal(compare_distribution(&release, 0, 3).shown, 0);
}

/* What is printed is compared, not what stands behind it. */
static void test_published_rounding(void **state)
{
    static const int64_t values[] = {584, 586, 614, 690, 700};
    struct spread s;

    (void)state;
    indicators[0].decimals = 0;
    s = spread_of(values, 5);
    assert_int_equal(num_cmp(s.least, num_int(58)), 0);
    assert_int_equal(num_cmp(s.low, num_int(59)), 0);
    assert_int_equal(num_cmp(s.median, num_int(61)), 0);
    assert_int_equal(num_cmp(s.high, num_int(69)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wilson),
        cmocka_unit_test(test_noise),
        cmocka_unit_test_setup(test_whole, setup),
        cmocka_unit_test_setup(test_scores, setup),
        cmocka_unit_test_setup(test_no_comparison, setup),
        cmocka_unit_test_setup(test_previous, setup),
        cmocka_unit_test_setup(test_breaks, setup),
        cmocka_unit_test_setup(test_first, setup),
        cmocka_unit_test_setup(test_distribution, setup),
        cmocka_unit_test_setup(test_middle_half, setup),
        cmocka_unit_test_setup(test_unpublished, setup),
        cmocka_unit_test_setup(test_published_rounding, setup)
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
