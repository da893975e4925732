/*
 * Tests of render/page_indicator and page_indicators: the whole first, all
 * schools in the order of names, reasons instead of blanks (AC-IND of the
 * reader's document).
 */
#include "school_site.h"

/* Rows in natural order, no sorting, each cell with words. */
static void test_schools(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/fg.html");

    assert_lacks(page, "aria-sort");
    assert_order(page, ORDER(
        "Школы стоят по алфавиту",
        "<a href=\"../../../schools/zar-2.html\">", "8\u00a0из\u00a014",
        "<a href=\"../../../schools/zar-1.html\">", "60,0\u00a0%",
        "<a href=\"../../../schools/zar-3.html\">", "не публикуется",
        "<a href=\"../../../schools/zar-4.html\">", "не относится"));
    assert_message(s->diag, MSG_COUNT);
}

static void test_hidden(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/fg.html");

    assert_lacks(page, "Двое");
    assert_lacks(page, ">97<");
    assert_lacks(page, "2,1");
    assert_lacks(page, "57,1");     /* 8 of 14 */
}

static void test_order(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/fg.html");

    assert_order(page, ORDER(
        "<h1>Умеют ли дети?</h1>", "<p class=\"lead\">Грамотность</p>",
        "Как читать", "Чем больше, тем лучше.", "id=\"schools\"",
        "учеников из ста часто случайна. Мы не составляем рейтинг.",
        "Что для этого делают",
        "Кружок чтения", "Паспорт показателя",
        "Источник</dt><dd>в документе не назван"));
}

/* Not by school: a sentence in place of the table. */
static void test_level(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/ovz.html");

    assert_holds(page, "По школам этот показатель не публикуется, чтобы не "
                       "раскрыть");
    assert_holds(page, "Общего числа у этого показателя нет.");
    assert_lacks(page, "алфавиту");
}

/* Of words none is more; of yes and no one is the better. */
static void test_kinds(void **state)
{
    struct small_site *other;
    const char *page;

    (void)state;
    school_files();
    write_file("site/content/programs/dva/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n---\n");
    write_file("site/data/dva/indicators.csv",
               "id;title;unit;kind;class;direction;aggregate\n"
               "words;Профили;перечень;text;open;up;none\n"
               "psy;Психолог;да/нет;yesno;open;up;none\n"
               "fee;Плата;да/нет;yesno;open;down;none\n"
               "cost;Расходы;руб.;money;open;none;none\n");
    write_file("site/data/dva/values.csv",
               "indicator;school;period;value\n"
               "words;zar-1;2024;гуманитарный\npsy;zar-1;2024;да\n"
               "fee;zar-1;2024;нет\ncost;zar-1;2024;100\n");
    other = site_open();
    page = site_page(other, "programs/dva/indicators/words.html");
    assert_order(page, ORDER("<p>Здесь отвечают словами, а не числом.</p>",
                             "<p class=\"note\">Школы работают в разных "
                             "условиях. Мы не составляем рейтинг.</p>",
                             "<td>гуманитарный</td>"));
    assert_lacks(page, "учеников из ста");
    /* Nobody wants a whole, so none is missing. */
    assert_lacks(page, "<h2>По годам</h2>");
    assert_lacks(page, "нет данных");
    page = site_page(other, "programs/dva/indicators/psy.html");
    assert_order(page, ORDER("<p>Хорошо, когда ответ «да».</p>",
                             "<td class=\"num\">да</td>"));
    assert_holds(site_page(other, "programs/dva/indicators/fee.html"),
                 "<p>Хорошо, когда ответ «нет».</p>");
    assert_holds(site_page(other, "programs/dva/indicators/cost.html"),
                 "<p>Больше или меньше здесь не значит лучше или хуже.</p>");
    site_close(other);
}

static void test_title(void **state)
{
    struct small_site *s = *state;
    assert_holds(site_page(s, "programs/rost/indicators/fg.html"),
                 "<title>Грамотность: Школа роста");
}

/* --- the lists --- */

/* No number of a school. */
static void test_list(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/index.html");

    assert_order(page, ORDER("<h2>Учёба</h2>", "<h2>Порядок</h2>",
                             "<h2>Семьи</h2>"));
    assert_holds(page, "общего числа нет, считают по школам");
    assert_holds(page, "общего числа нет</td>");
    assert_lacks(page, "60,0");
    assert_lacks(page, "zar-1");
    assert_message(s->diag, MSG_COUNT);
}

static void test_all(void **state)
{
    struct small_site *s = *state;
    struct small_site *other;

    assert_int_equal(plan_find(s->plan, S("indicators.html")), SIZE_MAX);
    school_files();
    write_file("site/content/programs/dva/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n---\n");
    write_file("site/data/dva/indicators.csv",
               "id;title;unit;class;direction\nfg;Чтение;%;open;up\n");
    other = site_open();
    assert_order(site_page(other, "indicators.html"),
                 ORDER("<h2>Вторая программа</h2>",
                       "Показатели программы</h3>",
                       "<h2>Школа роста</h2>", "<h3>Учёба</h3>"));
    site_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCHOOL_TEST(test_schools),
        SCHOOL_TEST(test_hidden),
        SCHOOL_TEST(test_order),
        SCHOOL_TEST(test_level),
        SCHOOL_TEST(test_kinds),
        SCHOOL_TEST(test_title),
        SCHOOL_TEST(test_list),
        SCHOOL_TEST(test_all),
    };
    return RUN_SITE(tests);
}
