/*
 * Tests of what leaves the site (reader 9 and 10): page_poster, page_embed,
 * page_widget, page_short.
 */
#include "school_site.h"

#define BASE "base_url: https://obr.example.ru/vitrina/\n"
#define POSTER_BYTES 12288

/* The site of school_site.h that knows its own address. */
static int based_set_up(void **state)
{
    school_files();
    write_file("site/content/site.yml", SITE_CONFIG BASE);
    *state = site_open();
    return 0;
}
#define BASED_TEST(name) \
    cmocka_unit_test_setup_teardown(name, based_set_up, site_tear_down)

static bool has_file(const struct small_site *s, const char *path)
{
    return plan_find(s->plan, str_of(path)) != SIZE_MAX;
}

static size_t count_of(const char *text, const char *part)
{
    size_t n = 0;

    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

/* --- which files there are --- */

static void test_files(void **state)
{
    static const struct { const char *path; bool there; } rows[] = {
        { "posters/zar-1.html", true }, { "embed/zar-1.html", true },
        { "w/zar-1.html", true }, { "w/zar-1.dark.html", true },
        { "w/zar-1.rost.fg.html", true }, { "w/zar-1.rost.fg.svg", true },
        /* hidden: the address stays */
        { "w/zar-3.rost.fg.html", true }, { "w/zar-3.rost.fg.svg", true },
        /* no such classes; not published per school; not asked */
        { "w/zar-4.rost.fg.html", false }, { "w/zar-1.rost.ovz.html", false },
        { "w/zar-2.rost.lib.svg", false },
        { "w/widget.css", true }, { "posters/poster.css", true },
        { "embed/embed.css", true },
        { "s/zar-1.html", false },
    };
    struct small_site *s = *state;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (has_file(s, rows[i].path) != rows[i].there)
            fail_msg("%s", rows[i].path);
}

/* A large site may leave the frames of single indicators out. */
static void test_fewer_files(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/content/site.yml", SITE_CONFIG "embeds: schools\n");
    s = site_open();
    assert_true(has_file(s, "w/zar-1.html"));
    assert_false(has_file(s, "w/zar-1.rost.fg.html"));
    assert_false(has_file(s, "w/zar-1.rost.fg.svg"));
    assert_lacks(site_page(s, "embed/zar-1.html"), "rost.fg");
    site_close(s);
}

/* --- short addresses --- */

static void test_short(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "s/zar-1.html");

    assert_holds(page, "<meta http-equiv=\"refresh\" "
                       "content=\"0; url=../schools/zar-1.html\">");
    assert_holds(page, "<a href=\"../schools/zar-1.html\">");
    assert_holds(page, "content=\"noindex\"");
}

/* --- posters --- */

static void test_poster(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "posters/zar-1.html");

    assert_order(page, ORDER(
        "noindex", "<title>Плакат: Первая", "href=\"poster.css\"",
        "<main class=\"sheet\">", "<h1>Первая</h1>",
        "Как выполняется программа «Школа роста». Самые новые "
        "данные\u00a0— за 2025\u00a0год.",
        "<h2>Умеют ли дети?</h2>", "<p class=\"value\">60\u00a0из\u00a0100",
        "<p>2025\u00a0год</p>", "<p>Было: 55,0\u00a0% (2024)</p>",
        "Цель: не менее 50\u00a0%\u00a0— достигнута",
        "<h2>Опаздывают ли?</h2>", "8,0\u00a0%",
        "Цель: не более 5\u00a0%\u00a0— приближаемся",
        "<h2>Есть ли библиотека?</h2>", "да",
        "Что школа делает в 2026 году", "<li>Утренний автобус</li>",
        "<li>Общий сбор</li>", "<svg class=\"qr\"",
        "aria-label=\"QR-код, адрес: obr.example.ru/vitrina/s/zar-1.html\"",
        "<p class=\"address\">obr.example.ru/vitrina/s/zar-1.html</p>",
        "+7 (000) 000-00-01"));
    /* what is for another school, over, or another school's */
    assert_lacks(page, "Кружок чтения");
    assert_lacks(page, "Старое дело");
    assert_lacks(page, "Вторая");
    assert_lacks(page, "<script");
    assert_in_range(strlen(page), 1, POSTER_BYTES);
}

/* A hidden number leaves its sentence; a school of which nothing is told has
 * a sheet all the same. */
static void test_poster_hidden(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "posters/zar-3.html");

    assert_holds(page, "чтобы не раскрыть сведения об отдельных");
    assert_lacks(page, "class=\"value\"");
    assert_lacks(page, "Двое");
    page = site_page(s, "posters/zar-4.html");
    assert_holds(page, "Показатели по этой школе не публикуются.");
    assert_lacks(page, "class=\"tiles\"");
}

static void test_poster_without_address(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "posters/zar-1.html");

    assert_lacks(page, "<svg");
    assert_lacks(page, "class=\"address\"");
    assert_holds(page, "на сайте «Школы района»");
}

/* A programme that is over beside one that goes on: what was in its plan is
 * not what the school does now. */
static void test_poster_over(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/content/programs/ushla/index.md",
               "---\ntitle: Прежняя\nmunicipality: zar\nscope: all\n"
               "period: 2017-2020\nas_of: 2021-01-31\n---\n");
    write_file("site/data/ushla/plan.csv",
               "id;title;when\nm1;Прежнее дело;Ежегодно\n");
    s = site_open();
    page = site_page(s, "posters/zar-1.html");
    assert_order(page, ORDER("Что школа делает в 2026 году",
                             "<li>Утренний автобус</li>",
                             "<li>Общий сбор</li>"));
    assert_lacks(page, "Прежнее дело");
    /* nothing to tell of either: it is in both */
    assert_holds(site_page(s, "posters/zar-4.html"),
                 "Как выполняются программы, в которых участвует школа.");
    site_close(s);
}

/* --- the fullest sheet: names of 120 letters, sentences for questions --- */

static void fill_up(struct buf *out, const char *word, size_t letters)
{
    struct buf text = {0};

    while (utf8_length(buf_str(&text)) < letters) {
        buf_addz(&text, word);
        buf_char(&text, ' ');
    }
    buf_add(out, str_trim(buf_str(&text)));
    buf_free(&text);
}

static struct small_site *open_full(void)
{
    struct buf schools = {0}, indicators = {0}, values = {0}, targets = {0},
               plan = {0}, index = {0};

    site_files(SITE_CONFIG BASE);
    buf_addz(&index, "---\ntitle: ");
    fill_up(&index, "Долгосрочная программа", 200);
    buf_addz(&index, "\n---\n");
    buf_addz(&schools, "id;name;phone;head\nfull;");
    fill_up(&schools, "Общеобразовательная", 120);
    buf_addz(&schools, ";+7 (000) 000-00-00;");
    fill_up(&schools, "Директор", 90);
    buf_addz(&indicators, "id;title;unit;class;direction;source\n");
    buf_addz(&values, "indicator;school;period;value\n");
    buf_addz(&targets, "indicator;school;period;target\n");
    buf_addz(&plan, "id;title;when\n");
    for (int i = 0; i < 4; i++) {
        buf_addf(&indicators, "i%d;%d ", i, i);
        fill_up(&indicators, "Какая доля выпускников продолжила", 250);
        buf_addz(&indicators, ";переоборудованных мастерских;open;up;");
        fill_up(&indicators, "Протоколы комиссии", 150);
        buf_char(&indicators, '\n');
        for (int year = 2024; year <= 2025; year++)
            buf_addf(&values, "i%d;full;%d;123456,7\n", i, year);
        buf_addf(&targets, "i%d;full;2025;234567\n", i);
        buf_addf(&plan, "m%d;", i);
        fill_up(&plan, "Организация семинаров", 300);
        buf_addz(&plan, ";Ежегодно\n");
    }
    write_file("site/content/programs/p/index.md", index.p);
    write_file("site/data/schools.csv", schools.p);
    write_file("site/data/p/indicators.csv", indicators.p);
    write_file("site/data/p/values.csv", values.p);
    write_file("site/data/p/targets.csv", targets.p);
    write_file("site/data/p/plan.csv", plan.p);
    buf_free(&schools);
    buf_free(&indicators);
    buf_free(&values);
    buf_free(&targets);
    buf_free(&plan);
    buf_free(&index);
    return site_open();
}

/* Letters of the longest text between two tags. */
static size_t longest(const char *page)
{
    size_t most = 0;

    page = strstr(page, "<main");
    while ((page = strchr(page, '>'))) {
        size_t bytes = strcspn(++page, "<");
        size_t n = utf8_length((struct str){ page, bytes });

        if (n > most)
            most = n;
    }
    return most;
}

static void test_poster_full(void **state)
{
    struct small_site *s = open_full();
    const char *page = site_page(s, "posters/full.html");

    (void)state;
    assert_holds(page, "<main class=\"sheet dense\">");
    assert_int_equal(count_of(page, "<li class=\"tile\">"), 4);
    assert_int_equal(count_of(page, "<p class=\"wide\">"), 4);
    /* at least the questions, measures, the programme, the source */
    assert_in_range(count_of(page, "\u2026"), 9, 24);
    assert_in_range(longest(page), 60, 300);
    assert_in_range(strlen(page), 1, POSTER_BYTES);
    site_close(s);
}

/* --- frames --- */

static void test_frame(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "w/zar-1.html");

    assert_order(page, ORDER(
        "<html lang=\"ru\">", "noindex", "<base target=\"_top\">",
        "href=\"widget.css\"", "<h1>Первая</h1>",
        "<p class=\"value\">60\u00a0из\u00a0100</p>",
        "<a href=\"../schools/zar-1.html\">",
        "obr.example.ru/vitrina/s/zar-1.html"));
    assert_lacks(page, "<script");
    assert_lacks(page, "style=");
    assert_holds(site_page(s, "w/zar-1.dark.html"),
                 "<html lang=\"ru\" class=\"dark\">");
}

static void test_frame_of_indicator(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "w/zar-1.rost.fg.html");

    assert_order(page, ORDER("<h1>Умеют ли дети?</h1>",
                             "60\u00a0из\u00a0100 детей",
                             "<svg class=\"chart\"",
                             "Самые новые данные"));
    assert_lacks(page, "<script");
}

/* AC-EMB: only the sentence why, in the frame and in the picture. */
static void test_frame_hidden(void **state)
{
    static const char *const files[] = {
        "w/zar-3.rost.fg.html", "w/zar-3.rost.fg.svg", "w/zar-3.html"
    };
    struct small_site *s = *state;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *page = site_page(s, files[i]);

        assert_holds(page, "не раскрыть");
        assert_lacks(page, "<polyline");
        assert_lacks(page, "Двое");
        assert_lacks(page, "97");
        assert_lacks(page, "2025");
    }
}

/* Understood wherever it is copied to, and opaque. */
static void test_picture(void **state)
{
    struct small_site *s = *state;
    const char *svg = site_page(s, "w/zar-1.rost.fg.svg");

    assert_order(svg, ORDER("<svg xmlns=\"http://www.w3.org/2000/svg\"",
                            "width=\"480\" height=\"", "<title",
                            "<style>", "class=\"ground\"",
                            "class=\"t-head\">Первая: Умеют ли дети?<",
                            "60\u00a0из\u00a0100",
                            "obr.example.ru/vitrina/s/zar-1.html"));
    assert_lacks(svg, "url(");
    assert_lacks(svg, "prefers-color-scheme");
    /* a yes or no makes no drawing */
    svg = site_page(s, "w/zar-1.rost.lib.svg");
    assert_holds(svg, "class=\"t-head\">Первая: Есть ли библиотека?<");
    assert_lacks(svg, "<polyline");
}

/* --- the page with the codes --- */

static void test_embed(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "embed/zar-1.html");

    assert_order(page, ORDER(
        "<title>Для сайта школы: Первая", "href=\"embed.css\"",
        "<h1>", "href=\"../posters/zar-1.html\"",
        "<textarea id=\"code-words\"", "Первая. 60\u00a0из\u00a0100",
        "https://obr.example.ru/vitrina/s/zar-1.html</textarea>",
        "<iframe src=\"../w/zar-1.html\"",
        "<label for=\"code-school\">", "<textarea id=\"code-school\"",
        "&lt;iframe src=\"https://obr.example.ru/vitrina/w/zar-1.html"
        "\" title=\"Первая: показатели\" width=\"100%\" "
        "height=\"",
        "vitrina/w/zar-1.dark.html\"",
        "https://obr.example.ru/vitrina/schools/zar-1.html</textarea>",
        "<details id=\"rost-fg\">", "<summary>Умеют ли дети?</summary>",
        "<iframe src=\"../w/zar-1.rost.fg.html\"",
        "vitrina/w/zar-1.rost.fg.html\"",
        "<a href=\"../w/zar-1.rost.fg.svg\">",
        "&lt;a href=\"https://obr.example.ru/vitrina/s/zar-1.html\""
        "&gt;&lt;img src=\"https://obr.example.ru/vitrina/w/zar-1.rost"
        ".fg.svg\" alt=\"60\u00a0из\u00a0100",
        "width=\"100%\" style=\"max-width:480px\"",
        "<svg class=\"qr\"", "WordPress"));
    assert_lacks(page, "rost-ovz");
    assert_holds(site_page(s, "schools/zar-1.html"),
                 "href=\"../embed/zar-1.html\"");
}

/* A quotation mark in a name may not end an attribute of the code. */
static void test_embed_escapes(void **state)
{
    struct small_site *s;
    const char *page;

    (void)state;
    school_files();
    write_file("site/content/site.yml", SITE_CONFIG BASE);
    write_file("site/data/schools.csv",
               "id;name\nzar-1;\"Школа \"\"А\"\" <b>\"\nzar-2;В\nzar-3;Г\n"
               "zar-4;Д\n");
    write_file("site/data/rost/plan.csv", "id;title\n");
    s = site_open();
    page = site_page(s, "embed/zar-1.html");
    assert_holds(page, "&amp;lt;b&amp;gt;: показатели\" width");
    assert_lacks(page, "<b>");
    site_close(s);
}

/* Without an address: words in its place, and a sentence. */
static void test_embed_without_address(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "embed/zar-1.html");

    assert_order(page, ORDER("не указан адрес",
                             "src=\"https://адрес-этого-сайта/w/"
                             "zar-1.html"));
    assert_lacks(page, "id=\"code-address\"");
    assert_lacks(page, "class=\"qr\"");
    assert_lacks(site_page(s, "embed/zar-4.html"), "id=\"indicators\"");
}

/* The height printed with a frame of this site, in pixels. */
static long height_after(const char *page, const char *part)
{
    const char *at = strstr(page, part);

    assert_non_null(at);
    at = strstr(at, "height=");
    assert_non_null(at);
    return strtol(at + strcspn(at, "0123456789"), NULL, 10);
}

/* What has more to show is higher; browsers measure it (tests/browser). */
static void test_heights(void **state)
{
    struct small_site *s = *state;
    long drawn, bare, none;
    const char *page = site_page(s, "embed/zar-1.html");

    drawn = height_after(page, "zar-1.rost.fg.html\" title");
    bare = height_after(page, "zar-1.rost.lib.html\" title");
    assert_in_range(bare, 120, 260);
    assert_in_range(drawn, bare + 190, 700);
    none = height_after(site_page(s, "embed/zar-4.html"),
                        "src=\"../w/zar-4.html\"");
    assert_in_range(none, 80, 200);
}

/* --- for everybody: wholes, oEmbed, what is gone, copies --- */

static void test_whole(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, "w/programs/rost.fg.html");

    assert_order(page, ORDER(
        "<title>Умеют ли дети?", "programs/rost.fg.json\"",
        "<p class=\"meta\">Школа роста</p>", "<h1>Умеют ли дети?</h1>",
        "href=\"../../programs/rost/indicators/fg.html\"",
        "obr.example.ru/vitrina/programs/rost/indicators/fg.html"));
    assert_false(has_file(s, "w/programs/rost.lib.html"));
    page = site_page(s, "embed/index.html");
    assert_order(page, ORDER("href=\"zar-1.html\"", "id=\"rost-fg\"",
                             "src=\"../w/programs/rost.fg.html\""));
    assert_holds(site_page(s, "programs/rost/indicators/fg.html"),
                 "href=\"../../../embed/index.html#rost-fg\"");
}

/* What the page says of itself, and the code that the site offers. */
static void test_oembed(void **state)
{
    struct small_site *s = *state;
    const char *json = site_page(s, "w/zar-1.json");
    char part[96];
    long height = strtol(strstr(json, "\"height\":") + 9, NULL, 10);

    assert_order(json, ORDER(
        "{\"version\":\"1.0\",\"type\":\"rich\",\"title\":\"Первая\"",
        "\"provider_name\":\"Школы района\"",
        "\"provider_url\":\"https://obr.example.ru/vitrina/\"",
        "\"width\":480,\"height\":", "\"html\":\"\\u003ciframe src=",
        "vitrina/w/zar-1.html", "\"cache_age\":86400}"));
    assert_lacks(json, "blockquote");
    snprintf(part, sizeof part, "height=\"%ld\"", height);
    assert_holds(site_page(s, "embed/zar-1.html"), part);
    assert_holds(site_page(s, "schools/zar-1.html"),
                 "json+oembed\" title=\"Первая\" "
                 "href=\"https://obr.example.ru/vitrina/w/zar-1.json\"");
    assert_holds(site_page(s, "programs/rost/indicators/fg.html"),
                 "vitrina/w/programs/rost.fg.json\"");
    assert_lacks(site_page(s, "w/zar-3.rost.fg.json"), "2025");
}

/* Nobody can ask a site that does not know where it is. */
static void test_oembed_without_address(void **state)
{
    struct small_site *s = *state;

    assert_false(has_file(s, "w/zar-1.json"));
    assert_lacks(site_page(s, "schools/zar-1.html"), "oembed");
}

static struct small_site *open_lasting(void)
{
    school_files();
    write_file("site/content/site.yml", SITE_CONFIG BASE);
    write_file("site/data/former.csv",
               "was;now;title;since;reason\nold-1;zar-1;;;\n"
               "rost/alt;rost/fg;;;\ngone;;Пятая школа;2024;Закрыта.\n"
               "away/ind;;Газеты;;\n");
    write_file("site/data/frozen.csv",
               "id;indicator;school;period;date;reason\n"
               "copy;rost/fg;zar-1;2024;2025-02-01;Для отчёта\n"
               "all;rost/fg;;2025;2026-02-01;\n"
               "closed;rost/fg;zar-3;2025;2026-02-01;\n");
    return site_open();
}

/* What was pasted with a former id shows the same. */
static void test_former(void **state)
{
    struct small_site *s = open_lasting();
    struct buf now = {0};

    (void)state;
    buf_addz(&now, site_page(s, "w/zar-1.html"));
    assert_string_equal(site_page(s, "w/old-1.html"), now.p);
    buf_clear(&now);
    buf_addz(&now, site_page(s, "w/zar-1.rost.fg.svg"));
    assert_string_equal(site_page(s, "w/old-1.rost.alt.svg"), now.p);
    buf_free(&now);
    assert_true(has_file(s, "w/old-1.dark.html"));
    assert_true(has_file(s, "w/old-1.json"));
    assert_true(has_file(s, "w/programs/rost.alt.html"));
    assert_holds(site_page(s, "s/old-1.html"), "url=../schools/zar-1.html");
    site_close(s);
}

/* Of what is gone there is a sentence for each address it may have had. */
static void test_gone(void **state)
{
    static const char *const files[] = {
        "w/gone.html", "w/gone.dark.html", "w/gone.rost.fg.html",
        "w/gone.rost.fg.svg"
    };
    struct small_site *s = open_lasting();

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_order(site_page(s, files[i]), ORDER(
            "Пятая школа", "Этой школы нет на сайте с\u00a02024\u00a0года.",
            "Закрыта."));
    assert_holds(site_page(s, "w/gone.dark.html"), "class=\"dark\"");
    assert_order(site_page(s, "w/zar-1.away.ind.html"),
                 ORDER("Газеты", "больше не собирают"));
    assert_true(has_file(s, "w/old-1.away.ind.html"));
    assert_true(has_file(s, "w/programs/away.ind.svg"));
    site_close(s);
}

/* Nothing behind its period, its day, and the reason for what is hidden. */
static void test_frozen(void **state)
{
    struct small_site *s = open_lasting();
    const char *page = site_page(s, "w/frozen/copy.html");

    (void)state;
    assert_order(page, ORDER("<title>Первая: Умеют ли дети? (копия",
                             "<p>Копия на", "данные по",
                             "55\u00a0из\u00a0100"));
    assert_lacks(page, "60\u00a0из");
    assert_lacks(page, ">2025<");
    assert_lacks(page, "oembed");
    assert_holds(site_page(s, "w/frozen/copy.svg"), "данные по");
    assert_lacks(site_page(s, "w/frozen/copy.svg"), ">2025<");
    page = site_page(s, "w/frozen/closed.html");
    assert_holds(page, "не раскрыть");
    assert_lacks(page, "97");
    assert_order(site_page(s, "embed/zar-1.html"),
                 ORDER("id=\"frozen-copy\"", "Для отчёта"));
    assert_lacks(site_page(s, "embed/zar-1.html"), "frozen-all");
    assert_holds(site_page(s, "embed/index.html"), "id=\"frozen-all\"");
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCHOOL_TEST(test_files), cmocka_unit_test(test_fewer_files),
        BASED_TEST(test_short),
        BASED_TEST(test_poster), BASED_TEST(test_poster_hidden),
        SCHOOL_TEST(test_poster_without_address),
        cmocka_unit_test(test_poster_over),
        cmocka_unit_test(test_poster_full), BASED_TEST(test_frame),
        BASED_TEST(test_frame_of_indicator), BASED_TEST(test_frame_hidden),
        BASED_TEST(test_picture), BASED_TEST(test_embed),
        cmocka_unit_test(test_embed_escapes),
        SCHOOL_TEST(test_embed_without_address), BASED_TEST(test_heights),
        BASED_TEST(test_whole), BASED_TEST(test_oembed),
        SCHOOL_TEST(test_oembed_without_address),
        cmocka_unit_test(test_former), cmocka_unit_test(test_gone),
        cmocka_unit_test(test_frozen),
    };
    return RUN_SITE(tests);
}
