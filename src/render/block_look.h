/*
 * block_look: what can be said of one indicator for one school or the whole:
 * the period to speak of, its fact and progress, and whether there is a value
 * at all. Decides nothing about numbers; only picks among what the release
 * gave.
 *
 * For block_*.c and page_*.c.
 */
#ifndef VITRINA_RENDER_BLOCK_LOOK_H
#define VITRINA_RENDER_BLOCK_LOOK_H

#include "render/page.h"

enum block_has {
    BLOCK_NOTHING,              /* no period yet */
    BLOCK_VALUES,               /* at least one shown value */
    BLOCK_REASON,               /* no value, but a sentence why */
    BLOCK_NOT_APPLICABLE,
    BLOCK_LEVEL                 /* not published per school */
};

/* One indicator of a school or of the whole: the period a card speaks of. */
struct block_look {
    size_t indicator, school;   /* school may be RELEASE_WHOLE */
    enum block_has has;
    const struct period *periods;
    size_t n;
    size_t current;             /* index in periods, or NONE */
    size_t last;                /* last period with a shown value, or NONE */
    size_t values;              /* how many periods are fully shown */
    struct fact fact;           /* of the current period */
    struct progress progress;
};
struct block_look block_look(const struct page *page, size_t indicator,
                             size_t school);
/* The last shown value with its period in brackets; without any why there is
 * none. */
struct str block_value(const struct page *page,
                       const struct block_look *look);
/* Has the fact of a cell something to print that is no reason? */
bool block_is_told(struct fact fact);
/* What is written beside a cell; nothing of one that is hidden. */
struct str block_note(const struct page *page, struct fact fact);
/* Is it a fact about the conditions rather than something to work on: no
 * target, and either no direction is better or it was looked up once? */
bool block_is_condition(const struct page *page,
                        const struct block_look *look);
/* Is it judged and its target not reached? */
bool block_is_unmet(const struct block_look *look);
/* A target as a cell: its words, a later one with its period, or that there
 * is none. Never empty. */
struct str block_target(const struct page *page,
                        const struct block_look *look);
/* Is there no whole to judge while the schools have targets of their own? */
bool block_by_school(const struct page *page, const struct block_look *look);
/* How the current period stands to its target; «not due» rather than «no
 * target» when there is a later one, which block_target names. */
enum status block_standing(const struct page *page,
                           const struct block_look *look);
/* How the target stands, or that schools are judged one by one. */
struct str block_status(const struct page *page,
                        const struct block_look *look);
/* What the period (of look->periods; NONE: none) says, in a sentence. */
struct str block_headline(const struct page *page,
                          const struct block_look *look, size_t period);
/* The reached one furthest beyond its target or, of those that are not, the
 * one furthest from it; NONE: none is judged so. */
size_t block_extreme(const struct block_look *looks, size_t n, bool reached);
/* Address of an indicator's page. */
struct str block_indicator_url(const struct page *page, size_t indicator);
/* The programme that a page belongs to, by its address; NONE: none. */
size_t block_programme(const struct page *page);
/* Name of an indicator among the ids of a page: its id, with the programme's
 * in front on pages that are not of this programme. */
struct str block_name(const struct page *page, size_t indicator);
/* A target's words. */
struct str block_target_words(const struct page *page,
                              const struct target *target);
/* Head of a column: «В среднем по району». */
struct str block_average(const struct page *page, size_t programme);
/* What an indicator stands under: its group, else its task. */
struct str block_group(const struct page *page, size_t indicator);
/* Question (else title) and title, with typography. */
struct str block_question(const struct page *page, size_t indicator);
struct str block_title(const struct page *page, size_t indicator);

/* --- charts --- */

/* AUTO: as the number of shown values asks for. */
enum block_shape { BLOCK_AUTO, BLOCK_TREND, BLOCK_SLOPE, BLOCK_BULLET };

/* What is to be drawn. */
struct block_chart {
    size_t indicator, school;
    enum block_shape shape;
    struct period from, to;     /* PERIOD_NONE: all */
    struct str title;           /* of the SVG; empty: made from the data */
    struct str id;              /* prefix of its ids */
    struct str css, above, below;   /* of a file of its own, see chart.h */
    struct str *note;           /* what the chart does not show: where its
                                   scale begins, earlier periods; or NULL */
};
/* SVG (C1, C3, C2), or empty when the values do not make one. */
struct str block_chart(const struct page *page, const struct block_chart *ask);
/* How numbers stand at the axes of charts; NULL: Russian. */
const struct num_style *block_axis_style(const struct page *page);
/* Bar of a measure in the programme's years (C6), or empty. */
struct str block_bar(const struct page *page, size_t programme,
                     size_t measure);
/* What the bars of these view_measure stand for, said once above them; empty
 * when none has a bar. */
struct str block_bars_note(const struct page *page, size_t programme,
                           struct list measures);
/* Bar of one row of money (C8), or empty. */
struct str block_money_bar(const struct page *page,
                           const struct programme *programme,
                           const struct money *money);

#endif
