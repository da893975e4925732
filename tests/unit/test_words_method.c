/*
 * words_method: which formulas are in force on a site, and the number that is
 * shown as the example of each.
 */
#include "release/words_method.h"

#include "default_words.h"
#include "fixture.h"

#define NB "\xC2\xA0"

static struct arena *arena;
static struct lexicon *ru;

static int start(void **state)
{
    arena = arena_new();
    ru = default_words(arena, LANG_RU);
    return fixture_start(state);
}

static int end(void **state)
{
    arena_free(arena);
    return fixture_end(state);
}

static struct fixture open_site(const struct file *files)
{
    struct fixture f = fixture_open(files, RELEASED);

    if (diag_count(f.diag, LEVEL_ERROR))
        fail_msg("%s", printed(f.diag));
    return f;
}

/* The example as text with plain blanks; "" when there is none. Static. */
static const char *example(const struct fixture *f, enum method method)
{
    static char text[1024];
    struct words words = {ru, f->release};
    struct method_cells cells = words_methods(f->release);
    struct buf out = {0};
    size_t n = 0;

    text[0] = '\0';
    if (!cells.at[method].found)
        return text;
    words_method(&out, &words, method, cells.at[method]);
    for (size_t i = 0; i < out.n && n + 1 < sizeof text; i++) {
        bool blank = i + 1 < out.n && !memcmp(out.p + i, NB, 2);
        text[n++] = blank ? ' ' : out.p[i];
        i += blank;
    }
    text[n] = '\0';
    buf_free(&out);
    return text;
}

static bool is_used(const struct fixture *f, enum method method)
{
    return words_methods(f->release).at[method].used;
}

#define SCHOOLS {"data/schools.csv",                                         \
                 "id;name\na;А\nb;Б\nc;В\nd;Г\ne;Д\n"}
#define SHARE_HEAD "id;title;unit;class;aggregate;direction\n"
#define VALUES_HEAD "indicator;school;period;value;numerator;n\n"
#define FIVE "s;a;2024;;48;72\ns;b;2024;;40;64\ns;c;2024;;60;90\n"           \
             "s;d;2024;;50;80\ns;e;2024;;55;100\n"

/* --- shares and the whole --- */

static void test_shares(void **state)
{
    struct fixture f = open_site(FILES(SCHOOLS,
        {"data/p/indicators.csv", SHARE_HEAD "s;S;%;people;weighted;up\n"},
        {"data/p/values.csv", VALUES_HEAD FIVE
         "s;a;2023;;40;70\ns;b;2023;;13;18\n"}));

    (void)state;
    assert_string_equal(example(&f, METHOD_SHARE),
                        "48 / 72 × 100 ≈ 66,667 %. В таблице — 66,7 %, в "
                        "предложении — 67 из 100.");
    assert_string_equal(example(&f, METHOD_COUNTS), "Пишем «13 из 18».");
    assert_string_equal(example(&f, METHOD_CUT), "");
    assert_false(is_used(&f, METHOD_CUT));
    assert_string_equal(example(&f, METHOD_WEIGHTED),
                        "(48 + 40 + 60 + 50 + 55) / (72 + 64 + 90 + 80 + "
                        "100) × 100. Публикуем 62,3 %.");
    assert_string_equal(example(&f, METHOD_RANGE),
                        "Доля 66,7 %. Учтено человек: 72; возможный разброс "
                        "— от 55 до 76 из 100.");
    assert_string_equal(example(&f, METHOD_NOISE),
                        "Было 57,1 %, стало 66,7 %: разница 9,6 "
                        "процентного пункта. При таком числе детей случайной "
                        "бывает разница до 16 процентных пунктов.");
    assert_string_equal(example(&f, METHOD_ABOUT),
                        "У школы 66,7 %, среднее 62,3 %, возможный разброс "
                        "от 55 до 76 из 100: среднее внутри.");
    assert_string_equal(example(&f, METHOD_HALF),
                        "Значения есть у 5 школ, с каждого края отброшено "
                        "по 1. У половины школ — от 63 до 67 из 100.");
    fixture_close(&f);
}

/* 36,7 of 246 / 669 is cut, not rounded. */
static void test_cut(void **state)
{
    struct fixture f = open_site(FILES(
        {"data/p/indicators.csv", SHARE_HEAD "s;S;%;people;none;up\n"},
        {"data/p/values.csv", VALUES_HEAD "s;a;2024;36,7;246;669\n"}));

    (void)state;
    assert_string_equal(example(&f, METHOD_CUT),
                        "246 / 669 × 100 ≈ 36,771 %. В источнике стоит "
                        "36,7 %: остальные знаки отброшены.");
    assert_true(is_used(&f, METHOD_SHARE));
    assert_string_equal(example(&f, METHOD_SHARE), "");
    assert_true(is_used(&f, METHOD_APART));
    assert_false(is_used(&f, METHOD_WEIGHTED));
    fixture_close(&f);
}

static void test_wholes(void **state)
{
    struct fixture f = open_site(FILES(SCHOOLS,
        {"data/p/indicators.csv",
         "id;title;unit;class;aggregate;source\n"
         "sum;Sum;класс|класса|классов;open;sum;\n"
         "mean;Mean;балл;open;mean;\n"
         "given;Given;балл;open;given;Отчёт за год.\n"
         "many;Many;%;open;weighted;\n"},
        {"data/p/values.csv", VALUES_HEAD
         "sum;a;2024;12;;\nsum;b;2024;9;;\nsum;c;2024;1;;\n"
         "mean;a;2024;3;;\nmean;b;2024;4;;\n"
         "given;;2024;3,5;;\n"}));

    (void)state;
    assert_string_equal(example(&f, METHOD_SUM), "12 + 9 + 1, вместе 22 "
                                                 "класса.");
    assert_string_equal(example(&f, METHOD_MEAN), "(3 + 4) / 2. Публикуем "
                                                  "3,5.");
    assert_string_equal(example(&f, METHOD_GIVEN), "3,5. Источник: Отчёт "
                                                   "за год.");
    assert_false(is_used(&f, METHOD_WEIGHTED));     /* it has no numbers */
    fixture_close(&f);
}

/* More schools than one reads: the sums alone. */
static void test_many(void **state)
{
    struct buf schools = {0}, values = {0};
    struct fixture f;

    (void)state;
    buf_addz(&schools, "id;name\n");
    buf_addz(&values, VALUES_HEAD);
    for (char c = 'a'; c < 'a' + 21; c++) {
        buf_addf(&schools, "%c;Школа %c\n", c, c);
        buf_addf(&values, "s;%c;2024;;30;60\nt;%c;2024;2;;\nm;%c;2024;2;;\n",
                 c, c, c);
    }
    f = open_site(FILES({"data/schools.csv", schools.p},
        {"data/p/indicators.csv", SHARE_HEAD "s;S;%;people;weighted;up\n"
         "t;T;класс|класса|классов;open;sum;up\nm;M;балл;open;mean;up\n"},
        {"data/p/values.csv", values.p}));
    assert_string_equal(example(&f, METHOD_WEIGHTED),
                        "По 21 школе вместе: 630 / 1260 × 100 = 50 %. "
                        "Публикуем 50,0 %.");
    assert_string_equal(example(&f, METHOD_SUM), "Сумма по 21 школе: 42 "
                                                 "класса.");
    assert_string_equal(example(&f, METHOD_MEAN), "Сумма по 21 школе "
                                                  "поделена на их число: "
                                                  "2,0.");
    fixture_close(&f);
    buf_free(&schools);
    buf_free(&values);
}

/* --- time and targets --- */

static void test_targets(void **state)
{
    struct fixture f = open_site(FILES(SCHOOLS,
        {"data/p/indicators.csv", SHARE_HEAD "s;S;%;open;none;up\n"
         "d;D;%;open;none;down\n"},
        {"data/p/values.csv", VALUES_HEAD "s;a;2024;48;;\ns;b;2024;58;;\n"
         "s;c;2024;91;;\nd;a;2024;8;;\nd;b;2024;0;;\n"},
        {"data/p/breaks.csv", "indicator;period;note\n"
                              "s;2024;другие задания.\n"},
        {"data/p/targets.csv", "indicator;school;period;target\n"
                               "s;*;2024;60\nd;*;2024;5\n"}));

    (void)state;
    assert_string_equal(example(&f, METHOD_NOT_YET),
                        "Сравнение с целью: 48 < 60. Степень достижения "
                        "48 / 60 = 0,8.");
    assert_string_equal(example(&f, METHOD_NEAR),
                        "Сравнение с целью: 58 < 60 (осталось не больше "
                        "десятой части цели). Степень достижения 58 / 60 = "
                        "0,967.");
    assert_string_equal(example(&f, METHOD_REACHED),
                        "Сравнение с целью: 91 ≥ 60. Степень достижения "
                        "91 / 60 = 1,517.");
    assert_string_equal(example(&f, METHOD_DEGREE_UP),
                        "Сравнение с целью: 48 < 60. Степень достижения "
                        "48 / 60 = 0,8.");
    assert_string_equal(example(&f, METHOD_DEGREE_DOWN),
                        "Сравнение с целью: 8 > 5. Степень достижения "
                        "5 / 8 = 0,625.");
    assert_string_equal(example(&f, METHOD_DEGREE_ZERO),
                        "Сравнение с целью: 0 ≤ 5. Степень достижения 1.");
    assert_string_equal(example(&f, METHOD_BREAK),
                        "Другие задания.");
    fixture_close(&f);
}

/* --- nothing hidden, nothing at all --- */

static void test_hidden(void **state)
{
    struct fixture f = open_site(FILES(SCHOOLS,
        {"data/p/indicators.csv", SHARE_HEAD "s;S;%;people;weighted;up\n"},
        {"data/p/values.csv", VALUES_HEAD "s;a;2024;;2;97\n"
                                          "s;b;2024;;40;64\n"}));

    (void)state;
    assert_string_equal(example(&f, METHOD_SHARE),
                        "40 / 64 × 100 = 62,5 %. В таблице — 62,5 %, в "
                        "предложении — 63 из 100.");
    assert_string_equal(example(&f, METHOD_WEIGHTED), "");
    assert_true(is_used(&f, METHOD_WEIGHTED));
    fixture_close(&f);
}

static void test_empty(void **state)
{
    struct fixture f = open_site(NO_FILES);
    struct method_cells cells = words_methods(f.release);

    (void)state;
    for (size_t m = 0; m < METHOD_COUNT; m++)
        assert_false(cells.at[m].used || cells.at[m].found);
    fixture_close(&f);
    f = open_site(FILES({"data/p/indicators.csv",
                         SHARE_HEAD "s;S;%;people;weighted;up\n"}));
    cells = words_methods(f.release);
    for (size_t m = 0; m < METHOD_COUNT; m++)
        assert_false(cells.at[m].used || cells.at[m].found);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares), cmocka_unit_test(test_cut),
        cmocka_unit_test(test_wholes), cmocka_unit_test(test_many),
        cmocka_unit_test(test_targets), cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_empty)
    };

    return cmocka_run_group_tests(tests, start, end) != 0 ? 1 : 0;
}
