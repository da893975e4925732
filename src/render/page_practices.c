/*
 * page_practices: what helped others? Practices by what experts say of them,
 * inside by strength of evidence: practices may be ordered so, schools not.
 * The facets lead to pages of their own; the filter, a script, works on the
 * cards of this page.
 *
 * A row of pages.c.
 */
#include "render/page_practice.h"

#include "render/plan.h"

struct practices_group {
    struct str id, name, note, count;
    struct list cards;              /* practice_card */
    bool archived;                  /* with a banner */
};

static const struct field group_fields[] = {
    FIELD(practices_group, TEXT, id),
    FIELD(practices_group, TEXT, name),
    FIELD(practices_group, TEXT, note),
    FIELD(practices_group, TEXT, count),
    FIELD_OF(practices_group, LIST, cards, practice_card_view),
    FIELD(practices_group, BOOL, archived),
};
static const struct view group_view = {
    "practice group", sizeof(struct practices_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

struct practices_view {
    struct view_frame frame;
    struct list groups;             /* practices_group */
    struct list facets;             /* practice_choices */
    struct str filter_url, filter_style_url, news_url;
    struct str csv_url, excel_url, json_url;
    bool has_groups, many;
};

static const struct field practices_fields[] = {
    FIELD_OF(practices_view, LIST, groups, group_view),
    FIELD_OF(practices_view, LIST, facets, practice_choices_view),
    FIELD(practices_view, URL, filter_url),
    FIELD(practices_view, URL, filter_style_url),
    FIELD(practices_view, URL, news_url),
    FIELD(practices_view, URL, csv_url),
    FIELD(practices_view, URL, excel_url),
    FIELD(practices_view, URL, json_url),
    FIELD(practices_view, BOOL, has_groups),
    FIELD(practices_view, BOOL, many),
};
static const struct view practices_view = {
    "practices", sizeof(struct practices_view), practices_fields,
    sizeof practices_fields / sizeof *practices_fields, &frame_view,
};

/* --- groups --- */

/* In the order of the page. */
static const struct group {
    int status;
    const char *name, *note;
} groups[] = {
    { PRACTICE_RECOMMENDED, "practices.recommended",
      "practices.recommended_note" },
    { PRACTICE_REVIEW, "practices.review", "practices.review_note" },
    { PRACTICE_OUTDATED, "practices.outdated", "practices.outdated_note" },
    { PRACTICE_ANNOUNCED, "practices.announced",
      "practices.announced_note" },
    { PRACTICE_ARCHIVED, "practices.archived", "practices.archived_note" },
};
#define GROUPS (sizeof groups / sizeof *groups)

static struct list cards_of(const struct page *page, int status)
{
    const struct site *site = page->site;
    size_t all, n = 0;
    const size_t *order = practice_all(plan_practices(page->plan), &all);
    struct practice_card *cards = PAGE_ARRAY(page, struct practice_card,
                                             all + 1);

    for (size_t i = 0; i < all; i++) {
        if (practice_status(site, &site->practices.at[order[i]]) == status)
            cards[n++] = practice_card(page, order[i]);
    }
    return (struct list){ cards, n };
}

static void fill_groups(const struct page *page, struct practices_view *view)
{
    struct practices_group *rows = PAGE_ARRAY(page, struct practices_group,
                                              GROUPS);
    size_t n = 0;

    for (size_t i = 0; i < GROUPS; i++) {
        struct list cards = cards_of(page, groups[i].status);

        if (cards.n == 0)
            continue;
        rows[n++] = (struct practices_group){
            .id = str_of(practice_status_code(groups[i].status)),
            .name = page_word(page, groups[i].name),
            .note = page_word(page, groups[i].note),
            .count = page_count(page, "practice", cards.n),
            .cards = cards,
            .archived = groups[i].status == PRACTICE_ARCHIVED,
        };
    }
    view->groups = (struct list){ rows, n };
    view->has_groups = n > 0;
    view->many = n > 1;
}

/* --- the page --- */

static struct str file_url(const struct page *page, struct str path)
{
    return page_has(page, path) ? page_path_url(page, path)
                                : (struct str){0};
}

static void fill(struct page *page, void *data)
{
    struct practices_view *view = data;

    frame_heading(page, &view->frame, page_word(page, "practices.heading"),
                  page_word(page, "practices.description"));
    fill_groups(page, view);
    view->facets = practice_choices_all(page);
    if (view->has_groups) {
        view->filter_url = file_url(page, S("practices.js"));
        view->filter_style_url = file_url(page, S("practices.css"));
    }
    view->news_url = file_url(page, S("practices.xml"));
    view->csv_url = file_url(page, S("data/practices.csv"));
    view->excel_url = file_url(page, S("data/practices-excel.csv"));
    view->json_url = file_url(page, S("data/practices.json"));
}

/* Always there: it says when there are none. */
static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_PRACTICES, NONE, NONE), 0,
             0);
}

const struct page_kind page_practices = {
    .name = "practices", .view = &practices_view, .list = list, .fill = fill,
};
