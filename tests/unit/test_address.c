/*
 * Tests of model/address: paths of things, from page to page, and what an
 * author wrote as a target.
 */
#include "fixture.h"

#include "model/address.h"

static struct fixture open_site(void)
{
    struct fixture f = fixture_open(
        FILES({"content/index.md", "Привет\n"},
              {"content/about.md", "---\ntitle: О\n---\n"},
              {"content/guide/first.md", "---\ntitle: Н\n---\n"},
              {"content/programs/p/index.md", "---\ntitle: П\n---\n"},
              {"content/programs/p/goals.md", "---\ntitle: Цели\n---\n"},
              {"content/practices/one.md", "---\ntitle: О\n---\n"},
              {"content/news/first.md",
               "---\ntitle: Н\ndate: 2024-01-01\n---\n"},
              {"content/schools/a.md", "Слова\n"},
              {"content/images/a b.png", "png"},
              {"data/glossary.csv", "id;term;definition\nshnor;ШНОР;О\n"},
              {"data/organisations.csv", "id;name\ndep;Отдел\n"},
              {"data/p/indicators.csv", "id;title;unit\nk45;На 4 и 5;%\n"},
              {"data/p/plan.csv", "id;title\nm1;М\n"},
              {"data/p/findings.csv", "id;text\nf1;Вывод\n"},
              {"data/p/documents.csv", "id;title\nlaw-1;Закон\n"}), READ);
    assert_quiet(&f);
    return f;
}

static void test_of(void **state)
{
    static const struct {
        enum thing thing;
        const char *path;
    } cases[] = {
        {THING_HOME, "index.html"},
        {THING_PROGRAMMES, "programs/index.html"},
        {THING_PROGRAMME, "programs/p/index.html"},
        {THING_SECTION, "programs/p/goals.html"},
        {THING_PLAN, "programs/p/plan.html"},
        {THING_INDICATORS, "programs/p/indicators/index.html"},
        {THING_INDICATOR, "programs/p/indicators/k45.html"},
        {THING_SCHOOLS, "schools/index.html"},
        {THING_SCHOOL, "schools/a.html"},
        {THING_PRACTICES, "practices/index.html"},
        {THING_PRACTICE, "practices/one.html"},
        {THING_ORGANISATIONS, "organisations.html"},
        {THING_ORGANISATION, "organisations.html#dep"},
        {THING_NEWS, "news/index.html"},
        {THING_NEWS_ITEM, "news/first.html"},
        {THING_GLOSSARY, "glossary.html"},
        {THING_TERM, "glossary.html#shnor"},
        {THING_METHODOLOGY, "methodology.html"},
        {THING_PROTECTION, "methodology.html#protection"},
        {THING_DATA, "data/index.html"},
        {THING_ABOUT, "about.html"},
        {THING_ACCESSIBILITY, "accessibility.html"},
        {THING_PAGE, "about.html"},
        {THING_DOCUMENT, "programs/p/index.html#document-law-1"},
        {THING_MEASURE, "programs/p/plan.html#m1"},
        {THING_MONITORING, "programs/p/monitoring.html"},
        {THING_FINDING, "programs/p/monitoring.html#finding-f1"},
        {THING_ALL_INDICATORS, "indicators.html"},
        {THING_ALL_PLANS, "plan.html"},
        {THING_NOT_FOUND, "404.html"},
        {THING_POSTER, "posters/a.html"},
        {THING_EMBED, "embed/a.html"},
        {THING_SHORT, "s/a.html"},
        {THING_WIDGET, "w/a.html"},
        {THING_WIDGET_DARK, "w/a.dark.html"},
        {THING_WIDGET_INDICATOR, "w/a.p.k45.html"},
        {THING_WIDGET_CHART, "w/a.p.k45.svg"},
        {THING_CARD, "programs/p/card.png"},
    };
    (void)state;
    struct fixture f = open_site();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(address_of(f.arena, f.site, cases[i].thing, 0, 0),
                   cases[i].path);
    assert_str(address_of(f.arena, f.site, THING_CARD, SIZE_MAX, 0),
               "card.png");
    assert_str(address_of(f.arena, f.site, THING_REPORT, 0, 2025),
               "programs/p/report-2025.html");
    fixture_close(&f);
}

static void test_relative(void **state)
{
    static const struct {
        const char *from, *to, *relative;
    } cases[] = {
        {"index.html", "index.html", "index.html"},
        {"index.html", "schools/a.html", "schools/a.html"},
        {"schools/a.html", "index.html", "../index.html"},
        {"schools/a.html", "schools/b.html", "b.html"},
        {"schools/a.html", "schools/a.html", "a.html"},
        {"programs/p/indicators/k.html", "schools/a.html",
         "../../../schools/a.html"},
        {"programs/p/indicators/k.html", "programs/p/plan.html#m1",
         "../plan.html#m1"},
        {"programs/p/index.html", "programs/q/index.html",
         "../q/index.html"},
        {"programs/p/index.html", "programs/pq/index.html",
         "../pq/index.html"},
        {"programs/p/plan.html", "programs/p/plan.html#m1", "#m1"},
        {"programs/p/plan.html", "programs/p/plan.html#м",
         "#%D0%BC"},
        {"index.html", "images/a b.png", "images/a%20b.png"},
        {"index.html", "images/\"x\".png", "images/%22x%22.png"},
        {"schools/a.html", "schools", "../schools"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        address_relative(&out, str_of(cases[i].from), str_of(cases[i].to));
        if (!str_is(buf_str(&out), cases[i].relative))
            fail_msg("%s to %s: %s", cases[i].from, cases[i].to, out.p);
        buf_free(&out);
    }
}

static const struct {
    const char *from, *target;
    enum target_kind kind;
    const char *path, *nearest;
} targets[] = {
    {"content/index.md", "https://example.org/x?y#z", LINK_WEB,
     "https://example.org/x?y#z", NULL},
    {"content/index.md", "http://example.org", LINK_WEB,
     "http://example.org", NULL},
    {"content/index.md", "mailto:a@b.ru", LINK_WEB, "mailto:a@b.ru", NULL},
    {"content/index.md", "tel:+7", LINK_WEB, "tel:+7", NULL},
    {"content/index.md", "#part", LINK_PART, "#part", NULL},
    {"content/index.md", "javascript:alert(1)", LINK_BAD_SCHEME,
     "javascript", NULL},
    {"content/index.md", "data:text/html,x", LINK_BAD_SCHEME, "data", NULL},
    {"content/index.md", "JavaScript:x", LINK_BAD_SCHEME, "JavaScript",
     NULL},
    {"content/index.md", "shool:a", LINK_BAD_SCHEME, "shool", NULL},
    /* things */
    {"content/index.md", "school:a", LINK_THING, "schools/a.html", NULL},
    {"content/index.md", "school:Школа А", LINK_THING, "schools/a.html",
     NULL},
    {"content/index.md", "school:sorsk-1", LINK_UNKNOWN, "sorsk-1", ""},
    {"content/index.md", "school:Школа Д", LINK_UNKNOWN, "Школа Д",
     "Школа А | Школа Б | Школа В"},
    {"content/index.md", "program:p", LINK_THING, "programs/p/index.html",
     NULL},
    {"content/index.md", "programme:p", LINK_THING, "programs/p/index.html",
     NULL},
    {"content/index.md", "program:", LINK_UNKNOWN, "", ""},
    {"content/index.md", "practice:one", LINK_THING, "practices/one.html",
     NULL},
    {"content/index.md", "practice:onee", LINK_UNKNOWN, "onee", "one"},
    {"content/index.md", "term:shnor", LINK_THING, "glossary.html#shnor",
     NULL},
    {"content/index.md", "term:shnorr", LINK_UNKNOWN, "shnorr", "shnor"},
    {"content/index.md", "indicator:p/k45", LINK_THING,
     "programs/p/indicators/k45.html", NULL},
    {"content/index.md", "indicator:p/k46", LINK_UNKNOWN, "k46", "k45"},
    {"content/index.md", "indicator:k45", LINK_UNKNOWN, "k45", ""},
    {"content/index.md", "document:p/law-1", LINK_THING,
     "programs/p/index.html#document-law-1", NULL},
    {"content/index.md", "document:p/law-2", LINK_UNKNOWN, "law-2",
     "law-1"},
    {"content/index.md", "document:z/law-1", LINK_UNKNOWN, "z", ""},
    {"content/index.md", "value:p/k45@2023", LINK_VALUE, "p/k45@2023",
     NULL},
    {"content/index.md", "target:p/k45", LINK_TARGET, "p/k45", NULL},
    /* files */
    {"content/index.md", "about.md", LINK_THING, "about.html", NULL},
    {"content/index.md", "./about.md", LINK_THING, "about.html", NULL},
    {"content/index.md", "about.md#part", LINK_THING, "about.html#part",
     NULL},
    {"content/guide/first.md", "../about.md", LINK_THING, "about.html",
     NULL},
    {"content/guide/first.md", "about.md", LINK_UNKNOWN,
     "content/guide/about.md", NULL},
    {"content/index.md", "guide/first.md", LINK_THING, "guide/first.html",
     NULL},
    {"content/programs/p/index.md", "goals.md", LINK_THING,
     "programs/p/goals.html", NULL},
    {"content/programs/p/goals.md", "index.md", LINK_THING,
     "programs/p/index.html", NULL},
    {"content/programs/p/goals.md", "../../index.md", LINK_THING,
     "index.html", NULL},
    {"content/index.md", "practices/one.md", LINK_THING,
     "practices/one.html", NULL},
    {"content/index.md", "news/first.md", LINK_THING, "news/first.html",
     NULL},
    {"content/index.md", "schools/a.md", LINK_THING, "schools/a.html",
     NULL},
    {"content/schools/a.md", "../images/a b.png", LINK_FILE,
     "images/a b.png", NULL},
    {"content/schools/a.md", "../images/a%20b.png", LINK_FILE,
     "images/a b.png", NULL},
    {"content/index.md", "%61bout.md#x", LINK_THING, "about.html#x", NULL},
    {"content/index.md", "%FFabout.md", LINK_UNKNOWN, NULL, NULL},
    {"content/index.md", "about.md%2", LINK_UNKNOWN, NULL, NULL},
    {"content/index.md", "abuot.md", LINK_UNKNOWN, "content/abuot.md",
     "content/about.md"},
    {"content/index.md", "../../../etc/passwd", LINK_UNKNOWN, "etc/passwd",
     ""},
    {"content/index.md", "../data/p/values.csv", LINK_UNKNOWN,
     "data/p/values.csv", NULL},
    {"content/index.md", "", LINK_UNKNOWN, "content", NULL},
    {"content/guide/first.md", "/about.md", LINK_UNKNOWN, NULL, NULL},
    {"content/index.md", "a/b:c.md", LINK_UNKNOWN, NULL, NULL},
};

static void test_resolve(void **state)
{
    (void)state;
    struct fixture f = open_site();
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct link_target t =
            address_resolve(f.arena, f.site, str_of(targets[i].from),
                            str_of(targets[i].target));
        if (t.kind != targets[i].kind ||
            (targets[i].path && !str_is(t.path, targets[i].path)) ||
            (targets[i].nearest && !str_is(t.nearest, targets[i].nearest)))
            fail_msg("%s from %s: kind %d, «%.*s», near «%.*s»",
                     targets[i].target, targets[i].from, (int)t.kind,
                     STR_FMT(t.path), STR_FMT(t.nearest));
    }
    fixture_close(&f);
}

/* A path of many parts ends; it is no way out of the site. */
static void test_deep(void **state)
{
    (void)state;
    struct fixture f = open_site();
    struct buf deep = {0};
    for (int i = 0; i < 500; i++)
        buf_addz(&deep, i % 3 ? "../" : "x/");
    buf_addz(&deep, "about.md");
    struct link_target t = address_resolve(
        f.arena, f.site, S("content/index.md"), buf_str(&deep));
    assert_int_equal(t.kind, LINK_UNKNOWN);
    buf_clear(&deep);
    for (int i = 0; i < 500; i++)
        buf_addz(&deep, "x/");
    t = address_resolve(f.arena, f.site, S("content/index.md"),
                        buf_str(&deep));
    assert_int_equal(t.kind, LINK_UNKNOWN);
    buf_free(&deep);
    fixture_close(&f);
}

static void test_reserved(void **state)
{
    (void)state;
    assert_true(address_reserved(S("index"), true));
    assert_true(address_reserved(S("w"), true));
    assert_true(address_reserved(S("404"), true));
    assert_true(address_reserved(S("manifest"), true));
    assert_false(address_reserved(S("sorsk-3"), true));
    assert_false(address_reserved(S(""), true));
    /* inside a folder only its list and its facets are taken */
    assert_true(address_reserved(S("index"), false));
    assert_true(address_reserved(S("by"), false));
    assert_false(address_reserved(S("s"), false));
    assert_false(address_reserved(S("search"), false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_of), cmocka_unit_test(test_relative),
        cmocka_unit_test(test_resolve), cmocka_unit_test(test_deep),
        cmocka_unit_test(test_reserved),
    };
    return RUN_FIXTURE(tests);
}
