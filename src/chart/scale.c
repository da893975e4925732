/*
 * scale: arithmetic of charts.
 *
 * For chart/, see scale.h.
 */
#include "chart/scale.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

/* Whole part downwards and upwards; arguments are small (ratios of values
 * to steps), so int64 holds them. */
static int64_t floor_of(double value)
{
    int64_t n = (int64_t)value;

    return (double)n > value ? n - 1 : n;
}

static int64_t ceil_of(double value)
{
    int64_t n = (int64_t)value;

    return (double)n < value ? n + 1 : n;
}

/* The power of ten at or below `value`; exponent in *power. */
static double ten_below(double value, int *power)
{
    double ten = 1;
    int n = 0;

    while (ten * 10 <= value) {
        ten *= 10;
        n++;
    }
    /* 1 / 10^n rather than repeated division: the nearest double. */
    if (value < 1) {
        double inverse = 1;

        while (1 / inverse > value) {
            inverse *= 10;
            n--;
        }
        ten = 1 / inverse;
    }
    *power = n;
    return ten;
}

struct ticks scale_ticks(double lo, double hi, int parts, bool whole)
{
    static const double factors[] = { 1, 2, 2.5, 5, 10 };
    struct ticks ticks = { .n = 0 };
    int power;
    double raw, ten, step = 1;
    size_t q = 0;

    if (!(hi > lo))
        hi = lo + 1;
    raw = (hi - lo) / parts;
    if (whole && raw < 1)
        raw = 1;
    ten = ten_below(raw, &power);
    while (q < 4 && (raw / ten > factors[q] || (whole && q == 2 && power < 1)))
        q++;
    step = factors[q] * ten;
    if (q == 4)
        power++;
    ticks.decimals = power < 0 ? -power : 0;
    if (q == 2)
        ticks.decimals = power < 1 ? 1 - power : 0;
    for (int64_t i = floor_of(lo / step + 1e-9);
         i <= ceil_of(hi / step - 1e-9) && ticks.n < TICKS_MAX; i++)
        ticks.at[ticks.n++] = (double)i * step;
    return ticks;
}

/* --- widths --- */

/* In em, after DejaVu Sans, the widest font a browser is likely to take. */
static double advance(uint32_t code)
{
    switch (code) {
    case ' ': case '.': case ',': case ':': case ';': case '(': case ')':
    case '!': case '/': case '|': case '-': case '\'':
    case 0xA0: case 0x202F:
        return 0.39;
    case u'м': case u'д': case u'ц': case u'ъ':
        return 0.76;
    case '%':
    case u'ж': case u'ш': case u'щ': case u'ю': case u'ы': case u'ф':
        return 0.95;
    case u'№':
        return 1.07;
    case u'Ж': case u'Ш': case u'Щ': case u'Ю': case u'Ы': case u'Ф':
    case u'М': case 'm': case 'w': case 'M': case 'W':
        return 1.1;
    case u'«': case u'»': case u'₽': case u'ё':
        return 0.67;
    case u'Ё':
        return 0.78;
    }
    if (code >= '0' && code <= '9')
        return 0.64;
    if (code >= u'а' && code <= u'я')
        return 0.67;
    if ((code >= u'А' && code <= u'Я') || (code >= 'A' && code <= 'Z'))
        return 0.78;
    if (code >= 'a' && code <= 'z')
        return 0.62;
    return 1.1;                 /* dashes, signs, other scripts */
}

double scale_width(struct str text, double size)
{
    double width = 0;
    size_t at = 0;

    while (at < text.n)
        width += advance(utf8_next(text, &at));
    return width * size;
}

struct str scale_fit(struct str text, double size, double width,
                     struct buf *out)
{
    struct str dots = S("…");
    double room = width - scale_width(dots, size), used = 0;
    size_t at = 0, kept = 0;

    if (scale_width(text, size) <= width)
        return text;
    while (at < text.n) {
        used += advance(utf8_next(text, &at)) * size;
        if (used > room)
            break;
        kept = at;
    }
    buf_clear(out);
    buf_add(out, str_trim(str_sub(text, 0, kept)));
    buf_add(out, dots);
    return buf_str(out);
}

size_t scale_fold(struct str text, double size, double width,
                  struct str *lines, size_t max)
{
    size_t n = 0;

    text = str_trim(text);
    while (text.n > 0 && n + 1 < max) {
        size_t end = 0;             /* of the words that fit */

        for (size_t at = 0; at <= text.n; at++) {
            if (at < text.n && text.p[at] != ' ')
                continue;
            if (end > 0 &&
                scale_width(str_sub(text, 0, at), size) > width)
                break;
            end = at;
        }
        lines[n++] = str_trim(str_sub(text, 0, end));
        text = str_trim(str_skip(text, end));
    }
    if (text.n > 0 && max > 0)
        lines[n++] = text;
    return n;
}

/* --- spreading --- */

/* Order of the labels by place; stable. */
static void sort_order(const double *y, size_t n, size_t *order)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = i;

        for (; at > 0 && y[order[at - 1]] > y[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

void scale_spread(double *y, size_t n, double lo, double hi, double height)
{
    size_t order[SPREAD_MAX], count[SPREAD_MAX], blocks = 0, next = 0;
    double mean[SPREAD_MAX], top;

    assert(n <= SPREAD_MAX);
    if (n == 0)
        return;
    sort_order(y, n, order);
    /* Pool adjacent violators: without their heights the labels must not
     * decrease; neighbours that do are given their common mean. */
    for (size_t i = 0; i < n; i++) {
        mean[blocks] = y[order[i]] - (double)i * height;
        count[blocks++] = 1;
        while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
            double a = (double)count[blocks - 2];
            double b = (double)count[blocks - 1];

            mean[blocks - 2] = (mean[blocks - 2] * a +
                                mean[blocks - 1] * b) / (a + b);
            count[blocks - 2] += count[blocks - 1];
            blocks--;
        }
    }
    top = hi - (double)(n - 1) * height;
    for (size_t b = 0; b < blocks; b++) {
        double z = mean[b] < lo ? lo : mean[b] > top ? top : mean[b];

        for (size_t k = 0; k < count[b]; k++, next++)
            y[order[next]] = z + (double)next * height;
    }
}
