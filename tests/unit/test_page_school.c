/*
 * Tests of render/page_school and page_schools: what parents read, in which
 * order, and what must not be there (AC-SCH, AC-SCHOOLS of the reader's
 * document).
 */
#include "school_site.h"

#include "render/template_html.h"

/* --- the sections --- */

static void test_order(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_order(page, ORDER(
        "<h1>Первая</h1>", "<dl class=\"facts\">", "id=\"main\"",
        "Цифры показывают только часть", "id=\"short\"",
        "Подробно: Учёба", "id=\"k-fg\"", "Подробно: Порядок",
        "id=\"k-late\"", "id=\"measures\"", "id=\"help\"",
        "id=\"questions\"", "id=\"conditions\"", "id=\"compare\"",
        "id=\"tables\"", "id=\"t-fg\"", "id=\"t-late\"",
        "id=\"contact\""));
    assert_message(s->diag, MSG_COUNT);
}

static void test_facts(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_holds(page, "<title>Первая, с.\u00a0Заречное, Заречный район");
    assert_holds(page, "<dd>МБОУ «Первая школа»</dd>");
    assert_holds(page, "href=\"tel:+70000000001\"");
    assert_holds(page, "href=\"https://one.example.org/sveden/common/\"");
    assert_holds(page, "<a href=\"zar-4.html\">Четвёртая школа</a>");
    assert_holds(page, "index.html#in-zar-s-zarechnoe");
    page = site_page(s, "schools/zar-4.html");
    assert_holds(page, "<a href=\"zar-1.html\">Первая</a>");
}

/* Only web addresses are followed. */
static void test_bad_site(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-3.html");

    assert_holds(page, "<dd>javascript:alert(1)</dd>");
    assert_lacks(page, "href=\"javascript");
    assert_lacks(page, "sveden");
}

static void test_closed(void **state)
{
    struct small_site *s = *state;
    assert_order(site_page(s, "schools/zar-3.html"),
                 ORDER("class=\"banner\"", "закрыта", "href=\"zar-1.html\""));
    assert_lacks(site_page(s, "schools/zar-1.html"), "class=\"banner\"");
}

/* --- numbers --- */

/* AC-SCH-1: lead and headline are the engine's own. */
static void test_sentences(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");
    struct buf text = {0}, html = {0};
    size_t fg = catalog_indicator_path(s->site, S("rost/fg"));
    size_t school = catalog_school(s->site, S("zar-1"));

    words_headline(&text, &s->words, fg, school,
                   progress_current(s->release, fg, school));
    assert_true(text.n > 0);
    buf_prose(&html, buf_str(&text));
    assert_holds(page, html.p);
    buf_clear(&text);
    words_lead(&text, &s->words, 0, school);
    assert_true(text.n > 0);
    assert_holds(page, text.p);
    buf_free(&text);
    buf_free(&html);
}

/* Three values a trend, two a slope, one with a target a bullet. */
static void test_charts(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_holds(page, "viewBox=\"0 0 320 190\" role=\"img\" "
                       "aria-labelledby=\"k-fg-t k-fg-d\"");
    assert_holds(page, "viewBox=\"0 0 320 130\" role=\"img\" "
                       "aria-labelledby=\"k-late-t k-late-d\"");
    page = site_page(s, "schools/zar-2.html");
    assert_holds(page, "viewBox=\"0 0 320 48\" role=\"img\" "
                       "aria-labelledby=\"k-late-t k-late-d\"");
}

/* Of a small group people are counted, nothing is compared or drawn. */
static void test_small_group(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-2.html");

    assert_holds(page, "8\u00a0из\u00a014");
    assert_lacks(page, "57");
    assert_lacks(page, "k-fg-t");
    assert_holds(page, "не сравниваем");
}

/* A hidden cell leaves its sentence and nothing else, not even its note. */
static void test_hidden(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-3.html");

    assert_holds(page, "Показатель не публикуется, чтобы не раскрыть "
                       "сведения об отдельных детях.");
    assert_lacks(page, "Двое");
    assert_lacks(page, "97");
    assert_lacks(page, "id=\"k-fg\"");
    assert_lacks(page, "data/schools/zar-3.csv");
}

static void test_not_applicable(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-4.html");

    assert_order(page, ORDER("К этой школе не относятся:", "Грамотность",
                             "Нет 9 классов."));
    assert_lacks(page, "id=\"k-fg\"");
}

static void test_level(void **state)
{
    struct small_site *s = *state;
    assert_order(site_page(s, "schools/zar-1.html"),
                 ORDER("Не публикуются по отдельным школам:",
                       "indicators/ovz.html"));
}

static void test_condition(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_lacks(page, "id=\"k-lib\"");
    assert_order(page, ORDER("id=\"conditions\"", "indicators/lib.html",
                             "<td>да</td>"));
}

/* --- what is done --- */

/* AC-SCH-3: the school's own measure, else that they are shared. */
static void test_unmet(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_order(page, ORDER("id=\"k-late\"", "Что делают, чтобы достичь",
                             "plan.html#m1", "</figure>"));
    page = site_page(s, "schools/zar-2.html");
    assert_order(page, ORDER("id=\"k-late\"",
                             "общие для всех школ программы", "plan.html\"",
                             "</figure>"));
}

/* AC-SCH-4: no other school is named where there are numbers. */
static void test_no_other_school(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-2.html");

    assert_lacks(page, "Первая");
    assert_lacks(page, "Третья");
}

static void test_measures(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_order(page, ORDER("id=\"measures\"", "Утренний автобус",
                             "id=\"help\""));
    assert_lacks(page, "Кружок чтения");
    /* Nothing that is over is promised to families. */
    assert_lacks(page, "Старое дело");
    page = site_page(s, "schools/zar-3.html");
    assert_holds(page, "Отдельных мероприятий этой школы в плане нет.");
}

static void test_questions(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/zar-1.html");

    assert_holds(page, "Чем помочь?");
    assert_lacks(page, "Что ещё?");
}

/* --- several programmes, none --- */

static void add_programme(void)
{
    write_file("site/content/programs/dva/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n"
               "scope: all\n---\n");
    write_file("site/data/dva/indicators.csv",
               "id;title;unit;class;direction\nfg;Чтение;%;open;up\n");
    write_file("site/data/dva/values.csv",
               "indicator;school;period;value\nfg;zar-1;2024;40\n"
               "fg;zar-1;2025;50\n");
}

static void test_two_programmes(void **state)
{
    struct small_site *other;
    const char *page;

    (void)state;
    school_files();
    add_programme();
    other = site_open();
    page = site_page(other, "schools/zar-1.html");
    assert_holds(page, "id=\"k-fg\"");
    assert_holds(page, "id=\"k-rost-fg\"");
    assert_holds(page, "Показатели школы (Вторая программа)");
    assert_holds(page, "Показатели школы (Школа роста)");
    assert_holds(page, "Подробно: Учёба (Школа роста)");
    site_close(other);
}

/* A school in no programme, without any fact, still reads well. */
static void test_nothing(void **state)
{
    struct small_site *other;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/schools.csv",
               "id;name\nzar-1;Первая\nzar-2;Вторая\nzar-3;Третья\n"
               "zar-4;Четвёртая\nfar;Дальняя\n");
    write_file("site/data/rost/participants.csv",
               "school;role\nzar-1;mentor\n");
    other = site_open();
    page = site_page(other, "schools/far.html");
    assert_holds(page, "школа не участвует");
    assert_holds(page, "Телефона и почты школы в данных нет.");
    assert_lacks(page, "id=\"short\"");
    assert_lacks(page, "Цифры показывают");
    page = site_page(other, "schools/zar-1.html");
    assert_holds(page, "помогает другой школе");
    site_close(other);
}

/* A target of a later year is not «none». */
static void test_later_target(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/rost/targets.csv",
               "indicator;school;period;target\nlate;*;2026;5\n");
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_order(page, ORDER("id=\"short\"", "(2026)", "срок не наступил",
                             "id=\"k-late\""));
    site_close(s);
}

/* --- all schools --- */

/* AC-SCHOOLS: no number of an indicator, natural order. */
static void test_schools(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/index.html");

    assert_order(page, ORDER("<h2>д.\u00a0Яр</h2>", "zar-3.html",
                             "(закрыта)", "zar-4.html",
                             "<h2>с.\u00a0Заречное</h2>", "zar-2.html",
                             "zar-1.html"));
    assert_holds(page, "id=\"in-zar-s-zarechnoe\"");
    assert_lacks(page, "%");
    assert_lacks(page, "600");
}

/* Who helps whom is told on both pages, once. */
static void test_partners(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/rost/participants.csv",
               "school;role;partner;note\n"
               "zar-1;mentor;zar-2;Общие уроки\n"
               "zar-2;participant;;\n"
               "zar-3;partner;zar-4;\nzar-4;partner;zar-3;\n");
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_holds(page, "<dd>помогает другой школе<br>Вместе с кем: "
                       "<a href=\"zar-2.html\">Вторая школа</a>"
                       "<br>Общие уроки</dd>");
    page = site_page(s, "schools/zar-2.html");
    assert_holds(page, "<dd>ей помогает другая школа<br>Кто помогает: "
                       "<a href=\"zar-1.html\">Первая</a>");
    page = site_page(s, "schools/zar-3.html");
    assert_holds(page, "<dd>партнёр программы<br>Вместе с кем: "
                       "<a href=\"zar-4.html\">");
    assert_lacks(page, "работает вместе с другой школой");
    site_close(s);
}

/* A school's mail is not that of the site's owner at the foot. */
static void test_contact(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/data/schools.csv",
               "id;name;municipality;phone;email\n"
               "zar-1;Первая;zar;+7 (000) 000-00-01;one@example.org\n"
               "zar-2;Вторая;zar;;\nzar-3;Третья;zar;;\n"
               "zar-4;Четвёртая;zar;;\n");
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_order(page, ORDER("<dt>Телефон</dt>", "<dt>Электронная почта</dt>",
                             "id=\"help\"", "Спросить можно в школе:",
                             "tel:+70000000001", "mailto:one@example.org",
                             "Сайт ведёт", "mailto:a@example.org"));
    page = site_page(s, "schools/zar-2.html");
    assert_holds(page, "Телефона и почты школы в данных нет.");
    site_close(s);
}

/* Without a plan an unmet target is followed by a sentence. */
static void test_no_plan(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/data/rost/plan.csv", "id;title\n");
    s = site_open();
    assert_holds(site_page(s, "schools/zar-1.html"),
                 "в плане не названы: план работ программы не опубликован");
    site_close(s);
}

/* How old the numbers are on the date of the site. */
static void test_age(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    s = site_open();
    page = site_page(s, "schools/zar-1.html");
    assert_holds(page, "за 2025\u00a0год.</p>");
    assert_lacks(page, "год. Им");
    site_close(s);
    write_file("site/content/site.yml",
               "title: Школы района\nas_of: 2027-12-31\n"
               "municipalities:\n  zar: {name: Заречный район}\n");
    s = site_open();
    assert_holds(site_page(s, "schools/zar-1.html"),
                 "за 2025\u00a0год. Им 2\u00a0года.");
    site_close(s);
    write_file("site/content/site.yml",
               "title: Школы района\nas_of: 2027-12-30\n"
               "municipalities:\n  zar: {name: Заречный район}\n");
    s = site_open();
    assert_holds(site_page(s, "programs/rost/index.html"),
                 "за 2025\u00a0год. Им 1\u00a0год.");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCHOOL_TEST(test_order),
        SCHOOL_TEST(test_facts),
        SCHOOL_TEST(test_bad_site),
        SCHOOL_TEST(test_closed),
        SCHOOL_TEST(test_sentences),
        SCHOOL_TEST(test_charts),
        SCHOOL_TEST(test_small_group),
        SCHOOL_TEST(test_hidden),
        SCHOOL_TEST(test_not_applicable),
        SCHOOL_TEST(test_level),
        SCHOOL_TEST(test_condition),
        SCHOOL_TEST(test_unmet),
        SCHOOL_TEST(test_no_other_school),
        SCHOOL_TEST(test_measures),
        SCHOOL_TEST(test_questions),
        SCHOOL_TEST(test_schools),
        cmocka_unit_test(test_two_programmes),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_later_target),
        cmocka_unit_test(test_partners),
        cmocka_unit_test(test_contact),
        cmocka_unit_test(test_no_plan),
        cmocka_unit_test(test_age),
    };
    return RUN_SITE(tests);
}
