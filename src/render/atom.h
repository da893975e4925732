/*
 * atom: a small writer of Atom 1.0 feeds (RFC 4287): valid, escaped, the same
 * bytes for the same entries.
 *
 * For the files of feeds in render/. All addresses are absolute, all texts
 * plain.
 */
#ifndef VITRINA_RENDER_ATOM_H
#define VITRINA_RENDER_ATOM_H

#include "base/str.h"
#include "model/period.h"

#include <stddef.h>

struct arena;

struct atom_feed {
    struct str self;            /* address of the feed; it is its id too */
    struct str page;            /* address of the page that it follows */
    struct str title, author, language;
    date updated;               /* when it has no entries; else the newest */
};

struct atom_entry {
    struct str id;              /* from atom_tag(): never changes */
    struct str title, link, summary;
    date updated;
};

/* Appends the whole feed, entries in the order given. */
void atom_write(struct buf *out, const struct atom_feed *feed,
                const struct atom_entry *entries, size_t n);

/*
 * A tag: URI (RFC 4151) for a thing of the site whose address is `base_url`:
 * `tag:example.org,2024-05-03:/site/practices/clubs`. `on` is a day that
 * belongs to the thing for ever; `name` tells it from others of that day.
 */
struct str atom_tag(struct arena *arena, struct str base_url, date on,
                    struct str name);

#endif
