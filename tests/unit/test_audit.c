/*
 * Tests of release/audit: findings, their ids, and that only shown cells have
 * any.
 */
#include "fixture.h"

#define INDICATORS \
    "id;title;unit;kind;class;aggregate\n" \
    "s;С;%;share;people;given\nw;У;%;share;people;weighted\n" \
    "n;Н;чел.;count;open;given\n"
#define LONG "indicator;school;period;value;numerator;n\n"

static void test_fit(void **state)
{
    static const struct {
        const char *row;
        const char *args[3], *finding;
    } cases[] = {
        {"s;a;2020;68,5;441;669",
         {"441/68,5 : 669", "65,9", "N = 644"}, "fit:p/s/a@2020"},
        {"s;;2020;17,5;42;200",
         {"42/17,5 : 200", "21,0", "N = 240"}, "fit:p/s@2020"},
        {"s;a;2020/2021;21;42;259",
         {"42/21 : 259", "16,2", "N = 196-204"}, "fit:p/s/a@2020-2021"},
        {"s;a;2020;60;5;100",
         {"5/60 : 100", "5,0", "-"}, "fit:p/s/a@2020"},
        {"s;a;2020;13,2;;230",      /* no count at all gives it */
         {"30/13,2 : 230", "13,0", "N = 227-228"}, "fit:p/s/a@2020"},
        {"w;a;2020;68,5;441;669",
         {"441/68,5 : 669", "65,9", "N = 644"}, "fit:p/w/a@2020"},
        /* quiet */
        {"s;a;2020;36,7;246;669", {NULL}, NULL},
        {"s;a;2020;36,8;246;669", {NULL}, NULL},
        {"s;a;2020;4;;250", {NULL}, NULL},
        {"s;a;2020;50;3;39", {NULL}, NULL},     /* hidden */
        {"s;a;2020;50;13;15", {NULL}, NULL},    /* counts: no share */
        {"s;a;2020;50;;", {NULL}, NULL},
        {"n;a;2020;50;13;39", {NULL}, NULL},    /* no share */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[256];
        snprintf(values, sizeof values, LONG "%s\n", cases[i].row);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {"data/p/values.csv", values}), RELEASED);
        if (!cases[i].finding) {
            if (f.diag->list.n)
                fail_msg("%s: %s", cases[i].row, printed(f.diag));
            fixture_close(&f);
            continue;
        }
        assert_messages(&f, MSG_AUDIT_FIT, 1);
        const struct problem *p = problem_of(&f, MSG_AUDIT_FIT);
        for (size_t a = 0; a < 3; a++)
            assert_str(p->args[a], cases[i].args[a]);
        assert_str(p->finding, cases[i].finding);
        assert_str(p->at.file, "data/p/values.csv");
        assert_int_equal(p->at.line, 2);
        assert_int_equal(diag_status(f.diag, false), 0);
        assert_int_equal(diag_status(f.diag, true), 1);
        fixture_close(&f);
    }
}

/* A computed whole is right by itself; a school's trouble is the school's. */
static void test_computed(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv",
               LONG "w;a;2020;68,5;441;669\nw;b;2020;50;50;100\n"}),
        RELEASED);
    assert_messages(&f, MSG_AUDIT_FIT, 1);
    assert_str(problem_of(&f, MSG_AUDIT_FIT)->finding, "fit:p/w/a@2020");
    fixture_close(&f);
}

/* R1.3: a fraction is read, shown in percent, and told. */
static void test_fraction(void **state)
{
    static const struct {
        const char *row, *written, *percent;
    } cases[] = {
        {"s;a;2020;0,2;40;200", "40/0,2 : 200", "20"},
        {"s;a;2020;40/0,205;;195", "40/0,205 : 195", "20,5"},
        {"s;a;2020;1/0,005;;200", NULL, NULL},      /* hidden */
        {"s;a;2020;20;40;200", NULL, NULL},
        {"s;a;2020;0,5;13;15", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[256];
        snprintf(values, sizeof values, LONG "%s\n", cases[i].row);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {"data/p/values.csv", values}), RELEASED);
        assert_messages(&f, MSG_AUDIT_FRACTION, cases[i].written != NULL);
        assert_messages(&f, MSG_AUDIT_FIT, 0);
        if (cases[i].written) {
            const struct problem *p = problem_of(&f, MSG_AUDIT_FRACTION);
            assert_str(p->args[0], cases[i].written);
            assert_str(p->args[1], cases[i].percent);
            assert_str(p->finding, "fit:p/s/a@2020");
        }
        fixture_close(&f);
    }
}

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
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[256];
        snprintf(values, sizeof values, "indicator;period;value\n%s",
                 cases[i].values);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv",
                   "id;title;unit;kind;part_of\nt;Победители;чел.;count;\n"
                   "m;М;чел.;count;t\nr;Р;чел.;count;t\n"
                   "f;Ф;чел.;count;t\n"},
                  {"data/p/values.csv", values}), RELEASED);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_computed),
        cmocka_unit_test(test_fraction),
        cmocka_unit_test(test_parts),
    };
    return RUN_FIXTURE(tests);
}
