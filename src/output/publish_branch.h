/*
 * publish_branch: a branch of a git repository: what it holds, new objects in
 * its repository, and moving it in one step.
 *
 * For publish.c only. With input/git.c and git_history.c the only user of
 * libgit2; no type of libgit2 appears here. Functions that return int give 0,
 * or -1 after reporting.
 */
#ifndef VITRINA_OUTPUT_PUBLISH_BRANCH_H
#define VITRINA_OUTPUT_PUBLISH_BRANCH_H

#include "base/str.h"
#include "output/publish_entry.h"
#include "output/publish_pack.h"
#include "output/sha1.h"

#include <stdbool.h>
#include <stddef.h>

struct branch;
struct diag;

/*
 * Opens the repository that `repository` lies in. Refused with what to do: a
 * name git does not take, a branch that is checked out anywhere, a shallow
 * clone, and what repo_open refuses. NULL after reporting.
 */
struct branch *branch_open(struct str repository, struct str name,
                           struct diag *diag);
void branch_free(struct branch *branch);        /* NULL is fine */

/* Folder of the repository itself (.git), for the git program. */
const char *branch_repository(const struct branch *branch);
/* Its working tree, of a bare one itself. */
const char *branch_folder(const struct branch *branch);
/* Folder of its objects, for temporary files. */
const char *branch_objects(const struct branch *branch);

/*
 * Settles the commit to go on from, the parent: the branch, or `base` (a
 * revision; empty: none) when that is ahead. They must lie on one line.
 */
int branch_start(struct branch *branch, struct str base, struct diag *diag);
/* Ids of SHA1_BYTES, NULL when the branch is new: the parent, its tree. */
const unsigned char *branch_parent(const struct branch *branch);
const unsigned char *branch_tree(const struct branch *branch);
/* The parent is what the branch itself points at. */
bool branch_is_at_parent(const struct branch *branch);

/* The commit `steps` before the parent: its tree's id, and its own as 40 hex
 * digits. */
int branch_past(struct branch *branch, size_t steps,
                unsigned char tree[SHA1_BYTES], char id[41],
                struct diag *diag);

/* Shows every folder (`folder`; its path without the last slash) and file of
 * a tree. Paths live as long as the branch. */
typedef void branch_visit(void *payload, const struct entry *entry,
                          bool folder);
int branch_list(struct branch *branch, const unsigned char tree[SHA1_BYTES],
                branch_visit *visit, void *payload, struct diag *diag);

/* user.name and user.email of the repository, else of the user's own
 * configuration, where git looks for it; false where they are not set. They
 * live as long as the branch. */
bool branch_user(struct branch *branch, struct str *name, struct str *mail);
/* Does git take this as an author? */
bool branch_user_ok(struct str name, struct str mail);

/* New objects: one, or a whole pack. -1 without a report: branch_fail. */
int branch_write(struct branch *branch, enum pack_type type,
                 struct str bytes);
int branch_write_pack(struct branch *branch, struct pack *pack);
/* Bytes of a blob appended to `out`. */
bool branch_read(struct branch *branch, const unsigned char id[SHA1_BYTES],
                 struct buf *out);
/* Reports the library's last complaint, or if it has none errno. -1. */
int branch_fail(struct diag *diag, struct str what);
/* Complaints of before are not about what comes now. */
void branch_forget_errors(void);

/*
 * Waits until no other run of ours moves a branch of this repository and
 * holds on to that until branch_free. Fails when the branch is no longer where
 * branch_open found it or another git program has locked it; a lock that a
 * killed run of ours left behind is removed.
 */
int branch_hold(struct branch *branch, const unsigned char to[SHA1_BYTES],
                struct diag *diag);
/* Moves the branch, which is held, to the commit it is held for. */
int branch_move(struct branch *branch, struct diag *diag);
/* Makes an existing branch HEAD of a bare repository that has none, so that a
 * plain clone of it holds the site. */
void branch_adopt_head(struct branch *branch);

#endif
