/*
 * Tests of release/audit_series: what a unit allows, what a series showed.
 */
#include "audit_fixture.h"

static void test_range(void **state)
{
    static const struct {
        const char *rows;
        enum msg id;
        const char *value, *limit, *finding;
    } cases[] = {
        {"mark;a;2020;5,3;;", MSG_AUDIT_HIGH, "5,3", "5",
         "range:p/mark/a@2020"},
        {"mark;;2020;5,01;;", MSG_AUDIT_HIGH, "5,01", "5",
         "range:p/mark@2020"},
        {"mark;a;2020;1,9;;", MSG_AUDIT_LOW, "1,9", "2",
         "range:p/mark/a@2020"},
        {"ege;a;2020;101;;", MSG_AUDIT_HIGH, "101", "100",
         "range:p/ege/a@2020"},
        {"axis;a;2020;8;;", MSG_AUDIT_HIGH, "8", "7,5",
         "range:p/axis/a@2020"},
        {"axis;a;2020;0,5;;", MSG_AUDIT_LOW, "0,5", "1",
         "range:p/axis/a@2020"},
        {"cnt;a;2020;-4;;", MSG_AUDIT_LOW, "-4", "0", "range:p/cnt/a@2020"},
        {"shr;a;2020;-4;;", MSG_AUDIT_LOW, "-4", "0", "range:p/shr/a@2020"},
        {"over;a;2020;150;;", MSG_COUNT, NULL, NULL, NULL},
        {"over;a;2020;120;60;50", MSG_COUNT, NULL, NULL, NULL},
        {"over;a;2020;201;;", MSG_AUDIT_HIGH, "201", "200",
         "range:p/over/a@2020"},
        {"mark;a;2020;5;;", MSG_COUNT, NULL, NULL, NULL},
        {"mark;a;2020;2;;", MSG_COUNT, NULL, NULL, NULL},
        {"shr;a;2020;100;;", MSG_COUNT, NULL, NULL, NULL},
        {"cold;a;2020;-30;;", MSG_COUNT, NULL, NULL, NULL},
        {"hid;a;2020;7;;", MSG_COUNT, NULL, NULL, NULL},    /* hidden */
        {"yes;a;2020;да;;", MSG_COUNT, NULL, NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(
            "id;title;unit;kind;class;max;domain\n"
            "mark;О;балл;score;open;5;2 5\nege;Е;балл;score;open;100;\n"
            "axis;Х;балл;score;open;;1 7,5\ncnt;К;чел.;count;open;;\n"
            "shr;Д;%;share;open;;\nover;Б;%;share;open;200;\n"
            "cold;Т;градус;score;open;;\nhid;С;балл;score;people;5;\n"
            "yes;Я;да/нет;yesno;open;1;0 0,5\n", LONG, cases[i].rows);
        if (!cases[i].value)
            assert_no_finding(&f, cases[i].rows);
        else
            assert_finding(&f, cases[i].id,
                           (const char *const[]){cases[i].value,
                                                 cases[i].limit, NULL},
                           cases[i].finding);
        fixture_close(&f);
    }
}

/* R1.10: over 100 % is an error, however it comes about, unless `max` says
 * that the numerator is no part of the denominator. */
static void test_over(void **state)
{
    static const struct {
        const char *rows;
        enum msg id;
    } cases[] = {
        {"shr;a;2020;103;;", MSG_OBSERVE_SHARE},
        {"shr;a;2020;;41;40", MSG_OBSERVE_PART},
        {"all;a;2020;40;;\nden;a;2020;;41;", MSG_AUDIT_OVER},
        {"all;a;2020;40;;\nmax;a;2020;;41;", MSG_COUNT},
        {"max;a;2020;102,5;41;40", MSG_COUNT},
        {"hundred;a;2020;103;;", MSG_AUDIT_OVER},
        {"all;a;2020;40;;\nden;a;2020;;40;", MSG_COUNT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(
            "id;title;unit;kind;class;max;denominator\n"
            "shr;Д;%;share;open;;\nall;В;чел.;count;open;;\n"
            "den;З;%;share;open;;all\nmax;М;%;share;open;150;all\n"
            "hundred;С;%;share;open;100;\n", LONG, cases[i].rows);
        if (cases[i].id == MSG_COUNT)
            assert_no_finding(&f, cases[i].rows);
        else
            assert_messages(&f, cases[i].id, 1);
        assert_int_equal(diag_count(f.diag, LEVEL_ERROR),
                         cases[i].id != MSG_COUNT);
        fixture_close(&f);
    }
}

/* Values of 2015, 2016, … and what is found; the rule is in audit_series.c. */
static void test_jump(void **state)
{
    static const struct {
        const char *indicator, *values;
        const char *args[4];            /* {NULL}: quiet */
        int year;
    } cases[] = {
        {"shr", "50 51 52 51 90", {"51", "90", "1"}, 2019},
        {"shr", "50 51 52 51 39", {"51", "39", "1"}, 2019},
        {"shr", "50 51 52 90", {NULL}, 0},          /* two changes */
        {"shr", "50 51 52 51 56", {NULL}, 0},       /* five points */
        {"shr", "50 51 52 51 56,1", {"51", "56,1", "1"}, 2019},
        {"shr", "50 60 52 51 70", {NULL}, 0},       /* less than twice */
        {"shr", "50 60 52 51 72", {"51", "72", "10"}, 2019},
        {"shr", "80 82 20 40 50 60 61 30", {NULL}, 0},
        {"shr", "20 80 79 78 79 78 20", {NULL}, 0},     /* was so before */
        {"shr", "50 50 50 50 90 50 90", {"50", "90", "0"}, 2019},
        {"shr", "50 51 52 x 90 51 52", {NULL}, 0},  /* a gap */
        {"shr", "50 51 x 52 51 52 90 51", {NULL}, 0},
        {"shr", "50 51 x 52 51 52 53 90", {"53", "90", "1"}, 2022},
        {"brk", "50 51 52 51 90", {NULL}, 0},       /* counted anew */
        {"cnt", "0 0 0 0 1", {NULL}, 0},
        {"cnt", "0 0 0 0 5", {NULL}, 0},
        {"cnt", "0 0 0 0 6", {"0", "6", "0"}, 2019},
        {"cnt", "100 101 102 103 113", {NULL}, 0},  /* a tenth */
        {"cnt", "100 101 102 103 114", {"103", "114", "1"}, 2019},
        {"mark", "3,5 3,6 3,5 3,55 3,9", {NULL}, 0},
        {"mark", "3,5 3,6 3,5 3,55 4", {"3,55", "4", "0,1"}, 2019},
        {"money", "100 101 102 103 210", {"103", "210", "1"}, 2019},
        {"yes", "0 0 0 0 1", {NULL}, 0},
        {"ppl", "50 51 52 51 90", {NULL}, 0},       /* hidden */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf values = {0};
        struct str rest = str_of(cases[i].values);
        buf_addz(&values, "indicator;school;period;value\n");
        for (int year = 2015; rest.p; year++) {
            struct str value = str_cut(&rest, ' ');
            if (strcmp(cases[i].indicator, "yes") == 0)
                value = str_is(value, "0") ? S("нет") : S("да");
            buf_addf(&values, "%s;a;%d;%.*s\n", cases[i].indicator, year,
                     STR_FMT(value));
        }
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv",
                   "id;title;unit;kind;class\nshr;Д;%;share;open\n"
                   "brk;П;%;share;open\ncnt;К;чел.;count;open\n"
                   "mark;О;балл;score;open\nmoney;Р;руб.;money;open\n"
                   "yes;Я;да/нет;yesno;open\nppl;Л;%;share;people\n"},
                  {"data/p/breaks.csv",
                   "indicator;period;note\nbrk;2019;новая методика\n"},
                  {"data/p/values.csv", values.p}), RELEASED);
        if (count_messages(f.diag, MSG_AUDIT_JUMP) !=
            (cases[i].args[0] != NULL))
            fail_msg("%s: %s", cases[i].values, printed(f.diag));
        if (cases[i].args[0]) {
            char id[64];
            snprintf(id, sizeof id, "jump:p/%s/a@%d", cases[i].indicator,
                     cases[i].year);
            assert_finding(&f, MSG_AUDIT_JUMP, cases[i].args, id);
        }
        fixture_close(&f);
        buf_free(&values);
    }
}

/* Of few people chance makes more: two of eleven are over 18 points. */
static void test_jump_of_few(void **state)
{
    static const struct {
        int n;
        bool jumps;
    } cases[] = {{11, false}, {30, true}};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct buf values = {0};
        buf_addz(&values, LONG);
        for (int year = 2015; year < 2020; year++)
            buf_addf(&values, "shr;a;%d;%s;;%d\n", year,
                     year < 2019 ? "0" : "18,2", cases[i].n);
        struct fixture f = open_with(
            "id;title;unit;kind;class\nshr;Д;%;share;open\n", values.p, "");
        assert_messages(&f, MSG_AUDIT_JUMP, cases[i].jumps);
        fixture_close(&f);
        buf_free(&values);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_range),
        cmocka_unit_test(test_over),
        cmocka_unit_test(test_jump),
        cmocka_unit_test(test_jump_of_few),
    };
    return RUN_FIXTURE(tests);
}
