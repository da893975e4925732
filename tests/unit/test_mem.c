/*
 * test_mem: arenas hand out zeroed, aligned, separate memory before and
 * after a reset; arrays keep their elements while they grow.
 */
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool is_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i])
            return false;
    return true;
}

/* Sizes around the rounding, the chunk and the large block. */
static const size_t sizes[] = {
    0, 1, 2, 15, 16, 17, 100, 4095, 4096, 4097, 16383, 16384, 16385, 70000,
    1 << 20, 3 << 20, 5 << 20, 1, 8,
};
#define SIZES (sizeof sizes / sizeof *sizes)

/* Allocates all sizes, fills each with its number, then looks at all. */
static void fill_and_look(struct arena *arena)
{
    unsigned char *p[SIZES];
    for (size_t i = 0; i < SIZES; i++) {
        p[i] = arena_alloc(arena, sizes[i]);
        assert_non_null(p[i]);
        assert_int_equal((uintptr_t)p[i] % alignof(max_align_t), 0);
        assert_true(is_zero(p[i], sizes[i]));
        memset(p[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < SIZES; i++)
        for (size_t k = 0; k < sizes[i]; k++)
            if (p[i][k] != i + 1)
                fail_msg("block %zu overwritten at %zu", i, k);
}

static void arena_gives_separate_zeroed_blocks(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int round = 0; round < 4; round++) {
        fill_and_look(arena);
        arena_reset(arena);
    }
    arena_free(arena);
    arena_free(NULL);
}

static void arena_counts_what_it_gave(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_int_equal(arena_used(arena), 0);
    arena_alloc(arena, 1);
    size_t one = arena_used(arena);
    assert_in_range(one, 1, 16);
    arena_alloc(arena, 10 << 20);
    assert_true(arena_used(arena) >= one + (10 << 20));
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    arena_free(arena);
}

static void arena_keeps_its_memory_at_reset(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *first = arena_alloc(arena, 100);
    arena_reset(arena);
    assert_ptr_equal(arena_alloc(arena, 100), first);
    arena_free(arena);
}

static void arena_small_blocks_are_many(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    uint32_t **p = ARENA_ARRAY(arena, uint32_t *, 200000);
    for (uint32_t i = 0; i < 200000; i++) {
        p[i] = ARENA_NEW(arena, uint32_t);
        assert_int_equal(*p[i], 0);
        *p[i] = i;
    }
    for (uint32_t i = 0; i < 200000; i++)
        if (*p[i] != i)
            fail_msg("block %u is %u", i, *p[i]);
    arena_free(arena);
}

static void arrays_keep_elements(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    ARR(uint64_t) alone = {0};
    ARR(unsigned char) left = {0}, right = {0};
    for (uint64_t i = 0; i < 100000; i++)
        *ARR_PUSH(arena, &alone) = i * i;
    for (unsigned i = 0; i < 5000; i++) {
        *ARR_PUSH(arena, &left) = (unsigned char)i;
        *ARR_PUSH(arena, &right) = (unsigned char)~i;
    }
    assert_int_equal(alone.n, 100000);
    for (uint64_t i = 0; i < alone.n; i++)
        assert_true(alone.at[i] == i * i);
    for (unsigned i = 0; i < 5000; i++) {
        assert_int_equal(left.at[i], (unsigned char)i);
        assert_int_equal(right.at[i], (unsigned char)~i);
    }
    arena_free(arena);
}

/* The newest array grows where it stands; its new part is zero as well. */
static void arrays_grow_in_place(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    memset(arena_alloc(arena, 2048), 0xFF, 2048);
    arena_reset(arena);
    ARR(uint64_t) arr = {0};
    *ARR_PUSH(arena, &arr) = 1;
    uint64_t *first = arr.at;
    while (arr.n < 64)
        *ARR_PUSH(arena, &arr) = 1;
    *ARR_PUSH(arena, &arr) = 1;
    assert_ptr_equal(arr.at, first);
    assert_true(arr.cap > arr.n);
    assert_true(is_zero((unsigned char *)(arr.at + arr.n),
                        (arr.cap - arr.n) * sizeof *arr.at));
    arena_free(arena);
}

static void heap_is_zeroed(void **state)
{
    (void)state;
    unsigned char *p = mem_alloc(1000);
    assert_true(is_zero(p, 1000));
    memset(p, 7, 1000);
    p = mem_realloc(p, 100000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(p[i], 7);
    free(p);
    p = mem_alloc(0);
    assert_non_null(p);
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_separate_zeroed_blocks),
        cmocka_unit_test(arena_counts_what_it_gave),
        cmocka_unit_test(arena_keeps_its_memory_at_reset),
        cmocka_unit_test(arena_small_blocks_are_many),
        cmocka_unit_test(arrays_keep_elements),
        cmocka_unit_test(arrays_grow_in_place),
        cmocka_unit_test(heap_is_zeroed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
