/*
 * value: what the texts of a row of values.csv say: a number, a pair, yes or
 * no, words, or a state (R1.1, R1.2). Pure: nothing is reported here.
 *
 * For observe.c; value_pair for tests too.
 */
#ifndef VITRINA_MODEL_VALUE_H
#define VITRINA_MODEL_VALUE_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct indicator;

#define VALUE_GOOD MSG_COUNT        /* in place of a message: nothing wrong */

/* What a row says of one cell. */
struct said {
    uint8_t state, has;             /* of a struct cell_raw */
    struct num value;
    struct str text;                /* of an indicator of words (borrowed) */
    int64_t numerator, n;           /* -1: not given */
};

/*
 * Reads the value cell of an indicator into `said`, which stays as it was
 * when the cell is empty. Returns what is wrong with it: a message whose %1 is
 * the text and whose %2 the indicator's unit.
 */
enum msg value_read(struct str text, const struct indicator *about,
                    struct said *said);
/* A number of people, -1 when the cell is empty; false when it is none. */
bool value_people(struct str text, int64_t *out);
/* May a number of this indicator be written with a percent sign? */
bool value_takes_percent(const struct indicator *about);
/* A state by its letter or words; false when it is none. */
bool value_state(struct str text, uint8_t *state);

/* `42/21%`, `246/36,7`, `1/ 2,3`: count and share, never count and total.
 * False, and nothing is set, when it is no pair. */
bool value_pair(struct str text, int64_t *count, struct num *share,
                bool *percent);

#endif
