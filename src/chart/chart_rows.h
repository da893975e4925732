/*
 * chart_rows: charts that stand in rows of a list: the time of a measure (C6)
 * and money planned and spent (C8).
 *
 * For render/; see chart.h.
 */
#ifndef VITRINA_CHART_CHART_ROWS_H
#define VITRINA_CHART_CHART_ROWS_H

#include "chart/chart.h"

/* C6: a bar that repeats what the text beside it says, hidden from readers
 * of the screen. Places are numbers (days, say) between `from` and `to`. */
struct chart_span { double from, to; };
struct chart_roadmap {
    struct chart_span track;
    size_t parts;               /* ticks divide the track: 12 months */
    struct chart_span plan;
    bool open_end;              /* an arrow instead of an end */
    const struct chart_span *old, *done;    /* or NULL; old: before it was
                                               put off */
    bool has_now;
    double now;
    struct str now_label;       /* empty: the line without words */
    const struct str *names;    /* below equal parts of the track */
    size_t names_n;             /* may be 0; some are left out when they do
                                   not fit */
};
void chart_roadmap(struct buf *svg, const struct chart_roadmap *chart);

/* C8. The rows in the caller's order; the total first. */
struct chart_money_row {
    struct str name, text;      /* text: «11,2 из 12,6 млн ₽» */
    struct str over;            /* «на 0,3 млн ₽ больше плана», or empty */
    double plan, actual;
    bool has_actual;
};
struct chart_money {
    struct chart_head head;
    const struct chart_money_row *rows;
    size_t n;
};
bool chart_money(struct buf *svg, const struct chart_money *chart);

#endif
