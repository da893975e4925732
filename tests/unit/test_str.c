/*
 * test_str: slices, copies, buffers, UTF-8 and every escape.
 */
#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static const struct str none = { NULL, 0 };

static void expect(struct str got, const char *want)
{
    struct buf buf = {0};
    buf_add(&buf, got);
    assert_string_equal(buf.p, want);
    assert_int_equal(got.n, strlen(want));
    buf_free(&buf);
}

static void slices_compare(void **state)
{
    (void)state;
    assert_true(str_eq(none, S("")));
    assert_true(str_eq(S("школа"), S("школа")));
    assert_false(str_eq(S("a"), S("ab")));
    assert_true(str_is(S("ab"), "ab"));
    assert_false(str_is(S("a\0b"), "a"));
    assert_true(str_is(none, ""));
    assert_int_equal(str_of(NULL).n, 0);
    assert_int_equal(str_cmp(none, S("")), 0);
    assert_true(str_cmp(S("a"), S("b")) < 0);
    assert_true(str_cmp(S("ab"), S("a")) > 0);
    assert_true(str_cmp(none, S("a")) < 0);
    assert_true(str_cmp(S("z"), S("\xD0\xB0")) < 0);
    assert_true(str_starts(S("abc"), S("ab")));
    assert_true(str_starts(none, none));
    assert_false(str_starts(S("a"), S("ab")));
    assert_true(str_ends(S("a.csv"), S(".csv")));
    assert_false(str_ends(S("csv"), S(".csv")));
}

static void slices_cut(void **state)
{
    (void)state;
    expect(str_sub(S("abcdef"), 2, 4), "cd");
    expect(str_sub(S("abc"), 2, 99), "c");
    expect(str_sub(S("abc"), 9, 1), "");
    expect(str_sub(none, 1, 2), "");
    expect(str_skip(S("abc"), 1), "bc");
    expect(str_skip(S("abc"), 4), "");
    assert_int_equal(str_find(S("aaab"), S("aab")), 1);
    assert_int_equal(str_find(S("abc"), S("")), 0);
    assert_int_equal(str_find(S("abc"), S("abcd")), -1);
    assert_int_equal(str_find(S("abab"), S("ac")), -1);
    assert_int_equal(str_find(none, S("a")), -1);
    assert_int_equal(str_find_char(S("a|b"), '|'), 1);
    assert_int_equal(str_find_char(none, '|'), -1);
}

static void trims_every_blank(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        { "", "" }, { " ", "" }, { " a b\t\r\n", "a b" },
        { "\xC2\xA0" "5\xE2\x80\xAF", "5" },
        { "\xEF\xBB\xBFid", "id" }, { " \xC2\xA0 \xEF\xBB\xBF ", "" },
        { "\xE2\x80\x89" "5\xE2\x80\x80", "5" },
        { "\xC2", "\xC2" }, { "\x80\xAF", "\x80\xAF" },
        { "\xE2\x80\x8B" "5", "\xE2\x80\x8B" "5" },
        { "а\xC2\xA0", "а" }, { "р", "р" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        expect(str_trim(str_of(cases[i].in)), cases[i].out);
    expect(str_trim(none), "");
}

static void cut_walks_all_pieces(void **state)
{
    (void)state;
    static const struct {
        const char *in, *pieces;        /* joined by + */
    } cases[] = {
        { "a|b|c", "a+b+c+" }, { "a", "a+" }, { "", "+" },
        { "a|", "a++" }, { "|", "++" }, { "||b", "++b+" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buf got = {0};
        struct str rest = str_of(cases[i].in);
        while (rest.p) {
            buf_add(&got, str_cut(&rest, '|'));
            buf_char(&got, '+');
        }
        assert_int_equal(rest.n, 0);
        assert_string_equal(got.p, cases[i].pieces);
        buf_free(&got);
    }
    struct str rest = none;
    assert_int_equal(str_cut(&rest, '|').n, 0);
    assert_null(rest.p);
}

static void copies_are_terminated(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct str copy = str_copy(arena, str_sub(S("abcd"), 1, 3));
    assert_string_equal(copy.p, "bc");
    assert_string_equal(str_copy(arena, none).p, "");
    assert_string_equal(str_z(arena, str_sub(S("xyz"), 0, 2)), "xy");
    struct str made = str_format(arena, "%d-%s", 7, "школа");
    assert_string_equal(made.p, "7-школа");
    assert_int_equal(made.n, strlen("7-школа"));
    struct str parts[] = { S("a"), none, S("c") };
    assert_string_equal(str_join(arena, parts, 3, S(", ")).p, "a, , c");
    assert_string_equal(str_join(arena, parts, 1, S(", ")).p, "a");
    assert_string_equal(str_join(arena, NULL, 0, S(", ")).p, "");
    arena_free(arena);
}

static void buffers_grow(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_add(&buf, none);
    assert_string_equal(buf.p, "");
    for (int i = 0; i < 10000; i++)
        buf_char(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.n, 10000);
    for (size_t i = 0; i < buf.n; i++)
        assert_int_equal(buf.p[i], 'a' + (int)(i % 26));
    assert_int_equal(buf.p[10000], 0);
    buf_clear(&buf);
    assert_string_equal(buf.p, "");
    buf_reserve(&buf, 1 << 20);
    char *before = buf.p;
    memset(buf.p, 'x', 1 << 20);
    buf.p[1 << 20] = '\0';
    buf.n = 1 << 20;
    assert_ptr_equal(buf.p, before);
    buf_free(&buf);
    assert_null(buf.p);
    buf_clear(&buf);
}

static void buffers_print(void **state)
{
    (void)state;
    struct buf buf = {0};
    static const struct {
        int64_t value;
        const char *text;
    } cases[] = {
        { 0, "0" }, { -1, "-1" }, { 1234567890123, "1234567890123" },
        { INT64_MAX, "9223372036854775807" },
        { INT64_MIN, "-9223372036854775808" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        buf_clear(&buf);
        buf_int(&buf, cases[i].value);
        assert_string_equal(buf.p, cases[i].text);
    }
    char longer[1000];
    memset(longer, 'y', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    buf_clear(&buf);
    buf_addf(&buf, "%d", 5);
    buf_addf(&buf, "<%s>", longer);
    assert_int_equal(buf.n, 1 + 2 + 999);
    assert_int_equal(buf.p[buf.n - 1], '>');
    struct arena *arena = arena_new();
    struct str taken = buf_take(&buf, arena);
    assert_int_equal(taken.n, 1002);
    assert_int_equal(buf.n, 0);
    arena_free(arena);
    buf_free(&buf);
}

static const struct {
    const char *bytes;
    size_t valid;           /* offset of the first invalid byte */
    uint32_t code;          /* decoded there when all is valid */
} utf8[] = {
    { "a", 1, 'a' },
    { "\xC2\x80", 2, 0x80 },
    { "\xD1\x91", 2, 0x451 },
    { "\xDF\xBF", 2, 0x7FF },
    { "\xE0\xA0\x80", 3, 0x800 },
    { "\xED\x9F\xBF", 3, 0xD7FF },
    { "\xEE\x80\x80", 3, 0xE000 },
    { "\xEF\xBF\xBF", 3, 0xFFFF },
    { "\xF0\x90\x80\x80", 4, 0x10000 },
    { "\xF4\x8F\xBF\xBF", 4, 0x10FFFF },
    /* lone, overlong, surrogate, too high, cut short */
    { "\x80", 0, UTF8_BAD }, { "\xBF", 0, UTF8_BAD },
    { "\xC0\x80", 0, UTF8_BAD }, { "\xC1\xBF", 0, UTF8_BAD },
    { "\xE0\x80\x80", 0, UTF8_BAD }, { "\xE0\x9F\xBF", 0, UTF8_BAD },
    { "\xED\xA0\x80", 0, UTF8_BAD }, { "\xED\xBF\xBF", 0, UTF8_BAD },
    { "\xF0\x80\x80\x80", 0, UTF8_BAD }, { "\xF0\x8F\xBF\xBF", 0, UTF8_BAD },
    { "\xF4\x90\x80\x80", 0, UTF8_BAD }, { "\xF5\x80\x80\x80", 0, UTF8_BAD },
    { "\xF8\x88\x80\x80\x80", 0, UTF8_BAD }, { "\xFF", 0, UTF8_BAD },
    { "\xD0", 0, UTF8_BAD }, { "\xE2\x84", 0, UTF8_BAD },
    { "\xF0\x9F\x98", 0, UTF8_BAD }, { "\xD0\x20", 0, UTF8_BAD },
    { "\xE2\x84\x41", 0, UTF8_BAD },
};

static void utf8_is_strict(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(utf8); i++) {
        struct str s = str_of(utf8[i].bytes);
        assert_int_equal(utf8_valid(s), utf8[i].valid);
        size_t at = 0;
        assert_int_equal(utf8_next(s, &at), utf8[i].code);
        assert_int_equal(at, utf8[i].code == UTF8_BAD ? 1 : s.n);
    }
    size_t at = 0;
    assert_int_equal(utf8_next(none, &at), 0);
    assert_int_equal(at, 0);
    /* A slice that ends inside a character does not look behind its end. */
    struct str half = str_sub(S("ж"), 0, 1);
    assert_int_equal(utf8_next(half, &at), UTF8_BAD);
    assert_int_equal(at, 1);
    assert_int_equal(utf8_valid(half), 0);
}

/* The same bytes behind plain and Cyrillic runs of every length, so that
 * each fast path is left at each place; and cut off at the very end. */
static void utf8_valid_finds_the_place(void **state)
{
    (void)state;
    static const char *const fill[] = { "a", "ж", "—" };
    for (size_t f = 0; f < LENGTH(fill); f++)
        for (size_t run = 0; run < 20; run++)
            for (size_t i = 0; i < LENGTH(utf8); i++) {
                struct buf buf = {0};
                for (size_t k = 0; k < run; k++)
                    buf_addz(&buf, fill[f]);
                size_t want = buf.n + utf8[i].valid;
                buf_addz(&buf, utf8[i].bytes);
                assert_int_equal(utf8_valid(buf_str(&buf)), want);
                buf_addz(&buf, "ююююaaaaaaaaa");
                if (utf8[i].code != UTF8_BAD)
                    want = buf.n;
                assert_int_equal(utf8_valid(buf_str(&buf)), want);
                buf_free(&buf);
            }
    assert_int_equal(utf8_valid(none), 0);
    assert_int_equal(utf8_length(S("школа №3")), 8);
    assert_int_equal(utf8_length(none), 0);
}

static void utf8_add_inverts_next(void **state)
{
    (void)state;
    struct buf buf = {0};
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        size_t at = 0;
        buf_clear(&buf);
        utf8_add(&buf, code);
        if (utf8_next(buf_str(&buf), &at) != code || at != buf.n)
            fail_msg("U+%04X does not come back", (unsigned)code);
    }
    buf_clear(&buf);
    utf8_add(&buf, 0xD800);
    utf8_add(&buf, 0x110000);
    utf8_add(&buf, UTF8_BAD);
    assert_string_equal(buf.p, "\uFFFD\uFFFD\uFFFD");
    buf_free(&buf);
}

static void csv_comma(struct buf *buf, struct str s)
{
    buf_csv(buf, s, ',');
}

static void escapes(void **state)
{
    (void)state;
    static const struct {
        void (*escape)(struct buf *, struct str);
        const char *in, *out;
    } cases[] = {
        { buf_html, "", "" },
        { buf_html, "«Школа» & <b>\"'", "«Школа» &amp; &lt;b&gt;\"'" },
        { buf_html, "&&&&&", "&amp;&amp;&amp;&amp;&amp;" },
        { buf_html, "12345&12345678<", "12345&amp;12345678&lt;" },
        { buf_prose, "", "" },
        { buf_prose, "–", "–" },
        { buf_prose, "да — <нет> — да", "да\u00a0— &lt;нет&gt;\u00a0— да" },
        { buf_prose, "да —нет —", "да —нет —" },
        { buf_prose, "за 2019–2021, 5–7", "за 2019–\u20602021, 5–\u20607" },
        { buf_prose, "а–б 5– –7 5 – 7 5–", "а–б 5– –7 5 – 7 5–" },
        { buf_attr, "a\"b'c<d>&", "a&quot;b&#39;c&lt;d&gt;&amp;" },
        { buf_xml, "a\x01\x1F\x0B" "b\t\n&\"'<>",
          "ab\t\n&amp;&quot;&#39;&lt;&gt;" },
        { buf_xml, "x\xEF\xBF\xBEy\xEF\xBF\xBFz\xEF\xBF\xBD",
          "xyz\xEF\xBF\xBD" },
        { buf_url_path, "a b/ж?#%.~-_", "a%20b/%D0%B6%3F%23%25.~-_" },
        { buf_url_part, "a/b&c=d+e", "a%2Fb%26c%3Dd%2Be" },
        { buf_json, "", "\"\"" },
        { buf_json, "\"\\\n\r\t\x01\x1F",
          "\"\\\"\\\\\\n\\r\\t\\u0001\\u001f\"" },
        { buf_json, "</script>№—", "\"\\u003c/script>№—\"" },
        { buf_json, "\u2028\u2029\u2030", "\"\\u2028\\u2029\u2030\"" },
        { csv_comma, "", "" },
        { csv_comma, "36;7", "36;7" },
        { csv_comma, "36,7", "\"36,7\"" },
        { csv_comma, "«Луч» \"3\"", "\"«Луч» \"\"3\"\"\"" },
        { csv_comma, "\"", "\"\"\"\"" },
        { csv_comma, "a\nb", "\"a\nb\"" },
        { csv_comma, "a\rb", "\"a\rb\"" },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buf buf = {0};
        buf_addz(&buf, "+");
        cases[i].escape(&buf, str_of(cases[i].in));
        assert_string_equal(buf.p + 1, cases[i].out);
        assert_int_equal(buf.n, strlen(cases[i].out) + 1);
        buf_free(&buf);
    }
}

/* A NUL is a byte as any other, and ends nothing. */
static void escapes_hold_nul(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_json(&buf, S("a\0b"));
    expect(buf_str(&buf), "\"a\\u0000b\"");
    buf_clear(&buf);
    buf_xml(&buf, S("a\0b"));
    expect(buf_str(&buf), "ab");
    buf_clear(&buf);
    buf_html(&buf, none);
    buf_url_path(&buf, none);
    buf_csv(&buf, none, ';');
    assert_int_equal(buf.n, 0);
    buf_free(&buf);
}

/* Every byte, in every escape, against the plain definition. */
static void escapes_of_each_byte(void **state)
{
    (void)state;
    for (int c = 1; c < 128; c++) {
        struct buf buf = {0};
        char text[2] = { (char)c, '\0' };
        struct str s = { text, 1 };
        buf_html(&buf, s);
        assert_int_equal(buf.n == 1, !strchr("&<>", c));
        buf_clear(&buf);
        buf_attr(&buf, s);
        assert_int_equal(buf.n == 1, !strchr("&<>\"'", c));
        buf_clear(&buf);
        buf_url_part(&buf, s);
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                     || (c >= 'A' && c <= 'Z') || strchr("-._~", c);
        assert_int_equal(buf.n, plain ? 1 : 3);
        buf_clear(&buf);
        buf_json(&buf, s);
        assert_int_equal(buf.n == 3, c >= 0x20 && !strchr("\"\\<", c));
        buf_clear(&buf);
        buf_xml(&buf, s);
        bool dropped = c < 0x20 && !strchr("\t\n\r", c);
        assert_int_equal(buf.n == 0, dropped);
        buf_free(&buf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_compare),
        cmocka_unit_test(slices_cut),
        cmocka_unit_test(trims_every_blank),
        cmocka_unit_test(cut_walks_all_pieces),
        cmocka_unit_test(copies_are_terminated),
        cmocka_unit_test(buffers_grow),
        cmocka_unit_test(buffers_print),
        cmocka_unit_test(utf8_is_strict),
        cmocka_unit_test(utf8_valid_finds_the_place),
        cmocka_unit_test(utf8_add_inverts_next),
        cmocka_unit_test(escapes),
        cmocka_unit_test(escapes_hold_nul),
        cmocka_unit_test(escapes_of_each_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
