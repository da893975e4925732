/*
 * test_history_cache: what is kept comes back as it was; a file that is not
 * what was written is as good as none.
 */
#include "fixture.h"

#include "history_cache.h"

#define ID1 "1111111111111111111111111111111111111111"
#define ID2 "2222222222222222222222222222222222222222"
#define ID3 "3333333333333333333333333333333333333333"

static void fill(struct history_cache *cache)
{
    const struct record records[] = {
        {S("v/p/x/a/2023"), S("a\tb\\n\nc"), S("")},
        {S("p/p"), {0}, S("\\")}};
    const struct record *kept = records;
    struct history_commit commits[] = {
        {S(ID2), 19000, S("по\nчину")}, {S(ID1), -5, S("")}};
    history_cache_put(cache, &(struct history_entry){
        S(ID1), S(""), S(ID1), true, NULL, 0});
    history_cache_put(cache, &(struct history_entry){
        S(ID2), S(ID1), S(ID1), true, kept, 2});
    history_cache_put(cache, &(struct history_entry){
        S(ID3), S(ID2), S(ID3), false, NULL, 0});
    history_cache_set_log(cache, (struct history_log){
        S(ID2), commits, 2, true});
    history_cache_keep(cache);
}

static struct history_cache *fresh(struct arena *arena)
{
    run("rm -rf site && mkdir site");
    struct history_cache *cache = history_cache_open(arena, at("site"));
    assert_int_equal(history_cache_log(cache).n, 0);
    fill(cache);
    return history_cache_open(arena, at("site"));
}

static void all_comes_back(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct history_cache *cache = fresh(arena);
    struct str none = S(""), first = S(ID1), other = S(ID2);
    struct history_log log = history_cache_log(cache);
    assert_str(log.head, ID2);
    assert_true(log.whole);
    assert_int_equal(log.n, 2);
    assert_str(log.commits[0].reason, "по\nчину");
    assert_int_equal(log.commits[1].on, -5);
    assert_non_null(history_cache_find(cache, S(ID1), &none));
    assert_null(history_cache_find(cache, S(ID2), &none));
    const struct history_entry *entry =
        history_cache_find(cache, S(ID2), &first);
    assert_non_null(entry);
    assert_ptr_equal(entry, history_cache_find(cache, S(ID2), NULL));
    assert_str(entry->released, ID1);
    assert_int_equal(entry->n, 2);
    assert_str(entry->records[0].key, "v/p/x/a/2023");
    assert_str(entry->records[0].before, "a\tb\\n\nc");
    assert_non_null(entry->records[0].after.p);
    assert_null(entry->records[1].before.p);
    assert_str(entry->records[1].after, "\\");
    /* sources with errors have them whatever came before */
    assert_false(history_cache_find(cache, S(ID3), &other)->good);
    assert_false(history_cache_find(cache, S(ID3), &none)->good);
    arena_free(arena);
}

static void a_spoilt_file_is_none(void **state)
{
    (void)state;
    static const char *const damage[] = {
        "sed -i s/x/y/ site/.vitrina/history",
        "truncate -s 100 site/.vitrina/history",
        "truncate -s 0 site/.vitrina/history",
        "echo x >> site/.vitrina/history",
        "rm site/.vitrina/history"};
    for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
        struct arena *arena = arena_new();
        struct history_cache *cache = fresh(arena);
        assert_int_equal(history_cache_log(cache).n, 2);
        run("%s", damage[i]);
        cache = history_cache_open(arena, at("site"));
        assert_int_equal(history_cache_log(cache).n, 0);
        assert_null(history_cache_find(cache, S(ID1), NULL));
        arena_free(arena);
    }
}

static void git_does_not_see_it(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    fresh(arena);
    assert_string_equal(output_of("cat site/.vitrina/.gitignore"), "*");
    /* where it cannot be written, there is none, and nobody is told */
    run("rm -rf site && echo x > site");
    fill(history_cache_open(arena, at("site")));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_comes_back),
        cmocka_unit_test(a_spoilt_file_is_none),
        cmocka_unit_test(git_does_not_see_it),
    };
    return RUN_FIXTURE(tests);
}
