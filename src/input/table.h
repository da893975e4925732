/*
 * table: a CSV file as an office saved it, as rows of texts with positions.
 * Hides encodings (UTF-8, BOM, Windows-1251, UTF-16 with BOM), delimiters
 * (; , tab), `sep=`, line ends, quoting, the search for the header, empty
 * trailing columns and rows.
 *
 * For model/. The only user of libcsv.
 */
#ifndef VITRINA_INPUT_TABLE_H
#define VITRINA_INPUT_TABLE_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct table;

#define TABLE_FIELD_MAX 65536
#define TABLE_COLUMNS_MAX 4096
#define TABLE_HEADER_LINES 10

struct cell {
    struct str text;    /* trimmed; NFC; valid until the next row */
    uint32_t line, col; /* where it begins: 1-based, col in characters */
};

struct row {
    const struct cell *cells;
    size_t n;           /* cells present; trailing empty ones are dropped */
    uint32_t number;    /* row in the sheet, 1-based: records, not lines */
};

/* What a cell of a header may be. */
enum table_name {
    TABLE_NO_NAME,
    TABLE_COLUMN,       /* the name of a column */
    TABLE_THING         /* what a column of a wide table may stand for: rows
                           of data hold these, too */
};
/* Used to find the header (design 3). */
typedef enum table_name table_resolves(void *payload, struct str cell);

/*
 * Opens the table in `bytes` (borrowed until table_free, like `diag`; `file`
 * lives as long as the positions made from it). Reads up to and including the
 * header: of the first ten rows with a column's name the first whose cells
 * all resolve, else the first with most that do; where its cells were merged,
 * two rows of names become one. NULL after reporting.
 */
struct table *table_open(struct str file, struct str bytes,
                         table_resolves *resolves, void *payload,
                         struct diag *diag);
void table_free(struct table *table);

/* The header; some of its cells may be empty. Lives as long as the table. */
const struct row *table_header(const struct table *table);

/*
 * Calls `each` for every non-empty row below the header, but for those that
 * are no data, which are noted: footnotes (`* ...`, `Примечание ...` as the
 * only filled cell), the numbers of the columns under the header, the header
 * repeated. A non-zero return ends the walk. Returns false when rows were left
 * out with a reported error: lines with a wrong quote, or all rows from a place
 * on. Once for a table: rows are not kept.
 */
typedef int table_row(void *payload, const struct row *row);
bool table_each(struct table *table, table_row *each, void *payload);

/* Where cell `i` (0-based) of `row` stands, which is the header or the row
 * being walked; for cells past its end the place behind it. */
struct pos table_pos(const struct table *table, const struct row *row,
                     size_t i);
/* Text of cell `i`, empty when the row is shorter. */
static inline struct str table_text(const struct row *row, size_t i)
{
    return i < row->n ? row->cells[i].text : (struct str){ 0 };
}

/* What was detected, for --verbose: "UTF-8, BOM", "Windows-1251"; ';'; the
 * (last) line of the header. */
const char *table_encoding(const struct table *table);
char table_delimiter(const struct table *table);
struct str table_delimiter_name(char delimiter);    /* «;», «TAB» */
uint32_t table_header_line(const struct table *table);

#endif
