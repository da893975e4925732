/*
 * test_fold: spellings that are the same, the Russian order (R6.7), edit
 * distance, slugs (R6.8).
 */
#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

struct pair {
    const char *in, *out;
};

static void expect_all(struct str (*fold)(struct arena *, struct str),
                       const struct pair *pairs, size_t n)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < n; i++) {
        struct str got = fold(arena, str_of(pairs[i].in));
        assert_string_equal(str_z(arena, got), pairs[i].out);
        struct str again = fold(arena, got);
        if (!str_eq(again, got))
            fail_msg("changes again: %s", pairs[i].in);
    }
    arena_free(arena);
}

static void nfc(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "", "" }, { "школа №3 — «да» ≤ 5 ₽", "школа №3 — «да» ≤ 5 ₽" },
        { "и\u0306", "й" }, { "Е\u0308лка", "Ёлка" }, { "e\u0301", "é" },
        { "\u212B", "Å" }, { "\u2126", "Ω" }, { "\u037E", ";" },
        { "\u2000", "\u2002" }, { "a\u0323\u0307", "ạ\u0307" },
        { "a\u0307\u0323", "ạ\u0307" }, { "\u1112\u1161\u11AB", "한" },
        { "🎒", "🎒" }, { "\u0301", "\u0301" },
        { "а\u0484\u0483", "а\u0484\u0483" },
        { "и\xD0", "и\xD0" }, { "\xFF", "\xFF" }, { "\xE2\x80", "\xE2\x80" },
    };
    expect_all(fold_nfc, pairs, LENGTH(pairs));
    struct arena *arena = arena_new();
    static const char text[] = "Сорская школа";
    assert_ptr_equal(fold_nfc(arena, str_of(text)).p, text);
    assert_int_equal(fold_nfc(arena, (struct str){ NULL, 0 }).n, 0);
    arena_free(arena);
}

static void lower_case(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "", "" }, { "АБВЯ Ё ё abcXYZ[@]", "абвя е е abcxyz[@]" },
        { "ЁЛКИНО", "елкино" }, { "№ 3 «А»—Б", "№ 3 «а»—б" },
        { "ЇЎЂЏѠ", "їўђџѡ" }, { "ÄÉ×ẞΣ", "äé×ßσ" }, { "ȺȺȺ", "ⱥⱥⱥ" },
        { "\u01C5", "\u01C6" }, { "Ж\xFF\xD0Ж", "ж\xFF\xD0ж" },
        { "🎒А", "🎒а" }, { "\u212A", "k" },
    };
    expect_all(fold_case, pairs, LENGTH(pairs));
    struct arena *arena = arena_new();
    static const char text[] = "ничего не меняется";
    assert_ptr_equal(fold_case(arena, str_of(text)).p, text);
    struct buf buf = {0};
    for (int i = 0; i < 1000; i++)
        buf_addz(&buf, "Ⱥ");
    assert_int_equal(fold_case(arena, buf_str(&buf)).n, 3000);
    buf_free(&buf);
    arena_free(arena);
}

/* The reference for the range that has a fast path: case as pairs. */
static void case_of_all_russian_letters(void **state)
{
    (void)state;
    static const char upper[] = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                                "ЀЂЃЄЅІЇЈЉЊЋЌЍЎЏABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char lower[] = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
                                "ѐђѓєѕіїјљњћќѝўџabcdefghijklmnopqrstuvwxyz";
    struct arena *arena = arena_new();
    assert_string_equal(fold_case(arena, str_of(upper)).p, lower);
    arena_free(arena);
}

static void keys(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "", "" }, { " — «» ", "" },
        { "МБОУ «Сорская СОШ №3»", "мбоу сорская сош 3" },
        { "мбоу сорская сош 3", "мбоу сорская сош 3" },
        { "МБОУ \"Сорская СОШ № 3\"", "мбоу сорская сош 3" },
        { "МБОУ „Сорская  СОШ“\tNo3", "мбоу сорская сош 3" },
        { "МБОУ«Сорская СОШ№3»", "мбоу сорская сош 3" },
        { "МБОУ Сорская CОШ Nº 3", "мбоу сорская сош 3" },
        { "МБОУ Сорская COШ N3", "мбоу сорская сош 3" },
        { "МБОУ Сорская СОШ Nо. 3", "мбоу сорская сош 3" },
        { "СШ с. Б-Поляна", "сш с б поляна" },
        { "СШ c. Большая Поляна", "сш с большая поляна" },
        { "Ёлкино", "елкино" }, { "Е\u0308лкино", "елкино" },
        { "им. Ю.Н. Толстихиной", "им ю н толстихиной" },
        { "sorsk-3", "sorsk 3" }, { "n_min", "n min" },
        { "c", "c" }, { "x", "x" }, { "COPE", "cope" }, { "No", "no" },
        { "ОВЗ, %", "овз" }, { "№ п/п", "п п" }, { "№", "" },
        { "5 A класс", "5 а класс" }, { "5A", "5 a" },
        { "СОШ3", "сош 3" }, { "СОШ№3", "сош 3" }, { "СОШN3", "сошn 3" },
        { "COШ3 с.2-Тербуны", "сош 3 с 2 тербуны" }, { "5А класс",
                                                        "5 а класс" },
        { "1a1a", "1 a 1 a" },
        { "sоrsk", "sorsk" }, { "Wi-Fi в школе", "wi fi в школе" },
        { "IT-куб", "it куб" }, { "д’Артаньян", "дартаньян" },
        { "инфор\u00ADматика", "информатика" },
        { "a\u00A0b\u202Fc\u2009d\ne", "a b c d e" },
        { "2018–2019", "2018 2019" }, { "м²", "м²" }, { "École", "école" },
        { "\xFFшкола\xFF", "школа" }, { "ШzЯ", "шzя" },
    };
    expect_all(fold_key, pairs, LENGTH(pairs));
}

static void long_keys(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf in = {0}, out = {0};
    buf_addz(&in, "Ш");
    buf_addz(&out, "ш");
    for (int i = 0; i < 3000; i++) {
        buf_addz(&in, i % 100 == 99 ? "!" : "A");
        buf_addz(&out, i % 100 == 99 ? " " : "а");
    }
    out.n--;
    assert_true(str_eq(fold_key(arena, buf_str(&in)), buf_str(&out)));
    buf_free(&in);
    buf_free(&out);
    arena_free(arena);
}

/* Each list is in strict order; all pairs are tried in both directions. */
static void expect_order(int (*order)(struct str, struct str),
                         const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            int got = order(str_of(list[i]), str_of(list[k]));
            int want = (i > k) - (i < k);
            if ((got > 0) - (got < 0) != want)
                fail_msg("«%s» and «%s»: %d", list[i], list[k], got);
        }
}

static void order_of_names(void **state)
{
    (void)state;
    static const char *const letters[] = {
        "", "5", "А", "Б", "Е", "Ё", "Ж", "И", "Й", "К", "Я", "A", "Z",
    };
    static const char *const villages[] = {
        "Елкино", "Ёлкино", "Емельяново", "Жуково",
    };
    static const char *const yo_first[] = {
        /* ё differs less than a letter, case less than ё */
        "ежа", "Ежа", "ёжа", "Ёжа", "ежб", "ёжб",
    };
    static const char *const numbers[] = {
        "Школа", "Школа № 2", "Школа №3", "Школа № 3 а", "Школа № 10",
        "Школа №12", "Школа №19", "Школа № 100000000000000000000000",
        "Школа № 100000000000000000000001", "Школа А",
    };
    static const char *const quoted[] = {
        "Рожь", "«Сорская» СОШ №1", "Сорская СОШ № 2", "\"Сорская\" СОШ 10",
        "Тула",
    };
    static const char *const words[] = {
        "Усть-Абакан", "Устье", "Устье 2", "устье-3", "Устьерь",
    };
    static const char *const zeros[] = {
        "0", "00", "01", "1", "2", "010", "10", "11",
    };
    expect_order(fold_order, letters, LENGTH(letters));
    expect_order(fold_order, villages, LENGTH(villages));
    expect_order(fold_order, yo_first, LENGTH(yo_first));
    expect_order(fold_order, numbers, LENGTH(numbers));
    expect_order(fold_order, quoted, LENGTH(quoted));
    expect_order(fold_order, words, LENGTH(words));
    expect_order(fold_order, zeros, LENGTH(zeros));
}

static void order_is_total(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", " ", "«»", "№", "а", "А", "«а»", "а ", "ё", "е", "Ё", "Е", "1",
        "01", "001", "а1", "а 1", "а-1", "a", "à", "ґ", "\xFF", "\xD0",
        "α", "中", "🎒", "а\u0301", "'а'", "МБОУ", "МБОУ а", "моу им. а",
        "им", "им а", "2 10", "2 9", "210",
    };
    size_t n = LENGTH(texts);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            for (size_t m = 0; m < n; m++) {
                struct str a = str_of(texts[i]), b = str_of(texts[k]);
                struct str c = str_of(texts[m]);
                int (*const orders[])(struct str, struct str) = {
                    fold_order, fold_order_names,
                };
                for (size_t o = 0; o < 2; o++) {
                    int ab = orders[o](a, b), bc = orders[o](b, c);
                    assert_int_equal(ab == 0, i == k);
                    assert_true((ab < 0) == (orders[o](b, a) > 0));
                    if (ab < 0 && bc < 0)
                        assert_true(orders[o](a, c) < 0);
                }
            }
}

static void order_of_schools(void **state)
{
    (void)state;
    static const char *const sorted[] = {
        "Сорская ООШ № 2", "МБОУ Сорская ООШ №2 им. Ю.Н. Толстихиной",
        "МБОУ Сорская СОШ № 3", "МБОУ СОШ им. Абая", "МБОУ СОШ Баган",
        "МОУ Школа № 1", "МАОУ «Школа № 2»", "МБОУ Школа № 3",
        "мкоу школа № 10",
    };
    static const char *const twins[] = {
        /* the same name: the forms decide after all */
        "Луч", "МАОУ Луч", "МБОУ Луч", "МКОУ Луч",
    };
    static const char *const no_forms[] = {
        "Боуовка", "Имя", "Имянск", "Луч", "Мбоуовка", "Моуа", "Моубай",
    };
    expect_order(fold_order_names, sorted, LENGTH(sorted));
    expect_order(fold_order_names, twins, LENGTH(twins));
    expect_order(fold_order_names, no_forms, LENGTH(no_forms));
}

static void distances(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t edits;
    } cases[] = {
        { "", "", 0 }, { "а", "", 1 }, { "", "абв", 3 }, { "кот", "кот", 0 },
        { "кот", "кит", 1 }, { "кот", "коты", 1 }, { "кот", "от", 1 },
        { "кот", "окт", 1 }, { "школа", "шокла", 1 }, { "school", "shcool", 1 },
        { "кот", "ток", 2 }, { "абвг", "вгаб", 4 },
        { "ca", "abc", 3 }, { "kitten", "sitting", 3 },
        { "sunday", "saturday", 3 }, { "ё", "e", 1 },
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct str a = str_of(cases[i].a), b = str_of(cases[i].b);
        for (size_t limit = 0; limit < 12; limit++) {
            size_t want = cases[i].edits <= limit ? cases[i].edits : limit + 1;
            assert_int_equal(fold_distance(a, b, limit), want);
            assert_int_equal(fold_distance(b, a, limit), want);
        }
        assert_int_equal(fold_distance(a, b, SIZE_MAX), cases[i].edits);
    }
}

/* The whole table without a band, as in the textbook. */
static size_t plain_distance(struct str a, struct str b)
{
    size_t d[16][16];
    for (size_t i = 0; i <= a.n; i++)
        for (size_t k = 0; k <= b.n; k++) {
            if (i == 0 || k == 0) {
                d[i][k] = i + k;
                continue;
            }
            size_t best = d[i - 1][k - 1] + (a.p[i - 1] != b.p[k - 1]);
            if (d[i - 1][k] + 1 < best)
                best = d[i - 1][k] + 1;
            if (d[i][k - 1] + 1 < best)
                best = d[i][k - 1] + 1;
            if (i > 1 && k > 1 && a.p[i - 1] == b.p[k - 2]
                && a.p[i - 2] == b.p[k - 1] && d[i - 2][k - 2] + 1 < best)
                best = d[i - 2][k - 2] + 1;
            d[i][k] = best;
        }
    return d[a.n][b.n];
}

static void distances_within_any_band(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 20000; i++) {
        char text[2][12];
        struct str s[2];
        for (int k = 0; k < 2; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            s[k] = (struct str){ text[k], (size_t)(seed >> 60) % 12 };
            for (size_t m = 0; m < s[k].n; m++)
                text[k][m] = (char)('a' + (seed >> (8 + 4 * m)) % 3);
        }
        size_t want = plain_distance(s[0], s[1]);
        size_t limit = (size_t)(seed >> 33) % 6;
        assert_int_equal(fold_distance(s[0], s[1], limit),
                         want <= limit ? want : limit + 1);
    }
}

static struct str column(const void *payload, size_t i)
{
    return str_of(((const char *const *)payload)[i]);
}

static void nearest(void **state)
{
    (void)state;
    static const char *const columns[] = {
        "indicator", "school", "period", "value", "показатель", "школа",
        "период", "значение", "n", "МБОУ «Сорская СОШ №3»",
    };
    static const struct {
        const char *word;
        size_t nearest;
    } cases[] = {
        { "shcool", 1 }, { "Школы", 5 }, { "показатили", 4 },
        { "ПЕРИОД", 6 }, { "пероид", 6 }, { "value ", 3 }, { "valeu", 3 },
        { "совсем другое", 10 }, { "", 10 }, { "m", 10 }, { "N", 8 },
        { "Сорская СОШ 3", 10 }, { "МБОУ Сорская COШ 2", 9 },
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(fold_nearest(str_of(cases[i].word), LENGTH(columns),
                                      column, columns),
                         cases[i].nearest);
    assert_int_equal(fold_nearest(S("school"), 0, column, columns), 0);
    static const char *const twins[] = { "кит", "кот", "кат" };
    assert_int_equal(fold_nearest(S("кут"), 3, column, twins), 0);
    assert_int_equal(fold_nearest(S("кот"), 3, column, twins), 1);
}

static void slugs(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "МБОУ СОШ с. Вторые Тербуны", "mbou-sosh-s-vtorye-terbuny" },
        { "МБОУ Сорская ООШ №2 им. Ю.Н. Толстихиной",
          "mbou-sorskaia-oosh-2-im-iu-n-tolstikhinoi" },
        { "Щёлково", "shchelkovo" }, { "Подъезд", "podieezd" },
        { "Большая", "bolshaia" }, { "ь", "" }, { "", "" }, { "--", "" },
        { "  A  b ", "a-b" }, { "École № 1", "ecole-1" },
        { "школа-", "shkola" },
        { "- ъ -", "ie" }, { "а ьб", "a-b" }, { "中文", "" },
        { "и\u0306", "i" }, { "\xFF" "a", "a" },
        { "абвгдежзийклмнопрстуфхцчшщъыэюя",
          "abvgdezhziiklmnoprstufkhtschshshchieyeiuia" },
    };
    expect_all(fold_slug, pairs, LENGTH(pairs));
    struct arena *arena = arena_new();
    for (size_t lead = 0; lead < 8; lead++) {
        struct buf buf = {0};
        for (size_t i = 0; i < lead; i++)
            buf_char(&buf, 'a');
        for (int i = 0; i < 60; i++)
            buf_addz(&buf, i % 3 ? "щ" : " ");
        struct str slug = fold_slug(arena, buf_str(&buf));
        assert_in_range(slug.n, 70, 80);
        assert_true(fold_is_id(slug));
        buf_free(&buf);
    }
    arena_free(arena);
}

static void ids(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        bool good;
    } cases[] = {
        { "a", true }, { "sorsk-3", true }, { "0", true }, { "a--b", true },
        { "", false }, { "-a", false }, { "a-", false }, { "-", false },
        { "A", false }, { "a_b", false }, { "a.b", false }, { "а", false },
        { "a b", false }, { "a/b", false },
    };
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(fold_is_id(str_of(cases[i].id)), cases[i].good);
    char text[81];
    memset(text, 'a', sizeof text);
    assert_true(fold_is_id((struct str){ text, 80 }));
    assert_false(fold_is_id((struct str){ text, 81 }));
    assert_false(fold_is_id(S("a\0b")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nfc),
        cmocka_unit_test(lower_case),
        cmocka_unit_test(case_of_all_russian_letters),
        cmocka_unit_test(keys),
        cmocka_unit_test(long_keys),
        cmocka_unit_test(order_of_names),
        cmocka_unit_test(order_is_total),
        cmocka_unit_test(order_of_schools),
        cmocka_unit_test(distances),
        cmocka_unit_test(distances_within_any_band),
        cmocka_unit_test(nearest),
        cmocka_unit_test(slugs),
        cmocka_unit_test(ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
