/*
 * diag_quote: the part of a line that fits a terminal, and a caret below it;
 * see diag_list.h.
 *
 * For diag_print.c.
 *
 * Columns are not characters: an accent joined to its letter takes none, an
 * emoji two.
 */
#include "base/diag_list.h"

#include "base/fold_char.h"

#define INDENT "    "
#define COLUMNS_MIN 40          /* narrower than that, lines may break */
#define COLUMNS_DEFAULT 80

/* Line breaks and tabs as blanks; what would act on a terminal or reorder
 * the text, and invalid bytes, as U+FFFD. */
uint32_t diag_visible(uint32_t code)
{
    if (code == '\n' || code == '\r' || code == '\t')
        return ' ';
    if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == UTF8_BAD
        || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069))
        return 0xFFFD;
    return code;
}

static uint32_t next(struct str line, size_t *at)
{
    return diag_visible(utf8_next(line, at));
}

/* Columns of the bytes from `from` to `to`. */
static size_t columns_of(struct str line, size_t from, size_t to)
{
    size_t columns = 0;
    while (from < to)
        columns += (size_t)fold_width(next(line, &from));
    return columns;
}

/* Where character `col` (from 1) begins; false when the line ends more than
 * one character before it: the file has changed meanwhile. */
static bool find(struct str line, uint32_t col, size_t *at)
{
    *at = 0;
    for (; col > 1 && *at < line.n; col--)
        utf8_next(line, at);
    return col <= 1;
}

/* Where to begin, so that what stands before the caret takes at most
 * `before` columns. */
static size_t begin(struct str line, size_t caret, size_t before)
{
    size_t from = 0;
    size_t columns = columns_of(line, 0, caret);
    while (columns > before)
        columns -= (size_t)fold_width(next(line, &from));
    for (size_t at = from; at < caret && fold_width(next(line, &at)) == 0;)
        from = at;
    return from;
}

void diag_quote(struct buf *out, struct str label, struct str line,
                uint32_t col, unsigned columns)
{
    size_t caret, from = 0, at;
    bool known = find(line, col, &caret);
    if (columns == 0)
        columns = COLUMNS_DEFAULT;
    if (columns < COLUMNS_MIN)
        columns = COLUMNS_MIN;
    /* both ends may need an ellipsis */
    size_t room = columns - S(INDENT).n - label.n - 2;
    if (columns_of(line, 0, line.n) > room + 2)
        from = begin(line, caret, room * 5 / 8);
    else
        room += 2;
    buf_addf(out, INDENT "%.*s%s", STR_FMT(label), from ? "…" : "");
    for (at = from; at < line.n;) {
        size_t behind = at;
        uint32_t code = next(line, &behind);
        size_t width = (size_t)fold_width(code);
        if (width > room) {
            buf_addz(out, "…");
            break;
        }
        room -= width;
        utf8_add(out, code);
        at = behind;
    }
    buf_char(out, '\n');
    if (!known)
        return;
    size_t blanks = S(INDENT).n + label.n + (from ? 1 : 0)
                    + columns_of(line, from, caret);
    buf_addf(out, "%*s^\n", (int)blanks, "");
}
