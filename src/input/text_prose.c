/*
 * text_prose: percentages written out in the prose of a parsed text, where a
 * link to the table's value should stand (R1.14).
 *
 * For text.c. Code, pictures and the words of value: and target: links are no
 * prose.
 */
#include "input/text_prose.h"

#include "base/mem.h"
#include "input/text_chars.h"
#include "input/text_doc.h"

#include <string.h>

/* What may stand between two pieces of prose: marks, the target of a link. */
#define AHEAD_MAX 4096

/* From where in the file a piece of the prose is. */
struct piece {
    size_t from, at;
    bool same;                  /* stands there as it is, without entities */
};

/* The prose of one block as it is read, without marks of emphasis. */
struct prose {
    struct text_doc *doc;
    struct buf text;
    ARR(struct piece) pieces;
    size_t cursor, end;         /* of the block in the file: found so far */
    text_percent *found;
    void *payload;
};

/* Where such a piece of the file is next from `at` on, or SIZE_MAX. */
static size_t find_source(const struct prose *p, struct str literal,
                          size_t at)
{
    size_t end = at + literal.n + AHEAD_MAX;
    struct str rest = str_sub(p->doc->text, at, end < p->end ? end : p->end);
    ptrdiff_t ahead = literal.n ? str_find(rest, literal) : -1;
    return ahead < 0 ? SIZE_MAX : at + (size_t)ahead;
}

static size_t blanks(struct str s, size_t i)
{
    while (i < s.n) {
        struct str rest = str_skip(s, i);
        if (s.p[i] == ' ')
            i++;
        else if (str_starts(rest, S("\xC2\xA0")))
            i += 2;
        else if (str_starts(rest, S("\xE2\x80\xAF")))
            i += 3;
        else
            break;
    }
    return i;
}

static bool is_ascii_word(char c)
{
    return char_is_digit((unsigned char)c) || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* Behind the word that goes on at `i`. */
static size_t word_end(struct str s, size_t i)
{
    size_t end = i;
    while (i < s.n && char_is_letter(utf8_next(s, &i)))
        end = i;
    return end;
}

/* End of a number with its percent sign or word at `i`; 0 when there is none.
 * `5%20` of an address is none. */
static size_t percent_end(struct str s, size_t i)
{
    static const char *const words[] = {"процент", "percent", "per cent"};
    while (i < s.n && (char_is_digit((unsigned char)s.p[i]) ||
                       s.p[i] == ',' || s.p[i] == '.'))
        i++;
    if (!char_is_digit((unsigned char)s.p[i - 1]))
        return 0;               /* «в 2020, % учеников» */
    i = blanks(s, i);
    if (i < s.n && s.p[i] == '%')
        return i + 1 < s.n && is_ascii_word(s.p[i + 1]) ? 0 : i + 1;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (str_starts(str_skip(s, i), str_of(words[w])))
            return word_end(s, i + strlen(words[w]));
    return 0;
}

/* Where the last number was: the piece, and the byte of the file behind. */
struct last {
    size_t piece, at;
};

/* Of a number at byte `i` of the prose. Where entities make the piece another
 * than the file has, the number itself is looked for. */
static struct pos place_of(struct prose *p, size_t i, size_t digits,
                           struct last *last)
{
    while (last->piece + 1 < p->pieces.n &&
           p->pieces.at[last->piece + 1].from <= i)
        last->piece++;
    const struct piece *piece = &p->pieces.at[last->piece];
    size_t at = piece->at + (i - piece->from);
    if (!piece->same) {
        at = piece->at > last->at ? piece->at : last->at;
        size_t found = find_source(
            p, str_sub(buf_str(&p->text), i, i + digits), at);
        if (found != SIZE_MAX)
            at = found;
    }
    last->at = at + digits;
    return text_place_pos(&p->doc->place, at);
}

static void flush(struct prose *p)
{
    struct str s = buf_str(&p->text);
    struct last last = {0};
    for (size_t i = 0; i < s.n; i++) {
        if (!char_is_digit((unsigned char)s.p[i]))
            continue;
        size_t start = i, end;
        while (i + 1 < s.n && (is_ascii_word(s.p[i + 1]) ||
                               s.p[i + 1] == ',' || s.p[i + 1] == '.'))
            i++;                /* the whole word is looked at once */
        if ((start == 0 || !is_ascii_word(s.p[start - 1])) &&
            (end = percent_end(s, start)) > 0)
            p->found(p->payload, str_sub(s, start, end),
                     place_of(p, start, i + 1 - start, &last));
    }
    buf_clear(&p->text);
    p->pieces.n = 0;
}

static void add(struct prose *p, struct str text, size_t at, bool same)
{
    *ARR_PUSH(p->doc->arena, &p->pieces) =
        (struct piece){p->text.n, at, same};
    buf_add(&p->text, text);
}

/* Words of the file. */
static void add_run(struct prose *p, struct str text)
{
    size_t at = find_source(p, text, p->cursor);
    add(p, text, at == SIZE_MAX ? p->cursor : at, at != SIZE_MAX);
    if (at != SIZE_MAX)
        p->cursor = at + text.n;
}

/* What stands between words. */
static void add_thing(struct prose *p, char sign)
{
    add(p, (struct str){&sign, 1}, p->cursor, true);
}

static bool is_number(struct str target)
{
    return str_starts(target, S("value:")) || str_starts(target, S("target:"));
}

/* One event; returns the last one that belongs to it. */
static size_t take(struct prose *p, const struct text_event *event, size_t i)
{
    size_t at;
    switch ((enum text_kind)event->kind) {
    case TEXT_RUN:
        add_run(p, event->text);
        return i;
    case TEXT_SOFT_BREAK:
    case TEXT_HARD_BREAK:
        add_thing(p, ' ');
        return i;
    case TEXT_CODE:
    case TEXT_NOTE_REF:
        at = find_source(p, event->text, p->cursor);
        if (at != SIZE_MAX)
            p->cursor = at + event->text.n;
        add_thing(p, MARK_THING);
        return i;
    case TEXT_LINK:
        if (!event->enter || !is_number(event->target))
            return i;
        add_thing(p, MARK_THING);
        return event->pair;
    case TEXT_IMAGE:
        add_thing(p, MARK_THING);
        return event->enter ? event->pair : i;
    default:
        return i;
    }
}

void text_prose(struct text_doc *doc, text_percent *found, void *payload)
{
    struct prose p = {.doc = doc, .found = found, .payload = payload};
    for (size_t i = 0; i < doc->n; i++) {
        const struct text_event *event = &doc->events[i];
        if (event->kind >= TEXT_EMPHASIS) {
            i = take(&p, event, i);
            continue;
        }
        flush(&p);
        if (event->kind == TEXT_NOTE && event->enter && !event->number)
            i = event->pair;    /* never printed */
        p.cursor = event->at;
        p.end = text_place_start(&doc->place, (size_t)event->last_line + 1);
    }
    flush(&p);
    buf_free(&p.text);
}
