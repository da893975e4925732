/*
 * mem: arenas and growable arrays; see mem.h.
 *
 * For every folder.
 *
 * An arena is a list of chunks that is walked again after a reset. Requests
 * too large for a chunk get a block of their own, given back at the reset.
 */
#include "base/mem.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_FIRST ((size_t)16 * 1024)
#define CHUNK_LAST ((size_t)4 * 1024 * 1024)
/* A request above this part of a chunk would waste too much of its rest. */
#define CHUNK_SHARE 4

#define ROUND (alignof(max_align_t))

struct chunk {
    struct chunk *next;
    size_t cap;
    alignas(max_align_t) unsigned char data[];
};

struct arena {
    struct chunk *first, *now;
    struct chunk *large;        /* blocks of one request each */
    unsigned char *at, *end;    /* free part of `now` */
    size_t next_cap;
    size_t used;
};

static _Noreturn void out_of_memory(size_t size)
{
    fprintf(stderr, "vitrina: out of memory (%zu bytes)\n", size);
    abort();
}

void *mem_alloc(size_t size)
{
    void *p = calloc(1, size ? size : 1);
    if (!p)
        out_of_memory(size);
    return p;
}

void *mem_realloc(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    if (!p)
        out_of_memory(size);
    return p;
}

struct arena *arena_new(void)
{
    struct arena *arena = mem_alloc(sizeof *arena);
    arena->next_cap = CHUNK_FIRST;
    return arena;
}

static void free_chunks(struct chunk *chunk)
{
    while (chunk) {
        struct chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    free_chunks(arena->first);
    free_chunks(arena->large);
    free(arena);
}

static void enter(struct arena *arena, struct chunk *chunk)
{
    arena->now = chunk;
    arena->at = chunk ? chunk->data : NULL;
    arena->end = chunk ? chunk->data + chunk->cap : NULL;
}

void arena_reset(struct arena *arena)
{
    free_chunks(arena->large);
    arena->large = NULL;
    arena->used = 0;
    enter(arena, arena->first);
}

/* Zeroed by calloc, which need not touch fresh pages of the system. */
static void *alloc_large(struct arena *arena, size_t size)
{
    struct chunk *chunk = mem_alloc(sizeof *chunk + size);
    chunk->cap = size;
    chunk->next = arena->large;
    arena->large = chunk;
    return chunk->data;
}

static void next_chunk(struct arena *arena)
{
    struct chunk *next = arena->now ? arena->now->next : arena->first;
    if (!next) {
        next = mem_realloc(NULL, sizeof *next + arena->next_cap);
        next->cap = arena->next_cap;
        next->next = NULL;
        if (arena->now)
            arena->now->next = next;
        else
            arena->first = next;
        if (arena->next_cap < CHUNK_LAST)
            arena->next_cap *= 2;
    }
    enter(arena, next);
}

/* `zeroed` tells whether the memory is fresh and need not be cleared. */
static void *take(struct arena *arena, size_t size, bool *zeroed)
{
    if (size > SIZE_MAX / 2)
        out_of_memory(size);
    /* Nothing, too, gets an address of its own. */
    size = size ? (size + ROUND - 1) / ROUND * ROUND : ROUND;
    arena->used += size;
    if (size > (size_t)(arena->end - arena->at)) {
        if (size > arena->next_cap / CHUNK_SHARE) {
            *zeroed = true;
            return alloc_large(arena, size);
        }
        /* A chunk kept from before may be too short, a new one never is. */
        do
            next_chunk(arena);
        while (size > (size_t)(arena->end - arena->at));
    }
    void *p = arena->at;
    arena->at += size;
    *zeroed = false;
    return p;
}

void *arena_take(struct arena *arena, size_t size)
{
    bool zeroed;
    return take(arena, size, &zeroed);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    bool zeroed;
    void *p = take(arena, size, &zeroed);
    return zeroed ? p : memset(p, 0, size);
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}

/* Grows the newest request where it stands, if it is `at` and fits. */
static bool extend(struct arena *arena, void *at, size_t old, size_t size)
{
    old = (old + ROUND - 1) / ROUND * ROUND;
    size = (size + ROUND - 1) / ROUND * ROUND;
    if (!at || (unsigned char *)at + old != arena->at
        || size - old > (size_t)(arena->end - arena->at))
        return false;
    memset(arena->at, 0, size - old);
    arena->at += size - old;
    arena->used += size - old;
    return true;
}

void *arr_room(struct arena *arena, void *at, size_t n, size_t *cap,
               size_t size)
{
    if (n < *cap)
        return at;
    size_t more = *cap ? *cap * 2 : 8;
    if (more > SIZE_MAX / 2 / size)
        out_of_memory(SIZE_MAX);
    if (!extend(arena, at, *cap * size, more * size)) {
        void *old = at;
        at = arena_alloc(arena, more * size);
        if (n)
            memcpy(at, old, n * size);
    }
    *cap = more;
    return at;
}
