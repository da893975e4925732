/*
 * observe: the store of raw numbers. See observe.h.
 *
 * For model/ and release/disclose.c. Cells lie in pages of 64 schools that are
 * made when first touched: one slot a cell for a full table, nothing for the
 * schools of other programmes.
 */
#include "model/observe.h"

#include "base/fold.h"
#include "base/mem.h"
#include "input/source.h"
#include "model/catalog.h"
#include "model/cells.h"
#include "model/names.h"
#include "model/value.h"

#include <stdlib.h>
#include <string.h>

#define PAGE_SCHOOLS OBSERVE_PAGE

/* Cells of one indicator in one period. */
struct column {
    struct cell_raw *whole;
    struct cell_raw **pages;    /* by school / PAGE_SCHOOLS */
};

/* Slots are periods in the order in which the tables named them, which keys
 * are made of; `order` and `sorted` are the periods in time. */
struct series {
    struct period *periods;     /* by slot */
    struct column *columns;     /* by slot */
    size_t n, cap;
    size_t last;                /* the slot that was asked for last */
    size_t *order;              /* period index -> slot */
    struct period *sorted;
    uint32_t *schools;          /* with rows, ascending */
    size_t schools_n;
};

struct words_at {
    cell_key key;
    struct cell_words words;
};

/* Lines of all files are counted through, so that 32 bits hold file and line
 * of a cell. */
struct values_file {
    struct str path;
    uint32_t base;              /* lines of the files before it */
};

struct store {
    struct arena *arena;
    size_t schools_n, pages_n;
    struct series *series;      /* by indicator */
    size_t series_n;
    ARR(struct values_file) files;
    ARR(struct words_at) words; /* sorted by key once read */
};

/* --- keys --- */

#define SCHOOL_BITS 24
#define PERIOD_BITS 16

/* indicator, school (0 = the whole), slot; + 1 so that 0 is no key. */
static cell_key key_of(size_t indicator, size_t school, size_t slot)
{
    uint64_t s = school == WHOLE ? 0 : (uint64_t)school + 1;
    return (((uint64_t)indicator + 1) << (SCHOOL_BITS + PERIOD_BITS)) |
           (s << PERIOD_BITS) | (uint64_t)slot;
}

cell_key observe_key(const struct store *store, size_t indicator,
                     size_t school, size_t period)
{
    return key_of(indicator, school, store->series[indicator].order[period]);
}

/* --- cells --- */

/* Rows mostly go from one period to the one that followed it before. */
static size_t find_period(struct series *s, struct period period)
{
    for (size_t tries = 0, i = s->last; tries < s->n; tries++, i++) {
        if (i >= s->n)
            i = 0;
        if (period_eq(s->periods[i], period))
            return s->last = i;
    }
    return NONE;
}

static size_t need_period(struct store *store, struct series *s,
                          struct period period)
{
    size_t at = find_period(s, period);
    if (at != NONE)
        return at;
    if (s->n == s->cap) {
        size_t cap = s->cap ? 2 * s->cap : 8;
        struct period *periods =
            ARENA_ARRAY(store->arena, struct period, cap);
        struct column *columns =
            ARENA_ARRAY(store->arena, struct column, cap);
        if (s->n) {
            memcpy(periods, s->periods, s->n * sizeof *periods);
            memcpy(columns, s->columns, s->n * sizeof *columns);
        }
        s->periods = periods;
        s->columns = columns;
        s->cap = cap;
    }
    s->periods[s->n] = period;
    return s->n++;
}

static struct cell_raw *new_cells(struct store *store, size_t n)
{
    struct cell_raw *cells = arena_take(store->arena, n * sizeof *cells);
    for (size_t i = 0; i < n; i++)
        cells[i] = (struct cell_raw){.numerator = -1, .n = -1};
    return cells;
}

static struct cell_raw *cell_at(const struct store *store, size_t indicator,
                                size_t school, size_t slot)
{
    const struct column *c = &store->series[indicator].columns[slot];
    if (school == WHOLE)
        return c->whole;
    if (!c->pages || !c->pages[school / PAGE_SCHOOLS])
        return NULL;
    return &c->pages[school / PAGE_SCHOOLS][school % PAGE_SCHOOLS];
}

struct cell_raw *observe_cell(struct store *store, size_t indicator,
                              size_t school, size_t period)
{
    const struct series *s = &store->series[indicator];
    return period < s->n ? cell_at(store, indicator, school, s->order[period])
                         : NULL;
}

struct cell_raw *observe_page(const struct store *store, size_t indicator,
                              size_t school, size_t period)
{
    const struct series *s = &store->series[indicator];
    const struct column *c = &s->columns[s->order[period]];
    return c->pages ? c->pages[school / PAGE_SCHOOLS] : NULL;
}

struct cell_raw *observe_at(const struct store *store, cell_key key)
{
    uint64_t school = (key >> PERIOD_BITS) & ((1u << SCHOOL_BITS) - 1);
    size_t indicator = (size_t)(key >> (SCHOOL_BITS + PERIOD_BITS)) - 1;
    return cell_at(store, indicator, school ? (size_t)school - 1 : WHOLE,
                   (size_t)(key & ((1u << PERIOD_BITS) - 1)));
}

static struct cell_raw *make_at(struct store *store, size_t indicator,
                                size_t school, size_t slot)
{
    struct column *c = &store->series[indicator].columns[slot];
    if (school == WHOLE) {
        if (!c->whole)
            c->whole = new_cells(store, 1);
        return c->whole;
    }
    if (!c->pages)
        c->pages = ARENA_ARRAY(store->arena, struct cell_raw *,
                               store->pages_n);
    struct cell_raw **page = &c->pages[school / PAGE_SCHOOLS];
    if (!*page)
        *page = new_cells(store, PAGE_SCHOOLS);
    return &(*page)[school % PAGE_SCHOOLS];
}

struct cell_raw *observe_make(struct store *store, size_t indicator,
                              size_t school, size_t period)
{
    return make_at(store, indicator, school,
                   store->series[indicator].order[period]);
}

const struct period *observe_periods(const struct store *store,
                                     size_t indicator, size_t *n)
{
    *n = store->series[indicator].n;
    return store->series[indicator].sorted;
}

const uint32_t *observe_schools(const struct store *store, size_t indicator,
                                size_t *n)
{
    *n = store->series[indicator].schools_n;
    return store->series[indicator].schools;
}

static int by_key(const void *a, const void *b)
{
    const struct words_at *one = a, *other = b;
    return one->key < other->key ? -1 : one->key > other->key;
}

struct cell_words observe_words(const struct store *store, size_t indicator,
                                size_t school, size_t period)
{
    struct words_at key = {
        .key = observe_key(store, indicator, school, period)};
    const struct words_at *found =
        store->words.n ? bsearch(&key, store->words.at, store->words.n,
                                 sizeof key, by_key)
                       : NULL;
    return found ? found->words : (struct cell_words){0};
}

struct pos observe_pos(const struct store *store, const struct cell_raw *cell)
{
    for (size_t f = store->files.n; f-- > 0;)
        if (cell->line > store->files.at[f].base)
            return (struct pos){
                .file = store->files.at[f].path,
                .line = cell->line - store->files.at[f].base};
    return (struct pos){0};
}

/* --- one cell from its texts --- */

struct reading {
    struct store *store;
    const struct site *site;
    struct diag *diag;
    uint32_t base, lines;       /* of the file being read; seen so far */
    bool closed;                /* it lies in the private folder */
};

/* Reports what is wrong with one of the texts of a row. */
static void refuse(const struct reading *r, const struct cells_item *item,
                   const struct str *text, enum msg id)
{
    const struct indicator *i = &r->site->indicators.at[item->indicator];
    diag_add(r->diag, cells_pos(item, text), id, ARGS(*text, i->unit));
}

/* A status beside a value is an error, and the status is believed. A cell
 * without a key is not told: nobody knows whether its value may be shown. */
static void read_status(const struct reading *r,
                        const struct cells_item *item, struct said *said,
                        cell_key key)
{
    uint8_t state;
    if (item->status.n == 0)
        return;
    if (!value_state(item->status, &state)) {
        refuse(r, item, &item->status, MSG_OBSERVE_STATUS);
        return;
    }
    if (key && (said->state == RAW_VALUE || said->numerator >= 0))
        diag_add_cell(r->diag, cells_pos(item, &item->value),
                      MSG_OBSERVE_BOTH, ARGS(item->value, item->status), key,
                      S(""));
    *said = (struct said){.state = state, .numerator = -1, .n = -1};
}

static uint8_t read_flag(const struct reading *r,
                         const struct cells_item *item)
{
    int word = FLAG_NONE;
    if (item->flag.n && !schema_word(words_cell_flag, item->flag, &word))
        refuse(r, item, &item->flag, MSG_OBSERVE_FLAG);
    return (uint8_t)word;
}

/* All that the row says of its cell, and what is wrong with it. */
static struct said read_texts(const struct reading *r,
                              const struct cells_item *item, cell_key key)
{
    const struct indicator *i = &r->site->indicators.at[item->indicator];
    struct said said = {.state = RAW_EMPTY, .numerator = -1, .n = -1};
    enum msg wrong = value_read(item->value, i, &said);
    int64_t numerator;
    if (wrong != VALUE_GOOD)
        refuse(r, item, &item->value, wrong);
    if (!value_people(item->numerator, &numerator))
        refuse(r, item, &item->numerator, MSG_OBSERVE_COUNT);
    else if (numerator >= 0)
        said.numerator = numerator;
    if (!value_people(item->n, &said.n))
        refuse(r, item, &item->n, MSG_OBSERVE_COUNT);
    if (said.state == RAW_EMPTY && said.numerator >= 0)
        said.state = RAW_VALUE;
    read_status(r, item, &said, key);
    return said;
}

/* What can be judged without anybody's number being told: R1.10 and a
 * numerator above its n. These are errors of a cell, so they carry its key. */
static void check_said(const struct reading *r, const struct cells_item *item,
                       const struct said *said, cell_key key)
{
    const struct indicator *i = &r->site->indicators.at[item->indicator];
    const struct str *told = item->value.n ? &item->value : &item->numerator;
    bool apart = i->kind == KIND_SHARE && i->has_max &&
                 num_cmp(i->max, num_int(100)) > 0;
    if (said->n >= 0 && said->numerator > said->n && !apart)
        diag_add_cell(r->diag, cells_pos(item, told), MSG_OBSERVE_PART,
                      ARGS(*told), key, S(""));
    else if (i->kind == KIND_SHARE && (said->has & HAS_VALUE) &&
             !i->has_max && num_cmp(said->value, num_int(100)) > 0)
        diag_add_cell(r->diag, cells_pos(item, &item->value),
                      MSG_OBSERVE_SHARE,
                      ARGS(item->value), key, S(""));
}

static void keep_words(struct reading *r, const struct cells_item *item,
                       const struct said *said, struct cell_raw *cell,
                       cell_key key)
{
    struct arena *arena = r->store->arena;
    cell->has |= HAS_NOTE;
    *ARR_PUSH(arena, &r->store->words) = (struct words_at){
        key, {str_copy(arena, item->note), str_copy(arena, item->reason),
              str_copy(arena, said->text)}};
}

static void put(struct reading *r, const struct cells_item *item,
                const struct said *said, uint8_t flag, struct cell_raw *cell)
{
    cell->state = said->state;
    cell->has = said->has;
    cell->value = said->value.v;
    cell->scale = said->value.scale;
    cell->numerator = (int32_t)said->numerator;
    cell->n = (int32_t)said->n;
    cell->flag = flag;
    cell->line = r->base + item->line;
    if (cell->line > r->lines)
        r->lines = cell->line;
}

static void report_twice(const struct reading *r,
                         const struct cells_item *item,
                         const struct cell_raw *had)
{
    struct pos first = observe_pos(r->store, had);
    char line[16];
    snprintf(line, sizeof line, "%u", (unsigned)first.line);
    diag_add(r->diag, cells_pos(item, &item->value), MSG_OBSERVE_TWICE,
             ARGS(first.file, str_of(line)));
}

/* A unit beside a value is there for people, and must not mislead them. */
static void check_unit(const struct reading *r, const struct cells_item *item)
{
    const struct indicator *i = &r->site->indicators.at[item->indicator];
    struct arena *scratch = arena_new();
    struct str given = fold_case(scratch, item->unit);
    bool same = str_eq(given, fold_case(scratch, i->unit));
    for (size_t f = 0; f < 3; f++)
        same = same || (i->unit_forms[f].n &&
                        str_eq(given, fold_case(scratch, i->unit_forms[f])));
    if (!same)
        refuse(r, item, &item->unit, MSG_OBSERVE_UNIT);
    arena_free(scratch);
}

/* Keys alone name a period and are no cell: so forms come back partly filled
 * in, and what is missing can stand in another table. */
static bool says_nothing(const struct cells_item *item)
{
    return item->value.n + item->numerator.n + item->n.n + item->status.n +
               item->note.n + item->reason.n == 0;
}

/* What the private table says stands in the place of a public »c«. */
static void forget_words(struct store *store, const struct cell_raw *cell,
                         cell_key key)
{
    for (size_t i = 0; (cell->has & HAS_NOTE) && i < store->words.n; i++)
        if (store->words.at[i].key == key) {
            store->words.at[i] = store->words.at[--store->words.n];
            break;
        }
}

/* A row of which school or period are wrong is looked at all the same, so
 * that all its errors are told at once. */
static void look_only(const struct reading *r, const struct cells_item *item)
{
    read_texts(r, item, 0);
    read_flag(r, item);
}

static void add(void *payload, const struct cells_item *item)
{
    struct reading *r = payload;
    struct series *s = &r->store->series[item->indicator];
    if (item->unit.n)
        check_unit(r, item);
    if (item->unplaced) {
        look_only(r, item);
        return;
    }
    size_t slot = need_period(r->store, s, item->period);
    if (says_nothing(item))
        return;
    cell_key key = key_of(item->indicator, item->school, slot);
    struct cell_raw *cell =
        make_at(r->store, item->indicator, item->school, slot);
    if (cell->state == RAW_C && r->closed) {
        forget_words(r->store, cell, key);
    } else if (cell->state != RAW_ABSENT) {
        report_twice(r, item, cell);
        return;
    }
    struct said said = read_texts(r, item, key);
    check_said(r, item, &said, key);
    put(r, item, &said, read_flag(r, item), cell);
    if (item->note.n || item->reason.n || said.text.n)
        keep_words(r, item, &said, cell, key);
}

/* --- all tables --- */

static bool is_values(struct str name)
{
    return str_is(name, "values.csv") ||
           (str_starts(name, S("values-")) && str_ends(name, S(".csv")));
}

static void read_programme(struct reading *r, size_t programme,
                           const struct source *source, struct str folder)
{
    struct schema_reader reader = {r->site->arena, source, r->diag};
    struct str prefix =
        str_format(r->site->arena, "%.*s/%.*s/", STR_FMT(folder),
                   STR_FMT(r->site->programmes.at[programme].id));
    size_t n;
    const struct source_file *files = source_below(source, prefix, &n);
    for (size_t i = 0; i < n; i++) {
        if (!is_values(str_skip(files[i].path, prefix.n)) || files[i].link)
            continue;
        /* the private folder is closed before the release is made */
        struct str path = str_copy(r->store->arena, files[i].path);
        r->base = r->lines;
        *ARR_PUSH(r->store->arena, &r->store->files) =
            (struct values_file){path, r->base};
        cells_read(r->site, programme, &reader, &schema_values, path, add,
                   r);
    }
}

/* A table that is not read here would be missed by nobody. */
static void report_unread(const struct reading *r,
                          const struct source *source)
{
    size_t n;
    const struct source_file *files = source_files(source, &n);
    for (size_t i = 0; i < n; i++) {
        bool read = false;
        for (size_t f = 0; f < r->store->files.n && !read; f++)
            read = str_eq(r->store->files.at[f].path, files[i].path);
        if (!read && str_ends(files[i].path, S(".csv")))
            diag_add(r->diag, (struct pos){.file = files[i].path},
                     MSG_SOURCE_PRIVATE_FILE, NULL);
    }
}

static void read_private(struct reading *r)
{
    const struct site *site = r->site;
    r->closed = true;
    for (size_t p = 0; p < site->programmes.n; p++)
        read_programme(r, p, site->closed, site->config.private_path);
    report_unread(r, site->closed);
}

/* Periods of targets are periods of the indicator too. */
static void add_target_periods(struct store *store, const struct site *site)
{
    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t t = 0; t < site->programmes.at[p].targets.n; t++) {
            const struct target *target =
                &site->programmes.at[p].targets.at[t];
            need_period(store, &store->series[target->indicator.index],
                        target->period);
        }
}

/* Insertion sort: a series has a handful of periods. */
static void sort_periods(struct store *store, struct series *s)
{
    s->order = ARENA_ARRAY(store->arena, size_t, s->n + 1);
    s->sorted = ARENA_ARRAY(store->arena, struct period, s->n + 1);
    for (size_t i = 0; i < s->n; i++) {
        size_t j = i;
        for (; j > 0 && period_cmp(s->sorted[j - 1], s->periods[i]) > 0; j--) {
            s->sorted[j] = s->sorted[j - 1];
            s->order[j] = s->order[j - 1];
        }
        s->sorted[j] = s->periods[i];
        s->order[j] = i;
    }
}

/* All periods of one indicator have one kind (design 3). */
static void check_kinds(const struct site *site, const struct series *s,
                        size_t indicator, struct diag *diag)
{
    struct buf a = {0}, b = {0};
    for (size_t i = 1; i < s->n; i++) {
        if (s->periods[i].kind == s->periods[0].kind)
            continue;
        period_code(&a, s->periods[0]);
        period_code(&b, s->periods[i]);
        diag_add(diag, site->indicators.at[indicator].at, MSG_LINK_KINDS,
                 ARGS(site->indicators.at[indicator].id, buf_str(&a),
                      buf_str(&b)));
        break;
    }
    buf_free(&a);
    buf_free(&b);
}

static void list_schools(struct store *store, struct series *s)
{
    bool *has = mem_alloc(store->schools_n + 1);
    size_t n = 0;
    for (size_t slot = 0; slot < s->n; slot++)
        for (size_t page = 0; s->columns[slot].pages && page < store->pages_n;
             page++)
            for (size_t i = 0;
                 s->columns[slot].pages[page] && i < PAGE_SCHOOLS; i++)
                if (s->columns[slot].pages[page][i].state != RAW_ABSENT)
                    has[page * PAGE_SCHOOLS + i] = true;
    for (size_t i = 0; i < store->schools_n; i++)
        n += has[i];
    s->schools = ARENA_ARRAY(store->arena, uint32_t, n + 1);
    for (size_t i = 0; i < store->schools_n; i++)
        if (has[i])
            s->schools[s->schools_n++] = (uint32_t)i;
    free(has);
}

struct store *observe_read(struct arena *arena, const struct site *site,
                           const struct source *source, struct diag *diag)
{
    struct store *store = ARENA_NEW(arena, struct store);
    struct reading r = {.store = store, .site = site, .diag = diag};
    store->arena = arena;
    store->schools_n = site->schools.n;
    store->pages_n = site->schools.n / PAGE_SCHOOLS + 1;
    store->series_n = site->indicators.n;
    store->series = ARENA_ARRAY(arena, struct series, store->series_n + 1);
    for (size_t p = 0; p < site->programmes.n; p++)
        read_programme(&r, p, source, S("data"));
    if (site->closed)
        read_private(&r);
    add_target_periods(store, site);
    for (size_t i = 0; i < store->series_n; i++) {
        sort_periods(store, &store->series[i]);
        check_kinds(site, &store->series[i], i, diag);
        list_schools(store, &store->series[i]);
    }
    if (store->words.n)
        qsort(store->words.at, store->words.n, sizeof *store->words.at,
              by_key);
    return store;
}
