/*
 * Tests of render/mini: the files of the site of one school, where its links
 * lead with and without an address of the whole site, and links that lead
 * nowhere.
 */
#include "school_site.h"

#include "render/mini.h"
#include "render/page.h"

static void test_unlink(void **state)
{
    static const struct { const char *html, *plain; } cases[] = {
        { "", "" },
        { "<p>a</p>", "<p>a</p>" },
        { "<p><a href=\"nowhere:\">a</a>.</p>", "<p>a.</p>" },
        { "<a class=\"x\" href=\"nowhere:#part\">a <b>c</b></a>",
          "a <b>c</b>" },
        { "<a href=\"b.html\">b</a><a href=\"nowhere:\">c</a>",
          "<a href=\"b.html\">b</a>c" },
        { "<a href=\"nowhere:\">c</a><a href=\"b.html\">b</a>",
          "c<a href=\"b.html\">b</a>" },
        { "<link rel=\"alternate\" href=\"nowhere:\"><p>a</p>", "<p>a</p>" },
        { "a <img src=\"nowhere:\" alt=\"b\"> <a href=\"c\">d</a>",
          "a  <a href=\"c\">d</a>" },
        { "<p>nowhere: to be seen", "<p>nowhere: to be seen" },
        { "<p>1 &lt; 2 <", "<p>1 &lt; 2 <" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf html = {0};

        buf_addz(&html, "<a href=\"nowhere:\">");
        size_t from = html.n;
        buf_addz(&html, cases[i].html);
        mini_unlink(&html, from);
        buf_char(&html, '\0');
        assert_string_equal(html.p + from, cases[i].plain);
        buf_free(&html);
    }
}

/* A site with two schools, a programme, a document, practices of both and a
 * picture in the words of the first. */
static struct small_site *open_schools(const char *base)
{
    site_files(SITE_CONFIG);
    if (*base)
        write_file("site/content/site.yml", base);
    write_file("site/data/schools.csv",
               "id;name;municipality\na;Школа А;zar\nb;Школа Б;zar\n");
    write_file("site/content/programs/p/index.md",
               "---\ntitle: Рост\nmunicipality: zar\nperiod: 2024-2026\n"
               "goal: Цель.\n---\n");
    write_file("site/data/p/participants.csv", "school\na\nb\n");
    write_file("site/data/p/documents.csv",
               "id;title;school\nd1;Приказ;a\n");
    write_file("site/content/schools/a.md", "![Вход](../door.png)\n");
    write_file("site/content/door.png", "x");
    write_file("site/content/other.png", "x");
    write_file("site/content/practices/own.md",
               "---\ntitle: Своя\nschool: a\nprogramme: p\n"
               "status: announced\nsource: План\n---\n");
    write_file("site/content/practices/other.md",
               "---\ntitle: Чужая\nschool: b\nprogramme: p\n"
               "status: announced\nsource: План\n"
               "adopted_by: [{school: a, year: 2025}]\n---\n");
    return site_open();
}

static struct str paths_of(struct arena *arena, const struct plan *plan)
{
    struct buf out = {0};

    for (size_t i = 0; i < plan_count(plan); i++) {
        buf_add(&out, plan_path(plan, i));
        buf_char(&out, ' ');
    }
    struct str paths = buf_take(&out, arena);
    buf_free(&out);
    return paths;
}

static void test_files(void **state)
{
    struct small_site *s = open_schools("");
    const struct plan *a = plan_only(s->arena, s->plan, 0);
    const struct plan *b = plan_only(s->arena, s->plan, 1);

    (void)state;
    assert_string_equal(str_z(s->arena, paths_of(s->arena, a)),
        "data/a-excel.csv data/a.csv door.png icon.svg index.html "
        "poster.html posters/poster.css practices/own.html print.css "
        "programs/p/index.html style.css ");
    assert_string_equal(str_z(s->arena, paths_of(s->arena, b)),
        "data/b-excel.csv data/b.csv icon.svg index.html "
        "poster.html posters/poster.css practices/other.html print.css "
        "programs/p/index.html style.css ");
    assert_int_equal(plan_first_derived(a), plan_count(a));
    site_close(s);
}

static void test_urls(void **state)
{
    static const struct { const char *from, *to, *with, *without; } cases[] = {
        { "schools/a.html", "schools/a.html", "index.html", NULL },
        { "schools/a.html", "posters/a.html", "poster.html", NULL },
        { "practices/own.html", "schools/a.html#main",
          "../index.html#main", NULL },
        { "schools/a.html", "programs/p/index.html",
          "programs/p/index.html", NULL },
        { "schools/a.html", "programs/p/index.html#document-d1",
          "programs/p/index.html#document-d1", NULL },
        { "schools/a.html", "programs/p/index.html#plan",
          "https://x.example/v/programs/p/index.html#plan",
          "nowhere:programs/p/index.html%23plan" },
        { "schools/a.html", "schools/b.html",
          "https://x.example/v/schools/b.html", "nowhere:schools/b.html" },
        { "schools/a.html", "index.html",
          "https://x.example/v/index.html", "nowhere:index.html" },
        { "schools/a.html", "data/schools/a.csv", "data/a.csv", NULL },
    };

    (void)state;
    for (int with = 0; with < 2; with++) {
        struct small_site *s = open_schools(
            with ? SITE_CONFIG "base_url: https://x.example/v/\n" : "");
        struct page page = {
            .site = s->site, .plan = s->plan, .arena = s->arena,
            .mini = mini_make(s->arena, s->site, s->plan, s->theme, 0),
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            const char *wanted = with || !cases[i].without
                                     ? cases[i].with : cases[i].without;
            struct str to = str_of(cases[i].to);

            page.path = str_of(cases[i].from);
            assert_string_equal(str_z(s->arena, page_path_url(&page, to)),
                                wanted);
            assert_int_equal(page_reaches(&page, to),
                             with || !cases[i].without);
        }
        site_close(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unlink),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_urls),
    };

    return RUN_SITE(tests);
}
