/*
 * test_table_encoding: one table in every form an office may save it in, and
 * what is said of bytes that no encoding has.
 */
#include "table_dump.h"

#include <iconv.h>

/* --- one table in all forms --- */

static struct buf convert(struct str text, const char *to, const char *bom)
{
    struct buf out = {0};
    buf_addz(&out, bom);
    size_t left = text.n, room = text.n * 4;
    buf_reserve(&out, room);
    char *in = malloc(text.n);
    memcpy(in, text.p, text.n);
    char *from = in, *end = out.p + out.n;
    iconv_t converter = iconv_open(to, "UTF-8");
    assert_true(iconv(converter, &from, &left, &end, &room) != (size_t)-1);
    iconv_close(converter);
    out.n = (size_t)(end - out.p);
    free(in);
    return out;
}

/* The table with `;` and LF in another delimiter and line end. */
static struct buf reshape(const char *text, char delimiter, const char *end)
{
    struct buf out = {0};
    for (; *text; text++) {
        if (*text == ';')
            buf_char(&out, delimiter);
        else if (*text == '\n')
            buf_addz(&out, end);
        else
            buf_char(&out, *text);
    }
    return out;
}

static const struct {
    const char *name, *iconv, *bom;
} encodings[] = {
    { "UTF-8", "UTF-8", "" },
    { "UTF-8, BOM", "UTF-8", "\xEF\xBB\xBF" },
    { "Windows-1251", "CP1251", "" },
    { "UTF-16LE", "UTF-16LE", "\xFF\xFE" },
    { "UTF-16BE", "UTF-16BE", "\xFE\xFF" },
};

static const char common[] =
    "школа;период;значение;примечание\n"
    "Школа № 3 «Луч»;2020;\"36,7\";\"две\nстроки; и \"\"кавычки\"\"\"\n"
    "\n"
    " Ёлкино – ёж ;;\"-\t\";\n"
    "sorsk-3;2021;42/21%";

static const char common_cells[] =
    "[школа@1:1|период@1:7|значение@1:14|примечание@1:23]#1"
    "[Школа № 3 «Луч»@2:1|2020@2:17|36,7@2:22"
    "|две\nстроки; и \"кавычки\"@2:29]#2"
    "[Ёлкино – ёж@5:1|@5:15|-@5:16]#4"
    "[sorsk-3@6:1|2021@6:9|42/21%@6:14]#5";

static void test_forms(void **state)
{
    (void)state;
    static const char delimiters[] = ";\t,";
    static const char *const ends[] = { "\n", "\r\n", "\r" };
    for (size_t e = 0; e < sizeof encodings / sizeof *encodings; e++)
        for (size_t d = 0; d < 3; d++)
            for (size_t l = 0; l < 3; l++) {
                struct buf want = reshape(common_cells, delimiters[d], "\n");
                struct buf text = reshape(common, delimiters[d], ends[l]);
                struct buf bytes = convert(buf_str(&text), encodings[e].iconv,
                                           encodings[e].bom);
                assert_dump(buf_str(&bytes), true, want.p);
                struct table *table = table_open(
                    S("t.csv"), buf_str(&bytes), resolves, NULL, diag);
                assert_string_equal(table_encoding(table), encodings[e].name);
                assert_int_equal(table_delimiter(table), delimiters[d]);
                table_free(table);
                buf_free(&want);
                buf_free(&text);
                buf_free(&bytes);
            }
}

/* Each byte of Windows-1251 against the system's converter. */
static void test_cp1251(void **state)
{
    (void)state;
    for (int c = 0x80; c < 0x100; c++) {
        /* The letters around it keep the bytes from being UTF-8. */
        char bytes[] = "value\nx\xFFz";
        char utf8[8] = "", *from = &bytes[7], *to = utf8, want[32];
        size_t left = 1, room = sizeof utf8;
        bytes[7] = (char)c;
        bytes[6] = '\xE0';
        iconv_t converter = iconv_open("UTF-8", "CP1251");
        size_t rc = iconv(converter, &from, &left, &to, &room);
        iconv_close(converter);
        bool whole;
        char *got = dump_bytes(str_of(bytes), false, &whole);
        assert_int_equal(whole, c != 0x98);
        assert_int_equal(rc == (size_t)-1, c == 0x98);
        snprintf(want, sizeof want, "[value][\xD0\xB0%sz]", utf8);
        if (whole)
            assert_string_equal(got, want);
        else
            assert_complaint(":2:2", MSG_TABLE_CP1251);
        free(got);
    }
}

/* --- faults of an encoding --- */

static void test_refused_utf16(void **state)
{
    (void)state;
    static const struct {
        struct str bytes;
        const char *place;
        enum msg id;
    } cases[] = {
        /* without a mark: known by every other byte */
        { { "v\0a\0", 4 }, "", MSG_TABLE_UTF16_BARE },
        { { "\0v\0a", 4 }, "", MSG_TABLE_UTF16_BARE },
        { { "\x48\x04\x3A\x04;\0\n\0", 8 }, "", MSG_TABLE_UTF16_BARE },
        { { "\x04\x48\x04\x3A\0;\0\n", 8 }, "", MSG_TABLE_UTF16_BARE },
        /* some such bytes are no UTF-16 */
        { { "val\0;x\n", 7 }, ":1:4", MSG_TABLE_CONTROL },
        { { "a\0bcdefgh", 9 }, ":1:2", MSG_TABLE_CONTROL },
        { { "\4", 1 }, ":1:1", MSG_TABLE_CONTROL },
        { { "\xFF\xFE" "v\0\n\0a", 7 }, ":2:1", MSG_TABLE_UTF16 },
        { { "\xFF\xFE" "v\0\x3D\xD8" "a\0", 8 }, ":1:2", MSG_TABLE_UTF16 },
        { { "\xFE\xFF\0v\xDC\0", 6 }, ":1:2", MSG_TABLE_UTF16 },
        { { "\xFE\xFF\0v\xD8\x3D", 6 }, ":1:2", MSG_TABLE_UTF16 },
        { { "\xFF\xFE" "v\0\n\0\1\0", 8 }, ":2:1", MSG_TABLE_CONTROL },
        { { "\xFF\xFE\0\0v\0\0\0", 8 }, ":1:1", MSG_TABLE_CONTROL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(table_open(S("t.csv"), cases[i].bytes, resolves, NULL,
                               diag));
        assert_complaint(cases[i].place, cases[i].id);
        forget();
    }
    assert_dump((struct str){ "\xFF\xFE" "v\0a\0l\0u\0e\0\n\0\x3D\xD8\0\xDE",
                              18 },
                false, "[value][\xF0\x9F\x98\x80]");
}

/* --- a doubt about the encoding --- */

static void test_doubt(void **state)
{
    (void)state;
    static const char text[] =
        "value;Школа;Показатель\n"
        "1;МБОУ «Сорская СОШ»;Доля выпускников, получивших аттестат\n"
        "2;Лицей;Численность обучающихся на 4 и 5\n";
    static const char capitals[] =
        "value;НАИМЕНОВАНИЕ ШКОЛЫ;ДОЛЯ ОБУЧАЮЩИХСЯ, ОСВОИВШИХ ПРОГРАММУ\n";
    static const struct {
        const char *text, *encoding;
        bool doubted;
    } cases[] = {
        { text, "CP1251", false },
        { capitals, "CP1251", false },
        { text, "KOI8-R", true },
        { capitals, "KOI8-R", true },
        { "value;доля выпускников, получивших аттестат об основном\n",
          "CP866", true },
        /* too short to tell, and the header is known */
        { "value;да\n", "KOI8-R", false },
        { "value;доля учеников\n", "KOI8-R", false },
        /* short, but it has no header */
        { "школа;период;знач\n", "KOI8-R", true },
        { "школа;период;знач\n", "CP866", true },
        { "район;округ;школьник\n", "CP1251", false },
        /* a header of ours is never random letters */
        { "школа;ЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪЪ\n", "CP1251", false },
        /* «Ш» of CP866 is the byte that Windows-1251 lacks */
        { "value;Школа;доля выпускников, получивших аттестат\n", "CP866",
          true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char to[32];
        snprintf(to, sizeof to, "%s//TRANSLIT", cases[i].encoding);
        struct buf bytes = convert(str_of(cases[i].text), to, "");
        struct table *table = table_open(S("t.csv"), buf_str(&bytes),
                                         resolves, NULL, diag);
        char *what = said(diag);
        bool doubted = strstr(what, "seems to be in") != NULL;
        if (doubted != cases[i].doubted)
            fail_msg("%s in %s: %s", cases[i].text, cases[i].encoding, what);
        if (doubted) {
            assert_null(table);
            assert_complaint("", MSG_TABLE_DOUBT);
            assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
            assert_non_null(strstr(what, cases[i].encoding));
        } else if (table) {
            assert_string_equal(table_encoding(table), "Windows-1251");
        }
        free(what);
        table_free(table);
        buf_free(&bytes);
        forget();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_forms),
        TEST(test_cp1251),
        TEST(test_refused_utf16),
        TEST(test_doubt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
