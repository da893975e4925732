/*
 * Tests of release/fit: counts, shares and numbers of people (R1.3, 1.4).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "release/fit.h"

static struct num num_of(const char *text)
{
    struct num num;
    assert_int_equal(num_parse(str_of(text), &num, NULL), NUM_OK);
    return num;
}

/* The table of Sorsk (domain 1.4) and R1.3. */
static const struct {
    int64_t count;
    const char *share;
    int64_t n;
    bool percent, fraction;
} fits[] = {
    {246, "36,7", 669, true, false},    /* cut */
    {246, "36,8", 669, true, false},    /* rounded */
    {246, "36,7", 644, false, false},
    {44, "6,5", 669, true, false},
    {441, "68,5", 669, false, false},
    {441, "68,5", 644, true, false},
    {139, "21,6", 644, true, false},
    {112, "16,7", 669, true, false},
    {17, "2,7", 669, false, false},
    {17, "2,7", 644, false, false},
    {17, "2,7", 608, true, false},
    {17, "2,7", 641, true, false},
    {17, "2,7", 642, false, false},
    {17, "2,7", 607, false, false},
    {7, "15,5", 47, false, false},
    {7, "15,5", 45, true, false},
    {22, "48,8", 45, true, false},
    {1, "22", 43, false, false},
    {1, "2,3", 43, true, false},
    {12, "27,9", 43, true, false},
    {42, "21", 200, true, false},
    {42, "21", 259, false, false},
    {1, "0,005", 200, false, true},
    {1, "0,003", 259, false, true},     /* cut */
    {1, "0,004", 259, false, true},     /* rounded */
    {2, "0,67", 3, false, true},
    {2, "0,66", 3, false, true},
    {2, "0,65", 3, false, false},
    {1, "0,5", 2, false, true},
    {9, "0,5", 20, false, false},       /* 0,45 is not a half */
    {3, "1", 3, false, true},
    {2, "1", 3, false, false},          /* never rounded to a whole one */
    {3, "100", 3, true, false},
    {0, "0", 7, true, true},
    {1, "50", 0, false, false},
    {1, "50", -2, false, false},
    {1, "0,000000001", 1000000000, false, true},
};

static void test_fit(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
        struct num share = num_of(fits[i].share);
        if (fit_percent(fits[i].count, share, fits[i].n) != fits[i].percent)
            fail_msg("percent: %s", fits[i].share);
        if (fit_fraction(fits[i].count, share, fits[i].n) !=
            fits[i].fraction)
            fail_msg("fraction: %d/%s of %d", (int)fits[i].count,
                     fits[i].share, (int)fits[i].n);
    }
}

/* Without a count: 13,2 % is of 281 (37), not of 230; 0,41 is 7 of 17. */
static void test_any(void **state)
{
    static const struct {
        const char *share;
        int64_t n;
        bool percent, fraction;
    } cases[] = {
        {"13,2", 281, true, false}, {"13,2", 230, false, false},
        {"26,8", 230, false, false}, {"26,8", 281, false, false},
        {"36,7", 669, true, false},     /* cut: 245 is nearer, 246 fits */
        {"36,8", 669, true, false}, {"0", 7, true, false},
        {"100", 7, true, false}, {"101", 50, false, false},
        {"102", 50, true, false},
        {"0,41", 17, false, true}, {"0,42", 17, false, false},
        {"0,4", 17, false, false},      /* one digit says too little */
        {"1,00", 17, false, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct num share = num_of(cases[i].share);
        if (fit_any_count(share, cases[i].n) != cases[i].percent)
            fail_msg("%s of %d", cases[i].share, (int)cases[i].n);
        if (fit_any_fraction(share, cases[i].n) != cases[i].fraction)
            fail_msg("fraction %s of %d", cases[i].share, (int)cases[i].n);
    }
}

/* The pair as a source of n: only when one number fits. */
static void test_only(void **state)
{
    static const struct {
        int64_t count;
        const char *share;
        int64_t n;
    } cases[] = {
        {12, "27,9", 43}, {7, "15,5", 45}, {1, "50", 2},
        {1, "2,3", 0},      /* 43, 44 rounded and 42 cut */
        {42, "21", 0},      /* 191 to 204 */
        {246, "36,7", 0},   /* 669, 670 and more */
        {1, "22", 0},       /* neither rounded nor cut */
        {0, "0", 0}, {0, "5", 0}, {5, "0", 0}, {-1, "5", 0}, {1, "-5", 0},
        {3, "100", 3}, {4, "100,0", 4},
        {5, "250", 2},      /* more than all: no part of them (R1.10) */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t n = fit_only_n(cases[i].count, num_of(cases[i].share));
        if (n != cases[i].n)
            fail_msg("%d/%s: %d", (int)cases[i].count, cases[i].share,
                     (int)n);
    }
}

/* fit_range finds what an exhaustive search finds. */
static void test_range(void **state)
{
    int64_t lo, hi;
    (void)state;
    assert_true(fit_range(441, num_of("68,5"), &lo, &hi));
    assert_int_equal(lo, 644);
    assert_int_equal(hi, 644);
    assert_true(fit_range(42, num_of("21"), &lo, &hi));
    assert_int_equal(lo, 196);  /* by rounding: 20,5 to 21,5 */
    assert_int_equal(hi, 204);
    assert_true(fit_range(17, num_of("2,7"), &lo, &hi));
    assert_int_equal(lo, 619);
    assert_int_equal(hi, 641);
    assert_true(fit_range(7, num_of("15,5"), &lo, &hi));
    assert_int_equal(lo, 45);   /* cut: none by rounding */
    assert_int_equal(hi, 45);
    assert_false(fit_range(1, num_of("22"), &lo, &hi));
    assert_false(fit_range(0, num_of("0"), &lo, &hi));
}

static void test_exhaustive(void **state)
{
    (void)state;
    for (int64_t count = 1; count <= 12; count += 1 + (count > 3))
        for (int64_t tenths = 20; tenths <= 1000; tenths += 3) {
            struct num share = {tenths, 1};
            int64_t lo = 0, hi = 0, found = 0, only = 0;
            for (int64_t n = count; n <= 640; n++) {
                if (!fit_percent(count, share, n))
                    continue;
                only = found++ ? 0 : n;
            }
            assert_int_equal(fit_only_n(count, share), found == 1 ? only : 0);
            assert_int_equal(fit_range(count, share, &lo, &hi), found > 0);
            if (found)
                assert_true(fit_percent(count, share, lo) &&
                            fit_percent(count, share, hi) && lo <= hi);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_any),
        cmocka_unit_test(test_only),
        cmocka_unit_test(test_range),
        cmocka_unit_test(test_exhaustive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
