/*
 * cells: the tables of values and targets, long or wide (design 3), as a
 * stream of single cells with their keys resolved.
 *
 * For observe.c and target.c.
 */
#ifndef VITRINA_MODEL_CELLS_H
#define VITRINA_MODEL_CELLS_H

#include "base/diag.h"
#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct cells;
struct row;
struct schema;
struct schema_reader;
struct site;

#define CELLS_EACH (SIZE_MAX - 1)   /* school `*`: each school */

/* One cell with a known place. Texts live until the next one. */
struct cells_item {
    size_t indicator;           /* in site.indicators */
    size_t school;              /* SIZE_MAX: the whole; CELLS_EACH */
    struct period period;
    bool unplaced;              /* school or period are wrong, which is
                                   reported: only look at the texts */
    uint32_t line;              /* where the value stands */
    struct str value;           /* or target */
    /* columns of a long table, by the schema's slots behind `value` */
    struct str numerator, n, status, flag, note, reason, basis, unit;
    /* for cells_pos */
    const struct cells *from;
    const struct row *row;
    size_t column;
};
typedef void cells_add(void *payload, const struct cells_item *item);

/* Where `text` stands, which is one of the texts of `item`. */
struct pos cells_pos(const struct cells_item *item, const struct str *text);

/* `schema` is schema_values or schema_targets. A missing file is nothing. */
void cells_read(const struct site *site, size_t programme,
                const struct schema_reader *reader,
                const struct schema *schema, struct str path,
                cells_add *add, void *payload);

#endif
