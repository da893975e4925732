/*
 * append: a row in the encoding, with the delimiter and the line ends of the
 * table, above the notes; a table that is not there; an id that is taken.
 */
#include "model/append.h"

#include "base/diag_list.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BOM "\xEF\xBB\xBF"
#define HEAD BOM                                                            \
    "код;название;краткое название;муниципалитет;населённый пункт;тип;"     \
    "местность;головная школа;учеников;адрес;телефон;почта;вк;сайт;классы;" \
    "руководитель;другие названия;статус;преемник\r\n"

struct example {
    const char *table, *expected;   /* expected NULL: refused */
};

static const struct example examples[] = {
    /* line ends, with and without one at the end */
    {"id;name\na;A\n", "id;name\na;A\nnew;Новая\n"},
    {"id;name\r\na;A", "id;name\r\na;A\r\nnew;Новая\r\n"},
    {"id;name\ra;A\r", "id;name\ra;A\rnew;Новая\r"},
    /* delimiters, the order of columns, a mark, `sep=` */
    {"name,id\nA,a\n", "name,id\nA,a\nНовая,new\n"},
    {BOM "short\tid\tname\ns\ta\tA\n",
     BOM "short\tid\tname\ns\ta\tA\n\tnew\tНовая\n"},
    {"sep=;\nкод;название\n", "sep=;\nкод;название\nnew;Новая\n"},
    /* above empty rows and notes, but not inside a cell of several lines */
    {"id;name\na;A\n;\n;\n* note\n\"* x; y\"\n",
     "id;name\na;A\nnew;Новая\n;\n;\n* note\n\"* x; y\"\n"},
    {"id;name\na;\"A\n* B\"\n", "id;name\na;\"A\n* B\"\nnew;Новая\n"},
    {"id;name\na;\"A\n* B\n* C\"\n* note",
     "id;name\na;\"A\n* B\n* C\"\nnew;Новая\n* note"},
    /* Windows-1251: «код», «название», «Новая» */
    {"\xEA\xEE\xE4;\xED\xE0\xE7\xE2\xE0\xED\xE8\xE5\n",
     "\xEA\xEE\xE4;\xED\xE0\xE7\xE2\xE0\xED\xE8\xE5\n"
     "new;\xCD\xEE\xE2\xE0\xFF\n"},
    /* no table yet */
    {"", HEAD "new;Новая" ";;;;;;;;;;;;;;;;;" "\r\n"},
    /* refused */
    {"id;name\nnew;A\n", NULL},
    {"id;short\na;A\n", NULL},
    {"id;name\na;\"A\n", NULL},
    {"PK\x03\x04", NULL},
};

static void check(struct str table, struct str expected, bool refused)
{
    struct diag *diag = diag_new();
    struct buf out = {0};
    int rc = append_school(&out, S("data/schools.csv"), table, S("new"),
                           S("Новая"), diag);
    assert_int_equal(rc, refused ? -1 : 0);
    assert_int_equal(diag_worst(diag) >= LEVEL_ERROR, refused);
    if (!refused && !str_eq(buf_str(&out), expected))
        fail_msg("«%.*s» became «%.*s»", STR_FMT(table),
                 STR_FMT(buf_str(&out)));
    buf_free(&out);
    diag_free(diag);
}

static void test_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(examples); i++)
        check(str_of(examples[i].table), str_of(examples[i].expected),
              examples[i].expected == NULL);
}

/* Both orders of bytes; the row stands at the end. */
static void test_utf16(void **state)
{
    (void)state;
    check(S("\xFF\xFEi\0d\0;\0n\0a\0m\0e\0\r\0\n\0"),
          S("\xFF\xFEi\0d\0;\0n\0a\0m\0e\0\r\0\n\0"
            "n\0e\0w\0;\0\x1D\x04\x3E\x04\x32\x04\x30\x04\x4F\x04\r\0\n\0"),
          false);
    check(S("\xFE\xFF\0i\0d\0;\0n\0a\0m\0e"),
          S("\xFE\xFF\0i\0d\0;\0n\0a\0m\0e\0\r\0\n"
            "\0n\0e\0w\0;\x04\x1D\x04\x3E\x04\x32\x04\x30\x04\x4F\0\r\0\n"),
          false);
}

static void test_taken(void **state)
{
    struct diag *diag = diag_new();
    struct buf out = {0};
    (void)state;
    append_school(&out, S("data/schools.csv"), S("id;name\nnew;A\n"),
                  S("new"), S("Новая"), diag);
    assert_int_equal(diag->list.n, 1);
    assert_int_equal(diag->list.at[0].id, MSG_APPEND_TAKEN);
    assert_int_equal(out.n, 0);
    buf_free(&out);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
