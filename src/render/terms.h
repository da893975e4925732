/*
 * terms: finds the words of the glossary in texts, in any inflected form.
 *
 * For plan.c and page_body.c.
 */
#ifndef VITRINA_RENDER_TERMS_H
#define VITRINA_RENDER_TERMS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct site;
struct terms;

/* NULL without a glossary. Read by all workers. */
const struct terms *terms_make(struct arena *arena, const struct site *site);

/* One text being gone through. */
struct terms_use {
    const struct terms *terms;
    struct arena *arena;
    bool *seen;         /* one a term: linked already, or not to be linked */
    void *payload;
    void (*url)(void *payload, size_t term, struct buf *out);
};

/*
 * Appends `run` as HTML with the first uses of terms as links. False, and
 * nothing appended, when it holds none.
 */
bool terms_link(const struct terms_use *use, struct str run,
                struct buf *html);

#endif
