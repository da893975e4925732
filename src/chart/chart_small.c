/*
 * chart_small: C5, one of many small charts: the line, its ends in numbers,
 * the first and the last period.
 *
 * For render/, through chart.h.
 */
#include "chart/chart_parts.h"

#define WIDTH 150.0
#define HEIGHT 84.0
#define LEFT 5.0
#define RIGHT 145.0
#define TOP 24.0
#define BOTTOM 62.0
#define NAMES_Y 80.0            /* base line of the periods */
#define RISE 7.0                /* of a label above the lines */
#define FALL 15.0               /* and below them */
#define LOWEST 62.5             /* a base line above the axis */
#define FAR 16.0                /* such a label belongs to nothing */
#define ROOM 72.0               /* for one label: two stand side by side */

struct small {
    const struct chart_small *chart;
    size_t skip, n;             /* the periods that are drawn */
    size_t first, last;         /* of these, with a value */
    struct domain domain;
};

static struct point place(const struct small *small,
                          const struct chart_point *series, size_t i)
{
    double steps = small->n > 1 ? (double)(small->n - 1) : 1;
    double value = part_clean(series[small->skip + i].value);
    double share = (value - small->domain.lo) /
                   (small->domain.hi - small->domain.lo);

    return (struct point){ LEFT + (RIGHT - LEFT) * (double)i / steps,
                           BOTTOM - part_clamp(share, 0, 1) *
                                    (BOTTOM - TOP) };
}

static bool is_there(const struct small *small,
                     const struct chart_point *series, size_t i)
{
    return series && series[small->skip + i].present;
}

static bool breaks_before(const struct small *small, size_t i)
{
    const bool *breaks = small->chart->break_before;

    return i > 0 && breaks && breaks[small->skip + i];
}

static void widen(struct small *small, const struct chart_point *series)
{
    for (size_t i = 0; i < small->n; i++)
        if (is_there(small, series, i))
            part_widen(&small->domain, series[small->skip + i].value);
}

/* False when there are not two values to draw a line between. */
static bool choose(struct small *small)
{
    const struct chart_small *chart = small->chart;
    size_t values = 0;

    small->skip = chart->n > CHART_PERIODS_MAX
                  ? chart->n - CHART_PERIODS_MAX : 0;
    small->n = chart->n - small->skip;
    for (size_t i = 0; i < small->n; i++) {
        if (!is_there(small, chart->value, i))
            continue;
        if (values++ == 0)
            small->first = i;
        small->last = i;
    }
    small->domain.lo = part_clean(chart->lo);
    small->domain.hi = part_clean(chart->hi);
    widen(small, chart->value);
    widen(small, chart->target);
    if (!(small->domain.hi > small->domain.lo))
        small->domain.hi = small->domain.lo + 1;
    return values > 1;
}

/* Broken at gaps and where the method changed; targets run on. */
static void paint_line(const struct small *small, struct svg *svg,
                       const struct chart_point *series, const char *class,
                       bool runs_on)
{
    struct point run[CHART_PERIODS_MAX];
    size_t n = 0;

    for (size_t i = 0; i <= small->n; i++) {
        bool here = i < small->n && is_there(small, series, i);

        if (i == small->n || (!runs_on && (!here ||
                                           breaks_before(small, i)))) {
            if (n > 1)
                part_polyline(svg, class, run, n);
            n = 0;
        }
        if (here)
            run[n++] = place(small, series, i);
    }
}

/* Has the point a neighbour it is joined to by a line? */
static bool is_joined(const struct small *small, size_t i)
{
    const struct chart_point *value = small->chart->value;

    return (i > 0 && is_there(small, value, i - 1) &&
            !breaks_before(small, i)) ||
           (i + 1 < small->n && is_there(small, value, i + 1) &&
            !breaks_before(small, i + 1));
}

/* A diamond at the last target; squares at the ends of the line and where it
 * stands alone. */
static void paint_marks(const struct small *small, struct svg *svg)
{
    const struct chart_point *value = small->chart->value;
    const struct chart_point *target = small->chart->target;

    for (size_t i = small->n; i-- > 0;) {
        if (!is_there(small, target, i))
            continue;
        part_point(svg, ROLE_TARGET, place(small, target, i), false);
        break;
    }
    for (size_t i = 0; i < small->n; i++) {
        if (is_there(small, value, i) &&
            (i == small->first || i == small->last || !is_joined(small, i)))
            part_point(svg, ROLE_WHOLE, place(small, value, i), false);
    }
}

static void paint_breaks(const struct small *small, struct svg *svg)
{
    for (size_t i = 1; i < small->n; i++) {
        double x = LEFT + (RIGHT - LEFT) * ((double)i - 0.5) /
                          (double)(small->n - 1);

        if (breaks_before(small, i))
            part_stroke(svg, "break", (struct point){ x, TOP - 8 },
                        (struct point){ x, BOTTOM });
    }
}

/* A text around `x`, inside the box and in at most `room`. */
static void paint_text(struct svg *svg, double x, double y,
                       const char *class, struct str text, double room)
{
    double half = scale_width(text, TEXT_SIZE) / 2;

    if (half > room / 2)
        half = room / 2;
    x = part_clamp(x, half, WIDTH - half);
    part_label(svg, (struct point){ x, y }, ANCHOR_MIDDLE, class, text, room);
}

/* Between which heights a line runs over `from`..`to`. */
static void look_over(const struct small *small,
                      const struct chart_point *series, double from,
                      double to, struct domain *y)
{
    struct point before = { -1, 0 };

    for (size_t i = 0; i < small->n; i++) {
        struct point at;

        if (!is_there(small, series, i))
            continue;
        at = place(small, series, i);
        for (int end = 0; end < 2 && before.x >= 0; end++) {
            double x = part_clamp(end == 0 ? from : to, before.x, at.x);
            double height = before.y + (at.y - before.y) * (x - before.x) /
                                       (at.x - before.x);

            if (x < from || x > to)
                continue;
            y->lo = height < y->lo ? height : y->lo;
            y->hi = height > y->hi ? height : y->hi;
        }
        before = at;
    }
}

/* Base line of a label at point `i`: clear above the lines, or below them
 * where that is too far from the point. */
static double label_y(const struct small *small, size_t i, double width)
{
    struct point at = place(small, small->chart->value, i);
    double from = part_clamp(at.x - width / 2, 0, WIDTH - width);
    struct domain y = { at.y, at.y };

    look_over(small, small->chart->value, from, from + width, &y);
    look_over(small, small->chart->target, from, from + width, &y);
    if (at.y - (y.lo - RISE) > FAR && y.hi + FALL <= LOWEST)
        return y.hi + FALL;
    return y.lo - RISE;
}

/* The last one, and the first unless there is no room between them: then it
 * is left to the table. */
static void paint_ends(const struct small *small, struct svg *svg)
{
    const struct chart_point *value = small->chart->value;
    const size_t ends[2] = { small->last, small->first };
    struct buf words = {0};
    double right = WIDTH;

    for (size_t i = 0; i < 2; i++) {
        struct str label = part_words(part_text[ROLE_WHOLE],
                                      (struct str){ NULL, 0 },
                                      &value[small->skip + ends[i]],
                                      i == 0 ? small->chart->unit
                                             : (struct str){ NULL, 0 },
                                      ROOM, &words);
        double x = place(small, value, ends[i]).x;
        double width = part_clamp(scale_width(label, TEXT_SIZE), 0, ROOM);
        double left = part_clamp(x - width / 2, 0, WIDTH - width);

        if (left + width > right)
            break;
        paint_text(svg, x, label_y(small, ends[i], width),
                   part_text[ROLE_WHOLE], label, ROOM);
        right = left - 4;
    }
    buf_free(&words);
}

static void paint_names(const struct small *small, struct svg *svg)
{
    const struct str *names = small->chart->periods + small->skip;

    part_stroke(svg, "axis", (struct point){ 0, BOTTOM + 3 },
                (struct point){ WIDTH, BOTTOM + 3 });
    paint_text(svg, 0, NAMES_Y, "t-note", names[0], ROOM);
    paint_text(svg, WIDTH, NAMES_Y, "t-note", names[small->n - 1], ROOM);
}

bool chart_small(struct buf *out, const struct chart_small *chart)
{
    struct small small = { .chart = chart };
    struct svg svg;

    if (!choose(&small))
        return false;
    svg = part_begin(out, &chart->head, WIDTH, HEIGHT);
    paint_names(&small, &svg);
    paint_breaks(&small, &svg);
    paint_line(&small, &svg, chart->target, part_line[ROLE_TARGET], true);
    paint_line(&small, &svg, chart->value, "l-muni l-main", false);
    paint_marks(&small, &svg);
    paint_ends(&small, &svg);
    part_end(&svg, &chart->head);
    return true;
}
