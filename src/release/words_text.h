/*
 * words_text: what all sentences share: no-break spaces, numbers and fills as
 * slices. For words*.c only.
 */
#ifndef VITRINA_RELEASE_WORDS_TEXT_H
#define VITRINA_RELEASE_WORDS_TEXT_H

#include "base/num.h"
#include "base/str.h"
#include "model/catalog.h"
#include "release/words.h"

#define NBSP "\xC2\xA0"

/*
 * Puts no-break spaces into what was written from `from` on (reader 4.1):
 * after the words of glue.after, before a number after those of glue.before,
 * and between a number and those of glue.number. Twice is as good as once.
 */
void words_glue(struct buf *out, size_t from, const struct lexicon *lexicon);
/* All blanks from `from` on become no-break: dates, numbers with units. */
void words_tie(struct buf *out, size_t from);

/* The first letter from `from` on becomes a capital: ASCII and Russian. */
void words_capital(struct buf *out, size_t from);

/* `key` filled in and glued; a blank before it unless at `from`. */
void words_sentence(struct buf *out, size_t from,
                    const struct lexicon *lexicon, const char *key,
                    const struct fill *fills, size_t n);

/* Number into a buffer that is cleared before: for fills. Negative decimals:
 * as many as it has. */
struct str words_number_in(struct buf *buf, const struct lexicon *lexicon,
                           struct num value, int decimals);

/* The record behind the index. */
const struct indicator *words_indicator(const struct words *words,
                                        size_t indicator);

/* What an indicator of kind text says there: its note, since it has no number;
 * empty when nothing may be told. */
struct str words_text_of(const struct indicator *about, struct fact fact);

/* «не менее 85», «не более 6», «до 38»: a target of one number with its words,
 * but without its unit. */
void words_bound(struct buf *out, const struct words *words,
                 const struct target *target);

/* What a target wants of a value, its operator and the indicator's direction
 * taken together. A bare number with direction range is a range of one. */
enum sense { SENSE_NONE, SENSE_AT_LEAST, SENSE_AT_MOST, SENSE_RANGE,
             SENSE_YES };
enum sense words_sense(const struct target *target, int direction);
/* The upper end of a range. */
struct num words_high(const struct target *target);

#endif
