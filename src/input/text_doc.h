/*
 * text_doc: a parsed Markdown text as a flat list of events, so that nothing
 * but text.c knows the parser. A container is two events around its content,
 * a leaf is one.
 *
 * For text_*.c only.
 */
#ifndef VITRINA_INPUT_TEXT_DOC_H
#define VITRINA_INPUT_TEXT_DOC_H

#include "base/str.h"
#include "input/text_place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct text_env;

enum text_kind {
    /* containers of blocks */
    TEXT_QUOTE,
    TEXT_LIST,          /* number: its start, -1 for bullets */
    TEXT_ITEM,          /* task */
    TEXT_TABLE,
    TEXT_ROW,           /* header */
    TEXT_NOTE,          /* number: its ordinal, 0 when nothing refers to it */
    /* blocks of inlines */
    TEXT_PARAGRAPH,     /* tight: no <p> */
    TEXT_HEADING,       /* number: level */
    TEXT_CELL,          /* header; align: l, r, c or 0 */
    /* leaf blocks */
    TEXT_CODE_BLOCK,    /* target: info string of a fence */
    TEXT_HTML_BLOCK,
    TEXT_RULE,
    /* inline containers */
    TEXT_EMPHASIS,
    TEXT_STRONG,
    TEXT_LINK,          /* target, title */
    TEXT_IMAGE,         /* target, title */
    /* inline leaves */
    TEXT_RUN,
    TEXT_CODE,
    TEXT_HTML,
    TEXT_SOFT_BREAK,
    TEXT_HARD_BREAK,
    TEXT_NOTE_REF       /* number: ordinal of the note */
};

enum text_task { TEXT_TASK_NONE, TEXT_TASK_OPEN, TEXT_TASK_DONE };

struct text_event {
    uint8_t kind;       /* enum text_kind */
    uint8_t task;       /* enum text_task */
    char align;
    bool enter;         /* true also for a leaf */
    bool tight, header;
    bool linked;        /* end of a link: its start was put out */
    int number;
    uint32_t last_line; /* of a block; 0 unknown */
    size_t at;          /* byte offset in the text */
    size_t pair;        /* index of the other event; a leaf: its own */
    struct str text;    /* literal of a leaf */
    struct str target, title;
};

struct text_doc {
    struct arena *arena;
    struct str text;
    struct text_place place;
    struct text_event *events;
    size_t n;
    int notes;          /* how many have a number */
};

/* The HTML of a parsed text. */
void text_html(struct buf *html, struct text_doc *doc,
               const struct text_env *env, struct diag *diag);

/* Reports references without a note, notes without a reference. */
void text_notes_check(struct text_doc *doc, struct diag *diag);

#endif
