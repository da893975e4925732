/*
 * verify: comparing with a commit; see verify.h.
 *
 * Files are compared by their ids in git, so but for the manifest none of the
 * commit is read.
 */
#include "output/verify.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/git.h"
#include "output/publish_entry.h"
#include "output/receiver.h"
#include "output/sha1.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define MANIFEST_MAX ((size_t)1 << 30)

struct verify {
    struct arena *arena;
    struct repo *repo;
    const char *commit;             /* id */
    struct repo_file *files;        /* of the commit, sorted */
    size_t n;
    struct map *paths;              /* path -> index in files */
    struct manifest manifest;
};

struct comparing {
    struct receiver receiver;       /* first: a receiver is a comparing */
    struct verify *verify;
    const struct str *keep;
    size_t keep_n;
    bool closed;
    struct diag *to;
    struct arena *arena;
    bool *seen;                     /* by file of the commit */
    pthread_mutex_t mutex;          /* for all below */
    ARR(struct str) differ, missing;
    size_t same;
};

static void report(struct diag *diag, enum msg id, struct str a, struct str b)
{
    diag_add(diag, (struct pos){0}, id, ARGS(a, b));
}

/* --- the commit --- */

static int read_manifest(struct verify *verify, struct diag *diag)
{
    struct buf text = {0};
    size_t i = map_get(verify->paths, S(RECEIVER_MANIFEST));
    bool ours = i != MAP_NONE
        && repo_blob(verify->repo, verify->files[i].id, MANIFEST_MAX, &text,
                     diag) == 0
        && manifest_parse(verify->arena,
                          str_copy(verify->arena, buf_str(&text)),
                          &verify->manifest);
    buf_free(&text);
    if (!ours)
        report(diag, MSG_VERIFY_MANIFEST, str_of(verify->commit), S(""));
    return ours ? 0 : -1;
}

static int open_commit(struct verify *verify, const char *dir,
                       const char *const *revisions, struct diag *diag)
{
    struct str id = S("");
    verify->repo = repo_open(dir, true, diag);
    if (!verify->repo)
        return -1;
    for (size_t i = 0; revisions[i] && !id.n; i++)
        id = repo_commit_id(verify->repo, revisions[i], verify->arena);
    if (!id.n) {
        report(diag, MSG_VERIFY_BRANCH, str_of(revisions[0]), str_of(dir));
        return -1;
    }
    verify->commit = str_z(verify->arena, id);
    if (repo_files(verify->repo, verify->commit, S(""), verify->arena,
                   &verify->files, &verify->n, diag) != 0)
        return -1;
    for (size_t i = 0; i < verify->n; i++)
        map_add(verify->paths, verify->files[i].path, i);
    return read_manifest(verify, diag);
}

struct verify *verify_open(const char *dir, const char *const *revisions,
                           struct diag *diag)
{
    struct arena *arena = arena_new();
    struct verify *verify = ARENA_NEW(arena, struct verify);
    verify->arena = arena;
    verify->paths = map_new(arena);
    if (open_commit(verify, dir, revisions, diag) == 0)
        return verify;
    verify_free(verify);
    return NULL;
}

void verify_free(struct verify *verify)
{
    if (!verify)
        return;
    repo_free(verify->repo);
    arena_free(verify->arena);
}

const struct manifest *verify_manifest(const struct verify *verify)
{
    return &verify->manifest;
}

struct str verify_commit(const struct verify *verify)
{
    return str_of(verify->commit);
}

/* --- what was built again --- */

static int begin(struct receiver *receiver, struct diag *diag)
{
    const struct comparing *self = (const struct comparing *)receiver;
    return receiver_check_only(receiver, self->verify->manifest.only,
                               str_of(self->verify->commit), diag);
}

static bool is_kept(const struct comparing *self, struct str path)
{
    return entry_is_kept(path, self->keep, self->keep_n);
}

static bool holds(const struct repo_file *file, struct str bytes)
{
    unsigned char id[SHA1_BYTES];
    sha1_object("blob", bytes, id);
    return !file->link && memcmp(id, file->id, sizeof id) == 0;
}

/* A kept file of the branch is the branch's own, even where the site has one
 * of that name. */
static int put(struct receiver *receiver, struct str path, struct str bytes,
               struct diag *diag)
{
    struct comparing *self = (struct comparing *)receiver;
    size_t i = map_get(self->verify->paths, path);
    bool same = i != MAP_NONE
        && (is_kept(self, path) || holds(&self->verify->files[i], bytes));
    (void)diag;
    pthread_mutex_lock(&self->mutex);
    if (i != MAP_NONE)
        self->seen[i] = true;
    if (same)
        self->same++;
    else if (i != MAP_NONE)
        *ARR_PUSH(self->arena, &self->differ) = self->verify->files[i].path;
    else
        *ARR_PUSH(self->arena, &self->missing) = str_copy(self->arena, path);
    pthread_mutex_unlock(&self->mutex);
    return 0;
}

static void tell(const struct comparing *self, struct str path, enum msg id)
{
    report(self->to, self->closed ? MSG_VERIFY_CLOSED : id, path, S(""));
}

static int commit(struct receiver *receiver, struct str manifest,
                  struct receipt *receipt, struct diag *diag)
{
    struct comparing *self = (struct comparing *)receiver;
    const struct verify *verify = self->verify;
    put(receiver, S(RECEIVER_MANIFEST), manifest, diag);
    *receipt = (struct receipt){.changed = self->differ.n,
                                .created = self->missing.n,
                                .same = self->same};
    for (size_t i = 0; i < self->differ.n; i++)
        tell(self, self->differ.at[i], MSG_VERIFY_DIFFERS);
    for (size_t i = 0; i < self->missing.n; i++)
        tell(self, self->missing.at[i], MSG_VERIFY_MISSING);
    for (size_t i = 0; i < verify->n; i++)
        if (!self->seen[i] && !is_kept(self, verify->files[i].path)) {
            tell(self, verify->files[i].path, MSG_VERIFY_EXTRA);
            receipt->removed++;
        }
    return 0;
}

static void nothing_to_abort(struct receiver *receiver)
{
    (void)receiver;
}

static void done(struct receiver *receiver)
{
    struct comparing *self = (struct comparing *)receiver;
    pthread_mutex_destroy(&self->mutex);
    arena_free(self->arena);
}

struct receiver *verify_receiver(struct verify *verify,
                                 const struct str *keep, size_t keep_n,
                                 bool closed, struct diag *to)
{
    struct arena *arena = arena_new();
    struct comparing *self = ARENA_NEW(arena, struct comparing);
    self->receiver = (struct receiver){
        .begin = begin, .put = put, .commit = commit,
        .abort = nothing_to_abort, .done = done,
    };
    self->arena = arena;
    self->verify = verify;
    self->keep = keep;
    self->keep_n = keep_n;
    self->closed = closed;
    self->to = to;
    self->seen = ARENA_ARRAY(arena, bool, verify->n + 1);
    pthread_mutex_init(&self->mutex, NULL);
    return &self->receiver;
}

/* --- the working tree --- */

struct looking {
    const struct verify *verify;
    struct diag *diag;
    size_t wrong;
};

static int see_file(void *payload, struct str path, size_t size, bool link)
{
    struct looking *looking = payload;
    (void)size;
    (void)link;
    if (map_get(looking->verify->paths, path) == MAP_NONE) {
        report(looking->diag, MSG_VERIFY_FOLDER_EXTRA, path, S(""));
        looking->wrong++;
    }
    return 0;
}

size_t verify_folder(struct verify *verify, struct diag *diag)
{
    const char *folder = repo_folder(verify->repo);
    struct looking looking = {verify, diag, 0};
    struct buf bytes = {0};
    if (!folder || !str_is(repo_commit_id(verify->repo, "HEAD",
                                          verify->arena), verify->commit))
        return SIZE_MAX;
    for (size_t i = 0; i < verify->n; i++) {
        const struct repo_file *file = &verify->files[i];
        buf_clear(&bytes);
        if (file->link
            || (fs_read(fs_join(verify->arena, folder, file->path),
                        file->size + 1, &bytes) == 0
                && holds(file, buf_str(&bytes))))
            continue;
        report(diag, MSG_VERIFY_FOLDER, file->path, S(""));
        looking.wrong++;
    }
    buf_free(&bytes);
    if (fs_walk(folder, see_file, &looking) != 0) {
        diag_errno(diag, (struct pos){0}, MSG_MACHINE_READ, str_of(folder));
        return SIZE_MAX;
    }
    return looking.wrong;
}
