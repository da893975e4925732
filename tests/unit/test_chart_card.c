/*
 * test_chart_card: whatever the words, all of a card stands inside the
 * picture, in letters that can be read on a phone, and what matters most is
 * never cut.
 */
#include "chart/chart_card.h"
#include "chart/scale.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Of what scale.h reckons, as wide as a line of PT Sans is at most. */
#define WIDEST .8

struct line {
    double x, y, size;
    bool end;
    char text[600];
};
struct lines {
    struct line at[80];
    size_t n;
};

static double attribute(const char *tag, const char *name)
{
    const char *at = strstr(tag, name);

    assert_non_null(at);
    return strtod(at + strlen(name), NULL);
}

/* The texts of an SVG. */
static struct lines lines_of(const char *svg)
{
    static struct lines lines;

    lines.n = 0;
    while ((svg = strstr(svg, "<text "))) {
        struct line *l = &lines.at[lines.n++];
        const char *text = strchr(svg, '>') + 1;
        const char *anchor = strstr(svg, "text-anchor");

        *l = (struct line){attribute(svg, " x=\""), attribute(svg, " y=\""),
                           attribute(svg, "font-size=\""),
                           anchor && anchor < text, ""};
        snprintf(l->text, sizeof l->text, "%.*s",
                 (int)(strstr(text, "</text>") - text), text);
        svg = text;
    }
    return lines;
}

/* Every text is large enough and inside the picture. */
static struct lines checked(const struct chart_card *card)
{
    struct buf svg = {0};
    struct lines lines;

    chart_card(&svg, card);
    lines = lines_of(svg.p);
    for (size_t i = 0; i < lines.n; i++) {
        struct line *l = &lines.at[i];
        double width = scale_width(str_of(l->text), l->size) * WIDEST;

        if (l->size * 360 < 11.0 * (double)card->width)
            fail_msg("too small: %s", l->text);
        if (l->y > (double)card->height - .25 * l->size || l->y < l->size)
            fail_msg("above or below the picture: %s", l->text);
        if (l->end ? l->x - width < 0
                   : l->x + width > (double)card->width)
            fail_msg("beside the picture: %s", l->text);
    }
    buf_free(&svg);
    return lines;
}

static bool has(const struct lines *lines, const char *text)
{
    for (size_t i = 0; i < lines->n; i++)
        if (strcmp(lines->at[i].text, text) == 0)
            return true;
    return false;
}

static bool has_part(const struct lines *lines, const char *part)
{
    for (size_t i = 0; i < lines->n; i++)
        if (strstr(lines->at[i].text, part))
            return true;
    return false;
}

/* The lines joined by blanks, as they are read. */
static const char *all(const struct lines *lines)
{
    static char text[20000];

    text[0] = '\0';
    for (size_t i = 0; i < lines->n; i++) {
        strcat(text, lines->at[i].text);
        strcat(text, " ");
    }
    return text;
}

static const struct {
    size_t width, height;
} shapes[] = {{1200, 630}, {1080, 1080}};
#define SHAPES (sizeof shapes / sizeof *shapes)

static struct chart_card usual(size_t shape)
{
    return (struct chart_card){
        .width = shapes[shape].width, .height = shapes[shape].height,
        .title = S("Заречная школа № 1"),
        .lead = S("Заречный район. Программа «Школа роста»"),
        .tiles = {{S("Умеют ли девятиклассники применять знания?"),
                   S("67 из 100"), S("2025 год"),
                   S("Цель: не менее 60 % — достигнута"), S("")},
                  {S("Есть ли психолог?"), S(""), S(""), S(""),
                   S("Показатель не публикуется, чтобы не раскрыть сведения "
                     "об отдельных детях.")}},
        .n = 2,
        .address = S("obr.example.ru/s/12"), .date = S("Данные на 01.03.2026"),
    };
}

static void test_usual(void **state)
{
    static const char *const whole[] = {
        "Заречная школа № 1", "Заречный район. Программа «Школа роста»",
        "67 из 100", "2025 год", "Есть ли психолог?", "obr.example.ru/s/12",
        "Данные на 01.03.2026"};
    static const char *const said[] = {
        "Умеют ли девятиклассники применять знания?",
        "Цель: не менее 60 % — достигнута",
        "чтобы не раскрыть сведения об отдельных детях."};

    (void)state;
    for (size_t s = 0; s < SHAPES; s++) {
        struct chart_card card = usual(s);
        struct lines lines = checked(&card);

        for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
            if (!has(&lines, whole[i]))
                fail_msg("%zu: no %s", s, whole[i]);
        for (size_t i = 0; i < sizeof said / sizeof *said; i++)
            if (!strstr(all(&lines), said[i]))
                fail_msg("%zu: cut: %s in %s", s, said[i], all(&lines));
    }
}

/* A name of 120 letters stands there in full, with the notice above it. */
static void test_long_name(void **state)
{
    static const char name[] =
        "Муниципальное бюджетное общеобразовательное учреждение средняя "
        "общеобразовательная школа № 12 имени Героя Советского Союза Иванова";

    (void)state;
    for (size_t s = 0; s < SHAPES; s++)
        for (size_t n = 0; n <= CARD_TILES; n++) {
            struct chart_card card = usual(s);
            struct lines lines;

            for (size_t i = 0; i < n; i++)
                card.tiles[i] = card.tiles[0];
            card.n = n;
            card.title = str_of(name);
            card.notice = S("Демонстрационные данные: числа придуманы");
            card.demo = true;
            lines = checked(&card);
            assert_non_null(strstr(all(&lines), name));
            assert_true(has(&lines, "Данные на 01.03.2026"));
            assert_true(has(&lines,
                            "Демонстрационные данные: числа придуманы"));
            assert_int_equal(n > 0, has(&lines, "67 из 100"));
        }
}

/* The periods stand all beside their numbers or all below. */
static void test_periods(void **state)
{
    static const char *const values[][CARD_TILES] = {
        {"63 из 100", "3,64", "8 из 100", "3 кабинета"},
        {"нет", "0 кабинетов", "1,3 тыс. ₽", "16,2 ч"},
        {"3,64", "3,64", "3,64", "3,64"},
    };
    size_t beside_all = 0, below_all = 0;

    (void)state;
    for (size_t s = 0; s < SHAPES; s++)
        for (size_t k = 0; k < sizeof values / sizeof *values; k++)
            for (size_t n = 2; n <= CARD_TILES; n++) {
                struct chart_card card = usual(s);
                size_t beside = 0, periods = 0;

                card.n = n;
                for (size_t i = 0; i < n; i++) {
                    card.tiles[i] = card.tiles[0];
                    card.tiles[i].value = str_of(values[k][i]);
                }
                struct lines lines = checked(&card);
                for (size_t i = 0; i < lines.n; i++) {
                    if (strcmp(lines.at[i].text, "2025 год") != 0)
                        continue;
                    periods++;
                    for (size_t j = 0; j < lines.n; j++)
                        if (lines.at[j].y == lines.at[i].y &&
                            strcmp(lines.at[j].text, "2025 год") != 0) {
                            beside++;
                            break;
                        }
                }
                assert_int_equal(periods, n);
                assert_true(beside == 0 || beside == n);
                beside_all += beside == n;
                below_all += beside == 0;
            }
    assert_true(beside_all > 0 && below_all > 0);
}

/* A target is whole or left out; cut it could mean something else. */
static void test_long_tile(void **state)
{
    (void)state;
    for (size_t s = 0; s < SHAPES; s++)
        for (size_t n = 1; n <= CARD_TILES; n++) {
            struct chart_card card = usual(s);
            struct lines lines;

            for (size_t i = 0; i < n; i++)
                card.tiles[i] = (struct chart_card_tile){
                    S("Какова доля обучающихся девятых классов, которые при "
                      "выполнении работ по функциональной грамотности решают "
                      "большую часть предложенных заданий?"),
                    S("12 345,6 млн ₽ из средств местного бюджета"),
                    S("I полугодие 2025/26 учебного года"),
                    S("Цель: не менее 12 345,6 млн ₽ в первом полугодии — "
                      "пока не достигнута"),
                    S("")};
            card.n = n;
            card.notice = S("Пересказ документа, сайт не официальный");
            lines = checked(&card);
            if (has_part(&lines, "Цель:"))
                assert_true(has_part(&lines, "достигнута"));
            assert_true(has_part(&lines, "12 345,6"));
            assert_true(has_part(&lines, "obr.example.ru/s/12"));
        }
}

/* Without an address the date stands alone; one that is too long is broken
 * and complete. */
static void test_address(void **state)
{
    static const char address[] =
        "obrazovanie.ochen-dlinnoe-nazvanie-munitsipaliteta.example.org/"
        "vitrina/s/srednyaya-shkola-12.html";

    (void)state;
    for (size_t s = 0; s < SHAPES; s++) {
        struct chart_card card = usual(s);
        struct lines lines;
        char joined[300] = "";

        card.address = S("");
        lines = checked(&card);
        assert_false(has_part(&lines, "obr."));
        assert_true(has(&lines, "Данные на 01.03.2026"));
        card.address = str_of(address);
        lines = checked(&card);
        for (size_t i = 0; i < lines.n; i++)
            if (strlen(lines.at[i].text) > 3 &&
                strstr(address, lines.at[i].text))
                strcat(joined, lines.at[i].text);
        assert_string_equal(joined, address);
        assert_true(has(&lines, "Данные на 01.03.2026"));
    }
}

static void test_paragraph(void **state)
{
    struct buf text = {0};

    (void)state;
    for (size_t s = 0; s < SHAPES; s++) {
        struct chart_card card = usual(s);
        struct lines lines;

        card.n = 0;
        card.text = S("Из 13 показателей цель достигнута по 6.");
        lines = checked(&card);
        assert_non_null(strstr(all(&lines), card.text.p));
        buf_clear(&text);
        for (size_t i = 0; i < 100; i++)
            buf_addz(&text, "Показатели программы растут. ");
        card.text = buf_str(&text);
        lines = checked(&card);
        assert_true(has_part(&lines, "…"));
    }
    buf_free(&text);
}

/* Signs of the markup, and a blank that the font has not. */
static void test_escaped(void **state)
{
    struct chart_card card = usual(0);
    struct buf svg = {0};

    (void)state;
    card.title = S("<script>&«5\u202f000»");
    chart_card(&svg, &card);
    assert_non_null(strstr(svg.p, "&lt;script&gt;&amp;«5\u00a0000»"));
    assert_null(strstr(svg.p, "\u202f"));
    buf_free(&svg);
}

/* Words of any length: nothing leaves the picture. */
static void test_random(void **state)
{
    static const char *const words[] = {
        "и", "из", "100", "школа", "муниципальное", "№ 12", "%",
        "общеобразовательное", "естественнонаучно-математического", "Wi-Fi",
        "ШКОЛА", "«Успех»"};
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 400; round++) {
        struct chart_card card = usual((size_t)round % SHAPES);
        struct buf texts[2 + 5 * CARD_TILES] = {{0}};
        struct str *parts = NULL;
        size_t n = 0;

        card.n = (size_t)round / 2 % (CARD_TILES + 1);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            seed = seed * 1664525u + 1013904223u;
            for (uint32_t k = seed >> 24 & 15; k > 0; k--) {
                seed = seed * 1664525u + 1013904223u;
                buf_addz(&texts[t], words[(seed >> 16) % 12]);
                buf_char(&texts[t], ' ');
            }
        }
        card.title = buf_str(&texts[n++]);
        card.lead = buf_str(&texts[n++]);
        for (size_t i = 0; i < card.n; i++) {
            parts = &card.tiles[i].question;
            for (size_t k = 0; k < 5; k++)
                parts[k] = buf_str(&texts[n++]);
        }
        checked(&card);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            buf_free(&texts[t]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_usual),     cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_long_tile), cmocka_unit_test(test_address),
        cmocka_unit_test(test_paragraph), cmocka_unit_test(test_escaped),
        cmocka_unit_test(test_random),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
