/*
 * search_desk: a desk at which finished pages are read for search: their
 * words, and their lines to be quoted. Each word and line is kept once,
 * however many pages of the desk have it: most lines of a site are captions
 * that all its schools share.
 *
 * For search.c. One thread at a time uses a desk.
 */
#ifndef VITRINA_RENDER_SEARCH_DESK_H
#define VITRINA_RENDER_SEARCH_DESK_H

#include "base/diag.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

struct search_desk;
struct search_page;

/* `site_title` stands behind the titles of pages, which are kept without it;
 * it is borrowed. */
struct search_desk *search_desk_new(enum lang lang, struct str site_title);
void search_desk_free(struct search_desk *desk);

/*
 * Reads the bytes of a page: sets its title, title_words, words and lines,
 * which belong to the desk. `names` are further names of what it is about, a
 * line each: they count as headings.
 */
void search_desk_read(struct search_desk *desk, struct search_page *page,
                      struct str html, struct str names);

/* Of all pages read so far, by the numbers that the pages hold. */
size_t search_desk_words(const struct search_desk *desk);
struct str search_desk_word(const struct search_desk *desk, size_t number);
struct str search_desk_line(const struct search_desk *desk, size_t number);

#endif
