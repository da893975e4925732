/*
 * text_notes: footnotes that lead nowhere. cmark leaves a reference without
 * a note as plain text and drops a note without a reference, so both are
 * looked for in the source and compared with what the tree has.
 *
 * For text.c.
 */
#include "base/map.h"
#include "base/mem.h"
#include "input/text_doc.h"

#define LOST_MAX 16     /* searches that may fail in one block */

/* What is known of a line. */
enum line_flag { LINE_LITERAL = 1, LINE_NOTE = 2 };

struct note_scan {
    struct text_doc *doc;
    struct diag *diag;
    unsigned char *lines;       /* flags, by line number */
    struct map *labels;         /* of the notes so far */
    /* The block whose text is looked at. */
    size_t cursor, end;
    int lost;
};

/* The label of `[^label]` at the start of `s`, empty when there is none. */
static struct str label_of(struct str s)
{
    size_t n = 2;
    if (!str_starts(s, S("[^")))
        return S("");
    while (n < s.n && s.p[n] != ']') {
        if ((unsigned char)s.p[n] <= ' ' || s.p[n] == '[')
            return S("");
        n++;
    }
    return n < s.n ? str_sub(s, 2, n) : S("");
}

/* Blanks and quote and list markers before a line's content; `indent` is the
 * number of blanks behind the last marker. */
static size_t prefix_length(struct str line, size_t *indent)
{
    size_t i = 0;
    *indent = 0;
    for (; i < line.n; i++) {
        char c = line.p[i];
        if (c == ' ')
            ++*indent;
        else if (c == '\t')
            *indent += 4;
        else if (c == '>' || c == '-' || c == '*' || c == '+' || c == '.'
                 || c == ')' || (c >= '0' && c <= '9'))
            *indent = 0;
        else
            break;
    }
    return i;
}

static void flag_lines(struct note_scan *scan)
{
    struct text_doc *doc = scan->doc;
    for (size_t i = 0; i < doc->n; i++) {
        const struct text_event *event = &doc->events[i];
        size_t line = text_place_number(&doc->place, event->at);
        if (event->kind == TEXT_NOTE && event->enter && event->number)
            scan->lines[line] |= LINE_NOTE;
        if (event->kind != TEXT_CODE_BLOCK && event->kind != TEXT_HTML_BLOCK)
            continue;
        for (; line <= event->last_line && line <= doc->place.n; line++)
            scan->lines[line] |= LINE_LITERAL;
    }
}

static void check_definition(struct note_scan *scan, size_t line)
{
    struct text_place *place = &scan->doc->place;
    struct str raw = text_place_line(place, line);
    size_t indent, prefix = prefix_length(raw, &indent);
    struct str rest = str_skip(raw, prefix);
    struct str label = label_of(rest);
    if (!label.n || indent > 3 || (scan->lines[line] & LINE_LITERAL)
        || !str_starts(str_skip(rest, label.n + 2), S("]:")))
        return;
    bool seen = map_get(scan->labels, label) != MAP_NONE;
    map_add(scan->labels, label, line);
    if (scan->lines[line] & LINE_NOTE)
        return;
    diag_add(scan->diag,
             text_place_pos(place, text_place_start(place, line) + prefix),
             seen ? MSG_TEXT_NOTE_TWICE : MSG_TEXT_NOTE_UNUSED, ARGS(label));
}

/* Offset of `what` in the block's source from the cursor on, or -1. */
static ptrdiff_t find_source(struct note_scan *scan, struct str what)
{
    struct str source = str_sub(scan->doc->text, scan->cursor, scan->end);
    ptrdiff_t found = scan->lost < LOST_MAX ? str_find(source, what) : -1;
    if (found < 0) {
        scan->lost++;
        return -1;
    }
    size_t at = scan->cursor + (size_t)found;
    scan->cursor = at + what.n;
    return (ptrdiff_t)at;
}

static bool is_escaped(struct str text, size_t at)
{
    size_t n = 0;
    while (n < at && text.p[at - 1 - n] == '\\')
        n++;
    return n % 2 == 1;
}

static void check_run(struct note_scan *scan, struct str run)
{
    ptrdiff_t found;
    while ((found = str_find(run, S("[^"))) >= 0) {
        run = str_skip(run, (size_t)found);
        struct str label = label_of(run);
        if (!label.n) {
            run = str_skip(run, 2);
            continue;
        }
        ptrdiff_t at = find_source(scan, str_sub(run, 0, label.n + 3));
        if (at >= 0 && !is_escaped(scan->doc->text, (size_t)at))
            diag_add(scan->diag,
                     text_place_pos(&scan->doc->place, (size_t)at),
                     MSG_TEXT_NOTE_UNDEFINED, ARGS(label));
        run = str_skip(run, label.n + 3);
    }
}

static void check_references(struct note_scan *scan)
{
    const struct text_doc *doc = scan->doc;
    for (size_t i = 0; i < doc->n; i++) {
        const struct text_event *event = &doc->events[i];
        if (event->kind == TEXT_NOTE && event->enter && !event->number) {
            i = event->pair;
        } else if (event->kind < TEXT_EMPHASIS && event->enter) {
            scan->cursor = event->at;
            scan->end = text_place_start(&doc->place,
                                         (size_t)event->last_line + 1);
            scan->lost = 0;
        } else if (event->kind == TEXT_RUN) {
            check_run(scan, event->text);
        }
    }
}

void text_notes_check(struct text_doc *doc, struct diag *diag)
{
    if (str_find(doc->text, S("[^")) < 0)
        return;
    struct note_scan scan = { .doc = doc, .diag = diag };
    scan.lines = ARENA_ARRAY(doc->arena, unsigned char, doc->place.n + 1);
    scan.labels = map_new(doc->arena);
    flag_lines(&scan);
    for (size_t line = 1; line <= doc->place.n; line++)
        check_definition(&scan, line);
    check_references(&scan);
}
