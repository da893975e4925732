/*
 * append: one more school in a table as an office saved it: the same
 * encoding, delimiter and line ends, its columns in their order.
 *
 * For the command `new`.
 */
#ifndef VITRINA_MODEL_APPEND_H
#define VITRINA_MODEL_APPEND_H

#include "base/str.h"

struct diag;

/*
 * Appends to `out` the table `bytes` (of schools.csv; `path` for messages)
 * and a row with this id and name; empty bytes give a new table. `name` has
 * no letters but Russian and Latin ones and nothing to be quoted. -1 after
 * reporting a table that cannot be read, or that has the id already.
 */
int append_school(struct buf *out, struct str path, struct str bytes,
                  struct str id, struct str name, struct diag *diag);

#endif
