/*
 * cells_head: what the columns of a table stand for. See cells_head.h.
 *
 * Private to cells.c.
 */
#include "model/cells_head.h"

#include "base/fold.h"
#include "base/mem.h"
#include "model/catalog.h"
#include "model/cells.h"
#include "model/names.h"

#include <string.h>

/* --- what a text stands for --- */

static bool is_one_of(struct str text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(text, words[i]))
            return true;
    return false;
}
#define IS_ONE_OF(text, words) \
    is_one_of((text), (words), sizeof(words) / sizeof *(words))

/* «Итого», «Всего по району»: the whole, and no other sum. */
static bool is_total(struct str text)
{
    static const char *const words[] = {"итого", "всего", "в целом", "total"};
    static const char *const tails[] = {
        "", " по району", " по городу", " по округу", " по муниципалитету",
        " по муниципальному району", " по муниципальному округу",
        " по муниципальному образованию", " по программе", " по школам",
        " по всем школам", " по школам программы"};
    struct arena *scratch = arena_new();
    struct str key = fold_key(scratch, text);
    bool total = false;
    for (size_t i = 0; !total && i < sizeof words / sizeof *words; i++)
        total = str_starts(key, str_of(words[i])) &&
                IS_ONE_OF(str_skip(key, strlen(words[i])), tails);
    arena_free(scratch);
    return total;
}

bool cells_find(const struct cells_names *names, enum dimension dimension,
                struct str text, struct known *out)
{
    switch (dimension) {
    case BY_PERIOD:
        return period_parse(text, &out->period);
    case BY_SCHOOL:
        out->index = catalog_school(names->site, text);
        if (out->index == NONE && str_is(text, "*") &&
            names->schema == &schema_targets)
            out->index = CELLS_EACH;
        return out->index != NONE || is_total(text);
    default:
        out->index = catalog_indicator(names->site, names->programme, text);
        return out->index != NONE;
    }
}

enum table_name cells_resolves(const struct cells_names *names,
                               struct str cell)
{
    struct known known;
    if (schema_find(names->schema, cell))
        return TABLE_COLUMN;
    for (int d = 0; d < DIMENSIONS; d++)
        if (cells_find(names, (enum dimension)d, cell, &known))
            return TABLE_THING;
    return TABLE_NO_NAME;
}

/* --- columns --- */

struct reading {
    struct cells_head *head;
    struct arena *arena;
    const struct cells_names *names;
    const struct schema_reader *reader;
    const struct table *table;
    const struct row *header;
    size_t long_column;         /* the first that only long tables have */
    size_t others;              /* named columns of no slot */
};

/* Where the texts of columns go. */
static const struct {
    const char *name;
    size_t offset;
    bool makes_long;            /* a column that only long tables have */
} fields[] = {
    {"value", offsetof(struct cells_item, value), true},
    {"target", offsetof(struct cells_item, value), true},
    {"numerator", offsetof(struct cells_item, numerator), true},
    {"status", offsetof(struct cells_item, status), true},
    {"n", offsetof(struct cells_item, n), false},
    {"flag", offsetof(struct cells_item, flag), false},
    {"note", offsetof(struct cells_item, note), false},
    {"reason", offsetof(struct cells_item, reason), false},
    {"basis", offsetof(struct cells_item, basis), false},
    {"unit", offsetof(struct cells_item, unit), false},
};

static struct str name_of(const struct reading *r, size_t column)
{
    return table_text(r->header, column);
}

static bool is_slot(const struct slot *slot, const char *name)
{
    return slot && strcmp(slot->name, name) == 0;
}

static void report(const struct reading *r, size_t column, enum msg id,
                   struct str other)
{
    diag_add(r->reader->diag, table_pos(r->table, r->header, column), id,
             ARGS(name_of(r, column), other));
}

static void take_column(struct reading *r, size_t i)
{
    static const char *const keys[] = {"indicator", "school", "period"};
    struct cells_head *head = r->head;
    const struct slot *slot = head->slots[i];
    for (int d = 0; d < DIMENSIONS; d++)
        if (is_slot(slot, keys[d])) {
            head->key[d] = i;
            return;
        }
    if (head->first_number == NONE && name_of(r, i).n)
        head->first_number = i;
    for (size_t f = 0; slot && f < sizeof fields / sizeof *fields; f++)
        if (is_slot(slot, fields[f].name)) {
            head->fields[head->fields_n++] =
                (struct cells_field){i, fields[f].offset};
            if (fields[f].makes_long && r->long_column == NONE)
                r->long_column = i;
            if (fields[f].offset == offsetof(struct cells_item, value))
                head->value = i;
        }
}

static void take_columns(struct reading *r)
{
    struct cells_head *head = r->head;
    size_t n = r->header->n;
    head->n = n;
    head->slots = ARENA_ARRAY(r->arena, const struct slot *, n + 1);
    head->fields = ARENA_ARRAY(r->arena, struct cells_field, n + 1);
    head->across = ARENA_ARRAY(r->arena, struct cells_across, n + 1);
    head->first_number = head->value = r->long_column = NONE;
    for (int d = 0; d < DIMENSIONS; d++)
        head->key[d] = NONE;
    for (size_t i = 0; i < n; i++) {
        head->slots[i] = schema_find(r->names->schema, name_of(r, i));
        head->gaps = head->gaps || name_of(r, i).n == 0;
        r->others += !head->slots[i] && name_of(r, i).n;
        take_column(r, i);
        for (size_t j = 0; head->slots[i] && j < i; j++)
            if (head->slots[j] == head->slots[i])
                report(r, i, MSG_CATALOG_COLUMN_TWICE, S(""));
    }
    if (head->value == NONE)
        head->value = r->long_column == NONE ? 0 : r->long_column;
}

/* --- wide --- */

static bool is_other(const struct reading *r, size_t i)
{
    return !r->head->slots[i] && name_of(r, i).n > 0;
}

static bool names_something(const struct reading *r, size_t i)
{
    struct known known;
    for (int d = 0; d < DIMENSIONS; d++)
        if (cells_find(r->names, (enum dimension)d, name_of(r, i), &known))
            return true;
    return false;
}

/* Columns that are neither a slot nor a thing: each is told. Returns how many
 * others are left. */
static size_t report_unknown(const struct reading *r)
{
    size_t left = 0;
    for (size_t i = 0; i < r->head->n; i++) {
        if (!is_other(r, i))
            continue;
        if (names_something(r, i))
            left++;
        else
            report(r, i, MSG_CATALOG_COLUMN,
                   schema_nearest(r->names->schema, name_of(r, i)));
    }
    return left;
}

/* The first column that names something, but not in this dimension. */
static size_t first_misfit(const struct reading *r, enum dimension dimension)
{
    struct known known;
    for (size_t i = 0; i < r->head->n; i++)
        if (is_other(r, i) &&
            !cells_find(r->names, dimension, name_of(r, i), &known) &&
            names_something(r, i))
            return i;
    return NONE;
}

static size_t first_other(const struct reading *r)
{
    size_t i = 0;
    while (!is_other(r, i) || !names_something(r, i))
        i++;
    return i;
}

/* Columns say different things, or what a key column says already. */
static void report_mixture(const struct reading *r)
{
    static const enum dimension order[] = {BY_PERIOD, BY_SCHOOL,
                                           BY_INDICATOR};
    size_t first = first_other(r);
    for (size_t o = 0; o < DIMENSIONS; o++) {
        size_t misfit = first_misfit(r, order[o]);
        size_t key = r->head->key[order[o]];
        if (misfit == first)
            continue;
        if (misfit == NONE)
            report(r, first, MSG_CELLS_KEY_TWICE, name_of(r, key));
        else
            report(r, misfit, MSG_CELLS_MIXTURE, name_of(r, first));
        return;
    }
}

/* The dimension that all other columns stand for: period first, then school,
 * then indicator; DIMENSIONS when they do not agree. */
static enum dimension find_dimension(const struct reading *r)
{
    static const enum dimension order[] = {BY_PERIOD, BY_SCHOOL,
                                           BY_INDICATOR};
    for (size_t o = 0; o < DIMENSIONS; o++)
        if (r->head->key[order[o]] == NONE &&
            first_misfit(r, order[o]) == NONE)
            return order[o];
    return DIMENSIONS;
}

static bool is_same(enum dimension dimension, const struct known *a,
                    const struct known *b)
{
    return dimension == BY_PERIOD ? period_eq(a->period, b->period)
                                  : a->index == b->index;
}

static void put_across(struct reading *r, size_t column)
{
    struct cells_head *head = r->head;
    struct known known = {.index = NONE};
    if (!cells_find(r->names, head->dimension, name_of(r, column), &known))
        return;
    for (size_t i = 0; i < head->across_n; i++)
        if (is_same(head->dimension, &head->across[i].stands_for, &known)) {
            report(r, column, MSG_CATALOG_COLUMN_TWICE, S(""));
            return;
        }
    head->across[head->across_n++] = (struct cells_across){column, known};
}

static void drop_field(struct cells_head *head, size_t column)
{
    size_t left = 0;
    for (size_t i = 0; i < head->fields_n; i++)
        if (head->fields[i].column != column)
            head->fields[left++] = head->fields[i];
    head->fields_n = left;
}

/*
 * A column of n in a wide table. «Всего» beside schools is their whole;
 * otherwise it may be a sum or a number of people. And one n is not the n of
 * several schools.
 */
static void settle_n(struct reading *r, size_t column)
{
    bool total = is_total(name_of(r, column));
    bool schools = r->head->dimension == BY_SCHOOL;
    if (!total && !schools)
        return;
    drop_field(r->head, column);
    if (total && schools)
        put_across(r, column);
    else
        report(r, column, MSG_CELLS_WIDE_N, S(""));
}

static void take_wide(struct reading *r)
{
    for (size_t i = 0; i < r->head->n; i++)
        if (is_other(r, i))
            put_across(r, i);
        else if (is_slot(r->head->slots[i], "n"))
            settle_n(r, i);
}

static void note_shape(const struct reading *r)
{
    static const enum msg ids[] = {
        [BY_INDICATOR] = MSG_CELLS_BY_INDICATOR,
        [BY_SCHOOL] = MSG_CELLS_BY_SCHOOL,
        [BY_PERIOD] = MSG_CELLS_BY_PERIOD};
    const struct cells_head *head = r->head;
    if (!diag_wants_details(r->reader->diag))
        return;
    struct str count =
        str_format(r->arena, "%lu", (unsigned long)head->across_n);
    diag_add(r->reader->diag, table_pos(r->table, r->header, 0),
             head->across_n ? ids[head->dimension] : MSG_CELLS_LONG,
             ARGS(count));
}

/* --- all of it --- */

static struct str said(const struct reading *r, const char *name)
{
    return schema_said(r->arena,
                       schema_find(r->names->schema, str_of(name)));
}

static bool need_key(const struct reading *r, enum dimension dimension,
                     const char *name)
{
    const struct cells_head *head = r->head;
    if (head->key[dimension] != NONE ||
        (head->across_n && head->dimension == dimension))
        return true;
    diag_add(r->reader->diag, table_pos(r->table, r->header, 0),
             MSG_CATALOG_COLUMN_MISSING, ARGS(said(r, name)));
    return false;
}

/* Columns of a long table that would make it wide. */
static void report_mixed_long(const struct reading *r)
{
    for (size_t i = 0; i < r->head->n; i++)
        if (is_other(r, i) && names_something(r, i))
            report(r, i, MSG_CELLS_MIXTURE, name_of(r, r->long_column));
}

static void report_no_value(const struct reading *r)
{
    bool target = r->names->schema == &schema_targets;
    diag_add(r->reader->diag, table_pos(r->table, r->header, 0),
             MSG_CATALOG_COLUMN_MISSING,
             ARGS(said(r, target ? "target" : "value")));
}

bool cells_read_head(struct cells_head *head, struct arena *arena,
                     const struct cells_names *names,
                     const struct schema_reader *reader,
                     const struct table *table)
{
    struct reading r = {.head = head, .arena = arena, .names = names,
                        .reader = reader, .table = table,
                        .header = table_header(table)};
    bool good = true;
    *head = (struct cells_head){0};
    take_columns(&r);
    size_t things = report_unknown(&r);
    if (r.long_column != NONE) {
        report_mixed_long(&r);
    } else if (things) {
        head->dimension = find_dimension(&r);
        if (head->dimension == DIMENSIONS) {
            report_mixture(&r);
            return false;
        }
        take_wide(&r);
    } else {
        if (r.others == 0)
            report_no_value(&r);
        return false;
    }
    good = need_key(&r, BY_INDICATOR, "indicator");
    good = need_key(&r, BY_PERIOD, "period") && good;
    if (good)
        note_shape(&r);
    return good;
}
