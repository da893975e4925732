/*
 * kit: what the files of a school's kit share (kits/<school>/): pictures, a
 * text, a page, a poster and a sheet that the school takes away and puts on
 * its own site, and how. They are looked at far from this site: styles are
 * inside, addresses are full, all say of when they are.
 *
 * For page_kit*.c, file_kit.c, page_poster.c, and whoever links to a file.
 */
#ifndef VITRINA_RENDER_KIT_H
#define VITRINA_RENDER_KIT_H

#include "render/page.h"
#include "render/tile.h"

/* One of the kit's files as its reader sees it. */
struct kit_file {
    struct str name, url, what, size;   /* size: with its unit, or empty */
};
extern const struct view kit_file_view;

/* What the poster, the sheet and the page of a school say alike; the first
 * member of their views. */
struct kit_paper {
    struct view_frame frame;
    struct str style;           /* html: <style>, of a file of the kit */
    struct str qr;              /* html */
    struct str school_url, address;     /* full; as people type it */
    struct str phone, head;     /* phone: or the address of its mail */
    struct str sources, fresh, as_of;
};
extern const struct view kit_paper_view;

/* Fills all but style, qr and head; frame.source_note are the notes of all
 * the school's programmes. `title` is the key of the window's title, with
 * {school}; of `tiles` are the sources and how new they are. */
void kit_fill_paper(struct page *page, struct kit_paper *paper,
                    const char *title, const struct tiles *tiles);

/* Lists `part` of the kit of every school that takes part in a programme: of
 * others there is nothing to tell. `sub` is for the kind itself. */
void kit_list(struct plan_list *list, struct arena *arena,
              const struct site *site, enum kit_part part, size_t sub);
/* Path of a part of this page's school (`page->at`), from the root. */
struct str kit_path(const struct page *page, enum kit_part part);
bool kit_has(const struct page *page, enum kit_part part);

/* <style> with these files of the theme: `b` may be NULL. */
struct str kit_style(const struct page *page, const char *a, const char *b);
/* Three sentences on this page's school: whose, what, of when; also what a
 * picture shows. */
struct str kit_story(const struct page *page);
/* The story and where there is more, ready to be posted. */
struct str kit_words(const struct page *page, struct str story);

#endif
