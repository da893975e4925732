/*
 * str_escape: the escapes of str.h, one function per place.
 *
 * For every folder.
 *
 * Each place has a table of the bytes that need care there; runs of all
 * others are copied whole.
 */
#include "base/str.h"

#include <string.h>

typedef unsigned char byte_table[256];

#define DIGITS                                                           \
    ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,    \
    ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1
#define LETTERS                                                          \
    ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1,    \
    ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1,    \
    ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1,    \
    ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1,    \
    ['y'] = 1, ['z'] = 1,                                                \
    ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1,    \
    ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1,    \
    ['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1,    \
    ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1,    \
    ['Y'] = 1, ['Z'] = 1
#define CONTROLS                                                         \
    [0] = 1, [1] = 1, [2] = 1, [3] = 1, [4] = 1, [5] = 1, [6] = 1,       \
    [7] = 1, [8] = 1, [11] = 1, [12] = 1, [14] = 1, [15] = 1, [16] = 1,  \
    [17] = 1, [18] = 1, [19] = 1, [20] = 1, [21] = 1, [22] = 1,          \
    [23] = 1, [24] = 1, [25] = 1, [26] = 1, [27] = 1, [28] = 1,          \
    [29] = 1, [30] = 1, [31] = 1

static const byte_table html_special = { ['&'] = 1, ['<'] = 1, ['>'] = 1 };
static const byte_table attr_special = {
    ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1,
};
/* 0xEF begins U+FFFE and U+FFFF, which XML forbids. */
static const byte_table xml_special = {
    ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1, CONTROLS,
    [0xEF] = 1,
};
/* `<` and 0xE2 (U+2028, U+2029) matter where JSON stands in a script. */
static const byte_table json_special = {
    ['"'] = 1, ['\\'] = 1, ['<'] = 1, ['\t'] = 1, ['\n'] = 1, ['\r'] = 1,
    CONTROLS, [0xE2] = 1,
};
static const byte_table csv_special = { ['"'] = 1, ['\n'] = 1, ['\r'] = 1 };
static const byte_table url_plain = {
    DIGITS, LETTERS, ['-'] = 1, ['.'] = 1, ['_'] = 1, ['~'] = 1,
};

/* Index of the next byte from `at` on that the table marks, or s.n. */
static size_t scan(const byte_table special, struct str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.p;
    for (; s.n - at >= 4; at += 4)
        if (special[p[at]] | special[p[at + 1]] | special[p[at + 2]]
            | special[p[at + 3]])
            break;
    while (at < s.n && !special[p[at]])
        at++;
    return at;
}

/* Copies up to the next marked byte; returns its index or s.n. */
static size_t copy_run(struct buf *buf, const byte_table special,
                       struct str s, size_t at)
{
    size_t to = scan(special, s, at);
    if (to > at)
        buf_add(buf, str_sub(s, at, to));
    return to;
}

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return "";
    }
}

static void add_entities(struct buf *buf, const byte_table special,
                         struct str s)
{
    size_t at = 0;
    while ((at = copy_run(buf, special, s, at)) < s.n)
        buf_addz(buf, entity(s.p[at++]));
}

void buf_html(struct buf *buf, struct str s)
{
    add_entities(buf, html_special, s);
}

static bool is_digit_at(struct str s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool is_blank_at(struct str s, size_t at)
{
    return at < s.n && s.p[at] == ' ';
}

void buf_prose(struct buf *buf, struct str s)
{
    const size_t dash = S("—").n;       /* and of the shorter one too */
    size_t from = 0;

    for (size_t at = 1; at + dash < s.n; at++) {
        struct str left = str_skip(s, at);

        if (s.p[at] != S("—").p[0])
            continue;
        if (str_starts(left, S("—")) && is_blank_at(s, at - 1) &&
            is_blank_at(s, at + dash)) {
            buf_html(buf, str_sub(s, from, at - 1));
            buf_addz(buf, "\u00a0");
            from = at;
        } else if (str_starts(left, S("–")) && is_digit_at(s, at - 1) &&
                   is_digit_at(s, at + dash)) {
            buf_html(buf, str_sub(s, from, at + dash));
            buf_addz(buf, "\u2060");
            from = at + dash;
        }
    }
    buf_html(buf, str_skip(s, from));
}

void buf_attr(struct buf *buf, struct str s)
{
    add_entities(buf, attr_special, s);
}

void buf_xml(struct buf *buf, struct str s)
{
    size_t at = 0;
    while ((at = copy_run(buf, xml_special, s, at)) < s.n) {
        struct str left = str_skip(s, at);
        if (str_starts(left, S("\xEF\xBF\xBE"))
            || str_starts(left, S("\xEF\xBF\xBF"))) {
            at += 3;
            continue;
        }
        if (s.p[at] == '\xEF')
            buf_char(buf, s.p[at]);
        else
            buf_addz(buf, entity(s.p[at]));
        at++;
    }
}

static void add_url(struct buf *buf, struct str s, bool slash)
{
    static const char hex[] = "0123456789ABCDEF";
    buf_reserve(buf, s.n * 3);
    char *to = buf->p + buf->n;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (url_plain[c] || (slash && c == '/')) {
            *to++ = s.p[i];
        } else {
            *to++ = '%';
            *to++ = hex[c >> 4];
            *to++ = hex[c & 15];
        }
    }
    *to = '\0';
    buf->n = (size_t)(to - buf->p);
}

void buf_url_path(struct buf *buf, struct str s)
{
    add_url(buf, s, true);
}

void buf_url_part(struct buf *buf, struct str s)
{
    add_url(buf, s, false);
}

static void json_byte(struct buf *buf, char c)
{
    static const char short_form[] = { ['\t'] = 't', ['\n'] = 'n',
                                       ['\r'] = 'r' };
    size_t i = (unsigned char)c;
    if (c == '"' || c == '\\') {
        buf_char(buf, '\\');
        buf_char(buf, c);
    } else if (i < sizeof short_form && short_form[i]) {
        buf_char(buf, '\\');
        buf_char(buf, short_form[i]);
    } else {
        buf_addf(buf, "\\u%04x", (unsigned)i);
    }
}

void buf_json(struct buf *buf, struct str s)
{
    size_t at = 0;
    buf_char(buf, '"');
    while ((at = copy_run(buf, json_special, s, at)) < s.n) {
        struct str left = str_skip(s, at);
        if (str_starts(left, S("\xE2\x80\xA8"))
            || str_starts(left, S("\xE2\x80\xA9"))) {
            buf_addz(buf, left.p[2] == '\xA8' ? "\\u2028" : "\\u2029");
            at += 3;
            continue;
        }
        if (s.p[at] == '\xE2')
            buf_char(buf, s.p[at]);
        else
            json_byte(buf, s.p[at]);
        at++;
    }
    buf_char(buf, '"');
}

void buf_csv(struct buf *buf, struct str s, char sep)
{
    size_t plain = 0;
    while (plain < s.n && s.p[plain] != sep
           && !csv_special[(unsigned char)s.p[plain]])
        plain++;
    if (plain == s.n) {
        buf_add(buf, s);
        return;
    }
    struct str rest = s;
    buf_char(buf, '"');
    while (rest.p) {
        buf_add(buf, str_cut(&rest, '"'));
        if (rest.p)
            buf_addz(buf, "\"\"");
    }
    buf_char(buf, '"');
}
