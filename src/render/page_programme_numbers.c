/*
 * page_programme_numbers: the tasks of a programme with their indicators, plan
 * and fact by period, and how much of all this there is. Values of the whole
 * only; nothing of a single school.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"

#include "render/block_charts.h"
#include "render/block_look.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

static struct view_link link_of(const struct page *page, size_t indicator)
{
    return (struct view_link){
        .label = block_title(page, indicator),
        .url = block_indicator_url(page, indicator),
    };
}

/* --- tasks --- */

static struct list task_indicators(const struct page *page, size_t task)
{
    const struct programme *it = programme_of(page);
    ARR(struct view_link) links = {0};

    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t indicator = it->indicator_first + i;
        const struct ref *ref = &page->site->indicators.at[indicator].task;

        if (ref->text.n > 0 && ref->index == task)
            *ARR_PUSH(page->arena, &links) = link_of(page, indicator);
    }
    return LIST_OF(links);
}

/* Tasks without a single indicator stand in the passport only. */
void programme_tasks(const struct page *page, struct programme_view *view)
{
    const struct programme *it = programme_of(page);
    struct programme_task *tasks = PAGE_ARRAY(page, struct programme_task,
                                              it->tasks_n);

    for (size_t i = 0; i < it->tasks_n; i++) {
        tasks[i].text = page_typo(page, it->tasks[i].text);
        tasks[i].indicators = task_indicators(page, i);
        tasks[i].has_indicators = tasks[i].indicators.n > 0;
        view->has_tasks = view->has_tasks || tasks[i].has_indicators;
    }
    view->tasks = (struct list){ tasks, it->tasks_n };
}

/* --- the columns of a table --- */

/* Indicators of one group while they are collected. */
struct group {
    struct str name;
    ARR(size_t) indicators;         /* that have a whole */
    ARR(struct period) periods;     /* of all of them, in order */
    ARR(struct view_link) by_school, silent;
    bool has_base, has_targets;     /* any of them */
};

static void add_period(const struct page *page, struct group *group,
                       struct period period)
{
    size_t at = group->periods.n;

    for (size_t i = 0; i < group->periods.n; i++) {
        if (period_eq(group->periods.at[i], period))
            return;
    }
    *ARR_PUSH(page->arena, &group->periods) = period;
    while (at > 0 && period_cmp(group->periods.at[at - 1], period) > 0) {
        group->periods.at[at] = group->periods.at[at - 1];
        at--;
    }
    group->periods.at[at] = period;
}

static void add_indicator(const struct page *page, struct group *group,
                          size_t indicator)
{
    size_t n;
    const struct period *periods = release_periods(page->release, indicator,
                                                   &n);

    if (!release_has_whole(page->release, indicator)) {
        if (release_by_school(page->release, indicator))
            *ARR_PUSH(page->arena, &group->by_school) = link_of(page,
                                                                indicator);
        else
            *ARR_PUSH(page->arena, &group->silent) = link_of(page,
                                                             indicator);
        return;
    }
    *ARR_PUSH(page->arena, &group->indicators) = indicator;
    group->has_base |= page->site->indicators.at[indicator].has_baseline;
    for (size_t i = 0; i < n; i++) {
        add_period(page, group, periods[i]);
        group->has_targets |= progress_target(page->release, indicator,
                                              RELEASE_WHOLE,
                                              periods[i]) != NULL;
    }
}

/* --- the rows --- */

/* A period may be another indicator's of the same group. */
static struct str fact_cell(const struct page *page, size_t indicator,
                            struct period period)
{
    size_t at = release_period(page->release, indicator, period);

    if (at != NONE)
        return page_cell(page, indicator,
                         release_fact(page->release, indicator,
                                      RELEASE_WHOLE, at));
    return page_word(page,
                     period.to < catalog_as_of(page->site, page->at)
                         ? "programme.no_fact" : "state.not_yet");
}

static struct str plan_cell(const struct page *page, size_t indicator,
                            struct period period)
{
    const struct target *target = progress_target(
        page->release, indicator, RELEASE_WHOLE, period);

    return target ? block_target_words(page, target)
                  : page_word(page, "programme.no_target");
}

static struct str base_of(const struct page *page, size_t indicator)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    struct str value;

    if (!it->has_baseline)
        return page_word(page, "programme.no_base");
    value = page_value(page, indicator, it->baseline);
    if (it->baseline_period.kind == PERIOD_NONE)
        return value;
    return page_fill(page, "programme.base_at",
        FILL({ "value", value },
             { "period", page_period_short(page, it->baseline_period) }));
}

static struct str arithmetic(const struct page *page,
                             const struct block_look *look)
{
    struct buf text = {0};

    words_arithmetic(&text, page->words, look->indicator, &look->progress);
    return page_take(page, &text);
}

static struct programme_indicator row_of(const struct page *page,
                                         const struct group *group,
                                         size_t indicator)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    struct block_look look = block_look(page, indicator, RELEASE_WHOLE);
    struct programme_cell *cells = PAGE_ARRAY(page, struct programme_cell,
                                              group->periods.n);

    for (size_t i = 0; i < group->periods.n; i++) {
        struct period period = group->periods.at[i];

        cells[i].plan = plan_cell(page, indicator, period);
        cells[i].fact = fact_cell(page, indicator, period);
    }
    return (struct programme_indicator){
        .number = it->number,
        .title = block_title(page, indicator),
        .url = block_indicator_url(page, indicator),
        .unit = page_typo(page, it->unit_forms[0].n > 0 ? it->unit_forms[0]
                                                        : it->unit),
        .base = base_of(page, indicator),
        .status = words_status(page->words, look.progress.status),
        .status_class = page_status_class(look.progress.status),
        .arithmetic = arithmetic(page, &look),
        .cells = { cells, group->periods.n },
    };
}

/* Those of a group that have a line to draw, the first of them. */
static struct list smalls_of(const struct page *page,
                             const struct group *group)
{
    size_t *drawn = PAGE_ARRAY(page, size_t, SMALLS_MAX), n = 0;

    for (size_t i = 0; i < group->indicators.n && n < SMALLS_MAX; i++) {
        if (block_look(page, group->indicators.at[i],
                       RELEASE_WHOLE).values > 1)
            drawn[n++] = group->indicators.at[i];
    }
    return block_smalls(page, drawn, n);
}

static struct programme_group view_of(const struct page *page,
                                      const struct group *group)
{
    struct view_link *periods = PAGE_ARRAY(page, struct view_link,
                                           group->periods.n);
    struct programme_indicator *rows = PAGE_ARRAY(
        page, struct programme_indicator, group->indicators.n);

    for (size_t i = 0; i < group->periods.n; i++)
        periods[i].label = page_period_short(page, group->periods.at[i]);
    for (size_t i = 0; i < group->indicators.n; i++)
        rows[i] = row_of(page, group, group->indicators.at[i]);
    struct list smalls = smalls_of(page, group);

    return (struct programme_group){
        .name = page_typo(page, group->name),
        .smalls = smalls,
        .has_smalls = smalls.n > 0,
        .periods = { periods, group->periods.n },
        .rows = { rows, group->indicators.n },
        .by_school = LIST_OF(group->by_school),
        .silent = LIST_OF(group->silent),
        .has_rows = group->indicators.n > 0,
        .has_by_school = group->by_school.n > 0,
        .has_silent = group->silent.n > 0,
        .has_base = group->has_base,
        .has_targets = group->has_targets,
    };
}

void programme_groups(const struct page *page, struct programme_view *view)
{
    const struct programme *it = programme_of(page);
    struct group *groups = PAGE_ARRAY(page, struct group, it->indicator_n);
    struct programme_group *views;
    size_t n = 0;

    for (size_t i = 0; i < it->indicator_n; i++) {
        struct str name = block_group(page, it->indicator_first + i);
        size_t at = 0;

        while (at < n && !str_eq(groups[at].name, name))
            at++;
        groups[at].name = name;
        n += at == n;
        add_indicator(page, &groups[at], it->indicator_first + i);
    }
    views = PAGE_ARRAY(page, struct programme_group, n);
    for (size_t i = 0; i < n; i++)
        views[i] = view_of(page, &groups[i]);
    view->groups = (struct list){ views, n };
    view->has_groups = n > 0;
}
