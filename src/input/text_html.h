/*
 * text_html: what the block renderer and the inline renderer share.
 *
 * For text_html.c and text_inline.c only.
 */
#ifndef VITRINA_INPUT_TEXT_HTML_H
#define VITRINA_INPUT_TEXT_HTML_H

#include "base/diag.h"
#include "base/str.h"
#include "input/text_doc.h"

#include <stdbool.h>
#include <stddef.h>

struct map;
struct text_env;

struct text_page {
    struct text_doc *doc;
    const struct text_env *env;
    struct diag *diag;
    struct buf *html;
    size_t start;               /* where this text begins in `html` */
    /* headings and what is named after them */
    struct map *ids;            /* id -> last number tried behind it */
    struct str heading;         /* text of the nearest heading before */
    int level;                  /* its level */
    int tables, tables_here;    /* so far; since that heading */
    bool body;                  /* <tbody> of the current table is open */
    enum text_task task;        /* state to be said in the next paragraph */
    /* notes, by number */
    int *references;            /* how many there are in the text */
    int *shown;                 /* how many have been put out */
    bool notes;                 /* the section is open */
    bool back;                  /* the ways back of this note are there */
};

/* The inlines between events `from` and `to` (exclusive). */
void text_inlines(struct text_page *page, size_t from, size_t to,
                  bool heading);

/* Their text alone, for ids and names; lives in the document's arena. */
struct str text_plain(const struct text_page *page, size_t from, size_t to);

/* Appends `s` without control characters: element text, attribute. */
void text_add_html(struct buf *out, struct str s);
void text_add_attr(struct buf *out, struct str s);

#endif
