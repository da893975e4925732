/*
 * publish_push: the branch at a remote, by the git program, so that the
 * user's keys, agents, helpers and hooks work. What git has to say goes to
 * standard error as it is.
 *
 * For publish.c only.
 */
#ifndef VITRINA_OUTPUT_PUBLISH_PUSH_H
#define VITRINA_OUTPUT_PUBLISH_PUSH_H

#include "base/str.h"

#include <stdbool.h>

struct arena;
struct diag;

struct remote {
    const char *repository;     /* folder of the local one (.git) */
    const char *folder;         /* that addresses like ../site.git start in */
    const char *name;           /* of the remote, or its address */
    const char *branch;         /* without refs/heads/ */
    struct str tip;             /* 40 hex digits, once fetched; empty: the
                                   remote has no such branch */
};

/* Fetches the branch, so that `tip` is in the local repository. -1 after
 * reporting. */
int remote_fetch(struct remote *remote, struct arena *arena,
                 struct diag *diag);

/* Makes a local commit the branch's tip there; never forces. When the branch
 * moved since it was fetched, that is what is reported. -1 after reporting. */
int remote_push(const struct remote *remote, const char id[41],
                struct arena *arena, struct diag *diag);

#endif
