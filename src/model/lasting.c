/*
 * lasting: former ids and frozen copies. See lasting.h.
 *
 * For link.c.
 */
#include "model/lasting.h"

#include "base/fold.h"
#include "base/map.h"
#include "model/catalog.h"
#include "model/catalog_read.h"

static bool is_used(const struct site *site, const struct former *former)
{
    size_t at;

    if (former->indicator.n > 0)
        return catalog_indicator_path(site, former->was) != NONE;
    at = catalog_school(site, former->was);
    return at != NONE && str_eq(site->schools.at[at].id, former->was);
}

bool lasting_former(const struct site *site, struct former *former,
                    struct diag *diag)
{
    struct str rest = former->was, first = str_cut(&rest, '/');

    if (rest.p) {
        former->programme = first;
        former->indicator = rest;
    }
    if (!fold_is_id(first) || (rest.p && !fold_is_id(rest))) {
        diag_add(diag, former->at, MSG_LINK_FORMER_ID, ARGS(former->was));
        return false;
    }
    if (is_used(site, former)) {
        diag_add(diag, former->at, MSG_LINK_FORMER_USED, ARGS(former->was));
        return false;
    }
    if (former->now.text.n == 0 && former->title.n == 0)
        diag_add(diag, former->at, MSG_LINK_FORMER_WORDS, ARGS(former->was));
    return true;
}

void lasting_check(struct site *site, struct diag *diag)
{
    struct map *ids = map_new(site->arena), *was = map_new(site->arena);

    for (size_t i = 0; i < site->former.n; i++) {
        struct former *it = &site->former.at[i];
        size_t had = map_add(was, it->was, i);

        if (had == i)
            continue;
        catalog_taken(diag, it->was, it->at, site->former.at[had].at);
        it->now.index = NONE;
        it->title = (struct str){0};
    }
    for (size_t i = 0; i < site->frozen.n; i++) {
        struct frozen *it = &site->frozen.at[i];
        size_t had = map_add(ids, it->id, i);

        if (had != i) {
            catalog_taken(diag, it->id, it->at, site->frozen.at[had].at);
            it->indicator.index = NONE;
        }
        if (it->on != DATE_NONE && it->period.kind != PERIOD_NONE &&
            it->on < it->period.to)
            diag_add(diag, it->at, MSG_LINK_FROZEN_DATE, ARGS(it->id));
    }
}
