/*
 * build: the whole pipeline, for the commands.
 */
#ifndef VITRINA_BUILD_H
#define VITRINA_BUILD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;
struct receipt;
struct receiver;
struct source;

struct build_options {
    const char *dir;        /* the site's folder */
    const char *at;         /* commit to read from, or NULL: the folder */
    size_t jobs;            /* workers; 0: one a processor */
    bool strict;            /* warnings stop the commit */
    struct str commit;      /* that names the inputs: build_commit(); or "" */
};

/* The files a build reads, opened by the options; NULL after reporting. */
struct source *build_source(const struct build_options *options,
                            struct diag *diag);

/* Id of the commit that the inputs are equal to; empty when the folder was
 * changed since, or is in no repository. */
struct str build_commit(const struct build_options *options,
                        struct arena *arena, struct diag *diag);

/*
 * Reads, links, releases, plans and renders the site into `receiver`, and
 * commits it if no error stands. `pages` gets the number of files. Problems
 * go to `diag`; returns 0 when the receiver has committed.
 */
int build_site(const struct build_options *options, struct source *source,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages, struct diag *diag);

#endif
