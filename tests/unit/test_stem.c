/* Tests of base/stem.c: forms of one word have one stem. */
#include "base/stem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const struct {
    enum lang lang;
    const char *word, *stem;
} cases[] = {
    {LANG_RU, "школа", "школ"}, {LANG_RU, "школы", "школ"},
    {LANG_RU, "школой", "школ"}, {LANG_RU, "школ", "школ"},
    {LANG_RU, "обучающийся", "обуча"}, {LANG_RU, "обучающихся", "обуча"},
    {LANG_RU, "показателей", "показател"},
    {LANG_RU, "ребёнок", "ребенок"}, {LANG_RU, "сёл", "сел"},
    {LANG_RU, "егэ", "егэ"}, {LANG_RU, "тульский", "тульск"},
    {LANG_RU, "", ""}, {LANG_RU, "я", "я"},
    {LANG_EN, "schools", "school"}, {LANG_EN, "teaching", "teach"},
};

static void test_stems(void **state)
{
    struct stemmer *by[] = {stem_new(LANG_RU), stem_new(LANG_EN)};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str stem = stem_word(by[cases[i].lang == LANG_EN],
                                    str_of(cases[i].word));
        assert_int_equal(stem.n, str_of(cases[i].stem).n);
        assert_memory_equal(stem.p, cases[i].stem, stem.n);
    }
    stem_free(by[0]);
    stem_free(by[1]);
    stem_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_stems)};
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
