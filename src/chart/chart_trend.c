/*
 * chart_trend: C1, how a value went over the years and whether it will reach
 * its target.
 *
 * For render/, through chart.h. The parts claim room from the outside in:
 * axis labels on the left, end labels on the right, the label of a break at
 * the top; the lines get what is left.
 */
#include "chart/chart_parts.h"

#define HEIGHT 190.0
#define PLOT_BOTTOM 164.0
#define PLOT_RIGHT 216.0        /* further left when labels need it */
#define PLOT_LEFT 40.0
#define PLOT_LEFT_MAX 90.0
#define PLOT_WIDTH_MIN 100.0
#define PLOT_INSET 6.0          /* so that marks do not touch the edges */
#define LEADER 10.0             /* from the plot to an end label */
#define ENDS_MAX (3 + CHART_THRESHOLDS_MAX)

struct series {
    enum role role;
    const struct chart_point *at;   /* the visible ones; NULL: none */
    struct str name;
};

struct end_label {
    const char *class;
    struct point from;          /* the point it belongs to */
    struct buf words;
};

struct plot {
    const struct chart_trend *chart;
    size_t first, n;            /* visible periods */
    struct series series[3];    /* in the order of painting */
    struct series thresholds[CHART_THRESHOLDS_MAX];
    size_t thresholds_n;
    struct ticks ticks;
    double left, right, top;
    double breaks_y;            /* of the label of a break */
    double middles[ENDS_MAX];   /* of the end labels */
    struct end_label ends[ENDS_MAX];
    size_t end_count;
};

static double plot_x(const struct plot *plot, double i)
{
    double from = plot->left + PLOT_INSET, to = plot->right - PLOT_INSET;

    if (plot->n == 1)
        return (from + to) / 2;
    return from + i * (to - from) / (double)(plot->n - 1);
}

static double plot_y(const struct plot *plot, double value)
{
    double lo = plot->ticks.at[0], hi = plot->ticks.at[plot->ticks.n - 1];
    double y = PLOT_BOTTOM -
               (value - lo) / (hi - lo) * (PLOT_BOTTOM - plot->top);

    return part_clamp(y, plot->top, PLOT_BOTTOM);
}

static struct point plot_point(const struct plot *plot,
                               const struct series *series, size_t i)
{
    return (struct point){ plot_x(plot, (double)i),
                           plot_y(plot, part_clean(series->at[i].value)) };
}

/* Index of the last visible value, or plot->n. */
static size_t last_of(const struct plot *plot, const struct series *series)
{
    for (size_t i = plot->n; series->at && i-- > 0;) {
        if (series->at[i].present)
            return i;
    }
    return plot->n;
}

static bool breaks_before(const struct plot *plot, size_t i)
{
    const bool *breaks = plot->chart->break_before;

    return i > 0 && breaks && breaks[plot->first + i];
}

/* The end of a threshold's line in period `i`: half the way to the next. */
static double edge_x(const struct plot *plot, size_t i, double side)
{
    double x = plot->n == 1 ? plot_x(plot, 0) + side * (plot->right -
                                                        plot->left)
                            : plot_x(plot, (double)i + side / 2);

    return part_clamp(x, plot->left, plot->right);
}

/* --- claiming room --- */

static void choose_thresholds(struct plot *plot)
{
    const struct chart_trend *chart = plot->chart;

    while (plot->thresholds_n < chart->thresholds_n &&
           plot->thresholds_n < CHART_THRESHOLDS_MAX) {
        const struct chart_threshold *it =
            &chart->thresholds[plot->thresholds_n];

        plot->thresholds[plot->thresholds_n++] = (struct series){
            .at = it->at + plot->first, .name = it->name
        };
    }
}

static void choose_series(struct plot *plot)
{
    const struct chart_trend *chart = plot->chart;
    const struct series series[3] = {
        { ROLE_TARGET, chart->target, chart->target_name },
        { ROLE_WHOLE, chart->whole, chart->whole_name },
        { ROLE_SCHOOL, chart->school, chart->school_name },
    };

    plot->first = chart->n > CHART_PERIODS_MAX
                  ? chart->n - CHART_PERIODS_MAX : 0;
    plot->n = chart->n - plot->first;
    for (size_t s = 0; s < 3; s++) {
        plot->series[s] = series[s];
        if (series[s].at)
            plot->series[s].at = series[s].at + plot->first;
    }
    choose_thresholds(plot);
}

static void widen_for(const struct plot *plot, struct domain *domain,
                      const struct series *series)
{
    for (size_t i = 0; series->at && i < plot->n; i++) {
        if (series->at[i].present)
            part_widen(domain, series->at[i].value);
    }
}

/* The caller's domain, wider where a value drawn here lies outside. */
static void choose_ticks(struct plot *plot)
{
    const struct chart_trend *chart = plot->chart;
    struct domain domain = { part_clean(chart->lo), part_clean(chart->hi) };

    for (size_t s = 0; s < 3; s++)
        widen_for(plot, &domain, &plot->series[s]);
    for (size_t s = 0; s < plot->thresholds_n; s++)
        widen_for(plot, &domain, &plot->thresholds[s]);
    if (chart->has_range && last_of(plot, &plot->series[2]) < plot->n) {
        part_widen(&domain, chart->range_lo);
        part_widen(&domain, chart->range_hi);
    }
    plot->ticks = part_ticks(domain.lo, domain.hi, 4, chart->counts);
}

static struct str tick_words(const struct plot *plot, size_t i,
                             struct buf *out)
{
    return part_tick(&plot->ticks, i, plot->chart->unit, plot->chart->style,
                     out);
}

static void claim_left(struct plot *plot)
{
    struct buf words = {0};

    plot->left = PLOT_LEFT;
    for (size_t i = 0; i < plot->ticks.n; i++) {
        double width = scale_width(tick_words(plot, i, &words), TEXT_SIZE) +
                       8;

        if (width > plot->left)
            plot->left = width;
    }
    plot->left = part_clamp(plot->left, PLOT_LEFT, PLOT_LEFT_MAX);
    buf_free(&words);
}

static void claim_top(struct plot *plot)
{
    plot->top = 12;
    plot->breaks_y = 12.5;
    if (plot->chart->expected.n > 0) {
        plot->top += TEXT_LINE;
        plot->breaks_y += TEXT_LINE;
    }
    for (size_t i = 0; i < plot->n; i++) {
        if (breaks_before(plot, i)) {
            plot->top += TEXT_LINE;
            break;
        }
    }
}

/* The words at the end of one line. */
static void claim_label(struct plot *plot, const struct series *series,
                        const char *class, double room, double *widest)
{
    size_t last = last_of(plot, series);
    struct end_label *label = &plot->ends[plot->end_count];
    double width;

    if (last == plot->n)
        return;
    label->class = class;
    width = scale_width(part_words(class, series->name, &series->at[last],
                                   plot->chart->unit, room, &label->words),
                        part_size(class));
    if (width > *widest)
        *widest = width;
    plot->end_count++;
}

static void claim_right(struct plot *plot)
{
    double room = CHART_WIDTH - plot->left - PLOT_WIDTH_MIN - LEADER;
    double widest = CHART_WIDTH - PLOT_RIGHT - LEADER;

    for (size_t s = 3; s-- > 0;)
        claim_label(plot, &plot->series[s],
                    part_text[plot->series[s].role], room, &widest);
    for (size_t s = 0; s < plot->thresholds_n; s++)
        claim_label(plot, &plot->thresholds[s], "t-note", room, &widest);
    if (widest > room)
        widest = room;
    plot->right = CHART_WIDTH - LEADER - widest;
}

/* When the plot stands: where the end labels belong, and where they go. */
static void place_ends(struct plot *plot)
{
    size_t at = 0;

    for (size_t s = 3; s-- > 0;) {
        const struct series *series = &plot->series[s];
        size_t last = last_of(plot, series);

        if (last == plot->n)
            continue;
        plot->ends[at].from = plot_point(plot, series, last);
        plot->middles[at] = plot->ends[at].from.y;
        at++;
    }
    for (size_t s = 0; s < plot->thresholds_n; s++) {
        const struct series *line = &plot->thresholds[s];
        size_t last = last_of(plot, line);

        if (last == plot->n)
            continue;
        plot->ends[at].from = plot_point(plot, line, last);
        plot->ends[at].from.x = edge_x(plot, last, 1) - PLOT_INSET;
        plot->middles[at] = plot->ends[at].from.y;
        at++;
    }
    scale_spread(plot->middles, at, plot->top, PLOT_BOTTOM, TEXT_LINE);
}

/* --- painting --- */

static void paint_axis(const struct plot *plot, struct svg *svg)
{
    struct buf words = {0};
    size_t base = 0;            /* zero, or the lowest line */

    for (size_t i = 0; i < plot->ticks.n; i++) {
        if (plot->ticks.at[i] == 0)
            base = i;
    }
    for (size_t i = 0; i < plot->ticks.n; i++) {
        double y = plot_y(plot, plot->ticks.at[i]);

        part_stroke(svg, i == base ? "axis" : "grid",
                    (struct point){ plot->left, y },
                    (struct point){ plot->right, y });
        part_label(svg, (struct point){ plot->left - 6, y + TEXT_RISE },
                   ANCHOR_END, NULL, tick_words(plot, i, &words),
                   plot->left - 6);
    }
    buf_free(&words);
}

static void paint_periods(const struct plot *plot, struct svg *svg)
{
    size_t stride = part_stride(plot->chart->periods + plot->first, plot->n,
                                plot_x(plot, 0),
                                plot_x(plot, 1) - plot_x(plot, 0),
                                plot->n > 5 ? 2 : 1);

    for (size_t i = 0; i < plot->n; i++) {
        if ((plot->n - 1 - i) % stride != 0)
            continue;
        part_label(svg, (struct point){ plot_x(plot, (double)i), 184 },
                   ANCHOR_MIDDLE, NULL,
                   plot->chart->periods[plot->first + i], CHART_WIDTH);
    }
}

/* Rules between the periods; words at the last one. */
static void paint_breaks(const struct plot *plot, struct svg *svg)
{
    double x = 0;

    for (size_t i = 1; i < plot->n; i++) {
        if (!breaks_before(plot, i))
            continue;
        x = plot_x(plot, (double)i - 0.5);
        part_stroke(svg, "break", (struct point){ x, plot->top - 8 },
                    (struct point){ x, PLOT_BOTTOM });
    }
    if (x > 0 && plot->chart->break_label.n > 0)
        part_label(svg, (struct point){ x, plot->breaks_y }, ANCHOR_MIDDLE,
                   "t-note", plot->chart->break_label, CHART_WIDTH);
}

/* When the missing last value comes: above its place. */
static void paint_expected(const struct plot *plot, struct svg *svg)
{
    double x = plot_x(plot, (double)(plot->n - 1));

    if (plot->chart->expected.n > 0)
        part_label(svg, (struct point){ x, 12.5 }, ANCHOR_MIDDLE, "t-note",
                   plot->chart->expected, CHART_WIDTH);
}

/* A line ends at a gap and where the method changed; targets run on. */
static void paint_line(const struct plot *plot, struct svg *svg,
                       const struct series *series)
{
    struct point run[CHART_PERIODS_MAX];
    const char *class = part_line[series->role];
    size_t n = 0;

    if (series->role == ROLE_WHOLE && !plot->chart->school)
        class = "l-muni l-main";
    for (size_t i = 0; i <= plot->n; i++) {
        bool here = i < plot->n && series->at[i].present;
        bool ends = series->role == ROLE_TARGET
                    ? i == plot->n : !here || breaks_before(plot, i);

        if (ends) {
            if (n > 1)
                part_polyline(svg, class, run, n);
            n = 0;
        }
        if (here)
            run[n++] = plot_point(plot, series, i);
    }
}

/* Over each period the threshold of that period; as one line where it stays
 * the same. */
static void paint_threshold(const struct plot *plot, struct svg *svg,
                            const struct series *line)
{
    for (size_t i = 0, end; i < plot->n; i = end) {
        double y;

        end = i + 1;
        if (!line->at[i].present)
            continue;
        while (end < plot->n && line->at[end].present &&
               line->at[end].value == line->at[i].value)
            end++;
        y = plot_y(plot, part_clean(line->at[i].value));
        part_stroke(svg, "l-norm",
                    (struct point){ edge_x(plot, i, -1), y },
                    (struct point){ edge_x(plot, end - 1, 1), y });
    }
}

static void paint_range(const struct plot *plot, struct svg *svg)
{
    const struct series *school = &plot->series[2];
    size_t last = last_of(plot, school);
    double x, high, low;

    if (!plot->chart->has_range || last == plot->n)
        return;
    x = plot_x(plot, (double)last);
    high = plot_y(plot, part_clean(plot->chart->range_hi));
    low = plot_y(plot, part_clean(plot->chart->range_lo));
    part_stroke(svg, "ci", (struct point){ x, high },
                (struct point){ x, low });
    part_stroke(svg, "ci", (struct point){ x - 4, high },
                (struct point){ x + 4, high });
    part_stroke(svg, "ci", (struct point){ x - 4, low },
                (struct point){ x + 4, low });
}

static void paint_series(const struct plot *plot, struct svg *svg)
{
    for (size_t s = 0; s < 3; s++) {
        const struct series *series = &plot->series[s];

        if (!series->at)
            continue;
        paint_line(plot, svg, series);
        if (series->role == ROLE_SCHOOL)
            paint_range(plot, svg);
        for (size_t i = 0; i < plot->n; i++) {
            if (series->at[i].present)
                part_point(svg, series->role, plot_point(plot, series, i),
                           series->at[i].provisional);
        }
    }
}

static void paint_ends(const struct plot *plot, struct svg *svg)
{
    double x = plot->right + LEADER;

    for (size_t i = 0; i < plot->end_count; i++) {
        const struct end_label *label = &plot->ends[i];

        part_stroke(svg, "leader",
                    (struct point){ label->from.x + 7, label->from.y },
                    (struct point){ x - 2, plot->middles[i] });
        part_label(svg, (struct point){ x, plot->middles[i] + TEXT_RISE },
                   ANCHOR_START, label->class,
                   buf_str(&label->words), CHART_WIDTH - x);
    }
}

bool chart_trend_scale(const struct chart_trend *chart, struct buf *low,
                       struct buf *high)
{
    struct plot plot = { .chart = chart };

    choose_series(&plot);
    choose_ticks(&plot);
    tick_words(&plot, 0, low);
    tick_words(&plot, plot.ticks.n - 1, high);
    return plot.ticks.at[0] > 0 || plot.ticks.at[plot.ticks.n - 1] < 0;
}

bool chart_trend(struct buf *out, const struct chart_trend *chart)
{
    struct plot plot = { .chart = chart };
    struct svg svg;

    choose_series(&plot);
    if (last_of(&plot, &plot.series[1]) == plot.n &&
        last_of(&plot, &plot.series[2]) == plot.n)
        return false;
    choose_ticks(&plot);
    claim_left(&plot);
    claim_top(&plot);
    claim_right(&plot);
    place_ends(&plot);
    svg = part_begin(out, &chart->head, CHART_WIDTH, HEIGHT);
    paint_axis(&plot, &svg);
    paint_periods(&plot, &svg);
    paint_breaks(&plot, &svg);
    paint_expected(&plot, &svg);
    for (size_t s = 0; s < plot.thresholds_n; s++)
        paint_threshold(&plot, &svg, &plot.thresholds[s]);
    paint_series(&plot, &svg);
    paint_ends(&plot, &svg);
    part_end(&svg, &chart->head);
    for (size_t i = 0; i < plot.end_count; i++)
        buf_free(&plot.ends[i].words);
    return true;
}
