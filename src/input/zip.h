/*
 * zip: one file out of a zip archive, and what deflate has packed elsewhere.
 *
 * For document_meta.c. The only user of zlib here; base/zip_write.h makes
 * archives.
 */
#ifndef VITRINA_INPUT_ZIP_H
#define VITRINA_INPUT_ZIP_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends the file `name` of the archive, at most its first `limit` bytes.
 * False when there is no such file, or it is encrypted, packed in another way
 * or damaged. Any bytes are safe.
 */
bool zip_file(struct str archive, struct str name, size_t limit,
              struct buf *out);

/* Appends what `packed` (zlib's format, or bare deflate) unpacks to, at most
 * `limit` bytes; bytes behind its end are ignored. False when damaged before
 * anything came out. */
bool zip_unpack(struct str packed, bool bare, size_t limit, struct buf *out);

#endif
