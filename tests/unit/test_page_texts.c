/*
 * Tests of the small page kinds: free pages, news, organisations, glossary,
 * about, accessibility.
 */
#include "small_site.h"

static void base_files(void)
{
    site_files(SITE_CONFIG);
    write_file("site/content/index.md", "---\ntitle: Школы района\n---\n");
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2024-2027\n---\n");
    write_file("site/content/programs/demo/index.md",
               "---\ntitle: Пример\nmunicipality: zar\n"
               "period: 2024-2027\ndemo: true\n---\n");
}

static void test_free_pages(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    base_files();
    write_file("site/content/guide.md",
               "---\ntitle: Руководство\nsummary: Как править.\n"
               "extra:\n  Кому: Всем & каждому\n---\n\n## Часть\n");
    write_file("site/content/guide/b.md",
               "---\ntitle: Вторая\norder: 2\nnav: false\n---\nx\n");
    write_file("site/content/guide/a.md",
               "---\ntitle: Первая\norder: 3\nnav: false\n---\nx\n");
    s = site_open();
    assert_message(s->diag, MSG_COUNT);
    page = site_page(s, "guide.html");
    assert_holds(page, "<dt>Кому</dt><dd>Всем &amp; каждому</dd>");
    assert_holds(page, "<a href=\"guide/b.html\">Вторая</a>");
    assert_true(strstr(page, "Вторая") < strstr(page, "Первая"));
    assert_holds(page, "<h2 id=\"chast\">Часть</h2>");
    page = site_page(s, "guide/a.html");
    assert_holds(page, "<li><a href=\"../guide.html\">Руководство</a></li>");
    /* In the footer of every page, unless nav: false. */
    page = site_page(s, "about.html");
    assert_holds(page, "<a href=\"guide.html\">Руководство</a>");
    assert_lacks(page, "Первая");
    site_close(s);
}

/* A page named like a generated one becomes its introduction. */
static void test_introduction(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    base_files();
    write_file("site/content/about.md",
               "---\ntitle: О сайте\nupdated: 2026-02-01\n---\n\n"
               "Наши слова.\n");
    s = site_open();
    assert_message(s->diag, MSG_COUNT);
    page = site_page(s, "about.html");
    assert_true(strstr(page, "Наши слова.") < strstr(page, "about-contact"));
    assert_holds(page, "1\u00a0февраля\u00a02026\u00a0года");
    assert_holds(page, "<a href=\"mailto:a@example.org\">");
    assert_holds(site_page(s, "accessibility.html"), "WCAG 2.2");
    site_close(s);
}

static void test_no_contact(void **state)
{
    struct small_site *s;

    (void)state;
    site_files("title: Т\nas_of: 2026-03-01\n"
               "municipalities:\n  zar: {name: Заречный район}\n");
    s = site_open();
    assert_holds(site_page(s, "about.html"), "пока не\u00a0указано");
    assert_lacks(site_page(s, "about.html"), "mailto:");
    site_close(s);
}

static void test_news(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    base_files();
    write_file("site/content/news/old.md",
               "---\ndate: 2025-12-01\ntitle: Старая\nprogramme: demo\n---\n"
               "Текст.\n");
    write_file("site/content/news/new.md",
               "---\ndate: 2026-02-01\ntitle: Новая\nprogramme: rost\n"
               "summary: Коротко.\n---\nТекст.\n");
    write_file("site/content/news/hidden.md",
               "---\ndate: 2026-02-02\ntitle: Черновик\ndraft: true\n---\n");
    s = site_open();
    page = site_page(s, "news/index.html");
    assert_message(s->diag, MSG_COUNT);
    assert_true(strstr(page, "Новая") < strstr(page, "Старая"));
    assert_lacks(page, "Черновик");
    assert_holds(page, "<time datetime=\"2026-02-01\">");
    assert_int_equal(plan_find(s->plan, S("news/hidden.html")), SIZE_MAX);
    page = site_page(s, "news/old.html");
    assert_holds(page, "class=\"banner demo\"");
    assert_holds(page, "<a href=\"../programs/demo/index.html\">");
    assert_lacks(site_page(s, "news/new.html"), "class=\"banner demo\"");
    site_close(s);
}

static void test_organisations(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    base_files();
    write_file("site/data/organisations.csv",
               "id;name;short;kind;site;phone\n"
               "uo;Управление;УО;орган;https://example.org/a b;"
               "+7 (000) 12-34\n"
               "mc;Методический центр;;;javascript:alert(1);справочная\n"
               "dt;Дом <творчества>;;;;\n");
    write_file("site/data/demo/plan.csv",
               "id;title;when;responsible\nm1;Дело;2026;mc\n");
    write_file("site/data/rost/plan.csv",
               "id;title;when;responsible\nm1;Работа;2026;uo\n");
    s = site_open();
    page = site_page(s, "organisations.html");
    assert_message(s->diag, MSG_COUNT);
    assert_holds(page, "<section id=\"uo\">");
    assert_holds(page, "href=\"tel:+70001234\"");
    assert_holds(page, "href=\"https://example.org/a%20b\"");
    assert_lacks(page, "href=\"javascript");
    assert_holds(page, "<h2>Дом &lt;творчества&gt;</h2>");
    assert_holds(page, "<h2>Методический центр <span class=\"demo\">");
    assert_holds(page, "<h2>Управление</h2>");
    assert_holds(page, "programs/rost/plan.html#m1\">Работа</a>");
    assert_true(strstr(page, "Дом &lt;") < strstr(page, ">Методический"));
    site_close(s);
}

static void test_glossary(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    base_files();
    write_file("site/data/glossary.csv",
               "id;term;definition;synonyms\n"
               "b;Балл;Единица;очко|очки\na;Анкета;Вопросы;\n");
    s = site_open();
    page = site_page(s, "glossary.html");
    assert_true(strstr(page, "<dt id=\"a\">Анкета") <
                strstr(page, "<dt id=\"b\">Балл"));
    assert_holds(page, "очко, очки");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_free_pages),
        cmocka_unit_test(test_introduction),
        cmocka_unit_test(test_no_contact),
        cmocka_unit_test(test_news),
        cmocka_unit_test(test_organisations),
        cmocka_unit_test(test_glossary),
    };
    return RUN_SITE(tests);
}
