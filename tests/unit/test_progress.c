/*
 * Tests of release/progress: statuses, degrees (R5.5), whose target it is,
 * what is due, measures.
 */
#include "fixture.h"

#include "release/progress.h"

#include <math.h>

#ifndef TEST_DIR
#define TEST_DIR "tests"
#endif

#define INDICATORS "id;title;unit;kind;direction;class;aggregate\n"
#define VALUES "indicator;school;period;value;n\n"

static const char *status_name(enum status status)
{
    static const char *const names[] = {
        [STATUS_NO_TARGET] = "no target", [STATUS_NOT_DUE] = "not due",
        [STATUS_NO_DATA] = "no data", [STATUS_REACHED] = "reached",
        [STATUS_NEAR] = "near", [STATUS_NOT_YET] = "not yet"};
    return names[status];
}

static const char *plain(struct num num)
{
    static char out[4][32];
    static int next;
    char *text = out[next++ % 4];
    struct buf b = {0};
    num_plain(&b, num_trim(num));
    snprintf(text, sizeof out[0], "%s", b.p);
    buf_free(&b);
    return text;
}

/* --- the workbook --- */

/*
 * progress_workbook.csv: computed by hand, a status a line. `earlier` is
 * PERIOD=VALUE; degrees have twelve decimals, an empty one is none.
 */
enum column { DIRECTION, METHOD, PERIOD, TARGET, EARLIER, BASELINE, BREAK,
              FACT, STATUS, DEGREE, GAP, NOTE, COLUMNS };

#define WORKBOOK TEST_DIR "/unit/progress_workbook.csv"
#define LINE_MAX_BYTES 512
#define TOLERANCE 1e-9

static void cut_line(char *line, char *cells[COLUMNS])
{
    line[strcspn(line, "\r\n")] = '\0';
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t n = strcspn(line, ";");
        bool last = line[n] == '\0';

        cells[i] = line;
        line += n + !last;
        cells[i][n] = '\0';
        if (last != (i + 1 == COLUMNS))
            fail_msg("%zu cells: %s", i + 1, cells[0]);
    }
}

static bool is_yesno(const char *target)
{
    return strcmp(target, "да") == 0 || strcmp(target, "нет") == 0;
}

static struct fixture open_row(char *cells[COLUMNS])
{
    char indicators[384], values[384], targets[256], breaks[128];
    char earlier[128] = "", fact[128] = "";
    const char *equals = strchr(cells[EARLIER], '=');

    snprintf(indicators, sizeof indicators,
             "id;title;unit;direction;class;aggregate;baseline;achievement\n"
             "s;С;%s;%s;open;given;%s;%s\n",
             is_yesno(cells[TARGET])         ? "да/нет"
             : strchr(cells[TARGET], '%') ? "%"
                                             : "балл",
             cells[DIRECTION],
             cells[BASELINE], cells[METHOD]);
    if (equals)
        snprintf(earlier, sizeof earlier, "s;;%.4s;%s;\n", cells[EARLIER],
                 equals + 1);
    if (*cells[FACT])
        snprintf(fact, sizeof fact, "s;;%s;%s;\n", cells[PERIOD],
                 cells[FACT]);
    snprintf(values, sizeof values, VALUES "%s%s", earlier, fact);
    snprintf(targets, sizeof targets, "indicator;period;target\n");
    if (*cells[TARGET])
        snprintf(targets + strlen(targets), 128, "s;%s;%s\n", cells[PERIOD],
                 cells[TARGET]);
    snprintf(breaks, sizeof breaks, "indicator;period;note\n");
    if (*cells[BREAK])
        snprintf(breaks + strlen(breaks), 64, "s;%s;иначе\n", cells[BREAK]);
    return fixture_open(FILES({"data/p/indicators.csv", indicators},
                              {"data/p/values.csv", values},
                              {"data/p/breaks.csv", breaks},
                              {"data/p/targets.csv", targets}), RELEASED);
}

/* strtod knows no comma. */
static double number(const char *text)
{
    struct num whole = {0}, rest = {0};
    const char *comma = strchr(text, ',');
    double value, scale = 1;

    if (!comma) {
        assert_int_equal(num_parse(str_of(text), &whole, NULL), NUM_OK);
        return num_double(whole);
    }
    num_parse((struct str){text, (size_t)(comma - text)}, &whole, NULL);
    num_parse(str_of(comma + 1), &rest, NULL);
    for (size_t i = strlen(comma + 1); i > 0; i--)
        scale *= 10;
    value = num_double(whole);
    return *text == '-' ? value - num_double(rest) / scale
                        : value + num_double(rest) / scale;
}

static void check_row(char *cells[COLUMNS])
{
    struct fixture f = open_row(cells);
    struct period period;
    struct progress p;
    size_t at;

    assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
    assert_true(period_parse(str_of(cells[PERIOD]), &period));
    at = release_period(f.release, 0, period);
    assert_true(at != NONE);
    p = progress_of(f.release, 0, WHOLE, at);
    if (strcmp(status_name(p.status), cells[STATUS]) != 0 ||
        p.has_degree != (*cells[DEGREE] != '\0') ||
        (p.has_degree &&
         fabs(num_double(p.degree) - number(cells[DEGREE])) > TOLERANCE) ||
        fabs(num_double(p.gap) - number(cells[GAP])) > TOLERANCE)
        fail_msg("%s, %s (%s): %s, degree %s, gap %s", cells[NOTE],
                 cells[TARGET], cells[FACT], status_name(p.status),
                 p.has_degree ? plain(p.degree) : "none", plain(p.gap));
    assert_int_equal(p.judged, p.status >= STATUS_REACHED);
    assert_int_equal(p.target != NULL, *cells[TARGET] != '\0');
    fixture_close(&f);
}

#define WORKBOOK_ROWS_MIN 80

static void test_workbook(void **state)
{
    FILE *in = fopen(WORKBOOK, "r");
    char line[LINE_MAX_BYTES];
    size_t rows = 0;

    (void)state;
    assert_non_null(in);
    assert_non_null(fgets(line, sizeof line, in));      /* the header */
    while (fgets(line, sizeof line, in)) {
        char *cells[COLUMNS];

        cut_line(line, cells);
        check_row(cells);
        rows++;
    }
    fclose(in);
    assert_true(rows >= WORKBOOK_ROWS_MIN);
}

static void test_yes(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               INDICATORS "y;Д;да/нет;;;;given\n"},
              {"data/p/values.csv", VALUES "y;;2021;да;\ny;;2022;нет;\n"},
              {"data/p/targets.csv",
               "indicator;period;target\ny;2021;да\ny;2022;да\n"}),
        RELEASED);
    assert_quiet(&f);
    assert_int_equal(progress_of(f.release, 0, WHOLE, 0).status,
                     STATUS_REACHED);
    assert_int_equal(progress_of(f.release, 0, WHOLE, 1).status,
                     STATUS_NOT_YET);
    fixture_close(&f);
}

/* Hidden, counts and missing are not judged, nor told from one another. */
static void test_hidden(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               INDICATORS "s;С;%;share;up;people;none\n"},
              {"data/p/values.csv",
               VALUES "s;a;2022;20;100\ns;a;2023;30;9\ns;a;2024;40;15\n"
               "s;b;2022;10;9\ns;b;2023;30;100\n"},
              {"data/p/targets.csv",
               "indicator;period;school;target\ns;2023;*;90\n"
               "s;2024;*;30\ns;2026;*;30\n"}), RELEASED);
    assert_quiet(&f);
    struct progress p = progress_of(f.release, 0, 0, 1);
    assert_int_equal(p.status, STATUS_NO_DATA);
    assert_false(p.has_degree);
    assert_true(num_is_zero(p.fact));
    assert_string_equal(told(release_fact(f.release, 0, 0, 2)), "k 6/15");
    p = progress_of(f.release, 0, 0, 2);
    assert_int_equal(p.status, STATUS_NO_DATA);
    assert_false(p.judged);
    assert_int_equal(progress_of(f.release, 0, 0, 3).status, STATUS_NOT_DUE);
    assert_int_equal(progress_of(f.release, 0, 0, 0).status,
                     STATUS_NO_TARGET);
    /* a hidden year before is no reason to call it near */
    p = progress_of(f.release, 0, 1, 1);
    assert_int_equal(p.status, STATUS_NOT_YET);
    assert_false(p.moved_right);
    fixture_close(&f);
}

/* More schools in a sum are no movement; the same number of them is. */
static void test_moved_sum(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               INDICATORS "s;С;шт.;count;up;open;sum\n"},
              {"data/p/values.csv",
               VALUES "s;a;2022;10;\ns;a;2023;10;\ns;b;2023;10;\n"
               "s;a;2024;20;\ns;b;2024;10;\n"},
              {"data/p/targets.csv",
               "indicator;period;target\ns;2023;90\ns;2024;90\n"}),
        RELEASED);
    assert_false(progress_of(f.release, 0, WHOLE, 1).moved_right);
    assert_int_equal(progress_of(f.release, 0, WHOLE, 1).status,
                     STATUS_NOT_YET);
    assert_true(progress_of(f.release, 0, WHOLE, 2).moved_right);
    assert_int_equal(progress_of(f.release, 0, WHOLE, 2).status, STATUS_NEAR);
    fixture_close(&f);
}

/* Neither a change of method nor a gap of years is a movement. */
static void test_moved(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               INDICATORS "s;С;балл;score;up;open;given\n"
               "w;У;балл;score;up;open;given\nv;Ф;балл;score;up;open;given\n"},
              {"data/p/breaks.csv", "indicator;period;note\ns;2023;иначе\n"},
              {"data/p/values.csv",
               VALUES "s;;2022;10;\ns;;2023;20;\nw;;2021;10;\nw;;2023;20;\n"
               "v;;2022/2023;10;\nv;;2023/2024;20;\n"},
              {"data/p/targets.csv",
               "indicator;period;target\ns;2023;50\nw;2023;50\n"
               "v;2023/2024;50\n"}), RELEASED);
    assert_quiet(&f);
    assert_int_equal(progress_of(f.release, 0, WHOLE, 1).status,
                     STATUS_NOT_YET);
    assert_int_equal(progress_of(f.release, 1, WHOLE, 1).status,
                     STATUS_NOT_YET);
    assert_int_equal(progress_of(f.release, 2, WHOLE, 1).status,
                     STATUS_NEAR);
    fixture_close(&f);
}

/* --- whose target, which period --- */

static void test_targets(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               INDICATORS "s;С;балл;score;up;open;given\n"
               "w;У;балл;score;up;open;given\n"},
              {"data/p/targets.csv",
               "indicator;school;period;target\nw;;2023;99\ns;b;2023;70\n"
               "s;*;2023;60\ns;;2023;50\ns;;2025;55\ns;Школа В;2026;71\n"}),
        RELEASED);
    assert_quiet(&f);
    static const struct {
        const char *school, *period, *target, *next;
    } cases[] = {
        {"", "2023", "50", "55"}, {"a", "2023", "60", NULL},
        {"b", "2023", "70", NULL}, {"c", "2023", "60", "71"},
        {"c", "2026", "71", NULL}, {"", "2025", "55", NULL},
        {"a", "2025", NULL, NULL}, {"", "2026", NULL, NULL},
        {"", "2022", NULL, "50"},
    };
    size_t s = indicator_at(&f, "p/s");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct period period;
        assert_true(period_parse(str_of(cases[i].period), &period));
        size_t school = school_of(&f, cases[i].school);
        const struct target *t =
            progress_target(f.release, s, school, period);
        const struct target *next =
            progress_next(f.release, s, school, period);
        assert_int_equal(t != NULL, cases[i].target != NULL);
        assert_int_equal(next != NULL, cases[i].next != NULL);
        if (t)
            assert_str(t->text, cases[i].target);
        if (next)
            assert_str(next->text, cases[i].next);
    }
    fixture_close(&f);
}

static void test_current(void **state)
{
    static const struct {
        const char *values, *targets;
        size_t current;         /* index of the period; NONE */
    } cases[] = {
        {"s;;2022;10;\ns;;2023;11;\n", "", 1},
        {"s;;2022;10;\n", "s;2023;50\n", 1},    /* due without data */
        {"s;;2022;10;\n", "s;2025;50\n", 0},    /* not due */
        {"s;;2022;10;\ns;;2023;x;\n", "", 0},
        {"s;;2022;10;\ns;;2023;x;\n", "s;2023;50\n", 1},
        {"s;;2022;x;\n", "s;2025;50\n", NONE},
        {"s;;2025;12;\n", "s;2023;50\n", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[128], targets[128];
        snprintf(values, sizeof values, VALUES "%s", cases[i].values);
        snprintf(targets, sizeof targets, "indicator;period;target\n%s",
                 cases[i].targets);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv",
                   INDICATORS "s;С;балл;score;up;open;given\n"},
                  {"data/p/values.csv", values},
                  {"data/p/targets.csv", targets}), RELEASED);
        assert_quiet(&f);
        size_t got = progress_current(f.release, 0, WHOLE);
        if (got != cases[i].current)
            fail_msg("case %zu: %zu", i, got);
        fixture_close(&f);
    }
}

/* --- measures --- */

#define PLAN "id;title;when;status\n"
#define REPORTS "measure;period;status\n"

static void test_measures(void **state)
{
    static const struct {
        const char *row, *reports;
        int done;
        bool overdue;
    } cases[] = {
        {"май 2021;", "", DONE_NO_REPORT, false},   /* no report: not late */
        {"май 2021;planned", "", DONE_PLANNED, true},
        {"май 2021;в работе", "", DONE_DOING, true},
        {"май 2021;выполнено", "", DONE_DONE, false},
        {"май 2021;отложено", "", DONE_POSTPONED, false},
        {"май 2021;отменено", "", DONE_CANCELLED, false},
        {"декабрь 2024;planned", "", DONE_PLANNED, true},
        {"январь 2025;planned", "", DONE_PLANNED, false},
        {"ежегодно;doing", "", DONE_DOING, true},
        {"Январь 2021 г., далее ежегодно;doing", "", DONE_DOING, true},
        {"по результатам мониторинга;doing", "", DONE_DOING, false},
        {"как-нибудь;doing", "", DONE_DOING, false},
        {"ежегодно;", "m;2021;done\n", DONE_DONE, false},
        {"ежегодно;", "m;2022;doing\nm;2021;done\n", DONE_DOING, true},
        {"ежегодно;", "m;2021;doing\nm;2021;done\n", DONE_DONE, false},
        {"ежегодно;cancelled", "m;2022;doing\n", DONE_CANCELLED, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char plan[256], reports[256];
        snprintf(plan, sizeof plan, PLAN "m;М;%s\no;О;;done\n",
                 cases[i].row);
        snprintf(reports, sizeof reports, REPORTS "%s", cases[i].reports);
        struct fixture f = fixture_open(
            FILES({"content/programs/p/index.md",
                   "---\ntitle: П\nperiod: 2021-2023\n---\n"},
                  {"data/p/plan.csv", plan},
                  {"data/p/progress.csv", reports}), RELEASED);
        assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
        if (progress_done(f.site, 0, 0) != cases[i].done ||
            progress_overdue(f.site, 0, 0) != cases[i].overdue)
            fail_msg("%s: %d, %d", cases[i].row,
                     progress_done(f.site, 0, 0),
                     progress_overdue(f.site, 0, 0));
        struct plan_counts counts = progress_measures(f.site, 0);
        assert_int_equal(counts.all, 2);
        assert_int_equal(counts.overdue, cases[i].overdue);
        assert_int_equal(counts.done, 1 + (cases[i].done == DONE_DONE));
        assert_int_equal(counts.no_report,
                         cases[i].done == DONE_NO_REPORT);
        assert_int_equal(counts.done + counts.doing + counts.planned +
                             counts.postponed + counts.cancelled +
                             counts.no_report, counts.all);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook), cmocka_unit_test(test_yes),
        cmocka_unit_test(test_hidden), cmocka_unit_test(test_moved_sum),
        cmocka_unit_test(test_moved),
        cmocka_unit_test(test_targets), cmocka_unit_test(test_current),
        cmocka_unit_test(test_measures),
    };
    return RUN_FIXTURE(tests);
}
