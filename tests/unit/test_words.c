/*
 * words: numbers, dates, periods, money, cells, reasons, targets, the lead
 * sentence and the arithmetic of a status. Headlines: test_headline.c.
 */
#include "release/words.h"

#include "stub_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- numbers, dates, periods, money --- */

static void test_numbers(void **state)
{
    static const struct {
        struct num value;
        int decimals;
        const char *ru, *en;
    } rows[] = {
        {{1234, 0}, 0, "1234", "1,234"},
        {{12345, 0}, 0, "12~345", "12,345"},
        {{123456, 1}, 1, "12~345,6", "12,345.6"},
        {{-52, 1}, 1, "−5,2", "−5.2"},
        {{714, 1}, 1, "71,4", "71.4"},
        {{85, 0}, 1, "85,0", "85.0"},
        {{6665, 2}, 1, "66,7", "66.7"},
        {{-6665, 2}, 1, "−66,7", "−66.7"},
        {{645, 1}, 0, "65", "65"},
        {{850, 1}, -1, "85", "85"},
        {{6650, 2}, -1, "66,5", "66.5"},
        {{0, 0}, -1, "0", "0"}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        words_number(&out, ru, rows[i].value, rows[i].decimals);
        expect(&out, rows[i].ru);
        words_number(&out, en, rows[i].value, rows[i].decimals);
        expect(&out, rows[i].en);
    }
}

static void test_counts(void **state)
{
    static const struct {
        struct num n;
        const char *expected;
    } rows[] = {
        {{1, 0}, "1~школа"}, {{2, 0}, "2~школы"}, {{5, 0}, "5~школ"},
        {{112, 0}, "112~школ"}, {{15, 1}, "1,5~школы"},
        {{10, 1}, "1~школа"}, {{21000, 0}, "21~000~школ"}
    };
    struct buf out = {0};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        words_count(&out, ru, "school", rows[i].n);
        expect(&out, rows[i].expected);
    }
    words_count(&out, ru, "point", (struct num){37, 1});
    expect(&out, "3,7~процентного~пункта");
    words_count(&out, en, "school", num_int(2));
    expect(&out, "2~schools");
}

static void test_dates(void **state)
{
    struct buf out = {0};
    date d = date_of(2016, 6, 5);

    (void)state;
    words_date(&out, ru, d);
    expect(&out, "5~июня~2016~года");
    words_date_short(&out, ru, d);
    expect(&out, "05.06.2016");
    words_date(&out, en, d);
    expect(&out, "5~June~2016");
    words_date_short(&out, en, d);
    expect(&out, "5~Jun~2016");
}

static void test_periods(void **state)
{
    static const struct {
        const char *code, *nom, *gen, *in, *brief, *en;
    } rows[] = {
        {"2025", "2025~год", "2025~года", "в~2025~году", "2025", "2025"},
        {"2025-2026", "2025/26~учебный год", "2025/26~учебного года",
         "в~2025/26~учебном году", "2025/26", "school year 2025/26"},
        {"1999-2000", "1999/00~учебный год", "1999/00~учебного года",
         "в~1999/00~учебном году", "1999/00", "school year 1999/00"},
        {"2024-H1", "1-е полугодие 2024~года", "1-го полугодия 2024~года",
         "в~1-м полугодии 2024~года", "1~пол. 2024",
         "half-year 1~of~2024"},
        {"2024-H2", "2-е полугодие 2024~года", "2-го полугодия 2024~года",
         "во~2-м полугодии 2024~года", "2~пол. 2024",
         "half-year 2~of~2024"},
        {"2024-Q1", "I квартал 2024~года", "I квартала 2024~года",
         "в~I квартале 2024~года", "I кв. 2024", "quarter 1~of~2024"},
        {"2024-Q4", "IV квартал 2024~года", "IV квартала 2024~года",
         "в~IV квартале 2024~года", "IV кв. 2024", "quarter 4~of~2024"},
        {"2025-05", "май 2025~года", "мая 2025~года", "в~мае 2025~года",
         "май 2025", "May 2025"},
        {"2016-06-05", "5~июня~2016~года", "5~июня~2016~года",
         "5~июня~2016~года", "05.06.2016", "5~June~2016"},
        {"2019-2021", "2019–2021~годы", "2019–2021~годов",
         "в~2019–2021~годах", "2019–2021", "2019–2021"},
        {"2020-09..2023-12", "период с~01.09.2020 по~31.12.2023",
         "периода с~01.09.2020 по~31.12.2023",
         "в~период с~01.09.2020 по~31.12.2023", "01.09.2020 — 31.12.2023",
         "the time from~1~Sep~2020 to~31~Dec~2023"}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        struct period p;
        assert_true(period_parse(str_of(rows[i].code), &p));
        words_period(&out, ru, p);
        expect(&out, rows[i].nom);
        words_period_gen(&out, ru, p);
        expect(&out, rows[i].gen);
        words_period_in(&out, ru, p);
        expect(&out, rows[i].in);
        words_period_short(&out, ru, p);
        expect(&out, rows[i].brief);
        words_period(&out, en, p);
        expect(&out, rows[i].en);
        words_period(&out, ru, (struct period){0});
        assert_int_equal(out.n, 0);
    }
}

static void test_money(void **state)
{
    static const struct {
        struct num amount;
        const char *unit, *expected;
    } rows[] = {
        {{112, 1}, "млн руб.", "11,2~млн~₽"},
        {{11200000, 0}, "руб.", "11,2~млн~₽"},
        {{11200, 0}, "тыс. руб.", "11,2~млн~₽"},
        {{11250, 0}, "тыс.руб", "11,3~млн~₽"},
        {{1000, 0}, "тыс." NB "руб.", "1,0~млн~₽"},
        {{300, 0}, "тыс.руб", "300~тыс.~₽"},
        {{3005, 1}, "тыс. руб.", "300,5~тыс.~₽"},
        {{99996, 2}, "тыс. руб.", "1,0~млн~₽"},
        {{999, 0}, "руб.", "999~₽"},
        {{1050, 2}, "руб", "10,5~₽"},
        {{0, 0}, "руб.", "0~₽"},
        {{-25, 1}, "млн руб.", "−2,5~млн~₽"},
        {{12, 0}, "долл.", "12~долл."},
        {{12, 0}, "", "12"}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        words_money(&out, ru, rows[i].amount, str_of(rows[i].unit));
        expect(&out, rows[i].expected);
    }
}

/* --- cells, reasons, targets --- */

static void expect_cell(struct fact fact, const char *expected)
{
    struct buf out = {0};

    words_cell(&out, &words, 0, fact);
    expect(&out, expected);
}

static void test_cells(void **state)
{
    struct fact fact = shown("66,66", 72);

    (void)state;
    set_fg9();
    expect_cell(fact, "66,7~%");
    fact.mark = MARK_PROVISIONAL;
    expect_cell(fact, "66,7~% (предв.)");
    fact.mark = MARK_REVISED;
    expect_cell(fact, "66,7~% (уточн.)");
    fact.mark = MARK_ESTIMATE;
    expect_cell(fact, "66,7~% (оценка)");
    fact = state_of(STATE_COUNTS);
    expect_cell(fact, "не публикуется");
    fact.numerator = 13;
    fact.n = 18;
    expect_cell(fact, "13~из~18");
    expect_cell(state_of(STATE_HIDDEN), "не публикуется");
    expect_cell(state_of(STATE_MISSING), "нет данных");
    expect_cell(state_of(STATE_NOT_APPLICABLE), "не относится");
    expect_cell(state_of(STATE_CHECKING), "проверяется");
    expect_cell(state_of(STATE_NOT_YET), "ещё не наступил");
    expect_cell(state_of(STATE_LEVEL), "по школам не публикуется");
    expect_cell(state_of(STATE_SHOWN), "нет данных");
    indicators[0].kind = KIND_YESNO;
    expect_cell(shown("1", -1), "да");
    expect_cell(shown("0", -1), "нет");
    indicators[0].kind = KIND_SCORE;
    indicators[0].unit = S("балл");
    expect_cell(shown("3,5", 40), "3,5");
    indicators[0].unit = S("часов");
    expect_cell(shown("21,6", 40), "21,6~часов");
    fact = shown("3,5", 12);
    fact.state = STATE_COUNTS;
    expect_cell(fact, "3,5~часов");
}

static void test_units(void **state)
{
    static const struct {
        const char *value, *expected;
    } rows[] = {
        {"1", "1~школа"}, {"42", "42~школы"}, {"11", "11~школ"},
        {"1,5", "1,5~школы"}, {"12345", "12~345~школ"}
    };

    (void)state;
    indicators[0] = (struct indicator){
        .kind = KIND_COUNT, .decimals = 1,
        .unit_forms = {S("школа"), S("школы"), S("школ")}
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        expect_cell(shown(rows[i].value, -1), rows[i].expected);
    memset(indicators[0].unit_forms, 0, sizeof indicators[0].unit_forms);
    indicators[0].unit = S("чел.");
    expect_cell(shown("7,0", -1), "7~чел.");
}

static void expect_reason(size_t school, enum state cell_state,
                          const char *note, const char *expected)
{
    struct buf out = {0};
    struct fact fact = state_of(cell_state);

    fact.note = str_of(note);
    words_reason(&out, &words, 0, school, year(2025), fact);
    expect(&out, expected);
}

static void test_reasons(void **state)
{
    (void)state;
    set_fg9();
    expect_reason(0, STATE_NOT_APPLICABLE, "в школе нет 9 классов.",
                  "К~этой школе показатель не относится: в~школе нет 9 "
                  "классов.");
    expect_reason(RELEASE_WHOLE, STATE_NOT_APPLICABLE, "",
                  "Общего значения у~этого показателя нет.");
    expect_reason(0, STATE_CHECKING, "",
                  "Значение за 2025~год проверяют, поэтому оно не показано.");
    expect_reason(0, STATE_LEVEL, "",
                  "По~школам этот показатель не публикуется.");
    expect_reason(0, STATE_NOT_YET, "",
                  "Время для данных за 2025~год ещё не наступило.");
    expect_reason(0, STATE_MISSING, "экзамен отменён",
                  "Данных за 2025~год нет: экзамен отменён.");
    expect_reason(0, STATE_MISSING, "Экзамен отменён. Причина — карантин.",
                  "Данных за 2025~год нет. Экзамен отменён. Причина — "
                  "карантин.");
    expect_reason(0, STATE_NOT_APPLICABLE, "В школе нет 11 класса",
                  "К~этой школе показатель не относится. В~школе нет 11 "
                  "класса.");
    expect_reason(RELEASE_WHOLE, STATE_MISSING, "",
                  "Данных за 2025~год пока нет.");
    indicators[0].aggregate = AGGREGATE_GIVEN;
    expect_reason(RELEASE_WHOLE, STATE_MISSING, "",
                  "Общего значения у~этого показателя нет.");
    *cell(RELEASE_WHOLE, 2023) = shown("50", 900);
    expect_reason(RELEASE_WHOLE, STATE_MISSING, "",
                  "Данных за 2025~год пока нет.");
    indicators[0].aggregate = AGGREGATE_NONE;
    expect_reason(RELEASE_WHOLE, STATE_NOT_YET, "",
                  "Общего значения у~этого показателя нет.");
    /* whatever is noted of a hidden cell stays with it */
    expect_reason(0, STATE_HIDDEN, "двое детей",
                  "Показатель не публикуется, чтобы не раскрыть сведения об "
                  "отдельных детях.");
}

static void test_expected(void **state)
{
    (void)state;
    set_fg9();
    indicators[0].next_release = S("2026-09");
    expect_reason(0, STATE_MISSING, "",
                  "Данных за 2025~год пока нет. Появятся в~сентябре 2026~"
                  "года.");
    indicators[0].next_release = S("2026-02");      /* past */
    expect_reason(0, STATE_MISSING, "", "Данных за 2025~год пока нет.");
    indicators[0].next_release = S("скоро");
    expect_reason(0, STATE_MISSING, "", "Данных за 2025~год пока нет.");
    indicators[0].next_release = S("2026-09");
    release.indicators[0].periods[3] = year(2026);  /* a later value */
    *cell(0, 2025) = shown("50", 100);
    expect_reason(0, STATE_MISSING, "", "Данных за 2025~год пока нет.");
}

static void test_targets(void **state)
{
    static const struct {
        enum target_op op;
        int direction;
        const char *value, *high, *expected;
    } rows[] = {
        {TARGET_BARE, DIRECTION_UP, "85", "0", "не менее 85~%"},
        {TARGET_BARE, DIRECTION_DOWN, "5", "0", "не более 5~%"},
        {TARGET_BARE, DIRECTION_NONE, "85", "0", "85~%"},
        {TARGET_BARE, DIRECTION_RANGE, "85", "0", "85~%"},
        {TARGET_AT_LEAST, DIRECTION_NONE, "60", "0", "не менее 60~%"},
        {TARGET_AT_MOST, DIRECTION_NONE, "5,5", "0", "не более 5,5~%"},
        {TARGET_UP_TO, DIRECTION_UP, "38", "0", "до 38~%"},
        {TARGET_RANGE, DIRECTION_UP, "2", "3,5", "от 2 до 3,5~%"},
        {TARGET_YES, DIRECTION_UP, "1", "0", "да"},
        {TARGET_WORDS, DIRECTION_UP, "0", "0", "рост"}
    };

    (void)state;
    set_fg9();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        struct target target = {.op = rows[i].op, .text = S("рост")};
        indicators[0].direction = rows[i].direction;
        num_parse(str_of(rows[i].value), &target.value, NULL);
        num_parse(str_of(rows[i].high), &target.high, NULL);
        words_target(&out, &words, &target);
        expect(&out, rows[i].expected);
    }
}

/* Behind a bound Russian counts in the genitive. */
static void test_target_units(void **state)
{
    static const struct { const char *value, *expected; } rows[] = {
        {"1", "не менее 1~кабинета"}, {"3", "не менее 3~кабинетов"},
        {"12", "не менее 12~кабинетов"}, {"21", "не менее 21~кабинета"},
        {"1,5", "не менее 1,5~кабинета"}
    };

    (void)state;
    set_fg9();
    indicators[0].kind = KIND_COUNT;
    indicators[0].direction = DIRECTION_UP;
    indicators[0].unit_forms[0] = S("кабинет");
    indicators[0].unit_forms[1] = S("кабинета");
    indicators[0].unit_forms[2] = S("кабинетов");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        struct target target = {.op = TARGET_AT_LEAST};
        num_parse(str_of(rows[i].value), &target.value, NULL);
        words_target(&out, &words, &target);
        expect(&out, rows[i].expected);
    }
}

static void test_whole(void **state)
{
    struct buf out = {0};
    struct fact fact = {.computed = true, .leaves = 41, .expected = 43};

    (void)state;
    programmes[0].scope = SCOPE_ALL;
    release.indicators[0].by_school = true;
    assert_true(str_is(words_whole(&words, 0), "район"));
    programmes[0].scope = SCOPE_PARTICIPANTS;
    assert_true(str_is(words_whole(&words, 0), "по школам программы"));
    words_by_whole(&out, &words, 0);
    expect(&out, "по школам программы");
    release.indicators[0].by_school = false;
    assert_true(str_is(words_whole(&words, 0), "район"));
    words_by_whole(&out, &words, 0);
    expect(&out, "по району");
    words_coverage(&out, &words, fact);
    expect(&out, "по~данным 41~из~43 школ");
    fact.expected = 21;
    fact.leaves = 20;
    words_coverage(&out, &words, fact);
    expect(&out, "по~данным 20~из~21 школы");
    fact.leaves = 21;
    words_coverage(&out, &words, fact);
    assert_int_equal(out.n, 0);
    release.site.config.municipalities_n = 0;
    assert_true(str_is(words_whole(&words, 0), "по школам программы"));
    programmes[0].scope = SCOPE_ALL;
    assert_true(str_is(words_whole(&words, 0), "в целом"));
}

static void test_spread(void **state)
{
    struct buf out = {0};

    (void)state;
    set_fg9();
    words_spread(&out, &words, 0, shown("66,7", 72));
    expect(&out, "Учтено девятиклассников: 72; возможный разброс — от 55 до 76~из~100.");
    words_spread(&out, &words, 0, shown("66,7", -1));
    words_spread(&out, &words, 0, state_of(STATE_HIDDEN));
    indicators[0].kind = KIND_SCORE;
    words_spread(&out, &words, 0, shown("3,5", 72));
    assert_int_equal(out.n, 0);
}

/* --- the lead sentence and the arithmetic --- */

static void set_statuses(const char *statuses)
{
    static const char *const letters = "-dxrnb";    /* in enum's order */

    programmes[0].indicator_n = strlen(statuses);
    for (size_t i = 0; statuses[i]; i++) {
        struct stub_indicator *s = &release.indicators[i];
        s->periods_n = 1;
        s->facts[0][0] = s->facts[STUB_SCHOOLS][0] = shown("50", 100);
        s->progress.status =
            (enum status)(strchr(letters, statuses[i]) - letters);
    }
}

static void expect_lead(size_t school, const char *statuses,
                        const char *expected)
{
    struct buf out = {0};

    setup(NULL);
    set_statuses(statuses);
    words_lead(&out, &words, 0, school);
    expect(&out, expected);
}

static void test_lead(void **state)
{
    (void)state;
    expect_lead(0, "rrrrrnnbx",
                "Из~9 показателей программы школа достигла целей по~5, "
                "приближается к~цели по~2, пока не достигла цели по~1; по~1 "
                "данных нет.");
    expect_lead(0, "r", "Цель установлена по~одному показателю: школа её "
                        "достигла.");
    expect_lead(0, "r-d", "Цель установлена по~одному показателю: школа её "
                          "достигла.");
    expect_lead(0, "bb", "Из~2 показателей программы школа пока не достигла "
                         "цели ни по~одному.");
    expect_lead(0, "nx", "Из~2 показателей программы школа приближается к~"
                         "цели по~1; по~1 данных нет.");
    expect_lead(0, "nx-", "Из~2 показателей с~целью школа приближается к~"
                          "цели по~1; по~1 данных нет.");
    expect_lead(0, "rrr", "Школа достигла целей по~всем показателям, где "
                          "они установлены (3).");
    expect_lead(RELEASE_WHOLE, "rr", "Цель достигнута по~всем показателям, "
                                     "где она установлена (2).");
    expect_lead(0, "xx", "Из~2 показателей программы данных нет ни по~"
                         "одному.");
    expect_lead(0, "--dd", "");
    expect_lead(0, "", "");
    expect_lead(RELEASE_WHOLE, "rrrnnbx",
                "Из~7 показателей программы цель достигнута по~3, "
                "приближаемся к~цели по~2, пока не достигнута цель по~1; "
                "по~1 данных нет.");
}

/* Not this school's, not published by school, not applicable. */
static void test_lead_leaves_out(void **state)
{
    struct buf out = {0};

    (void)state;
    set_statuses("rxxx");
    release.indicators[1].facts[0][0] = state_of(STATE_LEVEL);
    release.indicators[2].facts[0][0] = state_of(STATE_NOT_APPLICABLE);
    release.indicators[3].periods_n = 0;
    words_lead(&out, &words, 0, 0);
    expect(&out, "Цель установлена по~одному показателю: школа её "
                 "достигла.");
    release.schools_n = 0;
    words_lead(&out, &words, 0, 0);
    assert_int_equal(out.n, 0);
}

/* Why it cannot be judged is said for each sort apart. */
static void test_lead_unjudged(void **state)
{
    struct buf out = {0};

    (void)state;
    set_statuses("rxxx");
    release.indicators[1].facts[0][0] = state_of(STATE_COUNTS);
    release.indicators[2].facts[0][0] = state_of(STATE_HIDDEN);
    words_lead(&out, &words, 0, 0);
    expect(&out, "Из~4 показателей программы школа достигла цели по~1; по~1 "
                 "группа слишком мала, чтобы судить; по~1 значение не "
                 "публикуется; по~1 данных нет.");
    set_statuses("x");
    release.indicators[0].facts[0][0] = state_of(STATE_COUNTS);
    words_lead(&out, &words, 0, 0);
    expect(&out, "Цель установлена по~одному показателю: группа слишком "
                 "мала, чтобы судить.");
}

static void test_arithmetic(void **state)
{
    static const struct {
        enum target_op op;
        int direction;
        const char *plan, *high, *fact, *degree;
        enum status status;
        const char *expected;
    } rows[] = {
        {TARGET_BARE, DIRECTION_UP, "65", "0", "66,7", "1,0262",
         STATUS_REACHED,
         "Сравнение с целью: 66,7~≥~65. Степень достижения 66,7~/~65~=~1,026."},
        {TARGET_AT_LEAST, DIRECTION_UP, "60", "0", "48", "0,8",
         STATUS_NOT_YET,
         "Сравнение с целью: 48~<~60. Степень достижения 48~/~60~=~0,8."},
        {TARGET_AT_MOST, DIRECTION_DOWN, "5", "0", "8", "0,625",
         STATUS_NOT_YET,
         "Сравнение с целью: 8~>~5. Степень достижения 5~/~8~=~0,625."},
        {TARGET_AT_MOST, DIRECTION_DOWN, "5", "0", "0", "1", STATUS_REACHED,
         "Сравнение с целью: 0~≤~5. Степень достижения 1."},
        {TARGET_AT_LEAST, DIRECTION_UP, "85", "0", "82,4", "",
         STATUS_NEAR,
         "Сравнение с целью: 82,4~<~85 (осталось не больше десятой части цели)."},
        {TARGET_RANGE, DIRECTION_RANGE, "2", "3", "2,5", "", STATUS_REACHED,
         "Сравнение с целью: 2~≤~2,5~≤~3."},
        {TARGET_RANGE, DIRECTION_RANGE, "2", "3", "1,5", "", STATUS_NOT_YET,
         "Сравнение с целью: 1,5~<~2."},
        {TARGET_RANGE, DIRECTION_RANGE, "2", "3", "3,5", "", STATUS_NOT_YET,
         "Сравнение с целью: 3,5~>~3."},
        {TARGET_BARE, DIRECTION_RANGE, "25", "0", "25", "", STATUS_REACHED,
         "Сравнение с целью: 25~=~25."}
    };

    (void)state;
    set_fg9();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        struct target target = {.op = rows[i].op};
        struct progress p = {.status = rows[i].status, .judged = true,
                             .target = &target, .gap_small = true};
        indicators[0].direction = rows[i].direction;
        num_parse(str_of(rows[i].plan), &p.plan, NULL);
        num_parse(str_of(rows[i].high), &p.plan_high, NULL);
        num_parse(str_of(rows[i].fact), &p.fact, NULL);
        p.has_degree = rows[i].degree[0] != '\0';
        num_parse(str_of(rows[i].degree), &p.degree, NULL);
        target.value = p.plan;
        target.high = p.plan_high;
        words_arithmetic(&out, &words, 0, &p);
        expect(&out, rows[i].expected);
    }
}

static void test_arithmetic_empty(void **state)
{
    struct target target = {.op = TARGET_YES};
    struct progress p = {.target = &target, .status = STATUS_NO_DATA};
    struct buf out = {0};

    (void)state;
    words_arithmetic(&out, &words, 0, &p);
    p.target = NULL;
    p.judged = true;
    words_arithmetic(&out, &words, 0, &p);
    assert_int_equal(out.n, 0);
    indicators[0].kind = KIND_YESNO;
    p.target = &target;
    p.status = STATUS_NEAR;
    p.moved_right = true;
    words_arithmetic(&out, &words, 0, &p);
    assert_int_equal(out.n, 0);     /* «да» and «нет» speak themselves */
}

static void test_lists(void **state)
{
    (void)state;
    assert_true(str_is(words_status(&words, STATUS_NO_TARGET),
                       "цель не установлена"));
    assert_true(str_is(words_status(&words, STATUS_NOT_DUE),
                       "срок не наступил"));
    assert_true(str_is(words_status(&words, STATUS_NEAR), "приближаемся"));
    assert_true(str_is(words_done(&words, DONE_NO_REPORT),
                       "сведений о выполнении нет"));
    assert_true(str_is(words_done(&words, DONE_CANCELLED), "отменено"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_money),
        cmocka_unit_test_setup(test_cells, setup),
        cmocka_unit_test_setup(test_units, setup),
        cmocka_unit_test_setup(test_reasons, setup),
        cmocka_unit_test_setup(test_expected, setup),
        cmocka_unit_test_setup(test_targets, setup),
        cmocka_unit_test_setup(test_target_units, setup),
        cmocka_unit_test_setup(test_whole, setup),
        cmocka_unit_test_setup(test_spread, setup),
        cmocka_unit_test(test_lead),
        cmocka_unit_test_setup(test_lead_leaves_out, setup),
        cmocka_unit_test_setup(test_lead_unjudged, setup),
        cmocka_unit_test_setup(test_arithmetic, setup),
        cmocka_unit_test_setup(test_arithmetic_empty, setup),
        cmocka_unit_test_setup(test_lists, setup)
    };

    return cmocka_run_group_tests(tests, read_lexicons,
                                  forget_lexicons) != 0 ? 1 : 0;
}
