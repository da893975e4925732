/*
 * Tests of render/page_methodology: the numbers of the rules are those in
 * force, what was hidden is counted, every exception is listed.
 */
#include "school_site.h"

/* The rules of this site, not of the program. */
static const struct {
    const char *config, *sentence;
} rules[] = {
    { SITE_CONFIG, "меньше 10 детей" },
    { SITE_CONFIG, "детях, которых меньше 5." },
    { SITE_CONFIG, "от 10 до 19 детей" },
    { SITE_CONFIG "disclosure: {n_min: 12}\n", "меньше 12 детей" },
    { SITE_CONFIG "disclosure: {k: 6}\n", "детях, которых меньше 6." },
    { SITE_CONFIG "disclosure: {counts_below: 31}\n", "от 10 до 30 детей" },
};

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct small_site *s;

        site_files(rules[i].config);
        s = site_open();
        assert_holds(site_page(s, "methodology.html"), rules[i].sentence);
        assert_message(s->diag, MSG_COUNT);
        site_close(s);
    }
}

/* zar-3 is hidden, with it the whole; zar-2 counts; ovz has no rows. */
static void test_counts(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "methodology.html");

    assert_order(page, ORDER("id=\"status\"", "id=\"degree\"",
                             "Школа роста</a>: отношение факта к плану",
                             "id=\"protection\"",
                             "id=\"protection-counts\"",
                             "<th scope=\"row\">открытые сведения</th>"
                             "<td class=\"num\">4</td>",
                             "<th scope=\"row\">сведения о людях</th>"
                             "<td class=\"num\">5</td>"
                             "<td class=\"num\">1</td>"
                             "<td class=\"num\">2</td>"
                             "<td class=\"num\">0</td>",
                             "id=\"protection-exceptions\"",
                             "Исключений из этих правил на сайте нет."));
    assert_lacks(page, "<caption>Исключения программы");
    assert_message(s->diag, MSG_COUNT);
}

/* Whether the tables themselves withhold a number or a rule does is no
 * reader's business: it is one state. */
static void test_stated(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;status\n"
               "late;zar-1;2025;;c\nlate;zar-2;2025;7;\n");
    s = site_open();
    assert_holds(site_page(s, "methodology.html"),
                 "<th scope=\"row\">открытые сведения</th>"
                 "<td class=\"num\">1</td><td class=\"num\">0</td>"
                 "<td class=\"num\">1</td>");
    site_close(s);
}

/* Class, level and order of each indicator about people are in force before
 * any number is seen. */
static void test_ways(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;policy;aggregate;source\n"
               "first;Первый;%;people;;weighted;\n"
               "total;Второй;%;people;total-first;weighted;\n"
               "vpr;Третий;%;people;;none;ВПР\n"
               "rooms;Четвёртый;шт.;open;;sum;\n"
               "ovz;Пятый;чел.;sensitive;;sum;\n");
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\nfirst;2025;50\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value\n");
    s = site_open();
    page = site_page(s, "methodology.html");
    assert_order(page, ORDER(
        "Показатели программы: Школа роста", ">Первый</a></th>"
        "<td>сведения о людях</td><td>по школам</td>"
        "<td>скрыто и общее число</td>",
        ">Второй</a></th><td>сведения о людях</td><td>по школам</td>"
        "<td>скрыты все школы, общее число видно</td>",
        ">Третий</a></th><td>сведения о людях</td><td>только вместе</td>"
        "<td>скрыта одна она: общего числа нет</td>",
        ">Пятый</a></th><td>особо защищённые сведения</td>"
        "<td>только вместе</td>"));
    assert_lacks(page, ">Четвёртый</a></th><td>открытые");
    site_close(s);
}

static void test_exceptions(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/rost/overrides.csv",
               "indicator;school;period;rule;reason\n"
               "fg;zar-3;2025;small;Родители согласны & знают\n"
               "fg;;;n-unknown;Опубликовано министерством\n");
    s = site_open();
    page = site_page(s, "methodology.html");
    assert_order(page, ORDER(
        "Исключения программы: Школа роста",
        "programs/rost/indicators/fg.html\">Грамотность</a>",
        "schools/zar-3.html\">Третья школа</a>", "2025", "малая группа",
        "Родители согласны &amp; знают", "Грамотность",
        "все значения показателя", "все периоды", "неизвестно число детей",
        "Опубликовано министерством"));
    assert_lacks(page, "Исключений из этих правил");
    site_close(s);
}

static void test_method(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "achievement: share-reached\n---\n");
    write_file("site/content/programs/dva/index.md",
               "---\ntitle: Вторая\nmunicipality: zar\n---\n");
    s = site_open();
    page = site_page(s, "methodology.html");
    assert_holds(page, "Школа роста</a>: доля показателей");
    assert_lacks(page, "Вторая</a>: ");     /* it has no targets */
    site_close(s);
}

/* Each formula in force stands with a number of this site; the others are not
 * there. */
static void test_formulas(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "methodology.html");

    assert_order(page, ORDER(
        "href=\"#share\"", "href=\"#chance\"", "href=\"#status\"",
        "id=\"share\"", "<h3>Доля</h3>",
        "programs/rost/indicators/fg.html\">Грамотность</a>, Первая, "
        "2025\xC2\xA0год.", "36\xC2\xA0/\xC2\xA0" "60",
        "<h3>Когда детей мало</h3>", "Вторая школа, 2025", "8\xC2\xA0из",
        "id=\"whole\"", "<h3>По всем детям вместе</h3>",
        "<h3>Общего числа нет</h3>",
        "id=\"chance\"", "<h3>Возможный разброс</h3>", "z² / 4n²",
        "<h3>Случайная разница двух лет</h3>", "id=\"status\"",
        "цель достигнута", "id=\"degree\"", "<h3>Нужен рост</h3>",
        "<h3>Нужно снижение</h3>", "id=\"charts\"", "id=\"protection\"",
        "id=\"no-ranking\""));
    assert_lacks(page, "<h3>Сумма</h3>");
    assert_lacks(page, "<h3>Названо в источнике</h3>");
    assert_lacks(page, "<h3>Среднее по школам</h3>");
    assert_lacks(page, "<h3>Округление в источниках</h3>");
    assert_lacks(page, "<h3>«У половины школ»</h3>");
    assert_lacks(page, "<h3>Если делить не на что</h3>");
    assert_lacks(page, "97");               /* of the hidden cell */
}

/* A site without numbers speaks of rules only, and of no section in vain. */
static void test_no_numbers(void **state)
{
    static const char *const gone[] = {
        "\"share\"", "\"whole\"", "\"chance\"", "\"status\"", "\"degree\"",
        "\"charts\"", "#share", "#whole", "#chance", "#status", "#degree",
        "#charts", "Пример:", NULL
    };
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG);
    s = site_open();
    page = site_page(s, "methodology.html");
    for (size_t i = 0; gone[i]; i++)
        assert_lacks(page, gone[i]);
    assert_order(page, ORDER("href=\"#protection\"", "id=\"protection\"",
                             "id=\"no-ranking\""));
    assert_message(s->diag, MSG_COUNT);
    site_close(s);
}

/* What a programme comes to is told where something is known of it. */
static void test_effect(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/rost/finance.csv",
               "year;source;planned;actual;unit\n2025;Бюджет;100;90;руб.\n");
    s = site_open();
    page = site_page(s, "methodology.html");
    assert_order(page, ORDER("<h3>Итог программы за год</h3>",
                             "Деньги (SSuz)", "Школа роста</a>, 2025.",
                             "Доля потраченного"));
    assert_lacks(page, "Эффективность (ER)");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        SCHOOL_TEST(test_counts),
        cmocka_unit_test(test_stated),
        cmocka_unit_test(test_ways),
        cmocka_unit_test(test_exceptions),
        SCHOOL_TEST(test_formulas),
        cmocka_unit_test(test_no_numbers),
        cmocka_unit_test(test_effect),
        cmocka_unit_test(test_method),
    };

    return RUN_SITE(tests);
}
