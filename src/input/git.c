/*
 * git: reading a repository through libgit2.
 *
 * With git_history.c and output/publish.c one of the files that know the
 * library.
 */
#define _XOPEN_SOURCE 700       /* realpath */

#include "input/git.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/git_raw.h"
#include "input/remote.h"

#include <git2.h>

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What keeps a repository from being opened, as FATAL and as a note. */
struct obstacle {
    enum msg fatal, note;
};

static const struct obstacle foreign_owner = {MSG_GIT_OWNER,
                                              MSG_GIT_OWNER_NOTE};
static const struct obstacle sha256 = {MSG_GIT_SHA256, MSG_GIT_SHA256_NOTE};
static const struct obstacle extension = {MSG_GIT_EXTENSION,
                                          MSG_GIT_EXTENSION_NOTE};
static const struct obstacle broken = {MSG_GIT_BROKEN, MSG_GIT_BROKEN_NOTE};

static const char *const site_folders[] = {"content", "data", "themes"};
#define SITE_FOLDERS (sizeof site_folders / sizeof *site_folders)

static const char *library_error(void)
{
    const git_error *error = git_error_last();
    return error && error->message ? error->message : "";
}

static void report(struct diag *diag, enum msg id, struct str a, struct str b)
{
    diag_add(diag, (struct pos){0}, id, ARGS(a, b));
}

int repo_fail(struct diag *diag, struct str what)
{
    report(diag, MSG_GIT_READ, what, str_of(library_error()));
    return -1;
}

/* --- opening --- */

static void init_once(void)
{
    git_libgit2_init();
    /* Nothing of this machine may change what is built or published. */
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_SYSTEM, "");
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "");
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, "");
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_PROGRAMDATA,
                     "");
    /* libgit2 1.5.1 fails where no safe.directory is set: is_ours() instead. */
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

void repo_init(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, init_once);
}

static bool owner_is_ours(const char *path)
{
    struct stat st;
    if (!path || lstat(path, &st) != 0)
        return true;
    uid_t me = geteuid();
    if (st.st_uid == me)
        return true;
    const char *sudo = getenv("SUDO_UID");
    return me == 0 && sudo && *sudo
        && strtoul(sudo, NULL, 10) == (unsigned long)st.st_uid;
}

static bool is_ours(git_repository *raw)
{
    return owner_is_ours(git_repository_workdir(raw))
        && owner_is_ours(git_repository_path(raw))
        && owner_is_ours(git_repository_commondir(raw));
}

static const struct obstacle *obstacle_of(const char *error)
{
    if (strstr(error, "objectformat"))
        return &sha256;
    if (strstr(error, "unsupported extension"))
        return &extension;
    return &broken;
}

/* Path of `dir` below the working tree; both are made canonical first. */
static struct str find_prefix(git_repository *raw, const char *dir,
                              struct arena *arena)
{
    struct str prefix = S("");
    const char *work = git_repository_workdir(raw);
    char *top = work ? realpath(work, NULL) : NULL;
    char *here = realpath(dir, NULL);
    if (top && here) {
        struct str rest = str_of(here);
        if (str_is(rest, top) || strcmp(top, "/") == 0)
            rest = str_skip(rest, strcmp(top, "/") == 0 ? 1 : rest.n);
        else if (str_starts(rest, str_of(top)) && here[strlen(top)] == '/')
            rest = str_skip(rest, strlen(top) + 1);
        else
            rest = S("");
        prefix = str_copy(arena, rest);
    }
    free(top);
    free(here);
    return prefix;
}

struct repo *repo_open(const char *dir, bool needed, struct diag *diag)
{
    git_repository *raw = NULL;
    repo_init();
    int rc = git_repository_open_ext(&raw, dir, 0, NULL);
    const struct obstacle *obstacle = NULL;
    if (rc == GIT_ENOTFOUND) {
        if (needed)
            report(diag, MSG_GIT_NONE, str_of(dir), S(""));
        return NULL;
    }
    if (rc != 0)
        obstacle = obstacle_of(library_error());
    else if (!is_ours(raw))
        obstacle = &foreign_owner;
    if (obstacle) {
        report(diag, needed ? obstacle->fatal : obstacle->note, str_of(dir),
               str_of(library_error()));
        git_repository_free(raw);
        return NULL;
    }
    struct repo *repo = mem_alloc(sizeof *repo);
    repo->raw = raw;
    repo->arena = arena_new();
    repo->prefix = find_prefix(raw, dir, repo->arena);
    return repo;
}

void repo_free(struct repo *repo)
{
    if (!repo)
        return;
    git_repository_free(repo->raw);
    arena_free(repo->arena);
    free(repo);
}

struct str repo_prefix(const struct repo *repo)
{
    return repo->prefix;
}

const char *repo_folder(const struct repo *repo)
{
    return git_repository_workdir(repo->raw);
}

bool repo_is_shallow(const struct repo *repo)
{
    return git_repository_is_shallow(repo->raw) == 1;
}

void *repo_handle(struct repo *repo)
{
    return repo->raw;
}

/* --- commits --- */

/* A branch, tag, remote branch or full reference. */
static git_object *find_named(git_repository *raw, const char *name)
{
    git_object *any = NULL;
    git_reference *ref = NULL;
    if (git_reference_dwim(&ref, raw, name) == 0)
        git_reference_peel(&any, ref, GIT_OBJECT_ANY);
    git_reference_free(ref);
    return any;
}

static git_object *find_hex(git_repository *raw, const char *hex)
{
    git_object *any = NULL;
    git_oid id;
    size_t n = strlen(hex);
    if (n >= GIT_OID_MINPREFIXLEN && n <= GIT_OID_HEXSZ
        && strspn(hex, "0123456789abcdefABCDEF") == n
        && git_oid_fromstrn(&id, hex, n) == 0)
        git_object_lookup_prefix(&any, raw, &id, n, GIT_OBJECT_ANY);
    return any;
}

/* Names and ids are looked up here and only expressions by git_revparse:
 * libgit2 1.5 loses memory each time that one finds nothing. */
git_commit *repo_find(struct repo *repo, const char *revision)
{
    git_object *commit = NULL;
    if (!*revision)
        return NULL;            /* HEAD to libgit2, a mistake to us */
    git_object *any = find_named(repo->raw, revision);
    if (!any)
        any = find_hex(repo->raw, revision);
    if (!any && (strpbrk(revision, "~^@{:") || strstr(revision, "-g")))
        git_revparse_single(&any, repo->raw, revision);
    if (any)
        git_object_peel(&commit, any, GIT_OBJECT_COMMIT);
    git_object_free(any);
    return (git_commit *)commit;
}

static struct str hex_of(const git_oid *id, struct arena *arena)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_tostr(hex, sizeof hex, id);
    return str_copy(arena, str_of(hex));
}

struct str repo_commit_id(struct repo *repo, const char *revision,
                          struct arena *arena)
{
    struct str id = S("");
    git_commit *commit = repo_find(repo, revision);
    if (commit)
        id = hex_of(git_commit_id(commit), arena);
    git_commit_free(commit);
    return id;
}

/* The folder `path` of a tree; NULL when there is none. */
static git_tree *find_folder(git_repository *raw, const git_tree *top,
                             const char *path)
{
    git_tree *folder = NULL;
    git_tree_entry *entry = NULL;
    if (!*path) {
        git_tree_lookup(&folder, raw, git_tree_id(top));
    } else if (git_tree_entry_bypath(&entry, top, path) == 0
               && git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
        git_tree_lookup(&folder, raw, git_tree_entry_id(entry));
    }
    git_tree_entry_free(entry);
    return folder;
}

struct listing {
    git_repository *raw;
    git_odb *odb;
    struct arena *arena;
    ARR(struct repo_file) files;
    struct diag *diag;
};

static int list_tree(struct listing *list, const git_oid *id, struct str path,
                     int depth);

static int list_blob(struct listing *list, const git_tree_entry *entry,
                     struct str path)
{
    struct repo_file file = {.path = path};
    git_object_t type;
    const git_oid *id = git_tree_entry_id(entry);
    if (git_odb_read_header(&file.size, &type, list->odb, id) != 0)
        return repo_fail(list->diag, path);
    file.link = git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK;
    memcpy(file.id, id->id, sizeof file.id);
    *ARR_PUSH(list->arena, &list->files) = file;
    return 0;
}

static int list_entry(struct listing *list, const git_tree_entry *entry,
                      struct str folder, int depth)
{
    const char *name = git_tree_entry_name(entry);
    struct str path = folder.n
        ? str_format(list->arena, "%.*s/%s", STR_FMT(folder), name)
        : str_copy(list->arena, str_of(name));
    switch (git_tree_entry_type(entry)) {
    case GIT_OBJECT_TREE:
        return list_tree(list, git_tree_entry_id(entry), path, depth + 1);
    case GIT_OBJECT_BLOB:
        return list_blob(list, entry, path);
    default:
        return 0;       /* a submodule holds no files of ours */
    }
}

static int list_tree(struct listing *list, const git_oid *id, struct str path,
                     int depth)
{
    git_tree *tree = NULL;
    int rc = 0;
    if (depth > REPO_DEPTH_MAX) {
        report(list->diag, MSG_GIT_DEEP, str_sub(path, 0, 80), S(""));
        return -1;
    }
    if (git_tree_lookup(&tree, list->raw, id) != 0)
        return repo_fail(list->diag, path);
    for (size_t i = 0; i < git_tree_entrycount(tree) && rc == 0; i++)
        rc = list_entry(list, git_tree_entry_byindex(tree, i), path, depth);
    git_tree_free(tree);
    return rc;
}

static int by_path(const void *a, const void *b)
{
    const struct repo_file *one = a, *two = b;
    return str_cmp(one->path, two->path);
}

int repo_files(struct repo *repo, const char *revision, struct str prefix,
               struct arena *arena, struct repo_file **files, size_t *n,
               struct diag *diag)
{
    struct listing list = {.raw = repo->raw, .arena = arena, .diag = diag};
    git_tree *top = NULL;
    git_tree *folder = NULL;
    int rc = -1;
    git_commit *commit = repo_find(repo, revision);
    if (!commit) {
        report(diag, MSG_GIT_REVISION, str_of(revision), S(""));
        goto out;
    }
    if (git_commit_tree(&top, commit) != 0
        || git_repository_odb(&list.odb, repo->raw) != 0) {
        repo_fail(diag, str_of(revision));
        goto out;
    }
    folder = find_folder(repo->raw, top, str_z(arena, prefix));
    rc = folder ? list_tree(&list, git_tree_id(folder), S(""), 0) : 0;
    if (list.files.n)
        qsort(list.files.at, list.files.n, sizeof *list.files.at, by_path);
    *files = list.files.at;
    *n = list.files.n;
out:
    git_odb_free(list.odb);
    git_tree_free(folder);
    git_tree_free(top);
    git_commit_free(commit);
    return rc;
}

int repo_blob(struct repo *repo, const unsigned char id[REPO_ID_BYTES],
              size_t limit, struct buf *out, struct diag *diag)
{
    git_oid oid;
    git_blob *blob = NULL;
    int rc = -1;
    memcpy(oid.id, id, sizeof oid.id);
    if (git_blob_lookup(&blob, repo->raw, &oid) != 0) {
        char hex[GIT_OID_HEXSZ + 1];
        repo_fail(diag, str_of(git_oid_tostr(hex, sizeof hex, &oid)));
        goto out;
    }
    struct str bytes = {git_blob_rawcontent(blob),
                        (size_t)git_blob_rawsize(blob)};
    if (bytes.n > limit) {
        errno = EFBIG;
        diag_errno(diag, (struct pos){0}, MSG_MACHINE_READ, S("git"));
        goto out;
    }
    buf_add(out, bytes);
    rc = 0;
out:
    git_blob_free(blob);
    return rc;
}

/* --- what differs --- */

/*
 * The working tree against HEAD. A file whose stat data are those of the
 * index and whose entry there has HEAD's blob is not read again, as git does,
 * unless the index is too young to tell or git converts line ends here.
 */
struct compare {
    struct repo *repo;
    struct arena *arena;
    struct map *expected;           /* path below the folder -> index */
    const struct repo_file *files;
    struct str folder;              /* "sub/content" */
    const char *dir;                /* where it is on the disk */
    size_t seen;
    git_index *index;               /* NULL: read every file */
    struct timespec index_time;
    struct buf bytes;
};

static bool older(const git_index_time *a, const struct timespec *b)
{
    return a->seconds < b->tv_sec
        || (a->seconds == b->tv_sec && (long)a->nanoseconds < b->tv_nsec);
}

static bool index_vouches(const struct compare *cmp, const char *path,
                          const struct repo_file *file, struct str name)
{
    struct stat st;
    if (!cmp->index || lstat(path, &st) != 0)
        return false;
    const char *inside = str_z(cmp->arena,
        str_format(cmp->arena, "%.*s/%.*s", STR_FMT(cmp->folder),
                   STR_FMT(name)));
    const git_index_entry *entry = git_index_get_bypath(cmp->index, inside, 0);
    return entry && memcmp(entry->id.id, file->id, sizeof file->id) == 0
        && entry->file_size == (uint32_t)file->size
        && (uint32_t)st.st_size == entry->file_size
        && (uint32_t)st.st_ino == entry->ino
        && (int32_t)st.st_mtim.tv_sec == entry->mtime.seconds
        && (uint32_t)st.st_mtim.tv_nsec == entry->mtime.nanoseconds
        && (int32_t)st.st_ctim.tv_sec == entry->ctime.seconds
        && (uint32_t)st.st_ctim.tv_nsec == entry->ctime.nanoseconds
        && older(&entry->mtime, &cmp->index_time);
}

/* Non-zero when this file is not what HEAD holds. */
static int compare_file(void *payload, struct str name, size_t size, bool link)
{
    struct compare *cmp = payload;
    size_t i = map_get(cmp->expected, name);
    if (i == MAP_NONE)
        return 1;
    const struct repo_file *file = &cmp->files[i];
    cmp->seen++;
    if (file->link || link)
        return file->link != link;
    if (file->size != size)
        return 1;
    const char *path = fs_join(cmp->arena, cmp->dir, name);
    if (index_vouches(cmp, path, file, name))
        return 0;
    git_oid id;
    buf_clear(&cmp->bytes);
    if (fs_read(path, size, &cmp->bytes) != 0
        || git_odb_hash(&id, cmp->bytes.p ? cmp->bytes.p : "", cmp->bytes.n,
                        GIT_OBJECT_BLOB) != 0)
        return 1;
    return memcmp(id.id, file->id, sizeof file->id) != 0;
}

static bool folder_is_clean(struct compare *cmp, struct diag *quiet)
{
    struct repo_file *files = NULL;
    size_t n = 0, visible = 0;
    if (repo_files(cmp->repo, "HEAD", cmp->folder, cmp->arena, &files, &n,
                   quiet) != 0)
        return false;
    cmp->expected = map_new(cmp->arena);
    cmp->files = files;
    cmp->seen = 0;
    for (size_t i = 0; i < n; i++) {
        if (str_ends(files[i].path, S(".gitattributes")))
            cmp->index = NULL;
        if (fs_is_hidden(files[i].path))
            continue;
        map_add(cmp->expected, files[i].path, i);
        visible++;
    }
    if (!fs_is_dir(cmp->dir))
        return visible == 0;
    return fs_walk(cmp->dir, compare_file, cmp) == 0 && cmp->seen == visible;
}

/* The index, if what it says of a file's size can be trusted. */
static git_index *trusted_index(struct repo *repo, const char *work,
                                struct timespec *time, struct arena *arena)
{
    git_index *index = NULL;
    git_config *config = NULL;
    struct stat st;
    git_buf crlf = {0};
    bool converts = true;
    if (git_repository_config_snapshot(&config, repo->raw) == 0)
        converts = git_config_get_string_buf(&crlf, config, "core.autocrlf")
                == 0 && strcmp(crlf.ptr, "false") != 0;
    git_buf_dispose(&crlf);
    git_config_free(config);
    converts = converts || fs_exists(fs_join(arena, work, S(".gitattributes")))
        || fs_exists(fs_join(arena, git_repository_commondir(repo->raw),
                             S("info/attributes")));
    if (converts || git_repository_index(&index, repo->raw) != 0)
        return NULL;
    const char *path = git_index_path(index);
    if (!path || stat(path, &st) != 0) {
        git_index_free(index);
        return NULL;
    }
    *time = st.st_mtim;
    return index;
}

bool repo_is_clean(struct repo *repo)
{
    const char *work = git_repository_workdir(repo->raw);
    if (!work)
        return false;
    struct compare cmp = {.repo = repo, .arena = arena_new()};
    struct diag *quiet = diag_new();
    git_index *index = trusted_index(repo, work, &cmp.index_time, cmp.arena);
    bool clean = true;
    cmp.index = index;
    for (size_t i = 0; i < SITE_FOLDERS && clean; i++) {
        cmp.folder = repo->prefix.n
            ? str_format(cmp.arena, "%.*s/%s", STR_FMT(repo->prefix),
                         site_folders[i])
            : str_of(site_folders[i]);
        cmp.dir = fs_join(cmp.arena, work, cmp.folder);
        clean = folder_is_clean(&cmp, quiet);
    }
    git_index_free(index);
    buf_free(&cmp.bytes);
    diag_free(quiet);
    arena_free(cmp.arena);
    return clean;
}

bool repo_tracks(struct repo *repo, struct str path)
{
    struct arena *arena = arena_new();
    git_index *index = NULL;
    git_tree *top = NULL;
    git_tree_entry *entry = NULL;
    struct str inside = path;
    if (repo->prefix.n)
        inside = str_format(arena, "%.*s/%.*s", STR_FMT(repo->prefix),
                            STR_FMT(path));
    const char *name = str_z(arena, inside);
    bool found = git_repository_index(&index, repo->raw) == 0
        && git_index_get_bypath(index, name, 0);
    git_commit *head = found ? NULL : repo_find(repo, "HEAD");
    if (head && git_commit_tree(&top, head) == 0)
        found = git_tree_entry_bypath(&entry, top, name) == 0;
    git_tree_entry_free(entry);
    git_tree_free(top);
    git_commit_free(head);
    git_index_free(index);
    arena_free(arena);
    return found;
}

/* --- remotes --- */

struct addresses {
    ARR(struct str) list;
};

static void add_addresses(struct repo *repo, struct arena *arena,
                          struct addresses *to)
{
    git_strarray names = {0};
    if (git_remote_list(&names, repo->raw) != 0)
        return;
    for (size_t i = 0; i < names.count; i++) {
        git_remote *remote = NULL;
        if (git_remote_lookup(&remote, repo->raw, names.strings[i]) == 0 &&
            git_remote_url(remote))
            *ARR_PUSH(arena, &to->list) = remote_plain(
                arena, str_of(git_remote_url(remote)));
        git_remote_free(remote);
    }
    git_strarray_dispose(&names);
}

bool repo_shares(struct repo *one, struct repo *other)
{
    struct arena *arena = arena_new();
    struct addresses a = {0}, b = {0};
    bool shares = strcmp(git_repository_commondir(one->raw),
                         git_repository_commondir(other->raw)) == 0;
    add_addresses(one, arena, &a);
    add_addresses(other, arena, &b);
    for (size_t i = 0; i < a.list.n; i++)
        for (size_t k = 0; k < b.list.n; k++)
            shares = shares || str_eq(a.list.at[i], b.list.at[k]);
    arena_free(arena);
    return shares;
}
