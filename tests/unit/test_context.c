/*
 * Tests of release/context: sums by the formula of site.yml, who takes part,
 * groups, resilient schools, the year; that a hidden number of a school takes
 * it out altogether.
 */
#include "fixture.h"

#include "release/context.h"

#define SITE "title: Т\nas_of: 2025-01-01\n"
#define BY "resilience:\n  programme: p\n  source: Приказ 1\n"
#define CROSS "  index: {i: 1}\n  result: {r: 1}\n"

#define INDICATORS                                                  \
    "id;title;unit;kind;direction;class\n"                          \
    "i;Условия;балл;score;none;open\nj;Ещё;балл;score;none;open\n"  \
    "r;Результат;балл;score;up;open\nq;Процесс;балл;score;up;open\n" \
    "s;Люди;%;share;up;people\n"

#define SCHOOLS_MAX 30

/* One school: what its rows of 2023 say; NULL: no row. */
struct numbers {
    const char *i, *r, *q;
};

static struct fixture open_schools(const char *config,
                                   const struct numbers *schools, size_t n,
                                   const char *more)
{
    struct buf names = {0}, values = {0};
    buf_addz(&names, "id;name\n");
    buf_addz(&values, "indicator;school;period;value;n\n");
    for (size_t k = 0; k < n; k++) {
        buf_addf(&names, "s%zu;Школа %zu\n", k, k);
        const struct { const char *id, *value; } rows[] = {
            {"i", schools[k].i}, {"r", schools[k].r}, {"q", schools[k].q}};
        for (size_t c = 0; c < 3; c++)
            if (rows[c].value)
                buf_addf(&values, "%s;s%zu;2023;%s;\n", rows[c].id, k,
                         rows[c].value);
    }
    buf_addz(&values, more);
    struct fixture f = fixture_open(
        FILES({"content/site.yml", config}, {"data/schools.csv", names.p},
              {"data/p/indicators.csv", INDICATORS},
              {"data/p/values.csv", values.p}),
        RELEASED);
    buf_free(&names);
    buf_free(&values);
    return f;
}

static const char *state_of(enum context_state state)
{
    static const char *const names[] = {
        [CONTEXT_NOT_GIVEN] = "not given", [CONTEXT_FEW] = "few",
        [CONTEXT_READY] = "ready"};
    return names[state];
}

/* `ready 2023 8+0: 4 0 0 4, 2` — year, schools in and out, groups x below y
 * below, x below y above, x above y below, both above; resilient. */
static char *summary(const struct context *it)
{
    static char out[128];
    int n = snprintf(out, sizeof out, "%s %d %zu+%zu", state_of(it->state),
                     (int)it->year, it->schools, it->left_out);
    if (it->state == CONTEXT_READY)
        n += snprintf(out + n, sizeof out - (size_t)n, ": %zu %zu %zu %zu",
                      it->groups[0][0], it->groups[0][1], it->groups[1][0],
                      it->groups[1][1]);
    if (it->has_resilient)
        snprintf(out + n, sizeof out - (size_t)n, ", %zu", it->resilient);
    return out;
}

/* Eight schools along a line. */
static const struct numbers line[] = {
    {"1", "1", "8"}, {"2", "2", "7"}, {"3", "3", "6"}, {"4", "4", "5"},
    {"5", "5", "4"}, {"6", "6", "3"}, {"7", "7", "2"}, {"8", "8", "1"}};
/* Two of eight have hard conditions and high results. */
static const struct numbers hard[] = {
    {"1", "9", NULL}, {"2", "8", NULL}, {"3", "1", NULL}, {"4", "2", NULL},
    {"5", "3", NULL}, {"6", "4", NULL}, {"7", "5", NULL}, {"8", "6", NULL}};
/* Equals at the edge: three schools share the lowest index. */
static const struct numbers equal[] = {
    {"1", "9", NULL}, {"1", "8", NULL}, {"1", "7", NULL}, {"4", "2", NULL},
    {"5", "3", NULL}, {"6", "4", NULL}, {"7", "5", NULL}, {"8", "6", NULL}};
/* Everyone is at the mean: nobody is above it. */
static const struct numbers same[] = {
    {"0,1", "5", NULL}, {"0,1", "5", NULL}, {"0,1", "5", NULL},
    {"0,1", "5", NULL}, {"0,1", "5", NULL}, {"0,1", "5", NULL},
    {"0,1", "5", NULL}, {"0,1", "5", NULL}, {"0,1", "5", NULL}};

static const struct {
    const char *config;
    const struct numbers *schools;
    size_t n;
    const char *more, *conditions, *process;
} cases[] = {
    /* no formula, or half of one */
    {SITE, line, 8, "", "not given 0 0+0", "not given 0 0+0"},
    {SITE BY, line, 8, "", "not given 0 0+0", "not given 0 0+0"},
    {SITE BY "  index: {i: 1}\n", line, 8, "", "not given 0 0+0",
     "not given 0 0+0"},
    {SITE BY CROSS, line, 8, "", "ready 2023 8+0: 4 0 0 4",
     "not given 0 0+0"},
    {SITE BY CROSS "  process: {q: 1}\n", line, 8, "",
     "ready 2023 8+0: 4 0 0 4", "ready 2023 8+0: 0 4 4 0, 4"},
    /* weights turn and mix */
    {SITE BY "  index: {i: -1}\n  result: {r: 2}\n", line, 8, "",
     "ready 2023 8+0: 0 4 4 0", "not given 0 0+0"},
    {SITE BY "  index: {i: 1, q: 1}\n  result: {r: 1}\n", line, 8, "",
     "ready 2023 8+0: 4 4 0 0", "not given 0 0+0"},
    /* enough schools */
    {SITE BY CROSS, line, 7, "", "few 2023 7+0", "not given 0 0+0"},
    {SITE BY "  result: {r: 1}\n  process: {q: 1}\n", hard, 8, "",
     "not given 0 0+0", "few 0 0+8"},
    /* among the lowest and the highest, by percent */
    {SITE BY CROSS "  lowest: 30\n  highest: 30\n", hard, 8, "",
     "ready 2023 8+0: 2 2 2 2, 2", "not given 0 0+0"},
    {SITE BY CROSS "  lowest: 25\n  highest: 25\n", hard, 8, "",
     "ready 2023 8+0: 2 2 2 2, 2", "not given 0 0+0"},
    {SITE BY CROSS "  lowest: 24\n  highest: 25\n", hard, 8, "",
     "ready 2023 8+0: 2 2 2 2, 1", "not given 0 0+0"},
    {SITE BY CROSS "  lowest: 12\n  highest: 50\n", hard, 8, "",
     "ready 2023 8+0: 2 2 2 2, 0", "not given 0 0+0"},
    {SITE BY CROSS "  lowest: 30\n", hard, 8, "",
     "ready 2023 8+0: 2 2 2 2", "not given 0 0+0"},
    /* equals are all out, or all in */
    {SITE BY CROSS "  lowest: 25\n  highest: 50\n", equal, 8, "",
     "ready 2023 8+0: 1 3 3 1, 0", "not given 0 0+0"},
    {SITE BY CROSS "  lowest: 40\n  highest: 50\n", equal, 8, "",
     "ready 2023 8+0: 1 3 3 1, 3", "not given 0 0+0"},
    {SITE BY CROSS "  lowest: 50\n  highest: 50\n", same, 9, "",
     "ready 2023 9+0: 9 0 0 0, 0", "not given 0 0+0"},
    /* the last year that has enough; a school year counts to its end */
    {SITE BY CROSS, line, 8, "i;s0;2024;5;\nr;s0;2024;5;\n",
     "ready 2023 8+0: 4 0 0 4", "not given 0 0+0"},
    {SITE BY CROSS, line, 7, "i;s0;2024;5;\nr;s0;2024;5;\n",
     "few 2023 7+0", "not given 0 0+0"},
    /* the process is of school years, the result of calendar years */
    {SITE BY "  result: {r: 1}\n  process: {s: 1}\n", line, 8,
     "s;s0;2022/23;50;40\ns;s1;2022/23;51;40\ns;s2;2022/23;52;40\n"
     "s;s3;2022/23;53;40\ns;s4;2022/23;54;40\ns;s5;2022/23;55;40\n"
     "s;s6;2022/23;56;40\ns;s7;2022/23;57;40\n",
     "not given 0 0+0", "ready 2023 8+0: 4 0 0 4, 0"},
    /* rule 9: one hidden number, and the school takes no part */
    {SITE BY "  result: {r: 1}\n  process: {s: 1}\n", line, 8,
     "s;s0;2023;50;4\ns;s1;2023;51;40\ns;s2;2023;52;40\n"
     "s;s3;2023;53;40\ns;s4;2023;54;40\ns;s5;2023;55;40\n"
     "s;s6;2023;56;40\ns;s7;2023;57;40\n",
     "not given 0 0+0", "few 2023 7+1"},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = open_schools(cases[i].config, cases[i].schools,
                                        cases[i].n, cases[i].more);
        struct context conditions =
            context_of(f.arena, f.release, CONTEXT_CONDITIONS);
        if (strcmp(summary(&conditions), cases[i].conditions) != 0)
            fail_msg("case %zu: %s, expected %s", i, summary(&conditions),
                     cases[i].conditions);
        struct context process =
            context_of(f.arena, f.release, CONTEXT_PROCESS);
        if (strcmp(summary(&process), cases[i].process) != 0)
            fail_msg("case %zu: %s, expected %s", i, summary(&process),
                     cases[i].process);
        fixture_close(&f);
    }
}

static const char *plain(struct num num)
{
    static char text[32];
    struct buf b = {0};
    num_plain(&b, num_trim(num));
    snprintf(text, sizeof text, "%s", b.p);
    buf_free(&b);
    return text;
}

/* Points in the order of their numbers, and the means, exactly. */
static void test_points(void **state)
{
    (void)state;
    const struct numbers mixed[] = {
        {"3", "1", NULL}, {"1", "2", NULL}, {"2", "9", NULL},
        {"1", "1", NULL}, {"5", "4", NULL}, {"4", "4", NULL},
        {"9", "2", NULL}, {"8", "1,5", NULL}, {"1,5", "0", NULL}};
    struct fixture f = open_schools(SITE BY CROSS, mixed, 9, "");
    struct context it = context_of(f.arena, f.release, CONTEXT_CONDITIONS);
    assert_int_equal(it.schools, 9);
    for (size_t i = 1; i < it.schools; i++) {
        int order = num_cmp(it.points[i - 1].x, it.points[i].x);
        assert_true(order < 0 ||
                    (order == 0 && num_cmp(it.points[i - 1].y,
                                           it.points[i].y) <= 0));
    }
    assert_string_equal(plain(it.points[0].y), "1");
    assert_string_equal(plain(it.points[8].x), "9");
    assert_string_equal(plain(it.mean_x), "3.833333333");
    assert_string_equal(plain(it.mean_y), "2.722222222");
    fixture_close(&f);
}

/* Whatever the hidden number is, it changes nothing (R3.1). */
static void test_hidden_is_nothing(void **state)
{
    (void)state;
    const char *const hidden[] = {"1", "2", "3", "4"};
    char *first = NULL;
    for (size_t i = 0; i < 4; i++) {
        char rows[1024];
        int n = 0;
        for (int k = 1; k < 9; k++)
            n += snprintf(rows + n, sizeof rows - (size_t)n,
                          "s;s%d;2023;%d;40\n", k, 40 + k);
        snprintf(rows + n, sizeof rows - (size_t)n, "s;s0;2023;%s;100\n",
                 hidden[i]);
        const struct numbers nine[] = {
            {"1", "1", NULL}, {"2", "2", NULL}, {"3", "3", NULL},
            {"4", "4", NULL}, {"5", "5", NULL}, {"6", "6", NULL},
            {"7", "7", NULL}, {"8", "8", NULL}, {"9", "9", NULL}};
        struct fixture f = open_schools(
            SITE BY "  result: {r: 1}\n  process: {s: 1}\n", nine, 9, rows);
        struct context it = context_of(f.arena, f.release, CONTEXT_PROCESS);
        assert_int_equal(it.schools, 8);
        assert_int_equal(it.left_out, 1);
        if (!first)
            first = strdup(summary(&it));
        assert_string_equal(summary(&it), first);
        fixture_close(&f);
    }
    free(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_hidden_is_nothing),
    };
    return RUN_FIXTURE(tests);
}
