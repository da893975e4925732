/*
 * chart_parts: what several charts are made of.
 *
 * For chart/, see chart_parts.h.
 */
#include "chart/chart_parts.h"

#include "chart/scale.h"

const char *const part_line[] = { "l-school", "l-muni", "l-target" };
const char *const part_mark[] = { "m-school", "m-muni", "m-target" };
const char *const part_text[] = { "t-school", "t-muni", "t-target" };

double part_clamp(double value, double lo, double hi)
{
    /* Not a number is the lower end. */
    return value > hi ? hi : value >= lo ? value : lo;
}

static void attr_id(struct svg *svg, const char *name, struct str id,
                    const char *suffix)
{
    struct buf text = { 0 };

    buf_add(&text, id);
    buf_addz(&text, suffix);
    svg_attr(svg, name, buf_str(&text));
    buf_free(&text);
}

static void add_names(struct svg *svg, const struct chart_head *head)
{
    svg_open(svg, "title");
    attr_id(svg, "id", head->id, "-t");
    svg_text(svg, head->title);
    svg_close(svg);
    svg_open(svg, "desc");
    attr_id(svg, "id", head->id, "-d");
    svg_text(svg, head->desc);
    svg_close(svg);
    if (head->css.n > 0) {
        svg_open(svg, "style");
        svg_text(svg, head->css);
        svg_close(svg);
    }
}

static void label_by(struct svg *svg, struct str id)
{
    struct buf text = { 0 };

    buf_add(&text, id);
    buf_addz(&text, "-t ");
    buf_add(&text, id);
    buf_addz(&text, "-d");
    svg_attr(svg, "aria-labelledby", buf_str(&text));
    buf_free(&text);
}

struct svg part_begin(struct buf *out, const struct chart_head *head,
                      double height)
{
    struct svg svg = svg_new(out);
    struct buf box = { 0 };

    svg_open(&svg, "svg");
    if (head && head->css.n > 0)
        svg_attrz(&svg, "xmlns", "http://www.w3.org/2000/svg");
    svg_attrz(&svg, "class", "chart");
    buf_addz(&box, "0 0 ");
    svg_num(&box, CHART_WIDTH);
    buf_char(&box, ' ');
    svg_num(&box, height);
    svg_attr(&svg, "viewBox", buf_str(&box));
    buf_free(&box);
    if (head) {
        svg_attrz(&svg, "role", "img");
        label_by(&svg, head->id);
        add_names(&svg, head);
        svg_open(&svg, "g");
    }
    svg_attrz(&svg, "aria-hidden", "true");
    svg_attr_num(&svg, "font-size", TEXT_SIZE);
    return svg;
}

void part_end(struct svg *svg, const struct chart_head *head)
{
    svg_end(svg);
    if (head && head->css.n > 0)
        buf_char(svg->out, '\n');
}

void part_label(struct svg *svg, struct point at, enum anchor anchor,
                const char *class, struct str text, double room)
{
    static const char *const anchors[] = { NULL, "middle", "end" };
    static const double before[] = { 0, 0.5, 1 };
    double width = scale_width(text, TEXT_SIZE);
    bool squeeze;

    if (room > CHART_WIDTH)
        room = CHART_WIDTH;
    squeeze = width > room;
    if (squeeze)
        width = room;
    at.x = part_clamp(at.x, width * before[anchor],
                      CHART_WIDTH - width * (1 - before[anchor]));
    svg_open(svg, "text");
    svg_attr_num(svg, "x", at.x);
    svg_attr_num(svg, "y", at.y);
    if (anchors[anchor])
        svg_attrz(svg, "text-anchor", anchors[anchor]);
    if (class)
        svg_attrz(svg, "class", class);
    if (squeeze) {
        svg_attr_num(svg, "textLength", width);
        svg_attrz(svg, "lengthAdjust", "spacingAndGlyphs");
    }
    svg_text(svg, text);
    svg_close(svg);
}

void part_stroke(struct svg *svg, const char *class, struct point from,
                 struct point to)
{
    svg_open(svg, "line");
    svg_attrz(svg, "class", class);
    svg_attr_num(svg, "x1", from.x);
    svg_attr_num(svg, "y1", from.y);
    svg_attr_num(svg, "x2", to.x);
    svg_attr_num(svg, "y2", to.y);
    svg_close(svg);
}

void part_rect(struct svg *svg, const char *class, struct point at,
               double width, double height)
{
    svg_open(svg, "rect");
    svg_attrz(svg, "class", class);
    svg_attr_num(svg, "x", at.x);
    svg_attr_num(svg, "y", at.y);
    svg_attr_num(svg, "width", width);
    svg_attr_num(svg, "height", height);
    svg_close(svg);
}

void part_polyline(struct svg *svg, const char *class,
                   const struct point *at, size_t n)
{
    svg_open(svg, "polyline");
    svg_attrz(svg, "class", class);
    svg_attr_points(svg, at, n);
    svg_close(svg);
}

static void diamond(struct svg *svg, const char *class, struct point at)
{
    const double r = 5;
    struct point corners[] = { { at.x, at.y - r }, { at.x + r, at.y },
                               { at.x, at.y + r }, { at.x - r, at.y } };

    svg_open(svg, "polygon");
    svg_attrz(svg, "class", class);
    svg_attr_points(svg, corners, 4);
    svg_close(svg);
}

void part_point(struct svg *svg, enum role role, struct point at,
                bool hollow)
{
    static const char *const hollow_mark[] = {
        "m-school m-hollow", "m-muni m-hollow", "m-target m-hollow"
    };
    const char *class = hollow ? hollow_mark[role] : part_mark[role];

    if (role == ROLE_TARGET) {
        diamond(svg, class, at);
    } else if (role == ROLE_WHOLE) {
        part_rect(svg, class, (struct point){ at.x - 3.5, at.y - 3.5 }, 7, 7);
    } else {
        svg_open(svg, "circle");
        svg_attrz(svg, "class", class);
        svg_attr_num(svg, "cx", at.x);
        svg_attr_num(svg, "cy", at.y);
        svg_attr_num(svg, "r", 4.5);
        svg_close(svg);
    }
}

static void join_words(struct buf *out, struct str name, struct str label,
                       struct str unit)
{
    buf_clear(out);
    buf_add(out, name);
    if (name.n > 0)
        buf_addz(out, "\u00A0");
    buf_add(out, label);
    if (unit.n > 0) {
        buf_addz(out, "\u00A0");
        buf_add(out, unit);
    }
}

struct str part_words(struct str name, const struct chart_point *point,
                      struct str unit, double room, struct buf *out)
{
    struct buf cut = { 0 };
    double rest;

    join_words(out, name, point->label, unit);
    if (scale_width(buf_str(out), TEXT_SIZE) <= room)
        return buf_str(out);
    unit.n = 0;
    join_words(out, name, point->label, unit);
    rest = room - scale_width(buf_str(out), TEXT_SIZE) +
           scale_width(name, TEXT_SIZE);
    if (rest < scale_width(S("шш…"), TEXT_SIZE))
        name.n = 0;
    join_words(out, scale_fit(name, TEXT_SIZE, rest, &cut), point->label,
               unit);
    buf_free(&cut);
    return buf_str(out);
}
