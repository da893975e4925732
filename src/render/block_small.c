/*
 * block_small: small multiples (C5): indicators side by side, over the same
 * periods; those that count the same thing also to one scale. Wholes only.
 *
 * For page_*.c, through block_charts.h.
 */
#include "render/block_charts.h"
#include "render/block_series.h"

#include <string.h>

static const struct field small_fields[] = {
    FIELD(view_small, TEXT, question),
    FIELD(view_small, URL, url),
    FIELD(view_small, HTML, chart),
    FIELD(view_small, TEXT, value),
    FIELD(view_small, TEXT, status),
    FIELD(view_small, TEXT, status_class),
    FIELD(view_small, BOOL, has_status),
};
const struct view small_view = {
    "small chart", sizeof(struct view_small), small_fields,
    sizeof small_fields / sizeof *small_fields, NULL
};

#define PERIOD_KINDS (PERIOD_RANGE + 1)

/* --- the periods of all --- */

/* Of one kind, in order: years are not set beside school years. */
struct axis {
    ARR(struct period) periods;
};

struct smalls {
    const struct page *page;
    struct block_chart *asks;       /* n each */
    struct series *series;
    size_t n;
    struct axis axes[PERIOD_KINDS];
    bool one_scale;
    double lo, hi;                  /* of it */
};

static void add_period(const struct page *page, struct axis *axis,
                       struct period period)
{
    size_t at = axis->periods.n;

    for (size_t i = 0; i < axis->periods.n; i++) {
        if (period_eq(axis->periods.at[i], period))
            return;
    }
    *ARR_PUSH(page->arena, &axis->periods) = period;
    while (at > 0 && period_cmp(axis->periods.at[at - 1], period) > 0) {
        axis->periods.at[at] = axis->periods.at[at - 1];
        at--;
    }
    axis->periods.at[at] = period;
}

/* Only numbers that are drawn need room. */
static void add_series(struct smalls *smalls, const struct series *s)
{
    for (size_t i = 0; i < s->n && s->values > 1; i++) {
        if (s->school[i].present || s->target[i].present)
            add_period(smalls->page, &smalls->axes[s->periods[i].kind],
                       s->periods[i]);
    }
}

/* --- the scale of all --- */

static void widen(struct smalls *smalls, const struct chart_point *point)
{
    if (point->present && point->value < smalls->lo)
        smalls->lo = point->value;
    if (point->present && point->value > smalls->hi)
        smalls->hi = point->value;
}

/* Counts of the same unit, like pupils by subject, begin at nought and are
 * compared with each other. */
static void choose_scale(struct smalls *smalls)
{
    const struct series *first = NULL;

    smalls->one_scale = true;
    for (size_t i = 0; i < smalls->n; i++) {
        const struct series *s = &smalls->series[i];

        if (s->values < 2)
            continue;
        if (!first)
            first = s;
        smalls->one_scale = smalls->one_scale && s->it->kind == KIND_COUNT &&
                            str_eq(s->it->unit, first->it->unit);
        for (size_t k = 0; k < s->n; k++) {
            widen(smalls, &s->school[k]);
            widen(smalls, &s->target[k]);
        }
    }
}

/* --- one of them --- */

static void align(const struct series *s, const struct axis *axis,
                  struct chart_small *chart)
{
    const struct page *page = s->page;
    size_t n = axis->periods.n, at = 0;
    struct chart_point *value = PAGE_ARRAY(page, struct chart_point, n);
    struct chart_point *target = PAGE_ARRAY(page, struct chart_point, n);
    struct str *names = PAGE_ARRAY(page, struct str, n);
    bool *breaks = PAGE_ARRAY(page, bool, n);

    for (size_t i = 0; i < n; i++) {
        struct period period = axis->periods.at[i];

        names[i] = page_period_short(page, period);
        while (at < s->n && period_cmp(s->periods[at], period) < 0)
            at++;
        if (at == s->n || !period_eq(s->periods[at], period))
            continue;
        value[i] = s->school[at];
        target[i] = s->target[at];
        breaks[i] = s->breaks[at];
    }
    chart->periods = names;
    chart->n = n;
    chart->value = value;
    chart->target = s->has_target ? target : NULL;
    chart->break_before = s->has_break ? breaks : NULL;
}

/* False when its values lie before the last periods of all. */
static bool draw(const struct smalls *smalls, const struct series *s,
                 const struct axis *axis, struct buf *out)
{
    struct chart_small chart = {
        .head = series_head(s), .unit = series_unit(s),
        .lo = smalls->lo, .hi = smalls->hi,
    };

    align(s, axis, &chart);
    if (!smalls->one_scale)
        series_domain(s, &chart.lo, &chart.hi);
    return chart_small(out, &chart);
}

static struct str chart_of(const struct smalls *smalls,
                           const struct series *s)
{
    struct axis own = {0};
    struct buf out = {0};

    if (s->values < 2)
        return (struct str){0};
    if (!draw(smalls, s, &smalls->axes[s->periods[0].kind], &out)) {
        for (size_t i = 0; i < s->n; i++)
            add_period(s->page, &own, s->periods[i]);
        draw(smalls, s, &own, &out);
    }
    return page_take(s->page, &out);
}

/* --- all of them --- */

static bool is_drawn(const struct page *page, size_t indicator)
{
    int kind = page->site->indicators.at[indicator].kind;

    return kind != KIND_YESNO && kind != KIND_TEXT;
}

void block_small_charts(const struct page *page, const size_t *indicators,
                        size_t n, struct str *charts)
{
    struct smalls smalls = {
        .page = page, .n = n,
        .asks = PAGE_ARRAY(page, struct block_chart, n),
        .series = PAGE_ARRAY(page, struct series, n),
    };

    for (size_t i = 0; i < n; i++) {
        smalls.asks[i] = (struct block_chart){
            .indicator = indicators[i], .school = RELEASE_WHOLE,
            .id = str_format(page->arena, "c-%.*s",
                             STR_FMT(block_name(page, indicators[i]))),
        };
        smalls.series[i] = series_of(page, &smalls.asks[i]);
        if (!is_drawn(page, indicators[i]))
            smalls.series[i].values = 0;
        add_series(&smalls, &smalls.series[i]);
    }
    choose_scale(&smalls);
    for (size_t i = 0; i < n; i++)
        charts[i] = chart_of(&smalls, &smalls.series[i]);
}

static struct view_small small_of(const struct page *page, size_t indicator,
                                  struct str chart)
{
    struct block_look look = block_look(page, indicator, RELEASE_WHOLE);

    return (struct view_small){
        .question = block_question(page, indicator),
        .url = block_indicator_url(page, indicator),
        .chart = chart,
        .value = block_value(page, &look),
        .status = words_status(page->words, look.progress.status),
        .status_class = page_status_class(look.progress.status),
        .has_status = progress_has_target(page->release, indicator,
                                          RELEASE_WHOLE),
    };
}

struct list block_smalls(const struct page *page, const size_t *indicators,
                         size_t n)
{
    struct view_small *smalls = PAGE_ARRAY(page, struct view_small, n);
    struct str *charts = PAGE_ARRAY(page, struct str, n);

    block_small_charts(page, indicators, n, charts);
    for (size_t i = 0; i < n; i++)
        smalls[i] = small_of(page, indicators[i], charts[i]);
    return (struct list){ smalls, n };
}
