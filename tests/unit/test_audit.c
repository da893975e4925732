/*
 * Tests of release/audit and audit_fit: findings, their ids and words, and
 * that only shown cells have any.
 */
#include "audit_fixture.h"
#include "default_words.h"

#include "release/words.h"

#define INDICATORS \
    "id;title;unit;kind;class;aggregate\n" \
    "s;С;%;share;people;given\nw;У;%;share;people;weighted\n" \
    "n;Н;чел.;count;open;given\no;О;%;share;open;given\n"

/* R1.3 and others of the kind. */
static void test_fit(void **state)
{
    static const struct {
        const char *row;
        const char *args[DIAG_ARGS + 1], *finding;
    } cases[] = {
        {"s;a;2020;68,5;441;669",
         {"441/68,5", "669", "65,9", "N = 644"}, "fit:p/s/a@2020"},
        {"s;;2020;17,5;42;200",
         {"42/17,5", "200", "21,0", "N = 240"}, "fit:p/s@2020"},
        {"s;a;2020/2021;21;42;259",
         {"42/21", "259", "16,2", "N = 196-204"}, "fit:p/s/a@2020-2021"},
        {"s;a;2020;2,7;17;669",
         {"17/2,7", "669", "2,5", "N = 619-641"}, "fit:p/s/a@2020"},
        {"s;a;2020;2,7;17;644",
         {"17/2,7", "644", "2,6", "N = 619-641"}, "fit:p/s/a@2020"},
        {"o;a;2020;15,5;7;47",      /* cut: none by rounding */
         {"7/15,5", "47", "14,9", "N = 45"}, "fit:p/o/a@2020"},
        {"o;a;2020;22;1;43",
         {"1/22", "43", "2,3", ""}, "fit:p/o/a@2020"},
        {"s;a;2020;60;5;100",
         {"5/60", "100", "5,0", ""}, "fit:p/s/a@2020"},
        {"s;a;2020;27,90;12;44",
         {"12/27,90", "44", "27,27", "N = 43"}, "fit:p/s/a@2020"},
        {"w;a;2020;68,5;441;669",
         {"441/68,5", "669", "65,9", "N = 644"}, "fit:p/w/a@2020"},
        /* quiet */
        {"s;a;2020;36,7;246;669", {NULL}, NULL},
        {"s;a;2020;36,8;246;669", {NULL}, NULL},
        {"o;a;2020;15,5;7;45", {NULL}, NULL},
        {"s;a;2020;6,5;44;669", {NULL}, NULL},
        {"s;a;2020;4;;250", {NULL}, NULL},
        {"s;a;2020;50;3;39", {NULL}, NULL},     /* hidden */
        {"s;a;2020;50;13;15", {NULL}, NULL},    /* counts: no share */
        {"s;a;2020;50;;", {NULL}, NULL},
        {"n;a;2020;50;13;39", {NULL}, NULL},    /* no share */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(INDICATORS, LONG, cases[i].row);
        if (!cases[i].finding) {
            assert_no_finding(&f, cases[i].row);
            fixture_close(&f);
            continue;
        }
        const struct problem *p = assert_finding(
            &f, MSG_AUDIT_FIT, cases[i].args, cases[i].finding);
        assert_str(p->at.file, "data/p/values.csv");
        assert_int_equal(p->at.line, 2);
        assert_int_equal(diag_status(f.diag, false), 0);
        assert_int_equal(diag_status(f.diag, true), 1);
        fixture_close(&f);
    }
}

/* A share alone: no whole number of people makes it. */
static void test_nearest(void **state)
{
    static const struct {
        const char *row;
        enum msg id;
        const char *args[DIAG_ARGS + 1];
    } cases[] = {
        {"o;;2019;26,8;;230", MSG_AUDIT_NEAREST,
         {"26,8", "230", "27,0", ""}},
        {"o;;2019;13,2;;230", MSG_AUDIT_NEAREST,
         {"13,2", "230", "13,0", ""}},
        {"o;;2019;13,2;;230\nn;;2019;281;;", MSG_AUDIT_NEAREST,
         {"13,2", "230", "13,0", "N = 281 (n)"}},
        /* of another year or place, or too many to tell */
        {"o;;2019;13,2;;230\nn;;2018;281;;", MSG_AUDIT_NEAREST,
         {"13,2", "230", "13,0", ""}},
        {"o;;2019;13,2;;230\nn;a;2019;281;;", MSG_AUDIT_NEAREST,
         {"13,2", "230", "13,0", ""}},
        {"o;;2019;13,2;;230\nn;;2019;1003;;", MSG_AUDIT_NEAREST,
         {"13,2", "230", "13,0", ""}},
        {"o;a;2020;0,41;;17", MSG_AUDIT_LIKE_FRACTION,
         {"0,41", "17", "41", ""}},
        {"o;a;2020;0,42;;17", MSG_AUDIT_NEAREST,
         {"0,42", "17", "0,00", ""}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(INDICATORS, LONG, cases[i].row);
        assert_finding(&f, cases[i].id, cases[i].args,
                       i < 6 ? "fit:p/o@2019" : "fit:p/o/a@2020");
        assert_int_equal(diag_count(f.diag, LEVEL_WARNING), 1);
        fixture_close(&f);
    }
}

/* n of the row is believed; n that is only ours lets others be tried. */
static void test_known(void **state)
{
    static const struct {
        const char *rows;
        const char *hint;       /* NULL: quiet */
    } cases[] = {
        {"all;a;2020;669;;\no;a;2020;68,5;441;669\n"
         "net;a;2020;50;322;644", "N = 644 (net)"},
        {"all;a;2020;669;;\nd;a;2020;68,5;441;\n"
         "net;a;2020;50;322;644", NULL},
        {"all;a;2020;669;;\nd;a;2020;68,5;441;", "N = 644"},
        {"all;a;2020;669;;\nd;a;2020;68,5;441;\n"
         "net;a;2019;50;322;644", "N = 644"},
        {"all;a;2020;669;;\nd;a;2020;68,5;441;\n"
         "net;b;2020;50;322;644", "N = 644"},
        /* the other number is hidden: it says nothing */
        {"all;a;2020;669;;\nd;a;2020;68,5;441;\n"
         "hid;a;2020;0,3;2;644", "N = 644"},
        {"all;a;2020;669;;\nd;a;2020;2,7;17;\n"
         "net;a;2020;50;322;644", "N = 619-641"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(
            "id;title;unit;kind;class;denominator\n"
            "all;Все;чел.;count;open;\no;О;%;share;open;\n"
            "d;Д;%;share;open;all\nnet;И;%;share;open;\n"
            "hid;С;%;share;people;\n", LONG, cases[i].rows);
        assert_messages(&f, MSG_AUDIT_FIT, cases[i].hint != NULL);
        if (cases[i].hint)
            assert_str(problem_of(&f, MSG_AUDIT_FIT)->args[3],
                       cases[i].hint);
        fixture_close(&f);
    }
}

/* A computed whole is right by itself; a school's trouble is the school's. */
static void test_computed(void **state)
{
    (void)state;
    struct fixture f = open_with(
        INDICATORS, LONG, "w;a;2020;68,5;441;669\nw;b;2020;50;50;100");
    assert_messages(&f, MSG_AUDIT_FIT, 1);
    assert_str(problem_of(&f, MSG_AUDIT_FIT)->finding, "fit:p/w/a@2020");
    fixture_close(&f);
}

/* R1.3: a fraction is read, shown in percent, and told. */
static void test_fraction(void **state)
{
    static const struct {
        const char *row, *written, *n, *percent;
    } cases[] = {
        {"s;a;2020;0,2;40;200", "40/0,2", "200", "20"},
        {"s;a;2020;40/0,205;;195", "40/0,205", "195", "20,5"},
        {"o;a;2020;1/0,005;;200", "1/0,005", "200", "0,5"},
        {"s;a;2020;1/0,005;;200", NULL, NULL, NULL},    /* hidden */
        {"s;a;2020;20;40;200", NULL, NULL, NULL},
        {"s;a;2020;0,5;13;15", NULL, NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(INDICATORS, LONG, cases[i].row);
        assert_messages(&f, MSG_AUDIT_FRACTION, cases[i].written != NULL);
        assert_messages(&f, MSG_AUDIT_FIT, 0);
        if (cases[i].written) {
            const struct problem *p = problem_of(&f, MSG_AUDIT_FRACTION);
            assert_str(p->args[0], cases[i].written);
            assert_str(p->args[1], cases[i].n);
            assert_str(p->args[2], cases[i].percent);
        }
        fixture_close(&f);
    }
}

/* R1.14: texts of programmes; the same number twice is one explanation. */
static void test_prose(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"content/programs/p/index.md",
               "---\ntitle: П\nexpected: до 38 %\n---\n\nРост на 5 %.\n"},
              {"content/programs/p/results.md",
               "---\ntitle: Итоги\nkind: report\n---\n\n"
               "Было 36,7 %, стало `40 %`.\n\n- снова 36,7\xC2\xA0%\n"
               "- [](value:p/s@2020)\n"},
              {"data/explanations.csv",
               "finding;words\nprose:p/results/36.7;Из старого отчёта\n"}),
        RELEASED);
    size_t n;
    const struct audit_finding *found = release_findings(f.release, &n);
    assert_int_equal(n, 3);
    assert_str(found[0].id, "prose:p/index/5");
    assert_null(found[0].explained);
    assert_int_equal(found[0].at.line, 6);
    assert_int_equal(found[0].at.col, 9);
    assert_str(found[1].id, "prose:p/results/36.7");
    assert_str(found[1].args[0], "36,7 %");
    assert_int_equal(found[1].at.line, 6);
    assert_int_equal(found[1].at.col, 6);
    assert_str(found[2].id, "prose:p/results/36.7");
    assert_int_equal(found[2].at.line, 8);
    assert_str(found[2].explained->words, "Из старого отчёта");
    assert_messages(&f, MSG_AUDIT_STALE, 0);
    fixture_close(&f);
}

/* Records know the owner's words; what is no finding is told. */
static void test_explained(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv", LONG "o;a;2020;68,5;441;669\n"
                                         "s;a;2020;50;3;39\n"},
              {"data/explanations.csv",
               "finding;words\nfit:p/o/a@2020;Другой знаменатель\n"
               "fit:p/o/b@2020;Опечатка в школе\nfit:p/s/a@2020;Скрыто\n"
               "heavy:content/a.jpg;Не о числах\n"}),
        RELEASED);
    size_t n;
    const struct audit_finding *found = release_findings(f.release, &n);
    assert_int_equal(n, 1);
    assert_str(found[0].explained->words, "Другой знаменатель");
    assert_messages(&f, MSG_AUDIT_STALE, 2);
    const struct problem *p = problem_of(&f, MSG_AUDIT_STALE);
    assert_str(p->args[0], "fit:p/o/b@2020");
    assert_str(p->args[1], "fit:p/o/a@2020");
    assert_int_equal(p->at.line, 3);
    fixture_close(&f);
}

/* Sentences for readers: no ids, no advice. */
static void test_words(void **state)
{
    static const struct {
        const char *rows, *text;
    } cases[] = {
        {"o;a;2020;68,5;441;669",
         "Указано 441 из 669, а доля — 68,5 %. Если разделить, выходит "
         "65,9 %. Доля сходится, если всего 644."},
        {"o;a;2020;21;42;259",
         "Указано 42 из 259, а доля — 21 %. Если разделить, выходит 16,2 %. "
         "Доля сходится, если всего от 196 до 204."},
        {"o;a;2020;13,2;;230",
         "При общем числе 230 доля 13,2 % не выходит ни из какого целого "
         "числа. Ближайшая — 13 %."},
        {"o;a;2020;0,2;40;200",
         "В таблице доля записана частью единицы: 0,2. Здесь она переведена "
         "в проценты: 20 %."},
        {"o;a;2020;0,41;;17",
         "При общем числе 17 доля 0,41 % не выходит ни из какого целого "
         "числа. Возможно, это 41 %."},
        {"n;a;2020;10;;\nn;b;2020;20;;\nn;c;2020;0;;\nn;;2020;29;;",
         "По школам вместе выходит 30, а в целом указано 29."},
        {"n;a;2020;-10;;", "Указано −10. Меньше 0 быть не может."},
        {"n;a;2015;10;;\nn;a;2016;11;;\nn;a;2017;10;;\nn;a;2018;11;;\n"
         "n;a;2019;44;;",
         "Было 11, стало 44. Раньше за один период менялось не больше чем на "
         "1."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_with(INDICATORS, LONG, cases[i].rows);
        struct words words = {default_words(f.arena, LANG_RU), f.release};
        struct buf plain = {0}, text = {0};
        size_t n;
        const struct audit_finding *found = release_findings(f.release, &n);
        assert_int_equal(n, 1);
        words_finding(&text, &words, &found[0]);
        for (size_t k = 0; k < text.n; k++)     /* no-break spaces */
            if (k + 1 < text.n && memcmp(text.p + k, "\xC2\xA0", 2) == 0)
                buf_char(&plain, ' '), k++;
            else
                buf_char(&plain, text.p[k]);
        assert_str(buf_str(&plain), cases[i].text);
        buf_free(&plain);
        buf_free(&text);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_computed),
        cmocka_unit_test(test_fraction),
        cmocka_unit_test(test_prose),
        cmocka_unit_test(test_explained),
        cmocka_unit_test(test_words),
    };
    return RUN_FIXTURE(tests);
}
