/*
 * publish_pack: new git objects, compressed as they come and kept in a
 * nameless file until it is known whether they are many (one pack) or few
 * (loose objects). So memory holds one page a worker, and nothing of a failed
 * build is left in the repository.
 *
 * For publish*.c only. One of the four users of zlib.
 */
#ifndef VITRINA_OUTPUT_PUBLISH_PACK_H
#define VITRINA_OUTPUT_PUBLISH_PACK_H

#include "base/str.h"

#include <stddef.h>

struct pack;

/* The numbers are git's. */
enum pack_type { PACK_COMMIT = 1, PACK_TREE = 2, PACK_BLOB = 3 };

/* "blob" and so on. */
const char *pack_type_name(enum pack_type type);

/* A new file in the folder `dir` that has no name any more: its number, or -1
 * with errno. */
int pack_nameless(const char *dir);

/* Keeps its file, which has no name, in the folder `dir`. NULL with errno. */
struct pack *pack_new(const char *dir);
void pack_free(struct pack *pack);          /* NULL is fine */

/* Adds an object, once each; its number goes to `at`, which may be NULL. Safe
 * from several threads. -1 with errno. */
int pack_add(struct pack *pack, enum pack_type type, struct str bytes,
             size_t *at);
size_t pack_count(const struct pack *pack);
/* Bytes that the pack file and its index need at most. */
size_t pack_room(const struct pack *pack);

/* The bytes of one object in `to`. -1 with errno. */
int pack_get(struct pack *pack, size_t at, struct buf *to);

/* The whole pack file in pieces: head, objects, SHA-1. A non-zero return of
 * `sink` ends it and is returned; -1 with errno for trouble of our own. */
typedef int pack_sink(void *payload, struct str piece);
int pack_stream(struct pack *pack, pack_sink *sink, void *payload);

/* Each object as it was added. Returns like pack_stream. */
typedef int pack_visit(void *payload, enum pack_type type, struct str bytes);
int pack_each(struct pack *pack, pack_visit *visit, void *payload);

#endif
