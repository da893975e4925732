/*
 * num_parse: numbers as people and Excel write them (R4.3, R4.5); see num.h.
 *
 * For every folder.
 */
#include "base/num.h"

#include "base/str.h"

#include <string.h>

#define DIGITS_MAX 18

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* U+00A0, U+2000..U+200A (thin, figure and the like), U+202F, a blank. */
static bool is_space(uint32_t code)
{
    return code == ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A)
        || code == 0x202F;
}

/* Length of the group mark at the start of `s`, or 0. */
static size_t group_mark(struct str s)
{
    size_t at = 0;
    return s.n && is_space(utf8_next(s, &at)) ? at : 0;
}

/* Length of the minus at the start of `s`: U+2212, or any dash. */
static size_t minus_sign(struct str s)
{
    size_t at = 0;
    uint32_t code = utf8_next(s, &at);
    return code == '-' || code == 0x2212 || (code >= 0x2010 && code <= 0x2015)
               ? at : 0;
}

static size_t count_digits(struct str s)
{
    size_t n = 0;
    while (n < s.n && is_digit(s.p[n]))
        n++;
    return n;
}

/* The digits of a number under way; too many are counted, not kept. */
struct reading {
    int64_t v;
    size_t digits;          /* without zeros in front */
    size_t decimals;
};

static void take(struct reading *reading, struct str *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char c = s->p[i];
        if (reading->digits == 0 && c == '0')
            continue;
        if (++reading->digits <= DIGITS_MAX)
            reading->v = reading->v * 10 + (c - '0');
    }
    *s = str_skip(*s, n);
}

/* `1234` or `1 234`: behind a first group of at most three digits others of
 * exactly three may follow. False when it is neither. */
static bool read_whole(struct reading *reading, struct str *s)
{
    size_t n = count_digits(*s);
    if (n == 0)
        return false;
    take(reading, s, n);
    bool grouped = false;
    for (;;) {
        size_t mark = group_mark(*s);
        struct str behind = str_skip(*s, mark);
        if (mark == 0 || count_digits(behind) == 0)
            return true;
        if ((!grouped && n > 3) || count_digits(behind) != 3)
            return false;
        grouped = true;
        take(reading, &behind, 3);
        *s = behind;
    }
}

static bool read_decimals(struct reading *reading, struct str *s)
{
    if (!str_starts(*s, S(",")) && !str_starts(*s, S(".")))
        return true;
    *s = str_skip(*s, 1);
    reading->decimals = count_digits(*s);
    take(reading, s, reading->decimals);
    return reading->decimals > 0;
}

/* One of Excel's short month names, in any case. */
static bool is_month(struct str s)
{
    static const char *const months[] = {
        "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг",
        "сен", "сент", "окт", "ноя", "нояб", "дек", "jan", "feb", "mar",
        "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    };
    char lower[sizeof "нояб"];
    size_t n = 0, at = 0;
    while (at < s.n && n + 2 < sizeof lower) {
        uint32_t code = utf8_next(s, &at);
        if (code >= 'A' && code <= 'Z')
            code += 'a' - 'A';
        if (code >= 0x410 && code <= 0x42F)
            code += 0x20;
        if (code < 0x80) {
            lower[n++] = (char)code;
        } else if (code >= 0x430 && code <= 0x44F) {
            lower[n++] = (char)(0xC0 | code >> 6);
            lower[n++] = (char)(0x80 | (code & 0x3F));
        } else {
            return false;
        }
    }
    if (at < s.n)
        return false;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (str_is((struct str){ lower, n }, months[i]))
            return true;
    return false;
}

/* `янв.22`, `01.фев`, `22-Jan`, `01.янв.22`: Excel took a number for a date:
 * pieces between dots or hyphens, one a month, the others digits. */
static bool is_month_cell(struct str s)
{
    char mark = str_find_char(s, '.') >= 0 ? '.' : '-';
    size_t pieces = 0, month = 0;
    while (s.p) {
        struct str piece = str_cut(&s, mark);
        pieces++;
        if (piece.n && count_digits(piece) == piece.n)
            continue;
        if (++month > 1 || !is_month(piece))
            return false;
    }
    return month == 1 && (pieces == 2 || pieces == 3);
}

/* `1,23E+05`: rounded for display, the digits are lost. */
static bool is_scientific(struct str s)
{
    struct reading reading = {0};
    s = str_skip(s, minus_sign(s));
    if (!read_whole(&reading, &s) || !read_decimals(&reading, &s))
        return false;
    if (str_starts(s, S("E")) || str_starts(s, S("e")))
        s = str_skip(s, 1);
    else if (str_starts(s, S("Е")) || str_starts(s, S("е")))
        s = str_skip(s, 2);
    else
        return false;
    if (!str_starts(s, S("+")) && !str_starts(s, S("-")))
        return false;
    s = str_skip(s, 1);
    return s.n && count_digits(s) == s.n;
}

/* What Excel writes where a formula has no result; since 2019 #ПЕРЕНОС! too.
 * Other words behind a # are somebody's own. */
static bool is_failure(struct str s)
{
    static const char *const words[] = {
        "#Н/Д", "#ДЕЛ/0!", "#ЗНАЧ!", "#ССЫЛКА!", "#ИМЯ?", "#ЧИСЛО!",
        "#ПУСТО!", "#ПЕРЕНОС!", "#N/A", "#DIV/0!", "#VALUE!", "#REF!",
        "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(s, words[i]))
            return true;
    return false;
}

static bool is_hashes(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == '#')
        n++;
    return n > 1 && n == s.n;
}

enum num_damage num_damage(struct str text)
{
    text = str_trim(text);
    if (text.n == 0)
        return NUM_INTACT;
    if (text.p[0] == '#')
        return is_hashes(text)    ? NUM_NARROW
               : is_failure(text) ? NUM_FAILED
                                  : NUM_INTACT;
    return is_month_cell(text)   ? NUM_DATED
           : is_scientific(text) ? NUM_ROUNDED
                                 : NUM_INTACT;
}

/* 01.02.2022, 01.02.22: no number, so it was made of `1.2` or the like. */
static bool is_date_cell(struct str s)
{
    size_t digits[3] = {0};
    for (size_t i = 0; i < 3; i++) {
        struct str piece = str_cut(&s, '.');
        digits[i] = count_digits(piece);
        if (digits[i] != piece.n)
            return false;
    }
    return !s.p && digits[0] - 1 < 2 && digits[1] == 2
        && (digits[2] == 2 || digits[2] == 4);
}

static enum num_parse refuse(struct str text)
{
    return num_damage(text) != NUM_INTACT || is_date_cell(text) ? NUM_SPOILT
                                                                : NUM_BAD;
}

/* Nearly all numbers of a large table: a few digits and nothing else. */
static bool read_short(struct str s, struct num *out)
{
    int64_t v = 0;
    if (s.n == 0 || s.n > 9)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i]))
            return false;
        v = v * 10 + (s.p[i] - '0');
    }
    *out = (struct num){ .v = v };
    return true;
}

enum num_parse num_parse(struct str text, struct num *out, bool *percent)
{
    struct reading reading = {0};
    if (percent)
        *percent = false;
    if (read_short(text, out))
        return NUM_OK;
    struct str s = text = str_trim(text);
    if (s.n == 0)
        return NUM_EMPTY;
    size_t minus = minus_sign(s);
    s = str_skip(s, minus);
    if (!read_whole(&reading, &s) || !read_decimals(&reading, &s))
        return refuse(text);
    struct str tail = str_trim(s);
    if (tail.n ? !str_is(tail, "%") : s.n > 0)
        return refuse(text);
    if (reading.digits > DIGITS_MAX || reading.decimals > NUM_SCALE_MAX)
        return NUM_RANGE;
    out->v = minus ? -reading.v : reading.v;
    out->scale = (uint8_t)reading.decimals;
    if (percent)
        *percent = tail.n > 0;
    return NUM_OK;
}
