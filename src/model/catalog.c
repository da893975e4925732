/*
 * catalog: reading a site in order, names and look-ups. See catalog.h.
 *
 * For build.c and everything above model/.
 */
#include "model/catalog.h"

#include "base/fold.h"
#include "base/map.h"
#include "input/source.h"
#include "model/address.h"
#include "model/catalog_read.h"

#include <stdio.h>
#include <stdlib.h>

/* --- names --- */

void catalog_taken(struct diag *diag, struct str id, struct pos at,
                   struct pos first)
{
    char line[16];
    snprintf(line, sizeof line, "%u", (unsigned)first.line);
    diag_add(diag, at, MSG_CATALOG_ID_TWICE,
             ARGS(id, first.file, str_of(line)));
}

void catalog_name(const struct catalog_names *names, struct str name,
                  size_t index, struct pos at)
{
    if (name.n == 0)
        return;
    struct str key = fold_key(names->arena, name);
    size_t had = map_add(names->map, str_copy(names->arena, name), index);
    if (had == index && key.n)
        had = map_add(names->map, key, index);
    if (had != index)
        diag_add(names->diag, at, MSG_CATALOG_NAME_TWICE,
                 ARGS(name, names->id(names->payload, had),
                      names->id(names->payload, index)));
}

/* Ids in other spellings («K45», «sorsk 2»), where no name is in the way and
 * no other id has the same. After all names. */
void catalog_spell_ids(const struct catalog_names *names, size_t first,
                       size_t n)
{
    for (size_t i = first; i < first + n; i++) {
        struct str id = names->id(names->payload, i), other;
        struct str key = fold_key(names->arena, id);
        size_t had = map_add(names->map, key, i);
        if (had == i || had == NONE)
            continue;
        other = names->id(names->payload, had);
        if (!str_eq(id, other) && str_eq(fold_key(names->arena, other), key))
            map_set(names->map, key, NONE);
    }
}

/* A numbered thing by name: as written, else by its folded key. */
static size_t lookup(const struct map *map, struct str name)
{
    size_t index = map_get(map, name);
    if (index != MAP_NONE || name.n == 0)
        return index == MAP_NONE ? NONE : index;
    struct arena *scratch = arena_new();
    struct str key = fold_key(scratch, name);
    index = key.n ? map_get(map, key) : MAP_NONE;
    arena_free(scratch);
    return index == MAP_NONE ? NONE : index;
}

size_t catalog_school(const struct site *site, struct str name)
{
    return lookup(site->school_names, name);
}

size_t catalog_organisation(const struct site *site, struct str name)
{
    return lookup(site->organisation_names, name);
}

size_t catalog_programme(const struct site *site, struct str id)
{
    return lookup(site->programme_ids, id);
}

size_t catalog_practice(const struct site *site, struct str id)
{
    return lookup(site->practice_ids, id);
}

size_t catalog_term(const struct site *site, struct str id)
{
    return lookup(site->term_ids, id);
}

size_t catalog_indicator(const struct site *site, size_t programme,
                         struct str name)
{
    if (programme >= site->programmes.n)
        return NONE;
    return lookup(site->programmes.at[programme].indicator_names,
                          name);
}

size_t catalog_indicator_path(const struct site *site, struct str path)
{
    struct str rest = path;
    struct str programme = str_cut(&rest, '/');
    if (!rest.p)
        return NONE;
    return catalog_indicator(site, catalog_programme(site, programme), rest);
}

/* The folded name without the legal form, or an empty text. */
static struct str bare_name(struct arena *arena, struct str name)
{
    static const char *const forms[] = {"мбоу ", "маоу ", "мкоу ", "моу ",
                                        "мбу ", "гбоу "};
    struct str key = fold_key(arena, name);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_starts(key, str_of(forms[i])))
            return str_skip(key, str_of(forms[i]).n);
    return S("");
}

/* Names in rows: of school i / 4 its id, short name, name, and the name
 * without the legal form. */
static struct str school_name(const void *payload, size_t i)
{
    const struct site *site = payload;
    const struct school *s = &site->schools.at[i / 4];
    switch (i % 4) {
    case 0:
        return s->id;
    case 1:
        return s->brief;
    case 2:
        return s->name;
    default:
        return bare_name(site->arena, s->name);
    }
}

#define NEAR_MAX 3

/* The nearest names as one text. `name` has `each` in a row for one thing, of
 * which one is enough; the fourth is there to be compared with and not
 * shown. */
static struct str near_names(const struct site *site, struct str wrong,
                             size_t n, size_t each,
                             struct str (*name)(const void *payload,
                                                size_t i),
                             const void *payload)
{
    size_t near[NEAR_MAX * 4], last = NONE, told = 0;
    struct str parts[NEAR_MAX];
    size_t found = fold_nearest_all(wrong, n * each, name, payload, near,
                                    NEAR_MAX * each);
    for (size_t i = 0; i < found && told < NEAR_MAX; i++) {
        if (near[i] / each != last)
            parts[told++] =
                name(payload, near[i] % each == 3 ? near[i] - 1 : near[i]);
        last = near[i] / each;
    }
    return str_join(site->arena, parts, told, S(" | "));
}

struct str catalog_near_school(const struct site *site, struct str name)
{
    return near_names(site, name, site->schools.n, 4, school_name, site);
}

static struct str indicator_name(const void *payload, size_t i)
{
    const struct indicator *first = payload;
    return i % 2 == 0 ? first[i / 2].id : first[i / 2].title;
}

struct str catalog_near_indicator(const struct site *site, size_t programme,
                                  struct str name)
{
    const struct indicator *first = site->indicators.at;
    size_t n = site->indicators.n;
    if (programme < site->programmes.n) {
        first += site->programmes.at[programme].indicator_first;
        n = site->programmes.at[programme].indicator_n;
    }
    return near_names(site, name, n, 2, indicator_name, first);
}

date catalog_as_of(const struct site *site, size_t programme)
{
    if (programme < site->programmes.n &&
        site->programmes.at[programme].as_of != DATE_NONE)
        return site->programmes.at[programme].as_of;
    return site->config.as_of;
}

bool catalog_is_over(const struct site *site, size_t programme)
{
    struct period period = site->programmes.at[programme].period;

    return period.kind != PERIOD_NONE &&
           period.to <= catalog_as_of(site, programme);
}

bool catalog_all_demo(const struct site *site)
{
    for (size_t i = 0; i < site->programmes.n; i++)
        if (!site->programmes.at[i].demo)
            return false;
    return site->programmes.n > 0;
}

struct str catalog_school_label(const struct school *school)
{
    return school->brief.n ? school->brief : school->name;
}

/* --- reading --- */

static int by_name(const void *a, const void *b)
{
    const struct school *one = a, *other = b;
    int order = fold_order_names(catalog_school_label(one),
                                 catalog_school_label(other));
    return order ? order : str_cmp(one->id, other->id);
}

/* Tables are mostly kept in order, and comparing names is slow. */
static bool in_order(const struct site *site)
{
    for (size_t i = 1; i < site->schools.n; i++)
        if (by_name(&site->schools.at[i - 1], &site->schools.at[i]) > 0)
            return false;
    return true;
}

/* «СОШ № 1» for «МБОУ СОШ № 1»: people leave the legal form out. Only where
 * it is nobody else's name, and not two schools' at once. */
static void name_bare(struct site *site)
{
    struct map *bare = map_new(site->arena);
    struct str *keys = ARENA_ARRAY(site->arena, struct str,
                                   site->schools.n + 1);
    for (size_t i = 0; i < site->schools.n; i++) {
        keys[i] = bare_name(site->arena, site->schools.at[i].name);
        if (keys[i].n && map_add(bare, keys[i], i) != i)
            map_set(bare, keys[i], NONE);
    }
    for (size_t i = 0; i < site->schools.n; i++)
        if (keys[i].n && map_get(bare, keys[i]) == i)
            map_add(site->school_names, keys[i], i);
}

/* The order in which everything lists schools, and their names. */
static struct str school_id(const void *payload, size_t i)
{
    const struct site *site = payload;
    return site->schools.at[i].id;
}

static void name_schools(struct site *site, struct diag *diag)
{
    struct map *map = site->school_names;
    struct catalog_names names = {map, site->arena, diag, school_id, site};
    if (!in_order(site))
        qsort(site->schools.at, site->schools.n, sizeof *site->schools.at,
              by_name);
    for (size_t i = 0; i < site->schools.n; i++) {
        const struct school *s = &site->schools.at[i];
        size_t had = map_add(map, s->id, i);
        if (had != i)
            catalog_taken(diag, s->id, s->at, site->schools.at[had].at);
    }
    for (size_t i = 0; i < site->schools.n; i++) {
        const struct school *s = &site->schools.at[i];
        catalog_name(&names, s->name, i, s->at);
        if (!str_eq(s->brief, s->name))
            catalog_name(&names, s->brief, i, s->at);
        for (size_t a = 0; a < s->aliases.n; a++)
            catalog_name(&names, s->aliases.at[a], i, s->at);
    }
    catalog_spell_ids(&names, 0, site->schools.n);
    name_bare(site);
}

static struct str organisation_id(const void *payload, size_t i)
{
    const struct site *site = payload;
    return site->organisations.at[i].id;
}

static void name_organisations(struct site *site, struct diag *diag)
{
    struct map *map = site->organisation_names;
    struct catalog_names names = {map, site->arena, diag, organisation_id,
                                  site};
    for (size_t i = 0; i < site->organisations.n; i++) {
        const struct organisation *o = &site->organisations.at[i];
        size_t had = map_add(map, o->id, i);
        if (had != i)
            catalog_taken(diag, o->id, o->at,
                          site->organisations.at[had].at);
        catalog_name(&names, o->name, i, o->at);
        catalog_name(&names, o->brief, i, o->at);
        for (size_t a = 0; a < o->aliases.n; a++)
            catalog_name(&names, o->aliases.at[a], i, o->at);
    }
    catalog_spell_ids(&names, 0, site->organisations.n);
}

static int by_term(const void *a, const void *b)
{
    const struct term *one = a, *other = b;
    return fold_order(one->term, other->term);
}

static void name_terms(struct site *site, struct diag *diag)
{
    if (site->terms.n)
        qsort(site->terms.at, site->terms.n, sizeof *site->terms.at,
              by_term);
    for (size_t i = 0; i < site->terms.n; i++) {
        const struct term *t = &site->terms.at[i];
        size_t had = map_add(site->term_ids, t->id, i);
        if (had != i)
            catalog_taken(diag, t->id, t->at, site->terms.at[had].at);
    }
}

/* --- names that belong to the site's own pages --- */

static void reserve(struct str id, bool at_root, struct pos at,
                    struct diag *diag)
{
    struct str rest = id;
    struct str first = str_cut(&rest, '/');
    if (address_reserved(first, at_root))
        diag_add(diag, at, MSG_CATALOG_RESERVED, ARGS(first));
}

static void check_reserved(const struct site *site, struct diag *diag)
{
    for (size_t i = 0; i < site->schools.n; i++)
        reserve(site->schools.at[i].id, false, site->schools.at[i].at, diag);
    for (size_t i = 0; i < site->programmes.n; i++)
        reserve(site->programmes.at[i].id, false,
                site->programmes.at[i].text.at, diag);
    for (size_t i = 0; i < site->practices.n; i++)
        reserve(site->practices.at[i].id, false,
                site->practices.at[i].text.at, diag);
    for (size_t i = 0; i < site->news.n; i++)
        reserve(site->news.at[i].id, false, site->news.at[i].text.at, diag);
    for (size_t i = 0; i < site->pages.n; i++)
        reserve(site->pages.at[i].id, true, site->pages.at[i].text.at, diag);
}

/* --- files that nobody reads --- */

static const char *const shared_tables[] = {
    "schools.csv", "organisations.csv", "glossary.csv", "explanations.csv",
    "former.csv", "frozen.csv",
    "search-synonyms.csv"};
static const char *const programme_tables[] = {
    "passport.csv", "participants.csv", "indicators.csv", "targets.csv",
    "values.csv", "breaks.csv", "thresholds.csv", "plan.csv", "progress.csv",
    "finance.csv", "risks.csv", "documents.csv", "monitoring.csv",
    "findings.csv", "overrides.csv", "clusters.csv"};

struct names {
    const char *const *at;
    size_t n;
};

static struct str name_at(const void *payload, size_t i)
{
    const struct names *names = payload;
    return str_of(names->at[i]);
}

static bool is_known(const struct names *names, struct str file)
{
    for (size_t i = 0; i < names->n; i++)
        if (str_is(file, names->at[i]))
            return true;
    return names->at == programme_tables &&
           str_starts(file, S("values-")) && str_ends(file, S(".csv"));
}

/* A misspelt name would make a table vanish without a word. */
static void report_file(const struct site *site, struct str path,
                        struct diag *diag)
{
    struct str rest = str_skip(path, S("data/").n);
    struct str folder = str_cut(&rest, '/');
    struct names names = {shared_tables, sizeof shared_tables /
                                             sizeof *shared_tables};
    struct str file = folder;
    if (rest.p) {
        file = rest;
        names = (struct names){programme_tables,
                               sizeof programme_tables /
                                   sizeof *programme_tables};
    }
    if (rest.p && catalog_programme(site, folder) == NONE) {
        diag_add(diag, (struct pos){.file = path}, MSG_CATALOG_NO_PROGRAMME,
                 ARGS(folder));
    } else if (!is_known(&names, file)) {
        size_t near = fold_nearest(file, names.n, name_at, &names);
        diag_add(diag, (struct pos){.file = path}, MSG_CATALOG_TABLE,
                 ARGS(file, near < names.n ? name_at(&names, near) : S("")));
    }
}

static void report_stray_files(const struct site *site, struct diag *diag)
{
    size_t n;
    const struct source_file *files =
        source_below(site->source, S("data/"), &n);
    for (size_t i = 0; i < n; i++)
        report_file(site, files[i].path, diag);
}

struct site *catalog_read(struct arena *arena, const struct source *source,
                          struct diag *diag)
{
    struct site *site = ARENA_NEW(arena, struct site);
    struct schema_reader reader = {arena, source, diag};
    site->arena = arena;
    site->source = source;
    site->index.updated = DATE_NONE;    /* there may be no index.md */
    site->school_names = map_new(arena);
    site->organisation_names = map_new(arena);
    site->programme_ids = map_new(arena);
    site->practice_ids = map_new(arena);
    site->term_ids = map_new(arena);
    if (!config_read(&site->config, arena, source, diag))
        return NULL;
    catalog_read_shared(site, &reader);
    name_schools(site, diag);
    name_organisations(site, diag);
    name_terms(site, diag);
    catalog_read_texts(site, &reader);
    for (size_t p = 0; p < site->programmes.n; p++)
        catalog_read_programme(site, p, &reader);
    check_reserved(site, diag);
    report_stray_files(site, diag);
    return site;
}

static bool is_explained(void *payload, struct str finding)
{
    const struct site *site = payload;
    for (size_t i = 0; i < site->explanations.n; i++)
        if (str_eq(site->explanations.at[i].finding, finding))
            return true;
    return false;
}

void catalog_explain(const struct site *site, struct diag *diag)
{
    diag_explain(diag, is_explained, (void *)(uintptr_t)site);
}
