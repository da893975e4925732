/*
 * words_half: where half of the schools are, said of a distribution that is
 * there already: one page a school asks for the same one.
 *
 * For render/; see words_half in words.h.
 */
#ifndef VITRINA_RELEASE_WORDS_HALF_H
#define VITRINA_RELEASE_WORDS_HALF_H

#include "release/compare.h"
#include "release/words.h"

/* `mine` NULL: without a school. Nothing where there is no distribution. */
void words_half_of(struct buf *out, const struct words *words,
                   size_t indicator, const struct spread *spread,
                   const struct num *mine);
/* «Ещё 3 школы: данные не публикуются или не собраны.» beside it. */
void words_half_rest(struct buf *out, const struct words *words,
                     const struct spread *spread);

#endif
