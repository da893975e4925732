/*
 * Tests of render/linked: what pages say to programs is valid, cannot end its
 * block, is absolute where the site knows its address, and is silent about
 * what is invented.
 */
#include "school_site.h"

#include "render/linked.h"
#include "render/page.h"

static void test_writer(void **state)
{
    struct small_site *s;
    struct page page = {0};
    struct linked linked = { .page = &page };

    (void)state;
    site_files(SITE_CONFIG);
    s = site_open();
    page.site = s->site;
    page.arena = s->arena;
    page.path = S("a/b.html");
    linked_open(&linked, NULL, "School");
    linked_text(&linked, "name", S("«A» \"B\" </script>\n"));
    linked_text(&linked, "email", S(""));
    linked_open_list(&linked, "list");
    linked_open(&linked, NULL, "Thing");
    linked_close(&linked);
    linked_open(&linked, NULL, "Thing");
    linked_url(&linked, "url", S("../c.html"));
    linked_close(&linked);
    linked_close_list(&linked);
    linked_days(&linked, "days", (struct period){0});
    linked_close(&linked);
    assert_string_equal(str_z(s->arena, linked_take(&linked)),
        "{\"@type\":\"School\",\"name\":\"«A» \\\"B\\\" \\u003c/script>\\n\","
        "\"list\":[{\"@type\":\"Thing\"},"
        "{\"@type\":\"Thing\",\"url\":\"../c.html\"}]}");
    site_close(s);
}

/* page, relative address, what it is in the web */
static const struct {
    const char *path, *url, *whole;
} addresses[] = {
    { "index.html", "schools/a.html", "https://x.example/v/schools/a.html" },
    { "schools/a.html", "b.html", "https://x.example/v/schools/b.html" },
    { "schools/a.html", "../index.html", "https://x.example/v/index.html" },
    { "p/q/i/a.html", "../../../d/t.csv", "https://x.example/v/d/t.csv" },
    { "p/q/i/a.html", "../plan.html#m", "https://x.example/v/p/q/plan.html#m" },
    { "p/a.html", "https://y.example/z", "https://y.example/z" },
};

static void test_addresses(void **state)
{
    struct small_site *s;
    struct page page = {0};

    (void)state;
    site_files(SITE_CONFIG "base_url: https://x.example/v/\n");
    s = site_open();
    page.site = s->site;
    page.arena = s->arena;
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        struct linked linked = { .page = &page };
        struct buf wanted = {0};

        page.path = str_of(addresses[i].path);
        linked_url(&linked, "url", str_of(addresses[i].url));
        buf_addf(&wanted, "\"url\":\"%s\"", addresses[i].whole);
        assert_true(str_eq(buf_str(&linked.out), buf_str(&wanted)));
        buf_free(&wanted);
        buf_free(&linked.out);
    }
    site_close(s);
}

static void test_school(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_holds(page, "<script type=\"application/ld+json\">"
                       "{\"@context\":\"https://schema.org\",\"@graph\":["
                       "{\"@type\":\"School\",\"name\":"
                       "\"МБОУ «Первая школа»\"");
    assert_holds(page, "\"@type\":\"BreadcrumbList\"");
    assert_holds(page, "<meta property=\"og:locale\" content=\"ru_RU\">");
    assert_lacks(page, "rel=\"canonical\"");
    assert_lacks(page, "og:image");
    assert_lacks(page, "application/atom+xml");
    site_close(s);
}

/* Programs must not take what is invented for true. */
static void test_demo(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2022-2026\ndemo: true\n---\n");
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_lacks(page, "\"@type\":\"School\"");
    assert_holds(page, "\"@type\":\"BreadcrumbList\"");
    assert_holds(page, "Демонстрационные данные.\">");
    assert_lacks(site_page(s, "data/index.html"), "\"@type\":\"Dataset\"");
    site_close(s);
}

static void test_dataset(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    s = site_open();
    assert_holds(site_page(s, "data/index.html"),
                 "\"@type\":\"DataDownload\",\"encodingFormat\":\"text/csv\","
                 "\"contentUrl\":\"rost/values.csv\"");
    assert_holds(site_page(s, "programs/rost/indicators/fg.html"),
                 "{\"@type\":\"Dataset\",\"name\":");
    assert_lacks(site_page(s, "404.html"), "ld+json");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_writer),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_school),
        cmocka_unit_test(test_demo),
        cmocka_unit_test(test_dataset),
    };
    return RUN_SITE(tests);
}
