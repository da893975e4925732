/*
 * kit: what the files of a school's kit share (kits/<school>/): pictures, a
 * text, a page, a poster and a sheet that the school takes away and puts on
 * its own site, and how. They are looked at far from this site: styles are
 * inside, addresses are full, all say of when they are.
 *
 * For page_kit*.c, file_kit.c and page_poster.c.
 */
#ifndef VITRINA_RENDER_KIT_H
#define VITRINA_RENDER_KIT_H

#include "render/page.h"
#include "render/school_index.h"

/* One of the kit's files as its reader sees it. */
struct kit_file {
    struct str name, url, what, size;   /* size: with its unit, or empty */
};
extern const struct view kit_file_view;

/* Lists `part` of the kit of every school that takes part in a programme: of
 * others there is nothing to tell. `sub` is for the kind itself. */
void kit_list(struct plan_list *list, struct arena *arena,
              const struct site *site, enum kit_part part, size_t sub);
/* Path of a part of this page's school (`page->at`), from the root. */
struct str kit_path(const struct page *page, enum kit_part part);
bool kit_has(const struct page *page, enum kit_part part);

/* The latest date up to which the school's programmes are judged; the site's
 * when it has none. */
date kit_as_of(const struct page *page, size_t school);
/* <style> with these files of the theme: `b` may be NULL. */
struct str kit_style(const struct page *page, const char *a, const char *b);
/* Three sentences: whose, what, of when; also what a picture shows. */
struct str kit_story(const struct page *page, size_t school);
/* The same and where there is more, ready to be posted. */
struct str kit_words(const struct page *page, size_t school);
/* The school's page: full address, or empty where none is known. */
struct str kit_school_url(const struct page *page, size_t school);
/* QR code of its short address, or empty. */
struct str kit_qr(const struct page *page, size_t school);

#endif
