/*
 * page_search: one page to find all others: a search by words for readers
 * with scripts, and for everybody the list of all pages by parts of the site.
 *
 * A row of pages.c.
 */
#include "render/page_practice.h"
#include "render/plan.h"
#include "render/search.h"

#include "base/fold.h"

#include <stdlib.h>

/* A part with more pages is listed by those that list its pages. */
#define LISTED_MAX 600

/* `rest` of its title stands in the heading above: for those who do not see
 * that, so that links to different places do not sound the same. */
struct search_link {
    struct str label, rest, url;
    bool first;                 /* before all others */
};

static const struct field link_fields[] = {
    FIELD(search_link, TEXT, label),
    FIELD(search_link, TEXT, rest),
    FIELD(search_link, URL, url),
};
static const struct view search_link_view = {
    "search link", sizeof(struct search_link), link_fields,
    sizeof link_fields / sizeof *link_fields, NULL,
};

/* Programme, municipality; or pages that only lead to others, folded. */
struct search_group {
    struct str name;                /* may be empty */
    struct str count;               /* empty: not folded */
    struct list links;              /* search_link */
};

static const struct field group_fields[] = {
    FIELD(search_group, TEXT, name),
    FIELD(search_group, TEXT, count),
    FIELD_OF(search_group, LIST, links, search_link_view),
};
static const struct view group_view = {
    "search group", sizeof(struct search_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

struct search_part {
    struct str id, name, count;
    struct list groups, folded;     /* search_group */
    bool brief;                     /* too many pages to list here */
};

static const struct field part_fields[] = {
    FIELD(search_part, TEXT, id),
    FIELD(search_part, TEXT, name),
    FIELD(search_part, TEXT, count),
    FIELD_OF(search_part, LIST, groups, group_view),
    FIELD_OF(search_part, LIST, folded, group_view),
    FIELD(search_part, BOOL, brief),
};
static const struct view part_view = {
    "search part", sizeof(struct search_part), part_fields,
    sizeof part_fields / sizeof *part_fields, NULL,
};

struct search_view {
    struct view_frame frame;
    struct str sheet_url, stemmer_url, client_url;
    struct list parts;              /* search_part */
};

static const struct field search_fields[] = {
    FIELD(search_view, URL, sheet_url),
    FIELD(search_view, URL, stemmer_url),
    FIELD(search_view, URL, client_url),
    FIELD_OF(search_view, LIST, parts, part_view),
};
static const struct view search_view = {
    "search", sizeof(struct search_view), search_fields,
    sizeof search_fields / sizeof *search_fields, &frame_view,
};

/* In the order of enum search_type. */
static const struct {
    const char *id, *name;
} parts[SEARCH_TYPES] = {
    { "all-schools", "search.schools" },
    { "all-indicators", "search.indicators" },
    { "all-programmes", "search.programmes" },
    { "all-practices", "search.practices" },
    { "all-news", "search.news" },
    { "all-other", "search.other" },
};

struct listing {
    const struct page *page;
    const struct search_index *index;
    enum search_type type;
    bool brief;
};

#define FACETS_FOLDER "practices/by/"
#define CHANGES_FOLDER "changes/"

static bool is_list(struct str path)
{
    return str_ends(path, S("index.html")) || str_find_char(path, '/') < 0;
}

static bool is_folded(struct str path)
{
    return str_starts(path, S(FACETS_FOLDER)) ||
           str_starts(path, S(CHANGES_FOLDER));
}

static bool is_listed(const struct listing *listing, size_t i, size_t place)
{
    const struct search_page *it = &listing->index->pages[i];

    return it->type == listing->type && it->place == place &&
           (listing->brief ? is_list(it->path) : !is_folded(it->path));
}

/* «Page: Programme», «School, Municipality» without what the heading above
 * has said; with nothing before it, the whole. */
static struct str short_title(struct str title, struct str place)
{
    struct str rest;

    if (place.n == 0 || title.n <= place.n || !str_ends(title, place))
        return title;
    rest = str_sub(title, 0, title.n - place.n);
    return str_ends(rest, S(": ")) || str_ends(rest, S(", "))
               ? str_sub(rest, 0, rest.n - 2)
               : title;
}

static int by_name(const void *a, const void *b)
{
    const struct search_link *left = a, *right = b;
    int order = (int)right->first - (int)left->first;

    if (order == 0)
        order = fold_order_names(left->label, right->label);
    return order != 0 ? order : str_cmp(left->url, right->url);
}

/* The pages of a place, `name` in the heading above: what leads to others,
 * then those by name. */
static struct list links_of(const struct listing *listing, size_t place,
                            struct str name)
{
    const struct search_index *index = listing->index;
    ARR(struct search_link) links = {0};

    for (size_t i = 0; i < index->pages_n; i++) {
        const struct search_page *it = &index->pages[i];
        struct str label = short_title(it->title, name);

        if (is_listed(listing, i, place))
            *ARR_PUSH(listing->page->arena, &links) = (struct search_link){
                .label = label,
                .rest = str_skip(it->title, label.n),
                .url = page_path_url(listing->page, it->path),
                .first = str_ends(it->path, S("index.html")),
            };
    }
    if (links.n > 0 && listing->type != SEARCH_NEWS)    /* by date */
        qsort(links.at, links.n, sizeof *links.at, by_name);
    return (struct list){ links.at, links.n };
}

static struct list groups_of(const struct listing *listing)
{
    const struct search_index *index = listing->index;
    struct search_group *groups = PAGE_ARRAY(listing->page,
                                             struct search_group,
                                             index->places_n);
    size_t n = 0;

    for (size_t place = 0; place < index->places_n; place++) {
        struct str name = page_typo(listing->page, index->places[place]);
        struct list links = links_of(listing, place, name);

        if (links.n > 0)
            groups[n++] = (struct search_group){
                .name = name, .links = links,
            };
    }
    return (struct list){ groups, n };
}

/* Choices of practices by facet: there are more of them than practices. */
static struct list facets_of(const struct page *page)
{
    struct list all = practice_choices_all(page);
    const struct practice_choices *facets = all.at;
    struct search_group *groups = PAGE_ARRAY(page, struct search_group,
                                             all.n + 1);

    for (size_t i = 0; i < all.n; i++) {
        const struct practice_choice *values = facets[i].values.at;
        struct search_link *links = PAGE_ARRAY(page, struct search_link,
                                               facets[i].values.n);
        struct str name = page_fill(page, "search.facet",
                                    FILL({ "facet", facets[i].name }));

        for (size_t v = 0; v < facets[i].values.n; v++)
            links[v] = (struct search_link){
                .label = values[v].label,
                .rest = str_format(page->arena, ": %.*s", STR_FMT(name)),
                .url = values[v].url,
            };
        groups[i] = (struct search_group){
            .name = name,
            .count = page_count(page, "search.page", facets[i].values.n),
            .links = { links, facets[i].values.n },
        };
    }
    return (struct list){ groups, all.n };
}

static struct list changes_of(const struct listing *listing)
{
    const struct search_index *index = listing->index;
    struct search_group *group = ARENA_NEW(listing->page->arena,
                                           struct search_group);
    ARR(struct search_link) links = {0};

    for (size_t i = 0; i < index->pages_n; i++)
        if (str_starts(index->pages[i].path, S(CHANGES_FOLDER)))
            *ARR_PUSH(listing->page->arena, &links) = (struct search_link){
                .label = index->pages[i].title,
                .url = page_path_url(listing->page, index->pages[i].path),
            };
    if (links.n > 0)
        qsort(links.at, links.n, sizeof *links.at, by_name);
    *group = (struct search_group){
        .name = page_word(listing->page, "search.changes"),
        .count = page_count(listing->page, "search.page", links.n),
        .links = { links.at, links.n },
    };
    return (struct list){ group, links.n > 0 };
}

static struct list folded_of(const struct listing *listing)
{
    if (listing->brief)
        return (struct list){0};
    switch (listing->type) {
    case SEARCH_PRACTICES:
        return facets_of(listing->page);
    case SEARCH_OTHER:
        return changes_of(listing);
    default:
        return (struct list){0};
    }
}

static size_t count_of(const struct search_index *index,
                       enum search_type type)
{
    size_t n = 0;

    for (size_t i = 0; i < index->pages_n; i++)
        n += index->pages[i].type == type;
    return n;
}

static void fill(struct page *page, void *data)
{
    struct search_view *view = data;
    const struct search_index *index = search_index(plan_search(page->plan));
    struct search_part *rows = PAGE_ARRAY(page, struct search_part,
                                          SEARCH_TYPES);
    bool russian = page->site->config.language == LANG_RU;
    size_t n = 0;

    frame_heading(page, &view->frame, page_word(page, "search.heading"),
                  page_word(page, "search.description"));
    view->frame.search_url = (struct str){0};
    view->sheet_url = page_path_url(page, S("search.css"));
    view->client_url = page_path_url(page, S("search.js"));
    view->stemmer_url = page_path_url(page, russian ? S("search-ru.js")
                                                    : S("search-en.js"));
    for (int type = 0; type < SEARCH_TYPES; type++) {
        size_t pages = count_of(index, (enum search_type)type);
        struct listing listing = { page, index, (enum search_type)type,
                                   pages > LISTED_MAX };

        if (pages == 0)
            continue;
        rows[n++] = (struct search_part){
            .id = str_of(parts[type].id),
            .name = page_word(page, parts[type].name),
            .count = page_count(page, "search.page", pages),
            .groups = groups_of(&listing),
            .folded = folded_of(&listing),
            .brief = listing.brief,
        };
    }
    view->parts = (struct list){ rows, n };
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_SEARCH, NONE, NONE), 0, 0);
}

const struct page_kind page_search = {
    .name = "search", .view = &search_view, .list = list, .fill = fill,
    .derived = true, .unlisted = true, .gathers = true,
};
