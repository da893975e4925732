/*
 * fresh: all files or none; a file that is there is named and left alone.
 */
#include "scratch.h"

#include "base/diag_list.h"
#include "base/fs.h"
#include "output/fresh.h"

static void test_all_or_none(void **state)
{
    struct fresh fresh = {.arena = arena_new()};
    struct diag *diag = diag_new();
    struct buf bytes = {0};
    (void)state;
    fresh_add(&fresh, S("a/one"), S("1"));
    fresh_add(&fresh, S("two"), S("2"));
    assert_int_equal(fresh_write(&fresh, at("out"), diag), 0);
    assert_int_equal(diag->list.n, 0);
    assert_int_equal(fs_read(at("out/a/one"), 9, &bytes), 0);
    assert_string_equal(bytes.p, "1");

    fresh.files.n = 0;
    fresh_add(&fresh, S("three"), S("3"));
    fresh_add(&fresh, S("a/one"), S("new"));
    fresh_change(&fresh, S("two"), S("2 and more"));
    assert_int_equal(fresh_write(&fresh, at("out"), diag), -1);
    assert_int_equal(diag->list.n, 1);
    assert_int_equal(diag->list.at[0].id, MSG_FRESH_EXISTS);
    assert_false(fs_exists(at("out/three")));
    buf_clear(&bytes);
    assert_int_equal(fs_read(at("out/two"), 9, &bytes), 0);
    assert_string_equal(bytes.p, "2");

    fresh.files.n = 0;
    fresh_change(&fresh, S("two"), S("more"));
    assert_int_equal(fresh_write(&fresh, at("out"), diag), 0);
    buf_clear(&bytes);
    assert_int_equal(fs_read(at("out/two"), 9, &bytes), 0);
    assert_string_equal(bytes.p, "more");
    buf_free(&bytes);
    diag_free(diag);
    arena_free(fresh.arena);
}

/* A file where a folder is wanted. */
static void test_machine(void **state)
{
    struct fresh fresh = {.arena = arena_new()};
    struct diag *diag = diag_new();
    (void)state;
    write_file("file", "x");
    fresh_add(&fresh, S("a"), S("1"));
    assert_int_equal(fresh_write(&fresh, at("file"), diag), -1);
    assert_int_equal(diag_worst(diag), LEVEL_FATAL);
    diag_free(diag);
    arena_free(fresh.arena);
}

static int start(void **state)
{
    (void)state;
    return scratch_start();
}

static int end(void **state)
{
    (void)state;
    scratch_end();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_or_none),
        cmocka_unit_test(test_machine),
    };
    return cmocka_run_group_tests(tests, start, end);
}
