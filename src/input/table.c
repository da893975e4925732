/*
 * table: a CSV file as an office saved it, as rows of texts with positions.
 * Here: `sep=`, the delimiter, the header, footnotes; table_encoding.c knows
 * bytes and table_reader.c records.
 *
 * For model/.
 */
#include "input/table.h"

#include "base/mem.h"
#include "input/table_encoding.h"
#include "input/table_reader.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct table {
    struct str file;
    struct decoded decoded;
    struct str text;            /* of it, without the line `sep=` */
    uint32_t line;              /* where `text` begins */
    char delimiter;
    struct table_reader *reader;
    const struct record *now;   /* the record handed out last */
    struct record header;
    struct arena *arena;        /* the header */
    struct diag *diag;
};

/* What a delimiter makes of the first lines. */
struct guess {
    char delimiter;
    size_t known;               /* column names in the best line */
    size_t columns;             /* its filled cells */
    size_t index;               /* which record that is */
    uint32_t line;
    size_t fault;               /* how far it can be read at all */
};

static const char delimiters[] = { ';', '\t', ',' };
#define DELIMITERS (sizeof delimiters)

static struct str delimiter_name(char delimiter)
{
    return delimiter == ';' ? S("«;»")
         : delimiter == ',' ? S("«,»") : S("«TAB»");
}

static bool is_delimiter(char c)
{
    return memchr(delimiters, c, DELIMITERS) != NULL;
}

/* --- sep= --- */

/*
 * The line by which Excel is told the delimiter; it is no row of the sheet.
 * False after reporting a delimiter that is not ours.
 */
static bool take_sep(struct table *table)
{
    struct str text = table->text;
    size_t end = 0;
    while (end < text.n && text.p[end] != '\n' && text.p[end] != '\r')
        end++;
    struct str line = str_sub(text, 0, end);
    bool quoted = line.n > 1 && line.p[0] == '"' && line.p[line.n - 1] == '"';
    if (quoted)
        line = str_sub(line, 1, line.n - 1);
    if (line.n < 4 || (!str_starts(line, S("sep="))
                       && !str_starts(line, S("SEP="))
                       && !str_starts(line, S("Sep="))))
        return true;
    /* An office may have added empty columns behind it. */
    struct str mark = str_sub(line, 4, 5);
    if (mark.n == 0 || !is_delimiter(mark.p[0])) {
        diag_add(table->diag, (struct pos){ .file = table->file, .line = 1,
                                            .col = quoted ? 6 : 5 },
                 MSG_TABLE_SEP, ARGS(str_skip(line, 4)));
        return false;
    }
    table->delimiter = mark.p[0];
    if (str_starts(str_skip(text, end), S("\r\n")))
        end++;
    table->text = str_skip(text, end + 1);
    table->line = 2;
    return true;
}

/* --- delimiter and header --- */

static void count_names(const struct row *row, table_resolves *resolves,
                        void *payload, size_t *filled, size_t *known)
{
    *filled = 0;
    *known = 0;
    for (size_t i = 0; i < row->n; i++) {
        if (row->cells[i].text.n == 0)
            continue;
        ++*filled;
        *known += resolves(payload, row->cells[i].text);
    }
}

/* The header as it is with this delimiter: the first of ten lines of which
 * all cells are known, else the first with most known cells. */
static struct guess try_delimiter(const struct table *table, char delimiter,
                                  table_resolves *resolves, void *payload)
{
    struct guess best = { .delimiter = delimiter, .fault = SIZE_MAX };
    struct table_reader *reader = table_reader_new(
        &table->decoded, table->text, table->line, delimiter);
    bool all = false;
    for (size_t i = 0; i < TABLE_HEADER_LINES && !all; i++) {
        const struct record *record = table_reader_next(reader);
        size_t filled, known;
        if (!record)
            break;
        count_names(&record->row, resolves, payload, &filled, &known);
        all = filled == known;
        if (known > best.known || all || i == 0) {
            best.known = known;
            best.columns = filled;
            best.index = i;
            best.line = record->line;
        }
    }
    const struct fault *fault = table_reader_fault(reader);
    if (fault)
        best.fault = fault->offset;
    table_reader_free(reader);
    return best;
}

/* <0, 0, >0: is `a` the worse, equal, better guess? Where no name is known
 * the file is at fault: then that with which it can be read the furthest. */
static int compare_guesses(const struct guess *a, const struct guess *b)
{
    if (a->known != b->known)
        return a->known > b->known ? 1 : -1;
    if (a->known == 0)
        return a->fault > b->fault ? 1 : a->fault < b->fault ? -1 : 0;
    if (a->columns != b->columns)
        return a->columns > b->columns ? 1 : -1;
    return 0;
}

static bool choose_delimiter(struct table *table, table_resolves *resolves,
                             void *payload, struct guess *best)
{
    const char *choices = delimiters;
    size_t n = DELIMITERS;
    char rival = 0;
    if (table->delimiter) {
        choices = &table->delimiter;
        n = 1;
    }
    for (size_t i = 0; i < n; i++) {
        struct guess guess = try_delimiter(table, choices[i], resolves,
                                           payload);
        int order = i == 0 ? 1 : compare_guesses(&guess, best);
        if (order > 0) {
            *best = guess;
            rival = 0;
        } else if (order == 0 && best->known > 0 && best->columns > 1
                   && !rival) {
            rival = guess.delimiter;
        }
    }
    table->delimiter = best->delimiter;
    if (!rival)
        return true;
    diag_add(table->diag, (struct pos){ .file = table->file,
                                        .line = best->line },
             MSG_TABLE_DELIMITER, ARGS(delimiter_name(best->delimiter),
                                       delimiter_name(rival)));
    return false;
}

/* --- faults --- */

static struct str number_text(struct arena *arena, uint32_t number)
{
    return str_format(arena, "%lu", (unsigned long)number);
}

static void report_fault(struct table *table, const struct fault *fault)
{
    struct pos at = fault->at;
    struct str arg = { 0 };
    at.file = table->file;
    if (fault->id == MSG_TABLE_QUOTE_AFTER)
        arg = number_text(table->arena, fault->line);
    else if (fault->id == MSG_TABLE_FIELD)
        arg = number_text(table->arena, TABLE_FIELD_MAX);
    else if (fault->id == MSG_TABLE_COLUMNS)
        arg = number_text(table->arena, TABLE_COLUMNS_MAX);
    diag_add(table->diag, at, fault->id, ARGS(arg));
}

/* There is no header: because of a fault, or of what the table says. */
static void report_headless(struct table *table)
{
    struct table_reader *reader = table->reader;
    uint32_t line = 0;
    for (size_t i = 0; i < TABLE_HEADER_LINES; i++) {
        const struct record *record = table_reader_next(reader);
        if (!record)
            break;
        if (i == 0)
            line = record->line;
    }
    const struct fault *fault = table_reader_fault(reader);
    struct pos at = { .file = table->file, .line = line };
    if (fault)
        report_fault(table, fault);
    else if (line == 0)
        diag_add(table->diag, at, MSG_TABLE_EMPTY, NULL);
    else
        diag_add(table->diag, at, MSG_TABLE_HEADER,
                 ARGS(number_text(table->arena, TABLE_HEADER_LINES)));
}

/* --- opening --- */

static void keep_header(struct table *table, const struct record *record)
{
    struct cell *cells = ARENA_ARRAY(table->arena, struct cell,
                                     record->total + 1);
    memcpy(cells, record->row.cells, sizeof *cells * (record->total + 1));
    for (size_t i = 0; i < record->total; i++)
        cells[i].text = str_copy(table->arena, cells[i].text);
    table->header = *record;
    table->header.row.cells = cells;
}

static bool read_header(struct table *table, const struct guess *guess)
{
    table->reader = table_reader_new(&table->decoded, table->text,
                                     table->line, table->delimiter);
    if (guess->known == 0) {
        report_headless(table);
        return false;
    }
    const struct record *record = NULL;
    for (size_t i = 0; i <= guess->index; i++)
        record = table_reader_next(table->reader);
    keep_header(table, record);
    return true;
}

struct table *table_open(struct str file, struct str bytes,
                         table_resolves *resolves, void *payload,
                         struct diag *diag)
{
    struct table *table = mem_alloc(sizeof *table);
    struct guess guess;
    table->file = file;
    table->diag = diag;
    table->arena = arena_new();
    bool good = table_decode(file, bytes, &table->decoded, diag);
    table->text = table->decoded.text;
    table->line = 1;
    good = good && take_sep(table)
        && choose_delimiter(table, resolves, payload, &guess)
        && read_header(table, &guess);
    if (good)
        return table;
    table_free(table);
    return NULL;
}

void table_free(struct table *table)
{
    if (!table)
        return;
    table_reader_free(table->reader);
    buf_free(&table->decoded.own);
    arena_free(table->arena);
    free(table);
}

/* --- reading --- */

const struct row *table_header(const struct table *table)
{
    return &table->header.row;
}

/* The note under a table: one filled cell, the first one. */
static bool is_footnote(const struct row *row)
{
    struct str text = row->cells[0].text;
    return row->n == 1
        && (str_starts(text, S("*")) || str_starts(text, S("Примечани"))
            || str_starts(text, S("примечани"))
            || str_starts(text, S("ПРИМЕЧАНИ")));
}

bool table_each(struct table *table, table_row *each, void *payload)
{
    while ((table->now = table_reader_next(table->reader))) {
        if (is_footnote(&table->now->row))
            continue;
        if (each(payload, &table->now->row) != 0)
            return true;
    }
    const struct fault *fault = table_reader_fault(table->reader);
    if (!fault)
        return true;
    report_fault(table, fault);
    return false;
}

struct pos table_pos(const struct table *table, const struct row *row,
                     size_t i)
{
    const struct record *record = &table->header;
    if (row->number != record->row.number)
        record = table->now;
    const struct cell *cell =
        &record->row.cells[i < record->total ? i : record->total];
    return (struct pos){
        .file = table->file, .line = cell->line, .col = cell->col,
        .row = row->number, .cell = (uint32_t)i + 1,
    };
}

struct str table_text(const struct row *row, size_t i)
{
    return i < row->n ? row->cells[i].text : (struct str){ 0 };
}

const char *table_encoding(const struct table *table)
{
    return table->decoded.name;
}

char table_delimiter(const struct table *table)
{
    return table->delimiter;
}
