/*
 * published: what a publication changes, in words: for its commit, and for
 * the schools that have put pictures of it on other sites.
 *
 * For cmd_publish.c. Everything is told from the files of the branch before
 * and after, so only of what was released.
 */
#ifndef VITRINA_PUBLISHED_H
#define VITRINA_PUBLISHED_H

#include "base/mem.h"
#include "base/str.h"

struct publish_changes;
struct release;
struct site;

struct published {
    struct arena *arena;
    const struct site *site;            /* while it is being published */
    struct str only;                    /* school:ID; empty: the whole site */
    ARR(struct str) pictures;           /* schools whose pictures are out of
                                           date, in the order of names */
    ARR(struct str) foreign;            /* files of others that went */
    struct str told;                    /* the message */
};

/* Payload: struct published *. As build_options.released: whose site it is. */
void published_site(void *payload, const struct release *release);

/*
 * As publish_options.describe: appends what has changed to the message, with
 * a first line if it has none: which indicators, schools, texts, pages. Adds
 * the schools whose pictures changed and the files of others that are not
 * kept. In the language of the site.
 */
void published_describe(void *payload, const struct publish_changes *changes,
                        struct buf *message);

#endif
