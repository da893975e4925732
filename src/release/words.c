/*
 * words: numbers, dates, periods, money as readers see them; see words.h.
 * Cells are in words_cell.c, sentences in words_headline.c, words_reason.c,
 * words_whole.c and words_lead.c. For chart/ and render/.
 */
#include "release/words.h"

#include "base/mem.h"
#include "release/money.h"
#include "release/words_text.h"

#include <stdio.h>
#include <string.h>

#define KEY_MAX 64
#define MINUS "\xE2\x88\x92"    /* U+2212 */

/* --- numbers --- */

void words_number(struct buf *out, const struct lexicon *lexicon,
                  struct num value, int decimals)
{
    static const struct num_style russian = {",", NBSP, MINUS, 5};
    static const struct num_style english = {".", ",", MINUS, 4};

    if (decimals < 0) {
        value = num_trim(value);
        decimals = value.scale;
    }
    num_format(out, num_round(value, decimals), decimals,
               lexicon_lang(lexicon) == LANG_RU ? &russian : &english);
}

void words_count(struct buf *out, const struct lexicon *lexicon,
                 const char *key, struct num n)
{
    size_t from = out->n;

    n = num_trim(n);
    words_number(out, lexicon, n, n.scale);
    buf_char(out, ' ');
    buf_add(out, lex_plural(lexicon, key, n));
    words_tie(out, from);
}

/* --- dates --- */

static struct str month_word(const struct lexicon *lexicon, int month,
                             const char *form)
{
    char key[KEY_MAX];

    snprintf(key, sizeof key, "month.%d.%s", month, form);
    return lex(lexicon, key);
}

static void date_words(struct buf *out, const struct lexicon *lexicon,
                       const char *key, date d)
{
    char digits[4][12];
    int year, month, day;
    size_t from = out->n;

    date_split(d, &year, &month, &day);
    snprintf(digits[0], sizeof digits[0], "%d", year);
    snprintf(digits[1], sizeof digits[1], "%d", day);
    snprintf(digits[2], sizeof digits[2], "%02d", day);
    snprintf(digits[3], sizeof digits[3], "%02d", month);
    lex_fill(out, lexicon, key,
             FILL({"year", str_of(digits[0])}, {"day", str_of(digits[1])},
                  {"dd", str_of(digits[2])}, {"mm", str_of(digits[3])},
                  {"month", month_word(lexicon, month, "gen")},
                  {"mon", month_word(lexicon, month, "short")}));
    words_tie(out, from);
}

void words_date(struct buf *out, const struct lexicon *lexicon, date d)
{
    date_words(out, lexicon, "date.long", d);
}

void words_date_short(struct buf *out, const struct lexicon *lexicon, date d)
{
    date_words(out, lexicon, "date.short", d);
}

/* --- periods --- */

static const char *const period_names[] = {
    [PERIOD_YEAR] = "year",       [PERIOD_SCHOOL_YEAR] = "school_year",
    [PERIOD_HALF] = "half",       [PERIOD_QUARTER] = "quarter",
    [PERIOD_MONTH] = "month",     [PERIOD_RANGE] = "years"
};

/* A range that is not of whole calendar years: «сентябрь 2020 — май 2023». */
static bool is_odd(struct period p)
{
    int year, month, day, month2, day2;

    date_split(p.from, &year, &month, &day);
    date_split(p.to, &year, &month2, &day2);
    return p.kind == PERIOD_RANGE &&
           (month != 1 || day != 1 || month2 != 12 || day2 != 31);
}

static void odd_range(struct buf *out, const struct lexicon *lexicon,
                      struct period p, const char *form)
{
    struct buf from = {0}, to = {0};
    char key[KEY_MAX];
    size_t begin = out->n;

    snprintf(key, sizeof key, "period.dates.%s", form);
    words_date_short(&from, lexicon, p.from);
    words_date_short(&to, lexicon, p.to);
    lex_fill(out, lexicon, key,
             FILL({"from", buf_str(&from)}, {"to", buf_str(&to)}));
    words_glue(out, begin, lexicon);
    buf_free(&from);
    buf_free(&to);
}

/* The second half-year, the second quarter: «во», «со». */
static bool is_second(struct period p)
{
    int year, month, day;

    date_split(p.from, &year, &month, &day);
    return (p.kind == PERIOD_HALF && month > 6) ||
           (p.kind == PERIOD_QUARTER && month > 3 && month < 7);
}

/* A period in one of the forms nom, gen, in, short. */
static void period_words(struct buf *out, const struct lexicon *lexicon,
                         struct period p, const char *form)
{
    static const char *const roman[] = {"I", "II", "III", "IV"};
    int year, month, day, last = period_year(p), half, quarter;
    char key[KEY_MAX], digits[4][12];
    size_t from = out->n;

    date_split(p.from, &year, &month, &day);
    half = month / 7;
    quarter = (month - 1) / 3;
    snprintf(key, sizeof key, "period.%s.%s%s", period_names[p.kind], form,
             !strcmp(form, "in") && is_second(p) ? "_2" : "");
    snprintf(digits[0], sizeof digits[0], "%d", year);
    snprintf(digits[1], sizeof digits[1], "%02d", last % 100);
    snprintf(digits[2], sizeof digits[2], "%d",
             1 + (p.kind == PERIOD_HALF ? half : quarter));
    snprintf(digits[3], sizeof digits[3], "%d", last);
    lex_fill(out, lexicon, key,
             FILL({"year", str_of(digits[0])}, {"next", str_of(digits[1])},
                  {"n", str_of(digits[2])}, {"last", str_of(digits[3])},
                  {"roman", str_of(roman[quarter])},
                  {"month", month_word(lexicon, month,
                                       strcmp(form, "short") ? form
                                                             : "nom")}));
    words_glue(out, from, lexicon);
}

static void period_form(struct buf *out, const struct lexicon *lexicon,
                        struct period p, const char *form)
{
    if (p.kind == PERIOD_NONE)
        return;
    if (p.kind == PERIOD_DATE && !strcmp(form, "short"))
        words_date_short(out, lexicon, p.from);
    else if (p.kind == PERIOD_DATE)
        words_date(out, lexicon, p.from);
    else if (is_odd(p))
        odd_range(out, lexicon, p, form);
    else
        period_words(out, lexicon, p, form);
}

void words_period(struct buf *out, const struct lexicon *lexicon,
                  struct period period)
{
    period_form(out, lexicon, period, "nom");
}

void words_period_short(struct buf *out, const struct lexicon *lexicon,
                        struct period period)
{
    period_form(out, lexicon, period, "short");
}

void words_period_gen(struct buf *out, const struct lexicon *lexicon,
                      struct period period)
{
    period_form(out, lexicon, period, "gen");
}

void words_period_in(struct buf *out, const struct lexicon *lexicon,
                     struct period period)
{
    period_form(out, lexicon, period, "in");
}

/* The period in a form, behind a preposition. */
static void behind(struct buf *out, const struct lexicon *lexicon,
                   struct period p, const char *key, const char *form)
{
    struct buf words = {0};
    size_t from = out->n;

    if (p.kind == PERIOD_NONE)
        return;
    period_form(&words, lexicon, p, form);
    lex_fill(out, lexicon, key, FILL({"period", buf_str(&words)}));
    words_glue(out, from, lexicon);
    buf_free(&words);
}

static date year_end(date d)
{
    int year, month, day;

    date_split(d, &year, &month, &day);
    return date_of(year, 12, 31);
}

void words_period_since(struct buf *out, const struct lexicon *lexicon,
                        struct period period)
{
    if (period.kind == PERIOD_RANGE)
        period = (struct period){
            is_odd(period) ? PERIOD_DATE : PERIOD_YEAR, period.from,
            is_odd(period) ? period.from : year_end(period.from)};
    behind(out, lexicon, period,
           is_second(period) ? "period.since_2" : "period.since", "gen");
}

void words_period_for(struct buf *out, const struct lexicon *lexicon,
                      struct period period)
{
    behind(out, lexicon, period,
           period.kind == PERIOD_DATE ? "period.on" : "period.for", "nom");
}

void words_period_on(struct buf *out, const struct lexicon *lexicon,
                     struct period period)
{
    behind(out, lexicon, period, "period.on", "nom");
}

void words_period_of(struct buf *out, const struct lexicon *lexicon,
                     struct period period)
{
    if (period.kind == PERIOD_MONTH || period.kind == PERIOD_DATE)
        words_period_on(out, lexicon, period);
    else
        behind(out, lexicon, period, "period.of", "gen");
}

/* --- money --- */

/* From a million on millions with one decimal; thousands and roubles with
 * what they have, at most one. */
void words_money(struct buf *out, const struct lexicon *lexicon,
                 struct num amount, struct str unit)
{
    static const struct num power[] = {
        {1, 0}, {1000, 0}, {1000000, 0}
    };
    int zeros = money_zeros(unit);
    struct num roubles, thousands;
    const char *key = "money.one";
    size_t from = out->n;

    if (zeros < 0) {
        words_number(out, lexicon, amount, -1);
        if (unit.n) {
            buf_addz(out, NBSP);
            buf_add(out, unit);
        }
        return;
    }
    roubles = num_mul(amount, power[zeros / 3]);
    thousands = num_div(roubles, power[1], 1);
    if (num_cmp(num_abs(thousands), power[1]) >= 0) {
        key = "money.million";
        words_number(out, lexicon, num_div(roubles, power[2], 1), 1);
    } else if (num_cmp(num_abs(roubles), power[1]) >= 0) {
        key = "money.thousand";
        words_number(out, lexicon, thousands, -1);
    } else {
        words_number(out, lexicon, num_round(roubles, 2), -1);
    }
    buf_char(out, ' ');
    buf_add(out, lex(lexicon, key));
    words_tie(out, from);
}
