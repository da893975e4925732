/*
 * school_name: what a school is called where its short name alone could mean
 * another one, and where schools and programmes are.
 *
 * For page_*.c and what leaves the site (outside.h).
 */
#ifndef VITRINA_RENDER_SCHOOL_NAME_H
#define VITRINA_RENDER_SCHOOL_NAME_H

#include "render/page.h"

/* Name of the school's municipality, or of the only one there is. */
struct str school_municipality(const struct page *page,
                               const struct school *school);
/* Settlement and municipality, as far as the name does not say them. */
struct str school_place(const struct page *page, size_t school);
/* Schools of the same short name differ by place. With typography. */
struct str school_title(const struct page *page, size_t school);

/* Name of the municipality a programme belongs to; empty: none. */
struct str programme_place(const struct page *page,
                           const struct programme *programme);

#endif
