/*
 * chart_strip: C4, a dot a school: where the values lie, and where this one
 * does. No dot has a name.
 *
 * For render/, through chart_schools.h. From the top: the label of the page's
 * own school, that of the middle, the dots (stacked where they would overlap,
 * closer together when a stack grows too high), the axis.
 */
#include "chart/chart_parts.h"
#include "chart/chart_schools.h"

#include "base/mem.h"

#include <stdlib.h>

#define LEFT 8.0
#define RIGHT 312.0
#define ROW 16.0                /* of a label above the dots */
#define GAP 0.4                 /* between two dots */
#define STACKS_HEIGHT 117.0     /* at most */
#define AXIS_GAP 10.0           /* from the lowest dots to the axis */
#define AXIS_ROOM 21.0          /* below it */
#define OWN_RADIUS 6.5
#define OWN_LIFT 2.5            /* so that others stand clear of it */
#define MANY 40                 /* smaller dots from here on */
#define CROWD 60                /* dots at places of a grid, as one path */
#define COLUMNS 300             /* lines in place of dots */

struct dot {
    double x;
    size_t level;               /* 0: the lowest */
};

struct strip {
    const struct chart_strip *chart;
    struct ticks ticks;
    double radius, step;        /* from one level to the next */
    size_t levels;
    struct dot *dots;           /* n */
    double own, middle;         /* x */
    double base, axis;          /* y */
    double top;                 /* of the dots */
};

static double place(const struct strip *strip, double value)
{
    double lo = strip->ticks.at[0];
    double hi = strip->ticks.at[strip->ticks.n - 1];

    return LEFT + part_clamp((value - lo) / (hi - lo), 0, 1) *
                  (RIGHT - LEFT);
}

/* The caller's domain, wider where a value drawn here lies outside. */
static void choose_ticks(struct strip *strip)
{
    const struct chart_strip *chart = strip->chart;
    struct domain domain = { part_clean(chart->lo), part_clean(chart->hi) };

    for (size_t i = 0; i < chart->n; i++)
        part_widen(&domain, chart->others[i]);
    if (chart->own.present)
        part_widen(&domain, chart->own.value);
    if (chart->middle.present)
        part_widen(&domain, chart->middle.value);
    strip->ticks = part_ticks(domain.lo, domain.hi, 5, chart->counts);
    strip->own = place(strip, part_clean(chart->own.value));
    strip->middle = place(strip, part_clean(chart->middle.value));
}

/* --- the dots --- */

/* At the middle of the cell of the grid that `x` is in: a cell a dot wide. */
static double on_grid(const struct strip *strip, double x)
{
    double cell = 2 * strip->radius + GAP;

    return LEFT + ((double)(int)((x - LEFT) / cell) + 0.5) * cell;
}

/* Each dot on the lowest level where it touches no other; the values ascend,
 * so only the last one of a level is in the way. */
static void stack(struct strip *strip)
{
    const struct chart_strip *chart = strip->chart;
    double near = 2 * strip->radius + GAP - 0.01;   /* rounding */
    double own = chart->own.present ? strip->own : -100;
    double clear = strip->radius + OWN_RADIUS + GAP;
    double *last = mem_alloc((chart->n + 2) * sizeof *last);    /* x */

    for (size_t i = 0; i < chart->n; i++) {
        double x = place(strip, part_clean(chart->others[i]));
        size_t level = 0;

        if (chart->n > CROWD)
            x = on_grid(strip, x);
        if (x - own < clear && own - x < clear)
            level = 1;
        while (level < strip->levels && x - last[level] < near)
            level++;
        strip->dots[i] = (struct dot){ x, level };
        while (strip->levels <= level)      /* a level left out is empty */
            last[strip->levels++] = -100;
        last[level] = x;
    }
    free(last);
}

static void choose_levels(struct strip *strip)
{
    size_t n = strip->chart->n;

    strip->radius = n > MANY ? 3.2 : 4.2;
    strip->step = n > MANY ? 2 * strip->radius + GAP : 9;
    stack(strip);
    if ((double)(strip->levels - 1) * strip->step > STACKS_HEIGHT)
        strip->step = STACKS_HEIGHT / (double)(strip->levels - 1);
}

static double level_y(const struct strip *strip, size_t level)
{
    double lift = strip->chart->own.present && level > 0 ? OWN_LIFT : 0;

    return strip->base - lift - (double)level * strip->step;
}

static void choose_heights(struct strip *strip)
{
    double rows = (strip->chart->own.present ? ROW : 0) +
                  (strip->chart->middle.present ? ROW : 0);

    strip->top = rows + 4;
    strip->base = strip->top + OWN_RADIUS + 2 + OWN_LIFT +
                  (double)(strip->levels - 1) * strip->step;
    strip->axis = strip->base + AXIS_GAP;
}

static void paint_circles(const struct strip *strip, struct svg *svg)
{
    svg_open(svg, "g");
    svg_attrz(svg, "class", "m-other");
    for (size_t i = 0; i < strip->chart->n; i++) {
        svg_open(svg, "circle");
        svg_attr_num(svg, "cx", strip->dots[i].x);
        svg_attr_num(svg, "cy", level_y(strip, strip->dots[i].level));
        svg_attr_num(svg, "r", strip->radius);
        svg_close(svg);
    }
    svg_close(svg);
}

/* As one path whose round ends are the dots. Where they stand so close that
 * they would overlap, or are very many, only the highest of each stack with
 * a line down to the lowest. */
static void paint_path(const struct strip *strip, struct svg *svg)
{
    const struct dot *dots = strip->dots;
    size_t n = strip->chart->n;
    bool columns = n > COLUMNS || strip->step < 2 * strip->radius;
    struct buf path = {0};

    for (size_t i = 0; i < n; i++) {
        size_t from = i;

        while (columns && i + 1 < n && dots[i + 1].x == dots[i].x)
            i++;
        buf_char(&path, 'M');
        svg_num(&path, dots[i].x);
        buf_char(&path, ' ');
        svg_num(&path, level_y(strip, dots[i].level));
        buf_char(&path, 'v');
        svg_num(&path, level_y(strip, dots[from].level) -
                       level_y(strip, dots[i].level));
    }
    svg_open(svg, "path");
    svg_attrz(svg, "class", "m-others");
    svg_attr_num(svg, "stroke-width", 2 * strip->radius);
    svg_attr(svg, "d", buf_str(&path));
    svg_close(svg);
    buf_free(&path);
}

/* --- what stands around them --- */

/* Names of ticks: all, or as many as stand clear of each other. */
static size_t tick_stride(const struct strip *strip)
{
    const struct chart_strip *chart = strip->chart;
    struct buf words = {0};
    size_t stride = 1;
    double widest = 0;

    for (size_t i = 0; i < strip->ticks.n; i++) {
        double width = scale_width(part_tick(&strip->ticks, i, chart->unit,
                                             chart->style, &words),
                                   TEXT_SIZE);

        if (width > widest)
            widest = width;
    }
    buf_free(&words);
    /* at the ends they are moved inwards by up to half their width */
    while (stride < strip->ticks.n &&
           (RIGHT - LEFT) * (double)stride / (double)(strip->ticks.n - 1) <
               widest * 1.5 + 4)
        stride++;
    return stride;
}

static void paint_axis(const struct strip *strip, struct svg *svg)
{
    const struct chart_strip *chart = strip->chart;
    size_t stride = tick_stride(strip), last = strip->ticks.n - 1;
    struct buf words = {0};

    part_stroke(svg, "axis", (struct point){ LEFT, strip->axis },
                (struct point){ RIGHT, strip->axis });
    for (size_t i = 0; i <= last; i++) {
        double x = place(strip, strip->ticks.at[i]);

        part_stroke(svg, "axis", (struct point){ x, strip->axis },
                    (struct point){ x, strip->axis + 4 });
        if ((last - i) % stride == 0)
            part_label(svg, (struct point){ x, strip->axis + AXIS_ROOM - 4 },
                       ANCHOR_MIDDLE, NULL,
                       part_tick(&strip->ticks, i, chart->unit, chart->style,
                                 &words), CHART_WIDTH);
    }
    buf_free(&words);
}

/* The label stands on the side away from the school's own line. */
static void paint_middle(const struct strip *strip, struct svg *svg)
{
    const struct chart_strip *chart = strip->chart;
    double x = strip->middle;
    struct buf words = {0};
    enum anchor anchor = !chart->own.present ? ANCHOR_MIDDLE
                         : strip->own < x ? ANCHOR_START : ANCHOR_END;

    part_stroke(svg, part_line[ROLE_WHOLE], (struct point){ x, strip->top },
                (struct point){ x, strip->axis });
    if (anchor != ANCHOR_MIDDLE)
        x += anchor == ANCHOR_START ? -2 : 2;
    part_label(svg, (struct point){ x, strip->top - 7 }, anchor,
               part_text[ROLE_WHOLE],
               part_words(part_text[ROLE_WHOLE], chart->middle_name,
                          &chart->middle, chart->unit,
                          CHART_WIDTH, &words), CHART_WIDTH);
    buf_free(&words);
}

static void paint_own(const struct strip *strip, struct svg *svg)
{
    const struct chart_strip *chart = strip->chart;
    double x = strip->own;
    struct buf words = {0};

    part_stroke(svg, part_line[ROLE_SCHOOL], (struct point){ x, ROW + 2 },
                (struct point){ x, strip->base });
    svg_open(svg, "circle");
    svg_attrz(svg, "class", chart->own.provisional ? "m-school m-hollow"
                                                   : "m-school");
    svg_attr_num(svg, "cx", x);
    svg_attr_num(svg, "cy", strip->base);
    svg_attr_num(svg, "r", OWN_RADIUS);
    svg_close(svg);
    part_label(svg, (struct point){ x, 12.5 }, ANCHOR_MIDDLE,
               part_text[ROLE_SCHOOL],
               part_words(part_text[ROLE_SCHOOL], chart->own_name,
                          &chart->own, chart->unit,
                          CHART_WIDTH, &words), CHART_WIDTH);
    buf_free(&words);
}

bool chart_strip(struct buf *out, const struct chart_strip *chart)
{
    struct strip strip = { .chart = chart };
    struct svg svg;

    if (chart->n + chart->own.present < CHART_STRIP_MIN)
        return false;
    strip.dots = mem_alloc((chart->n + 1) * sizeof *strip.dots);
    choose_ticks(&strip);
    choose_levels(&strip);
    choose_heights(&strip);
    svg = part_begin(out, &chart->head, CHART_WIDTH, strip.axis + AXIS_ROOM);
    paint_axis(&strip, &svg);
    if (chart->n > CROWD)
        paint_path(&strip, &svg);
    else
        paint_circles(&strip, &svg);
    if (chart->middle.present)
        paint_middle(&strip, &svg);
    if (chart->own.present)
        paint_own(&strip, &svg);
    part_end(&svg, &chart->head);
    free(strip.dots);
    return true;
}
