/*
 * explain_words: a few words for each kind of file, of the site and of its
 * sources.
 *
 * For cmd_explain.c.
 */
#ifndef VITRINA_EXPLAIN_WORDS_H
#define VITRINA_EXPLAIN_WORDS_H

#include "base/diag.h"
#include "base/str.h"

/* What a file of the site is, by the name of its kind (render/kind.h). */
const char *explain_kind_words(struct str kind, enum lang lang);
/* What a source holds, by its path. */
const char *explain_source_words(struct str file, enum lang lang);

#endif
