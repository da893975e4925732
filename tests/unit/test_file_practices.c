/*
 * Tests of render/file_practices: the table in its two forms, JSON and the
 * feed; what is hidden or not consented to is in none of them.
 */
#include "school_site.h"

#define REST "problem: П\nsteps: [{text: Раз}, {text: Два}]\n---\n"

static void practices(const char *config)
{
    school_files();
    write_file("site/content/site.yml", config);
    write_file("site/content/practices/klub.md",
               "---\ntitle: \"Клуб; «Шаг»\"\nschool: Первая\nprogramme: rost\n"
               "status: review\nindicators: [fg, late]\nlevel: [1–4, 5–9]\n"
               "subjects: [чтение, физика]\ncost: 2\nevidence: 1\n"
               "reviewed: 2025-03-01\nauthors: [И. Иванова]\nconsent: true\n"
               "adopted_by: [{school: zar-2, year: 2025}]\n"
               "effect: {indicator: fg, school: zar-1, from: 2023, to: 2025, "
               "was: '50,0', became: 60, n: 60, comparison: district}\n" REST);
    write_file("site/content/practices/tayna.md",
               "---\ntitle: Тайна\nschool: zar-3\nstatus: review\n"
               "summary: Коротко.\nprogramme: rost\nupdated: 2025-04-01\n"
               "effect: {indicator: fg, school: zar-3, from: 2024, to: 2025, "
               "was: 41, became: 43, n: 97}\n" REST);
    write_file("site/content/practices/draft.md",
               "---\ntitle: Черновик\nschool: zar-1\nstatus: draft\n" REST);
    write_file("site/content/practices/soon.md",
               "---\ntitle: Скоро\nschool: zar-2\nstatus: announced\n"
               "programme: rost\nsource: И\nupdated: 2025-05-01\n---\n");
}

static void test_table(void **state)
{
    struct small_site *s;
    const char *text;

    (void)state;
    practices(SITE_CONFIG);
    s = site_open();
    text = site_page(s, "data/practices.csv");
    assert_order(text, ORDER(
        "id,title,summary,programme,goal,school,indicators,", "\n",
        "klub,Клуб; «Шаг»,,rost,,zar-1,rost/fg|rost/late,,1-4|5-9,,"
        "чтение|физика,П,Раз|Два,", ",2,,1,rost/fg,zar-1,2023,2025,50.0,60,"
        "60,50.0,60.0,none,district,zar-2 2025,review,2025-03-01,2027-03-01,",
        "Иванова", "\n",
        "rost/fg,zar-3,2024,2025,,,,,,,none,", "\n", "soon,Скоро,"));
    assert_lacks(text, "Черновик");
    text = site_page(s, "data/practices-excel.csv");
    assert_order(text, ORDER("\xEF\xBB\xBFid;title", "\r\n",
                             "klub;\"Клуб; «Шаг»\"", ";50,0;60;60;50,0;60,0;",
                             "01.03.2025"));
    /* no feed without the address of the site */
    assert_int_equal(plan_find(s->plan, S("practices.xml")), SIZE_MAX);
    assert_lacks(site_page(s, "practices/index.html"), "practices.xml");
    assert_order(site_page(s, "data/index.html"),
                 ORDER("practices.csv", "practices-excel.csv",
                       "practices.json"));
    site_close(s);
}

static void test_json(void **state)
{
    struct small_site *s;
    const char *text;

    (void)state;
    practices(SITE_CONFIG);
    s = site_open();
    text = site_page(s, "data/practices.json");
    assert_order(text, ORDER(
        "{\"practices\":[\n{\"id\":\"klub\",\"title\":\"Клуб; «Шаг»\","
        "\"programme\":\"rost\",\"school\":\"zar-1\","
        "\"indicators\":[\"rost/fg\",\"rost/late\"],"
        "\"level\":[\"1-4\",\"5-9\"],",
        "\"steps\":[\"Раз\",\"Два\"],\"cost\":2,\"evidence\":1,",
        "\"author_was\":\"50\",\"author_became\":\"60\",\"author_n\":\"60\","
        "\"site_was\":\"50\",\"site_became\":\"60\",\"change\":\"none\"",
        "\"reviewed\":\"2025-03-01\"", "},\n{\"id\":\"tayna\"",
        "\"effect_to\":\"2025\",\"comparison\":", "\n]}\n"));
    assert_lacks(text, "41");
    assert_lacks(text, "43");
    site_close(s);
}

static void test_feed(void **state)
{
    struct small_site *s;
    const char *text;

    (void)state;
    practices(SITE_CONFIG "base_url: https://example.org/s/\n");
    s = site_open();
    text = site_page(s, "practices.xml");
    assert_order(text, ORDER(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\">",
        "<id>https://example.org/s/practices.xml</id>",
        "<updated>2025-04-01T00:00:00Z</updated>",
        "<id>https://example.org/s/practices/tayna.html</id>",
        "<title>Тайна</title>", "<summary>Коротко.</summary>",
        "<id>https://example.org/s/practices/klub.html</id>",
        "<updated>2025-03-01T00:00:00Z</updated>", "</feed>"));
    assert_lacks(text, "Скоро");
    text = site_page(s, "practices/index.html");
    assert_order(text, ORDER("type=\"application/atom+xml\"",
                             "href=\"../practices.xml\"", "</head>",
                             "href=\"../practices.xml\""));
    site_close(s);
}

/* A site without practices has none of these files. */
static void test_none(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/content/practices/draft.md",
               "---\ntitle: Черновик\nschool: zar-1\nstatus: draft\n" REST);
    s = site_open();
    assert_int_equal(plan_find(s->plan, S("data/practices.csv")), SIZE_MAX);
    assert_lacks(site_page(s, "data/index.html"), "practices.json");
    assert_lacks(site_page(s, "practices/index.html"), "practices.js");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table), cmocka_unit_test(test_json),
        cmocka_unit_test(test_feed),  cmocka_unit_test(test_none),
    };

    return RUN_SITE(tests);
}
