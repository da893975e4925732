/*
 * rows: the rows of a table by their lines. See rows.h.
 *
 * For the command `explain`.
 */
#include "model/rows.h"

#include "base/diag.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/table.h"
#include "model/blank.h"
#include "model/catalog.h"
#include "model/cells_head.h"
#include "model/names.h"

#include <string.h>

#define TABLE_BYTES_MAX ((size_t)1 << 31)

/* Columns whose cells name a school, an indicator. */
static const char *const school_columns[] = {
    "school", "schools", "parent", "successor", "partner", "responsible",
    "owner", NULL};
static const char *const indicator_columns[] = {
    "indicator", "indicators", "denominator", "part_of", "same_as", NULL};

/* What a column has to do with the subject. */
struct column {
    bool school, indicator;             /* its cells may name it */
    bool of_school, of_indicator;       /* wide: the column is its */
};

struct reading {
    struct arena *arena;
    struct cells_names names;           /* where texts are looked up */
    struct rows_subject subject;
    struct column *columns;
    size_t columns_n;
    ARR(struct rows_row) rows;
};

/* --- one text --- */

static bool is_school(const struct reading *r, struct str text)
{
    return r->subject.school != NONE && text.n > 0 &&
           catalog_school(r->names.site, text) == r->subject.school;
}

static bool is_indicator(const struct reading *r, struct str text)
{
    if (r->subject.indicator == NONE || text.n == 0)
        return false;
    return catalog_indicator(r->names.site, r->names.programme, text) ==
               r->subject.indicator ||
           catalog_indicator_path(r->names.site, text) ==
               r->subject.indicator;
}

/* The whole cell, or a piece of it, as link.c cuts it. */
static bool has_one(const struct reading *r, struct str cell,
                    bool (*is)(const struct reading *, struct str))
{
    struct str *pieces;
    size_t n = schema_pieces(r->arena, cell, &pieces);
    bool found = is(r, cell);
    for (size_t i = 0; i < n && !found; i++) {
        struct str rest = pieces[i];
        found = is(r, rest);
        while (rest.p && !found)
            found = is(r, str_trim(str_cut(&rest, ',')));
    }
    return found;
}

/* --- the header --- */

static bool is_among(const struct slot *slot, const char *const *names)
{
    while (slot && *names)
        if (strcmp(slot->name, *names++) == 0)
            return true;
    return false;
}

static bool is_id(const struct slot *slot, const struct schema *schema,
                  const struct schema *wanted)
{
    return slot && schema == wanted && strcmp(slot->name, "id") == 0;
}

static void read_header(struct reading *r, const struct row *header)
{
    const struct schema *schema = r->names.schema;
    r->columns = ARENA_ARRAY(r->arena, struct column, header->n + 1);
    r->columns_n = header->n;
    for (size_t i = 0; i < header->n; i++) {
        struct str name = header->cells[i].text;
        const struct slot *slot = schema_find(schema, name);
        r->columns[i] = (struct column){
            .school = is_among(slot, school_columns) ||
                      is_id(slot, schema, &schema_schools),
            .indicator = is_among(slot, indicator_columns) ||
                         is_id(slot, schema, &schema_indicators),
            .of_school = !slot && is_school(r, name),
            .of_indicator = !slot && is_indicator(r, name),
        };
    }
}

static bool has_cells(const struct schema *schema)
{
    return schema == &schema_values || schema == &schema_targets;
}

static enum table_name resolves(void *payload, struct str cell)
{
    const struct reading *r = payload;
    if (has_cells(r->names.schema))
        return cells_resolves(&r->names, cell);
    return schema_find(r->names.schema, cell) ? TABLE_COLUMN : TABLE_NO_NAME;
}

/* --- the rows --- */

static uint32_t last_line(struct cell cell)
{
    uint32_t line = cell.line;
    for (size_t i = 0; i < cell.text.n; i++)
        line += cell.text.p[i] == '\n';
    return line;
}

static int read_row(void *payload, const struct row *row)
{
    struct reading *r = payload;
    struct rows_row found = {.from = UINT32_MAX};
    bool school = false, indicator = false;
    for (size_t i = 0; i < row->n; i++) {
        struct cell cell = row->cells[i];
        uint32_t end = last_line(cell);
        if (cell.line < found.from)
            found.from = cell.line;
        if (end > found.to)
            found.to = end;
        if (cell.text.n == 0 || i >= r->columns_n)
            continue;
        const struct column *column = &r->columns[i];
        school = school || column->of_school ||
                 (column->school && has_one(r, cell.text, is_school));
        indicator = indicator || column->of_indicator ||
                    (column->indicator && has_one(r, cell.text, is_indicator));
    }
    found.names = (unsigned)school + (unsigned)indicator;
    *ARR_PUSH(r->arena, &r->rows) = found;
    return 0;
}

/* data/PROGRAMME/plan.csv: plan.csv; `folder` is what it lies in. */
static struct str name_in(struct str path, struct str *folder)
{
    *folder = S("");
    while (str_find_char(path, '/') >= 0)
        *folder = str_cut(&path, '/');
    return path;
}

struct rows rows_read(struct arena *arena, const struct site *site,
                      const struct source *source, struct str path,
                      struct rows_subject subject)
{
    struct str folder, name = name_in(path, &folder);
    struct reading r = {
        .arena = arena, .subject = subject,
        .names = {site, catalog_programme(site, folder), blank_schema(name)},
    };
    struct diag *quiet = diag_new();
    struct buf bytes = {0};
    if (r.names.schema &&
        source_read(source, path, TABLE_BYTES_MAX, &bytes, quiet) == 0) {
        struct table *table =
            table_open(path, buf_str(&bytes), resolves, &r, quiet);
        if (table) {
            read_header(&r, table_header(table));
            table_each(table, read_row, &r);
            table_free(table);
        }
    }
    buf_free(&bytes);
    diag_free(quiet);
    return (struct rows){r.rows.at, r.rows.n};
}
