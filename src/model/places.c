/*
 * places: the columns in which cells stand. See places.h.
 *
 * For release/audit.c.
 */
#include "model/places.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "model/cells.h"
#include "model/names.h"
#include "model/schema.h"

#include <stdlib.h>

/* Cells of one file, by line. */
struct looking {
    struct place_wanted *at;
    size_t n;
};

/* Where the cells of this line begin in the list. */
static size_t first_of_line(const struct looking *l, uint32_t line)
{
    size_t lo = 0, hi = l->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (l->at[mid].at->line < line)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static void look(void *payload, const struct cells_item *item)
{
    const struct looking *l = payload;
    for (size_t i = first_of_line(l, item->line);
         i < l->n && l->at[i].at->line == item->line; i++)
        if (!item->unplaced && l->at[i].indicator == item->indicator &&
            l->at[i].school == item->school &&
            period_eq(l->at[i].period, item->period)) {
            struct pos at = cells_pos(item, &item->value);
            l->at[i].at->col = at.col;
            l->at[i].at->row = at.row;
            l->at[i].at->cell = at.cell;
        }
}

static int by_place(const void *left, const void *right)
{
    const struct place_wanted *a = left, *b = right;
    int order = str_cmp(a->at->file, b->at->file);
    return order ? order
                 : (a->at->line > b->at->line) - (a->at->line < b->at->line);
}

void places_find(const struct site *site, struct place_wanted *wanted,
                 size_t n)
{
    struct arena *scratch = arena_new();
    struct diag *quiet = diag_new();    /* it was all said before */
    struct schema_reader reader = {scratch, site->source, quiet};
    if (n > 1)
        qsort(wanted, n, sizeof *wanted, by_place);
    for (size_t i = 0; i < n;) {
        struct looking looking = {wanted + i, 0};
        struct str file = wanted[i].at->file;
        while (i < n && str_eq(wanted[i].at->file, file))
            looking.n++, i++;
        cells_read(site, site->indicators.at[looking.at->indicator].programme,
                   &reader, &schema_values, file, look, &looking);
    }
    diag_free(quiet);
    arena_free(scratch);
}
