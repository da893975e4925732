/*
 * Tests of output/tree: builds into a folder, one after
 * another, some of them killed.
 */
#include "receipt.h"
#include "scratch.h"

#include "base/mem.h"
#include "base/pool.h"
#include "output/manifest.h"
#include "output/receiver.h"
#include "output/tree.h"

#include <signal.h>
#include <sys/wait.h>

/* A site is a list "path=bytes", ended by NULL. */
typedef const char *site[16];

static int setup(void **state)
{
    *state = diag_new();
    run("rm -rf ./* ./.??*");
    return 0;
}

static int teardown(void **state)
{
    diag_free(*state);
    return 0;
}

static void split(const char *file, struct str *path, struct str *bytes)
{
    *bytes = str_of(file);
    *path = str_cut(bytes, '=');
}

static struct str manifest_of(const char *const *files, struct buf *out)
{
    struct manifest_file list[16];
    struct manifest manifest = {.version = S("1"), .files = list};
    for (; files[manifest.n]; manifest.n++) {
        struct str bytes;
        split(files[manifest.n], &list[manifest.n].path, &bytes);
        list[manifest.n].digest = S("d");
    }
    buf_clear(out);
    manifest_write(out, &manifest);
    return buf_str(out);
}

static int put_all(struct receiver *to, const char *const *files,
                   struct diag *diag)
{
    int rc = 0;
    for (; *files && rc == 0; files++) {
        struct str path, bytes;
        split(*files, &path, &bytes);
        rc = to->put(to, path, bytes, diag);
    }
    return rc;
}

static int build_into(const char *dir, const char *const *files,
                      struct receipt *receipt, struct diag *diag)
{
    struct buf text = {0};
    struct receiver *to = tree_receiver(at(dir));
    int rc = to->begin(to, diag);
    if (rc == 0)
        rc = put_all(to, files, diag);
    if (rc == 0)
        rc = to->commit(to, manifest_of(files, &text), receipt, diag);
    if (rc != 0)
        to->abort(to);
    to->done(to);
    buf_free(&text);
    return rc;
}

static struct receipt build(const char *dir, const char *const *files)
{
    struct receipt receipt = {0};
    struct diag *diag = diag_new();
    int rc = build_into(dir, files, &receipt, diag);
    assert_message(diag, MSG_COUNT);
    assert_int_equal(rc, 0);
    diag_free(diag);
    return receipt;
}

/* All files of the folder, hidden ones too, without manifest.json. */
static void assert_listing(const char *dir, const char *expected)
{
    assert_string_equal(output_of("cd %s && find . -type f ! -name"
        " manifest.json | LC_ALL=C sort | tr '\\n' ' '", dir), expected);
}

static const site first = {"index.html=<1>", "schools/a.html=<a>",
                           "schools/b.html=<b>", "s/x/y.html=<y>", NULL};
static const site second = {"index.html=<2>", "schools/a.html=<a>",
                            "new/c.html=<c>", NULL};

static void test_first_and_second(void **state)
{
    (void)state;
    assert_receipt(build("out/deep", first), 4, 0, 0, 0);
    assert_listing("out/deep", "./index.html ./s/x/y.html ./schools/a.html "
                               "./schools/b.html ");
    assert_receipt(build("out/deep", second), 1, 1, 1, 2);
    assert_listing("out/deep", "./index.html ./new/c.html ./schools/a.html ");
    assert_file("out/deep/index.html", "<2>");
    struct buf text = {0};
    manifest_of(second, &text);
    assert_file("out/deep/manifest.json", text.p);
    buf_free(&text);
    /* Folders that became empty are gone. */
    assert_string_equal(output_of("cd out/deep && find . -type d | sort"
                                  " | tr '\\n' ' '"), ". ./new ./schools ");
}

static void test_same_is_untouched(void **state)
{
    (void)state;
    build("out", first);
    run("find out -exec touch -d '2001-02-03' {} +");
    assert_receipt(build("out", first), 0, 0, 4, 0);
    /* Only the top folder saw its lock come and go. */
    assert_string_equal(output_of("find out -mindepth 1 -newermt"
                                  " '2001-02-04'"), "");
}

static void test_reader_sees_whole_file(void **state)
{
    (void)state;
    build("out", first);
    run("ln out/index.html held");
    build("out", second);
    assert_file("held", "<1>");
    assert_file("out/index.html", "<2>");
}

static void test_foreign_file_stays(void **state)
{
    (void)state;
    build("out", first);
    write_file("out/CNAME", "example.org");
    write_file("out/s/x/mine.txt", "mine");
    write_file("out/s/x/.hidden", "mine");
    run("rm out/schools/b.html && mkdir out/schools/b.html && ln -s a"
        " out/schools/l");
    assert_receipt(build("out", second), 1, 1, 1, 1);
    assert_listing("out", "./CNAME ./index.html ./new/c.html ./s/x/.hidden "
                          "./s/x/mine.txt ./schools/a.html ");
    assert_true(fs_is_dir(at("out/schools/b.html")));
}

static void test_refused(void **state)
{
    static const char *const foreign[] = {
        "out/letter.txt", "out/a/b/c", "out/.bashrc", "out/manifest.json"};
    (void)state;
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        struct diag *diag = diag_new();
        struct receipt receipt;
        run("rm -rf out");
        write_file(foreign[i], "{\"name\": \"app\", \"files\": {}}");
        assert_int_equal(build_into("out", first, &receipt, diag), -1);
        assert_message(diag, MSG_TREE_FOREIGN);
        assert_int_equal(diag_status(diag, false), 3);
        assert_string_equal(output_of("find out -type f"), foreign[i]);
        diag_free(diag);
    }
    run("rm -rf out && mkdir -p out/empty/folders");
    build("out", first);
}

/* The site of a school never takes the place of the whole or of another's,
 * nor the whole that of a school; what is there is not touched. */
static void test_other_site(void **state)
{
    static const struct { const char *there, *now; bool ok; } cases[] = {
        {"", "school:a", false}, {"school:a", "", false},
        {"school:a", "school:b", false}, {"school:a", "school:a", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *both[] = {cases[i].there, cases[i].now};
        struct diag *diag = diag_new();
        int rc = 0;
        run("rm -rf out");
        for (size_t b = 0; b < 2; b++) {
            struct receiver *r = tree_receiver(at("out"));
            struct buf text = {0};
            struct manifest list = {
                .version = S("1"), .only = str_of(both[b])};
            struct receipt receipt;
            manifest_write(&text, &list);
            r->only = str_of(both[b]);
            rc = r->begin(r, diag);
            if (rc == 0)
                assert_int_equal(r->commit(r, buf_str(&text), &receipt,
                                           diag), 0);
            else
                r->abort(r);
            r->done(r);
            buf_free(&text);
        }
        assert_int_equal(rc, cases[i].ok ? 0 : -1);
        if (!cases[i].ok)
            assert_message(diag, MSG_OUTPUT_OTHER);
        assert_string_equal(output_of("find out -type f"),
                            "out/manifest.json");
        diag_free(diag);
    }
}

static void test_abort(void **state)
{
    build("out", first);
    for (int fresh = 0; fresh < 2; fresh++) {
        struct receiver *to = tree_receiver(at(fresh ? "a/b" : "out"));
        assert_int_equal(to->begin(to, *state), 0);
        assert_int_equal(put_all(to, second, *state), 0);
        to->abort(to);
        to->done(to);
    }
    assert_false(fs_exists(at("a")));
    assert_file("out/index.html", "<1>");
    assert_listing("out", "./index.html ./s/x/y.html ./schools/a.html "
                          "./schools/b.html ");
    assert_false(fs_exists(at("out/new")));
    assert_message(*state, MSG_COUNT);
}

static void test_lock(void **state)
{
    struct receipt receipt;
    struct receiver *to = tree_receiver(at("out"));
    assert_int_equal(to->begin(to, *state), 0);
    assert_message(*state, MSG_COUNT);
    assert_int_equal(build_into("out", first, &receipt, *state), -1);
    assert_message(*state, MSG_TREE_LOCKED);
    to->abort(to);
    to->done(to);
    build("out", first);
}

/* In a child that dies without a word: begin, put, and if asked for a commit,
 * which must fail. */
static void build_killed(const char *dir, const char *const *files,
                         bool commit)
{
    pid_t child = fork();
    if (child == 0) {
        struct diag *diag = diag_new();
        struct receipt receipt;
        struct buf text = {0};
        struct receiver *to = tree_receiver(at(dir));
        int rc = to->begin(to, diag);
        if (rc == 0)
            rc = put_all(to, files, diag);
        if (rc == 0 && commit)
            rc = to->commit(to, manifest_of(files, &text), &receipt, diag);
        if ((rc != 0) == commit)
            raise(SIGSTOP);
        _exit(1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, WUNTRACED), child);
    assert_true(WIFSTOPPED(status));
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
}

static void test_killed_before_commit(void **state)
{
    (void)state;
    build_killed("out", first, false);
    assert_true(fs_exists(at("out/.vitrina-lock")));
    assert_true(fs_exists(at("out/schools/.a.html.vitrina-tmp")));
    assert_receipt(build("out", second), 3, 0, 0, 0);
    assert_listing("out", "./index.html ./new/c.html ./schools/a.html ");
    assert_false(fs_exists(at("out/s")));
    build_killed("out", first, false);
    assert_file("out/index.html", "<2>");
    assert_receipt(build("out", second), 0, 0, 3, 0);
    assert_listing("out", "./index.html ./new/c.html ./schools/a.html ");
}

/* Dies in the middle of commit: a foreign folder stands in the way of the
 * last file. */
static void test_killed_in_commit(void **state)
{
    static const site blocked = {"index.html=<3>", "fresh.html=f",
                                 "z.html=<z>", NULL};
    (void)state;
    build("out", first);
    write_file("out/z.html/mine", "mine");
    build_killed("out", blocked, true);
    assert_file("out/index.html", "<3>");
    assert_receipt(build("out", second), 2, 1, 0, 1);
    assert_listing("out", "./index.html ./new/c.html ./schools/a.html "
                          "./z.html/mine ");
}

/* The half-way state in which nothing is removed yet. */
static void test_killed_before_removal(void **state)
{
    static const char both[] =
        "{\"version\": \"1\", \"files\": {\"index.html\": \"\","
        " \"fresh.html\": \"\", \"schools/a.html\": \"\","
        " \"schools/b.html\": \"\", \"s/x/y.html\": \"\", \"gone\": \"\"}}";
    (void)state;
    build("out", first);
    write_file("out/manifest.json", both);
    write_file("out/fresh.html", "placed");
    write_file("out/.vitrina-lock", "");
    write_file("out/schools/.c.html.vitrina-tmp", "staged");
    write_file("out/.vitrina-tmp-12-3", "of fs_replace");
    assert_receipt(build("out", second), 1, 1, 1, 3);
    assert_listing("out", "./index.html ./new/c.html ./schools/a.html ");
}

static void test_file_and_folder_swap(void **state)
{
    static const site a = {"x=file", "y/z/w=deep", NULL};
    static const site b = {"x/1/2=deep", "x/1/3=deep", "y=file", NULL};
    (void)state;
    build("out", a);
    assert_receipt(build("out", b), 2, 1, 0, 2);
    assert_listing("out", "./x/1/2 ./x/1/3 ./y ");
    assert_receipt(build("out", a), 1, 1, 0, 3);
    assert_listing("out", "./x ./y/z/w ");
}

static void test_clash(void **state)
{
    static const site in_file = {"mine/page.html=p", NULL};
    static const site on_folder = {"folder=p", NULL};
    struct receipt receipt;
    build("out", first);
    write_file("out/mine", "mine");
    write_file("out/folder/mine", "mine");
    assert_int_equal(build_into("out", in_file, &receipt, *state), -1);
    assert_message(*state, MSG_TREE_CLASH);
    assert_file("out/mine", "mine");
    struct diag *diag = diag_new();
    assert_int_equal(build_into("out", on_folder, &receipt, diag), -1);
    assert_message(diag, MSG_TREE_CLASH);
    assert_file("out/folder/mine", "mine");
    diag_free(diag);
    build("out", second);
    assert_listing("out", "./folder/mine ./index.html ./mine ./new/c.html "
                          "./schools/a.html ");
}

static void test_machine(void **state)
{
    struct receipt receipt;
    struct receiver *to = tree_receiver("/proc/none/of/it");
    assert_int_equal(to->begin(to, *state), -1);
    assert_message(*state, MSG_MACHINE_WRITE);
    to->done(to);
    write_file("plain", "a file");
    assert_int_equal(build_into("plain", first, &receipt, *state), -1);
    assert_file("plain", "a file");
    assert_int_equal(build_into("plain/x", first, &receipt, *state), -1);
}

/* What a tampered list must not remove. */
static void test_hostile_manifest(void **state)
{
    (void)state;
    build("out", first);
    write_file("victim", "v");
    write_file("out/sub/real", "r");
    run("mkdir elsewhere && ln -s ../elsewhere out/link");
    write_file("out/manifest.json",
               "{\"files\": {\"../victim\": \"\", \"sub\": \"\", \"\": \"\","
               " \"/etc/passwd\": \"\", \"a//b\": \"\", \"link\": \"\","
               " \"s/../../victim\": \"\", \"\\u0000\": \"\"},"
               " \"version\": \"9\"}");
    build("out", second);
    assert_file("victim", "v");
    assert_file("out/sub/real", "r");
    assert_true(fs_exists(at("out/link")));
}

static void test_paths(void **state)
{
    static const char *const bad[] = {
        "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.", "./a",
        "a\\b", "a\nb", "a\x7f", ".git/config", "a/.GIT/x", ".gitmodules",
        "git~1", "GIT~2/x", ".g\xE2\x80\x8Cit/x", "\xFF", "\xD0", "a/\xC0\x80",
        "manifest.json", ".vitrina-lock", "x/.a.vitrina-tmp",
        ".vitrina-tmp-1-2"};
    static const char *const good[] = {
        "a", ".nojekyll", "a/b.html", "a/manifest.json", "..a", "a..",
        "Школа №3.pdf", "a b", "vitrina-tmp", ".well-known/x", "gitx", "..."};
    char longest[300] = "";
    memset(longest, 'x', 255);
    assert_true(receiver_path_ok(str_of(longest)));
    memset(longest, 'x', 256);
    assert_false(receiver_path_ok(str_of(longest)));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (receiver_path_ok(str_of(bad[i])))
            fail_msg("taken: %s", bad[i]);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!receiver_path_ok(str_of(good[i])))
            fail_msg("refused: %s", good[i]);
    assert_false(receiver_path_ok((struct str){"a\0b", 3}));
    struct receiver *to = tree_receiver(at("out"));
    assert_int_equal(to->begin(to, *state), 0);
    assert_int_equal(to->put(to, S("../x"), S("x"), *state), -1);
    assert_message(*state, MSG_OUTPUT_PATH);
    to->done(to);
    assert_false(fs_exists(at("x")));
    assert_false(fs_exists(at("out")));
}

static void test_long_name(void **state)
{
    char file[300];
    snprintf(file, sizeof file, "%0250d=text", 7);
    const site long_one = {file, NULL};
    (void)state;
    build("out", long_one);
    assert_int_equal(strlen(output_of("ls out | grep -v manifest")), 250);
}

struct putting {
    struct receiver *to;
    struct diag *diag[4];
};

static int put_one(void *payload, size_t worker, size_t i)
{
    struct putting *putting = payload;
    char path[64];
    snprintf(path, sizeof path, "d%zu/e%zu/%zu.html", i % 7, i % 3, i);
    return putting->to->put(putting->to, str_of(path), str_of(path),
                            putting->diag[worker]);
}

static void test_threads(void **state)
{
    struct putting putting = {.to = tree_receiver(at("out"))};
    struct receipt receipt;
    for (size_t i = 0; i < 4; i++)
        putting.diag[i] = diag_new();
    assert_int_equal(putting.to->begin(putting.to, *state), 0);
    assert_int_equal(pool_run(4, 1000, put_one, &putting), 0);
    assert_int_equal(putting.to->commit(putting.to, S("{}"), &receipt, *state),
                     0);
    assert_receipt(receipt, 1000, 0, 0, 0);
    putting.to->done(putting.to);
    assert_string_equal(output_of("find out -name '*.html' | wc -l"), "1000");
    assert_file("out/d0/e1/700.html", "d0/e1/700.html");
    for (size_t i = 0; i < 4; i++)
        diag_free(putting.diag[i]);
}

static void test_nothing(void **state)
{
    struct receipt receipt = {.created = 7};
    struct receiver *to = receiver_nothing();
    assert_int_equal(to->begin(to, *state), 0);
    assert_int_equal(to->put(to, S("a"), S("b"), *state), 0);
    assert_int_equal(to->commit(to, S("{}"), &receipt, *state), 0);
    assert_int_equal(receipt.created, 0);
    assert_message(*state, MSG_COUNT);
    assert_int_equal(to->put(to, S("a/../b"), S("b"), *state), -1);
    to->abort(to);
    to->done(to);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_first_and_second), TEST(test_same_is_untouched),
        TEST(test_reader_sees_whole_file), TEST(test_foreign_file_stays),
        TEST(test_refused), TEST(test_other_site), TEST(test_abort),
        TEST(test_lock),
        TEST(test_killed_before_commit), TEST(test_killed_in_commit),
        TEST(test_killed_before_removal), TEST(test_file_and_folder_swap),
        TEST(test_clash), TEST(test_machine), TEST(test_hostile_manifest),
        TEST(test_paths), TEST(test_long_name), TEST(test_threads),
        TEST(test_nothing),
    };
    return RUN_SCRATCH(tests);
}
