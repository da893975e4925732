/*
 * Tests of release/ on the tables of the Sorsk programme as it prints them:
 * the worked example of domain 3.3 with the rule of design 5 for an unknown
 * n, and the social passport, which says nothing of a school.
 */
#include "fixture.h"

#define HEAD "id;title;unit;class;aggregate;part_of;kind\n"
#define SCHOOLS "id;name\nooh-2;ООШ № 2\nsoh-3;СОШ № 3\n"

static const char results[] =
    HEAD "k45;на 4 и 5;%;people;given;;\n"
    "min-rus;ниже минимума, рус.;%;people;none;;\n"
    "min-mat;ниже минимума, мат.;%;people;none;;\n"
    "nocert;без аттестата;чел.;people;sum;;count\n"
    "medal;с отличием, 11 класс;%;people;none;;\n"
    "olymp;участники олимпиад;%;people;weighted;;\n"
    "winners;победители;%;people;none;;\n"
    "mun;муниципальный уровень;%;people;none;winners;\n"
    "reg;региональный уровень;%;people;none;winners;\n"
    "fed;федеральный уровень;%;people;none;winners;\n";

static const char result_values[] =
    "indicator;school;period;value;n\n"
    "k45;ooh-2;2020;42/21%;\nk45;soh-3;2020;246/36,7;669\n"
    "min-rus;ooh-2;2020;-;\nmin-rus;soh-3;2020;1/ 2,3;\n"
    "min-mat;ooh-2;2020;-;\nmin-mat;soh-3;2020;12/27,9;\n"
    "nocert;ooh-2;2020;0;\nnocert;soh-3;2020;0;\n"
    "medal;ooh-2;2020;-;\nmedal;soh-3;2020;1/ 2,3;43\n"
    "olymp;ooh-2;2020;1/0,005;200\nolymp;soh-3;2020;441/68,5;644\n"
    "winners;ooh-2;2020;20/7,7;259\nwinners;soh-3;2020;139/21,6;644\n"
    "mun;ooh-2;2020;1/0,005;200\nmun;soh-3;2020;112/16,7;669\n"
    "reg;ooh-2;2020;1/0,003;259\nreg;soh-3;2020;17/2,7;669\n"
    "fed;ooh-2;2020;0;259\nfed;soh-3;2020;10/1,6;644\n";

static const struct {
    const char *indicator, *ooh, *soh, *whole;
} wanted[] = {
    {"p/k45", "c", "s 36.7 246/669", "x"},  /* 42/21 %: of whom? */
    {"p/min-rus", "z", "c", "x"},
    {"p/min-mat", "z", "s 27.9 12/43", "x"},
    {"p/nocert", "s 0", "s 0", "s 0"},
    {"p/medal", "z", "s 2.3 1/43", "x"},    /* excepted */
    {"p/olymp", "c", "s 68.5 441/644", "c"},
    {"p/winners", "c", "s 21.6 139/644", "x"},
    {"p/mun", "c", "s 16.7 112/669", "x"},
    {"p/reg", "c", "s 2.7 17/669", "x"},
    {"p/fed", "s 0 /259", "s 1.6 10/644", "x"},
};

static void test_results(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv", SCHOOLS},
              {"data/p/indicators.csv", results},
              {"data/p/overrides.csv",
               "indicator;school;period;rule;reason\n"
               "medal;;;small;честь: имена названы в приказе\n"},
              {"data/p/values.csv", result_values}), RELEASED);
    assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        assert_fact(&f, wanted[i].indicator, "ooh-2", "2020", wanted[i].ooh);
        assert_fact(&f, wanted[i].indicator, "soh-3", "2020", wanted[i].soh);
        assert_fact(&f, wanted[i].indicator, "", "2020", wanted[i].whole);
    }
    fixture_close(&f);
}

/* Of 200 it is shown, as the document does. */
static void test_known(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv", SCHOOLS},
              {"data/p/indicators.csv", HEAD "k45;на 4 и 5;%;people;given;;\n"},
              {"data/p/values.csv",
               "indicator;school;period;value;n\n"
               "k45;ooh-2;2020;42/21%;200\n"}), RELEASED);
    assert_quiet(&f);
    assert_fact(&f, "p/k45", "ooh-2", "2020", "s 21 42/200");
    fixture_close(&f);
}

/* Fractions of 259 and 669 children, as printed. Whatever is said of all
 * together, nothing is said of a school. */
static void test_passport(void **state)
{
    static const char *const ids[] = {"ovz", "disabled", "addiction",
                                      "registers", "many", "one", "jobless",
                                      "language", "bus", "moved"};
    (void)state;
    struct buf rows = {0}, values = {0};
    static const char *const printed_values[][2] = {
        {"73", "1"}, {"16", "13"}, {"2", "2"}, {"16", "10"}, {"98", "147"},
        {"78", "134"}, {"5", "13"}, {"1", "0"}, {"5", "40"}, {"13", "0"}};
    buf_addz(&rows, HEAD);
    buf_addz(&values, "indicator;school;period;numerator;n\n");
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        buf_addf(&rows, "%s;%s;%%;sensitive;weighted;;\n", ids[i], ids[i]);
        buf_addf(&values, "%s;ooh-2;2020;%s;259\n%s;soh-3;2020;%s;669\n",
                 ids[i], printed_values[i][0], ids[i], printed_values[i][1]);
    }
    struct fixture f = fixture_open(
        FILES({"data/schools.csv", SCHOOLS},
              {"data/p/indicators.csv", rows.p},
              {"data/p/values.csv", values.p}), RELEASED);
    assert_quiet(&f);
    for (size_t i = 0; i < f.site->indicators.n; i++) {
        int64_t sum = strtol(printed_values[i][0], NULL, 10) +
                      strtol(printed_values[i][1], NULL, 10);
        for (size_t s = 0; s < 2; s++)
            assert_string_equal(told(release_fact(f.release, i, s, 0)), "l");
        struct fact whole = release_fact(f.release, i, RELEASE_WHOLE, 0);
        assert_int_equal(whole.state, sum < 10 ? STATE_HIDDEN : STATE_SHOWN);
        assert_false(release_by_school(f.release, i));
    }
    fixture_close(&f);
    buf_free(&rows);
    buf_free(&values);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results), cmocka_unit_test(test_known),
        cmocka_unit_test(test_passport),
    };
    return RUN_FIXTURE(tests);
}
