/*
 * table_reader: records of a CSV text with the place of each cell. Wraps
 * libcsv in its strict mode, line by line.
 *
 * Private to table.c.
 */
#ifndef VITRINA_INPUT_TABLE_READER_H
#define VITRINA_INPUT_TABLE_READER_H

#include "base/diag.h"
#include "input/table.h"

#include <stddef.h>
#include <stdint.h>

struct decoded;
struct table_reader;

/* A record with at least one filled cell. */
struct record {
    struct row row;     /* its cells are followed by the empty ones */
    size_t total;       /* cells with the empty ones at the end; cells[total]
                           is a sentinel that stands behind the record */
    uint32_t line;      /* where the record begins */
};

/* Why reading stopped before the end of the text. */
struct fault {
    enum msg id;
    struct pos at;      /* without a file */
    uint32_t line;      /* where the cell at fault begins */
    size_t offset;      /* in the text */
};

/*
 * Reads `text`, which is (the rest of) decoded->text from line `line` on and
 * outlives the reader.
 */
struct table_reader *table_reader_new(const struct decoded *decoded,
                                      struct str text, uint32_t line,
                                      char delimiter);
void table_reader_free(struct table_reader *reader);

/* The next record, valid until the next call; NULL at the end or at a fault. */
const struct record *table_reader_next(struct table_reader *reader);
/* NULL while there is none. */
const struct fault *table_reader_fault(const struct table_reader *reader);
/* After a fault: goes on with the line below when a quote is wrong in a cell
 * of one line; else, since nobody knows where the cell ends, false. */
bool table_reader_resume(struct table_reader *reader);

#endif
