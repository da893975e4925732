/*
 * page_practice: what the list of practices and the page of one say in the
 * same words: status on the site's date, cost, strength of evidence.
 *
 * Private to page_practices.c and page_practice*.c.
 */
#ifndef VITRINA_RENDER_PAGE_PRACTICE_H
#define VITRINA_RENDER_PAGE_PRACTICE_H

#include "render/page.h"

/* Five squares, as many of them filled as the words beside them say. */
struct practice_dial {
    struct str squares, text;
};

/* enum practice_status: as the author wrote it, moved on by time: outdated
 * when the day of the next review is past, archived a year later. */
int practice_status(const struct page *page, const struct practice *it);
struct str practice_status_word(const struct page *page, int status);

/* Nothing in them when the practice does not say. */
struct practice_dial practice_cost(const struct page *page,
                                   const struct practice *it);
struct practice_dial practice_evidence(const struct page *page,
                                       const struct practice *it);
/* «основная школа, 7–9 классы», whatever there is of it. */
struct str practice_level(const struct page *page,
                          const struct practice *it);

/* What changed. Either the numbers or the sentence why there are none. */
struct practice_effect {
    struct str indicator, indicator_url, school, school_url;
    struct str was, became, from, to, people, comparison, noise, hidden;
    struct str chart;               /* html */
    bool has_numbers;
};

extern const struct view practice_effect_view;
/* NULL: the practice names none. */
const struct practice_effect *practice_effect(const struct page *page,
                                              const struct practice *it);

#endif
