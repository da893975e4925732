/*
 * search_number: numbers as printable ASCII, small ones in one character.
 * The script of the search page reads them (themes/default/search.js).
 *
 * For file_search.c and its tests.
 */
#ifndef VITRINA_RENDER_SEARCH_NUMBER_H
#define VITRINA_RENDER_SEARCH_NUMBER_H

#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * `value` (below 771,841) in one to four of 91 characters: # to ~ without \.
 * Blank, ! and " are free for what stands between numbers.
 */
void search_put_number(struct buf *out, uint32_t value);

/*
 * Growing page numbers as their differences; three and more in a row as 0
 * and how many.
 */
void search_put_pages(struct buf *out, const uint32_t *pages, size_t n);

#endif
