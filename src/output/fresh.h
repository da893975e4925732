/*
 * fresh: new files that never take the place of old ones: all of them are
 * written, or none because one is there already.
 *
 * For the commands.
 */
#ifndef VITRINA_OUTPUT_FRESH_H
#define VITRINA_OUTPUT_FRESH_H

#include "base/mem.h"
#include "base/str.h"

#include <stddef.h>

struct diag;

struct fresh_file {
    struct str path, bytes;     /* path below the folder given to write */
    bool old;                   /* it is there and is meant to change */
};

struct fresh {
    struct arena *arena;
    ARR(struct fresh_file) files;
};

/* Adds a file; both texts live as long as the arena. */
void fresh_add(struct fresh *fresh, struct str path, struct str bytes);
/* The same for a file that was read and is written back with more in it. */
void fresh_change(struct fresh *fresh, struct str path, struct str bytes);
/* Writes them all below `dir`, making its folders. -1 after reporting every
 * file that is in the way, or trouble of the machine. */
int fresh_write(const struct fresh *fresh, const char *dir,
                struct diag *diag);

#endif
