/*
 * test_table: delimiter, header, rows, the place of each cell, each error of
 * quoting and size with its place, and noise. Encodings are in
 * test_table_encoding.c.
 */
#include "table_dump.h"

/* --- delimiter and header --- */

static void test_delimiter(void **state)
{
    (void)state;
    /* Commas in names and values do not count: what resolves does. */
    assert_cells("школа;ЕГЭ, математика;ЕГЭ, русский\n1;2,5;3,5\n",
                 "[школа|ЕГЭ, математика|ЕГЭ, русский][1|2,5|3,5]");
    assert_cells("школа,\"ЕГЭ, математика\",период\n1,\"2,5\",3\n",
                 "[школа|ЕГЭ, математика|период][1|2,5|3]");
    assert_cells("Отчёт, форма 1, 2, 3\nшкола;период\n1;2\n",
                 "[школа|период][1|2]");
    /* One column: the commas belong to the text. */
    assert_cells("школа\nраз, два\n", "[школа][раз, два]");
    struct table *table = open_text("школа\nраз, два\n");
    assert_int_equal(table_delimiter(table), ';');
    table_free(table);
}

static void test_sep(void **state)
{
    (void)state;
    assert_places("sep=;\nшкола;период\n1;2\n",
                  "[школа@2:1|период@2:7]#1[1@3:1|2@3:3]#2");
    assert_places("sep=,\r\nшкола,период\r\n1,2;3\r\n",
                  "[школа@2:1|период@2:7]#1[1@3:1|2;3@3:3]#2");
    assert_places("SEP=\t\rшкола\tпериод\r1\t2\r",
                  "[школа@2:1|период@2:7]#1[1@3:1|2@3:3]#2");
    assert_cells("\"sep=;\"\nшкола\n1\n", "[школа][1]");
    assert_cells("sep=;;;;\nшкола\n1\n", "[школа][1]");
    assert_cells("\xEF\xBB\xBFsep=;\nшкола\n1\n", "[школа][1]");
    /* Told is told: the comma is not tried. */
    assert_null(open_text("sep=;\nшкола,период\n1,2\n"));
    assert_complaint(":2", MSG_TABLE_HEADER);
}

static void test_header(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        /* the first line all of whose cells are known */
        { "Отчёт\nза год;период\nшкола;период\nшкола;значение\n1;2",
          "[школа|период][школа|значение][1|2]" },
        /* none such: most known, the first of these */
        { "Отчёт\nшкола;x\nшкола;период;x\ny;школа;период\n1;2",
          "[школа|период|x][y|школа|период][1|2]" },
        /* a full line wins over one with more known cells */
        { "школа;период;x\nшкола\n1", "[школа][1]" },
        /* empty cells do not matter, trailing ones are dropped */
        { ";школа;;период;;\n0;1;2;3;4;;", "[|школа||период][0|1|2|3|4]" },
        { "\n;;\n\nшкола;;\n1;;\n;;\n;2;\n", "[школа][1][|2]" },
        /* combining marks, blanks, a stray mark in the header */
        { "кра\xD0\xB8\xCC\x86;\xC2\xA0школа \n\xC2\xA0\xE2\x80\xAF;x",
          "[край|школа][|x]" },
        { "\"\xEF\xBB\xBFшкола\";период\n1;2", "[школа|период][1|2]" },
        /* the tenth line is the last that may be a header */
        { "1\n2\n3\n4\n5\n6\n7\n8\n9\nшкола\n1", "[школа][1]" },
        { "школа", "[школа]" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_cells(cases[i].text, cases[i].want);
}

/* Names of merged cells come in two lines. */
static void test_merged(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        /* merged down beside a caption that is no name, or is one */
        { "школа;Годы;\n;период;значение\n7;8;9\n",
          "[школа|период|значение][7|8|9]" },
        { "школа;край;;\n;период;значение;value\n7;8;9;0\n",
          "[школа|период|значение|value][7|8|9|0]" },
        { "Отчёт\n;Показатели;;школа\nкрай;период;значение\n7;8;9;0",
          "[край|период|значение|школа][7|8|9|0]" },
        /* rows of data are never taken for names */
        { "школа;период;значение\n;2;3\n", "[школа|период|значение][|2|3]" },
        { "школа;;значение\n;край;3\n", "[школа||значение][|край|3]" },
        { "школа;период\nкрай;край;край\n",
          "[школа|период][край|край|край]" },
        /* a title above is none of the names */
        { "Отчёт за год;\nшкола;период\n1;2", "[школа|период][1|2]" },
        { "школа;Годы\n;период", "[школа|период]" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_cells(cases[i].text, cases[i].want);
    struct table *table = open_text("Отчёт\nшкола;Годы;\n;период;край\n1\n");
    assert_int_equal(table_header_line(table), 3);
    assert_int_equal(table_pos(table, table_header(table), 0).line, 2);
    assert_int_equal(table_pos(table, table_header(table), 1).line, 3);
    table_free(table);
}

/* What is no data is told, each at its place. */
static void test_asides(void **state)
{
    (void)state;
    assert_cells("школа;период;край\n1;2;3\nшкола;период;край\n;* сноска\n",
                 "[школа|период|край]");
    static const struct {
        const char *place;
        enum msg id;
    } notes[] = {
        { "2:1 (A2)", MSG_TABLE_NUMBERING },
        { "3:1 (A3)", MSG_TABLE_REPEATED },
        { "4:1 (A4)", MSG_TABLE_FOOTNOTE },
    };
    char *what = said(diag), line[256];
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        snprintf(line, sizeof line, "t.csv:%s: note: %s\n", notes[i].place,
                 diag_text(notes[i].id, LANG_EN));
        assert_non_null(strstr(what, line));
    }
    free(what);
}

static void test_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "школа;период\n* примечание\n1;2\nПримечание: x\n"
          "Примечания;;\n*;3\n;*\n* x;;;", "[школа|период][1|2][*|3][|*]" },
        { "школа;период\n1;2\n;Примечание: x\n;;** y\n;ПРИМЕЧАНИЕ\n"
          "1;* z\n", "[школа|период][1|2][1|* z]" },
        /* the numbers of the columns, only right under the header */
        { "школа;период;значение\n1;2;3\n1;2;3\n",
          "[школа|период|значение][1|2|3]" },
        { "школа;период\n1;2\n", "[школа|период][1|2]" },
        { "школа;период;значение\n1;2\n1;2;4\n1;2;3;4\n",
          "[школа|период|значение][1|2][1|2|4][1|2|3|4]" },
        /* the header again, where a page began */
        { "школа;период\n1;2\nшкола;период\n3;4\nшкола;школа\n",
          "[школа|период][1|2][3|4][школа|школа]" },
        { "школа;период\n\" a \";\tb\t\n", "[школа|период][a|b]" },
        { "школа\tпериод\n\t2\n1\t\n \t3\n",
          "[школа|период][|2][1][|3]" },
        { "школа;период\n\"\";\"\"\"\"\n\"a;b\" ;\"\n\"\n",
          "[школа|период][|\"][a;b]" },
        { "школа;период\n\"a\r\nb\rc\nd\";x\r\n",
          "[школа|период][a\nb\nc\nd|x]" },
        { "школа;период\n\"и\xCC\x86\";и\xCC\x86г\n", "[школа|период][й|йг]" },
        { "школа;период\n\"a\nb\"\n\"c\" ", "[школа|период][a\nb][c]" },
        { "школа;период\n   \n1;2\n \t", "[школа|период][1|2]" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_cells(cases[i].text, cases[i].want);
}

/* --- places --- */

static void test_places(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "школа;период;значение\nучастие в олимпиадах;2020;1/0,005\n",
          "[школа@1:1|период@1:7|значение@1:14]#1"
          "[участие в олимпиадах@2:1|2020@2:22|1/0,005@2:27]#2" },
        /* a cell of several lines: what follows stands on its last one */
        { "школа;период\nя;\"раз\n\nдва;\";\"ж\"\"\"; x\ny;z\n",
          "[школа@1:1|период@1:7]#1"
          "[я@2:1|раз\n\nдва;@2:3|ж\"@4:7|x@4:13]#2[y@5:1|z@5:3]#3" },
        /* blank lines are rows of the sheet, rows of nothing too */
        { "\n\nшкола\n\n;;\n\"\n\n\"\n1\n",
          "[школа@3:1]#3[1@9:1]#7" },
        { "школа\r\r\"a\rb\";c\rd",
          "[школа@1:1]#1[a\nb@3:1|c@4:4]#3[d@5:1]#4" },
        { "школа\r\n\"a\r\nb\";c\r\nd",
          "[школа@1:1]#1[a\nb@2:1|c@3:4]#2[d@4:1]#3" },
        { "\xF0\x9F\x98\x80;школа\n\xF0\x9F\x98\x80;1\n",
          "[\xF0\x9F\x98\x80@1:1|школа@1:3]#1"
          "[\xF0\x9F\x98\x80@2:1|1@2:3]#2" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_places(cases[i].text, cases[i].want);
}

static int check_past_end(void *payload, const struct row *row)
{
    const struct table *table = payload;
    assert_int_equal(row->n, 2);
    struct pos at = table_pos(table, row, 2);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.col, 5);        /* an empty cell that was dropped */
    at = table_pos(table, row, 9);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.col, 5);        /* none at all: behind the record */
    assert_int_equal(at.row, 2);
    assert_int_equal(at.cell, 10);
    assert_int_equal(table_text(row, 9).n, 0);
    /* The header can be asked for meanwhile. */
    at = table_pos(table, table_header(table), 1);
    assert_int_equal(at.line, 1);
    assert_int_equal(at.col, 7);
    assert_int_equal(table_pos(table, table_header(table), 5).col, 13);
    assert_true(str_is(table_text(table_header(table), 1), "период"));
    return 7;
}

static void test_places_past_end(void **state)
{
    (void)state;
    struct table *table = open_text("школа;период\n\"1\n\";2;\n4;5\n");
    assert_non_null(table);
    assert_true(table_each(table, check_past_end, table));
    table_free(table);
}

/* --- errors --- */

static const struct {
    const char *text, *place;
    enum msg id;
} refused[] = {
    { "", "", MSG_TABLE_EMPTY },
    { "\n \n", "", MSG_TABLE_EMPTY },
    { ";;\n;;\n", "", MSG_TABLE_EMPTY },
    { "\xEF\xBB\xBF", "", MSG_TABLE_EMPTY },
    { "sep=;", "", MSG_TABLE_EMPTY },
    { "\nimya;god\n1;2\n", ":2", MSG_TABLE_HEADER },
    { "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nшкола\n", ":1", MSG_TABLE_HEADER },
    { "sep=|\nшкола|период\n", ":1:5", MSG_TABLE_SEP },
    { "\"sep=|\"\nшкола|период\n", ":1:6", MSG_TABLE_SEP },
    { "sep=\nшкола\n", ":1:5", MSG_TABLE_SEP },
    { "x\nшкола;период,значение\n", ":2", MSG_TABLE_DELIMITER },
    { "школа;x,период\n", ":1", MSG_TABLE_DELIMITER },
    /* quoting, before the header is found */
    { "\"школа\",\"период\"x,\n", ":1:17 (B1)", MSG_TABLE_QUOTE_AFTER },
    { "\"школа\";\"период\"x;\n", ":1:17 (B1)", MSG_TABLE_QUOTE_AFTER },
    { "x;ш\"кола\n", ":1:4 (B1)", MSG_TABLE_QUOTE_INSIDE },
    { "x\n\"школа;\n", ":2:1 (A2)", MSG_TABLE_QUOTE_OPEN },
    /* bytes */
    { "школа\nя\x01\n", ":2:2", MSG_TABLE_CONTROL },
    { "школа\r\n\r\nя;\x7F", ":3:3", MSG_TABLE_CONTROL },
    { "\xEF\xBB\xBFшкола\r1\x1A", ":2:2", MSG_TABLE_CONTROL },
    { "школа\nя\xC2\x90", ":2:2", MSG_TABLE_CONTROL },
    { "\xF8\xEA\xEE\n\xE0\x01", ":2:2", MSG_TABLE_CONTROL },
    { "\xF8\xEA\xEE\r\n\xE0\xE0\x98", ":2:3", MSG_TABLE_CP1251 },
    { "школа\nшкола\xFF", ":2:6", MSG_TABLE_UTF8 },
    /* two files glued together, UTF-8 and Windows-1251 */
    { "школа\n1\n\xF8\xEA\xEE\xEB\xE0\n2\n", ":3:1", MSG_TABLE_UTF8 },
    { "\xF8\xEA\xEE\xEB\xE0\n2\nшкола\n1\n", ":1:1", MSG_TABLE_UTF8 },
    { "\xEF\xBB\xBFschool\nab\xE0", ":2:3", MSG_TABLE_UTF8 },
    { "PK\x03\x04sheet", "", MSG_TABLE_WORKBOOK },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", MSG_TABLE_WORKBOOK },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (open_text(refused[i].text))
            fail_msg("accepted: %s", refused[i].text);
        assert_complaint(refused[i].place, refused[i].id);
        assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
        forget();
    }
}

static void test_tie(void **state)
{
    (void)state;
    assert_null(table_open(S("t.csv"), S("a;b,c\n1;2,3\n"), resolves_all,
                           NULL, diag));
    assert_complaint(":1", MSG_TABLE_DELIMITER);
}

/* A line with a wrong quote is left out; where a cell of several lines is
 * wrong, the reading ends. */
static const struct {
    const char *text, *place, *want;
    enum msg id;
} broken[] = {
    { "школа;период\n1;2\nШкола \"Луч\";5\n9;9\n", ":3:7 (A3)",
      "[школа|период][1|2][9|9]", MSG_TABLE_QUOTE_INSIDE },
    { "школа;период\n1;яя\"\n", ":2:5 (B2)", "[школа|период]",
      MSG_TABLE_QUOTE_INSIDE },
    { "школа;период\n1;\"яя\"x;3\n9;9\n", ":2:7 (B2)",
      "[школа|период][9|9]", MSG_TABLE_QUOTE_AFTER },
    { "школа;период\n\"а\nб\";\"в\n\"г\n9;9\n", ":4:2 (B2)",
      "[школа|период]", MSG_TABLE_QUOTE_AFTER },
    { "школа;период\n1;\"яя\" \"x\"\n", ":2:8 (B2)", "[школа|период]",
      MSG_TABLE_QUOTE_AFTER },
    { "школа;период\n\n1;2\n3; \"яя\n\"\"4;5\n\n6;7", ":4:4 (B4)",
      "[школа|период][1|2]", MSG_TABLE_QUOTE_OPEN },
    { "школа;период\n\"\";\"x\"\"\"\"\n", ":2:4 (B2)", "[школа|период]",
      MSG_TABLE_QUOTE_OPEN },
    { "школа;период\r\"а\rб\";\"в\"\"\rг;", ":3:4 (B2)", "[школа|период]",
      MSG_TABLE_QUOTE_OPEN },
};

static void test_broken(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        bool whole;
        char *got = dump_bytes(str_of(broken[i].text), false, &whole);
        assert_string_equal(got, broken[i].want);
        assert_false(whole);
        assert_complaint(broken[i].place, broken[i].id);
        assert_int_equal(diag_count(diag, LEVEL_ERROR), 1);
        free(got);
        forget();
    }
}

/* The message tells where the cell with the stray quote began. */
static void test_broken_names_line(void **state)
{
    (void)state;
    bool whole;
    free(dump_bytes(S("школа\n\"раз\nдва\nтри\"x\n"), false, &whole));
    char *text = said(diag);
    assert_non_null(strstr(text, ":4:5 (A2): "));
    assert_non_null(strstr(text, "the rest of the file: the cell began in "
                                 "line 2."));
    free(text);
}

/* All wrong quotes of a file are told at once, with their rows of the sheet;
 * a good cell of two lines between them is read. */
static void test_broken_lines(void **state)
{
    (void)state;
    bool whole;
    char *got = dump_bytes(S("школа;период\nШкола \"Луч\";1\n\"а\nб\";2\n"
                             "\"в\" г;3\n4;5\n\"д\";\"е\"ж\n"),
                           false, &whole);
    assert_string_equal(got, "[школа|период][а\nб|2][4|5]");
    assert_false(whole);
    free(got);
    char *text = said(diag);
    assert_non_null(strstr(text, ":2:7 (A2): "));
    assert_non_null(strstr(text, ":5:5 (A4): "));
    assert_non_null(strstr(text, ":7:8 (B6): "));
    assert_null(strstr(text, "rest of the file"));
    free(text);
}

static struct buf repeat(const char *head, const char *piece, size_t n,
                         const char *tail)
{
    struct buf out = {0};
    buf_addz(&out, head);
    for (size_t i = 0; i < n; i++)
        buf_addz(&out, piece);
    buf_addz(&out, tail);
    return out;
}

static void test_limits(void **state)
{
    (void)state;
    static const struct {
        const char *head, *piece, *tail, *place;
        size_t n;
        enum msg id;
    } cases[] = {
        { "школа\n1;2\nя;", "z", "\n", ":3:3 (B3)", TABLE_FIELD_MAX + 1,
          MSG_TABLE_FIELD },
        { "школа\n1;2\nя;\"", "z\n", "\"\n", ":3:3 (B3)",
          TABLE_FIELD_MAX / 2 + 1, MSG_TABLE_FIELD },
        { "школа\n1;2\nя;", "z", "", ":3:3 (B3)", TABLE_FIELD_MAX + 1,
          MSG_TABLE_FIELD },
        { "школа\n1;2\nя", ";", "\n", ":3:4098 (FAO3)", TABLE_COLUMNS_MAX,
          MSG_TABLE_COLUMNS },
        { "школа\n1;2\nя", ";\"\n\"", "\n", ":4098:3 (FAO3)",
          TABLE_COLUMNS_MAX, MSG_TABLE_COLUMNS },
        { "школа\n1;2\nя", ";", "\"", ":3:4098 (FAO3)", TABLE_COLUMNS_MAX + 1,
          MSG_TABLE_COLUMNS },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool whole;
        struct buf text = repeat(cases[i].head, cases[i].piece, cases[i].n,
                                 cases[i].tail);
        char *got = dump_bytes(buf_str(&text), false, &whole);
        assert_string_equal(got, "[школа][1|2]");
        assert_false(whole);
        assert_complaint(cases[i].place, cases[i].id);
        free(got);
        buf_free(&text);
        forget();
    }
}

static void test_limits_kept(void **state)
{
    (void)state;
    struct buf text = repeat("школа\n", "z", TABLE_FIELD_MAX, "\n");
    struct buf want = repeat("[школа][", "z", TABLE_FIELD_MAX, "]");
    assert_dump(buf_str(&text), false, want.p);
    buf_free(&text);
    buf_free(&want);
    text = repeat("школа\nя", ";", TABLE_COLUMNS_MAX - 2, ";z");
    want = repeat("[школа][я", "|", TABLE_COLUMNS_MAX - 2, "|z]");
    assert_dump(buf_str(&text), false, want.p);
    buf_free(&text);
    buf_free(&want);
}

/* --- noise --- */

static uint32_t random_state = 7;

static uint32_t random_below(uint32_t n)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % n;
}

/* Whatever the bytes: no crash, and what is not read is reported. */
static void check_noise(struct str bytes)
{
    char *copy = malloc(bytes.n + (bytes.n == 0));
    memcpy(copy, bytes.p, bytes.n);
    struct dump dump = { .places = true };
    bool whole = false;
    dump.table = table_open(S("t.csv"), (struct str){ copy, bytes.n },
                            random_below(2) ? resolves : resolves_all, NULL,
                            diag);
    if (dump.table)
        whole = table_each(dump.table, dump_row, &dump);
    assert_int_equal(diag_count(diag, LEVEL_ERROR) == 0, whole);
    assert_int_equal(utf8_valid(buf_str(&dump.out)), dump.out.n);
    table_free(dump.table);
    buf_free(&dump.out);
    free(copy);
    if (diag_count(diag, LEVEL_ERROR) || diag_count(diag, LEVEL_WARNING))
        forget();
}

static void test_noise_bytes(void **state)
{
    (void)state;
    for (int round = 0; round < 5000; round++) {
        char bytes[128];
        size_t n = random_below(sizeof bytes);
        for (size_t i = 0; i < n; i++)
            bytes[i] = (char)random_below(256);
        if (n > 3 && round % 4 == 1)
            memcpy(bytes, "\xFF\xFE", 2);
        if (n > 3 && round % 4 == 2)
            memcpy(bytes, "\xFE\xFF", 2);
        check_noise((struct str){ bytes, n });
    }
}

static void test_noise_pieces(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "школа", "value", ";", ";", ";", ",", "\t", "\n", "\n", "\r\n", "\r",
        "\"", "\"", "\"\"", " ", "x", "\xE2\x84\x96", "\xCC\x86", "и",
        "\xC2\xA0", "sep=", "*", "\"a\nb\"", "\xEF\xBB\xBF", "\"\n",
    };
    for (int round = 0; round < 20000; round++) {
        struct buf text = {0};
        if (random_below(2))
            buf_addz(&text, "value;школа\n");
        for (uint32_t i = random_below(30); i > 0; i--)
            buf_addz(&text,
                     pieces[random_below(sizeof pieces / sizeof *pieces)]);
        buf_addz(&text, "");
        if (text.n)
            check_noise(buf_str(&text));
        buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_delimiter),
        TEST(test_sep),
        TEST(test_header),
        TEST(test_merged), TEST(test_asides), TEST(test_rows),
        TEST(test_places),
        TEST(test_places_past_end),
        TEST(test_refused),
        TEST(test_tie),
        TEST(test_broken),
        TEST(test_broken_names_line),
        TEST(test_broken_lines),
        TEST(test_limits),
        TEST(test_limits_kept),
        TEST(test_noise_bytes),
        TEST(test_noise_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
