/*
 * page_attached: links to files: those that an author names beside a document
 * or a practice, and the open tables of a programme.
 *
 * For page_*.c.
 */
#ifndef VITRINA_RENDER_PAGE_ATTACHED_H
#define VITRINA_RENDER_PAGE_ATTACHED_H

#include "render/page.h"

/*
 * A link to `name`, as written in the file `from`: a file copied to the site
 * (then with its format and size in the label) or a web address. What leads
 * nowhere stays as words. An empty label means the name.
 */
struct view_link page_attached(const struct page *page, struct str from,
                               struct str name, struct str label);
/* The address of a programme's open table («plan.csv»); empty: none. */
struct str page_table_url(const struct page *page, size_t programme,
                          const char *name);

#endif
