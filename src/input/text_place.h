/*
 * text_place: from byte offsets of a Markdown text to places in its file.
 *
 * For text_*.c only.
 */
#ifndef VITRINA_INPUT_TEXT_PLACE_H
#define VITRINA_INPUT_TEXT_PLACE_H

#include "base/diag.h"
#include "base/str.h"

#include <stddef.h>

struct arena;

struct text_line {
    size_t from, to;            /* offsets; without the line's end */
};

struct text_place {
    struct str text;
    struct pos first;           /* of the text's first byte */
    const struct text_line *lines;
    size_t n;
    /* The last answer. Questions mostly come in the order of the text, and a
     * line may be as long as the file: counting goes on from there. */
    size_t line, at, chars;
};

/* Lines end where cmark ends them: \n, \r\n, \r. Keeps `text` borrowed. */
void text_place_init(struct text_place *place, struct arena *arena,
                     struct str text, struct pos first);

/* Line number `line` (1-based) without its end; empty outside the text. */
struct str text_place_line(const struct text_place *place, size_t line);
/* Where that line begins; the end of the text behind the last one. */
size_t text_place_start(const struct text_place *place, size_t line);
/* Number of the line that holds `offset`. */
size_t text_place_number(const struct text_place *place, size_t offset);

struct pos text_place_pos(struct text_place *place, size_t offset);

/* The next line of `rest`, its end cut off; `rest.p` is NULL after the last. */
struct str text_cut_line(struct str *rest);

#endif
