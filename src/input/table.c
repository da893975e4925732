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
#include <stdio.h>
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
    bool ahead;                 /* `now` was read, but not handed out yet */
    struct record header;
    struct arena *arena;        /* the header */
    struct diag *diag;
};

/* What a delimiter makes of the first lines. */
struct guess {
    char delimiter;
    size_t known;               /* column names in the best line */
    size_t columns;             /* its filled cells */
    bool proven;                /* some known name is in Cyrillic */
    size_t index;               /* which record that is */
    uint32_t line;
    size_t fault;               /* how far it can be read at all */
};

static const char delimiters[] = { ';', '\t', ',' };
#define DELIMITERS (sizeof delimiters)

struct str table_delimiter_name(char delimiter)
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

static bool is_ascii(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

/* A row of things alone is none of names: it may be data. */
static void count_names(const struct row *row, table_resolves *resolves,
                        void *payload, struct guess *out)
{
    bool named = false;
    for (size_t i = 0; i < row->n; i++) {
        struct str text = row->cells[i].text;
        if (text.n == 0)
            continue;
        out->columns++;
        enum table_name name = resolves(payload, text);
        if (name == TABLE_NO_NAME)
            continue;
        named = named || name == TABLE_COLUMN;
        out->known++;
        out->proven = out->proven || !is_ascii(text);
    }
    if (!named)
        out->known = 0;
}

/* The header as it is with this delimiter: the first of ten lines of which
 * all cells are known, else the first with most known cells. */
static struct guess try_delimiter(const struct table *table, char delimiter,
                                  table_resolves *resolves, void *payload)
{
    struct guess best = { .delimiter = delimiter };
    struct table_reader *reader = table_reader_new(
        &table->decoded, table->text, table->line, delimiter);
    bool all = false;
    for (size_t i = 0; i < TABLE_HEADER_LINES && !all; i++) {
        const struct record *record = table_reader_next(reader);
        if (!record)
            break;
        struct guess line = { .delimiter = delimiter, .index = i,
                              .line = record->line };
        count_names(&record->row, resolves, payload, &line);
        all = line.columns == line.known;
        if (line.known > best.known || all || i == 0)
            best = line;
    }
    const struct fault *fault = table_reader_fault(reader);
    best.fault = fault ? fault->offset : SIZE_MAX;
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
             MSG_TABLE_DELIMITER, ARGS(table_delimiter_name(best->delimiter),
                                       table_delimiter_name(rival)));
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
    struct str arg = {0};
    at.file = table->file;
    if (fault->id == MSG_TABLE_QUOTE_AFTER && fault->line != at.line)
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

/* A file in CP866 is full of words that are none, but no header of ours. */
static bool check_encoding(struct table *table, const struct guess *guess)
{
    const struct decoded *decoded = &table->decoded;
    if (!decoded->doubt || guess->proven
        || (guess->known > 0 && !decoded->doubt_sure))
        return true;
    return table_report_doubt(table->file, decoded, table->diag);
}

static struct record copy_record(struct arena *arena,
                                 const struct record *record)
{
    struct record copy = *record;
    struct cell *cells = ARENA_ARRAY(arena, struct cell, record->total + 1);
    memcpy(cells, record->row.cells, sizeof *cells * (record->total + 1));
    for (size_t i = 0; i < record->total; i++)
        cells[i].text = str_copy(arena, cells[i].text);
    copy.row.cells = cells;
    return copy;
}

/*
 * Merged cells of a header come as two lines: a name above an empty cell was
 * merged downwards, names below an empty cell (or below a caption of theirs
 * that is no name) stood under one merged to the right. All of the lower line
 * are names.
 */
static bool is_pair(const struct record *top, const struct record *bottom,
                    table_resolves *resolves, void *payload)
{
    bool down = false, right = false;
    size_t n = top->row.n > bottom->row.n ? top->row.n : bottom->row.n;
    for (size_t i = 0; i < n; i++) {
        struct str above = table_text(&top->row, i);
        struct str below = table_text(&bottom->row, i);
        bool known =
            above.n > 0 && resolves(payload, above) != TABLE_NO_NAME;
        if (below.n > 0 && resolves(payload, below) == TABLE_NO_NAME)
            return false;
        down = down || (known && below.n == 0);
        right = right || (!known && below.n > 0);
    }
    return down && right;
}

/* The lower line with the names above its empty cells. */
static struct record join_pair(struct arena *arena, const struct record *top,
                               const struct record *bottom,
                               table_resolves *resolves, void *payload)
{
    struct record joined = *bottom;
    size_t total = top->total > bottom->total ? top->total : bottom->total;
    struct cell *cells = ARENA_ARRAY(arena, struct cell, total + 1);
    for (size_t i = 0; i <= total; i++) {
        struct str above = table_text(&top->row, i);
        cells[i] = bottom->row.cells[i < bottom->total ? i : bottom->total];
        if (i < total && cells[i].text.n == 0 && above.n > 0
            && resolves(payload, above) != TABLE_NO_NAME)
            cells[i] = top->row.cells[i];
        if (cells[i].text.n > 0)
            joined.row.n = i + 1;
    }
    joined.row.cells = cells;
    joined.total = total;
    return joined;
}

static bool read_header(struct table *table, const struct guess *guess,
                        table_resolves *resolves, void *payload)
{
    struct record above = {0}, header = {0};
    table->reader = table_reader_new(&table->decoded, table->text,
                                     table->line, table->delimiter);
    if (guess->known == 0) {
        report_headless(table);
        return false;
    }
    for (size_t i = 0; i <= guess->index; i++) {
        above = header;
        header = copy_record(table->arena, table_reader_next(table->reader));
    }
    table->now = table_reader_next(table->reader);
    table->ahead = table->now != NULL;
    if (table->ahead && is_pair(&header, table->now, resolves, payload)) {
        struct record below = copy_record(table->arena, table->now);
        header = join_pair(table->arena, &header, &below, resolves, payload);
        table->ahead = false;
    } else if (guess->index > 0
               && is_pair(&above, &header, resolves, payload)) {
        header = join_pair(table->arena, &above, &header, resolves, payload);
    }
    table->header = header;
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
        && check_encoding(table, &guess)
        && read_header(table, &guess, resolves, payload);
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

/* The note under a table: its one filled cell. */
static bool is_footnote(const struct row *row)
{
    static const char *const marks[] = { "*", "Примечани", "примечани",
                                         "ПРИМЕЧАНИ" };
    if (row->n > 1 && row->cells[0].text.n > 0)
        return false;
    for (size_t i = 0; i + 1 < row->n; i++)
        if (row->cells[i].text.n > 0)
            return false;
    struct str text = row->cells[row->n - 1].text;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text, str_of(marks[i])) && !str_is(text, marks[i]))
            return true;
    return false;
}

/* «1;2;3;4» under the header: the numbers of the columns. */
static bool is_numbering(const struct row *row, const struct row *header)
{
    if (row->n < 3 || row->n != header->n)
        return false;
    for (size_t i = 0; i < row->n; i++) {
        char number[24];
        snprintf(number, sizeof number, "%zu", i + 1);
        if (!str_is(row->cells[i].text, number))
            return false;
    }
    return true;
}

/* The header once more, where a page began. */
static bool is_repeated(const struct row *row, const struct row *header)
{
    if (row->n != header->n)
        return false;
    for (size_t i = 0; i < row->n; i++)
        if (!str_eq(row->cells[i].text, header->cells[i].text))
            return false;
    return true;
}

/* Is the row no data? Then that is noted. */
static bool is_aside(struct table *table, const struct row *row, bool first)
{
    const struct row *header = &table->header.row;
    enum msg id = MSG_COUNT;
    if (is_footnote(row))
        id = MSG_TABLE_FOOTNOTE;
    else if (first && is_numbering(row, header))
        id = MSG_TABLE_NUMBERING;
    else if (is_repeated(row, header))
        id = MSG_TABLE_REPEATED;
    if (id == MSG_COUNT)
        return false;
    diag_add(table->diag, table_pos(table, row, 0), id, NULL);
    return true;
}

bool table_each(struct table *table, table_row *each, void *payload)
{
    bool first = true, whole = true;
    if (!table->ahead)
        table->now = table_reader_next(table->reader);
    for (;;) {
        if (table->now) {
            const struct row *row = &table->now->row;
            if (!is_aside(table, row, first) && each(payload, row) != 0)
                return true;
            first = false;
        } else {
            const struct fault *fault = table_reader_fault(table->reader);
            if (!fault)
                return whole;
            report_fault(table, fault);
            if (!table_reader_resume(table->reader))
                return false;
            whole = false;
        }
        table->now = table_reader_next(table->reader);
    }
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

const char *table_encoding(const struct table *table)
{
    return table->decoded.name;
}

char table_delimiter(const struct table *table)
{
    return table->delimiter;
}

uint32_t table_header_line(const struct table *table)
{
    return table->header.line;
}
