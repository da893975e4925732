/*
 * text_guard: a scan of the raw lines before parsing, and memory that runs
 * out with a message; see text_guard.h.
 *
 * For text.c and its tests.
 *
 * The scan knows nothing of code blocks on purpose: where the scan and the
 * parser could disagree about what is code, a bomb would get through.
 */
#include "input/text_guard.h"

#include "base/mem.h"
#include "input/text.h"
#include "input/text_place.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Counts since the last blank line. */
struct block_counts {
    size_t brackets, emphasis, declarations, delimiters;
};

struct guard {
    struct pos at;              /* start of the current line */
    struct diag *diag;
    struct block_counts block;
};

/* Reports `id` at byte `col` of `line`; arguments are numbers or a sign. */
static bool refuse(struct guard *guard, struct str line, size_t col,
                   enum msg id, size_t limit, struct str sign)
{
    char number[32];
    struct pos at = guard->at;
    at.col += (uint32_t)utf8_length(str_sub(line, 0, col));
    snprintf(number, sizeof number, "%zu", limit);
    diag_add(guard->diag, at, id, ARGS(str_of(number), sign));
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* What ends a paragraph for cmark; a no-break space does not. */
static bool is_empty(struct str line)
{
    for (size_t i = 0; i < line.n; i++)
        if (!is_blank(line.p[i]))
            return false;
    return true;
}

/* A line of one sign and blanks is a rule or an underline and nests nothing. */
static bool is_rule(struct str line)
{
    char sign = '\0';
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        if (is_blank(c))
            continue;
        if ((sign && c != sign) || !memchr("-*_=", c, 4))
            return false;
        sign = c;
    }
    return sign != '\0';
}

/* Length of `[^label]:`, which opens a container, too. */
static size_t note_length(struct str s)
{
    size_t n = 2;
    if (!str_starts(s, S("[^")))
        return 0;
    while (n < s.n && s.p[n] != ']' && (unsigned char)s.p[n] > ' ')
        n++;
    return n + 1 < s.n && s.p[n] == ']' && s.p[n + 1] == ':' ? n + 2 : 0;
}

/* Length of the block marker at `i`, or 0. A blank must follow, or another
 * `>`, or the end of the line. */
static size_t marker_length(struct str line, size_t i)
{
    size_t n = 0;
    char c = line.p[i];
    if (c == '[')
        return note_length(str_skip(line, i));
    if (c == '>')
        return i + 1 == line.n || is_blank(line.p[i + 1])
                       || memchr(">-*+", line.p[i + 1], 4)
                       || is_digit(line.p[i + 1])
                   ? 1
                   : 0;
    if (c == '-' || c == '*' || c == '+')
        n = 1;
    else if (is_digit(c)) {
        while (i + n < line.n && is_digit(line.p[i + n]))
            n++;
        if (i + n == line.n || (line.p[i + n] != '.' && line.p[i + n] != ')'))
            return 0;
        n++;
    }
    return n && (i + n == line.n || is_blank(line.p[i + n])) ? n : 0;
}

/* Finds the line's content, behind quote, list and note markers. */
static bool scan_prefix(struct guard *guard, struct str line, size_t *content)
{
    size_t markers = 0, column = 0, i = 0;
    bool rule = is_rule(line);
    while (i < line.n) {
        size_t n = marker_length(line, i);
        if (n && !rule) {
            if (++markers > TEXT_MARKERS_MAX)
                return refuse(guard, line, i, MSG_TEXT_MARKERS,
                              TEXT_MARKERS_MAX, S(""));
            if (column > TEXT_MARKER_COLUMN_MAX)
                return refuse(guard, line, i, MSG_TEXT_INDENT,
                              TEXT_MARKER_COLUMN_MAX, S(""));
        } else if (is_blank(line.p[i])) {
            n = 1;
        } else {
            break;
        }
        column += line.p[i] == '\t' ? 4 - column % 4 : n;
        i += n;
    }
    *content = i;
    return true;
}

/* `[name]: target` copies its target to every `[name]` of the text. */
static bool scan_reference(struct guard *guard, struct str line,
                           size_t content)
{
    struct str s = str_skip(line, content);
    if (!s.n || s.p[0] != '[')
        return true;
    ptrdiff_t colon = str_find(s, S("]:"));
    if (colon < 0)
        return true;
    size_t at = content + (size_t)colon + 2;
    while (at < line.n && is_blank(line.p[at]))
        at++;
    size_t end = at;
    bool pointed = at < line.n && line.p[at] == '<';
    while (end < line.n && (pointed || !is_blank(line.p[end])))
        end++;
    return end - at <= TEXT_TARGET_MAX
           || refuse(guard, line, at, MSG_TEXT_TARGET, TEXT_TARGET_MAX,
                     S(""));
}

/* Under each such line cmark reads the whole paragraph again. */
static bool is_delimiter(struct str line, size_t content)
{
    bool sign = false, hyphen = false;
    for (size_t i = content; i < line.n; i++) {
        char c = line.p[i];
        if (c != '|' && c != ':' && c != '-' && !is_blank(c))
            return false;
        sign = sign || c == '|' || c == ':';
        hyphen = hyphen || c == '-';
    }
    return sign && hyphen;
}

static bool count(struct guard *guard, struct str line, size_t i,
                  size_t *counter, size_t limit, const char *sign)
{
    return ++*counter <= limit
           || refuse(guard, line, i, MSG_TEXT_MARKS, limit, str_of(sign));
}

static bool scan_content(struct guard *guard, struct str line)
{
    struct block_counts *block = &guard->block;
    size_t pipes = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < line.n; i++) {
        char c = line.p[i], next = i + 1 < line.n ? line.p[i + 1] : '\0';
        if (c == '|' && ++pipes > TEXT_PIPES_MAX)
            ok = refuse(guard, line, i, MSG_TEXT_PIPES, TEXT_PIPES_MAX,
                        S(""));
        else if (c == '[')
            ok = count(guard, line, i, &block->brackets, TEXT_BRACKETS_MAX,
                       "[");
        else if (c == ']')
            block->brackets -= block->brackets > 0;
        else if ((c == '*' || c == '_') && (!i || line.p[i - 1] != c))
            ok = count(guard, line, i, &block->emphasis, TEXT_EMPHASIS_MAX,
                       c == '*' ? "*" : "_");
        else if (c == '<' && (next == '!' || next == '?'))
            ok = count(guard, line, i, &block->declarations,
                       TEXT_DECLARATIONS_MAX, next == '!' ? "<!" : "<?");
    }
    return ok;
}

static bool scan_line(struct guard *guard, struct str line)
{
    size_t content = 0;
    if (is_empty(line))
        guard->block = (struct block_counts){0};
    return scan_prefix(guard, line, &content)
           && scan_reference(guard, line, content)
           && (!is_delimiter(line, content)
               || count(guard, line, content, &guard->block.delimiters,
                        TEXT_DELIMITERS_MAX, "|-"))
           && scan_content(guard, line);
}

bool text_guard(struct str markdown, struct pos first, struct diag *diag)
{
    struct guard guard = { .at = first, .diag = diag };
    guard.at.line = first.line ? first.line : 1;
    guard.at.col = first.col ? first.col : 1;
    if (markdown.n > TEXT_BYTES_MAX) {
        char size[32];
        snprintf(size, sizeof size, "%zu", (markdown.n + 1023) / 1024);
        diag_add(diag, guard.at, MSG_TEXT_LONG,
                 ARGS(str_of(size), S("256")));
        return false;
    }
    size_t bad = utf8_valid(markdown);
    struct str rest = markdown;
    while (rest.p) {
        size_t start = (size_t)(rest.p - markdown.p);
        struct str line = text_cut_line(&rest);
        if (bad < markdown.n && bad >= start && bad <= start + line.n)
            return refuse(&guard, line, bad - start, MSG_TEXT_UTF8, 0, S(""));
        if (!scan_line(&guard, line))
            return false;
        guard.at.line++;
        guard.at.col = 1;
    }
    return true;
}

/* --- memory --- */

static _Thread_local struct text_budget *in_force;

/* Stands before each block, for realloc. */
union header {
    size_t size;
    max_align_t align;
};

void text_budget_use(struct text_budget *budget)
{
    in_force = budget;
}

static void *take(size_t size)
{
    struct text_budget *budget = in_force;
    assert(budget);
    size_t used = arena_used(budget->arena);
    if (used > budget->limit || size > budget->limit - used)
        longjmp(budget->over, 1);
    union header *block = arena_alloc(budget->arena, sizeof *block + size);
    block->size = size;
    return block + 1;
}

void *text_budget_calloc(size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 4 / size)
        n = SIZE_MAX / 4 / size;    /* over any budget */
    return take(n * size);
}

void *text_budget_realloc(void *old, size_t size)
{
    const union header *block = old;
    if (block && block[-1].size >= size)
        return old;
    void *fresh = take(size);
    if (block)
        memcpy(fresh, old, block[-1].size);
    return fresh;
}

void text_budget_free(void *old)
{
    (void)old;
}
