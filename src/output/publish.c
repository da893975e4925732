/*
 * publish: a site as git objects and a branch; see publish.h.
 *
 * put hashes and compresses in the worker's thread and spools what the branch
 * does not have yet (publish_pack.h); the repository is not touched there.
 * commit makes trees and a commit object and adds all new objects: as one
 * pack when it is the branch's first commit or there are many, else as loose
 * objects. Then the commit is pushed, if there is a remote, and only then the
 * branch moves, if it still is where begin found it (publish_branch.h). What
 * fails before leaves at most objects that nothing refers to.
 */
#include "output/publish.h"

#include "base/diag.h"
#include "base/map.h"
#include "base/mem.h"
#include "output/commit_text.h"
#include "output/manifest.h"
#include "output/publish_branch.h"
#include "output/publish_entry.h"
#include "output/publish_pack.h"
#include "output/publish_push.h"
#include "output/receiver.h"

#include <assert.h>
#include <pthread.h>
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
    struct branch *branch;
    struct remote remote;               /* .name NULL: none */
    struct str name, mail;              /* of the author */
    struct str back;                    /* the commit gone back to; or "" */
    int64_t time;
    ARR(struct entry) old;              /* the parent's files */
    struct map *old_paths;              /* path -> index in old */
    struct map *ours;                   /* paths that its manifest names */
    struct pack *pack;
    bool packed;                        /* new objects go into one pack */
    pthread_mutex_t mutex;              /* for all below */
    struct map *known;                  /* ids that need no storing -> number
                                           in the pack, or STORED */
    ARR(struct entry) fresh;            /* the new commit's files */
    struct map *fresh_paths;            /* path -> index in fresh */
};

#define STORED (SIZE_MAX - 1)           /* not in the pack */

static void report(struct diag *diag, enum msg id, struct str a, struct str b)
{
    diag_add(diag, (struct pos){0}, id, ARGS(a, b));
}

/* --- begin: may we, and as whom --- */

static struct str id_key(const unsigned char id[SHA1_BYTES])
{
    return (struct str){(const char *)id, SHA1_BYTES};
}

static void know(struct publish *self, const unsigned char id[SHA1_BYTES],
                 size_t at)
{
    struct str key = id_key(id);
    if (map_get(self->known, key) == MAP_NONE)
        map_add(self->known, str_copy(self->arena, key), at);
}

/* What is unchanged need not be stored, and what stays is taken over. */
static void see_old(void *payload, const struct entry *entry, bool folder)
{
    struct publish *self = payload;
    know(self, entry->id, STORED);
    if (folder)
        return;
    map_add(self->old_paths, entry->path, self->old.n);
    *ARR_PUSH(self->arena, &self->old) = *entry;
}

static int find_author(struct publish *self, struct diag *diag)
{
    const struct publish_options *o = &self->options;
    if (o->author.n) {
        if (!commit_text_author(o->author, &self->name, &self->mail)) {
            report(diag, MSG_PUBLISH_AUTHOR_FORM, o->author, S(""));
            return -1;
        }
    } else if (!branch_user(self->branch, &self->name, &self->mail)) {
        report(diag, MSG_PUBLISH_AUTHOR, S(""), S(""));
        return -1;
    }
    if (commit_text_time(&self->time, diag) != 0)
        return -1;
    if (!branch_user_ok(self->name, self->mail)) {
        report(diag, MSG_PUBLISH_AUTHOR_FORM, o->author, S(""));
        return -1;
    }
    return 0;
}

static void talk(struct publish *self)
{
    if (self->options.talk)
        self->options.talk(self->options.payload);
}

/* The branch at the remote is what the new commit has to go on from. */
static int fetch(struct publish *self, struct diag *diag)
{
    struct publish_options *o = &self->options;
    if (!o->remote.n)
        return 0;
    self->remote = (struct remote){
        .repository = branch_repository(self->branch),
        .folder = branch_folder(self->branch),
        .name = str_z(self->arena, o->remote),
        .branch = str_z(self->arena, o->branch)};
    talk(self);
    if (remote_fetch(&self->remote, self->arena, diag) != 0)
        return -1;
    o->base = self->remote.tip;
    return 0;
}

static int open_all(struct publish *self, struct diag *diag)
{
    const struct publish_options *o = &self->options;
    self->branch = branch_open(o->repository, o->branch, diag);
    if (!self->branch || find_author(self, diag) != 0
        || fetch(self, diag) != 0
        || branch_start(self->branch, o->base, diag) != 0)
        return -1;
    const unsigned char *tree = branch_tree(self->branch);
    if (tree && branch_list(self->branch, tree, see_old, self, diag) != 0)
        return -1;
    if (map_get(self->old_paths, S(SOURCES_MARK)) != MAP_NONE) {
        report(diag, MSG_PUBLISH_SOURCES, o->branch, S(""));
        return -1;
    }
    self->pack = pack_new(branch_objects(self->branch));
    return self->pack ? 0
                      : diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE,
                                   str_of(branch_objects(self->branch)));
}

/* The manifest among these files, if it is one of ours. */
static bool read_manifest(struct publish *self, const struct entry *entry,
                          struct manifest *manifest)
{
    struct buf text = {0};
    bool ours = entry && branch_read(self->branch, entry->id, &text)
        && manifest_parse(self->arena, str_copy(self->arena, buf_str(&text)),
                          manifest);
    buf_free(&text);
    return ours;
}

static const struct entry *old_entry(const struct publish *self,
                                     struct str path)
{
    size_t i = map_get(self->old_paths, path);
    return i == MAP_NONE ? NULL : &self->old.at[i];
}

static int publish_begin(struct receiver *receiver, struct diag *diag)
{
    struct publish *self = (struct publish *)receiver;
    struct manifest manifest;
    if (open_all(self, diag) != 0)
        return -1;
    if (!read_manifest(self, old_entry(self, S(RECEIVER_MANIFEST)),
                       &manifest))
        return 0;
    for (size_t i = 0; i < manifest.n; i++)
        map_add(self->ours, manifest.files[i].path, i);
    return receiver_check_only(receiver, manifest.only, self->options.branch,
                               diag);
}

/* --- put --- */

static bool is_kept(const struct publish *self, struct str path)
{
    return entry_is_kept(path, self->options.keep, self->options.keep_n);
}

/* Adds a file to the new commit. Says whether its bytes must be stored. */
static bool add_fresh(struct publish *self, struct entry entry)
{
    pthread_mutex_lock(&self->mutex);
    size_t i = self->fresh.n;
    entry.path = str_copy(self->arena, entry.path);
    size_t stored = map_add(self->fresh_paths, entry.path, i);
    assert(stored == i && "a path is put once");
    (void)stored;
    *ARR_PUSH(self->arena, &self->fresh) = entry;
    bool missing = map_get(self->known, id_key(entry.id)) == MAP_NONE;
    know(self, entry.id, STORED);
    pthread_mutex_unlock(&self->mutex);
    return missing;
}

static int stage(struct publish *self, struct str path, struct str bytes,
                 struct diag *diag)
{
    struct entry entry = {.path = path, .mode = ENTRY_FILE};
    const struct entry *old = old_entry(self, path);
    size_t at;
    if (old && is_kept(self, path)) {
        entry.mode = old->mode;
        memcpy(entry.id, old->id, sizeof entry.id);
    } else {
        sha1_object("blob", bytes, entry.id);
    }
    if (!add_fresh(self, entry))
        return 0;
    if (pack_add(self->pack, PACK_BLOB, bytes, &at) != 0)
        return diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE, path);
    pthread_mutex_lock(&self->mutex);
    map_set(self->known, id_key(entry.id), at);
    pthread_mutex_unlock(&self->mutex);
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
    return branch_write(self->branch, type, bytes);
}

/* An object made by commit itself. */
static int store(void *payload, enum pack_type type, struct str bytes,
                 unsigned char id[SHA1_BYTES])
{
    struct publish *self = payload;
    if (map_get(self->known, id_key(id)) != MAP_NONE)
        return 0;
    know(self, id, STORED);
    return self->packed ? pack_add(self->pack, type, bytes, NULL)
                        : write_loose(self, type, bytes);
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

/* The changes as others may see them. */
struct account {
    struct publish_changes changes;     /* first: it is one */
    struct publish *publish;
    ARR(struct publish_change) list;
};

static void add_change(struct account *account, struct str path,
                       enum publish_how how)
{
    bool ours = map_get(account->publish->ours, path) != MAP_NONE;
    struct publish_change change = {path, how, ours};
    *ARR_PUSH(account->publish->arena, &account->list) = change;
}

static int by_path(const void *a, const void *b)
{
    const struct publish_change *one = a, *two = b;
    return str_cmp(one->path, two->path);
}

static bool change_bytes(const struct publish_changes *changes, size_t i,
                         bool before, struct buf *out)
{
    const struct account *account = (const struct account *)changes;
    struct publish *self = account->publish;
    struct str path = changes->at[i].path;
    if (before) {
        const struct entry *old = old_entry(self, path);
        return old && branch_read(self->branch, old->id, out);
    }
    size_t fresh = map_get(self->fresh_paths, path);
    if (fresh == MAP_NONE)
        return false;
    const unsigned char *id = self->fresh.at[fresh].id;
    size_t at = map_get(self->known, id_key(id));
    if (at == STORED)
        return branch_read(self->branch, id, out);
    struct buf bytes = {0};
    bool good = pack_get(self->pack, at, &bytes) == 0;
    buf_add(out, buf_str(&bytes));
    buf_free(&bytes);
    return good;
}

/* Compares the branch with the new files. */
static void compare(struct account *account, struct receipt *receipt)
{
    struct publish *self = account->publish;
    for (size_t i = 0; i < self->fresh.n; i++) {
        const struct entry *entry = &self->fresh.at[i];
        const struct entry *old = old_entry(self, entry->path);
        if (str_is(entry->path, RECEIVER_MANIFEST))
            continue;
        if (!old) {
            receipt->created++;
            add_change(account, entry->path, PUBLISH_CREATED);
        } else if (old->mode != entry->mode
                   || memcmp(old->id, entry->id, sizeof old->id) != 0) {
            receipt->changed++;
            add_change(account, entry->path, PUBLISH_CHANGED);
        } else {
            receipt->same++;
        }
    }
    for (size_t i = 0; i < self->old.n; i++) {
        struct str path = self->old.at[i].path;
        if (map_get(self->fresh_paths, path) == MAP_NONE) {
            receipt->removed++;
            add_change(account, path, PUBLISH_REMOVED);
        }
    }
    if (account->list.n)
        qsort(account->list.at, account->list.n, sizeof *account->list.at,
              by_path);
    account->changes = (struct publish_changes){
        account->list.at, account->list.n, !branch_parent(self->branch),
        change_bytes};
}

/* Writes the commit of `tree` and everything new that it needs. */
static int write_commit(struct publish *self, struct str message,
                        const unsigned char tree[SHA1_BYTES],
                        unsigned char id[SHA1_BYTES], struct diag *diag)
{
    const struct publish_options *o = &self->options;
    struct buf text = {0};
    struct commit_text commit = {
        .tree = tree,
        .parent = branch_parent(self->branch),
        .name = self->name, .mail = self->mail,
        .time = self->time, .message = message,
        .source = o->source_commit, .version = o->version,
        .back = self->back};
    commit_text_write(&text, &commit);
    sha1_object("commit", buf_str(&text), id);
    int rc = store(self, PACK_COMMIT, buf_str(&text), id);
    if (rc == 0 && self->packed)
        rc = branch_write_pack(self->branch, self->pack);
    buf_free(&text);
    return rc == 0 ? 0 : branch_fail(diag, o->repository);
}

/* The remote first: it is the one that may have moved, and where it refuses
 * nothing here has changed. */
static int move_to(struct publish *self, const unsigned char id[SHA1_BYTES],
                   bool there, struct diag *diag)
{
    char hex[SHA1_HEX];
    sha1_hex(id, hex);
    bool pushed = !self->remote.name || str_is(self->remote.tip, hex);
    if (self->options.dry_run || (there && pushed))
        return 0;
    if (branch_hold(self->branch, id, diag) != 0)
        return -1;
    if (!pushed) {
        talk(self);
        if (remote_push(&self->remote, hex, self->arena, diag) != 0)
            return -1;
    }
    return there ? 0 : branch_move(self->branch, diag);
}

/* A commit of `tree` on the branch, unless the branch already holds it. The
 * id, or an empty text, goes to `id`. */
static int advance(struct publish *self, const unsigned char tree[SHA1_BYTES],
                   const struct publish_changes *changes, struct str *id,
                   struct diag *diag)
{
    const struct publish_options *o = &self->options;
    const unsigned char *held = branch_tree(self->branch);
    unsigned char commit[SHA1_BYTES];
    char hex[SHA1_HEX];
    int rc;
    *id = S("");
    if (held && memcmp(held, tree, SHA1_BYTES) == 0) {
        /* Nothing to say, but the branch or its remote may be behind. */
        rc = move_to(self, branch_parent(self->branch),
                     branch_is_at_parent(self->branch), diag);
    } else {
        struct buf message = {0};
        buf_add(&message, o->message);
        if (o->describe)
            o->describe(o->payload, changes, &message);
        rc = write_commit(self, buf_str(&message), tree, commit, diag);
        if (rc == 0)
            rc = move_to(self, commit, false, diag);
        buf_free(&message);
        sha1_hex(commit, hex);
        if (rc == 0)
            *id = str_copy(self->arena, str_of(hex));
    }
    if (rc == 0)
        branch_adopt_head(self->branch);
    return rc;
}

/* The files that are staged, and those to keep, onto the branch. */
static int commit_fresh(struct publish *self, struct receipt *receipt,
                        struct diag *diag)
{
    unsigned char root[SHA1_BYTES];
    struct account account = {.publish = self};
    take_over_kept(self);
    struct str clash = entry_clash(self->fresh.at, self->fresh.n,
                                   self->fresh_paths);
    if (clash.n) {
        report(diag, MSG_PUBLISH_CLASH, clash, S(""));
        return -1;
    }
    compare(&account, receipt);
    entry_sort(self->fresh.at, self->fresh.n);
    for (size_t i = 0; i < self->fresh.n; i++)
        map_set(self->fresh_paths, self->fresh.at[i].path, i);
    self->packed = !branch_parent(self->branch)
        || pack_count(self->pack) > PACK_FROM;
    /* Files before trees before the commit: at no time does an object refer
     * to one that is not there. */
    if ((!self->packed && pack_each(self->pack, write_loose, self) != 0)
        || entry_trees(self->fresh.at, self->fresh.n, store, self, root) != 0)
        return branch_fail(diag, self->options.repository);
    return advance(self, root, &account.changes, &receipt->commit, diag);
}

static int publish_commit(struct receiver *receiver, struct str manifest,
                          struct receipt *receipt, struct diag *diag)
{
    struct publish *self = (struct publish *)receiver;
    *receipt = (struct receipt){0};
    branch_forget_errors();
    if (stage(self, S(RECEIVER_MANIFEST), manifest, diag) != 0)
        return -1;
    return commit_fresh(self, receipt, diag);
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
    branch_free(self->branch);
    pthread_mutex_destroy(&self->mutex);
    arena_free(self->arena);
    free(self);
}

static void copy_options(struct publish *self,
                         const struct publish_options *from)
{
    struct publish_options *to = &self->options;
    struct str *texts[] = {&to->repository, &to->branch, &to->base,
                           &to->remote, &to->author, &to->message,
                           &to->source_commit, &to->version};
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
    self->receiver = (struct receiver){
        .begin = publish_begin, .put = publish_put, .commit = publish_commit,
        .abort = publish_abort, .done = publish_done,
    };
    self->arena = arena_new();
    copy_options(self, options);
    self->old_paths = map_new(self->arena);
    self->ours = map_new(self->arena);
    self->known = map_new(self->arena);
    self->fresh_paths = map_new(self->arena);
    pthread_mutex_init(&self->mutex, NULL);
    return &self->receiver;
}

/* --- going back --- */

static void take_past(void *payload, const struct entry *entry, bool folder)
{
    struct publish *self = payload;
    know(self, entry->id, STORED);
    if (!folder && !is_kept(self, entry->path))
        add_fresh(self, *entry);
}

int publish_rollback(const struct publish_options *options, size_t steps,
                     char past[41], char id[41], struct diag *diag)
{
    struct receiver *receiver = publish_receiver(options);
    struct publish *self = (struct publish *)receiver;
    unsigned char tree[SHA1_BYTES];
    struct receipt receipt = {0};
    struct manifest manifest;
    past[0] = id[0] = '\0';
    int rc = open_all(self, diag);
    if (rc == 0)
        rc = branch_past(self->branch, steps, tree, past, diag);
    if (rc == 0)
        rc = branch_list(self->branch, tree, take_past, self, diag);
    self->back = str_of(past);
    if (rc == 0) {
        size_t at = map_get(self->fresh_paths, S(RECEIVER_MANIFEST));
        if (at != MAP_NONE
            && read_manifest(self, &self->fresh.at[at], &manifest))
            self->options.source_commit = manifest.source;
        rc = commit_fresh(self, &receipt, diag);
    }
    if (rc == 0 && receipt.commit.n)
        memcpy(id, receipt.commit.p, 41);
    publish_done(receiver);
    return rc;
}
