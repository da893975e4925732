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

/* Length of the group mark at the start of `s`: blank, U+00A0, U+202F. */
static size_t group_mark(struct str s)
{
    if (s.n == 0)
        return 0;
    if (str_starts(s, S(" ")))
        return 1;
    if (str_starts(s, S("\xC2\xA0")))
        return 2;
    return str_starts(s, S("\xE2\x80\xAF")) ? 3 : 0;
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
    struct reading reading = { 0 };
    if (str_starts(s, S("-")))
        s = str_skip(s, 1);
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

/* Why it is not a number; `#` begins #Н/Д, #ДЕЛ/0! and ####. */
static enum num_parse refuse(struct str text)
{
    if (text.p[0] == '#' || is_month_cell(text) || is_scientific(text))
        return NUM_SPOILT;
    return NUM_BAD;
}

enum num_parse num_parse(struct str text, struct num *out, bool *percent)
{
    struct reading reading = { 0 };
    struct str s = text = str_trim(text);
    if (s.n == 0)
        return NUM_EMPTY;
    bool minus = str_starts(s, S("-"));
    if (minus)
        s = str_skip(s, 1);
    else if ((minus = str_starts(s, S("\xE2\x88\x92"))))
        s = str_skip(s, 3);

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
