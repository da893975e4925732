/*
 * stem: the part of a word that its inflected forms share.
 *
 * For render/terms.c and search*.c. A stemmer is used by one thread at a time.
 */
#ifndef VITRINA_BASE_STEM_H
#define VITRINA_BASE_STEM_H

#include "base/diag.h"
#include "base/str.h"

struct stemmer;

struct stemmer *stem_new(enum lang lang);
void stem_free(struct stemmer *stemmer);        /* NULL is fine */
/* The stem of a lower-case word (fold_case); valid until the next call. */
struct str stem_word(struct stemmer *stemmer, struct str word);

#endif
