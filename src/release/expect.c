/*
 * expect: the schools from which an indicator is expected. See expect.h.
 *
 * For disclose.c.
 */
#include "release/expect.h"

#include "base/mem.h"
#include "model/catalog.h"

#include <stdlib.h>

/* The named schools in the order in which the site lists them. */
static size_t add_named(const struct site *site, const struct refs *schools,
                        uint32_t *list)
{
    size_t n = 0;
    bool *in = mem_alloc(site->schools.n + 1);
    for (size_t s = 0; s < schools->n; s++)
        if (schools->at[s].index != NONE)
            in[schools->at[s].index] = true;
    for (size_t s = 0; s < site->schools.n; s++)
        if (in[s])
            list[n++] = (uint32_t)s;
    free(in);
    return n;
}

uint32_t *expect_schools(struct arena *arena, const struct site *site,
                         size_t indicator, const uint32_t *rows,
                         size_t rows_n, size_t *n)
{
    const struct indicator *i = &site->indicators.at[indicator];
    const struct programme *p = &site->programmes.at[i->programme];
    uint32_t *list = ARENA_ARRAY(arena, uint32_t,
                                 site->schools.n + p->schools_n + rows_n + 1);
    *n = 0;
    if (i->schools.n)
        *n = add_named(site, &i->schools, list);
    else if (p->participants.n && rows_n)
        for (size_t s = 0; s < p->schools_n; s++)
            list[(*n)++] = (uint32_t)p->schools[s];
    else
        for (size_t s = 0; s < rows_n; s++)
            list[(*n)++] = rows[s];
    return list;
}
