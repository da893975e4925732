/*
 * source: the files of a site, from a folder or a commit; see source.h.
 *
 * Uses git.h for commits. The list is made when the source is opened and does
 * not change; only bytes are read later.
 */
#include "input/source.h"

#include "base/diag.h"
#include "base/fold.h"
#include "base/fs.h"
#include "base/mem.h"
#include "input/git.h"

#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Where the bytes of one file are. */
struct origin {
    struct str raw;                     /* the path as it is stored */
    unsigned char id[REPO_ID_BYTES];    /* of the blob, in a commit */
};

struct item {
    struct source_file file;
    struct origin origin;
};

/* What a commit's source has besides. */
struct commit {
    struct repo *repo;
    pthread_mutex_t lock;               /* libgit2: one thread a handle */
};

struct source {
    struct arena *arena;
    const char *dir;                    /* of a folder */
    struct commit *commit;              /* NULL: a folder */
    struct source_file *files;
    struct origin *origins;             /* beside files */
    size_t n;
    const struct source_gap *gaps;      /* what is left out */
    size_t gaps_n;
};

/* While the list is being made. */
struct collect {
    struct source *source;
    struct diag *diag;
    const char *below;                  /* "content/": before each raw path */
    const char *shown;                  /* before each path of the list */
    ARR(struct item) items;
};

static const char *const site_folders[] = {"content", "data", "themes"};
#define SITE_FOLDERS (sizeof site_folders / sizeof *site_folders)

static struct source *new_source(const char *dir)
{
    struct arena *arena = arena_new();
    struct source *source = ARENA_NEW(arena, struct source);
    source->arena = arena;
    source->dir = str_z(arena, str_of(dir));
    return source;
}

void source_free(struct source *source)
{
    if (!source)
        return;
    if (source->commit) {
        repo_free(source->commit->repo);
        pthread_mutex_destroy(&source->commit->lock);
    }
    arena_free(source->arena);
}

/* --- the list --- */

/* The bytes that are no UTF-8 as U+FFFD, so that a message can show them. */
static struct str printable(struct arena *arena, struct str name)
{
    struct buf buf = {0};
    size_t at = 0;
    while (at < name.n) {
        uint32_t code = utf8_next(name, &at);
        utf8_add(&buf, code == UTF8_BAD ? 0xFFFD : code);
    }
    struct str shown = buf_take(&buf, arena);
    buf_free(&buf);
    return shown;
}

static struct item *collect_add(struct collect *collect, struct str name)
{
    struct arena *arena = collect->source->arena;
    struct str raw = str_format(arena, "%s%.*s", collect->below,
                                STR_FMT(name));
    struct str path = str_format(arena, "%s%.*s", collect->shown,
                                 STR_FMT(name));
    if (utf8_valid(path) != path.n) {
        diag_add(collect->diag, (struct pos){0}, MSG_SOURCE_NAME,
                 ARGS(printable(arena, path)));
        return NULL;
    }
    struct item *item = ARR_PUSH(arena, &collect->items);
    *item = (struct item){.file.path = fold_nfc(arena, path),
                          .origin.raw = raw};
    return item;
}

static int collect_found(void *payload, struct str path, size_t size,
                         bool link)
{
    struct item *item = collect_add(payload, path);
    if (item) {
        item->file.size = size;
        item->file.link = link;
    }
    return 0;
}

static int by_path(const void *a, const void *b)
{
    const struct item *one = a, *two = b;
    int order = str_cmp(one->file.path, two->file.path);
    return order ? order : str_cmp(one->origin.raw, two->origin.raw);
}

/* Sorts the list and hands it over to the source. */
static void collect_finish(struct collect *collect)
{
    struct source *source = collect->source;
    size_t n = collect->items.n;
    struct item *items = collect->items.at;
    if (n)
        qsort(items, n, sizeof *items, by_path);
    source->files = ARENA_ARRAY(source->arena, struct source_file, n);
    source->origins = ARENA_ARRAY(source->arena, struct origin, n);
    for (size_t i = 0; i < n; i++) {
        struct str path = items[i].file.path;
        if (source->n && str_eq(source->files[source->n - 1].path, path)) {
            diag_add(collect->diag, (struct pos){.file = path},
                     MSG_SOURCE_TWICE, ARGS(path));
            continue;
        }
        source->files[source->n] = items[i].file;
        source->origins[source->n++] = items[i].origin;
    }
}

static const char *with_slash(struct arena *arena, const char *folder)
{
    return str_z(arena, str_format(arena, "%s/", folder));
}

/* --- folders --- */

static int walk(struct collect *collect, const char *dir)
{
    if (fs_walk(dir, collect_found, collect) == 0)
        return 0;
    return diag_errno(collect->diag, (struct pos){0}, MSG_MACHINE_READ,
                      str_of(dir));
}

struct source *source_folder(const char *dir, struct diag *diag)
{
    if (!fs_is_dir(dir)) {
        diag_add(diag, (struct pos){0}, MSG_SOURCE_FOLDER, ARGS(str_of(dir)));
        return NULL;
    }
    struct source *source = new_source(dir);
    struct collect collect = {.source = source, .diag = diag};
    for (size_t i = 0; i < SITE_FOLDERS; i++) {
        const char *sub = fs_join(source->arena, dir, str_of(site_folders[i]));
        collect.below = with_slash(source->arena, site_folders[i]);
        collect.shown = collect.below;
        if (fs_is_dir(sub) && walk(&collect, sub) != 0) {
            source_free(source);
            return NULL;
        }
    }
    collect_finish(&collect);
    return source;
}

struct source *source_private(const char *dir, struct str name,
                              struct diag *diag)
{
    if (!fs_is_dir(dir)) {
        diag_add(diag, (struct pos){.file = S("content/site.yml")},
                 MSG_SOURCE_PRIVATE, ARGS(name));
        return NULL;
    }
    struct source *source = new_source(dir);
    struct collect collect = {
        .source = source, .diag = diag, .below = "",
        .shown = with_slash(source->arena, str_z(source->arena, name))};
    if (walk(&collect, dir) != 0) {
        source_free(source);
        return NULL;
    }
    collect_finish(&collect);
    return source;
}

/* --- commits --- */

static int list_commit(struct collect *collect, const char *revision,
                       const char *folder)
{
    struct source *source = collect->source;
    struct repo *repo = source->commit->repo;
    struct str prefix = repo_prefix(repo);
    struct repo_file *files = NULL;
    size_t n = 0;
    if (prefix.n)
        prefix = str_format(source->arena, "%.*s/%s", STR_FMT(prefix), folder);
    else
        prefix = str_of(folder);
    if (repo_files(repo, revision, prefix, source->arena, &files, &n,
                   collect->diag) != 0)
        return -1;
    collect->below = collect->shown = with_slash(source->arena, folder);
    for (size_t i = 0; i < n; i++) {
        struct item *item = fs_is_hidden(files[i].path)
            ? NULL : collect_add(collect, files[i].path);
        if (!item)
            continue;
        item->file.size = files[i].size;
        item->file.link = files[i].link;
        memcpy(item->origin.id, files[i].id, sizeof item->origin.id);
    }
    return 0;
}

struct source *source_commit(const char *dir, const char *commit,
                             struct diag *diag)
{
    struct repo *repo = repo_open(dir, true, diag);
    if (!repo)
        return NULL;
    struct source *source = new_source(dir);
    struct collect collect = {.source = source, .diag = diag};
    source->commit = ARENA_NEW(source->arena, struct commit);
    source->commit->repo = repo;
    pthread_mutex_init(&source->commit->lock, NULL);
    /* The name is resolved once: a branch may move between two folders. */
    struct str id = repo_commit_id(repo, commit, source->arena);
    const char *revision = id.n ? id.p : commit;
    for (size_t i = 0; i < SITE_FOLDERS; i++)
        if (list_commit(&collect, revision, site_folders[i]) != 0) {
            source_free(source);
            return NULL;
        }
    collect_finish(&collect);
    return source;
}

/* --- looking up --- */

const struct source_file *source_files(const struct source *source, size_t *n)
{
    *n = source->n;
    return source->files;
}

/* Index of the first file whose path, cut to `width` bytes, is not before
 * (or, with `behind`, is behind) `path`. */
static size_t bound(const struct source *source, struct str path, size_t width,
                    bool behind)
{
    size_t low = 0, high = source->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = str_cmp(str_sub(source->files[mid].path, 0, width), path);
        if (order < 0 || (behind && order == 0))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const struct source_file *source_below(const struct source *source,
                                       struct str prefix, size_t *n)
{
    size_t from = bound(source, prefix, prefix.n, false);
    *n = bound(source, prefix, prefix.n, true) - from;
    return *n ? source->files + from : NULL;
}

const struct source_file *source_find(const struct source *source,
                                      struct str path)
{
    size_t i = bound(source, path, SIZE_MAX, false);
    if (i < source->n && str_eq(source->files[i].path, path))
        return &source->files[i];
    return NULL;
}

/* --- what is left out --- */

static bool is_left_out(const struct source *source, struct str path)
{
    for (size_t i = 0; i < source->gaps_n; i++)
        if (source->gaps[i].from == 0 && str_eq(source->gaps[i].path, path))
            return true;
    return false;
}

void source_without(struct source *source, const struct source_gap *gaps,
                    size_t n)
{
    size_t kept = 0;
    source->gaps = gaps;
    source->gaps_n = n;
    for (size_t i = 0; i < source->n; i++) {
        if (is_left_out(source, source->files[i].path))
            continue;
        source->files[kept] = source->files[i];
        source->origins[kept++] = source->origins[i];
    }
    source->n = kept;
}

/* The gaps of one file; they stand side by side. */
static const struct source_gap *gaps_of(const struct source *source,
                                        struct str path, size_t *n)
{
    size_t from = 0;
    while (from < source->gaps_n && !str_eq(source->gaps[from].path, path))
        from++;
    *n = 0;
    while (from + *n < source->gaps_n &&
           str_eq(source->gaps[from + *n].path, path))
        ++*n;
    return source->gaps + from;
}

/* Takes the lines that are left out from the bytes of a file, which stand
 * behind `start`. Their ends stay, so that the others keep their numbers. */
static void leave_out(const struct source *source, struct str path,
                      size_t start, struct buf *out)
{
    if (source->gaps_n == 0 || out->n == start)
        return;
    size_t n, kept = start;
    const struct source_gap *gap = gaps_of(source, path, &n);
    uint32_t line = 1;
    if (n == 0)
        return;
    for (size_t i = start; i < out->n; i++) {
        bool end = out->p[i] == '\n';
        for (; n > 0 && gap->to < line; n--)
            gap++;
        if (end || n == 0 || line < gap->from)
            out->p[kept++] = out->p[i];
        line += end;
    }
    out->n = kept;
    out->p[kept] = '\0';
}

/* --- reading --- */

static int too_large(struct pos at, size_t size, size_t limit,
                     struct diag *diag)
{
    char is[32], may[32];
    snprintf(is, sizeof is, "%zu", size);
    snprintf(may, sizeof may, "%zu", limit);
    diag_add(diag, at, MSG_SOURCE_LARGE, ARGS(str_of(is), str_of(may)));
    return -1;
}

static int read_folder(const struct source *source, struct str raw,
                       struct pos at, size_t limit, struct buf *out,
                       struct diag *diag)
{
    struct buf path = {0};
    int rc = 0;
    buf_addf(&path, "%s/%.*s", source->dir, STR_FMT(raw));
    if (fs_read(path.p, limit, out) != 0)
        rc = errno == EFBIG ? too_large(at, limit + 1, limit, diag)
            : diag_errno(diag, at, MSG_MACHINE_READ, raw);
    buf_free(&path);
    return rc;
}

static int read_commit(const struct source *source,
                       const unsigned char id[REPO_ID_BYTES], size_t limit,
                       struct buf *out, struct diag *diag)
{
    struct commit *commit = source->commit;
    pthread_mutex_lock(&commit->lock);
    int rc = repo_blob(commit->repo, id, limit, out, diag);
    pthread_mutex_unlock(&commit->lock);
    return rc;
}

int source_read(const struct source *source, struct str path, size_t limit,
                struct buf *out, struct diag *diag)
{
    struct pos at = {.file = path};
    const struct source_file *file = source_find(source, path);
    if (!file || file->link) {
        diag_add(diag, at, file ? MSG_SOURCE_LINK : MSG_SOURCE_MISSING, NULL);
        return -1;
    }
    at.file = file->path;
    const struct origin *origin = &source->origins[file - source->files];
    if (file->size > limit)
        return too_large(at, file->size, limit, diag);
    size_t start = out->n;
    int rc = source->commit
                 ? read_commit(source, origin->id, limit, out, diag)
                 : read_folder(source, origin->raw, at, limit, out, diag);
    if (rc == 0)
        leave_out(source, file->path, start, out);
    return rc;
}
