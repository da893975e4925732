/*
 * outside: what pages share that leave the site: posters on walls and frames
 * on the sites of schools. They need full addresses, and texts that are known
 * to fit.
 *
 * For the files that leave the site, and whoever needs a full address.
 */
#ifndef VITRINA_RENDER_OUTSIDE_H
#define VITRINA_RENDER_OUTSIDE_H

#include "render/page.h"

/* --- addresses --- */

/* With base_url; where the site does not know its own, with words that say
 * what is to be put there. */
struct str outside_url(const struct page *page, struct str path);
/* The same as people read and type it, without what servers add; empty
 * without base_url. */
struct str outside_address(const struct page *page, struct str path);
/* outside_url of a file, if the site has it and knows its own address. */
struct str outside_file(const struct page *page, struct str path);
/* The shortest path to a school's page that the site has. */
struct str outside_path(const struct page *page, size_t school);
/* QR code of its address (html); empty where that is not known. */
struct str outside_qr(const struct page *page, size_t school);

/* --- age --- */

/* The latest date up to which the school's programmes are judged; the site's
 * when it has none. */
date outside_as_of(const struct page *page, size_t school);

/* --- words --- */

/* The parts that are not empty, each once, in their order (which changes). */
struct str outside_join(const struct page *page, struct str *parts, size_t n,
                        struct str between);

/* --- room --- */

/* A style of text: its size, its line and the margin below, in one unit. */
struct outside_type {
    double size, line, below;
    bool bold;
};

/* How many lines the text takes at most in the widest usual font. */
size_t outside_lines(struct str text, struct outside_type type, double width);
/* Their height and the margin below; 0 for no text. */
double outside_height(struct str text, struct outside_type type,
                      double width);
/* The text, cut with an ellipsis where it would take more lines. */
struct str outside_cut(const struct page *page, struct str text,
                       struct outside_type type, double width, size_t lines);

#endif
