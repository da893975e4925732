/*
 * page_school_data: the indicators of one programme as a school's page shows
 * them: table in short, cards by group, conditions, and what is not shown.
 * The order is the programme's, never that of results.
 *
 * For page_school.c.
 */
#include "render/page_school.h"

#include "render/block_charts.h"
#include "render/block_look.h"

/* --- what belongs where --- */

static bool is_asked(const struct page *page, size_t indicator, size_t school)
{
    const struct indicator *it = &page->site->indicators.at[indicator];

    return it->publish_level == LEVEL_MUNICIPALITY ||
           release_expects(page->release, indicator, school);
}

/* --- ids --- */

/* The indicator's id, with the programme's in front where an earlier
 * programme of this school has the same one. */
static struct str name_of(const struct page *page,
                          const struct school_data *data, size_t indicator)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    struct str programme = page->site->programmes.at[it->programme].id;

    for (size_t i = 0; i < data->programmes.n; i++) {
        if (data->programmes.at[i] == it->programme)
            break;
        if (catalog_indicator(page->site, data->programmes.at[i],
                              it->id) != NONE)
            return str_format(page->arena, "%.*s-%.*s", STR_FMT(programme),
                              STR_FMT(it->id));
    }
    return it->id;
}

/* --- groups --- */

/* Lists of the programme while they grow. */
struct collector {
    struct page *page;
    struct school_data *data;
    struct school_programme *view;
    size_t programme;
    ARR(struct str) names;              /* of the groups below */
    struct group_lists {
        ARR(struct view_card) cards;
        ARR(struct school_silent) silent;
    } *group;
    size_t groups_n;
    ARR(struct school_row) rows;
    ARR(struct school_row) conditions;
    ARR(struct school_item) level, not_applicable;
    ARR(struct view_link) compare;
    ARR(struct block_look) looks;       /* of the cards */
    ARR(struct str) card_ids;
    struct buf notes;                   /* why not applicable */
    struct period newest;
    bool told;                          /* something has a value */
    bool by_year;                       /* all periods are years */
};

static struct group_lists *group_for(struct collector *c, size_t indicator)
{
    struct str name = block_group(c->page, indicator);

    for (size_t i = 0; i < c->names.n; i++) {
        if (str_eq(c->names.at[i], name))
            return &c->group[i];
    }
    *ARR_PUSH(c->page->arena, &c->names) = name;
    *ARR_PUSH(c->page->arena, &c->data->group_names) = name;
    return &c->group[c->names.n - 1];
}

/* --- rows --- */

/* The same indicator one period of its kind earlier. */
static struct fact fact_before(const struct page *page,
                               const struct block_look *look)
{
    size_t at = release_period(page->release, look->indicator,
                               period_before(look->periods[look->current]));

    if (at == NONE)
        return (struct fact){ .state = STATE_MISSING };
    return release_fact(page->release, look->indicator, look->school, at);
}

static void fill_compared(const struct page *page, struct school_row *row,
                          const struct block_look *look,
                          struct school_programme *view)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];
    struct fact before = fact_before(page, look);
    struct fact whole = release_fact(page->release, look->indicator,
                                     RELEASE_WHOLE, look->current);

    row->before = before.state == STATE_NOT_YET ?
                  page_word(page, "school.no_earlier") :
                  page_cell(page, look->indicator, before);
    row->target = block_target(page, look);
    if (it->aggregate == AGGREGATE_SUM)     /* of another size */
        whole.state = STATE_NOT_YET;
    row->whole = block_is_told(whole) ?
                 page_cell(page, look->indicator, whole) :
                 page_word(page, "school.no_whole");
    row->status = words_status(page->words, block_standing(page, look));
    row->status_class = page_status_class(block_standing(page, look));
    view->has_before |= block_is_told(before);
    view->has_whole |= block_is_told(whole);
}

static struct school_row row_of(const struct page *page,
                                const struct block_look *look,
                                struct school_programme *view,
                                struct str card_id)
{
    struct school_row row = {
        .question = block_question(page, look->indicator),
        .url = str_format(page->arena, "#%.*s", STR_FMT(card_id)),
        .now = page_cell(page, look->indicator, look->fact),
        .period = page_period_short(page, look->periods[look->current]),
    };

    if (look->fact.state == STATE_COUNTS) {
        row.before = row.target = row.whole = row.status =
            page_word(page, "block.not_compared");
        row.status_class = page_status_class(STATUS_NO_TARGET);
    } else {
        fill_compared(page, &row, look, view);
    }
    view->has_target |= progress_has_target(page->release, look->indicator,
                                            look->school);
    return row;
}

static struct school_row condition_of(const struct page *page,
                                      const struct block_look *look)
{
    size_t at = look->last != NONE ? look->last : look->current;
    struct fact fact = release_fact(page->release, look->indicator,
                                    look->school, at);

    return (struct school_row){
        .question = block_title(page, look->indicator),
        .url = block_indicator_url(page, look->indicator),
        .now = page_cell(page, look->indicator, fact),
        .period = page_period_short(page, look->periods[at]),
        .note = block_note(page, fact),
    };
}

static struct view_link link_of(const struct page *page, size_t indicator)
{
    return (struct view_link){ .label = block_title(page, indicator),
                               .url = block_indicator_url(page, indicator) };
}

/* One of a list in a line, with the mark behind it. */
static struct school_item item_of(const struct page *page, size_t indicator)
{
    return (struct school_item){ .label = block_title(page, indicator),
                                 .url = block_indicator_url(page, indicator),
                                 .meta = S(";") };
}

/* --- one indicator --- */

static void note_period(struct collector *c, struct period period)
{
    if (c->newest.kind == PERIOD_NONE || period_cmp(c->newest, period) < 0)
        c->newest = period;
    c->told = true;
    c->by_year = c->by_year && (period.kind == PERIOD_YEAR ||
                                period.kind == PERIOD_SCHOOL_YEAR);
}

static void add_values(struct collector *c, const struct block_look *look)
{
    struct arena *arena = c->page->arena;
    struct str name = name_of(c->page, c->data, look->indicator);
    struct group_lists *group = group_for(c, look->indicator);
    struct view_card card = block_card_as(c->page, look->indicator,
                                          look->school, name);

    note_period(c, look->periods[look->last]);
    *ARR_PUSH(arena, &group->cards) = card;
    if (card.unmet)
        *ARR_PUSH(arena, &c->data->unmet_names) =
            block_group(c->page, look->indicator);
    *ARR_PUSH(arena, &c->data->tables) = card;
    *ARR_PUSH(arena, &c->rows) = row_of(c->page, look, c->view, card.id);
    *ARR_PUSH(arena, &c->looks) = *look;
    *ARR_PUSH(arena, &c->card_ids) = card.id;
    if (page_reaches(c->page, address_of(arena, c->page->site,
                                         THING_INDICATOR, look->indicator,
                                         NONE)))
        *ARR_PUSH(arena, &c->compare) = link_of(c->page, look->indicator);
}

static void add_condition(struct collector *c, const struct block_look *look)
{
    struct arena *arena = c->page->arena;
    struct school_row row = condition_of(c->page, look);

    if (look->last != NONE)
        note_period(c, look->periods[look->last]);
    *ARR_PUSH(arena, &c->conditions) = row;
    *ARR_PUSH(arena, &c->data->group_names) =
        block_group(c->page, look->indicator);
    c->view->has_condition_notes |= row.note.n > 0;
    if (look->values > 1)
        *ARR_PUSH(arena, &c->data->tables) =
            block_card_as(c->page, look->indicator, look->school,
                          name_of(c->page, c->data, look->indicator));
}

static void add_silent(struct collector *c, const struct block_look *look)
{
    struct school_silent silent = {
        .question = block_question(c->page, look->indicator),
        .url = block_indicator_url(c->page, look->indicator),
        .reason = block_headline(c->page, look, look->current),
    };

    *ARR_PUSH(c->page->arena, &group_for(c, look->indicator)->silent) = silent;
}

/* The reasons why indicators do not apply, each sentence once. */
static void add_note(struct collector *c, struct str note)
{
    struct str rest = page_typo(c->page, note);

    while (rest.n > 0) {
        ptrdiff_t end = str_find(rest, S(". "));
        struct str text = end < 0 ? rest : (struct str){ rest.p,
                                                         (size_t)end + 1 };

        rest = end < 0 ? (struct str){0} : str_skip(rest, (size_t)end + 2);
        if (str_find(buf_str(&c->notes), text) >= 0)
            continue;
        if (c->notes.n > 0)
            buf_char(&c->notes, ' ');
        buf_add(&c->notes, text);
        if (!str_ends(text, S(".")))
            buf_char(&c->notes, '.');
    }
}

static void add_indicator(struct collector *c, size_t indicator)
{
    struct arena *arena = c->page->arena;
    struct block_look look = block_look(c->page, indicator, c->data->school);

    switch (look.has) {
    case BLOCK_VALUES:
        if (block_is_condition(c->page, &look))
            add_condition(c, &look);
        else
            add_values(c, &look);
        break;
    case BLOCK_LEVEL:
        *ARR_PUSH(arena, &c->level) = item_of(c->page, indicator);
        break;
    case BLOCK_NOT_APPLICABLE:
        *ARR_PUSH(arena, &c->not_applicable) = item_of(c->page, indicator);
        add_note(c, look.fact.note);
        break;
    case BLOCK_REASON:
    case BLOCK_NOTHING:
        if (look.current != NONE && block_is_condition(c->page, &look))
            add_condition(c, &look);
        else
            add_silent(c, &look);
        break;
    }
}

/* --- the most telling three --- */

/* The only one of the newest period, if the others are older. */
static size_t newest_of(const struct collector *c)
{
    size_t best = NONE;
    bool alone = false;

    for (size_t i = 0; i < c->looks.n; i++) {
        const struct block_look *it = &c->looks.at[i];
        int order = best == NONE ? 1 :
                    period_cmp(it->periods[it->last],
                        c->looks.at[best].periods[c->looks.at[best].last]);

        if (order == 0)
            alone = false;
        if (order <= 0)
            continue;
        best = i;
        alone = true;
    }
    return alone ? best : NONE;
}

#define HIGHLIGHTS_MIN 4    /* with fewer cards all are seen at once */

static void fill_highlights(struct collector *c)
{
    size_t pick[3] = { block_extreme(c->looks.at, c->looks.n, true),
                       block_extreme(c->looks.at, c->looks.n, false),
                       newest_of(c) };
    struct school_item *items = PAGE_ARRAY(c->page, struct school_item, 3);
    size_t n = 0;

    if (c->looks.n < HIGHLIGHTS_MIN)
        return;
    for (size_t i = 0; i < 3; i++) {
        if (pick[i] == NONE ||
            (i == 2 && (pick[2] == pick[0] || pick[2] == pick[1])))
            continue;
        items[n++] = (struct school_item){
            .label = block_question(c->page, c->looks.at[pick[i]].indicator),
            .url = str_format(c->page->arena, "#%.*s",
                              STR_FMT(c->card_ids.at[pick[i]])),
            .text = block_headline(c->page, &c->looks.at[pick[i]],
                                   c->looks.at[pick[i]].current),
        };
    }
    c->view->highlights = (struct list){ items, n };
    c->view->has_highlights = n > 0;
}

/* --- the programme --- */

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static void fill_groups(struct collector *c)
{
    for (size_t i = 0; i < c->names.n; i++) {
        struct group_lists *it = &c->group[i];

        *ARR_PUSH(c->page->arena, &c->data->groups) = (struct school_group){
            .name = page_typo(c->page, c->names.at[i]),
            .programme = c->data->programmes.n > 1 ? c->view->name
                                                   : (struct str){0},
            .cards = LIST_OF(it->cards),
            .silent = LIST_OF(it->silent),
            .has_cards = it->cards.n > 0,
            .has_silent = it->silent.n > 0,
        };
    }
}

/* What is not shown per school: named where the school has other numbers;
 * else it was said already that there are none. */
static void fill_level(struct collector *c)
{
    struct school_programme *view = c->view;

    if (c->level.n > 0)
        c->level.at[c->level.n - 1].meta = S(".");
    if (c->not_applicable.n > 0)
        c->not_applicable.at[c->not_applicable.n - 1].meta = S(".");
    view->level = LIST_OF(c->level);
    view->has_level = c->level.n > 0 && view->has_data;
    view->level_text = page_fill(c->page, "school.level_count",
        FILL({ "count", page_count(c->page, "indicator", c->level.n) }));
    view->not_applicable = LIST_OF(c->not_applicable);
    view->has_not_applicable = c->not_applicable.n > 0;
    view->not_applicable_note = page_take(c->page, &c->notes);
}

static void fill_lead(struct collector *c)
{
    const struct page *page = c->page;
    struct buf lead = {0};

    words_lead(&lead, page->words, c->programme, c->data->school);
    c->view->lead = page_take(page, &lead);
    c->view->has_lead = c->view->lead.n > 0;
    if (!c->view->has_lead && c->view->has_data)
        c->view->lead = page_word(page, "school.no_lead");
    if (c->newest.kind != PERIOD_NONE)
        c->view->fresh = page_fresh(page, c->newest);
}

static void fill_programme(struct collector *c)
{
    struct school_programme *view = c->view;

    view->rows = LIST_OF(c->rows);
    view->has_rows = c->rows.n > 0;
    view->conditions = LIST_OF(c->conditions);
    view->has_conditions = c->conditions.n > 0;
    view->has_data = c->told;
    view->whole_name = block_average(c->page, c->programme);
    view->before_name = page_word(c->page, c->by_year ? "school.year_ago"
                                                      : "school.before");
    view->rows_caption = page_fill(c->page, "school.rows_caption",
                                   FILL({ "programme", view->name }));
    view->conditions_caption = page_fill(c->page, "school.conditions_caption",
                                         FILL({ "programme", view->name }));
    view->compare = LIST_OF(c->compare);
    view->strips = block_strips(c->page, c->programme, c->data->school);
    view->has_compare = c->compare.n + view->strips.n > 0;
    fill_level(c);
    fill_groups(c);
    fill_lead(c);
    fill_highlights(c);
}

void school_indicators(struct page *page, struct school_data *data,
                       struct school_programme *view, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];
    struct collector c = {
        .page = page, .data = data, .view = view, .programme = programme,
        .group = PAGE_ARRAY(page, struct group_lists, it->indicator_n),
        .by_year = true,
    };

    for (size_t i = 0; i < it->indicator_n; i++) {
        if (is_asked(page, it->indicator_first + i, data->school))
            add_indicator(&c, it->indicator_first + i);
    }
    view->has_indicators = it->indicator_n > 0;
    fill_programme(&c);
}
