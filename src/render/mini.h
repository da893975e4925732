/*
 * mini: the site of one school (`--only school:ID`): which files of the whole
 * site it has and under which names, and where its links lead. The numbers
 * are those of the whole site; what it has not is on the municipality's site,
 * or, where that has no address, is named without a link.
 *
 * For plan.c, page.c and page_frame.c.
 */
#ifndef VITRINA_RENDER_MINI_H
#define VITRINA_RENDER_MINI_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct map;
struct page;
struct plan;
struct site;
struct theme;
struct view_frame;

struct mini_file {
    struct str from, to;        /* path in the whole site, in this one */
    bool passport;              /* of its page only the passport */
};

struct mini {
    size_t school;
    struct mini_file *files;
    size_t n;
    struct map *places;         /* from -> index in files */
};

/* `whole` lists all files, made with the theme for a school. Everything lives
 * in the arena. */
const struct mini *mini_make(struct arena *arena, const struct site *site,
                             const struct plan *whole,
                             const struct theme *theme, size_t school);

/* Is `path` of the whole site in this one, or at an address we know? */
bool mini_reaches(const struct page *page, struct str path);
/* The address of a path of the whole site: relative, else absolute, else one
 * that mini_unlink takes out. */
struct str mini_url(const struct page *page, struct str path);
/* The frame's own_*, poster_url and school_style_url. */
void mini_frame(const struct page *page, struct view_frame *frame);

/* Makes words of links that lead nowhere in the HTML from byte `from` on. */
void mini_unlink(struct buf *html, size_t from);

#endif
