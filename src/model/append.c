/*
 * append: one more school. See append.h.
 *
 * For the command `new`.
 */
#include "model/append.h"

#include "base/diag.h"
#include "input/table.h"
#include "model/blank.h"
#include "model/catalog.h"
#include "model/names.h"

#include <string.h>

/* What a row is written in. */
enum coding { CODING_UTF8, CODING_CP1251, CODING_UTF16LE, CODING_UTF16BE };

struct appending {
    struct table *table;
    struct str id;
    size_t id_column;
    bool taken;
};

static enum table_name resolves(void *payload, struct str cell)
{
    (void)payload;
    return schema_find(&schema_schools, cell) ? TABLE_COLUMN : TABLE_NO_NAME;
}

/* --- bytes --- */

static enum coding coding_of(struct str bytes, const struct table *table)
{
    if (str_starts(bytes, S("\xFF\xFE")))
        return CODING_UTF16LE;
    if (str_starts(bytes, S("\xFE\xFF")))
        return CODING_UTF16BE;
    return strcmp(table_encoding(table), "Windows-1251") == 0
               ? CODING_CP1251
               : CODING_UTF8;
}

/* Letters of the alphabet without ё stand in both in the same order. */
static char cp1251(uint32_t code)
{
    return (char)(code < 0x80 ? code : code - 0x410 + 0xC0);
}

static void put_text(struct buf *out, struct str text, enum coding coding)
{
    size_t at = 0;
    if (coding == CODING_UTF8)
        buf_add(out, text);
    while (coding != CODING_UTF8 && at < text.n) {
        uint32_t code = utf8_next(text, &at);
        if (coding == CODING_CP1251)
            buf_char(out, cp1251(code));
        if (coding == CODING_UTF16BE)
            buf_char(out, (char)(code >> 8));
        if (coding == CODING_UTF16LE || coding == CODING_UTF16BE)
            buf_char(out, (char)(code & 0xFF));
        if (coding == CODING_UTF16LE)
            buf_char(out, (char)(code >> 8));
    }
}

/* The line end of the first line; what Excel writes when there is none. In
 * UTF-16 a zero byte stands before or behind each. */
static struct str end_of_lines(struct str bytes)
{
    for (size_t i = 0; i < bytes.n; i++) {
        if (bytes.p[i] == '\n')
            return S("\n");
        if (bytes.p[i] != '\r')
            continue;
        struct str next = str_sub(bytes, i + 1, i + 3);
        return str_find_char(next, '\n') >= 0 ? S("\r\n") : S("\r");
    }
    return S("\r\n");
}

/* Does the text end in a line end? */
static bool is_ended(struct str bytes)
{
    while (bytes.n && bytes.p[bytes.n - 1] == '\0')
        bytes.n--;
    return bytes.n && (bytes.p[bytes.n - 1] == '\n' ||
                       bytes.p[bytes.n - 1] == '\r');
}

/* Without its last line; `line` gets that, without its end. */
static struct str cut_line(struct str bytes, struct str *line)
{
    size_t end = bytes.n, from;
    while (end && (bytes.p[end - 1] == '\n' || bytes.p[end - 1] == '\r'))
        end--;
    for (from = end; from; from--)
        if (bytes.p[from - 1] == '\n' || bytes.p[from - 1] == '\r')
            break;
    *line = str_sub(bytes, from, end);
    return str_sub(bytes, 0, from);
}

/* A note or an empty row. Half of a cell of several lines is neither: it has
 * an odd number of quotes. */
static bool is_below(struct str line, char delimiter)
{
    size_t quotes = 0, empty = 0;
    for (size_t i = 0; i < line.n; i++) {
        quotes += line.p[i] == '"';
        empty += line.p[i] == delimiter;
    }
    return quotes % 2 == 0 &&
           (empty == line.n || str_starts(line, S("*")) ||
            str_starts(line, S("\"*")));
}

/* Where the row goes: behind the last one, before what stands below them.
 * The lines of UTF-16 are not looked into: at the end. */
static size_t find_place(struct str bytes, enum coding coding, char delimiter)
{
    size_t at = bytes.n;
    struct str line, rest = bytes;
    if (coding == CODING_UTF16LE || coding == CODING_UTF16BE)
        return at;
    while (rest.n) {
        rest = cut_line(rest, &line);
        if (!is_below(line, delimiter))
            break;
        at = rest.n;
    }
    return at;
}

/* --- the table --- */

static int look(void *payload, const struct row *row)
{
    struct appending *a = payload;
    a->taken = a->taken || str_eq(table_text(row, a->id_column), a->id);
    return 0;
}

static void put_row(struct buf *out, const struct table *table,
                    enum coding coding, struct str id, struct str name)
{
    const struct row *header = table_header(table);
    char delimiter = table_delimiter(table);
    for (size_t i = 0; i < header->n; i++) {
        const struct slot *slot =
            schema_find(&schema_schools, header->cells[i].text);
        if (i)
            put_text(out, (struct str){&delimiter, 1}, coding);
        if (slot && strcmp(slot->name, "id") == 0)
            put_text(out, id, coding);
        if (slot && strcmp(slot->name, "name") == 0)
            put_text(out, name, coding);
    }
}

/* The column of that name, or NONE after reporting that there is none. */
static size_t need_column(const struct table *table, const char *name,
                          struct diag *diag)
{
    const struct row *header = table_header(table);
    for (size_t i = 0; i < header->n; i++) {
        const struct slot *slot =
            schema_find(&schema_schools, header->cells[i].text);
        if (slot && strcmp(slot->name, name) == 0)
            return i;
    }
    diag_add(diag, table_pos(table, header, 0), MSG_CATALOG_COLUMN_MISSING,
             ARGS(str_of(name)));
    return NONE;
}

/* The head of schools.csv as `new --tables` writes it. */
static void put_head(struct buf *out)
{
    struct buf whole = {0};
    blank_table(&whole, BLANK_SCHOOLS);
    struct str rest = buf_str(&whole);
    buf_add(out, str_cut(&rest, '\n'));
    buf_char(out, '\n');
    buf_free(&whole);
}

int append_school(struct buf *out, struct str path, struct str bytes,
                  struct str id, struct str name, struct diag *diag)
{
    struct buf head = {0};
    struct appending a = {.id = id};
    int rc = -1;
    if (bytes.n == 0) {
        put_head(&head);
        bytes = buf_str(&head);
    }
    a.table = table_open(path, bytes, resolves, NULL, diag);
    if (!a.table)
        goto out;
    a.id_column = need_column(a.table, "id", diag);
    if (a.id_column == NONE || need_column(a.table, "name", diag) == NONE ||
        !table_each(a.table, look, &a))
        goto out;
    if (a.taken) {
        diag_add(diag, (struct pos){.file = path}, MSG_APPEND_TAKEN,
                 ARGS(id));
        goto out;
    }
    enum coding coding = coding_of(bytes, a.table);
    size_t place = find_place(bytes, coding, table_delimiter(a.table));
    buf_add(out, str_sub(bytes, 0, place));
    if (!is_ended(buf_str(out)))
        put_text(out, end_of_lines(bytes), coding);
    put_row(out, a.table, coding, id, name);
    put_text(out, end_of_lines(bytes), coding);
    buf_add(out, str_skip(bytes, place));
    rc = 0;
out:
    table_free(a.table);
    buf_free(&head);
    return rc;
}
