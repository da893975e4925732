/*
 * Tests of input/text_typography: each rule of R6.6, and that a second run
 * changes nothing.
 */
#include "base/str.h"
#include "input/text.h"
#include "input/text_chars.h"
#include "input/text_typography.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In the tables `~` stands for a no-break space. */
static void typeset(struct buf *out, struct str plain)
{
    struct buf raw = {0};
    text_typography(&raw, plain);
    for (size_t at = 0; at < raw.n;) {
        size_t from = at;
        if (utf8_next(buf_str(&raw), &at) == CHAR_NBSP)
            buf_char(out, '~');
        else
            buf_add(out, str_sub(buf_str(&raw), from, at));
    }
    buf_char(out, '\0');
    buf_free(&raw);
}

struct case_text {
    const char *plain, *typeset;
};

static void check(const struct case_text *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf out = {0};
        typeset(&out, str_of(cases[i].plain));
        assert_string_equal(out.p, cases[i].typeset);
        buf_free(&out);
    }
}

static void quotes(void **state)
{
    (void)state;
    static const struct case_text cases[] = {
        { "", "" },
        { "\"ж\"", "«ж»" },
        { "(\"ж\"), \"б\".", "(«ж»), «б»." },
        { "\"ж \"б\" г\"", "«ж „б“ г»" },
        { "\"ж \"б\"\"", "«ж „б“»" },
        { "\"\"ж\" б\"", "«„ж“ б»" },
        { "\"ж\",\"б\"", "«ж»,«б»" },
        { "ООО\"Ромашка\"", "ООО«Ромашка»" },
        { "«ж \"б\"»", "«ж „б“»" },
        { "«ж „б“ в»", "«ж „б“ в»" },
        { "«МБОУ «Сорская СОШ №3»", "«МБОУ «Сорская СОШ №~3»" },
        { "“a” „б“ ”", "“a” „б“ ”" },
        { "экран 5\" или 6\"", "экран 5\" или 6\"" },
        { "\"школа 5\"", "«школа 5»" },
        { "ж\" б", "ж\" б" },
        { "ж \" б", "ж \" б" },
        { "\"", "\"" },
        { "\"\"", "«»" },
        { "\"ж", "«ж" },
        { "it's", "it's" },
    };
    check(cases, COUNT(cases));
}

static void dashes(void **state)
{
    (void)state;
    static const struct case_text cases[] = {
        { "школа - дом", "школа~— дом" },
        { "школа -- дом", "школа~— дом" },
        { "школа --- дом", "школа~— дом" },
        { "школа — дом", "школа~— дом" },
        { "школа – дом", "школа~– дом" },
        { "школа -\nдом", "школа~—\nдом" },
        { "школа\n- дом", "школа~— дом" },
        { "-- да", "— да" },
        { "- нет", "- нет" },
        { "-", "-" },
        { "ж -", "ж -" },
        { "кто-то 2-3 -5 а- б -в", "кто-то 2-3 -5 а- б -в" },
        { "2019–2021", "2019–2021" },
        { "2019-2021", "2019–2021" },
        { "(2024-2027), с 1999-2000", "(2024–2027), с~1999–2000" },
        { "2021-2019 2019-2019", "2021-2019 2019-2019" },
        { "2019-20 2019-20211 12019-2021", "2019-20 2019-20211 12019-2021" },
        { "1552-2018 074-08-2018-2019", "1552-2018 074-08-2018-2019" },
        { "2018-2019-594 3/2018-2019", "2018-2019-594 3/2018-2019" },
        { "2018-2019/5", "2018-2019/5" },
        { "а ---- б", "а~---- б" },
        { "слово ---- б", "слово ---- б" },
        { "слово  -  б", "слово  —  б" },
    };
    check(cases, COUNT(cases));
}

static void blanks(void **state)
{
    (void)state;
    static const struct case_text cases[] = {
        { "в школе и на селе", "в~школе и~на~селе" },
        { "В школе, О детях, Не у дел", "В~школе, О~детях, Не~у~дел" },
        { "дети в\nшколе", "дети в~школе" },
        { "я и", "я и" },
        { "кое-в чём ив о.", "кое-в чём ив о." },
        { "в  школе", "в  школе" },
        { "из за", "из~за" },
        { "5 а класс", "5 а~класс" },
        { "5а класс", "5а класс" },
        { "10% 36,7 % 5‰", "10~% 36,7~% 5‰" },
        { "100%-ный %", "100%-ный %" },
        { "20 °C", "20~°C" },
        { "№5 № 5 №Ж №", "№~5 №~5 №Ж №" },
        { "12 345 1 234 567", "12~345 1~234~567" },
        { "2020 300, 12 34, 12 3456", "2020 300, 12 34, 12 3456" },
        { "Е. И. Киселева и И.И. Ким", "Е.~И.~Киселева и~И.И.~Ким" },
        { "г. Сорск, (с. Борки), п. 2.2", "г.~Сорск, (с.~Борки), п.~2.2" },
        { "от 7 мая 2018 г. № 204, 2019 года", "от~7 мая 2018~г.~№~204, 2019 года" },
        { "дом. И всё. 5. А 7а. Б", "дом. И~всё. 5. А~7а. Б" },
        { "8 (800) 555-35-35", "8~(800)~555-35-35" },
        { "+7 (47474) 2-11-11", "+7~(47474)~2-11-11" },
        { "18 (из 20) и 5 (почти)", "18 (из~20) и~5 (почти)" },
        { "в (2019) 15 школ", "в~(2019) 15 школ" },
        { "т.е. и т.д. и т. п.", "т.~е. и~т.~д. и~т.~п." },
        { "Т.е. в т.ч. до н.э.", "Т.~е. в~т.~ч. до~н.~э." },
        { "и.о. директора", "и.~о. директора" },
        { "т.ex шт.е. т.е", "т.ex шт.е. т.е" },
        { "т.\nе.", "т.~е." },
        { "a in school", "a in school" },
    };
    check(cases, COUNT(cases));
}

/* Tags are passed over, things are words, breaks are blanks; all are kept. */
static void marks(void **state)
{
    (void)state;
    static const struct case_text cases[] = {
        { "\"\x01" "а\x01\"", "«\x01" "а\x01»" },
        { "\x01\"\x02\"\x01", "\x01«\x02»\x01" },
        { "в \x01школе", "в~\x01школе" },
        { "\x01в\x01 школе", "\x01в\x01~школе" },
        { "а\x03-- б", "а\x03— б" },
        { "\"а\"\x03\"б\"", "«а»\x03«б»" },
        { "\x01" "5\x01%", "\x01" "5\x01~%" },
        { "\x02 - \x02", "\x02~— \x02" },
        { "т.\x01" "е.", "т.\x01" "е." },
    };
    check(cases, COUNT(cases));
}

/* Random texts of what the rules look at; a fixed generator. */
static void idempotent(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "\"", "«", "»", "„", "“", "”", " ", "\u00A0", "\n", "-", "--", " - ",
        "—", "–", "5", "12 345", "%", "№", "т.", "е.", "в", "И", "школа", "x",
        ",", ".", "(", ")", "[", "/", "\x01", "\x02", "\x03", "°", "т.е.",
        "'", "…",
    };
    uint64_t seed = 1;
    struct buf plain = {0}, once = {0}, twice = {0};
    for (int i = 0; i < 20000; i++) {
        buf_clear(&plain);
        buf_clear(&once);
        buf_clear(&twice);
        for (int k = 0; k < 12; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            buf_addz(&plain, pieces[(seed >> 33) % COUNT(pieces)]);
        }
        text_typeset(&once, buf_str(&plain));
        text_typeset(&twice, buf_str(&once));
        buf_char(&once, '\0');
        buf_char(&twice, '\0');
        if (strcmp(once.p, twice.p) != 0)
            fail_msg("%s\n%s\n%s", plain.p, once.p, twice.p);
    }
    buf_free(&plain);
    buf_free(&once);
    buf_free(&twice);
}

/* Nothing is lost, whatever the bytes. */
static void bad_bytes(void **state)
{
    (void)state;
    struct buf out = {0};
    text_typography(&out, S("а\xFF - \xD0"));
    assert_true(str_eq(buf_str(&out), S("а\xFF\u00A0— \xD0")));
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes),
        cmocka_unit_test(dashes),
        cmocka_unit_test(blanks),
        cmocka_unit_test(marks),
        cmocka_unit_test(idempotent),
        cmocka_unit_test(bad_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
