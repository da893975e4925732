/*
 * manual: the formats in words: every table with its columns, every text with
 * its keys, their Russian synonyms and what goes into each. Made from the
 * lists that the reader uses (names.c), so it is never out of date. Markdown
 * in Russian: `vitrina help columns`, content/guide/columns.md.
 *
 * For the command `help`.
 */
#ifndef VITRINA_MODEL_MANUAL_H
#define VITRINA_MODEL_MANUAL_H

#include "base/str.h"

void manual_columns(struct buf *out);

#endif
