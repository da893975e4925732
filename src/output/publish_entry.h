/*
 * publish_entry: the files of a git tree as one flat list, and the tree
 * objects made of it.
 *
 * For publish.c only.
 */
#ifndef VITRINA_OUTPUT_PUBLISH_ENTRY_H
#define VITRINA_OUTPUT_PUBLISH_ENTRY_H

#include "base/str.h"
#include "output/publish_pack.h"
#include "output/sha1.h"

#include <stdbool.h>
#include <stddef.h>

struct map;

#define ENTRY_FILE 0100644u     /* git's mode of an ordinary file */

struct entry {
    struct str path;
    unsigned mode;              /* git's: 0100644, 0100755, 0120000, 0160000 */
    unsigned char id[SHA1_BYTES];
};

/* Is `path` one of the `n` paths in `keep`, or in such a folder? */
bool entry_is_kept(struct str path, const struct str *keep, size_t n);

/* Sorts by path in byte order, which is also git's order in each tree. */
void entry_sort(struct entry *entries, size_t n);

/* The first path that is a file here and a folder in another path; `paths`
 * has every path of the list. Empty when there is none. */
struct str entry_clash(const struct entry *entries, size_t n,
                       const struct map *paths);

/*
 * Makes the trees of a sorted list without clashes, inner ones first, and
 * hands each to `store`. The top one's id goes to `root`. A non-zero return
 * of `store` ends it and is returned.
 */
typedef int entry_store(void *payload, enum pack_type type, struct str bytes,
                        unsigned char id[SHA1_BYTES]);
int entry_trees(const struct entry *entries, size_t n, entry_store *store,
                void *payload, unsigned char root[SHA1_BYTES]);

#endif
