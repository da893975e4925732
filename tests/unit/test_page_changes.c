/*
 * Tests of the pages and feeds of changes where there are many: no page grows
 * without end, every line has its place.
 */
#include "school_site.h"

#define MANY 250                /* corrections, one a day */

/* What changes_make borrows. */
struct past {
    struct changes_commit commits[MANY];
    struct record records[MANY];
    struct changes_input input;
};

/* The site again, with these changes. */
static void tell(struct small_site *s, const struct changes_input *input)
{
    plan_free(s->plan);
    s->plan = plan_make(s->arena, s->site, s->release, &s->words,
                        changes_make(s->arena, s->release, input), s->theme,
                        s->diag);
    assert_non_null(s->plan);
}

/* `n` corrections of one value, the last on the 31st of May 2025. */
static struct past *corrections(struct small_site *s, size_t n)
{
    struct past *past = ARENA_NEW(s->arena, struct past);
    for (size_t i = 0; i < n; i++) {
        past->records[i] = (struct record){
            S("v/rost/fg/zar-1/2025"),
            str_format(s->arena, "s%zu\x1f\x1f" "60\x1f", 100 + i),
            str_format(s->arena, "s%zu\x1f\x1f" "60\x1f", 101 + i)};
        past->commits[i] = (struct changes_commit){
            date_of(2025, 5, 31) - (date)(n - 1 - i), S(""),
            &past->records[i], 1};
    }
    past->input = (struct changes_input){CHANGES_WHOLE, date_of(2024, 1, 1),
                                         past->commits, n};
    return past;
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (; (text = strstr(text, part)) != NULL; text += strlen(part))
        n++;
    return n;
}

static struct small_site *open_with_feeds(void)
{
    school_files();
    write_file("site/content/site.yml",
               SITE_CONFIG "base_url: https://example.org/\n");
    return site_open();
}

static void one_page_while_it_holds_all(void **state)
{
    struct small_site *s = open_with_feeds();
    (void)state;
    tell(s, &corrections(s, 200)->input);
    assert_int_equal(count(site_page(s, "changes.html"), "<li id=\"c"), 200);
    assert_lacks(s->out.p, "id=\"years\"");
    assert_int_equal(plan_find(s->plan, S("changes/2025/index.html")),
                     SIZE_MAX);
    assert_holds(site_page(s, "changes.xml"),
                 "https://example.org/changes.html#c");
    site_close(s);
}

static void years_have_pages_where_there_are_more(void **state)
{
    static const struct {
        const char *newest, *year, *before;
    } pages[] = {
        {"changes.html", "changes/2025/index.html",
         "changes/2024/index.html"},
        {"programs/rost/changes.html",
         "programs/rost/changes/2025/index.html",
         "programs/rost/changes/2024/index.html"},
        {"changes/zar-1.html", "changes/zar-1/2025/index.html",
         "changes/zar-1/2024/index.html"}};
    struct small_site *s = open_with_feeds();
    (void)state;
    tell(s, &corrections(s, MANY)->input);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        const char *page = site_page(s, pages[i].newest);
        assert_int_equal(count(page, "<li id=\"c"), 200);
        assert_holds(page, "id=\"years\"");
        assert_holds(page, "2024/index.html\">2024");
        page = site_page(s, pages[i].year);
        assert_int_equal(count(page, "<li id=\"c"), 151);
        assert_holds(page, "noindex");
        assert_lacks(page, "../2025/index.html\">");
        page = site_page(s, pages[i].before);
        assert_int_equal(count(page, "<li id=\"c"), 99);
        assert_holds(page, "../2025/index.html\">2025");
    }
    assert_int_equal(plan_find(s->plan, S("changes/2023/index.html")),
                     SIZE_MAX);
    site_close(s);
}

/* The mark of a corrected value and the entries of a feed lead to the page
 * of the year, where the line stays. */
static void links_to_lines_stay(void **state)
{
    struct small_site *s = open_with_feeds();
    char anchor[32], line[64];
    const char *found;
    (void)state;
    tell(s, &corrections(s, MANY)->input);
    found = strstr(site_page(s, "schools/zar-1.html"),
                   "href=\"../changes/zar-1/2025/index.html#c");
    assert_non_null(found);
    snprintf(anchor, sizeof anchor, "%.17s", strchr(found, '#') + 1);
    snprintf(line, sizeof line, "<li id=\"%s\"", anchor);
    assert_holds(site_page(s, "changes/zar-1/2025/index.html"), line);
    assert_holds(site_page(s, "changes/zar-1.xml"),
                 "https://example.org/changes/zar-1/2025/index.html#c");
    assert_holds(s->out.p, "changes/zar-1.html/c");     /* ids do not move */
    site_close(s);
}

/* Values of one year stand apart in a commit: between them are those of a
 * year that the page has no room for. */
static void a_short_list_tells_of_whole_lines(void **state)
{
    const struct record records[] = {
        {S("v/rost/fg/zar-1/2023"), {0}, S("s50\x1f\x1f" "60\x1f")},
        {S("v/rost/fg/zar-1/2024"), {0}, S("s55\x1f\x1f" "60\x1f")},
        {S("v/rost/fg/zar-1/2025"), {0}, S("s60\x1f\x1f" "60\x1f")},
        {S("v/rost/late/zar-1/2022"), {0}, S("s9\x1f\x1f\x1f")},
        {S("v/rost/late/zar-1/2024"), {0}, S("s9\x1f\x1f\x1f")}};
    const struct changes_commit commit = {date_of(2025, 5, 3), S(""),
                                          records, 5};
    const struct changes_input input = {CHANGES_WHOLE, 0, &commit, 1};
    struct small_site *s;
    (void)state;
    school_files();
    write_file("site/data/rost/values.csv",
               "indicator;school;period;value;numerator;n;status;note\n"
               SHARE_ROWS
               "late;zar-1;2022;9;;;;\nlate;zar-1;2024;9;;;;\n");
    s = site_open();
    tell(s, &input);
    assert_holds(site_page(s, "schools/zar-1.html"),
                 "опубликовано значений: 2");
    site_close(s);
}

/* A type is said once a day, however its lines stand in the commit; those
 * who do not see hear it with each. */
static void a_type_is_said_once(void **state)
{
    const struct record records[] = {
        {S("v/rost/fg/zar-1/2024"), S("s54\x1f\x1f" "60\x1f"),
         S("s55\x1f\x1f" "60\x1f")},
        {S("v/rost/fg/zar-1/2025"), S("s58\x1f\x1f" "60\x1f"),
         S("s60\x1f\x1f" "60\x1f")},
        {S("v/rost/late/zar-1/2024"), {0}, S("s9\x1f\x1f\x1f")}};
    const struct changes_commit commit = {date_of(2025, 5, 3), S(""),
                                          records, 3};
    const struct changes_input input = {CHANGES_WHOLE, 0, &commit, 1};
    struct small_site *s = open_with_feeds();
    const char *days;
    (void)state;
    tell(s, &input);
    days = strstr(site_page(s, "changes.html"), "id=\"days\"");
    assert_non_null(days);
    assert_order(days, ORDER("<span class=\"tag\">исправление</span><br> ",
                             "<span class=\"visually-hidden\">исправление"
                             "</span> ",
                             "<span class=\"tag\">данные</span><br> "));
    assert_int_equal(count(days, "class=\"tag\""), 2);
    site_close(s);
}

/* Of several programmes each is named once with its mark; in the box of
 * corrections the heading has said the type. */
static void a_programme_is_named_once(void **state)
{
    const struct record records[] = {
        {S("v/mir/cups/zar-1/2025"), S("s5\x1f\x1f\x1f"),
         S("s6\x1f\x1f\x1f")},
        {S("v/rost/late/zar-1/2025"), S("s7\x1f\x1f\x1f"),
         S("s8\x1f\x1f\x1f")},
        {S("v/mir/cups/zar-2/2025"), S("s3\x1f\x1f\x1f"),
         S("s4\x1f\x1f\x1f")}};
    const struct changes_commit commit = {date_of(2026, 2, 20), S(""),
                                          records, 3};
    const struct changes_input input = {CHANGES_WHOLE, 0, &commit, 1};
    struct small_site *s;
    const char *html;
    (void)state;
    school_files();
    write_file("site/content/programs/mir/index.md",
               "---\ntitle: Мир\nperiod: 2023-2026\nscope: all\n"
               "demo: true\n---\n");
    write_file("site/data/mir/indicators.csv",
               "id;title;unit;class;direction;aggregate\n"
               "cups;Кубки;шт.;open;up;sum\n");
    write_file("site/data/mir/values.csv",
               "indicator;school;period;value\n"
               "cups;zar-1;2025;6\ncups;zar-2;2025;4\n");
    s = site_open();
    tell(s, &input);
    html = site_page(s, "changes.html");
    assert_order(html, ORDER("id=\"corrections\"",
                             "<li> <span class=\"meta\">Мир</span> "
                             "<span class=\"demo\">",
                             "<li><span class=\"visually-hidden\">"
                             "исправление, Мир</span> ",
                             "<li> <span class=\"meta\">Школа роста</span>"
                             "<br>",
                             "id=\"days\"",
                             "<span class=\"tag\">исправление</span> "
                             "<span class=\"meta\">Мир</span>",
                             "исправление, Мир</span> ",
                             "<span class=\"tag\">исправление</span> "
                             "<span class=\"meta\">Школа роста</span><br>"));
    assert_int_equal(count(html, "class=\"demo\""), 2);
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_page_while_it_holds_all),
        cmocka_unit_test(years_have_pages_where_there_are_more),
        cmocka_unit_test(links_to_lines_stay),
        cmocka_unit_test(a_short_list_tells_of_whole_lines),
        cmocka_unit_test(a_type_is_said_once),
        cmocka_unit_test(a_programme_is_named_once),
    };
    return RUN_SITE(tests);
}
