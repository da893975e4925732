/*
 * stub_words: the default theme's words and a release of one indicator,
 * 2022..2025, six schools, by hand. For test_words.c and test_headline.c,
 * once in each.
 */
#ifndef VITRINA_TESTS_STUB_WORDS_H
#define VITRINA_TESTS_STUB_WORDS_H

#include "release/words.h"

#include "base/mem.h"
#include "stub_release.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define NB "\xC2\xA0"

/* --- two lexicons for all tests --- */

static struct arena *arena;
static struct lexicon *ru, *en;

static struct lexicon *read_lexicon(enum lang lang, const char *path)
{
    struct buf bytes = {0};
    struct str text, file = str_of(path);
    struct diag *diag = diag_new();
    struct lexicon *lexicon;
    FILE *in = fopen(path, "rb");
    int c;

    if (!in)
        fail_msg("%s: run tests in the project's folder", path);
    while ((c = getc(in)) != EOF)
        buf_char(&bytes, (char)c);
    fclose(in);
    text = buf_take(&bytes, arena);
    buf_free(&bytes);
    lexicon = lexicon_read(arena, lang, &text, &file, 1, diag);
    assert_int_equal(diag_count(diag, LEVEL_ERROR), 0);
    diag_free(diag);
    return lexicon;
}

static int read_lexicons(void **state)
{
    (void)state;
    arena = arena_new();
    ru = read_lexicon(LANG_RU, "themes/default/i18n/ru.yml");
    en = read_lexicon(LANG_EN, "themes/default/i18n/en.yml");
    return ru && en ? 0 : -1;
}

static int forget_lexicons(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* Compares and frees; in the expected text ~ is a no-break space. */
static void expect(struct buf *out, const char *expected)
{
    struct buf marked = {0};
    struct str got = buf_str(out);

    for (size_t i = 0; i < got.n; i++)
        if (i + 1 < got.n && !memcmp(got.p + i, NB, 2)) {
            buf_char(&marked, '~');
            i++;
        } else {
            buf_char(&marked, got.p[i]);
        }
    if (!str_is(buf_str(&marked), expected))
        fail_msg("\n%s\nexpected\n%s", marked.p ? marked.p : "", expected);
    buf_free(&marked);
    buf_free(out);
}

/* --- a release: one indicator, 2023..2025, six schools --- */

enum { Y2022, Y2023, Y2024, Y2025 };

static struct indicator indicators[STUB_INDICATORS];
static struct programme programmes[1];
static struct municipality municipalities[1];
static struct release release;
static struct words words;

static struct period year(int y)
{
    return (struct period){PERIOD_YEAR, date_of(y, 1, 1), date_of(y, 12, 31)};
}

static struct fact shown(const char *value, int64_t n)
{
    struct fact fact = {.state = STATE_SHOWN, .has_value = true,
                        .numerator = -1, .n = n};

    assert_int_equal(num_parse(str_of(value), &fact.value, NULL), NUM_OK);
    return fact;
}

static struct fact state_of(enum state state)
{
    return (struct fact){.state = state, .numerator = -1, .n = -1};
}

static struct fact *cell(size_t school, int y)
{
    size_t row = school == RELEASE_WHOLE ? STUB_SCHOOLS : school;

    return &release.indicators[0].facts[row][y - 2022];
}

static int setup(void **state)
{
    struct stub_indicator *s = &release.indicators[0];

    (void)state;
    memset(&release, 0, sizeof release);
    memset(indicators, 0, sizeof indicators);
    memset(programmes, 0, sizeof programmes);
    release.site.indicators.at = indicators;
    release.site.indicators.n = STUB_INDICATORS;
    release.site.programmes.at = programmes;
    release.site.programmes.n = 1;
    release.site.config.municipalities = municipalities;
    release.site.config.municipalities_n = 1;
    release.schools_n = STUB_SCHOOLS;
    release.as_of = date_of(2026, 3, 1);
    programmes[0].indicator_n = 1;
    municipalities[0] = (struct municipality){
        .name = S("Заречный район"), .brief = S("район"), .dat = S("району")
    };
    s->periods_n = 4;
    s->progress.status = STATUS_NO_TARGET;
    for (int y = 2022; y <= 2025; y++) {
        s->periods[y - 2022] = year(y);
        for (size_t i = 0; i <= STUB_SCHOOLS; i++)
            s->facts[i][y - 2022] = state_of(STATE_NOT_YET);
    }
    words = (struct words){ru, &release};
    return 0;
}

/* The first indicator of the vectors of reader 4.1. */
static void set_fg9(void)
{
    indicators[0] = (struct indicator){
        .kind = KIND_SHARE, .direction = DIRECTION_UP, .unit = S("%"),
        .aggregate = AGGREGATE_WEIGHTED, .decimals = 1,
        .privacy = PRIVACY_PEOPLE,
        .title = S("Функциональная грамотность, 9 класс"),
        .subj = S("девятиклассников"),
        .verb_one = S("справился с заданиями на функциональную грамотность"),
        .verb_many = S("справились с заданиями на функциональную грамотность")
    };
}

#endif
