/*
 * Tests of explain: which file is meant, what feeds it, words for everything.
 * That nothing is forgotten is proved by tests/explain.pl.
 */
#include "scratch.h"

#include "base/mem.h"
#include "build.h"
#include "explain.h"
#include "explain_words.h"
#include "input/text.h"
#include "model/blank.h"
#include "render/kind.h"

/* Two schools, an indicator, a text each. */
static void make_site(void)
{
    run("rm -rf site secret");
    write_file("site/content/site.yml",
               "title: Т\nas_of: 2026-01-01\nbase_url: https://x.ru/v/\n"
               "private: ../secret\n");
    write_file("site/content/programs/p/index.md", "---\ntitle: П\n---\n");
    write_file("site/content/schools/a.md", "---\n---\n\nСлова.\n");
    write_file("site/content/schools/b.md", "---\n---\n\nСлова.\n");
    write_file("site/content/about.md", "---\ntitle: О нас\n---\n");
    write_file("site/data/schools.csv", "id;name\na;А & «А»\nb;Б\n");
    write_file("site/data/p/indicators.csv",
               "id;title;unit;class;aggregate\ni;Доля;%;open;none\n");
    write_file("site/data/p/values.csv",
               "indicator;school;period;value\ni;a;2024;31\ni;b;2024;32\n"
               "i;a;2025;33\n");
    write_file("secret/p/values.csv",
               "indicator;school;period;value\ni;a;2023;30\n");
}

static void test_path(void **state)
{
    static const struct {
        const char *name, *path;    /* path NULL: there is none */
    } cases[] = {
        {"schools/a.html", "schools/a.html"},
        {"./schools/a.html#values", "schools/a.html"},
        {"/schools/a.html?x=1", "schools/a.html"},
        {"schools/a", "schools/a.html"},
        {"schools", "schools/index.html"},
        {"schools/", "schools/index.html"},
        {"", "index.html"},
        {"public/schools/a.html", "schools/a.html"},
        {"public/", "index.html"},
        {"https://x.ru/v/schools/a.html#a", "schools/a.html"},
        {"https://x.ru/v/", "index.html"},
        {"https://x.ru/v", NULL},
        {"http://127.0.0.1:8000/schools/", "schools/index.html"},
        {"http://127.0.0.1:8000", "index.html"},
        {"schools/%61.html", "schools/a.html"},
        {"schools/%6.html", NULL},
        {"schools/%FF.html", NULL},
        {"data/p/values.csv", "data/p/values.csv"},
        {"schools/c.html", NULL},
        {"out/schools/a.html", "schools/a.html"},
        {"other/schools/a.html", NULL},
        {"manifest.json", NULL},
    };
    struct build_options options = {.dir = at("site")};
    char here[4096];

    (void)state;
    make_site();
    write_file("out/manifest.json", "{}");
    write_file("other/x", "");
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(at(".")), 0);
    options.dir = "site";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        struct diag *diag = diag_new();
        struct explained page;
        bool found = explain(&page, arena, &options, str_of(cases[i].name),
                             diag);

        if (found != (cases[i].path != NULL) ||
            (found && !str_is(page.path, cases[i].path)))
            fail_msg("%s: %.*s", cases[i].name, STR_FMT(page.path));
        if (!found)
            assert_message(diag, MSG_EXPLAIN_NONE);
        diag_free(diag);
        arena_free(arena);
    }
    assert_int_equal(chdir(here), 0);
}

/* What is said of a file, a line each: part, file, lines. */
static char *told(const char *name)
{
    struct build_options options = {.dir = at("site")};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct explained page;
    struct buf out = {0};

    assert_true(explain(&page, arena, &options, str_of(name), diag));
    buf_addf(&out, "%.*s|%.*s|%.*s\n", STR_FMT(page.kind),
             STR_FMT(page.title), STR_FMT(page.template));
    for (size_t i = 0; i < page.n; i++) {
        const struct explain_source *it = &page.sources[i];

        buf_addf(&out, "%d %.*s", (int)it->part, STR_FMT(it->file));
        for (size_t l = 0; l < it->n; l++)
            buf_addf(&out, " %u-%u", (unsigned)it->lines[l].from,
                     (unsigned)it->lines[l].to);
        buf_char(&out, '\n');
    }
    diag_free(diag);
    arena_free(arena);
    return out.p;
}

static void assert_told(const char *text, const char *line, bool is)
{
    if ((strstr(text, line) != NULL) != is)
        fail_msg("%s:\n%s", line, text);
}

static void test_sources(void **state)
{
    char *text;

    (void)state;
    make_site();
    text = told("schools/a.html");
    assert_told(text, "school|А", true);
    assert_told(text, "|themes/default/templates/school.html\n", true);
    assert_told(text, "0 data/schools.csv 2-2\n", true);
    assert_told(text, "0 data/p/values.csv 2-2 4-4\n", true);
    assert_told(text, "0 ../secret/p/values.csv 2-2\n", true);
    assert_told(text, "0 content/schools/a.md 1-1\n", true);
    assert_told(text, "content/schools/b.md", false);
    assert_told(text, "1 content/site.yml 1-1\n", true);
    free(text);
    text = told("schools/b.html");
    assert_told(text, "0 data/p/values.csv 3-3\n", true);
    assert_told(text, "content/schools/a.md", false);
    free(text);
    /* the words of all pages: nothing is tried, everything is named */
    text = told("search.html");
    assert_told(text, "content/schools/a.md 1-1\n", true);
    assert_told(text, "1 data/p/values.csv 2-4\n", true);
    free(text);
}

/* A file of the theme that says the same as the one below it. */
static void test_theme(void **state)
{
    char *text;

    (void)state;
    make_site();
    run("mkdir -p site/themes/default/templates");
    write_file("site/themes/default/templates/glossary.html", "x");
    write_file("site/themes/default/templates/school.html", "<p>a");
    text = told("schools/a.html");
    assert_told(text, "1 themes/default/templates/school.html 1-1\n", true);
    assert_told(text, "glossary", false);
    free(text);
}

static void test_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < page_kinds_n; i++)
        if (!explain_kind_words(str_of(page_kinds[i]->name), LANG_RU))
            fail_msg("%s", page_kinds[i]->name);
    for (size_t i = 0; i < blank_count(); i++) {
        struct buf path = {0};

        buf_addf(&path, "data/%.*s", STR_FMT(blank_at(i).name));
        bool values = strcmp(explain_source_words(buf_str(&path), LANG_EN),
                             "values") == 0;
        if (values != str_is(blank_at(i).name, "values.csv"))
            fail_msg("%s", path.p);
        buf_free(&path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_path),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_theme),
        cmocka_unit_test(test_words),
    };

    text_init();
    return RUN_SCRATCH(tests);
}
