/*
 * school_index: lists by school, built by counting.
 *
 * For plan.c and page_school*.c.
 */
#include "render/school_index.h"

#include "model/catalog.h"

#include <string.h>

/* Lists of all schools behind one another; school i has start[i] up to
 * start[i + 1]. */
struct lists {
    size_t *start, *item;
};

struct school_index {
    const struct site *site;
    struct lists programmes, branches, practices, mentions, news, parts,
        partners;
};

/* Called twice for each pair: first it is counted, then put in its place. */
struct filling {
    struct lists *lists;
    size_t *next;               /* second time: the first free place */
};

static void emit(struct filling *filling, size_t school, size_t value)
{
    if (school == NONE)
        return;
    if (filling->next)
        filling->lists->item[filling->next[school]++] = value;
    else
        filling->lists->start[school + 1]++;
}

typedef void walk(const struct site *site, struct filling *filling);

static void fill(struct arena *arena, const struct site *site,
                 struct lists *lists, walk *each)
{
    struct filling filling = { .lists = lists };
    size_t n = site->schools.n;

    lists->start = ARENA_ARRAY(arena, size_t, n + 1);
    each(site, &filling);
    for (size_t i = 0; i < n; i++)
        lists->start[i + 1] += lists->start[i];
    lists->item = ARENA_ARRAY(arena, size_t, lists->start[n] + 1);
    filling.next = ARENA_ARRAY(arena, size_t, n + 1);
    memcpy(filling.next, lists->start, n * sizeof *filling.next);
    each(site, &filling);
}

static struct school_list list_of(const struct lists *lists, size_t school)
{
    size_t from = lists->start[school];

    return (struct school_list){ lists->item + from,
                                 lists->start[school + 1] - from };
}

/* --- the pairs --- */

static void each_programme(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *it = &site->programmes.at[i];

        for (size_t k = 0; k < it->schools_n; k++)
            emit(filling, it->schools[k], i);
    }
}

static void each_branch(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->schools.n; i++)
        emit(filling, site->schools.at[i].parent.index, i);
}

static void each_practice(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];

        emit(filling, it->school.index, i);
        for (size_t k = 0; k < it->adopted_n; k++) {
            if (it->adopted[k].school.index != it->school.index)
                emit(filling, it->adopted[k].school.index, i);
        }
    }
}

static void each_mention(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->mentions.n; i++)
        emit(filling, site->mentions.at[i].school, i);
}

static void each_news(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->news.n; i++) {
        if (!site->news.at[i].text.draft)
            emit(filling, site->news.at[i].school.index, i);
    }
}

/* Programme and row in one number. */
#define PART_BITS 32

static void each_part(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *it = &site->programmes.at[i];

        for (size_t k = 0; k < it->participants.n; k++)
            emit(filling, it->participants.at[k].school.index,
                 (i << PART_BITS) | k);
    }
}

static void each_partner(const struct site *site, struct filling *filling)
{
    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *it = &site->programmes.at[i];

        for (size_t k = 0; k < it->participants.n; k++) {
            const struct ref *partner = &it->participants.at[k].partner;

            if (partner->school)
                emit(filling, partner->index, (i << PART_BITS) | k);
        }
    }
}

const struct school_index *school_index_make(struct arena *arena,
                                             const struct site *site)
{
    struct school_index *index = ARENA_NEW(arena, struct school_index);

    index->site = site;
    fill(arena, site, &index->programmes, each_programme);
    fill(arena, site, &index->branches, each_branch);
    fill(arena, site, &index->practices, each_practice);
    fill(arena, site, &index->mentions, each_mention);
    fill(arena, site, &index->news, each_news);
    fill(arena, site, &index->parts, each_part);
    fill(arena, site, &index->partners, each_partner);
    return index;
}

/* --- asking --- */

struct school_list school_programmes(const struct school_index *index,
                                     size_t school)
{
    return list_of(&index->programmes, school);
}

struct school_list school_branches(const struct school_index *index,
                                   size_t school)
{
    return list_of(&index->branches, school);
}

struct school_list school_practices(const struct school_index *index,
                                    size_t school)
{
    return list_of(&index->practices, school);
}

struct school_list school_mentions(const struct school_index *index,
                                   size_t school)
{
    return list_of(&index->mentions, school);
}

struct school_list school_news(const struct school_index *index,
                               size_t school)
{
    return list_of(&index->news, school);
}

/* The `nth` of a programme's rows; `nth` is counted down. */
static const struct participant *row_of(const struct school_index *index,
                                        struct school_list list,
                                        size_t programme, size_t *nth)
{
    for (size_t i = 0; i < list.n; i++) {
        size_t row = list.at[i] & (((size_t)1 << PART_BITS) - 1);

        if (list.at[i] >> PART_BITS == programme && (*nth)-- == 0)
            return &index->site->programmes.at[programme]
                        .participants.at[row];
    }
    return NULL;
}

const struct participant *school_part(const struct school_index *index,
                                      size_t school, size_t programme,
                                      size_t nth)
{
    const struct participant *own = row_of(index,
                                           list_of(&index->parts, school),
                                           programme, &nth);

    return own ? own : row_of(index, list_of(&index->partners, school),
                              programme, &nth);
}
