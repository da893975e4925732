/*
 * mem: memory that cannot fail. Arenas for everything that lives and dies
 * together, and growable arrays inside them.
 *
 * For every folder. Out of memory aborts with a message, so no caller tests.
 */
#ifndef VITRINA_BASE_MEM_H
#define VITRINA_BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* malloc and realloc that abort on failure; `mem_alloc` returns zeros. */
void *mem_alloc(size_t size);
void *mem_realloc(void *old, size_t size);

/* A bump allocator. Not shared between threads. */
struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is fine */

/* Forget all content, keep (most of) the memory for the next use. */
void arena_reset(struct arena *arena);

/* `size` zero bytes, aligned for any type; valid until reset or free. */
void *arena_alloc(struct arena *arena, size_t size)
    __attribute__((returns_nonnull));

/* The same, not zeroed: for what is written over at once. */
void *arena_take(struct arena *arena, size_t size)
    __attribute__((returns_nonnull));

/* Bytes handed out since the last reset: for limits and tests. */
size_t arena_used(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) \
    ((type *)arena_alloc((arena), sizeof(type) * (n)))

/*
 * A growable array in an arena: `ARR(struct row) rows = {0};`, then
 * `*ARR_PUSH(arena, &rows) = row;`. Elements move when it grows.
 */
#define ARR(type)      \
    struct {           \
        type *at;      \
        size_t n, cap; \
    }
#define ARR_PUSH(arena, arr)                                            \
    ((arr)->at = arr_room((arena), (arr)->at, (arr)->n, &(arr)->cap,    \
                          sizeof *(arr)->at),                           \
     &(arr)->at[(arr)->n++])

/* For ARR_PUSH only: room for one more element of `size` bytes. */
void *arr_room(struct arena *arena, void *at, size_t n, size_t *cap,
               size_t size);

#endif
