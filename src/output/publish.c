/*
 * publish: git objects and a branch, by libgit2; see publish.h.
 *
 * put hashes and compresses in the worker's thread and spools what the branch
 * does not have yet (publish_pack.h); the library is not called there. commit
 * makes trees and a commit object and hands all new objects to the library:
 * as one pack when it is the branch's first commit or there are many, else as
 * loose objects. Only then the branch moves, if it still is where begin found
 * it. What fails before leaves at most objects that nothing refers to.
 *
 * With input/git.c the only file that knows the library.
 */
#include "output/publish.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/git.h"
#include "output/commit_text.h"
#include "output/publish_entry.h"
#include "output/publish_pack.h"
#include "output/receiver.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* New files from which on one pack is better than loose objects. */
#define PACK_FROM 1000
/* With this a branch holds the sources of a site, not a published one. */
#define SOURCES_MARK "content/site.yml"

struct publish {
    struct receiver receiver;           /* first: a receiver is a publish */
    struct arena *arena;
    struct publish_options options;     /* copies in the arena */
    const char *ref;                    /* refs/heads/BRANCH */
    struct repo *repo;
    git_repository *raw;                /* of repo */
    git_odb *odb;
    git_signature *who;
    bool has_tip;                       /* the branch exists: at */
    git_oid tip;
    git_commit *parent;                 /* of the new commit; or NULL */
    ARR(struct entry) old;              /* the parent's files */
    struct map *old_paths;              /* path -> index in old */
    struct pack *pack;
    bool packed;                        /* new objects go into one pack */
    pthread_mutex_t mutex;              /* for all below */
    struct map *known;                  /* ids that need no storing */
    ARR(struct entry) fresh;            /* the new commit's files */
    struct map *fresh_paths;            /* path -> index in fresh */
};

static void report(struct diag *diag, enum msg id, struct str a, struct str b)
{
    diag_add(diag, (struct pos){0}, id, ARGS(a, b));
}

/* Something that the library, or if it has no complaint the spool, cannot
 * do. */
static int fail(struct diag *diag, struct str what)
{
    const git_error *error = git_error_last();
    if (!error || !error->message)
        return diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE, what);
    report(diag, MSG_PUBLISH_GIT, what, str_of(error->message));
    return -1;
}

/* --- begin: may we, and as whom --- */

/* Is HEAD of this repository, even without commits yet, the branch? */
static bool head_is(git_repository *raw, const char *ref)
{
    git_reference *head = NULL;
    bool is = false;
    if (!git_repository_is_bare(raw)
        && git_reference_lookup(&head, raw, "HEAD") == 0) {
        const char *target = git_reference_symbolic_target(head);
        is = target && strcmp(target, ref) == 0;
    }
    git_reference_free(head);
    return is;
}

/* Is the branch checked out in this working tree or a linked one? */
static bool is_checked_out(git_repository *raw, const char *ref)
{
    git_reference *branch = NULL;
    git_repository *main = NULL;
    bool is = head_is(raw, ref);
    if (git_reference_lookup(&branch, raw, ref) == 0)
        is = is || git_branch_is_checked_out(branch) == 1;
    if (git_repository_is_worktree(raw)
        && git_repository_open(&main, git_repository_commondir(raw)) == 0)
        is = is || head_is(main, ref);
    git_repository_free(main);
    git_reference_free(branch);
    return is;
}

static int open_branch(struct publish *self, struct diag *diag)
{
    const struct publish_options *o = &self->options;
    int valid = 0;
    if (git_branch_name_is_valid(&valid, str_z(self->arena, o->branch)) != 0
        || !valid) {
        report(diag, MSG_PUBLISH_BRANCH, o->branch, S(""));
        return -1;
    }
    self->repo = repo_open(str_z(self->arena, o->repository), true, diag);
    if (!self->repo)
        return -1;
    self->raw = repo_handle(self->repo);
    self->ref = str_z(self->arena, str_format(self->arena, "refs/heads/%.*s",
                                              STR_FMT(o->branch)));
    if (is_checked_out(self->raw, self->ref)) {
        report(diag, MSG_PUBLISH_CHECKED_OUT, o->branch, o->repository);
        return -1;
    }
    if (git_repository_odb(&self->odb, self->raw) != 0)
        return fail(diag, o->repository);
    int rc = git_reference_name_to_id(&self->tip, self->raw, self->ref);
    self->has_tip = rc == 0;
    return rc == 0 || rc == GIT_ENOTFOUND ? 0 : fail(diag, o->branch);
}

static bool descends(git_repository *raw, const git_oid *from,
                     const git_oid *ancestor)
{
    return git_oid_equal(from, ancestor)
        || git_graph_descendant_of(raw, from, ancestor) == 1;
}

/* The commit to go on from: the branch or `base`, whichever is ahead. */
static int find_parent(struct publish *self, struct diag *diag)
{
    const struct publish_options *o = &self->options;
    git_oid start = self->tip;
    if (o->base.n) {
        git_oid base;
        struct str id = repo_commit_id(self->repo,
                                       str_z(self->arena, o->base),
                                       self->arena);
        if (!id.n || git_oid_fromstr(&base, id.p) != 0) {
            report(diag, MSG_GIT_REVISION, o->base, S(""));
            return -1;
        }
        if (!self->has_tip || descends(self->raw, &base, &self->tip)) {
            start = base;
        } else if (!descends(self->raw, &self->tip, &base)) {
            report(diag, MSG_PUBLISH_DIVERGED, o->branch, o->base);
            return -1;
        }
    } else if (!self->has_tip) {
        return 0;
    }
    if (git_commit_lookup(&self->parent, self->raw, &start) != 0)
        return fail(diag, o->branch);
    return 0;
}

static void know(struct publish *self, const unsigned char id[SHA1_BYTES])
{
    struct str key = {(const char *)id, SHA1_BYTES};
    if (map_get(self->known, key) == MAP_NONE)
        map_add(self->known, str_copy(self->arena, key), 1);
}

/* Lists the files of the parent, so that what is unchanged need not be stored
 * and what stays can be taken over. */
static int list_old(struct publish *self, const git_oid *id, struct str folder,
                    int depth, struct diag *diag)
{
    git_tree *tree = NULL;
    int rc = 0;
    if (depth > REPO_DEPTH_MAX) {
        report(diag, MSG_GIT_DEEP, str_sub(folder, 0, 80), S(""));
        return -1;
    }
    if (git_tree_lookup(&tree, self->raw, id) != 0)
        return fail(diag, folder);
    know(self, id->id);
    for (size_t i = 0; i < git_tree_entrycount(tree) && rc == 0; i++) {
        const git_tree_entry *row = git_tree_entry_byindex(tree, i);
        const git_oid *row_id = git_tree_entry_id(row);
        struct str path = str_format(self->arena, "%.*s%s%s", STR_FMT(folder),
                                     folder.n ? "/" : "",
                                     git_tree_entry_name(row));
        if (git_tree_entry_type(row) == GIT_OBJECT_TREE) {
            rc = list_old(self, row_id, path, depth + 1, diag);
            continue;
        }
        struct entry entry = {.path = path,
                              .mode = git_tree_entry_filemode(row)};
        memcpy(entry.id, row_id->id, sizeof entry.id);
        map_add(self->old_paths, path, self->old.n);
        *ARR_PUSH(self->arena, &self->old) = entry;
        know(self, entry.id);
    }
    git_tree_free(tree);
    return rc;
}

/* user.name and user.email of a configuration, where both are set. */
static bool user_of(struct publish *self, git_config *config,
                    struct str *name, struct str *mail)
{
    git_buf value[2] = {{0}, {0}};
    bool found =
        git_config_get_string_buf(&value[0], config, "user.name") == 0
        && git_config_get_string_buf(&value[1], config, "user.email") == 0;
    if (found) {
        *name = str_copy(self->arena, str_of(value[0].ptr));
        *mail = str_copy(self->arena, str_of(value[1].ptr));
    }
    git_buf_dispose(&value[0]);
    git_buf_dispose(&value[1]);
    return found;
}

/* The user's own configuration, read for the name alone: everything else in
 * it is hidden from the library (input/git.c). */
static git_config *own_config(struct arena *arena)
{
    const char *path = getenv("GIT_CONFIG_GLOBAL"), *home = getenv("HOME");
    git_config *config = NULL;
    if (!path && home)
        path = fs_join(arena, home, S(".gitconfig"));
    if (path && git_config_open_ondisk(&config, path) != 0)
        config = NULL;
    return config;
}

/* The repository's user, else the user's own. */
static bool configured_user(struct publish *self, struct str *name,
                            struct str *mail)
{
    git_config *config = NULL;
    bool found = git_repository_config_snapshot(&config, self->raw) == 0
        && user_of(self, config, name, mail);
    git_config_free(config);
    config = found ? NULL : own_config(self->arena);
    if (config)
        found = user_of(self, config, name, mail);
    git_config_free(config);
    return found;
}

static int find_author(struct publish *self, struct diag *diag)
{
    const struct publish_options *o = &self->options;
    struct str name, mail;
    int64_t when;
    if (o->author.n) {
        if (!commit_text_author(o->author, &name, &mail)) {
            report(diag, MSG_PUBLISH_AUTHOR_FORM, o->author, S(""));
            return -1;
        }
    } else if (!configured_user(self, &name, &mail)) {
        report(diag, MSG_PUBLISH_AUTHOR, S(""), S(""));
        return -1;
    }
    if (commit_text_time(&when, diag) != 0)
        return -1;
    if (git_signature_new(&self->who, str_z(self->arena, name),
                          str_z(self->arena, mail), when, 0) != 0) {
        report(diag, MSG_PUBLISH_AUTHOR_FORM, o->author, S(""));
        return -1;
    }
    return 0;
}

static int open_pack(struct publish *self, struct diag *diag)
{
    git_buf objects = {0};
    if (git_repository_item_path(&objects, self->raw,
                                 GIT_REPOSITORY_ITEM_OBJECTS) != 0)
        return fail(diag, self->options.repository);
    self->pack = pack_new(objects.ptr);
    int rc = self->pack ? 0 : diag_errno(diag, (struct pos){0},
                                         MSG_MACHINE_WRITE,
                                         str_of(objects.ptr));
    git_buf_dispose(&objects);
    return rc;
}

static int publish_begin(struct receiver *receiver, struct diag *diag)
{
    struct publish *self = (struct publish *)receiver;
    repo_init();
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    if (open_branch(self, diag) != 0 || find_parent(self, diag) != 0
        || find_author(self, diag) != 0)
        return -1;
    if (self->parent
        && list_old(self, git_commit_tree_id(self->parent), S(""), 0,
                    diag) != 0)
        return -1;
    if (map_get(self->old_paths, S(SOURCES_MARK)) != MAP_NONE) {
        report(diag, MSG_PUBLISH_SOURCES, self->options.branch, S(""));
        return -1;
    }
    return open_pack(self, diag);
}

/* --- put --- */

static bool is_kept(const struct publish *self, struct str path)
{
    return entry_is_kept(path, self->options.keep, self->options.keep_n);
}

static const struct entry *old_entry(const struct publish *self,
                                     struct str path)
{
    size_t i = map_get(self->old_paths, path);
    return i == MAP_NONE ? NULL : &self->old.at[i];
}

/* Adds a file to the new commit. Says whether its bytes must be stored. */
static bool add_fresh(struct publish *self, struct entry entry)
{
    struct str key = {(const char *)entry.id, sizeof entry.id};
    pthread_mutex_lock(&self->mutex);
    size_t i = self->fresh.n;
    entry.path = str_copy(self->arena, entry.path);
    size_t stored = map_add(self->fresh_paths, entry.path, i);
    assert(stored == i && "a path is put once");
    (void)stored;
    *ARR_PUSH(self->arena, &self->fresh) = entry;
    bool missing = map_get(self->known, key) == MAP_NONE;
    know(self, entry.id);
    pthread_mutex_unlock(&self->mutex);
    return missing;
}

static int stage(struct publish *self, struct str path, struct str bytes,
                 struct diag *diag)
{
    struct entry entry = {.path = path, .mode = ENTRY_FILE};
    const struct entry *old = old_entry(self, path);
    if (old && is_kept(self, path)) {
        entry.mode = old->mode;
        memcpy(entry.id, old->id, sizeof entry.id);
    } else {
        sha1_object("blob", bytes, entry.id);
    }
    if (add_fresh(self, entry) && pack_add(self->pack, PACK_BLOB, bytes) != 0)
        return diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE, path);
    return 0;
}

static int publish_put(struct receiver *receiver, struct str path,
                       struct str bytes, struct diag *diag)
{
    if (receiver_check_path(path, diag) != 0)
        return -1;
    return stage((struct publish *)receiver, path, bytes, diag);
}

/* --- commit: objects --- */

static int write_loose(void *payload, enum pack_type type, struct str bytes)
{
    struct publish *self = payload;
    git_oid id;
    return git_odb_write(&id, self->odb, bytes.p ? bytes.p : "", bytes.n,
                         git_object_string2type(pack_type_name(type)));
}

/* An object made by commit itself. */
static int store(void *payload, enum pack_type type, struct str bytes,
                 unsigned char id[SHA1_BYTES])
{
    struct publish *self = payload;
    struct str key = {(const char *)id, SHA1_BYTES};
    if (map_get(self->known, key) != MAP_NONE)
        return 0;
    know(self, id);
    return self->packed ? pack_add(self->pack, type, bytes)
                        : write_loose(self, type, bytes);
}

struct feed {
    git_odb_writepack *into;
    git_indexer_progress progress;
};

static int feed_piece(void *payload, struct str piece)
{
    struct feed *feed = payload;
    return feed->into->append(feed->into, piece.p, piece.n, &feed->progress);
}

/* Gives the whole spool to the library, which checks every byte of it. */
static int write_pack(struct publish *self)
{
    struct feed feed = {0};
    if (pack_count(self->pack) == 0)
        return 0;
    if (git_odb_write_pack(&feed.into, self->odb, NULL, NULL) != 0)
        return -1;
    int rc = pack_stream(self->pack, feed_piece, &feed);
    if (rc == 0)
        rc = feed.into->commit(feed.into, &feed.progress);
    feed.into->free(feed.into);
    return rc;
}

/* --- commit: what is in it --- */

static void take_over_kept(struct publish *self)
{
    for (size_t i = 0; i < self->old.n; i++) {
        const struct entry *old = &self->old.at[i];
        if (is_kept(self, old->path)
            && map_get(self->fresh_paths, old->path) == MAP_NONE)
            add_fresh(self, *old);
    }
}

static void count(const struct publish *self, struct receipt *receipt)
{
    for (size_t i = 0; i < self->fresh.n; i++) {
        const struct entry *entry = &self->fresh.at[i];
        const struct entry *old = old_entry(self, entry->path);
        if (str_is(entry->path, RECEIVER_MANIFEST))
            continue;
        if (!old)
            receipt->created++;
        else if (old->mode != entry->mode
                 || memcmp(old->id, entry->id, sizeof old->id) != 0)
            receipt->changed++;
        else
            receipt->same++;
    }
    for (size_t i = 0; i < self->old.n; i++)
        if (map_get(self->fresh_paths, self->old.at[i].path) == MAP_NONE)
            receipt->removed++;
}

/* Writes the commit of `tree` and everything new that it needs. */
static int write_commit(struct publish *self,
                        const unsigned char tree[SHA1_BYTES], git_oid *id,
                        struct diag *diag)
{
    const struct publish_options *o = &self->options;
    struct buf text = {0};
    struct commit_text commit = {
        .tree = tree,
        .parent = self->parent ? git_commit_id(self->parent)->id : NULL,
        .name = self->who->name, .mail = self->who->email,
        .time = self->who->when.time, .message = o->message,
        .source = o->source_commit, .version = o->version};
    commit_text_write(&text, &commit);
    sha1_object("commit", buf_str(&text), id->id);
    int rc = store(self, PACK_COMMIT, buf_str(&text), id->id);
    if (rc == 0 && self->packed)
        rc = write_pack(self);
    buf_free(&text);
    return rc == 0 ? 0 : fail(diag, o->repository);
}

/* --- commit: moving the branch --- */

static int move_failed(struct publish *self, int rc, struct diag *diag)
{
    struct str branch = self->options.branch;
    if (rc == GIT_EMODIFIED || rc == GIT_EEXISTS || rc == GIT_ENOTFOUND) {
        report(diag, MSG_PUBLISH_MOVED, branch, S(""));
    } else if (rc == GIT_ELOCKED) {
        struct str lock = str_format(self->arena, "%s%s.lock",
            git_repository_commondir(self->raw), self->ref);
        report(diag, MSG_PUBLISH_LOCKED, lock, S(""));
    } else {
        fail(diag, branch);
    }
    return -1;
}

/* A new bare repository gets the branch as its HEAD, so that a plain clone
 * of it holds the site. */
static int move_branch(struct publish *self, const git_oid *to,
                       struct diag *diag)
{
    static const char reason[] = "vitrina publish";
    git_reference *ref = NULL;
    int rc;
    if (self->options.dry_run)
        return 0;
    if (self->has_tip)
        rc = git_reference_create_matching(&ref, self->raw, self->ref, to, 1,
                                           &self->tip, reason);
    else
        rc = git_reference_create(&ref, self->raw, self->ref, to, 0, reason);
    git_reference_free(ref);
    if (rc == 0 && git_repository_is_bare(self->raw)
        && git_repository_head_unborn(self->raw) == 1)
        git_repository_set_head(self->raw, self->ref);
    return rc == 0 ? 0 : move_failed(self, rc, diag);
}

/* A commit of `tree` on the branch, unless the branch already holds it. The
 * id, or an empty text, goes to `id`. */
static int advance(struct publish *self, const unsigned char tree[SHA1_BYTES],
                   struct str *id, struct diag *diag)
{
    git_oid commit;
    *id = S("");
    if (self->parent
        && memcmp(git_commit_tree_id(self->parent)->id, tree,
                  SHA1_BYTES) == 0) {
        /* Nothing to say, but the branch may be behind its base. */
        const git_oid *parent = git_commit_id(self->parent);
        bool there = self->has_tip && git_oid_equal(parent, &self->tip);
        return there ? 0 : move_branch(self, parent, diag);
    }
    if (write_commit(self, tree, &commit, diag) != 0
        || move_branch(self, &commit, diag) != 0)
        return -1;
    char hex[GIT_OID_HEXSZ + 1];
    *id = str_copy(self->arena, str_of(git_oid_tostr(hex, sizeof hex,
                                                     &commit)));
    return 0;
}

static int publish_commit(struct receiver *receiver, struct str manifest,
                          struct receipt *receipt, struct diag *diag)
{
    struct publish *self = (struct publish *)receiver;
    unsigned char root[SHA1_BYTES];
    *receipt = (struct receipt){0};
    git_error_clear();
    if (stage(self, S(RECEIVER_MANIFEST), manifest, diag) != 0)
        return -1;
    take_over_kept(self);
    struct str clash = entry_clash(self->fresh.at, self->fresh.n,
                                   self->fresh_paths);
    if (clash.n) {
        report(diag, MSG_PUBLISH_CLASH, clash, S(""));
        return -1;
    }
    count(self, receipt);
    entry_sort(self->fresh.at, self->fresh.n);
    self->packed = !self->parent || pack_count(self->pack) > PACK_FROM;
    /* Files before trees before the commit: at no time does an object refer
     * to one that is not there. */
    if ((!self->packed && pack_each(self->pack, write_loose, self) != 0)
        || entry_trees(self->fresh.at, self->fresh.n, store, self, root) != 0)
        return fail(diag, self->options.repository);
    return advance(self, root, &receipt->commit, diag);
}

/* --- the end --- */

static void publish_abort(struct receiver *receiver)
{
    struct publish *self = (struct publish *)receiver;
    pack_free(self->pack);
    self->pack = NULL;
}

static void publish_done(struct receiver *receiver)
{
    struct publish *self = (struct publish *)receiver;
    pack_free(self->pack);
    git_commit_free(self->parent);
    git_signature_free(self->who);
    git_odb_free(self->odb);
    repo_free(self->repo);
    pthread_mutex_destroy(&self->mutex);
    arena_free(self->arena);
    free(self);
}

static void copy_options(struct publish *self,
                         const struct publish_options *from)
{
    struct publish_options *to = &self->options;
    struct str *texts[] = {&to->repository, &to->branch, &to->base,
                           &to->author, &to->message, &to->source_commit,
                           &to->version};
    *to = *from;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = str_copy(self->arena, *texts[i]);
    struct str *keep = ARENA_ARRAY(self->arena, struct str, from->keep_n + 1);
    for (size_t i = 0; i < from->keep_n; i++)
        keep[i] = str_copy(self->arena, from->keep[i]);
    to->keep = keep;
}

struct receiver *publish_receiver(const struct publish_options *options)
{
    struct publish *self = mem_alloc(sizeof *self);
    self->receiver = (struct receiver){publish_begin, publish_put,
                                       publish_commit, publish_abort,
                                       publish_done};
    self->arena = arena_new();
    copy_options(self, options);
    self->old_paths = map_new(self->arena);
    self->known = map_new(self->arena);
    self->fresh_paths = map_new(self->arena);
    pthread_mutex_init(&self->mutex, NULL);
    return &self->receiver;
}

/* --- going back, and a new repository --- */

int publish_rollback(const struct publish_options *options, size_t steps,
                     char id[41], struct diag *diag)
{
    struct receiver *receiver = publish_receiver(options);
    struct publish *self = (struct publish *)receiver;
    git_commit *past = NULL;
    struct str commit = S("");
    char number[32];
    int rc = publish_begin(receiver, diag);
    if (rc != 0)
        goto out;
    if (!self->parent || steps > UINT32_MAX
        || git_commit_nth_gen_ancestor(&past, self->parent,
                                       (unsigned)steps) != 0) {
        snprintf(number, sizeof number, "%zu", steps);
        report(diag, MSG_PUBLISH_NO_PAST, options->branch, str_of(number));
        rc = -1;
        goto out;
    }
    rc = advance(self, git_commit_tree_id(past)->id, &commit, diag);
out:
    id[0] = '\0';
    if (rc == 0 && commit.n)
        memcpy(id, commit.p, 41);
    git_commit_free(past);
    publish_done(receiver);
    return rc;
}

static int not_empty(void *payload, struct str path, size_t size, bool link)
{
    (void)payload;
    (void)path;
    (void)size;
    (void)link;
    return 1;
}

int publish_init(const char *dir, struct diag *diag)
{
    git_repository *raw = NULL;
    git_repository_init_options how = {
        .version = GIT_REPOSITORY_INIT_OPTIONS_VERSION};
    int rc = 0;
    repo_init();
    if (git_repository_open_ext(&raw, dir, GIT_REPOSITORY_OPEN_NO_SEARCH,
                                NULL) == 0)
        goto out;
    if (fs_exists(dir)
        && (!fs_is_dir(dir) || fs_walk(dir, not_empty, NULL) != 0)) {
        report(diag, MSG_PUBLISH_INIT, str_of(dir), S(""));
        rc = -1;
        goto out;
    }
    how.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKPATH
        | GIT_REPOSITORY_INIT_NO_REINIT;
    if (git_repository_init_ext(&raw, dir, &how) != 0)
        rc = fail(diag, str_of(dir));
out:
    git_repository_free(raw);
    return rc;
}
