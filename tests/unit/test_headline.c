/*
 * words_headline: the vectors of reader 4.1, and what they leave open.
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

/* --- setting up --- */

static struct series_break breaks[1];
static struct target targets[2];

static void set_target(int y, enum target_op op, const char *value,
                       enum status status)
{
    struct stub_indicator *s = &release.indicators[0];
    struct target *target = &targets[0];

    *target = (struct target){.op = op, .period = year(y)};
    assert_int_equal(num_parse(str_of(value), &target->value, NULL), NUM_OK);
    s->target[y - 2022] = target;
    s->progress.status = status;
    s->progress.judged = status >= STATUS_REACHED;
}

/* The average of the district, and two more schools with values. */
static void set_whole(const char *value)
{
    *cell(RELEASE_WHOLE, 2025) = shown(value, 9000);
    *cell(4, 2025) = shown("50", 300);
    *cell(5, 2025) = shown("50", 300);
}

static void set_clubs(void)
{
    set_fg9();
    indicators[0].subj = S("детей");
    indicators[0].verb_one = S("занимается в кружках и секциях");
    indicators[0].verb_many = S("занимаются в кружках и секциях");
}

static void set_absence(void)
{
    set_fg9();
    indicators[0].direction = DIRECTION_DOWN;
    indicators[0].subj = S("учеников");
    indicators[0].verb_one = S("часто пропускает уроки");
    indicators[0].verb_many = S("часто пропускают уроки");
}

static void expect_headline(const char *expected)
{
    struct buf out = {0};

    words_headline(&out, &words, 0, 0, Y2025);
    expect(&out, expected);
}

/* The same, blanks of both kinds alike: what the tables of reader.md print. */
static void expect_text(const char *expected)
{
    struct buf out = {0}, plain = {0};
    struct str got;

    words_headline(&out, &words, 0, 0, Y2025);
    got = buf_str(&out);
    for (size_t i = 0; i < got.n; i++)
        if (i + 1 < got.n && !memcmp(got.p + i, NB, 2)) {
            buf_char(&plain, ' ');
            i++;
        } else {
            buf_char(&plain, got.p[i]);
        }
    assert_string_equal(plain.p, expected);
    buf_free(&plain);
    buf_free(&out);
}

static void test_vector_fg9(void **state)
{
    (void)state;
    set_fg9();
    *cell(0, 2025) = shown("66,7", 72);
    *cell(0, 2024) = shown("63,0", 73);
    set_target(2025, TARGET_BARE, "65", STATUS_REACHED);
    set_whole("65,2");
    expect_text("67 из 100 девятиклассников справились с заданиями на "
                "функциональную грамотность — на 4 больше, чем год назад "
                "(такая разница может быть случайной). Цель 2025 года — 65 — "
                "достигнута. Примерно как в среднем по району (65).");
    expect_headline(
        "67~из~100 девятиклассников справились с~заданиями на~"
        "функциональную грамотность — на~4 больше, чем год назад "
        "(такая разница может быть случайной). Цель 2025~года — 65 — "
        "достигнута. Примерно как в~среднем по~району (65).");
}

static void test_vector_clubs(void **state)
{
    (void)state;
    set_clubs();
    *cell(0, 2025) = shown("82,4", 612);
    *cell(0, 2024) = shown("76,0", 600);
    set_target(2025, TARGET_AT_LEAST, "85", STATUS_NEAR);
    set_whole("78");
    expect_text("82 из 100 детей занимаются в кружках и секциях — на 6 "
                "больше, чем год назад. До цели 2025 года (85) не хватает 3. "
                "Это выше среднего по району (78).");
    expect_headline("82~из~100 детей занимаются в~кружках и~секциях — на~6 "
                    "больше, чем год назад. До цели 2025~года (85) не "
                    "хватает 3. Это выше среднего по~району (78).");
}

static void test_vector_later_target(void **state)
{
    struct target *next = &targets[1];

    (void)state;
    set_clubs();
    *cell(0, 2025) = shown("81,2", -1);
    *cell(0, 2023) = shown("81,4", -1);
    *next = (struct target){.value = num_int(90), .period = year(2027)};
    release.indicators[0].next = next;
    set_whole("64");
    expect_text("81 из 100 детей занимается в кружках и секциях — столько "
                "же, сколько в 2023 году. Цель на 2027 год — 90. Это выше "
                "среднего по району (64).");
    expect_headline("81~из~100 детей занимается в~кружках и~секциях — "
                    "столько же, сколько в~2023~году. Цель на~2027~год — 90. "
                    "Это выше среднего по~району (64).");
}

static void test_vector_first_year(void **state)
{
    (void)state;
    set_fg9();
    *cell(0, 2025) = shown("61,1", 180);
    set_whole("72");
    expect_text("61 из 100 девятиклассников справился с заданиями на "
                "функциональную грамотность. Это ниже среднего по району "
                "(72). Это первый год измерения.");
}

static void test_vector_counts(void **state)
{
    (void)state;
    set_fg9();
    *cell(0, 2025) = state_of(STATE_COUNTS);
    cell(0, 2025)->numerator = 13;
    cell(0, 2025)->n = 18;
    *cell(0, 2024) = shown("63,0", 73);
    set_target(2025, TARGET_BARE, "65", STATUS_REACHED);
    set_whole("72");
    expect_text("13 из 18 девятиклассников справились с заданиями на "
                "функциональную грамотность. Детей мало, поэтому проценты и "
                "сравнения не показаны.");
    indicators[0].privacy = PRIVACY_OPEN;
    indicators[0].subj = S("школ");
    indicators[0].verb_one = S("получила оборудование");
    cell(0, 2025)->numerator = 1;
    cell(0, 2025)->n = 2;
    expect_headline("1~из~2 школ получила оборудование. Группа мала, поэтому "
                    "проценты и~сравнения не показаны.");
}

static void test_vector_absence(void **state)
{
    (void)state;
    set_absence();
    *cell(0, 2025) = shown("7,4", 635);
    *cell(0, 2024) = shown("9,6", 655);
    set_target(2025, TARGET_BARE, "6", STATUS_NEAR);
    set_whole("6,8");
    expect_text("7 из 100 учеников часто пропускают уроки — на 3 меньше, чем "
                "год назад (такая разница может быть случайной). Цель 2025 "
                "года — не больше 6; сейчас на 1 больше. Примерно как в "
                "среднем по району (7).");
    *cell(0, 2025) = shown("5,8", 635);
    set_target(2025, TARGET_AT_MOST, "6", STATUS_REACHED);
    expect_headline("6~из~100 учеников часто пропускают уроки — на~4 меньше, "
                    "чем год назад. Цель 2025~года — не больше 6 — "
                    "достигнута. Примерно как в~среднем по~району (7).");
}

static void test_vector_reasons(void **state)
{
    (void)state;
    set_fg9();
    *cell(0, 2025) = state_of(STATE_HIDDEN);
    expect_text("Показатель не публикуется, чтобы не раскрыть сведения об "
                "отдельных детях.");
    *cell(0, 2025) = state_of(STATE_MISSING);
    expect_text("Данных за 2025 год пока нет.");
    *cell(0, 2025) = state_of(STATE_NOT_APPLICABLE);
    expect_text("К этой школе показатель не относится.");
}

/* --- beyond the vectors --- */

static void test_conflict(void **state)
{
    static const struct {
        const char *value, *target;
        enum target_op op;
        const char *clause;
    } rows[] = {
        {"64,6", "65", TARGET_AT_LEAST,
         "До цели 2025~года (65,0) не хватает 0,4."},
        {"6,4", "6", TARGET_AT_MOST,
         "Цель 2025~года — не больше 6,0; сейчас на~0,4 больше."},
        {"64,97", "65", TARGET_AT_LEAST,
         "До цели 2025~года (65,00) не хватает 0,03."},
        {"62,3", "64,5", TARGET_AT_LEAST,
         "До цели 2025~года (64,5) не хватает 2,2."},
        {"64,4", "65", TARGET_AT_LEAST,
         "До цели 2025~года (65) не хватает 1."}
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0}, clause = {0};
        ptrdiff_t at;
        setup(NULL);
        set_fg9();
        indicators[0].subj = S("детей");
        indicators[0].verb_one = indicators[0].verb_many = S("поют");
        *cell(0, 2025) = shown(rows[i].value, 100);
        *cell(0, 2024) = state_of(STATE_HIDDEN);
        set_target(2025, rows[i].op, rows[i].target, STATUS_NEAR);
        words_headline(&out, &words, 0, 0, Y2025);
        at = str_find(buf_str(&out), S("поют. "));
        assert_true(at > 0);
        buf_add(&clause, str_skip(buf_str(&out),
                                  (size_t)at + S("поют. ").n));
        expect(&clause, rows[i].clause);
        buf_free(&out);
    }
}

/* Without the phrase the title is said, and points of a share have a name. */
static void test_titled(void **state)
{
    (void)state;
    set_fg9();
    indicators[0].subj = S("");
    indicators[0].title = S("Удовлетворённость");
    *cell(0, 2025) = shown("66,7", 72);
    *cell(0, 2024) = shown("63", 5000);
    set_target(2025, TARGET_AT_LEAST, "85", STATUS_NEAR);
    set_whole("90");
    expect_headline("Удовлетворённость: 66,7~% — на~3,7~процентного~пункта "
                    "больше, чем год назад (такая разница может быть "
                    "случайной). До цели 2025~года (85~%) — ещё 18,3~"
                    "процентного~пункта. Это ниже среднего по~району "
                    "(90,0~%).");
}

static void test_score(void **state)
{
    (void)state;
    indicators[0] = (struct indicator){
        .kind = KIND_SCORE, .direction = DIRECTION_UP, .unit = S("балл"),
        .aggregate = AGGREGATE_WEIGHTED, .decimals = 2,
        .title = S("Средняя отметка ОГЭ"), .has_max = true, .max = num_int(5)
    };
    *cell(0, 2025) = shown("3,53", 60);
    *cell(0, 2024) = shown("3,5", 62);
    set_target(2025, TARGET_AT_LEAST, "3,6", STATUS_NEAR);
    set_whole("3,42");
    expect_headline("Средняя отметка ОГЭ: 3,53~из~5 — на~0,03 больше, чем "
                    "год назад. До цели 2025~года (3,6) не хватает 0,07. Это "
                    "выше среднего по~району (3,42).");
    indicators[0].has_max = false;
    set_target(2025, TARGET_AT_LEAST, "3,5", STATUS_REACHED);
    cell(0, 2025)->mark = MARK_PROVISIONAL;
    expect_headline("Средняя отметка ОГЭ: 3,53 — на~0,03 больше, чем год "
                    "назад. Цель 2025~года — 3,5 — достигнута. Это выше "
                    "среднего по~району (3,42). Данные предварительные.");
    cell(0, 2025)->state = STATE_COUNTS;
    cell(0, 2025)->mark = MARK_NONE;
    expect_headline("Средняя отметка ОГЭ: 3,53. Группа мала, поэтому "
                    "сравнения не показаны.");
}

static void test_count_and_money(void **state)
{
    (void)state;
    indicators[0] = (struct indicator){
        .kind = KIND_COUNT, .direction = DIRECTION_UP, .decimals = 1,
        .aggregate = AGGREGATE_SUM, .title = S("Обновлённые кабинеты"),
        .unit = S("кабинет|кабинета|кабинетов"),
        .unit_forms = {S("кабинет"), S("кабинета"), S("кабинетов")}
    };
    *cell(0, 2025) = shown("12", -1);
    *cell(0, 2024) = shown("9", -1);
    set_target(2025, TARGET_AT_LEAST, "15", STATUS_NEAR);
    set_whole("40");
    expect_headline("Обновлённые кабинеты: 12~кабинетов — на~3 больше, чем "
                    "год назад. До цели 2025~года (15) не хватает 3.");
    indicators[0].kind = KIND_MONEY;
    indicators[0].title = S("Расходы");
    indicators[0].unit = S("тыс. руб.");
    *cell(0, 2025) = shown("1200", -1);
    *cell(0, 2024) = shown("1500", -1);
    set_target(2025, TARGET_BARE, "1500", STATUS_NEAR);
    expect_headline("Расходы: 1,2~млн~₽ — на~300~тыс.~₽ меньше, чем год "
                    "назад. До цели 2025~года (1,5~млн~₽) не хватает 300~"
                    "тыс.~₽.");
}

static void test_yes_no(void **state)
{
    (void)state;
    indicators[0] = (struct indicator){
        .kind = KIND_YESNO, .direction = DIRECTION_UP, .unit = S("да/нет"),
        .title = S("Психолог"), .verb_one = S("Да, в школе есть психолог"),
        .verb_many = S("Пока нет: в школе нет психолога")
    };
    *cell(0, 2025) = shown("1", -1);
    *cell(0, 2024) = shown("0", -1);
    set_target(2025, TARGET_YES, "1", STATUS_REACHED);
    expect_headline("Да, в~школе есть психолог. Цель 2025~года достигнута.");
    *cell(0, 2025) = shown("0", -1);
    set_target(2025, TARGET_YES, "1", STATUS_NOT_YET);
    expect_headline("Пока нет: в~школе нет психолога. Цель 2025~года пока не "
                    "достигнута.");
    indicators[0].verb_many = S("");
    expect_headline("Психолог: нет. Цель 2025~года пока не достигнута.");
}

/* A title with a colon takes dashes; what is not due yet has its target. */
static void test_colon_and_awaited(void **state)
{
    (void)state;
    indicators[0] = (struct indicator){
        .kind = KIND_COUNT, .direction = DIRECTION_DOWN,
        .title = S("Ниже минимума: биология"), .unit = S("чел.")
    };
    *cell(0, 2025) = shown("1", -1);
    *cell(0, 2024) = shown("2", -1);
    expect_headline("Ниже минимума: биология — 1~чел., на~1 меньше, чем год "
                    "назад.");
    set_fg9();
    *cell(0, 2025) = state_of(STATE_NOT_YET);
    set_target(2025, TARGET_BARE, "85", STATUS_NOT_DUE);
    expect_headline("Время для данных за 2025~год ещё не наступило. Цель на~"
                    "2025~год — не менее 85~из~100.");
}

static void test_range_target(void **state)
{
    (void)state;
    set_absence();
    indicators[0].direction = DIRECTION_RANGE;
    *cell(0, 2024) = state_of(STATE_HIDDEN);
    set_target(2025, TARGET_RANGE, "20", STATUS_REACHED);
    targets[0].high = num_int(30);
    *cell(0, 2025) = shown("25", 100);
    expect_headline("25~из~100 учеников часто пропускают уроки. Цель 2025~"
                    "года — от 20 до 30~из~100 — достигнута.");
    release.indicators[0].progress.status = STATUS_NEAR;
    *cell(0, 2025) = shown("32,2", 100);
    expect_headline("32~из~100 учеников часто пропускают уроки. Цель 2025~"
                    "года — от 20 до 30~из~100; сейчас на~2 больше.");
    *cell(0, 2025) = shown("18", 100);
    expect_headline("18~из~100 учеников часто пропускают уроки. Цель 2025~"
                    "года — от 20 до 30~из~100; сейчас на~2 меньше.");
}

static void test_unjudged_targets(void **state)
{
    (void)state;
    set_absence();
    *cell(0, 2025) = shown("25", 100);
    *cell(0, 2024) = state_of(STATE_HIDDEN);
    set_target(2025, TARGET_WORDS, "0", STATUS_NO_TARGET);
    targets[0].text = S("положительная динамика");
    expect_headline("25~из~100 учеников часто пропускают уроки. Цель 2025~"
                    "года — положительная динамика.");
    set_target(2025, TARGET_AT_MOST, "6", STATUS_NOT_DUE);
    expect_headline("25~из~100 учеников часто пропускают уроки. Цель на~"
                    "2025~год — не больше 6.");
    indicators[0].direction = DIRECTION_NONE;
    set_target(2025, TARGET_BARE, "6", STATUS_NO_TARGET);
    expect_headline("25~из~100 учеников часто пропускают уроки. Цель 2025~"
                    "года — 6~из~100.");
}

static void test_break(void **state)
{
    (void)state;
    set_absence();
    *cell(0, 2025) = shown("25", 100);
    *cell(0, 2022) = shown("15", 100);
    programmes[0].breaks.at = breaks;
    programmes[0].breaks.n = 1;
    breaks[0] = (struct series_break){.indicator = {.index = 0},
                                      .period = year(2023)};
    expect_headline("25~из~100 учеников часто пропускают уроки. С~2023~года "
                    "показатель считают по-новому, сравнивать с~прошлыми "
                    "годами нельзя.");
    *cell(0, 2024) = shown("15", -1);
    expect_headline("25~из~100 учеников часто пропускают уроки — на~10 "
                    "больше, чем год назад.");
}

/* The sum of two schools is not held against that of one; a mean is, and so
 * is a sum that a document gives. */
static void test_other_schools(void **state)
{
    (void)state;
    indicators[0] = (struct indicator){
        .kind = KIND_COUNT, .unit = S("кабинет"), .direction = DIRECTION_UP,
        .aggregate = AGGREGATE_SUM, .title = S("Кабинеты"),
        .unit_forms = {S("кабинет"), S("кабинета"), S("кабинетов")}};
    *cell(0, 2025) = shown("21", -1);
    *cell(0, 2024) = shown("2", -1);
    expect_headline("Кабинеты: 21~кабинет — на~19 больше, чем год назад.");
    cell(0, 2025)->computed = cell(0, 2024)->computed = true;
    cell(0, 2025)->leaves = 2;
    cell(0, 2024)->leaves = 1;
    expect_headline("Кабинеты: 21~кабинет. Сложены числа 2 школ, а в~прошлый "
                    "раз — 1, поэтому их не сравнивают.");
    cell(0, 2024)->leaves = 2;
    expect_headline("Кабинеты: 21~кабинет — на~19 больше, чем год назад.");
    cell(0, 2024)->leaves = 1;
    indicators[0].aggregate = AGGREGATE_MEAN;
    expect_headline("Кабинеты: 21~кабинет — на~19 больше, чем год назад.");
}

static void test_verbs(void **state)
{
    static const struct {
        const char *value, *begin;
    } rows[] = {
        {"0", "0 из 100 детей занимаются"},
        {"1", "1 из 100 детей занимается"},
        {"11", "11 из 100 детей занимаются"},
        {"20,5", "21 из 100 детей занимается"},
        {"22", "22 из 100 детей занимаются"},
        {"100", "100 из 100 детей занимаются"}
    };

    (void)state;
    set_clubs();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0}, plain = {0};
        *cell(0, 2025) = shown(rows[i].value, 400);
        words_headline(&out, &words, 0, 0, Y2025);
        for (size_t k = 0; k < out.n; k++)
            if (!memcmp(out.p + k, NB, 2)) {
                buf_char(&plain, ' ');
                k++;
            } else {
                buf_char(&plain, out.p[k]);
            }
        if (!str_starts(buf_str(&plain), str_of(rows[i].begin)))
            fail_msg("%s", plain.p);
        buf_free(&plain);
        buf_free(&out);
    }
}

static void test_other_periods(void **state)
{
    (void)state;
    set_clubs();
    assert_true(period_parse(S("2024-H1"),
                             &release.indicators[0].periods[Y2024]));
    assert_true(period_parse(S("2024-H2"),
                             &release.indicators[0].periods[Y2025]));
    *cell(0, 2024) = shown("50", 1000);
    *cell(0, 2025) = shown("60", 1000);
    expect_headline("60~из~100 детей занимаются в~кружках и~секциях — на~10 "
                    "больше, чем в~1-м полугодии 2024~года.");
    *cell(0, 2024) = state_of(STATE_NOT_YET);
    expect_headline("60~из~100 детей занимаются в~кружках и~секциях. Это "
                    "первое измерение.");
}

/* Hostile words come out as they are, and nothing is read beyond them. */
static void test_odd_words(void **state)
{
    (void)state;
    set_fg9();
    indicators[0].subj = S("{k} <b>\"");
    indicators[0].verb_many = S(" {verb}" NB);
    *cell(0, 2025) = shown("50", 400);
    expect_headline("50~из~100 {k} <b>\"  {verb}~. Это первый год "
                    "измерения.");
}

static void test_english(void **state)
{
    (void)state;
    set_clubs();
    words.lexicon = en;
    municipalities[0].brief = S("district");
    indicators[0].subj = S("children");
    indicators[0].verb_one = indicators[0].verb_many = S("go to clubs");
    *cell(0, 2025) = shown("82,4", 612);
    *cell(0, 2024) = shown("76,0", 600);
    set_target(2025, TARGET_AT_LEAST, "85", STATUS_NEAR);
    set_whole("78");
    expect_headline("82~of~100 children go to clubs — 6 more than a year "
                    "ago. The target of~2025 (85) is 3 away. This is above "
                    "the average in the district (78).");
}

/* In large print as the headline says it; without its words a percentage. */
static void test_big(void **state)
{
    struct buf out = {0};

    (void)state;
    set_clubs();
    words_big(&out, &words, 0, shown("82.4", 612));
    assert_string_equal(out.p, "82\u00a0из\u00a0100");
    buf_clear(&out);
    words_big(&out, &words, 0, (struct fact){.state = STATE_COUNTS,
                                             .numerator = 13, .n = 18});
    assert_string_equal(out.p, "13\u00a0из\u00a018");
    buf_clear(&out);
    indicators[0].subj.n = 0;
    words_big(&out, &words, 0, shown("82.4", 612));
    assert_string_equal(out.p, "82,4\u00a0%");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_vector_fg9, setup),
        cmocka_unit_test_setup(test_vector_clubs, setup),
        cmocka_unit_test_setup(test_vector_later_target, setup),
        cmocka_unit_test_setup(test_vector_first_year, setup),
        cmocka_unit_test_setup(test_vector_counts, setup),
        cmocka_unit_test_setup(test_vector_absence, setup),
        cmocka_unit_test_setup(test_vector_reasons, setup),
        cmocka_unit_test_setup(test_big, setup),
        cmocka_unit_test(test_conflict),
        cmocka_unit_test_setup(test_titled, setup),
        cmocka_unit_test_setup(test_score, setup),
        cmocka_unit_test_setup(test_count_and_money, setup),
        cmocka_unit_test_setup(test_yes_no, setup),
        cmocka_unit_test_setup(test_colon_and_awaited, setup),
        cmocka_unit_test_setup(test_range_target, setup),
        cmocka_unit_test_setup(test_unjudged_targets, setup),
        cmocka_unit_test_setup(test_break, setup),
        cmocka_unit_test_setup(test_other_schools, setup),
        cmocka_unit_test_setup(test_verbs, setup),
        cmocka_unit_test_setup(test_other_periods, setup),
        cmocka_unit_test_setup(test_odd_words, setup),
        cmocka_unit_test_setup(test_english, setup)
    };

    return cmocka_run_group_tests(tests, read_lexicons,
                                  forget_lexicons) != 0 ? 1 : 0;
}
