/*
 * diag_manual: each message once, in both languages, with nothing of the
 * notation of messages.h left and nothing that Markdown would take for its own.
 */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static size_t lines_of(const char *text, const char *begin)
{
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, begin)); at++)
        n++;
    return n;
}

static void test_all(void **state)
{
    (void)state;
    for (enum lang lang = LANG_RU; lang <= LANG_EN; lang++) {
        struct buf out = {0};
        diag_manual(&out, lang);
        assert_int_equal(lines_of(out.p, "\n- "), MSG_COUNT);
        assert_true(str_starts(buf_str(&out), S("## ")));
        assert_true(str_ends(buf_str(&out), S("\n")));
        assert_null(strstr(out.p, "%1"));
        assert_null(strstr(out.p, "[["));
        assert_null(strstr(out.p, "]]"));
        assert_int_equal(lines_of(out.p, "["), lines_of(out.p, "\\["));
        buf_free(&out);
    }
}

static void test_lines(void **state)
{
    static const char *const ru[] = {
        "## Файлы таблиц\n\n- ошибка: это книга Excel",
        "нет школы «…». Похожая: «…». Названия и коды — в data/schools.csv\n",
        "- предупреждение: скачок: было …, стало …, а раньше",
        "Поставьте ссылку \\[\\](value:ПРОГРАММА/ПОКАЗАТЕЛЬ@ПЕРИОД)",
        "блок \\`\\`\\`… непонятен",
        "удвойте (`\"Школа \"\"Луч\"\"\"`) или замените",
        "Например: base\\_url: `https://shkoly.example/`\n",
        "\n\n## Публикация и git\n\n",
    };
    struct buf out = {0};
    (void)state;
    diag_manual(&out, LANG_RU);
    for (size_t i = 0; i < sizeof ru / sizeof *ru; i++)
        if (!strstr(out.p, ru[i]))
            fail_msg("no %s", ru[i]);
    buf_free(&out);
    diag_manual(&out, LANG_EN);
    assert_non_null(strstr(out.p, "- warning: a jump: it was … and is …,"));
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
