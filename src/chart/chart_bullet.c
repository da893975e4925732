/*
 * chart_bullet: C2, one value: how much of the way to the target is done.
 *
 * For render/, through chart.h. Rows: target's label, track, the whole's
 * label; a row that is not needed is left out and the chart is lower.
 */
#include "chart/chart_parts.h"

#define TRACK_LEFT 2.0
#define TRACK_WIDTH 316.0
#define TRACK_HEIGHT 16.0
#define BAR_HEIGHT 12.0
#define ROW_ABOVE 22.0
#define ROW_BELOW 30.0
#define ROW_TRACK 26.0          /* with a little air */

struct bullet {
    const struct chart_bullet *chart;
    double top;                 /* of the track */
    struct buf words;
};

static double place(const struct bullet *bullet, double value)
{
    double max = bullet->chart->max > 0 ? bullet->chart->max : 1;

    return TRACK_LEFT + part_clamp(value / max, 0, 1) * TRACK_WIDTH;
}

static bool is_shown(const struct chart_point *point)
{
    return point && point->present;
}

static struct str words(struct bullet *bullet, const char *class,
                        struct str name, const struct chart_point *point)
{
    return part_words(class, name, point, bullet->chart->unit, CHART_WIDTH,
                      &bullet->words);
}

/* Inside the bar when that is long enough, else behind it; behind the mark
 * of the target when that would cross it. */
static void paint_value(struct bullet *bullet, struct svg *svg)
{
    const struct chart_bullet *chart = bullet->chart;
    struct str text = words(bullet, part_text[0], (struct str){ NULL, 0 },
                            &chart->value);
    double width = scale_width(text, TEXT_BOLD);
    double end = place(bullet, chart->value.value), x = end + 6;
    double y = bullet->top + TRACK_HEIGHT / 2 + TEXT_RISE;

    if (end - TRACK_LEFT > width + 8) {
        part_label(svg, (struct point){ end - 5, y }, ANCHOR_END, "t-inside",
                   text, end - TRACK_LEFT);
        return;
    }
    if (is_shown(chart->target)) {
        double mark = place(bullet, chart->target->value);

        if (mark > end - 4 && mark < x + width + 4)
            x = mark + 6;
    }
    part_label(svg, (struct point){ x, y }, ANCHOR_START, part_text[0], text,
               CHART_WIDTH);
}

static void paint_target(struct bullet *bullet, struct svg *svg)
{
    const struct chart_bullet *chart = bullet->chart;
    double x;

    if (!is_shown(chart->target))
        return;
    x = place(bullet, chart->target->value);
    part_stroke(svg, part_line[ROLE_TARGET],
                (struct point){ x, bullet->top - 4 },
                (struct point){ x, bullet->top + TRACK_HEIGHT + 2 });
    part_label(svg, (struct point){ x, bullet->top - 8 }, ANCHOR_MIDDLE,
               part_text[ROLE_TARGET],
               words(bullet, part_text[ROLE_TARGET], chart->target_name,
                     chart->target),
               CHART_WIDTH);
}

static void paint_whole(struct bullet *bullet, struct svg *svg)
{
    const struct chart_bullet *chart = bullet->chart;
    double x, y = bullet->top + TRACK_HEIGHT;

    if (!is_shown(chart->whole))
        return;
    x = part_clamp(place(bullet, chart->whole->value), 6, CHART_WIDTH - 6);
    svg_open(svg, "polygon");
    svg_attrz(svg, "class", part_mark[ROLE_WHOLE]);
    svg_attr_points(svg, (const struct point[]){ { x, y + 2 },
                                                 { x + 5, y + 10 },
                                                 { x - 5, y + 10 } }, 3);
    svg_close(svg);
    part_label(svg, (struct point){ x, y + 24 }, ANCHOR_MIDDLE,
               part_text[ROLE_WHOLE],
               words(bullet, part_text[ROLE_WHOLE], chart->whole_name,
                     chart->whole), CHART_WIDTH);
}

bool chart_bullet(struct buf *out, const struct chart_bullet *chart)
{
    struct bullet bullet = { .chart = chart };
    double height = ROW_TRACK, end;
    struct svg svg;

    if (!chart->value.present)
        return false;
    bullet.top = (ROW_TRACK - TRACK_HEIGHT) / 2;
    if (is_shown(chart->target)) {
        height += ROW_ABOVE;
        bullet.top += ROW_ABOVE;
    }
    if (is_shown(chart->whole))
        height += ROW_BELOW;
    end = place(&bullet, chart->value.value);
    svg = part_begin(out, &chart->head, CHART_WIDTH, height);
    part_rect(&svg, "track", (struct point){ TRACK_LEFT, bullet.top },
              TRACK_WIDTH, TRACK_HEIGHT);
    part_rect(&svg, "bar",
              (struct point){ TRACK_LEFT,
                              bullet.top + (TRACK_HEIGHT - BAR_HEIGHT) / 2 },
              end - TRACK_LEFT, BAR_HEIGHT);
    paint_target(&bullet, &svg);
    paint_whole(&bullet, &svg);
    paint_value(&bullet, &svg);
    part_end(&svg, &chart->head);
    buf_free(&bullet.words);
    return true;
}
