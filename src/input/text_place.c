/*
 * text_place: from byte offsets of a Markdown text to places in its file.
 *
 * For text_*.c only.
 */
#include "input/text_place.h"

#include "base/mem.h"

#include <string.h>

struct str text_cut_line(struct str *rest)
{
    size_t n = 0;
    while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r')
        n++;
    struct str line = { rest->p, n };
    if (n == rest->n) {
        *rest = (struct str){ NULL, 0 };
        return line;
    }
    n += n + 1 < rest->n && rest->p[n] == '\r' && rest->p[n + 1] == '\n';
    *rest = str_skip(*rest, n + 1);
    return line;
}

void text_place_init(struct text_place *place, struct arena *arena,
                     struct str text, struct pos first)
{
    ARR(struct text_line) lines = {0};
    struct str rest = text;
    while (rest.p) {
        size_t from = (size_t)(rest.p - text.p);
        size_t n = text_cut_line(&rest).n;
        *ARR_PUSH(arena, &lines) = (struct text_line){ from, from + n };
    }
    *place = (struct text_place){ .text = text, .first = first };
    place->first.line = first.line ? first.line : 1;
    place->first.col = first.col ? first.col : 1;
    place->lines = lines.at;
    place->n = lines.n;
}

size_t text_place_start(const struct text_place *place, size_t line)
{
    return line >= 1 && line <= place->n ? place->lines[line - 1].from
                                         : place->text.n;
}

struct str text_place_line(const struct text_place *place, size_t line)
{
    if (line < 1 || line > place->n)
        return (struct str){ NULL, 0 };
    struct text_line bounds = place->lines[line - 1];
    return str_sub(place->text, bounds.from, bounds.to);
}

size_t text_place_number(const struct text_place *place, size_t offset)
{
    size_t low = 0, high = place->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (place->lines[middle].from <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low : 1;
}

struct pos text_place_pos(struct text_place *place, size_t offset)
{
    if (offset > place->text.n)
        offset = place->text.n;
    size_t line = text_place_number(place, offset);
    if (line != place->line || offset < place->at) {
        place->line = line;
        place->at = text_place_start(place, line);
        place->chars = 0;
    }
    if (offset > place->at)
        place->chars += utf8_length(str_sub(place->text, place->at, offset));
    place->at = offset;
    struct pos pos = place->first;
    pos.line = place->first.line + (uint32_t)line - 1;
    pos.col = (uint32_t)place->chars + (line == 1 ? place->first.col : 1);
    return pos;
}
