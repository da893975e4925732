/*
 * cells_head: what the columns of a table of values or targets stand for: is
 * it long or wide, and in which direction (design 3).
 *
 * Private to cells.c.
 */
#ifndef VITRINA_MODEL_CELLS_HEAD_H
#define VITRINA_MODEL_CELLS_HEAD_H

#include "base/str.h"
#include "input/table.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct schema;
struct schema_reader;
struct site;
struct slot;

/* The three dimensions of a cell. */
enum dimension { BY_INDICATOR, BY_SCHOOL, BY_PERIOD, DIMENSIONS };

/* What one text stands for, in its dimension. */
struct known {
    struct str text;
    size_t index;               /* indicator or school */
    struct period period;
    bool bad;                   /* nothing; reported already */
};

/* Where texts are looked up. */
struct cells_names {
    const struct site *site;
    size_t programme;
    const struct schema *schema;
};

/* False when `text` names nothing in this dimension. */
bool cells_find(const struct cells_names *names, enum dimension dimension,
                struct str text, struct known *out);

/* A column that goes into a member of struct cells_item for the whole row. */
struct cells_field {
    size_t column, offset;
};
/* A column of a wide table. */
struct cells_across {
    size_t column;
    struct known stands_for;
};

struct cells_head {
    const struct slot **slots;  /* of each column, or NULL */
    size_t n;                   /* columns */
    size_t key[DIMENSIONS];     /* the column of each key, or NONE */
    struct cells_field *fields;
    size_t fields_n;
    struct cells_across *across;
    size_t across_n;            /* 0: the table is long */
    enum dimension dimension;   /* of `across` */
    size_t value;               /* long: the column of the value, or of what
                                   stands for it */
    size_t first_number;        /* the first column that is no key */
    bool gaps;                  /* some columns have no name */
};

/* Reads the header of `table`; false, after reporting, when its rows cannot
 * be read. */
bool cells_read_head(struct cells_head *head, struct arena *arena,
                     const struct cells_names *names,
                     const struct schema_reader *reader,
                     const struct table *table);
/* What a cell of a header may be, for table_open. */
enum table_name cells_resolves(const struct cells_names *names,
                               struct str cell);

#endif
