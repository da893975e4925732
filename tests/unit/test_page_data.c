/*
 * Tests of render/page_data: every table the site has is listed once, with
 * both forms, and none that it has not.
 */
#include "school_site.h"

/* Tables of a programme and of the site that school_files makes. */
static const struct {
    const char *name;
    bool here;
} tables[] = {
    { "rost/values", true },     { "rost/targets", true },
    { "rost/indicators", true }, { "rost/plan", true },
    { "rost/progress", false },  { "rost/finance", false },
    { "rost/risks", false },     { "rost/documents", false },
    { "rost/participants", false }, { "schools", true },
};

static void test_tables(void **state)
{
    struct small_site *s = *state;
    struct buf page = {0};

    buf_addz(&page, site_page(s, "data/index.html"));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char plain[128], excel[128];

        snprintf(plain, sizeof plain, "href=\"%s.csv\"", tables[i].name);
        snprintf(excel, sizeof excel, "href=\"%s-excel.csv\"",
                 tables[i].name);
        (tables[i].here ? assert_holds : assert_lacks)(page.p, plain);
        (tables[i].here ? assert_holds : assert_lacks)(page.p, excel);
    }
    assert_holds(page.p, "href=\"rost/calc.json\"");
    assert_message(s->diag, MSG_COUNT);
    buf_free(&page);
}

/* Each link of the page that is a table is a file of the site. */
static void test_links(void **state)
{
    struct small_site *s = *state;
    struct buf page = {0};
    size_t n = 0;

    buf_addz(&page, site_page(s, "data/index.html"));
    for (const char *at = page.p; (at = strstr(at, "href=\"")); n++) {
        struct str link, path;

        at += strlen("href=\"");
        link = (struct str){ at, strcspn(at, "\"") };
        if (!str_ends(link, S(".csv")))
            continue;
        path = str_format(s->scratch, "data/%.*s", STR_FMT(link));
        if (plan_find(s->plan, path) == SIZE_MAX)
            fail_msg("no file %.*s", STR_FMT(path));
    }
    assert_true(n > 10);
    buf_free(&page);
}

static void test_words(void **state)
{
    struct small_site *s = *state;

    assert_order(site_page(s, "data/index.html"), ORDER(
        "<h1>Открытые данные</h1>", "Условия использования данных не",
        "<section id=\"data-rost\">",
        "<a href=\"../programs/rost/index.html\">«Школа роста»</a>",
        "1\u00a0марта\u00a02026\u00a0года", "id=\"common\"",
        "id=\"schools\"", "всего 4\u00a0файла",
        "href=\"../schools/index.html\"", "id=\"codes\"", "<code>c</code>",
        "<code>e</code>", "href=\"../methodology.html#protection\""));
}

static void test_licence(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG "licence: CC BY 4.0\n");
    s = site_open();
    page = site_page(s, "data/index.html");
    assert_holds(page, "CC BY 4.0");
    assert_lacks(page, "Условия использования данных не");
    assert_holds(page, "Таблиц программ на сайте пока нет.");
    assert_lacks(page, "id=\"schools\"");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCHOOL_TEST(test_tables),
        SCHOOL_TEST(test_links),
        SCHOOL_TEST(test_words),
        cmocka_unit_test(test_licence),
    };

    return RUN_SITE(tests);
}
