/*
 * block_series: the numbers of one indicator as a chart takes them: plain
 * points over the periods it covers, and the words about them.
 *
 * Private to block_chart.c and block_small.c.
 */
#ifndef VITRINA_RENDER_BLOCK_SERIES_H
#define VITRINA_RENDER_BLOCK_SERIES_H

#include "render/block_look.h"

#include "chart/chart.h"

struct series {
    const struct page *page;
    const struct block_chart *ask;
    const struct indicator *it;
    size_t *at;                     /* indexes of periods */
    struct period *periods;
    struct str *names;              /* of the periods, short */
    struct chart_point *school, *whole, *target;
    struct chart_point *first;      /* targets that were changed, as they were
                                       set first */
    bool *breaks;
    size_t n, values;               /* values: shown ones of the main series */
    size_t last;                    /* place of the last value */
    bool has_whole, has_target, has_first, has_break;
    int decimals;
};

/* `ask` is borrowed. */
struct series series_of(const struct page *page,
                        const struct block_chart *ask);
/* Names for readers of the screen: the title at most 100 letters, the
 * description 400 (reader 7.2). */
struct chart_head series_head(const struct series *s);
/* «район», or that of the school; «среднее по району»; «%» or nothing. */
struct str series_main_name(const struct series *s);
struct str series_whole_name(const struct series *s);
struct str series_average_name(const struct series *s);
struct str series_unit(const struct series *s);
struct str series_break_label(const struct series *s);
/* «данные появятся в сентябре 2026 года», when the last one is missing and
 * that is known; else empty. */
struct str series_expected(const struct series *s);
/* The axis (reader 7.3). */
void series_domain(const struct series *s, double *lo, double *hi);
#endif
