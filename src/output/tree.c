/*
 * tree: the site into a folder; see tree.h.
 *
 * put compares with what is there and writes what differs to a temporary file
 * beside its place (.NAME.vitrina-tmp). commit first writes a manifest.json
 * that lists the old and the new files, so that whatever happens the next
 * build knows all that is ours; then it renames the temporary files into
 * place, removes what is no longer listed and writes the final manifest.
 * The lock is an flock on .vitrina-lock: the system drops it when a process
 * dies.
 */
#include "output/tree.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"
#include "output/manifest.h"
#include "output/receiver.h"
#include "output/tree_scan.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MANIFEST_BYTES_MAX ((size_t)256 * 1024 * 1024)
#define LOCK_TRIES 16
/* What a temporary name adds to a name, and the longest name that fits. */
#define TEMP_EXTRA (1 + sizeof RECEIVER_TEMP - 1)
#define NAME_FITS (255 - TEMP_EXTRA)

enum change { CHANGE_NONE, CHANGE_CREATED, CHANGE_CHANGED };

struct staged {
    struct str path;
    enum change change;
    bool temp;          /* its temporary file is still there */
    bool aside;         /* it lies in the top folder: no room beside */
};

struct tree {
    struct receiver receiver;           /* first: a receiver is a tree */
    struct arena *arena;
    const char *dir;
    int lock_fd;                        /* -1: not locked */
    struct manifest old;
    struct buf old_text;
    pthread_mutex_t mutex;              /* for all below */
    struct map *paths;                  /* path -> index in staged */
    ARR(struct staged) staged;
    ARR(const char *) made;             /* folders created, outer ones first */
};

static int fail(struct diag *diag, const char *path)
{
    return diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE, str_of(path));
}

static void report(struct diag *diag, enum msg id, const char *a, const char *b)
{
    diag_add(diag, (struct pos){0}, id, ARGS(str_of(a), str_of(b)));
}

/* --- names --- */

static void target_name(const struct tree *tree, struct str path,
                        struct buf *out)
{
    buf_clear(out);
    buf_addf(out, "%s/%.*s", tree->dir, STR_FMT(path));
}

/* The temporary file of `path`; `aside`: in the top folder. */
static void temp_name(const struct tree *tree, struct str path, bool aside,
                      struct buf *out)
{
    size_t slash = path.n;
    while (slash && path.p[slash - 1] != '/')
        slash--;
    struct str folder = aside ? S("") : str_sub(path, 0, slash);
    struct str name = str_skip(path, slash);
    buf_clear(out);
    buf_addf(out, "%s/%.*s.", tree->dir, STR_FMT(folder));
    if (aside || name.n > NAME_FITS)
        buf_addf(out, "%016llx", (unsigned long long)hash_64(path));
    else
        buf_add(out, name);
    buf_addz(out, RECEIVER_TEMP);
}

/* --- folders --- */

static int make_folder(struct tree *tree, const char *path)
{
    if (mkdir(path, 0777) == 0) {
        pthread_mutex_lock(&tree->mutex);
        *ARR_PUSH(tree->arena, &tree->made) =
            str_z(tree->arena, str_of(path));
        pthread_mutex_unlock(&tree->mutex);
        return 0;
    }
    if (errno == EEXIST && !fs_is_dir(path))
        errno = ENOTDIR;
    else if (errno == EEXIST)
        return 0;
    return -1;
}

/* The folders that lead to `path`; those made are remembered. */
static int make_parents(struct tree *tree, const char *path)
{
    int rc = 0;
    struct buf part = {0};
    for (const char *slash = strchr(path + 1, '/'); slash && rc == 0;
         slash = strchr(slash + 1, '/')) {
        buf_clear(&part);
        buf_add(&part, (struct str){path, (size_t)(slash - path)});
        rc = make_folder(tree, part.p);
    }
    int saved = errno;
    buf_free(&part);
    errno = saved;
    return rc;
}

/* --- begin --- */

/* Is `fd` still the file that the name means? Its last owner may have removed
 * it between our open and our flock. */
static bool is_current(int fd, const char *path)
{
    struct stat held, named;
    return fstat(fd, &held) == 0 && stat(path, &named) == 0
        && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

static int take_lock(struct tree *tree, struct diag *diag)
{
    const char *path = fs_join(tree->arena, tree->dir, S(RECEIVER_LOCK));
    for (int i = 0; i < LOCK_TRIES; i++) {
        int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (fd < 0)
            return fail(diag, path);
        if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
            bool busy = errno == EWOULDBLOCK;
            int rc = busy ? -1 : fail(diag, path);
            close(fd);
            if (busy)
                report(diag, MSG_TREE_LOCKED, tree->dir, "");
            return rc;
        }
        if (is_current(fd, path)) {
            tree->lock_fd = fd;
            return 0;
        }
        close(fd);
    }
    report(diag, MSG_TREE_LOCKED, tree->dir, "");
    return -1;
}

static void drop_lock(struct tree *tree)
{
    if (tree->lock_fd < 0)
        return;
    unlink(fs_join(tree->arena, tree->dir, S(RECEIVER_LOCK)));
    close(tree->lock_fd);
    tree->lock_fd = -1;
}

static int foreign(struct tree *tree, const char *what, struct diag *diag)
{
    report(diag, MSG_TREE_FOREIGN, tree->dir, what);
    return -1;
}

/* Reads the list of the former build. None is fine in a folder without files;
 * one that is not ours is not. */
static int read_manifest(struct tree *tree, struct diag *diag)
{
    const char *path = fs_join(tree->arena, tree->dir,
                               S(RECEIVER_MANIFEST));
    buf_clear(&tree->old_text);
    if (fs_exists(path)) {
        if (fs_read(path, MANIFEST_BYTES_MAX, &tree->old_text) != 0)
            return diag_errno(diag, (struct pos){0}, MSG_MACHINE_READ,
                              str_of(path));
        if (!manifest_parse(tree->arena, buf_str(&tree->old_text),
                            &tree->old))
            return foreign(tree, RECEIVER_MANIFEST, diag);
        return receiver_check_only(&tree->receiver, tree->old.only,
                                   str_of(tree->dir), diag);
    }
    struct buf found = {0};
    int rc = tree_scan(tree->dir, false, &found);
    if (rc < 0)
        diag_errno(diag, (struct pos){0}, MSG_MACHINE_READ,
                   str_of(tree->dir));
    else if (rc > 0)
        rc = foreign(tree, found.p, diag);
    buf_free(&found);
    return rc;
}

static int tree_begin(struct receiver *self, struct diag *diag)
{
    struct tree *tree = (struct tree *)self;
    const char *inside = fs_join(tree->arena, tree->dir, S(""));
    if (!fs_is_dir(tree->dir) && make_parents(tree, inside) != 0)
        return fail(diag, tree->dir);
    /* Judged before the lock, because a foreign folder is left untouched, and
     * again behind it, because only then it cannot change any more. */
    if (read_manifest(tree, diag) != 0 || take_lock(tree, diag) != 0
        || read_manifest(tree, diag) != 0)
        return -1;
    if (tree_scan(tree->dir, true, NULL) < 0)
        return fail(diag, tree->dir);
    return 0;
}

/* --- put --- */

static int open_temp(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                0666);
}

/* Writes `bytes` to a new file; nothing is left of it on failure. */
static int fill(int fd, const char *path, struct str bytes)
{
    int rc = fs_write_all(fd, bytes);
    int saved = errno;
    if (close(fd) != 0 && rc == 0) {
        rc = -1;
        saved = errno;
    }
    if (rc != 0)
        unlink(path);
    errno = saved;
    return rc;
}

static int write_temp(struct tree *tree, struct staged *staged,
                      struct str bytes, struct diag *diag)
{
    struct buf temp = {0};
    int rc = -1;
    temp_name(tree, staged->path, false, &temp);
    int fd = open_temp(temp.p);
    if (fd < 0 && errno == ENOENT && make_parents(tree, temp.p) == 0)
        fd = open_temp(temp.p);
    if (fd < 0 && errno == ENOTDIR) {
        /* A file stands where a folder is needed. If it is ours, commit will
         * have removed it when this one is put into place. */
        staged->aside = true;
        temp_name(tree, staged->path, true, &temp);
        fd = open_temp(temp.p);
    }
    if (fd < 0 || fill(fd, temp.p, bytes) != 0)
        fail(diag, temp.p);
    else
        rc = 0;
    staged->temp = rc == 0;
    buf_free(&temp);
    return rc;
}

static void remember(struct tree *tree, struct staged staged)
{
    pthread_mutex_lock(&tree->mutex);
    size_t i = tree->staged.n;
    staged.path = str_copy(tree->arena, staged.path);
    size_t stored = map_add(tree->paths, staged.path, i);
    assert(stored == i && "a path is put once");
    (void)stored;
    *ARR_PUSH(tree->arena, &tree->staged) = staged;
    pthread_mutex_unlock(&tree->mutex);
}

static int tree_put(struct receiver *self, struct str path, struct str bytes,
                    struct diag *diag)
{
    struct tree *tree = (struct tree *)self;
    struct staged staged = {.path = path};
    struct buf target = {0};
    int rc = 0;
    if (receiver_check_path(path, diag) != 0)
        return -1;
    target_name(tree, path, &target);
    if (!fs_exists(target.p))
        staged.change = CHANGE_CREATED;
    else if (!fs_holds(target.p, bytes))
        staged.change = CHANGE_CHANGED;
    if (staged.change != CHANGE_NONE)
        rc = write_temp(tree, &staged, bytes, diag);
    if (rc == 0)
        remember(tree, staged);
    buf_free(&target);
    return rc;
}

/* --- commit --- */

/* May the former list's entry be removed? It may have been tampered with. */
static bool is_stale(const struct tree *tree, struct str path)
{
    return receiver_path_ok(path) && map_get(tree->paths, path) == MAP_NONE;
}

static int write_manifest(struct tree *tree, struct str text,
                          struct diag *diag)
{
    struct buf target = {0}, temp = {0};
    int rc = 0;
    target_name(tree, S(RECEIVER_MANIFEST), &target);
    temp_name(tree, S(RECEIVER_MANIFEST), false, &temp);
    if (!fs_holds(target.p, text)) {
        int fd = open_temp(temp.p);
        if (fd < 0 || fill(fd, temp.p, text) != 0) {
            rc = fail(diag, target.p);
        } else if (rename(temp.p, target.p) != 0) {
            rc = fail(diag, target.p);
            unlink(temp.p);
        }
    }
    buf_free(&target);
    buf_free(&temp);
    return rc;
}

/* The list of old and new files together. */
static int write_union(struct tree *tree, struct diag *diag)
{
    struct buf text = {0};
    ARR(struct manifest_file) files = {0};
    for (size_t i = 0; i < tree->staged.n; i++)
        *ARR_PUSH(tree->arena, &files) =
            (struct manifest_file){tree->staged.at[i].path, S("")};
    for (size_t i = 0; i < tree->old.n; i++)
        if (is_stale(tree, tree->old.files[i].path))
            *ARR_PUSH(tree->arena, &files) = tree->old.files[i];
    struct manifest both = {.version = tree->old.version,
                            .only = tree->receiver.only, .files = files.at,
                            .n = files.n};
    manifest_write(&text, &both);
    int rc = write_manifest(tree, buf_str(&text), diag);
    buf_free(&text);
    return rc;
}

/* Renames one temporary file into place. 1: something is in its way that may
 * go when stale files are removed. */
static int place(struct tree *tree, struct staged *staged, struct diag *diag)
{
    struct buf target = {0}, temp = {0};
    int rc = 0;
    target_name(tree, staged->path, &target);
    temp_name(tree, staged->path, staged->aside, &temp);
    if ((!staged->aside || make_parents(tree, target.p) == 0)
        && rename(temp.p, target.p) == 0)
        staged->temp = false;
    else if (errno == EISDIR || errno == ENOTDIR || errno == EEXIST
             || errno == ENOTEMPTY)
        rc = 1;
    else
        rc = fail(diag, target.p);
    buf_free(&target);
    buf_free(&temp);
    return rc;
}

/* Places all; `last`: nothing may stay behind. */
static int place_all(struct tree *tree, bool last, struct diag *diag)
{
    for (size_t i = 0; i < tree->staged.n; i++) {
        struct staged *staged = &tree->staged.at[i];
        int rc = staged->temp ? place(tree, staged, diag) : 0;
        if (rc < 0)
            return -1;
        if (rc > 0 && last) {
            diag_add(diag, (struct pos){0}, MSG_TREE_CLASH,
                     ARGS(staged->path));
            return -1;
        }
    }
    return 0;
}

/* Removes one file of the former build and the folders it leaves empty. */
static int remove_file(struct tree *tree, struct str path, bool *removed,
                       struct diag *diag)
{
    struct buf target = {0};
    struct stat st;
    int rc = 0;
    target_name(tree, path, &target);
    /* Whatever else has taken its place is not ours. */
    if (lstat(target.p, &st) != 0 || !S_ISREG(st.st_mode))
        goto out;
    if (unlink(target.p) != 0) {
        rc = fail(diag, target.p);
        goto out;
    }
    *removed = true;
    size_t top = strlen(tree->dir);
    for (char *slash; (slash = strrchr(target.p, '/')) != NULL
                      && (size_t)(slash - target.p) > top;) {
        *slash = '\0';
        if (rmdir(target.p) != 0)
            break;
    }
out:
    buf_free(&target);
    return rc;
}

static int remove_stale(struct tree *tree, struct receipt *receipt,
                        struct diag *diag)
{
    for (size_t i = 0; i < tree->old.n; i++) {
        bool removed = false;
        if (is_stale(tree, tree->old.files[i].path)
            && remove_file(tree, tree->old.files[i].path, &removed, diag) != 0)
            return -1;
        receipt->removed += removed;
    }
    return 0;
}

static bool count(const struct tree *tree, struct receipt *receipt)
{
    size_t *of[] = {&receipt->same, &receipt->created, &receipt->changed};
    for (size_t i = 0; i < tree->staged.n; i++)
        ++*of[tree->staged.at[i].change];
    if (receipt->created || receipt->changed)
        return true;
    for (size_t i = 0; i < tree->old.n; i++)
        if (is_stale(tree, tree->old.files[i].path))
            return true;
    return false;
}

static int tree_commit(struct receiver *self, struct str manifest,
                       struct receipt *receipt, struct diag *diag)
{
    struct tree *tree = (struct tree *)self;
    *receipt = (struct receipt){0};
    if (count(tree, receipt)
        && (write_union(tree, diag) != 0 || place_all(tree, false, diag) != 0
            || remove_stale(tree, receipt, diag) != 0
            || place_all(tree, true, diag) != 0))
        return -1;
    if (write_manifest(tree, manifest, diag) != 0)
        return -1;
    tree->made.n = 0;
    drop_lock(tree);
    return 0;
}

/* --- the end --- */

static void tree_abort(struct receiver *self)
{
    struct tree *tree = (struct tree *)self;
    struct buf temp = {0};
    for (size_t i = 0; i < tree->staged.n; i++) {
        struct staged *staged = &tree->staged.at[i];
        if (!staged->temp)
            continue;
        temp_name(tree, staged->path, staged->aside, &temp);
        unlink(temp.p);
        staged->temp = false;
    }
    buf_free(&temp);
    drop_lock(tree);
    while (tree->made.n)
        rmdir(tree->made.at[--tree->made.n]);
}

static void tree_done(struct receiver *self)
{
    struct tree *tree = (struct tree *)self;
    tree_abort(self);
    buf_free(&tree->old_text);
    pthread_mutex_destroy(&tree->mutex);
    arena_free(tree->arena);
    free(tree);
}

struct receiver *tree_receiver(const char *dir)
{
    struct tree *tree = mem_alloc(sizeof *tree);
    tree->receiver = (struct receiver){
        .begin = tree_begin, .put = tree_put, .commit = tree_commit,
        .abort = tree_abort, .done = tree_done,
    };
    tree->arena = arena_new();
    /* Without slashes at its end: paths are cut and compared by length. */
    struct str name = *dir ? str_of(dir) : S(".");
    while (name.n > 1 && str_ends(name, S("/")))
        name.n--;
    tree->dir = str_z(tree->arena, name);
    tree->lock_fd = -1;
    tree->paths = map_new(tree->arena);
    pthread_mutex_init(&tree->mutex, NULL);
    return &tree->receiver;
}
