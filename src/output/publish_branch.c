/*
 * publish_branch: a branch of a git repository, by libgit2; see
 * publish_branch.h.
 *
 * The branch's own lock (refs/heads/NAME.lock) outlives a process that is
 * killed while it moves the branch. So a move is announced in a file of ours
 * that the system unlocks by itself: who gets that lock and finds an
 * announcement in it knows that a move was cut short, and which lock it left.
 */
#define _DEFAULT_SOURCE         /* flock */

#include "output/publish_branch.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/mem.h"
#include "input/git.h"
#include "output/publish.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the repository's folder while a branch is being moved. */
#define MOVE_FILE "vitrina-publish.lock"
#define MOVE_MAX 4096

struct branch {
    struct arena *arena;
    struct str repository, name;    /* as they were given */
    const char *ref;                /* refs/heads/NAME */
    const char *objects;
    struct repo *repo;
    git_repository *raw;            /* of repo */
    git_odb *odb;
    bool has_tip;                   /* the branch exists: at */
    git_oid tip;
    git_commit *parent;             /* of the new commit; or NULL */
    const char *move_file;
    int held;                       /* our lock's file, or -1 */
    git_oid to;                     /* where it is held for */
};

static void report(struct diag *diag, enum msg id, struct str a, struct str b)
{
    diag_add(diag, (struct pos){0}, id, ARGS(a, b));
}

int branch_fail(struct diag *diag, struct str what)
{
    const git_error *error = git_error_last();
    if (!error || !error->message)
        return diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE, what);
    report(diag, MSG_PUBLISH_GIT, what, str_of(error->message));
    return -1;
}

void branch_forget_errors(void)
{
    git_error_clear();
}

/* --- opening --- */

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

static int find_objects(struct branch *branch, struct diag *diag)
{
    git_buf path = {0};
    int rc = git_repository_item_path(&path, branch->raw,
                                      GIT_REPOSITORY_ITEM_OBJECTS);
    if (rc == 0)
        branch->objects = str_z(branch->arena, str_of(path.ptr));
    git_buf_dispose(&path);
    return rc == 0 ? 0 : branch_fail(diag, branch->repository);
}

static int open_branch(struct branch *branch, struct diag *diag)
{
    struct arena *arena = branch->arena;
    int valid = 0;
    repo_init();
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    /* Pages of before are read for the words only; git does not prove what it
     * reads either. */
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
    if (git_branch_name_is_valid(&valid, str_z(arena, branch->name)) != 0
        || !valid) {
        report(diag, MSG_PUBLISH_BRANCH, branch->name, S(""));
        return -1;
    }
    branch->repo = repo_open(str_z(arena, branch->repository), true, diag);
    if (!branch->repo)
        return -1;
    branch->raw = repo_handle(branch->repo);
    branch->ref = str_z(arena, str_format(arena, "refs/heads/%.*s",
                                          STR_FMT(branch->name)));
    if (repo_is_shallow(branch->repo)) {
        report(diag, MSG_PUBLISH_SHALLOW, branch->repository, S(""));
        return -1;
    }
    if (is_checked_out(branch->raw, branch->ref)) {
        report(diag, MSG_PUBLISH_CHECKED_OUT, branch->name,
               branch->repository);
        return -1;
    }
    if (git_repository_odb(&branch->odb, branch->raw) != 0)
        return branch_fail(diag, branch->repository);
    int rc = git_reference_name_to_id(&branch->tip, branch->raw, branch->ref);
    branch->has_tip = rc == 0;
    if (rc != 0 && rc != GIT_ENOTFOUND)
        return branch_fail(diag, branch->name);
    return find_objects(branch, diag);
}

struct branch *branch_open(struct str repository, struct str name,
                           struct diag *diag)
{
    struct arena *arena = arena_new();
    struct branch *branch = ARENA_NEW(arena, struct branch);
    branch->arena = arena;
    branch->held = -1;
    branch->repository = str_copy(arena, repository);
    branch->name = str_copy(arena, name);
    if (open_branch(branch, diag) == 0)
        return branch;
    branch_free(branch);
    return NULL;
}

static void release(struct branch *branch)
{
    if (branch->held < 0)
        return;
    unlink(branch->move_file);
    close(branch->held);
    branch->held = -1;
}

void branch_free(struct branch *branch)
{
    if (!branch)
        return;
    release(branch);
    git_commit_free(branch->parent);
    git_odb_free(branch->odb);
    repo_free(branch->repo);
    arena_free(branch->arena);
}

const char *branch_repository(const struct branch *branch)
{
    return git_repository_path(branch->raw);
}

const char *branch_folder(const struct branch *branch)
{
    const char *work = repo_folder(branch->repo);
    return work ? work : branch_repository(branch);
}

const char *branch_objects(const struct branch *branch)
{
    return branch->objects;
}

/* --- the parent --- */

static bool descends(git_repository *raw, const git_oid *from,
                     const git_oid *ancestor)
{
    return git_oid_equal(from, ancestor)
        || git_graph_descendant_of(raw, from, ancestor) == 1;
}

/* The base, if it is ahead of the branch. */
static int find_base(struct branch *branch, struct str base, git_oid *start,
                     struct diag *diag)
{
    git_oid id;
    struct str hex = repo_commit_id(branch->repo, str_z(branch->arena, base),
                                    branch->arena);
    if (!hex.n || git_oid_fromstr(&id, hex.p) != 0) {
        report(diag, MSG_GIT_REVISION, base, S(""));
        return -1;
    }
    if (!branch->has_tip || descends(branch->raw, &id, &branch->tip)) {
        *start = id;
    } else if (!descends(branch->raw, &branch->tip, &id)) {
        report(diag, MSG_PUBLISH_DIVERGED, branch->name, base);
        return -1;
    }
    return 0;
}

int branch_start(struct branch *branch, struct str base, struct diag *diag)
{
    git_oid start = branch->tip;
    if (!base.n && !branch->has_tip)
        return 0;
    if (base.n && find_base(branch, base, &start, diag) != 0)
        return -1;
    if (git_commit_lookup(&branch->parent, branch->raw, &start) != 0)
        return branch_fail(diag, branch->name);
    return 0;
}

const unsigned char *branch_parent(const struct branch *branch)
{
    return branch->parent ? git_commit_id(branch->parent)->id : NULL;
}

const unsigned char *branch_tree(const struct branch *branch)
{
    return branch->parent ? git_commit_tree_id(branch->parent)->id : NULL;
}

bool branch_is_at_parent(const struct branch *branch)
{
    return branch->parent && branch->has_tip
        && git_oid_equal(git_commit_id(branch->parent), &branch->tip);
}

int branch_past(struct branch *branch, size_t steps,
                unsigned char tree[SHA1_BYTES], char id[41],
                struct diag *diag)
{
    git_commit *past = NULL;
    if (!branch->parent || steps > UINT32_MAX
        || git_commit_nth_gen_ancestor(&past, branch->parent,
                                       (unsigned)steps) != 0) {
        report(diag, MSG_PUBLISH_NO_PAST, branch->name,
               str_format(branch->arena, "%zu", steps));
        return -1;
    }
    memcpy(tree, git_commit_tree_id(past)->id, SHA1_BYTES);
    git_oid_tostr(id, 41, git_commit_id(past));
    git_commit_free(past);
    return 0;
}

/* --- what is there --- */

struct listing {
    struct branch *branch;
    branch_visit *visit;
    void *payload;
    struct diag *diag;
};

static int list_tree(const struct listing *list, const git_oid *id,
                     struct str folder, int depth)
{
    struct branch *branch = list->branch;
    git_tree *tree = NULL;
    int rc = 0;
    struct entry entry = {.path = folder};
    if (depth > REPO_DEPTH_MAX) {
        report(list->diag, MSG_GIT_DEEP, str_sub(folder, 0, 80), S(""));
        return -1;
    }
    if (git_tree_lookup(&tree, branch->raw, id) != 0)
        return branch_fail(list->diag, folder);
    memcpy(entry.id, id->id, sizeof entry.id);
    list->visit(list->payload, &entry, true);
    for (size_t i = 0; i < git_tree_entrycount(tree) && rc == 0; i++) {
        const git_tree_entry *row = git_tree_entry_byindex(tree, i);
        const git_oid *row_id = git_tree_entry_id(row);
        struct str path = str_format(branch->arena, "%.*s%s%s",
                                     STR_FMT(folder), folder.n ? "/" : "",
                                     git_tree_entry_name(row));
        if (git_tree_entry_type(row) == GIT_OBJECT_TREE) {
            rc = list_tree(list, row_id, path, depth + 1);
            continue;
        }
        entry = (struct entry){.path = path,
                               .mode = git_tree_entry_filemode(row)};
        memcpy(entry.id, row_id->id, sizeof entry.id);
        list->visit(list->payload, &entry, false);
    }
    git_tree_free(tree);
    return rc;
}

int branch_list(struct branch *branch, const unsigned char tree[SHA1_BYTES],
                branch_visit *visit, void *payload, struct diag *diag)
{
    const struct listing list = {branch, visit, payload, diag};
    git_oid id;
    memcpy(id.id, tree, sizeof id.id);
    return list_tree(&list, &id, S(""), 0);
}

/* --- the user --- */

/* user.name and user.email of a configuration, where both are set. */
static bool user_of(struct branch *branch, git_config *config,
                    struct str *name, struct str *mail)
{
    git_buf value[2] = {{0}, {0}};
    bool found =
        git_config_get_string_buf(&value[0], config, "user.name") == 0
        && git_config_get_string_buf(&value[1], config, "user.email") == 0;
    if (found) {
        *name = str_copy(branch->arena, str_of(value[0].ptr));
        *mail = str_copy(branch->arena, str_of(value[1].ptr));
    }
    git_buf_dispose(&value[0]);
    git_buf_dispose(&value[1]);
    return found;
}

/* A file of the user's own, read for the name alone: everything else in it is
 * hidden from the library (input/git.c). */
static bool user_in(struct branch *branch, const char *path, struct str *name,
                    struct str *mail)
{
    git_config *config = NULL;
    bool found = git_config_open_ondisk(&config, path) == 0
        && user_of(branch, config, name, mail);
    git_config_free(config);
    return found;
}

/* Where git itself looks for it. */
static bool own_user(struct branch *branch, struct str *name,
                     struct str *mail)
{
    const char *given = getenv("GIT_CONFIG_GLOBAL"), *home = getenv("HOME");
    const char *folder = getenv("XDG_CONFIG_HOME");
    struct arena *arena = branch->arena;
    if (given)
        return user_in(branch, given, name, mail);
    if (home && user_in(branch, fs_join(arena, home, S(".gitconfig")), name,
                        mail))
        return true;
    if ((!folder || !*folder) && home)
        folder = fs_join(arena, home, S(".config"));
    return folder && user_in(branch, fs_join(arena, folder, S("git/config")),
                             name, mail);
}

bool branch_user(struct branch *branch, struct str *name, struct str *mail)
{
    git_config *config = NULL;
    bool found = git_repository_config_snapshot(&config, branch->raw) == 0
        && user_of(branch, config, name, mail);
    git_config_free(config);
    return found || own_user(branch, name, mail);
}

bool branch_user_ok(struct str name, struct str mail)
{
    struct arena *arena = arena_new();
    git_signature *who = NULL;
    bool ok = git_signature_new(&who, str_z(arena, name), str_z(arena, mail),
                                0, 0) == 0;
    git_signature_free(who);
    arena_free(arena);
    return ok;
}

/* --- objects --- */

int branch_write(struct branch *branch, enum pack_type type,
                 struct str bytes)
{
    git_oid id;
    return git_odb_write(&id, branch->odb, bytes.p ? bytes.p : "", bytes.n,
                         git_object_string2type(pack_type_name(type)));
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

/* The library writes packs through mapped memory, where a full disk kills the
 * process instead of failing: so the room is proved first. -1 with errno. */
static int prove_room(const struct branch *branch, size_t bytes)
{
    int fd = pack_nameless(branch->objects);
    int error = fd < 0 ? errno : posix_fallocate(fd, 0, (off_t)bytes);
    if (fd >= 0)
        close(fd);
    git_error_clear();
    errno = error;
    return error ? -1 : 0;
}

int branch_write_pack(struct branch *branch, struct pack *pack)
{
    struct feed feed = {0};
    if (pack_count(pack) == 0)
        return 0;
    if (prove_room(branch, pack_room(pack)) != 0
        || git_odb_write_pack(&feed.into, branch->odb, NULL, NULL) != 0)
        return -1;
    int rc = pack_stream(pack, feed_piece, &feed);
    if (rc == 0)
        rc = feed.into->commit(feed.into, &feed.progress);
    feed.into->free(feed.into);
    return rc;
}

bool branch_read(struct branch *branch, const unsigned char id[SHA1_BYTES],
                 struct buf *out)
{
    git_oid oid;
    git_blob *blob = NULL;
    memcpy(oid.id, id, sizeof oid.id);
    if (git_blob_lookup(&blob, branch->raw, &oid) != 0)
        return false;
    buf_add(out, (struct str){git_blob_rawcontent(blob),
                              (size_t)git_blob_rawsize(blob)});
    git_blob_free(blob);
    return true;
}

/* --- moving --- */

static struct str lock_path(const struct branch *branch)
{
    return str_format(branch->arena, "%s%s.lock",
                      git_repository_commondir(branch->raw), branch->ref);
}

static int move_failed(const struct branch *branch, int rc, struct diag *diag)
{
    if (rc == GIT_EMODIFIED || rc == GIT_EEXISTS || rc == GIT_ENOTFOUND)
        report(diag, MSG_PUBLISH_MOVED, branch->name, S(""));
    else if (rc == GIT_ELOCKED)
        report(diag, MSG_PUBLISH_LOCKED, lock_path(branch), S(""));
    else
        branch_fail(diag, branch->name);
    return -1;
}

/* Removes the lock of the move that is announced in the file, if that move
 * left one: a lock that says anything else belongs to another program. */
static void clear_left_lock(const struct branch *branch)
{
    char said[MOVE_MAX];
    struct buf lock = {0};
    ssize_t n = pread(branch->held, said, sizeof said, 0);
    struct str rest = {said, n > 0 ? (size_t)n : 0};
    struct str ref = str_cut(&rest, ' ');
    const char *path = str_z(branch->arena, lock_path(branch));
    if (n > 0 && str_is(ref, branch->ref)
        && fs_read(path, sizeof said, &lock) == 0
        && str_starts(rest, buf_str(&lock)))
        unlink(path);
    buf_free(&lock);
}

/* Is `fd` still the file that the name means? Its last owner may have removed
 * it between our open and our flock. */
static bool is_current(int fd, const char *path)
{
    struct stat held, named;
    return fstat(fd, &held) == 0 && stat(path, &named) == 0
        && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* Waits for our lock. -1 with errno. */
static int take_lock(struct branch *branch)
{
    branch->move_file = fs_join(branch->arena,
                                git_repository_commondir(branch->raw),
                                S(MOVE_FILE));
    for (;;) {
        int fd = open(branch->move_file,
                      O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (fd < 0)
            return -1;
        int rc;
        while ((rc = flock(fd, LOCK_EX)) != 0 && errno == EINTR)
            continue;
        if (rc == 0 && is_current(fd, branch->move_file)) {
            branch->held = fd;
            return 0;
        }
        int saved = errno;
        close(fd);
        errno = saved;
        if (rc != 0)
            return -1;
    }
}

/* Takes our lock, and announces the move in its file: the branch, and what
 * git's own lock of it will hold. -1 with errno. */
static int announce(struct branch *branch)
{
    char hex[GIT_OID_HEXSZ + 1];
    if (take_lock(branch) != 0)
        return -1;
    clear_left_lock(branch);
    if (ftruncate(branch->held, 0) != 0)
        return -1;
    return fs_write_all(branch->held,
        str_format(branch->arena, "%s %s\n", branch->ref,
                   git_oid_tostr(hex, sizeof hex, &branch->to)));
}

int branch_hold(struct branch *branch, const unsigned char to[SHA1_BYTES],
                struct diag *diag)
{
    git_oid now;
    memcpy(branch->to.id, to, sizeof branch->to.id);
    git_error_clear();
    if (announce(branch) != 0)
        return branch_fail(diag, str_of(git_repository_commondir(
                                     branch->raw)));
    int rc = git_reference_name_to_id(&now, branch->raw, branch->ref);
    if ((rc == 0) != branch->has_tip
        || (rc == 0 && !git_oid_equal(&now, &branch->tip)))
        return move_failed(branch, GIT_EMODIFIED, diag);
    if (fs_exists(str_z(branch->arena, lock_path(branch))))
        return move_failed(branch, GIT_ELOCKED, diag);
    return 0;
}

int branch_move(struct branch *branch, struct diag *diag)
{
    static const char reason[] = "vitrina publish";
    git_reference *ref = NULL;
    int rc;
    git_error_clear();
    if (branch->has_tip)
        rc = git_reference_create_matching(&ref, branch->raw, branch->ref,
                                           &branch->to, 1, &branch->tip,
                                           reason);
    else
        rc = git_reference_create(&ref, branch->raw, branch->ref,
                                  &branch->to, 0, reason);
    git_reference_free(ref);
    return rc == 0 ? 0 : move_failed(branch, rc, diag);
}

void branch_adopt_head(struct branch *branch)
{
    git_oid id;
    if (git_repository_is_bare(branch->raw)
        && git_repository_head_unborn(branch->raw) == 1
        && git_reference_name_to_id(&id, branch->raw, branch->ref) == 0)
        git_repository_set_head(branch->raw, branch->ref);
}

/* --- a new repository --- */

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
        rc = branch_fail(diag, str_of(dir));
out:
    git_repository_free(raw);
    return rc;
}
