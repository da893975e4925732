/*
 * cells: long and wide tables as a stream of cells. See cells.h; what the
 * columns mean is in cells_head.c.
 *
 * For observe.c and target.c. Millions of rows pass here, so what a text
 * resolves to is remembered per text.
 */
#include "model/cells.h"

#include "base/map.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/table.h"
#include "model/catalog.h"
#include "model/cells_head.h"
#include "model/names.h"

#define TABLE_BYTES_MAX ((size_t)1 << 31)

/* The texts of one dimension's keys, in the order in which they came. */
struct names {
    struct map *seen;           /* text -> index in `known` */
    ARR(struct known) known;
    size_t last;                /* of the row before */
};

struct cells {
    struct cells_names where;
    const struct schema_reader *reader;
    struct arena *arena;        /* lives as long as the file */
    struct table *table;
    struct cells_head head;
    struct names names[DIMENSIONS];
    struct cells_item item;     /* of the row being read */
    cells_add *add;
    void *payload;
};

/* --- keys --- */

static void report(const struct cells *c, enum dimension d, struct str text,
                   struct pos at)
{
    const struct site *site = c->where.site;
    struct diag *diag = c->reader->diag;
    enum msg spoilt = schema_spoilt(text, false);
    if (spoilt != MSG_COUNT)
        diag_add(diag, at, spoilt, ARGS(text));
    else if (d == BY_PERIOD)
        diag_add(diag, at, MSG_CELLS_PERIOD, ARGS(text));
    else if (d == BY_SCHOOL)
        diag_add(diag, at, MSG_LINK_SCHOOL,
                 ARGS(text, catalog_near_school(site, text)));
    else
        diag_add(diag, at, MSG_LINK_INDICATOR,
                 ARGS(text, catalog_near_indicator(site, c->where.programme,
                                                   text)));
}

/* A text that was not seen before. */
static size_t learn(struct cells *c, enum dimension d, struct str text,
                    struct pos at)
{
    struct names *names = &c->names[d];
    struct known known = {.text = str_copy(c->arena, text), .index = NONE};
    known.bad = !cells_find(&c->where, d, text, &known);
    if (known.bad)
        report(c, d, text, at);
    *ARR_PUSH(c->arena, &names->known) = known;
    map_add(names->seen, known.text, names->known.n - 1);
    return names->known.n - 1;
}

/* Neighbours (2021 and 2022, s00017 and s00018) differ in the last letter. */
static inline bool is_same(struct str a, struct str b)
{
    return a.n == b.n && a.p[a.n - 1] == b.p[a.n - 1] && str_eq(a, b);
}

/* Resolves a key's text, which is not empty; each wrong text is reported at
 * its first place only: once is enough to mend it. Rows mostly repeat the text
 * of the row before or go on to the one that followed it the last time. */
static const struct known *resolve(struct cells *c, enum dimension d,
                                   const struct row *row, struct str text)
{
    struct names *names = &c->names[d];
    const struct known *known = names->known.at;
    size_t n = names->known.n, i = names->last;
    if (i < n && is_same(known[i].text, text))
        return &known[i];
    i = i + 1 < n ? i + 1 : 0;
    if (i >= n || !is_same(known[i].text, text)) {
        i = map_get(names->seen, text);
        if (i == MAP_NONE)
            i = learn(c, d, text,
                      table_pos(c->table, row, c->head.key[d]));
    }
    names->last = i;
    return &names->known.at[i];
}

static void report_empty(const struct cells *c, const struct row *row,
                         enum dimension d)
{
    diag_add(c->reader->diag, table_pos(c->table, row, c->head.key[d]),
             MSG_CATALOG_EMPTY,
             ARGS(table_text(table_header(c->table), c->head.key[d])));
}

/* Resolves the keys of a row; false when it has no indicator. */
static bool read_keys(struct cells *c, const struct row *row)
{
    struct cells_item *item = &c->item;
    item->unplaced = false;
    item->school = SIZE_MAX;
    item->indicator = NONE;
    for (int d = 0; d < DIMENSIONS; d++) {
        size_t column = c->head.key[d];
        if (column == NONE)
            continue;
        struct str text = table_text(row, column);
        if (text.n == 0 && d == BY_SCHOOL)
            continue;
        if (text.n == 0) {
            report_empty(c, row, (enum dimension)d);
            item->unplaced = true;
            continue;
        }
        const struct known *known = resolve(c, (enum dimension)d, row, text);
        item->unplaced = item->unplaced || known->bad;
        if (d == BY_PERIOD)
            item->period = known->period;
        else if (d == BY_SCHOOL)
            item->school = known->index;
        else
            item->indicator = known->index;
    }
    return item->indicator != NONE || c->head.key[BY_INDICATOR] == NONE;
}

/* --- rows --- */

/* What stands under no name. It is not printed: it may be anybody's number,
 * and its place in the line would tell how long the numbers before it are. */
static void report_stray(const struct cells *c, const struct row *row)
{
    const struct row *header = table_header(c->table);
    for (size_t i = 0; i < row->n; i++) {
        struct pos at = table_pos(c->table, row, i);
        at.col = 0;
        if (row->cells[i].text.n && table_text(header, i).n == 0)
            diag_add(c->reader->diag, at, MSG_CATALOG_STRAY, ARGS(S("")));
    }
}

static void read_fields(struct cells *c, const struct row *row)
{
    for (size_t i = 0; i < c->head.fields_n; i++) {
        struct cells_field field = c->head.fields[i];
        *(struct str *)(void *)((char *)&c->item + field.offset) =
            table_text(row, field.column);
    }
}

static void give(struct cells *c, const struct row *row, size_t column)
{
    c->item.column = column;
    c->item.line = column < row->n
                       ? row->cells[column].line
                       : table_pos(c->table, row, column).line;
    c->add(c->payload, &c->item);
}

static void read_wide(struct cells *c, const struct row *row)
{
    struct cells_item *item = &c->item;
    for (size_t i = 0; i < c->head.across_n; i++) {
        const struct cells_across *across = &c->head.across[i];
        item->value = table_text(row, across->column);
        if (item->value.n == 0)
            continue;
        if (c->head.dimension == BY_PERIOD)
            item->period = across->stands_for.period;
        else if (c->head.dimension == BY_SCHOOL)
            item->school = across->stands_for.index;
        else
            item->indicator = across->stands_for.index;
        give(c, row, across->column);
    }
}

static int read_row(void *payload, const struct row *row)
{
    struct cells *c = payload;
    if (c->head.gaps || row->n > c->head.n)
        report_stray(c, row);
    if (!read_keys(c, row))
        return 0;
    c->item.row = row;
    read_fields(c, row);
    if (c->head.across_n)
        read_wide(c, row);
    else
        give(c, row, c->head.value);
    return 0;
}

struct pos cells_pos(const struct cells_item *item, const struct str *text)
{
    const struct cells *c = item->from;
    size_t offset = (size_t)((const char *)text - (const char *)item);
    size_t column = item->column;
    for (size_t i = 0; i < c->head.fields_n; i++)
        if (c->head.fields[i].offset == offset)
            column = c->head.fields[i].column;
    struct pos at = table_pos(c->table, item->row, column);
    /* The characters before it would tell how long the numbers there are,
     * and these may be hidden. */
    if (column > c->head.first_number)
        at.col = 0;
    return at;
}

/* --- tables --- */

static enum table_name resolves(void *payload, struct str cell)
{
    return cells_resolves(payload, cell);
}

void cells_read(const struct site *site, size_t programme,
                const struct schema_reader *reader,
                const struct schema *schema, struct str path,
                cells_add *add, void *payload)
{
    struct buf bytes = {0};
    struct cells c = {.where = {site, programme, schema}, .reader = reader,
                      .add = add, .payload = payload};
    if (!source_find(reader->source, path))
        return;
    c.arena = arena_new();
    c.item.from = &c;
    for (int d = 0; d < DIMENSIONS; d++)
        c.names[d].seen = map_new(c.arena);
    if (source_read(reader->source, path, TABLE_BYTES_MAX, &bytes,
                    reader->diag) == 0)
        c.table = table_open(path, buf_str(&bytes), resolves, &c.where,
                             reader->diag);
    if (c.table)
        schema_detected(reader, c.table);
    if (c.table &&
        cells_read_head(&c.head, c.arena, &c.where, reader, c.table))
        table_each(c.table, read_row, &c);
    table_free(c.table);
    arena_free(c.arena);
    buf_free(&bytes);
}
