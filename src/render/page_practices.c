/*
 * page_practices: what helped others? Practices by what experts say of them,
 * inside by strength of evidence: practices may be ordered so, schools not.
 *
 * A row of pages.c.
 */
#include "render/page_practice.h"

#include "base/fold.h"

#include <stdlib.h>

struct practices_card {
    struct str title, url, summary, level, status, reviewed;
    struct str cost, cost_squares, evidence, evidence_squares;
    struct str school, school_url, programme, programme_url;
    bool demo;
};

static const struct field card_fields[] = {
    FIELD(practices_card, TEXT, title),
    FIELD(practices_card, URL, url),
    FIELD(practices_card, TEXT, summary),
    FIELD(practices_card, TEXT, level),
    FIELD(practices_card, TEXT, status),
    FIELD(practices_card, TEXT, reviewed),
    FIELD(practices_card, TEXT, cost),
    FIELD(practices_card, TEXT, cost_squares),
    FIELD(practices_card, TEXT, evidence),
    FIELD(practices_card, TEXT, evidence_squares),
    FIELD(practices_card, TEXT, school),
    FIELD(practices_card, URL, school_url),
    FIELD(practices_card, TEXT, programme),
    FIELD(practices_card, URL, programme_url),
    FIELD(practices_card, BOOL, demo),
};
static const struct view practice_card_view = {
    "practice card", sizeof(struct practices_card), card_fields,
    sizeof card_fields / sizeof *card_fields, NULL,
};

struct practices_group {
    struct str id, name, note, count;
    struct list cards;              /* practices_card */
    bool announced, archived;       /* without dials; with a banner */
};

static const struct field group_fields[] = {
    FIELD(practices_group, TEXT, id),
    FIELD(practices_group, TEXT, name),
    FIELD(practices_group, TEXT, note),
    FIELD(practices_group, TEXT, count),
    FIELD_OF(practices_group, LIST, cards, practice_card_view),
    FIELD(practices_group, BOOL, announced),
    FIELD(practices_group, BOOL, archived),
};
static const struct view group_view = {
    "practice group", sizeof(struct practices_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

struct practices_view {
    struct view_frame frame;
    struct list groups;             /* practices_group */
    bool has_groups, many;
};

static const struct field practices_fields[] = {
    FIELD_OF(practices_view, LIST, groups, group_view),
    FIELD(practices_view, BOOL, has_groups),
    FIELD(practices_view, BOOL, many),
};
static const struct view practices_view = {
    "practices", sizeof(struct practices_view), practices_fields,
    sizeof practices_fields / sizeof *practices_fields, &frame_view,
};

/* --- one practice --- */

static struct practices_card card_of(const struct page *page, size_t at)
{
    const struct practice *it = &page->site->practices.at[at];
    struct practice_dial cost = practice_cost(page, it);
    struct practice_dial evidence = practice_evidence(page, it);
    struct view_link school = page_ref(page, &it->school, THING_SCHOOL);
    struct view_link programme = page_ref(page, &it->programme,
                                          THING_PROGRAMME);

    return (struct practices_card){
        .title = page_label(page, THING_PRACTICE, at, NONE),
        .url = page_url(page, THING_PRACTICE, at, NONE),
        .summary = page_typo(page, it->text.summary),
        .level = practice_level(page, it),
        .status = practice_status_word(page, practice_status(page, it)),
        .reviewed = page_date(page, it->reviewed),
        .cost = cost.text,
        .cost_squares = cost.squares,
        .evidence = evidence.text,
        .evidence_squares = evidence.squares,
        .school = school.label,
        .school_url = school.url,
        .programme = programme.label,
        .programme_url = programme.url,
        .demo = it->demo,
    };
}

/* --- groups --- */

/* In the order of the page. */
static const struct group {
    int status;
    const char *id, *name, *note;
} groups[] = {
    { PRACTICE_RECOMMENDED, "recommended", "practices.recommended",
      "practices.recommended_note" },
    { PRACTICE_REVIEW, "review", "practices.review",
      "practices.review_note" },
    { PRACTICE_OUTDATED, "outdated", "practices.outdated",
      "practices.outdated_note" },
    { PRACTICE_ANNOUNCED, "announced", "practices.announced",
      "practices.announced_note" },
    { PRACTICE_ARCHIVED, "archived", "practices.archived",
      "practices.archived_note" },
};
#define GROUPS (sizeof groups / sizeof *groups)

struct order {
    int64_t evidence;
    struct str title;
    size_t at;
};

static int by_evidence(const void *a, const void *b)
{
    const struct order *x = a, *y = b;
    int order;

    if (x->evidence != y->evidence)
        return x->evidence > y->evidence ? -1 : 1;
    order = fold_order(x->title, y->title);
    return order ? order : x->at < y->at ? -1 : 1;
}

static struct list cards_of(const struct page *page, int status)
{
    const struct site *site = page->site;
    struct order *rows = PAGE_ARRAY(page, struct order, site->practices.n);
    struct practices_card *cards;
    size_t n = 0;

    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];

        if (!it->text.draft && practice_status(page, it) == status)
            rows[n++] = (struct order){ it->evidence, it->text.title, i };
    }
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_evidence);
    cards = PAGE_ARRAY(page, struct practices_card, n);
    for (size_t i = 0; i < n; i++)
        cards[i] = card_of(page, rows[i].at);
    return (struct list){ cards, n };
}

static void fill(struct page *page, void *data)
{
    struct practices_view *view = data;
    struct practices_group *rows = PAGE_ARRAY(page, struct practices_group,
                                              GROUPS);
    size_t n = 0;

    frame_heading(page, &view->frame, page_word(page, "practices.heading"),
                  page_word(page, "practices.description"));
    for (size_t i = 0; i < GROUPS; i++) {
        struct list cards = cards_of(page, groups[i].status);

        if (cards.n == 0)
            continue;
        rows[n++] = (struct practices_group){
            .id = str_of(groups[i].id),
            .name = page_word(page, groups[i].name),
            .note = page_word(page, groups[i].note),
            .count = page_count(page, "practice", cards.n),
            .cards = cards,
            .announced = groups[i].status == PRACTICE_ANNOUNCED,
            .archived = groups[i].status == PRACTICE_ARCHIVED,
        };
    }
    view->groups = (struct list){ rows, n };
    view->has_groups = n > 0;
    view->many = n > 1;
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
