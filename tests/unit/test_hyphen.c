/*
 * Tests of base/hyphen: where long words are divided, and what stays whole.
 */
#include "base/hyphen.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* `~` stands for a soft hyphen. */
static void words(void **state)
{
    static const char *const cases[][2] = {
        { "", "" },
        { "школа", "школа" },
        { "профессиональ", "профессиональ" },
        { "в общеобразовательных", "в обще~об~ра~зо~ва~тель~ных" },
        { "ПРОФЕССИОНАЛЬНОГО", "ПРО~ФЕС~СИ~ОНАЛЬ~НОГО" },
        { "«Красногвардейского», 5", "«Крас~ног~вар~дей~ского», 5" },
        { "научно-просветительское", "научно-прос~ве~ти~тель~ское" },
        { "достопримечательность", "дос~топ~ри~ме~ча~тель~ность" },
        { "сельскохозяйственный", "сель~ско~хо~зяй~ствен~ный" },
        { "взаимопосещения", "взаимопосещения" },
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str soft = hyphen_soft(arena, str_of(cases[i][0]));
        struct buf out = {0};
        for (size_t at = 0; at < soft.n;) {
            size_t from = at;
            if (utf8_next(soft, &at) == 0xAD)
                buf_char(&out, '~');
            else
                buf_add(&out, str_sub(soft, from, at));
        }
        buf_char(&out, '\0');
        assert_string_equal(out.p, cases[i][1]);
        buf_free(&out);
    }
    arena_free(arena);
}

/* What needs nothing is not even copied; twice is once. */
static void untouched(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct str plain = S("Школа № 12, г. Н.");
    struct str soft = hyphen_soft(arena, S("самостоятельность"));
    assert_ptr_equal(hyphen_soft(arena, plain).p, plain.p);
    assert_ptr_equal(hyphen_soft(arena, soft).p, soft.p);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(untouched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
