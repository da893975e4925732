/*
 * Tests of render/block_small and block_schools: indicators and schools side
 * by side, what may be seen of the schools, and who is left out.
 */
#include "small_site.h"

#define COMPARISON "comparison: [rost/fg, rost/few, rost/mark]\n"

/* Eight schools: seven shown, a group of 12, a hidden one; `few` has four. */
static const char schools[] =
    "id;name;municipality\ns1;Первая;zar\ns2;Вторая;zar\ns3;Третья;zar\n"
    "s4;Четвёртая;zar\ns5;Пятая;zar\ns6;Шестая;zar\ns7;Седьмая;zar\n"
    "s8;Восьмая;zar\ns9;Девятая;zar\n";

static const char indicators[] =
    "id;title;unit;class;direction;aggregate;group;kind;max\n"
    "fg;Грамотность;%;people;up;weighted;Учёба;share;\n"
    "few;Мало школ;%;people;up;weighted;Учёба;share;\n"
    "mark;Отметка;балл;open;up;mean;Учёба;score;5\n"
    "bio;Биология;человек;open;none;given;Предметы;count;\n"
    "geo;География;человек;open;none;given;Предметы;count;\n"
    "ph;Физика;человек;open;none;given;Предметы;count;\n"
    "one;Одно значение;%;open;up;given;Разное;share;\n"
    "late;Опоздания;%;open;down;given;Разное;share;\n"
    "up;Успехи;%;open;up;given;Разное;share;\n";

static const char values[] =
    "indicator;school;period;value;numerator;n;status\n"
    "fg;s1;2024;;30;60;\nfg;s1;2025;;36;60;\nfg;s2;2025;;51;60;\n"
    "fg;s3;2025;;24;60;\nfg;s4;2025;;36;60;\nfg;s5;2025;;45;60;\n"
    "fg;s6;2025;;42;60;\nfg;s7;2025;;39;60;\nfg;s8;2025;;7;12;\n"
    "fg;s9;2025;;2;97;\n"
    "few;s1;2025;;36;60;\nfew;s2;2025;;51;60;\nfew;s3;2025;;24;60;\n"
    "few;s4;2025;;36;60;\n"
    "mark;s1;2025;3,5;;;\nmark;s2;2025;3,6;;;\nmark;s3;2025;4,1;;;\n"
    "mark;s4;2025;4,2;;;\nmark;s5;2025;4,4;;;\n"
    "bio;;2023;4;;;\nbio;;2024;2;;;\nbio;;2025;3;;;\n"
    "geo;;2023;40;;;\ngeo;;2025;20;;;\nph;;2024;10;;;\nph;;2025;8;;;\n"
    "one;;2025;55;;;\nlate;;2024;5;;;\nlate;;2025;6;;;\n"
    "up;;2024;80;;;\nup;;2025;90;;;\n";

static void open_site(void **state, const char *config)
{
    site_files(config);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Рост\nmunicipality: zar\nscope: all\n---\n");
    write_file("site/data/schools.csv", schools);
    write_file("site/data/rost/indicators.csv", indicators);
    write_file("site/data/rost/values.csv", values);
    write_file("site/data/rost/targets.csv",
               "indicator;period;target\nup;2026;95\n");
    *state = site_open();
}

static int set_up(void **state)
{
    open_site(state, SITE_CONFIG COMPARISON);
    return 0;
}

static int set_up_plain(void **state)
{
    open_site(state, SITE_CONFIG);
    return 0;
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;

    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

/* The SVG whose id begins so, as a text of its own. */
static const char *svg_of(struct small_site *s, const char *page,
                          const char *id)
{
    char key[64];
    const char *from, *end;

    snprintf(key, sizeof key, "aria-labelledby=\"%s-t ", id);
    from = strstr(page, key);
    if (!from)
        fail_in(page, "no chart", id);
    end = strstr(from, "</svg>");
    return str_format(s->arena, "%.*s", (int)(end - from), from).p;
}

static double number_after(const char **text, const char *key)
{
    *text = strstr(*text, key);
    assert_non_null(*text);
    *text += strlen(key);
    return strtod(*text, NULL);
}

/* --- C4 --- */

/* Seven dots in the order of their values; nobody is named. */
static void test_strip(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/fg.html");
    const char *svg = svg_of(s, page, "s-fg");
    double x = 0;

    assert_order(page, ORDER(
        "Мы не составляем рейтинг.",
        "половины школ", "60", "75", "s-fg-t",
        "Ещё 1\u00a0школа: группы малы", "Ещё 1\u00a0школа: данные не пуб",
        "<figcaption class=\"meta\">2025", "Каждый кружок", "Штриховая",
        "середина: ", "Школы стоят по", "алфавиту"));
    assert_int_equal(count(svg, "<circle"), 7);
    assert_order(svg, ORDER(
        "Грамотность, 2025: школы</title>",
        "Школ на графике — 7: от 40,0\u00a0% до 85,0\u00a0%."));
    assert_lacks(svg, "Первая");
    assert_lacks(svg, "m-school");
    assert_lacks(svg, "58");        /* 7 of 12 */
    for (const char *at = svg; strstr(at, " cx=\"");) {
        double next = number_after(&at, " cx=\"");

        assert_true(next >= x);
        x = next;
    }
}

/* Four schools would be known by their places. */
static void test_strip_few(void **state)
{
    struct small_site *s = *state;

    assert_lacks(site_page(s, "programs/rost/indicators/few.html"), "s-few");
    assert_holds(site_page(s, "programs/rost/indicators/few.html"),
                 "Школы стоят по алфавиту");
    assert_lacks(site_page(s, "programs/rost/indicators/bio.html"), "s-bio");
}

/* The mean where it is shown, else the median; a hidden school takes the mean
 * with it. */
static void test_strip_middle(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/mark.html");

    assert_holds(svg_of(s, page, "s-mark"), "район\u00a04,0");
    assert_order(page, ORDER("s-mark-t", "Штриховая", "району."));
    page = site_page(s, "programs/rost/indicators/fg.html");
    assert_holds(svg_of(s, page, "s-fg"), "середина\u00a065\u00a0%");
}

/* A school's own dot once, the others without names. */
static void test_school(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "schools/s1.html");
    const char *svg = svg_of(s, page, "s-fg");

    assert_order(page, ORDER(
        "id=\"compare\"", "<h3>Грамотность</h3>",
        "половины школ", "75", "этой", "60.", "s-fg-t", "<h3>Отметка</h3>"));
    assert_int_equal(count(svg, "<circle"), 7);
    assert_int_equal(count(svg, "<circle class=\"m-school\""), 1);
    assert_holds(svg, "эта школа\u00a060\u00a0%");
    assert_lacks(svg, "Вторая");
    assert_lacks(page, "s-few");
}

/* A school that shows no number itself is not set beside others. */
static void test_school_without(void **state)
{
    struct small_site *s = *state;

    assert_lacks(site_page(s, "schools/s9.html"), "s-fg");
    assert_lacks(site_page(s, "schools/s8.html"), "s-fg");
    assert_holds(site_page(s, "schools/s7.html"), "s-fg");
    assert_lacks(site_page(s, "schools/s7.html"), "s-mark");
}

static void test_not_asked(void **state)
{
    struct small_site *s = *state;

    assert_lacks(site_page(s, "schools/s1.html"), "s-fg");
    assert_holds(site_page(s, "programs/rost/indicators/fg.html"), "s-fg-t");
}

/* --- C5 --- */

/* Height of the middle of the first square. */
static double first_mark(const char *svg)
{
    svg = strstr(svg, "class=\"m-muni\"");
    assert_non_null(svg);
    return number_after(&svg, " y=\"") + 3.5;
}

/* Subjects: one axis of years and one scale, so that 3 pupils look less than
 * 20; a subject without a year has a gap. */
static void test_one_scale(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/index.html");
    const char *bio = svg_of(s, page, "c-bio");
    const char *geo = svg_of(s, page, "c-geo");
    const char *ph = svg_of(s, page, "c-ph");
    const double ground = 62;
    double low, middle, high;

    assert_order(geo, ORDER(">2023</text>", ">2025</text>", ">20</text>",
                            ">40</text>"));
    assert_lacks(geo, "<polyline");     /* nothing of 2024 */
    assert_holds(ph, ">2023</text>");
    assert_holds(bio, "<polyline");
    /* the squares at the first values: 40, 10 and 4 */
    high = first_mark(geo);
    middle = first_mark(ph);
    low = first_mark(bio);
    assert_true(high < middle && middle < low);
    /* and from nought: 40 is ten times as high as 4 */
    assert_true(ground - high > 9.5 * (ground - low) &&
                ground - high < 10.5 * (ground - low));
}

/* Shares have a scale each; a target to come stretches the years. */
static void test_own_scale(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/indicators/index.html");
    const char *svg = svg_of(s, page, "c-up");

    assert_order(svg, ORDER("Цель на 2026 — 95\u00a0%.", ">2024</text>",
                            ">2026</text>", "l-muni l-main",
                            "m-target", ">90\u00a0%</text>", ">80</text>"));
    assert_holds(svg_of(s, page, "c-late"), ">2026</text>");
    assert_lacks(page, "c-one-t");      /* a row of the table */
}

/* Home and programme: the same multiples, linked by their questions. */
static void test_pages(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "programs/rost/index.html");

    assert_order(page, ORDER(
        "id=\"indicators\"", "<h3>Предметы</h3>", "<ul class=\"plain smalls\">",
        "<a href=\"indicators/bio.html\">Биология</a>",
        "c-bio-t", "c-geo-t", "c-ph-t", "<table>"));
    assert_lacks(page, "c-one-t");
    page = site_page(s, "index.html");
    assert_order(page, ORDER("<ul class=\"plain smalls\">", "<svg"));
}

/* --- C7 --- */

#define BY "resilience:\n  programme: rost\n  source: Приказ 1\n" \
           "  index: {cond: 1}\n  result: {res: 1}\n"

/* `n` schools with conditions and results. */
static const char *methodology_of(void **state, const char *config, int n)
{
    struct buf rows = {0}, names = {0};

    site_files(config);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Рост\nmunicipality: zar\nscope: all\n---\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;aggregate;kind\n"
               "cond;Условия;балл;open;mean;score\n"
               "res;Результат;балл;open;mean;score\n");
    buf_addz(&rows, "indicator;school;period;value\n");
    buf_addz(&names, "id;name;municipality\n");
    for (int i = 1; i <= n; i++) {
        buf_addf(&names, "s%d;Школа номер %d;zar\n", i, i);
        buf_addf(&rows, "cond;s%d;2025;%d\nres;s%d;2025;%d\n", i, i * 7 % 13,
                 i, i * 5 % 13);
    }
    write_file("site/data/schools.csv", names.p);
    write_file("site/data/rost/values.csv", rows.p);
    buf_free(&rows);
    buf_free(&names);
    *state = site_open();
    return site_page(*state, "methodology.html");
}

static void test_quadrant(void **state)
{
    const char *page = methodology_of(
        state, SITE_CONFIG "cluster_public: anonymous\n" BY, 13);
    const char *svg = svg_of(*state, page, "quadrant");

    assert_int_equal(count(svg, "<circle"), 13);
    assert_order(svg, ORDER("нужна поддержка", "школ", "результат выше",
                            "есть резерв", "хорошие условия", "</desc>"));
    assert_lacks(svg, "номер");
    assert_holds(page, "Каждый кружок");
}

static void test_quadrant_few(void **state)
{
    assert_lacks(methodology_of(
        state, SITE_CONFIG "cluster_public: anonymous\n" BY, 11),
        "quadrant-t");
}

static void test_quadrant_not_public(void **state)
{
    assert_lacks(methodology_of(
        state, SITE_CONFIG "cluster_public: none\n" BY, 13), "quadrant-t");
}

/* --- names for readers of the screen --- */

/* Eight long values of two lines do not fit: the extremes do. */
static void test_long_description(void **state)
{
    struct small_site *s;
    struct buf rows = {0};
    const char *svg;
    size_t length;

    site_files(SITE_CONFIG);
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Рост\nmunicipality: zar\nscope: all\n---\n");
    write_file("site/data/schools.csv", schools);
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;class;aggregate;kind;direction\n"
               "pc;Компьютеры с доступом к быстрому и надёжному интернету в "
               "учебных кабинетах и библиотеках всех школ района;"
               "компьютера на одного ученика;open;mean;score;up\n");
    buf_addz(&rows, "indicator;school;period;value\n");
    for (int year = 2016; year < 2026; year++)
        for (int school = 1; school < 4; school++)
            buf_addf(&rows, "pc;s%d;%d;0,%d\n", school, year,
                     (year * 7 + school) % 9);
    write_file("site/data/rost/values.csv", rows.p);
    buf_free(&rows);
    *state = s = site_open();
    svg = svg_of(s, site_page(s, "schools/s1.html"), "k-pc");
    svg = strstr(svg, "<desc");
    length = utf8_length((struct str){ svg, (size_t)(strstr(svg, "</desc>") -
                                                     svg) });
    assert_true(length < 400 + 40);
    assert_order(svg, ORDER("2016", "2025", "наименьшее — ", "наибольшее — ",
                            "Все значения — в таблице."));
    svg = svg_of(s, site_page(s, "schools/s1.html"), "k-pc");
    svg = strstr(svg, "-t\">");
    length = utf8_length((struct str){ svg + 4,
                                       (size_t)(strstr(svg, "</title>") -
                                                svg - 4) });
    assert_in_range(length, 98, 100);
}

#define TEST(name, with) \
    cmocka_unit_test_setup_teardown(name, with, site_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_strip, set_up), TEST(test_strip_few, set_up),
        TEST(test_strip_middle, set_up), TEST(test_school, set_up),
        TEST(test_school_without, set_up),
        TEST(test_not_asked, set_up_plain),
        TEST(test_one_scale, set_up), TEST(test_own_scale, set_up),
        TEST(test_pages, set_up), TEST(test_long_description, NULL),
        TEST(test_quadrant, NULL), TEST(test_quadrant_few, NULL),
        TEST(test_quadrant_not_public, NULL),
    };

    return RUN_SITE(tests);
}
