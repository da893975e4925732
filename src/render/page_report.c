/*
 * page_report: what a programme promised for one year and what came of it.
 * Written so that it can be pasted into a letter: headings, sentences, plain
 * tables.
 *
 * A row of pages.c.
 */
#include "render/page_report.h"

#include "release/year.h"
#include "render/page_attached.h"

#include <stdio.h>

static struct str year_words(const struct page *page, int64_t year)
{
    return page_period(page, (struct period){
        PERIOD_YEAR, date_of((int)year, 1, 1), date_of((int)year, 12, 31)
    });
}

struct str report_title(const struct page *page, size_t programme,
                        int64_t year)
{
    size_t section = year_section(page->site, programme, year);

    return section != NONE
               ? page_label(page, THING_SECTION, programme, section)
               : page_fill(page, "report.heading",
                           FILL({ "year", year_words(page, year) }));
}

/* --- what the author says --- */

static void fill_text(struct page *page, struct report_view *view)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    size_t at = year_section(page->site, page->at, (int64_t)page->sub);
    const struct text *text;

    if (at == NONE)
        return;
    text = &it->sections.at[at].text;
    frame_text(page, &view->frame, text);
    view->lead = page_typo(page, text->summary);
    view->body = page_body_below(page, text, S(""), 1);
}

/* --- other years --- */

static void fill_years(const struct page *page, struct report_view *view)
{
    size_t n, count = 0;
    const int64_t *years = year_reports(page->arena, page->release, page->at,
                                        &n);
    struct view_link *links = PAGE_ARRAY(page, struct view_link, n);

    for (size_t i = 0; i < n; i++) {
        if (years[i] != (int64_t)page->sub)
            links[count++] = (struct view_link){
                .label = report_title(page, page->at, years[i]),
                .url = page_url(page, THING_REPORT, page->at,
                                (size_t)years[i]),
            };
    }
    view->years = (struct list){ links, count };
    view->has_years = count > 0;
}

/* --- the page --- */

static void fill_heading(struct page *page, struct report_view *view)
{
    view->programme = page_label(page, THING_PROGRAMME, page->at, NONE);
    view->programme_url = page_url(page, THING_PROGRAMME, page->at, NONE);
    view->year = year_words(page, (int64_t)page->sub);
    view->as_of = page_date(page, catalog_as_of(page->site, page->at));
    view->over = year_is_over(page->site, page->at, (int64_t)page->sub);
    view->frame.title = page_fill(page, "report.title",
        FILL({ "year", view->year }, { "programme", view->programme }));
    frame_heading(page, &view->frame,
                  report_title(page, page->at, (int64_t)page->sub),
                  page_fill(page, "report.description",
                            FILL({ "year", view->year },
                                 { "programme", view->programme })));
    frame_programme(page, &view->frame, page->at);
}

static void fill_files(const struct page *page, struct report_view *view)
{
    struct str path = address_of(page->arena, page->site, THING_MONITORING,
                                 page->at, NONE);
    char name[32];

    snprintf(name, sizeof name, "report-%zu.csv", page->sub);
    view->csv_url = page_table_url(page, page->at, name);
    snprintf(name, sizeof name, "report-%zu-excel.csv", page->sub);
    view->excel_url = page_table_url(page, page->at, name);
    if (page_has(page, path))
        view->monitoring_url = page_path_url(page, path);
}

static void fill(struct page *page, void *data)
{
    struct report_view *view = data;

    fill_heading(page, view);
    fill_text(page, view);
    report_indicators(page, view);
    report_parts(page, view);
    report_measures(page, view);
    report_money(page, view);
    report_moves(page, view);
    report_doubts(page, view);
    report_findings(page, view);
    fill_years(page, view);
    fill_files(page, view);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    for (size_t p = 0; p < site->programmes.n; p++) {
        size_t n;
        const int64_t *years = year_reports(arena, release, p, &n);

        for (size_t i = 0; i < n; i++)
            plan_add(list, address_of(arena, site, THING_REPORT, p,
                                      (size_t)years[i]),
                     p, (size_t)years[i]);
    }
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    size_t section = year_section(site, at, (int64_t)sub);

    return section != NONE
               ? site->programmes.at[at].sections.at[section].text.at
               : site->programmes.at[at].text.at;
}

const struct page_kind page_report = {
    .name = "report", .view = &yearly_view, .list = list, .fill = fill,
    .origin = origin,
};
