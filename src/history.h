/*
 * history: the past of a site's sources, released commit by commit, from the
 * repository that the site's folder lies in.
 *
 * For build.c.
 */
#ifndef VITRINA_HISTORY_H
#define VITRINA_HISTORY_H

struct arena;
struct build_options;
struct changes;
struct diag;
struct release;

/*
 * What has changed in the sources of `release` up to the commit that is built
 * (or HEAD), told as far as the release tells it. Every commit that touched
 * content/ or data/ is read and released once; what came of it is kept in
 * .vitrina/history. Never fails: a history that cannot be read is a note.
 */
const struct changes *history_read(struct arena *arena,
                                   const struct build_options *options,
                                   const struct release *release,
                                   struct diag *diag);

#endif
