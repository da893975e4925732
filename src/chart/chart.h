/*
 * chart: charts as SVG. They take plain data and all words from the caller,
 * who decides which chart is drawn and says beside it what it does not show.
 *
 * For render/. Nothing is drawn outside the viewBox whatever the data;
 * coordinates are for a box 320 wide. Text is 13 high and reckoned at normal
 * weight: a style sheet that made it bold or larger would break that. Colours
 * and dashes come from the style sheet by these classes:
 *   grid axis break leader      lines that are no data
 *   l-school l-muni l-target    lines; l-main: solid, there is no other
 *   m-school m-muni m-target    marks; m-hollow: provisional
 *   ci                          range at the last point
 *   t-school t-muni t-target    texts beside them; t-note, t-inside (on a bar)
 *   track bar bar-old bar-done now    bars
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
    struct str css;             /* not empty: a file of its own, with this
                                   style sheet inside */
};

#define CHART_PERIODS_MAX 8     /* of more only the last ones are drawn */

/* C1. False, and nothing is drawn, when no series has a value but targets. */
struct chart_trend {
    struct chart_head head;
    const struct str *periods;
    size_t n;
    const struct chart_point *school;       /* n each; any may be NULL */
    const struct chart_point *whole;
    const struct chart_point *target;
    const bool *break_before;               /* may be NULL: another method
                                               from this period on */
    struct str break_label;
    struct str school_name, whole_name, target_name;
    struct str unit;                        /* «%», behind numbers */
    double lo, hi;                          /* domain, see scale_domain */
    bool counts;                            /* whole numbers on the axis */
    bool has_range;                         /* at the last school's point */
    double range_lo, range_hi;
    const struct num_style *style;          /* of the axis; NULL: Russian */
};
bool chart_trend(struct buf *svg, const struct chart_trend *chart);

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
    struct str same;            /* «без изменений», when both are printed
                                   the same */
    double lo, hi;
};
bool chart_slope(struct buf *svg, const struct chart_slope *chart);

/* C6: a bar that repeats what the text beside it says, hidden from readers
 * of the screen. Places are numbers (days, say) between `from` and `to`. */
struct chart_span {
    double from, to;
};
struct chart_roadmap {
    struct chart_span track;
    size_t parts;               /* ticks divide the track: 12 months */
    struct chart_span plan;
    bool open_end;              /* an arrow instead of an end */
    const struct chart_span *old;   /* before it was postponed, or NULL */
    const struct chart_span *done;  /* or NULL */
    bool has_now;
    double now;
    struct str now_label;       /* empty: the line without words */
};
void chart_roadmap(struct buf *svg, const struct chart_roadmap *chart);

/* C8. The rows in the caller's order; the total first. */
struct chart_money_row {
    struct str name;
    struct str text;            /* «11,2 из 12,6 млн ₽» */
    struct str over;            /* «на 0,3 млн ₽ больше плана», or empty */
    double plan, actual;
    bool has_actual;
};
struct chart_money {
    struct chart_head head;
    const struct chart_money_row *rows;
    size_t n;
};
bool chart_money(struct buf *svg, const struct chart_money *chart);

#endif
