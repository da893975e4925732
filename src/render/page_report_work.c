/*
 * page_report_work: what was done in the year of a report, for how much, and
 * what was found.
 *
 * For page_report.c.
 */
#include "render/page_report.h"

#include "release/year.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

/* --- measures --- */

static void add_note(const struct page *page, struct list *notes,
                     struct str text)
{
    const struct view_link *old = notes->at;
    struct view_link *lines;

    if (text.n == 0)
        return;
    lines = PAGE_ARRAY(page, struct view_link, notes->n + 1);
    for (size_t i = 0; i < notes->n; i++)
        lines[i] = old[i];
    lines[notes->n].label = page_typo(page, text);
    *notes = (struct list){ lines, notes->n + 1 };
}

/* Of the reports of the year; of a measure without any its own reason. */
static struct list notes_of(const struct page *page, size_t measure)
{
    const struct programme *it = programme_of(page);
    struct list notes = {0};

    for (size_t i = 0; i < it->reports.n; i++) {
        const struct report *report = &it->reports.at[i];

        if (report->measure.index != measure ||
            period_year(report->period) != (int)page->sub)
            continue;
        add_note(page, &notes, report->result);
        add_note(page, &notes, report->reason);
    }
    if (notes.n == 0)
        add_note(page, &notes, it->measures.at[measure].reason);
    return notes;
}

/* One under the other, so without the signs between them. */
static struct list bare(const struct page *page, struct list of)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, of.n);

    for (size_t i = 0; i < of.n; i++) {
        links[i] = ((const struct view_link *)of.at)[i];
        links[i].end = S("");
    }
    return (struct list){ links, of.n };
}

static struct report_measure measure_of(struct page *page, size_t measure)
{
    struct view_measure it = block_measure(page, page->at, measure);
    struct report_measure view = {
        .number = it.number,
        .title = it.title,
        .url = it.url,
        .when = it.when,
        .responsible = bare(page, it.responsible),
        .notes = notes_of(page, measure),
        .has_responsible = it.has_responsible,
    };
    bool late;
    int done = progress_done_in(page->site, page->at, measure,
                                (int64_t)page->sub, &late);

    view.status = late ? page_word(page, "report.late")
                       : words_done(page->words, done);
    view.status_class = block_done_class(done);
    view.has_notes = view.notes.n > 0;
    return view;
}

void report_measures(struct page *page, struct report_view *view)
{
    const struct programme *it = programme_of(page);
    struct report_measures *part = ARENA_NEW(page->arena,
                                             struct report_measures);
    ARR(struct report_measure) rows = {0};
    ARR(struct report_measure) others = {0};

    if (it->measures.n == 0)
        return;
    part->no_reports = true;        /* until one is known of */
    for (size_t i = 0; i < it->measures.n; i++) {
        int64_t year = (int64_t)page->sub;
        bool due = progress_due_in(page->site, page->at, i, year), late;

        if (due)
            *ARR_PUSH(page->arena, &rows) = measure_of(page, i);
        else if (year_tells_measure(page->site, page->at, i, year))
            *ARR_PUSH(page->arena, &others) = measure_of(page, i);
        if (due && progress_done_in(page->site, page->at, i, year, &late) !=
                       DONE_NO_REPORT)
            part->no_reports = false;
    }
    part->rows = LIST_OF(rows);
    part->others = LIST_OF(others);
    part->has_rows = rows.n > 0;
    part->no_reports = part->no_reports && rows.n > 0;
    part->has_others = others.n > 0;
    part->plan_url = page_url(page, THING_PLAN, page->at, NONE);
    view->measures = part;
}

/* --- money --- */

void report_money(struct page *page, struct report_view *view)
{
    struct list all = block_money(page, page->at);
    const struct view_money *at = all.at;
    struct view_money *rows = PAGE_ARRAY(page, struct view_money, all.n);
    struct str year = str_format(page->arena, "%zu", page->sub);
    size_t n = 0;

    for (size_t i = 0; i < all.n; i++) {
        if (str_eq(at[i].year, year))
            rows[n++] = at[i];
    }
    view->money = (struct list){ rows, n };
    view->has_money = n > 0;
}

/* --- findings --- */

void report_findings(struct page *page, struct report_view *view)
{
    const struct programme *it = programme_of(page);
    ARR(struct view_finding) list = {0};

    for (size_t i = 0; i < it->findings.n; i++) {
        if (year_of_finding(page->site, page->at, i) == (int64_t)page->sub)
            *ARR_PUSH(page->arena, &list) = finding_of(page, page->at, i);
    }
    view->findings = LIST_OF(list);
    view->has_findings = list.n > 0;
}
