/*
 * source: the files of a site, from a folder or from a commit of a git
 * repository. Everybody above reads through it, so `build` and `build --at`
 * are the same code.
 *
 * For model/, render/ and build.c.
 */
#ifndef VITRINA_INPUT_SOURCE_H
#define VITRINA_INPUT_SOURCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct diag;
struct source;

/* One file: path relative to the site's folder, `/` between parts, in NFC
 * whatever the file system wrote. */
struct source_file {
    struct str path;
    size_t size;
    bool link;          /* a symbolic link: never followed or read */
};

/* The folder `dir`. NULL after reporting when it is none. */
struct source *source_folder(const char *dir, struct diag *diag);
/*
 * The tree of `commit` (any revision) in the repository that `dir` lies in,
 * below the same sub-folder. NULL after reporting.
 */
struct source *source_commit(const char *dir, const char *commit,
                             struct diag *diag);
/*
 * The folder of raw numbers that `private:` names: it is laid out like data/
 * and its files are listed as `NAME/...`, with the name that the site has for
 * it. NULL after a warning when there is none: whoever has only what is public
 * can build the site, but not with these numbers.
 */
struct source *source_private(const char *dir, struct str name,
                              struct diag *diag);
void source_free(struct source *source);

/* Lines of a file that are left out; `from` 0: the file itself. */
struct source_gap {
    struct str path;
    uint32_t from, to;
};
/*
 * From now on the source is as if these were not there: it lists no such file,
 * and such lines are empty. Gaps of one file stand together, by line; they
 * live as long as the source. Names that it has not are nothing.
 */
void source_without(struct source *source, const struct source_gap *gaps,
                    size_t n);

/*
 * All files below content/, data/ and themes/, sorted by path in byte order;
 * hidden names are left out. Owned by the source.
 */
const struct source_file *source_files(const struct source *source, size_t *n);
/* The part of that list whose path starts with `prefix`. */
const struct source_file *source_below(const struct source *source,
                                       struct str prefix, size_t *n);
const struct source_file *source_find(const struct source *source,
                                      struct str path);

/*
 * Bytes of one file appended to `out`. -1 after reporting (missing, link,
 * larger than `limit`, unreadable). Safe from several threads.
 */
int source_read(const struct source *source, struct str path, size_t limit,
                struct buf *out, struct diag *diag);

#endif
