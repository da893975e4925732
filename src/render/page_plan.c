/*
 * page_plan: what is done and when? The plan of one programme, and what the
 * plans of all are like.
 *
 * Two rows of pages.c.
 */
#include "render/page_plan.h"

#include "render/block.h"
#include "render/block_look.h"
#include "render/page_attached.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- views --- */

static const struct field count_fields[] = {
    FIELD(plan_count, TEXT, status),
    FIELD(plan_count, TEXT, status_class),
    FIELD(plan_count, TEXT, count),
};
const struct view plan_count_view = {
    "plan count", sizeof(struct plan_count), count_fields,
    sizeof count_fields / sizeof *count_fields, NULL,
};

/* Measures of one part of the programme and one heading of its plan. */
struct plan_group {
    struct str id, name, part, part_url, bars;
    struct list measures;           /* view_measure */
};

static const struct field group_fields[] = {
    FIELD(plan_group, TEXT, id),
    FIELD(plan_group, TEXT, name),
    FIELD(plan_group, TEXT, part),
    FIELD(plan_group, URL, part_url),
    FIELD(plan_group, TEXT, bars),
    FIELD_OF(plan_group, LIST, measures, measure_view),
};
static const struct view group_view = {
    "plan group", sizeof(struct plan_group), group_fields,
    sizeof group_fields / sizeof *group_fields, NULL,
};

/* A measure named in a list: overdue, put off, going on. */
struct plan_line {
    struct str title, url, when, status, status_class, reason;
};

static const struct field line_fields[] = {
    FIELD(plan_line, TEXT, title),
    FIELD(plan_line, URL, url),
    FIELD(plan_line, TEXT, when),
    FIELD(plan_line, TEXT, status),
    FIELD(plan_line, TEXT, status_class),
    FIELD(plan_line, TEXT, reason),
};
static const struct view line_view = {
    "plan line", sizeof(struct plan_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

/* What is said of the plan of one programme, here and in the list of all. */
struct plan_summary {
    struct str name, url, plan_url, all, as_of, source_note;
    struct list counts;             /* plan_count */
    struct list overdue, moved, doing;  /* plan_line; moved: or cancelled */
    bool demo, retold, has_overdue, has_moved, has_doing, no_reports;
};

static const struct field summary_fields[] = {
    FIELD(plan_summary, TEXT, name),
    FIELD(plan_summary, URL, url),
    FIELD(plan_summary, URL, plan_url),
    FIELD(plan_summary, TEXT, all),
    FIELD(plan_summary, TEXT, as_of),
    FIELD(plan_summary, TEXT, source_note),
    FIELD_OF(plan_summary, LIST, counts, plan_count_view),
    FIELD_OF(plan_summary, LIST, overdue, line_view),
    FIELD_OF(plan_summary, LIST, moved, line_view),
    FIELD_OF(plan_summary, LIST, doing, line_view),
    FIELD(plan_summary, BOOL, demo),
    FIELD(plan_summary, BOOL, retold),
    FIELD(plan_summary, BOOL, has_overdue),
    FIELD(plan_summary, BOOL, has_moved),
    FIELD(plan_summary, BOOL, has_doing),
    FIELD(plan_summary, BOOL, no_reports),
};
static const struct view summary_view = {
    "plan summary", sizeof(struct plan_summary), summary_fields,
    sizeof summary_fields / sizeof *summary_fields, NULL,
};

struct plan_view {
    struct view_frame frame;
    const struct plan_summary *summary;
    struct list groups;             /* plan_group */
    struct str csv_url, excel_url, calendar_url;
    bool many;                      /* groups */
};

static const struct field plan_fields[] = {
    FIELD_OF(plan_view, VIEW, summary, summary_view),
    FIELD_OF(plan_view, LIST, groups, group_view),
    FIELD(plan_view, URL, csv_url),
    FIELD(plan_view, URL, excel_url),
    FIELD(plan_view, URL, calendar_url),
    FIELD(plan_view, BOOL, many),
};
static const struct view plan_view = {
    "plan", sizeof(struct plan_view), plan_fields,
    sizeof plan_fields / sizeof *plan_fields, &frame_view,
};

struct all_plans_view {
    struct view_frame frame;
    struct list plans;              /* plan_summary */
};

static const struct field all_fields[] = {
    FIELD_OF(all_plans_view, LIST, plans, summary_view),
};
static const struct view all_view = {
    "all plans", sizeof(struct all_plans_view), all_fields,
    sizeof all_fields / sizeof *all_fields, &frame_view,
};

/* --- counts --- */

struct list plan_count_list(const struct page *page,
                            const struct plan_counts *counts)
{
    const struct {
        int done;
        const char *class;
        size_t n;
    } rows[] = {
        { DONE_DONE, "done", counts->done },
        { DONE_DOING, "doing", counts->doing },
        { DONE_PLANNED, "planned", counts->planned },
        { DONE_POSTPONED, "postponed", counts->postponed },
        { DONE_CANCELLED, "cancelled", counts->cancelled },
        { DONE_NO_REPORT, "none", counts->no_report },
    };
    ARR(struct plan_count) list = {0};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].n > 0)
            *ARR_PUSH(page->arena, &list) = (struct plan_count){
                .status = words_done(page->words, rows[i].done),
                .status_class = str_of(rows[i].class),
                .count = page_count(page, "measure", rows[i].n),
            };
    }
    return LIST_OF(list);
}

/* --- what is said of a plan --- */

static struct plan_line line_of(struct page *page, size_t programme,
                                size_t measure)
{
    struct view_measure it = block_measure(page, programme, measure);

    return (struct plan_line){
        .title = it.title,
        .url = it.url,
        .when = it.when,
        .status = it.status,
        .status_class = it.status_class,
        .reason = it.reason,
    };
}

static bool is_overdue(const struct page *page, size_t programme,
                       size_t measure)
{
    return progress_overdue(page->site, programme, measure);
}

static bool is_moved(const struct page *page, size_t programme,
                     size_t measure)
{
    int done = progress_done(page->site, programme, measure);

    return done == DONE_POSTPONED || done == DONE_CANCELLED;
}

static bool is_doing(const struct page *page, size_t programme,
                     size_t measure)
{
    return progress_done(page->site, programme, measure) == DONE_DOING &&
           !is_overdue(page, programme, measure);
}

static struct list lines_of(struct page *page, size_t programme,
                            bool (*is_wanted)(const struct page *page,
                                              size_t programme,
                                              size_t measure))
{
    size_t n = page->site->programmes.at[programme].measures.n;
    ARR(struct plan_line) lines = {0};

    for (size_t i = 0; i < n; i++) {
        if (is_wanted(page, programme, i))
            *ARR_PUSH(page->arena, &lines) = line_of(page, programme, i);
    }
    return LIST_OF(lines);
}

static struct plan_summary summary_of(struct page *page, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];
    struct plan_counts counts = progress_measures(page->site, programme);
    struct plan_summary view = {
        .name = page_label(page, THING_PROGRAMME, programme, NONE),
        .url = page_url(page, THING_PROGRAMME, programme, NONE),
        .plan_url = page_url(page, THING_PLAN, programme, NONE),
        .all = page_count(page, "measure", counts.all),
        .as_of = page_date(page, catalog_as_of(page->site, programme)),
        .source_note = page_typo(page, it->source_note),
        .retold = frame_is_retold(page, programme),
        .counts = plan_count_list(page, &counts),
        .overdue = lines_of(page, programme, is_overdue),
        .moved = lines_of(page, programme, is_moved),
        .doing = lines_of(page, programme, is_doing),
        .demo = it->demo,
        .no_reports = counts.no_report == counts.all,
    };

    view.has_overdue = view.overdue.n > 0;
    view.has_moved = view.moved.n > 0;
    view.has_doing = view.doing.n > 0;
    return view;
}

/* --- groups --- */

struct growing {
    struct str part, section;
    size_t measure;                 /* the first */
    ARR(struct view_measure) measures;
};

static struct growing *group_for(struct growing *groups, size_t *n,
                                 const struct measure *it, size_t measure)
{
    for (size_t i = 0; i < *n; i++) {
        if (str_eq(groups[i].part, it->subprogramme.text) &&
            str_eq(groups[i].section, it->section))
            return &groups[i];
    }
    groups[*n].part = it->subprogramme.text;
    groups[*n].section = it->section;
    groups[*n].measure = measure;
    return &groups[(*n)++];
}

/* Of a subprogramme that has a page of its own. */
static void fill_part(const struct page *page, struct plan_group *view,
                      const struct ref *part)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct str path;

    if (part->text.n == 0)
        return;
    view->part = page_typo(page, part->text);
    if (part->index >= it->sections.n)
        return;
    view->part = page_label(page, THING_SECTION, page->at, part->index);
    path = address_of(page->arena, page->site, THING_SECTION, page->at,
                      part->index);
    if (page_has(page, path))
        view->part_url = page_path_url(page, path);
}

/* Ids have an underscore, which ids of measures have not. */
static struct plan_group view_of(const struct page *page,
                                 const struct growing *group, size_t at)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct plan_group view = {
        .id = str_format(page->arena, "part_%zu", at + 1),
        .name = page_typo(page, group->section),
        .measures = LIST_OF(group->measures),
    };

    view.bars = block_bars_note(page, page->at, view.measures);
    fill_part(page, &view, &it->measures.at[group->measure].subprogramme);
    if (view.name.n == 0)
        view.name = view.part.n > 0 ? view.part
                                    : page_word(page, "plan.measures");
    if (str_eq(view.name, view.part))
        view.part = (struct str){0};
    return view;
}

static struct list groups_of(struct page *page)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct growing *groups = PAGE_ARRAY(page, struct growing,
                                        it->measures.n);
    struct plan_group *views;
    size_t n = 0;

    for (size_t i = 0; i < it->measures.n; i++) {
        struct growing *group = group_for(groups, &n, &it->measures.at[i],
                                          i);

        struct view_measure measure = block_measure(page, page->at, i);

        measure.url = S("");            /* it stands right here */
        *ARR_PUSH(page->arena, &group->measures) = measure;
    }
    views = PAGE_ARRAY(page, struct plan_group, n);
    for (size_t i = 0; i < n; i++)
        views[i] = view_of(page, &groups[i], i);
    return (struct list){ views, n };
}

/* --- one programme --- */

static void fill(struct page *page, void *data)
{
    struct plan_view *view = data;
    struct str name = page_label(page, THING_PROGRAMME, page->at, NONE);
    struct plan_summary *summary = ARENA_NEW(page->arena,
                                             struct plan_summary);
    struct str calendar = address_of(page->arena, page->site, THING_CALENDAR,
                                     page->at, NONE);

    view->frame.title = page_fill(page, "plan.title",
                                  FILL({ "programme", name }));
    frame_heading(page, &view->frame, page_word(page, "plan.heading"),
                  page_fill(page, "plan.description",
                            FILL({ "programme", name })));
    frame_programme(page, &view->frame, page->at);
    *summary = summary_of(page, page->at);
    view->summary = summary;
    view->groups = groups_of(page);
    view->many = view->groups.n > 1;
    if (page_reaches(page, calendar))
        view->calendar_url = page_path_url(page, calendar);
    view->csv_url = page_table_url(page, page->at, "plan.csv");
    view->excel_url = page_table_url(page, page->at, "plan-excel.csv");
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->programmes.n; i++) {
        if (site->programmes.at[i].measures.n > 0)
            plan_add(list, address_of(arena, site, THING_PLAN, i, NONE), i,
                     0);
    }
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->programmes.at[at].text.at;
}

const struct page_kind page_plan = {
    .name = "plan", .view = &plan_view, .list = list, .fill = fill,
    .origin = origin,
};

/* --- all programmes --- */

static void all_fill(struct page *page, void *data)
{
    struct all_plans_view *view = data;
    const struct site *site = page->site;
    struct plan_summary *plans = PAGE_ARRAY(page, struct plan_summary,
                                            site->programmes.n);
    size_t n = 0;

    view->frame.title = page_word(page, "all_plans.title");
    frame_heading(page, &view->frame, page_word(page, "all_plans.heading"),
                  page_word(page, "all_plans.description"));
    for (size_t i = 0; i < site->programmes.n; i++) {
        if (site->programmes.at[i].measures.n > 0)
            plans[n++] = summary_of(page, i);
    }
    view->plans = (struct list){ plans, n };
}

/* There as soon as there are several programmes: the navigation and an
 * author's introduction count on it. */
static void all_list(struct plan_list *list, struct arena *arena,
                     const struct site *site, const struct release *release)
{
    (void)release;
    if (site->programmes.n > 1)
        plan_add(list, address_of(arena, site, THING_ALL_PLANS, NONE, NONE),
                 0, 0);
}

const struct page_kind page_all_plans = {
    .name = "all_plans", .view = &all_view, .list = all_list,
    .fill = all_fill,
};
