/*
 * table_encoding: the bytes of a CSV file as UTF-8. Windows-1251 has a table
 * of its own, so that the build depends on no converter of the system and a
 * bad byte has an exact place.
 *
 * Private to table.c and table_reader.c.
 */
#include "input/table_encoding.h"

#include <stdio.h>
#include <string.h>

#define SAMPLE_MAX 65536    /* bytes that the doubt about CP866 looks at */
#define DOUBT_MIN 8         /* fewer letters say nothing */
#define DOUBT_SURE 30       /* so many need no header to confirm them */
#define HIGH_BITS 0x8080808080808080u
#define AROUND 4096         /* bytes that tell UTF-16 */
#define WORD_RUN 4          /* letters that make a word of UTF-8 */

/* 0x80..0xBF; from 0xC0 on it is the alphabet in order. 0 = no character. */
static const uint16_t cp1251_low[64] = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021,
    0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
    0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
    0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7,
    0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
    0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
    0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
};

static uint32_t cp1251_code(unsigned char byte)
{
    if (byte < 0x80)
        return byte;
    if (byte < 0xC0)
        return cp1251_low[byte - 0x80];
    return 0x0410u + (byte - 0xC0u);
}

static unsigned char byte_at(struct str s, size_t i)
{
    return (unsigned char)s.p[i];
}

/* Without branches, for find_control. */
static unsigned char is_control(unsigned char c)
{
    return (unsigned char)((c < 0x20) & (c != '\t') & (c != '\n')
                           & (c != '\r')) | (c == 0x7F);
}

/*
 * Offset of the first control character, or s.n. Blocks of a fixed size with
 * one sum per block let the compiler use vector instructions.
 */
static size_t find_control(struct str s)
{
    size_t at = 0;
    while (s.n - at >= 64) {
        unsigned char bad = 0;
        for (size_t i = 0; i < 64; i++)
            bad = (unsigned char)(bad | is_control(byte_at(s, at + i)));
        if (bad)
            break;
        at += 64;
    }
    while (at < s.n && !is_control(byte_at(s, at)))
        at++;
    return at;
}

/* The same for U+0080..U+009F, which in UTF-8 mean a text decoded twice. */
static size_t find_c1(struct str s)
{
    size_t at = 0;
    while (at < s.n) {
        const char *p = memchr(s.p + at, 0xC2, s.n - at);
        if (!p)
            break;
        at = (size_t)(p - s.p);
        if (at + 1 < s.n && byte_at(s, at + 1) < 0xA0)
            return at;
        at++;
    }
    return s.n;
}

void table_advance(struct pos *at, struct str text, bool wide)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = byte_at(text, i);
        bool pair = c == '\r' && i + 1 < text.n && text.p[i + 1] == '\n';
        if (c == '\n' || (c == '\r' && !pair)) {
            at->line++;
            at->col = 1;
        } else if (!pair && !(wide && (c & 0xC0) == 0x80)) {
            at->col++;
        }
    }
}

static struct pos place_of(struct str file, struct str text, size_t offset,
                           bool wide)
{
    struct pos at = { .file = file, .line = 1, .col = 1 };
    table_advance(&at, str_sub(text, 0, offset), wide);
    return at;
}

static bool refuse_code(struct diag *diag, struct pos at, enum msg id,
                        const char *format, unsigned code)
{
    char name[16];
    snprintf(name, sizeof name, format, code);
    diag_add(diag, at, id, ARGS(str_of(name)));
    return false;
}

static bool check_controls(struct str file, struct str text, bool wide,
                           struct diag *diag)
{
    size_t at = find_control(text);
    if (at < text.n)
        return refuse_code(diag, place_of(file, text, at, wide),
                           MSG_TABLE_CONTROL, "U+%04X", byte_at(text, at));
    if (!wide)
        return true;
    at = find_c1(text);
    if (at < text.n)
        return refuse_code(diag, place_of(file, text, at, wide),
                           MSG_TABLE_CONTROL, "U+%04X",
                           byte_at(text, at + 1));
    return true;
}

static bool is_workbook(struct str bytes)
{
    return str_starts(bytes, S("PK\003\004"))
        || str_starts(bytes, S("\320\317\021\340"));
}

/* --- NFC --- */

/* Bytes that begin no character whose NFC differs: ASCII, U+0080..U+02FF and
 * most of Cyrillic. */
static bool is_plain_byte(unsigned char c)
{
    return (c < 0xCC) | ((c & 0xFE) == 0xD0);
}

bool table_maybe_not_nfc(struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = byte_at(text, i);
        if (is_plain_byte(c))
            continue;
        /* Dashes, quotes, № and the like, which every table has. */
        if (c == 0xE2 && i + 2 < text.n) {
            unsigned char c1 = byte_at(text, i + 1);
            unsigned char c2 = byte_at(text, i + 2);
            if ((c1 == 0x80 && c2 > 0x81) || (c1 == 0x84 && c2 == 0x96))
                continue;
        }
        return true;
    }
    return false;
}

/* One look at the whole file, so that most files never ask per cell. */
static void look_over(struct str text, struct decoded *out)
{
    unsigned char high = 0, odd = 0;
    size_t at = 0;
    for (; text.n - at >= 64; at += 64)
        for (size_t i = 0; i < 64; i++) {
            high = (unsigned char)(high | byte_at(text, at + i));
            odd = (unsigned char)(odd
                                  | !is_plain_byte(byte_at(text, at + i)));
        }
    for (; at < text.n; at++) {
        high = (unsigned char)(high | byte_at(text, at));
        odd = (unsigned char)(odd | !is_plain_byte(byte_at(text, at)));
    }
    out->ascii = high < 0x80;
    out->maybe_not_nfc = odd != 0;
}

static bool has_lone_cr(struct str text)
{
    size_t at = 0;
    while (at < text.n) {
        const char *cr = memchr(text.p + at, '\r', text.n - at);
        if (!cr)
            break;
        at = (size_t)(cr - text.p) + 1;
        if (at == text.n || text.p[at] != '\n')
            return true;
    }
    return false;
}

/* --- UTF-8 --- */

/*
 * A UTF-8 file with a spoilt byte must not turn into Windows-1251 silently,
 * nor one that was glued together from both. A Cyrillic word in UTF-8 is a run
 * of lead bytes and continuations; in Windows-1251 that would be «Р» or «С»
 * and a sign that is no letter, over and over.
 */
static bool has_utf8_words(struct str s)
{
    size_t run = 0;
    for (size_t at = 0; at + 1 < s.n && run < WORD_RUN;) {
        bool pair = (byte_at(s, at) & 0xFE) == 0xD0
                    && (byte_at(s, at + 1) & 0xC0) == 0x80;
        run = pair ? run + 1 : 0;
        at += pair ? 2 : 1;
    }
    return run == WORD_RUN;
}

static bool use_utf8(struct str file, struct str text, struct decoded *out,
                     struct diag *diag)
{
    out->text = text;
    out->lone_cr = has_lone_cr(text);
    look_over(text, out);
    return check_controls(file, text, true, diag);
}

static bool refuse_utf8(struct str file, struct str text, size_t bad,
                        struct diag *diag)
{
    return refuse_code(diag, place_of(file, text, bad, true),
                       MSG_TABLE_UTF8, "0x%02X", byte_at(text, bad));
}

/* --- UTF-16 --- */

/* Every other byte of UTF-16 is 0x00 (ASCII) or 0x04 (Cyrillic), which no
 * table of bytes has. */
static bool is_bare_utf16(struct str bytes)
{
    size_t high[2] = {0};
    struct str sample = str_sub(bytes, 0, AROUND);
    for (size_t i = 0; i < sample.n; i++)
        high[i % 2] += sample.p[i] == 0 || sample.p[i] == 4;
    size_t most = high[0] > high[1] ? high[0] : high[1];
    return sample.n > 1 && most >= sample.n / 4 + 1;
}

static uint32_t unit_at(struct str s, size_t at, bool big)
{
    unsigned a = byte_at(s, at), b = byte_at(s, at + 1);
    return big ? a << 8 | b : b << 8 | a;
}

/* The code point at `*at`, which moves on; UTF8_BAD for half a pair. */
static uint32_t utf16_next(struct str s, size_t *at, bool big)
{
    if (s.n - *at < 2)
        return UTF8_BAD;
    uint32_t unit = unit_at(s, *at, big);
    *at += 2;
    if (unit < 0xD800 || unit > 0xDFFF)
        return unit;
    if (unit > 0xDBFF || s.n - *at < 2)
        return UTF8_BAD;
    uint32_t low = unit_at(s, *at, big);
    if (low < 0xDC00 || low > 0xDFFF)
        return UTF8_BAD;
    *at += 2;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

static bool decode_utf16(struct str file, struct str bytes, bool big,
                         struct decoded *out, struct diag *diag)
{
    out->name = big ? "UTF-16BE" : "UTF-16LE";
    for (size_t at = 0; at < bytes.n;) {
        uint32_t code = utf16_next(bytes, &at, big);
        if (code == UTF8_BAD) {
            struct str good = buf_str(&out->own);
            diag_add(diag, place_of(file, good, good.n, true),
                     MSG_TABLE_UTF16, NULL);
            return false;
        }
        utf8_add(&out->own, code);
    }
    return use_utf8(file, buf_str(&out->own), out, diag);
}

/* --- Windows-1251 --- */

/* How often а..я occur in Russian, in ten-thousandths. */
static const uint16_t letter_weight[32] = {
    801, 159, 454, 170, 298, 845, 94, 165, 735, 121, 349, 440, 321, 670,
    1097, 281, 473, 547, 626, 262, 26, 97, 48, 144, 73, 36, 4, 190, 174, 32,
    64, 201,
};

static unsigned weigh_cp1251(unsigned char c)
{
    return c < 0xC0 ? 0 : letter_weight[(c - 0xC0) % 32];
}

static unsigned weigh_cp866(unsigned char c)
{
    if (c < 0xB0)
        return letter_weight[(c - 0x80) % 32];
    return c >= 0xE0 && c < 0xF0 ? letter_weight[c - 0xE0 + 16] : 0;
}

static unsigned weigh_koi8(unsigned char c)
{
    static const unsigned char order[32] = {
        30, 0, 1, 22, 4, 5, 20, 3, 21, 8, 9, 10, 11, 12, 13, 14,
        15, 31, 16, 17, 18, 19, 6, 2, 28, 27, 7, 24, 29, 25, 23, 26,
    };
    return c < 0xC0 ? 0 : letter_weight[order[(c - 0xC0) % 32]];
}

/*
 * Would another code page make better Russian of the bytes? Capitals count as
 * small letters: the case says nothing, a header may be in capitals. A third
 * better is never seen in real texts of 30 letters.
 */
static void doubt_cp1251(struct str bytes, struct decoded *out)
{
    size_t letters = 0, cp1251 = 0, cp866 = 0, koi8 = 0;
    for (size_t i = 0; i < bytes.n && i < SAMPLE_MAX; i++) {
        unsigned char c = byte_at(bytes, i);
        if (c < 0x80)
            continue;
        letters++;
        cp1251 += weigh_cp1251(c);
        cp866 += weigh_cp866(c);
        koi8 += weigh_koi8(c);
    }
    size_t other = cp866 > koi8 ? cp866 : koi8;
    if (letters < DOUBT_MIN || other * 10 < cp1251 * 11)
        return;
    out->doubt = other == cp866 ? "CP866" : "KOI8-R";
    out->doubt_sure = letters >= DOUBT_SURE && other * 10 >= cp1251 * 13;
}

bool table_report_doubt(struct str file, const struct decoded *decoded,
                        struct diag *diag)
{
    diag_add(diag, (struct pos){ .file = file }, MSG_TABLE_DOUBT,
             ARGS(str_of(decoded->doubt)));
    return false;
}

/* UTF-8 forms of all 256 bytes. */
struct forms {
    unsigned char n[256];
    char bytes[256][4];
};

static void make_forms(struct forms *forms)
{
    for (unsigned c = 0; c < 256; c++) {
        uint32_t code = cp1251_code((unsigned char)c);
        char *to = forms->bytes[c];
        if (code < 0x80) {
            forms->n[c] = 1;
            to[0] = (char)code;
        } else if (code < 0x800) {
            forms->n[c] = 2;
            to[0] = (char)(0xC0 | code >> 6);
            to[1] = (char)(0x80 | (code & 0x3F));
        } else {
            forms->n[c] = 3;
            to[0] = (char)(0xE0 | code >> 12);
            to[1] = (char)(0x80 | (code >> 6 & 0x3F));
            to[2] = (char)(0x80 | (code & 0x3F));
        }
    }
}

/* Writes `bytes` as UTF-8 at `to`, and up to seven bytes more. */
static char *put_forms(char *to, struct str bytes, const struct forms *forms)
{
    uint64_t word;
    for (size_t i = 0; i < bytes.n;) {
        if (bytes.n - i >= sizeof word) {
            memcpy(&word, bytes.p + i, sizeof word);
            if ((word & HIGH_BITS) == 0) {
                memcpy(to, &word, sizeof word);
                to += sizeof word;
                i += sizeof word;
                continue;
            }
        }
        unsigned char c = byte_at(bytes, i++);
        memcpy(to, forms->bytes[c], 4);
        to += forms->n[c];
    }
    return to;
}

static bool decode_cp1251(struct str file, struct str bytes,
                          struct decoded *out, struct diag *diag)
{
    out->name = "Windows-1251";
    doubt_cp1251(bytes, out);
    if (!check_controls(file, bytes, false, diag))
        return false;
    const char *hole = memchr(bytes.p, 0x98, bytes.n);
    if (hole && out->doubt)
        return table_report_doubt(file, out, diag);
    if (hole)
        return refuse_code(diag,
                           place_of(file, bytes, (size_t)(hole - bytes.p),
                                    false),
                           MSG_TABLE_CP1251, "0x%02X", 0x98);
    struct forms forms = { .n = {0} };
    size_t high = 0;
    make_forms(&forms);
    for (size_t i = 0; i < bytes.n; i++)
        high += byte_at(bytes, i) >> 7;
    buf_reserve(&out->own, bytes.n + 2 * high + 8);
    char *end = put_forms(out->own.p, bytes, &forms);
    *end = '\0';
    out->own.n = (size_t)(end - out->own.p);
    out->text = buf_str(&out->own);
    out->lone_cr = has_lone_cr(out->text);
    return true;
}

bool table_decode(struct str file, struct str bytes, struct decoded *out,
                  struct diag *diag)
{
    *out = (struct decoded){ .text = bytes, .name = "UTF-8" };
    if (is_workbook(bytes)) {
        diag_add(diag, (struct pos){ .file = file }, MSG_TABLE_WORKBOOK, NULL);
        return false;
    }
    if (str_starts(bytes, S("\xFF\xFE")))
        return decode_utf16(file, str_skip(bytes, 2), false, out, diag);
    if (str_starts(bytes, S("\xFE\xFF")))
        return decode_utf16(file, str_skip(bytes, 2), true, out, diag);
    if (is_bare_utf16(bytes)) {
        diag_add(diag, (struct pos){ .file = file }, MSG_TABLE_UTF16_BARE,
                 NULL);
        return false;
    }
    struct str text = bytes;
    if (str_starts(bytes, S("\xEF\xBB\xBF"))) {
        out->name = "UTF-8, BOM";
        text = str_skip(bytes, 3);
    }
    size_t bad = utf8_valid(text);
    if (bad == text.n)
        return use_utf8(file, text, out, diag);
    if (text.n != bytes.n || has_utf8_words(text))
        return refuse_utf8(file, text, bad, diag);
    return decode_cp1251(file, bytes, out, diag);
}
