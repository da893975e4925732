/*
 * table_reader: records of a CSV text with the place of each cell.
 *
 * A line without quotes is cut at its delimiters: so are nearly all lines of
 * large tables. Where a line has a quote, libcsv reads the record; since it
 * tells its callbacks no places, it is fed one physical line at a time, and
 * the places of the cells are found by a second, much simpler scan once it
 * has accepted the record.
 *
 * Private to table.c. The only user of libcsv.
 */
#include "input/table_reader.h"

#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"
#include "input/table_encoding.h"

#include <assert.h>
#include <csv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define HIGH_BITS 0x8080808080808080u
#define LOW_BITS 0x0101010101010101u

struct table_reader {
    struct csv_parser csv;
    const struct decoded *decoded;
    struct str text;
    size_t at;              /* of the line fed next */
    uint32_t line;          /* number of the line fed next */
    size_t quote, cr, lf;   /* of the first such bytes at or behind `at`;
                               see `seek` */
    char delimiter;

    size_t begin;           /* the record's first byte */
    uint32_t first_line;
    bool done;              /* it is complete */
    size_t n;               /* cells so far; of libcsv's text.n is set */
    size_t used;            /* bytes in them */
    char *bytes;            /* libcsv's cells, one behind the other */
    size_t cap;

    struct cell *cells;     /* TABLE_COLUMNS_MAX, and the sentinel */
    struct record record;
    struct fault fault;
    bool broken;
    struct arena *scratch;  /* cells that had to be put into NFC */
};

static void start_parser(struct table_reader *reader, char delimiter)
{
    csv_init(&reader->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_realloc_func(&reader->csv, mem_realloc);
    csv_set_delim(&reader->csv, (unsigned char)delimiter);
}

struct table_reader *table_reader_new(const struct decoded *decoded,
                                      struct str text, uint32_t line,
                                      char delimiter)
{
    struct table_reader *reader = mem_alloc(sizeof *reader);
    start_parser(reader, delimiter);
    reader->decoded = decoded;
    reader->text = text;
    reader->line = line;
    reader->delimiter = delimiter;
    reader->quote = reader->cr = reader->lf = SIZE_MAX;
    reader->cells = mem_alloc(sizeof *reader->cells * (TABLE_COLUMNS_MAX + 1));
    reader->scratch = arena_new();
    return reader;
}

void table_reader_free(struct table_reader *reader)
{
    if (!reader)
        return;
    csv_free(&reader->csv);
    free(reader->cells);
    free(reader->bytes);
    arena_free(reader->scratch);
    free(reader);
}

const struct fault *table_reader_fault(const struct table_reader *reader)
{
    return reader->broken ? &reader->fault : NULL;
}

/* --- places --- */

/* Moves `*found` to the first `c` at or behind reader->at, or to the end. It
 * is remembered, so that a byte far away is not sought on every line. */
static size_t seek(const struct table_reader *reader, size_t *found, char c)
{
    if (*found == SIZE_MAX || *found < reader->at) {
        const char *p = memchr(reader->text.p + reader->at, c,
                               reader->text.n - reader->at);
        *found = p ? (size_t)(p - reader->text.p) : reader->text.n;
    }
    return *found;
}

/* The physical line at reader->at with its end. */
static struct str next_line(struct table_reader *reader)
{
    size_t end = seek(reader, &reader->lf, '\n');
    if (reader->decoded->lone_cr) {
        size_t cr = seek(reader, &reader->cr, '\r');
        if (cr + 1 < end)
            end = cr;
    }
    if (end < reader->text.n)
        end++;
    return (struct str){ reader->text.p + reader->at, end - reader->at };
}

static uint32_t count_characters(const char *p, size_t n)
{
    uint64_t word;
    size_t inner = 0, i = 0;
    for (; n - i >= sizeof word; i += sizeof word) {
        memcpy(&word, p + i, sizeof word);
        /* One bit for each byte 10xxxxxx; the product adds them up. */
        word = (word & HIGH_BITS & ~(word << 1)) >> 7;
        inner += word * LOW_BITS >> 56;
    }
    for (; i < n; i++)
        inner += ((unsigned char)p[i] & 0xC0) == 0x80;
    return (uint32_t)(n - inner);
}

static void put_place(struct cell *cell, const struct pos *at)
{
    cell->line = at->line;
    cell->col = at->col;
}

/*
 * Fills in the places of a record's cells, and of the sentinel: for any
 * record, up to a fault. In strict mode quotes stand around cells and in
 * pairs inside them, so each one turns the meaning of a delimiter over.
 * Returns the number of cells.
 */
static size_t locate(struct table_reader *reader, struct str record)
{
    struct pos at = { .line = reader->first_line, .col = 1 };
    bool inside = false;
    size_t i = 0, from = 0;
    put_place(&reader->cells[0], &at);
    for (size_t end = 0; end < record.n && i < TABLE_COLUMNS_MAX; end++) {
        if (record.p[end] == '"')
            inside = !inside;
        if (inside || record.p[end] != reader->delimiter)
            continue;
        table_advance(&at, str_sub(record, from, end + 1), true);
        from = end + 1;
        put_place(&reader->cells[++i], &at);
    }
    if (i == TABLE_COLUMNS_MAX)
        return i;
    table_advance(&at, str_skip(record, from), true);
    put_place(&reader->cells[++i], &at);
    return i;
}

static struct str without_end(struct str record)
{
    while (record.n > 0 && (record.p[record.n - 1] == '\n'
                            || record.p[record.n - 1] == '\r'))
        record.n--;
    return record;
}

static struct str record_until(const struct table_reader *reader, size_t end)
{
    return without_end((struct str){ reader->text.p + reader->begin,
                                     end - reader->begin });
}

/* --- faults --- */

static void fail(struct table_reader *reader, enum msg id, struct pos at,
                 uint32_t line, size_t offset)
{
    at.row = reader->record.row.number + 1;
    reader->fault = (struct fault){
        .id = id, .at = at, .line = line, .offset = offset,
    };
    reader->broken = true;
}

/* Cell reader->n is too long, or one too many: the place where it begins. */
static void fail_cell(struct table_reader *reader, size_t end)
{
    enum msg id = reader->n == TABLE_COLUMNS_MAX ? MSG_TABLE_COLUMNS
                                                 : MSG_TABLE_FIELD;
    locate(reader, record_until(reader, end));
    const struct cell *cell = &reader->cells[reader->n];
    struct pos at = {
        .line = cell->line, .col = cell->col, .cell = (uint32_t)reader->n + 1,
    };
    fail(reader, id, at, at.line, reader->begin);
}

/* libcsv refused byte `refused` of the line at reader->at. */
static void fail_quote(struct table_reader *reader, size_t refused)
{
    size_t offset = reader->at + refused;
    enum msg id = reader->csv.quoted ? MSG_TABLE_QUOTE_AFTER
                                     : MSG_TABLE_QUOTE_INSIDE;
    struct pos at = { .line = reader->line, .col = 1 };
    table_advance(&at, str_sub(reader->text, reader->at, offset), true);
    at.cell = (uint32_t)reader->n + 1;
    locate(reader, record_until(reader, offset));
    fail(reader, id, at, reader->cells[reader->n].line, offset);
}

/* The text ended inside quotes: the place of the one that opened them. */
static void fail_open(struct table_reader *reader)
{
    struct str record = str_skip(reader->text, reader->begin);
    struct pos at = {
        .line = reader->first_line, .col = 1,
        .cell = (uint32_t)reader->n + 1,
    };
    size_t opened = 0;
    bool inside = false;
    for (size_t i = 0; i < record.n; i++) {
        if (record.p[i] != '"')
            continue;
        /* A doubled quote closes and opens again: not a beginning. */
        if (!inside && !(i > 0 && record.p[i - 1] == '"'))
            opened = i;
        inside = !inside;
    }
    table_advance(&at, str_sub(record, 0, opened), true);
    fail(reader, MSG_TABLE_QUOTE_OPEN, at, at.line, reader->text.n);
}

/* --- cells --- */

/* Line ends inside a cell as LF, whatever the file's are. A cell with line
 * ends was in quotes, so that its text is our copy. */
static struct str unify_ends(struct str text)
{
    char *to = (char *)(uintptr_t)text.p;
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\r' && i + 1 < text.n && text.p[i + 1] == '\n')
            continue;
        to[n++] = text.p[i] == '\r' ? '\n' : text.p[i];
    }
    return (struct str){ text.p, n };
}

static struct str clean_cell(struct table_reader *reader, struct str text)
{
    text = str_trim(text);
    if (reader->line - reader->first_line > 1)
        text = unify_ends(text);
    if (reader->decoded->maybe_not_nfc && table_maybe_not_nfc(text))
        text = fold_nfc(reader->scratch, text);
    return text;
}

static size_t end_of_cell(struct str s, char delimiter)
{
    size_t n = 0;
    while (n < s.n && s.p[n] != delimiter)
        n++;
    return n;
}

/* --- records without quotes: the loop in which a large table is read --- */

/* Cuts the line into cells; false at a fault. */
static bool cut_line(struct table_reader *reader, struct str line)
{
    const bool ascii = reader->decoded->ascii;
    struct str rest = without_end(line);
    struct cell *cell = reader->cells;
    uint32_t col = 1;
    size_t n = 0, filled = 0;
    for (;;) {
        size_t size = end_of_cell(rest, reader->delimiter);
        if (n == TABLE_COLUMNS_MAX || size > TABLE_FIELD_MAX) {
            reader->n = n;
            fail_cell(reader, reader->at + line.n);
            return false;
        }
        *cell = (struct cell){ { rest.p, size }, reader->line, col };
        if (size > 0 && (!ascii || rest.p[0] <= ' '
                         || rest.p[size - 1] <= ' '))
            cell->text = clean_cell(reader, cell->text);
        col += (ascii ? (uint32_t)size : count_characters(rest.p, size)) + 1;
        n++;
        if (cell++->text.n > 0)
            filled = n;
        if (size == rest.n)
            break;
        rest = (struct str){ rest.p + size + 1, rest.n - size - 1 };
    }
    *cell = (struct cell){ .line = reader->line, .col = col - 1 };
    reader->record.row.n = filled;
    reader->n = n;
    reader->at += line.n;
    reader->line++;
    return true;
}

/* --- records with quotes --- */

static void on_cell(void *bytes, size_t n, void *payload)
{
    struct table_reader *reader = payload;
    if (reader->n == TABLE_COLUMNS_MAX || n > TABLE_FIELD_MAX)
        reader->broken = true;
    if (reader->broken)
        return;
    /* add_line made the room: cells are never longer than their record. */
    memcpy(reader->bytes + reader->used, bytes, n);
    reader->used += n;
    reader->cells[reader->n++].text.n = n;
}

static void on_record(int end, void *payload)
{
    struct table_reader *reader = payload;
    (void)end;
    reader->done = true;
}

/* Feeds one line; false at a fault. */
static bool add_line(struct table_reader *reader, struct str line)
{
    size_t end = reader->at + line.n, size = end - reader->begin;
    if (reader->cap < size) {
        reader->cap = size * 2;
        reader->bytes = mem_realloc(reader->bytes, reader->cap);
    }
    size_t fed = csv_parse(&reader->csv, line.p, line.n, on_cell, on_record,
                           reader);
    if (reader->broken)
        fail_cell(reader, end);
    else if (fed < line.n)
        fail_quote(reader, fed);
    else if (!reader->done && reader->csv.entry_pos > TABLE_FIELD_MAX)
        fail_cell(reader, end);
    reader->at = end;
    reader->line++;
    return !reader->broken;
}

/* The text has ended, with a line end or without. */
static bool end_text(struct table_reader *reader)
{
    if (csv_fini(&reader->csv, on_cell, on_record, reader) != 0)
        fail_open(reader);
    else if (reader->broken)
        fail_cell(reader, reader->at);
    return !reader->broken;
}

/* The complete record's cells: their texts are copies, one behind the other,
 * their places are found in the text. */
static void take_cells(struct table_reader *reader)
{
    const char *copy = reader->bytes;
    size_t filled = 0;
    size_t found = locate(reader, record_until(reader, reader->at));
    assert(found == reader->n);
    for (size_t i = 0; i < found; i++) {
        struct cell *cell = &reader->cells[i];
        struct str text = { copy, cell->text.n };
        copy += text.n;
        cell->text = clean_cell(reader, text);
        if (cell->text.n > 0)
            filled = i + 1;
    }
    reader->record.row.n = filled;
}

/* Feeds the lines of one record; false at a fault. */
static bool feed_record(struct table_reader *reader, struct str line)
{
    reader->done = false;
    reader->n = 0;
    reader->used = 0;
    while (add_line(reader, line)) {
        if (reader->at == reader->text.n && !end_text(reader))
            return false;
        if (reader->done) {
            take_cells(reader);
            return true;
        }
        line = next_line(reader);
    }
    return false;
}

/* --- all records --- */

static bool read_record(struct table_reader *reader)
{
    struct str line = next_line(reader);
    reader->begin = reader->at;
    reader->first_line = reader->line;
    if (reader->decoded->maybe_not_nfc)
        arena_reset(reader->scratch);
    if (seek(reader, &reader->quote, '"') >= reader->at + line.n)
        return cut_line(reader, line);
    return feed_record(reader, line);
}

const struct record *table_reader_next(struct table_reader *reader)
{
    struct record *record = &reader->record;
    while (!reader->broken && reader->at < reader->text.n) {
        if (!read_record(reader))
            return NULL;
        record->row.number++;
        record->row.cells = reader->cells;
        record->total = reader->n;
        record->line = reader->first_line;
        if (record->row.n > 0)
            return record;
    }
    return NULL;
}

bool table_reader_resume(struct table_reader *reader)
{
    const struct fault *fault = &reader->fault;
    bool quote = fault->id == MSG_TABLE_QUOTE_INSIDE
        || fault->id == MSG_TABLE_QUOTE_AFTER;
    if (!reader->broken || !quote || fault->line != fault->at.line)
        return false;
    csv_free(&reader->csv);
    start_parser(reader, reader->delimiter);
    reader->broken = false;
    reader->record.row.number++;
    return true;
}
