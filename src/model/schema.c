/*
 * schema: rows and maps into records by lists of slots. See schema.h.
 *
 * For model/ only.
 */
#include "model/schema.h"

#include "base/fold.h"
#include "base/mem.h"
#include "base/num.h"
#include "input/source.h"
#include "input/table.h"
#include "input/yml.h"
#include "model/catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TABLE_BYTES_MAX ((size_t)1 << 30)

/* --- names --- */

/* Is `text` the name or one of the synonyms? `key` (may be empty) is its
 * folded form, tried against the folded names. */
static bool named(const char *name, const char *synonyms, struct str text,
                  struct str key, struct arena *scratch)
{
    struct str rest = str_of(synonyms), candidate = str_of(name);
    for (;;) {
        if (str_eq(candidate, text))
            return true;
        if (key.n && str_eq(fold_key(scratch, candidate), key))
            return true;
        if (!rest.p)
            return false;
        candidate = str_cut(&rest, '|');
    }
}

/* The spelling of the list first: it is the common case and costs nothing. */
const struct slot *schema_find(const struct schema *schema, struct str name)
{
    const struct slot *found = NULL;
    name = str_trim(name);
    if (name.n == 0)
        return NULL;
    for (size_t i = 0; i < schema->n; i++)
        if (named(schema->slots[i].name, schema->slots[i].synonyms, name,
                  S(""), NULL))
            return &schema->slots[i];
    struct arena *scratch = arena_new();
    struct str key = fold_key(scratch, name);
    for (size_t i = 0; !found && key.n && i < schema->n; i++)
        if (named(schema->slots[i].name, schema->slots[i].synonyms, name,
                  key, scratch))
            found = &schema->slots[i];
    arena_free(scratch);
    return found;
}

struct str schema_nearest(const struct schema *schema, struct str name)
{
    size_t best_cost = SIZE_MAX;
    struct str best = S("");
    size_t limit = utf8_length(name) / 2;
    for (size_t i = 0; i < schema->n; i++) {
        struct str rest = str_of(schema->slots[i].synonyms);
        struct str candidate = str_of(schema->slots[i].name);
        for (;;) {
            size_t cost = fold_distance(name, candidate, limit);
            if (cost < best_cost && cost <= limit) {
                best_cost = cost;
                best = candidate;
            }
            if (!rest.p)
                break;
            candidate = str_cut(&rest, '|');
        }
    }
    return best;
}

bool schema_word(const struct word *words, struct str text, int *value)
{
    bool found = false;
    text = str_trim(text);
    for (const struct word *w = words; w->name; w++)
        if (named(w->name, w->synonyms, text, S(""), NULL)) {
            *value = w->value;
            return true;
        }
    struct arena *scratch = arena_new();
    struct str key = fold_key(scratch, text);
    for (const struct word *w = words; !found && key.n && w->name; w++)
        if (named(w->name, w->synonyms, text, key, scratch)) {
            *value = w->value;
            found = true;
        }
    arena_free(scratch);
    return found;
}

/* A name with its first synonym, for messages: `period (период)`. */
static void say_name(struct buf *out, const char *name, const char *synonyms)
{
    struct str rest = str_of(synonyms);
    buf_addz(out, name);
    if (rest.n) {
        buf_addz(out, " (");
        buf_add(out, str_cut(&rest, '|'));
        buf_addz(out, ")");
    }
}

struct str schema_said(struct arena *arena, const struct slot *slot)
{
    struct buf out = {0};
    say_name(&out, slot->name, slot->synonyms);
    struct str said = buf_take(&out, arena);
    buf_free(&out);
    return said;
}

/* All words of a closed list, for messages. */
static struct str word_list(struct arena *arena, const struct word *words)
{
    struct buf out = {0};
    for (; words->name; words++) {
        if (out.n)
            buf_addz(&out, ", ");
        say_name(&out, words->name, words->synonyms);
    }
    struct str list = buf_take(&out, arena);
    buf_free(&out);
    return list;
}

/* --- values --- */

size_t schema_pieces(struct arena *arena, struct str text, struct str **out)
{
    ARR(struct str) pieces = {0};
    struct str lines = text;
    while (lines.p) {
        struct str line = str_cut(&lines, '\n');
        while (line.p) {
            struct str piece = str_trim(str_cut(&line, '|'));
            if (piece.n)
                *ARR_PUSH(arena, &pieces) = str_copy(arena, piece);
        }
    }
    *out = pieces.at;
    return pieces.n;
}

static void set_texts(struct arena *arena, struct strs *list, struct str text)
{
    list->n = schema_pieces(arena, text, &list->at);
}

static void set_refs(struct arena *arena, struct refs *list, struct str text,
                     struct pos at)
{
    struct str *pieces;
    list->n = schema_pieces(arena, text, &pieces);
    list->at = ARENA_ARRAY(arena, struct ref, list->n + 1);
    for (size_t i = 0; i < list->n; i++)
        list->at[i] = (struct ref){.text = pieces[i], .at = at,
                                   .index = NONE};
}

/* true, yes, да and their opposites. */
static const struct word bool_words[] = {
    {"true", "yes|да|истина|1", 1},
    {"false", "no|нет|ложь|0", 0},
    {NULL, NULL, 0},
};

static bool set_int(struct str text, int64_t *out)
{
    struct num num;
    if (num_parse(text, &num, NULL) != NUM_OK)
        return false;
    num = num_trim(num);
    *out = num.v;
    return num.scale == 0;
}

/* One word, or several with `,` or `|` between; false when one is wrong. */
static bool set_words(const struct word *words, struct str text,
                      unsigned *bits)
{
    int value = 0;
    if (schema_word(words, text, &value)) {
        *bits |= 1u << value;
        return true;
    }
    char between = str_find_char(text, '|') >= 0 ? '|' : ',';
    struct str rest = text;
    if (str_find_char(text, between) < 0)
        return false;
    while (rest.p) {
        struct str piece = str_trim(str_cut(&rest, between));
        if (!schema_word(words, piece, &value))
            return false;
        *bits |= 1u << value;
    }
    return true;
}

/* Writes a value that needs reading; false when it cannot be. */
static bool set_parsed(const struct slot *slot, char *field, void *record,
                       struct str text)
{
    int value = 0;
    if (slot->offset2)
        *(bool *)((char *)record + slot->offset2) = true;
    switch (slot->type) {
    case SLOT_INT:
        return set_int(text, (int64_t *)(void *)field);
    case SLOT_NUM:
        return num_parse(text, (struct num *)(void *)field, NULL) == NUM_OK;
    case SLOT_DATE:
        return date_parse(text, (date *)(void *)field);
    case SLOT_PERIOD:
        return period_parse(text, (struct period *)(void *)field);
    case SLOT_SPAN:
        return period_parse_span(text, (struct period *)(void *)field);
    case SLOT_BOOL:
        if (!schema_word(bool_words, text, &value))
            return false;
        *(bool *)field = value != 0;
        return true;
    case SLOT_WORD:
        return schema_word(slot->words, text, (int *)(void *)field);
    case SLOT_WORDS:
        return set_words(slot->words, text, (unsigned *)(void *)field);
    default:
        return true;
    }
}

/* The message that says what a slot of this type expects. */
static enum msg expected(enum slot_type type)
{
    switch (type) {
    case SLOT_INT:
        return MSG_CATALOG_INT;
    case SLOT_NUM:
        return MSG_CATALOG_NUM;
    case SLOT_DATE:
        return MSG_CATALOG_DATE;
    case SLOT_BOOL:
        return MSG_CATALOG_BOOL;
    case SLOT_SPAN:
        return MSG_CATALOG_SPAN;
    case SLOT_PERIOD:
        return MSG_CELLS_PERIOD;
    default:
        return MSG_CATALOG_WORD;
    }
}

enum msg schema_spoilt(struct str text, bool number)
{
    static const enum msg ids[] = {
        [NUM_INTACT] = MSG_COUNT,
        [NUM_DATED] = MSG_SPOILT_DATE,
        [NUM_NARROW] = MSG_SPOILT_NARROW,
        [NUM_FAILED] = MSG_SPOILT_FAILED,
        [NUM_ROUNDED] = MSG_SPOILT_ROUNDED};
    enum num_damage damage = num_damage(text);
    struct num num;
    if (damage == NUM_INTACT && number &&
        num_parse(text, &num, NULL) == NUM_SPOILT)
        damage = NUM_DATED;
    return ids[damage];
}

/* Has Excel spoilt the cell? Then that is reported. Front matters have no
 * cells. */
static bool report_spoilt(const struct schema_reader *reader,
                          const struct slot *slot, struct str text,
                          struct pos at)
{
    bool number = slot->type == SLOT_NUM || slot->type == SLOT_INT;
    enum msg id = at.cell ? schema_spoilt(text, number) : MSG_COUNT;
    if (id == MSG_COUNT)
        return false;
    diag_add(reader->diag, at, id, ARGS(text));
    return true;
}

/* `name` is what the column or key is called where the text stands. */
static void put_value(const struct schema_reader *reader,
                      const struct slot *slot, struct str name, void *record,
                      struct str text, struct pos at)
{
    struct arena *arena = reader->arena;
    char *field = (char *)record + slot->offset;
    text = str_trim(text);
    if (text.n == 0 || report_spoilt(reader, slot, text, at))
        return;
    switch (slot->type) {
    case SLOT_TEXT:
        *(struct str *)(void *)field = str_copy(arena, text);
        if (slot->offset2)
            memcpy((char *)record + slot->offset2, &at, sizeof at);
        return;
    case SLOT_ID:
        *(struct str *)(void *)field = str_copy(arena, text);
        if (!fold_is_id(text))
            diag_add(reader->diag, at, MSG_CATALOG_ID,
                     ARGS(text, fold_slug(arena, text)));
        return;
    case SLOT_TEXTS:
        set_texts(arena, (struct strs *)(void *)field, text);
        return;
    case SLOT_REF:
        *(struct ref *)(void *)field =
            (struct ref){
            .text = str_copy(arena, text), .at = at, .index = NONE};
        return;
    case SLOT_REFS:
        set_refs(arena, (struct refs *)(void *)field, text, at);
        return;
    default:
        if (!set_parsed(slot, field, record, text))
            diag_add(reader->diag, at, expected(slot->type),
                     ARGS(text, name,
                          slot->words ? word_list(arena, slot->words)
                                      : S("")));
    }
}

void schema_value(const struct schema_reader *reader, const struct slot *slot,
                  void *record, struct str text, struct pos at)
{
    put_value(reader, slot, str_of(slot->name), record, text, at);
}

static void init_refs(const struct schema *schema, void *record)
{
    if (schema->initial)
        memcpy(record, schema->initial, schema->size);
    else
        memset(record, 0, schema->size);
    for (size_t i = 0; i < schema->n; i++) {
        char *field = (char *)record + schema->slots[i].offset;
        if (schema->slots[i].type == SLOT_REF)
            ((struct ref *)(void *)field)->index = NONE;
        if (schema->slots[i].type == SLOT_DATE)
            *(date *)(void *)field = DATE_NONE;
    }
}

/* --- tables --- */

struct reading {
    const struct schema_reader *reader;
    const struct schema *schema;
    struct table *table;
    const struct slot **columns;    /* of each header cell, or NULL */
    size_t columns_n;
    /* the row being read; of a glued table it waits for what goes on with it,
     * and its texts are copies */
    struct str *texts;
    struct pos *places;
    bool waiting;
    void *record;
    schema_add *add;
    void *payload;
};

void schema_detected(const struct schema_reader *reader,
                     const struct table *table)
{
    uint32_t line = table_header_line(table);
    char number[16];
    struct pos at = table_pos(table, table_header(table), 0);
    if (!diag_wants_details(reader->diag))
        return;
    snprintf(number, sizeof number, "%lu", (unsigned long)line);
    diag_add(reader->diag, (struct pos){.file = at.file, .line = line},
             MSG_TABLE_DETECTED,
             ARGS(str_of(table_encoding(table)),
                  table_delimiter_name(table_delimiter(table)),
                  str_of(number)));
}

static enum table_name resolves(void *payload, struct str cell)
{
    return schema_find(payload, cell) ? TABLE_COLUMN : TABLE_NO_NAME;
}

/* Finds the slot of each column; reports unknown and missing ones. */
static bool read_header(struct reading *r)
{
    const struct row *header = table_header(r->table);
    struct diag *diag = r->reader->diag;
    bool usable = true;
    r->columns_n = header->n;
    r->columns = ARENA_ARRAY(r->reader->arena, const struct slot *,
                             header->n + 1);
    r->texts = ARENA_ARRAY(r->reader->arena, struct str, header->n + 1);
    r->places = ARENA_ARRAY(r->reader->arena, struct pos, header->n + 1);
    for (size_t i = 0; i < header->n; i++) {
        struct str name = header->cells[i].text;
        r->columns[i] = schema_find(r->schema, name);
        if (name.n && !r->columns[i])
            diag_add(diag, table_pos(r->table, header, i),
                     MSG_CATALOG_COLUMN,
                     ARGS(name, schema_nearest(r->schema, name)));
        for (size_t j = 0; r->columns[i] && j < i; j++)
            if (r->columns[j] == r->columns[i])
                diag_add(diag, table_pos(r->table, header, i),
                         MSG_CATALOG_COLUMN_TWICE, ARGS(name));
    }
    for (size_t s = 0; s < r->schema->n; s++) {
        bool found = !r->schema->slots[s].required;
        for (size_t i = 0; !found && i < header->n; i++)
            found = r->columns[i] == &r->schema->slots[s];
        if (!found)
            diag_add(diag, table_pos(r->table, header, 0),
                     MSG_CATALOG_COLUMN_MISSING,
                     ARGS(schema_said(r->reader->arena,
                                      &r->schema->slots[s])));
        usable = usable && found;
    }
    return usable;
}

/* What stands under no name, or right of all names. */
static void report_stray(const struct reading *r, const struct row *row)
{
    const struct row *header = table_header(r->table);
    for (size_t i = 0; i < row->n; i++)
        if (str_trim(row->cells[i].text).n &&
            (i >= header->n || header->cells[i].text.n == 0))
            diag_add(r->reader->diag, table_pos(r->table, row, i),
                     MSG_CATALOG_STRAY, ARGS(row->cells[i].text));
}

/* The row that was read becomes a record. */
static void finish_row(struct reading *r)
{
    const struct row *header = table_header(r->table);
    bool complete = true;
    init_refs(r->schema, r->record);
    memcpy((char *)r->record + r->schema->at_offset, &r->places[0],
           sizeof r->places[0]);
    for (size_t i = 0; i < r->columns_n; i++) {
        const struct slot *slot = r->columns[i];
        struct str name = table_text(header, i);
        if (!slot)
            continue;
        if (slot->required && r->texts[i].n == 0) {
            complete = false;
            diag_add(r->reader->diag, r->places[i], MSG_CATALOG_EMPTY,
                     ARGS(name));
            continue;
        }
        put_value(r->reader, slot, name, r->record, r->texts[i],
                  r->places[i]);
    }
    r->waiting = false;
    if (complete)
        r->add(r->payload, r->record);
}

/* Are all required cells empty, below a row that has them? */
static bool goes_on(const struct reading *r, const struct row *row)
{
    for (size_t i = 0; i < r->columns_n; i++)
        if (r->columns[i] && r->columns[i]->required &&
            table_text(row, i).n)
            return false;
    return r->waiting;
}

/* A row that a page's end has torn off: lists get more pieces, texts go on.
 */
static void glue_row(struct reading *r, const struct row *row)
{
    struct arena *arena = r->reader->arena;
    struct str name = S("");
    for (size_t i = 0; i < r->columns_n; i++) {
        const struct slot *slot = r->columns[i];
        struct str text = table_text(row, i);
        if (!slot)
            continue;
        if (slot->required)
            name = r->texts[i];
        if (text.n == 0)
            continue;
        bool list = slot->type == SLOT_REFS || slot->type == SLOT_TEXTS;
        const struct str parts[] = {r->texts[i], str_copy(arena, text)};
        r->texts[i] = parts[0].n ? str_join(arena, parts, 2,
                                            list ? S("\n") : S(" "))
                                 : parts[1];
    }
    diag_add(r->reader->diag, table_pos(r->table, row, 0), MSG_CATALOG_GLUED,
             ARGS(name));
}

static int read_row(void *payload, const struct row *row)
{
    struct reading *r = payload;
    report_stray(r, row);
    if (goes_on(r, row)) {
        glue_row(r, row);
        return 0;
    }
    if (r->waiting)
        finish_row(r);
    for (size_t i = 0; i < r->columns_n; i++) {
        struct str text = table_text(row, i);
        r->texts[i] = r->schema->glued ? str_copy(r->reader->arena, text)
                                       : text;
        r->places[i] = table_pos(r->table, row, i);
    }
    r->waiting = r->schema->glued;
    if (!r->waiting)
        finish_row(r);
    return 0;
}

void schema_table(const struct schema_reader *reader,
                  const struct schema *schema, struct str path,
                  schema_add *add, void *payload)
{
    if (!source_find(reader->source, path))
        return;
    struct buf bytes = {0};
    struct reading r = {.reader = reader, .schema = schema, .add = add,
                        .payload = payload};
    union { const void *in; void *out; } opaque = {.in = schema};
    if (source_read(reader->source, path, TABLE_BYTES_MAX, &bytes,
                    reader->diag) != 0)
        goto out;
    r.table = table_open(path, buf_str(&bytes), resolves, opaque.out,
                         reader->diag);
    if (!r.table)
        goto out;
    schema_detected(reader, r.table);
    if (!read_header(&r))
        goto out;
    r.record = mem_alloc(schema->size);
    table_each(r.table, read_row, &r);
    if (r.waiting)
        finish_row(&r);
out:
    free(r.record);
    table_free(r.table);
    buf_free(&bytes);
}

/* --- maps --- */

static void map_texts(const struct schema_reader *reader, struct strs *list,
                      const struct yml *value)
{
    struct arena *arena = reader->arena;
    if (value->kind == YML_TEXT) {
        set_texts(arena, list, value->text);
        return;
    }
    list->at = ARENA_ARRAY(arena, struct str, yml_count(value) + 1);
    for (const struct yml *item = value->child; item; item = item->next) {
        if (item->kind == YML_TEXT)
            list->at[list->n++] = str_copy(arena, str_trim(item->text));
        else
            diag_add(reader->diag, item->at, MSG_CATALOG_YML_LINES,
                     ARGS(value->key));
    }
}

static void map_refs(const struct schema_reader *reader, struct refs *list,
                     const struct yml *value)
{
    if (value->kind == YML_TEXT) {
        set_refs(reader->arena, list, value->text, value->at);
        return;
    }
    list->at = ARENA_ARRAY(reader->arena, struct ref, yml_count(value) + 1);
    for (const struct yml *item = value->child; item; item = item->next)
        if (item->kind == YML_TEXT && str_trim(item->text).n)
            list->at[list->n++] = (struct ref){
                .text = str_copy(reader->arena, str_trim(item->text)),
                .at = item->at,
                .index = NONE};
}

static void map_value(const struct schema_reader *reader,
                      const struct slot *slot, void *record,
                      const struct yml *value)
{
    char *field = (char *)record + slot->offset;
    if (slot->type == SLOT_NODE)
        *(const struct yml **)(void *)field = value;
    else if (value->kind == YML_NULL || slot->type == SLOT_SKIP)
        return;
    else if (slot->type == SLOT_TEXTS)
        map_texts(reader, (struct strs *)(void *)field, value);
    else if (slot->type == SLOT_REFS)
        map_refs(reader, (struct refs *)(void *)field, value);
    else if (slot->type == SLOT_WORDS && value->kind == YML_LIST)
        for (const struct yml *item = value->child; item; item = item->next)
            schema_value(reader, slot, record, item->text, item->at);
    else if (value->kind == YML_TEXT)
        schema_value(reader, slot, record, value->text, value->at);
    else
        diag_add(reader->diag, value->at, MSG_CATALOG_YML_LINE,
                 ARGS(value->key));
}

/* The nearest key over several schemas: the first whose nearest is close. */
static struct str nearest_key(const struct schema *const *schemas, size_t n,
                              struct str key)
{
    struct str best = schema_nearest(schemas[0], key);
    size_t cost = fold_distance(key, best, 99);
    for (size_t i = 1; i < n; i++) {
        struct str other = schema_nearest(schemas[i], key);
        size_t other_cost = fold_distance(key, other, 99);
        if (other_cost < cost) {
            best = other;
            cost = other_cost;
        }
    }
    return best;
}

void schema_map(const struct schema_reader *reader,
                const struct schema *const *schemas, void *const *records,
                size_t n, const struct yml *map)
{
    for (size_t i = 0; i < n; i++)
        init_refs(schemas[i], records[i]);
    if (map && map->kind != YML_MAP && map->kind != YML_NULL)
        diag_add(reader->diag, map->at, MSG_CATALOG_YML_MAP,
                 ARGS(map->text));
    if (!map || map->kind != YML_MAP)
        return;
    for (const struct yml *value = map->child; value; value = value->next) {
        const struct slot *slot = NULL;
        for (size_t i = 0; !slot && i < n; i++)
            if ((slot = schema_find(schemas[i], value->key)))
                map_value(reader, slot, records[i], value);
        if (!slot)
            diag_add(reader->diag, value->key_at, MSG_CATALOG_KEY,
                     ARGS(value->key, nearest_key(schemas, n, value->key)));
    }
    for (size_t i = 0; i < n; i++)
        for (size_t s = 0; s < schemas[i]->n; s++) {
            const struct slot *slot = &schemas[i]->slots[s];
            bool given = !slot->required;
            for (const struct yml *v = map->child; !given && v; v = v->next)
                given = schema_find(schemas[i], v->key) == slot &&
                        v->kind != YML_NULL;
            if (!given)
                diag_add(reader->diag, map->at, MSG_CATALOG_KEY_MISSING,
                         ARGS(str_of(slot->name)));
        }
}

void schema_record(const struct schema_reader *reader,
                   const struct schema *schema, void *record,
                   const struct yml *map)
{
    const struct schema *schemas[] = {schema};
    void *records[] = {record};
    schema_map(reader, schemas, records, 1, map);
}
