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
                             "Показано значений: ",
                             "Показано только число детей, без процентов: 1.",
                             "Скрыто по этим правилам: 2.",
                             "id=\"protection-exceptions\"",
                             "Исключений из этих правил на сайте нет."));
    assert_lacks(page, "Скрыто ещё до передачи");
    assert_lacks(page, "<table>");
    assert_message(s->diag, MSG_COUNT);
}

/* What the tables themselves withhold is told apart. */
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
                 "Скрыто ещё до передачи на сайт: 1.");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        SCHOOL_TEST(test_counts),
        cmocka_unit_test(test_stated),
        cmocka_unit_test(test_exceptions),
        cmocka_unit_test(test_method),
    };

    return RUN_SITE(tests);
}
