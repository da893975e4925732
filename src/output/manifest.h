/*
 * manifest: manifest.json, the list of what a build wrote.
 *
 * For build.c (writing), tree.c and cmd_verify.c (reading).
 */
#ifndef VITRINA_OUTPUT_MANIFEST_H
#define VITRINA_OUTPUT_MANIFEST_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct manifest_file {
    struct str path;
    struct str digest;          /* hex */
};

struct manifest {
    struct str version;         /* of vitrina */
    struct str source;          /* commit of the inputs; empty: not known */
    struct str only;            /* school:ID; empty: the whole site */
    const struct manifest_file *files;
    size_t n;
};

/*
 * Reads a manifest of ours, also of a later version with more keys. Texts are
 * slices of `text` or live in the arena. False when it is something else,
 * for instance a web application's manifest.json.
 */
bool manifest_parse(struct arena *arena, struct str text,
                    struct manifest *manifest);

/* Appends it, one file a line, in the order given. */
void manifest_write(struct buf *out, const struct manifest *manifest);

#endif
