/*
 * block_changes_lines: which changes are told in one line, and on which page a
 * line stands.
 *
 * For block_changes.h, whose users all have it.
 */
#ifndef VITRINA_RENDER_BLOCK_CHANGES_LINES_H
#define VITRINA_RENDER_BLOCK_CHANGES_LINES_H

#include "release/changes.h"
#include "render/page.h"

#include <stdint.h>

/* Whose changes. */
struct change_scope {
    enum changes_scope scope;
    size_t at;                  /* programme, indicator or school; 0 */
};

/* One change, or several of a kind from one commit; of texts also from
 * several commits of a day that name the same reason. */
struct change_line {
    size_t order;               /* among all lines, from the newest */
    const struct change *first;
    size_t n;
    uint64_t id;                /* the same for ever, on whatever page */
    struct str basis;           /* as written; empty: none, or several */
    ARR(const struct change *) texts;   /* each page once */
};
struct change_lines {
    struct change_line *at;     /* in this order */
    size_t n;
};

/* The newest lines, at most `max`, of one year or (0) of all. */
struct change_lines block_change_lines(const struct page *page,
                                       struct change_scope scope, int year,
                                       size_t max);
/* Lines on a page of changes. Where there are more, each year has a page with
 * all of its own besides, so that no page grows without end. */
#define BLOCK_CHANGES_NEWEST 200

/* The years with such pages, the newest first; none while one page holds
 * all. */
struct change_years {
    const int *at;
    size_t n;
};
struct change_years block_change_years(struct arena *arena,
                                       const struct changes *changes,
                                       struct change_scope scope);
/* The line `id` of that day, as path and anchor: on the page of its year, or
 * where years have none on the newest. */
struct str block_change_place(const struct page *page,
                              struct change_scope scope, date on,
                              uint64_t id);

#endif
