/*
 * map: from text to number; see map.h.
 *
 * For every folder.
 *
 * Open addressing with linear probing. A slot keeps the hash beside the key,
 * so that a probe nearly never follows the pointer of a different key and
 * growing needs no key at all.
 */
#include "base/map.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"

#define SLOTS_FIRST 16

struct slot {
    uint64_t hash;          /* 0 = free */
    const char *p;
    size_t n, value;
};

struct map {
    struct arena *arena;
    struct slot *slots;
    size_t cap;             /* a power of two, or 0 */
    size_t count;
};

struct map *map_new(struct arena *arena)
{
    struct map *map = ARENA_NEW(arena, struct map);
    map->arena = arena;
    return map;
}

static uint64_t hash_of(struct str key)
{
    uint64_t hash = hash_64(key);
    return hash ? hash : 1;
}

/* The slot of the key, or the free one where it belongs. */
static struct slot *probe(const struct map *map, struct str key,
                          uint64_t hash)
{
    size_t mask = map->cap - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        struct slot *slot = &map->slots[i];
        if (slot->hash == 0)
            return slot;
        if (slot->hash == hash
            && str_eq((struct str){ slot->p, slot->n }, key))
            return slot;
    }
}

static void grow(struct map *map)
{
    struct slot *old = map->slots;
    size_t old_cap = map->cap;
    map->cap = old_cap ? old_cap * 2 : SLOTS_FIRST;
    map->slots = ARENA_ARRAY(map->arena, struct slot, map->cap);
    for (size_t k = 0; k < old_cap; k++) {
        if (old[k].hash == 0)
            continue;
        size_t i = (size_t)old[k].hash & (map->cap - 1);
        while (map->slots[i].hash)
            i = (i + 1) & (map->cap - 1);
        map->slots[i] = old[k];
    }
}

static size_t put(struct map *map, struct str key, size_t value, bool replace)
{
    /* At most five eighths full: probes stay near 1.8 slots. */
    if (map->count >= map->cap / 8 * 5)
        grow(map);
    uint64_t hash = hash_of(key);
    struct slot *slot = probe(map, key, hash);
    if (slot->hash == 0) {
        *slot = (struct slot){ hash, key.p, key.n, value };
        map->count++;
    } else if (replace) {
        slot->value = value;
    }
    return slot->value;
}

size_t map_add(struct map *map, struct str key, size_t value)
{
    return put(map, key, value, false);
}

void map_set(struct map *map, struct str key, size_t value)
{
    put(map, key, value, true);
}

size_t map_get(const struct map *map, struct str key)
{
    if (map->count == 0)
        return MAP_NONE;
    const struct slot *slot = probe(map, key, hash_of(key));
    return slot->hash ? slot->value : MAP_NONE;
}

size_t map_count(const struct map *map)
{
    return map->count;
}
