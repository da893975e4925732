/*
 * practice_index: practices by facet; see practice_index.h.
 *
 * For plan.c, page_practice*.c and page_facet.c.
 */
#include "render/practice_index.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "model/catalog.h"
#include "model/practice.h"

#include <stdlib.h>

struct practice_index {
    size_t *all;
    size_t all_n;
    struct facet_value *values;
    size_t n;
    struct map *ids;
    struct str *ids_of;         /* by practice */
};

static const char *const words[FACETS] = {
    [FACET_PROGRAMME] = "programme", [FACET_GOAL] = "goal",
    [FACET_INDICATOR] = "indicator", [FACET_LEVEL] = "level",
    [FACET_SUBJECT] = "subject",     [FACET_COST] = "cost",
    [FACET_EVIDENCE] = "evidence",   [FACET_SCHOOL] = "school",
    [FACET_STATUS] = "status",
};

const char *practice_facet_word(enum facet facet)
{
    return words[facet];
}

/* --- the order of practices --- */

struct order {
    int rank;
    int64_t evidence;
    struct str title;
    size_t at;
};

/* What is worth trying comes first, what is kept for the record last. */
static int rank_of(int status)
{
    static const int ranks[] = {
        [PRACTICE_RECOMMENDED] = 0, [PRACTICE_REVIEW] = 0,
        [PRACTICE_DRAFT] = 0,       [PRACTICE_OUTDATED] = 1,
        [PRACTICE_ANNOUNCED] = 2,   [PRACTICE_ARCHIVED] = 3,
    };
    return ranks[status];
}

static int by_worth(const void *a, const void *b)
{
    const struct order *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->evidence != y->evidence)
        return x->evidence > y->evidence ? -1 : 1;
    int order = fold_order(x->title, y->title);
    return order ? order : x->at < y->at ? -1 : 1;
}

static void sort_practices(struct practice_index *index, struct arena *arena,
                           const struct site *site)
{
    struct order *rows = ARENA_ARRAY(arena, struct order,
                                     site->practices.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];
        if (practice_is_public(it))
            rows[n++] = (struct order){rank_of(practice_status(site, it)),
                                       it->evidence, it->text.title, i};
    }
    if (n)
        qsort(rows, n, sizeof *rows, by_worth);
    index->all = ARENA_ARRAY(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++)
        index->all[i] = rows[i].at;
    index->all_n = n;
}

/* --- the values --- */

/* A value while it collects its practices. */
struct growing {
    struct facet_value value;
    ARR(size_t) practices;
};

struct collecting {
    struct arena *arena;
    const struct site *site;
    struct map *places;         /* id -> index in found */
    ARR(struct growing) found;
    size_t practice;
    struct buf ids;             /* of this practice */
};

static void add(struct collecting *c, enum facet facet, struct str id,
                struct facet_value value)
{
    struct str whole = str_format(c->arena, "%s-%.*s", words[facet],
                                  STR_FMT(id));
    size_t place = map_add(c->places, whole, c->found.n);
    if (place == c->found.n) {
        value.facet = facet;
        value.id = whole;
        *ARR_PUSH(c->arena, &c->found) = (struct growing){.value = value};
    }
    struct growing *g = &c->found.at[place];
    if (g->practices.n && g->practices.at[g->practices.n - 1] == c->practice)
        return;                 /* the same subject twice */
    *ARR_PUSH(c->arena, &g->practices) = c->practice;
    if (c->ids.n)
        buf_char(&c->ids, ' ');
    buf_add(&c->ids, whole);
}

static void add_number(struct collecting *c, enum facet facet, size_t number)
{
    add(c, facet, str_format(c->arena, "%zu", number),
        (struct facet_value){.at = number});
}

static void add_programme(struct collecting *c, const struct practice *it)
{
    size_t at = it->programme.text.n ? it->programme.index : NONE;
    if (at == NONE)
        return;
    const struct programme *p = &c->site->programmes.at[at];
    if (c->site->programmes.n > 1)
        add(c, FACET_PROGRAMME, p->id, (struct facet_value){.at = at});
    for (size_t i = 0; i < p->tasks_n; i++)
        if (str_eq(p->tasks[i].id, it->goal))
            add(c, FACET_GOAL,
                str_format(c->arena, "%.*s-%.*s", STR_FMT(p->id),
                           STR_FMT(it->goal)),
                (struct facet_value){.at = at, .sub = i});
}

static void add_indicators(struct collecting *c, const struct practice *it)
{
    for (size_t i = 0; i < it->indicators.n; i++) {
        size_t at = it->indicators.at[i].index;
        if (at == NONE)
            continue;
        const struct indicator *of = &c->site->indicators.at[at];
        add(c, FACET_INDICATOR,
            str_format(c->arena, "%.*s-%.*s",
                       STR_FMT(c->site->programmes.at[of->programme].id),
                       STR_FMT(of->id)),
            (struct facet_value){.at = at});
    }
}

static void add_subjects(struct collecting *c, const struct practice *it)
{
    for (size_t i = 0; i < it->subjects.n; i++) {
        struct str name = it->subjects.at[i];
        struct str id = fold_slug(c->arena, name);
        if (id.n)
            add(c, FACET_SUBJECT, id, (struct facet_value){.name = name});
    }
}

static void add_practice(struct collecting *c, const struct practice *it)
{
    int status = practice_status(c->site, it);
    size_t school = it->school.text.n ? it->school.index : NONE;
    add_programme(c, it);
    add_indicators(c, it);
    for (int s = 0; s < STAGES; s++)
        if (it->stages >> s & 1)
            add(c, FACET_LEVEL, str_of(practice_stage_code(s)),
                (struct facet_value){.at = (size_t)s});
    add_subjects(c, it);
    if (it->cost >= 1 && it->cost <= PRACTICE_COST_MAX)
        add_number(c, FACET_COST, (size_t)it->cost);
    if (it->evidence >= 0 && it->evidence <= PRACTICE_EVIDENCE_MAX)
        add_number(c, FACET_EVIDENCE, (size_t)it->evidence);
    if (school != NONE)
        add(c, FACET_SCHOOL, c->site->schools.at[school].id,
            (struct facet_value){.at = school});
    add(c, FACET_STATUS, str_of(practice_status_code(status)),
        (struct facet_value){.at = (size_t)status});
}

/* --- the order of values --- */

static int status_place(size_t status)
{
    static const int places[] = {
        [PRACTICE_RECOMMENDED] = 0, [PRACTICE_REVIEW] = 1,
        [PRACTICE_OUTDATED] = 2,    [PRACTICE_ANNOUNCED] = 3,
        [PRACTICE_ARCHIVED] = 4,
    };
    return places[status];
}

static int by_value(const void *a, const void *b)
{
    const struct facet_value *x = &((const struct growing *)a)->value;
    const struct facet_value *y = &((const struct growing *)b)->value;
    if (x->facet != y->facet)
        return x->facet < y->facet ? -1 : 1;
    if (x->facet == FACET_STATUS)
        return status_place(x->at) - status_place(y->at);
    if (x->facet == FACET_SUBJECT) {
        int order = fold_order(x->name, y->name);
        return order ? order : str_cmp(x->id, y->id);
    }
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->sub < y->sub ? -1 : 1;
}

static void keep(struct practice_index *index, struct collecting *c)
{
    size_t n = c->found.n;
    if (n)
        qsort(c->found.at, n, sizeof *c->found.at, by_value);
    index->values = ARENA_ARRAY(c->arena, struct facet_value, n + 1);
    index->n = n;
    index->ids = map_new(c->arena);
    for (size_t i = 0; i < n; i++) {
        struct growing *g = &c->found.at[i];
        g->value.practices = g->practices.at;
        g->value.n = g->practices.n;
        index->values[i] = g->value;
        map_add(index->ids, g->value.id, i);
    }
}

const struct practice_index *practice_index_make(struct arena *arena,
                                                 const struct site *site)
{
    struct practice_index *index = ARENA_NEW(arena, struct practice_index);
    struct collecting c = {
        .arena = arena, .site = site, .places = map_new(arena)};
    sort_practices(index, arena, site);
    index->ids_of = ARENA_ARRAY(arena, struct str, site->practices.n + 1);
    for (size_t i = 0; i < index->all_n; i++) {
        c.practice = index->all[i];
        add_practice(&c, &site->practices.at[c.practice]);
        index->ids_of[c.practice] = buf_take(&c.ids, arena);
    }
    buf_free(&c.ids);
    keep(index, &c);
    return index;
}

/* --- questions --- */

const size_t *practice_all(const struct practice_index *index, size_t *n)
{
    *n = index->all_n;
    return index->all;
}

const struct facet_value *practice_facets(const struct practice_index *index,
                                          size_t *n)
{
    *n = index->n;
    return index->values;
}

const struct facet_value *practice_facet(const struct practice_index *index,
                                         struct str id)
{
    size_t at = map_get(index->ids, id);
    return at == MAP_NONE ? NULL : &index->values[at];
}

const struct facet_value *practice_facet_of(
    const struct practice_index *index, enum facet facet, size_t at,
    size_t sub)
{
    for (size_t i = 0; i < index->n; i++) {
        const struct facet_value *v = &index->values[i];
        if (v->facet == facet && v->at == at && v->sub == sub)
            return v;
    }
    return NULL;
}

struct str practice_facet_ids(const struct practice_index *index,
                              size_t practice)
{
    return index->ids_of[practice];
}
