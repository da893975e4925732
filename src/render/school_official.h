/*
 * school_official: where a school's own site tells what the law asks.
 *
 * For page_school.c and page_kit.c.
 */
#ifndef VITRINA_RENDER_SCHOOL_OFFICIAL_H
#define VITRINA_RENDER_SCHOOL_OFFICIAL_H

#include "render/page.h"

/* view_link to the parts that every school's site has to have (R2.1); none
 * when its site is not known. */
struct list school_official(const struct page *page, size_t school);

#endif
