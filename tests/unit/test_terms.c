/*
 * Tests of render/terms: inflected forms, first use, longest form, escapes.
 */
#include "base/mem.h"
#include "base/str.h"
#include "model/catalog.h"
#include "render/terms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* Terms 0..: words of a glossary; `synonyms` of the first one. */
static struct site glossary(struct arena *arena)
{
    static struct str synonyms[] = { { "ФГ", 4 } };
    struct site site = { .arena = arena };
    const char *const names[] = {
        "функциональная грамотность", "грамотность", "школа", "ОГЭ",
        "интернет-портал", "ёлочка", "подвоз", "показатели",
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        *ARR_PUSH(arena, &site.terms) = (struct term){
            .id = str_format(arena, "t%zu", i), .term = str_of(names[i]),
        };
    site.terms.at[0].synonyms = (struct strs){ synonyms, 1 };
    return site;
}

static void put_url(void *payload, size_t term, struct buf *out)
{
    (void)payload;
    buf_addf(out, "g#t%zu", term);
}

#define LINK(n, words) "<a class=\"term\" href=\"g#t" n "\">" words "</a>"

static const struct {
    const char *run, *html;     /* html NULL: nothing found */
} cases[] = {
    { "", NULL },
    { "ничего такого", NULL },
    { "В школе тепло", "В " LINK("2", "школе") " тепло" },
    { "школы и школы", LINK("2", "школы") " и школы" },
    { "ШКОЛАМИ", LINK("2", "ШКОЛАМИ") },
    { "дошкольник", NULL },
    { "школьниками", NULL },
    { "школярство", NULL },
    { "функциональной грамотностью",
      LINK("0", "функциональной грамотностью") },
    { "функциональной\u00a0грамотности.",
      LINK("0", "функциональной\u00a0грамотности") "." },
    { "функциональная, грамотность",
      "функциональная, " LINK("1", "грамотность") },
    { "ФГ и фг", LINK("0", "ФГ") " и фг" },
    { "ФГОС", NULL },
    { "сдать ОГЭ!", "сдать " LINK("3", "ОГЭ") "!" },
    { "интернет-портала", LINK("4", "интернет-портала") },
    { "интернет портал", NULL },
    { "елочки", LINK("5", "елочки") },
    { "подводят к подводе", NULL },
    { "с подвозом", "с " LINK("6", "подвозом") },
    { "показателей", LINK("7", "показателей") },
    { "a < b & школа", "a &lt; b &amp; " LINK("2", "школа") },
    { "\xff школа \xd0", "\xff " LINK("2", "школа") " \xd0" },
    { "«Школа»—школа", "«" LINK("2", "Школа") "»—школа" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        struct site site = glossary(arena);
        bool seen[8] = { false };
        struct terms_use use = {
            .terms = terms_make(arena, &site), .arena = arena, .seen = seen,
            .url = put_url,
        };
        struct buf html = {0};
        bool found = terms_link(&use, str_of(cases[i].run), &html);

        assert_string_equal(html.p ? html.p : "",
                            cases[i].html ? cases[i].html : "");
        assert_int_equal(found, cases[i].html != NULL);
        buf_free(&html);
        arena_free(arena);
    }
}

/* The first use on a page, not in each run of text. */
static void test_seen(void **state)
{
    struct arena *arena = arena_new();
    struct site site = glossary(arena);
    bool seen[8] = { false };
    struct terms_use use = {
        .terms = terms_make(arena, &site), .arena = arena, .seen = seen,
        .url = put_url,
    };
    struct buf html = {0};

    (void)state;
    assert_true(terms_link(&use, S("школа"), &html));
    buf_clear(&html);
    assert_false(terms_link(&use, S("в школе"), &html));
    assert_int_equal(html.n, 0);
    buf_free(&html);
    site.terms.n = 0;
    assert_null(terms_make(arena, &site));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
