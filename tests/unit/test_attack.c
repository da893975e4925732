/*
 * Tests of release/: an attacker who has the program, its parameters and all
 * that is published (R3.3). For every input up to a size the release is made;
 * inputs with the same output are what the attacker cannot tell apart. Each
 * hidden number must then be one of at least k - 1, or of all there are.
 */
#include "fixture.h"

#include <stdlib.h>

#define CELLS_MAX 8
#define TEXT_MAX 320

/* A small world: rows of tables in which `#` is the number of the input,
 * `{ab}` the sum of the variables a and b, and `{a/}` a tenth of a. */
struct world {
    const char *name, *limits;
    int k, vars, top;           /* every variable runs from 0 to `top` */
    /* Judged are inputs of which these sums of variables are at most `top`,
     * so that none of their like is left out; NULL: all. */
    const char *sums;
    const char *indicators;     /* behind INDICATORS */
    const char *values;         /* behind VALUES */
    const char *overrides;      /* behind OVERRIDES, or NULL */
    int per;                    /* indicators an input */
    /* variable `var` is the hidden number of this cell */
    struct {
        int indicator, school, var;
    } cells[CELLS_MAX];
    int cells_n;
};

#define INDICATORS \
    "id;title;unit;kind;class;policy;aggregate;denominator;part_of;" \
    "same_as;publish_level;max\n"
#define VALUES "indicator;school;period;value;numerator;n;status\n"
#define OVERRIDES "indicator;school;period;rule;reason\n"
#define SCHOOLS 4
#define K3 "{k: 3, k_sensitive: 4, n_min: 4, counts_below: 6}"
#define K5 "{k: 5, k_sensitive: 6, n_min: 6, counts_below: 8}"

/* Value `var` of input `t`. */
static int value_of(const struct world *w, size_t t, int var)
{
    for (int v = 0; v < var; v++)
        t /= (size_t)w->top + 1;
    return (int)(t % ((size_t)w->top + 1));
}

static void expand(struct buf *out, const struct world *w, size_t t,
                   const char *text)
{
    for (const char *p = text; *p; p++) {
        if (*p == '#') {
            buf_addf(out, "%05zu", t);
        } else if (*p == '{') {
            int sum = 0;
            for (p++; *p != '}' && *p != '/'; p++)
                sum += value_of(w, t, *p - 'a');
            if (*p == '/')
                buf_addf(out, "%d,%d", sum / 10, sum % 10);
            else
                buf_addf(out, "%d", sum);
            p += *p == '/';
        } else {
            buf_char(out, *p);
        }
    }
}

/* All that is published of one input. */
struct output {
    char text[TEXT_MAX];
    size_t input;
    char states[CELLS_MAX + 1];     /* of the hidden cells */
};

static void look(const struct fixture *f, const struct world *w, size_t t,
                 struct output *out)
{
    size_t used = 0;
    out->input = t;
    for (int i = 0; i < w->per; i++)
        for (size_t s = 0; s <= SCHOOLS; s++) {
            const char *fact = told(release_fact(
                f->release, t * (size_t)w->per + (size_t)i,
                s < SCHOOLS ? s : RELEASE_WHOLE, 0));
            int n = snprintf(out->text + used, TEXT_MAX - used, "%s|", fact);
            assert_true((size_t)n < TEXT_MAX - used);
            used += (size_t)n;
            for (int c = 0; c < w->cells_n; c++)
                if (w->cells[c].indicator == i &&
                    w->cells[c].school == (int)s)
                    out->states[c] = fact[0];
        }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct output *)a)->text,
                  ((const struct output *)b)->text);
}

/* Of inputs that look the same (`n` from `outputs`): is cell `c` one of
 * enough? A cell that is only not published per school, or goes only with
 * such a one, may be told if it is no secret in itself. */
static bool is_safe(const struct world *w, const struct output *outputs,
                    size_t n, int c, int *values)
{
    bool seen[64] = {false}, small = false;
    int enough = w->k - 1 < w->top + 1 ? w->k - 1 : w->top + 1;
    *values = 0;
    for (size_t i = 0; i < n; i++) {
        int v = value_of(w, outputs[i].input, w->cells[c].var);
        *values += !seen[v];
        seen[v] = true;
        small = small || (v > 0 && v < w->k);
    }
    return *values >= enough ||
           (strchr(outputs->states, 'l') && !small);
}

static bool is_judged(const struct world *w, size_t t)
{
    int sum = 0;
    for (const char *p = w->sums; p && *p; p++) {
        sum = *p == ' ' ? 0 : sum + value_of(w, t, *p - 'a');
        if (sum > w->top)
            return false;
    }
    return true;
}

static size_t judge(const struct world *w, const struct output *outputs,
                    size_t all)
{
    size_t hidden = 0, bad = 0;
    for (size_t from = 0, to; from < all; from = to) {
        for (to = from + 1; to < all && by_text(&outputs[from],
                                                &outputs[to]) == 0;)
            to++;
        for (int c = 0; c < w->cells_n; c++) {
            int values;
            if ((outputs[from].states[c] != 'c' &&
                 outputs[from].states[c] != 'l') ||
                !is_judged(w, outputs[from].input))
                continue;
            hidden += to - from;
            if (is_safe(w, &outputs[from], to - from, c, &values))
                continue;
            if (bad++ < 5)
                print_error("%s: input %zu, cell %d has %d values: %s\n",
                            w->name, outputs[from].input, c, values,
                            outputs[from].text);
        }
    }
    if (bad)
        fail_msg("%s: %zu outputs give a hidden number away", w->name, bad);
    return hidden;
}

static void attack(const struct world *w)
{
    struct buf indicators = {0}, values = {0}, overrides = {0}, site = {0};
    size_t all = 1;
    for (int v = 0; v < w->vars; v++)
        all *= (size_t)w->top + 1;
    buf_addz(&indicators, INDICATORS);
    buf_addz(&values, VALUES);
    buf_addz(&overrides, OVERRIDES);
    for (size_t t = 0; t < all; t++) {
        expand(&indicators, w, t, w->indicators);
        expand(&values, w, t, w->values);
        if (w->overrides)
            expand(&overrides, w, t, w->overrides);
    }
    buf_addf(&site, "title: Т\nas_of: 2025-01-01\ndisclosure: %s\n",
             w->limits);
    struct fixture f = fixture_open(
        FILES({"content/site.yml", site.p},
              {"data/schools.csv", "id;name\na;А\nb;Б\nc;В\nd;Г\n"},
              {"data/p/indicators.csv", indicators.p},
              {"data/p/overrides.csv", overrides.p},
              {"data/p/values.csv", values.p}), RELEASED);
    if (diag_count(f.diag, LEVEL_ERROR))
        fail_msg("%s: %.2000s", w->name, printed(f.diag));
    assert_int_equal(f.site->indicators.n, all * (size_t)w->per);
    struct output *outputs = calloc(all, sizeof *outputs);
    for (size_t t = 0; t < all; t++)
        look(&f, w, t, &outputs[t]);
    qsort(outputs, all, sizeof *outputs, by_text);
    assert_true(judge(w, outputs, all) > 0);
    free(outputs);
    fixture_close(&f);
    buf_free(&indicators);
    buf_free(&values);
    buf_free(&overrides);
    buf_free(&site);
}

/* --- schools and their total --- */

#define COUNT(id, policy, aggregate, more) \
    id "#;" id " #;чел.;count;people;" policy ";" aggregate ";" more "\n"
#define V(id, school, value) id "#;" school ";2023;" value ";;;\n"

#define TWO V("n", "a", "{a}") V("n", "b", "{b}")
#define THREE TWO V("n", "c", "{c}")
#define FOUR THREE V("n", "d", "{d}")
#define OF_TWO {{0, 0, 0}, {0, 1, 1}}, 2
#define OF_THREE {{0, 0, 0}, {0, 1, 1}, {0, 2, 2}}, 3
#define OF_FOUR {{0, 0, 0}, {0, 1, 1}, {0, 2, 2}, {0, 3, 3}}, 4

static const struct world totals[] = {
    {"two, schools first", K3, 3, 2, 12, NULL,
     COUNT("n", "schools-first", "sum", ";;;"), TWO, NULL, 1, OF_TWO},
    {"two, total first", K3, 3, 2, 12, "ab",
     COUNT("n", "total-first", "sum", ";;;"), TWO, NULL, 1, OF_TWO},
    {"two, total first, k = 5", K5, 5, 2, 15, "ab",
     COUNT("n", "total-first", "sum", ";;;"), TWO, NULL, 1, OF_TWO},
    {"three, schools first, k = 5", K5, 5, 3, 15, NULL,
     COUNT("n", "schools-first", "sum", ";;;"), THREE, NULL, 1, OF_THREE},
    {"three, total first, k = 5", K5, 5, 3, 15, "abc",
     COUNT("n", "total-first", "sum", ";;;"), THREE, NULL, 1, OF_THREE},
    {"four, schools first", K3, 3, 4, 9, NULL,
     COUNT("n", "schools-first", "sum", ";;;"), FOUR, NULL, 1, OF_FOUR},
    {"four, total first", K3, 3, 4, 9, "abcd",
     COUNT("n", "total-first", "sum", ";;;"), FOUR, NULL, 1, OF_FOUR},
    {"three, total given, schools first", K3, 3, 3, 9, NULL,
     COUNT("n", "schools-first", "given", ";;;"),
     THREE V("n", "", "{abc}"), NULL, 1, OF_THREE},
    {"three, total given, total first", K3, 3, 3, 9, "abc",
     COUNT("n", "total-first", "given", ";;;"),
     THREE V("n", "", "{abc}"), NULL, 1, OF_THREE},
    {"three, mean of counts", K3, 3, 3, 9, NULL,
     COUNT("n", "schools-first", "mean", ";;;"), THREE, NULL, 1, OF_THREE},
    {"three, one of them excepted, total first", K3, 3, 3, 9, "abc",
     COUNT("n", "total-first", "sum", ";;;"), THREE,
     "n#;a;;small;причина\n", 1, OF_THREE},
    {"three, one of them confidential, total first", K3, 3, 2, 12, "ab",
     COUNT("n", "total-first", "sum", ";;;"),
     TWO "n#;c;2023;;;;c\n", NULL, 1, OF_TWO},
    {"three, one of them without data, total first", K3, 3, 2, 12, "ab",
     COUNT("n", "total-first", "sum", ";;;"),
     TWO "n#;c;2023;;;;z\n", NULL, 1, OF_TWO},
    {"one contributor, total first", K3, 3, 1, 20, "a",
     COUNT("n", "total-first", "given", ";;;"),
     "n#;a;2023;{a};;20;\nn#;b;2023;;;;z\nn#;;2023;{a};;;\n", NULL, 1,
     {{0, 0, 0}}, 1},
};

static void test_totals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
        attack(&totals[i]);
}

/* --- shares and averages --- */

/* Everybody knows how many children there are. */
#define KNOWN(class)                                                        \
    "d#;d #;чел.;count;" class ";total-first;sum;;;;\n"
#define SHARE(policy, aggregate) \
    "s#;s #;%;share;people;" policy ";" aggregate ";d#;;;\n"
#define C(school, count) "s#;" school ";2023;;" count ";;\n"

static const struct world shares[] = {
    {"shares of known numbers, total first", K3, 3, 2, 9, "ab",
     KNOWN("people") SHARE("total-first", "weighted"),
     V("d", "a", "9") V("d", "b", "30") C("a", "{a}") C("b", "{b}"), NULL, 2,
     {{1, 0, 0}, {1, 1, 1}}, 2},
    {"shares of few, total first", K3, 3, 2, 3, "ab",
     KNOWN("people") SHARE("total-first", "weighted"),
     V("d", "a", "3") V("d", "b", "12") C("a", "{a}") C("b", "{b}"), NULL, 2,
     {{1, 0, 0}, {1, 1, 1}}, 2},
    {"shares of few, schools first", K3, 3, 2, 3, NULL,
     KNOWN("people") SHARE("schools-first", "weighted"),
     V("d", "a", "3") V("d", "b", "12") C("a", "{a}") C("b", "{b}"), NULL, 2,
     {{1, 0, 0}, {1, 1, 1}}, 2},
    {"mean of shares", K3, 3, 2, 9, NULL,
     KNOWN("people") SHARE("schools-first", "mean"),
     V("d", "a", "9") V("d", "b", "10") C("a", "{a}") C("b", "{b}"), NULL, 2,
     {{1, 0, 0}, {1, 1, 1}}, 2},
    {"shares with their own n: the count and the rest", K3, 3, 4, 6,
     "ac bd", "s#;s #;%;share;people;total-first;weighted;;;;\n",
     "s#;a;2023;;{a};{ab};\ns#;b;2023;;{c};{cd};\n", NULL, 1,
     {{0, 0, 0}, {0, 0, 1}, {0, 1, 2}, {0, 1, 3}}, 4},
    {"averages of few, total first", K3, 3, 2, 50, NULL,
     "n#;n #;балл;score;people;total-first;weighted;;;;;5\n",
     "n#;a;2023;{a/};;3;\nn#;b;2023;{b/};;8;\n", NULL, 1,
     {{0, 0, 0}, {0, 1, 1}}, 2},
    {"counts and what is left of a known number", K3, 3, 2, 9, "ab",
     KNOWN("people") "s#;s #;чел.;count;people;total-first;sum;d#;;;\n",
     V("d", "a", "9") V("d", "b", "30") V("s", "a", "{a}")
     V("s", "b", "{b}"), NULL, 2, {{1, 0, 0}, {1, 1, 1}}, 2},
};

static void test_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        attack(&shares[i]);
}

/* --- sums of different things that overlap --- */

#define PARTS(policy) \
    COUNT("t", policy, "sum", ";;;") COUNT("m", policy, "sum", ";t#;;") \
    COUNT("g", policy, "sum", ";t#;;")
#define TABLE \
    V("t", "a", "{ab}") V("t", "b", "{cd}") V("m", "a", "{a}") \
    V("g", "a", "{b}") V("m", "b", "{c}") V("g", "b", "{d}")
#define OF_TABLE {{1, 0, 0}, {2, 0, 1}, {1, 1, 2}, {2, 1, 3}}, 4
#define TWINS(one, other) \
    COUNT("m", one, "sum", ";;;") COUNT("w", other, "sum", ";;m#;")
#define TWINS_OF \
    V("m", "a", "{a}") V("m", "b", "{b}") V("w", "a", "{a}") \
    V("w", "b", "{b}") V("w", "c", "{c}")
#define OF_TWINS {{0, 0, 0}, {0, 1, 1}, {1, 0, 0}, {1, 1, 1}, {1, 2, 2}}, 5

static const struct world overlaps[] = {
    {"parts by schools, schools first", K3, 3, 4, 6, NULL,
     PARTS("schools-first"), TABLE, NULL, 3, OF_TABLE},
    {"parts by schools, total first", K3, 3, 4, 6, "ab cd ac bd",
     PARTS("total-first"), TABLE, NULL, 3, OF_TABLE},
    {"parts, one of them nowhere else", K3, 3, 3, 9, "abc",
     PARTS("total-first"),
     V("t", "a", "{ab}") V("t", "b", "{c}") V("m", "a", "{a}")
     V("g", "a", "{b}") V("m", "b", "{c}") "g#;b;2023;;;;z\n", NULL, 3,
     {{1, 0, 0}, {2, 0, 1}, {1, 1, 2}}, 3},
    {"a given part under a computed total", K3, 3, 3, 9, NULL,
     COUNT("t", "schools-first", "sum", ";;;")
     COUNT("m", "schools-first", "given", ";t#;;")
     COUNT("g", "schools-first", "given", ";t#;;"),
     V("t", "a", "{ab}") V("t", "b", "{c}") V("m", "", "{a}")
     V("g", "", "{bc}"), NULL, 3, {{1, 4, 0}}, 1},
    {"a part that is not published per school", K3, 3, 4, 6, NULL,
     COUNT("t", "schools-first", "sum", ";;;")
     COUNT("m", "schools-first", "sum", ";t#;;municipality")
     COUNT("g", "schools-first", "sum", ";t#;;"),
     TABLE, NULL, 3, OF_TABLE},
    {"the same, total first", K3, 3, 4, 6, "ab cd ac bd",
     COUNT("t", "total-first", "sum", ";;;")
     COUNT("m", "total-first", "sum", ";t#;;municipality")
     COUNT("g", "total-first", "sum", ";t#;;"),
     TABLE, NULL, 3, OF_TABLE},
    {"a total that is not published per school", K3, 3, 4, 6, NULL,
     COUNT("t", "schools-first", "sum", ";;;municipality")
     COUNT("m", "schools-first", "sum", ";t#;;")
     COUNT("g", "schools-first", "sum", ";t#;;"),
     TABLE, NULL, 3, OF_TABLE},
    {"one fact of two and of three schools, schools first", K3, 3, 3, 9,
     NULL, TWINS("schools-first", "schools-first"), TWINS_OF, NULL, 2,
     OF_TWINS},
    {"the same, total first", K3, 3, 3, 9, "abc",
     TWINS("total-first", "total-first"), TWINS_OF, NULL, 2, OF_TWINS},
    {"the same, the smaller total first", K3, 3, 3, 9, "abc",
     TWINS("total-first", "schools-first"), TWINS_OF, NULL, 2, OF_TWINS},
    {"the same, the larger total first", K3, 3, 3, 9, "abc",
     TWINS("schools-first", "total-first"), TWINS_OF, NULL, 2, OF_TWINS},
    {"the same, not published per school", K3, 3, 3, 9, "abc",
     COUNT("m", "", "sum", ";;;municipality")
     COUNT("w", "", "sum", ";;m#;municipality"), TWINS_OF, NULL, 2,
     OF_TWINS},
    {"the same, one of them not published per school", K3, 3, 3, 9, "abc",
     COUNT("m", "", "sum", ";;;municipality")
     COUNT("w", "", "sum", ";;m#;"), TWINS_OF, NULL, 2, OF_TWINS},
    {"the n of two schools beside that of three, total first", K3, 3, 3, 12,
     "abc", COUNT("d", "total-first", "sum", ";;;")
     "s#;s #;балл;score;people;total-first;weighted;d#;;;\n",
     V("d", "a", "{a}") V("d", "b", "{b}") V("d", "c", "{c}")
     V("s", "a", "3") V("s", "b", "4"), NULL, 2,
     {{0, 0, 0}, {0, 1, 1}, {0, 2, 2}}, 3},
    {"the n of three schools beside that of two, total first", K3, 3, 3, 12,
     "abc", COUNT("d", "total-first", "sum", ";;;")
     "s#;s #;балл;score;people;total-first;weighted;d#;;;\n",
     V("d", "a", "{a}") V("d", "b", "{b}") "s#;a;2023;3;;;\n"
     "s#;b;2023;4;;;\ns#;c;2023;4;;{c};\n", NULL, 2,
     {{0, 0, 0}, {0, 1, 1}}, 2},
};

static void test_overlaps(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof overlaps / sizeof *overlaps; i++)
        attack(&overlaps[i]);
}

/* --- not published per school; sensitive --- */

static const struct world levels[] = {
    {"nobody per school", K3, 3, 3, 9, "abc",
     COUNT("n", "", "sum", ";;;municipality"), THREE, NULL, 1, OF_THREE},
    {"one school by exception", K3, 3, 3, 9, "abc",
     COUNT("n", "", "sum", ";;;municipality"), THREE,
     "n#;a;;level;причина\n", 1, OF_THREE},
    {"two schools by exception, total first", K3, 3, 4, 7, "abcd",
     COUNT("n", "total-first", "sum", ";;;municipality"), FOUR,
     "n#;a;;level;причина\nn#;b;;level;причина\n", 1, OF_FOUR},
    {"sensitive", K3, 4, 3, 9, "abc",
     "n#;n #;чел.;count;sensitive;;sum;;;;\n", THREE, NULL, 1, OF_THREE},
    {"sensitive, one school by exception", K3, 3, 3, 9, "abc",
     "n#;n #;чел.;count;sensitive;;sum;;;;municipality\n", THREE,
     "n#;a;;level;причина\nn#;a;;sensitive;причина\n", 1, OF_THREE},
    {"sensitive, one school by exception, no level", K3, 3, 3, 9, "abc",
     "n#;n #;чел.;count;sensitive;;sum;;;;\n", THREE,
     "n#;a;;sensitive;причина\n", 1, OF_THREE},
    {"mean of shares, nobody per school", K3, 3, 2, 9, NULL,
     KNOWN("people") "s#;s #;%;share;people;;mean;d#;;;municipality\n",
     V("d", "a", "9") V("d", "b", "10") C("a", "{a}") C("b", "{b}"), NULL, 2,
     {{1, 0, 0}, {1, 1, 1}}, 2},
};

static void test_levels(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        attack(&levels[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals), cmocka_unit_test(test_shares),
        cmocka_unit_test(test_overlaps), cmocka_unit_test(test_levels),
    };
    return RUN_FIXTURE(tests);
}
