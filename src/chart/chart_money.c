/*
 * chart_money: C8, money planned and spent, a row for each source.
 *
 * For render/, through chart.h. Rows: name and sums, the track with the bar;
 * one line more where both do not fit beside each other, and where more was
 * spent than planned.
 */
#include "chart/chart_parts.h"
#include "chart/chart_rows.h"

#define TRACK_LEFT 2.0
#define TRACK_WIDTH 316.0
#define TRACK_HEIGHT 14.0
#define BAR_HEIGHT 8.0
#define ROW_HEIGHT 46.0
#define GAP 12.0                /* between the name and the sums */

static double amount(double value)
{
    return part_clamp(value, 0, 1e15);
}

static double largest(const struct chart_money *chart)
{
    double max = 0;

    for (size_t i = 0; i < chart->n; i++) {
        const struct chart_money_row *row = &chart->rows[i];

        if (amount(row->plan) > max)
            max = amount(row->plan);
        if (row->has_actual && amount(row->actual) > max)
            max = amount(row->actual);
    }
    return max > 0 ? max : 1;
}

/* Do name and sums fit beside each other? */
static bool is_one_line(const struct chart_money_row *row)
{
    return scale_width(row->name, TEXT_SIZE) +
           scale_width(row->text, TEXT_SIZE) + GAP <= CHART_WIDTH;
}

static double row_height(const struct chart_money_row *row)
{
    return ROW_HEIGHT + (is_one_line(row) ? 0 : TEXT_LINE) +
           (row->over.n > 0 ? TEXT_LINE : 0);
}

static void paint_row(struct svg *svg, const struct chart_money_row *row,
                      double y, double max)
{
    struct buf cut = {0};
    double track = TRACK_WIDTH * amount(row->plan) / max;

    part_label(svg, (struct point){ 0, y + 13 }, ANCHOR_START, NULL,
               scale_fit(row->name, TEXT_SIZE, CHART_WIDTH, &cut),
               CHART_WIDTH);
    buf_free(&cut);
    if (!is_one_line(row))
        y += TEXT_LINE;
    part_label(svg, (struct point){ CHART_WIDTH, y + 13 }, ANCHOR_END,
               "t-note", row->text, CHART_WIDTH);
    part_rect(svg, "track", (struct point){ TRACK_LEFT, y + 20 }, track,
              TRACK_HEIGHT);
    if (row->has_actual)
        part_rect(svg, "bar",
                  (struct point){ TRACK_LEFT,
                                  y + 20 + (TRACK_HEIGHT - BAR_HEIGHT) / 2 },
                  TRACK_WIDTH * amount(row->actual) / max, BAR_HEIGHT);
    if (row->over.n > 0)
        part_label(svg, (struct point){ 0, y + 48 }, ANCHOR_START, "t-note",
                   row->over, CHART_WIDTH);
}

bool chart_money(struct buf *out, const struct chart_money *chart)
{
    double height = 0, y = 0, max = largest(chart);
    struct svg svg;

    if (chart->n == 0)
        return false;
    for (size_t i = 0; i < chart->n; i++)
        height += row_height(&chart->rows[i]);
    svg = part_begin(out, &chart->head, CHART_WIDTH, height);
    for (size_t i = 0; i < chart->n; i++) {
        paint_row(&svg, &chart->rows[i], y, max);
        y += row_height(&chart->rows[i]);
    }
    part_end(&svg, &chart->head);
    return true;
}
