/*
 * text: Markdown to HTML. Guards against hostile input, own renderer over
 * the syntax tree: heading ids, tables in scroll regions with scoped headers,
 * footnotes in the page's language, Russian typography, bare links; things
 * (links, numbers, fenced blocks) are resolved by the caller.
 *
 * For model/link.c (references only) and render/. The only user of cmark-gfm.
 */
#ifndef VITRINA_INPUT_TEXT_H
#define VITRINA_INPUT_TEXT_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define TEXT_BYTES_MAX (256 * 1024)
#define TEXT_MEMORY_MAX (64 * 1024 * 1024)
#define TEXT_MARKERS_MAX 64
#define TEXT_PIPES_MAX 200
#define TEXT_TARGET_MAX 2048

/* Words of the page's language that the renderer itself prints. */
struct text_words {
    struct str footnotes;       /* heading of the notes: Примечания */
    struct str back;            /* label of the way back: К тексту */
    struct str table;           /* name of a scroll region: Таблица */
    struct str done, open;      /* task list: выполнено, не выполнено */
};

/*
 * What the caller decides. Every function may report at `at` and is called
 * in the order of the text; each of them may be NULL.
 */
struct text_env {
    void *payload;
    /* Target of a link or image. Appends a safe URL to `url` and returns true;
     * false leaves the link out and keeps its text. When the link has no text
     * of its own (`[](value:...)`), `label` (plain text, for an image its
     * description) gets what stands in its place; a link with a label and an
     * empty url becomes the label alone. NULL: relative targets, http, https,
     * mailto and tel are kept as they are. */
    bool (*link)(void *payload, struct str target, bool image, struct pos at,
                 struct buf *url, struct buf *label);
    /* Width and height of the image whose link was accepted, so that the page
     * does not jump when it arrives; false: not known. */
    bool (*pixels)(void *payload, struct str target, struct pos at,
                   uint32_t *width, uint32_t *height);
    /* A fenced block with the info string `info` (`chart`, `chart x=1`): if
     * its first word is one of ours appends HTML, returns true; false: an
     * ordinary code block. `body_at` is the block's first line inside. */
    bool (*block)(void *payload, struct str info, struct str body,
                  struct pos at, struct pos body_at, struct buf *html);
    /* Glossary: called with each plain run of text, already typeset, outside
     * links, headings and code. Appends the run as HTML with terms linked and
     * returns true; false: nothing to link. */
    bool (*terms)(void *payload, struct str run, struct buf *html);
    struct text_words words;
    /* Before every id (headings, notes). Empty for the main text of a page, so
     * that #slug finds its headings; else unique on the page. */
    struct str id_prefix;
    bool russian;               /* Russian typography */
    int heading_shift;          /* 0: `##` is h2 */
};

/*
 * Appends the HTML of `markdown` to `html`. `first` is the place of its first
 * line. What cannot be read is reported and left out; returns false when the
 * text was refused as a whole (a guard): nothing is appended then. Safe from
 * several threads.
 *
 * Classes: div.scroll around tables, .num and .mid cells; li.task.done and
 * .task.open with span.task-state; sup.note-ref, section.notes, a.note-back.
 */
bool text_render(struct buf *html, struct str markdown, struct pos first,
                 const struct text_env *env, struct diag *diag);

/* A percentage in prose: «36,7 %», «5 процент…». */
typedef void text_percent(void *payload, struct str text, struct pos at);
/* Calls `link` for each link and image target without rendering anything;
 * bare addresses are not told. Then `percent` (may be NULL) for each number
 * in prose before a percent sign or word; code and the words of value: and
 * target: links are no prose. False when the text was refused. */
bool text_references(struct str markdown, struct pos first,
                     void (*link)(void *payload, struct str target,
                                  struct pos at),
                     text_percent *percent, void *payload,
                     struct diag *diag);

/*
 * Russian typography of one plain text (R6.6): quotes, dashes, no-break
 * spaces. Running it twice changes nothing. For titles and table cells.
 */
void text_typography(struct buf *out, struct str plain);

/* Once in main, before any thread; registers the parser's extensions. */
void text_init(void);

#endif
