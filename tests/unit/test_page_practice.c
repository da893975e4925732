/*
 * Tests of render/page_practice and page_practices: what a practice says of
 * itself, when it grows old, and that it tells nothing the release hides.
 */
#include "school_site.h"

static void practice_file(const char *name, const char *front)
{
    char path[128], text[4096];

    snprintf(path, sizeof path, "site/content/practices/%s.md", name);
    snprintf(text, sizeof text, "---\n%s---\nСлова школы.\n", front);
    write_file(path, text);
}

/* All that a recommended practice must have; of school zar-1. */
#define FRONT(title, dates)                                               \
    "title: " title "\nsummary: Клуб по средам.\nprogramme: rost\n"       \
    "school: zar-1\nproblem: Скука.\nindicators: [fg]\nlevel: 5–9\n"      \
    "subjects: [чтение]\ncontact: Отдел\n"                                \
    "steps: [{text: Собраться, duration: неделя}, {text: Читать, "        \
    "duration: час}, {text: Подумать, duration: день}]\n"                 \
    "experts: {commission: Совет, protocol: № 1}\n"                       \
    "cost: 2\nevidence: 0\nstatus: recommended\nconsent: true\n"          \
    "authors: [И. Иванова]\nsource: Отчёт\ngoal: one\n" dates
#define GOOD_DATES "reviewed: 2025-01-01\nreview_by: 2027-01-01\n"
#define GOOD FRONT("Клуб", GOOD_DATES)

/* --- one practice --- */

static void test_page(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    practice_file("klub", GOOD "adopted_by: [{school: zar-2, year: 2025}]\n"
                               "not_for: Малых школ.\nmeasures: [m1]\n");
    s = site_open();
    page = site_page(s, "practices/klub.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "<title>Клуб: Первая", "<h1>Клуб</h1>",
        "<p class=\"lead\">Клуб по\u00a0средам.</p>",
        "■■□□□", "2 из 5", "■□□□□", "описание опыта, измерений нет",
        "рекомендована", "1\u00a0января\u00a02025\u00a0года",
        "1\u00a0января\u00a02027\u00a0года",
        "<a href=\"../schools/zar-1.html\">Первая</a>", "Иванова",
        "основная школа", "чтение",
        "<a href=\"../programs/rost/index.html\">Школа роста</a>",
        "id=\"problem\"", "Скука.", "id=\"steps\"", "Собраться", "неделя",
        "Читать", "id=\"evidence\"", "id=\"limits\"", "Малых школ.",
        "Слова школы.", "id=\"adopted\"",
        "<a href=\"../schools/zar-2.html\">Вторая школа</a>, 2025",
        "id=\"contact\"", "id=\"indicators\"",
        "../programs/rost/indicators/fg.html", "id=\"measures\"",
        "../programs/rost/plan.html#m1\">Утренний автобус</a>"));
    assert_lacks(page, "class=\"banner\"");
    assert_lacks(page, "id=\"changed\"");
    site_close(s);
}

/* Names of authors are printed only with their consent. */
static void test_consent(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    practice_file("klub", "title: Клуб\nschool: zar-1\nproblem: Скука.\n"
                          "steps: [{text: Читать}]\nstatus: review\n"
                          "authors: [И. Иванова]\nconsent: false\n");
    s = site_open();
    assert_lacks(site_page(s, "practices/klub.html"), "Иванова");
    site_close(s);
}

/* --- growing old: as_of is 2026-03-01 --- */

static const struct {
    const char *review_by, *word, *group;
    bool banner, noindex;
} ages[] = {
    { "2026-03-01", "рекомендована", "id=\"recommended\"", false, false },
    { "2026-02-28", "требует обновления", "id=\"outdated\"", true, false },
    { "2025-03-01", "требует обновления", "id=\"outdated\"", true, false },
    { "2025-02-28", "в архиве", "id=\"archived\"", true, true },
    { "2024-02-29", "в архиве", "id=\"archived\"", true, true },
};

static void test_age(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        struct small_site *s;
        char front[2048];
        const char *page;

        school_files();
        snprintf(front, sizeof front,
                 FRONT("Клуб", "reviewed: 2024-01-01\nreview_by: %s\n"),
                 ages[i].review_by);
        practice_file("klub", front);
        s = site_open();
        page = site_page(s, "practices/klub.html");
        assert_holds(page, ages[i].word);
        (ages[i].banner ? assert_holds : assert_lacks)(page,
                                                       "class=\"banner\"");
        (ages[i].noindex ? assert_holds : assert_lacks)(page, "noindex");
        page = site_page(s, "practices/index.html");
        assert_order(page, ORDER(ages[i].group, "klub.html"));
        site_close(s);
    }
}

/* --- what changed --- */

#define EFFECT(indicator, school, from, to)                              \
    "effect: {indicator: " indicator ", school: " school ", from: " from \
    ", to: " to ", was: 51, became: 77, n: 60, comparison: district}\n"

/* Of fg zar-1 is shown in 2023..2025, zar-2 is a small group, zar-3 hidden;
 * ovz is never published by school. */
static const struct {
    const char *effect;
    bool told;
    const char *headline, *site;
} effects[] = {
    { EFFECT("fg", "zar-1", "2023", "2025"), true,
      "По данным сайта было 50,0\u00a0%, стало 60,0\u00a0%: не изменилось.",
      "50,0\u00a0%" },
    { EFFECT("fg", "zar-3", "2023", "2025"), false, "", "" },
    { EFFECT("fg", "zar-3", "2024", "2025"), false, "", "" },
    { EFFECT("fg", "zar-2", "2024", "2025"), false, "", "" },
    { EFFECT("ovz", "zar-1", "2023", "2025"), false, "", "" },
    { EFFECT("late", "zar-1", "2024", "2025"), true,
      "По данным сайта было 9,0\u00a0%, стало 8,0\u00a0%: не изменилось.",
      "данные сайта" },
    /* nothing on the site: the author's words alone */
    { EFFECT("fg", "zar-1", "2019", "2020"), true,
      "Авторы говорят", "Таких данных на" },
};

static void test_effect(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
        struct small_site *s;
        char front[2048];
        const char *page;

        school_files();
        snprintf(front, sizeof front, GOOD "%s", effects[i].effect);
        practice_file("klub", front);
        s = site_open();
        page = site_page(s, "practices/klub.html");
        assert_holds(page, "id=\"changed\"");
        if (effects[i].told) {
            assert_order(page, ORDER("id=\"changed\"", effects[i].headline,
                                     "51\u00a0%", "77\u00a0%",
                                     effects[i].site, "с муниципалитетом"));
        } else {
            assert_holds(page, "Показатель не публикуется");
            assert_lacks(page, "51");
            assert_lacks(page, "77");
            assert_lacks(page, "id=\"effect-t\"");
        }
        site_close(s);
    }
}

/* --- the list --- */

static void test_list(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    practice_file("klub", GOOD);
    practice_file("abc", FRONT("Азбука", GOOD_DATES));
    practice_file("best", FRONT("Ярмарка", GOOD_DATES "grades: 5\n"));
    practice_file("soon", "title: Скоро\nschool: zar-2\nprogramme: rost\n"
                          "source: Отчёт\nstatus: announced\n");
    practice_file("raw", "title: Черновик\nschool: zar-2\n"
                         "problem: Скука.\nsteps: [{text: Читать}]\n"
                         "status: draft\n");
    s = site_open();
    page = site_page(s, "practices/index.html");
    assert_message(s->diag, MSG_COUNT);
    assert_order(page, ORDER(
        "<a href=\"#recommended\">", "(3\u00a0практики)",
        "<a href=\"#announced\">", "(1\u00a0практика)",
        "<h2 id=\"recommended\">", "abc.html", "klub.html", "best.html",
        "<h2 id=\"announced\">", "soon.html"));
    assert_lacks(page, "Черновик");
    assert_int_equal(plan_find(s->plan, S("practices/raw.html")), SIZE_MAX);
    /* What is only announced carries no dials. */
    page = site_page(s, "practices/soon.html");
    assert_holds(page, "class=\"banner\"");
    assert_lacks(page, "class=\"dial\"");
    site_close(s);
}

static void test_none(void **state)
{
    struct small_site *s;

    (void)state;
    site_files(SITE_CONFIG);
    s = site_open();
    assert_holds(site_page(s, "practices/index.html"),
                 "Описанных практик пока нет.");
    assert_lacks(site_page(s, "practices/index.html"), "<h2");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_consent),
        cmocka_unit_test(test_age),
        cmocka_unit_test(test_effect),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_none),
    };

    return RUN_SITE(tests);
}
