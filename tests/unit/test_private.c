/*
 * Tests of private: raw numbers are read from a folder outside, and a table
 * with hidden numbers that git makes public is warned of.
 */
#include "fixture.h"

#include "build.h"
#include "input/remote.h"
#include "output/receiver.h"

#define SITE_YML "title: Т\nas_of: 2025-01-01\n"

static void write_site(const char *config, const char *values)
{
    run("rm -rf site other closed");
    write_file("site/content/site.yml", config);
    write_file("site/content/programs/p/index.md", "---\ntitle: П\n---\n");
    write_file("site/data/schools.csv", "id;name\na;А\nb;Б\n");
    write_file("site/data/p/indicators.csv",
               "id;title;unit;kind;aggregate\nn;Н;чел.;count;none\n");
    write_file("site/data/p/values.csv", values);
}

/* Builds the site into nothing; the caller frees what was said. */
static struct diag *check(bool guard, const char *repository)
{
    struct diag *diag = diag_new();
    struct build_options options = {.dir = at("site"), .jobs = 1,
                                    .guard = guard,
                                    .repository = str_of(repository)};
    struct receipt receipt = {0};
    size_t pages;
    struct source *source = build_source(&options, diag);
    struct receiver *receiver = receiver_nothing();
    assert_non_null(source);
    build_site(&options, source, receiver, &receipt, &pages, diag);
    receiver->done(receiver);
    source_free(source);
    return diag;
}

static void assert_raw(bool guard, const char *repository, size_t n,
                       const char *table)
{
    struct diag *diag = check(guard, repository);
    struct fixture f = {.diag = diag};
    assert_messages(&f, MSG_SOURCE_RAW, n);
    if (n)
        assert_str(problem_of(&f, MSG_SOURCE_RAW)->at.file, table);
    diag_free(diag);
}

#define HIDDEN "indicator;school;period;value\nn;a;2023;3\nn;b;2023;30\n"
#define STATED "indicator;school;period;value\nn;a;2023;c\nn;b;2023;30\n"
#define TABLE "data/p/values.csv"

static void test_tracked(void **state)
{
    (void)state;
    write_site(SITE_YML, HIDDEN);
    assert_raw(true, "", 0, NULL);              /* no repository at all */
    run("git init -q site");
    assert_raw(true, "", 0, NULL);              /* not tracked */
    run("git -C site add -A");
    assert_raw(true, "", 1, TABLE);
    run("git -C site commit -q -m x");
    assert_raw(true, "", 1, TABLE);
    assert_raw(false, "", 0, NULL);             /* build says nothing */
    write_file("site/" TABLE, STATED);
    assert_raw(true, "", 0, NULL);
    run("rm -rf site/.git");
}

/* Published elsewhere: only a common remote makes the table public. */
static void test_elsewhere(void **state)
{
    (void)state;
    write_site(SITE_YML "publish: {repository: ../other}\n", HIDDEN);
    run("git init -q site && git -C site add -A && git init -q other");
    assert_raw(true, "", 0, NULL);
    run("git -C site remote add origin https://a.example/x/y.git");
    run("git -C other remote add origin git@b.example:x/y");
    assert_raw(true, "", 0, NULL);
    run("git -C other remote add second git@a.example:x/y");
    assert_raw(true, "", 1, TABLE);
    assert_raw(true, at("site"), 1, TABLE);     /* the option wins */
    assert_raw(true, at("closed"), 0, NULL);    /* no repository */
    run("rm -rf site/.git other");
}

static void test_closed(void **state)
{
    struct diag *diag;
    (void)state;
    write_site(SITE_YML "private: ../closed\n", STATED);
    write_file("closed/p/values.csv",
               "indicator;school;period;value\nn;a;2023;3\n");
    run("git init -q site && git -C site add -A");
    assert_raw(true, "", 0, NULL);
    run("git init -q closed && git -C closed add -A");
    assert_raw(true, "", 0, NULL);
    run("git -C site remote add origin https://a.example/x/y");
    run("git -C closed remote add origin https://a.example/x/y/");
    assert_raw(true, "", 1, "../closed/p/values.csv");
    diag = check(false, "");
    assert_message(diag, MSG_RELEASE_HIDDEN);
    assert_int_equal(diag_status(diag, true), 0);
    diag_free(diag);
    /* a public number is not replaced, and nothing else is read there */
    write_file("site/" TABLE, HIDDEN);
    write_file("closed/p/targets.csv", "indicator;period;target\n");
    write_file("closed/notes.txt", "x");
    diag = check(false, "");
    struct fixture f = {.diag = diag};
    assert_messages(&f, MSG_OBSERVE_TWICE, 1);
    assert_messages(&f, MSG_SOURCE_PRIVATE_FILE, 1);
    assert_str(problem_of(&f, MSG_SOURCE_PRIVATE_FILE)->at.file,
               "../closed/p/targets.csv");
    diag_free(diag);
    run("rm -rf closed");
    diag = check(false, "");
    f.diag = diag;
    assert_messages(&f, MSG_SOURCE_PRIVATE, 1);
    assert_int_equal(diag_status(diag, false), 0);
    assert_int_equal(diag_status(diag, true), 1);
    diag_free(diag);
    run("rm -rf site/.git");
}

/* Level rows are hidden too, as far as the public is concerned. How many are
 * hidden is said, whichever rule it was. */
static void test_level(void **state)
{
    struct diag *diag;
    (void)state;
    write_site(SITE_YML, "indicator;school;period;value\nn;a;2023;30\n"
                         "n;b;2023;40\n");
    write_file("site/data/p/indicators.csv",
               "id;title;unit;kind;aggregate;publish_level\n"
               "n;Н;чел.;count;sum;municipality\n");
    run("git init -q site && git -C site add -A");
    assert_raw(true, "", 1, TABLE);
    diag = check(false, "");
    struct fixture f = {.diag = diag};
    const struct problem *p = problem_of(&f, MSG_RELEASE_HIDDEN);
    assert_str(p->args[0], "1");
    assert_str(p->args[2], "0");
    assert_str(p->args[3], "2");
    diag_free(diag);
    run("rm -rf site/.git");
}

static void test_remote(void **state)
{
    static const struct {
        const char *address, *plain;
    } cases[] = {
        {"https://a.ru/b/c.git", "a.ru/b/c"}, {"git@a.ru:b/c", "a.ru/b/c"},
        {"ssh://git@a.ru/b/c/", "a.ru/b/c"}, {"/srv/c.git", "/srv/c"},
        {"https://user:pass@a.ru/b/c", "a.ru/b/c"}, {"", ""},
        {"../a@b/c", "../a@b/c"}, {"ssh://git@a.ru:22/b", "a.ru/22/b"},
    };
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(remote_plain(arena, str_of(cases[i].address)),
                   cases[i].plain);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tracked), cmocka_unit_test(test_elsewhere),
        cmocka_unit_test(test_closed), cmocka_unit_test(test_level),
        cmocka_unit_test(test_remote),
    };
    return RUN_FIXTURE(tests);
}
