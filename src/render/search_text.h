/*
 * search_text: the words of a finished page without its frame, navigation,
 * drawings and forms: what search indexes and quotes.
 *
 * For search*.c. Reads HTML as this program writes it, not any HTML.
 */
#ifndef VITRINA_RENDER_SEARCH_TEXT_H
#define VITRINA_RENDER_SEARCH_TEXT_H

#include "base/str.h"

#include <stddef.h>

/* What a word counts for: less is more. */
enum search_weight {
    SEARCH_TITLE,               /* the h1 */
    SEARCH_HEADING,             /* headings, captions, terms explained */
    SEARCH_OFTEN,               /* in the text several times */
    SEARCH_TEXT
};

/*
 * Calls `block` for every paragraph, cell, heading of <main> from the h1 on
 * (what stands before it is the same everywhere): one line of text with
 * single spaces, never empty. `anchor` is the id of the part of the page it
 * stands in, or empty. Both are valid during the call only.
 */
typedef void search_block(void *payload, enum search_weight weight,
                          struct str text, struct str anchor);
void search_text(struct str html, search_block *block, void *payload);
/* Appends what stands in <title>. */
void search_title(struct str html, struct buf *out);

#endif
