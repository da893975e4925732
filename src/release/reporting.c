/*
 * reporting: who has not reported. See reporting.h; forms are in form.c.
 *
 * For build.c, render/ and the commands.
 */
#include "release/reporting.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/release.h"

#include <stdlib.h>

struct listing {
    struct arena *arena;
    const struct release *release;
    ARR(struct unreported) cells;   /* one for each missing number */
};

static void add_period(struct listing *l, size_t indicator, size_t period,
                       struct period when)
{
    const struct site *site = release_site(l->release);
    size_t n;
    const uint32_t *schools = release_schools(l->release, indicator, &n);
    for (size_t s = 0; s < n; s++) {
        struct fact fact =
            release_fact(l->release, indicator, schools[s], period);
        if (fact.state != STATE_MISSING ||
            release_pos(l->release, indicator, schools[s], period).file.n)
            continue;
        *ARR_PUSH(l->arena, &l->cells) = (struct unreported){
            site->indicators.at[indicator].programme, schools[s], when, 1,
            indicator};
    }
}

static void add_indicator(struct listing *l, size_t indicator)
{
    const struct site *site = release_site(l->release);
    date as_of = catalog_as_of(site, site->indicators.at[indicator].programme);
    size_t n;
    const struct period *periods =
        release_periods(l->release, indicator, &n);
    for (size_t p = 0; p < n; p++)
        if (periods[p].to < as_of)
            add_period(l, indicator, p, periods[p]);
}

static int by_place(const void *a, const void *b)
{
    const struct unreported *one = a, *other = b;
    if (one->programme != other->programme)
        return one->programme < other->programme ? -1 : 1;
    int order = period_cmp(one->period, other->period);
    if (order)
        return order;
    if (one->school != other->school)
        return one->school < other->school ? -1 : 1;
    return one->first < other->first ? -1 : one->first > other->first;
}

static bool same_place(const struct unreported *a, const struct unreported *b)
{
    return a->programme == b->programme && a->school == b->school &&
           period_eq(a->period, b->period);
}

size_t reporting_list(struct arena *arena, const struct release *release,
                      struct unreported **out)
{
    struct listing l = {.arena = arena, .release = release};
    size_t n = 0;
    for (size_t i = 0; i < release_site(release)->indicators.n; i++)
        add_indicator(&l, i);
    if (l.cells.n)
        qsort(l.cells.at, l.cells.n, sizeof *l.cells.at, by_place);
    for (size_t i = 0; i < l.cells.n; i++)
        if (n && same_place(&l.cells.at[n - 1], &l.cells.at[i]))
            l.cells.at[n - 1].missing++;
        else
            l.cells.at[n++] = l.cells.at[i];
    *out = l.cells.at;
    return n;
}

void reporting_notes(const struct release *release,
                     const struct unreported *list, size_t n,
                     struct diag *diag)
{
    const struct site *site = release_site(release);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < n; i++) {
        const struct unreported *u = &list[i];
        struct str folder = site->programmes.at[u->programme].id;
        struct pos at = {
            .file = str_format(arena, "data/%.*s", STR_FMT(folder))};
        struct buf period = {0};
        period_code(&period, u->period);
        diag_add(diag, at, MSG_REPORTING_MISSING,
                 ARGS(buf_take(&period, arena),
                      catalog_school_label(&site->schools.at[u->school]),
                      str_format(arena, "%zu", u->missing),
                      site->indicators.at[u->first].title));
        buf_free(&period);
    }
    arena_free(arena);
}
