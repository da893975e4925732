/*
 * page_section: one text of a programme: a section, a subprogramme, a report;
 * and the way to the next one.
 *
 * A row of pages.c.
 */
#include "render/page_finding.h"

#include "release/year.h"
#include "render/page_monitoring.h"

struct section_view {
    struct view_frame frame;
    struct str kind, period, lead, body;    /* body: html */
    struct str programme, programme_url;
    struct str before, before_url, after, after_url;
    struct list tasks;              /* view_link without addresses */
    struct list measures;           /* view_link */
    struct list findings;           /* view_link: of this report */
    struct str plan_url;
    bool has_tasks, has_measures, has_findings, has_neighbours;
};

static const struct field section_fields[] = {
    FIELD(section_view, TEXT, kind),
    FIELD(section_view, TEXT, period),
    FIELD(section_view, TEXT, lead),
    FIELD(section_view, HTML, body),
    FIELD(section_view, TEXT, programme),
    FIELD(section_view, URL, programme_url),
    FIELD(section_view, TEXT, before),
    FIELD(section_view, URL, before_url),
    FIELD(section_view, TEXT, after),
    FIELD(section_view, URL, after_url),
    FIELD_OF(section_view, LIST, tasks, link_view),
    FIELD_OF(section_view, LIST, measures, link_view),
    FIELD_OF(section_view, LIST, findings, link_view),
    FIELD(section_view, URL, plan_url),
    FIELD(section_view, BOOL, has_tasks),
    FIELD(section_view, BOOL, has_measures),
    FIELD(section_view, BOOL, has_findings),
    FIELD(section_view, BOOL, has_neighbours),
};
static const struct view section_view = {
    "section", sizeof(struct section_view), section_fields,
    sizeof section_fields / sizeof *section_fields, &frame_view,
};

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

static struct str kind_of(const struct page *page, int kind)
{
    static const char *const keys[] = {
        [SECTION_SECTION] = "section.kind_section",
        [SECTION_SUBPROGRAMME] = "section.kind_subprogramme",
        [SECTION_REPORT] = "section.kind_report",
    };

    return page_word(page, keys[kind]);
}

/* --- before and after --- */

/* Sections and subprogrammes are read on end, reports among themselves. */
static bool is_neighbour(const struct programme *it, size_t at, int kind)
{
    const struct section *section = &it->sections.at[at];

    return (section->kind == SECTION_REPORT) == (kind == SECTION_REPORT) &&
           !section->text.draft && !section->text.hidden_nav;
}

static void fill_neighbours(const struct page *page,
                            struct section_view *view)
{
    const struct programme *it = programme_of(page);
    int kind = it->sections.at[page->sub].kind;
    size_t before = NONE, after = NONE;

    for (size_t i = page->sub; i-- > 0 && before == NONE;) {
        if (is_neighbour(it, i, kind))
            before = i;
    }
    for (size_t i = page->sub + 1; i < it->sections.n && after == NONE; i++) {
        if (is_neighbour(it, i, kind))
            after = i;
    }
    if (before != NONE) {
        view->before = page_label(page, THING_SECTION, page->at, before);
        view->before_url = page_url(page, THING_SECTION, page->at, before);
    }
    if (after != NONE) {
        view->after = page_label(page, THING_SECTION, page->at, after);
        view->after_url = page_url(page, THING_SECTION, page->at, after);
    }
    view->has_neighbours = before != NONE || after != NONE;
}

/* --- what it belongs to --- */

static void fill_tasks(const struct page *page, struct section_view *view,
                       const struct section *section)
{
    const struct programme *it = programme_of(page);
    struct view_link *lines = PAGE_ARRAY(page, struct view_link,
                                         section->tasks.n);

    for (size_t i = 0; i < section->tasks.n; i++) {
        lines[i].label = page_typo(page, section->tasks.at[i]);
        for (size_t k = 0; k < it->tasks_n; k++) {
            if (str_eq(it->tasks[k].id, section->tasks.at[i]))
                lines[i].label = page_typo(page, it->tasks[k].text);
        }
    }
    view->tasks = (struct list){ lines, section->tasks.n };
    view->has_tasks = section->tasks.n > 0;
}

/* The measures of a subprogramme, unless its text has put them in its own
 * place with a ```plan block. */
static void fill_measures(const struct page *page, struct section_view *view)
{
    const struct programme *it = programme_of(page);
    ARR(struct view_link) links = {0};

    if (str_find(view->body, S("<ol class=\"plan\">")) >= 0)
        return;
    for (size_t i = 0; i < it->measures.n; i++) {
        const struct ref *part = &it->measures.at[i].subprogramme;

        if (part->text.n > 0 && part->index == page->sub)
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = page_label(page, THING_MEASURE, page->at, i),
                .url = page_url(page, THING_MEASURE, page->at, i),
            };
    }
    view->measures = (struct list){ links.at, links.n };
    view->has_measures = links.n > 0;
    if (view->has_measures)
        view->plan_url = page_url(page, THING_PLAN, page->at, NONE);
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct section_view *view = data;
    const struct section *section =
        &programme_of(page)->sections.at[page->sub];

    view->programme = page_label(page, THING_PROGRAMME, page->at, NONE);
    view->programme_url = page_url(page, THING_PROGRAMME, page->at, NONE);
    view->frame.title = page_fill(page, "section.title",
        FILL({ "title", page_typo(page, section->text.title) },
             { "programme", view->programme }));
    frame_heading(page, &view->frame, section->text.title,
                  section->text.summary);
    frame_programme(page, &view->frame, page->at);
    frame_text(page, &view->frame, &section->text);
    view->kind = kind_of(page, section->kind);
    view->period = page_period(page, section->period);
    view->lead = page_typo(page, section->text.summary);
    view->body = page_body(page, &section->text, S(""));
    fill_tasks(page, view, section);
    fill_measures(page, view);
    view->findings = findings_of_section(page, page->at, page->sub);
    view->has_findings = view->findings.n > 0;
    fill_neighbours(page, view);
}

/* Does the text open a page that is made by itself: a yearly report, the page
 * on monitoring? */
static bool is_opening(const struct site *site, size_t programme,
                       size_t section, const int64_t *years, size_t n)
{
    const struct programme *it = &site->programmes.at[programme];

    if (str_is(it->sections.at[section].id, "monitoring"))
        return monitoring_any(site, programme);
    for (size_t i = 0; i < n; i++) {
        if (year_section(site, programme, years[i]) == section)
            return true;
    }
    return false;
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    for (size_t p = 0; p < site->programmes.n; p++) {
        const struct programme *it = &site->programmes.at[p];
        size_t n;
        const int64_t *years = year_reports(arena, release, p, &n);

        for (size_t i = 0; i < it->sections.n; i++) {
            if (!it->sections.at[i].text.draft &&
                !is_opening(site, p, i, years, n))
                plan_add(list, address_of(arena, site, THING_SECTION, p, i),
                         p, i);
        }
    }
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    return site->programmes.at[at].sections.at[sub].text.at;
}

const struct page_kind page_section = {
    .name = "section", .view = &section_view, .list = list, .fill = fill,
    .origin = origin,
};
