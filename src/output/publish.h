/*
 * publish: the site into a branch of a git repository, in one step, without
 * checkout, index or working tree.
 *
 * For build.c, cmd_publish.c and published.c.
 */
#ifndef VITRINA_OUTPUT_PUBLISH_H
#define VITRINA_OUTPUT_PUBLISH_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct diag;
struct receipt;
struct receiver;

enum publish_how { PUBLISH_CREATED, PUBLISH_CHANGED, PUBLISH_REMOVED };

/* What a publication does to the files of the branch, manifest.json left out;
 * sorted by path. */
struct publish_changes {
    const struct publish_change {
        struct str path;
        enum publish_how how;
        bool ours;              /* the site of then had it, by its manifest;
                                   else somebody else put it there */
    } *at;
    size_t n;
    bool first;                 /* the branch is new */
    /* The file's bytes, before or after, appended to `out`; false when it has
     * none or they cannot be read. */
    bool (*bytes)(const struct publish_changes *changes, size_t i,
                  bool before, struct buf *out);
};

struct publish_options {
    struct str repository;      /* path; the repository it lies in is used */
    struct str branch;          /* short name; created as an orphan */
    struct str base;            /* revision to start from; empty: the branch
                                   itself. The branch must lie on one line
                                   with it. */
    struct str remote;          /* its name or address; empty: nothing is
                                   fetched or pushed. Else its branch is
                                   fetched as the base, and pushed before the
                                   local branch moves. */
    struct str author;          /* Name <mail>; empty: git's user, as the
                                   repository's own configuration has it */
    struct str message;         /* first lines of the commit message */
    struct str source_commit;   /* trailer Source-Commit; may be empty */
    struct str version;         /* trailer Vitrina-Version */
    const struct str *keep;     /* paths (files, folders) of the branch that
                                   stay as they are, even when put */
    size_t keep_n;
    bool dry_run;               /* everything but pushing and moving the
                                   branch: the commit of the receipt can be
                                   looked at */
    /* Adds to the message what is changed; before the commit is made. Each
     * may be NULL. `talk`: the git program is about to use the terminal. */
    void (*describe)(void *payload, const struct publish_changes *changes,
                     struct buf *message);
    void (*talk)(void *payload);
    void *payload;
};

/*
 * Copies the options. Opens the repository at begin, where everything is
 * checked that can be known before rendering. The commit's time is
 * SOURCE_DATE_EPOCH if set, else now, in UTC: same input, same commit id.
 */
struct receiver *publish_receiver(const struct publish_options *options);

/*
 * A new commit on top of the branch that holds what the branch held `steps`
 * commits ago, but for the paths to keep; its source is named as the manifest
 * of then does. -1 after reporting. The ids of the commit gone back to and of
 * the new one (empty when nothing had to change) go to `past` and `id`.
 */
int publish_rollback(const struct publish_options *options, size_t steps,
                     char past[41], char id[41], struct diag *diag);

/* Makes a bare repository at `dir` unless there is one. -1 after reporting. */
int publish_init(const char *dir, struct diag *diag);

#endif
