/*
 * Tests of release/: two inputs that differ only in hidden values give the
 * same release (R3.1). Thousands of random tables; what is hidden is what the
 * release of the first says, and a hidden value is changed only into one that
 * is hidden for the same reason, sums that a shown total needs kept.
 */
#include "fixture.h"

#include <stdlib.h>

#define TABLES 500          /* in one site */
#define SITES 12
#define PLACES 5            /* four schools, the whole */
#define WHOLE_AT 4
#define INDICATORS_MAX 4

enum { KEEP = -1 };

/* One cell as it is written. */
struct entry {
    char state;             /* v: a value; c z x; 0: no row */
    int count, n;           /* n -1: not written; of a score: its tenths */
};

struct spec {
    int kind, privacy, policy, aggregate;
    int den, part, twin;    /* in the table, or KEEP */
    bool level;             /* publish_level: municipality */
    struct entry cells[PLACES];
};

struct table {
    struct spec specs[INDICATORS_MAX];
    int n;
    int excepted, rule, where;  /* an exception; where 4: everywhere */
};

static const struct disclosure limits = {
    .k = 3, .k_sensitive = 5, .n_min = 6, .counts_below = 9};

static unsigned seed;

static int below(int n)
{
    seed = seed * 1103515245u + 12345u;
    return (int)(seed >> 8 & 0xffff) % n;
}

static bool chance(int percent)
{
    return below(100) < percent;
}

/* --- a random table --- */

static struct entry random_entry(const struct spec *s, int den)
{
    struct entry e = {.state = 'v', .n = -1};
    int n = den >= 0 ? den : chance(40) ? below(9) : 9 + below(40);
    bool small = chance(50);
    e.count = below(small || n == 0 ? (n < 5 ? n + 1 : 5) : n + 1);
    if (s->kind == KIND_COUNT) {
        e.count = below(small ? 5 : 40);
        if (s->den == KEEP && chance(20))
            e.n = e.count + below(20);
    } else if (s->kind == KIND_SCORE) {
        e.count = below(51);
        if (s->den == KEEP && chance(85))
            e.n = n;
    } else if (s->den == KEEP) {
        e.n = n;
    }
    return e;
}

/* n of a cell: its own, else the denominator's. */
static int n_of(const struct table *t, int i, int place)
{
    const struct spec *s = &t->specs[i];
    const struct entry *den =
        s->den == KEEP ? NULL : &t->specs[s->den].cells[place];
    if (s->cells[place].n >= 0 || !den)
        return s->cells[place].n;
    return den->state == 'v' ? den->count : -1;
}

static void fill(struct table *t, int i)
{
    struct spec *s = &t->specs[i];
    for (int p = 0; p < PLACES; p++) {
        struct entry *e = &s->cells[p];
        int den;
        if (chance(10) || (p == WHOLE_AT && s->aggregate != AGGREGATE_GIVEN))
            continue;
        if (chance(12)) {
            e->state = "ccxz"[below(4)];
            continue;
        }
        den = s->den == KEEP ? -1 : n_of(t, i, p);
        if (s->kind == KIND_SHARE && s->den != KEEP && den < 0)
            continue;
        *e = random_entry(s, den);
    }
}

static struct spec random_spec(const struct table *t)
{
    static const int kinds[] = {KIND_COUNT, KIND_COUNT, KIND_SHARE,
                                KIND_SCORE};
    static const int sums[] = {AGGREGATE_SUM, AGGREGATE_MEAN,
                               AGGREGATE_GIVEN, AGGREGATE_NONE};
    struct spec s = {.kind = kinds[t->n ? below(4) : 0],
                     .privacy = chance(70) ? PRIVACY_PEOPLE : below(3),
                     .policy = below(2), .aggregate = sums[below(4)],
                     .den = KEEP, .part = KEEP, .twin = KEEP,
                     .level = chance(15)};
    if (s.kind != KIND_COUNT && s.aggregate == AGGREGATE_SUM)
        s.aggregate = AGGREGATE_WEIGHTED;
    if (t->n && s.kind == KIND_COUNT && chance(60)) {
        s.part = 0;
        s.privacy = t->specs[0].privacy;
        s.policy = t->specs[0].policy;
    } else if (t->n && s.kind == KIND_COUNT && chance(50)) {
        s.twin = 0;
    }
    if (t->n && s.part == KEEP && s.twin == KEEP && chance(50))
        s.den = 0;
    if (s.aggregate == AGGREGATE_MEAN)
        s.policy = s.part == KEEP ? POLICY_SCHOOLS_FIRST : s.policy;
    if (s.aggregate == AGGREGATE_MEAN && s.policy == POLICY_TOTAL_FIRST)
        s.aggregate = AGGREGATE_SUM;
    return s;
}

static void random_table(struct table *t)
{
    int n = 1 + below(INDICATORS_MAX);
    memset(t, 0, sizeof *t);
    while (t->n < n) {
        t->specs[t->n] = random_spec(t);
        fill(t, t->n++);
    }
    t->excepted = chance(30) ? below(t->n) : KEEP;
    t->rule = below(4);
    t->where = below(PLACES);
}

/* --- as files --- */

static void write_value(struct buf *out, const struct table *t, int i,
                        int place)
{
    const struct entry *e = &t->specs[i].cells[place];
    char own[16] = "";
    if (e->n >= 0)
        snprintf(own, sizeof own, "%d", e->n);
    if (e->state != 'v')
        buf_addf(out, ";;;%c\n", e->state);
    else if (t->specs[i].kind == KIND_COUNT)
        buf_addf(out, "%d;;%s;\n", e->count, own);
    else if (t->specs[i].kind == KIND_SCORE)
        buf_addf(out, "%d,%d;;%s;\n", e->count / 10, e->count % 10, own);
    else
        buf_addf(out, ";%d;%s;\n", e->count, own);
}

static void write_table(const struct table *t, size_t at, struct buf *rows,
                        struct buf *values, struct buf *overrides)
{
    static const char *const kinds[] = {"share", "score", "count"};
    static const char *const classes[] = {"open", "people", "sensitive"};
    static const char *const sums[] = {"given", "weighted", "sum", "mean",
                                       "none"};
    static const char *const rules[] = {"small", "n-unknown", "sensitive",
                                        "level"};
    for (int i = 0; i < t->n; i++) {
        const struct spec *s = &t->specs[i];
        char refs[3][24] = {"", "", ""};
        const int to[] = {s->den, s->part, s->twin};
        for (int r = 0; r < 3; r++)
            if (to[r] != KEEP)
                snprintf(refs[r], sizeof refs[r], "i%zu-%d", at, to[r]);
        buf_addf(rows, "i%zu-%d;П %zu %d;%s;%s;%s;%s;%s;%s;%s;%s;%s;5\n", at,
                 i, at, i, s->kind == KIND_SHARE ? "%" : "чел.",
                 kinds[s->kind], classes[s->privacy],
                 s->policy == POLICY_TOTAL_FIRST ? "total-first" : "",
                 sums[s->aggregate], refs[0], refs[1], refs[2],
                 s->level ? "municipality" : "");
        for (int p = 0; p < PLACES; p++) {
            if (!s->cells[p].state)
                continue;
            buf_addf(values, "i%zu-%d;%.1s;2023;", at, i, &"abcd"[p]);
            write_value(values, t, i, p);
        }
    }
    if (t->excepted != KEEP)
        buf_addf(overrides, "i%zu-%d;%.1s;;%s;причина\n", at, t->excepted,
                 &"abcd"[t->where], rules[t->rule]);
}

static struct fixture open_tables(const struct table *tables)
{
    struct buf rows = {0}, values = {0}, overrides = {0};
    buf_addz(&rows, "id;title;unit;kind;class;policy;aggregate;denominator;"
                    "part_of;same_as;publish_level;max\n");
    buf_addz(&values, "indicator;school;period;value;numerator;n;status\n");
    buf_addz(&overrides, "indicator;school;period;rule;reason\n");
    for (size_t t = 0; t < TABLES; t++)
        write_table(&tables[t], t, &rows, &values, &overrides);
    struct fixture f = fixture_open(
        FILES({"content/site.yml",
               "title: Т\nas_of: 2025-01-01\ndisclosure: {k: 3, "
               "k_sensitive: 5, n_min: 6, counts_below: 9}\n"},
              {"data/schools.csv", "id;name\na;А\nb;Б\nc;В\nd;Г\n"},
              {"data/p/indicators.csv", rows.p},
              {"data/p/overrides.csv", overrides.p},
              {"data/p/values.csv", values.p}), RELEASED);
    buf_free(&rows);
    buf_free(&values);
    buf_free(&overrides);
    return f;
}

/* --- another table that differs in hidden values --- */

/* For what reason is a number small? Equal answers, equal reasons. */
static int reason_of(int count)
{
    return (count > 0) + (count >= limits.k) + (count >= limits.k_sensitive);
}

/* Under n_min, and under k_sensitive, everything is hidden. */
static int reason(const struct table *t, int i, int place)
{
    const struct spec *s = &t->specs[i];
    int n = n_of(t, i, place), count = s->cells[place].count;
    if (s->kind != KIND_COUNT && n < limits.n_min)
        return n < 0 ? 100 : n < limits.k_sensitive ? 101 : 102;
    if (s->kind == KIND_SCORE)      /* an average of all or of nothing */
        return 103 + (count * n < 10 * limits.k ||
                      (50 - count) * n < 10 * limits.k);
    return reason_of(count) + (n < 0 ? 10 : 20 + 20 * reason_of(n - count));
}

/* May numbers of this indicator be changed at all: do others use them as n,
 * and may be shown? */
static bool is_used(const struct table *t, int i)
{
    for (int k = 0; k < t->n; k++)
        if (t->specs[k].den == i &&
            (t->specs[k].policy == POLICY_TOTAL_FIRST || t->specs[k].level ||
             t->specs[k].privacy != PRIVACY_PEOPLE))
            return true;
    return false;
}

static bool is_valid(const struct table *t)
{
    for (int i = 0; i < t->n; i++)
        for (int p = 0; p < PLACES; p++) {
            const struct entry *e = &t->specs[i].cells[p];
            int n = n_of(t, i, p);
            if (e->state == 'v' && t->specs[i].kind != KIND_SCORE &&
                (e->count < 0 || (n >= 0 && e->count > n)))
                return false;
        }
    return true;
}

static bool is_excepted(const struct table *t, int i, int place)
{
    return t->excepted == i && (t->where == WHOLE_AT || t->where == place);
}

/* Changes cell `p`, whose state is `states[p]`; the table may turn out
 * wrong. */
static void change(struct table *t, int i, int p, const char *states)
{
    struct spec *s = &t->specs[i];
    struct entry *e = &s->cells[p], *other;
    bool sums = s->aggregate != AGGREGATE_GIVEN &&
                s->aggregate != AGGREGATE_NONE &&
                (s->policy == POLICY_TOTAL_FIRST || states[p] == 'l');
    int q = below(WHOLE_AT), by = below(7) - 3;
    if (p == WHOLE_AT && s->den != KEEP)
        return;             /* its n may be a sum that is not known here */
    if (!sums || p == WHOLE_AT) {
        int den = s->den == KEEP ? -1 : n_of(t, i, p);
        int own = e->n;
        *e = random_entry(s, den);
        if (own < 0 || e->n < 0)
            e->n = own;
        return;
    }
    other = &s->cells[q];
    if (q == p || other->state != 'v' || states[q] != states[p] ||
        is_excepted(t, i, p) != is_excepted(t, i, q) || (other->n < 0) !=
        (e->n < 0))
        return;
    if (s->kind == KIND_SCORE || (s->den == KEEP && chance(50))) {
        struct entry keep = *e;
        if (s->den != KEEP)
            return;
        *e = *other;
        *other = keep;
    } else {
        e->count += by;
        other->count -= by;
    }
}

/* Does each cell have the same reason to be hidden, or not, as before? */
static bool same_reasons(const struct table *a, const struct table *b)
{
    for (int i = 0; i < a->n; i++)
        for (int p = 0; p < PLACES; p++)
            if (a->specs[i].cells[p].state == 'v' &&
                reason(a, i, p) != reason(b, i, p))
                return false;
    return true;
}

static size_t vary(struct table *t, char (*states)[PLACES])
{
    size_t changed = 0;
    for (int round = 0; round < 8; round++)
        for (int i = 0; i < t->n; i++)
            for (int p = 0; p < PLACES; p++) {
                struct table other = *t;
                if (t->specs[i].cells[p].state != 'v' ||
                    !strchr("cl", states[i][p]) || is_used(t, i))
                    continue;
                change(&other, i, p, states[i]);
                if (!is_valid(&other) || !same_reasons(t, &other))
                    continue;
                changed += memcmp(&other, t, sizeof other) != 0;
                *t = other;
            }
    return changed;
}

/* --- the test --- */

static size_t place_at(int place)
{
    return place == WHOLE_AT ? RELEASE_WHOLE : (size_t)place;
}

/* Index of the first indicator of each table. */
static void compare(const struct fixture *a, const struct fixture *b,
                    const struct table *from, const struct table *to)
{
    size_t at = 0;
    for (size_t t = 0; t < TABLES; at += (size_t)from[t++].n)
        for (int i = 0; i < from[t].n; i++)
            for (int p = 0; p < PLACES; p++) {
                size_t periods;
                release_periods(a->release, at + (size_t)i, &periods);
                if (periods == 0)
                    continue;
                const char *one = told(release_fact(
                    a->release, at + (size_t)i, place_at(p), 0));
                const char *two = told(release_fact(
                    b->release, at + (size_t)i, place_at(p), 0));
                if (strcmp(one, two) == 0)
                    continue;
                struct buf text = {0};
                write_table(&from[t], t, &text, &text, &text);
                write_table(&to[t], t, &text, &text, &text);
                fail_msg("i%zu-%d place %d: «%s» and «%s» of\n%s", t, i, p,
                         one, two, text.p);
            }
}

static size_t look_and_vary(const struct fixture *f, struct table *tables)
{
    size_t at = 0, changed = 0;
    for (size_t t = 0; t < TABLES; at += (size_t)tables[t++].n) {
        char states[INDICATORS_MAX][PLACES] = {{0}};
        for (int i = 0; i < tables[t].n; i++)
            for (int p = 0; p < PLACES; p++) {
                size_t periods;
                release_periods(f->release, at + (size_t)i, &periods);
                states[i][p] = 's';
                if (periods)
                    states[i][p] = told(release_fact(
                        f->release, at + (size_t)i, place_at(p), 0))[0];
            }
        changed += vary(&tables[t], states);
    }
    return changed;
}

static void test_tables(void **state)
{
    static struct table a[TABLES], b[TABLES];
    size_t changed = 0;
    (void)state;
    for (unsigned site = 0; site < SITES; site++) {
        seed = site + 1;
        for (size_t t = 0; t < TABLES; t++)
            random_table(&a[t]);
        struct fixture one = open_tables(a);
        if (diag_count(one.diag, LEVEL_ERROR))
            fail_msg("%.2000s", printed(one.diag));
        memcpy(b, a, sizeof b);
        changed += look_and_vary(&one, b);
        struct fixture two = open_tables(b);
        compare(&one, &two, a, b);
        char *said_one = printed(one.diag), *said_two = printed(two.diag);
        assert_string_equal(said_one, said_two);
        free(said_one);
        free(said_two);
        fixture_close(&one);
        fixture_close(&two);
    }
    print_message("%d tables, %zu changes\n", TABLES * SITES, changed);
    assert_true(changed > TABLES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
    };
    return RUN_FIXTURE(tests);
}
