/*
 * block: pieces of pages that several kinds share: the card of an indicator
 * (headline, chart, status), tables of values, the list of measures, money
 * rows; also as fenced blocks inside texts (```chart and so on).
 *
 * For page_*.c and page.c. Views here are fields of page views, so that a
 * theme can lay them out; the matching partials are templates/block-*.html,
 * status.html and done.html.
 */
#ifndef VITRINA_RENDER_BLOCK_H
#define VITRINA_RENDER_BLOCK_H

#include "render/page.h"

/* --- indicators --- */

/* Table of plan and fact by period, for one indicator. Cells are never empty
 * where their column stands. */
struct view_period_row {
    struct str period, value, whole, target, people, status, status_class,
        threshold, note, reason, revised_url;
    bool is_break;              /* only `note`: what changed from here on */
};

/* Card of an indicator for a school or the whole (reader 7.2). */
struct view_card {
    struct str id, table_id;    /* anchors of the card and of its table */
    struct str question, title, url;
    struct str headline;
    struct str earlier;         /* of the last value, when that is another */
    struct str chart;           /* html: SVG, or empty */
    struct str status, status_class;    /* word; reached near open none … */
    struct str arithmetic;      /* how the status came about */
    struct str caption;         /* direction, numbers of people, source */
    struct str table_url;
    struct list actions;        /* view_link: measures for an unmet target */
    bool unmet, has_actions;
    bool actions_shared;        /* no measure of the school's own */
    struct str plan_url;
    struct str practices_url;   /* of practices for an unmet target */
    struct list rows;           /* view_period_row */
    bool has_rows, has_whole, has_target, has_people, has_status, has_note,
        has_threshold;
    struct str value_name, whole_name;  /* heads of columns */
    struct str columns;         /* how many the table has */
};
extern const struct view card_view;

/* `school` may be RELEASE_WHOLE. Ids are made from block_name(). */
struct view_card block_card(struct page *page, size_t indicator,
                            size_t school);
/* The same with another name for the ids. */
struct view_card block_card_as(struct page *page, size_t indicator,
                               size_t school, struct str name);

/* --- measures --- */

/* One measure of a plan (C6). */
struct view_measure {
    struct str id, number, title, url, when, result, status, status_class,
        audience, reason, evidence, done_on, bar;   /* bar: html */
    bool overdue, has_reports, has_responsible, has_schools, has_indicators;
    struct list responsible, schools, indicators;   /* view_link */
    struct list reports;                            /* view_report */
};
extern const struct view measure_view;
struct view_report {
    struct str period, status, status_class, title, place, result, evidence,
        reason, done_on, school, school_url;
};
struct view_measure block_measure(struct page *page, size_t programme,
                                  size_t measure);
/* Of an enum done: done, doing, planned, …: class done-... of the styles. */
struct str block_done_class(int done);
/* The same as a school's page shows it: no other school, and of the reports
 * only the school's own and those of all. */
struct view_measure block_measure_of(struct page *page, size_t programme,
                                     size_t measure, size_t school);
/* Does the measure name this school, as place or as responsible? */
bool block_measure_names(const struct page *page, size_t programme,
                         size_t measure, size_t school);
/* Is it for everyone in the programme: does it name no school? */
bool block_measure_shared(const struct page *page, size_t programme,
                          size_t measure);
/* Is a word of its `audience` this one: parents, pupils, …? */
bool block_measure_is_for(const struct measure *measure, const char *who);
/* Does a list of references hold this index? */
bool block_refs_have(const struct refs *refs, size_t index);

/* --- money --- */

/* Money of a programme: rows by year, in it the total first. */
struct view_money {
    struct str year, source, purpose, planned, actual, bar;     /* bar: html */
    bool is_total;
};
extern const struct view money_view;
struct list block_money(struct page *page, size_t programme);

/* --- fenced blocks --- */

/* A fenced block of a text as HTML; false when `info` is none of ours. */
bool block_fenced(struct page *page, struct str info, struct str body,
                  struct pos at, struct pos body_at, struct buf *html);

#endif
