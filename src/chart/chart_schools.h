/*
 * chart_schools: schools side by side, without names: where their values lie
 * (C4), and under which conditions (C7).
 *
 * For render/; see chart.h. Both are drawn from values that stand in their
 * own order, so that no place tells whose a dot is.
 */
#ifndef VITRINA_CHART_CHART_SCHOOLS_H
#define VITRINA_CHART_CHART_SCHOOLS_H

#include "chart/chart.h"

#define CHART_STRIP_MIN 5       /* fewer are known by their places */

/* C4. Drawn when there are enough schools. */
struct chart_strip {
    struct chart_head head;
    const double *others;       /* ascending: all schools but `own` */
    size_t n;
    struct chart_point own;     /* the school of the page, if present */
    struct chart_point middle;  /* of the whole, or the median; if present */
    struct str own_name, middle_name, unit;
    double lo, hi;
    bool counts;                /* whole numbers on the axis */
    const struct num_style *style;          /* of the axis; NULL: Russian */
};
bool chart_strip(struct buf *svg, const struct chart_strip *chart);

#define CHART_QUADRANT_MIN 12

/* C7. Drawn when there are enough schools. */
struct chart_spot {
    double x, y;
};
struct chart_quadrant {
    struct chart_head head;
    const struct chart_spot *spots;
    size_t n;
    struct chart_spot mean;     /* the cross */
    struct str x_name, y_name;
    struct str corners[2][2];   /* [x above the mean][y above the mean] */
    const struct num_style *style;          /* of the axes; NULL: Russian */
};
bool chart_quadrant(struct buf *svg, const struct chart_quadrant *chart);

#endif
