/*
 * Tests of release/audit_totals: parts, schools and money against totals.
 */
#include "audit_fixture.h"

/* R1.4: 112 + 17 + 10 = 139; only where all of it is shown. */
static void test_parts(void **state)
{
    static const struct {
        const char *values;
        const char *sum, *total, *finding;
    } cases[] = {
        {"t;2020;139\nm;2020;112\nr;2020;17\nf;2020;10\n", NULL, NULL, NULL},
        {"t;2020;140\nm;2020;112\nr;2020;17\nf;2020;10\n", "139", "140",
         "parts:p/t@2020"},
        {"t;2020;139\nm;2020;112\nr;2020;17\nf;2020;x\n", NULL, NULL, NULL},
        {"t;2020;139\nm;2020;112\nr;2020;17\nf;2020;1\n", NULL, NULL, NULL},
        {"t;2020;x\nm;2020;112\nr;2020;17\nf;2020;10\n", NULL, NULL, NULL},
        {"t;2020;139\nm;2020;112\nr;2020;17\n", NULL, NULL, NULL},
        {"t;2020;0\nm;2020;5\nr;2020;0\nf;2020;0\n", "5", "0",
         "parts:p/t@2020"},
        /* a part is not there, and the others are already too much */
        {"t;2020;120\nm;2020;112\nr;2020;17\n", "129", "120",
         "parts:p/t@2020"},
        {"t;2020;120\nm;2020;112\nr;2020;17\nf;2020;x\n", "129", "120",
         "parts:p/t@2020"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(
            "id;title;unit;kind;part_of\nt;Победители;чел.;count;\n"
            "m;М;чел.;count;t\nr;Р;чел.;count;t\nf;Ф;чел.;count;t\n",
            "indicator;period;value\n", cases[i].values);
        assert_messages(&f, MSG_AUDIT_PARTS, cases[i].sum != NULL);
        if (cases[i].sum) {
            const struct problem *p = problem_of(&f, MSG_AUDIT_PARTS);
            assert_str(p->args[0], cases[i].sum);
            assert_str(p->args[1], cases[i].total);
            assert_str(p->finding, cases[i].finding);
            assert_int_equal(p->at.line, 2);
        }
        fixture_close(&f);
    }
}

/* Shares are added as people, else as percentages of one n. */
static void test_part_shares(void **state)
{
    static const struct {
        const char *rows, *sum, *total;
    } cases[] = {
        /* Sorsk: the shares are of 669 and of 644, the people add up */
        {"t;a;2020;21,6;139;644\nm;a;2020;16,7;112;669\n"
         "r;a;2020;5,4;27;500", NULL, NULL},
        {"t;a;2020;21,6;139;644\nm;a;2020;16,7;112;669\n"
         "r;a;2020;5,2;26;500", "138", "139"},
        {"t;a;2020;61;;470\nm;a;2020;55;;470\nr;a;2020;6,4;;470", NULL,
         NULL},
        {"t;a;2020;61;;470\nm;a;2020;50;;470\nr;a;2020;6,4;;470", "56,4",
         "61"},
        {"t;a;2020;61;;470\nm;a;2020;50;;470\nr;a;2020;6;;100", NULL, NULL},
        {"t;a;2020;61;;470\nm;a;2020;70;;470\nr;a;2020;x;;", "70", "61"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(
            "id;title;unit;kind;class;part_of\nt;Т;%;share;open;\n"
            "m;М;%;share;open;t\nr;Р;%;share;open;t\n", LONG,
            cases[i].rows);
        assert_messages(&f, MSG_AUDIT_PARTS, cases[i].sum != NULL);
        if (cases[i].sum) {
            const struct problem *p = problem_of(&f, MSG_AUDIT_PARTS);
            assert_str(p->args[0], cases[i].sum);
            assert_str(p->args[1], cases[i].total);
            assert_str(p->finding, "parts:p/t/a@2020");
        }
        fixture_close(&f);
    }
}

#define WHOLES \
    "id;title;unit;kind;class;aggregate\nsum;С;чел.;count;open;sum\n" \
    "cnt;К;чел.;count;open;given\nshr;Д;%;share;open;given\n" \
    "avg;О;балл;score;open;given\nwgt;В;балл;score;open;weighted\n" \
    "mean;М;балл;score;open;mean\nmin;Л;чел.;count;people;sum\n" \
    "money;Р;руб.;money;open;given\n"

static void test_whole(void **state)
{
    static const struct {
        const char *rows, *made, *given;    /* made NULL: quiet */
    } cases[] = {
        /* computed, and the table says something too */
        {"sum;a;2020;10;;\nsum;b;2020;20;;\nsum;;2020;30;;", NULL, NULL},
        {"sum;a;2020;10;;\nsum;b;2020;20;;\nsum;;2020;31;;", "30", "31"},
        {"sum;a;2020;10;;\nsum;b;2020;20;;\nsum;;2020;x;;", NULL, NULL},
        {"sum;a;2020;10;;\nsum;b;2020;x;;\nsum;;2020;31;;", NULL, NULL},
        {"sum;a;2020;10;;\nsum;b;2020;-;;\nsum;;2020;31;;", "10", "31"},
        {"wgt;a;2020;3;;10\nwgt;b;2020;4;;30\nwgt;;2020;3,8;;", NULL, NULL},
        {"wgt;a;2020;3;;10\nwgt;b;2020;4;;30\nwgt;;2020;3,7;;", NULL, NULL},
        {"wgt;a;2020;3;;10\nwgt;b;2020;4;;30\nwgt;;2020;3,5;;", "3,8",
         "3,5"},
        {"mean;a;2020;3;;10\nmean;b;2020;4;;30\nmean;;2020;4,1;;", "3,5",
         "4,1"},
        /* given: by the sum */
        {"cnt;a;2020;10;;\ncnt;b;2020;20;;\ncnt;;2020;30;;", NULL, NULL},
        {"cnt;a;2020;10;;\ncnt;b;2020;20;;\ncnt;;2020;29;;", "30", "29"},
        {"cnt;a;2020;10;;\ncnt;b;2020;x;;\ncnt;;2020;29;;", NULL, NULL},
        {"cnt;;2020;29;;", NULL, NULL},
        {"money;a;2020;10;;\nmoney;b;2020;20,5;;\nmoney;;2020;31;;", "30,5",
         "31"},
        /* given: weighted or plain mean, or at least between */
        {"shr;a;2020;50;50;100\nshr;b;2020;25;75;300\nshr;;2020;31,2;;",
         NULL, NULL},
        {"shr;a;2020;50;50;100\nshr;b;2020;25;75;300\nshr;;2020;37,5;;",
         NULL, NULL},
        {"shr;a;2020;50;50;100\nshr;b;2020;25;75;300\nshr;;2020;33;;",
         "31,3", "33"},
        {"avg;a;2020;3,1;;\navg;b;2020;4,2;;\navg;;2020;4,1;;", NULL, NULL},
        {"avg;a;2020;3,1;;\navg;b;2020;4,2;;\navg;;2020;4,4;;", "3,7",
         "4,4"},
        /* not all is shown */
        {"min;a;2020;2;;\nmin;b;2020;20;;\nmin;;2020;31;;", NULL, NULL},
        {"min;a;2020;12;;\nmin;b;2020;20;;\nmin;;2020;33;;", "32", "33"},
        {"min;a;2020;12;;\nmin;b;2020;20;;\nmin;;2020;3;;", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[256];
        snprintf(values, sizeof values, LONG "%s\n", cases[i].rows);
        struct fixture f = fixture_open(
            FILES({"content/programs/p/index.md",
                   "---\ntitle: П\nscope: participants\n---\n"},
                  {"data/p/indicators.csv", WHOLES},
                  {"data/p/values.csv", values}), RELEASED);
        if (count_messages(f.diag, MSG_AUDIT_WHOLE) !=
            (cases[i].made != NULL))
            fail_msg("%s: %s", cases[i].rows, printed(f.diag));
        if (cases[i].made) {
            const struct problem *p = problem_of(&f, MSG_AUDIT_WHOLE);
            assert_str(p->args[0], cases[i].made);
            assert_str(p->args[1], cases[i].given);
            assert_true(str_starts(p->finding, S("whole:p/")));
            assert_int_equal(p->at.line, 4);
        }
        fixture_close(&f);
    }
}

/* A programme for all that asks only some: the whole is of others too. */
static void test_whole_of_others(void **state)
{
    static const char *const scopes[] = {"participants", "all"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char index[64];
        snprintf(index, sizeof index, "---\ntitle: П\nscope: %s\n---\n",
                 scopes[i]);
        struct fixture f = fixture_open(
            FILES({"content/programs/p/index.md", index},
                  {"data/p/indicators.csv", WHOLES},
                  {"data/p/values.csv",
                   LONG "cnt;a;2020;10;;\ncnt;b;2020;20;;\n"
                        "cnt;;2020;50;;\n"}), RELEASED);
        assert_messages(&f, MSG_AUDIT_WHOLE, i == 0);
        fixture_close(&f);
    }
}

#define SOURCES \
    "2020;район;100;90;тыс. руб.\n2020;край;50;40;тыс. руб.\n"

static void test_money(void **state)
{
    static const struct {
        const char *rows;
        enum msg id;
        const char *args[4], *finding;
    } cases[] = {
        {SOURCES "2020;;150;130;тыс. руб.\n", MSG_COUNT, {NULL}, NULL},
        {SOURCES "2020;;160;130;тыс. руб.\n",
         MSG_AUDIT_PLANNED, {"150", "160", "2020", "тыс. руб."},
         "parts:p/finance.csv/planned@2020"},
        {"2020;;150;131,5;тыс. руб.\n" SOURCES,
         MSG_AUDIT_SPENT, {"130", "131,5", "2020", "тыс. руб."},
         "parts:p/finance.csv/actual@2020"},
        /* some source is not told, or in another unit, or no total, two */
        {SOURCES "2020;фонд;;5;тыс. руб.\n2020;;160;135;тыс. руб.\n",
         MSG_COUNT, {NULL}, NULL},
        {SOURCES "2020;фонд;5;5;руб.\n2020;;160;135;тыс. руб.\n",
         MSG_COUNT, {NULL}, NULL},
        {"2020;;150;;тыс. руб.\n", MSG_COUNT, {NULL}, NULL},
        {SOURCES "2021;;160;;тыс. руб.\n", MSG_COUNT, {NULL}, NULL},
        {SOURCES "2020;;160;;тыс. руб.\n2020;;170;;тыс. руб.\n",
         MSG_COUNT, {NULL}, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = {0};
        buf_addf(&text, "year;source;planned;actual;unit\n%s",
                 cases[i].rows);
        struct fixture f = fixture_open(
            FILES({"data/p/finance.csv", text.p}), RELEASED);
        if (cases[i].id == MSG_COUNT)
            assert_no_finding(&f, cases[i].rows);
        else
            assert_finding(&f, cases[i].id, cases[i].args,
                           cases[i].finding);
        fixture_close(&f);
        buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_part_shares),
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_whole_of_others),
        cmocka_unit_test(test_money),
    };
    return RUN_FIXTURE(tests);
}
