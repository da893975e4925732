/*
 * Tests of model/cells: tables of values long and wide in every direction,
 * what their headers mean, and what is wrong with them. What a value cell
 * says is in test_observe.
 */
#include "fixture.h"

#include "model/cells.h"
#include "model/names.h"
#include "model/schema.h"

#define INDICATORS \
    "id;title;unit;kind;aliases\n" \
    "s;На 4 и 5;%;share;хорошо учатся\nw;Олимпиады, участники;%;share;\n" \
    "y;Кабинет;да/нет;;\n"

/* Every cell as `indicator/school@period=value`, in order. */
static void list_cell(void *payload, const struct cells_item *item)
{
    struct buf *out = payload;
    if (item->unplaced)
        return;
    static const char *const indicators[] = {"s", "w", "y"};
    static const char *const schools[] = {"a", "b", "c"};
    buf_addf(out, "%s/%s@", indicators[item->indicator],
             item->school == SIZE_MAX ? "" : schools[item->school]);
    period_code(out, item->period);
    buf_addf(out, "=%.*s", STR_FMT(item->value));
    if (item->numerator.n)
        buf_addf(out, " c%.*s", STR_FMT(item->numerator));
    if (item->n.n)
        buf_addf(out, " n%.*s", STR_FMT(item->n));
    if (item->status.n)
        buf_addf(out, " !%.*s", STR_FMT(item->status));
    if (item->flag.n)
        buf_addf(out, " f%.*s", STR_FMT(item->flag));
    if (item->note.n)
        buf_addf(out, " (%.*s)", STR_FMT(item->note));
    if (item->reason.n)
        buf_addf(out, " [%.*s]", STR_FMT(item->reason));
    buf_char(out, '\n');
}

static struct fixture open_table(const char *table, struct buf *out)
{
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv", table}), LINKED);
    struct schema_reader reader = {f.arena, f.source, f.diag};
    assert_quiet(&f);
    buf_clear(out);
    cells_read(f.site, 0, &reader, &schema_values, S("data/p/values.csv"),
               list_cell, out);
    return f;
}

static const struct {
    const char *table, *cells;
} good[] = {
    /* long */
    {"indicator;school;period;value\ns;a;2023;1\ns;;2023;2\n",
     "s/a@2023=1\ns/@2023=2\n"},
    {"indicator;period;value\ns;2023;1\n", "s/@2023=1\n"},
    {"показатель;школа;год;факт;числитель;всего;статус;отметка;примечание;"
     "причина\nНа «4» и «5»;Школа А;2023;1;2;3;c;p;почему;потому\n",
     "s/a@2023=1 c2 n3 !c fp (почему) [потому]\n"},
    {"indicator;school;period;numerator;n\ns;a;2023;1;2\n",
     "s/a@2023= c1 n2\n"},
    {"indicator;school;period;status\ns;a;2023;c\n", "s/a@2023= !c\n"},
    {"indicator;school;period;value\ns;a;2023\n", "s/a@2023=\n"},
    {"indicator;school;period;value\nхорошо учатся;А;2018/2019;1\n"
     "w;Б;2018-2019 уч. г.;2\n", "s/a@2018-2019=1\nw/b@2018-2019=2\n"},
    {"indicator;school;period;value\ns;Итого;2023;1\ns;ВСЕГО;2022;2\n"
     "s;в целом;2021;3\ns;total;2020;4\n",
     "s/@2023=1\ns/@2022=2\ns/@2021=3\ns/@2020=4\n"},
    {"indicator;school;period;value\ns;Итого:;2023;1\n"
     "s;Всего по району;2022;2\ns;В ЦЕЛОМ ПО МУНИЦИПАЛЬНОМУ ОКРУГУ;2021;3\n",
     "s/@2023=1\ns/@2022=2\ns/@2021=3\n"},
    /* wide by school */
    {"показатель;период;a;Школа Б;Итого\ns;2023;1;;3\nw;2022;4;5;\n",
     "s/a@2023=1\ns/@2023=3\nw/a@2022=4\nw/b@2022=5\n"},
    {"a;indicator;b;period\n1;s;2;2023\n", "s/a@2023=1\ns/b@2023=2\n"},
    /* «Всего» beside schools is their whole, though it may mean n elsewhere */
    {"indicator;period;a;Всего\ns;2023;1;3\n", "s/a@2023=1\ns/@2023=3\n"},
    /* a header of merged cells */
    {"показатель;год;Школы;\n;;a;b\ns;2023;1;2\n",
     "s/a@2023=1\ns/b@2023=2\n"},
    {"показатель;школа;период;\n;;2022;2023\ns;a;1;2\n",
     "s/a@2022=1\ns/a@2023=2\n"},
    /* wide by period */
    {"indicator;school;2021;2022/2023;май 2024\ns;a;1;2;3\ns;Итого;;5;\n",
     "s/a@2021=1\ns/a@2022-2023=2\ns/a@2024-05=3\ns/@2022-2023=5\n"},
    {"indicator;2021;2022\ns;1;2\n", "s/@2021=1\ns/@2022=2\n"},
    /* wide by indicator */
    {"school;period;s;Олимпиады, участники\na;2023;1;2\n;2022;3;\n",
     "s/a@2023=1\nw/a@2023=2\ns/@2022=3\n"},
    {"period;s;w\n2023;1;2\n", "s/@2023=1\nw/@2023=2\n"},
    /* words beside are for the whole row */
    {"indicator;n;2021;2022;примечание;flag\ns;30;1;2;почему;p\n",
     "s/@2021=1 n30 fp (почему)\ns/@2022=2 n30 fp (почему)\n"},
    /* an unnamed column with nothing in it is nothing */
    {"indicator;;period;a\ns;;2023;1\n", "s/a@2023=1\n"},
    {"Сведения о школах;;\n;;\nindicator;period;a\ns;2023;1\n",
     "s/a@2023=1\n"},
    {"indicator;period;a\n", ""},
};

static void test_good(void **state)
{
    struct buf out = {0};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct fixture f = open_table(good[i].table, &out);
        const char *got = out.n ? out.p : "";
        if (strcmp(got, good[i].cells) != 0 || f.diag->list.n)
            fail_msg("%s\n%s\n%s", good[i].table, got, printed(f.diag));
        fixture_close(&f);
    }
    buf_free(&out);
}

static const struct {
    const char *table;
    enum msg id;
    uint32_t line, cell;
    const char *args[2], *cells;
} bad[] = {
    {"indicator;school;period;value\nz;a;2023;1\ns;a;2023;2\n",
     MSG_LINK_INDICATOR, 2, 1, {"z", NULL}, "s/a@2023=2\n"},
    {"indicator;school;period;value\nОлимпиады участник;a;2023;1\n",
     MSG_LINK_INDICATOR, 2, 1,
     {"Олимпиады участник", "Олимпиады, участники"}, ""},
    {"indicator;school;period;value\ns;Шкoла Г;2023;1\n", MSG_LINK_SCHOOL,
     2, 2, {"Шкoла Г", "Школа А | Школа Б | Школа В"}, ""},
    {"indicator;school;period;value\ns;a;осень;1\n", MSG_CELLS_PERIOD, 2, 3,
     {"осень", NULL}, ""},
    /* one message for one wrong name, at its first place */
    {"indicator;school;period;value\nz;a;2023;1\nz;b;2023;2\ns;c;2023;3\n"
     "z;c;2023;4\n", MSG_LINK_INDICATOR, 2, 1, {"z", NULL}, "s/c@2023=3\n"},
    {"indicator;school;period;value\n;a;2023;1\n", MSG_CATALOG_EMPTY, 2, 1,
     {"indicator", NULL}, ""},
    {"indicator;school;period;value\ns;a;;1\n", MSG_CATALOG_EMPTY, 2, 3,
     {"period", NULL}, ""},
    {"indicator;school;value\ns;a;1\n", MSG_CATALOG_COLUMN_MISSING, 1, 1,
     {"period (период)", NULL}, ""},
    {"school;period;value\na;2023;1\n", MSG_CATALOG_COLUMN_MISSING, 1, 1,
     {"indicator (показатель)", NULL}, ""},
    /* columns that mean different things, or what a key says already */
    {"indicator;period;a;b;2023\ns;2023;1;2;3\n", MSG_CELLS_MIXTURE, 1, 5,
     {"2023", "a"}, ""},
    {"indicator;a;2023\ns;1;2\n", MSG_CELLS_MIXTURE, 1, 3, {"2023", "a"},
     ""},
    {"period;a;w;b\n2023;1;2;3\n", MSG_CELLS_MIXTURE, 1, 3, {"w", "a"},
     ""},
    {"indicator;period;2022;2023\ns;2023;1;2\n", MSG_CELLS_KEY_TWICE, 1, 3,
     {"2022", "period"}, ""},
    {"indicator;school;period;b\ns;a;2023;1\n", MSG_CELLS_KEY_TWICE, 1, 4,
     {"b", "school"}, ""},
    {"indicator;period;value;a\ns;2023;1;2\n", MSG_CELLS_MIXTURE, 1, 4,
     {"a", "value"}, "s/@2023=1\n"},
    {"indicator;numerator;period;2022\ns;1;2023;2\n", MSG_CELLS_MIXTURE, 1,
     4, {"2022", "numerator"}, "s/@2023= c1\n"},
    {"indicator;period;a;А\ns;2023;1;2\n", MSG_CATALOG_COLUMN_TWICE, 1, 4,
     {"А", NULL}, "s/a@2023=1\n"},
    {"indicator;2023;2023 год\ns;1;2\n", MSG_CATALOG_COLUMN_TWICE, 1, 3,
     {"2023 год", NULL}, "s/@2023=1\n"},
    /* a total, or a number of people, and whose? */
    {"indicator;2022;2023;Всего\ns;1;2;3\n", MSG_CELLS_WIDE_N, 1, 4,
     {"Всего", NULL}, "s/@2022=1\ns/@2023=2\n"},
    {"indicator;period;a;n\ns;2023;1;30\n", MSG_CELLS_WIDE_N, 1, 4,
     {"n", NULL}, "s/a@2023=1\n"},
    /* no column of values */
    {"indicator;period\ns;2023\n", MSG_CATALOG_COLUMN_MISSING, 1, 1,
     {"value (значение)", NULL}, ""},
    {"indicator;period;n;note\ns;2023;1;2\n", MSG_CATALOG_COLUMN_MISSING,
     1, 1, {"value (значение)", NULL}, ""},
    /* what is known is read all the same */
    {"indicator;period;a;zz\ns;2023;1;2\n", MSG_CATALOG_COLUMN, 1, 4,
     {"zz", NULL}, "s/a@2023=1\n"},
    {"indicator;period;value;школ\ns;2023;1;2\n", MSG_CATALOG_COLUMN, 1, 4,
     {"школ", "школа"}, "s/@2023=1\n"},
    {"indicator;period;zz\ns;2023;1\n", MSG_CATALOG_COLUMN, 1, 3,
     {"zz", NULL}, ""},
    /* a row of data in which everything is a name of something is no header */
    {"indicator;shool;period;value\ns;a;2023;2022\n", MSG_CATALOG_COLUMN, 1,
     2, {"shool", "school"}, "s/@2023=2022\n"},
    /* «Всего по сельским школам» is another sum */
    {"indicator;school;period;value\ns;Всего по сельским школам;2023;1\n",
     MSG_LINK_SCHOOL, 2, 2, {"Всего по сельским школам", NULL}, ""},
    /* what Excel has spoilt in a key */
    {"indicator;school;period;value\n01.янв;a;2023;1\n", MSG_SPOILT_DATE, 2,
     1, {"01.янв", NULL}, ""},
    {"indicator;school;period;value\ns;#Н/Д;2023;1\n", MSG_SPOILT_FAILED, 2,
     2, {"#Н/Д", NULL}, ""},
    {"indicator;school;period;value\ns;a;янв.22;1\n", MSG_SPOILT_DATE, 2, 3,
     {"янв.22", NULL}, ""},
    {"indicator;school;period;value\ns;a;####;1\n", MSG_SPOILT_NARROW, 2, 3,
     {"####", NULL}, ""},
    {"indicator;a\ns;1\n", MSG_CATALOG_COLUMN_MISSING, 1, 1,
     {"period (период)", NULL}, ""},
    {"period;a\n2023;1\n", MSG_CATALOG_COLUMN_MISSING, 1, 1,
     {"indicator (показатель)", NULL}, ""},
    {"indicator;period;value;факт\ns;2023;1;2\n", MSG_CATALOG_COLUMN_TWICE,
     1, 4, {"факт", NULL}, NULL},
    {"indicator;period;school;школа;value\ns;2023;a;b;1\n",
     MSG_CATALOG_COLUMN_TWICE, 1, 4, {"школа", NULL}, NULL},
    /* `*` is for targets */
    {"indicator;school;period;value\ns;*;2023;1\n", MSG_LINK_SCHOOL, 2, 2,
     {"*", NULL}, ""},
    {"indicator;period;*\ns;2023;1\n", MSG_CATALOG_COLUMN, 1, 3, {"*", NULL},
     ""},
    {"indicator;period;*;a\ns;2023;1;2\n", MSG_CATALOG_COLUMN, 1, 3,
     {"*", NULL}, "s/a@2023=2\n"},
    /* numbers under no name: told, not printed */
    {"indicator;period;value\ns;2023;1;77\n", MSG_CATALOG_STRAY, 2, 4,
     {"", NULL}, "s/@2023=1\n"},
    {"indicator;period;a;;b\ns;2023;1;77;2\n", MSG_CATALOG_STRAY, 2, 4,
     {"", NULL}, "s/a@2023=1\ns/b@2023=2\n"},
    {"indicator;;2022;2023\ns;77;1;2\n", MSG_CATALOG_STRAY, 2, 2,
     {"", NULL}, "s/@2022=1\ns/@2023=2\n"},
    {"school;period;;s\na;2023;77;1\n", MSG_CATALOG_STRAY, 2, 3,
     {"", NULL}, "s/a@2023=1\n"},
    {"indicator;;period;value\ns;77;2023;1\n", MSG_CATALOG_STRAY, 2, 2,
     {"", NULL}, "s/@2023=1\n"},
};

static void test_bad(void **state)
{
    struct buf out = {0};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fixture f = open_table(bad[i].table, &out);
        const char *got = out.n ? out.p : "";
        if (count_messages(f.diag, bad[i].id) != 1 || f.diag->list.n != 1)
            fail_msg("%s\n%s", bad[i].table, printed(f.diag));
        const struct problem *p = problem_of(&f, bad[i].id);
        if (p->at.line != bad[i].line || p->at.cell != bad[i].cell)
            fail_msg("%s: line %u cell %u", bad[i].table, p->at.line,
                     p->at.cell);
        for (size_t a = 0; a < 2 && bad[i].args[a]; a++)
            assert_str(p->args[a], bad[i].args[a]);
        if (bad[i].cells && strcmp(got, bad[i].cells) != 0)
            fail_msg("%s: %s", bad[i].table, got);
        char *text = printed(f.diag);
        assert_null(strstr(text, "77"));
        free(text);
        if (p->id == MSG_CATALOG_STRAY)
            assert_int_equal(p->at.col, 0);
        fixture_close(&f);
    }
    buf_free(&out);
}

/* All errors of a row and of a file at once, wrong keys or not. */
static void test_all_errors(void **state)
{
    struct buf out = {0};
    (void)state;
    struct fixture f = open_table(
        "indicator;school;period;value;zz;yy\nq;h;осень;1\n;h;;2\n"
        "s;a;2023;3;;;9\n", &out);
    char *text = printed(f.diag);
    static const char *const places[] = {
        "values.csv:1:31 (E1): ошибка: неизвестный столбец «zz»",
        "values.csv:1:34 (F1): ошибка: неизвестный столбец «yy»",
        "values.csv:2:1 (A2): ошибка: нет показателя «q»",
        "values.csv:2:3 (B2): ошибка: нет школы «h»",
        "values.csv:2:5 (C2): ошибка: период «осень»",
        "values.csv:3:1 (A3): ошибка: пустая ячейка",
        "values.csv:3:4 (C3): ошибка: пустая ячейка",
        "values.csv:4 (G4): ошибка: значение в столбце без названия",
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!strstr(text, places[i]))
            fail_msg("%s\n%s", places[i], text);
    assert_int_equal(f.diag->list.n, sizeof places / sizeof *places);
    assert_string_equal(out.p, "s/a@2023=3\n");
    free(text);
    fixture_close(&f);
    buf_free(&out);
}

/* Each text of an item has its own place; behind a number without a column of
 * characters, which would tell how long the number is. */
static void check_places(void *payload, const struct cells_item *item)
{
    struct pos at = cells_pos(item, &item->n);
    (void)payload;
    assert_int_equal(at.cell, 2);
    assert_int_equal(at.col, 3);
    at = cells_pos(item, &item->value);
    assert_int_equal(at.cell, 4);
    assert_int_equal(at.line, 2);
    assert_int_equal(at.col, 0);
    assert_int_equal(item->line, 2);
    at = cells_pos(item, &item->flag);      /* not in the table */
    assert_int_equal(at.cell, 4);
}

static void test_places(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv",
               "indicator;n;period;value\ns;30;2023;1\n"}), LINKED);
    struct schema_reader reader = {f.arena, f.source, f.diag};
    cells_read(f.site, 0, &reader, &schema_values, S("data/p/values.csv"),
               check_places, NULL);
    fixture_close(&f);
}

/* Long or wide, and in which direction: said for --verbose. */
static void test_shapes(void **state)
{
    static const struct {
        const char *table;
        enum msg id;
        const char *columns;
    } cases[] = {
        {"indicator;period;value\n", MSG_CELLS_LONG, "0"},
        {"indicator;2021;2022;note\n", MSG_CELLS_BY_PERIOD, "2"},
        {"indicator;period;a;b;Итого\n", MSG_CELLS_BY_SCHOOL, "3"},
        {"period;s\n", MSG_CELLS_BY_INDICATOR, "1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {"data/p/values.csv", cases[i].table}), LINKED);
        struct schema_reader reader = {f.arena, f.source, f.diag};
        cells_read(f.site, 0, &reader, &schema_values,
                   S("data/p/values.csv"), list_cell, &out);
        assert_quiet(&f);
        diag_ask_details(f.diag);
        cells_read(f.site, 0, &reader, &schema_values,
                   S("data/p/values.csv"), list_cell, &out);
        assert_messages(&f, MSG_TABLE_DETECTED, 1);
        assert_str(problem_of(&f, MSG_TABLE_DETECTED)->args[1], "«;»");
        assert_messages(&f, cases[i].id, 1);
        assert_str(problem_of(&f, cases[i].id)->args[0], cases[i].columns);
        fixture_close(&f);
        buf_free(&out);
    }
}

/* A school named like a year, an indicator named like a school: period first,
 * then school, then indicator (design 3). */
static void test_precedence(void **state)
{
    struct buf out = {0};
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv", "id;name\ns;Школа С\nc2023;2023\n"},
              {"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv",
               "indicator;2023\ns;1\n"},
              {"data/p/values-2.csv", "period;s;s\n2023;1;2\n"}), LINKED);
    struct schema_reader reader = {f.arena, f.source, f.diag};
    cells_read(f.site, 0, &reader, &schema_values, S("data/p/values.csv"),
               list_cell, &out);
    assert_string_equal(out.p, "s/@2023=1\n");
    /* one school twice, and no indicator column: a school it is */
    cells_read(f.site, 0, &reader, &schema_values, S("data/p/values-2.csv"),
               list_cell, &out);
    assert_messages(&f, MSG_CATALOG_COLUMN_MISSING, 1);
    assert_messages(&f, MSG_CATALOG_COLUMN_TWICE, 1);
    cells_read(f.site, 0, &reader, &schema_values, S("data/p/none.csv"),
               list_cell, &out);
    assert_int_equal(f.diag->list.n, 2);
    fixture_close(&f);
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_bad),
        cmocka_unit_test(test_all_errors),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_precedence),
    };
    return RUN_FIXTURE(tests);
}
