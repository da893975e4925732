/*
 * Tests of output/publish: what it makes is read back with the git command,
 * and every repository must pass `git fsck --strict`.
 */
#include "receipt.h"
#include "scratch.h"

#include "base/pool.h"
#include "output/publish.h"
#include "output/receiver.h"
#include "output/sha1.h"

#define AUTHOR "Отдел образования <site@example.org>"

/* A site is a list "path=bytes", ended by NULL. */
typedef const char *site[16];

static const site first = {"index.html=<1>", "schools/a.html=<a>",
                           "schools/b.html=<b>", "s.html=<b>", NULL};
static const site second = {"index.html=<2>", "schools/a.html=<a>",
                            "s/c.html=<c>", NULL};

static int setup(void **state)
{
    *state = diag_new();
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    run("chmod -R u+w . && rm -rf ./* && git init -q --bare -b main bare");
    return 0;
}

static int teardown(void **state)
{
    diag_free(*state);
    return 0;
}

/* The usual options, on branch `site` of the repository `dir`. */
static struct publish_options usual(const char *dir)
{
    return (struct publish_options){
        .repository = str_of(at(dir)), .branch = S("site"),
        .author = S(AUTHOR), .message = S("Сайт обновлён"),
        .source_commit = S("0123456789012345678901234567890123456789"),
        .version = S("1.0")};
}

static int put_all(struct receiver *to, const char *const *files,
                   struct diag *diag)
{
    int rc = 0;
    for (; *files && rc == 0; files++) {
        struct str bytes = str_of(*files);
        struct str path = str_cut(&bytes, '=');
        rc = to->put(to, path, bytes, diag);
    }
    return rc;
}

/* Publishes; the commit's id (or an empty text) goes to `id`. */
static int publish(const struct publish_options *options,
                   const char *const *files, struct receipt *receipt,
                   char id[41], struct diag *diag)
{
    struct receiver *to = publish_receiver(options);
    struct receipt unused;
    if (!receipt)
        receipt = &unused;
    id[0] = '\0';
    int rc = to->begin(to, diag);
    if (rc == 0)
        rc = put_all(to, files, diag);
    if (rc == 0)
        rc = to->commit(to, S("{\"a\": 1}\n"), receipt, diag);
    if (rc != 0)
        to->abort(to);
    else if (receipt->commit.n)
        memcpy(id, receipt->commit.p, 41);
    receipt->commit = S("");
    to->done(to);
    return rc;
}

static void assert_fsck(const char *dir)
{
    /* A notice says that HEAD has no commits, which is as it should be. */
    assert_string_equal(output_of("git -C %s fsck --strict --full"
        " --no-dangling --no-progress > fsck.out 2>&1; echo $?;"
        " grep -v ^notice: fsck.out || true", dir), "0");
}

/* Publishes without trouble and looks at the branch. */
static struct receipt good(const struct publish_options *options,
                           const char *const *files, char id[41])
{
    struct receipt receipt;
    struct diag *diag = diag_new();
    int rc = publish(options, files, &receipt, id, diag);
    assert_message(diag, MSG_COUNT);
    assert_int_equal(rc, 0);
    diag_free(diag);
    assert_fsck("bare");
    return receipt;
}

static const char *listing(const char *revision)
{
    return output_of("git -C bare ls-tree -r --name-only %s | tr '\\n' ' '",
                     revision);
}

static void refused(const struct publish_options *options, enum msg message,
                    int status)
{
    char id[41];
    struct diag *diag = diag_new();
    assert_int_equal(publish(options, first, NULL, id, diag), -1);
    assert_message(diag, message);
    assert_int_equal(diag_status(diag, false), status);
    assert_string_equal(id, "");
    diag_free(diag);
}

static void test_first(void **state)
{
    struct publish_options options = usual("bare");
    char id[41];
    (void)state;
    assert_receipt(good(&options, first, id), 4, 0, 0, 0);
    assert_string_equal(output_of("git -C bare rev-parse site"), id);
    assert_string_equal(listing("site"), "index.html manifest.json s.html "
                                         "schools/a.html schools/b.html ");
    assert_string_equal(output_of("git -C bare show site:schools/b.html"),
                        "<b>");
    assert_string_equal(output_of("git -C bare log site --format='%s'",
        "%an <%ae> %ad %cn <%ce> %cd|%B' --date='format:%s %z"),
        AUTHOR " 1700000000 +0000 " AUTHOR " 1700000000 +0000|"
        "Сайт обновлён\n\n"
        "Source-Commit: 0123456789012345678901234567890123456789\n"
        "Vitrina-Version: 1.0\n");
    /* One pack, and nothing else left. */
    assert_string_equal(output_of("find bare/objects -type f | sed"
        " 's/.*\\.//' | sort | tr '\\n' ' '"), "idx pack ");
}

static void test_second(void **state)
{
    struct publish_options options = usual("bare");
    char one[41], two[41];
    (void)state;
    good(&options, first, one);
    assert_receipt(good(&options, second, two), 1, 1, 1, 2);
    assert_string_equal(listing("site"), "index.html manifest.json s/c.html "
                                         "schools/a.html ");
    assert_string_equal(output_of("git -C bare rev-parse site"), two);
    assert_string_equal(output_of("git -C bare rev-parse site^"), one);
}

static void test_no_change(void **state)
{
    struct publish_options options = usual("bare");
    char one[41], two[41];
    (void)state;
    good(&options, first, one);
    setenv("SOURCE_DATE_EPOCH", "1800000000", 1);
    assert_receipt(good(&options, first, two), 0, 0, 4, 0);
    assert_string_equal(two, "");
    assert_string_equal(output_of("git -C bare rev-parse site"), one);
    assert_string_equal(output_of("find bare/objects -type f | wc -l"), "2");
}

static void test_same_id(void **state)
{
    struct publish_options options = usual("bare");
    char one[41], two[41], other[41];
    (void)state;
    good(&options, first, one);
    good(&options, second, two);
    run("rm -rf bare && git init -q --bare -b main bare && cd bare"
        " && git config core.compression 0");
    setenv("TZ", "Asia/Krasnoyarsk", 1);
    good(&options, first, other);
    assert_string_equal(one, other);
    good(&options, second, other);
    assert_string_equal(two, other);
    unsetenv("TZ");
    run("rm -rf bare && git init -q --bare -b main bare");
    setenv("SOURCE_DATE_EPOCH", "1700000001", 1);
    good(&options, first, other);
    assert_string_not_equal(one, other);
}

/* git itself makes the same tree of the same files. */
static void test_same_tree_as_git(void **state)
{
    static const site tricky = {"a.b=1", "a/b=2", "a-b=3", "a/b.c/d=4",
                                "a/b-c=5", "Школа №3.pdf=6", "z=", NULL};
    struct publish_options options = usual("bare");
    char id[41];
    (void)state;
    good(&options, tricky, id);
    run("git clone -q -b site bare work && cd work && rm .git/index"
        " && git add -A");
    char tree[64];
    snprintf(tree, sizeof tree, "%s", output_of("git -C work write-tree"));
    assert_string_equal(output_of("git -C bare rev-parse 'site^{tree}'"),
                        tree);
}

/* Equal files and equal folders are stored once, as a pack demands. */
static void test_equal_folders(void **state)
{
    static const site twins = {"a/x=1", "a/y=1", "b/x=1", "b/y=1", "c/a/x=1",
                               "c/a/y=1", NULL};
    struct publish_options options = usual("bare");
    char id[41];
    (void)state;
    assert_receipt(good(&options, twins, id), 6, 0, 0, 0);
    run("cd bare && test $(git rev-parse site:c/a) = $(git rev-parse site:a)"
        " && test $(git rev-parse site:b) = $(git rev-parse site:a)");
}

static void test_keep(void **state)
{
    static const site with_kept = {"index.html=<2>", "docs/x=ours", NULL};
    struct str keep[] = {S("CNAME"), S("docs/"), S("run.sh"), S("nothing")};
    struct publish_options options = usual("bare");
    char id[41];
    (void)state;
    options.keep = keep;
    options.keep_n = 4;
    good(&options, first, id);
    run("git clone -q -b site bare work && cd work && mkdir docs"
        " && echo a.ru > CNAME && echo x > docs/x && echo y > docs/y"
        " && echo s > run.sh && chmod +x run.sh && echo d > docsx"
        " && git add -A && git commit -q -m hand && git push -q");
    assert_receipt(good(&options, with_kept, id), 0, 1, 4, 4);
    assert_string_equal(listing("site"), "CNAME docs/x docs/y index.html "
                                         "manifest.json run.sh ");
    assert_string_equal(output_of("git -C bare show site:docs/x"), "x");
    assert_string_equal(output_of("git -C bare ls-tree site run.sh"
                                  " | cut -c1-6"), "100755");
}

static void test_keep_clash(void **state)
{
    static const site in_kept = {"CNAME/page.html=p", NULL};
    struct str keep[] = {S("CNAME")};
    struct publish_options options = usual("bare");
    char id[41];
    static const site named = {"CNAME=a.ru", NULL};
    good(&options, named, id);
    options.keep = keep;
    options.keep_n = 1;
    assert_int_equal(publish(&options, in_kept, NULL, id, *state), -1);
    assert_message(*state, MSG_PUBLISH_CLASH);
    assert_string_equal(listing("site"), "CNAME manifest.json ");
}

static void test_large(void **state)
{
    struct publish_options options = usual("bare");
    char id[41];
    good(&options, first, id);
    for (size_t n = 900; n <= 1900; n += 1000) {
        struct receiver *to = publish_receiver(&options);
        struct receipt receipt;
        assert_int_equal(to->begin(to, *state), 0);
        for (size_t i = 0; i < n; i++) {
            char path[32], text[64];
            snprintf(path, sizeof path, "d%zu/%zu", i % 10, i);
            snprintf(text, sizeof text, "%zu of %zu", i / 2, n);
            assert_int_equal(to->put(to, str_of(path), str_of(text), *state),
                             0);
        }
        assert_int_equal(to->commit(to, S("{}"), &receipt, *state), 0);
        to->done(to);
        assert_fsck("bare");
    }
    assert_message(*state, MSG_COUNT);
    /* 450 + 10 + 3 loose ones, then 950 files (less than 1000): loose. */
    assert_string_equal(output_of("ls bare/objects/pack | wc -l"), "2");
    assert_string_equal(output_of("git -C bare ls-tree -r site | wc -l"),
                        "1901");
}

struct putting {
    struct receiver *to;
    struct diag *diag[4];
};

static int put_one(void *payload, size_t worker, size_t i)
{
    struct putting *putting = payload;
    struct buf text = {0};
    char path[64];
    snprintf(path, sizeof path, "d%zu/%zu.html", i % 7, i);
    for (size_t k = 0; k < i % 300; k++)
        buf_addf(&text, "line %zu of %zu\n", k, i % 1500);
    int rc = putting->to->put(putting->to, str_of(path), buf_str(&text),
                              putting->diag[worker]);
    buf_free(&text);
    return rc;
}

/* Four workers or one: the same commit, in one pack also the second time. */
static void test_threads(void **state)
{
    struct publish_options options = usual("bare");
    char id[2][41];
    for (size_t round = 0; round < 2; round++) {
        struct putting putting;
        struct receipt receipt;
        run("rm -rf bare && git init -q --bare -b main bare");
        good(&options, first, id[0]);
        putting.to = publish_receiver(&options);
        for (size_t i = 0; i < 4; i++)
            putting.diag[i] = diag_new();
        assert_int_equal(putting.to->begin(putting.to, *state), 0);
        assert_int_equal(pool_run(round ? 1 : 4, 2000, put_one, &putting), 0);
        assert_int_equal(putting.to->commit(putting.to, S("{}"), &receipt,
                                            *state), 0);
        memcpy(id[round], receipt.commit.p, 41);
        putting.to->done(putting.to);
        assert_fsck("bare");
        assert_string_equal(output_of("ls bare/objects/pack | wc -l"), "4");
        for (size_t i = 0; i < 4; i++)
            diag_free(putting.diag[i]);
    }
    assert_message(*state, MSG_COUNT);
    assert_string_equal(output_of("git -C bare rev-parse site"), id[1]);
    run("git -C bare cat-file -e %s", id[1]);
}

/* A branch of a work tree's own repository; nothing else may change. */
static void test_worktree_untouched(void **state)
{
    struct publish_options options = usual("repo/sub");
    char id[41];
    (void)state;
    run("git init -q -b main repo && cd repo && mkdir sub && echo a > a"
        " && git add a && git commit -q -m one && git branch other"
        " && echo b > b && git add b && echo c > c && echo d >> a");
    char before[4096];
    static const char look[] = "git -C repo status --porcelain=v2 --branch"
        " && git -C repo ls-files -s && cat repo/.git/HEAD"
        " && git -C repo for-each-ref refs/heads/main refs/heads/other"
        " && sha1sum repo/.git/index && ls -A repo repo/.git";
    snprintf(before, sizeof before, "%s", output_of("%s", look));
    good(&options, first, id);
    assert_string_equal(output_of("git -C repo rev-parse site"), id);
    good(&options, second, id);
    assert_string_equal(output_of("git -C repo rev-parse site"), id);
    assert_string_equal(output_of("%s", look), before);
    assert_fsck("repo");
}

static void test_linked_worktree(void **state)
{
    struct publish_options options = usual("linked");
    char id[41];
    (void)state;
    run("git init -q -b main repo && cd repo && echo a > a && git add a"
        " && git commit -q -m one && git worktree add -q -b work ../linked");
    good(&options, first, id);
    assert_string_equal(output_of("git -C repo rev-parse site"), id);
    assert_string_equal(output_of("git -C linked status --porcelain"), "");
    assert_fsck("repo");
    /* Checked out here, and there. */
    options.branch = S("work");
    refused(&options, MSG_PUBLISH_CHECKED_OUT, 3);
    options.branch = S("main");
    refused(&options, MSG_PUBLISH_CHECKED_OUT, 3);
    options.repository = str_of(at("repo"));
    options.branch = S("work");
    refused(&options, MSG_PUBLISH_CHECKED_OUT, 3);
    /* There, and without a commit yet. */
    run("cd repo && git checkout -q --orphan fresh");
    options.repository = str_of(at("linked"));
    options.branch = S("fresh");
    refused(&options, MSG_PUBLISH_CHECKED_OUT, 3);
}

static void test_checked_out(void **state)
{
    struct publish_options options = usual("repo");
    char id[41];
    (void)state;
    run("git init -q -b site repo");
    refused(&options, MSG_PUBLISH_CHECKED_OUT, 3);      /* unborn */
    run("cd repo && echo a > a && git add a && git commit -q -m one");
    refused(&options, MSG_PUBLISH_CHECKED_OUT, 3);
    run("cd repo && git checkout -q -b main && git branch -D site -q");
    good(&options, first, id);
    options.repository = str_of(at("bare"));
    options.branch = S("main");                         /* HEAD, but bare */
    good(&options, first, id);
}

static void test_refusals(void **state)
{
    static const char *const branches[] = {"", "-x", "a..b", "a b", "x.lock",
                                           "/a", "a~1", "@{-1}"};
    struct publish_options options = usual("none");
    (void)state;
    run("mkdir none && git init -q --object-format=sha256 sha");
    refused(&options, MSG_GIT_NONE, 3);
    options.repository = str_of(at("sha"));
    refused(&options, MSG_GIT_SHA256, 3);
    if (geteuid() == 0) {
        run("git init -q --bare theirs && chown -R 4321 theirs");
        options.repository = str_of(at("theirs"));
        refused(&options, MSG_GIT_OWNER, 3);
    }
    options.repository = str_of(at("bare"));
    for (size_t i = 0; i < sizeof branches / sizeof *branches; i++) {
        options.branch = str_of(branches[i]);
        refused(&options, MSG_PUBLISH_BRANCH, 2);
    }
    run("cd bare && git config user.name N");
    options = usual("bare");
    options.base = S("no-such");
    refused(&options, MSG_GIT_REVISION, 2);
    assert_string_equal(output_of("git -C bare for-each-ref"), "");
}

static void test_sources(void **state)
{
    struct publish_options options = usual("bare");
    (void)state;
    run("git init -q -b main repo && cd repo && mkdir content && touch"
        " content/site.yml && git add . && git commit -q -m one"
        " && git push -q ../bare main:site");
    refused(&options, MSG_PUBLISH_SOURCES, 3);
}

static void test_author(void **state)
{
    static const struct {
        const char *author;
        enum msg message;
    } cases[] = {{"Имя", MSG_PUBLISH_AUTHOR_FORM},
                 {"<a@b>", MSG_PUBLISH_AUTHOR_FORM},
                 {"Имя <>", MSG_PUBLISH_AUTHOR_FORM},
                 {"Имя <a@b", MSG_PUBLISH_AUTHOR_FORM},
                 {"И <a> <b>", MSG_PUBLISH_AUTHOR_FORM},
                 {"И\nparent 0 <b>", MSG_PUBLISH_AUTHOR_FORM},
                 {"... <a@b>", MSG_PUBLISH_AUTHOR_FORM},
                 {"", MSG_PUBLISH_AUTHOR}};
    struct publish_options options = usual("bare");
    char id[41];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        options.author = str_of(cases[i].author);
        refused(&options, cases[i].message, 1);
    }
    run("git config -f own user.name Свой && git config -f own user.email"
        " own@b.ru");
    setenv("GIT_CONFIG_GLOBAL", at("own"), 1);
    good(&options, first, id);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    assert_string_equal(output_of("git -C bare log --format='%s' site",
                                  "%an <%ae>"), "Свой <own@b.ru>");
    run("git -C bare update-ref -d refs/heads/site");
    run("mkdir git && git config -f git/config user.name Дом"
        " && git config -f git/config user.email home@b.ru");
    unsetenv("GIT_CONFIG_GLOBAL");
    setenv("XDG_CONFIG_HOME", at("."), 1);
    setenv("HOME", at("nowhere"), 1);
    good(&options, first, id);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    assert_string_equal(output_of("git -C bare log --format='%s' site",
                                  "%an <%ae>"), "Дом <home@b.ru>");
    run("git -C bare update-ref -d refs/heads/site");
    run("cd bare && git config user.name 'Из настроек'"
        " && git config user.email a@b.ru");
    good(&options, first, id);
    assert_string_equal(output_of("git -C bare log --format='%s' site",
                                  "%an <%ae>"), "Из настроек <a@b.ru>");
}

static void test_epoch(void **state)
{
    static const char *const bad[] = {"yesterday", "-1", "1x", "1e9",
                                      "99999999999999999999", "9000000000"};
    struct publish_options options = usual("bare");
    char id[41];
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        setenv("SOURCE_DATE_EPOCH", bad[i], 1);
        refused(&options, MSG_PUBLISH_EPOCH, 2);
    }
    unsetenv("SOURCE_DATE_EPOCH");
    good(&options, first, id);
    run("test $(( $(date +%%s) - $(git -C bare log -1 --format=%%ct site) ))"
        " -lt 100");
}

/* What somebody else does between begin and commit. */
static void check_moved(const char *before, const char *meanwhile,
                        enum msg message, const char *words)
{
    struct publish_options options = usual("bare");
    struct receipt receipt;
    struct diag *diag = diag_new();
    run("rm -rf bare && git init -q --bare -b main bare");
    run("cd bare && t=$(git mktree </dev/null) && c=$(git commit-tree -m x $t)"
        " && git branch spare $c && %s", before);
    struct receiver *to = publish_receiver(&options);
    assert_int_equal(to->begin(to, diag), 0);
    assert_int_equal(put_all(to, first, diag), 0);
    run("cd bare && %s", meanwhile);
    char refs[512];
    snprintf(refs, sizeof refs, "%s", output_of("git -C bare for-each-ref"));
    assert_int_equal(to->commit(to, S("{}"), &receipt, diag), -1);
    assert_message(diag, message);
    assert_int_equal(diag_status(diag, false), 3);
    to->abort(to);
    to->done(to);
    assert_string_equal(output_of("git -C bare for-each-ref"), refs);
    struct diag_print how = {.lang = LANG_EN};
    FILE *out = fopen(at("said"), "w");
    diag_write(diag, &how, out);
    fclose(out);
    run("grep -q '%s' said", words);
    diag_free(diag);
}

static void test_moved(void **state)
{
    (void)state;
    check_moved("true", "git branch site spare", MSG_PUBLISH_MOVED, "again");
    check_moved("git branch site spare", "git branch -D -q site",
                MSG_PUBLISH_MOVED, "again");
    check_moved("git branch site spare",
                "git update-ref refs/heads/site $(git commit-tree -m y"
                " -p spare $(git mktree </dev/null))",
                MSG_PUBLISH_MOVED, "again");
    check_moved("git branch site spare", "touch refs/heads/site.lock",
                MSG_PUBLISH_LOCKED, "refs/heads/site.lock");
    check_moved("true", "git branch site/x spare", MSG_PUBLISH_GIT, "site");
}

static void test_dry_run(void **state)
{
    struct publish_options options = usual("bare");
    char one[41], two[41];
    (void)state;
    good(&options, first, one);
    options.dry_run = true;
    assert_receipt(good(&options, second, two), 1, 1, 1, 2);
    assert_string_equal(output_of("git -C bare rev-parse site"), one);
    assert_string_equal(output_of("git -C bare rev-parse %s^", two), one);
}

static void test_abort(void **state)
{
    struct publish_options options = usual("bare");
    struct receiver *to = publish_receiver(&options);
    assert_int_equal(to->begin(to, *state), 0);
    assert_int_equal(put_all(to, first, *state), 0);
    assert_int_equal(to->put(to, S("a/../b"), S(""), *state), -1);
    assert_message(*state, MSG_OUTPUT_PATH);
    to->abort(to);
    to->done(to);
    assert_string_equal(output_of("find bare/objects -type f"), "");
    to = publish_receiver(&options);
    to->done(to);
}

/* The branch and the tip that was fetched from the remote. */
static void test_base(void **state)
{
    struct publish_options options = usual("bare");
    char one[41], two[41], three[41];
    (void)state;
    good(&options, first, one);
    good(&options, second, two);
    options.base = S("refs/remotes/origin/site");
    /* Fetched: ahead of the branch; nothing new: the branch follows. */
    run("cd bare && git update-ref refs/remotes/origin/site %s"
        " && git update-ref refs/heads/site %s", two, one);
    good(&options, second, three);
    assert_string_equal(three, "");
    assert_string_equal(output_of("git -C bare rev-parse site"), two);
    run("cd bare && git update-ref refs/heads/site %s", one);
    good(&options, first, three);
    assert_string_equal(output_of("git -C bare rev-parse site^"), two);
    /* Behind: an earlier publication was not pushed. */
    run("cd bare && git update-ref refs/remotes/origin/site %s", one);
    good(&options, second, two);
    assert_string_equal(output_of("git -C bare rev-parse site^"), three);
    /* No branch yet. */
    run("cd bare && git update-ref -d refs/heads/site");
    good(&options, second, two);
    assert_string_equal(output_of("git -C bare rev-parse site^"), one);
    /* Side by side. */
    run("cd bare && git update-ref refs/remotes/origin/site"
        " $(git commit-tree -m x 'site^{tree}')");
    refused(&options, MSG_PUBLISH_DIVERGED, 3);
}

static void test_rollback(void **state)
{
    struct publish_options options = usual("bare");
    char one[41], two[41], past[41], back[41];
    good(&options, first, one);
    good(&options, second, two);
    options.message = S("Возврат");
    assert_int_equal(publish_rollback(&options, 1, past, back, *state), 0);
    assert_string_equal(past, one);
    assert_string_equal(output_of("git -C bare rev-parse site"), back);
    assert_string_equal(output_of("git -C bare rev-parse site^"), two);
    run("cd bare && git diff --quiet site %s", one);
    assert_int_equal(publish_rollback(&options, 2, past, back, *state), 0);
    assert_string_equal(back, "");
    assert_message(*state, MSG_COUNT);
    assert_int_equal(publish_rollback(&options, 3, past, back, *state), -1);
    assert_message(*state, MSG_PUBLISH_NO_PAST);
    assert_fsck("bare");
}

static void test_init(void **state)
{
    struct publish_options options = usual("a/b/new.git");
    char id[41];
    assert_int_equal(publish_init(at("a/b/new.git"), *state), 0);
    assert_int_equal(publish_init(at("a/b/new.git"), *state), 0);
    assert_int_equal(publish_init(at("bare"), *state), 0);
    assert_string_equal(output_of("git -C a/b/new.git rev-parse"
                                  " --is-bare-repository"), "true");
    good(&options, first, id);
    assert_fsck("a/b/new.git");
    run("mkdir -p bare/x empty");
    assert_int_equal(publish_init(at("empty"), *state), 0);
    assert_message(*state, MSG_COUNT);
    write_file("full/x", "x");
    assert_int_equal(publish_init(at("full"), *state), -1);
    assert_int_equal(publish_init(at("full/x"), *state), -1);
    assert_message(*state, MSG_PUBLISH_INIT);
}

static void test_damaged(void **state)
{
    struct publish_options options = usual("bare");
    char id[41];
    good(&options, first, id);
    run("cd bare && mv objects/pack/*.pack p && git unpack-objects -q < p"
        " && rm -f p objects/pack/* && t=$(git rev-parse 'site^{tree}')"
        " && rm -f objects/$(echo $t | cut -c1-2)/$(echo $t | cut -c3-)");
    assert_int_equal(publish(&options, second, NULL, id, *state), -1);
    assert_message(*state, MSG_PUBLISH_GIT);
}

static void test_sha1(void **state)
{
    /* FIPS 180: "", "abc", 56 bytes, a million letters a. */
    static const char two[] =
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    static const struct {
        const char *text;
        size_t times;
        const char *hex;
    } cases[] = {
        {"", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
        {"abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"},
        {two, 1, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"},
        {"aaaaaaaaaa", 100000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sha1 sha;
        unsigned char sum[SHA1_BYTES];
        char hex[41];
        sha1_start(&sha);
        for (size_t k = 0; k < cases[i].times; k++)
            sha1_add(&sha, str_of(cases[i].text));
        sha1_end(&sha, sum);
        for (size_t k = 0; k < SHA1_BYTES; k++)
            snprintf(hex + 2 * k, 3, "%02x", sum[k]);
        assert_string_equal(hex, cases[i].hex);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_sha1), TEST(test_first), TEST(test_second),
        TEST(test_no_change), TEST(test_same_id), TEST(test_same_tree_as_git),
        TEST(test_equal_folders), TEST(test_keep), TEST(test_keep_clash),
        TEST(test_large),
        TEST(test_threads), TEST(test_worktree_untouched),
        TEST(test_linked_worktree), TEST(test_checked_out),
        TEST(test_refusals), TEST(test_sources), TEST(test_author),
        TEST(test_epoch), TEST(test_moved), TEST(test_dry_run),
        TEST(test_abort), TEST(test_base), TEST(test_rollback),
        TEST(test_init), TEST(test_damaged),
    };
    return RUN_SCRATCH(tests);
}
