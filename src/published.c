/*
 * published: what a publication changes, in words; see published.h.
 *
 * Numbers are compared by the open data (a row more, less or other), texts by
 * what stands in <main>: the frame of a page changes with every date.
 */
#include "published.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/map.h"
#include "model/address.h"
#include "model/catalog.h"
#include "output/publish.h"
#include "release/release.h"

#include <stdlib.h>

#define NAMES_MAX 20        /* of each kind that are named */
#define COMPARED_MAX 500    /* pages; of more only the number is of interest */

enum { INDICATORS, SCHOOLS, TEXTS, PAGES, KINDS };

static const char *const headings[KINDS][2] = {
    [INDICATORS] = {"Показатели", "Indicators"},
    [SCHOOLS] = {"Школы", "Schools"},
    [TEXTS] = {"Тексты", "Texts"},
    [PAGES] = {"Страницы", "Pages"},
};
static const char *const counted[KINDS][2] = {
    [INDICATORS] = {"показатели", "indicators"},
    [SCHOOLS] = {"школы", "schools"},
    [TEXTS] = {"тексты", "texts"},
    [PAGES] = {"страницы", "pages"},
};

struct names {
    ARR(struct str) list;
};

struct telling {
    struct published *published;
    const struct site *site;
    const struct publish_changes *changes;
    struct arena *arena;
    struct names names[KINDS];
    struct map *named;          /* paths of school pages already told of */
};

static size_t find(const struct publish_changes *changes, struct str path)
{
    size_t low = 0, high = changes->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(changes->at[middle].path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < changes->n && str_eq(changes->at[low].path, path)
               ? low : MAP_NONE;
}

static void name(struct telling *t, int kind, struct str text)
{
    *ARR_PUSH(t->arena, &t->names[kind].list) = text;
}

/* --- numbers --- */

/* For each name that stands in one column of a table: the sum of its rows
 * now, less that of before. Zero: the same rows. */
struct tally {
    struct map *at;             /* name -> index in sums */
    ARR(uint64_t) sums;
};

static void add_row(struct tally *tally, struct arena *arena, struct str key,
                    uint64_t weight)
{
    size_t i = map_get(tally->at, key);
    if (i == MAP_NONE) {
        i = tally->sums.n;
        map_add(tally->at, str_copy(arena, key), i);
        *ARR_PUSH(arena, &tally->sums) = 0;
    }
    tally->sums.at[i] += weight;
}

static struct str cell(struct str row, size_t column)
{
    while (column-- > 0)
        str_cut(&row, ',');
    return str_cut(&row, ',');
}

static size_t column_of(struct str head, const char *title)
{
    for (size_t i = 0; head.p; i++)
        if (str_is(str_cut(&head, ','), title))
            return i;
    return MAP_NONE;
}

/* The keys stand before any cell that may hold a comma or a line break; what
 * follows a break is taken for a row of a name that nobody has. */
static void add_rows(const struct telling *t, struct str table, bool before,
                     struct tally tallies[2])
{
    struct str head = str_cut(&table, '\n');
    if (str_ends(head, S("\r")))
        head.n--;
    size_t columns[2] = {column_of(head, "indicator"),
                         column_of(head, "school")};
    while (table.p && table.n) {
        struct str row = str_cut(&table, '\n');
        uint64_t hash = hash_64(row);
        for (size_t k = 0; k < 2; k++)
            if (columns[k] != MAP_NONE)
                add_row(&tallies[k], t->arena, cell(row, columns[k]),
                        before ? 0 - hash : hash);
    }
}

/* Both versions of one table of a programme, if it changed. */
static void add_table(const struct telling *t, struct str id,
                      const char *table, struct tally tallies[2])
{
    size_t i = find(t->changes, str_format(t->arena, "data/%.*s/%s.csv",
                                           STR_FMT(id), table));
    struct buf bytes = {0};
    for (int before = 0; before < 2 && i != MAP_NONE; before++) {
        buf_clear(&bytes);
        if (t->changes->bytes(t->changes, i, before != 0, &bytes))
            add_rows(t, buf_str(&bytes), before != 0, tallies);
    }
    buf_free(&bytes);
}

static bool differs(const struct tally *tally, struct str key)
{
    size_t i = map_get(tally->at, key);
    return i != MAP_NONE && tally->sums.at[i] != 0;
}

static void tell_numbers(struct telling *t)
{
    const struct site *site = t->site;
    struct tally schools = {.at = map_new(t->arena)};
    for (size_t p = 0; p < site->programmes.n; p++) {
        struct str id = site->programmes.at[p].id;
        struct tally tallies[2] = {{.at = map_new(t->arena)}, schools};
        add_table(t, id, "values", tallies);
        add_table(t, id, "targets", tallies);
        schools = tallies[1];
        for (size_t i = 0; i < site->indicators.n; i++) {
            const struct indicator *it = &site->indicators.at[i];
            if (it->programme == p && differs(&tallies[0], it->id))
                name(t, INDICATORS,
                     site->programmes.n > 1
                         ? str_format(t->arena, "%.*s (%.*s)",
                                      STR_FMT(it->title), STR_FMT(id))
                         : it->title);
        }
    }
    for (size_t i = 0; i < site->schools.n; i++) {
        const struct school *school = &site->schools.at[i];
        if (!differs(&schools, school->id))
            continue;
        name(t, SCHOOLS, catalog_school_label(school));
        map_add(t->named, address_of(t->arena, site, THING_SCHOOL, i, 0), i);
    }
}

/* --- texts and other pages --- */

struct page_name {
    size_t change;
    struct str title;
    int kind;
};
struct candidates {
    ARR(struct page_name) list;
};

static void consider(struct telling *t, struct candidates *all, int kind,
                     struct str path, struct str title)
{
    struct page_name page = {find(t->changes, path), title, kind};
    if (page.change != MAP_NONE && map_get(t->named, path) == MAP_NONE)
        *ARR_PUSH(t->arena, &all->list) = page;
}

static struct str main_of(struct str html)
{
    ptrdiff_t from = str_find(html, S("<main"));
    ptrdiff_t to = str_find(html, S("</main>"));
    return from >= 0 && to > from ? str_sub(html, (size_t)from, (size_t)to)
                                  : html;
}

static bool main_differs(const struct telling *t, size_t change)
{
    struct buf now = {0}, before = {0};
    bool differ = t->changes->at[change].how != PUBLISH_CHANGED
        || !t->changes->bytes(t->changes, change, false, &now)
        || !t->changes->bytes(t->changes, change, true, &before)
        || !str_eq(main_of(buf_str(&now)), main_of(buf_str(&before)));
    buf_free(&now);
    buf_free(&before);
    return differ;
}

#define ADDRESS(thing, at, sub) \
    address_of(t->arena, t->site, thing, at, sub)

/* Pages of the whole site that sources of their own make. */
static const struct {
    enum thing thing;
    const char *title[2];
} common[] = {
    {THING_HOME, {"Главная", "Home"}},
    {THING_GLOSSARY, {"Словарь", "Glossary"}},
    {THING_ORGANISATIONS, {"Организации", "Organisations"}},
};

static void list_texts(struct telling *t, struct candidates *all)
{
    const struct site *site = t->site;
    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t i = 0; i < site->programmes.at[p].sections.n; i++)
            consider(t, all, TEXTS, ADDRESS(THING_SECTION, p, i),
                     site->programmes.at[p].sections.at[i].text.title);
    for (size_t i = 0; i < site->practices.n; i++)
        consider(t, all, TEXTS, ADDRESS(THING_PRACTICE, i, 0),
                 site->practices.at[i].text.title);
    for (size_t i = 0; i < site->news.n; i++)
        consider(t, all, TEXTS, ADDRESS(THING_NEWS_ITEM, i, 0),
                 site->news.at[i].text.title);
    for (size_t i = 0; i < site->pages.n; i++)
        consider(t, all, TEXTS, ADDRESS(THING_PAGE, i, 0),
                 site->pages.at[i].text.title);
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        consider(t, all, PAGES, ADDRESS(common[i].thing, NONE, 0),
                 str_of(common[i].title[site->config.language]));
    for (size_t p = 0; p < site->programmes.n; p++) {
        struct str title = site->programmes.at[p].text.title;
        consider(t, all, PAGES, ADDRESS(THING_PROGRAMME, p, 0), title);
        consider(t, all, PAGES, ADDRESS(THING_PLAN, p, 0),
                 str_format(t->arena, "%s: %.*s",
                            site->config.language == LANG_RU ? "План"
                                                             : "Plan",
                            STR_FMT(title)));
    }
    for (size_t i = 0; i < site->schools.n; i++)
        consider(t, all, PAGES, ADDRESS(THING_SCHOOL, i, 0),
                 catalog_school_label(&site->schools.at[i]));
}

static void tell_texts(struct telling *t)
{
    struct candidates all = {0};
    list_texts(t, &all);
    for (size_t i = 0; i < all.list.n; i++) {
        const struct page_name *page = &all.list.at[i];
        if (all.list.n > COMPARED_MAX || main_differs(t, page->change))
            name(t, page->kind, page->title);
    }
}

/* --- pictures on other sites --- */

static bool picture_changed(const struct telling *t, size_t school)
{
    static const enum kit_part parts[] = {KIT_CARD, KIT_SQUARE};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t at = find(t->changes, ADDRESS(THING_KIT, school, parts[i]));
        if (at != MAP_NONE && t->changes->at[at].how == PUBLISH_CHANGED)
            return true;
    }
    return false;
}

/* `w/SCHOOL` of each school with a changed drawing. */
static struct map *changed_drawings(const struct telling *t)
{
    struct map *stems = map_new(t->arena);
    for (size_t i = 0; i < t->changes->n; i++) {
        struct str path = t->changes->at[i].path;
        if (t->changes->at[i].how == PUBLISH_CHANGED
            && str_ends(path, S(".svg")))
            map_add(stems, str_cut(&path, '.'), i);
    }
    return stems;
}

static void list_pictures(struct telling *t)
{
    struct published *published = t->published;
    struct map *drawings = changed_drawings(t);
    for (size_t i = 0; i < t->site->schools.n; i++) {
        const struct school *school = &t->site->schools.at[i];
        struct str stem = address_widget(t->arena, school->id, S(""), S(""),
                                         "svg");
        if (map_get(drawings, str_cut(&stem, '.')) != MAP_NONE
            || picture_changed(t, i))
            *ARR_PUSH(published->arena, &published->pictures) =
                str_copy(published->arena, catalog_school_label(school));
    }
}

/* Nobody asked for them to be kept, and nobody has been told yet. */
static void list_foreign(struct telling *t)
{
    struct published *published = t->published;
    published->foreign.n = 0;
    for (size_t i = 0; i < t->changes->n; i++) {
        const struct publish_change *change = &t->changes->at[i];
        if (change->how == PUBLISH_REMOVED && !change->ours)
            *ARR_PUSH(published->arena, &published->foreign) =
                str_copy(published->arena, change->path);
    }
}

/* --- the message --- */

static const char *word(const struct telling *t, const char *ru,
                        const char *en)
{
    return t->site->config.language == LANG_RU ? ru : en;
}

static void add_first_line(const struct telling *t, struct buf *out)
{
    const char *before = "";
    size_t said = 0;
    struct str school = t->published->only;
    if (school.n) {
        str_cut(&school, ':');
        size_t at = catalog_school(t->site, school);
        buf_addf(out, word(t, "Сайт школы: %.*s", "Site of a school: %.*s"),
                 STR_FMT(at == NONE
                             ? school
                             : catalog_school_label(&t->site->schools.at[at])));
        return;
    }
    if (t->changes->first) {
        buf_addf(out, word(t, "Первая публикация: школы %zu, программы %zu",
                           "First publication: schools %zu, programmes %zu"),
                 t->site->schools.n, t->site->programmes.n);
        return;
    }
    buf_addz(out, word(t, "Обновлено: ", "Updated: "));
    for (int kind = 0; kind < KINDS; kind++) {
        size_t n = t->names[kind].list.n;
        if (n == 0)
            continue;
        buf_addf(out, "%s%s %zu", before,
                 counted[kind][t->site->config.language], n);
        before = ", ";
        said++;
    }
    if (!said)
        buf_addf(out, word(t, "файлы %zu", "files %zu"), t->changes->n);
}

static void add_names(const struct telling *t, int kind, struct buf *out)
{
    size_t n = t->names[kind].list.n;
    if (n == 0)
        return;
    buf_addf(out, "\n%s:\n", headings[kind][t->site->config.language]);
    for (size_t i = 0; i < n && i < NAMES_MAX; i++)
        buf_addf(out, "- %.*s\n", STR_FMT(t->names[kind].list.at[i]));
    if (n > NAMES_MAX)
        buf_addf(out, word(t, "- и ещё %zu\n", "- and %zu more\n"),
                 n - NAMES_MAX);
}

static void add_files(const struct telling *t, struct buf *out)
{
    size_t n[PUBLISH_REMOVED + 1] = {0};
    for (size_t i = 0; i < t->changes->n; i++)
        n[t->changes->at[i].how]++;
    buf_addf(out, word(t, "\nФайлы: новых %zu, изменённых %zu, удалённых %zu\n",
                       "\nFiles: new %zu, changed %zu, removed %zu\n"),
             n[PUBLISH_CREATED], n[PUBLISH_CHANGED], n[PUBLISH_REMOVED]);
}

void published_site(void *payload, const struct release *release)
{
    struct published *published = payload;
    published->site = release_site(release);
}

void published_describe(void *payload, const struct publish_changes *changes,
                        struct buf *message)
{
    struct published *published = payload;
    struct telling t = {.published = published, .site = published->site,
                        .changes = changes, .arena = arena_new()};
    t.named = map_new(t.arena);
    if (!changes->first) {
        tell_numbers(&t);
        tell_texts(&t);
        list_pictures(&t);
    }
    if (!message->n)
        add_first_line(&t, message);
    buf_char(message, '\n');
    for (int kind = 0; kind < KINDS; kind++)
        add_names(&t, kind, message);
    add_files(&t, message);
    list_foreign(&t);
    published->told = str_copy(published->arena, buf_str(message));
    arena_free(t.arena);
}
