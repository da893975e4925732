/*
 * Tests of model/target: the grammar of R1.5 and targets.csv, long and wide.
 */
#include "fixture.h"

#include "model/target.h"

static const struct {
    const char *text;
    enum target_op op;
    const char *value, *high;
} grammar[] = {
    /* R1.5, and all targets of the five documents */
    {"85 %", TARGET_BARE, "85", NULL},
    {"95 %", TARGET_BARE, "95", NULL},
    {"не более 5 %", TARGET_AT_MOST, "5", NULL},
    {"не менее 60%", TARGET_AT_LEAST, "60", NULL},
    {"до 38%", TARGET_UP_TO, "38", NULL},
    {"100%", TARGET_BARE, "100", NULL},
    {"не менее 95 %", TARGET_AT_LEAST, "95", NULL},
    /* spellings */
    {"  Не Более  5,5  ", TARGET_AT_MOST, "5.5", NULL},
    {"не\xC2\xA0" "более\xC2\xA0" "5\xC2\xA0%", TARGET_AT_MOST, "5", NULL},
    {"не  менее\t60", TARGET_AT_LEAST, "60", NULL},
    {"не менее, чем 60", TARGET_AT_LEAST, "60", NULL},
    {"не менее чем 60", TARGET_AT_LEAST, "60", NULL},
    {"не больше 5", TARGET_AT_MOST, "5", NULL},
    {"не выше 5", TARGET_AT_MOST, "5", NULL},
    {"не меньше 5", TARGET_AT_LEAST, "5", NULL},
    {"не ниже 5", TARGET_AT_LEAST, "5", NULL},
    {">= 60", TARGET_AT_LEAST, "60", NULL},
    {">60", TARGET_AT_LEAST, "60", NULL},
    {"≥60%", TARGET_AT_LEAST, "60", NULL},
    {"≤ 5", TARGET_AT_MOST, "5", NULL},
    {"<=5", TARGET_AT_MOST, "5", NULL},
    {"< 5", TARGET_AT_MOST, "5", NULL},
    {"at least 60", TARGET_AT_LEAST, "60", NULL},
    {"At most 5 %", TARGET_AT_MOST, "5", NULL},
    {"up to 38", TARGET_UP_TO, "38", NULL},
    {"от 60", TARGET_AT_LEAST, "60", NULL},
    {"от 60 %", TARGET_AT_LEAST, "60", NULL},
    {"минимум 60", TARGET_AT_LEAST, "60", NULL},
    {"максимум 5 %", TARGET_AT_MOST, "5", NULL},
    {"не свыше 5 %", TARGET_AT_MOST, "5", NULL},
    {"60 % и более", TARGET_AT_LEAST, "60", NULL},
    {"60 и выше", TARGET_AT_LEAST, "60", NULL},
    {"5% и менее", TARGET_AT_MOST, "5", NULL},
    {"5 и ниже", TARGET_AT_MOST, "5", NULL},
    {"не менее 60 процентов", TARGET_AT_LEAST, "60", NULL},
    {"1 процент", TARGET_BARE, "1", NULL},
    {"до 38 процентов", TARGET_UP_TO, "38", NULL},
    {"1 200,50", TARGET_BARE, "1200.50", NULL},
    {"-5", TARGET_BARE, "-5", NULL},
    {"0", TARGET_BARE, "0", NULL},
    /* ranges */
    {"2–3", TARGET_RANGE, "2", "3"},
    {"2-3", TARGET_RANGE, "2", "3"},
    {"2 — 3 %", TARGET_RANGE, "2", "3"},
    {"от 2 до 3", TARGET_RANGE, "2", "3"},
    {"От 2,5 До 3,5", TARGET_RANGE, "2.5", "3.5"},
    {"-3 - -2", TARGET_RANGE, "-3", "-2"},
    {"3–3", TARGET_RANGE, "3", "3"},
    {"20 % – 30 %", TARGET_RANGE, "20", "30"},
    {"от 20 до 30 процентов", TARGET_RANGE, "20", "30"},
    {"3–2", TARGET_WORDS, NULL, NULL},
    /* yes and no */
    {"да", TARGET_YES, "1", NULL},
    {"Да", TARGET_YES, "1", NULL},
    {"есть", TARGET_YES, "1", NULL},
    {"нет", TARGET_YES, "0", NULL},
    {"yes", TARGET_YES, "1", NULL},
    /* words: printed, never judged */
    {"больше, чем в районе", TARGET_WORDS, NULL, NULL},
    {"доля растёт", TARGET_WORDS, NULL, NULL},
    {"до 1 мая", TARGET_WORDS, NULL, NULL},
    {"не более", TARGET_WORDS, NULL, NULL},
    {"не более пяти", TARGET_WORDS, NULL, NULL},
    {"60 школ", TARGET_WORDS, NULL, NULL},
    {"более 60", TARGET_WORDS, NULL, NULL},     /* 60 itself or not? */
    {"менее 5 %", TARGET_WORDS, NULL, NULL},
    {"60 и", TARGET_WORDS, NULL, NULL},
    {"не менее 60 и более", TARGET_WORDS, NULL, NULL},
    {"60 70", TARGET_WORDS, NULL, NULL},
    {"не менее 60 (к 2024 году)", TARGET_WORDS, NULL, NULL},
    {"1e5", TARGET_WORDS, NULL, NULL},
    {"%", TARGET_WORDS, NULL, NULL},
    {"", TARGET_WORDS, NULL, NULL},
    {"от", TARGET_WORDS, NULL, NULL},
    {"–", TARGET_WORDS, NULL, NULL},
    {"от  до ", TARGET_WORDS, NULL, NULL},
};

static void assert_number(struct num num, const char *want, const char *of)
{
    struct buf b = {0};
    num_plain(&b, num);
    if (!str_is(buf_str(&b), want))
        fail_msg("«%s»: %s, expected %s", of, b.p, want);
    buf_free(&b);
}

static void test_grammar(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof grammar / sizeof *grammar; i++) {
        struct target target = {0};
        bool good = target_parse(str_of(grammar[i].text), NULL, &target);
        if (target.op != grammar[i].op)
            fail_msg("«%s»: op %d", grammar[i].text, (int)target.op);
        assert_int_equal(good, grammar[i].op != TARGET_WORDS);
        if (grammar[i].value)
            assert_number(target.value, grammar[i].value, grammar[i].text);
        if (grammar[i].high)
            assert_number(target.high, grammar[i].high, grammar[i].text);
    }
}

/* The unit of the indicator behind the number; nothing else. */
static void test_units(void **state)
{
    static const struct {
        int kind;
        const char *unit, *forms[3], *text;
        enum target_op op;
    } cases[] = {
        {KIND_SCORE, "балл", {NULL}, "не менее 65 баллов", TARGET_AT_LEAST},
        {KIND_SCORE, "балл", {NULL}, "65 балл", TARGET_BARE},
        {KIND_SCORE, "балл", {NULL}, "от 60 до 65 баллов", TARGET_RANGE},
        {KIND_COUNT, "чел.", {NULL}, "не более 5 человек", TARGET_AT_MOST},
        {KIND_COUNT, "чел.", {NULL}, "5 чел", TARGET_BARE},
        {KIND_COUNT, "", {"школа", "школы", "школ"}, "3 школы и более",
         TARGET_AT_LEAST},
        {KIND_MONEY, "тыс. руб.", {NULL}, "300 тыс. руб", TARGET_BARE},
        {KIND_SHARE, "%", {NULL}, "не менее 60 процентов", TARGET_AT_LEAST},
        {KIND_SCORE, "процентов от нормы", {NULL}, "60 %", TARGET_BARE},
        {KIND_YESNO, "да/нет", {NULL}, "да", TARGET_YES},
        /* another unit is another number */
        {KIND_MONEY, "руб.", {NULL}, "300 тыс. руб.", TARGET_WORDS},
        {KIND_MONEY, "тыс. руб.", {NULL}, "300 руб.", TARGET_WORDS},
        {KIND_SCORE, "балл", {NULL}, "65 школ", TARGET_WORDS},
        {KIND_SCORE, "балл", {NULL}, "65 баллов из 100", TARGET_WORDS},
        {KIND_SCORE, "балл", {NULL}, "65 %", TARGET_WORDS},
        {KIND_COUNT, "чел.", {NULL}, "5 процентов", TARGET_WORDS},
        {KIND_SHARE, "%", {NULL}, "60 школ", TARGET_WORDS},
        {KIND_SHARE, "%", {NULL}, "да", TARGET_WORDS},
        {KIND_YESNO, "да/нет", {NULL}, "60", TARGET_WORDS},
        {KIND_TEXT, "уровень", {NULL}, "высокий", TARGET_WORDS},
        {KIND_TEXT, "уровень", {NULL}, "3", TARGET_WORDS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct indicator about = {.kind = cases[i].kind,
                                  .unit = str_of(cases[i].unit)};
        struct target target = {0};
        for (size_t f = 0; f < 3; f++)
            about.unit_forms[f] = str_of(cases[i].forms[f]);
        target_parse(str_of(cases[i].text), &about, &target);
        if (target.op != cases[i].op)
            fail_msg("«%s» in %s: op %d", cases[i].text, cases[i].unit,
                     (int)target.op);
    }
}

#define INDICATORS "id;title;unit;kind\ns;Доля;%;share\nw;Другая;%;share\n" \
    "t;Уровень;уровень;text\n"

/* Every target of a table as one line: what a table becomes. */
static char *listed(const struct fixture *f)
{
    static char text[1024];
    struct buf b = {0};
    const struct programme *p = &f->site->programmes.at[0];
    for (size_t i = 0; i < p->targets.n; i++) {
        const struct target *t = &p->targets.at[i];
        buf_addf(&b, "%.*s/%s@",
                 STR_FMT(f->site->indicators.at[t->indicator.index].id),
                 t->who == TARGET_WHOLE  ? ""
                 : t->who == TARGET_EACH ? "*"
                     : f->site->schools.at[t->school.index].id.p);
        period_code(&b, t->period);
        buf_addf(&b, "=%.*s", STR_FMT(t->text));
        if (t->basis.n)
            buf_addf(&b, " (%.*s)", STR_FMT(t->basis));
        buf_char(&b, '\n');
    }
    snprintf(text, sizeof text, "%s", b.p ? b.p : "");
    buf_free(&b);
    return text;
}

static void test_tables(void **state)
{
    static const struct {
        const char *table, *listed;
    } cases[] = {
        {"indicator;period;target;school;basis\ns;2023;85 %;;Акт\n"
         "s;2023;80;b;\ns;2023;70;*;\nДоля;2022;84;;\n",
         "s/@2022=84\ns/@2023=85 % (Акт)\ns/*@2023=70\ns/b@2023=80\n"},
        {"показатель;год;школа;план;основание\ns;2023;Итого;85;\n",
         "s/@2023=85\n"},
        {"показатель;2023;2024;2025\ns;85;86;\nw;;не более 5;x y\n",
         "s/@2023=85\ns/@2024=86\nw/@2024=не более 5\nw/@2025=x y\n"},
        {"indicator;period;a;b;Итого\ns;2023;1;2;3\n",
         "s/@2023=3\ns/a@2023=1\ns/b@2023=2\n"},
        {"indicator;period;*\ns;2023;5\n", "s/*@2023=5\n"},
        {"school;period;s;Другая\na;2023;1;2\n;2023;3;4\n",
         "s/@2023=3\ns/a@2023=1\nw/@2023=4\nw/a@2023=2\n"},
        /* the act stands for the whole row; a dash is no target */
        {"indicator;basis;2023;2024\ns;Акт;85;86\nw;;-;—\n",
         "s/@2023=85 (Акт)\ns/@2024=86 (Акт)\n"},
        {"indicator;period;target\ns;2023;–\nw;2023;0\n", "w/@2023=0\n"},
        {"indicator;period;target\ns;2022;не установлена\ns;2023;Не задан\n"
         "s;2024;не определено\ns;2025;−\nw;2023;0\n", "w/@2023=0\n"},
        {"indicator;period;target\nt;2023;высокий\n", "t/@2023=высокий\n"},
        {"indicator;period;target\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {"data/p/targets.csv", cases[i].table}), LINKED);
        if (strcmp(listed(&f), cases[i].listed) != 0 ||
            diag_count(f.diag, LEVEL_ERROR))
            fail_msg("%s%s\n%s", cases[i].table, listed(&f),
                     printed(f.diag));
        fixture_close(&f);
    }
}

static void test_errors(void **state)
{
    static const struct {
        const char *table;
        enum msg id;
        uint32_t line, cell;
        const char *arg;
    } cases[] = {
        {"indicator;period;target\ns;2023;60 школ\n", MSG_CATALOG_TARGET, 2,
         3, "60 школ"},
        {"indicator;period;target\ns;2023;5\nw;2023;5\nДоля;2023;6\n",
         MSG_CATALOG_TARGET_TWICE, 4, 3, "s"},
        {"indicator;school;period;target\ns;*;2023;5\ns;*;2023;5\n",
         MSG_CATALOG_TARGET_TWICE, 3, 4, "s"},
        {"indicator;period;target\ns;2023;\n", MSG_CATALOG_EMPTY, 2, 3,
         "target (цель)"},
        {"indicator;period;target\n;2023;5\n", MSG_CATALOG_EMPTY, 2, 1,
         "indicator"},
        {"indicator;period;target\ns;;5\n", MSG_CATALOG_EMPTY, 2, 2,
         "period"},
        {"indicator;period;target\ns;вчера;5\n", MSG_CELLS_PERIOD, 2, 2,
         "вчера"},
        {"indicator;period;target\nz9;2023;5\n", MSG_LINK_INDICATOR, 2, 1,
         "z9"},
        {"indicator;period;target;school\ns;2023;5;Школа Я\n",
         MSG_LINK_SCHOOL, 2, 4, "Школа Я"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", INDICATORS},
                  {"data/p/targets.csv", cases[i].table}), LINKED);
        assert_messages(&f, cases[i].id, 1);
        const struct problem *p = problem_of(&f, cases[i].id);
        assert_int_equal(p->at.line, cases[i].line);
        assert_int_equal(p->at.cell, cases[i].cell);
        assert_str(p->args[0], cases[i].arg);
        assert_int_equal(f.diag->list.n, 1);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grammar),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_errors),
    };
    return RUN_FIXTURE(tests);
}
