/*
 * block_fenced: what the fenced blocks of a text share.
 *
 * Private to block_fenced*.c.
 */
#ifndef VITRINA_RENDER_BLOCK_FENCED_H
#define VITRINA_RENDER_BLOCK_FENCED_H

#include "render/block.h"

struct yml;

/* One block being rendered. */
struct fenced {
    struct page *page;
    const char *name;           /* the info word */
    struct pos at;              /* of the block */
    const struct yml *map;
    struct buf *html;
};

/* Text of a key, empty when it is not there. */
struct str fenced_text(const struct fenced *block, const char *key);
/* The block's programme, or NONE after reporting. */
size_t fenced_programme(const struct fenced *block);
/* Reports that nothing matches `what`. */
void fenced_nothing(const struct fenced *block, struct str what);

/* --- markup --- */
void fenced_put(struct fenced *block, const char *markup);
void fenced_cell(struct fenced *block, const char *tag, struct str text);
void fenced_link(struct fenced *block, struct str label, struct str url);
/* Opens a table in a scroll region: its caption and the words of its columns
 * (keys, a list that ends with NULL), behind which `more` texts stand. */
void fenced_table(struct fenced *block, struct str caption,
                  const char *const *columns, const struct str *more,
                  size_t n);
void fenced_table_end(struct fenced *block);

/* block_fenced_list.c */
void fenced_plan(struct fenced *block);
void fenced_finance(struct fenced *block);
void fenced_indicators(struct fenced *block);
void fenced_practices(struct fenced *block);

#endif
