/*
 * fs_walk: the files below a folder, sorted; see fs.h.
 *
 * For input/ and output/.
 */
#include "base/fs.h"

#include "base/mem.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { KIND_FILE, KIND_LINK, KIND_DIR };

struct entry {
    const char *name;       /* a folder's ends in a slash: byte order of the
                               whole path is then the order of the names */
    enum kind kind;
    size_t size;
};

struct walk {
    fs_visit *visit;
    void *payload;
    struct buf path;        /* of the entry at hand, relative */
};

static int by_name(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static char *name_copy(struct arena *arena, const char *name, bool is_dir)
{
    struct str parts[2] = { str_of(name), is_dir ? S("/") : S("") };
    return (char *)(uintptr_t)str_join(arena, parts, 2, S("")).p;
}

/* 1 = an entry to keep, 0 = to pass over, -1 = failure. */
static int look_at(struct arena *arena, int fd, const char *name,
                   struct entry *out)
{
    struct stat st;
    if (name[0] == '.')
        return 0;
    if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0 : -1;
    if (S_ISDIR(st.st_mode))
        out->kind = KIND_DIR;
    else if (S_ISLNK(st.st_mode))
        out->kind = KIND_LINK;
    else if (S_ISREG(st.st_mode))
        out->kind = KIND_FILE;
    else
        return 0;
    out->name = name_copy(arena, name, out->kind == KIND_DIR);
    out->size = out->kind == KIND_DIR ? 0 : (size_t)st.st_size;
    return 1;
}

static int list(struct arena *arena, DIR *dir, struct entry **at, size_t *n)
{
    ARR(struct entry) entries = {0};
    struct dirent *found;
    while (errno = 0, (found = readdir(dir))) {
        struct entry entry;
        int keep = look_at(arena, dirfd(dir), found->d_name, &entry);
        if (keep < 0)
            return -1;
        if (keep)
            *ARR_PUSH(arena, &entries) = entry;
    }
    if (errno)
        return -1;
    if (entries.n)
        qsort(entries.at, entries.n, sizeof *entries.at, by_name);
    *at = entries.at;
    *n = entries.n;
    return 0;
}

static int walk_folder(struct walk *walk, int fd);

static int walk_entry(struct walk *walk, int fd, const struct entry *entry)
{
    if (entry->kind != KIND_DIR)
        return walk->visit(walk->payload, buf_str(&walk->path), entry->size,
                           entry->kind == KIND_LINK);
    int sub = openat(fd, entry->name,
                     O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return sub < 0 ? -1 : walk_folder(walk, sub);
}

/* Walks the open folder and closes it. */
static int walk_folder(struct walk *walk, int fd)
{
    int rc = -1;
    struct arena *arena = arena_new();
    struct entry *entries = NULL;
    size_t n = 0, base = walk->path.n;
    DIR *dir = fdopendir(fd);
    if (!dir) {
        int saved = errno;
        close(fd);
        errno = saved;
        goto out;
    }
    if (list(arena, dir, &entries, &n) != 0)
        goto out;
    rc = 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        buf_addz(&walk->path, entries[i].name);
        rc = walk_entry(walk, fd, &entries[i]);
        walk->path.n = base;
    }
out:;
    int saved = errno;
    if (dir)
        closedir(dir);
    arena_free(arena);
    errno = saved;
    return rc;
}

int fs_walk(const char *dir, fs_visit *visit, void *payload)
{
    struct walk walk = { .visit = visit, .payload = payload };
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = walk_folder(&walk, fd);
    int saved = errno;
    buf_free(&walk.path);
    errno = saved;
    return rc;
}
