/*
 * page_facet: the practices of one task, stage, subject, cost and so on:
 * what the filter of page_practices.c finds, for readers without scripts and
 * for links from elsewhere.
 *
 * A row of pages.c.
 */
#include "render/page_practice.h"

#include "render/plan.h"

struct facet_view {
    struct view_frame frame;
    struct str count, practices_url;
    struct str more_url;            /* of the thing that the value names */
    struct list cards;              /* practice_card */
    const struct practice_choices *others;  /* of the same facet */
    bool archived;                  /* all of them */
};

static const struct field facet_fields[] = {
    FIELD(facet_view, TEXT, count),
    FIELD(facet_view, URL, practices_url),
    FIELD(facet_view, URL, more_url),
    FIELD_OF(facet_view, LIST, cards, practice_card_view),
    FIELD_OF(facet_view, VIEW, others, practice_choices_view),
    FIELD(facet_view, BOOL, archived),
};
static const struct view facet_view = {
    "facet", sizeof(struct facet_view), facet_fields,
    sizeof facet_fields / sizeof *facet_fields, &frame_view,
};

/* Indicators, schools and programmes have a page to go on to. */
static struct str more_url(const struct page *page,
                           const struct facet_value *value)
{
    static const enum thing things[FACETS] = {
        [FACET_PROGRAMME] = THING_PROGRAMME,
        [FACET_INDICATOR] = THING_INDICATOR,
        [FACET_SCHOOL] = THING_SCHOOL,
    };
    enum thing thing = things[value->facet];

    return thing == THING_HOME ? (struct str){0}
                               : page_url(page, thing, value->at, NONE);
}

static bool is_archive(const struct facet_value *value)
{
    return value->facet == FACET_STATUS && value->at == PRACTICE_ARCHIVED;
}

static void fill_cards(const struct page *page, struct facet_view *view,
                       const struct facet_value *value)
{
    struct practice_card *cards = PAGE_ARRAY(page, struct practice_card,
                                             value->n);

    view->frame.demo = true;
    for (size_t i = 0; i < value->n; i++) {
        cards[i] = practice_card(page, value->practices[i]);
        view->frame.demo = view->frame.demo && cards[i].demo;
    }
    view->cards = (struct list){ cards, value->n };
    view->count = page_count(page, "practice", value->n);
}

static void fill(struct page *page, void *data)
{
    struct facet_view *view = data;
    struct practice_choices *others = ARENA_NEW(page->arena,
                                                struct practice_choices);
    size_t n;
    const struct facet_value *value =
        &practice_facets(plan_practices(page->plan), &n)[page->at];
    struct str label = practice_facet_label(page, value);

    frame_heading(page, &view->frame,
        page_fill(page, "facet.heading",
            FILL({ "facet", practice_facet_name(page, value->facet) },
                 { "value", label })),
        page_fill(page, "facet.description", FILL({ "value", label })));
    view->practices_url = page_url(page, THING_PRACTICES, NONE, NONE);
    frame_crumb(page, &view->frame, page_word(page, "practices.heading"),
                view->practices_url);
    fill_cards(page, view, value);
    view->archived = is_archive(value);
    view->more_url = more_url(page, value);
    *others = practice_choices(page, value->facet);
    view->others = others->values.n > 1 ? others : NULL;
}

/* at: the value's place in the list of all. */
static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    size_t n;
    const struct facet_value *values =
        practice_facets(plan_list_practices(list), &n);

    (void)site;
    (void)release;
    for (size_t i = 0; i < n; i++) {
        struct str path = address_facet(arena, values[i].id);

        if (is_archive(&values[i]))
            plan_add_unlisted(list, path, i, 0);
        else
            plan_add(list, path, i, 0);
    }
}

const struct page_kind page_facet = {
    .name = "facet", .view = &facet_view, .list = list, .fill = fill,
};
