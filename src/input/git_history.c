/*
 * git_history: which commits touched the folders of a site, what they say and
 * which files they changed.
 *
 * See git_history.h. One of the files that know libgit2.
 */
#include "input/git_history.h"

#include "base/diag.h"
#include "base/mem.h"
#include "input/git.h"
#include "input/git_raw.h"

#include <git2.h>

#include <string.h>

#define MERGED_MAX 200          /* commits of one merge that are asked */

/* --- states of folders --- */

/* Path of something below the prefix, from the root of the repository. */
static const char *inside(const struct repo *repo, struct str path,
                          struct arena *arena)
{
    if (repo->prefix.n == 0)
        return str_z(arena, path);
    return str_format(arena, "%.*s/%.*s", STR_FMT(repo->prefix),
                      STR_FMT(path)).p;
}

/* Ids of the entries in a tree, `-` for those that are not there. */
static void put_state(struct buf *out, const git_tree *top,
                      const char *const *paths, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        git_tree_entry *entry = NULL;
        char hex[GIT_OID_HEXSZ + 1] = "-";
        if (top && git_tree_entry_bypath(&entry, top, paths[i]) == 0)
            git_oid_tostr(hex, sizeof hex, git_tree_entry_id(entry));
        buf_addz(out, hex);
        git_tree_entry_free(entry);
    }
}

static void commit_state(struct buf *out, const git_commit *commit,
                         const char *const *paths, size_t n)
{
    git_tree *top = NULL;
    if (commit)
        git_commit_tree(&top, commit);
    put_state(out, top, paths, n);
    git_tree_free(top);
}

static const char **all_inside(const struct repo *repo,
                               const struct str *paths, size_t n,
                               struct arena *arena)
{
    const char **list = ARENA_ARRAY(arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        list[i] = inside(repo, paths[i], arena);
    return list;
}

struct str repo_state(struct repo *repo, const char *revision,
                      const struct str *paths, size_t n, struct arena *arena)
{
    struct buf state = {0};
    git_commit *commit = repo_find(repo, revision);
    commit_state(&state, commit, all_inside(repo, paths, n, arena), n);
    git_commit_free(commit);
    struct str taken = buf_take(&state, arena);
    buf_free(&state);
    return taken;
}

/* --- what commits say --- */

static void add_message(struct buf *out, const git_commit *commit)
{
    struct str message = str_of(git_commit_message(commit));
    if (utf8_valid(message) != message.n)
        return;
    if (out->n)
        buf_add(out, S("\n\n"));
    buf_add(out, message);
}

/* The messages of the commits that came in with a merge: whoever merges may
 * say nothing, the reasons stand where the work was done. */
static void add_merged(struct buf *out, git_repository *raw,
                       const git_commit *merge)
{
    git_revwalk *walk = NULL;
    git_oid id;
    unsigned parents = git_commit_parentcount(merge);
    if (parents < 2 || git_revwalk_new(&walk, raw) != 0)
        return;
    git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
    for (unsigned i = 1; i < parents; i++)
        git_revwalk_push(walk, git_commit_parent_id(merge, i));
    git_revwalk_hide(walk, git_commit_parent_id(merge, 0));
    for (int n = 0; n < MERGED_MAX && git_revwalk_next(&id, walk) == 0; n++) {
        git_commit *commit = NULL;
        if (git_commit_lookup(&commit, raw, &id) == 0)
            add_message(out, commit);
        git_commit_free(commit);
    }
    git_revwalk_free(walk);
}

/* --- the walk --- */

struct walk {
    struct repo *repo;
    struct arena *arena;
    const char **paths;
    size_t paths_n;
    ARR(struct repo_commit) found;
    size_t max;
    struct str until;
    bool reached;       /* that one */
    bool cut;           /* a parent is named but not there, or `max` */
};

static void keep(struct walk *walk, const git_commit *commit)
{
    struct buf message = {0};
    char hex[GIT_OID_HEXSZ + 1];
    const git_signature *by = git_commit_committer(commit);
    git_oid_tostr(hex, sizeof hex, git_commit_id(commit));
    add_message(&message, commit);
    add_merged(&message, walk->repo->raw, commit);
    *ARR_PUSH(walk->arena, &walk->found) = (struct repo_commit){
        .id = str_copy(walk->arena, str_of(hex)),
        .time = by->when.time,
        .offset = by->when.offset,
        .message = buf_take(&message, walk->arena)};
    buf_free(&message);
}

static bool is_commit(const git_commit *commit, struct str hex)
{
    git_oid id;
    return hex.n == GIT_OID_HEXSZ && git_oid_fromstrn(&id, hex.p, hex.n) == 0
        && git_oid_equal(&id, git_commit_id(commit));
}

/* Takes the commit over. */
static void walk_back(struct walk *walk, git_commit *commit)
{
    struct buf here = {0}, before = {0};
    commit_state(&here, commit, walk->paths, walk->paths_n);
    while (commit && !(walk->reached = is_commit(commit, walk->until))) {
        git_commit *parent = NULL;
        if (git_commit_parentcount(commit) > 0 &&
            git_commit_parent(&parent, commit, 0) != 0)
            walk->cut = true;
        buf_clear(&before);
        commit_state(&before, parent, walk->paths, walk->paths_n);
        if (!str_eq(buf_str(&here), buf_str(&before))) {
            if (walk->found.n == walk->max) {
                walk->cut = true;
                git_commit_free(parent);
                break;
            }
            keep(walk, commit);
        }
        git_commit_free(commit);
        commit = parent;
        struct buf spare = here;
        here = before;
        before = spare;
    }
    git_commit_free(commit);
    buf_free(&here);
    buf_free(&before);
}

int repo_history(struct repo *repo, const char *revision, struct str until,
                 const struct str *paths, size_t paths_n, size_t max,
                 struct arena *arena, struct repo_log *log,
                 struct diag *diag)
{
    struct walk walk = {.repo = repo, .arena = arena, .until = until,
                        .paths_n = paths_n, .max = max};
    git_commit *commit = repo_find(repo, revision);
    if (!commit) {
        diag_add(diag, (struct pos){0}, MSG_GIT_REVISION,
                 ARGS(str_of(revision)));
        return -1;
    }
    walk.paths = all_inside(repo, paths, paths_n, arena);
    walk_back(&walk, commit);
    /* newer versions of the library take the edge for a first commit */
    bool shallow = repo_is_shallow(repo);
    if (shallow)
        diag_add(diag, (struct pos){0}, MSG_GIT_SHALLOW, NULL);
    *log = (struct repo_log){walk.found.at, walk.found.n,
                             !walk.cut && !shallow, walk.reached};
    return 0;
}

/* --- files that differ --- */

struct differ {
    struct repo *repo;
    struct arena *arena;
    ARR(struct repo_change) changes;
};

static git_tree *tree_of(const struct differ *differ,
                         const git_tree_entry *entry)
{
    git_tree *tree = NULL;
    if (entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE)
        git_tree_lookup(&tree, differ->repo->raw, git_tree_entry_id(entry));
    return tree;
}

static bool take_blob(const git_tree_entry *entry,
                      unsigned char id[REPO_ID_BYTES])
{
    if (!entry || git_tree_entry_type(entry) != GIT_OBJECT_BLOB ||
        git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK)
        return false;
    memcpy(id, git_tree_entry_id(entry)->id, REPO_ID_BYTES);
    return true;
}

static void differ_trees(struct differ *differ, const git_tree *old,
                         const git_tree *now, struct str folder, int depth);

/* Two entries of one name, of which one may be missing. */
static void differ_entries(struct differ *differ, const git_tree_entry *old,
                           const git_tree_entry *now, struct str folder,
                           int depth)
{
    if (old && now &&
        git_oid_equal(git_tree_entry_id(old), git_tree_entry_id(now)))
        return;
    struct str path =
        str_format(differ->arena, "%.*s/%s", STR_FMT(folder),
                   git_tree_entry_name(old ? old : now));
    struct repo_change change = {.path = path};
    change.was = take_blob(old, change.old_id);
    change.is = take_blob(now, change.new_id);
    if (change.was || change.is)
        *ARR_PUSH(differ->arena, &differ->changes) = change;
    git_tree *before = tree_of(differ, old), *after = tree_of(differ, now);
    if ((before || after) && depth < REPO_DEPTH_MAX)
        differ_trees(differ, before, after, path, depth + 1);
    git_tree_free(before);
    git_tree_free(after);
}

static void differ_trees(struct differ *differ, const git_tree *old,
                         const git_tree *now, struct str folder, int depth)
{
    size_t had = old ? git_tree_entrycount(old) : 0;
    size_t has = now ? git_tree_entrycount(now) : 0;
    for (size_t i = 0; i < has; i++) {
        const git_tree_entry *entry = git_tree_entry_byindex(now, i);
        differ_entries(differ, old ? git_tree_entry_byname(old,
                                         git_tree_entry_name(entry)) : NULL,
                       entry, folder, depth);
    }
    for (size_t i = 0; i < had; i++) {
        const git_tree_entry *entry = git_tree_entry_byindex(old, i);
        if (!now ||
            !git_tree_entry_byname(now, git_tree_entry_name(entry)))
            differ_entries(differ, entry, NULL, folder, depth);
    }
}

/* The folder in a commit, or NULL. */
static git_tree *folder_of(const struct differ *differ, const char *revision,
                           struct str folder)
{
    git_tree *top = NULL;
    git_tree_entry *entry = NULL;
    git_commit *commit = repo_find(differ->repo, revision);
    if (commit && git_commit_tree(&top, commit) == 0)
        git_tree_entry_bypath(&entry, top,
                              inside(differ->repo, folder, differ->arena));
    git_tree *tree = tree_of(differ, entry);
    git_tree_entry_free(entry);
    git_tree_free(top);
    git_commit_free(commit);
    return tree;
}

struct repo_change *repo_changed(struct repo *repo, const char *from,
                                 const char *to, struct str folder,
                                 struct arena *arena, size_t *n)
{
    struct differ differ = {.repo = repo, .arena = arena};
    git_tree *old = folder_of(&differ, from, folder);
    git_tree *now = folder_of(&differ, to, folder);
    if (!old || !now || !git_oid_equal(git_tree_id(old), git_tree_id(now)))
        differ_trees(&differ, old, now, folder, 0);
    git_tree_free(old);
    git_tree_free(now);
    *n = differ.changes.n;
    return differ.changes.at;
}
