/*
 * publish_entry: from a flat list to git trees; see publish_entry.h.
 *
 * For publish.c only.
 */
#include "output/publish_entry.h"

#include "base/map.h"

#include <stdlib.h>

struct making {
    const struct entry *entries;
    size_t n;
    entry_store *store;
    void *payload;
};

static int by_path(const void *a, const void *b)
{
    const struct entry *one = a, *two = b;
    return str_cmp(one->path, two->path);
}

bool entry_is_kept(struct str path, const struct str *keep, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str here = keep[i];
        while (str_ends(here, S("/")))
            here.n--;
        if (here.n && str_starts(path, here)
            && (path.n == here.n || path.p[here.n] == '/'))
            return true;
    }
    return false;
}

void entry_sort(struct entry *entries, size_t n)
{
    if (n)
        qsort(entries, n, sizeof *entries, by_path);
}

struct str entry_clash(const struct entry *entries, size_t n,
                       const struct map *paths)
{
    for (size_t i = 0; i < n; i++) {
        struct str path = entries[i].path;
        for (size_t k = 0; k < path.n; k++)
            if (path.p[k] == '/'
                && map_get(paths, str_sub(path, 0, k)) != MAP_NONE)
                return str_sub(path, 0, k);
    }
    return S("");
}

static void add_row(struct buf *tree, unsigned mode, struct str name,
                    const unsigned char id[SHA1_BYTES])
{
    buf_addf(tree, "%o %.*s", mode, STR_FMT(name));
    buf_char(tree, '\0');
    buf_add(tree, (struct str){(const char *)id, SHA1_BYTES});
}

/* The tree of all entries from *i on that share the first `depth` bytes of
 * their paths (a folder's name and its slash). *i moves behind them. */
static int make_tree(struct making *making, size_t *i, size_t depth,
                     unsigned char id[SHA1_BYTES])
{
    struct buf tree = {0};
    int rc = 0;
    struct str folder = S("");
    if (depth)
        folder = str_sub(making->entries[*i].path, 0, depth);
    while (rc == 0 && *i < making->n
           && str_starts(making->entries[*i].path, folder)) {
        const struct entry *entry = &making->entries[*i];
        struct str rest = str_skip(entry->path, depth);
        struct str name = str_cut(&rest, '/');
        if (rest.p) {
            unsigned char sub[SHA1_BYTES];
            rc = make_tree(making, i, depth + name.n + 1, sub);
            add_row(&tree, 040000, name, sub);
        } else {
            add_row(&tree, entry->mode, name, entry->id);
            ++*i;
        }
    }
    if (rc == 0) {
        sha1_object("tree", buf_str(&tree), id);
        rc = making->store(making->payload, PACK_TREE, buf_str(&tree), id);
    }
    buf_free(&tree);
    return rc;
}

int entry_trees(const struct entry *entries, size_t n, entry_store *store,
                void *payload, unsigned char root[SHA1_BYTES])
{
    struct making making = {entries, n, store, payload};
    size_t i = 0;
    return make_tree(&making, &i, 0, root);
}
