/*
 * Tests of render/page_home: AC-HOME of the reader's document, the next
 * measures, one programme and several.
 */
#include "small_site.h"

/* One programme with two schools, a plan and an indicator. */
static void home_files(const char *plan)
{
    site_files(SITE_CONFIG);
    write_file("site/content/index.md",
               "---\ntitle: Школы района\nsummary: Что обещано.\n---\n\n"
               "## Как читать\n\nТекст.\n");
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2024-2027\ngoal: Учить лучше.\n---\n");
    write_file("site/data/schools.csv",
               "id;name;municipality;settlement\n"
               "zar-1;Школа Первая;zar;с. Заречное\n"
               "zar-2;Школа Вторая;zar;с. Заречное\n"
               "zar-3;Школа Третья;zar;д. Ольховка\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;direction;decimals;aggregate\n"
               "rooms;Кабинеты;%;open;up;1;given\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value\n"
               "rooms;;2025;60,5\nrooms;zar-1;2025;71,3\n");
    if (plan)
        write_file("site/data/rost/plan.csv", plan);
}

static void test_one_programme(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    home_files("id;title;when;status\nm1;Первое дело;Май 2026;planned\n"
               "m2;Второе дело;Май 2025;done\n");
    s = site_open();
    page = site_page(s, "index.html");
    assert_message(s->diag, MSG_COUNT);
    assert_holds(page, "<h1>Школы района</h1>");
    assert_holds(page, "<title>Школы района</title>");
    assert_holds(page, "<p class=\"lead\">Что обещано.</p>");
    assert_holds(page, "href=\"programs/rost/index.html\">Школа роста</a>");
    assert_holds(page, "Учить лучше.</p>");
    assert_holds(page, "<a href=\"schools/index.html#in-zar-s-zarechnoe\">"
                       "с.\u00a0Заречное</a> (2\u00a0школы)");
    assert_holds(page, "#in-zar-d-olkhovka");
    assert_holds(page, "60,5");
    assert_holds(page, "Как читать</h3>");
    /* AC-HOME: no school's name or number. */
    assert_lacks(page, "Первая");
    assert_lacks(page, "71");
    site_close(s);
}

/* The anchors lead to the list of schools. */
static void test_anchors(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    home_files(NULL);
    s = site_open();
    page = site_page(s, "schools/index.html");
    assert_holds(page, "id=\"in-zar-s-zarechnoe\"");
    assert_holds(page, "id=\"in-zar-d-olkhovka\"");
    site_close(s);
}

/* What of a plan comes next, in the order of its dates; as_of is 2026-03-01. */
static const struct {
    const char *when, *status;
    bool shown;
} measures[] = {
    { "Май 2026", "planned", true },
    { "Март 2026", "", true },
    { "Февраль 2026", "planned", false },
    { "Май 2026", "done", false },
    { "Май 2026", "cancelled", false },
    { "Май 2026", "postponed", false },
    { "Январь 2025 – декабрь 2026", "doing", true },
    { "Ежегодно, февраль", "", true },
    { "Август 2024 г., далее ежегодно", "", true },
    { "Постоянно", "doing", false },
    { "По мере надобности", "", false },
};

static void test_next(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        struct small_site *s;
        char plan[256];
        const char *page;

        snprintf(plan, sizeof plan,
                 "id;title;when;status\nm1;Особое дело;%s;%s\n",
                 measures[i].when, measures[i].status);
        home_files(plan);
        s = site_open();
        page = site_page(s, "index.html");
        if (measures[i].shown)
            assert_holds(page, "plan.html#m1\">Особое дело</a>");
        else
            assert_lacks(page, "Особое дело");
        site_close(s);
    }
}

static void test_next_order(void **state)
{
    struct small_site *s;
    const char *page, *at;

    (void)state;
    home_files("id;title;when\n"
               "m7;Дело седьмое;Декабрь 2026\nm6;Дело шестое;Ноябрь 2026\n"
               "m5;Дело пятое;Октябрь 2026\nm4;Дело четвёртое;Май 2026\n"
               "m1;Дело первое;Март 2026\nm3;Дело третье;Апрель 2026\n");
    s = site_open();
    page = site_page(s, "index.html");
    at = strstr(page, "Дело первое");
    assert_non_null(at);
    at = strstr(at, "Дело третье");
    assert_non_null(at);
    at = strstr(at, "Дело четвёртое");
    assert_non_null(at);
    assert_non_null(strstr(at, "Дело шестое"));
    assert_lacks(page, "Дело седьмое");
    site_close(s);
}

static void test_reported(void **state)
{
    struct small_site *s;

    (void)state;
    home_files("id;title;when\nm1;Особое дело;Ежегодно, май\n");
    write_file("site/data/rost/progress.csv",
               "measure;period;status\nm1;2026;done\nm1;2027;cancelled\n");
    s = site_open();
    assert_lacks(site_page(s, "index.html"), "Особое дело");
    site_close(s);
}

static void test_many(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    home_files(NULL);
    write_file("site/content/programs/beta/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n"
               "period: 2024\ndemo: true\nsource_note: Придумано\n---\n");
    write_file("site/content/programs/gamma/index.md",
               "---\ntitle: Третья программа\nmunicipality: zar\n"
               "period: 2024\nsource_note: Пересказ\n---\n");
    s = site_open();
    page = site_page(s, "index.html");
    assert_holds(page, "<h3><a href=\"programs/beta/index.html\">"
                       "Вторая программа</a> <span class=\"demo\">");
    assert_holds(page, "Пересказ. Это не официальный сайт");
    assert_lacks(page, "Придумано. Это не официальный");
    assert_lacks(page, "class=\"banner demo\"");
    site_close(s);
}

/* Nothing but inventions: each page says it once, beside no thing again. */
static void test_invented(void **state)
{
    struct small_site *s;

    (void)state;
    home_files("id;title;when;status\nm1;Дело;Май 2026;planned\n");
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2023-2026\ndemo: true\n---\n");
    s = site_open();
    assert_order(site_page(s, "index.html"),
                 ORDER("class=\"banner demo\"", "Дело"));
    assert_lacks(site_page(s, "index.html"), "<span class=\"demo\">");
    assert_holds(site_page(s, "schools/index.html"), "class=\"banner demo\"");
    assert_holds(site_page(s, "about.html"), "class=\"banner demo\"");
    site_close(s);
}

/* Of four indicators with targets the two most telling are told first. */
static void test_telling(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    home_files("id;title;when;status\nm1;Дело;Май 2026;planned\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;direction;aggregate\n"
               "a;Альфа;%;open;up;given\nb;Бета;%;open;up;given\n"
               "c;Гамма;%;open;up;given\nd;Дельта;%;open;up;given\n");
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\n"
               "a;2025;50\nb;2025;50\nc;2025;50\nd;2025;50\n");
    write_file("site/data/rost/values.csv",
               "indicator;period;value\n"
               "a;2025;55\nb;2025;70\nc;2025;20\nd;2025;45\n");
    s = site_open();
    page = site_page(s, "index.html");
    assert_order(page, ORDER("<h2>Главное сейчас</h2>",
                             "indicators/b.html\">Бета</a></li>",
                             "indicators/c.html\">Гамма</a></li>",
                             "запланировано", "<h2>Как выполняется"));
    site_close(s);
}

/* Nothing but a title: no empty heading, nothing broken. */
static void test_empty(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG);
    s = site_open();
    page = site_page(s, "index.html");
    assert_message(s->diag, MSG_COUNT);
    assert_holds(page, "<h1>Школы района</h1>");
    assert_lacks(page, "<h2>");
    assert_lacks(page, "class=\"crumbs");
    assert_lacks(page, "Обновлено");    /* no index.md has no date */
    site_close(s);
}

/* Years that stand in the name are not said again. */
static void test_years_once(void **state)
{
    struct small_site *s;

    (void)state;
    home_files(NULL);
    s = site_open();
    assert_holds(site_page(s, "index.html"),
                 "<p>Что обещано: <a href=\"programs/rost/index.html\">"
                 "Школа роста</a>, 2024–\u20602027\u00a0годы.");
    site_close(s);
    home_files(NULL);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Программа роста на 2024-2027 годы\n"
               "municipality: zar\nperiod: 2024-2027\n---\n");
    s = site_open();
    assert_holds(site_page(s, "index.html"),
                 "на\u00a02024–\u20602027 годы</a>. ");
    site_close(s);
}

static void test_english(void **state)
{
    struct small_site *s;

    (void)state;
    home_files("id;title;when\nm1;Thing;2026\n");
    write_file("site/content/site.yml",
               "title: Schools\nlanguage: en\nas_of: 2026-03-01\n"
               "municipalities:\n  zar: {name: Zar}\n");
    s = site_open();
    assert_holds(site_page(s, "index.html"), "Find your school");
    assert_holds(site_page(s, "index.html"), "<html lang=\"en\">");
    for (size_t i = 0; i < plan_count(s->plan); i++) {
        buf_clear(&s->out);
        page_render(s->plan, i, s->scratch, &s->out, s->diag);
    }
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_programme),
        cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_next_order),
        cmocka_unit_test(test_reported),
        cmocka_unit_test(test_many), cmocka_unit_test(test_invented),
        cmocka_unit_test(test_telling),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_years_once),
        cmocka_unit_test(test_english),
    };
    return RUN_SITE(tests);
}
