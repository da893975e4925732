/*
 * verify: a published site beside what its sources give, file by file.
 *
 * For cmd_verify.c.
 */
#ifndef VITRINA_OUTPUT_VERIFY_H
#define VITRINA_OUTPUT_VERIFY_H

#include "base/str.h"
#include "output/manifest.h"

#include <stdbool.h>
#include <stddef.h>

struct diag;
struct receiver;
struct verify;

/*
 * The first of the revisions (ended by NULL) that there is in the repository
 * which `dir` lies in, with its manifest. NULL after reporting.
 */
struct verify *verify_open(const char *dir, const char *const *revisions,
                           struct diag *diag);
void verify_free(struct verify *verify);        /* NULL is fine */

/* Of the published site, and the id of its commit. */
const struct manifest *verify_manifest(const struct verify *verify);
struct str verify_commit(const struct verify *verify);

/*
 * Takes the site that was built again and at commit tells `to` of each file
 * that is other, missing, or neither in it nor in `keep`. `closed`: numbers are
 * missing here, so that files that differ are only said to be unverifiable.
 * The receipt: `changed`, `created` (in the build alone), `removed` (in the
 * branch alone), `same`. The pointers must live as long.
 */
struct receiver *verify_receiver(struct verify *verify,
                                 const struct str *keep, size_t keep_n,
                                 bool closed, struct diag *to);

/*
 * Where the commit is checked out: reports each file of the working tree that
 * is not as in the commit; hidden files but those of the commit do not count.
 * Says how many; SIZE_MAX: it is not checked out, or after reporting trouble.
 */
size_t verify_folder(struct verify *verify, struct diag *diag);

#endif
