/*
 * Tests of model/rows: lines of rows, and which of them name the subject.
 */
#include "fixture.h"

#include "model/rows.h"

#define INDICATORS "id;title;unit;denominator;aliases\n" \
    "i;Доля;%;n;\nn;Всего;чел.;;охват\n"

/* «from-to/names» of each row of `path`. */
static char *rows_of(const struct fixture *f, const char *path,
                     struct rows_subject subject)
{
    struct rows rows =
        rows_read(f->arena, f->site, f->source, str_of(path), subject);
    struct buf out = {0};
    buf_addz(&out, "");
    for (size_t i = 0; i < rows.n; i++)
        buf_addf(&out, i ? " %u-%u/%u" : "%u-%u/%u",
                 (unsigned)rows.at[i].from, (unsigned)rows.at[i].to,
                 rows.at[i].names);
    char *text = str_z(f->arena, buf_str(&out));
    buf_free(&out);
    return text;
}

/* school: index in the order of names; indicator: of INDICATORS. */
static void test_rows(void **state)
{
    static const struct {
        const char *path, *text;
        size_t school, indicator;
        const char *told;
    } cases[] = {
        {"data/schools.csv", "id;name;parent\na;А;\nb;Б;a\nc;В;\n", 0, NONE,
         "2-2/1 3-3/1 4-4/0"},
        {"data/p/values.csv",
         "indicator;school;period;value\ni;a;2024;1\nn;А;2024;1\n"
         "i;b;2024;1\ni;;2024;1\n",
         0, NONE, "2-2/1 3-3/1 4-4/0 5-5/0"},
        {"data/p/values.csv",
         "indicator;school;period;value\ni;a;2024;1\nохват;a;2024;1\n"
         "i;b;2024;1\n",
         0, 1, "2-2/1 3-3/2 4-4/0"},
        /* what is no name of a thing does not count, whatever it says */
        {"data/p/values.csv",
         "indicator;school;period;value;note\ni;b;2024;1;a\n", 0, NONE,
         "2-2/0"},
        /* wide: the columns are schools, and one cell is empty */
        {"data/p/values.csv",
         "показатель;период;a;b\ni;2024;1;2\ni;2025;;3\n", 0, NONE,
         "2-2/1 3-3/0"},
        {"data/p/values.csv", "школа;период;i;n\na;2024;1;2\nb;2024;;3\n",
         0, 0, "2-2/2 3-3/0"},
        /* a title above the header, an empty line, a cell of two lines */
        {"data/p/plan.csv",
         "План;;\nid;title;schools\n\nm1;\"один\nдва\";a|b\nm2;Три;b, c\n",
         1, NONE, "4-5/1 6-6/1"},
        {"data/p/plan.csv", "id;title;responsible\nm1;Один;\"a, b\"\n",
         1, NONE, "2-2/1"},
        {"data/p/passport.csv", "цель;a\n", 0, NONE, ""},
        {"data/p/values.csv", "", 0, NONE, ""},
        {"content/x.md", "a\n", 0, NONE, ""},
        {"data/p/gone.csv", NULL, 0, NONE, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open(
            FILES({"data/schools.csv", "id;name\na;А\nb;Б\nc;В\n"},
                  {"data/p/indicators.csv", INDICATORS},
                  {cases[i].path, cases[i].text}),
            LINKED);
        assert_string_equal(
            rows_of(&f, cases[i].path,
                    (struct rows_subject){cases[i].school, cases[i].indicator}),
            cases[i].told);
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};

    return RUN_FIXTURE(tests);
}
