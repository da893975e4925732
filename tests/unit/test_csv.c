/*
 * Unit tests of render/csv.
 */
#include "render/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* The one cell `text` in both forms. */
static void check_text(const char *text, const char *plain, const char *excel)
{
    for (int form = 0; form < 2; form++) {
        struct csv_writer csv;
        struct buf out = {0};
        csv_table(&csv, &out, form == 1, "a", S(""));
        buf_clear(&out);
        csv_text(&csv, str_of(text));
        csv_end(&csv);
        assert_string_equal(out.p, form ? excel : plain);
        buf_free(&out);
    }
}

static void texts_are_safe_in_excel(void **state)
{
    (void)state;
    check_text("Школа", "Школа\n", "Школа\r\n");
    check_text("=1+1", "=1+1\n", "'=1+1\r\n");
    check_text("-", "-\n", "'-\r\n");
    check_text("@x", "@x\n", "'@x\r\n");
    check_text("1.10", "1.10\n", "'1.10\r\n");
    check_text("1/2", "1/2\n", "'1/2\r\n");
    check_text("Октябрь 2020", "Октябрь 2020\n", "'Октябрь 2020\r\n");
    check_text("Май июнь 2020", "Май июнь 2020\n", "Май июнь 2020\r\n");
    check_text("Приказ 202", "Приказ 202\n", "Приказ 202\r\n");
    check_text("2019 2020", "2019 2020\n", "2019 2020\r\n");
    check_text("2024-05", "2024-05\n", "'2024-05\r\n");
    check_text("2024", "2024\n", "2024\r\n");
    check_text("2023-2024", "2023-2024\n", "2023-2024\r\n");
    check_text("a;b,c", "\"a;b,c\"\n", "\"a;b,c\"\r\n");
    check_text("«\"»", "\"«\"\"»\"\n", "\"«\"\"»\"\r\n");
}

static void numbers_and_dates_have_two_forms(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "n,i,d\n-36.70,,2016-06-05\n",
        "\xEF\xBB\xBFn;i;d\r\n-36,70;;05.06.2016\r\n"};
    for (int form = 0; form < 2; form++) {
        struct csv_writer csv;
        struct buf out = {0};
        csv_table(&csv, &out, form == 1, "n,i,d", S(""));
        csv_num(&csv, (struct num){-3670, 2});
        csv_int(&csv, -1);
        csv_date(&csv, date_of(2016, 6, 5));
        csv_end(&csv);
        assert_string_equal(out.p, wanted[form]);
        buf_free(&out);
    }
}

static void a_remark_is_a_last_column(void **state)
{
    struct csv_writer csv;
    struct buf out = {0};
    (void)state;
    csv_table(&csv, &out, false, "a", S("made up"));
    csv_text(&csv, S("x"));
    csv_end(&csv);
    assert_string_equal(out.p, "a,remark\nx,made up\n");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_safe_in_excel),
        cmocka_unit_test(numbers_and_dates_have_two_forms),
        cmocka_unit_test(a_remark_is_a_last_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
