/*
 * receiver: where rendered files go. Folder, git branch, preview and nothing
 * are four receivers with the same verbs, so that nothing becomes visible
 * before the last page is rendered without error.
 *
 * For build.c and the receivers themselves.
 */
#ifndef VITRINA_OUTPUT_RECEIVER_H
#define VITRINA_OUTPUT_RECEIVER_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct diag;

/* What a commit did, for the closing line of a command. manifest.json is not
 * counted. */
struct receipt {
    size_t created, changed, same, removed;
    struct str commit;      /* publish: id of the commit; empty: none made.
                               Valid until done. */
};

/*
 * Life: begin, put for every file (from several threads at once), then either
 * commit or abort, then done. All but abort and done return 0, or -1 after
 * reporting; after a -1 only abort and done may follow. A path is put once;
 * manifest.json is not put but given to commit. begin refuses a place whose
 * manifest.json is of another part of a site than `only`: the site of a
 * school never takes the place of the whole, nor the whole that of a school.
 */
struct receiver {
    int (*begin)(struct receiver *self, struct diag *diag);
    /* Stages one file; path and bytes are borrowed for the call. */
    int (*put)(struct receiver *self, struct str path, struct str bytes,
               struct diag *diag);
    /* Makes all staged files visible. `manifest` is the text of
     * manifest.json, which lists them all. */
    int (*commit)(struct receiver *self, struct str manifest,
                  struct receipt *receipt, struct diag *diag);
    void (*abort)(struct receiver *self);
    void (*done)(struct receiver *self);    /* frees */
    struct str only;        /* school:ID; empty: the whole site. Set before
                               begin, lives until commit or abort. */
};

/* Takes everything, keeps nothing: `check`. */
struct receiver *receiver_nothing(void);

#define RECEIVER_MANIFEST "manifest.json"

/*
 * May a file of the site be called so? Relative, no empty part, no `.` or
 * `..`, no control character or backslash, valid UTF-8, at most 255 bytes a
 * part; nothing that git takes for its own (.git, .gitmodules, git~1), that
 * is a temporary file or the lock of ours, and no manifest.json.
 */
bool receiver_path_ok(struct str path);

/* Reports OUTPUT_PATH unless receiver_path_ok. 0 or -1. */
int receiver_check_path(struct str path, struct diag *diag);

/* Reports OUTPUT_OTHER when `place` holds `there`, another site than the
 * receiver is to take. 0 or -1. */
int receiver_check_only(const struct receiver *self, struct str there,
                        struct str place, struct diag *diag);

/* Names of our own files in an output folder. */
#define RECEIVER_LOCK ".vitrina-lock"
#define RECEIVER_TEMP ".vitrina-tmp"    /* .NAME.vitrina-tmp */
bool receiver_is_temp(struct str name);

#endif
