/*
 * Tests of only: what --only may be, where it must say the site goes, and
 * the place of each school.
 */
#include "scratch.h"

#include "base/diag.h"
#include "base/mem.h"
#include "only.h"

static void test_check(void **state)
{
    static const struct {
        const char *only, *place;
        int id;                     /* of the message; -1: none */
    } cases[] = {
        { NULL, NULL, -1 },
        { NULL, "out", -1 },
        { "school:a", "out", -1 },
        { "school:a", "out/{id}", -1 },
        { "schools", "out/{id}", -1 },
        { "schools", "{id}.git", -1 },
        { "schools", "out", MSG_USAGE_ONLY_ID },
        { "schools", NULL, MSG_USAGE_ONLY_PLACE },
        { "school:a", NULL, MSG_USAGE_ONLY_PLACE },
        { "school:", "out", MSG_USAGE_ONLY },
        { "school", "out", MSG_USAGE_ONLY },
        { "program:a", "out", MSG_USAGE_ONLY },
        { "", "out", MSG_USAGE_ONLY },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag *diag = diag_new();
        const char *places[] = { cases[i].place, NULL };
        bool ok = only_check(cases[i].only, places, 2, "-o", diag);

        if (ok != (cases[i].id < 0))
            fail_msg("%s", cases[i].only);
        if (!ok) {
            assert_message(diag, (enum msg)cases[i].id);
            assert_int_equal(diag_status(diag, false), 2);
        }
        diag_free(diag);
    }
}

static void test_fill(void **state)
{
    static const struct {
        const char *place, *only, *school, *filled;
    } cases[] = {
        { "out", "school:a", "", "out" },
        { "out/{id}", "school:a-1", "", "out/a-1" },
        { "{id}/x/{id}", "schools", "b", "b/x/b" },
        { "{id", "schools", "b", "{id" },
        { "out/{id}", NULL, "", "out/{id}" },
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            str_z(arena, only_fill(arena, cases[i].place, cases[i].only,
                                   str_of(cases[i].school))),
            cases[i].filled);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check),
        cmocka_unit_test(test_fill),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
