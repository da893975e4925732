/*
 * page_monitoring: the views of the page on a programme's monitoring and who
 * fills which.
 *
 * Private to page_monitoring.c, page_clusters.c, page_section.c, export.c.
 */
#ifndef VITRINA_RENDER_PAGE_MONITORING_H
#define VITRINA_RENDER_PAGE_MONITORING_H

#include "render/page.h"
#include "render/page_finding.h"

/* A row of monitoring.csv. */
struct monitoring_row {
    struct str id, subject, criterion, instrument, source, when, responsible,
        done_on, report, report_url;
    struct list indicators;         /* view_link */
    struct list findings;           /* view_link: of the same report */
    bool again;                     /* the same subject as the row before */
    bool has_indicators, has_findings;
};

/* Labels of clusters.csv: a line is a school, or without names a label. */
struct cluster_line {
    struct str name, url;
    struct list cells;              /* view_link: a year each */
};

struct cluster_strip {
    struct list years;              /* view_link: heads of columns */
    struct list lines;              /* cluster_line */
    struct list sources;            /* view_link: «2017 год: …» */
    bool anonymous;
};
extern const struct view cluster_strip_view;

struct monitoring_view {
    struct view_frame frame;
    struct str programme, programme_url, body;  /* body: html, of the author */
    struct list findings;           /* view_finding */
    struct list rows;               /* monitoring_row: the system */
    const struct cluster_strip *clusters;
    bool has_findings, has_rows;
};

/* Has the programme anything for this page? */
bool monitoring_any(const struct site *site, size_t programme);

/* page_clusters.c: the strip as far as site.yml lets it be seen, or NULL. */
const struct cluster_strip *cluster_strip(const struct page *page,
                                          size_t programme);
/* Is any label of the programme to be seen? */
bool cluster_any(const struct site *site, size_t programme);

#endif
