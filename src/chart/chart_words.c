/*
 * chart_words: a file of its own without a drawing, for numbers that make
 * none or may not be shown. See chart.h.
 *
 * For render/.
 */
#include "chart/chart_parts.h"

void chart_words(struct buf *out, const struct chart_head *head)
{
    struct svg svg = part_begin(out, head, CHART_WIDTH, 0);

    part_end(&svg, head);
}
