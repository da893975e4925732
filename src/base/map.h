/*
 * map: from text to pointer or number, in insertion order where it matters.
 *
 * For every folder. Keys are borrowed and must outlive the map.
 */
#ifndef VITRINA_BASE_MAP_H
#define VITRINA_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct str;
struct map;

#define MAP_NONE SIZE_MAX

/* Lives in the arena. Reading from several threads is safe. */
struct map *map_new(struct arena *arena);
/* Sets key -> value unless the key is there; returns the value now stored. */
size_t map_add(struct map *map, struct str key, size_t value);
/* Sets or replaces. */
void map_set(struct map *map, struct str key, size_t value);
/* The value, or MAP_NONE. */
size_t map_get(const struct map *map, struct str key);
size_t map_count(const struct map *map);

#endif
