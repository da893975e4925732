/*
 * explain_path: which file of the site somebody means.
 *
 * For explain.c.
 */
#ifndef VITRINA_EXPLAIN_PATH_H
#define VITRINA_EXPLAIN_PATH_H

#include "base/str.h"

#include <stddef.h>

struct arena;
struct plan;

/*
 * The index in the plan of the file that is called `name`: a path from the
 * root of the site or one in a folder that the site was built into (where the
 * site's folder is `dir`), an address on the web (of a site that stands at
 * `base_url`, of the preview); without the file's name a folder's index.html;
 * what follows # or ? does not matter. SIZE_MAX: there is none; `near` gets
 * the nearest path, or is empty.
 */
size_t explain_path(struct arena *arena, const struct plan *plan,
                    const char *dir, struct str base_url, struct str name,
                    struct str *near);

#endif
