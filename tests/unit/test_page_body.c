/*
 * Tests of render/page_body: what an author's links, numbers, terms and
 * pictures become on a page, and each mistake in them with its place.
 */
#include "small_site.h"

#define HEAD "---\ntitle: Страница\n---\n"

/* A programme with one open indicator of two schools and a target. */
static void programme_files(void)
{
    site_files(SITE_CONFIG);
    write_file("site/content/index.md", "---\ntitle: Школы района\n---\n");
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2024-2026\n---\n");
    write_file("site/data/schools.csv",
               "id;name;municipality;settlement\n"
               "zar-1;Школа № 1;zar;с. Заречное\n"
               "zar-2;Школа № 2;zar;с. Заречное\n");
    write_file("site/data/glossary.csv",
               "id;term;definition\nuspeh;Успеваемость;Доля успевающих\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;direction;decimals;aggregate\n"
               "rooms;Кабинеты;%;open;up;1;given\n"
               "pupils;Успехи;%;people;up;1;none\n");
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\nrooms;2026;80\n");
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;n\n"
               "rooms;;2024;50,5;\nrooms;;2025;60,5;\n"
               "rooms;zar-1;2025;70;\n"
               "pupils;zar-1;2025;40;5\n");
    write_file("site/content/docs/plan.pdf", "%PDF");
    write_file("site/content/docs/map.png", "png");
    write_file("site/content/docs/hall.gif", "GIF89a\x80\x02\xE0\x01");
    write_file("site/content/draft.md",
               "---\ntitle: Черновик\ndraft: true\n---\nx\n");
}

/* One text and what it becomes, or the message and its column in line 4. */
static const struct {
    const char *text, *html;
    enum msg message;
} cases[] = {
    { "[Первая](school:zar-1)", "<a href=\"schools/zar-1.html\">Первая</a>",
      MSG_COUNT },
    { "[](school:zar-1)",
      "<a href=\"schools/zar-1.html\">Школа №\u00a01</a>", MSG_COUNT },
    { "[x](program:rost)", "<a href=\"programs/rost/index.html\">x</a>",
      MSG_COUNT },
    { "[x](indicator:rost/rooms)",
      "<a href=\"programs/rost/indicators/rooms.html\">x</a>", MSG_COUNT },
    { "[x](term:uspeh)", "<a href=\"glossary.html#uspeh\">x</a>",
      MSG_COUNT },
    { "[x](index.md)", "<a href=\"index.html\">x</a>", MSG_COUNT },
    { "[x](about.md)", NULL, MSG_PAGE_LINK_UNKNOWN },
    { "[x](docs/plan.pdf)", "<a href=\"docs/plan.pdf\">x</a>", MSG_COUNT },
    { "![карта](docs/map.png)",
      "<img src=\"docs/map.png\" alt=\"карта\" loading=\"lazy\">", MSG_COUNT },
    { "![Зал](docs/hall.gif \"Вид\")",
      "<img src=\"docs/hall.gif\" alt=\"Зал\" width=\"640\" height=\"480\" "
      "title=\"Вид\" loading=\"lazy\">", MSG_COUNT },
    { "![](docs/hall.gif)", NULL, MSG_TEXT_IMAGE_ALT },
    { "[x](https://example.org/a?b=1&c=%22)",
      "<a href=\"https://example.org/a?b=1&amp;c=%22\">x</a>", MSG_COUNT },
    { "[x](#part)\n\n## Part", "<a href=\"#part\">x</a>", MSG_COUNT },
    { "Было [](value:rost/rooms@2024).", "Было 50,5\u00a0%.", MSG_COUNT },
    { "Стало [](value:rost/rooms).", "Стало 60,5\u00a0%.", MSG_COUNT },
    { "В школе [](value:rost/rooms/zar-1@2025).", "70,0\u00a0%.",
      MSG_COUNT },
    { "Цель [](target:rost/rooms@2026).", "80", MSG_COUNT },
    { "Цель [](target:rost/rooms).", "80", MSG_COUNT },
    { "Растёт успеваемость.",
      "<a class=\"term\" href=\"glossary.html#uspeh\">успеваемость</a>.",
      MSG_COUNT },
    { "[x](school:zar-3)", NULL, MSG_PAGE_LINK_UNKNOWN },
    { "[x](school:qqqqqqqqqqqqqqqq)", NULL, MSG_PAGE_LINK_NOTHING },
    { "[x](shcool:zar-1)", NULL, MSG_PAGE_LINK_SCHEME },
    { "[x](javascript:alert(1))", NULL, MSG_PAGE_LINK_SCHEME },
    { "[x](draft.md)", NULL, MSG_PAGE_LINK_ABSENT },
    { "![x](https://example.org/a.png)", NULL, MSG_PAGE_IMAGE },
    { "![x](index.md)", NULL, MSG_PAGE_IMAGE },
    { "[](value:rost/rooms@2023)", NULL, MSG_PAGE_VALUE_HIDDEN },
    { "[](value:rost/pupils/zar-1@2025)", NULL, MSG_PAGE_VALUE_HIDDEN },
    { "[](value:rost/pupils/zar-1)", NULL, MSG_PAGE_VALUE_HIDDEN },
    { "[](value:rost/rooms/zar-2@2025)", NULL, MSG_PAGE_VALUE_HIDDEN },
    { "[](value:rost/nothing@2024)", NULL, MSG_PAGE_NUMBER_NAME },
    { "[](value:none/rooms@2024)", NULL, MSG_PAGE_NUMBER_NAME },
    { "[](value:rost/rooms@soon)", NULL, MSG_PAGE_NUMBER_NAME },
    { "[](value:rost/rooms/zar-9@2024)", NULL, MSG_PAGE_NUMBER_NAME },
    { "[](value:)", NULL, MSG_PAGE_NUMBER_NAME },
    { "[](target:rost/rooms@2024)", NULL, MSG_PAGE_TARGET_NONE },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct small_site *s;
        char text[512];
        const char *page;

        programme_files();
        snprintf(text, sizeof text, HEAD "%s\n", cases[i].text);
        write_file("site/content/free.md", text);
        s = site_open();
        assert_non_null(s->plan);
        page = site_page(s, "free.html");
        if (cases[i].html)
            assert_holds(page, cases[i].html);
        assert_message(s->diag, cases[i].message);
        site_close(s);
    }
}

/* The message stands where the link stands. */
static void test_place(void **state)
{
    struct small_site *s;
    char *text;

    (void)state;
    programme_files();
    write_file("site/content/free.md", HEAD "\nАбв.\n\nТут [x](school:no).\n");
    s = site_open();
    site_page(s, "free.html");
    text = said(s->diag);
    assert_holds(text, "content/free.md:7:5: ");
    free(text);
    site_close(s);
}

/* A term is a link once a page; in the glossary itself it is none. */
static void test_terms(void **state)
{
    struct small_site *s;
    const char *first, *page;

    (void)state;
    programme_files();
    write_file("site/content/free.md",
               HEAD "Успеваемость.\n\nИ успеваемость.\n");
    write_file("site/content/glossary.md", HEAD "Успеваемость тут.\n");
    s = site_open();
    page = site_page(s, "free.html");
    first = strstr(page, "class=\"term\"");
    assert_non_null(first);
    assert_null(strstr(first + 1, "class=\"term\""));
    page = site_page(s, "glossary.html");
    assert_holds(page, "Успеваемость тут");
    assert_lacks(page, "class=\"term\"");
    assert_holds(page, "<dt id=\"uspeh\">Успеваемость</dt>");
    assert_int_equal(plan_find(s->plan, S("draft.html")), SIZE_MAX);
    site_close(s);
}

/* Only the release reaches a text: a hidden number may be any number. */
static void test_silent(void **state)
{
    struct buf pages[2] = { {0}, {0} };

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct small_site *s;

        programme_files();
        write_file("site/data/rost/values.csv",
                   i == 0 ? "indicator;school;period;value;n\n"
                            "pupils;zar-1;2025;40;5\n"
                          : "indicator;school;period;value;n\n"
                            "pupils;zar-1;2025;80;5\n");
        write_file("site/content/free.md",
                   HEAD "А [](value:rost/pupils/zar-1@2025).\n");
        s = site_open();
        buf_addz(&pages[i], site_page(s, "free.html"));
        buf_addz(&pages[i], site_page(s, "index.html"));
        assert_message(s->diag, MSG_PAGE_VALUE_HIDDEN);
        site_close(s);
    }
    assert_string_equal(pages[0].p, pages[1].p);
    buf_free(&pages[0]);
    buf_free(&pages[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_terms),
        cmocka_unit_test(test_silent),
    };
    return RUN_SITE(tests);
}
