/*
 * Tests of release/disclose: what one cell's numbers are, its state, what is
 * left of it, and what messages may say of it. Totals are in test_totals.
 */
#include "fixture.h"

#define HEAD "id;title;unit;kind;class;aggregate\n"
#define SHARE HEAD "s;С;%;share;people;none\n"
#define LONG "indicator;school;period;value;numerator;n;status\n"

/* One cell: school a, 2023, of indicator s. */
struct cell_case {
    const char *indicators, *row, *want;
};

static void run_cells(const struct cell_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char values[512];
        snprintf(values, sizeof values, LONG "s;a;2023;%s\n", cases[i].row);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", cases[i].indicators},
                  {"data/p/values.csv", values}), RELEASED);
        const char *got = told(fact_of(&f, "p/s", "a", "2023"));
        if (strcmp(got, cases[i].want) != 0 ||
            diag_count(f.diag, LEVEL_ERROR))
            fail_msg("%s: «%s», expected «%s»\n%s", cases[i].row, got,
                     cases[i].want, printed(f.diag));
        fixture_close(&f);
    }
}
#define RUN_CELLS(cases) run_cells((cases), sizeof(cases) / sizeof *(cases))

/* Where n comes from, and what the share is. */
static void test_share(void **state)
{
    static const struct cell_case cases[] = {
        {SHARE, "36,7;246;669;", "s 36.7 246/669"},
        {SHARE, ";246;669;", "s 36.8 246/669"},
        {SHARE, "246/36,7;;669;", "s 36.7 246/669"},
        {SHARE, "246/36,7%;;669;", "s 36.7 246/669"},
        {SHARE, "12/27,9;;;", "s 27.9 12/43"},
        {SHARE, "1/ 2,3;;;", "c"},
        {SHARE, "1/2,3;;43;", "c"},
        {SHARE, "42/21%;;;", "c"},      /* n is one of 191 to 204 */
        {SHARE, "42/21%;;200;", "s 21 42/200"},
        {SHARE, "50;;;", "c"},          /* n unknown */
        {SHARE, "50;;20;", "s 50 10/20"},
        {SHARE, "50;;18;", "k 9/18"},
        {SHARE, "72,2;13;18;", "k 13/18"},
        {SHARE, ";13;19;", "k 13/19"},
        {SHARE, ";13;20;", "s 65.0 13/20"},
        {SHARE, ";5;9;", "c"}, {SHARE, ";0;9;", "c"}, {SHARE, ";0;0;", "c"},
        {SHARE, "0;;0;", "c"}, {SHARE, "0;;100;", "s 0 0/100"},
        {SHARE, ";0;100;", "s 0.0 0/100"},
        {SHARE, ";96;100;", "c"}, {SHARE, ";95;100;", "s 95.0 95/100"},
        {SHARE, "100;;100;", "s 100 100/100"},
        {SHARE, "2;;100;", "c"},        /* a share is a count */
        {SHARE, "97;;100;", "c"},
        /* a count that could be several is not printed */
        {SHARE, "4;;250;", "s 4 /250"},
        {SHARE, "13,2;;230;", "s 13.2 /230"},
        {SHARE, "1;;250;", "c"},
        /* fractions */
        {SHARE, "1/0,005;;200;", "c"},
        {SHARE, "40/0,2;;200;", "s 20.0 40/200"},
        {SHARE, "41/0,205;;200;", "s 20.500 41/200"},
        {SHARE, "67/0,67;;100;", "s 67.00 67/100"},
        {SHARE, "67/0,66;;101;", "s 66.00 67/101"},
        {SHARE, "40/0,2%;;200;", "s 0.2 40/200"},
        {SHARE, "1;100;100;", "s 100 100/100"},
        {SHARE, "1;1;100;", "c"},
        /* what does not fit its count is judged by both */
        {SHARE, "3;50;100;", "c"}, {SHARE, "50;3;100;", "c"},
        {SHARE, "40;50;100;", "s 40 50/100"},
        {HEAD "s;С;%;share;open;none\n", "1/50%;;2;", "k 1/2"},
        {HEAD "s;С;%;share;open;none\n", "1/0,5;;2;", "k 1/2"},
        {HEAD "s;С;%;share;open;none\n", ";1;2;", "k 1/2"},
        {HEAD "s;С;%;share;open;none\n", "30;;10;", "s 30 3/10"},
        {HEAD "s;С;%;share;open;none\n", "30;;;", "s 30"},
    };
    (void)state;
    RUN_CELLS(cases);
}

static void test_kinds(void **state)
{
#define COUNT HEAD "s;С;человек;count;people;none\n"
#define SCORE HEAD "s;С;балл;score;people;none\n"
    static const struct cell_case cases[] = {
        {COUNT, "12;;;", "s 12"}, {COUNT, "4;;;", "c"},
        {COUNT, "0;;;", "s 0"}, {COUNT, ";12;;", "s 12"},
        {COUNT, ";4;;", "c"}, {COUNT, "17;;20;", "c"},
        {COUNT, "15;;20;", "s 15 /20"}, {COUNT, "4,0;;;", "c"},
        /* a count beside the value is nobody's to judge: not published */
        {COUNT, "50;3;;", "s 50"}, {SCORE, "3,5;3;40;", "s 3.5 /40"},
        /* more than nobody is somebody */
        {COUNT, "0,4;;;", "c"}, {COUNT, "4,6;;;", "c"},
        {COUNT, "0,0;;;", "s 0.0"}, {COUNT, "5,5;;;", "s 5.5"},
        {SCORE, "3,5;;;", "c"}, {SCORE, "3,5;;9;", "c"},
        {SCORE, "3,5;;10;", "k 3.5"}, {SCORE, "3,5;;19;", "k 3.5"},
        {SCORE, "3,5;;20;", "s 3.5 /20"}, {SCORE, "0;;20;", "s 0 /20"},
        {SCORE, "3,5;7;15;", "k 3.5"},
        {HEAD "s;С;да/нет;;;none\n", "да;;;", "s 1"},
        {HEAD "s;С;да/нет;;;none\n", "нет;;;", "s 0"},
        {HEAD "s;С;руб.;;;none\n", "1 200,50;;;", "s 1200.50"},
        /* states of the table */
        {COUNT, ";;;c", "c"}, {COUNT, ";;;z", "z"}, {COUNT, ";;;x", "x"},
        {COUNT, ";;;q", "q"}, {COUNT, "-;;;", "z"}, {COUNT, "—;;;", "z"},
        {COUNT, "скрыто;;;", "c"}, {COUNT, "н/д;;;", "x"},
        {COUNT, "нет данных;;;", "x"}, {COUNT, "проверяется;;;", "q"},
        {COUNT, "C;;;", "c"}, {COUNT, "С;;;", "c"}, {COUNT, "х;;;", "x"},
        {COUNT, ";;;", "x"}, {COUNT, ";;40;", "x"},
        {HEAD "s;С;да/нет;;;none\n", "нет данных;;;", "x"},
        {HEAD "s;С;да/нет;;;none\n", "-;;;", "z"},
    };
    (void)state;
    RUN_CELLS(cases);
}

static void test_limits(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/site.yml",
               "title: Т\nas_of: 2025-01-01\ndisclosure: {k: 3, "
               "k_sensitive: 4, n_min: 5, counts_below: 8}\n"},
              {"data/p/indicators.csv",
               HEAD "s;С;%;share;people;none\nw;У;%;share;sensitive;given\n"},
              {"data/p/values.csv",
               LONG "s;a;2023;;3;7;\ns;b;2023;;3;8;\ns;c;2023;;1;4;\n"
               "w;;2023;;4;8;\nw;;2022;;3;80;\n"}), RELEASED);
    assert_quiet(&f);
    assert_fact(&f, "p/s", "a", "2023", "k 3/7");
    assert_fact(&f, "p/s", "b", "2023", "s 37.5 3/8");
    assert_fact(&f, "p/s", "c", "2023", "c");
    assert_fact(&f, "p/w", "", "2023", "s 50.0 4/8");
    assert_fact(&f, "p/w", "", "2022", "c");
    fixture_close(&f);
}

/* --- due, not yet, no row --- */

static void test_due(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/site.yml", "title: Т\nas_of: 2024-09-01\n"},
              {"data/p/indicators.csv", HEAD "s;С;чел.;count;;given\n"},
              {"data/p/values.csv",
               LONG "s;a;2022/2023;12;;;\ns;a;2023/2024;;;;\n"
               "s;b;2024/2025;;;;x\ns;c;2023/2024;;;;x\n"},
              {"data/p/targets.csv",
               "indicator;period;target\ns;2025/2026;20\n"}), RELEASED);
    assert_quiet(&f);
    size_t n;
    release_periods(f.release, indicator_at(&f, "p/s"), &n);
    assert_int_equal(n, 4);
    /* 31.08.2024 is before 01.09.2024: due */
    assert_fact(&f, "p/s", "a", "2023/2024", "x");
    assert_fact(&f, "p/s", "c", "2023/2024", "x");
    assert_fact(&f, "p/s", "b", "2022/2023", "x");  /* no row */
    assert_fact(&f, "p/s", "", "2022/2023", "x");
    assert_fact(&f, "p/s", "b", "2024/2025", "-");  /* x before its time */
    assert_fact(&f, "p/s", "a", "2024/2025", "-");
    assert_fact(&f, "p/s", "", "2025/2026", "-");
    assert_true(release_has_whole(f.release, indicator_at(&f, "p/s")));
    fixture_close(&f);
    /* a period that ends on the day itself is not over */
    f = fixture_open(
        FILES({"content/site.yml", "title: Т\nas_of: 2023-12-31\n"},
              {"data/p/indicators.csv", HEAD "s;С;чел.;count;;given\n"},
              {"data/p/values.csv", LONG "s;a;2023;;;;\n"}), RELEASED);
    assert_fact(&f, "p/s", "a", "2023", "-");
    assert_false(release_has_whole(f.release, 0));
    fixture_close(&f);
    /* the programme's own date goes before the site's */
    f = fixture_open(
        FILES({"content/programs/p/index.md",
               "---\ntitle: П\nas_of: 2022-01-01\n---\n"},
              {"data/p/indicators.csv", HEAD "s;С;чел.;count;;given\n"},
              {"data/p/values.csv", LONG "s;a;2023;;;;\n"}), RELEASED);
    assert_fact(&f, "p/s", "a", "2023", "-");
    fixture_close(&f);
}

/* --- sensitive, level, exceptions --- */

struct override_case {
    const char *indicator, *overrides, *a, *b, *whole;
};

#define OVERRIDES "indicator;school;period;rule;reason\n"
#define FULL "id;title;unit;kind;class;aggregate;publish_level;source\n"

static void run_overrides(const struct override_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", cases[i].indicator},
                  {"data/p/overrides.csv", cases[i].overrides},
                  {"data/p/values.csv",
                   LONG "s;a;2023;;3;30;\ns;b;2023;;20;40;\n"
                   "s;a;2022;;3;30;\n"}), RELEASED);
        if (f.diag->list.n)
            fail_msg("%zu: %s", i, printed(f.diag));
        assert_fact(&f, "p/s", "a", "2023", cases[i].a);
        assert_fact(&f, "p/s", "b", "2023", cases[i].b);
        assert_fact(&f, "p/s", "", "2023", cases[i].whole);
        fixture_close(&f);
    }
}

static void test_overrides(void **state)
{
#define PEOPLE_ROW FULL "s;С;%;share;people;weighted;;\n"
#define SENSITIVE_ROW FULL "s;С;%;share;sensitive;weighted;;\n"
#define VPR_ROW FULL "s;С;%;share;people;weighted;;ВПР, 2023\n"
    static const struct override_case cases[] = {
        {PEOPLE_ROW, OVERRIDES, "c", "s 50.0 20/40", "c"},
        {PEOPLE_ROW, OVERRIDES "s;a;2023;small;честь\n", "s 10.0 3/30",
         "s 50.0 20/40", "s 32.9 23/70"},
        {PEOPLE_ROW, OVERRIDES "s;;;small;честь\n", "s 10.0 3/30",
         "s 50.0 20/40", "s 32.9 23/70"},
        {PEOPLE_ROW, OVERRIDES "s;a;2022;small;честь\n", "c",
         "s 50.0 20/40", "c"},
        {PEOPLE_ROW, OVERRIDES "s;b;;small;честь\n", "c", "s 50.0 20/40",
         "c"},
        {PEOPLE_ROW, OVERRIDES "s;a;;sensitive;честь\ns;a;;level;честь\n"
         "s;a;;n-unknown;честь\n", "c", "s 50.0 20/40", "c"},
        /* sensitive: the whole alone, by k_sensitive */
        {SENSITIVE_ROW, OVERRIDES, "l", "l", "s 32.9 23/70"},
        /* an exception for one school leaves the others hidden */
        {SENSITIVE_ROW, OVERRIDES "s;b;;sensitive;решение\n", "c",
         "s 50.0 20/40", "c"},
        {SENSITIVE_ROW, OVERRIDES "s;;;sensitive;решение\n", "c",
         "s 50.0 20/40", "c"},
        {SENSITIVE_ROW, OVERRIDES "s;;;sensitive;р\ns;;;small;р\n",
         "s 10.0 3/30", "s 50.0 20/40", "s 32.9 23/70"},
        {SENSITIVE_ROW, OVERRIDES "s;b;;level;решение\n", "c", "c", "c"},
        {SENSITIVE_ROW, OVERRIDES "s;b;;small;решение\n", "c", "c", "c"},
        /* ВПР: nobody's secret, but not per school */
        {VPR_ROW, OVERRIDES, "l", "l", "s 32.9 23/70"},
        /* one school alone is not all: the rest would be the other one */
        {VPR_ROW, OVERRIDES "s;b;;level;решение\n", "l", "s 50.0 20/40",
         "c"},
        {VPR_ROW, OVERRIDES "s;a;;level;решение\ns;a;;small;решение\n",
         "s 10.0 3/30", "l", "c"},
        {VPR_ROW, OVERRIDES "s;;;level;решение\n", "c", "s 50.0 20/40",
         "c"},
        {FULL "s;С;%;share;people;none;муниципалитет;\n", OVERRIDES, "l",
         "l", "x"},
        {FULL "s;С;%;share;people;none;school;ВПР\n",
         OVERRIDES "s;b;;level;решение\n", "c", "s 50.0 20/40", "x"},
    };
    (void)state;
    run_overrides(cases, sizeof cases / sizeof *cases);
}

/* An exception for an unknown n; one for a school that does not exist is for
 * nobody, least of all for the whole. */
static void test_override_n(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               HEAD "s;С;%;share;people;given\nw;У;балл;score;people;none\n"
               "v;Ф;%;share;people;given\n"},
              {"data/p/overrides.csv",
               OVERRIDES "s;;;n-unknown;документ\nw;a;;n-unknown;документ\n"
               "v;z;;n-unknown;документ\n"},
              {"data/p/values.csv",
               LONG "s;a;2023;50;;;\ns;b;2023;3/42,1;;;\ns;;2023;50;;;\n"
               "w;a;2023;4;;;\nw;b;2023;4;;;\nv;;2023;50;;;\n"}), RELEASED);
    assert_messages(&f, MSG_LINK_SCHOOL, 1);
    assert_fact(&f, "p/s", "a", "2023", "s 50");
    assert_fact(&f, "p/s", "b", "2023", "c");
    assert_fact(&f, "p/s", "", "2023", "c");
    assert_fact(&f, "p/w", "a", "2023", "s 4");
    assert_fact(&f, "p/w", "b", "2023", "c");
    assert_fact(&f, "p/v", "", "2023", "c");
    fixture_close(&f);
}

static void test_by_school(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               FULL "s;С;%;share;people;none;;\nv;Ф;%;share;;none;;ВПР\n"
               "w;У;%;share;;none;;ВПР\nn;Н;%;share;;given;;\n"},
              {"data/p/overrides.csv", OVERRIDES "w;a;;level;решение\n"},
              {"data/p/values.csv",
               LONG "s;a;2023;;3;30;\nv;a;2023;;30;60;\n"
               "w;a;2023;;30;60;\nw;b;2023;;30;60;\nn;;2023;50;;60;\n"}),
        RELEASED);
    assert_quiet(&f);
    assert_true(release_by_school(f.release, indicator_at(&f, "p/s")));
    assert_false(release_by_school(f.release, indicator_at(&f, "p/v")));
    assert_true(release_by_school(f.release, indicator_at(&f, "p/w")));
    assert_false(release_by_school(f.release, indicator_at(&f, "p/n")));
    assert_fact(&f, "p/w", "a", "2023", "s 50.0 30/60");
    assert_fact(&f, "p/w", "b", "2023", "l");
    struct release_counts counts =
        release_count(f.release, PRIVACY_PEOPLE);
    assert_int_equal(counts.shown, 2);
    assert_int_equal(counts.hidden, 1);
    assert_int_equal(counts.level, 2);
    counts = release_count(f.release, PRIVACY_SENSITIVE);
    assert_int_equal(counts.shown + counts.hidden + counts.level, 0);
    fixture_close(&f);
}

/* --- nothing is left of a hidden cell, its words neither --- */

static void test_wiped(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               HEAD "s;С;%;share;people;weighted\nv;Ф;%;share;sensitive;"
               "none\n"},
              {"data/p/values.csv",
               "indicator;school;period;value;numerator;n;flag;note;reason\n"
               "s;a;2023;7,7;3;39;p;прим.;прич.\n"
               "s;b;2023;50;20;40;r;другое;\ns;;2023;30;;;;о своде;\n"
               "v;a;2023;7,7;3;39;e;;\n"}), RELEASED);
    assert_quiet(&f);
    struct fact fact = fact_of(&f, "p/s", "a", "2023");
    assert_string_equal(told(fact), "c");
    assert_int_equal(fact.mark, MARK_NONE);
    assert_str(fact.note, "");
    assert_str(fact.reason, "");
    fact = fact_of(&f, "p/s", "b", "2023");
    assert_int_equal(fact.mark, MARK_REVISED);
    assert_str(fact.note, "другое");
    fact = fact_of(&f, "p/s", "", "2023");
    assert_string_equal(told(fact), "c");
    assert_true(fact.computed);
    assert_int_equal(fact.leaves, 2);
    assert_int_equal(fact.expected, 2);
    assert_str(fact.note, "");
    assert_string_equal(told(fact_of(&f, "p/v", "a", "2023")), "l");
    /* the store itself has forgotten */
    for (size_t i = 0; i < f.site->indicators.n; i++)
        for (size_t s = 0; s < 3; s++) {
            const struct cell_raw *cell = observe_cell(f.store, i, s, 0);
            if (!cell || cell->state == STATE_SHOWN)
                continue;
            assert_int_equal(cell->value, 0);
            assert_int_equal(cell->scale, 0);
            assert_int_equal(cell->numerator, -1);
            assert_int_equal(cell->n, -1);
            assert_int_equal(cell->flag, FLAG_NONE);
            assert_int_equal(cell->has, 0);
        }
    const struct cell_raw *whole = observe_cell(f.store, 0, WHOLE, 0);
    assert_int_equal(whole->value, 0);
    assert_int_equal(whole->n, -1);
    fixture_close(&f);
}

/* --- messages --- */

/* Wrong and hidden: the place and kind are told, never the value; warnings
 * are not told at all (design 4). */
static void test_messages(void **state)
{
    static const struct {
        const char *row;
        enum msg id;
        bool told, value;
    } cases[] = {
        {"s;a;2023;77,7;3;39;", MSG_AUDIT_FIT, false, false},
        {"s;a;2023;77,7;30;90;", MSG_AUDIT_FIT, true, true},
        {"s;a;2023;77,7;13;15;", MSG_AUDIT_FIT, false, false},  /* counts */
        {"s;a;2023;177,7;;;", MSG_OBSERVE_SHARE, true, false},
        {"s;a;2023;177,7;;8;", MSG_OBSERVE_SHARE, true, false},
        {"s;a;2023;177,7;20;10;", MSG_OBSERVE_PART, true, true},
        {"s;a;2023;77,7;7;3;", MSG_OBSERVE_PART, true, false},
        {"s;a;2023;77,7;3;39;c", MSG_OBSERVE_BOTH, true, false},
        {"s;a;2023;77,7;30;90;z", MSG_OBSERVE_BOTH, true, false},
        {"s;a;2023;77,7;30;90;\ns;a;2023;77,7;3;39;", MSG_OBSERVE_TWICE,
         true, false},
        {"s;a;2023;77,7;3;39;\ns;a;2023;77,7;30;90;", MSG_OBSERVE_TWICE,
         true, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[512];
        snprintf(values, sizeof values, LONG "%s\n", cases[i].row);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", SHARE},
                  {"data/p/values.csv", values}), RELEASED);
        char *text = printed(f.diag);
        /* AUDIT_FIT would come beside a doubled cell that is shown */
        bool value = strstr(text, "77,7") || strstr(text, "77.7") ||
                     strstr(text, "39");
        if ((count_messages(f.diag, cases[i].id) == 1) != cases[i].told)
            fail_msg("%zu: %s: %s", i, diag_name(cases[i].id), text);
        if (cases[i].id != MSG_OBSERVE_TWICE && value != cases[i].value)
            fail_msg("%zu: %s", i, text);
        if (cases[i].id == MSG_OBSERVE_TWICE) {
            const struct problem *p = problem_of(&f, MSG_OBSERVE_TWICE);
            assert_int_equal(p->at.line, 3);
            assert_str(p->args[0], "data/p/values.csv");
            assert_str(p->args[1], "2");
            assert_null(strstr(text, "39"));
        }
        free(text);
        fixture_close(&f);
    }
}

/* A message about a cell that is hidden by another one. */
static void test_messages_secondary(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               "id;title;unit;kind;policy;aggregate\n"
               "s;С;%;share;total-first;given\n"},
              {"data/p/values.csv",
               LONG "s;a;2023;55,5;3;39;\ns;b;2023;66,6;30;90;\n"
               "s;;2023;77,7;33;129;\ns;c;2023;144,4;;90;\n"}), RELEASED);
    char *text = printed(f.diag);
    assert_messages(&f, MSG_AUDIT_FIT, 1);
    assert_null(strstr(text, "55"));
    assert_null(strstr(text, "66"));
    assert_non_null(strstr(text, "33/77,7"));
    assert_messages(&f, MSG_OBSERVE_SHARE, 1);
    assert_null(strstr(text, "144"));
    free(text);
    fixture_close(&f);
}

/* Where a message of a wide table stands does not tell how long the numbers
 * before it are. */
static void test_messages_place(void **state)
{
    static const char *const rows[] = {"s;2023;1/2,3;U\n",
                                       "s;2023;4/10,257;U\n"};
    char *texts[2];
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char values[256];
        snprintf(values, sizeof values, "indicator;period;a;b\n%s", rows[i]);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", SHARE},
                  {"data/p/values.csv", values}), RELEASED);
        assert_messages(&f, MSG_OBSERVE_VALUE, 1);
        texts[i] = printed(f.diag);
        fixture_close(&f);
    }
    assert_string_equal(texts[0], texts[1]);
    assert_non_null(strstr(texts[0], "(D2)"));
    free(texts[0]);
    free(texts[1]);
}

/* --- whom it is expected from --- */

static void test_expected(void **state)
{
    static const struct {
        const char *schools, *participants, *rows, *want;
    } cases[] = {
        {"c|a", "school\nb\n", "s;b;2023;30;;;\n", "ac"},
        {"", "school\nb\nc\n", "s;a;2023;30;;;\n", "bc"},
        {"", "school\nb\nc\n", "", ""},
        {"", "", "s;c;2023;30;;;\ns;a;2023;30;;;\n", "ac"},
        {"", "", "s;;2023;30;;;\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char indicators[256], values[256], got[8] = "";
        snprintf(indicators, sizeof indicators,
                 "id;title;unit;kind;schools\ns;С;чел.;count;%s\n",
                 cases[i].schools);
        snprintf(values, sizeof values, LONG "%s", cases[i].rows);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", indicators},
                  {"data/p/participants.csv",
                   *cases[i].participants ? cases[i].participants : NULL},
                  {"data/p/values.csv", values}), RELEASED);
        assert_quiet(&f);
        size_t n;
        const uint32_t *schools = release_schools(f.release, 0, &n);
        for (size_t s = 0; s < n; s++)
            got[s] = f.site->schools.at[schools[s]].id.p[0];
        assert_string_equal(got, cases[i].want);
        for (size_t s = 0; s < 3; s++)
            assert_int_equal(
                release_expects(f.release, 0, s),
                strchr(got, f.site->schools.at[s].id.p[0]) != NULL);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share), cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_limits), cmocka_unit_test(test_due),
        cmocka_unit_test(test_overrides), cmocka_unit_test(test_override_n),
        cmocka_unit_test(test_by_school), cmocka_unit_test(test_wiped),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_messages_secondary),
        cmocka_unit_test(test_messages_place),
        cmocka_unit_test(test_expected),
    };
    return RUN_FIXTURE(tests);
}
