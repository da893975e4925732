/*
 * linked: what a page says of itself to programs: the words of schema.org as
 * JSON-LD. The block is data, not a script: browsers never run it, and
 * `script-src` of a Content-Security-Policy does not concern it.
 *
 * Addresses are absolute where the site knows its own; else they are relative
 * to the page, as JSON-LD reads them.
 *
 * For page_*.c.
 */
#ifndef VITRINA_RENDER_LINKED_H
#define VITRINA_RENDER_LINKED_H

#include "base/str.h"
#include "model/period.h"
#include "render/frame.h"

struct page;

/* One object that is being written, with those inside it. */
struct linked {
    const struct page *page;
    struct buf out;
};

/* Opens an object of a type of schema.org; `name` NULL: the outermost, or
 * the next of a list. */
void linked_open(struct linked *linked, const char *name, const char *type);
void linked_close(struct linked *linked);
void linked_open_list(struct linked *linked, const char *name);
void linked_close_list(struct linked *linked);

/* A member; left out when there is nothing to say. */
void linked_text(struct linked *linked, const char *name, struct str text);
/* `url` as on the page, relative or of the web. */
void linked_url(struct linked *linked, const char *name, struct str url);
/* From the first day to the last one. */
void linked_days(struct linked *linked, const char *name,
                 struct period period);
/* What every set of data has: whose it is, its licence and language. */
void linked_dataset_terms(struct linked *linked);
/* A CSV file to be fetched, the next of a list. */
void linked_download(struct linked *linked, struct str url);

/* The object into the page's arena: for frame->thing. */
struct str linked_take(struct linked *linked);

/* HTML of the block: `thing` (may be empty) and the way back to this page.
 * Empty when there is neither. */
struct str linked_block(const struct page *page,
                        const struct view_frame *frame, struct str thing);

#endif
