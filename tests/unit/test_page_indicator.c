/*
 * Tests of render/page_indicator and page_indicators: the whole first, all
 * schools in the order of names, reasons instead of blanks (AC-IND of the
 * reader's document).
 */
#include "school_site.h"

static struct small_site *s;

static int open_site(void **state)
{
    (void)state;
    school_files();
    s = site_open();
    return 0;
}

static int close_site(void **state)
{
    (void)state;
    site_close(s);
    return 0;
}

static const char *find(const char *from, const char *part)
{
    const char *found = strstr(from, part);

    if (!found)
        fail_msg("not in its place: %s\nin: %s", part, from);
    return found;
}

/* Rows in natural order, no sorting, each cell with words. */
static void test_schools(void **state)
{
    const char *page = site_page(s, "programs/rost/indicators/fg.html");
    const char *table = find(page, "Школы стоят по алфавиту");

    (void)state;
    assert_lacks(page, "aria-sort");
    table = find(table, "<a href=\"../../../schools/zar-2.html\">");
    table = find(table, "8\u00a0из\u00a014");
    table = find(table, "<a href=\"../../../schools/zar-1.html\">");
    table = find(table, "60,0\u00a0%");
    table = find(table, "<a href=\"../../../schools/zar-3.html\">");
    table = find(table, "не публикуется");
    table = find(table, "<a href=\"../../../schools/zar-4.html\">");
    table = find(table, "не относится");
    assert_message(s->diag, MSG_COUNT);
}

static void test_hidden(void **state)
{
    const char *page = site_page(s, "programs/rost/indicators/fg.html");

    (void)state;
    assert_lacks(page, "Двое");
    assert_lacks(page, ">97<");
    assert_lacks(page, "2,1");
    assert_lacks(page, "57,1");     /* 8 of 14 */
}

static void test_order(void **state)
{
    const char *page = site_page(s, "programs/rost/indicators/fg.html");

    (void)state;
    page = find(page, "<h1>Умеют ли дети?</h1>");
    page = find(page, "<p class=\"lead\">Грамотность</p>");
    page = find(page, "Как читать");
    page = find(page, "Чем больше, тем лучше.");
    page = find(page, "id=\"schools\"");
    page = find(page, "Мы не составляем рейтинг.");
    page = find(page, "Что для этого делают");
    page = find(page, "Кружок чтения");
    page = find(page, "Паспорт показателя");
    find(page, "Источник</dt><dd>в документе не назван");
}

/* Not by school: a sentence in place of the table. */
static void test_level(void **state)
{
    const char *page = site_page(s, "programs/rost/indicators/ovz.html");

    (void)state;
    assert_holds(page, "По школам этот показатель не публикуется, чтобы не "
                       "раскрыть");
    assert_holds(page, "Общего числа у этого показателя нет.");
    assert_lacks(page, "алфавиту");
}

static void test_title(void **state)
{
    (void)state;
    assert_holds(site_page(s, "programs/rost/indicators/fg.html"),
                 "<title>Грамотность: Школа роста");
}

/* --- the lists --- */

/* No number of a school. */
static void test_list(void **state)
{
    const char *page = site_page(s, "programs/rost/indicators/index.html");

    (void)state;
    find(find(find(page, "<h2>Учёба</h2>"), "<h2>Порядок</h2>"),
         "<h2>Семьи</h2>");
    assert_holds(page, "общего числа нет, считают по школам");
    assert_holds(page, "общего числа нет</td>");
    assert_lacks(page, "60,0");
    assert_lacks(page, "zar-1");
    assert_message(s->diag, MSG_COUNT);
}

static void test_all(void **state)
{
    struct small_site *other;
    const char *page;

    (void)state;
    assert_int_equal(plan_find(s->plan, S("indicators.html")), SIZE_MAX);
    school_files();
    write_file("site/content/programs/dva/index.md",
               "---\ntitle: Вторая программа\nmunicipality: zar\n---\n");
    write_file("site/data/dva/indicators.csv",
               "id;title;unit;class;direction\nfg;Чтение;%;open;up\n");
    other = site_open();
    page = site_page(other, "indicators.html");
    page = find(page, "<h2>Вторая программа</h2>");
    page = find(page, "Показатели программы</h3>");
    page = find(page, "<h2>Школа роста</h2>");
    find(page, "<h3>Учёба</h3>");
    site_close(other);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_site, close_site)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_schools), TEST(test_hidden), TEST(test_order),
        TEST(test_level), TEST(test_title), TEST(test_list), TEST(test_all),
    };

    text_init();
    if (scratch_start() != 0)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scratch_end();
    return failed != 0 ? 1 : 0;
}
