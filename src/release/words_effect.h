/*
 * words_effect: what effect.h knows, in sentences. Each says the number and
 * what it is made of, or why there is none; plain text, deterministic. Nothing
 * is added where there is nothing to say: no targets, no measures due, no
 * money of that year.
 *
 * For render/.
 */
#ifndef VITRINA_RELEASE_WORDS_EFFECT_H
#define VITRINA_RELEASE_WORDS_EFFECT_H

#include "release/effect.h"
#include "release/words.h"

/* A table's cell: «0,978», or the short reason. Never empty. */
void words_effect_cell(struct buf *out, const struct words *words,
                       struct effect_part part);
/* Why a part is not known, as a sentence; empty when it is. */
void words_effect_why(struct buf *out, const struct words *words,
                      const struct effect *effect, struct effect_part part);
/* «Из 5 показателей с целью на 2025 год цель достигнута по 4, ... Средняя
 * степень достижения — 0,978: ...» */
void words_effect_indicators(struct buf *out, const struct words *words,
                             const struct effect *effect);
/* «На 2025 год запланировано 4 мероприятия: выполнено 3, ...» */
void words_effect_measures(struct buf *out, const struct words *words,
                           const struct effect *effect);
/* «По плану 3,9 млн ₽, потрачено 3,8 млн ₽. Доля потраченного — 0,987.» */
void words_effect_money(struct buf *out, const struct words *words,
                        const struct effect *effect);
/* «Эффективность: цели 0,978 × мероприятия 0,75 / деньги 0,987 ≈ 0,743. По
 * методике ...», or why there is none. */
void words_effect_result(struct buf *out, const struct words *words,
                         const struct effect *effect);
/* All four as one paragraph. */
void words_effect(struct buf *out, const struct words *words,
                  const struct effect *effect);
/* How the result is computed and who chose that. */
struct str words_effect_method(const struct words *words, size_t programme);
/* As the method calls it, in quotes: «высокая»; empty without a class. */
struct str words_effect_class(const struct words *words,
                              enum effect_class class);

#endif
