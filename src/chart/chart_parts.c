/*
 * chart_parts: what several charts are made of.
 *
 * For chart/, see chart_parts.h.
 */
#include "chart/chart_parts.h"

#include "base/num.h"

#include <string.h>

#define VALUE_MAX 1e12
#define UNIT_WIDTH_MAX 26.0     /* of a unit on the axis */

/* Of a file of its own. */
#define MARGIN 12.0
#define FILE_WIDTH 480.0        /* in pixels, of a chart of the usual width */
#define HEAD_LINES 16           /* at most, above and below */
#define HEAD_AIR 8.0            /* between these and the drawing */

const char *const part_line[] = { "l-school", "l-muni", "l-target" };
const char *const part_mark[] = { "m-school", "m-muni", "m-target" };
const char *const part_text[] = { "t-school", "t-muni", "t-target" };

double part_clamp(double value, double lo, double hi)
{
    /* Not a number is the lower end. */
    return value > hi ? hi : value >= lo ? value : lo;
}

double part_clean(double value)
{
    return part_clamp(value, -VALUE_MAX, VALUE_MAX);
}

void part_widen(struct domain *domain, double value)
{
    value = part_clean(value);
    if (value < domain->lo)
        domain->lo = value;
    if (value > domain->hi)
        domain->hi = value;
}

struct ticks part_ticks(double lo, double hi, int parts, bool counts)
{
    double size = hi > -lo ? hi : -lo;

    /* Closer together than a double can tell apart in steps. */
    if (hi - lo < 1e-9 * size)
        hi = lo + 1 + 1e-6 * size;
    return scale_ticks(lo, hi, parts, counts || hi - lo >= 3);
}

struct str part_tick(const struct ticks *ticks, size_t i, struct str unit,
                     const struct num_style *style, struct buf *out)
{
    static const struct num_style russian = { ",", "\u00A0", "−", 5 };
    double value = ticks->at[i];
    struct num number = { .scale = 0 };

    while (number.scale < ticks->decimals && number.scale < NUM_SCALE_MAX) {
        value *= 10;
        number.scale++;
    }
    number.v = (int64_t)(value + (value < 0 ? -0.5 : 0.5));
    buf_clear(out);
    num_format(out, number, number.scale, style ? style : &russian);
    if (i + 1 == ticks->n && unit.n > 0 &&
        scale_width(unit, TEXT_SIZE) <= UNIT_WIDTH_MAX) {
        buf_addz(out, "\u00A0");
        buf_add(out, unit);
    }
    return buf_str(out);
}

static void attr_id(struct svg *svg, const char *name, struct str id,
                    const char *suffix)
{
    struct buf text = {0};

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
}

static void label_by(struct svg *svg, struct str id)
{
    struct buf text = {0};

    buf_add(&text, id);
    buf_addz(&text, "-t ");
    buf_add(&text, id);
    buf_addz(&text, "-d");
    svg_attr(svg, "aria-labelledby", buf_str(&text));
    buf_free(&text);
}

/* The lines above or below the drawing. */
static void add_lines(struct svg *svg, const char *class,
                      const struct str *lines, size_t n, double width,
                      double top)
{
    struct buf cut = {0};

    for (size_t i = 0; i < n; i++)
        part_label(svg, (struct point){ 0, top + 12 +
                                           (double)i * TEXT_LINE },
                   ANCHOR_START, class,
                   scale_fit(lines[i], part_size(class), width, &cut), width);
    buf_free(&cut);
}

static void attr_box(struct svg *svg, struct point from, double width,
                     double height)
{
    const double parts[] = { from.x, from.y, width, height };
    struct buf box = {0};

    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            buf_char(&box, ' ');
        svg_num(&box, parts[i]);
    }
    svg_attr(svg, "viewBox", buf_str(&box));
    buf_free(&box);
}

/* A file of its own: an image somewhere else, which must be understood there
 * and may not let the ground shine through. */
static void begin_file(struct svg *svg, const struct chart_head *head,
                       double width, double height)
{
    struct str above[HEAD_LINES], below[HEAD_LINES];
    size_t n = scale_fold(head->above, TEXT_BOLD, width, above, HEAD_LINES);
    size_t m = scale_fold(head->below, TEXT_SIZE, width, below, HEAD_LINES);
    double up = n > 0 ? (double)n * TEXT_LINE + HEAD_AIR : 0;
    double down = m > 0 ? (double)m * TEXT_LINE + HEAD_AIR : 0;
    struct point from = { -MARGIN, -MARGIN - up };
    double all_width = width + 2 * MARGIN;
    double all_height = height + up + down + 2 * MARGIN;

    attr_box(svg, from, all_width, all_height);
    svg_attr_num(svg, "width", FILE_WIDTH * width / CHART_WIDTH);
    svg_attr_num(svg, "height",
                 FILE_WIDTH * width / CHART_WIDTH * all_height / all_width);
    svg_attrz(svg, "role", "img");
    label_by(svg, head->id);
    add_names(svg, head);
    svg_open(svg, "style");
    svg_text(svg, head->css);
    svg_close(svg);
    svg_open(svg, "g");
    svg_attrz(svg, "aria-hidden", "true");
    svg_attr_num(svg, "font-size", TEXT_SIZE);
    part_rect(svg, "ground", from, all_width, all_height);
    add_lines(svg, "t-head", above, n, width, -up);
    add_lines(svg, "t-note", below, m, width, height + HEAD_AIR);
}

struct svg part_begin(struct buf *out, const struct chart_head *head,
                      double width, double height)
{
    struct svg svg = svg_new(out);

    svg_open(&svg, "svg");
    if (head && head->css.n > 0)
        svg_attrz(&svg, "xmlns", "http://www.w3.org/2000/svg");
    svg_attrz(&svg, "class", "chart");
    if (head && head->css.n > 0) {
        begin_file(&svg, head, width, height);
        return svg;
    }
    attr_box(&svg, (struct point){ 0, 0 }, width, height);
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

double part_size(const char *class)
{
    return class && (strcmp(class, "t-school") == 0 ||
                     strcmp(class, "t-inside") == 0 ||
                     strcmp(class, "t-head") == 0) ? TEXT_BOLD : TEXT_SIZE;
}

void part_label(struct svg *svg, struct point at, enum anchor anchor,
                const char *class, struct str text, double room)
{
    static const char *const anchors[] = { NULL, "middle", "end" };
    static const double before[] = { 0, 0.5, 1 };
    double width = scale_width(text, part_size(class));
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

static bool collide(const struct str *names, size_t n, double x, double step,
                    size_t stride)
{
    double right = CHART_WIDTH + 1;

    for (size_t i = n; i > 0; i = i > stride ? i - stride : 0) {
        double half = scale_width(names[i - 1], TEXT_SIZE) / 2;
        double middle = part_clamp(x + step * (double)(i - 1), half,
                                   CHART_WIDTH - half);

        if (middle + half > right)
            return true;
        right = middle - half - 4;
    }
    return false;
}

size_t part_stride(const struct str *names, size_t n, double x, double step,
                   size_t least)
{
    while (least < n && collide(names, n, x, step, least))
        least++;
    return least;
}

void part_stroke(struct svg *svg, const char *class, struct point from,
                 struct point to)
{
    svg_open(svg, "path");
    svg_attrz(svg, "class", class);
    svg_attr_line(svg, from, to);
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
    svg_open(svg, "path");
    svg_attrz(svg, "class", class);
    svg_attr_way(svg, (struct point){ at.x, at.y - 5 }, "l5 5-5 5-5-5z");
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

struct str part_words(const char *class, struct str name,
                      const struct chart_point *point, struct str unit,
                      double room, struct buf *out)
{
    double size = part_size(class), rest;
    struct buf cut = {0};

    join_words(out, name, point->label, unit);
    if (scale_width(buf_str(out), size) <= room)
        return buf_str(out);
    unit.n = 0;
    join_words(out, name, point->label, unit);
    rest = room - scale_width(buf_str(out), size) + scale_width(name, size);
    if (rest < scale_width(S("шш…"), size))
        name.n = 0;
    join_words(out, scale_fit(name, size, rest, &cut), point->label, unit);
    buf_free(&cut);
    return buf_str(out);
}
