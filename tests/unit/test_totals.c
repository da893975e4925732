/*
 * Tests of release/disclose: what hides what (domain 3.3 rules 3 to 5, 8):
 * schools and their whole, parts and their total, the same fact twice.
 */
#include "fixture.h"

#define HEAD "id;title;unit;kind;policy;aggregate\n"

/* --- R3.2 --- */

static const struct {
    const char *policy, *values[3], *facts[3], *whole;
} vectors[] = {
    {"schools-first", {"12", "1", "1"}, {"s 12", "c", "c"}, "c"},
    {"schools-first", {"7", "8", "9"}, {"s 7", "s 8", "s 9"}, "s 24"},
    {"schools-first", {"0", "0", "3"}, {"s 0", "s 0", "c"}, "c"},
    {"schools-first", {"0", "0", "0"}, {"s 0", "s 0", "s 0"}, "s 0"},
    {"schools-first", {"5", "4", "4"}, {"s 5", "c", "c"}, "c"},
    {"total-first", {"12", "1", "1"}, {"c", "c", "c"}, "s 14"},
    {"total-first", {"1", "1", "1"}, {"c", "c", "c"}, "c"},
    {"total-first", {"2", "2", "1"}, {"c", "c", "c"}, "s 5"},
    {"total-first", {"7", "8", "9"}, {"s 7", "s 8", "s 9"}, "s 24"},
    {"total-first", {"0", "0", "3"}, {"c", "c", "c"}, "c"},
    {"total-first", {"0", "0", "0"}, {"s 0", "s 0", "s 0"}, "s 0"},
    /* one contributor: the total is the school (rule 5) */
    {"schools-first", {"3", "-", "x"}, {"c", "z", "x"}, "c"},
    {"schools-first", {"30", "-", "x"}, {"s 30", "z", "x"}, "s 30"},
    {"total-first", {"3", "-", ""}, {"c", "z", "x"}, "c"},
    /* stated as confidential: as if hidden by the rule */
    {"schools-first", {"30", "c", "20"}, {"s 30", "c", "s 20"}, "c"},
    {"total-first", {"30", "c", "20"}, {"c", "c", "c"}, "s 50"},
    {"schools-first", {"c", "c", "c"}, {"c", "c", "c"}, "c"},
    /* checking is nobody's secret */
    {"schools-first", {"30", "q", "20"}, {"s 30", "q", "s 20"}, "s 50"},
    {"schools-first", {"-", "-", "-"}, {"z", "z", "z"}, "x"},
};

static void test_vectors(void **state)
{
    static const char *const ids[] = {"a", "b", "c"};
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        char indicators[256], values[256];
        snprintf(indicators, sizeof indicators,
                 HEAD "n;Н;человек;count;%s;sum\n", vectors[i].policy);
        snprintf(values, sizeof values,
                 "indicator;period;a;b;c\nn;2023;%s;%s;%s\nn;2022;;;50\n",
                 vectors[i].values[0], vectors[i].values[1],
                 vectors[i].values[2]);
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", indicators},
                  {"data/p/values.csv", values}), RELEASED);
        assert_quiet(&f);
        for (size_t s = 0; s < 3; s++)
            assert_fact(&f, "p/n", ids[s], "2023", vectors[i].facts[s]);
        assert_fact(&f, "p/n", "", "2023", vectors[i].whole);
        fixture_close(&f);
    }
}

/* (30,20,14,2): the fourth school. */
static void test_four(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/schools.csv", "id;name\na;А\nb;Б\nc;В\nd;Г\n"},
              {"data/p/indicators.csv",
               HEAD "n;Н;человек;count;schools-first;sum\n"},
              {"data/p/values.csv",
               "indicator;period;a;b;c;d\nn;2023;30;20;14;2\n"}), RELEASED);
    assert_quiet(&f);
    assert_fact(&f, "p/n", "a", "2023", "s 30");
    assert_fact(&f, "p/n", "b", "2023", "s 20");
    assert_fact(&f, "p/n", "c", "2023", "s 14");
    assert_fact(&f, "p/n", "d", "2023", "c");
    assert_fact(&f, "p/n", "", "2023", "c");
    struct release_counts counts =
        release_count(f.release, PRIVACY_PEOPLE);
    assert_int_equal(counts.shown, 3);
    assert_int_equal(counts.hidden, 2);
    assert_int_equal(counts.level + counts.counts, 0);
    fixture_close(&f);
}

/* --- R3.3: an attacker who knows the program --- */

#define TOP 9       /* 3k */
#define TRIPLES ((TOP + 1) * (TOP + 1) * (TOP + 1))

struct output {
    char text[4][16];   /* three schools, the whole */
};

static void read_output(const struct fixture *f, size_t indicator,
                        struct output *out)
{
    for (size_t s = 0; s < 4; s++)
        snprintf(out->text[s], sizeof out->text[s], "%s",
                 told(release_fact(f->release, indicator,
                                   s < 3 ? s : RELEASE_WHOLE, 0)));
}

/* How many values can cell `s` have, of all triples with this output? */
static int possible(const struct output *outputs, size_t of, int s)
{
    bool seen[TOP + 1] = {false};
    int n = 0;
    for (int t = 0; t < TRIPLES; t++) {
        int value[3] = {t / 100, t / 10 % 10, t % 10};
        if (memcmp(&outputs[t], &outputs[of], sizeof outputs[t]) == 0)
            seen[value[s]] = true;
    }
    for (int v = 0; v <= TOP; v++)
        n += seen[v];
    return n;
}

static void attack(const char *policy)
{
    static struct output outputs[TRIPLES];
    struct buf indicators = {0}, values = {0};
    memset(outputs, 0, sizeof outputs);
    buf_addz(&indicators, HEAD);
    buf_addz(&values, "indicator;period;a;b;c\n");
    for (int t = 0; t < TRIPLES; t++) {
        buf_addf(&indicators, "n%03d;Н %d;человек;count;%s;sum\n", t, t,
                 policy);
        buf_addf(&values, "n%03d;2023;%d;%d;%d\n", t, t / 100, t / 10 % 10,
                 t % 10);
    }
    struct fixture f = fixture_open(
        FILES({"content/site.yml", "title: Т\nas_of: 2025-01-01\n"
                                   "disclosure: {k: 3}\n"},
              {"data/p/indicators.csv", indicators.p},
              {"data/p/values.csv", values.p}), RELEASED);
    assert_quiet(&f);
    assert_int_equal(f.site->indicators.n, TRIPLES);
    size_t hidden = 0;
    for (size_t t = 0; t < TRIPLES; t++)
        read_output(&f, t, &outputs[t]);
    for (size_t t = 0; t < TRIPLES; t++)
        for (int s = 0; s < 3; s++)
            if (outputs[t].text[s][0] == 'c') {
                hidden++;
                int n = possible(outputs, t, s);
                if (n < 2)
                    fail_msg("%s: %03zu school %d has %d values", policy, t,
                             s, n);
            }
    assert_true(hidden > 500);
    fixture_close(&f);
    buf_free(&indicators);
    buf_free(&values);
}

static void test_attacker(void **state)
{
    (void)state;
    attack("schools-first");
    attack("total-first");
}

/* --- given wholes, parts, twins: one site a case --- */

struct site_case {
    const char *name, *indicators, *values;
    struct {
        const char *indicator, *school, *want;
    } facts[12];
};

static void run_cases(const struct site_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct fixture f = fixture_open(
            FILES({"data/p/indicators.csv", cases[i].indicators},
                  {"data/p/values.csv", cases[i].values}), RELEASED);
        assert_int_equal(diag_count(f.diag, LEVEL_ERROR), 0);
        for (size_t k = 0; k < 12 && cases[i].facts[k].want; k++) {
            const char *got = told(
                fact_of(&f, cases[i].facts[k].indicator,
                        cases[i].facts[k].school, "2023"));
            if (strcmp(got, cases[i].facts[k].want) != 0)
                fail_msg("%s: %s of «%s» is «%s», expected «%s»",
                         cases[i].name, cases[i].facts[k].indicator,
                         cases[i].facts[k].school, got,
                         cases[i].facts[k].want);
        }
        fixture_close(&f);
    }
}
#define RUN_CASES(cases) run_cases((cases), sizeof(cases) / sizeof *(cases))

static const struct site_case wholes[] = {
    {"a given whole is hidden with a school",
     HEAD "n;Н;человек;count;schools-first;given\n",
     "indicator;period;a;b;c;Итого\nn;2023;12;1;20;33\n",
     {{"p/n", "a", "s 12"}, {"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"a given whole, total first",
     HEAD "n;Н;человек;count;total-first;given\n",
     "indicator;period;a;b;c;Итого\nn;2023;12;1;20;33\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "c", "c"},
      {"p/n", "", "s 33"}}},
    {"a given whole alone",
     HEAD "n;Н;человек;count;;given\n",
     "indicator;period;value\nn;2023;33\n",
     {{"p/n", "", "s 33"}}},
    {"a given small whole alone",
     HEAD "n;Н;человек;count;;given\n",
     "indicator;period;value\nn;2023;3\n",
     {{"p/n", "", "c"}}},
    {"a confidential whole is not the sum of shown schools",
     HEAD "n;Н;человек;count;;given\n",
     "indicator;period;a;b;Итого\nn;2023;12;30;c\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"nor of those that all have it, where another has nothing to have",
     HEAD "n;Н;человек;count;;given\n",
     "indicator;period;a;b;c;Итого\nn;2023;12;30;-;c\n",
     {{"p/n", "a", "c"}, {"p/n", "c", "z"}, {"p/n", "", "c"}}},
    {"where one is missing nobody can add up",
     HEAD "n;Н;человек;count;;given\n",
     "indicator;period;a;b;c;Итого\nn;2023;12;30;x;c\n",
     {{"p/n", "a", "s 12"}, {"p/n", "b", "s 30"}, {"p/n", "", "c"}}},
    {"an average of unknown n is no sum",
     HEAD "n;Н;балл;score;;given\n",
     "indicator;school;period;value;n\nn;a;2023;4;40\nn;b;2023;3;40\n"
     "n;;2023;3,5;\n",
     {{"p/n", "a", "s 4 /40"}, {"p/n", "b", "s 3 /40"}, {"p/n", "", "c"}}},
    {"total first: 0 of n would tell every school",
     HEAD "n;Н;%;share;total-first;weighted\n",
     "indicator;school;period;numerator;n\nn;a;2023;0;7\nn;b;2023;0;80\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"total first: n of n too",
     HEAD "n;Н;%;share;total-first;weighted\n",
     "indicator;school;period;numerator;n\nn;a;2023;7;7\n"
     "n;b;2023;80;80\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"total first: else it is shown beside hidden schools",
     HEAD "n;Н;%;share;total-first;weighted\n",
     "indicator;school;period;numerator;n\nn;a;2023;0;7\n"
     "n;b;2023;40;80\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "s 46.0 40/87"}}},
    {"total first: an average of few",
     HEAD "n;Н;балл;score;total-first;weighted\n",
     "indicator;school;period;value;n\nn;a;2023;4;7\nn;b;2023;3;80\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "s 3.1 /87"}}},
    {"a mean of shares with a hidden one is hidden",
     HEAD "n;Н;%;share;;mean\n",
     "indicator;school;period;numerator;n\nn;a;2023;3;30\n"
     "n;b;2023;40;80\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "s 50.0 40/80"}, {"p/n", "", "c"}}},
    {"total first: of counts, not of rounded shares",
     HEAD "n;Н;%;share;total-first;weighted\n",
     "indicator;school;period;value;n\nn;a;2023;1;260\nn;b;2023;50;900\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "s 39.1 /1160"}}},
    {"a computed whole replaces the given one",
     HEAD "n;Н;человек;count;;sum\n",
     "indicator;period;a;b;Итого\nn;2023;12;30;50\n",
     {{"p/n", "", "s 42"}}},
    {"none has no whole",
     HEAD "n;Н;балл;count;;none\n",
     "indicator;period;a;b;Итого\nn;2023;12;1;50\n",
     {{"p/n", "a", "s 12"}, {"p/n", "b", "c"}, {"p/n", "", "x"}}},
    {"weighted share: all counts over all people",
     HEAD "n;Н;%;share;;weighted\n",
     "indicator;school;period;numerator;n\nn;a;2023;10;20\nn;b;2023;30;80\n",
     {{"p/n", "a", "s 50.0 10/20"}, {"p/n", "b", "s 37.5 30/80"},
      {"p/n", "", "s 40.0 40/100"}}},
    {"weighted score",
     HEAD "n;Н;балл;score;;weighted\n",
     "indicator;school;period;value;n\nn;a;2023;4;20\nn;b;2023;3;60\n",
     {{"p/n", "", "s 3.3 /80"}}},
    {"mean of schools is another number",
     HEAD "n;Н;балл;score;;mean\n",
     "indicator;school;period;value;n\nn;a;2023;4;20\nn;b;2023;3;60\n",
     {{"p/n", "", "s 3.5 /80"}}},
    {"no weights, no whole",
     "id;title;unit;kind;class;aggregate\nn;Н;балл;score;open;weighted\n",
     "indicator;school;period;value;n\nn;a;2023;4;20\nn;b;2023;3;\n",
     {{"p/n", "a", "s 4 /20"}, {"p/n", "", "x"}}},
    {"a hidden school hides a whole without weights too",
     HEAD "n;Н;балл;score;;weighted\n",
     "indicator;school;period;value;n\nn;a;2023;4;20\nn;b;2023;3;\n",
     {{"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"the complement of the whole is judged too",
     HEAD "n;Н;человек;count;total-first;sum\n",
     "indicator;school;period;value;n\nn;a;2023;28;30\nn;b;2023;29;30\n",
     {{"p/n", "a", "c"}, {"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"a count with people",
     HEAD "n;Н;человек;count;;sum\n",
     "indicator;school;period;value;n\nn;a;2023;20;30\nn;b;2023;10;30\n",
     {{"p/n", "a", "s 20 /30"}, {"p/n", "", "s 30 /60"}}},
    {"confidential in an open table",
     "id;title;unit;kind;class;aggregate\nn;Н;руб.;money;open;given\n",
     "indicator;period;a;b;Итого\nn;2023;1200;c;2000\n",
     {{"p/n", "a", "s 1200"}, {"p/n", "b", "c"}, {"p/n", "", "c"}}},
    {"nobody there at all: 0 of 0",
     HEAD "n;Н;%;share;;weighted\n",
     "indicator;school;period;numerator;n\nn;a;2023;0;0\nn;b;2023;30;80\n",
     {{"p/n", "a", "c"}, {"p/n", "", "c"}}},
};

static void test_wholes(void **state)
{
    (void)state;
    RUN_CASES(wholes);
}

#define PARTS "id;title;unit;kind;policy;aggregate;part_of\n"

static const struct site_case parts[] = {
    {"schools first: a part hides its total there and above",
     PARTS "t;Т;человек;count;;sum;\nm;М;человек;count;;sum;t\n"
           "g;Г;человек;count;;sum;t\n",
     "indicator;period;a;b\nt;2023;20;30\nm;2023;17;20\ng;2023;3;10\n",
     {{"p/g", "a", "c"}, {"p/g", "b", "s 10"}, {"p/g", "", "c"},
      {"p/t", "a", "c"}, {"p/t", "b", "s 30"}, {"p/t", "", "c"},
      {"p/m", "a", "s 17"}, {"p/m", "", "s 37"}}},
    {"schools first: a part hides a given whole of the total",
     PARTS "t;Т;человек;count;;given;\nm;М;человек;count;;given;t\n"
           "g;Г;человек;count;;given;t\n",
     "indicator;period;value\nt;2023;20\nm;2023;17\ng;2023;3\n",
     {{"p/g", "", "c"}, {"p/t", "", "c"}, {"p/m", "", "s 17"}}},
    {"total first: a part hides all parts there, the total stays",
     PARTS "t;Т;человек;count;total-first;sum;\n"
           "m;М;человек;count;total-first;sum;t\n"
           "g;Г;человек;count;total-first;sum;t\n",
     "indicator;period;a;b\nt;2023;20;30\nm;2023;17;20\ng;2023;3;10\n",
     {{"p/g", "a", "c"}, {"p/m", "a", "c"}, {"p/t", "a", "s 20"},
      {"p/g", "b", "c"}, {"p/m", "b", "c"}, {"p/t", "b", "s 30"},
      {"p/g", "", "s 13"}, {"p/m", "", "s 37"}, {"p/t", "", "s 50"}}},
    {"parts of parts: up the chain, across schools",
     PARTS "t;Т;человек;count;;sum;\nm;М;человек;count;;sum;t\n"
           "g;Г;человек;count;;sum;m\nh;Х;человек;count;;sum;m\n",
     "indicator;period;a;b\nt;2023;60;90\nm;2023;40;70\ng;2023;38;30\n"
     "h;2023;2;40\n",
     {{"p/h", "a", "c"}, {"p/m", "a", "c"}, {"p/t", "a", "c"},
      {"p/t", "", "c"}, {"p/m", "", "c"}, {"p/h", "", "c"},
      {"p/g", "a", "s 38"}, {"p/g", "", "s 68"}, {"p/t", "b", "s 90"},
      {"p/m", "b", "s 70"}}},
    {"a chain in the other order of rows",
     PARTS "h;Х;человек;count;;sum;m\nm;М;человек;count;;sum;t\n"
           "t;Т;человек;count;;sum;\n",
     "indicator;period;a;b\nt;2023;60;90\nm;2023;40;70\nh;2023;2;40\n",
     {{"p/h", "a", "c"}, {"p/m", "a", "c"}, {"p/t", "a", "c"},
      {"p/t", "", "c"}}},
    {"a chain, total first: all grandchildren of one child",
     PARTS "t;Т;человек;count;total-first;given;\n"
           "m;М;человек;count;total-first;given;t\n"
           "g;Г;человек;count;total-first;given;m\n"
           "h;Х;человек;count;total-first;given;m\n"
           "w;У;человек;count;total-first;given;t\n",
     "indicator;period;value\nt;2023;60\nm;2023;40\ng;2023;38\nh;2023;2\n"
     "w;2023;20\n",
     {{"p/h", "", "c"}, {"p/g", "", "c"}, {"p/m", "", "s 40"},
      {"p/w", "", "s 20"}, {"p/t", "", "s 60"}}},
    {"a total whose rest is small is not the sum of shown parts",
     PARTS "t;Т;человек;count;;none;\nm;М;человек;count;;none;t\n"
           "g;Г;человек;count;;none;t\n",
     "indicator;school;period;value;n\nt;a;2023;17;20\nm;a;2023;10;20\n"
     "g;a;2023;7;20\nt;b;2023;14;20\nm;b;2023;8;20\ng;b;2023;6;20\n",
     {{"p/t", "a", "c"}, {"p/m", "a", "c"}, {"p/g", "a", "c"},
      {"p/t", "b", "s 14 /20"}, {"p/m", "b", "s 8 /20"}}},
    {"a confidential total is not the sum of shown parts",
     PARTS "t;Т;человек;count;;given;\nm;М;человек;count;;given;t\n"
           "g;Г;человек;count;;given;t\n",
     "indicator;period;value\nt;2023;c\nm;2023;40\ng;2023;10\n",
     {{"p/t", "", "c"}, {"p/m", "", "c"}, {"p/g", "", "c"}}},
    {"a hidden total with parts that are not all there",
     PARTS "t;Т;человек;count;;given;\nm;М;человек;count;;given;t\n"
           "g;Г;человек;count;;given;t\n",
     "indicator;period;value\nt;2023;c\nm;2023;40\ng;2023;x\n",
     {{"p/t", "", "c"}, {"p/m", "", "s 40"}, {"p/g", "", "x"}}},
    {"a total with one part that applies is that part",
     PARTS "t;Т;человек;count;;given;\nm;М;человек;count;;given;t\n"
           "g;Г;человек;count;;given;t\n",
     "indicator;period;value\nt;2023;c\nm;2023;40\ng;2023;-\n",
     {{"p/t", "", "c"}, {"p/m", "", "c"}, {"p/g", "", "z"}}},
    {"total first: one part, and the total goes with it",
     PARTS "t;Т;человек;count;total-first;given;\n"
           "m;М;человек;count;total-first;given;t\n",
     "indicator;school;period;value;n\nt;a;2023;17;\nm;a;2023;17;20\n",
     {{"p/t", "a", "c"}, {"p/m", "a", "c"}}},
    {"what is hidden later has hidden nothing before",
     PARTS "t;Т;человек;count;;sum;\nm;М;человек;count;;sum;t\n"
           "g;Г;человек;count;;sum;t\n",
     "indicator;period;a;b\nt;2023;4;3\nm;2023;4;3\ng;2023;0;0\n",
     {{"p/t", "a", "c"}, {"p/t", "", "c"}, {"p/m", "a", "c"},
      {"p/m", "", "c"}, {"p/g", "a", "s 0"}, {"p/g", "", "s 0"}}},
    {"schools and given parts of one hidden whole",
     PARTS "t;Т;человек;count;;sum;\nm;М;человек;count;;given;t\n"
           "g;Г;человек;count;;given;t\n",
     "indicator;period;a;b;Итого\nt;2023;2;30;\nm;2023;;;1\n"
     "g;2023;;;31\n",
     {{"p/t", "a", "c"}, {"p/t", "b", "c"}, {"p/t", "", "c"},
      {"p/m", "", "c"}, {"p/g", "", "s 31"}}},
    {"a zero part is no secret",
     PARTS "t;Т;человек;count;;given;\nm;М;человек;count;;given;t\n",
     "indicator;period;value\nt;2023;20\nm;2023;0\n",
     {{"p/m", "", "s 0"}, {"p/t", "", "s 20"}}},
    {"a ring of parts ends",
     PARTS "m;М;человек;count;;given;g\ng;Г;человек;count;;given;m\n",
     "indicator;period;value\nm;2023;20\ng;2023;3\n",
     {{"p/g", "", "c"}, {"p/m", "", "c"}}},
    {"confidential is confidential for the total",
     PARTS "t;Т;человек;count;;given;\nm;М;человек;count;;given;t\n"
           "g;Г;человек;count;;given;t\n",
     "indicator;period;value\nt;2023;60\nm;2023;40\ng;2023;c\n",
     {{"p/g", "", "c"}, {"p/t", "", "c"}, {"p/m", "", "s 40"}}},
};

static void test_parts(void **state)
{
    (void)state;
    RUN_CASES(parts);
}

#define TWINS "id;title;unit;kind;class;aggregate;same_as\n"

static const struct site_case twins[] = {
    {"the union of suppressions, both ways",
     TWINS "m;М;человек;count;people;sum;\nw;У;человек;count;people;sum;m\n",
     "indicator;period;a;b\nm;2023;20;3\nw;2023;4;30\n",
     {{"p/m", "a", "c"}, {"p/w", "a", "c"}, {"p/m", "b", "c"},
      {"p/w", "b", "c"}, {"p/m", "", "c"}, {"p/w", "", "c"}}},
    {"an open twin is hidden with its whole",
     TWINS "m;М;человек;count;people;sum;\nw;У;человек;count;open;sum;m\n",
     "indicator;period;a;b\nm;2023;20;3\nw;2023;20;3\n",
     {{"p/m", "b", "c"}, {"p/w", "b", "c"}, {"p/m", "", "c"},
      {"p/w", "", "c"}, {"p/w", "a", "s 20"}}},
    {"a chain of twins",
     TWINS "m;М;человек;count;people;none;\nw;У;человек;count;open;none;m\n"
           "v;Ф;человек;count;open;none;w\n",
     "indicator;period;a\nm;2023;3\nw;2023;3\nv;2023;3\n",
     {{"p/m", "a", "c"}, {"p/w", "a", "c"}, {"p/v", "a", "c"}}},
    {"twins of one fact see each other through it",
     TWINS "v;Ф;человек;count;people;none;m\nm;М;человек;count;open;none;\n"
           "w;У;человек;count;open;none;m\n",
     "indicator;period;a\nm;2023;3\nw;2023;3\nv;2023;3\n",
     {{"p/v", "a", "c"}, {"p/m", "a", "c"}, {"p/w", "a", "c"}}},
};

static void test_twins(void **state)
{
    (void)state;
    RUN_CASES(twins);
}

#define LEVELS \
    "id;title;unit;kind;policy;aggregate;part_of;same_as;publish_level\n"

#define LEVEL_SHARE \
    "id;title;unit;kind;aggregate;publish_level\n" \
    "n;Н;%;share;weighted;municipality\n"

static const struct site_case levels[] = {
    {"a part that is not published per school is not the rest",
     LEVELS "t;Т;человек;count;;sum;;;\nm;М;человек;count;;sum;t;;municipality"
     "\ng;Г;человек;count;;sum;t;;\n",
     "indicator;period;a;b\nt;2023;20;30\nm;2023;12;20\ng;2023;8;10\n",
     {{"p/m", "a", "l"}, {"p/t", "a", "c"}, {"p/t", "", "c"},
      {"p/m", "", "c"}, {"p/g", "", "c"}}},
    {"a total that is not published per school is not the sum",
     LEVELS "t;Т;человек;count;;sum;;;municipality\n"
     "m;М;человек;count;;sum;t;;\ng;Г;человек;count;;sum;t;;\n",
     "indicator;period;a;b\nt;2023;20;30\nm;2023;12;20\ng;2023;8;10\n",
     {{"p/t", "a", "l"}, {"p/m", "a", "c"}, {"p/g", "a", "c"}}},
    {"the same fact elsewhere is not published per school either",
     LEVELS "m;М;человек;count;;sum;;;municipality\n"
     "w;У;человек;count;;sum;;m;\n",
     "indicator;period;a;b\nm;2023;20;30\nw;2023;20;30\n",
     {{"p/m", "a", "l"}, {"p/w", "a", "c"}, {"p/w", "b", "c"},
      {"p/m", "", "c"}}},
    {"nothing of all, and a school too small to be named",
     LEVEL_SHARE,
     "indicator;school;period;numerator;n\nn;a;2023;0;7\nn;b;2023;0;80\n",
     {{"p/n", "a", "l"}, {"p/n", "b", "l"}, {"p/n", "", "c"}}},
    {"nothing of all, and nobody would be found",
     LEVEL_SHARE,
     "indicator;school;period;numerator;n\nn;a;2023;0;30\nn;b;2023;0;80\n",
     {{"p/n", "a", "l"}, {"p/n", "b", "l"}, {"p/n", "", "s 0.0 0/110"}}},
    {"one fact of two schools here and of three there, total first",
     LEVELS "m;М;человек;count;total-first;sum;;;\n"
     "w;У;человек;count;total-first;sum;;m;\n",
     "indicator;period;a;b;c\nm;2023;20;30;\nw;2023;20;30;3\n",
     {{"p/m", "a", "c"}, {"p/m", "", "s 50"}, {"p/w", "c", "c"},
      {"p/w", "", "c"}}},
};

static void test_levels(void **state)
{
    (void)state;
    RUN_CASES(levels);
}

/* Total first, and the mean of schools: an error, and nothing is shown. */
static void test_mean(void **state)
{
    (void)state;
    struct fixture f = fixture_open(
        FILES({"data/p/indicators.csv",
               HEAD "n;Н;%;share;total-first;mean\n"},
              {"data/p/values.csv",
               "indicator;school;period;numerator;n\nn;a;2023;3;30\n"
               "n;b;2023;40;80\n"}), RELEASED);
    assert_messages(&f, MSG_LINK_MEAN, 1);
    assert_fact(&f, "p/n", "", "2023", "c");
    fixture_close(&f);
}

#define DENOMINATORS "id;title;unit;kind;policy;aggregate;denominator\n"

/* A share shows its n, which is a fact of another indicator. */
static const struct site_case denominators[] = {
    {"a hidden denominator hides its shares",
     DENOMINATORS "d;Д;человек;count;total-first;sum;\n"
                  "s;С;%;share;;none;d\n",
     "indicator;period;a;b;c\nd;2023;50;30;4\ns;2023;20;30;50\n",
     {{"p/d", "a", "c"}, {"p/d", "b", "c"}, {"p/d", "c", "c"},
      {"p/d", "", "s 84"}, {"p/s", "a", "c"}, {"p/s", "b", "c"},
      {"p/s", "c", "c"}}},
    {"a shown denominator is n",
     DENOMINATORS "d;Д;человек;count;;sum;\ns;С;%;share;;weighted;d\n",
     "indicator;period;a;b\nd;2023;50;30\ns;2023;20;30\n",
     {{"p/s", "a", "s 20 10/50"}, {"p/s", "b", "s 30 9/30"},
      {"p/s", "", "s 23.8 19/80"}}},
    {"a computed denominator of a given share",
     DENOMINATORS "s;С;%;share;;given;d\nd;Д;человек;count;;sum;\n",
     "indicator;period;a;b;Итого\nd;2023;50;30;\ns;2023;;;25\n",
     {{"p/d", "", "s 80"}, {"p/s", "", "s 25 20/80"}}},
    {"a hidden computed denominator",
     DENOMINATORS "s;С;%;share;;given;d\nd;Д;человек;count;;sum;\n",
     "indicator;period;a;b;Итого\nd;2023;50;3;\ns;2023;;;25\n",
     {{"p/d", "", "c"}, {"p/s", "", "c"}}},
    {"a denominator given by its numerator column, further down",
     DENOMINATORS "s;С;%;share;;none;d\nd;Д;человек;count;;none;\n",
     "indicator;school;period;value;numerator\nd;a;2023;;50\n"
     "s;a;2023;20;\n",
     {{"p/d", "a", "s 50"}, {"p/s", "a", "s 20 10/50"}}},
};

static void test_denominators(void **state)
{
    (void)state;
    RUN_CASES(denominators);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vectors), cmocka_unit_test(test_four),
        cmocka_unit_test(test_attacker), cmocka_unit_test(test_wholes),
        cmocka_unit_test(test_parts), cmocka_unit_test(test_twins),
        cmocka_unit_test(test_denominators), cmocka_unit_test(test_levels),
        cmocka_unit_test(test_mean),
    };
    return RUN_FIXTURE(tests);
}
