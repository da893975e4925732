/*
 * observe: the store of raw numbers, as the tables gave them.
 *
 * For model/ and, outside it, for release/disclose.c alone: it takes the
 * store over and overwrites what may not be shown. tests/shape enforces it.
 */
#ifndef VITRINA_MODEL_OBSERVE_H
#define VITRINA_MODEL_OBSERVE_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"
#include "model/period.h"
#include "model/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WHOLE SIZE_MAX          /* in place of a school: the whole */

enum raw_state {
    RAW_ABSENT,                 /* no row */
    RAW_VALUE,
    RAW_EMPTY,                  /* a row without value and status */
    RAW_C, RAW_Z, RAW_X, RAW_Q  /* stated in the table */
};

enum flag { FLAG_NONE, FLAG_PROVISIONAL, FLAG_REVISED, FLAG_ESTIMATE };

/* One cell; 24 bytes, since there are millions. After the release `state` is
 * an enum state of release.h and hidden numbers are zero. */
struct cell_raw {
    int64_t value;              /* v of a struct num */
    int32_t numerator, n;       /* -1: not given */
    uint32_t line;              /* where it stands: see observe_pos */
    uint8_t scale, state, flag;
    uint8_t has;                /* bits: */
#define HAS_VALUE 1u
#define HAS_PERCENT 2u          /* written with % */
#define HAS_NOTE 4u             /* words in the side table */
#define HAS_SPARE 8u            /* for the release */
#define HAS_GUESS 16u           /* the numerator is the nearest of several */
#define HAS_FRACTION 32u        /* was written as a fraction of one */
#define HAS_FIRM 64u            /* for the release too */
#define HAS_OWN_N 128u          /* n stands in the row itself */
};

/* Words beside a cell, and the value of an indicator of words. */
struct cell_words {
    struct str note, reason, text;
};

/* Periods that values or targets of an indicator name, in order. */
const struct period *observe_periods(const struct store *store,
                                     size_t indicator, size_t *n);
/* The cell (school may be WHOLE), or NULL when there is no row. */
struct cell_raw *observe_cell(struct store *store, size_t indicator,
                              size_t school, size_t period);
/* The cells of OBSERVE_PAGE schools that lie together, among them `school`:
 * it is the one at school % OBSERVE_PAGE. NULL when none of them has a row.
 * For whoever goes through millions. */
#define OBSERVE_PAGE 64u
struct cell_raw *observe_page(const struct store *store, size_t indicator,
                              size_t school, size_t period);
/* The same, made when there is none. */
struct cell_raw *observe_make(struct store *store, size_t indicator,
                              size_t school, size_t period);
/* Schools that have a row of this indicator, ascending. */
const uint32_t *observe_schools(const struct store *store, size_t indicator,
                                size_t *n);
struct cell_words observe_words(const struct store *store, size_t indicator,
                                size_t school, size_t period);
/* Where the cell stands, for messages. */
struct pos observe_pos(const struct store *store, const struct cell_raw *cell);
/* The name of a cell in messages, and the cell of such a name. */
cell_key observe_key(const struct store *store, size_t indicator,
                     size_t school, size_t period);
struct cell_raw *observe_at(const struct store *store, cell_key key);

#endif
