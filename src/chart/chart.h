/*
 * chart: charts as SVG: here those of one indicator over the years; schools
 * side by side are in chart_schools.h, plan and money in chart_rows.h. They
 * take plain data and all words from the caller, who decides which chart is
 * drawn and says beside it what it does not show.
 *
 * For render/. Nothing is drawn outside the viewBox whatever the data;
 * coordinates are for a box 320 wide (C5: 150). Text is 13 high; its widths
 * are reckoned with room for the bold of t-school and t-inside, not for more.
 * Colours and dashes come from the style sheet by these classes:
 *   grid axis break leader      lines that are no data
 *   l-school l-muni l-target    lines; l-main: solid, there is no other;
 *                               l-norm: a threshold
 *   m-school m-muni m-target    marks; m-hollow: provisional
 *   m-other m-others            other schools: hollow dots; dots in one path
 *   ci                          range at the last point
 *   t-school t-muni t-target    texts beside them; t-note, t-inside (on a bar)
 *   track bar bar-old bar-done now    bars
 *   ground t-head               of a file of its own
 */
#ifndef VITRINA_CHART_CHART_H
#define VITRINA_CHART_CHART_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct num_style;

struct chart_point {
    double value;
    bool present;               /* else a gap */
    bool provisional;           /* a hollow mark */
    struct str label;           /* the number as it is printed */
};

struct chart_head {
    struct str id;              /* prefix of ids, unique on the page */
    struct str title, desc;
    struct str css;             /* not empty: inside a file of its own */
    struct str above, below;    /* lines of such a file, folded */
};

/* The style sheet of files of their own: opaque, in the colours of the
 * default theme. They do not follow the reader's settings, since the page
 * around them does not either (reader 9.2). */
struct str chart_style(bool dark);

#define CHART_PERIODS_MAX 8     /* of more only the last ones are drawn */
#define CHART_THRESHOLDS_MAX 3  /* of more only the first are drawn */
struct chart_threshold {
    struct str name;            /* before the last value, at the end */
    const struct chart_point *at;           /* n: of each period alone */
};

/* C1. False, and nothing is drawn, when no series has a value but targets. */
struct chart_trend {
    struct chart_head head;
    const struct str *periods;
    size_t n;
    const struct chart_point *school;       /* n each; any may be NULL */
    const struct chart_point *whole;
    const struct chart_point *target;
    const struct chart_threshold *thresholds;
    size_t thresholds_n;
    const bool *break_before;               /* a new method; may be NULL */
    struct str expected;                    /* over a missing last value */
    struct str break_label, school_name, whole_name, target_name;
    struct str unit;                        /* «%», behind numbers */
    double lo, hi;                          /* domain, see release_domain */
    bool counts;                            /* whole numbers on the axis */
    bool has_range;                         /* at the last school's point */
    double range_lo, range_hi;
    const struct num_style *style;          /* of the axis; NULL: Russian */
};
bool chart_trend(struct buf *svg, const struct chart_trend *chart);
/* The ends of its axis, in words; false when zero is among its numbers. */
bool chart_trend_scale(const struct chart_trend *chart, struct buf *low,
                       struct buf *high);

/* C5, 150 wide: one of many. Drawn when two periods have a value. */
struct chart_small {
    struct chart_head head;
    const struct str *periods;
    size_t n;                   /* the same in all that stand together */
    const struct chart_point *value;        /* n */
    const struct chart_point *target;       /* n, or NULL */
    const bool *break_before;               /* n, or NULL */
    struct str unit;
    double lo, hi;
};
bool chart_small(struct buf *svg, const struct chart_small *chart);

/* C2. Drawn when `value` is present. */
struct chart_bullet {
    struct chart_head head;
    struct chart_point value;
    const struct chart_point *target, *whole;   /* may be NULL */
    double max;                                 /* the track is 0..max */
    struct str target_name, whole_name, unit;
};
bool chart_bullet(struct buf *svg, const struct chart_bullet *chart);

/* C3. Drawn when one series has both values. */
struct chart_slope {
    struct chart_head head;
    struct str periods[2];
    const struct chart_point *school, *whole;   /* 2 each; may be NULL */
    const struct chart_point *target;           /* of the later; may be NULL */
    struct str school_name, whole_name, target_name, unit;
    struct str same;            /* «без изменений», of two alike in print */
    double lo, hi;
};
bool chart_slope(struct buf *svg, const struct chart_slope *chart);

/* A file of its own with the lines above and below only. */
void chart_words(struct buf *svg, const struct chart_head *head);

#endif
