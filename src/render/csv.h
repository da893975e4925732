/*
 * csv: one table written two ways from the same calls (R4.8): for programs
 * (UTF-8, comma, point, ISO dates, LF) and for Russian Excel (BOM, semicolon,
 * decimal comma, dd.mm.yyyy, CRLF, no text that Excel would run or convert).
 *
 * For export*.c.
 */
#ifndef VITRINA_RENDER_CSV_H
#define VITRINA_RENDER_CSV_H

#include "base/num.h"
#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct csv_writer {
    struct buf *out;
    bool excel;
    size_t cells;               /* in the row so far */
    struct str remark;          /* last cell of every row; empty: no column */
};

/* Begins a table with its header: names with a `,` between. `remark` is what
 * rows say in a last column (demonstration data); empty: no column. */
void csv_table(struct csv_writer *csv, struct buf *out, bool excel,
               const char *header, struct str remark);
void csv_text(struct csv_writer *csv, struct str text);
void csv_num(struct csv_writer *csv, struct num value);
void csv_int(struct csv_writer *csv, int64_t value);    /* -1: empty */
void csv_date(struct csv_writer *csv, date d);          /* DATE_NONE: empty */
void csv_end(struct csv_writer *csv);
/* Ends a row of a table with a column for remarks, but this row has none. */
void csv_end_bare(struct csv_writer *csv);

#endif
