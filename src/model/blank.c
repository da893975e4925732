/*
 * blank: tables to fill in. See blank.h.
 *
 * For the command `new` and for release/form.c.
 */
#include "model/blank.h"

#include "base/mem.h"
#include "model/names.h"

#include <string.h>

#define ROOM 15                 /* empty rows above the notes: one screen */
#define DELIMITER ';'

static const struct {
    const struct schema *schema;
    bool shared, usual;
} tables[] = {
    {&schema_schools, true, true},
    {&schema_organisations, true, true},
    {&schema_glossary, true, true},
    {&schema_synonyms, true, false},
    {&schema_explanations, true, true},
    {&schema_former, true, false},
    {&schema_frozen, true, false},
    {&schema_programme, false, false},  /* passport.csv */
    {&schema_participants, false, true},
    {&schema_indicators, false, true},
    {&schema_targets, false, true},
    {&schema_values, false, true},
    {&schema_breaks, false, false},
    {&schema_thresholds, false, false},
    {&schema_plan, false, true},
    {&schema_progress, false, true},
    {&schema_finance, false, false},
    {&schema_risks, false, false},
    {&schema_documents, false, true},
    {&schema_monitoring, false, false},
    {&schema_findings, false, false},
    {&schema_overrides, false, false},
    {&schema_clusters, false, false},
};

size_t blank_count(void)
{
    return sizeof tables / sizeof *tables;
}

static bool is_passport(size_t i)
{
    return tables[i].schema == &schema_programme;
}

struct blank blank_at(size_t i)
{
    return (struct blank){is_passport(i) ? S("passport.csv")
                                         : str_of(tables[i].schema->name),
                          tables[i].shared, tables[i].usual};
}

const struct schema *blank_schema(struct str name)
{
    if (str_starts(name, S("values-")) && str_ends(name, S(".csv")))
        return &schema_values;
    for (size_t i = 0; i < blank_count(); i++)
        if (!is_passport(i) && str_is(name, tables[i].schema->name))
            return tables[i].schema;
    return NULL;
}

/* --- lines --- */

void blank_begin(struct buf *out)
{
    buf_addz(out, "\xEF\xBB\xBF");
}

void blank_row(struct buf *out, const struct str *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_char(out, DELIMITER);
        buf_csv(out, cells[i], DELIMITER);
    }
    buf_addz(out, "\r\n");
}

void blank_note(struct buf *out, struct str text)
{
    struct buf line = {0};
    buf_addz(&line, "* ");
    buf_add(&line, text);
    struct str cell = buf_str(&line);
    blank_row(out, &cell, 1);
    buf_free(&line);
}

/* --- heads --- */

/* The first Russian word for a name. */
static struct str russian(const char *name, const char *synonyms)
{
    struct str rest = str_of(synonyms);
    return rest.n ? str_cut(&rest, '|') : str_of(name);
}

static struct str head_of(const struct slot *slot)
{
    return russian(slot->name, slot->synonyms);
}

struct str blank_value_head(const char *column, enum lang lang)
{
    for (size_t i = 0; lang == LANG_RU && i < schema_values.n; i++)
        if (strcmp(schema_values.slots[i].name, column) == 0)
            return head_of(&schema_values.slots[i]);
    return str_of(column);
}

/* --- notes --- */

static void say_words(struct buf *out, const struct word *words)
{
    buf_addz(out, ". Одно из слов: ");
    for (const struct word *w = words; w->name; w++) {
        if (w != words)
            buf_addz(out, ", ");
        buf_add(out, russian(w->name, w->synonyms));
    }
}

void blank_type(struct buf *out, const struct slot *slot)
{
    switch (slot->type) {
    case SLOT_ID:
        buf_addz(out, ". Строчные латинские буквы, цифры, дефис");
        break;
    case SLOT_TEXTS:
    case SLOT_REFS:
        buf_addz(out, ". Несколько — через знак |");
        break;
    case SLOT_INT:
        buf_addz(out, ". Целое число");
        break;
    case SLOT_NUM:
        buf_addz(out, ". Число: 36,7");
        break;
    case SLOT_DATE:
        buf_addz(out, ". Дата: 01.09.2025");
        break;
    case SLOT_WORD:
        say_words(out, slot->words);
        break;
    default:
        break;
    }
}

static void note_column(struct buf *out, struct str table,
                        const struct slot *slot)
{
    struct buf text = {0};
    const char *hint = blank_hint(table, slot->name);
    buf_add(&text, head_of(slot));
    buf_addz(&text, slot->required ? " (обязательно): " : ": ");
    buf_addz(&text, hint ? hint : slot->name);
    blank_type(&text, slot);
    buf_char(&text, '.');
    blank_note(out, buf_str(&text));
    buf_free(&text);
}

static void note_table(struct buf *out, struct str table)
{
    struct buf text = {0};
    const char *hint = blank_hint(table, NULL);
    buf_addz(&text, hint ? hint : "");
    buf_addz(&text, ". Строки со звёздочкой — пояснения, их можно удалить.");
    blank_note(out, buf_str(&text));
    buf_free(&text);
}

/* --- tables --- */

/* Only what a passport of a document has: texts and the years. */
static bool is_caption(const struct slot *slot)
{
    return slot->type == SLOT_TEXT || slot->type == SLOT_TEXTS ||
           slot->type == SLOT_SPAN;
}

static void put_captions(struct buf *out, const struct schema *schema)
{
    const struct str head[] = {S("поле"), S("текст")};
    blank_row(out, head, 2);
    for (size_t i = 0; i < schema->n; i++)
        if (is_caption(&schema->slots[i])) {
            const struct str row[] = {head_of(&schema->slots[i]), S("")};
            blank_row(out, row, 2);
        }
}

static void put_columns(struct buf *out, const struct schema *schema)
{
    struct arena *arena = arena_new();
    struct str *cells = ARENA_ARRAY(arena, struct str, schema->n);
    for (size_t i = 0; i < schema->n; i++)
        cells[i] = head_of(&schema->slots[i]);
    blank_row(out, cells, schema->n);
    for (size_t i = 0; i < schema->n; i++)
        cells[i] = S("");
    for (size_t r = 0; r < ROOM; r++)
        blank_row(out, cells, schema->n);
    arena_free(arena);
}

void blank_table(struct buf *out, size_t i)
{
    const struct schema *schema = tables[i].schema;
    struct str name = blank_at(i).name;
    blank_begin(out);
    if (is_passport(i))
        put_captions(out, schema);
    else
        put_columns(out, schema);
    note_table(out, name);
    for (size_t s = 0; !is_passport(i) && s < schema->n; s++)
        note_column(out, name, &schema->slots[s]);
}
