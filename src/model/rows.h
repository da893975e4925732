/*
 * rows: in which lines the rows of a table stand, and which of them name a
 * school or an indicator.
 *
 * For the command `explain`. Nothing of what a cell holds leaves here.
 */
#ifndef VITRINA_MODEL_ROWS_H
#define VITRINA_MODEL_ROWS_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

struct arena;
struct site;
struct source;

/* What rows may name; NONE: nothing. */
struct rows_subject {
    size_t school, indicator;
};

struct rows_row {
    uint32_t from, to;          /* its lines */
    unsigned names;             /* how many of both it names: 0 to 2 */
};

struct rows {
    struct rows_row *at;
    size_t n;
};

/*
 * The rows below the header of the table at `path`, data/schools.csv or
 * data/PROGRAMME/plan.csv, in their order. None of a file that is no table
 * with columns or cannot be read.
 */
struct rows rows_read(struct arena *arena, const struct site *site,
                      const struct source *source, struct str path,
                      struct rows_subject subject);

#endif
