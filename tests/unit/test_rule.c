/*
 * Tests of release/rule: one cell by its own numbers (design 5, domain 3.3).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "release/rule.h"

#define OPEN PRIVACY_OPEN
#define PEOPLE PRIVACY_PEOPLE
#define SENSITIVE PRIVACY_SENSITIVE
#define SHOWN STATE_SHOWN
#define COUNTS STATE_COUNTS
#define HIDDEN STATE_HIDDEN
#define MAY_SMALL 1
#define MAY_N 2
#define MAY_SENSITIVE 4

static const struct disclosure limits = {
    .k = 5, .k_sensitive = 10, .n_min = 10, .counts_below = 20};

static const struct {
    int kind, privacy;
    bool whole;
    int64_t count, n;
    int may;
    enum state state;
} cases[] = {
    /* counts: 0 < c < k and 0 < n - c < k */
    {KIND_COUNT, PEOPLE, false, 0, -1, 0, SHOWN},
    {KIND_COUNT, PEOPLE, false, 1, -1, 0, HIDDEN},
    {KIND_COUNT, PEOPLE, false, 4, -1, 0, HIDDEN},
    {KIND_COUNT, PEOPLE, false, 5, -1, 0, SHOWN},
    {KIND_COUNT, PEOPLE, false, 95, 100, 0, SHOWN},
    {KIND_COUNT, PEOPLE, false, 96, 100, 0, HIDDEN},
    {KIND_COUNT, PEOPLE, false, 99, 100, 0, HIDDEN},
    {KIND_COUNT, PEOPLE, false, 100, 100, 0, SHOWN},
    {KIND_COUNT, PEOPLE, false, 5, 9, 0, HIDDEN},
    {KIND_COUNT, PEOPLE, false, 0, 3, 0, HIDDEN},   /* 3 of 3 are not */
    {KIND_COUNT, PEOPLE, false, 9, 9, 0, SHOWN},
    {KIND_COUNT, PEOPLE, true, 4, -1, 0, HIDDEN},
    {KIND_COUNT, PEOPLE, false, 4, -1, MAY_SMALL, SHOWN},
    {KIND_COUNT, PEOPLE, false, 4, -1, MAY_N | MAY_SENSITIVE, HIDDEN},
    {KIND_COUNT, OPEN, false, 1, 2, 0, SHOWN},
    /* shares: also n */
    {KIND_SHARE, PEOPLE, false, 5, 9, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 0, 9, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 0, 0, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 0, 10, 0, COUNTS},
    {KIND_SHARE, PEOPLE, false, 5, 10, 0, COUNTS},
    {KIND_SHARE, PEOPLE, false, 4, 10, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 6, 10, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 10, 10, 0, COUNTS},
    {KIND_SHARE, PEOPLE, false, 13, 18, 0, COUNTS},
    {KIND_SHARE, PEOPLE, false, 13, 19, 0, COUNTS},
    {KIND_SHARE, PEOPLE, false, 13, 20, 0, SHOWN},
    {KIND_SHARE, PEOPLE, false, 16, 20, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 15, 20, 0, SHOWN},
    {KIND_SHARE, PEOPLE, false, -1, -1, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 50, -1, 0, HIDDEN},
    {KIND_SHARE, PEOPLE, false, 50, -1, MAY_N, SHOWN},
    {KIND_SHARE, PEOPLE, false, 4, -1, MAY_N, HIDDEN},
    {KIND_SHARE, PEOPLE, false, -1, -1, MAY_N, SHOWN},
    {KIND_SHARE, PEOPLE, false, 2, 4, MAY_SMALL, COUNTS},
    {KIND_SHARE, PEOPLE, false, 3, 200, MAY_SMALL, SHOWN},
    {KIND_SHARE, PEOPLE, false, 2, 4, MAY_N, HIDDEN},
    {KIND_SHARE, OPEN, false, 1, 2, 0, COUNTS},
    {KIND_SHARE, OPEN, false, 9, 9, 0, COUNTS},
    {KIND_SHARE, OPEN, false, 3, 10, 0, SHOWN},
    {KIND_SHARE, OPEN, false, -1, 2, 0, SHOWN},
    {KIND_SHARE, OPEN, false, -1, -1, 0, SHOWN},
    /* scores: n alone */
    {KIND_SCORE, PEOPLE, false, -1, 9, 0, HIDDEN},
    {KIND_SCORE, PEOPLE, false, -1, 10, 0, COUNTS},
    {KIND_SCORE, PEOPLE, false, -1, 20, 0, SHOWN},
    {KIND_SCORE, PEOPLE, false, 2, 20, 0, SHOWN},
    {KIND_SCORE, PEOPLE, false, -1, -1, 0, HIDDEN},
    {KIND_SCORE, PEOPLE, false, -1, -1, MAY_N, SHOWN},
    {KIND_SCORE, PEOPLE, false, -1, 9, MAY_SMALL, COUNTS},
    {KIND_SCORE, OPEN, false, -1, 2, 0, SHOWN},
    /* sensitive: never per school; zero is small; k 10 */
    {KIND_COUNT, SENSITIVE, false, 500, 1000, 0, HIDDEN},
    {KIND_SHARE, SENSITIVE, false, 500, 1000, 0, HIDDEN},
    {KIND_SCORE, SENSITIVE, false, -1, 1000, 0, HIDDEN},
    {KIND_YESNO, SENSITIVE, false, -1, -1, 0, HIDDEN},
    {KIND_TEXT, SENSITIVE, false, -1, -1, 0, HIDDEN},
    {KIND_YESNO, SENSITIVE, false, -1, -1, MAY_SENSITIVE, SHOWN},
    {KIND_COUNT, SENSITIVE, true, 0, -1, 0, HIDDEN},
    {KIND_COUNT, SENSITIVE, true, 9, -1, 0, HIDDEN},
    {KIND_COUNT, SENSITIVE, true, 10, -1, 0, SHOWN},
    {KIND_SHARE, SENSITIVE, true, 10, 20, 0, SHOWN},
    {KIND_SHARE, SENSITIVE, true, 11, 20, 0, HIDDEN},
    {KIND_SHARE, SENSITIVE, true, 20, 20, 0, HIDDEN},
    {KIND_SHARE, SENSITIVE, true, 0, 200, 0, HIDDEN},
    {KIND_COUNT, SENSITIVE, false, 7, -1, MAY_SENSITIVE, SHOWN},
    {KIND_COUNT, SENSITIVE, false, 4, -1, MAY_SENSITIVE, HIDDEN},
    {KIND_COUNT, SENSITIVE, false, 0, -1, MAY_SENSITIVE, SHOWN},
    {KIND_COUNT, SENSITIVE, false, 4, -1, MAY_SENSITIVE | MAY_SMALL, SHOWN},
    {KIND_COUNT, SENSITIVE, true, 4, -1, MAY_SMALL, SHOWN},
    /* money, yes or no, text of people */
    {KIND_MONEY, PEOPLE, false, -1, -1, 0, SHOWN},
    {KIND_YESNO, PEOPLE, false, -1, -1, 0, SHOWN},
    {KIND_TEXT, PEOPLE, false, -1, 1, 0, SHOWN},
};

static void test_primary(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rule_cell cell = {
            .kind = cases[i].kind, .privacy = cases[i].privacy,
            .whole = cases[i].whole, .count = cases[i].count,
            .n = cases[i].n, .may_be_small = cases[i].may & MAY_SMALL,
            .may_lack_n = (cases[i].may & MAY_N) != 0,
            .may_be_sensitive = (cases[i].may & MAY_SENSITIVE) != 0};
        enum state got = rule_primary(&cell, &limits);
        if (got != cases[i].state)
            fail_msg("case %zu: %d/%d is %d, expected %d", i,
                     (int)cell.count, (int)cell.n, (int)got,
                     (int)cases[i].state);
    }
}

/* R3.3 for one cell: what a reader who sees "hidden" and knows n can think is
 * no fewer than k - 1 counts, and what is shown is never small. */
static void test_hides_enough(void **state)
{
    (void)state;
    for (int64_t k = 2; k <= 10; k++)
        for (int64_t n = 0; n <= 60; n++) {
            const struct disclosure d = {k, k, 10 > k ? 10 : k, 20};
            int64_t hidden = 0;
            for (int64_t c = 0; c <= n; c++) {
                const struct rule_cell cell = {
                    .kind = KIND_SHARE, .privacy = PRIVACY_PEOPLE,
                    .count = c, .n = n};
                enum state got = rule_primary(&cell, &d);
                hidden += got == STATE_HIDDEN;
                if (got != STATE_HIDDEN)
                    assert_true((c == 0 || c >= k) &&
                                (c == n || n - c >= k) && n >= d.n_min);
            }
            if (n >= d.n_min)
                assert_true(hidden >= k - 1);
            else
                assert_int_equal(hidden, n + 1);
        }
}

/* k of sensitive facts is also the least group of their averages. */
static void test_sensitive_average(void **state)
{
    static const struct disclosure d = {5, 15, 10, 20};
    struct rule_cell cell = {.kind = KIND_SCORE, .whole = true, .count = -1,
                             .privacy = PRIVACY_SENSITIVE};
    (void)state;
    for (cell.n = 0; cell.n < 30; cell.n++)
        assert_int_equal(rule_primary(&cell, &d),
                         cell.n < 15   ? STATE_HIDDEN
                         : cell.n < 20 ? STATE_COUNTS
                                       : STATE_SHOWN);
}

/* A total beside hidden parts: 0 and all of n are as small as 1. */
static void test_firm(void **state)
{
    struct rule_cell cell = {.kind = KIND_SHARE, .privacy = PRIVACY_PEOPLE,
                             .whole = true, .n = 40};
    (void)state;
    for (cell.count = 0; cell.count <= 40; cell.count++)
        assert_int_equal(rule_firm(&cell, &limits),
                         cell.count >= 5 && cell.count <= 35);
    cell.n = cell.count = -1;
    assert_false(rule_firm(&cell, &limits));
    cell.kind = KIND_COUNT;
    cell.count = 5;
    assert_true(rule_firm(&cell, &limits));
    cell.privacy = PRIVACY_SENSITIVE;
    assert_false(rule_firm(&cell, &limits));
    cell.count = 10;
    assert_true(rule_firm(&cell, &limits));
    cell.count = 0;
    cell.may_be_small = true;
    assert_true(rule_firm(&cell, &limits));
    cell = (struct rule_cell){.kind = KIND_SCORE, .count = -1, .n = 9};
    assert_false(rule_firm(&cell, &limits));
    cell.n = 10;
    assert_true(rule_firm(&cell, &limits));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_primary),
        cmocka_unit_test(test_hides_enough),
        cmocka_unit_test(test_sensitive_average), cmocka_unit_test(test_firm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
