/*
 * num: exact decimal arithmetic and output; see num.h. Reading is in
 * num_parse.c.
 *
 * For every folder.
 */
#include "base/num.h"

#include "base/str.h"

#include <assert.h>
#include <string.h>

/* Wide enough for any product of two numbers and any quotient's numerator. */
__extension__ typedef __int128 wide;

#define SATURATED ((wide)1000000000000000000)
#define WIDE_DIGITS 39

/* 1 for negative exponents. */
static wide power(int exponent)
{
    static const int64_t small[] = {
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
        1000000000
    };
    wide value = 1;
    for (; exponent > NUM_SCALE_MAX; exponent -= NUM_SCALE_MAX)
        value *= small[NUM_SCALE_MAX];
    return exponent > 0 ? value * small[exponent] : value;
}

/* Division of wide numbers is a hundred times slower, and nearly none is. */
static bool is_narrow(wide value)
{
    return value <= INT64_MAX && value >= -INT64_MAX;
}

static wide magnitude(wide value)
{
    return value < 0 ? -value : value;
}

static wide divide_narrow(int64_t a, int64_t b)
{
    int64_t whole = a / b, rest = a % b < 0 ? -(a % b) : a % b;
    if (rest >= b - rest)
        whole += a < 0 ? -1 : 1;
    return whole;
}

/* Half away from zero; b > 0. */
static wide divide_rounded(wide a, wide b)
{
    if (is_narrow(a) && is_narrow(b))
        return divide_narrow((int64_t)a, (int64_t)b);
    wide whole = a / b, rest = magnitude(a % b);
    if (rest >= b - rest)
        whole += a < 0 ? -1 : 1;
    return whole;
}

static int limit_decimals(int decimals)
{
    if (decimals < 0)
        return 0;
    return decimals > NUM_SCALE_MAX ? NUM_SCALE_MAX : decimals;
}

/* All decimals that must go are rounded away in one step, so nothing is
 * rounded twice. */
static struct num fit_wide(wide v, int scale)
{
    int drop = scale > NUM_SCALE_MAX ? scale - NUM_SCALE_MAX : 0;
    while (drop < scale && magnitude(divide_rounded(v, power(drop)))
                               > SATURATED)
        drop++;
    v = divide_rounded(v, power(drop));
    if (v > SATURATED)
        v = SATURATED;
    if (v < -SATURATED)
        v = -SATURATED;
    return (struct num){ (int64_t)v, (uint8_t)(scale - drop) };
}

/* v / 10^scale with as many decimals as there is room for. */
static inline struct num fit(wide v, int scale)
{
    if (scale <= NUM_SCALE_MAX && v <= SATURATED && v >= -SATURATED)
        return (struct num){(int64_t)v, (uint8_t)scale};
    return fit_wide(v, scale);      /* hardly ever */
}

static int common_scale(struct num a, struct num b)
{
    return a.scale > b.scale ? a.scale : b.scale;
}

static wide at_scale(struct num a, int scale)
{
    return a.scale == scale ? a.v : (wide)a.v * power(scale - a.scale);
}

struct num num_int(int64_t value)
{
    return (struct num){ value, 0 };
}

int num_cmp_scaled(struct num a, struct num b)
{
    int scale = common_scale(a, b);
    wide x = at_scale(a, scale), y = at_scale(b, scale);
    return (x > y) - (x < y);
}

bool num_is_zero(struct num a)
{
    return a.v == 0;
}

struct num num_add(struct num a, struct num b)
{
    int scale = common_scale(a, b);
    return fit(at_scale(a, scale) + at_scale(b, scale), scale);
}

struct num num_sub(struct num a, struct num b)
{
    int scale = common_scale(a, b);
    return fit(at_scale(a, scale) - at_scale(b, scale), scale);
}

struct num num_neg(struct num a)
{
    return fit(-(wide)a.v, a.scale);
}

struct num num_abs(struct num a)
{
    return a.v < 0 ? num_neg(a) : a;
}

struct num num_mul(struct num a, struct num b)
{
    return fit((wide)a.v * b.v, a.scale + b.scale);
}

/* Numerator and positive denominator of 10^decimals * a / b. */
static void fraction(struct num a, struct num b, int decimals, wide *above,
                     wide *below)
{
    int shift = decimals + b.scale - a.scale;
    assert(b.v != 0);
    *above = (wide)a.v * power(shift);
    *below = (wide)b.v * power(-shift);
    if (*below < 0) {
        *above = -*above;
        *below = -*below;
    }
}

struct num num_div(struct num a, struct num b, int decimals)
{
    wide above, below;
    decimals = limit_decimals(decimals);
    fraction(a, b, decimals, &above, &below);
    return fit(divide_rounded(above, below), decimals);
}

struct num num_percent(int64_t part, int64_t whole, int decimals)
{
    wide above, below;
    decimals = limit_decimals(decimals);
    if (whole > 0 && part >= 0 && part < 10000000 && decimals <= 9)
        return fit(divide_narrow(part * 100 * (int64_t)power(decimals),
                                 whole), decimals);
    fraction(num_int(part), num_int(whole), decimals, &above, &below);
    return fit(divide_rounded(above * 100, below), decimals);
}

struct num num_percent_cut(int64_t part, int64_t whole, int decimals)
{
    wide above, below;
    decimals = limit_decimals(decimals);
    fraction(num_int(part), num_int(whole), decimals, &above, &below);
    return fit(above * 100 / below, decimals);
}

struct num num_round(struct num a, int decimals)
{
    decimals = limit_decimals(decimals);
    if (a.scale <= decimals)
        return a;
    wide v = divide_rounded(a.v, power(a.scale - decimals));
    return (struct num){ (int64_t)v, (uint8_t)decimals };
}

struct num num_trim(struct num a)
{
    while (a.scale > 0 && a.v % 10 == 0) {
        a.v /= 10;
        a.scale--;
    }
    return a;
}

double num_double(struct num a)
{
    return (double)a.v / (double)power(a.scale);
}

static void add_integer(struct buf *out, const char *digits, size_t n,
                        const struct num_style *style)
{
    bool grouped = style->group_from > 0 && n >= (size_t)style->group_from;
    size_t first = grouped ? (n - 1) % 3 + 1 : n;
    buf_add(out, (struct str){ digits, first });
    for (size_t i = first; i < n; i += 3) {
        buf_addz(out, style->group);
        buf_add(out, (struct str){ digits + i, 3 });
    }
}

void num_format(struct buf *out, struct num a, int decimals,
                const struct num_style *style)
{
    char digits[WIDE_DIGITS];
    size_t at = sizeof digits;
    decimals = limit_decimals(decimals);
    a = num_round(a, decimals);
    wide left = magnitude(at_scale(a, decimals));
    for (; !is_narrow(left); left /= 10)
        digits[--at] = (char)('0' + (int)(left % 10));
    uint64_t rest = (uint64_t)left;
    /* At least one digit before the mark. */
    while (rest || sizeof digits - at <= (size_t)decimals) {
        digits[--at] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    size_t whole = sizeof digits - at - (size_t)decimals;
    if (a.v < 0)
        buf_addz(out, style->minus);
    add_integer(out, digits + at, whole, style);
    if (decimals) {
        buf_addz(out, style->mark);
        buf_add(out, (struct str){ digits + at + whole, (size_t)decimals });
    }
}

void num_plain(struct buf *out, struct num a)
{
    static const struct num_style plain = { ".", "", "-", 0 };
    num_format(out, a, a.scale, &plain);
}
