/*
 * block_threshold: the thresholds of an exam: as lines of a chart, as a
 * sentence below it, as a column of its table, for readers of the screen. See
 * block_threshold.h.
 *
 * For block_card.c and block_chart.c.
 */
#include "render/block_threshold.h"

#include "chart/chart.h"

static const struct threshold *threshold_of(const struct page *page,
                                            size_t indicator,
                                            struct period period, size_t at)
{
    return progress_threshold(page->release, indicator, period, at);
}

/* All of one period, each in the words of `key`, or of the number alone where
 * no purpose is named. */
static struct str list_of(const struct page *page, size_t indicator,
                          struct period period, const char *key)
{
    struct buf list = {0};
    const struct threshold *it;

    for (size_t i = 0;
         (it = threshold_of(page, indicator, period, i)) != NULL; i++) {
        struct str value = page_value(page, indicator, it->value);

        if (i > 0)
            buf_addz(&list, "; ");
        buf_add(&list, it->purpose.n == 0 ? value
            : page_fill(page, key,
                        FILL({ "purpose", page_typo(page, it->purpose) },
                             { "value", value })));
    }
    return page_take(page, &list);
}

/* --- in the card and its table --- */

static size_t noted_period(const struct page *page,
                           const struct block_look *look)
{
    if (look->current != NONE &&
        threshold_of(page, look->indicator, look->periods[look->current], 0))
        return look->current;
    for (size_t i = look->n; i-- > 0;) {
        if (threshold_of(page, look->indicator, look->periods[i], 0))
            return i;
    }
    return NONE;
}

bool block_has_threshold(const struct page *page,
                         const struct block_look *look)
{
    return noted_period(page, look) != NONE;
}

struct str block_threshold_note(const struct page *page,
                                const struct block_look *look)
{
    size_t at = noted_period(page, look);
    struct buf of = {0};

    if (at == NONE)
        return (struct str){0};
    words_period_gen(&of, page->words->lexicon, look->periods[at]);
    return page_fill(page, "block.threshold",
        FILL({ "of", page_take(page, &of) },
             { "list", list_of(page, look->indicator, look->periods[at],
                               "block.threshold_as") }));
}

struct str block_threshold_cell(const struct page *page, size_t indicator,
                                struct period period)
{
    struct str list = list_of(page, indicator, period,
                              "block.threshold_cell");

    return list.n > 0 ? list : page_word(page, "block.no_threshold");
}

/* --- in the chart --- */

/* Each purpose that these periods name, in the order of its first mention. */
static size_t purposes_of(const struct page *page, size_t indicator,
                          const struct period *periods, size_t n,
                          struct str *purposes)
{
    const struct threshold *it;
    size_t found = 0;

    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0;
             (it = threshold_of(page, indicator, periods[i], k)) != NULL;
             k++) {
            size_t at = 0;

            while (at < found && !str_eq(purposes[at], it->purpose))
                at++;
            if (at == found && found < CHART_THRESHOLDS_MAX)
                purposes[found++] = it->purpose;
        }
    }
    return found;
}

/* The threshold of one purpose, or NULL. */
static const struct threshold *of_purpose(const struct page *page,
                                          size_t indicator,
                                          struct period period,
                                          struct str purpose)
{
    const struct threshold *it;

    for (size_t i = 0;
         (it = threshold_of(page, indicator, period, i)) != NULL; i++) {
        if (str_eq(it->purpose, purpose))
            return it;
    }
    return NULL;
}

static const struct chart_point *points_of(const struct page *page,
                                           size_t indicator,
                                           const struct period *periods,
                                           size_t n, struct str purpose)
{
    struct chart_point *points = PAGE_ARRAY(page, struct chart_point, n);

    for (size_t i = 0; i < n; i++) {
        const struct threshold *it = of_purpose(page, indicator, periods[i],
                                                purpose);

        if (it)
            points[i] = (struct chart_point){
                .value = num_double(it->value), .present = true,
                .label = page_number(page, it->value, -1),
            };
    }
    return points;
}

size_t block_thresholds(const struct page *page, size_t indicator,
                        const struct period *periods, size_t n,
                        const struct chart_threshold **lines)
{
    struct str purposes[CHART_THRESHOLDS_MAX];
    size_t found = purposes_of(page, indicator, periods, n, purposes);
    struct chart_threshold *list = PAGE_ARRAY(page, struct chart_threshold,
                                              found);

    for (size_t i = 0; i < found; i++)
        list[i] = (struct chart_threshold){
            .name = page_word(page, "chart.threshold"),
            .at = points_of(page, indicator, periods, n, purposes[i]),
        };
    *lines = list;
    return found;
}

/* «2024 — 24; 2025 — 24» of one purpose. */
static struct str series_of(const struct page *page, size_t indicator,
                            const struct period *periods, size_t n,
                            struct str purpose)
{
    struct buf list = {0};

    for (size_t i = 0; i < n; i++) {
        const struct threshold *it = of_purpose(page, indicator, periods[i],
                                                purpose);

        if (!it)
            continue;
        if (list.n > 0)
            buf_addz(&list, "; ");
        buf_add(&list, page_fill(page, "chart.point",
            FILL({ "period", page_period_short(page, periods[i]) },
                 { "value", page_value(page, indicator, it->value) })));
    }
    return page_take(page, &list);
}

void block_threshold_describe(const struct page *page, size_t indicator,
                              const struct period *periods, size_t n,
                              struct buf *out)
{
    struct str purposes[CHART_THRESHOLDS_MAX];
    size_t first = n > CHART_PERIODS_MAX ? n - CHART_PERIODS_MAX : 0;
    size_t found = purposes_of(page, indicator, periods + first, n - first,
                               purposes);

    for (size_t i = 0; i < found; i++)
        buf_add(out, page_fill(page, purposes[i].n > 0
                                         ? "block.threshold_series"
                                         : "block.threshold_bare",
            FILL({ "purpose", page_typo(page, purposes[i]) },
                 { "list", series_of(page, indicator, periods + first,
                                     n - first, purposes[i]) })));
}
