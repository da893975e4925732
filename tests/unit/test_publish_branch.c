/*
 * Tests of output/publish with a remote, and of what others left behind: a
 * remote is a repository in the next folder, read back with the git command.
 */
#include "receipt.h"
#include "scratch.h"

#include "output/publish.h"
#include "output/publish_branch.h"
#include "output/receiver.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

static int setup(void **state)
{
    *state = diag_new();
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    run("chmod -R u+w . && rm -rf ./* && git init -q --bare -b main bare"
        " && git init -q --bare -b site server && git -C bare remote add"
        " origin '%s/server'", scratch);
    return 0;
}

static int teardown(void **state)
{
    diag_free(*state);
    return 0;
}

/* The usual options: branch `site`, by way of the server. */
static struct publish_options usual(const char *dir)
{
    return (struct publish_options){
        .repository = str_of(at(dir)), .branch = S("site"),
        .remote = S("origin"), .author = S("Отдел <site@example.org>"),
        .message = S("Сайт обновлён"), .version = S("1.0")};
}

/* A site of two files; `text` is what stands in the first. */
static int publish(const struct publish_options *options, const char *text,
                   struct diag *diag)
{
    struct receiver *to = publish_receiver(options);
    struct receipt receipt;
    int rc = to->begin(to, diag);
    if (rc == 0)
        rc = to->put(to, S("index.html"), str_of(text), diag);
    if (rc == 0)
        rc = to->put(to, S("s/a.html"), S("a"), diag);
    if (rc == 0)
        rc = to->commit(to, S("{}\n"), &receipt, diag);
    if (rc != 0)
        to->abort(to);
    to->done(to);
    return rc;
}

static void good(const struct publish_options *options, const char *text)
{
    struct diag *diag = diag_new();
    int rc = publish(options, text, diag);
    assert_message(diag, MSG_COUNT);
    assert_int_equal(rc, 0);
    diag_free(diag);
    run("git -C bare fsck --strict --full --no-dangling --no-progress 2>err"
        " && git -C server fsck --strict --full --no-progress 2>err");
}

static void bad(const struct publish_options *options, enum msg id,
                int status)
{
    struct diag *diag = diag_new();
    assert_int_equal(publish(options, "<bad>", diag), -1);
    assert_message(diag, id);
    assert_int_equal(diag_status(diag, false), status);
    diag_free(diag);
}

/* What the branch is in both repositories. */
static void assert_both(const char *local, const char *there)
{
    assert_string_equal(output_of("git -C bare show site:index.html"), local);
    assert_string_equal(output_of("git -C server show site:index.html"),
                        there);
}

/* A child's words must not spoil the log. */
static int quiet_stderr(void)
{
    fflush(stderr);
    int saved = dup(STDERR_FILENO);
    int to = open(at("words"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(to, STDERR_FILENO);
    close(to);
    return saved;
}

static void restore_stderr(int saved)
{
    dup2(saved, STDERR_FILENO);
    close(saved);
}

static void test_push(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    good(&options, "<1>");
    assert_both("<1>", "<1>");
    good(&options, "<2>");
    assert_both("<2>", "<2>");
    assert_string_equal(output_of("git -C server rev-list --count site"),
                        "2");
    restore_stderr(saved);
    /* git's own words are passed on. */
    run("grep -q 'site' words");
}

/* Somebody else has published: we go on from there. */
static void test_from_fetched(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    good(&options, "<1>");
    run("git clone -q --bare server other");
    struct publish_options other = usual("other");
    good(&other, "<other>");
    assert_both("<1>", "<other>");
    good(&options, "<2>");
    assert_both("<2>", "<2>");
    assert_string_equal(output_of("git -C server rev-list --count site"),
                        "3");
    /* The same site: no commit, but the branch follows. */
    good(&other, "<2>");
    assert_string_equal(output_of("git -C other rev-parse site"),
                        output_of("git -C server rev-parse site"));
    restore_stderr(saved);
}

/* Published here, and not yet there: the same site is sent. */
static void test_send_later(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    options.remote = S("");
    good(&options, "<1>");
    options.remote = S("origin");
    good(&options, "<1>");
    assert_both("<1>", "<1>");
    restore_stderr(saved);
}

static void test_dry_run(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    good(&options, "<1>");
    options.dry_run = true;
    good(&options, "<2>");
    assert_both("<1>", "<1>");
    restore_stderr(saved);
}

/* The server is slower than somebody else: its hook moves the branch. */
static void test_moved_there(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    good(&options, "<1>");
    run("git -C server branch kept site && cd server && printf '#!/bin/sh\\n"
        "unset GIT_QUARANTINE_PATH\\n"
        "git update-ref refs/heads/site $(git commit-tree -p site -m other"
        " site^{tree})\\n' >hooks/pre-receive && chmod +x hooks/pre-receive");
    bad(&options, MSG_PUBLISH_MOVED, 3);
    run("rm server/hooks/pre-receive");
    assert_both("<1>", "<1>");
    good(&options, "<2>");
    assert_both("<2>", "<2>");
    assert_string_equal(output_of("git -C server rev-list --count site"),
                        "3");
    restore_stderr(saved);
}

static void test_refused_there(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    good(&options, "<1>");
    run("printf '#!/bin/sh\\necho by rule 7 >&2\\nexit 1\\n'"
        " >server/hooks/pre-receive && chmod +x server/hooks/pre-receive");
    bad(&options, MSG_PUBLISH_PUSH, 3);
    run("grep -q 'by rule 7' words && rm server/hooks/pre-receive");
    assert_both("<1>", "<1>");
    /* The user's own hook. */
    run("printf '#!/bin/sh\\nexit 1\\n' >bare/hooks/pre-push"
        " && chmod +x bare/hooks/pre-push");
    bad(&options, MSG_PUBLISH_PUSH, 3);
    run("rm bare/hooks/pre-push");
    options.remote = S("nobody");
    bad(&options, MSG_PUBLISH_FETCH, 3);
    options.remote = S("--upload-pack=touch hacked");
    bad(&options, MSG_PUBLISH_FETCH, 3);
    run("test ! -e hacked");
    char path[4096];
    snprintf(path, sizeof path, "%s", getenv("PATH"));
    setenv("PATH", scratch, 1);
    options.remote = S("origin");
    bad(&options, MSG_PUBLISH_NO_GIT, 3);
    setenv("PATH", path, 1);
    good(&options, "<2>");
    assert_both("<2>", "<2>");
    restore_stderr(saved);
}

/* Lines that went apart are never forced together. */
static void test_diverged(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    good(&options, "<1>");
    run("cd server && git update-ref refs/heads/site"
        " $(git commit-tree -m x 'site^{tree}')");
    bad(&options, MSG_PUBLISH_DIVERGED, 3);
    restore_stderr(saved);
}

/* A hook of git runs us with its own variables. */
static void test_in_a_hook(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    int saved = quiet_stderr();
    setenv("GIT_DIR", at("server"), 1);
    setenv("GIT_INDEX_FILE", at("nothing"), 1);
    int rc = publish(&options, "<1>", *state);
    unsetenv("GIT_DIR");
    unsetenv("GIT_INDEX_FILE");
    assert_int_equal(rc, 0);
    assert_both("<1>", "<1>");
    restore_stderr(saved);
}

static void test_shallow(void **state)
{
    struct publish_options options = usual("part");
    (void)state;
    options.remote = S("");
    run("git init -q -b main full && cd full && git commit -q --allow-empty"
        " -m 1 && git commit -q --allow-empty -m 2 && cd .. && git clone -q"
        " --depth 1 \"file://$PWD/full\" part");
    bad(&options, MSG_PUBLISH_SHALLOW, 3);
    run("cd part && git fetch -q --unshallow");
    assert_int_equal(publish(&options, "<1>", *state), 0);
}

/* --- locks --- */

/* What a run that is killed while the branch moves leaves behind. */
static void leave(const char *announced, const char *locked)
{
    write_file("bare/vitrina-publish.lock", announced);
    write_file("bare/refs/heads/site.lock", locked);
}

#define ID "0123456789012345678901234567890123456789"

static void test_left_lock(void **state)
{
    static const struct {
        const char *announced, *locked;
        bool ours;
    } cases[] = {
        {"refs/heads/site " ID "\n", ID "\n", true},
        {"refs/heads/site " ID "\n", "", true},
        {"refs/heads/site " ID "\n", "01234567", true},
        {"refs/heads/site " ID "\n", "9" ID "\n", false},
        {"refs/heads/other " ID "\n", ID "\n", false},
        {"", ID "\n", false},
    };
    struct publish_options options = usual("bare");
    (void)state;
    options.remote = S("");
    good(&options, "<0>");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[16];
        leave(cases[i].announced, cases[i].locked);
        snprintf(text, sizeof text, "<1.%zu>", i);
        if (cases[i].ours)
            good(&options, text);
        else
            bad(&options, MSG_PUBLISH_LOCKED, 3);
        run("rm -f bare/refs/heads/site.lock"
            " && test ! -e bare/vitrina-publish.lock");
    }
}

/* The second of two waits, and one that comes too late sees it. */
static void test_one_at_a_time(void **state)
{
    struct publish_options options = usual("bare");
    int go[2], status;
    options.remote = S("");
    assert_int_equal(pipe(go), 0);
    pid_t child = fork();
    if (child == 0) {
        char byte;
        struct diag *diag = diag_new();
        options.branch = S("second");
        if (read(go[0], &byte, 1) != 1)
            _exit(2);
        _exit(publish(&options, "<2>", diag) == 0 ? 0 : 1);
    }
    struct branch *branch = branch_open(options.repository, options.branch,
                                        *state);
    good(&options, "<1>");
    assert_int_equal(branch_hold(branch, (const unsigned char *)ID, *state),
                     -1);
    assert_message(*state, MSG_PUBLISH_MOVED);
    assert_int_equal(write(go[1], "!", 1), 1);
    poll(NULL, 0, 100);         /* too short is no failure */
    assert_int_equal(waitpid(child, &status, WNOHANG), 0);
    branch_free(branch);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* --- keep, and going back --- */

static void test_rollback_keeps(void **state)
{
    const struct str keep = S("CNAME");
    struct publish_options options = usual("bare");
    char past[41], id[41];
    int saved = quiet_stderr();
    options.keep = &keep;
    options.keep_n = 1;
    good(&options, "<1>");
    run("git clone -q server work && cd work && echo a.ru >CNAME && git add ."
        " && git commit -q -m CNAME && git push -q");
    good(&options, "<2>");
    options.message = S("Назад");
    assert_int_equal(publish_rollback(&options, 2, past, id, *state), 0);
    assert_both("<1>", "<1>");
    assert_string_equal(output_of("git -C server show site:CNAME"), "a.ru");
    char want[256];
    snprintf(want, sizeof want, "Назад\n\nVitrina-Version: 1.0\n"
             "Rollback-To: %s\n", past);
    assert_string_equal(output_of("git -C server log -1 --format=%%B site"),
                        want);
    restore_stderr(saved);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_push), TEST(test_from_fetched), TEST(test_send_later),
        TEST(test_dry_run), TEST(test_moved_there), TEST(test_refused_there),
        TEST(test_diverged), TEST(test_in_a_hook), TEST(test_shallow),
        TEST(test_left_lock), TEST(test_one_at_a_time),
        TEST(test_rollback_keeps),
    };
    return RUN_SCRATCH(tests);
}
