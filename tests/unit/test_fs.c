/*
 * test_fs: reading, replacing and walking in a folder of its own.
 */
#include "base/fs.h"
#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct arena *arena;
    char *dir;
};

static char *in(struct place *place, const char *name)
{
    return fs_join(place->arena, place->dir, str_of(name));
}

static int set_up(void **state)
{
    struct place *place = mem_alloc(sizeof *place);
    const char *tmp = getenv("TMPDIR");
    place->arena = arena_new();
    place->dir = fs_join(place->arena, tmp ? tmp : "/tmp",
                         S("vitrina-fs-XXXXXX"));
    *state = place;
    return mkdtemp(place->dir) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    struct buf command = {0};
    buf_addf(&command, "rm -rf '%s'", place->dir);
    int rc = system(command.p);
    buf_free(&command);
    arena_free(place->arena);
    free(place);
    return rc;
}

static void put(struct place *place, const char *name, const char *text)
{
    bool same;
    assert_int_equal(fs_make_parents(in(place, name)), 0);
    assert_int_equal(fs_replace(in(place, name), str_of(text), &same), 0);
}

static void reads_whole_files(void **state)
{
    struct place *place = *state;
    struct buf out = {0};
    char *big = arena_alloc(place->arena, 300001);
    memset(big, 'x', 300000);
    put(place, "empty", "");
    put(place, "small", "a\nб");
    put(place, "big", big);
    buf_addz(&out, "before ");
    assert_int_equal(fs_read(in(place, "empty"), 0, &out), 0);
    assert_int_equal(fs_read(in(place, "small"), 4, &out), 0);
    assert_string_equal(out.p, "before a\nб");
    buf_clear(&out);
    assert_int_equal(fs_read(in(place, "big"), 300000, &out), 0);
    assert_int_equal(out.n, 300000);
    assert_string_equal(out.p, big);
    buf_free(&out);
}

static void read_failures_add_nothing(void **state)
{
    struct place *place = *state;
    struct buf out = {0};
    put(place, "small", "abcd");
    buf_addz(&out, "kept");
    assert_int_equal(fs_read(in(place, "small"), 3, &out), -1);
    assert_int_equal(errno, EFBIG);
    assert_int_equal(fs_read(in(place, "none"), 3, &out), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(fs_read(place->dir, 3, &out), -1);
    assert_int_equal(errno, EISDIR);
    assert_int_equal(fs_read("/dev/zero", 100000, &out), -1);
    assert_int_equal(errno, EFBIG);
    assert_string_equal(out.p, "kept");
    assert_int_equal(fs_read("/dev/null", 0, &out), 0);
    assert_string_equal(out.p, "kept");
    buf_free(&out);
}

static void replaces_only_what_differs(void **state)
{
    struct place *place = *state;
    struct stat before, after;
    bool same = true;
    char *path = in(place, "page.html");
    assert_int_equal(fs_replace(path, S("one"), &same), 0);
    assert_false(same);
    assert_int_equal(stat(path, &before), 0);
    assert_int_equal(fs_replace(path, S("one"), &same), 0);
    assert_true(same);
    assert_int_equal(stat(path, &after), 0);
    assert_true(before.st_ino == after.st_ino);
    assert_int_equal(fs_replace(path, S("two"), &same), 0);
    assert_false(same);
    assert_true(fs_holds(path, S("two")));
    assert_int_equal(fs_replace(path, S("two"), NULL), 0);
    assert_int_equal(fs_replace(path, S("three"), NULL), 0);
    assert_true(fs_holds(path, S("three")));
}

static void modes_follow_the_umask(void **state)
{
    struct place *place = *state;
    struct stat st;
    mode_t old = umask(027);
    int rc = fs_replace(in(place, "page"), S("x"), NULL);
    umask(old);
    assert_int_equal(rc, 0);
    assert_int_equal(stat(in(place, "page"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
}

static int note(void *payload, struct str path, size_t size, bool link)
{
    struct buf *seen = payload;
    buf_add(seen, path);
    buf_addf(seen, "=%zu%s ", size, link ? "@" : "");
    return 0;
}

/* A failed replacement leaves the old bytes and no other file. */
static void failures_leave_no_trace(void **state)
{
    struct place *place = *state;
    bool same;
    put(place, "dir/page", "old");
    assert_int_equal(fs_replace(in(place, "none/page"), S("x"), &same), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(fs_replace(in(place, "dir"), S("x"), &same), -1);
    assert_true(errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST);
    assert_true(fs_holds(in(place, "dir/page"), S("old")));
    assert_int_equal(remove(in(place, "dir/page")), 0);
    assert_int_equal(remove(in(place, "dir")), 0);
    assert_int_equal(rmdir(place->dir), 0);
    assert_int_equal(mkdir(place->dir, 0777), 0);
}

static void stale_temporaries_do_no_harm(void **state)
{
    struct place *place = *state;
    struct buf name = {0};
    for (int i = 0; i < 3; i++) {
        buf_clear(&name);
        buf_addf(&name, "%s/" FS_TEMP "%ld-%d", place->dir, (long)getpid(),
                 i);
        FILE *file = fopen(name.p, "w");
        assert_non_null(file);
        fclose(file);
    }
    buf_free(&name);
    assert_int_equal(fs_replace(in(place, "page"), S("x"), NULL), 0);
    assert_true(fs_holds(in(place, "page"), S("x")));
}

static void compares_bytes(void **state)
{
    struct place *place = *state;
    char *big = arena_alloc(place->arena, 50001);
    memset(big, 'x', 50000);
    put(place, "big", big);
    assert_true(fs_holds(in(place, "big"), str_of(big)));
    assert_false(fs_holds(in(place, "big"), str_sub(str_of(big), 0, 49999)));
    big[49999] = 'y';
    assert_false(fs_holds(in(place, "big"), str_of(big)));
    put(place, "empty", "");
    assert_true(fs_holds(in(place, "empty"), S("")));
    assert_false(fs_holds(in(place, "empty"), S("x")));
    assert_false(fs_holds(in(place, "none"), S("")));
    assert_false(fs_holds(place->dir, S("")));
}

static void makes_parents(void **state)
{
    struct place *place = *state;
    assert_int_equal(fs_make_parents(in(place, "a/b/c/page")), 0);
    assert_true(fs_is_dir(in(place, "a/b/c")));
    assert_false(fs_exists(in(place, "a/b/c/page")));
    assert_int_equal(fs_make_parents(in(place, "a/b/d/page")), 0);
    assert_true(fs_is_dir(in(place, "a/b/d")));
    assert_int_equal(fs_make_parents("page"), 0);
    assert_int_equal(fs_make_parents("/page"), 0);
    put(place, "file", "x");
    assert_int_equal(fs_make_parents(in(place, "file/page")), -1);
    assert_int_equal(errno, ENOTDIR);
    assert_int_equal(fs_make_parents(in(place, "file/sub/page")), -1);
    assert_int_equal(errno, ENOTDIR);
    assert_false(fs_is_dir(in(place, "file")));
    assert_true(fs_exists(in(place, "file")));
}

/* Order is that of the paths' bytes: - before . before / before letters. */
static void walks_in_order_of_paths(void **state)
{
    struct place *place = *state;
    struct buf seen = {0};
    static const char *const names[] = {
        "a/z.md", "a.md", "a-b/x", "a0", "b", "a/b/c", "Я.md", "A",
        ".git/config", "a/.hidden",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        put(place, names[i], names[i]);
    assert_int_equal(symlink("a", in(place, "link")), 0);
    assert_int_equal(symlink("nowhere", in(place, "a/broken")), 0);
    assert_int_equal(mkfifo(in(place, "pipe"), 0600), 0);
    assert_int_equal(mkdir(in(place, "void"), 0777), 0);
    assert_int_equal(fs_walk(place->dir, note, &seen), 0);
    assert_string_equal(seen.p,
                        "A=1 a-b/x=5 a.md=4 a/b/c=5 a/broken=7@ a/z.md=6 "
                        "a0=2 b=1 link=1@ Я.md=5 ");
    buf_free(&seen);
}

static int stop_at_b(void *payload, struct str path, size_t size, bool link)
{
    note(payload, path, size, link);
    return str_is(path, "d/b") ? 42 : 0;
}

static void visit_ends_the_walk(void **state)
{
    struct place *place = *state;
    struct buf seen = {0};
    put(place, "d/a", "");
    put(place, "d/b", "");
    put(place, "d/c", "");
    assert_int_equal(fs_walk(place->dir, stop_at_b, &seen), 42);
    assert_string_equal(seen.p, "d/a=0 d/b=0 ");
    assert_int_equal(fs_walk(in(place, "none"), note, &seen), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(fs_walk(in(place, "d/a"), note, &seen), -1);
    assert_int_equal(errno, ENOTDIR);
    buf_free(&seen);
}

static void joins_paths(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->arena;
    assert_string_equal(fs_join(arena, "a", S("b")), "a/b");
    assert_string_equal(fs_join(arena, "a/", S("b")), "a/b");
    assert_string_equal(fs_join(arena, "/", S("b")), "/b");
    assert_string_equal(fs_join(arena, "", S("b")), "b");
    assert_string_equal(fs_join(arena, ".", str_sub(S("b/c/d"), 0, 3)),
                        "./b/c");
}

int main(void)
{
#define FS_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        FS_TEST(reads_whole_files),
        FS_TEST(read_failures_add_nothing),
        FS_TEST(replaces_only_what_differs),
        FS_TEST(modes_follow_the_umask),
        FS_TEST(failures_leave_no_trace),
        FS_TEST(stale_temporaries_do_no_harm),
        FS_TEST(compares_bytes),
        FS_TEST(makes_parents),
        FS_TEST(walks_in_order_of_paths),
        FS_TEST(visit_ends_the_walk),
        FS_TEST(joins_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
