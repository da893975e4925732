/*
 * period: dates, periods of cells and passports, codes and back (R4.4, R4.5,
 * R6.5).
 */
#include "model/period.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* `text` as a period with its kind and days: «3 2024-01-01 2024-06-30». */
static void print_period(struct buf *out, struct period p)
{
    buf_clear(out);
    buf_addf(out, "%d ", (int)p.kind);
    date_iso(out, p.from);
    buf_char(out, ' ');
    date_iso(out, p.to);
}

static void check_period(const char *text, const char *expected,
                         bool parse(struct str, struct period *))
{
    struct period p;
    struct buf out = {0};

    if (!parse(str_of(text), &p))
        buf_addz(&out, "refused");
    else
        print_period(&out, p);
    if (strcmp(out.p, expected) != 0)
        fail_msg("%s: %s, expected %s", text, out.p, expected);
    buf_free(&out);
}

struct example {
    const char *text, *expected;
};

static void test_dates(void **state)
{
    static const struct example examples[] = {
        {"05.06.2016", "2016-06-05"},     {"5.6.2016", "2016-06-05"},
        {"2016-06-05", "2016-06-05"},     {"5 июня 2016 г.", "2016-06-05"},
        {"5 ИЮНЯ 2016 года", "2016-06-05"},
        {"5\xC2\xA0июня\xC2\xA0" "2016", "2016-06-05"},
        {"29.02.2024", "2024-02-29"},     {"1 March 2026", "2026-03-01"},
        {"29.02.2023", NULL},             {"29.02.1900", NULL},
        {"31.02.2024", NULL},             {"31.04.2024", NULL},
        {"00.01.2024", NULL},             {"01.13.2024", NULL},
        {"05.06.16", NULL},               {"2016-6", NULL},
        {"2016", NULL},                   {"", NULL},
        {"янв.22", NULL},                 {"01.фев", NULL},
        {"05/06/2016", NULL},             {"5 июня", NULL},
        {"05.06.2016 (примерно)", NULL},  {"05.06.20166", NULL},
        {"\xFF\xFE", NULL},               {"05.06.2016x", NULL}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(examples); i++) {
        const struct example *e = &examples[i];
        struct buf out = {0};
        date d = 12345;
        bool good = date_parse(str_of(e->text), &d);
        if (good)
            date_iso(&out, d);
        else
            assert_int_equal(d, 12345);
        if (good != (e->expected != NULL) ||
            (good && strcmp(out.p, e->expected) != 0))
            fail_msg("%s: %s", e->text, good ? out.p : "refused");
        buf_free(&out);
    }
}

/* Every day of 800 years: numbers follow each other and come back. */
static void test_days(void **state)
{
    date expected = date_of(1600, 1, 1);

    (void)state;
    assert_int_equal(date_of(1970, 1, 1), 0);
    assert_int_equal(date_of(2000, 3, 1), 11017);
    assert_int_equal(date_of(1969, 12, 31), -1);
    for (int y = 1600; y < 2400; y++)
        for (int m = 1; m <= 12; m++)
            for (int d = 1; d <= 31; d++) {
                date day = date_of(y, m, d);
                int y2, m2, d2;
                if (day == DATE_NONE)
                    continue;
                assert_int_equal(day, expected);
                date_split(day, &y2, &m2, &d2);
                assert_true(y == y2 && m == m2 && d == d2);
                expected++;
            }
    assert_int_equal(expected - date_of(1600, 1, 1), 2 * 146097);
    assert_int_equal(date_of(0, 1, 1), DATE_NONE);
    assert_int_equal(date_of(10000, 1, 1), DATE_NONE);
}

static const struct example cells[] = {
    {"2024", "1 2024-01-01 2024-12-31"},
    {" 2024 год ", "1 2024-01-01 2024-12-31"},
    {"2024 г.", "1 2024-01-01 2024-12-31"},
    {"2024г.", "1 2024-01-01 2024-12-31"},
    {"2018-2019", "2 2018-09-01 2019-08-31"},
    {"2018–2019", "2 2018-09-01 2019-08-31"},
    {"2018 — 2019", "2 2018-09-01 2019-08-31"},
    {"2018/2019", "2 2018-09-01 2019-08-31"},
    {"2018/19", "2 2018-09-01 2019-08-31"},
    {"1999/00", "2 1999-09-01 2000-08-31"},
    {"2018-2019 уч. г.", "2 2018-09-01 2019-08-31"},
    {"2018-2019 уч.г.", "2 2018-09-01 2019-08-31"},
    {"2018-2019 уч. году", "2 2018-09-01 2019-08-31"},
    {"2018–19 уч. г.", "2 2018-09-01 2019-08-31"},
    {"2025/26 учебный год", "2 2025-09-01 2026-08-31"},
    {"2018-19", "2 2018-09-01 2019-08-31"},     /* no month 19 */
    {"2010-11", "5 2010-11-01 2010-11-30"},     /* but a month 11 */
    {"2018\\2019", "2 2018-09-01 2019-08-31"},
    {"2018 / 2019 уч.год", "2 2018-09-01 2019-08-31"},
    {"учебный год 2018/2019", "2 2018-09-01 2019-08-31"},
    {"Учебный год 2018/19", "2 2018-09-01 2019-08-31"},
    {"2018-2019г.г.", "2 2018-09-01 2019-08-31"},
    {"2018–2019 учебный год", "2 2018-09-01 2019-08-31"},
    {"2024, 1 полугодие", "3 2024-01-01 2024-06-30"},
    {"2024 г., III квартал", "4 2024-07-01 2024-09-30"},
    {"1-ое полугодие 2024", "3 2024-01-01 2024-06-30"},
    {"05/2024", "5 2024-05-01 2024-05-31"},
    {"декабрь, 2023", "5 2023-12-01 2023-12-31"},
    {"2019-2021", "7 2019-01-01 2021-12-31"},
    {"2019–2021 гг.", "7 2019-01-01 2021-12-31"},
    {"1 полугодие 2024", "3 2024-01-01 2024-06-30"},
    {"1-е полугодие 2024 года", "3 2024-01-01 2024-06-30"},
    {"II полугодие 2024 г.", "3 2024-07-01 2024-12-31"},
    {"второе полугодие 2024", "3 2024-07-01 2024-12-31"},
    {"2024-H1", "3 2024-01-01 2024-06-30"},
    {"2024-h2", "3 2024-07-01 2024-12-31"},
    {"I квартал 2024 г.", "4 2024-01-01 2024-03-31"},
    {"IV кв. 2024", "4 2024-10-01 2024-12-31"},
    {"ІІ квартал 2024", "4 2024-04-01 2024-06-30"},
    {"3-й квартал 2024", "4 2024-07-01 2024-09-30"},
    {"2024-Q1", "4 2024-01-01 2024-03-31"},
    {"Q3 2024", "4 2024-07-01 2024-09-30"},
    {"май 2024", "5 2024-05-01 2024-05-31"},
    {"Май 2024 г.", "5 2024-05-01 2024-05-31"},
    {"февраль 2024", "5 2024-02-01 2024-02-29"},
    {"05.2024", "5 2024-05-01 2024-05-31"},
    {"2024-05", "5 2024-05-01 2024-05-31"},
    {"May 2024", "5 2024-05-01 2024-05-31"},
    {"5 июня 2016 г.", "6 2016-06-05 2016-06-05"},
    {"05.06.2016", "6 2016-06-05 2016-06-05"},
    {"2024-05-31", "6 2024-05-31 2024-05-31"},
    {"2019..2020", "7 2019-01-01 2020-12-31"},
    {"2020-09..2023-12", "7 2020-09-01 2023-12-31"},
    {"", "refused"},
    {"24", "refused"},
    {"1899", "refused"},
    {"20244", "refused"},
    {"2018/20", "refused"},
    {"2018/2020", "refused"},
    {"2019-2018", "refused"},
    {"2018-20", "refused"},
    {"I полугодие 2020-2021 уч. года", "refused"},
    {"май, июнь 2024", "refused"},
    {"2023, 2024", "refused"},
    {"13/2024", "refused"},
    {"2018-2020 уч. г.", "refused"},
    {"2024 уч. год", "refused"},
    {"3 полугодие 2024", "refused"},
    {"0 квартал 2024", "refused"},
    {"V квартал 2024", "refused"},
    {"2024-Q5", "refused"},
    {"2024-H0", "refused"},
    {"2024-13", "refused"},
    {"13.2024", "refused"},
    {"31.04.2024", "refused"},
    {"янв.22", "refused"},
    {"май", "refused"},
    {"ежегодно", "refused"},
    {"2024 (план)", "refused"},
    {"2024..", "refused"},
    {"..2024", "refused"},
    {"2020..2020-05", "refused"},
    {"2023-12..2020-09", "refused"},
    {"2024 2025", "refused"},
    {"-2024", "refused"},
    {"2024 тыс.", "refused"},
    {"в 2024", "refused"},
    {"\xD0", "refused"},
    {"1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
     "refused"}
};

static void test_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cells); i++)
        check_period(cells[i].text, cells[i].expected, period_parse);
}

static void test_spans(void **state)
{
    static const struct example spans[] = {
        {"2019 – 2021 гг.", "7 2019-01-01 2021-12-31"},
        {"2022 – 2024 годы", "7 2022-01-01 2024-12-31"},
        {"2020-2023", "7 2020-01-01 2023-12-31"},
        {"на 2018-2020 годы", "7 2018-01-01 2020-12-31"},
        {"2019-2020", "7 2019-01-01 2020-12-31"},
        {"с 2022 по 2026 год", "7 2022-01-01 2026-12-31"},
        {"сентябрь 2020 – декабрь 2023", "7 2020-09-01 2023-12-31"},
        {"2019..2020", "7 2019-01-01 2020-12-31"},
        {"2022", "1 2022-01-01 2022-12-31"},
        {"2025/26 учебный год", "2 2025-09-01 2026-08-31"},
        {"2021-2019", "refused"},
        {"2019-2019", "refused"},
        {"декабрь 2023 – сентябрь 2020", "refused"},
        {"до 2023", "refused"},
        {"", "refused"}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(spans); i++)
        check_period(spans[i].text, spans[i].expected, period_parse_span);
}

static void check_code(struct period p)
{
    struct buf code = {0};
    struct period back;

    period_code(&code, p);
    if (!period_parse(buf_str(&code), &back) || !period_eq(p, back) ||
        p.kind != back.kind)
        fail_msg("%s does not come back", code.p);
    buf_free(&code);
}

static void test_codes(void **state)
{
    static const struct example examples[] = {
        {"2024 г.", "2024"},              {"2018/19", "2018-2019"},
        {"II полугодие 2024", "2024-H2"}, {"IV кв. 2024", "2024-Q4"},
        {"май 2024", "2024-05"},          {"5 июня 2016", "2016-06-05"},
        {"2019-2021", "2019-2021"}
    };
    struct period p;

    (void)state;
    for (size_t i = 0; i < COUNT(examples); i++) {
        struct buf code = {0};
        assert_true(period_parse(str_of(examples[i].text), &p));
        period_code(&code, p);
        assert_string_equal(code.p, examples[i].expected);
        buf_free(&code);
    }
    for (size_t i = 0; i < COUNT(cells); i++)
        if (period_parse(str_of(cells[i].text), &p))
            check_code(p);
    assert_true(period_parse_span(S("2019-2020"), &p));
    check_code(p);
    assert_true(period_parse_span(S("сентябрь 2020 – май 2023"), &p));
    check_code(p);
    check_code((struct period){PERIOD_RANGE, date_of(2020, 9, 2),
                               date_of(2021, 1, 1)});
}

static void test_no_period(void **state)
{
    struct buf code = {0};

    (void)state;
    period_code(&code, (struct period){0});
    assert_int_equal(code.n, 0);
    buf_free(&code);
}

static void test_before(void **state)
{
    static const struct example examples[] = {
        {"2024", "2023"},           {"2018-2019", "2017-2018"},
        {"2024-H2", "2024-H1"},     {"2024-H1", "2023-H2"},
        {"2024-Q1", "2023-Q4"},     {"2024-Q3", "2024-Q2"},
        {"2024-01", "2023-12"},     {"2024-03", "2024-02"},
        {"2024-03-01", "2024-02-29"}, {"2019-2021", "2016-2018"},
        {"2020-09..2023-12", "2017-05..2020-08"}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(examples); i++) {
        struct buf code = {0};
        struct period p;
        assert_true(period_parse(str_of(examples[i].text), &p));
        period_code(&code, period_before(p));
        assert_string_equal(code.p, examples[i].expected);
        buf_free(&code);
    }
}

static void test_order(void **state)
{
    static const char *const ordered[] = {
        "2022", "2023-H1", "2022/23", "2023-09", "2019-2023", "2022..2023",
        "2023", "2023-H2", "2023-Q4", "2023-12", "2023-12-31", "2024-01-01"
    };

    (void)state;
    for (size_t i = 0; i < COUNT(ordered); i++)
        for (size_t j = 0; j < COUNT(ordered); j++) {
            struct period a, b;
            int cmp;
            assert_true(period_parse(str_of(ordered[i]), &a));
            assert_true(period_parse(str_of(ordered[j]), &b));
            cmp = period_cmp(a, b);
            if ((cmp > 0) - (cmp < 0) != (i > j) - (i < j))
                fail_msg("%s, %s: %d", ordered[i], ordered[j], cmp);
            assert_int_equal(period_eq(a, b), i == j);
        }
}

static void test_year(void **state)
{
    struct period p;

    (void)state;
    assert_true(period_parse(S("2023/24"), &p));
    assert_int_equal(period_year(p), 2024);
    assert_true(period_parse(S("2019-2021"), &p));
    assert_int_equal(period_year(p), 2021);
    assert_true(period_parse(S("31.12.2022"), &p));
    assert_int_equal(period_year(p), 2022);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),  cmocka_unit_test(test_days),
        cmocka_unit_test(test_cells),  cmocka_unit_test(test_spans),
        cmocka_unit_test(test_codes),  cmocka_unit_test(test_no_period),
        cmocka_unit_test(test_before), cmocka_unit_test(test_order),
        cmocka_unit_test(test_year)
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
