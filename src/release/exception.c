/*
 * exception: the rows of overrides.csv. See exception.h.
 *
 * For disclose.c.
 */
#include "release/exception.h"

#include "base/mem.h"
#include "model/catalog.h"

static const struct programme *programme_of(const struct site *site,
                                            size_t indicator)
{
    return &site->programmes.at[site->indicators.at[indicator].programme];
}

/* A school that did not resolve is nobody. */
static bool names_school(const struct override *row, size_t school)
{
    return row->school.text.n == 0 ||
           (row->school.index != NONE && row->school.index == school);
}

bool exception_of(const struct site *site, size_t indicator, size_t school,
                  struct period period, int rule)
{
    const struct programme *p = programme_of(site, indicator);
    for (size_t o = 0; o < p->overrides.n; o++) {
        const struct override *row = &p->overrides.at[o];
        if (row->indicator.index == indicator && row->rule == rule &&
            names_school(row, school) &&
            (row->period.kind == PERIOD_NONE ||
             period_eq(row->period, period)))
            return true;
    }
    return false;
}

bool exception_any(const struct site *site, size_t indicator, int rule)
{
    const struct programme *p = programme_of(site, indicator);
    for (size_t o = 0; o < p->overrides.n; o++)
        if (p->overrides.at[o].indicator.index == indicator &&
            p->overrides.at[o].rule == rule)
            return true;
    return false;
}

bool *exception_list(struct arena *arena, const struct site *site)
{
    bool *list = ARENA_ARRAY(arena, bool, site->indicators.n + 1);
    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t o = 0; o < site->programmes.at[p].overrides.n; o++) {
            size_t i = site->programmes.at[p].overrides.at[o].indicator.index;
            if (i != NONE)
                list[i] = true;
        }
    return list;
}
