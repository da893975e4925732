/*
 * page_indicators: which indicators are there and how are we doing on the
 * whole? One programme's list, and the list over all programmes. No number of
 * a school.
 *
 * Two rows of pages.c.
 */
#include "render/block.h"
#include "render/block_charts.h"
#include "render/block_look.h"
#include "render/page_practice.h"

/* One indicator. */
struct indicator_line {
    struct str question, title, url, value, target, status,
        status_class, number;
    struct str practices_url;       /* of practices for an unmet target */
    struct str chart;               /* html */
    bool has_target;
};

struct indicator_group {
    struct str name;
    struct list cards, rows;        /* indicator_line: with a chart, without */
    bool has_cards, has_rows, has_targets;  /* targets: of rows */
};

struct indicator_programme {
    struct str name, url, list_url, lead, count;
    struct list groups;             /* indicator_group */
    bool demo;
};

struct indicators_view {
    struct view_frame frame;
    struct str lead, as_of, count, csv_url, plan_url;
    struct list groups;             /* indicator_group */
};

struct all_indicators_view {
    struct view_frame frame;
    struct list programmes;         /* indicator_programme */
};

static const struct field line_fields[] = {
    FIELD(indicator_line, TEXT, question),
    FIELD(indicator_line, TEXT, title),
    FIELD(indicator_line, URL, url),
    FIELD(indicator_line, TEXT, value),
    FIELD(indicator_line, TEXT, target),
    FIELD(indicator_line, TEXT, status),
    FIELD(indicator_line, TEXT, status_class),
    FIELD(indicator_line, TEXT, number),
    FIELD(indicator_line, URL, practices_url),
    FIELD(indicator_line, HTML, chart),
    FIELD(indicator_line, BOOL, has_target),
};
static const struct view line_view = {
    "indicator line", sizeof(struct indicator_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL
};

static const struct field group_fields[] = {
    FIELD(indicator_group, TEXT, name),
    FIELD_OF(indicator_group, LIST, cards, line_view),
    FIELD_OF(indicator_group, LIST, rows, line_view),
    FIELD(indicator_group, BOOL, has_cards),
    FIELD(indicator_group, BOOL, has_rows),
    FIELD(indicator_group, BOOL, has_targets),
};
static const struct view group_view = {
    "group of indicators", sizeof(struct indicator_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL
};

static const struct field programme_fields[] = {
    FIELD(indicator_programme, TEXT, name),
    FIELD(indicator_programme, URL, url),
    FIELD(indicator_programme, URL, list_url),
    FIELD(indicator_programme, TEXT, lead),
    FIELD(indicator_programme, TEXT, count),
    FIELD_OF(indicator_programme, LIST, groups, group_view),
    FIELD(indicator_programme, BOOL, demo),
};
static const struct view programme_view = {
    "programme's indicators", sizeof(struct indicator_programme),
    programme_fields, sizeof programme_fields / sizeof *programme_fields, NULL
};

static const struct field indicators_fields[] = {
    FIELD(indicators_view, TEXT, lead),
    FIELD(indicators_view, TEXT, as_of),
    FIELD(indicators_view, TEXT, count),
    FIELD(indicators_view, URL, csv_url),
    FIELD(indicators_view, URL, plan_url),
    FIELD_OF(indicators_view, LIST, groups, group_view),
};
static const struct view indicators_view = {
    "indicators", sizeof(struct indicators_view), indicators_fields,
    sizeof indicators_fields / sizeof *indicators_fields, &frame_view
};

static const struct field all_fields[] = {
    FIELD_OF(all_indicators_view, LIST, programmes, programme_view),
};
static const struct view all_view = {
    "all_indicators", sizeof(struct all_indicators_view), all_fields,
    sizeof all_fields / sizeof *all_fields, &frame_view
};

/* --- one indicator --- */

static struct indicator_line line_of(const struct page *page,
                                     size_t indicator)
{
    struct block_look look = block_look(page, indicator, RELEASE_WHOLE);
    struct indicator_line line = {
        .question = block_question(page, indicator),
        .title = block_title(page, indicator),
        .url = block_indicator_url(page, indicator),
        .number = page->site->indicators.at[indicator].number,
        .value = block_value(page, &look),
        .target = block_target(page, &look),
        .status = block_status(page, &look),
        .status_class = page_status_class(look.progress.status),
    };

    line.has_target = block_by_school(page, &look);
    for (size_t i = 0; i < look.n; i++)
        line.has_target |= progress_target(page->release, indicator,
                                           RELEASE_WHOLE,
                                           look.periods[i]) != NULL;
    if (block_is_unmet(&look))
        line.practices_url = practice_facet_url(page, FACET_INDICATOR,
                                                indicator, 0);
    if (str_eq(line.question, line.title))
        line.title = (struct str){0};
    return line;
}

/* --- groups --- */

struct growing {
    struct str name;
    ARR(size_t) indicators;
    ARR(struct indicator_line) cards, rows;
    bool has_targets;
};

static struct growing *group_for(struct growing *groups, size_t *n,
                                 struct str name)
{
    for (size_t i = 0; i < *n; i++) {
        if (str_eq(groups[i].name, name))
            return &groups[i];
    }
    groups[*n].name = name;
    return &groups[(*n)++];
}

/* Those with a chart are cards, the others rows of a table. */
static void fill_group(const struct page *page, struct growing *group,
                       bool drawn)
{
    size_t n = group->indicators.n;
    struct str *charts = PAGE_ARRAY(page, struct str, n);

    if (drawn)
        block_small_charts(page, group->indicators.at, n, charts);
    for (size_t i = 0; i < n; i++) {
        struct indicator_line line = line_of(page, group->indicators.at[i]);

        line.chart = charts[i];
        if (line.chart.n > 0) {
            *ARR_PUSH(page->arena, &group->cards) = line;
        } else {
            *ARR_PUSH(page->arena, &group->rows) = line;
            group->has_targets |= line.has_target;
        }
    }
}

static struct list groups_of(const struct page *page,
                             const struct programme *it, bool drawn)
{
    struct growing *groups = PAGE_ARRAY(page, struct growing,
                                        it->indicator_n);
    struct indicator_group *list = PAGE_ARRAY(page, struct indicator_group,
                                              it->indicator_n);
    size_t n = 0;

    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t indicator = it->indicator_first + i;
        struct growing *group = group_for(groups, &n,
                                          block_group(page, indicator));

        *ARR_PUSH(page->arena, &group->indicators) = indicator;
    }
    for (size_t i = 0; i < n; i++)
        fill_group(page, &groups[i], drawn);
    for (size_t i = 0; i < n; i++)
        list[i] = (struct indicator_group){
            .name = page_typo(page, groups[i].name),
            .cards = { groups[i].cards.at, groups[i].cards.n },
            .rows = { groups[i].rows.at, groups[i].rows.n },
            .has_cards = groups[i].cards.n > 0,
            .has_rows = groups[i].rows.n > 0,
            .has_targets = groups[i].has_targets,
        };
    return (struct list){ list, n };
}

static struct str lead_of(const struct page *page, size_t programme)
{
    struct buf lead = {0};

    words_lead(&lead, page->words, programme, RELEASE_WHOLE);
    return page_take(page, &lead);
}

/* --- one programme --- */

static void fill(struct page *page, void *data)
{
    struct indicators_view *view = data;
    const struct programme *it = &page->site->programmes.at[page->at];
    struct str name = page_label(page, THING_PROGRAMME, page->at, 0);
    struct str csv = str_format(page->arena, "data/%.*s/indicators.csv",
                                STR_FMT(it->id));

    view->frame.title = page_fill(page, "indicators.title",
                                  FILL({ "programme", name }));
    frame_heading(page, &view->frame, page_word(page, "indicators.heading"),
                  page_fill(page, "indicators.description",
                            FILL({ "programme", name })));
    frame_programme(page, &view->frame, page->at);
    view->lead = lead_of(page, page->at);
    view->as_of = page_date(page, catalog_as_of(page->site, page->at));
    view->count = page_count(page, "indicator", it->indicator_n);
    if (page_has(page, csv))
        view->csv_url = page_path_url(page, csv);
    if (it->measures.n > 0)
        view->plan_url = page_url(page, THING_PLAN, page->at, 0);
    view->groups = groups_of(page, it, true);
}

static void list(struct plan_list *plan, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->programmes.n; i++) {
        if (site->programmes.at[i].indicator_n > 0)
            plan_add(plan, address_of(arena, site, THING_INDICATORS, i, 0), i,
                     0);
    }
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->programmes.at[at].text.at;
}

const struct page_kind page_indicators = {
    .name = "indicators",
    .view = &indicators_view,
    .list = list,
    .fill = fill,
    .origin = origin,
};

/* --- all programmes --- */

static void fill_programme(const struct page *page,
                           struct indicator_programme *view, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];

    view->name = page_label(page, THING_PROGRAMME, programme, 0);
    view->url = page_url(page, THING_PROGRAMME, programme, 0);
    view->list_url = page_url(page, THING_INDICATORS, programme, 0);
    view->lead = lead_of(page, programme);
    view->count = page_count(page, "indicator", it->indicator_n);
    view->groups = groups_of(page, it, false);
    view->demo = it->demo;
}

static void fill_all(struct page *page, void *data)
{
    struct all_indicators_view *view = data;
    const struct site *site = page->site;
    struct indicator_programme *programmes =
        PAGE_ARRAY(page, struct indicator_programme, site->programmes.n);
    size_t n = 0;

    view->frame.title = page_word(page, "all_indicators.title");
    frame_heading(page, &view->frame, page_word(page, "indicators.heading"),
                  page_word(page, "all_indicators.description"));
    for (size_t i = 0; i < site->programmes.n; i++) {
        if (site->programmes.at[i].indicator_n > 0)
            fill_programme(page, &programmes[n++], i);
    }
    view->programmes = (struct list){ programmes, n };
}

static void list_all(struct plan_list *plan, struct arena *arena,
                     const struct site *site, const struct release *release)
{
    (void)release;
    if (site->programmes.n > 1 && site->indicators.n > 0)
        plan_add(plan, address_of(arena, site, THING_ALL_INDICATORS, 0, 0), 0,
                 0);
}

const struct page_kind page_all_indicators = {
    .name = "all_indicators",
    .view = &all_view,
    .list = list_all,
    .fill = fill_all,
};
