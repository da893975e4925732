/*
 * Tests of render/plan and of the files that are no pages.
 */
#include "small_site.h"

#include "render/kind.h"

static struct small_site *minimal(void)
{
    site_files(SITE_CONFIG);
    write_file("site/content/index.md", "---\ntitle: Школы района\n---\n\n"
                                        "Текст.\n");
    return site_open();
}

static void test_order(void **state)
{
    struct small_site *s = minimal();
    size_t n = plan_count(s->plan);

    (void)state;
    assert_message(s->diag, MSG_COUNT);
    assert_true(n > 4);
    for (size_t i = 1; i < n; i++)
        if (i != plan_first_derived(s->plan))
            assert_true(str_cmp(plan_path(s->plan, i - 1),
                                plan_path(s->plan, i)) < 0);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(plan_find(s->plan, plan_path(s->plan, i)), i);
    assert_int_equal(plan_find(s->plan, S("none.html")), SIZE_MAX);
    assert_true(plan_find(s->plan, S("index.html")) <
                plan_first_derived(s->plan));
    site_close(s);
}

/* Every file can be asked for, twice, with the same bytes. */
static void test_repeatable(void **state)
{
    struct small_site *s = minimal();

    (void)state;
    for (size_t i = 0; i < plan_count(s->plan); i++) {
        struct buf first = {0}, second = {0};

        page_render(s->plan, i, s->scratch, &first, s->diag);
        page_render(s->plan, i, s->scratch, &second, s->diag);
        assert_true(str_eq(buf_str(&first), buf_str(&second)));
        buf_free(&first);
        buf_free(&second);
    }
    assert_message(s->diag, MSG_COUNT);
    site_close(s);
}

static void test_twice(void **state)
{
    struct small_site *s;

    (void)state;
    site_files(SITE_CONFIG);
    write_file("site/themes/default/pic.png", "x");
    write_file("site/content/pic.png", "x");
    s = site_open();
    assert_message(s->diag, MSG_PLAN_TWICE);
    assert_null(s->plan);
    site_close(s);
}

static void test_static(void **state)
{
    struct small_site *s;

    (void)state;
    site_files(SITE_CONFIG);
    write_file("site/content/docs/a.pdf", "%PDF");
    write_file("site/themes/default/font.woff2", "font");
    write_file("site/themes/default/notes.txt", "not served");
    s = site_open();
    assert_message(s->diag, MSG_COUNT);
    assert_string_equal(site_page(s, "docs/a.pdf"), "%PDF");
    assert_string_equal(site_page(s, "font.woff2"), "font");
    assert_string_equal(site_page(s, ".nojekyll"), "");
    assert_string_equal(site_page(s, "robots.txt"),
                        "User-agent: *\nAllow: /\n");
    assert_int_equal(plan_find(s->plan, S("notes.txt")), SIZE_MAX);
    assert_int_equal(plan_find(s->plan, S("templates/layout.html")),
                     SIZE_MAX);
    assert_int_equal(plan_find(s->plan, S("sitemap.xml")), SIZE_MAX);
    site_close(s);
}

static void test_sitemap(void **state)
{
    struct small_site *s;
    const char *map;

    (void)state;
    site_files(SITE_CONFIG "base_url: https://example.org/a&b/\n");
    write_file("site/content/free.md", "---\ntitle: С\n---\nТекст.\n");
    s = site_open();
    assert_non_null(s->plan);
    assert_true(plan_find(s->plan, S("sitemap.xml")) >=
                plan_first_derived(s->plan));
    map = site_page(s, "sitemap.xml");
    assert_holds(map, "<loc>https://example.org/a&amp;b/index.html</loc>");
    assert_holds(map, "<loc>https://example.org/a&amp;b/free.html</loc>");
    assert_lacks(map, "404.html");
    assert_lacks(map, "robots.txt");
    assert_holds(site_page(s, "robots.txt"),
                 "Sitemap: https://example.org/a&b/sitemap.xml\n");
    site_close(s);
}

/* From whatever depth it is sent: absolute where the address is known. */
static void test_not_found(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    site_files(SITE_CONFIG "base_url: https://example.org/s/\n");
    s = site_open();
    page = site_page(s, "404.html");
    assert_holds(page, "href=\"https://example.org/s/index.html\"");
    assert_holds(page, "content=\"noindex\"");
    assert_lacks(page, "rel=\"canonical\"");
    assert_lacks(page, "href=\"index.html\"");
    page = site_page(s, "about.html");
    assert_holds(page, "href=\"index.html\"");
    assert_holds(page, "rel=\"canonical\" "
                       "href=\"https://example.org/s/about.html\"");
    site_close(s);
    s = minimal();
    assert_holds(site_page(s, "404.html"), "href=\"index.html\"");
    site_close(s);
}

static void test_theme(void **state)
{
    struct small_site *s;

    (void)state;
    site_files(SITE_CONFIG "theme: mine\n");
    write_file("site/themes/mine/i18n/ru.yml", "frame.skip: \"Дальше\"\n");
    write_file("site/themes/mine/templates/vision.html", "<!-- none -->\n");
    s = site_open();
    assert_message(s->diag, MSG_COUNT);
    assert_holds(site_page(s, "about.html"), ">Дальше</a>");
    assert_lacks(site_page(s, "about.html"), "v-200");
    site_close(s);

    site_files(SITE_CONFIG "theme: mien\n");
    write_file("site/themes/mine/templates/vision.html", "");
    s = site_open();
    assert_message(s->diag, MSG_THEME_NONE);
    assert_null(s->theme);
    site_close(s);

    site_files(SITE_CONFIG);
    write_file("site/themes/default/templates/vision.html", "\xd1\xe5");
    s = site_open();
    assert_message(s->diag, MSG_THEME_UTF8);
    site_close(s);
}

static void test_fields(void **state)
{
    struct buf out = {0};

    (void)state;
    assert_true(pages_print_fields(&out, S("news")));
    assert_holds(out.p, "news + frame\n");
    assert_holds(out.p, "    body                 html\n");
    assert_holds(out.p, "    about                list of link\n");
    assert_holds(out.p, "\nlink\n    label                text\n");
    assert_lacks(out.p, "glossary line");
    buf_clear(&out);
    assert_false(pages_print_fields(&out, S("nothing")));
    assert_int_equal(out.n, 0);
    assert_true(pages_print_fields(&out, S("")));
    assert_holds(out.p, "glossary line\n");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_repeatable),
        cmocka_unit_test(test_twice),
        cmocka_unit_test(test_static),
        cmocka_unit_test(test_sitemap),
        cmocka_unit_test(test_not_found),
        cmocka_unit_test(test_theme),
        cmocka_unit_test(test_fields),
    };
    return RUN_SITE(tests);
}
