/*
 * search_word: cuts text into the words that search knows. The script of the
 * search page cuts queries by the same rules (themes/default/search.js): a
 * change here is a change there.
 *
 * For search*.c.
 */
#ifndef VITRINA_RENDER_SEARCH_WORD_H
#define VITRINA_RENDER_SEARCH_WORD_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct stemmer;

#define SEARCH_WORD_MAX 96      /* bytes; what is longer is no word */

/*
 * A walk through a text: `{.text = text}`, then search_word_next until it
 * says false. A word is a run of letters and digits. A number keeps its
 * decimals (62,5; also written 62.5) and loses the blanks between its
 * thousands.
 */
struct search_walk {
    struct str text;
    size_t at, end;             /* where to go on; end of the word before */
    /* the word: lower case, ё as е, without stress marks */
    char word[SEARCH_WORD_MAX];
    size_t n;
    bool digits;                /* it holds one: never cut to its stem */
    bool capitals;              /* an abbreviation: ЕГЭ */
};

bool search_word_next(struct search_walk *walk);
static inline struct str search_word(const struct search_walk *walk)
{
    return (struct str){ walk->word, walk->n };
}

/*
 * The words of a text as the index knows them, with a space between: stems,
 * but words with digits and abbreviations as they are.
 */
void search_stems(struct buf *out, struct stemmer *stemmer, struct str text);

#endif
