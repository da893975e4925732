/*
 * block_chart: which chart shows an indicator: this depends on the number of
 * shown values only: three and more C1, two C3, one with a target C2.
 *
 * For block_*.c and page_*.c.
 */
#include "render/block_series.h"
#include "render/block_threshold.h"

#include "release/compare.h"

static void note_trend(const struct series *s,
                       const struct chart_trend *chart)
{
    struct buf note = {0}, low = {0}, high = {0};

    if (chart_trend_scale(chart, &low, &high))
        buf_add(&note, page_fill(s->page, "chart.scale",
                                 FILL({ "low", buf_str(&low) },
                                      { "high", buf_str(&high) })));
    if (s->n > CHART_PERIODS_MAX) {
        if (note.n > 0)
            buf_char(&note, ' ');
        buf_add(&note, page_word(s->page, "block.chart_rest"));
    }
    *s->ask->note = page_take(s->page, &note);
    buf_free(&low);
    buf_free(&high);
}

/* The first plan is a line like those of thresholds. */
static void add_first(const struct series *s, struct chart_trend *chart)
{
    size_t n = chart->thresholds_n;
    struct chart_threshold *lines = PAGE_ARRAY(s->page,
                                               struct chart_threshold, n + 1);

    if (!s->has_first || n >= CHART_THRESHOLDS_MAX)
        return;
    for (size_t i = 0; i < n; i++)
        lines[i] = chart->thresholds[i];
    lines[n] = (struct chart_threshold){
        page_word(s->page, "chart.first_plan"), s->first,
    };
    chart->thresholds = lines;
    chart->thresholds_n = n + 1;
}

static void draw_trend(const struct series *s, struct buf *out)
{
    bool alone = s->ask->school == RELEASE_WHOLE;
    struct fact last = release_fact(s->page->release, s->ask->indicator,
                                    s->ask->school, s->at[s->last]);
    struct chart_trend chart = {
        .head = series_head(s), .periods = s->names, .n = s->n,
        .school = alone ? NULL : s->school,
        .whole = alone ? s->school : s->has_whole ? s->whole : NULL,
        .target = s->has_target ? s->target : NULL,
        .break_before = s->has_break ? s->breaks : NULL,
        .break_label = series_break_label(s),
        .school_name = series_main_name(s),
        .whole_name = series_whole_name(s),
        .target_name = page_word(s->page, "chart.target"),
        .unit = series_unit(s),
        .expected = series_expected(s),
        .counts = s->it->kind == KIND_COUNT,
        .style = block_axis_style(s->page),
    };

    series_domain(s, &chart.lo, &chart.hi);
    chart.thresholds_n = block_thresholds(s->page, s->ask->indicator,
                                          s->periods, s->n,
                                          &chart.thresholds);
    add_first(s, &chart);
    if (!alone && s->it->kind == KIND_SHARE && fact_is_shown(last) &&
        s->it->privacy != PRIVACY_OPEN)
        chart.has_range = compare_wilson(last.value, last.n, &chart.range_lo,
                                         &chart.range_hi);
    if (chart_trend(out, &chart) && s->ask->note)
        note_trend(s, &chart);
}

/* The first and the last shown value. */
static void draw_slope(const struct series *s, struct buf *out)
{
    bool alone = s->ask->school == RELEASE_WHOLE;
    struct chart_point school[2], whole[2];
    struct chart_slope chart = {
        .head = series_head(s), .school = alone ? NULL : school,
        .whole = alone ? school : s->has_whole ? whole : NULL,
        .school_name = series_main_name(s), .whole_name = series_whole_name(s),
        .target_name = page_word(s->page, "chart.target"),
        .unit = series_unit(s), .same = page_word(s->page, "chart.no_change"),
    };
    size_t ends[2] = { 0, s->last };

    while (!s->school[ends[0]].present)
        ends[0]++;
    for (size_t i = 0; i < 2; i++) {
        chart.periods[i] = s->names[ends[i]];
        school[i] = s->school[ends[i]];
        whole[i] = s->whole[ends[i]];
    }
    if (s->target[s->last].present)
        chart.target = &s->target[s->last];
    series_domain(s, &chart.lo, &chart.hi);
    chart_slope(out, &chart);
}

/* The target of the value's own period, else the next one. */
static const struct chart_point *bullet_target(const struct series *s)
{
    for (size_t i = s->last; i < s->n; i++) {
        if (s->target[i].present)
            return &s->target[i];
    }
    return NULL;
}

static void draw_bullet(const struct series *s, struct buf *out)
{
    struct chart_bullet chart = {
        .head = series_head(s), .value = s->school[s->last],
        .target = bullet_target(s),
        .whole = s->whole[s->last].present ? &s->whole[s->last] : NULL,
        .target_name = page_word(s->page, "chart.target"),
        .whole_name = series_average_name(s), .unit = series_unit(s),
    };
    double lo;

    if (!chart.target)
        return;
    release_domain(s->page->release, s->ask->indicator, &lo, &chart.max);
    if (s->it->has_max)
        chart.max = num_double(s->it->max);
    else if (s->it->kind == KIND_SHARE)
        chart.max = 100;
    chart_bullet(out, &chart);
}

/* What the values allow; a slope needs two, all others one. */
static enum block_shape shape_of(const struct series *s)
{
    if (s->ask->shape == BLOCK_SLOPE && s->values < 2)
        return BLOCK_BULLET;
    if (s->ask->shape != BLOCK_AUTO)
        return s->ask->shape;
    if (s->values >= 3)
        return BLOCK_TREND;
    return s->values == 2 ? BLOCK_SLOPE : BLOCK_BULLET;
}

struct str block_chart(const struct page *page, const struct block_chart *ask)
{
    struct series s = series_of(page, ask);
    struct buf out = {0};

    if (s.it->kind == KIND_YESNO || s.it->kind == KIND_TEXT || s.values == 0)
        return (struct str){0};
    switch (shape_of(&s)) {
    case BLOCK_TREND:
        draw_trend(&s, &out);
        break;
    case BLOCK_SLOPE:
        draw_slope(&s, &out);
        break;
    case BLOCK_BULLET:
    case BLOCK_AUTO:
        draw_bullet(&s, &out);
        break;
    }
    return page_take(page, &out);
}
