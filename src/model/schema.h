/*
 * schema: how a row of a table or a map of YAML becomes a record: one list of
 * slots a record, each with its canonical name, Russian synonyms, type and
 * place in the struct. The lists (names.c) are the documentation of all
 * columns and keys.
 *
 * For model/ only.
 */
#ifndef VITRINA_MODEL_SCHEMA_H
#define VITRINA_MODEL_SCHEMA_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct source;
struct table;
struct yml;

enum slot_type {
    SLOT_TEXT,      /* struct str */
    SLOT_ID,        /* struct str; checked */
    SLOT_TEXTS,     /* struct strs: `|` or a line break between */
    SLOT_REF,       /* struct ref */
    SLOT_REFS,      /* struct refs */
    SLOT_INT,       /* int64_t */
    SLOT_NUM,       /* struct num */
    SLOT_DATE,      /* date */
    SLOT_PERIOD,    /* struct period: period_parse */
    SLOT_SPAN,      /* struct period: period_parse_span */
    SLOT_BOOL,      /* bool */
    SLOT_WORD,      /* int from `words` */
    SLOT_WORDS,     /* unsigned: a bit for each of several `words` */
    SLOT_NODE,      /* const struct yml *: read by its owner */
    SLOT_SKIP       /* known, read elsewhere */
};

/* One word of a closed list with its synonyms (`|` between). */
struct word {
    const char *name, *synonyms;
    int value;
};

struct slot {
    const char *name, *synonyms;    /* synonyms: `|` between; may be NULL */
    enum slot_type type;
    size_t offset;
    size_t offset2;                 /* of a bool: was it given? Of a text's
                                       struct pos. 0: none */
    bool required;
    const struct word *words;       /* ends with name == NULL */
};

struct schema {
    const char *name;               /* file name or kind, for messages */
    size_t size, at_offset;         /* of the record; of its struct pos */
    const struct slot *slots;
    size_t n;
    const void *initial;            /* record to begin with; NULL: zeros */
    bool glued;                     /* a row whose required cells are all
                                       empty goes on with the row above */
};

/* The slot that a header cell or key names, or NULL. */
const struct slot *schema_find(const struct schema *schema, struct str name);
/* A slot's name for messages, also in Russian: `period (период)`. */
struct str schema_said(struct arena *arena, const struct slot *slot);
/* The nearest slot's name to a wrong one, or "". */
struct str schema_nearest(const struct schema *schema, struct str name);
/* The word's value; false when `text` is none of them. */
bool schema_word(const struct word *words, struct str text, int *value);

/*
 * Reads a table: calls `add` for each row with a zeroed, filled record that
 * is the receiver's to copy. Unknown columns, missing required cells, bad
 * values are reported. A missing file is nothing.
 */
struct schema_reader {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
};
typedef void schema_add(void *payload, const void *record);
void schema_table(const struct schema_reader *reader,
                  const struct schema *schema, struct str path,
                  schema_add *add, void *payload);

/* Notes what was detected of a table: encoding, delimiter, header. */
void schema_detected(const struct schema_reader *reader,
                     const struct table *table);
/* The message about what Excel has done to a table's cell (%1), or MSG_COUNT.
 * In a cell for a `number` a date is damage too. */
enum msg schema_spoilt(struct str text, bool number);

/* Fills `record` from a YAML map. Keys in no schema are reported with the
 * nearest one. Several schemas may share one map: pass them all. */
void schema_map(const struct schema_reader *reader,
                const struct schema *const *schemas, void *const *records,
                size_t n, const struct yml *map);
/* The same with one schema. */
void schema_record(const struct schema_reader *reader,
                   const struct schema *schema, void *record,
                   const struct yml *map);

/* One value into its slot; for callers with their own tables (observe.c). */
void schema_value(const struct schema_reader *reader, const struct slot *slot,
                  void *record, struct str text, struct pos at);

/* Pieces of a cell: `|` or line breaks; trimmed, empty ones dropped. */
size_t schema_pieces(struct arena *arena, struct str text, struct str **out);

#endif
