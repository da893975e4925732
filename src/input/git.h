/*
 * git: reading a git repository: where it is, what is committed, what differs;
 * its past is in git_history.h.
 *
 * For source.c, build.c and output/. With git_history.c and
 * output/publish_branch.c the only user of libgit2; no type of libgit2 appears
 * here. The functions are called repo_ because every name with git_ belongs to
 * the library.
 */
#ifndef VITRINA_INPUT_GIT_H
#define VITRINA_INPUT_GIT_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;
struct repo;

#define REPO_ID_BYTES 20
#define REPO_DEPTH_MAX 64       /* folders in folders of a commit */

/*
 * Prepares the library: the user's and the system's configuration are not
 * read, owners are checked by repo_open. Called by repo_open itself; calling
 * it again does nothing.
 */
void repo_init(void);

/*
 * The repository that `dir` lies in, or NULL. When it is `needed`, its absence
 * and everything that keeps it from being opened (another owner, SHA-256, an
 * unknown extension, damage) is FATAL; else absence is silent and an obstacle
 * is a note. One thread at a time a handle.
 */
struct repo *repo_open(const char *dir, bool needed, struct diag *diag);
void repo_free(struct repo *repo);      /* NULL is fine */

/* Path of `dir` inside the working tree, "" for its root and in a bare one. */
struct str repo_prefix(const struct repo *repo);
/* Its working tree; NULL of a bare one. */
const char *repo_folder(const struct repo *repo);
/* Was only a part of the history fetched? */
bool repo_is_shallow(const struct repo *repo);

/* Id (40 hex digits) of a revision's commit; empty when it does not exist. */
struct str repo_commit_id(struct repo *repo, const char *revision,
                          struct arena *arena);

/* All files of a commit below the folder `prefix` ("" = all), sorted by path
 * relative to it. None, without a report, when there is no such folder. */
struct repo_file {
    struct str path;
    size_t size;
    bool link;
    unsigned char id[REPO_ID_BYTES];
};
int repo_files(struct repo *repo, const char *revision, struct str prefix,
               struct arena *arena, struct repo_file **files, size_t *n,
               struct diag *diag);
/* Bytes of one blob appended to `out`. Fails above `limit` bytes. */
int repo_blob(struct repo *repo, const unsigned char id[REPO_ID_BYTES],
              size_t limit, struct buf *out, struct diag *diag);

/*
 * Do content/, data/ and themes/ below the prefix hold exactly the bytes of
 * HEAD, so that HEAD names the source? Hidden files do not count. Trouble is
 * answered with false: a source that cannot be proved is not named.
 */
bool repo_is_clean(struct repo *repo);

/* Is `path` (relative to the prefix) in the index or in HEAD? */
bool repo_tracks(struct repo *repo, struct str path);

/* Do both publish together: are they one repository, or have they a remote in
 * common, however its address is written? */
bool repo_shares(struct repo *one, struct repo *other);

/* The library's own handle (git_repository *), for output/publish_branch.c
 * only. */
void *repo_handle(struct repo *repo);

#endif
