/*
 * chart_parts: what several charts are made of: the frame with its names for
 * readers of the screen, texts that stay inside the box, marks.
 *
 * Private to chart/.
 */
#ifndef VITRINA_CHART_CHART_PARTS_H
#define VITRINA_CHART_CHART_PARTS_H

#include "chart/chart.h"
#include "chart/scale.h"
#include "chart/svg.h"

#define CHART_WIDTH 320.0
#define TEXT_SIZE 13.0
#define TEXT_BOLD 14.6          /* what bold text of that size is reckoned as */
#define TEXT_LINE 16.0          /* from one line of text to the next */
#define TEXT_RISE 4.5           /* from a line's middle to its base line */

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

enum role { ROLE_SCHOOL, ROLE_WHOLE, ROLE_TARGET };

/* Class of a role's line, mark, text. */
extern const char *const part_line[], *const part_mark[], *const part_text[];

/* `head` NULL: hidden from readers of the screen. A file of its own gets a
 * ground, a margin, and the lines above and below. */
struct svg part_begin(struct buf *out, const struct chart_head *head,
                      double width, double height);
/* Closes all; a file of its own ends with a line break. */
void part_end(struct svg *svg, const struct chart_head *head);

/* A text in at most `room` (it is squeezed into that), moved sideways so
 * that it stays in the box. `y` is its base line. */
void part_label(struct svg *svg, struct point at, enum anchor anchor,
                const char *class, struct str text, double room);

/* Names in a row, the middle of the first at `x`, the others each `step`
 * further: every how manyth can be printed, counted back from the last, so
 * that none overlap; `least` or more. */
size_t part_stride(const struct str *names, size_t n, double x, double step,
                   size_t least);

void part_stroke(struct svg *svg, const char *class, struct point from,
                 struct point to);
void part_rect(struct svg *svg, const char *class, struct point at,
               double width, double height);
void part_polyline(struct svg *svg, const char *class,
                   const struct point *at, size_t n);
/* Circle, square or diamond. */
void part_point(struct svg *svg, enum role role, struct point at,
                bool hollow);

/* What the width of a text of this class is reckoned with. */
double part_size(const char *class);

/* `name value unit` with no-break spaces, in at most `room`: else without
 * the unit, else with the name cut. Valid until `out` changes. */
struct str part_words(const char *class, struct str name,
                      const struct chart_point *point, struct str unit,
                      double room, struct buf *out);

/* The label of tick `i`; the last carries the unit, if that is short. Valid
 * until `out` changes. `style` NULL: Russian. */
struct str part_tick(const struct ticks *ticks, size_t i, struct str unit,
                     const struct num_style *style, struct buf *out);
/* Nice ticks over lo..hi, however close these are. */
struct ticks part_ticks(double lo, double hi, int parts, bool counts);

double part_clamp(double value, double lo, double hi);
/* A value as it may be drawn. */
double part_clean(double value);
/* Makes room for a value. */
void part_widen(struct domain *domain, double value);

#endif
