/*
 * num: exact decimal numbers, as people write them in tables.
 *
 * For every folder. A number is v / 10^scale; nothing is ever a binary
 * fraction, so 36,7 stays 36,7. Rounding is half away from zero (R6.3).
 */
#ifndef VITRINA_BASE_NUM_H
#define VITRINA_BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str;
struct buf;

#define NUM_SCALE_MAX 9

struct num {
    int64_t v;
    uint8_t scale;      /* 0..NUM_SCALE_MAX digits after the mark */
};

enum num_parse {
    NUM_OK,
    NUM_EMPTY,          /* nothing but blanks */
    NUM_BAD,            /* not a number */
    NUM_SPOILT,         /* Excel's damage: see num_damage; or a date */
    NUM_RANGE           /* more than 18 digits or 9 decimals */
};

/* What Excel makes of a cell when it saves it (R4.5). */
enum num_damage {
    NUM_INTACT,
    NUM_DATED,          /* янв.22, 01.фев: a number taken for a date */
    NUM_NARROW,         /* ####: the column was too narrow */
    NUM_FAILED,         /* #Н/Д, #ДЕЛ/0!: a formula without a result */
    NUM_ROUNDED         /* 1,23E+05: its digits are lost */
};

struct num num_int(int64_t value);
/*
 * Reads `36,7`, `36.7`, `1 234,5` (any kind of space between groups of
 * three), `-5`, with any dash as minus (R4.3). Both comma and point are
 * decimal marks, never group marks. A trailing `%` is accepted and told in
 * *percent (may be NULL).
 */
enum num_parse num_parse(struct str text, struct num *out, bool *percent);
/* Of a whole cell of any column, one of words too. */
enum num_damage num_damage(struct str text);

int num_cmp_scaled(struct num a, struct num b);
/* Below 0, 0, above 0. Most numbers have as many decimals as their
 * neighbours. */
static inline int num_cmp(struct num a, struct num b)
{
    return a.scale == b.scale ? (a.v > b.v) - (a.v < b.v)
                              : num_cmp_scaled(a, b);
}
bool num_is_zero(struct num a);
/* Results of more than 18 digits lose decimals, rounded, until they fit; what
 * has none left saturates at +-10^18. */
struct num num_add(struct num a, struct num b);
struct num num_sub(struct num a, struct num b);
struct num num_neg(struct num a);
struct num num_abs(struct num a);
/* a * b exactly where it fits NUM_SCALE_MAX decimals, else rounded to it. */
struct num num_mul(struct num a, struct num b);
/* a / b rounded to `decimals`; b must not be zero. */
struct num num_div(struct num a, struct num b, int decimals);
/* 100 * part / whole rounded (or cut, towards zero) to `decimals`; whole must
 * not be zero. */
struct num num_percent(int64_t part, int64_t whole, int decimals);
struct num num_percent_cut(int64_t part, int64_t whole, int decimals);
struct num num_round(struct num a, int decimals);
struct num num_trim(struct num a);                  /* no trailing zeros */
double num_double(struct num a);                    /* drawing only */

/* `-1234.5`: machine form, point, ASCII minus, no groups. */
void num_plain(struct buf *out, struct num a);
/*
 * Machine form with exactly `decimals` digits after `mark` and groups joined
 * by `group` from `group_from` digits on (0 = never); minus as `minus`.
 * Trailing zeros are kept. Languages choose the arguments (release/words).
 */
struct num_style {
    const char *mark, *group, *minus;
    int group_from;
};
void num_format(struct buf *out, struct num a, int decimals,
                const struct num_style *style);

#endif
