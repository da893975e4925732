/*
 * page_report: the views of a programme's yearly report and who fills which.
 * `page->at` is the programme, `page->sub` the year.
 *
 * Private to page_report*.c.
 */
#ifndef VITRINA_RENDER_PAGE_REPORT_H
#define VITRINA_RENDER_PAGE_REPORT_H

#include "render/block.h"
#include "render/page.h"
#include "render/page_finding.h"

/* Plan and fact of one indicator; never empty where its column stands. */
struct report_row {
    struct str number, title, url, plan, fact, degree, status, status_class,
        reason;
    struct str period;              /* where it is not the calendar year */
};

struct report_group {
    struct str name;
    struct list rows;               /* report_row */
};

struct report_indicators {
    struct list groups;             /* report_group */
    struct str columns;             /* how many the table has */
    bool has_plan, has_degree, has_reason;
};

/* One quantity of the method: SR, SRm, … */
struct report_part {
    struct str name, value, how;
};

struct report_measure {
    struct str number, title, url, when, status, status_class;
    struct list responsible;        /* view_link */
    struct list notes;              /* view_link: results, reasons */
    bool has_responsible, has_notes;
};

struct report_measures {
    struct list rows;               /* report_measure: due in the year */
    struct list others;             /* report_measure: only reported on */
    struct str plan_url;
    bool has_rows, has_others, no_reports;
};

/* How the schools moved in one indicator; counts only. */
struct report_move {
    struct str title, url, since, grew, same, fell, compared;
};

/* A number of the year that does not add up. */
struct report_doubt {
    struct str indicator, indicator_url, period, text, words;
};

struct report_view {
    struct view_frame frame;
    struct str programme, programme_url, year, as_of;
    struct str lead, body;          /* body: html, of the author */
    struct list sums;               /* view_link: sentences */
    const struct report_indicators *indicators;
    struct list parts;              /* report_part */
    struct str no_parts;            /* why there are none */
    const struct report_measures *measures;
    struct list money;              /* view_money */
    struct list moves;              /* report_move */
    struct list doubts;             /* report_doubt: of the whole */
    struct str school_doubts;       /* how many more, of schools; empty: 0 */
    struct str quality_url;
    struct list findings;           /* view_finding */
    struct list years;              /* view_link: reports of other years */
    struct str csv_url, excel_url, monitoring_url;
    bool over, has_sums, has_parts, has_money, has_moves, has_doubts,
        has_findings, has_years;
};
extern const struct view yearly_view;

/* «Отчёт за 2025 год», or the title of the author's text of that year. */
struct str report_title(const struct page *page, size_t programme,
                        int64_t year);

/* page_report_numbers.c: plan and fact, the method, how schools moved, what
 * does not add up. */
void report_indicators(const struct page *page, struct report_view *view);
void report_parts(const struct page *page, struct report_view *view);
void report_moves(const struct page *page, struct report_view *view);
void report_doubts(const struct page *page, struct report_view *view);

/* page_report_work.c: measures, money, findings. */
void report_measures(struct page *page, struct report_view *view);
void report_money(struct page *page, struct report_view *view);
void report_findings(struct page *page, struct report_view *view);

#endif
