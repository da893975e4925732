/*
 * Tests of the kits of schools: kit, page_kit*, file_kit, and of the links to
 * a school's own site.
 */
#include "school_site.h"

#include "input/zip.h"

#define BASE "base_url: https://obr.example.ru/vitrina/\n"
#define KIT "kits/zar-1/"

static struct small_site *open_with(const char *config)
{
    school_files();
    write_file("site/content/site.yml", config);
    return site_open();
}

static int based_set_up(void **state)
{
    *state = open_with(SITE_CONFIG BASE);
    return 0;
}
#define BASED_TEST(name) \
    cmocka_unit_test_setup_teardown(name, based_set_up, site_tear_down)

static bool has_file(const struct small_site *s, const char *path)
{
    return plan_find(s->plan, str_of(path)) != SIZE_MAX;
}

/* --- which files --- */

static void test_files(void **state)
{
    static const char *const parts[] = {
        "index.html", "kak-razmestit.html", "page.html", "text.txt",
        "poster.html", "sheet.html", "qr.svg", "zar-1.zip",
    };
    struct small_site *s = *state;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char path[64];

        snprintf(path, sizeof path, KIT "%s", parts[i]);
        if (!has_file(s, path))
            fail_msg("%s", path);
    }
    assert_false(has_file(s, KIT "card.png"));
    assert_false(has_file(s, "kits/page.css"));
}

/* Without an address there is nothing to put into a QR code. */
static void test_no_address(void **state)
{
    static const char *const absent[] = {
        "адрес-этого-сайта", "code-frame", "copy-link", "code-sveden",
        "в поле «Ссылка", "Сделайте её ссылкой", "коды", "кодом",
    };
    struct small_site *s = *state;

    assert_false(has_file(s, KIT "qr.svg"));
    assert_holds(site_page(s, KIT "text.txt"), "на сайте «Школы района».");
    assert_order(site_page(s, KIT "index.html"),
                 ORDER("Адрес этого сайта пока не указан", "copy-words",
                       "id=\"constructor\"", "id=\"vk\"", "id=\"sveden\"",
                       "https://one.example.org/sveden/common/"));
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
        assert_lacks(site_page(s, KIT "index.html"), absent[i]);
        assert_lacks(site_page(s, KIT "kak-razmestit.html"), absent[i]);
    }
    assert_lacks(site_page(s, KIT "page.html"), "href=");
}

/* Of a school in no programme there is nothing to tell. */
static void test_no_programme(void **state)
{
    struct small_site *s;

    (void)state;
    school_files();
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nmunicipality: zar\n"
               "period: 2023-2026\nscope: participants\n"
               "tasks: [{id: one, text: Учить всех}]\n---\n");
    write_file("site/data/rost/participants.csv", "school\nzar-1\n");
    s = site_open();
    assert_true(has_file(s, KIT "index.html"));
    assert_false(has_file(s, "kits/zar-4/index.html"));
    assert_lacks(site_page(s, "schools/zar-4.html"), "kits/");
    site_close(s);
}

/* --- what they say --- */

static void test_text(void **state)
{
    const char *text = site_page(*state, KIT "text.txt");

    assert_memory_equal(text, "\xEF\xBB\xBF", 3);
    assert_order(text, ORDER("Первая, программа «Школа роста», данные за 2025",
                             "год. ", "детей умеют", "Цель 2025",
                             "Подробно: https://obr.example.ru/vitrina/s/"
                             "zar-1.html\r\n"));
}

static void test_page(void **state)
{
    const char *page = site_page(*state, KIT "page.html");

    assert_order(page, ORDER("<style>", ".chart", "</style>",
                             "<h1>Первая</h1>", "«Школа роста».",
                             "Умеют ли дети?", "<svg class=\"chart\"",
                             "Данные на", "марта",
                             "https://obr.example.ru/vitrina/schools/"
                             "zar-1.html", "obr.example.ru/vitrina/s/"));
    assert_lacks(page, "<link");
    assert_lacks(page, "<script");
    assert_lacks(page, "href=\"..");
}

/* What is hidden is nowhere but in its sentence. */
static void test_hidden(void **state)
{
    static const char *const parts[] = { "page.html", "sheet.html",
                                         "poster.html", "text.txt",
                                         "index.html" };
    struct small_site *s = *state;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char path[64];
        const char *page;

        snprintf(path, sizeof path, "kits/zar-3/%s", parts[i]);
        page = site_page(s, path);
        assert_lacks(page, "\u00A097");
        assert_lacks(page, "2,1");
        assert_lacks(page, "Двое");
        if (i < 2)
            assert_holds(page, "Показатель не публикуется, чтобы");
    }
}

/* Whose numbers these are stands on all that is read far from here. */
static void test_retold(void **state)
{
    static const char *const parts[] = { KIT "page.html", KIT "sheet.html",
                                         KIT "poster.html",
                                         "posters/zar-1.html" };
    struct small_site *s;

    (void)state;
    school_files();
    run("sed -i 's/^scope: all/&\\nsource_note: Пересказ отчёта./' "
        "site/content/programs/rost/index.md");
    s = site_open();
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_holds(site_page(s, parts[i]),
                     "\">Пересказ отчёта. Это не официальный сайт "
                     "муниципалитета.</p>");
    site_close(s);
}

static void test_sheet(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, KIT "sheet.html");

    assert_order(page, ORDER("<table>", "Умеют ли дети?", "60,0", "2025",
                             "не менее 50", "цель достигнута",
                             "Опаздывают ли?", "class=\"qr\""));
    assert_lacks(page, "Четвёртая");
    /* small groups are told in numbers of children, and not compared */
    assert_holds(site_page(s, "kits/zar-2/sheet.html"), "8\u00A0из\u00A014");
}

static void test_poster(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, KIT "poster.html");

    assert_holds(page, "<style>");
    assert_lacks(page, "<link");
    assert_lacks(page, "href=\"..");
    assert_lacks(site_page(s, "posters/zar-1.html"), "<style>");
}

static void test_qr(void **state)
{
    assert_holds(site_page(*state, KIT "qr.svg"),
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\"");
}

/* --- how to place it --- */

static void test_how(void **state)
{
    struct small_site *s = *state;
    const char *page = site_page(s, KIT "index.html");

    assert_order(page, ORDER("href=\"../../schools/zar-1.html\"",
                             "href=\"zar-1.zip\"", "href=\"text.txt\"",
                             "id=\"copy-words\" readonly",
                             "id=\"constructor\"", "id=\"cms\"", "id=\"vk\"",
                             "id=\"html\"", "id=\"code-frame\"",
                             "&lt;iframe src=", "../../embed/zar-1.html",
                             "id=\"sveden\"",
                             "https://obr.example.ru/vitrina/programs/rost/",
                             "https://one.example.org/sveden/common/",
                             "id=\"stay\"",
                             "../../schools/zar-1.ics"));
    page = site_page(s, KIT "kak-razmestit.html");
    assert_holds(page, "href=\"text.txt\"");
    assert_holds(page, "https://obr.example.ru/vitrina/kits/zar-1/"
                       "index.html");
    assert_lacks(page, "href=\"..");
    assert_lacks(page, "zar-1.zip");
}

/* In kilobytes, whether or not the files were made before. */
static void test_sizes(void **state)
{
    struct small_site *s = *state;
    struct buf first = {0};
    char size[64];
    size_t zip;

    buf_addz(&first, site_page(s, KIT "index.html"));
    zip = plan_find(s->plan, S(KIT "zar-1.zip"));
    site_page(s, KIT "zar-1.zip");
    assert_int_equal(plan_size(s->plan, zip, s->diag), s->out.n);
    snprintf(size, sizeof size, "(zar-1.zip, %zu\u00A0КБ)",
             (s->out.n + 1023) / 1024);
    assert_holds(first.p, size);
    assert_string_equal(site_page(s, KIT "index.html"), first.p);
    buf_free(&first);
}

static void test_zip(void **state)
{
    struct small_site *s = *state;
    struct buf archive = {0}, got = {0};

    site_page(s, KIT "zar-1.zip");
    buf_add(&archive, buf_str(&s->out));
    assert_true(zip_file(buf_str(&archive), S("page.html"), SIZE_MAX, &got));
    site_page(s, KIT "page.html");
    assert_true(str_eq(buf_str(&got), buf_str(&s->out)));
    assert_false(zip_file(buf_str(&archive), S("index.html"), SIZE_MAX,
                          &got));
    buf_free(&archive);
    buf_free(&got);
}

/* --- the school's own site --- */

static void test_official(void **state)
{
    static const struct {
        const char *site, *common;
    } rows[] = {
        { "https://a.example.org", "\"https://a.example.org/sveden/common/" },
        { "https://a.example.org//", "\"https://a.example.org/sveden/com" },
        { "http://a.example.org/index.php?id=1",
          "\"http://a.example.org/sveden/common/" },
        { "https://a.example.org/one/#top",
          "\"https://a.example.org/one/sveden/common/" },
        { "https://a.example.org/one", "\"https://a.example.org/one/sveden" },
        { "a.example.org", NULL },
        { "", NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small_site *s;
        char table[200];
        const char *page;

        school_files();
        snprintf(table, sizeof table,
                 "id;name;municipality;site\nzar-1;Школа;zar;%s\n"
                 "zar-2;Другая;zar;\nzar-3;Третья;zar;\nzar-4;Ещё;zar;\n",
                 rows[i].site);
        write_file("site/data/schools.csv", table);
        s = site_open();
        page = site_page(s, "schools/zar-1.html");
        if (rows[i].common)
            assert_holds(page, rows[i].common);
        else
            assert_lacks(page, "sveden");
        /* said once for all schools without one */
        link_sites(s->site, s->diag);
        assert_message(s->diag, MSG_LINK_NO_SITES);
        site_close(s);
    }
}

/* Pictures were asked for, and no address is known to stand in them. */
static void test_address_noted(void **state)
{
    static const struct {
        const char *config;
        bool noted;
    } rows[] = {
        { SITE_CONFIG "cards: png\n", true },
        { SITE_CONFIG BASE "cards: png\n", false },
        { SITE_CONFIG, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct small_site *s = open_with(rows[i].config);
        char *text;

        link_sites(s->site, s->diag);
        text = said(s->diag);
        assert_int_equal(rows[i].noted,
                         strstr(text, diag_text(MSG_LINK_NO_ADDRESS,
                                                LANG_EN)) != NULL);
        free(text);
        site_close(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_address_noted),
        BASED_TEST(test_files),
        SCHOOL_TEST(test_no_address),
        cmocka_unit_test(test_no_programme),
        BASED_TEST(test_text),
        BASED_TEST(test_page),
        BASED_TEST(test_hidden),
        cmocka_unit_test(test_retold),
        BASED_TEST(test_sheet),
        BASED_TEST(test_poster),
        BASED_TEST(test_qr),
        BASED_TEST(test_how),
        BASED_TEST(test_sizes),
        BASED_TEST(test_zip),
        cmocka_unit_test(test_official),
    };

    return RUN_SITE(tests);
}
