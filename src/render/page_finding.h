/*
 * page_finding: one finding of a monitoring (a row of findings.csv) and what
 * came of it, as the pages of monitoring and of the yearly report show it.
 *
 * Private to page_monitoring.c, page_report*.c and page_section.c.
 */
#ifndef VITRINA_RENDER_PAGE_FINDING_H
#define VITRINA_RENDER_PAGE_FINDING_H

#include "render/page.h"

/* A measure as a link, with how it stands; named as {{>done}} wants it. */
struct finding_measure {
    struct str title, url, status, status_class;
};

struct view_finding {
    struct str id, url;             /* url: on the page of monitoring */
    struct str name;                /* «Вывод 3» */
    struct str text, recommendation, decision, effect;
    struct str report, report_url, school, school_url, indicator,
        indicator_url, value;       /* value: of the whole, now */
    struct list sources;            /* view_link: what was monitored */
    struct list measures;           /* finding_measure */
    bool has_sources, has_measures;
};
extern const struct view finding_view;

struct view_finding finding_of(struct page *page, size_t programme,
                               size_t finding);
/* A text of the programme as a link: a report by its name or title. Words
 * that name no text stay words. */
struct view_link finding_report(const struct page *page, size_t programme,
                                struct str name);
/* Links to the findings of one text of the programme (view_link). */
struct list findings_of_section(const struct page *page, size_t programme,
                                size_t section);

#endif
