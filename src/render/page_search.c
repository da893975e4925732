/*
 * page_search: one page to find all others: a search by words for readers
 * with scripts, and for everybody the list of all pages by parts of the site.
 *
 * A row of pages.c.
 */
#include "render/page.h"
#include "render/plan.h"
#include "render/search.h"

/* A part with more pages is listed by those that list its pages. */
#define LISTED_MAX 600

struct search_group {
    struct str name;                /* programme, municipality; may be empty */
    struct list links;              /* view_link */
};

static const struct field group_fields[] = {
    FIELD(search_group, TEXT, name),
    FIELD_OF(search_group, LIST, links, link_view),
};
static const struct view group_view = {
    "search group", sizeof(struct search_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

struct search_part {
    struct str id, name, count;
    struct list groups;             /* search_group */
    bool brief;                     /* too many pages to list here */
};

static const struct field part_fields[] = {
    FIELD(search_part, TEXT, id),
    FIELD(search_part, TEXT, name),
    FIELD(search_part, TEXT, count),
    FIELD_OF(search_part, LIST, groups, group_view),
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

static bool is_list(struct str path)
{
    return str_ends(path, S("index.html")) || str_find_char(path, '/') < 0;
}

static bool is_listed(const struct listing *listing, size_t i, size_t place)
{
    const struct search_page *it = &listing->index->pages[i];

    return it->type == listing->type && it->place == place &&
           (!listing->brief || is_list(it->path));
}

static struct list links_of(const struct listing *listing, size_t place)
{
    const struct search_index *index = listing->index;
    struct view_link *links = PAGE_ARRAY(listing->page, struct view_link,
                                         index->pages_n);
    size_t n = 0;

    for (size_t i = 0; i < index->pages_n; i++) {
        if (!is_listed(listing, i, place))
            continue;
        links[n].label = index->pages[i].title;
        links[n++].url = page_path_url(listing->page, index->pages[i].path);
    }
    return (struct list){ links, n };
}

static struct list groups_of(const struct listing *listing)
{
    const struct search_index *index = listing->index;
    struct search_group *groups = PAGE_ARRAY(listing->page,
                                             struct search_group,
                                             index->places_n);
    size_t n = 0;

    for (size_t place = 0; place < index->places_n; place++) {
        struct list links = links_of(listing, place);

        if (links.n > 0)
            groups[n++] = (struct search_group){
                page_typo(listing->page, index->places[place]), links,
            };
    }
    return (struct list){ groups, n };
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
    view->frame.search_url = (struct str){ 0 };
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
    .derived = true, .unlisted = true,
};
