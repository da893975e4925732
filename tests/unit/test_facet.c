/*
 * Tests of render/page_facet, practice_index and page_practice_facet: the
 * pages of each choice, their counts and order, and the ways to them.
 */
#include "school_site.h"

#include "render/plan.h"
#include "render/practice_index.h"

static void practice_file(const char *name, const char *front)
{
    char path[128], text[2048];

    snprintf(path, sizeof path, "site/content/practices/%s.md", name);
    snprintf(text, sizeof text,
             "---\nprogramme: rost\nproblem: П\nsteps: [{text: Ш}]\n%s---\n",
             front);
    write_file(path, text);
}

static void practices(void)
{
    school_files();
    practice_file("b", "title: Бор\nschool: zar-1\nstatus: review\n"
                       "goal: one\nindicators: [fg, late]\nlevel: [1–4, 5–9]\n"
                       "subjects: [Чтение, чтение, Физика]\ncost: 2\n"
                       "evidence: 0\n");
    practice_file("a", "title: Азы\nschool: zar-2\nstatus: review\n"
                       "level: 5–9\nsubjects: [чтение]\ncost: 1\n"
                       "evidence: 0\nindicators: [late]\n");
    practice_file("w", "title: Яр\nschool: zar-1\nstatus: review\n"
                       "level: 5–9\nevidence: 1\neffect: {was: 1}\n");
    practice_file("old", "title: Ах\nschool: zar-1\nstatus: review\n"
                         "level: дополнительное\n");
    practice_file("no", "title: Черновик\nschool: zar-1\nstatus: draft\n"
                        "level: 10–11\n");
    practice_file("soon", "title: Скоро\nschool: zar-2\nsource: И\n"
                          "status: announced\nlevel: 5–9\n");
}

/* --- the index --- */

static const struct {
    const char *id, *practices;     /* in order */
} values[] = {
    { "goal-rost-one", "b" },      { "indicator-rost-fg", "b" },
    { "indicator-rost-late", "a b" },
    { "level-1-4", "b" },          { "level-5-9", "w a b soon" },
    { "level-extra", "old" },      { "subject-fizika", "b" },
    { "subject-chtenie", "a b" },  { "cost-1", "a" },
    { "cost-2", "b" },             { "evidence-0", "a b" },
    { "evidence-1", "w" },         { "school-zar-2", "a soon" },
    { "school-zar-1", "w b old" }, { "status-review", "w a b old" },
    { "status-announced", "soon" },
};

static void test_index(void **state)
{
    struct small_site *s;
    const struct facet_value *all;
    size_t n;

    (void)state;
    practices();
    s = site_open();
    assert_non_null(s->plan);
    all = practice_facets(plan_practices(s->plan), &n);
    assert_int_equal(n, sizeof values / sizeof *values);
    for (size_t i = 0; i < n; i++) {
        struct buf list = {0};

        if (!str_is(all[i].id, values[i].id))
            fail_msg("%.*s", STR_FMT(all[i].id));
        assert_ptr_equal(practice_facet(plan_practices(s->plan), all[i].id),
                         &all[i]);
        for (size_t k = 0; k < all[i].n; k++)
            buf_addf(&list, "%s%.*s", k > 0 ? " " : "",
                     STR_FMT(s->site->practices.at[all[i].practices[k]].id));
        if (!str_is(buf_str(&list), values[i].practices))
            fail_msg("%s: %s", values[i].id, list.p);
        buf_free(&list);
    }
    assert_null(practice_facet(plan_practices(s->plan), S("level-10-11")));
    assert_null(practice_facet_of(plan_practices(s->plan), FACET_COST, 5, 0));
    site_close(s);
}

/* Several programmes: then they are a choice, too. */
static void test_programmes(void **state)
{
    struct small_site *s;

    (void)state;
    practices();
    write_file("site/content/programs/more/index.md",
               "---\ntitle: Ещё\nshort: Ещё\nmunicipality: zar\n---\n");
    s = site_open();
    assert_order(site_page(s, "practices/by/programme-rost.html"),
                 ORDER("w.html", "a.html", "b.html"));
    assert_holds(site_page(s, "practices/by/goal-rost-one.html"),
                 "Учить всех (Школа роста)");
    assert_holds(site_page(s, "programs/rost/index.html"),
                 "practices/by/programme-rost.html");
    site_close(s);
}

/* --- a page --- */

static size_t count(const char *text, const char *part)
{
    size_t n = 0;

    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

static void test_pages(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    practices();
    s = site_open();
    page = site_page(s, "practices/by/level-5-9.html");
    assert_order(page, ORDER("<h1>Практики. Ступень: основная школа</h1>",
                             "<h2>4\u00a0практики</h2>", "w.html", "a.html",
                             "b.html", "soon.html",
                             "level-1-4.html\">начальная школа</a> (1)",
                             "основная школа (4)", "../index.html"));
    assert_int_equal(count(page, "data-facets="), 4);
    assert_lacks(page, "noindex");
    /* Every value is on the list, with as many cards as it says. */
    page = site_page(s, "practices/index.html");
    assert_order(page, ORDER("data-facet=\"goal\"", "data-facet=\"level\"",
                             "by/level-5-9.html\" "
                             "data-value=\"level-5-9\">основная школа</a> (4)",
                             "data-facet=\"cost\"",
                             "до 500\u00a0₽ на ученика в год</a> (1)"));
    assert_lacks(page, "data-facet=\"programme\"");
    assert_holds(page, "practices.js");
    assert_order(page, ORDER("data-facets=\"level-5-9 evidence-1 "
                             "school-zar-1 status-review\"", "w.html"));
    site_close(s);
}

/* What is archived is not for search engines. */
static void test_archived(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    practices();
    write_file("site/content/site.yml",
               SITE_CONFIG "base_url: https://example.org/\n");
    write_file("site/content/practices/z.md",
               "---\ntitle: Быль\nschool: zar-1\nprogramme: rost\ngoal: one\n"
               "indicators: [fg]\nproblem: П\nsummary: К\nlevel: 5–9\n"
               "contact: к\ncost: 1\nevidence: 0\nstatus: archived\n"
               "reviewed: 2024-01-01\nexperts: {protocol: № 1}\n"
               "steps: [{text: Ш, duration: ч}, {text: Ш, duration: ч}, "
               "{text: Ш, duration: ч}]\n---\n");
    s = site_open();
    page = site_page(s, "practices/by/status-archived.html");
    assert_holds(page, "noindex");
    assert_holds(page, "class=\"banner\"");
    page = site_page(s, "sitemap.xml");
    assert_lacks(page, "practices/by/status-archived.html");
    assert_lacks(page, "practices/z.html");
    assert_holds(page, "practices/by/level-5-9.html");
    assert_holds(page, "practices/soon.html");
    /* It stands last, and an indicator does not send readers there. */
    assert_order(site_page(s, "practices/by/level-5-9.html"),
                 ORDER("soon.html", "z.html"));
    page = site_page(s, "programs/rost/indicators/fg.html");
    assert_order(page, ORDER("id=\"practices\"", "b.html",
                             "practices/by/indicator-rost-fg.html"));
    assert_lacks(page, "practices/z.html");
    site_close(s);
}

/* From a target that is not reached one step leads to practices. */
static void test_unmet(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    practices();
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_order(page, ORDER("id=\"k-late\"",
        "../practices/by/indicator-rost-late.html\">Что помогло другим"));
    /* reached: no need */
    assert_lacks(page, "indicator-rost-fg.html");
    /* without practices there is no such link */
    page = site_page(s, "schools/zar-2.html");
    assert_holds(page, "indicator-rost-late.html");
    site_close(s);
    school_files();
    s = site_open();
    assert_lacks(site_page(s, "schools/zar-1.html"), "Что помогло другим");
    site_close(s);
}

/* The limits of costs are the site's own. */
static void test_costs(void **state)
{
    struct small_site *s;

    (void)state;
    practices();
    write_file("site/content/site.yml",
               SITE_CONFIG "practice_costs: [100, 200, 300, 400]\n");
    practice_file("w", "title: Яр\nschool: zar-1\nstatus: review\n"
                       "cost: 5\n");
    s = site_open();
    assert_holds(site_page(s, "practices/a.html"),
                 "1 из 5\u00a0— до 100\u00a0₽");
    assert_holds(site_page(s, "practices/w.html"),
                 "5 из 5\u00a0— больше 400\u00a0₽");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_index),    cmocka_unit_test(test_programmes),
        cmocka_unit_test(test_pages),    cmocka_unit_test(test_archived),
        cmocka_unit_test(test_unmet),    cmocka_unit_test(test_costs),
    };

    return RUN_SITE(tests);
}
