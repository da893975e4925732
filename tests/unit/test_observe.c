/*
 * Tests of model/observe: what a value cell says (R1.1, R1.2), several
 * tables, periods, and where cells stand.
 */
#include "fixture.h"

#define INDICATORS \
    "id;title;unit;kind;max\n" \
    "s;С;%;share;\nw;У;балл;score;\ny;Д;да/нет;;\nn;Н;чел.;count;\n" \
    "m;М;%;share;150\n"
#define LONG "indicator;school;period;value;numerator;n;status;flag;note\n"

static struct fixture open_values(const char *values)
{
    return fixture_open(FILES({"data/p/indicators.csv", INDICATORS},
                              {"data/p/values.csv", values}), OBSERVED);
}

/* --- one cell --- */

static const struct {
    const char *indicator, *row;    /* value;numerator;n;status */
    uint8_t state;
    const char *value;              /* NULL: none */
    int numerator, n;
    bool percent;
} cells[] = {
    {"s", "36,7;;;", RAW_VALUE, "36.7", -1, -1, false},
    {"s", "36.7;;;", RAW_VALUE, "36.7", -1, -1, false},
    {"s", "21%;;;", RAW_VALUE, "21", -1, -1, true},
    {"s", "21 %;;;", RAW_VALUE, "21", -1, -1, true},
    {"n", "1\xC2\xA0" "234;;;", RAW_VALUE, "1234", -1, -1, false},
    {"w", "-5,2;;;", RAW_VALUE, "-5.2", -1, -1, false},
    {"w", "\xE2\x88\x92" "5,2;;;", RAW_VALUE, "-5.2", -1, -1, false},
    {"s", "0;;;", RAW_VALUE, "0", -1, -1, false},
    {"s", ";42;200;", RAW_VALUE, NULL, 42, 200, false},
    {"s", "21;42;200;", RAW_VALUE, "21", 42, 200, false},
    {"s", "21;42,0;200;", RAW_VALUE, "21", 42, 200, false},
    {"s", ";0;;", RAW_VALUE, NULL, 0, -1, false},
    {"s", ";;200;", RAW_EMPTY, NULL, -1, 200, false},
    /* pairs (R1.2) */
    {"s", "42/21%;;;", RAW_VALUE, "21", 42, -1, true},
    {"s", "246/36,7;;;", RAW_VALUE, "36.7", 246, -1, false},
    {"s", "1/ 2,3;;;", RAW_VALUE, "2.3", 1, -1, false},
    {"s", "1/0,005;;;", RAW_VALUE, "0.005", 1, -1, false},
    {"s", "1/2;;;", RAW_VALUE, "2", 1, -1, false},
    {"s", "42/21%;;200;", RAW_VALUE, "21", 42, 200, true},
    /* max over 100: the numerator is no part of the denominator (R1.10) */
    {"m", "110;11;10;", RAW_VALUE, "110", 11, 10, false},
    /* states (R1.1): nought, not applicable, unknown are three things */
    {"s", "-;;;", RAW_Z, NULL, -1, -1, false},
    {"s", "–;;;", RAW_Z, NULL, -1, -1, false},
    {"s", "x;;;", RAW_X, NULL, -1, -1, false},
    {"s", "скрыто;;;", RAW_C, NULL, -1, -1, false},
    {"s", "Нет данных;;;", RAW_X, NULL, -1, -1, false},
    {"s", "проверяется;;;", RAW_Q, NULL, -1, -1, false},
    {"s", ";;;c", RAW_C, NULL, -1, -1, false},
    {"s", ";;;не применимо", RAW_Z, NULL, -1, -1, false},
    {"y", "да;;;", RAW_VALUE, "1", -1, -1, false},
    {"y", "Да;;;", RAW_VALUE, "1", -1, -1, false},
    {"y", "нет;;;", RAW_VALUE, "0", -1, -1, false},
    {"y", "истина;;;", RAW_VALUE, "1", -1, -1, false},
    {"y", "-;;;", RAW_Z, NULL, -1, -1, false},
    {"y", "нет данных;;;", RAW_X, NULL, -1, -1, false},
    {"m", "120;;;", RAW_VALUE, "120", -1, -1, false},
    {"w", "120;;;", RAW_VALUE, "120", -1, -1, false},
};

static void test_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char text[256];
        struct buf b = {0};
        snprintf(text, sizeof text, LONG "%s;a;2023;%s;;\n",
                 cells[i].indicator, cells[i].row);
        struct fixture f = open_values(text);
        if (f.diag->list.n)
            fail_msg("%s: %s", cells[i].row, printed(f.diag));
        char path[8];
        snprintf(path, sizeof path, "p/%s", cells[i].indicator);
        const struct cell_raw *cell =
            observe_cell(f.store, indicator_at(&f, path), 0, 0);
        num_plain(&b, (struct num){cell->value, cell->scale});
        if (cell->state != cells[i].state ||
            cell->numerator != cells[i].numerator || cell->n != cells[i].n ||
            ((cell->has & HAS_VALUE) != 0) != (cells[i].value != NULL) ||
            ((cell->has & HAS_PERCENT) != 0) != cells[i].percent ||
            (cells[i].value && strcmp(b.p, cells[i].value) != 0))
            fail_msg("%s: state %d, %s, %d/%d", cells[i].row, cell->state,
                     b.p, cell->numerator, cell->n);
        buf_free(&b);
        fixture_close(&f);
    }
}

static const struct {
    const char *row;
    enum msg id;
    uint32_t cell;
    const char *args[2];
} errors[] = {
    /* what R1.2 refuses, with the original text */
    {"s;a;2023;40/07/0;;;;;", MSG_OBSERVE_VALUE, 4, {"40/07/0", NULL}},
    {"s;a;2023;112/16 7;;;;;", MSG_OBSERVE_VALUE, 4, {"112/16 7", NULL}},
    {"s;a;2023;7/41% 0;;;;;", MSG_OBSERVE_VALUE, 4, {"7/41% 0", NULL}},
    {"s;a;2023;U;;;;;", MSG_OBSERVE_VALUE, 4, {"U", NULL}},
    {"s;a;2023;НОТ;;;;;", MSG_OBSERVE_VALUE, 4, {"НОТ", NULL}},
    {"s;a;2023;нет;;;;;", MSG_OBSERVE_VALUE, 4, {"нет", NULL}},
    {"s;a;2023;1,5/20;;;;;", MSG_OBSERVE_VALUE, 4, {"1,5/20", NULL}},
    {"s;a;2023;-1/20;;;;;", MSG_OBSERVE_VALUE, 4, {"-1/20", NULL}},
    {"s;a;2023;/20;;;;;", MSG_OBSERVE_VALUE, 4, {"/20", NULL}},
    {"s;a;2023;20/;;;;;", MSG_OBSERVE_VALUE, 4, {"20/", NULL}},
    {"s;a;2023;9999999999/20;;;;;", MSG_OBSERVE_VALUE, 4,
     {"9999999999/20", NULL}},
    {"s;a;2023;1.234.567;;;;;", MSG_OBSERVE_VALUE, 4, {"1.234.567", NULL}},
    {"s;a;2023;0x1F;;;;;", MSG_OBSERVE_VALUE, 4, {"0x1F", NULL}},
    /* Excel (R4.5) */
    {"s;a;2023;янв.22;;;;;", MSG_SPOILT_DATE, 4, {"янв.22", NULL}},
    {"s;a;2023;#Н/Д;;;;;", MSG_SPOILT_FAILED, 4, {"#Н/Д", NULL}},
    {"y;a;2023;#Н/Д;;;;;", MSG_SPOILT_FAILED, 4, {"#Н/Д", NULL}},
    {"s;a;2023;####;;;;;", MSG_SPOILT_NARROW, 4, {"####", NULL}},
    {"s;a;2023;1,23E+05;;;;;", MSG_SPOILT_ROUNDED, 4, {"1,23E+05", NULL}},
    {"y;a;2023;1;;;;;", MSG_OBSERVE_YESNO, 4, {"1", NULL}},
    {"y;a;2023;возможно;;;;;", MSG_OBSERVE_YESNO, 4, {"возможно", NULL}},
    {"s;a;2023;20;много;;;;", MSG_OBSERVE_COUNT, 5, {"много", NULL}},
    {"s;a;2023;20;1,5;;;;", MSG_OBSERVE_COUNT, 5, {"1,5", NULL}},
    {"s;a;2023;20;;-3;;;", MSG_OBSERVE_COUNT, 6, {"-3", NULL}},
    {"s;a;2023;20;;9999999999;;;", MSG_OBSERVE_COUNT, 6,
     {"9999999999", NULL}},
    {"s;a;2023;;;;тайна;;", MSG_OBSERVE_STATUS, 7, {"тайна", NULL}},
    {"s;a;2023;20;;;;оценочно;", MSG_OBSERVE_FLAG, 8, {"оценочно", NULL}},
    {"s;a;2023;20;;;c;;", MSG_OBSERVE_BOTH, 4, {"20", "c"}},
    {"s;a;2023;;5;10;x;;", MSG_OBSERVE_BOTH, 4, {"", "x"}},
    {"s;a;2023;;11;10;;;", MSG_OBSERVE_PART, 5, {"11", NULL}},
    {"s;a;2023;110;11;10;;;", MSG_OBSERVE_PART, 4, {"110", NULL}},
    {"s;a;2023;101;;;;;", MSG_OBSERVE_SHARE, 4, {"101", NULL}},
    {"s;a;2023;100,1%;;;;;", MSG_OBSERVE_SHARE, 4, {"100,1%", NULL}},
};

static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        char text[256];
        snprintf(text, sizeof text, LONG "%s\n", errors[i].row);
        struct fixture f = open_values(text);
        if (count_messages(f.diag, errors[i].id) != 1 ||
            f.diag->list.n != 1)
            fail_msg("%s: %s", errors[i].row, printed(f.diag));
        const struct problem *p = problem_of(&f, errors[i].id);
        assert_str(p->at.file, "data/p/values.csv");
        assert_int_equal(p->at.line, 2);
        assert_int_equal(p->at.cell, errors[i].cell);
        assert_int_equal(diag_level(p->id), LEVEL_ERROR);
        for (size_t a = 0; a < 2 && errors[i].args[a]; a++)
            assert_str(p->args[a], errors[i].args[a]);
        fixture_close(&f);
    }
}

/* A status and a value: the status is believed. */
static void test_both(void **state)
{
    (void)state;
    struct fixture f = open_values(LONG "s;a;2023;20;4;20;c;p;почему\n");
    const struct cell_raw *cell = observe_cell(f.store, 0, 0, 0);
    assert_int_equal(cell->state, RAW_C);
    assert_int_equal(cell->value, 0);
    assert_int_equal(cell->numerator, -1);
    assert_int_equal(cell->n, -1);
    assert_int_equal(cell->has & HAS_VALUE, 0);
    assert_str(observe_words(f.store, 0, 0, 0).note, "почему");
    fixture_close(&f);
}

/* --- tables --- */

static void test_files(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv", "indicator;period;a;b\ns;2023;1;2\n"},
              {"data/p/values-2022.csv",
               LONG "\n\ns;a;2022;3;;;;r;\ns;;2022;4;;;;;свод\n"},
              {"data/p/values-w.csv", "school;2021;2020\n"},
              {"data/p/values.csv.bak", "x"},
              {"data/p/valuesx.csv", "x"},
              {"data/p/values-empty.csv", "indicator;period;value\n"},
              {"data/p/values-last.csv",
               "показатель;2019/2020\nn;7\n"}), OBSERVED);
    /* values-w has no indicator: told, and the others are read */
    assert_messages(&f, MSG_CATALOG_COLUMN_MISSING, 1);
    size_t n, s = indicator_at(&f, "p/s");
    const struct period *periods = observe_periods(f.store, s, &n);
    assert_int_equal(n, 2);
    assert_int_equal(period_year(periods[0]), 2022);
    assert_int_equal(period_year(periods[1]), 2023);
    struct cell_raw *cell = observe_cell(f.store, s, 1, 1);
    assert_int_equal(cell->value, 2);
    assert_str(observe_pos(f.store, cell).file, "data/p/values.csv");
    assert_int_equal(observe_pos(f.store, cell).line, 2);
    cell = observe_cell(f.store, s, WHOLE, 0);
    assert_int_equal(cell->value, 4);
    assert_str(observe_pos(f.store, cell).file, "data/p/values-2022.csv");
    assert_int_equal(observe_pos(f.store, cell).line, 5);
    assert_int_equal(observe_cell(f.store, s, 0, 0)->flag, FLAG_REVISED);
    assert_str(observe_words(f.store, s, WHOLE, 0).note, "свод");
    assert_int_equal(observe_words(f.store, s, 0, 0).note.n, 0);
    size_t last = indicator_at(&f, "p/n");
    cell = observe_cell(f.store, last, WHOLE, 0);
    assert_str(observe_pos(f.store, cell).file, "data/p/values-last.csv");
    const uint32_t *schools = observe_schools(f.store, s, &n);
    assert_int_equal(n, 2);
    assert_int_equal(schools[0], 0);
    assert_int_equal(schools[1], 1);
    observe_schools(f.store, last, &n);
    assert_int_equal(n, 0);
    /* keys lead back */
    for (size_t p = 0; p < 2; p++)
        for (size_t school = 0; school < 3; school++)
            assert_ptr_equal(
                observe_at(f.store, observe_key(f.store, s, school, p)),
                observe_cell(f.store, s, school, p));
    assert_ptr_equal(observe_at(f.store, observe_key(f.store, s, WHOLE, 0)),
                     observe_cell(f.store, s, WHOLE, 0));
    assert_null(observe_cell(f.store, s, WHOLE, 7));
    fixture_close(&f);
}

/* The first of two is kept; told with the place of the first. */
static void test_twice(void **state)
{
    static const struct {
        const char *one, *two;
        const char *first;
        uint32_t line, cell;
    } cases[] = {
        {LONG "s;a;2023;1;;;;;\ns;А;2023;2;;;;;\n", NULL, "values.csv", 3,
         4},
        {"indicator;period;a\ns;2023;1\ns;2023 год;2\n", NULL,
         "values.csv", 3, 3},
        {LONG "s;;2023;1;;;;;\ns;Итого;2023;2;;;;;\n", NULL, "values.csv",
         3, 4},
        {"indicator;2023\ns;1\n", "indicator;период;value\ns;2023;2\n",
         "values.csv", 2, 3},
        {LONG "s;a;2023;1;;;;;\n", "indicator;school;2023\nС;a;5\n",
         "values.csv", 2, 3},
        {LONG "s;a;2023;1;;;;;\ns;a;2023;-;;;;;\n", NULL, "values.csv", 3,
         4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        /* `values-2` is read before `values.` */
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {cases[i].two ? "data/p/values-1.csv"
                                : "data/p/values.csv", cases[i].one},
                  {"data/p/values-2.csv", cases[i].two}), OBSERVED);
        assert_messages(&f, MSG_OBSERVE_TWICE, 1);
        const struct problem *p = problem_of(&f, MSG_OBSERVE_TWICE);
        assert_int_equal(p->at.line, cases[i].line);
        assert_int_equal(p->at.cell, cases[i].cell);
        assert_str(p->args[0], cases[i].two ? "data/p/values-1.csv"
                                            : "data/p/values.csv");
        assert_str(p->args[1], "2");
        size_t school = strstr(cases[i].one, ";a;") ? 0 : WHOLE;
        if (i == 1)
            school = 0;
        assert_int_equal(observe_cell(f.store, 0, school, 0)->value, 1);
        fixture_close(&f);
    }
}

static void test_kinds(void **state)
{
    static const struct {
        const char *values, *targets;
        size_t messages;
    } cases[] = {
        {"s;a;2022;1;;;;;\ns;a;2023;1;;;;;\n", "s;2025;5\n", 0},
        {"s;a;2022;1;;;;;\ns;a;2022/2023;1;;;;;\n", "", 1},
        {"s;a;2022;1;;;;;\n", "s;2024/2025;5\n", 1},
        {"s;a;2022;1;;;;;\nw;a;2022/2023;1;;;;;\n", "", 0},
        {"s;a;2022;1;;;;;\ns;a;май 2023;1;;;;;\ns;a;2023;1;;;;;\n", "", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char values[256], targets[256];
        snprintf(values, sizeof values, LONG "%s", cases[i].values);
        snprintf(targets, sizeof targets, "indicator;period;target\n%s",
                 cases[i].targets);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {"data/p/values.csv", values},
                  {"data/p/targets.csv", targets}), OBSERVED);
        assert_messages(&f, MSG_LINK_KINDS, cases[i].messages);
        fixture_close(&f);
    }
}

/* Keys alone name the period, hold no cell, and are not given twice. */
static void test_keys_alone(void **state)
{
    size_t n;
    (void)state;
    struct fixture f = open_values(LONG "s;a;2023;;;;;;\ns;a;2023;;5;20;;;\n"
                                        "s;b;2024;;;;;;\ns;b;2025;;;;;;?\n");
    assert_quiet(&f);
    observe_periods(f.store, 0, &n);
    assert_int_equal(n, 3);
    assert_int_equal(observe_cell(f.store, 0, 0, 0)->numerator, 5);
    assert_null(observe_cell(f.store, 0, 1, 1));
    assert_int_equal(observe_cell(f.store, 0, 1, 2)->state, RAW_EMPTY);
    fixture_close(&f);
}

/* Periods in time whatever the order of rows; many schools in pages. */
static void test_many(void **state)
{
    struct buf schools = {0}, values = {0};
    (void)state;
    buf_addz(&schools, "id;name\n");
    buf_addz(&values, "indicator;school;period;value\n");
    for (int s = 0; s < 200; s++)
        buf_addf(&schools, "s%03d;Школа %d\n", s, s);
    for (int y = 2029; y >= 2010; y--)
        for (int s = 199; s >= 0; s -= 3)
            buf_addf(&values, "w;Школа %d;%d;%d\n", s, y, s * 100 + y - 2000);
    struct fixture f = fixture_open(
        FILES({"data/schools.csv", schools.p},
              {"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv", values.p}), OBSERVED);
    assert_quiet(&f);
    size_t n;
    const struct period *periods = observe_periods(f.store, 1, &n);
    assert_int_equal(n, 20);
    for (size_t p = 0; p < n; p++) {
        assert_int_equal(period_year(periods[p]), 2010 + (int)p);
        for (size_t s = 0; s < 200; s++) {
            const struct cell_raw *cell = observe_cell(f.store, 1, s, p);
            bool given = s % 3 == 1;
            assert_int_equal(cell && cell->state == RAW_VALUE, given);
            if (given)
                assert_int_equal(cell->value, s * 100 + 10 + p);
        }
    }
    observe_schools(f.store, 1, &n);
    assert_int_equal(n, 67);
    fixture_close(&f);
    buf_free(&schools);
    buf_free(&values);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells), cmocka_unit_test(test_errors),
        cmocka_unit_test(test_both), cmocka_unit_test(test_files),
        cmocka_unit_test(test_twice), cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_keys_alone),
        cmocka_unit_test(test_many),
    };
    return RUN_FIXTURE(tests);
}
