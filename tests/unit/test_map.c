/*
 * test_map: a map against the plain truth, with few keys, with very many,
 * with keys alike in their beginning, with bytes of all kinds.
 */
#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void empty_map_has_nothing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct map *map = map_new(arena);
    assert_int_equal(map_count(map), 0);
    assert_true(map_get(map, S("a")) == MAP_NONE);
    assert_true(map_get(map, (struct str){ NULL, 0 }) == MAP_NONE);
    arena_free(arena);
}

static void add_keeps_and_set_replaces(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct map *map = map_new(arena);
    assert_int_equal(map_add(map, S("школа"), 1), 1);
    assert_int_equal(map_add(map, S("школа"), 2), 1);
    assert_int_equal(map_get(map, S("школа")), 1);
    map_set(map, S("школа"), 3);
    map_set(map, S("район"), 0);
    assert_int_equal(map_get(map, S("школа")), 3);
    assert_int_equal(map_get(map, S("район")), 0);
    assert_true(map_get(map, S("школ")) == MAP_NONE);
    assert_true(map_get(map, S("школа ")) == MAP_NONE);
    assert_int_equal(map_count(map), 2);
    arena_free(arena);
}

static void keys_are_any_bytes(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct map *map = map_new(arena);
    map_add(map, S("a\0b"), 1);
    map_add(map, S("a\0c"), 2);
    map_add(map, S("a"), 3);
    map_add(map, (struct str){ NULL, 0 }, 4);
    map_add(map, S("\xFF"), 5);
    assert_int_equal(map_get(map, S("a\0b")), 1);
    assert_int_equal(map_get(map, S("a\0c")), 2);
    assert_int_equal(map_get(map, S("a")), 3);
    assert_int_equal(map_get(map, S("")), 4);
    assert_int_equal(map_get(map, S("\xFF")), 5);
    assert_int_equal(map_count(map), 5);
    arena_free(arena);
}

/* Grows many times; present and absent keys are looked up at each size. */
static void many_keys_are_found(void **state)
{
    (void)state;
    enum { N = 100000 };
    struct arena *arena = arena_new();
    struct map *map = map_new(arena);
    struct str *keys = ARENA_ARRAY(arena, struct str, N);
    for (size_t i = 0; i < N; i++) {
        keys[i] = str_format(arena, "programme-%zu/indicator", i);
        assert_int_equal(map_add(map, keys[i], i), i);
        assert_int_equal(map_get(map, keys[i / 2]), i / 2);
        assert_true(map_get(map, str_sub(keys[i], 0, keys[i].n - 1))
                    == MAP_NONE);
    }
    assert_int_equal(map_count(map), N);
    for (size_t i = 0; i < N; i++) {
        struct str copy = str_copy(arena, keys[i]);
        assert_int_equal(map_get(map, copy), i);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_map_has_nothing),
        cmocka_unit_test(add_keeps_and_set_replaces),
        cmocka_unit_test(keys_are_any_bytes),
        cmocka_unit_test(many_keys_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
