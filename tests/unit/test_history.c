/*
 * test_history: commits of a repository become changes: days, reasons, the
 * parts of a history that are not there. tests/history.sh has the rest.
 */
#include "fixture.h"

#include "build.h"
#include "history.h"
#include "release/changes.h"

/* A site in the folder of a fixture, `since` what site.yml says of it. */
static struct fixture a_site(const char *since)
{
    struct buf yml = {0};
    buf_addf(&yml, "title: Т\nas_of: 2025-01-01\n%s", since);
    struct fixture f = fixture_open(FILES(
        {"content/site.yml", yml.p},
        {"content/one.md", "---\ntitle: Раз\n---\nСлова.\n"},
        {"data/p/indicators.csv", "id;title;unit;class\nx;Икс;балл;open\n"},
        {"data/p/values.csv", "indicator;school;period;value\n"
                              "x;a;2023;1\n"}), RELEASED);
    buf_free(&yml);
    return f;
}

static char dir[64];

static void name_dir(void)
{
    static unsigned count;
    snprintf(dir, sizeof dir, "site-%u", count++);
}

static void commit(const char *when, const char *message)
{
    run("cd %s && git add -A && GIT_COMMITTER_DATE='%s' git commit -q "
        "--allow-empty -m \"$(printf '%s')\"", dir, when, message);
}

static const struct changes *read_all(struct fixture *f, bool no_history)
{
    struct build_options options = {.dir = at(dir),
                                    .no_history = no_history};
    return history_read(f->arena, &options, f->release, f->diag);
}

static void set_value(const char *value)
{
    char path[96], text[96];
    snprintf(path, sizeof path, "%s/data/p/values.csv", dir);
    snprintf(text, sizeof text,
             "indicator;school;period;value\nx;a;2023;%s\n", value);
    write_file(path, text);
}

static void no_repository_is_a_note(void **state)
{
    (void)state;
    name_dir();
    struct fixture f = a_site("");
    const struct changes *changes = read_all(&f, false);
    assert_messages(&f, MSG_HISTORY_NONE, 1);
    assert_int_equal(diag_worst(f.diag), LEVEL_NOTE);
    assert_int_equal(changes_state(changes), CHANGES_NO_GIT);
    assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 0);
    fixture_close(&f);
}

static void a_repository_without_the_site_is_one_without_history(void **state)
{
    (void)state;
    name_dir();
    struct fixture f = a_site("");
    run("cd %s && git init -q -b main", dir);
    assert_int_equal(changes_state(read_all(&f, false)), CHANGES_NO_GIT);
    run("cd %s && touch x && git add x && git commit -q -m x", dir);
    assert_int_equal(changes_state(read_all(&f, false)), CHANGES_NO_GIT);
    fixture_close(&f);
}

/* The value 1, then 2 and 3 with reasons. */
static void make_history(void)
{
    run("cd %s && git init -q -b main", dir);
    commit("2024-01-01T12:00:00Z", "one");
    set_value("2");
    commit("2024-01-31T23:30:00+0300", "two\\n\\nПричина: опечатка\\n");
    set_value("3");
    commit("2024-02-29T23:30:00-0500",
           "three\\n\\nReason:  a  \\nПричина: b\\nReason: a");
}

static void days_and_reasons(void **state)
{
    (void)state;
    name_dir();
    struct fixture f = a_site("");
    make_history();
    assert_int_equal(changes_state(read_all(&f, true)), CHANGES_LATER);
    const struct changes *changes = read_all(&f, false);
    assert_int_equal(changes_state(changes), CHANGES_WHOLE);
    assert_int_equal(changes_since(changes), date_of(2024, 1, 1));
    assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 2);
    const struct change *c = changes_at(changes, CHANGES_SITE, 0, 0);
    assert_int_equal(c->on, date_of(2024, 2, 29));
    assert_str(c->reason, "a; b");
    c = changes_at(changes, CHANGES_SITE, 0, 1);
    assert_int_equal(c->on, date_of(2024, 1, 31));
    assert_str(c->reason, "опечатка");
    /* now the preview knows it, too */
    changes = read_all(&f, true);
    assert_int_equal(changes_state(changes), CHANGES_WHOLE);
    assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 2);
    fixture_close(&f);
}

static void changes_are_told_from_a_day_on(void **state)
{
    (void)state;
    static const struct {
        const char *since;
        size_t n;
    } cases[] = {{"2023-01-01", 2}, {"2024-01-31", 2}, {"2024-02-01", 1},
                 {"2024-02-29", 1}, {"2024-03-01", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[64];
        name_dir();
        snprintf(line, sizeof line, "changes_since: %s\n", cases[i].since);
        struct fixture f = a_site(line);
        make_history();
        const struct changes *changes = read_all(&f, false);
        assert_int_equal(changes_count(changes, CHANGES_SITE, 0),
                         cases[i].n);
        if (i > 0) {
            struct buf since = {0};
            date_iso(&since, changes_since(changes));
            assert_string_equal(since.p, cases[i].since);
            buf_free(&since);
        }
        fixture_close(&f);
    }
}

static void texts_but_not_their_lines(void **state)
{
    (void)state;
    name_dir();
    struct fixture f = a_site("");
    char path[96];
    make_history();
    snprintf(path, sizeof path, "%s/content/one.md", dir);
    write_file(path, "\xEF\xBB\xBF---\r\ntitle: Раз\r\n---\r\n\r\nСлова.");
    commit("2024-03-01T12:00:00Z", "form");
    write_file(path, "---\ntitle: Раз\n---\nДругие слова.\n");
    commit("2024-03-02T12:00:00Z", "words");
    const struct changes *changes = read_all(&f, false);
    assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 3);
    assert_int_equal(changes_of_file(changes, S("content/one.md")),
                     date_of(2024, 3, 2));
    fixture_close(&f);
}

/* However it is said that a text is a draft: it is new when it is none. */
static void drafts_are_texts_once_they_are_published(void **state)
{
    (void)state;
    static const char *const drafts[] = {"draft: 1", "draft: Да",
                                         "Черновик: yes"};
    for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
        char path[96], text[128];
        name_dir();
        struct fixture f = a_site("");
        run("cd %s && git init -q -b main", dir);
        snprintf(path, sizeof path, "%s/content/one.md", dir);
        snprintf(text, sizeof text, "---\ntitle: Раз\n%s\n---\nЧто.\n",
                 drafts[i]);
        write_file(path, text);
        commit("2024-01-01T12:00:00Z", "a draft");
        write_file(path, "---\ntitle: Раз\n---\nСлова.\n");
        commit("2024-01-02T12:00:00Z", "published");
        const struct changes *changes = read_all(&f, false);
        assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 1);
        const struct change *c = changes_at(changes, CHANGES_SITE, 0, 0);
        if (c->how != CHANGE_ADDED)
            fail_msg("%s: how %d", drafts[i], c->how);
        fixture_close(&f);
    }
}

static void a_part_of_the_history(void **state)
{
    (void)state;
    name_dir();
    struct fixture f = a_site("");
    make_history();
    run("git clone -q --depth 2 \"file://$PWD/%s\" part", dir);
    struct build_options options = {.dir = at("part")};
    const struct changes *changes = history_read(f.arena, &options,
                                                 f.release, f.diag);
    assert_messages(&f, MSG_GIT_SHALLOW, 1);
    assert_int_equal(changes_state(changes), CHANGES_CUT);
    assert_int_equal(changes_count(changes, CHANGES_SITE, 0), 1);
    fixture_close(&f);
}

static void a_foreign_repository_is_a_note(void **state)
{
    (void)state;
    name_dir();
    struct fixture f = a_site("");
    make_history();
    if (geteuid() == 0) {       /* only root can give files away */
        run("chown -R 4321:4321 %s/.git", dir);
        assert_int_equal(changes_state(read_all(&f, false)),
                         CHANGES_UNREADABLE);
        assert_messages(&f, MSG_GIT_OWNER_NOTE, 1);
        assert_messages(&f, MSG_HISTORY_NONE, 0);
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_repository_is_a_note),
        cmocka_unit_test(a_repository_without_the_site_is_one_without_history),
        cmocka_unit_test(days_and_reasons),
        cmocka_unit_test(changes_are_told_from_a_day_on),
        cmocka_unit_test(texts_but_not_their_lines),
        cmocka_unit_test(drafts_are_texts_once_they_are_published),
        cmocka_unit_test(a_part_of_the_history),
        cmocka_unit_test(a_foreign_repository_is_a_note),
    };
    return RUN_FIXTURE(tests);
}
