/*
 * block_changes: what has changed, as lines of text: for the pages and feeds
 * of changes and for the sections of other pages (reader 8, Changes).
 *
 * For page_changes.c, file_feed.c and the pages with such a section; the
 * partials are templates/changes-day.html and changes-line.html.
 */
#ifndef VITRINA_RENDER_BLOCK_CHANGES_H
#define VITRINA_RENDER_BLOCK_CHANGES_H

#include "render/block_changes_lines.h"

/* What the line is about: «Школа № 12, «Кружки», 2024 год»; what happened:
 * «было 75,8 %, стало 76,0 %»; the path of the place, or empty. */
struct str block_change_what(const struct page *page,
                             struct change_scope scope,
                             const struct change_line *line);
struct str block_change_told(const struct page *page,
                             const struct change_line *line);
struct str block_change_path(const struct page *page,
                             const struct change_line *line);
/* By which act; empty where none is named or several are. */
struct str block_change_basis(const struct page *page,
                              const struct change_line *line);
/* `c` and 16 digits. */
struct str block_change_id(const struct page *page, uint64_t id);

/* --- as views --- */

struct view_change {
    struct str id, type, what, url, told, basis, reason, place;
    struct list texts;          /* view_change_text: where there are several */
    bool demo;                  /* of an invented programme or school */
    bool titled;                /* the heading above has said `type` */
    bool heads;                 /* says `type`, `place` and `demo` for those
                                   that follow */
};
struct view_change_text {
    struct str before, label, url;      /* `before`: a colon or comma */
};
struct view_change_day {
    struct str day;
    struct list changes;        /* view_change */
};
extern const struct view change_view;
extern const struct view change_day_view;

/* Is the change in something invented? */
bool block_change_demo(const struct page *page, const struct change *c);
/* By day, the newest first. */
struct list block_changes(const struct page *page, struct change_scope scope,
                          size_t max);
/* All of one year. */
struct list block_changes_of_year(const struct page *page,
                                  struct change_scope scope, int year);
/* The newest of the site that are of no single school. */
struct list block_changes_of_all(const struct page *page, size_t max);
/* Corrections of published values of the last 30 days before the date of the
 * site, and later ones, at most `max`: their `url` leads to their line.
 * `*more` is how many are left out. */
struct list block_corrections(const struct page *page,
                              struct change_scope scope, size_t max,
                              size_t *more);
/* Address of the line that tells of the value's last correction; empty when
 * it was never corrected. */
struct str block_revised_url(const struct page *page, size_t indicator,
                             size_t school, struct period period);
/* Days since which changes are told, or why there are none to tell. */
struct str block_changes_note(const struct page *page,
                              struct change_scope scope);

/* --- addresses --- */

/* Of the page of changes; empty when the site has none of them. */
struct str block_changes_url(const struct page *page,
                             struct change_scope scope);
struct str block_changes_path(struct arena *arena, const struct site *site,
                              struct change_scope scope);
/* Of the feed beside it. */
struct str block_feed_url(const struct page *page, struct change_scope scope);
struct str block_feed_path(struct arena *arena, const struct site *site,
                           struct change_scope scope);
/* Are there feeds at all? */
bool block_has_feeds(const struct site *site, const struct changes *changes);

#endif
