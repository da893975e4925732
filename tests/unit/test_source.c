/*
 * Tests of input/source: the same site as a folder and as a commit.
 */
#include "scratch.h"

#include "base/mem.h"
#include "base/pool.h"
#include "input/source.h"

static int setup(void **state)
{
    *state = diag_new();
    run("rm -rf ./* && git init -q -b main repo");
    return 0;
}

static int teardown(void **state)
{
    diag_free(*state);
    return 0;
}

/* A site in repo/site, committed; the working copy is changed afterwards. */
static void make_site(void)
{
    write_file("repo/site/content/site.yml", "title: Т\n");
    write_file("repo/site/content/a/b.md", "ab");
    write_file("repo/site/content/a.md", "a");
    write_file("repo/site/content/a-b.md", "a-b");
    write_file("repo/site/content/.hidden", "no");
    write_file("repo/site/content/.h/x.md", "no");
    write_file("repo/site/data/p/values.csv", "1;2\n");
    write_file("repo/site/themes/t/page.html", "<p>");
    write_file("repo/site/public/index.html", "not a source");
    write_file("repo/content/site.yml", "another site");
    run("ln -s a.md repo/site/content/link.md && ln -s a repo/site/content/ln"
        " && cd repo && git add -A && git commit -q -m one");
}

static struct source *open_source(bool commit, struct diag *diag)
{
    struct source *source = commit
        ? source_commit(at("repo/site"), "HEAD", diag)
        : source_folder(at("repo/site"), diag);
    assert_message(diag, MSG_COUNT);
    assert_non_null(source);
    return source;
}

static void test_list(void **state)
{
    static const struct {
        const char *path;
        size_t size;
        bool link;
    } expected[] = {
        {"content/a-b.md", 3, false}, {"content/a.md", 1, false},
        {"content/a/b.md", 2, false}, {"content/link.md", 4, true},
        {"content/ln", 1, true}, {"content/site.yml", 10, false},
        {"data/p/values.csv", 4, false}, {"themes/t/page.html", 3, false}};
    make_site();
    for (int commit = 0; commit < 2; commit++) {
        struct source *source = open_source(commit, *state);
        size_t n = 0;
        const struct source_file *files = source_files(source, &n);
        assert_int_equal(n, sizeof expected / sizeof *expected);
        for (size_t i = 0; i < n; i++) {
            assert_true(str_is(files[i].path, expected[i].path));
            assert_int_equal(files[i].size, expected[i].size);
            assert_int_equal(files[i].link, expected[i].link);
        }
        source_free(source);
    }
}

static void test_below(void **state)
{
    static const struct {
        const char *prefix, *first;
        size_t n;
    } cases[] = {{"", "content/a-b.md", 8}, {"content/", "content/a-b.md", 6},
                 {"content/a", "content/a-b.md", 3},
                 {"content/a/", "content/a/b.md", 1},
                 {"themes/", "themes/t/page.html", 1}, {"x", NULL, 0},
                 {"content/zz", NULL, 0}, {"A", NULL, 0},
                 {"data/p/values.csv", "data/p/values.csv", 1},
                 {"data/p/values.csvx", NULL, 0}};
    make_site();
    struct source *source = open_source(false, *state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n = 99;
        const struct source_file *files =
            source_below(source, str_of(cases[i].prefix), &n);
        assert_int_equal(n, cases[i].n);
        if (n)
            assert_true(str_is(files->path, cases[i].first));
        else
            assert_null(files);
    }
    assert_non_null(source_find(source, S("content/a.md")));
    assert_null(source_find(source, S("content/a")));
    assert_null(source_find(source, S("content/a.m")));
    assert_null(source_find(source, S("content/.hidden")));
    source_free(source);
}

static void test_read(void **state)
{
    static const struct {
        const char *path;
        size_t limit;
        const char *text;
        enum msg message;
    } cases[] = {
        {"content/a/b.md", 2, "ab", MSG_COUNT},
        {"content/a/b.md", 1, NULL, MSG_SOURCE_LARGE},
        {"content/none.md", 9, NULL, MSG_SOURCE_MISSING},
        {"content/../content/a.md", 9, NULL, MSG_SOURCE_MISSING},
        {"public/index.html", 99, NULL, MSG_SOURCE_MISSING},
        {"content/link.md", 9, NULL, MSG_SOURCE_LINK},
    };
    (void)state;
    make_site();
    for (size_t i = 0; i < 2 * sizeof cases / sizeof *cases; i++) {
        struct diag *diag = diag_new();
        struct buf buf = {0};
        struct source *source = open_source(i % 2, diag);
        int rc = source_read(source, str_of(cases[i / 2].path),
                             cases[i / 2].limit, &buf, diag);
        assert_int_equal(rc, cases[i / 2].text ? 0 : -1);
        assert_message(diag, cases[i / 2].message);
        if (rc == 0)
            assert_string_equal(buf.p, cases[i / 2].text);
        buf_free(&buf);
        source_free(source);
        diag_free(diag);
    }
}

/* The commit is read, not the working copy; the folder sees the change. */
static void test_commit_is_fixed(void **state)
{
    struct buf buf = {0};
    make_site();
    struct source *source = open_source(true, *state);
    write_file("repo/site/content/a.md", "changed");
    run("cd repo && git commit -q -a -m two");
    assert_int_equal(source_read(source, S("content/a.md"), 99, &buf, *state),
                     0);
    assert_string_equal(buf.p, "a");
    buf_free(&buf);
    source_free(source);
    assert_null(source_commit(at("repo/site"), "nonsense", *state));
    assert_message(*state, MSG_GIT_REVISION);
}

static void test_vanished(void **state)
{
    struct buf buf = {0};
    make_site();
    struct source *source = open_source(false, *state);
    run("rm repo/site/content/a.md");
    write_file("repo/site/content/a-b.md", "grown since it was listed");
    assert_int_equal(source_read(source, S("content/a.md"), 99, &buf, *state),
                     -1);
    assert_int_equal(diag_count(*state, LEVEL_FATAL), 1);
    assert_message(*state, MSG_MACHINE_READ);
    assert_int_equal(source_read(source, S("content/a-b.md"), 9, &buf, *state),
                     -1);
    assert_message(*state, MSG_SOURCE_LARGE);
    buf_free(&buf);
    source_free(source);
}

static void test_none(void **state)
{
    write_file("file", "x");
    assert_null(source_folder(at("nowhere"), *state));
    assert_message(*state, MSG_SOURCE_FOLDER);
    assert_int_equal(diag_status(*state, false), 2);
    assert_null(source_folder(at("file"), *state));
    assert_null(source_private(at("nowhere"), S("../nowhere"), *state));
    assert_message(*state, MSG_SOURCE_PRIVATE);
    assert_null(source_commit(scratch, "HEAD", *state));
    assert_message(*state, MSG_GIT_NONE);
}

static void test_empty_site(void **state)
{
    size_t n = 9;
    run("mkdir site");
    struct source *source = source_folder(at("site"), *state);
    assert_non_null(source);
    source_files(source, &n);
    assert_int_equal(n, 0);
    source_below(source, S("content/"), &n);
    assert_int_equal(n, 0);
    assert_null(source_find(source, S("content/site.yml")));
    source_free(source);
    assert_message(*state, MSG_COUNT);
}

static void test_private(void **state)
{
    struct buf buf = {0};
    size_t n = 0;
    write_file("raw/p/values.csv", "raw");
    struct source *source = source_private(at("raw"), S("../raw"), *state);
    const struct source_file *files = source_files(source, &n);
    assert_int_equal(n, 1);
    assert_true(str_is(files[0].path, "../raw/p/values.csv"));
    assert_int_equal(source_read(source, files[0].path, 9, &buf, *state), 0);
    assert_string_equal(buf.p, "raw");
    buf_free(&buf);
    source_free(source);
}

/* й as и + breve, as macOS writes it, is found and read by its NFC name. */
static void test_names(void **state)
{
    struct buf buf = {0};
    size_t n = 0;
    write_file("site/content/\xD0\xB8\xCC\x86.md", "nfd");
    run("printf x > \"$(printf 'site/content/bad-\\377.md')\"");
    struct source *source = source_folder(at("site"), *state);
    assert_message(*state, MSG_SOURCE_NAME);
    assert_int_equal(diag_count(*state, LEVEL_ERROR), 1);
    source_files(source, &n);
    assert_int_equal(n, 1);
    assert_int_equal(source_read(source, S("content/\xD0\xB9.md"), 9, &buf,
                                 *state), 0);
    assert_string_equal(buf.p, "nfd");
    source_free(source);
    write_file("site/content/\xD0\xB9.md", "nfc");
    run("rm site/content/bad*");
    source = source_folder(at("site"), *state);
    source_files(source, &n);
    assert_int_equal(n, 1);
    assert_message(*state, MSG_SOURCE_TWICE);
    source_free(source);
    buf_free(&buf);
}

struct reading {
    const struct source *source;
    const struct source_file *files;
    size_t n;
};

static int read_one(void *payload, size_t worker, size_t i)
{
    struct reading *reading = payload;
    const struct source_file *file = &reading->files[i % reading->n];
    struct diag *diag = diag_new();
    struct buf buf = {0}, expected = {0};
    (void)worker;
    buf_addf(&expected, "text %zu\n", i % reading->n);
    int rc = source_read(reading->source, file->path, 100, &buf, diag);
    if (!str_eq(buf_str(&buf), buf_str(&expected)))
        rc = 1;
    buf_free(&buf);
    buf_free(&expected);
    diag_free(diag);
    return rc;
}

static void test_threads(void **state)
{
    run("mkdir -p repo/site/content && for i in $(seq 100 149); do"
        " echo \"text $((i - 100))\" > repo/site/content/$i.md; done"
        " && cd repo && git add . && git commit -q -m one");
    for (int commit = 0; commit < 2; commit++) {
        struct reading reading = {.source = open_source(commit, *state)};
        reading.files = source_files(reading.source, &reading.n);
        assert_int_equal(reading.n, 50);
        assert_int_equal(pool_run(4, 2000, read_one, &reading), 0);
        source_free((struct source *)(uintptr_t)reading.source);
    }
}

/* Without some files and lines, in a folder and in a commit. */
static void test_without(void **state)
{
    static const struct source_gap gaps[] = {
        {{"content/a.md", 12}, 0, 0},
        {{"content/none.md", 15}, 0, 0},
        {{"data/p/values.csv", 17}, 1, 1},
        {{"data/p/values.csv", 17}, 3, 4},
        {{"themes/t/page.html", 18}, 1, UINT32_MAX},
    };

    make_site();
    write_file("repo/site/data/p/values.csv", "1\r\n2\n3\n4\n5");
    run("cd repo && git commit -qam two");
    for (int commit = 0; commit < 2; commit++) {
        struct source *source = open_source(commit, *state);
        struct buf out = {0};
        size_t n;

        source_without(source, gaps, sizeof gaps / sizeof *gaps);
        source_files(source, &n);
        assert_int_equal(n, 7);
        assert_null(source_find(source, S("content/a.md")));
        buf_addz(&out, "x");
        assert_int_equal(source_read(source, S("data/p/values.csv"), 100,
                                     &out, *state), 0);
        assert_string_equal(out.p, "x\n2\n\n\n5");
        assert_int_equal(source_read(source, S("themes/t/page.html"), 100,
                                     &out, *state), 0);
        assert_string_equal(out.p, "x\n2\n\n\n5");
        assert_int_equal(source_read(source, S("content/a/b.md"), 100, &out,
                                     *state), 0);
        assert_string_equal(out.p, "x\n2\n\n\n5ab");
        assert_message(*state, MSG_COUNT);
        buf_free(&out);
        source_free(source);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_without, setup, teardown),
        cmocka_unit_test_setup_teardown(test_list, setup, teardown),
        cmocka_unit_test_setup_teardown(test_below, setup, teardown),
        cmocka_unit_test_setup_teardown(test_read, setup, teardown),
        cmocka_unit_test_setup_teardown(test_commit_is_fixed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_vanished, setup, teardown),
        cmocka_unit_test_setup_teardown(test_none, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty_site, setup, teardown),
        cmocka_unit_test_setup_teardown(test_private, setup, teardown),
        cmocka_unit_test_setup_teardown(test_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_threads, setup, teardown),
    };
    return RUN_SCRATCH(tests);
}
