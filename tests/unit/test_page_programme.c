/*
 * Tests of render/page_programme: a programme in short, its passport, plan and
 * fact of the whole, money, and what is missing said in words.
 */
#include "small_site.h"

#define FULL                                                              \
    "---\ntitle: Школа роста\nshort: Рост\nsummary: Учим лучше.\n"        \
    "municipality: zar\nperiod: 2024-2027\ngoal: Учить лучше\n"           \
    "approved: Постановление № 5\ndeveloper: Отдел\n"                     \
    "tasks: [{id: one, text: Читать}, {id: two, text: Считать}]\n"        \
    "expected: [Больше книг, Больше клубов]\ncontrol: Отчёт за год\n"     \
    "extra: {Особый раздел: Так & этак}\n"                                \
    "source_note: Пересказ документа\n---\n\nВведение.\n"

static void programme_files(void)
{
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md", FULL);
    write_file("site/content/programs/rost/part.md",
               "---\ntitle: Раздел первый\nsummary: О разделе.\n---\nx\n");
    write_file("site/content/programs/rost/sport.md",
               "---\ntitle: Подпрограмма\nkind: subprogramme\n---\nx\n");
    write_file("site/content/programs/rost/r24.md",
               "---\ntitle: Отчёт за 2024 год\nkind: report\n"
               "period: 2024\n---\nx\n");
    write_file("site/content/programs/rost/check.md",
               "---\ntitle: Проверка\nkind: report\n"
               "period: 2024\n---\nx\n");
    write_file("site/data/schools.csv",
               "id;name;municipality\nzar-1;Первая;zar\nzar-2;Вторая;zar\n");
    write_file("site/data/organisations.csv",
               "id;name\nuo;Управление\n");
    write_file("site/data/rost/indicators.csv",
               "id;number;title;unit;class;direction;aggregate;group;task;"
               "baseline\n"
               "rooms;1.1;Кабинеты;%;open;up;given;Условия;one;50@2023\n"
               "own;;Свои;%;open;up;none;Условия;;\n"
               "fg;;Грамотность;%;people;up;weighted;Учёба;one;\n");
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\nrooms;2024;60\nrooms;2026;80\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n\n"
               "rooms;;2024;61,5;;\nrooms;zar-1;2024;91;;\n"
               "own;zar-1;2024;73,3;;\n"
               "fg;zar-1;2024;;30;60\nfg;zar-2;2024;;2;97\n");
    write_file("site/data/rost/plan.csv",
               "id;title;when;status;responsible\n"
               "m1;Сбор;Май 2025;planned;uo\nm2;Клуб;Май 2026;done;\n");
    write_file("site/data/rost/finance.csv",
               "year;source;purpose;planned;actual;unit\n"
               "2024;Бюджет;Книги;1000;900;тыс. руб.\n"
               "2024;Гранты;Мебель;500;;тыс. руб.\n");
    write_file("site/data/rost/risks.csv",
               "risk;measures;owner;indicators\nМало людей;Звать;uo;rooms\n");
    write_file("site/data/rost/documents.csv",
               "id;title;number;date;url\n"
               "d1;Приказ;1-П;01.02.2024;https://example.org/d\n"
               "d2;Письмо;;;javascript:alert(1)\n");
    write_file("site/data/rost/participants.csv",
               "school;role;partner\nzar-1;mentor;zar-2\n");
}

static int set_up(void **state)
{
    programme_files();
    *state = site_open();
    return 0;
}

static const char *page_of(void **state)
{
    return site_page(*state, "programs/rost/index.html");
}

static void test_order(void **state)
{
    struct small_site *s = *state;

    assert_order(page_of(state), ORDER(
        "<h1>Школа роста</h1>", "<p class=\"lead\">Учим лучше.</p>",
        "id=\"short\"", "Учить лучше", "2024–\u20602027", "Заречный район",
        "Отдел", "№\u00a05", "class=\"toc\"", "id=\"about\"", "Введение.",
        "id=\"subprogrammes\"", "Подпрограмма", "id=\"sections\"",
        "Раздел первый", "О\u00a0разделе.", "id=\"reports\"",
        "Отчёт за\u00a02024", "id=\"passport\"", "id=\"tasks\"",
        "id=\"indicators\"", "id=\"plan\"", "id=\"holdings\"",
        "id=\"money\"", "id=\"risks\"", "id=\"documents\"",
        "id=\"schools\"", "id=\"organisations\"", "id=\"files\""));
    assert_message(s->diag, MSG_COUNT);
}

/* A report whose title has its year does not say it again. */
static void test_reports(void **state)
{
    const char *list = strstr(page_of(state), "id=\"reports\"");
    const char *year;

    assert_non_null(list);
    year = strstr(list, "<span class=\"meta\">2024\u00a0год</span>");
    assert_non_null(year);
    assert_true(year > strstr(list, "Проверка</a>"));
    assert_true(year < strstr(list, "id=\"passport\""));
    assert_null(strstr(year + 1, "<span class=\"meta\">2024\u00a0год"));
}

/* Every entry of the contents leads somewhere. */
static void test_contents(void **state)
{
    const char *page = page_of(state);
    const char *at = strstr(page, "class=\"toc\"");
    const char *end = strstr(at, "</nav>");
    size_t n = 0;

    for (; (at = strstr(at, "href=\"#")) && at < end; n++) {
        char id[64];

        at += strlen("href=\"#");
        snprintf(id, sizeof id, "id=\"%.*s\"", (int)strcspn(at, "\""), at);
        assert_holds(page, id);
    }
    assert_true(n > 10);
}

static void test_passport(void **state)
{
    assert_order(page_of(state), ORDER(
        "id=\"passport\"", "Школа роста", "Постановление №\u00a05", "Отдел",
        "Учить лучше", "Читать", "Считать", "2024–\u20602027", "Больше книг",
        "Больше клубов", "Отчёт за\u00a0год", "Особый раздел",
        "Так &amp; этак", "</dl>"));
}

/* Plan and fact of the whole only: not one number of a school. */
static void test_numbers(void **state)
{
    const char *page = page_of(state);

    assert_order(page, ORDER(
        "id=\"tasks\"", "Читать", "indicators/rooms.html", "Считать",
        "id=\"indicators\"", "<h3>Условия</h3>",
        "1.1 <a href=\"indicators/rooms.html\">Кабинеты</a>", "50,0", "2023",
        "не менее 60", "61,5", "не менее 80", "цель достигнута", "indicators/own.html", "<h3>Учёба</h3>",
        "indicators/fg.html"));
    assert_lacks(page, "91");
    assert_lacks(page, "73,3");
    assert_lacks(page, "50,0\u00a0%</td>");
    assert_lacks(page, "20,4");             /* 32 of 157 */
}

static void test_plan(void **state)
{
    assert_order(page_of(state), ORDER(
        "id=\"plan\"", "2\u00a0мероприятия", "1\u00a0мероприятие",
        "href=\"plan.html\"", "id=\"overdue\"", "class=\"overdue\"",
        "Управление", "plan.html#m1", "Сбор", "id=\"holdings\""));
}

/* Its result by the method, each year made of what is known. */
static void test_effect(void **state)
{
    const char *page = page_of(state);

    assert_order(page, ORDER(
        "Сравнение с целью: 61,5\u00a0≥\u00a060", "id=\"money\"",
        "id=\"effect\"", "Своей методики программа не назвала",
        "methodology.html#degree", "report-2024.html\">2024, отчёт</a>",
        "<td class=\"num\">1</td>", "мероприятий нет",
        "расходы указаны не везде", "не считаем",
        "<th scope=\"row\">2026</th>", "год не закончился",
        "<dt>2026</dt>", "На\u00a02026\u00a0год запланировано",
        "Год ещё не закончился", "data/rost/calc.json", "id=\"risks\""));
    assert_lacks(page, "<dt>2024</dt>");    /* the report says it */
    assert_holds(page, "href=\"#effect\"");
}

/* Where nothing is known there is no section, and no word of a method. */
static void test_no_effect(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    programme_files();
    run("cd site/data/rost && rm finance.csv values.csv plan.csv");
    s = site_open();
    page = site_page(s, "programs/rost/index.html");
    assert_lacks(page, "id=\"effect\"");
    assert_lacks(page, "методик");
    site_close(s);
}

static void test_money(void **state)
{
    assert_order(page_of(state), ORDER(
        "id=\"money\"", "class=\"total\"", "1,5\u00a0млн", "<td>Бюджет</td>",
        "900\u00a0тыс.", "<td>Гранты</td>", "500\u00a0тыс.",
        "сведений об исполнении нет", "</table>"));
}

static void test_lists(void **state)
{
    const char *page = page_of(state);

    assert_order(page, ORDER(
        "id=\"risks\"", "Мало людей", "Звать",
        "../../organisations.html#uo", "indicators/rooms.html",
        "<tr id=\"document-d1\">", "href=\"https://example.org/d\"", "1-П",
        "01.02.2024", "<tr id=\"document-d2\">",
        "id=\"schools\"", "../../schools/zar-1.html",
        "../../schools/zar-2.html"));
    assert_lacks(page, "href=\"javascript");
    assert_order(page, ORDER("id=\"files\"",
                             "href=\"../../data/rost/values.csv\"",
                             "href=\"../../data/rost/values-excel.csv\""));
}

/* What the document does not name is said, and not half a heading more. */
static void test_empty(void **state)
{
    static const char *const absent[] = {
        "id=\"about\"", "id=\"tasks\"", "id=\"indicators\"", "id=\"plan\"",
        "id=\"risks\"", "id=\"documents\"", "id=\"organisations\"",
        "id=\"practices\"", "id=\"news\"", "id=\"reports\"", "id=\"files\"",
    };
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n---\n");
    s = site_open();
    page = site_page(s, "programs/rost/index.html");
    assert_message(s->diag, MSG_COUNT);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_lacks(page, absent[i]);
    assert_order(page, ORDER("не названо", "сумма в программе не названа",
                             "id=\"holdings\"",
                             "Плана мероприятий в программе нет.",
                             "id=\"money\"", "Суммы в программе не названы"));
    site_close(s);
}

/* Several programmes have a list of all. */
static void test_list(void **state)
{
    struct small_site *s;

    assert_int_equal(plan_find(((struct small_site *)*state)->plan,
                               S("programs/index.html")), SIZE_MAX);
    programme_files();
    write_file("site/content/programs/beta/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n"
               "demo: true\n---\n");
    s = site_open();
    assert_order(site_page(s, "programs/index.html"), ORDER(
        "<a href=\"beta/index.html\">Вторая программа</a>", "class=\"demo\"",
        "<a href=\"rost/index.html\">Школа роста</a>"));
    assert_holds(site_page(s, "programs/beta/index.html"),
                 "class=\"banner demo\"");
    assert_lacks(site_page(s, "programs/rost/index.html"),
                 "class=\"banner demo\"");
    site_close(s);
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(name, set_up, site_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_order), TEST(test_reports), TEST(test_contents),
        TEST(test_passport),
        TEST(test_numbers), TEST(test_plan), TEST(test_effect), TEST(test_money),
        TEST(test_lists), TEST(test_list), cmocka_unit_test(test_empty),
        cmocka_unit_test(test_no_effect),
    };

    return RUN_SITE(tests);
}
