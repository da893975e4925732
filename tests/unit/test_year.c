/*
 * Tests of release/year: which years have a report, the year of a finding, the
 * period that speaks for a year, how the schools moved.
 */
#include "fixture.h"

#include "release/year.h"

#define SITE(as_of) "title: Т\nas_of: " as_of "\n"
#define PROGRAMME(more) "---\ntitle: П\n" more "---\n"
#define INDICATORS                                               \
    "id;title;unit;kind;direction;class;aggregate\n"             \
    "a;Доля;%;share;up;open;given\nb;Балл;балл;score;up;open;given\n" \
    "y;Есть;да/нет;yesno;up;open;given\np;Люди;%;share;up;people;none\n"

/* --- years --- */

/* One file beside the indicators, and the years that have a report. */
static const struct {
    const char *as_of, *programme, *path, *text, *years;
} cases[] = {
    /* plans and values alone are no report */
    {SITE("2025-01-01"), PROGRAMME(""), NULL, NULL, ""},
    {SITE("2025-01-01"), PROGRAMME(""), "data/p/targets.csv",
     "indicator;period;target\na;2023;50\n", ""},
    {SITE("2025-01-01"), PROGRAMME(""), "data/p/values.csv",
     "indicator;period;value\na;2023;50\n", ""},
    {SITE("2025-01-01"), PROGRAMME(""), "data/p/plan.csv",
     "id;title;when\nm;М;Май 2023\n", ""},
    {SITE("2025-01-01"), PROGRAMME(""), "data/p/finance.csv",
     "year;planned\n2023;5\n", ""},
    /* what was spent, done, written */
    {SITE("2025-01-01"), PROGRAMME(""), "data/p/finance.csv",
     "year;planned;actual\n2023;5;4\n2022;5;\n2021;;0\n", "2021 2023 "},
    {SITE("2025-01-01"), PROGRAMME(""), "data/p/plan.csv",
     "id;title;when;status;done_on\nm;М;Май 2023;done;2022-05-01\n",
     "2022 "},
    {SITE("2025-01-01"), PROGRAMME(""),
     "content/programs/p/report-2023.md",
     "---\ntitle: О\nkind: report\n---\n", "2023 "},
    {SITE("2025-01-01"), PROGRAMME(""),
     "content/programs/p/report-2023.md",
     "---\ntitle: О\ndraft: yes\n---\n", ""},
    {SITE("2025-01-01"), PROGRAMME(""), "content/programs/p/report-23.md",
     "---\ntitle: О\nkind: report\n---\n", ""},
    {SITE("2025-01-01"), PROGRAMME(""),
     "content/programs/p/report-2o23.md",
     "---\ntitle: О\nkind: report\n---\n", ""},
    /* not before the programme, not behind it, nor in the future */
    {SITE("2025-01-01"), PROGRAMME("period: 2022-2023\n"),
     "data/p/finance.csv",
     "year;actual\n2021;1\n2022;1\n2023;1\n2024;1\n99999;1\n",
     "2022 2023 "},
    {SITE("2023-06-01"), PROGRAMME(""), "content/programs/p/report-2024.md",
     "---\ntitle: О\nkind: report\n---\n", ""},
    /* a year that is not over: only what somebody wrote or counted */
    {SITE("2023-06-01"), PROGRAMME(""), "data/p/finance.csv",
     "year;actual\n2022;1\n2023;1\n", "2022 "},
    {SITE("2023-06-01"), PROGRAMME(""), "content/programs/p/report-2023.md",
     "---\ntitle: О\nkind: report\n---\n", "2023 "},
    {SITE("2023-12-31"), PROGRAMME(""), "data/p/finance.csv",
     "year;actual\n2023;1\n", ""},
    {SITE("2024-01-01"), PROGRAMME(""), "data/p/finance.csv",
     "year;actual\n2023;1\n", "2023 "},
};

static const char *years_of(const struct fixture *f)
{
    static char out[128];
    size_t n, at = 0;
    const int64_t *years = year_reports(f->arena, f->release, 0, &n);
    out[0] = '\0';
    for (size_t i = 0; i < n; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%d ",
                               (int)years[i]);
    return out;
}

static void test_years(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open(
            FILES({"content/site.yml", cases[i].as_of},
                  {"content/programs/p/index.md", cases[i].programme},
                  {"data/p/indicators.csv", INDICATORS},
                  {cases[i].path ? cases[i].path : "content/empty.md",
                   cases[i].text}),
            RELEASED);
        if (strcmp(years_of(&f), cases[i].years) != 0)
            fail_msg("case %zu: %s, expected %s", i, years_of(&f),
                     cases[i].years);
        fixture_close(&f);
    }
}

/* A target and a fact of one year; a school year counts to its end. */
static void test_facts(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/targets.csv",
               "indicator;period;target;school\na;2022;50;\na;2023;50;\n"
               "b;2020/21;4;\nb;2021/22;4;\n"
               "p;2019;60;*\n"},
              {"data/p/values.csv",
               "indicator;school;period;value;n\na;;2021;45;\na;;2023;55;\n"
               "b;;2020/21;3,9;\np;a;2019;60;40\n"},
              {"data/p/progress.csv", NULL}),
        RELEASED);
    assert_string_equal(years_of(&f), "2021 2023 ");
    size_t a = indicator_at(&f, "p/a"), n;
    const struct period *periods = release_periods(f.release, a, &n);
    assert_int_equal(period_year(periods[year_period(f.release, a, 2023)]),
                     2023);
    /* the one of the target, though nothing is known of it */
    assert_int_equal(period_year(periods[year_period(f.release, a, 2022)]),
                     2022);
    /* a fact without a target */
    assert_int_equal(period_year(periods[year_period(f.release, a, 2021)]),
                     2021);
    assert_true(year_period(f.release, a, 2020) == NONE);
    assert_true(year_is_over(f.site, 0, 2024));
    assert_false(year_is_over(f.site, 0, 2025));
    fixture_close(&f);
}

/* --- findings and measures --- */

static void test_findings(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/programs/p/report-2023.md",
               "---\ntitle: О\nkind: report\n---\n"},
              {"content/programs/p/check.md",
               "---\ntitle: Проверка\nkind: report\nperiod: 2021/22\n---\n"},
              {"content/programs/p/other.md",
               "---\ntitle: Другое\nkind: report\n---\n"},
              {"data/p/findings.csv",
               "id;text;report\nf1;Т;report-2023\nf2;Т;Проверка\n"
               "f3;Т;other\nf4;Т;\n"}),
        RELEASED);
    assert_int_equal(year_of_finding(f.site, 0, 0), 2023);
    assert_int_equal(year_of_finding(f.site, 0, 1), 2022);
    assert_int_equal(year_of_finding(f.site, 0, 2), 0);
    assert_int_equal(year_of_finding(f.site, 0, 3), 0);
    assert_string_equal(years_of(&f), "2022 2023 ");
    assert_str(f.site->programmes.at[0]
                   .sections.at[year_section(f.site, 0, 2023)].id,
               "report-2023");
    assert_true(year_section(f.site, 0, 2022) == NONE);
    fixture_close(&f);
}

static void test_measures(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/plan.csv",
               "id;title;when;status;done_on\nm;М;Ежегодно;;\n"
               "n;Н;Май 2023;done;2022-12-30\n"},
              {"data/p/progress.csv",
               "measure;period;status\nm;2021;done\nm;2022/23;doing\n"}),
        RELEASED);
    assert_true(year_tells_measure(f.site, 0, 0, 2021));
    assert_false(year_tells_measure(f.site, 0, 0, 2022));
    assert_true(year_tells_measure(f.site, 0, 0, 2023));
    assert_true(year_tells_measure(f.site, 0, 1, 2022));
    assert_false(year_tells_measure(f.site, 0, 1, 2023));
    assert_string_equal(years_of(&f), "2021 2022 2023 ");
    fixture_close(&f);
}

/* --- how the schools moved --- */

#define SCHOOLS "id;name\na;А\nb;Б\nc;В\nd;Г\ne;Д\nf;Е\n"

/* Values of six schools in 2022 and 2023; NULL: no row. */
static const struct {
    const char *indicator, *before[6], *now[6], *n, *breaks, *moves;
} moves[] = {
    {"b", {"1", "2", "3", "4", "5", "6"}, {"2", "2", "2", "5", "6", "7"},
     "", NULL, "4 1 1 of 6"},
    /* five are enough, four are not */
    {"b", {"1", "2", "3", "4", "5", NULL}, {"1", "2", "3", "4", "5", "6"},
     "", NULL, "0 5 0 of 5"},
    {"b", {"1", "2", "3", "4", NULL, NULL}, {"1", "2", "3", "4", "5", "6"},
     "", NULL, ""},
    {"b", {"1", "2", "3", "4", "-", "c"}, {"1", "2", "3", "4", "5", "6"},
     "", NULL, ""},
    /* as published: rounded to the indicator's digits */
    {"b", {"1", "2", "3", "4", "5", "6"},
     {"1,04", "2,06", "3", "4", "5", "6"}, "", NULL, "1 5 0 of 6"},
    /* a change of method; no number */
    {"b", {"1", "2", "3", "4", "5", "6"}, {"2", "2", "2", "5", "6", "7"},
     "", "indicator;period;note\nb;2023;новая методика\n", ""},
    {"y", {"нет", "да", "да", "да", "да", "да"},
     {"да", "да", "да", "да", "да", "да"}, "", NULL, ""},
    /* groups too small to compare, or hidden */
    {"p", {"50", "50", "50", "50", "50", "50"},
     {"55", "45", "50", "50", "50", "50"}, "40", NULL, "1 4 1 of 6"},
    {"p", {"50", "50", "50", "50", "50", "50"},
     {"55", "45", "50", "50", "50", "50"}, "14", NULL, ""},
    {"p", {"50", "50", "50", "50", "50", "50"},
     {"55", "45", "50", "50", "50", "50"}, "8", NULL, ""},
};

static void add_rows(struct buf *out, const char *indicator, int year,
                     const char *const *values, const char *n)
{
    for (size_t i = 0; i < 6; i++)
        if (values[i])
            buf_addf(out, "%s;%c;%d;%s;%s;%s\n", indicator,
                     (char)('a' + i), year,
                     strchr("-c", values[i][0]) ? "" : values[i], n,
                     values[i][0] == '-' ? "z"
                     : values[i][0] == 'c' ? "c" : "");
}

static void test_moves(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        struct buf values = {0};
        char told[64] = "";
        struct year_moves got;
        buf_addz(&values, "indicator;school;period;value;n;status\n");
        add_rows(&values, moves[i].indicator, 2022, moves[i].before,
                 moves[i].n);
        add_rows(&values, moves[i].indicator, 2023, moves[i].now,
                 moves[i].n);
        struct fixture f = fixture_open(
            FILES({"data/schools.csv", SCHOOLS},
                  {"data/p/indicators.csv", INDICATORS},
                  {"data/p/values.csv", values.p},
                  {"data/p/breaks.csv", moves[i].breaks}),
            RELEASED);
        size_t indicator = catalog_indicator(f.site, 0,
                                             str_of(moves[i].indicator));
        if (year_moves_of(f.release, indicator, 2023, &got))
            snprintf(told, sizeof told, "%zu %zu %zu of %zu", got.grew,
                     got.same, got.fell, got.compared);
        if (strcmp(told, moves[i].moves) != 0)
            fail_msg("case %zu: %s, expected %s", i, told, moves[i].moves);
        assert_false(year_moves_of(f.release, indicator, 2022, &got));
        assert_false(year_moves_of(f.release, indicator, 2024, &got));
        buf_free(&values);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years), cmocka_unit_test(test_facts),
        cmocka_unit_test(test_findings), cmocka_unit_test(test_measures),
        cmocka_unit_test(test_moves),
    };
    return RUN_FIXTURE(tests);
}
