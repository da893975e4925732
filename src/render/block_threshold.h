/*
 * block_threshold: the thresholds of an exam in words and as lines, each for
 * exactly its year and purpose (R5.2).
 *
 * For block_card.c and block_chart.c.
 */
#ifndef VITRINA_RENDER_BLOCK_THRESHOLD_H
#define VITRINA_RENDER_BLOCK_THRESHOLD_H

#include "render/block_look.h"

/* «Порог 2026 года: для аттестата — 24; для вуза — 36.» of the period the
 * look speaks of, else of the last that has any; empty without. */
struct str block_threshold_note(const struct page *page,
                                const struct block_look *look);
/* A cell of the table: «24 (для аттестата); 36 (для вуза)», or that there is
 * none. */
struct str block_threshold_cell(const struct page *page, size_t indicator,
                                struct period period);
/* Has any of these periods a threshold? */
bool block_has_threshold(const struct page *page,
                         const struct block_look *look);

struct chart_threshold;
/* What C1 draws over these `n` periods: one line a purpose; their number. */
size_t block_thresholds(const struct page *page, size_t indicator,
                        const struct period *periods, size_t n,
                        const struct chart_threshold **lines);
/* The same for readers of the screen, as sentences that begin with a blank. */
void block_threshold_describe(const struct page *page, size_t indicator,
                              const struct period *periods, size_t n,
                              struct buf *out);

#endif
