/*
 * chart_parts: what several charts are made of: the frame with its names for
 * readers of the screen, texts that stay inside the box, marks.
 *
 * Private to chart/.
 */
#ifndef VITRINA_CHART_CHART_PARTS_H
#define VITRINA_CHART_CHART_PARTS_H

#include "chart/chart.h"
#include "chart/svg.h"

#define CHART_WIDTH 320.0
#define TEXT_SIZE 13.0
#define TEXT_LINE 16.0          /* from one line of text to the next */
#define TEXT_RISE 4.5           /* from a line's middle to its base line */

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

enum role { ROLE_SCHOOL, ROLE_WHOLE, ROLE_TARGET };

/* Class of a role's line, mark, text. */
extern const char *const part_line[], *const part_mark[], *const part_text[];

/* `head` NULL: hidden from readers of the screen. */
struct svg part_begin(struct buf *out, const struct chart_head *head,
                      double height);
/* Closes all; a file of its own ends with a line break. */
void part_end(struct svg *svg, const struct chart_head *head);

/* A text in at most `room` (it is squeezed into that), moved sideways so
 * that it stays in the box. `y` is its base line. */
void part_label(struct svg *svg, struct point at, enum anchor anchor,
                const char *class, struct str text, double room);

void part_stroke(struct svg *svg, const char *class, struct point from,
                 struct point to);
void part_rect(struct svg *svg, const char *class, struct point at,
               double width, double height);
void part_polyline(struct svg *svg, const char *class,
                   const struct point *at, size_t n);
/* Circle, square or diamond. */
void part_point(struct svg *svg, enum role role, struct point at,
                bool hollow);

/* `name value unit` with no-break spaces, in at most `room`: else without
 * the unit, else with the name cut. Valid until `out` changes. */
struct str part_words(struct str name, const struct chart_point *point,
                      struct str unit, double room, struct buf *out);

double part_clamp(double value, double lo, double hi);

#endif
