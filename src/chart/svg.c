/*
 * svg: a stack of elements over a buffer.
 *
 * For chart/ and render/, see svg.h.
 */
#include "chart/svg.h"

#include <assert.h>
#include <stdint.h>

/* Beyond it a coordinate is a mistake anyway; int64 holds ten times it. */
#define NUM_LIMIT 1e9

struct svg svg_new(struct buf *out)
{
    return (struct svg){ .out = out };
}

static void end_tag(struct svg *svg)
{
    if (svg->in_tag)
        buf_char(svg->out, '>');
    svg->in_tag = false;
}

void svg_open(struct svg *svg, const char *name)
{
    assert(svg->depth < SVG_DEPTH_MAX);
    end_tag(svg);
    buf_char(svg->out, '<');
    buf_addz(svg->out, name);
    svg->open[svg->depth++] = name;
    svg->in_tag = true;
}

static void begin_attr(struct svg *svg, const char *name)
{
    assert(svg->in_tag);
    buf_char(svg->out, ' ');
    buf_addz(svg->out, name);
    buf_addz(svg->out, "=\"");
}

void svg_attr(struct svg *svg, const char *name, struct str value)
{
    begin_attr(svg, name);
    buf_xml(svg->out, value);
    buf_char(svg->out, '"');
}

void svg_attrz(struct svg *svg, const char *name, const char *value)
{
    svg_attr(svg, name, str_of(value));
}

void svg_attr_num(struct svg *svg, const char *name, double value)
{
    begin_attr(svg, name);
    svg_num(svg->out, value);
    buf_char(svg->out, '"');
}

void svg_attr_points(struct svg *svg, const struct point *at, size_t n)
{
    begin_attr(svg, "points");
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_char(svg->out, ' ');
        svg_num(svg->out, at[i].x);
        buf_char(svg->out, ',');
        svg_num(svg->out, at[i].y);
    }
    buf_char(svg->out, '"');
}

static void begin_way(struct svg *svg, struct point from)
{
    begin_attr(svg, "d");
    buf_char(svg->out, 'M');
    svg_num(svg->out, from.x);
    buf_char(svg->out, ' ');
    svg_num(svg->out, from.y);
}

void svg_attr_line(struct svg *svg, struct point from, struct point to)
{
    bool level = from.y == to.y, upright = from.x == to.x;

    begin_way(svg, from);
    buf_char(svg->out, level ? 'H' : upright ? 'V' : 'L');
    if (level || !upright)
        svg_num(svg->out, to.x);
    if (!level && !upright)
        buf_char(svg->out, ' ');
    if (!level)
        svg_num(svg->out, to.y);
    buf_char(svg->out, '"');
}

void svg_attr_way(struct svg *svg, struct point from, const char *rest)
{
    begin_way(svg, from);
    buf_addz(svg->out, rest);
    buf_char(svg->out, '"');
}

void svg_text(struct svg *svg, struct str text)
{
    assert(svg->depth > 0);
    end_tag(svg);
    buf_xml(svg->out, text);
}

void svg_close(struct svg *svg)
{
    assert(svg->depth > 0);
    svg->depth--;
    if (svg->in_tag) {
        buf_addz(svg->out, "/>");
    } else {
        buf_addz(svg->out, "</");
        buf_addz(svg->out, svg->open[svg->depth]);
        buf_char(svg->out, '>');
    }
    svg->in_tag = false;
}

void svg_end(struct svg *svg)
{
    while (svg->depth > 0)
        svg_close(svg);
}

/* Written from its end: a chart has hundreds of them. */
static void add_tenths(struct buf *out, int64_t tenths)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = (uint64_t)(tenths < 0 ? -tenths : tenths);

    if (left % 10 != 0) {
        digits[--at] = (char)('0' + left % 10);
        digits[--at] = '.';
    }
    left /= 10;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (tenths < 0)
        digits[--at] = '-';
    buf_add(out, (struct str){ digits + at, sizeof digits - at });
}

void svg_num(struct buf *out, double value)
{
    int64_t tenths = 0;

    if (value > -NUM_LIMIT && value < NUM_LIMIT)
        tenths = (int64_t)(value * 10 + (value < 0 ? -0.5 : 0.5));
    else if (value >= NUM_LIMIT || value <= -NUM_LIMIT)
        tenths = (int64_t)(value < 0 ? -NUM_LIMIT : NUM_LIMIT) * 10;
    add_tenths(out, tenths);
}
