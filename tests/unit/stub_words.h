/*
 * stub_words: the default theme's words and a release of one indicator,
 * 2022..2025, six schools, by hand. For test_words.c and test_headline.c,
 * once in each.
 */
#ifndef VITRINA_TESTS_STUB_WORDS_H
#define VITRINA_TESTS_STUB_WORDS_H

#include "release/words.h"

#include "default_words.h"
#include "stub_release.h"

#define NB "\xC2\xA0"

/* --- two lexicons for all tests --- */

static struct arena *arena;
static struct lexicon *ru, *en;

static int read_lexicons(void **state)
{
    (void)state;
    arena = arena_new();
    ru = default_words(arena, LANG_RU);
    en = default_words(arena, LANG_EN);
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

/* --- a release in the first municipality --- */

static struct municipality municipalities[1];
static struct words words;

static struct fact shown(const char *value, int64_t n)
{
    struct num number;

    assert_int_equal(num_parse(str_of(value), &number, NULL), NUM_OK);
    return shown_num(number, n);
}

static int setup(void **state)
{
    (void)state;
    make_series(STUB_INDICATORS, STATE_NOT_YET);
    release.site.config.municipalities = municipalities;
    release.site.config.municipalities_n = 1;
    release.as_of = date_of(2026, 3, 1);
    programmes[0].indicator_n = 1;
    municipalities[0] = (struct municipality){
        .name = S("Заречный район"), .brief = S("район"), .dat = S("району")
    };
    release.indicators[0].progress.status = STATUS_NO_TARGET;
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
