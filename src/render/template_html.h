/*
 * template_html: where in a page's markup a tag of the template stands, and
 * so what may be printed there. Follows the literal text of a template the
 * way a browser's tokenizer would, only more strictly: whatever it does not
 * understand is a place where nothing may be printed.
 *
 * Private to template_*.c.
 */
#ifndef VITRINA_RENDER_TEMPLATE_HTML_H
#define VITRINA_RENDER_TEMPLATE_HTML_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum html_at {
    HTML_TEXT,
    HTML_LT,            /* behind < */
    HTML_LT_SLASH,      /* behind </ */
    HTML_NAME,          /* in a tag's name */
    HTML_TAG,           /* in a tag, behind a blank */
    HTML_TIGHT,         /* in a tag, where only a blank, / or > may follow */
    HTML_ATTR,          /* in an attribute's name */
    HTML_AFTER_ATTR,    /* behind it and a blank */
    HTML_EQUALS,        /* behind = */
    HTML_VALUE,         /* between quotes */
    HTML_BARE,          /* in a value without quotes */
    HTML_CAPTION,       /* in <title>, <textarea>: text without tags */
    HTML_RAW,           /* in <script>, <style>, … */
    HTML_COMMENT,
    HTML_MARKUP         /* <!doctype …>, <?…> */
};

enum html_element { ELEMENT_PLAIN, ELEMENT_CAPTION, ELEMENT_RAW };

/* What an attribute's value may hold (bits of enum html_may). */
enum html_may {
    MAY_TEXT = 1,
    MAY_URL = 2,
    MAY_HTML = 4
};

struct html {
    enum html_at at;
    char quote;                 /* HTML_VALUE */
    bool fragment;              /* HTML_VALUE: behind a literal # */
    bool end_tag;
    enum html_element element;
    struct str tag, attr;       /* names as written */
    unsigned attr_may;
};

/* Moves on over literal text. Returns text.n, or the offset of the first
 * attribute that follows something without a blank. */
size_t html_text(struct html *html, struct str text);

/* A tag of the template stands here: names and bare values end. */
void html_pause(struct html *html);

/* What may be printed here: bits of enum html_may. */
unsigned html_may(const struct html *html);

/*
 * `now` is the place at the end of a section that began at `before` (both
 * paused) and may be left out or repeated. False if they differ; `now` is
 * then `before`, else a place that is right in either case.
 */
bool html_join(struct html *now, const struct html *before);

/* The place as a scrap of markup, for messages. */
void html_where(const struct html *html, struct buf *out);

#endif
