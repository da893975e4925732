/*
 * passport: a passport pasted from the document as a table of two columns,
 * caption and text, turned into the same map that a front matter is. Columns
 * may have a header of their own («Наименование», «Содержание») or none.
 *
 * For catalog_texts.c.
 */
#include "base/fold.h"
#include "input/source.h"
#include "input/table.h"
#include "input/yml.h"
#include "model/catalog_read.h"

#define PASSPORT_BYTES_MAX ((size_t)1 << 20)

struct reading {
    const struct schema_reader *reader;
    struct table *table;
    struct yml *first, *last;
};

/* The first line is a row like the others: any cell is a caption. */
static enum table_name resolves(void *payload, struct str cell)
{
    (void)payload;
    return cell.n > 0 ? TABLE_COLUMN : TABLE_NO_NAME;
}

static bool is_header(struct str caption)
{
    return str_is(caption, "caption") || str_is(caption, "поле") ||
           str_is(caption, "Поле");
}

/* A row whose first filled cell is its caption (some documents begin every
 * row with an empty cell), the next its text. */
static int add(void *payload, const struct row *row)
{
    struct reading *r = payload;
    struct arena *arena = r->reader->arena;
    size_t from = row->n > 2 && row->cells[0].text.n == 0 ? 1 : 0;
    struct str caption = table_text(row, from);
    struct str text = str_copy(arena, table_text(row, from + 1));
    if (caption.n == 0 && r->last) {
        const struct str parts[] = {r->last->text, text};
        r->last->text = str_join(arena, parts, 2, S("\n"));
        diag_add(r->reader->diag, table_pos(r->table, row, from + 1),
                 MSG_CATALOG_GLUED, ARGS(r->last->key));
        return 0;
    }
    if (caption.n == 0 || is_header(caption))
        return 0;
    struct yml *item = ARENA_NEW(arena, struct yml);
    *item = (struct yml){.kind = YML_TEXT,
                         .at = table_pos(r->table, row, from + 1),
                         .key_at = table_pos(r->table, row, from),
                         .key = str_copy(arena, caption),
                         .text = text};
    if (r->last)
        r->last->next = item;
    else
        r->first = item;
    r->last = item;
    return 0;
}

const struct yml *catalog_passport(const struct schema_reader *reader,
                                   struct str programme)
{
    struct str path = str_format(reader->arena, "data/%.*s/passport.csv",
                                 STR_FMT(programme));
    struct reading r = {.reader = reader};
    struct buf bytes = {0};
    if (!source_find(reader->source, path))
        return NULL;
    if (source_read(reader->source, path, PASSPORT_BYTES_MAX, &bytes,
                    reader->diag) == 0)
        r.table = table_open(path, buf_str(&bytes), resolves, NULL,
                             reader->diag);
    if (r.table) {
        schema_detected(reader, r.table);
        add(&r, table_header(r.table));
        table_each(r.table, add, &r);
    }
    table_free(r.table);
    buf_free(&bytes);
    struct yml *map = ARENA_NEW(reader->arena, struct yml);
    *map = (struct yml){.kind = YML_MAP, .at = {.file = path, .line = 1},
                        .child = r.first};
    return map;
}
