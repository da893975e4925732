/*
 * words: numbers, dates and sentences as readers see them (reader 4), in the
 * language and with the words of the theme. All text is plain (not HTML) with
 * no-break spaces in place; deterministic.
 *
 * For chart/ and render/.
 */
#ifndef VITRINA_RELEASE_WORDS_H
#define VITRINA_RELEASE_WORDS_H

#include "base/num.h"
#include "base/str.h"
#include "model/catalog.h"
#include "model/lexicon.h"
#include "model/period.h"
#include "release/progress.h"
#include "release/release.h"

/* What sentences are made from: borrowed, shared by all pages. */
struct words {
    const struct lexicon *lexicon;
    const struct release *release;
};

/* --- numbers and dates (reader 4.2) --- */
/* Exactly `decimals` digits; negative: as many as the value has. */
void words_number(struct buf *out, const struct lexicon *lexicon,
                  struct num value, int decimals);
/* 1 школа, 2 школы, 1,5 школы: number, no-break space, form of `key`. */
void words_count(struct buf *out, const struct lexicon *lexicon,
                 const char *key, struct num n);
/* 5 июня 2016 года; 05.06.2016. */
void words_date(struct buf *out, const struct lexicon *lexicon, date d);
void words_date_short(struct buf *out, const struct lexicon *lexicon, date d);
/* A period as «2025 год», «2025/26 учебный год»; and in its other forms: */
void words_period(struct buf *out, const struct lexicon *lexicon,
                  struct period period);
/* «2025», «2025/26», «май 2025», «I кв. 2025»: columns and axes. */
void words_period_short(struct buf *out, const struct lexicon *lexicon,
                        struct period period);
/* «2025 года», «2025/26 учебного года». */
void words_period_gen(struct buf *out, const struct lexicon *lexicon,
                      struct period period);
/* «чем в 2023 году», «во 2-м полугодии 2025 года», «5 июня 2016 года». */
void words_period_in(struct buf *out, const struct lexicon *lexicon,
                     struct period period);
/* «с 2023 года», «со 2-го полугодия 2024 года». */
void words_period_since(struct buf *out, const struct lexicon *lexicon,
                        struct period period);
/* «данных за 2025 год», «на 5 июня 2016 года». */
void words_period_for(struct buf *out, const struct lexicon *lexicon,
                      struct period period);
/* «цель на 2025 год». */
void words_period_on(struct buf *out, const struct lexicon *lexicon,
                     struct period period);
/* «цель 2025 года», «на май 2025 года». */
void words_period_of(struct buf *out, const struct lexicon *lexicon,
                     struct period period);
/* «11,2 млн ₽» from an amount in the unit of finance.csv (руб., тыс. руб.,
 * млн руб.; other units are printed as they are). */
void words_money(struct buf *out, const struct lexicon *lexicon,
                 struct num amount, struct str unit);

/* --- cells --- */
/* A value in its indicator's unit: «36,7 %», «3,5», «42 школы», «да». */
void words_value(struct buf *out, const struct words *words,
                 size_t indicator, struct num value);
/* A table's cell: the value («13 из 18», with «предв.»), or the short reason
 * (reader 4.3). Never empty. */
void words_cell(struct buf *out, const struct words *words, size_t indicator,
                struct fact fact);
/* The same in large print: «67 из 100» where the headline says it so. */
void words_big(struct buf *out, const struct words *words, size_t indicator,
               struct fact fact);
/* The sentence that stands in place of a value that is not there. */
void words_reason(struct buf *out, const struct words *words,
                  size_t indicator, size_t school, struct period period,
                  struct fact fact);
/* «не более 5 %», «85 %», «от 2 до 3»: a target as a reader sees it; the
 * indicator's direction gives a bare one its words. */
void words_target(struct buf *out, const struct words *words,
                  const struct target *target);

/* --- sentences --- */
/* Headline of an indicator for a school or RELEASE_WHOLE (reader 4.1) for
 * period index `period`; all clauses. */
void words_headline(struct buf *out, const struct words *words,
                    size_t indicator, size_t school, size_t period);
/* Of these the value and its target. */
void words_brief(struct buf *out, const struct words *words, size_t indicator,
                 size_t school, size_t period);
/* «Из 9 показателей программы школа достигла целей по 5, ...»; for a school
 * or RELEASE_WHOLE of one programme. Empty when nothing can be said. */
void words_lead(struct buf *out, const struct words *words, size_t programme,
                size_t school);
/* «цель достигнута», «приближаемся», ... */
struct str words_status(const struct words *words, enum status status);
/* «66,7 ≥ 65: цель достигнута. Степень достижения 66,7 / 65 = 1,026.» Empty
 * when there is no target. */
void words_arithmetic(struct buf *out, const struct words *words,
                      size_t indicator, const struct progress *progress);
/* «выполнено», «в работе», «сведений о выполнении нет», ... */
struct str words_done(const struct words *words, int done);
/* «район» etc., or «по школам программы» where those alone are meant. */
struct str words_whole(const struct words *words, size_t programme);
/* The same after «в среднем»: «по району», «по школам программы». */
void words_by_whole(struct buf *out, const struct words *words,
                    size_t programme);
/* «Учтено детей: 72; возможный разброс — от 55 до 76 из 100.» for captions,
 * and below 30 what one of them makes; empty unless a shown share with n. */
void words_spread(struct buf *out, const struct words *words,
                  size_t indicator, struct fact fact);
/* «У половины школ — от 58 до 69 из 100; у этой — 67.»; without the school
 * for RELEASE_WHOLE. Empty where there is no distribution (compare.h). */
void words_half(struct buf *out, const struct words *words, size_t indicator,
                size_t school, size_t period);
/* «по данным 41 из 43 школ», or nothing when all are there. */
void words_coverage(struct buf *, const struct words *, struct fact fact);

#endif
