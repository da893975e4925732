/*
 * chart_slope: C3, what was and what became: two years and nothing between.
 *
 * For render/, through chart.h.
 */
#include "chart/chart_parts.h"

#define HEIGHT 130.0
#define LINE_LEFT 70.0
#define LINE_RIGHT 250.0        /* further left when labels need it */
#define LINE_GAP_MIN 90.0       /* between the two lines */
#define PLOT_TOP 12.0
#define PLOT_BOTTOM 102.0
#define PERIOD_WIDTH 156.0      /* of a period's name: nearly half the box */
#define AIR 9.0                 /* from a line to the labels beside it */

struct slope_label {
    enum role role;
    struct buf words;
};

struct slope {
    const struct chart_slope *chart;
    double lo, hi, right;
    struct slope_label labels[2][3];    /* on the left, on the right */
    double middles[2][3];
    size_t n[2];
};

static const struct chart_point *series_of(const struct slope *slope,
                                           enum role role, size_t side)
{
    const struct chart_slope *chart = slope->chart;
    const struct chart_point *at = NULL;

    if (role == ROLE_TARGET)
        at = side == 1 ? chart->target : NULL;
    else if (role == ROLE_WHOLE)
        at = chart->whole ? &chart->whole[side] : NULL;
    else
        at = chart->school ? &chart->school[side] : NULL;
    return at && at->present ? at : NULL;
}

static struct str name_of(const struct slope *slope, enum role role)
{
    const struct chart_slope *chart = slope->chart;

    return role == ROLE_TARGET ? chart->target_name
         : role == ROLE_WHOLE ? chart->whole_name : chart->school_name;
}

/* The caller's domain, wider where a value drawn here lies outside. */
static void choose_domain(struct slope *slope)
{
    slope->lo = part_clamp(slope->chart->lo, -1e12, 1e12);
    slope->hi = part_clamp(slope->chart->hi, -1e12, 1e12);
    for (size_t i = 0; i < 6; i++) {
        const struct chart_point *at = series_of(slope, (enum role)(i / 2),
                                                 i % 2);
        double value = at ? part_clamp(at->value, -1e12, 1e12) : 0;

        if (at && value < slope->lo)
            slope->lo = value;
        if (at && value > slope->hi)
            slope->hi = value;
    }
    if (!(slope->hi > slope->lo))
        slope->hi = slope->lo + 1;
}

static struct point point_at(const struct slope *slope,
                             const struct chart_point *at, size_t side)
{
    double share = (part_clamp(at->value, -1e12, 1e12) - slope->lo) /
                   (slope->hi - slope->lo);

    return (struct point){ side == 0 ? LINE_LEFT : slope->right,
                           PLOT_BOTTOM - part_clamp(share, 0, 1) *
                                         (PLOT_BOTTOM - PLOT_TOP) };
}

/* Words of all labels; the longest on the right moves the line there. */
static void claim_labels(struct slope *slope)
{
    double room = CHART_WIDTH - LINE_LEFT - LINE_GAP_MIN - AIR;
    double widest = CHART_WIDTH - LINE_RIGHT - AIR;

    for (size_t i = 0; i < 6; i++) {
        enum role role = (enum role)(i / 2);
        size_t side = i % 2;
        const struct chart_point *at = series_of(slope, role, side);
        struct slope_label *label = &slope->labels[side][slope->n[side]];
        struct str name = { NULL, 0 };
        double width;

        if (!at)
            continue;
        label->role = role;
        if (side == 1)
            name = name_of(slope, role);
        width = scale_width(part_words(part_text[role], name, at,
                                       slope->chart->unit,
                                       side == 1 ? room : LINE_LEFT - AIR,
                                       &label->words),
                            part_size(part_text[role]));
        if (side == 1 && width > widest)
            widest = width;
        slope->n[side]++;
    }
    if (widest > room)
        widest = room;
    slope->right = CHART_WIDTH - AIR - widest;
}

static void place_labels(struct slope *slope)
{
    for (size_t side = 0; side < 2; side++) {
        for (size_t i = 0; i < slope->n[side]; i++) {
            enum role role = slope->labels[side][i].role;

            slope->middles[side][i] =
                point_at(slope, series_of(slope, role, side), side).y;
        }
        scale_spread(slope->middles[side], slope->n[side], PLOT_TOP,
                     PLOT_BOTTOM, TEXT_LINE);
    }
}

static void paint_frame(const struct slope *slope, struct svg *svg)
{
    const double x[] = { LINE_LEFT, slope->right };

    for (size_t side = 0; side < 2; side++) {
        struct str period = slope->chart->periods[side];
        double half = scale_width(period, TEXT_SIZE) / 2, middle = x[side];

        if (half > PERIOD_WIDTH / 2)
            half = PERIOD_WIDTH / 2;
        if (side == 1 && middle < CHART_WIDTH - PERIOD_WIDTH + half)
            middle = CHART_WIDTH - PERIOD_WIDTH + half;
        part_stroke(svg, "axis", (struct point){ x[side], PLOT_TOP - 6 },
                    (struct point){ x[side], PLOT_BOTTOM + 6 });
        part_label(svg, (struct point){ middle, HEIGHT - 6 }, ANCHOR_MIDDLE,
                   NULL, period, PERIOD_WIDTH);
    }
}

static void paint_role(const struct slope *slope, struct svg *svg,
                       enum role role)
{
    const struct chart_point *at[] = { series_of(slope, role, 0),
                                       series_of(slope, role, 1) };

    if (at[0] && at[1])
        part_polyline(svg, role == ROLE_WHOLE && !slope->chart->school
                           ? "l-muni l-main" : part_line[role],
                      (const struct point[]){ point_at(slope, at[0], 0),
                                              point_at(slope, at[1], 1) }, 2);
    for (size_t side = 0; side < 2; side++) {
        if (at[side])
            part_point(svg, role, point_at(slope, at[side], side),
                       at[side]->provisional);
    }
}

/* Says that nothing changed when both numbers are printed the same. */
static void paint_same(const struct slope *slope, struct svg *svg)
{
    enum role role = slope->chart->school ? ROLE_SCHOOL : ROLE_WHOLE;
    const struct chart_point *from = series_of(slope, role, 0);
    const struct chart_point *to = series_of(slope, role, 1);
    struct point left, right;
    double y;

    if (!from || !to || slope->chart->same.n == 0 ||
        !str_eq(from->label, to->label))
        return;
    left = point_at(slope, from, 0);
    right = point_at(slope, to, 1);
    y = (left.y + right.y) / 2;
    y += y - TEXT_LINE > PLOT_TOP ? -8 : TEXT_LINE + 2;
    part_label(svg, (struct point){ (left.x + right.x) / 2, y },
               ANCHOR_MIDDLE, part_text[role], slope->chart->same,
               right.x - left.x - 2 * AIR);
}

static void paint_labels(const struct slope *slope, struct svg *svg)
{
    for (size_t side = 0; side < 2; side++) {
        for (size_t i = 0; i < slope->n[side]; i++) {
            const struct slope_label *label = &slope->labels[side][i];
            double x = side == 0 ? LINE_LEFT - AIR : slope->right + AIR;

            part_label(svg,
                       (struct point){ x, slope->middles[side][i] +
                                          TEXT_RISE },
                       side == 0 ? ANCHOR_END : ANCHOR_START,
                       part_text[label->role], buf_str(&label->words),
                       side == 0 ? x : CHART_WIDTH - x);
        }
    }
}

static bool has_both(const struct slope *slope, enum role role)
{
    return series_of(slope, role, 0) && series_of(slope, role, 1);
}

bool chart_slope(struct buf *out, const struct chart_slope *chart)
{
    struct slope slope = { .chart = chart };
    struct svg svg;

    if (!has_both(&slope, ROLE_SCHOOL) && !has_both(&slope, ROLE_WHOLE))
        return false;
    choose_domain(&slope);
    claim_labels(&slope);
    place_labels(&slope);
    svg = part_begin(out, &chart->head, CHART_WIDTH, HEIGHT);
    paint_frame(&slope, &svg);
    paint_role(&slope, &svg, ROLE_TARGET);
    paint_role(&slope, &svg, ROLE_WHOLE);
    paint_role(&slope, &svg, ROLE_SCHOOL);
    paint_same(&slope, &svg);
    paint_labels(&slope, &svg);
    part_end(&svg, &chart->head);
    for (size_t i = 0; i < 6; i++)
        buf_free(&slope.labels[i / 3][i % 3].words);
    return true;
}
