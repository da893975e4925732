/*
 * blank: tables without rows, for people to fill in: the header in words that
 * the reader knows, room for rows, and below it a note on each column. Made
 * from the lists of columns (names.c), so they are never out of date. Bytes
 * as a Russian Excel opens them with a double click: UTF-8 with a mark,
 * semicolons, CRLF.
 *
 * For the command `new` and for release/form.c.
 */
#ifndef VITRINA_MODEL_BLANK_H
#define VITRINA_MODEL_BLANK_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct schema;
struct slot;

struct blank {
    struct str name;            /* of the file */
    bool shared;                /* lies in data/, not in a programme's folder */
    bool usual;                 /* most programmes have one */
};

#define BLANK_SCHOOLS 0         /* index of schools.csv */
size_t blank_count(void);
struct blank blank_at(size_t i);
void blank_table(struct buf *out, size_t i);
/* The columns of a table by the name of its file, which may be one of several
 * (values-2026.csv); NULL: there is no such table with columns. */
const struct schema *blank_schema(struct str name);

/* The head of a column of values.csv as the site's language writes it. */
struct str blank_value_head(const char *column, enum lang lang);

/* --- lines of such a file, for other tables to fill in --- */
void blank_begin(struct buf *out);
/* One row; the cells are quoted where they must be. */
void blank_row(struct buf *out, const struct str *cells, size_t n);
/* A line of explanation: the reader passes it over. */
void blank_note(struct buf *out, struct str text);

/* What the type of a column says of its cells, in Russian. */
void blank_type(struct buf *out, const struct slot *slot);

/* What goes into a column, in Russian; NULL when nobody has said it. With
 * column NULL: what a row of the table is. (blank_hints.c) */
const char *blank_hint(struct str table, const char *column);

#endif
