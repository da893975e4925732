/*
 * history_cache: what came of the commits that were released before, kept in
 * .vitrina/history of the site's folder. Released entries only; whatever is
 * wrong with the file, it is made anew.
 *
 * For history.c.
 */
#ifndef VITRINA_HISTORY_CACHE_H
#define VITRINA_HISTORY_CACHE_H

#include "base/str.h"
#include "model/period.h"
#include "release/snapshot.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What one commit changed against the one it was compared with. */
struct history_entry {
    struct str id, before;      /* hex; before empty: with nothing */
    struct str released;        /* the commit whose release stands for it */
    bool good;                  /* its sources were without errors */
    const struct record *records;
    size_t n;
};

/* One commit that touched the sources. */
struct history_commit {
    struct str id;              /* 40 hex digits and a NUL */
    date on;
    struct str reason;          /* empty: none was given */
};

/* All of them up to `head`, the newest first. */
struct history_log {
    struct str head;            /* empty: not known */
    struct history_commit *commits;
    size_t n;
    bool whole;                 /* it ends with the first commit */
};

struct history_cache;

/* Reads the file; empty when there is none. Lives in the arena. */
struct history_cache *history_cache_open(struct arena *arena,
                                         const char *dir);
/* The entry of a commit that was compared with `*before` (NULL: whatever it
 * was), or NULL. One of a commit with errors counts in any case. */
const struct history_entry *history_cache_find(
    const struct history_cache *cache, struct str id,
    const struct str *before);
/* A copy of the entry (not of its texts); it stays where it is. */
struct history_entry *history_cache_put(struct history_cache *cache,
                                        const struct history_entry *entry);
/* The log as it was kept, and a new one to be kept. */
struct history_log history_cache_log(const struct history_cache *cache);
void history_cache_set_log(struct history_cache *cache,
                           struct history_log log);
/* Writes the file when something was put. That it cannot is no trouble. */
void history_cache_keep(const struct history_cache *cache);

#endif
