/*
 * Tests of render/search*: what is a word, what is read of a page, numbers
 * in letters, and the index of a small site.
 */
#include "small_site.h"

#include "base/stem.h"
#include "render/search.h"
#include "render/search_number.h"
#include "render/search_subject.h"
#include "render/search_text.h"
#include "render/search_word.h"

/* --- words --- */

static void test_words(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        { "Школа № 3, «Луч»", "школа|3|луч" },
        { "ЁЛКА Ёлка ёж", "елка|елка|еж" },
        { "онлайн-урок 10А", "онлайн|урок|10а" },
        { "62,5 % и 62.5", "62,5|и|62,5" },
        { "1.2.3 и 3.5а", "1|2|3|и|3|5а" },
        { "1\xC2\xA0" "234\xE2\x80\xAF" "567 чел.", "1234567|чел" },
        { "1\xC2\xA0" "234,5", "1234,5" },
        { "12\xC2\xA0" "34 2024\xC2\xA0" "100", "12|34|2024|100" },
        { "до\xCC\x81ля но\xC2\xADмер", "доля|номер" },
        { "конец.Начало 5.", "конец|начало|5" },
        { "2024/25, 9–11", "2024|25|9|11" },
        { "café Ünal", "café|ünal" },
        { " ,. — «»", "" },
        { "", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct search_walk walk = { .text = str_of(cases[i].text) };
        struct buf got = {0};

        while (search_word_next(&walk)) {
            if (got.n > 0)
                buf_char(&got, '|');
            buf_add(&got, search_word(&walk));
        }
        assert_string_equal(got.p ? got.p : "", cases[i].words);
        buf_free(&got);
    }
}

static void test_long_word(void **state)
{
    struct buf text = {0};
    struct search_walk walk;

    (void)state;
    for (int i = 0; i < 400; i++)
        buf_addz(&text, i % 3 ? "щ" : "7");
    buf_addz(&text, " конец ");
    for (int i = 0; i < 400; i++)
        buf_char(&text, '7');
    buf_addz(&text, " 123");
    walk = (struct search_walk){ .text = buf_str(&text) };
    assert_true(search_word_next(&walk));
    assert_true(str_is(search_word(&walk), "конец"));
    assert_true(search_word_next(&walk));
    assert_true(str_is(search_word(&walk), "123"));
    assert_false(search_word_next(&walk));
    buf_free(&text);
}

static void test_stems(void **state)
{
    static const struct {
        enum lang lang;
        const char *text, *stems;
    } cases[] = {
        { LANG_RU, "Школами и школе", "школ и школ" },
        { LANG_RU, "ЕГЭ по математике", "егэ по математик" },
        { LANG_RU, "СОШ №12 ВЫПУСКНИКИ", "сош 12 выпускник" },
        { LANG_EN, "Schools are running", "school are run" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stemmer *stemmer = stem_new(cases[i].lang);
        struct buf got = {0};

        search_stems(&got, stemmer, str_of(cases[i].text));
        assert_string_equal(got.p, cases[i].stems);
        buf_free(&got);
        stem_free(stemmer);
    }
}

/* --- pages --- */

static void put_block(void *payload, enum search_weight weight,
                      struct str text, struct str anchor)
{
    buf_addf(payload, "%d|%.*s|%.*s\n", weight, STR_FMT(text),
             STR_FMT(anchor));
}

static void test_text(void **state)
{
    static const struct {
        const char *html, *blocks;
    } cases[] = {
        { "<main><p>Знак</p><h1>Школа</h1><p>Первый\n  абзац.</p></main>"
          "<footer><p>Низ</p></footer>",
          "0|Школа|\n3|Первый абзац.|\n" },
        { "<h1 id=\"top\">А</h1><section id=\"b\"><h2>Б</h2><p>В</section>"
          "<dl><dt id=\"t\">Г</dt><dd>Д</dd></dl>",
          "0|А|\n1|Б|b\n3|В|b\n1|Г|t\n3|Д|t\n" },
        { "<h1>А</h1><p>до <a href=\"x\">сл<b>ово</b></a>, <br>конец</p>",
          "0|А|\n3|до слово, конец|\n" },
        { "<h1>А</h1><nav><p>мимо</p></nav><svg><text>1</text></svg>"
          "<form><label>мимо</label></form><p>текст</p>",
          "0|А|\n3|текст|\n" },
        { "<h1>А</h1><p>&lt;b&gt; &amp; &quot; &#39; &#1071; &foo; &#x;</p>",
          "0|А|\n3|<b> & \" ' Я &foo; &#x;|\n" },
        { "<h1>А</h1><table><tr><th>Год<td>5<td>6</table>",
          "0|А|\n3|Год|\n3|5|\n3|6|\n" },
        { "<h1>А</h1><p>слово<sup>1</sup></p>", "0|А|\n3|слово 1|\n" },
        { "<p>без заголовка</p>", "" },
        { "<h1>А</h1><nav>без конца", "0|А|\n" },
        { "<h1>А</h1><p>обрыв <b", "0|А|\n3|обрыв|\n" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};

        search_text(str_of(cases[i].html), put_block, &got);
        assert_string_equal(got.p ? got.p : "", cases[i].blocks);
        buf_free(&got);
    }
}

static void test_title(void **state)
{
    struct buf got = {0};

    (void)state;
    search_title(S("<head><title> А &amp; Б\n</title></head>"), &got);
    assert_string_equal(got.p, "А & Б");
    buf_clear(&got);
    search_title(S("<p>нет</p>"), &got);
    assert_int_equal(got.n, 0);
    buf_free(&got);
}

/* --- numbers --- */

static uint32_t digit(const char **at)
{
    unsigned char c = (unsigned char)*(*at)++;

    assert_true(c >= '#' && c <= '~' && c != '\\');
    return c > '\\' ? c - 36u : c - 35u;
}

/* As the script reads them. */
static uint32_t read_number(const char **at)
{
    uint32_t n = digit(at), rest = 0;
    int more = n < 70 ? 0 : n < 88 ? 1 : n < 90 ? 2 : 3;
    static const uint32_t first[] = { 0, 70, 1708, 18270 };
    static const uint32_t lead[] = { 0, 70, 88, 90 };

    for (int i = 0; i < more; i++)
        rest = rest * 91 + digit(at);
    if (more == 0)
        return n;
    for (int i = 0; i < more; i++)
        n = i == 0 ? (n - lead[more]) * 91 : n * 91;
    return first[more] + n + rest;
}

static void test_numbers(void **state)
{
    struct buf out = {0};
    const char *at;

    (void)state;
    for (uint32_t n = 0; n < 771841; n += n < 40000 ? 1 : 97)
        search_put_number(&out, n);
    search_put_number(&out, 771840);
    at = out.p;
    for (uint32_t n = 0; n < 771841; n += n < 40000 ? 1 : 97)
        assert_int_equal(read_number(&at), n);
    assert_int_equal(read_number(&at), 771840);
    assert_int_equal(*at, '\0');
    buf_free(&out);
}

static void check_pages(const uint32_t *pages, size_t n)
{
    struct buf out = {0};
    const char *at;
    uint32_t next = 0;
    size_t i = 0;

    search_put_pages(&out, pages, n);
    for (at = out.p; at && *at;) {
        uint32_t gap = read_number(&at), run = 1;

        if (gap == 0)
            run = read_number(&at);
        else
            next += gap - 1;
        while (run-- > 0)
            assert_int_equal(pages[i++], next++);
    }
    assert_int_equal(i, n);
    buf_free(&out);
}

static void test_pages(void **state)
{
    static uint32_t pages[3000];
    uint32_t seed = 7;

    (void)state;
    check_pages(pages, 0);
    for (uint32_t round = 0; round < 200; round++) {
        uint32_t page = 0;
        size_t n = 0;

        while (n < 3000 && page < 20000) {
            seed = seed * 1103515245u + 12345u;
            page += (seed >> 16) % (round % 7 + 1) ? 0 : seed >> 24;
            pages[n++] = page++;
        }
        check_pages(pages, n);
    }
}

/* --- the index --- */

static void write_site(const char *more)
{
    site_files(SITE_CONFIG);
    write_file("site/data/schools.csv",
               "id;name;short;aliases\n"
               "luch;Лицей «Луч»;Луч;третья школа\n"
               "dol;Школа с. Дол;;\n");
    write_file("site/content/programs/rost/index.md",
               "---\ntitle: Школа роста\nshort: Рост\nperiod: 2025\n"
               "demo: true\n---\nНаставники помогают учителям.\n");
    write_file("site/data/rost/indicators.csv",
               "id;title;unit;kind\n"
               "club;Дети в кружках;%;share\n");
    write_file("site/data/rost/participants.csv", "school\nluch\ndol\n");
    write_file("site/data/rost/values.csv", more);
    write_file("site/content/news/x.md",
               "---\ntitle: Конкурс чтецов\ndate: 2025-05-05\n"
               "programme: rost\n---\nЧитали стихи, стихи, стихи.\n");
}

static const struct search_page *page_at(const struct search_index *index,
                                         const char *path, size_t *number)
{
    for (size_t i = 0; i < index->pages_n; i++)
        if (str_is(index->pages[i].path, path)) {
            *number = i;
            return &index->pages[i];
        }
    fail_msg("not searched: %s", path);
    return NULL;
}

/* Weight of a word on a page, or -1. */
static int weight_of(const struct search_index *index, const char *word,
                     const char *path)
{
    size_t number;

    page_at(index, path, &number);
    for (size_t w = 0; w < index->words_n; w++) {
        const struct search_word_entry *entry = &index->words[w];

        for (size_t i = 0; i < entry->n; i++)
            if (str_is(entry->word, word) && entry->hits[i] >> 2 == number)
                return (int)(entry->hits[i] & 3);
    }
    return -1;
}

static void test_index(void **state)
{
    static const struct {
        const char *word, *path;
        int weight;
    } cases[] = {
        { "луч", "schools/luch.html", SEARCH_TITLE },
        { "трет", "schools/luch.html", SEARCH_HEADING },    /* an alias */
        { "трет", "schools/dol.html", -1 },
        { "кружк", "programs/rost/indicators/club.html", SEARCH_TITLE },
        { "наставник", "programs/rost/index.html", SEARCH_TEXT },
        { "стих", "news/x.html", SEARCH_OFTEN },
        { "чтец", "news/x.html", SEARCH_TITLE },
        { "87,5", "schools/luch.html", SEARCH_TEXT },
    };
    struct small_site *s;
    const struct search_index *index;
    const struct search_page *page;
    size_t number;

    (void)state;
    write_site("indicator;school;period;value;n\nclub;luch;2025;87,5;40\n");
    s = site_open();
    site_page(s, "schools/luch.html");
    site_page(s, "schools/luch.html");
    index = search_index(plan_search(s->plan));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(weight_of(index, cases[i].word, cases[i].path),
                         cases[i].weight);
    for (size_t w = 1; w < index->words_n; w++)
        assert_true(str_cmp(index->words[w - 1].word, index->words[w].word) <
                    0);
    page = page_at(index, "schools/luch.html", &number);
    assert_true(str_starts(page->title, S("Луч")));
    assert_true(str_find(page->title, S("Школы района")) < 0);
    assert_int_equal(page->type, SEARCH_SCHOOLS);
    assert_true(page->demo);
    assert_false(page->list);
    assert_int_equal(page_at(index, "news/x.html", &number)->type,
                     SEARCH_NEWS);
    assert_true(page_at(index, "schools/index.html", &number)->list);
    assert_true(page_at(index, "changes.html", &number)->list);
    assert_false(page_at(index, "programs/rost/index.html", &number)->list);
    for (size_t i = 0; i < index->pages_n; i++) {
        assert_false(str_is(index->pages[i].path, "404.html"));
        assert_false(str_is(index->pages[i].path, "search.html"));
        assert_false(str_starts(index->pages[i].path, S("posters/")));
    }
    site_close(s);
}

/* The files of the index, one after the other. */
static char *all_files(const char *values)
{
    struct small_site *s;
    struct buf all = {0};
    size_t n;

    write_site(values);
    s = site_open();
    n = plan_count(s->plan);
    for (size_t i = 0; i < n; i++)
        if (str_starts(plan_path(s->plan, i), S("search")))
            buf_addz(&all, site_page(s, str_z(s->arena,
                                              plan_path(s->plan, i))));
    site_close(s);
    return all.p;
}

static void test_hidden(void **state)
{
    char *a = all_files("indicator;school;period;value;n\n"
                        "club;luch;2025;75;4\nclub;dol;2025;87,5;40\n");
    char *b = all_files("indicator;school;period;value;n\n"
                        "club;luch;2025;25;4\nclub;dol;2025;87,5;40\n");

    (void)state;
    assert_non_null(strstr(a, "87,5"));
    assert_null(strstr(a, "75 %"));
    assert_string_equal(a, b);
    free(a);
    free(b);
}

static void test_files(void **state)
{
    struct small_site *s;
    const char *text;

    (void)state;
    write_site("indicator;school;period;value;n\nclub;luch;2025;87,5;40\n");
    write_file("site/data/search-synonyms.csv",
               "word;means\nсекция;кружок\n");
    write_file("site/data/glossary.csv",
               "id;term;definition;synonyms\n"
               "fg;Функциональная грамотность;Умение;ФГ\n");
    s = site_open();
    text = site_page(s, "search/index.js");
    assert_holds(text, "vitrinaSearch.head({\"version\":\"");
    assert_holds(text, "[\"секц\",\"кружок\"]");
    assert_holds(text, "[\"фг\",\"функциональн грамотн\"]");
    assert_holds(text, "[\"функциональн грамотн\",\"фг\"]");
    assert_holds(text, "\"nothing\":\"Ничего не нашлось.\"");
    assert_holds(site_page(s, "search/words-0.js"),
                 "vitrinaSearch.words(0,\"#");
    assert_holds(site_page(s, "search/texts-0.js"),
                 "vitrinaSearch.texts(0,{\"pages\":[[\"");
    text = site_page(s, "search.html");
    assert_holds(text, "search-ru.js");
    assert_holds(text, "href=\"schools/luch.html\">Луч");
    assert_holds(text, "id=\"all-news\"");
    assert_lacks(text, "class=\"site-search\"");
    assert_holds(site_page(s, "schools/luch.html"),
                 "action=\"../search.html\"");
    assert_true(plan_find(s->plan, S("search-ru.js")) != SIZE_MAX);
    assert_true(plan_find(s->plan, S("search-en.js")) == SIZE_MAX);
    site_close(s);
}

/* The list of all pages does not repeat its headings, and folds pages that
 * only lead to others. */
static void test_listing(void **state)
{
    struct small_site *s;
    const char *text;

    (void)state;
    write_site("indicator;school;period;value;n\nclub;luch;2025;87,5;40\n");
    write_file("site/content/programs/rada/index.md",
               "---\ntitle: Рада и школа\nshort: Рада\nperiod: 2025\n---\n");
    write_file("site/data/rada/indicators.csv",
               "id;title;unit;kind\nclub;Дети в кружках;%;share\n");
    write_file("site/content/practices/a.md",
               "---\ntitle: Азы\nprogramme: rada\nschool: dol\nproblem: П\n"
               "steps: [{text: Ш}]\nstatus: review\nlevel: 5–9\n---\n");
    s = site_open();
    text = site_page(s, "search.html");
    assert_holds(text, "<h4>Рада</h4>");
    assert_holds(text, "indicators/club.html\">Дети в\u00a0кружках"
                       "<span class=\"visually-hidden\">: Рада</span></a>");
    assert_holds(text, ">Рада и\u00a0школа");
    /* by name, and not by address */
    assert_order(strstr(text, "<h3 id=\"all-schools"),
                 ORDER("schools/index.html", "schools/luch.html\">Луч",
                       "schools/dol.html\">Школа с."));
    assert_order(text, ORDER("practices/a.html", "«Ступень» (1\u00a0страница)",
                             "practices/by/level-5-9.html\">основная "
                             "школа<span class=\"visually-hidden\">: ",
                             "</details>"));
    site_close(s);
}

static void test_english(void **state)
{
    struct small_site *s;

    (void)state;
    site_files("title: Schools\nlanguage: en\nas_of: 2026-03-01\n"
               "municipalities:\n  zar: {name: District}\n");
    write_file("site/content/help.md",
               "---\ntitle: Running\n---\nTeachers are helping.\n");
    s = site_open();
    assert_int_equal(weight_of(search_index(plan_search(s->plan)), "run",
                               "help.html"), SEARCH_TITLE);
    assert_int_equal(weight_of(search_index(plan_search(s->plan)), "teacher",
                               "help.html"), SEARCH_TEXT);
    assert_holds(site_page(s, "search.html"), "src=\"search-en.js\"");
    assert_true(plan_find(s->plan, S("search-ru.js")) == SIZE_MAX);
    site_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_long_word),
        cmocka_unit_test(test_stems),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_title),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_index),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_files), cmocka_unit_test(test_listing),
        cmocka_unit_test(test_english),
    };
    return RUN_SITE(tests);
}
