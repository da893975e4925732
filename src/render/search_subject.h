/*
 * search_subject: what a page is about, told by its path: the part of the
 * site, the programme or municipality, other names it is looked for by.
 *
 * For search.c.
 */
#ifndef VITRINA_RENDER_SEARCH_SUBJECT_H
#define VITRINA_RENDER_SEARCH_SUBJECT_H

#include "render/search.h"

/* Of its school, indicator or programme; the index of a thing or NONE. */
struct search_subject {
    enum search_type type;
    size_t school, indicator, programme;
    struct str place;           /* empty: the whole site */
    bool demo;                  /* it is invented */
    bool list;                  /* it only leads to other pages */
};

struct search_subject search_subject(const struct site *site,
                                     struct str path);
/* Adds the names that its page may not show: full ones, aliases. */
void search_names(struct buf *out, const struct site *site,
                  const struct search_subject *subject);

#endif
