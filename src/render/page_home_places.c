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
    struct str end;                 /* behind one of a list in a line */
    bool several;                   /* schools */
    size_t schools, demos;          /* of all, of demo programmes only */
};

static const struct field settlement_fields[] = {
    FIELD(home_settlement, TEXT, label),
    FIELD(home_settlement, URL, url),
    FIELD(home_settlement, TEXT, count),
    FIELD(home_settlement, TEXT, end),
    FIELD(home_settlement, BOOL, several),
};
static const struct view settlement_view = {
    "home settlement", sizeof(struct home_settlement), settlement_fields,
    sizeof settlement_fields / sizeof *settlement_fields, NULL,
};

struct home_place {
    struct str id, name, count;
    struct str url;                 /* its part of the list of schools */
    struct list settlements;        /* home_settlement */
    struct list programmes;         /* home_programme */
    bool has_schools, has_settlements, has_programmes;
    bool demo;                      /* all that it has is invented */
};

static const struct field place_fields[] = {
    FIELD(home_place, TEXT, name),
    FIELD(home_place, URL, url),
    FIELD(home_place, TEXT, count),
    FIELD_OF(home_place, LIST, programmes, home_programme_view),
    FIELD(home_place, BOOL, has_schools),
    FIELD(home_place, BOOL, has_settlements),
    FIELD(home_place, BOOL, has_programmes),
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
    ARR(struct home_settlement) rows = {0};

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
        rows.at[i].several = rows.at[i].schools > 1;
        rows.at[i].count = page_count(page, "home.count",
                                      rows.at[i].schools);
    }
    if (rows.n > 0)
        qsort(rows.at, rows.n, sizeof *rows.at, by_label);
    for (size_t i = 0; i < rows.n; i++)
        rows.at[i].end = i + 1 < rows.n ? S(",") : S(".");
    return (struct list){ rows.at, rows.n };
}

/* --- a place as a whole --- */

static void fill_schools(const struct page *page, struct home_place *place)
{
    const struct home_settlement *rows = place->settlements.at;
    size_t schools = 0;

    for (size_t i = 0; i < place->settlements.n; i++) {
        schools += rows[i].schools;
        place->demo = place->demo && rows[i].demos == rows[i].schools;
    }
    place->has_schools = schools > 0;
    place->count = page_count(page, "home.count", schools);
}

/* Several places with schools have headings in the list of schools. */
static void fill_urls(const struct page *page, struct home_place *places,
                      size_t n)
{
    struct str index = page_url(page, THING_SCHOOLS, NONE, NONE);
    size_t with_schools = 0;

    for (size_t i = 0; i < n; i++)
        with_schools += places[i].has_schools;
    for (size_t i = 0; i < n; i++)
        places[i].url = with_schools < 2 ? index :
                        str_format(page->arena, "%.*s#m-%.*s",
                                   STR_FMT(index), STR_FMT(places[i].id));
}

/* Is there more to say than that they are all in one place, whose name is
 * that of the municipality or unknown? */
static bool tells_settlements(const struct page *page,
                              const struct home_place *place)
{
    const struct home_settlement *first = place->settlements.at;

    return place->settlements.n > 1 ||
           (place->has_schools && !str_eq(first->label, place->name) &&
            !str_eq(first->label, page_word(page, "home.no_settlement")));
}

static void fill_programmes(const struct page *page, struct home_place *place,
                            struct list all, size_t municipality)
{
    const struct home_programme *rows = all.at;
    struct home_programme *own = PAGE_ARRAY(page, struct home_programme,
                                            all.n);
    size_t n = 0;

    for (size_t i = 0; i < all.n; i++) {
        if (rows[i].area != municipality)
            continue;
        own[n++] = rows[i];
        place->demo = place->demo && rows[i].demo;
    }
    place->programmes = (struct list){ own, n };
    place->has_programmes = n > 0;
}

static struct home_place place_of(const struct page *page, size_t at,
                                  struct list programmes)
{
    const struct config *config = &page->site->config;
    bool other = at == NONE;
    struct home_place place = {
        .name = other ? page_word(page, "home.no_municipality")
                      : page_typo(page, config->municipalities[at].name),
        .id = other ? S("other") : config->municipalities[at].id,
        .settlements = settlements_of(page, at),
        .demo = true,
    };

    fill_schools(page, &place);
    fill_programmes(page, &place, programmes, at);
    return place;
}

/* More settlements than one can look over are left to the list of schools. */
#define SETTLEMENTS_MAX 60

struct list home_places(const struct page *page, struct list programmes)
{
    size_t count = page->site->config.municipalities_n, all = 0, n = 0;
    struct home_place *places = PAGE_ARRAY(page, struct home_place,
                                           count + 1);

    for (size_t i = 0; i <= count; i++) {
        struct home_place place = place_of(page, i < count ? i : NONE,
                                           programmes);

        if (!place.has_schools && !place.has_programmes)
            continue;
        all += place.settlements.n;
        places[n++] = place;
    }
    fill_urls(page, places, n);
    for (size_t i = 0; i < n; i++)
        places[i].has_settlements =
            places[i].has_schools &&
            (n == 1 || (all <= SETTLEMENTS_MAX &&
                        tells_settlements(page, &places[i])));
    return (struct list){ places, n };
}
