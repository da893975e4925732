/*
 * cells: long and wide tables as a stream of cells. See cells.h.
 *
 * For observe.c and target.c. Millions of rows pass here, so what a text
 * resolves to is remembered per text.
 */
#include "model/cells.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/table.h"
#include "model/catalog.h"
#include "model/names.h"

#include <stdlib.h>
#include <string.h>

#define TABLE_BYTES_MAX ((size_t)1 << 31)

/* The three dimensions of a cell and how a column of a wide table may stand
 * for one of them. */
enum dimension { BY_INDICATOR, BY_SCHOOL, BY_PERIOD, DIMENSIONS };

/* What one text stands for. */
struct known {
    size_t index;               /* indicator or school */
    struct period period;
    bool bad;                   /* reported already */
};

struct names {
    struct map *seen;           /* text -> index in `known` */
    ARR(struct known) known;
    struct str last;            /* the text of the row before */
    size_t last_index;
};

struct cells {
    const struct site *site;
    size_t programme;
    const struct schema_reader *reader;
    const struct schema *schema;
    struct arena *arena;        /* lives as long as the file */
    struct table *table;
    struct names names[DIMENSIONS];
    size_t key[DIMENSIONS];     /* column of each key, or NONE */
    const struct slot **columns;
    bool *named;                /* has the column a name at all? */
    size_t columns_n;
    size_t *offsets;            /* long: into struct cells_item, or NONE */
    size_t value;               /* the column of the value */
    /* wide: what each other column stands for */
    bool wide;
    enum dimension across;
    struct known *heads;
    cells_add *add;
    void *payload;
};

/* --- what a text stands for --- */

static bool is_total(struct str text)
{
    static const char *const words[] = {"итого", "всего", "в целом", "total"};
    struct arena *scratch = arena_new();
    struct str key = fold_key(scratch, text);
    bool total = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        total = total || str_is(key, words[i]);
    arena_free(scratch);
    return total;
}

static bool find(const struct cells *c, enum dimension d, struct str text,
                 struct known *out)
{
    switch (d) {
    case BY_PERIOD:
        return period_parse(text, &out->period);
    case BY_SCHOOL:
        out->index = catalog_school(c->site, text);
        if (out->index == NONE && str_is(text, "*") &&
            c->schema == &schema_targets)
            out->index = CELLS_EACH;
        if (out->index == NONE && is_total(text))
            return true;
        return out->index != NONE;
    default:
        out->index = catalog_indicator(c->site, c->programme, text);
        return out->index != NONE;
    }
}

static void report(const struct cells *c, enum dimension d, struct str text,
                   struct pos at)
{
    struct diag *diag = c->reader->diag;
    if (d == BY_PERIOD)
        diag_add(diag, at, MSG_CELLS_PERIOD, ARGS(text));
    else if (d == BY_SCHOOL)
        diag_add(diag, at, MSG_LINK_SCHOOL,
                 ARGS(text, catalog_near_school(c->site, text)));
    else
        diag_add(diag, at, MSG_LINK_INDICATOR,
                 ARGS(text, catalog_near_indicator(c->site, c->programme,
                                                   text)));
}

/* Resolves a key's text, remembering it; NULL when it is wrong (each wrong
 * text is reported at its first place only: once is enough to mend it). */
static const struct known *resolve(struct cells *c, enum dimension d,
                                   struct str text, struct pos at)
{
    struct names *names = &c->names[d];
    size_t i = names->last_index;
    if (!names->last.p || !str_eq(names->last, text)) {
        i = map_get(names->seen, text);
        if (i == MAP_NONE) {
            struct known known = {.index = NONE};
            struct str copy = str_copy(c->arena, text);
            known.bad = !find(c, d, text, &known);
            if (known.bad)
                report(c, d, text, at);
            i = names->known.n;
            *ARR_PUSH(c->arena, &names->known) = known;
            map_add(names->seen, copy, i);
            names->last = copy;
        } else {
            names->last = (struct str){0};
        }
        names->last_index = i;
    }
    return names->known.at[i].bad ? NULL : &names->known.at[i];
}

/* --- the header --- */

static bool resolves(void *payload, struct str cell)
{
    struct cells *c = payload;
    struct known known;
    if (schema_find(c->schema, cell))
        return true;
    for (int d = 0; d < DIMENSIONS; d++)
        if (find(c, (enum dimension)d, cell, &known))
            return true;
    return false;
}

static bool is_slot(const struct slot *slot, const char *name)
{
    return slot && strcmp(slot->name, name) == 0;
}

/* Where the texts of a long table's columns go. */
static const struct {
    const char *name;
    size_t offset;
    bool makes_long;            /* a column that only long tables have */
} fields[] = {
    {"value", offsetof(struct cells_item, value), true},
    {"target", offsetof(struct cells_item, value), true},
    {"numerator", offsetof(struct cells_item, numerator), true},
    {"n", offsetof(struct cells_item, n), false},
    {"status", offsetof(struct cells_item, status), true},
    {"flag", offsetof(struct cells_item, flag), false},
    {"note", offsetof(struct cells_item, note), false},
    {"reason", offsetof(struct cells_item, reason), false},
    {"basis", offsetof(struct cells_item, basis), false},
    {"unit", offsetof(struct cells_item, unit), false},
};

static void read_column(struct cells *c, size_t i)
{
    static const char *const keys[] = {"indicator", "school", "period"};
    c->offsets[i] = NONE;
    for (int d = 0; d < DIMENSIONS; d++)
        if (is_slot(c->columns[i], keys[d]))
            c->key[d] = i;
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
        if (is_slot(c->columns[i], fields[f].name)) {
            c->offsets[i] = fields[f].offset;
            c->wide = c->wide && !fields[f].makes_long;
            if (fields[f].offset == offsetof(struct cells_item, value))
                c->value = i;
        }
}

static void read_columns(struct cells *c, const struct row *header)
{
    c->columns_n = header->n;
    c->columns = ARENA_ARRAY(c->arena, const struct slot *, header->n + 1);
    c->offsets = ARENA_ARRAY(c->arena, size_t, header->n + 1);
    c->named = ARENA_ARRAY(c->arena, bool, header->n + 1);
    c->wide = true;
    for (int d = 0; d < DIMENSIONS; d++)
        c->key[d] = NONE;
    for (size_t i = 0; i < header->n; i++) {
        c->columns[i] = schema_find(c->schema, header->cells[i].text);
        c->named[i] = header->cells[i].text.n > 0;
        read_column(c, i);
        for (size_t j = 0; c->columns[i] && j < i; j++)
            if (c->columns[j] == c->columns[i])
                diag_add(c->reader->diag, table_pos(c->table, header, i),
                         MSG_CATALOG_COLUMN_TWICE,
                         ARGS(header->cells[i].text));
    }
}

/* The dimension that all other header cells stand for: period first, then
 * school, then indicator; DIMENSIONS when they do not agree. */
static enum dimension find_across(struct cells *c, const struct row *header)
{
    static const enum dimension order[] = {BY_PERIOD, BY_SCHOOL,
                                           BY_INDICATOR};
    struct known known;
    for (size_t o = 0; o < DIMENSIONS; o++) {
        bool all = c->key[order[o]] == NONE;
        bool any = false;
        for (size_t i = 0; all && i < header->n; i++)
            if (!c->columns[i] && header->cells[i].text.n) {
                all = find(c, order[o], header->cells[i].text, &known);
                any = true;
            }
        if (all && any)
            return order[o];
    }
    return DIMENSIONS;
}

/* The first header cell that does not fit what the cells before it are. */
static void report_mixture(struct cells *c, const struct row *header)
{
    struct known known;
    for (size_t i = 0; i < header->n; i++) {
        struct str text = header->cells[i].text;
        bool good = c->columns[i] || text.n == 0;
        for (int d = 0; !good && d < DIMENSIONS; d++)
            good = c->key[d] == NONE && find(c, (enum dimension)d, text,
                                             &known);
        if (!good) {
            diag_add(c->reader->diag, table_pos(c->table, header, i),
                     MSG_CATALOG_COLUMN,
                     ARGS(text, schema_nearest(c->schema, text)));
            return;
        }
    }
    diag_add(c->reader->diag, table_pos(c->table, header, 0),
             MSG_CELLS_MIXTURE, NULL);
}

static bool read_header_wide(struct cells *c, const struct row *header)
{
    c->across = find_across(c, header);
    if (c->across == DIMENSIONS) {
        report_mixture(c, header);
        return false;
    }
    c->heads = ARENA_ARRAY(c->arena, struct known, header->n + 1);
    for (size_t i = 0; i < header->n; i++) {
        c->heads[i].index = NONE;
        if (!c->columns[i] && header->cells[i].text.n)
            find(c, c->across, header->cells[i].text, &c->heads[i]);
    }
    return true;
}

static bool need_key(struct cells *c, const struct row *header,
                     enum dimension d, const char *name)
{
    if (c->key[d] != NONE || (c->wide && c->across == d))
        return true;
    diag_add(c->reader->diag, table_pos(c->table, header, 0),
             MSG_CATALOG_COLUMN_MISSING, ARGS(str_of(name)));
    return false;
}

static bool read_header(struct cells *c)
{
    const struct row *header = table_header(c->table);
    bool good = true;
    read_columns(c, header);
    if (c->wide && !read_header_wide(c, header))
        return false;
    for (size_t i = 0; !c->wide && i < header->n; i++)
        if (!c->columns[i] && header->cells[i].text.n) {
            diag_add(c->reader->diag, table_pos(c->table, header, i),
                     MSG_CATALOG_COLUMN,
                     ARGS(header->cells[i].text,
                          schema_nearest(c->schema, header->cells[i].text)));
            good = false;
        }
    good = need_key(c, header, BY_INDICATOR, "indicator") && good;
    return need_key(c, header, BY_PERIOD, "period") && good;
}

/* --- rows --- */

/* Resolves the keys of a row; false when one is wrong. */
static bool read_keys(struct cells *c, const struct row *row,
                      struct cells_item *item)
{
    item->school = SIZE_MAX;
    for (int d = 0; d < DIMENSIONS; d++) {
        if (c->key[d] == NONE)
            continue;
        struct str text = table_text(row, c->key[d]);
        struct pos at = table_pos(c->table, row, c->key[d]);
        if (text.n == 0 && d == BY_SCHOOL)
            continue;
        if (text.n == 0) {
            diag_add(c->reader->diag, at, MSG_CATALOG_EMPTY,
                     ARGS(str_of(d == BY_PERIOD ? "period" : "indicator")));
            return false;
        }
        const struct known *known = resolve(c, (enum dimension)d, text, at);
        if (!known)
            return false;
        if (d == BY_PERIOD)
            item->period = known->period;
        else if (d == BY_SCHOOL)
            item->school = known->index;
        else
            item->indicator = known->index;
    }
    return true;
}

/* Of a cell with others before it: its address in the sheet. A count of
 * characters would tell how long those numbers are, and they may be hidden. */
static struct pos place_of(const struct cells *c, const struct row *row,
                           size_t i)
{
    struct pos at = table_pos(c->table, row, i);
    at.col = 0;
    return at;
}

struct pos cells_pos(const struct cells_item *item, const struct str *text)
{
    const struct cells *c = item->table;
    size_t offset = (size_t)((const char *)text - (const char *)item);
    for (size_t i = 0; i < c->columns_n; i++)
        if (c->offsets[i] == offset && i != c->value)
            return place_of(c, item->row, i);
    return item->at;
}

/* The columns that are no keys; of a wide table they are for all its cells. */
static void read_fields(const struct cells *c, const struct row *row,
                        struct cells_item *item)
{
    for (size_t i = 0; i < c->columns_n; i++) {
        struct str text = table_text(row, i);
        if (text.n && c->offsets[i] != NONE)
            *(struct str *)(void *)((char *)item + c->offsets[i]) = text;
    }
}

static void read_long(struct cells *c, const struct row *row,
                      struct cells_item *item)
{
    item->at = table_pos(c->table, row, c->value);
    c->add(c->payload, item);
}

static void read_wide(struct cells *c, const struct row *row,
                      struct cells_item *item)
{
    for (size_t i = 0; i < c->columns_n; i++) {
        struct str text = table_text(row, i);
        if (c->columns[i] || text.n == 0 || !c->named[i])
            continue;
        if (c->across == BY_PERIOD)
            item->period = c->heads[i].period;
        else if (c->across == BY_SCHOOL)
            item->school = c->heads[i].index;
        else
            item->indicator = c->heads[i].index;
        item->value = text;
        item->at = place_of(c, row, i);
        c->add(c->payload, item);
    }
}

/* What stands under no name. It is not printed: it may be anybody's number. */
static void report_stray(const struct cells *c, const struct row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->cells[i].text.n && (i >= c->columns_n || !c->named[i]))
            diag_add(c->reader->diag, place_of(c, row, i),
                     MSG_CATALOG_STRAY, ARGS(S("")));
}

static int read_row(void *payload, const struct row *row)
{
    struct cells *c = payload;
    struct cells_item item = {.indicator = NONE, .school = SIZE_MAX,
                              .table = c, .row = row};
    report_stray(c, row);
    if (!read_keys(c, row, &item))
        return 0;
    read_fields(c, row, &item);
    if (c->wide)
        read_wide(c, row, &item);
    else
        read_long(c, row, &item);
    return 0;
}

void cells_read(const struct site *site, size_t programme,
                const struct schema_reader *reader,
                const struct schema *schema, struct str path,
                cells_add *add, void *payload)
{
    struct buf bytes = {0};
    struct cells c = {.site = site, .programme = programme, .reader = reader,
                      .schema = schema, .add = add, .payload = payload};
    if (!source_find(reader->source, path))
        return;
    c.arena = arena_new();
    for (int d = 0; d < DIMENSIONS; d++)
        c.names[d].seen = map_new(c.arena);
    if (source_read(reader->source, path, TABLE_BYTES_MAX, &bytes,
                    reader->diag) == 0)
        c.table = table_open(path, buf_str(&bytes), resolves, &c,
                             reader->diag);
    if (c.table && read_header(&c))
        table_each(c.table, read_row, &c);
    table_free(c.table);
    arena_free(c.arena);
    buf_free(&bytes);
}
