/*
 * publish: the site into a branch of a git repository, in one step, without
 * checkout, index or working tree.
 *
 * For build.c and cmd_publish.c. With input/git.c the only user of libgit2.
 */
#ifndef VITRINA_OUTPUT_PUBLISH_H
#define VITRINA_OUTPUT_PUBLISH_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct diag;
struct receipt;
struct receiver;

struct publish_options {
    struct str repository;      /* path; the repository it lies in is used */
    struct str branch;          /* short name; created as an orphan */
    struct str base;            /* revision to start from: the tip fetched from
                                   the remote; empty: the branch itself. The
                                   branch must lie on one line with it. */
    struct str author;          /* Name <mail>; empty: git's user, as the
                                   repository's own configuration has it */
    struct str message;         /* first lines of the commit message */
    struct str source_commit;   /* trailer Source-Commit; may be empty */
    struct str version;         /* trailer Vitrina-Version */
    const struct str *keep;     /* paths (files, folders) of the branch that
                                   stay as they are, even when put */
    size_t keep_n;
    bool dry_run;               /* everything but moving the branch: the commit
                                   of the receipt can be looked at */
};

/*
 * Copies the options. Opens the repository at begin, where everything is
 * checked that can be known before rendering. The commit's time is
 * SOURCE_DATE_EPOCH if set, else now, in UTC: same input, same commit id.
 */
struct receiver *publish_receiver(const struct publish_options *options);

/*
 * A new commit on top of the branch that holds what the branch held `steps`
 * publications ago. -1 after reporting. *receipt->commit is copied to `id`
 * (41 bytes; empty when nothing had to change).
 */
int publish_rollback(const struct publish_options *options, size_t steps,
                     char id[41], struct diag *diag);

/* Makes a bare repository at `dir` unless there is one. -1 after reporting. */
int publish_init(const char *dir, struct diag *diag);

#endif
