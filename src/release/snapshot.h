/*
 * snapshot: what a release tells, as lines of text that can be compared with
 * those of another release, earlier or later, and kept in a file. Nothing that
 * is hidden is in it.
 *
 * For changes.c and history.c. A line's key says what it is about:
 *   p/PROG  i/PROG/IND  s/SCHOOL  d/PROG/DOC    a thing; its text is its name
 *   v/PROG/IND/SCHOOL/PERIOD                    a value: snapshot_fact
 *   t/PROG/IND/WHO/PERIOD                       a target; WHO may be `*`
 *   m/PROG/MEASURE                              when, status; detail: the
 *                                               words of when, its name
 *   r/PROG/MEASURE                              its reports, as one number
 *   f/PATH                                      a text file (history.c)
 * SCHOOL and WHO are empty for the whole. Behind SNAPSHOT_DETAIL a text goes
 * on with what is told of a change but makes none.
 */
#ifndef VITRINA_RELEASE_SNAPSHOT_H
#define VITRINA_RELEASE_SNAPSHOT_H

#include "base/str.h"
#include "release/release.h"

#include <stddef.h>

#define SNAPSHOT_DETAIL '\x1e'
#define SNAPSHOT_PART '\x1f'    /* between parts of a text */
#define SNAPSHOT_MOVED '='      /* before the path a text file had before */

struct snapshot;

/* All that `release` tells. It lives in the arena and borrows nothing. */
struct snapshot *snapshot_make(struct arena *arena,
                               const struct release *release);

/* One line that differs; a text that is not there has p == NULL. */
struct record {
    struct str key, before, after;
};
struct records {
    struct record *at;
    size_t n;
};

/* What differs, by key, in copies of the arena. */
struct records snapshot_differ(struct arena *arena,
                               const struct snapshot *before,
                               const struct snapshot *after);

/* The fact that a value's text tells. */
struct fact snapshot_fact(struct str text);

#endif
