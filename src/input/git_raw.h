/*
 * git_raw: what the files that know libgit2 share of a repository.
 *
 * For git.c and git_history.c.
 */
#ifndef VITRINA_INPUT_GIT_RAW_H
#define VITRINA_INPUT_GIT_RAW_H

#include "base/str.h"

struct arena;
struct diag;
struct git_commit;
struct git_repository;

struct repo {
    struct git_repository *raw;
    struct arena *arena;
    struct str prefix;
};

/* The commit that a revision names, or NULL; the caller frees it. */
struct git_commit *repo_find(struct repo *repo, const char *revision);
/* Reports that git cannot read `what`. Returns -1. */
int repo_fail(struct diag *diag, struct str what);

#endif
