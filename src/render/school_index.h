/*
 * school_index: what belongs to a school, the other way round than the
 * catalog tells it: its programmes, branches, practices, and where texts
 * speak of it. Built once in linear time, so that a page of one school costs
 * the same whether the site has ten or forty thousand.
 *
 * For plan.c (which keeps it) and page_school*.c.
 */
#ifndef VITRINA_RENDER_SCHOOL_INDEX_H
#define VITRINA_RENDER_SCHOOL_INDEX_H

#include <stddef.h>

struct arena;
struct participant;
struct school_index;
struct site;

/* Immutable; lives in the arena; any thread may read it. */
const struct school_index *school_index_make(struct arena *arena,
                                             const struct site *site);

/* Indexes in the site's arrays, ascending. */
struct school_list {
    const size_t *at;
    size_t n;
};

/* Programmes the school belongs to. */
struct school_list school_programmes(const struct school_index *index,
                                     size_t school);
/* Schools that name it as their parent. */
struct school_list school_branches(const struct school_index *index,
                                   size_t school);
/* Practices of its own and those it repeated. */
struct school_list school_practices(const struct school_index *index,
                                    size_t school);
/* Places in site.mentions. */
struct school_list school_mentions(const struct school_index *index,
                                   size_t school);
/* News about it, newest first. */
struct school_list school_news(const struct school_index *index,
                               size_t school);
/* The `nth` row of participants.csv of a programme that names the school,
 * first its own rows, then those that name it as partner; NULL behind the
 * last. */
const struct participant *school_part(const struct school_index *index,
                                      size_t school, size_t programme,
                                      size_t nth);

#endif
