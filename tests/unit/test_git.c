/*
 * Tests of input/git: repositories of all kinds, made with the git command.
 */
#include "scratch.h"

#include "base/mem.h"
#include "input/git_history.h"

struct ctx {
    struct diag *diag;
    struct arena *arena;
};

static int setup(void **state)
{
    static struct ctx ctx;
    ctx.diag = diag_new();
    ctx.arena = arena_new();
    *state = &ctx;
    run("rm -rf ./* && git init -q -b main repo");
    return 0;
}

static int teardown(void **state)
{
    struct ctx *ctx = *state;
    diag_free(ctx->diag);
    arena_free(ctx->arena);
    return 0;
}

static void commit_all(const char *dir, const char *message)
{
    run("cd %s && git add -A && git commit -q -m '%s'", dir, message);
}

static struct repo *open_repo(struct ctx *ctx, const char *dir)
{
    struct repo *repo = repo_open(at(dir), true, ctx->diag);
    assert_message(ctx->diag, MSG_COUNT);
    assert_non_null(repo);
    return repo;
}

static void test_prefix(void **state)
{
    struct ctx *ctx = *state;
    run("mkdir -p repo/a/b && ln -s repo/a link && git init -q --bare bare");
    static const struct {
        const char *dir, *prefix;
    } cases[] = {{"repo", ""}, {"repo/a/b", "a/b"}, {"link/b", "a/b"},
                 {"bare", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct repo *repo = open_repo(ctx, cases[i].dir);
        assert_true(str_is(repo_prefix(repo), cases[i].prefix));
        repo_free(repo);
    }
}

/* Each obstacle is FATAL when the repository is needed, else a note. */
static void check_obstacle(const char *dir, enum msg fatal, enum msg note)
{
    for (int needed = 0; needed < 2; needed++) {
        struct diag *diag = diag_new();
        assert_null(repo_open(at(dir), needed, diag));
        assert_message(diag, needed ? fatal : note);
        assert_int_equal(diag_count(diag, LEVEL_FATAL), needed);
        assert_int_equal(diag_count(diag, LEVEL_NOTE),
                         !needed && note != MSG_COUNT);
        diag_free(diag);
    }
}

static void test_obstacles(void **state)
{
    (void)state;
    run("mkdir none && git init -q --object-format=sha256 sha");
    run("git init -q ext && cd ext && git config core.repositoryformatversion"
        " 1 && git config extensions.worktreeConfig true");
    run("git init -q bad && echo '[core' > bad/.git/config");
    check_obstacle("none", MSG_GIT_NONE, MSG_COUNT);
    check_obstacle("sha", MSG_GIT_SHA256, MSG_GIT_SHA256_NOTE);
    check_obstacle("ext", MSG_GIT_EXTENSION, MSG_GIT_EXTENSION_NOTE);
    check_obstacle("bad", MSG_GIT_BROKEN, MSG_GIT_BROKEN_NOTE);
}

static void test_owner(void **state)
{
    (void)state;
    if (geteuid() != 0)
        return;                 /* only root can give files away */
    run("chown -R 4321:4321 repo");
    check_obstacle("repo", MSG_GIT_OWNER, MSG_GIT_OWNER_NOTE);
    setenv("SUDO_UID", "4321", 1);
    struct diag *diag = diag_new();
    struct repo *repo = repo_open(at("repo"), true, diag);
    assert_non_null(repo);
    repo_free(repo);
    diag_free(diag);
    unsetenv("SUDO_UID");
}

static void test_files(void **state)
{
    struct ctx *ctx = *state;
    struct repo_file *files = NULL;
    struct buf bytes = {0};
    size_t n = 9;
    write_file("repo/site/content/index.md", "# Привет\n");
    write_file("repo/site/content/a.b", "1");
    write_file("repo/site/content/a/b", "22");
    run("ln -s index.md repo/site/content/link.md");
    commit_all("repo", "one");
    struct repo *repo = open_repo(ctx, "repo");
    assert_int_equal(repo_files(repo, "HEAD", S("site/content"), ctx->arena,
                                &files, &n, ctx->diag), 0);
    static const char *const expected[] = {"a.b", "a/b", "index.md",
                                           "link.md"};
    assert_int_equal(n, 4);
    for (size_t i = 0; i < n; i++) {
        assert_true(str_is(files[i].path, expected[i]));
        assert_int_equal(files[i].link, i == 3);
    }
    assert_int_equal(files[1].size, 2);
    assert_int_equal(repo_blob(repo, files[2].id, 100, &bytes, ctx->diag), 0);
    assert_string_equal(bytes.p, "# Привет\n");
    assert_int_equal(repo_files(repo, "HEAD", S("nowhere"), ctx->arena,
                                &files, &n, ctx->diag), 0);
    assert_int_equal(n, 0);
    assert_message(ctx->diag, MSG_COUNT);
    assert_int_equal(repo_blob(repo, (const unsigned char[20]){1}, 100, &bytes,
                               ctx->diag), -1);
    assert_message(ctx->diag, MSG_GIT_READ);
    assert_int_equal(repo_files(repo, "no-such", S(""), ctx->arena, &files, &n,
                                ctx->diag), -1);
    assert_message(ctx->diag, MSG_GIT_REVISION);
    buf_free(&bytes);
    repo_free(repo);
}

static void test_blob_limit(void **state)
{
    struct ctx *ctx = *state;
    struct repo_file *files = NULL;
    struct buf bytes = {0};
    size_t n = 0;
    write_file("repo/content/x", "12345");
    commit_all("repo", "one");
    struct repo *repo = open_repo(ctx, "repo");
    assert_int_equal(repo_files(repo, "main", S(""), ctx->arena, &files, &n,
                                ctx->diag), 0);
    assert_int_equal(repo_blob(repo, files[0].id, 4, &bytes, ctx->diag), -1);
    assert_message(ctx->diag, MSG_MACHINE_READ);
    assert_int_equal(repo_blob(repo, files[0].id, 5, &bytes, ctx->diag), 0);
    buf_free(&bytes);
    repo_free(repo);
}

static void test_deep(void **state)
{
    struct ctx *ctx = *state;
    struct repo_file *files = NULL;
    size_t n = 0;
    run("cd repo && d=content && for i in $(seq 70); do d=$d/d; done"
        " && mkdir -p $d && echo x > $d/x");
    commit_all("repo", "deep");
    struct repo *repo = open_repo(ctx, "repo");
    assert_int_equal(repo_files(repo, "HEAD", S("content"), ctx->arena, &files,
                                &n, ctx->diag), -1);
    assert_message(ctx->diag, MSG_GIT_DEEP);
    repo_free(repo);
}

static void test_commit_id(void **state)
{
    struct ctx *ctx = *state;
    struct repo *repo = open_repo(ctx, "repo");
    assert_int_equal(repo_commit_id(repo, "HEAD", ctx->arena).n, 0);
    write_file("repo/x", "1");
    commit_all("repo", "one");
    run("cd repo && git tag -a -m t v1");
    write_file("repo/x", "2");
    commit_all("repo", "two");
    run("cd repo && git update-ref refs/remotes/origin/site HEAD");
    char hex[2][48];
    snprintf(hex[0], 48, "%s", output_of("git -C repo rev-parse HEAD"));
    snprintf(hex[1], 48, "%s", output_of("git -C repo rev-parse HEAD~1"));
    char shortened[9];
    snprintf(shortened, sizeof shortened, "%.8s", hex[1]);
    const struct {
        const char *revision;
        size_t back;
    } cases[] = {{"HEAD", 0}, {"main", 0}, {"refs/heads/main", 0}, {"v1", 1},
                 {hex[0], 0}, {shortened, 1}, {"HEAD~1", 1}, {"main^", 1},
                 {"@", 0}, {"origin/site", 0}, {"v1^{commit}", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!str_is(repo_commit_id(repo, cases[i].revision, ctx->arena),
                    hex[cases[i].back]))
            fail_msg("%s", cases[i].revision);
    assert_int_equal(repo_commit_id(repo, "no-such", ctx->arena).n, 0);
    assert_int_equal(repo_commit_id(repo, "", ctx->arena).n, 0);
    assert_int_equal(repo_commit_id(repo, "HEAD:x", ctx->arena).n, 0);
    repo_free(repo);
}

static void make_history(void)
{
    write_file("repo/s/data/a.csv", "1");
    commit_all("repo", "1 data");
    write_file("repo/s/content/a.md", "1");
    commit_all("repo", "2 text");
    run("cd repo && git checkout -q -b side");
    write_file("repo/s/data/b.csv", "1");
    commit_all("repo", "3 on a side branch");
    run("cd repo && git checkout -q main");
    write_file("repo/other", "1");
    commit_all("repo", "4 other");
    run("cd repo && git merge -q --no-edit -m '5 merge' side");
    write_file("repo/s/data/a.csv", "2");
    commit_all("repo", "6 data");
}

static struct repo_log log_of(struct ctx *ctx, struct repo *repo, size_t max)
{
    const struct str paths[] = {S("data"), S("none")};
    struct repo_log log = {0};
    assert_int_equal(repo_history(repo, "HEAD", S(""), paths, 2, max,
                                  ctx->arena, &log, ctx->diag), 0);
    return log;
}

static void test_history(void **state)
{
    struct ctx *ctx = *state;
    struct repo_log log;
    make_history();
    struct repo *repo = open_repo(ctx, "repo/s");
    log = log_of(ctx, repo, 100);
    assert_int_equal(log.n, 3);
    assert_true(log.whole);
    assert_true(str_is(log.commits[0].id,
                       output_of("git -C repo rev-parse HEAD")));
    assert_true(str_is(log.commits[1].id,
                       output_of("git -C repo rev-parse HEAD~1")));
    assert_true(str_is(log.commits[2].id,
                       output_of("git -C repo rev-parse HEAD~4")));
    assert_int_equal(log.commits[0].time, 1600000000);
    assert_true(str_is(log.commits[0].message, "6 data\n"));
    assert_true(str_is(log.commits[1].message,
                       "5 merge\n\n\n3 on a side branch\n"));
    const struct str data[] = {S("data")};
    assert_int_equal(repo_history(repo, "HEAD", log.commits[1].id, data, 1, 9,
                                  ctx->arena, &log, ctx->diag), 0);
    assert_int_equal(log.n, 1);
    assert_true(log.reached && log.whole);
    log = log_of(ctx, repo, 2);
    assert_false(log.reached);
    assert_int_equal(log.n, 2);
    assert_false(log.whole);
    assert_message(ctx->diag, MSG_COUNT);
    assert_int_equal(repo_history(repo, "nothing", S(""), NULL, 0, 9, ctx->arena,
                                  &log, ctx->diag), -1);
    assert_message(ctx->diag, MSG_GIT_REVISION);
    repo_free(repo);
}

static void test_state(void **state)
{
    struct ctx *ctx = *state;
    const struct str paths[] = {S("data"), S("content/a.md")};
    make_history();
    struct repo *repo = open_repo(ctx, "repo/s");
    struct str now = repo_state(repo, "HEAD", paths, 2, ctx->arena);
    assert_int_equal(now.n, 80);
    assert_true(str_eq(now, repo_state(repo, "main", paths, 2, ctx->arena)));
    assert_false(str_eq(now, repo_state(repo, "HEAD~1", paths, 2,
                                        ctx->arena)));
    assert_true(str_ends(repo_state(repo, "HEAD~4", paths, 2, ctx->arena),
                         S("-")));
    assert_true(str_is(repo_state(repo, "no", paths, 2, ctx->arena), "--"));
    repo_free(repo);
}

/* One letter for each file: added, changed, removed. */
static char change_of(const struct repo_change *changes, size_t n,
                      const char *path)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(changes[i].path, path))
            return !changes[i].was ? 'a' : changes[i].is ? 'c' : 'r';
    return '-';
}

static void test_changed(void **state)
{
    struct ctx *ctx = *state;
    struct buf bytes = {0};
    size_t n = 0;
    write_file("repo/s/data/a.csv", "1");
    write_file("repo/s/data/x", "1");
    write_file("repo/s/data/same/b.csv", "1");
    write_file("repo/s/data/p/old.csv", "1");
    write_file("repo/s/content/a.md", "1");
    commit_all("repo", "one");
    run("cd repo/s/data && rm x && mkdir x && ln -s a.csv link && "
        "git mv p/old.csv p/new.csv");
    write_file("repo/s/data/a.csv", "2");
    write_file("repo/s/data/x/b", "2");
    write_file("repo/s/content/a.md", "2");
    commit_all("repo", "two");
    struct repo *repo = open_repo(ctx, "repo/s");
    struct repo_change *changes = repo_changed(repo, "HEAD~1", "HEAD",
                                               S("data"), ctx->arena, &n);
    assert_int_equal(n, 5);
    assert_int_equal(change_of(changes, n, "data/a.csv"), 'c');
    assert_int_equal(change_of(changes, n, "data/x"), 'r');
    assert_int_equal(change_of(changes, n, "data/x/b"), 'a');
    assert_int_equal(change_of(changes, n, "data/p/old.csv"), 'r');
    assert_int_equal(change_of(changes, n, "data/p/new.csv"), 'a');
    for (size_t i = 0; i < n; i++)
        if (str_is(changes[i].path, "data/a.csv"))
            assert_int_equal(repo_blob(repo, changes[i].old_id, 9, &bytes,
                                       ctx->diag), 0);
    assert_string_equal(bytes.p, "1");
    repo_changed(repo, "", "HEAD", S("content"), ctx->arena, &n);
    assert_int_equal(n, 1);
    repo_changed(repo, "HEAD", "HEAD", S("content"), ctx->arena, &n);
    assert_int_equal(n, 0);
    repo_changed(repo, "HEAD", "HEAD~1", S("none"), ctx->arena, &n);
    assert_int_equal(n, 0);
    buf_free(&bytes);
    repo_free(repo);
}

static void test_shallow(void **state)
{
    struct ctx *ctx = *state;
    make_history();
    run("git clone -q --depth 2 \"file://$PWD/repo\" shallow");
    struct repo *repo = open_repo(ctx, "shallow/s");
    assert_true(repo_is_shallow(repo));
    assert_false(log_of(ctx, repo, 100).whole);
    assert_message(ctx->diag, MSG_GIT_SHALLOW);
    assert_int_equal(diag_count(ctx->diag, LEVEL_NOTE), 1);
    repo_free(repo);
}

static bool clean(struct ctx *ctx, const char *dir)
{
    struct repo *repo = open_repo(ctx, dir);
    bool is = repo_is_clean(repo);
    repo_free(repo);
    return is;
}

/* What happens to a clean site and whether HEAD still names it. */
static void test_is_clean(void **state)
{
    struct ctx *ctx = *state;
    static const struct {
        const char *command;
        bool clean;
    } cases[] = {
        {"true", true},
        {"touch content/a.md", true},
        {"echo x > README", true},
        {"echo x > content/.hidden", true},
        {"sed -i s/old/new/ content/a.md", false},
        {"sed -i s/old/new/ content/a.md && git add .", false},
        {"echo x > data/new.csv", false},
        {"echo x > data/ignored.tmp", false},
        {"rm data/v.csv", false},
        {"git rm -q --cached data/v.csv", true},
        {"mkdir themes && echo x > themes/t", false},
        {"rm content/a.md && ln -s b.md content/a.md", false},
        {"git config core.autocrlf true", true},
        {"echo '* text eol=crlf' > ../.gitattributes && rm content/a.md"
         " && git checkout -q content/a.md", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        run("rm -rf repo && git init -q -b main repo");
        write_file("repo/s/content/a.md", "old text\n");
        write_file("repo/s/content/b.md", "b\n");
        write_file("repo/s/data/v.csv", "1;2\n");
        write_file("repo/.gitignore", "*.tmp\n");
        commit_all("repo", "all");
        /* Older than the index, so that the index may be believed. */
        run("cd repo && touch -d '2001-01-01' s/content/* s/data/*"
            " && git status > /dev/null && cd s && %s", cases[i].command);
        if (clean(ctx, "repo/s") != cases[i].clean)
            fail_msg("case %zu: %s", i, cases[i].command);
    }
    run("git init -q --bare bare");
    assert_false(clean(ctx, "bare"));
}

/* A file rewritten at once, its size unchanged. */
static void test_same_size(void **state)
{
    struct ctx *ctx = *state;
    write_file("repo/content/a.md", "aaaa");
    commit_all("repo", "all");
    write_file("repo/content/a.md", "bbbb");
    assert_false(clean(ctx, "repo"));
}

static void test_tracks(void **state)
{
    struct ctx *ctx = *state;
    write_file("repo/s/data/in.csv", "1");
    commit_all("repo", "one");
    write_file("repo/s/data/added.csv", "1");
    run("cd repo && git add -A && git rm -q --cached s/data/in.csv");
    write_file("repo/s/data/new.csv", "1");
    run("git clone -q --bare repo bare");
    struct repo *repo = open_repo(ctx, "repo/s");
    assert_true(repo_tracks(repo, S("data/in.csv")));
    assert_true(repo_tracks(repo, S("data/added.csv")));
    assert_false(repo_tracks(repo, S("data/new.csv")));
    assert_false(repo_tracks(repo, S("s/data/in.csv")));
    repo_free(repo);
    repo = open_repo(ctx, "bare");
    assert_true(repo_tracks(repo, S("s/data/in.csv")));
    repo_free(repo);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_prefix, setup, teardown),
        cmocka_unit_test_setup_teardown(test_obstacles, setup, teardown),
        cmocka_unit_test_setup_teardown(test_owner, setup, teardown),
        cmocka_unit_test_setup_teardown(test_files, setup, teardown),
        cmocka_unit_test_setup_teardown(test_blob_limit, setup, teardown),
        cmocka_unit_test_setup_teardown(test_deep, setup, teardown),
        cmocka_unit_test_setup_teardown(test_commit_id, setup, teardown),
        cmocka_unit_test_setup_teardown(test_history, setup, teardown),
        cmocka_unit_test_setup_teardown(test_state, setup, teardown),
        cmocka_unit_test_setup_teardown(test_changed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_shallow, setup, teardown),
        cmocka_unit_test_setup_teardown(test_is_clean, setup, teardown),
        cmocka_unit_test_setup_teardown(test_same_size, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tracks, setup, teardown),
    };
    return RUN_SCRATCH(tests);
}
