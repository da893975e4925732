/*
 * svg: writes SVG (or any XML) into a buffer through a stack of open
 * elements, so that what comes out is always balanced and escaped.
 *
 * For chart/, and for render/ where it draws itself (QR codes).
 */
#ifndef VITRINA_CHART_SVG_H
#define VITRINA_CHART_SVG_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define SVG_DEPTH_MAX 16

struct svg {
    struct buf *out;
    const char *open[SVG_DEPTH_MAX];
    size_t depth;
    bool in_tag;                /* attributes may still be added */
};

struct point {
    double x, y;
};

/* Nothing is open yet; text is appended to `out`. */
struct svg svg_new(struct buf *out);

/* Opens an element; `name` must be a string that stays. */
void svg_open(struct svg *svg, const char *name);
/* Attributes of the element opened last, before anything is put into it. */
void svg_attr(struct svg *svg, const char *name, struct str value);
void svg_attrz(struct svg *svg, const char *name, const char *value);
void svg_attr_num(struct svg *svg, const char *name, double value);
void svg_attr_points(struct svg *svg, const struct point *at, size_t n);
/* The way `d` of a path: a line, in as few letters as it takes; or from a
 * point on as `rest` says. */
void svg_attr_line(struct svg *svg, struct point from, struct point to);
void svg_attr_way(struct svg *svg, struct point from, const char *rest);
void svg_text(struct svg *svg, struct str text);
/* Closes the innermost element. */
void svg_close(struct svg *svg);
/* Closes all that is open. */
void svg_end(struct svg *svg);

/*
 * A coordinate: at most one decimal, point as the mark, no exponent, no -0;
 * rounded half away from zero. Never in the form of the
 * locale. Beyond 10^9 it stays there; not a number is 0.
 */
void svg_num(struct buf *out, double value);

#endif
