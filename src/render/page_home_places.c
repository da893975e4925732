/*
 * page_home_places: find your school: municipalities and their settlements,
 * each a link to its place in the list of schools.
 *
 * For page_home.c.
 */
#include "render/page_home.h"

#include "base/fold.h"
#include "base/map.h"
#include "render/page.h"

#include <stdlib.h>

/* --- the views --- */

struct home_settlement {
    struct str label, url, count, anchor;
    size_t schools, demos;          /* of all, of demo programmes only */
};

static const struct field settlement_fields[] = {
    FIELD(home_settlement, TEXT, label),
    FIELD(home_settlement, URL, url),
    FIELD(home_settlement, TEXT, count),
};
static const struct view settlement_view = {
    "home settlement", sizeof(struct home_settlement), settlement_fields,
    sizeof settlement_fields / sizeof *settlement_fields, NULL,
};

struct home_place {
    struct str name;
    struct list settlements;        /* home_settlement */
    bool demo;                      /* all of its schools are */
};

static const struct field place_fields[] = {
    FIELD(home_place, TEXT, name),
    FIELD_OF(home_place, LIST, settlements, settlement_view),
    FIELD(home_place, BOOL, demo),
};
const struct view home_place_view = {
    "home place", sizeof(struct home_place), place_fields,
    sizeof place_fields / sizeof *place_fields, NULL,
};

/* --- filling --- */

static size_t municipality_of(const struct site *site,
                              const struct school *school)
{
    if (school->municipality.index < site->config.municipalities_n)
        return school->municipality.index;
    return site->config.municipalities_n == 1 ? 0 : NONE;
}

static int by_label(const void *a, const void *b)
{
    const struct home_settlement *x = a, *y = b;

    return fold_order(x->label, y->label);
}

/* The settlements with schools of one municipality (NONE: of no one). */
static struct list settlements_of(const struct page *page,
                                  size_t municipality)
{
    const struct site *site = page->site;
    struct str index = address_of(page->arena, site, THING_SCHOOLS, NONE,
                                  NONE);
    struct map *seen = map_new(page->arena);
    ARR(struct home_settlement) rows = { 0 };

    for (size_t i = 0; i < site->schools.n; i++) {
        const struct school *school = &site->schools.at[i];
        struct str anchor;
        size_t at;

        if (municipality_of(site, school) != municipality)
            continue;
        anchor = page_settlement_anchor(page, school);
        at = map_add(seen, anchor, rows.n);
        if (at == rows.n)
            *ARR_PUSH(page->arena, &rows) = (struct home_settlement){
                .label = school->settlement.n > 0
                             ? page_typo(page, school->settlement)
                             : page_word(page, "home.no_settlement"),
                .anchor = anchor,
            };
        rows.at[at].schools++;
        rows.at[at].demos += school->demo;
    }
    for (size_t i = 0; i < rows.n; i++) {
        rows.at[i].url = page_path_url(
            page, str_format(page->arena, "%.*s#%.*s", STR_FMT(index),
                             STR_FMT(rows.at[i].anchor)));
        rows.at[i].count = page_count(page, "home.count",
                                      rows.at[i].schools);
    }
    if (rows.n > 0)
        qsort(rows.at, rows.n, sizeof *rows.at, by_label);
    return (struct list){ rows.at, rows.n };
}

static bool is_demo(struct list settlements)
{
    const struct home_settlement *at = settlements.at;

    for (size_t i = 0; i < settlements.n; i++) {
        if (at[i].demos < at[i].schools)
            return false;
    }
    return true;
}

struct list home_places(const struct page *page)
{
    const struct config *config = &page->site->config;
    struct home_place *places = PAGE_ARRAY(page, struct home_place,
                                           config->municipalities_n + 1);
    size_t n = 0;

    for (size_t i = 0; i <= config->municipalities_n; i++) {
        bool other = i == config->municipalities_n;
        struct list settlements = settlements_of(page, other ? NONE : i);

        if (settlements.n == 0)
            continue;
        places[n].name = other ? page_word(page, "home.no_municipality")
                               : page_typo(page,
                                           config->municipalities[i].name);
        places[n].demo = is_demo(settlements);
        places[n++].settlements = settlements;
    }
    return (struct list){ places, n };
}
