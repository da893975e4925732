/*
 * page_programme: the views of a programme's page and who fills which. What a
 * programme has not is a NULL view or an empty list, and the template says so
 * in words or leaves it out.
 *
 * Private to page_programme*.c.
 */
#ifndef VITRINA_RENDER_PAGE_PROGRAMME_H
#define VITRINA_RENDER_PAGE_PROGRAMME_H

#include "render/page_programme_work.h"

/* A row of the short facts or of the passport. */
struct programme_row {
    struct str caption, text, url;
    struct list lines;              /* view_link, in place of `text` */
    bool has_lines;
};

struct programme_task {
    struct str text;
    struct list indicators;         /* view_link */
    bool has_indicators;
};

/* Plan and fact of one indicator in one period; never empty. */
struct programme_cell {
    struct str plan, fact;
};

struct programme_indicator {
    struct str number, title, url, unit, base, status, status_class;
    struct str arithmetic;          /* how the status came about */
    struct list cells;              /* programme_cell */
};

/* Indicators of one group: a table of those that have a whole, lists of those
 * that are counted by school only and of those of which nothing is shown. */
struct programme_group {
    struct str name;
    struct list periods;            /* view_link: heads of columns */
    struct list rows;               /* programme_indicator */
    struct list smalls;             /* view_small: those with a chart */
    struct list by_school, silent;  /* view_link */
    bool has_rows, has_smalls, has_by_school, has_silent, has_base, has_targets;
};

/* A section, a report, a piece of news, a practice. */
struct programme_part {
    struct str title, url, meta, text;
};

struct programme_view {
    struct view_frame frame;
    struct str summary, lead, fresh, as_of, body;   /* body: html */
    struct list facts, passport;    /* programme_row */
    struct list tasks;              /* programme_task */
    struct list groups;             /* programme_group */
    struct list sections, subprogrammes, reports, practices, news;
                                    /* programme_part */
    struct list holdings;           /* programme_row */
    struct list resources;          /* view_link */
    struct list organisations, terms;       /* view_link */
    const struct programme_plan *plan;
    const struct programme_effect *effect;
    const struct programme_money *money;
    const struct programme_risks *risks;
    const struct programme_documents *documents;
    const struct programme_schools *schools;
    struct str indicators_url, csv_url, values_url, excel_url, practices_url,
        monitoring_url, own_changes_url;
    bool has_tasks, has_groups, has_sections, has_subprogrammes, has_reports,
        has_practices, has_news, has_resources, has_organisations, has_terms,
        has_files;
};
extern const struct view programme_view;

/* page_programme_passport.c: who, when, why, by which act. The facts after
 * the money. */
void programme_facts(const struct page *page, struct programme_view *view);
void programme_passport(const struct page *page,
                        struct programme_view *view);

/* page_programme_numbers.c: tasks and tables of indicators. */
void programme_tasks(const struct page *page, struct programme_view *view);
void programme_groups(const struct page *page, struct programme_view *view);

/* page_programme_holdings.c: what the programme has and has not; after the
 * tasks. */
void programme_holdings(const struct page *page, struct programme_view *view);

/* page_programme_work.c: plan, money, risks, documents. */
void programme_work(struct page *page, struct programme_view *view);

/* page_programme_effect.c: its result by its own method. */
void programme_effect(const struct page *page, struct programme_view *view);

/* page_programme_people.c: schools, organisations, practices, news. */
void programme_people(const struct page *page, struct programme_view *view);

#endif
