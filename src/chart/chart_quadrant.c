/*
 * chart_quadrant: C7, under which conditions schools reach what they reach: a
 * dot a school, the means as a cross, words in the corners.
 *
 * For render/, through chart_schools.h. Bands above and below the dots are
 * kept for the words, so that none is covered.
 */
#include "chart/chart_parts.h"
#include "chart/chart_schools.h"

#include <string.h>

#define SIZE 320.0
#define RIGHT 316.0
#define TOP 20.0                /* below the name of the upright axis */
#define BOTTOM 282.0
#define NAMES_Y 315.0           /* of the axis across */
#define TICKS_Y 298.0
#define LEFT_MIN 36.0
#define LEFT_MAX 80.0
#define INSET 8.0               /* dots from the frame */
#define BAND_LINES 4
#define CROWD 100               /* dots at places of a grid, as one path */
#define CELL 4
#define CELLS (320 / CELL)

struct quadrant {
    const struct chart_quadrant *chart;
    struct domain x, y;         /* of the dots */
    struct ticks ticks_x, ticks_y;
    double left;
    struct str corners[2][2][BAND_LINES];
    size_t lines[2][2];
    double band[2];             /* height below, above the dots */
    struct point mean;
};

static double spread_over(double value, const struct domain *domain,
                          double from, double to)
{
    double share = (value - domain->lo) / (domain->hi - domain->lo);

    return from + part_clamp(share, 0, 1) * (to - from);
}

static struct point place(const struct quadrant *q, struct chart_spot spot)
{
    return (struct point){
        spread_over(spot.x, &q->x, q->left + INSET, RIGHT - INSET),
        spread_over(spot.y, &q->y, BOTTOM - INSET - q->band[0],
                    TOP + INSET + q->band[1]),
    };
}

static struct chart_spot clean(struct chart_spot spot)
{
    return (struct chart_spot){ part_clean(spot.x), part_clean(spot.y) };
}

/* The mean in its middle, so that the corners are of one size. */
static struct domain domain_of(const struct chart_spot *spots, size_t n,
                               struct chart_spot mean, bool upright)
{
    double middle = upright ? mean.y : mean.x, most = 0;

    for (size_t i = 0; i < n; i++) {
        struct chart_spot spot = clean(spots[i]);
        double off = (upright ? spot.y : spot.x) - middle;

        if (off > most || -off > most)
            most = off > 0 ? off : -off;
    }
    if (most < 1e-6 * (middle < 0 ? -middle : middle) || !(most > 0))
        most = 1 + 1e-6 * (middle < 0 ? -middle : middle);
    return (struct domain){ middle - most, middle + most };
}

static struct str tick_words(const struct quadrant *q,
                             const struct ticks *ticks, size_t i,
                             struct buf *out)
{
    return part_tick(ticks, i, (struct str){ NULL, 0 }, q->chart->style, out);
}

static bool is_in(const struct domain *domain, double value)
{
    return value >= domain->lo && value <= domain->hi;
}

static void claim_left(struct quadrant *q)
{
    struct buf words = {0};

    q->left = LEFT_MIN;
    for (size_t i = 0; i < q->ticks_y.n; i++) {
        double width = scale_width(tick_words(q, &q->ticks_y, i, &words),
                                   TEXT_SIZE) + 8;

        if (is_in(&q->y, q->ticks_y.at[i]) && width > q->left)
            q->left = width;
    }
    if (q->left > LEFT_MAX)
        q->left = LEFT_MAX;
    buf_free(&words);
}

/* The words of each corner in half the width; the dots get what is left. */
static void claim_bands(struct quadrant *q)
{
    double room = (RIGHT - q->left) / 2 - 10;

    for (size_t above = 0; above < 2; above++) {
        size_t most = 0;

        for (size_t right = 0; right < 2; right++) {
            size_t n = scale_fold(q->chart->corners[right][above], TEXT_SIZE,
                                  room, q->corners[right][above],
                                  BAND_LINES);

            q->lines[right][above] = n;
            most = n > most ? n : most;
        }
        q->band[above] = (double)most * TEXT_LINE;
    }
}

static void choose(struct quadrant *q)
{
    const struct chart_quadrant *chart = q->chart;

    q->x = domain_of(chart->spots, chart->n, clean(chart->mean), false);
    q->y = domain_of(chart->spots, chart->n, clean(chart->mean), true);
    q->ticks_x = part_ticks(q->x.lo, q->x.hi, 4, false);
    q->ticks_y = part_ticks(q->y.lo, q->y.hi, 4, false);
    claim_left(q);
    claim_bands(q);
    q->mean = place(q, clean(chart->mean));
}

/* --- painting --- */

/* Ticks that lie among the dots. */
static void paint_ticks(const struct quadrant *q, struct svg *svg)
{
    struct buf words = {0};
    double free_from = q->left - 4;     /* of the next word below */

    for (size_t i = 0; i < q->ticks_y.n; i++) {
        double value = q->ticks_y.at[i];
        double y = place(q, (struct chart_spot){ q->x.lo, value }).y;

        if (!is_in(&q->y, value))
            continue;
        part_stroke(svg, "axis", (struct point){ q->left - 4, y },
                    (struct point){ q->left, y });
        part_label(svg, (struct point){ q->left - 6, y + TEXT_RISE },
                   ANCHOR_END, NULL, tick_words(q, &q->ticks_y, i, &words),
                   q->left - 6);
    }
    for (size_t i = 0; i < q->ticks_x.n; i++) {
        double value = q->ticks_x.at[i], half;
        struct str text = tick_words(q, &q->ticks_x, i, &words);
        double x = place(q, (struct chart_spot){ value, q->y.lo }).x;

        if (!is_in(&q->x, value))
            continue;
        part_stroke(svg, "axis", (struct point){ x, BOTTOM },
                    (struct point){ x, BOTTOM + 4 });
        half = scale_width(text, TEXT_SIZE) / 2;
        if (x - half < free_from || x + half > SIZE)
            continue;
        part_label(svg, (struct point){ x, TICKS_Y }, ANCHOR_MIDDLE, NULL,
                   text, SIZE);
        free_from = x + half + 4;
    }
    buf_free(&words);
}

static void paint_frame(const struct quadrant *q, struct svg *svg)
{
    struct buf cut = {0};
    double room = SIZE - q->left;

    part_stroke(svg, "axis", (struct point){ q->left, TOP },
                (struct point){ q->left, BOTTOM });
    part_stroke(svg, "axis", (struct point){ q->left, BOTTOM },
                (struct point){ RIGHT, BOTTOM });
    part_stroke(svg, part_line[ROLE_WHOLE], (struct point){ q->mean.x, TOP },
                (struct point){ q->mean.x, BOTTOM });
    part_stroke(svg, part_line[ROLE_WHOLE],
                (struct point){ q->left, q->mean.y },
                (struct point){ RIGHT, q->mean.y });
    part_label(svg, (struct point){ 0, 12.5 }, ANCHOR_START, "t-note",
               scale_fit(q->chart->y_name, TEXT_SIZE, SIZE, &cut), SIZE);
    part_label(svg, (struct point){ RIGHT, NAMES_Y }, ANCHOR_END, "t-note",
               scale_fit(q->chart->x_name, TEXT_SIZE, room, &cut), room);
    buf_free(&cut);
}

static void paint_corners(const struct quadrant *q, struct svg *svg)
{
    double room = (RIGHT - q->left) / 2 - 10;

    for (size_t i = 0; i < 4; i++) {
        size_t right = i / 2, above = i % 2, n = q->lines[right][above];
        double x = right ? RIGHT - 4 : q->left + 6;
        double y = above ? TOP + 15
                         : BOTTOM - 7 - (double)(n - 1) * TEXT_LINE;

        for (size_t k = 0; k < n; k++)
            part_label(svg, (struct point){ x, y + (double)k * TEXT_LINE },
                       right ? ANCHOR_END : ANCHOR_START, "t-note",
                       q->corners[right][above][k], room);
    }
}

static void paint_circles(const struct quadrant *q, struct svg *svg)
{
    svg_open(svg, "g");
    svg_attrz(svg, "class", "m-other");
    for (size_t i = 0; i < q->chart->n; i++) {
        struct point at = place(q, clean(q->chart->spots[i]));

        svg_open(svg, "circle");
        svg_attr_num(svg, "cx", at.x);
        svg_attr_num(svg, "cy", at.y);
        svg_attr_num(svg, "r", 4.2);
        svg_close(svg);
    }
    svg_close(svg);
}

/* At places of a grid, each once, in the order of the grid. */
static void paint_path(const struct quadrant *q, struct svg *svg)
{
    bool taken[CELLS][CELLS];
    struct buf path = {0};

    memset(taken, 0, sizeof taken);
    for (size_t i = 0; i < q->chart->n; i++) {
        struct point at = place(q, clean(q->chart->spots[i]));

        taken[(int)at.x / CELL][(int)at.y / CELL] = true;
    }
    for (int x = 0; x < CELLS; x++) {
        for (int y = 0; y < CELLS; y++) {
            if (!taken[x][y])
                continue;
            buf_char(&path, 'M');
            buf_int(&path, x * CELL + CELL / 2);
            buf_char(&path, ' ');
            buf_int(&path, y * CELL + CELL / 2);
            buf_addz(&path, "h0");
        }
    }
    svg_open(svg, "path");
    svg_attrz(svg, "class", "m-others");
    svg_attr_num(svg, "stroke-width", CELL);
    svg_attr(svg, "d", buf_str(&path));
    svg_close(svg);
    buf_free(&path);
}

bool chart_quadrant(struct buf *out, const struct chart_quadrant *chart)
{
    struct quadrant q = { .chart = chart };
    struct svg svg;

    if (chart->n < CHART_QUADRANT_MIN)
        return false;
    choose(&q);
    svg = part_begin(out, &chart->head, SIZE, SIZE);
    paint_frame(&q, &svg);
    paint_ticks(&q, &svg);
    if (chart->n > CROWD)
        paint_path(&q, &svg);
    else
        paint_circles(&q, &svg);
    paint_corners(&q, &svg);
    part_end(&svg, &chart->head);
    return true;
}
