/*
 * chart_roadmap: the bar of C6: when a measure is planned and how much of
 * that time is done. It repeats the text beside it.
 *
 * For render/, through chart.h.
 */
#include "chart/chart_parts.h"
#include "chart/chart_rows.h"

#define HEIGHT 22.0
#define ROW_LABEL 18.0          /* more when the line of today has words */
#define TRACK_LEFT 2.0
#define TRACK_WIDTH 316.0
#define TRACK_HEIGHT 14.0
#define ARROW 8.0
#define ROW_NAMES 14.0          /* more when the parts have names */

struct road {
    const struct chart_roadmap *chart;
    double top;
};

static double place(const struct road *road, double value)
{
    const struct chart_span *track = &road->chart->track;
    double span = track->to - track->from;
    double share = span > 0 ? (value - track->from) / span : 0;

    return TRACK_LEFT + part_clamp(share, 0, 1) * TRACK_WIDTH;
}

/* Even a day is seen: at least 2 wide. */
static void paint_span(const struct road *road, struct svg *svg,
                       const char *class, const struct chart_span *span,
                       double inset)
{
    double from = place(road, span->from), to = place(road, span->to);

    if (to < from + 2)
        to = from + 2;
    if (to > TRACK_LEFT + TRACK_WIDTH) {
        from -= to - TRACK_LEFT - TRACK_WIDTH;
        to = TRACK_LEFT + TRACK_WIDTH;
    }
    part_rect(svg, class, (struct point){ from, road->top + inset },
              to - from, TRACK_HEIGHT - 2 * inset);
}

/* A bar that ends in an arrow at the end of the track. */
static void paint_open(const struct road *road, struct svg *svg)
{
    double from = place(road, road->chart->plan.from);
    double end = TRACK_LEFT + TRACK_WIDTH, neck = end - ARROW;
    double top = road->top + 2, bottom = road->top + TRACK_HEIGHT - 2;

    if (from > neck)
        from = neck;
    svg_open(svg, "polygon");
    svg_attrz(svg, "class", "bar");
    svg_attr_points(svg,
                    (const struct point[]){ { from, top }, { neck, top },
                                            { end, (top + bottom) / 2 },
                                            { neck, bottom },
                                            { from, bottom } }, 5);
    svg_close(svg);
}

static void paint_now(const struct road *road, struct svg *svg)
{
    double x;

    if (!road->chart->has_now)
        return;
    x = place(road, road->chart->now);
    part_stroke(svg, "now", (struct point){ x, road->top - 3 },
                (struct point){ x, road->top + TRACK_HEIGHT + 3 });
    if (road->chart->now_label.n > 0)
        part_label(svg, (struct point){ x, 13 }, ANCHOR_MIDDLE, "t-note",
                   road->chart->now_label, CHART_WIDTH);
}

static void paint_names(const struct road *road, struct svg *svg)
{
    const struct chart_roadmap *chart = road->chart;
    double step = TRACK_WIDTH / (double)chart->names_n;
    double y = road->top + TRACK_HEIGHT + 14;
    size_t stride = part_stride(chart->names, chart->names_n,
                                TRACK_LEFT + step / 2, step, 1);

    for (size_t i = 0; i < chart->names_n; i++) {
        double x = TRACK_LEFT + step * ((double)i + 0.5);

        if ((chart->names_n - 1 - i) % stride == 0)
            part_label(svg, (struct point){ x, y }, ANCHOR_MIDDLE, "t-note",
                       chart->names[i], CHART_WIDTH);
    }
}

void chart_roadmap(struct buf *out, const struct chart_roadmap *chart)
{
    struct road road = { .chart = chart };
    bool words = chart->has_now && chart->now_label.n > 0;
    double above = words ? ROW_LABEL : 0;
    struct svg svg = part_begin(out, NULL, CHART_WIDTH,
                                HEIGHT + above +
                                (chart->names_n > 0 ? ROW_NAMES : 0));

    road.top = above + (HEIGHT - TRACK_HEIGHT) / 2;
    part_rect(&svg, "track", (struct point){ TRACK_LEFT, road.top },
              TRACK_WIDTH, TRACK_HEIGHT);
    for (size_t i = 1; i < chart->parts; i++) {
        double x = TRACK_LEFT +
                   TRACK_WIDTH * (double)i / (double)chart->parts;

        part_stroke(&svg, "grid", (struct point){ x, road.top },
                    (struct point){ x, road.top + TRACK_HEIGHT });
    }
    if (chart->old)
        paint_span(&road, &svg, "bar-old", chart->old, 2);
    if (chart->open_end)
        paint_open(&road, &svg);
    else
        paint_span(&road, &svg, "bar", &chart->plan, 2);
    if (chart->done)
        paint_span(&road, &svg, "bar-done", chart->done, 4);
    paint_now(&road, &svg);
    if (chart->names_n > 0)
        paint_names(&road, &svg);
    part_end(&svg, NULL);
}
