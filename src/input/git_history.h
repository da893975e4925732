/*
 * git_history: the past of a site in its repository: which commits touched
 * some of its folders, what their authors said, which files differ.
 *
 * For history.c.
 */
#ifndef VITRINA_INPUT_GIT_HISTORY_H
#define VITRINA_INPUT_GIT_HISTORY_H

#include "base/str.h"
#include "input/git.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct repo_commit {
    struct str id;              /* 40 hex digits */
    int64_t time;               /* the committer's, seconds since 1970 */
    int offset;                 /* of his clock, minutes east of Greenwich */
    struct str message;         /* with those of the commits it merged */
};

struct repo_log {
    struct repo_commit *commits;
    size_t n;
    bool whole;                 /* it ends with the first commit */
    bool reached;               /* it ends before `until` */
};

/*
 * The commits from `revision` back along first parents that changed any of
 * `paths` (folders or files relative to the prefix), newest first, at most
 * `max`. Where the history goes on behind the last one but is not there
 * (shallow clone, which is a note) or `max` was met, that one counts as a
 * change, too, and the log is not whole. -1 after reporting that there is no
 * such revision. The walk ends at the commit with the id `until`, if that is
 * not empty and is met.
 */
int repo_history(struct repo *repo, const char *revision, struct str until,
                 const struct str *paths, size_t paths_n, size_t max,
                 struct arena *arena, struct repo_log *log,
                 struct diag *diag);

/* What `paths` hold in a commit, as a text that is equal when they hold the
 * same. */
struct str repo_state(struct repo *repo, const char *revision,
                      const struct str *paths, size_t n, struct arena *arena);

/* Files below `folder` that differ between two commits, in no order that
 * means anything; links and submodules are no files. */
struct repo_change {
    struct str path;            /* from the prefix: content/index.md */
    bool was, is;
    unsigned char old_id[REPO_ID_BYTES], new_id[REPO_ID_BYTES];
};
struct repo_change *repo_changed(struct repo *repo, const char *from,
                                 const char *to, struct str folder,
                                 struct arena *arena, size_t *n);

#endif
