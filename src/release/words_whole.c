/*
 * words_whole: a value among others: what the whole is called, how many
 * schools it stands on, how wide chance is, where half of the schools are; see
 * words.h. For chart/ and render/.
 */
#include "release/words.h"

#include "model/catalog.h"
#include "release/words_half.h"
#include "release/words_text.h"

#include <math.h>

/* --- the whole --- */

static const struct municipality *municipality_of(const struct site *site,
                                                  size_t programme)
{
    size_t i = site->programmes.at[programme].municipality.index;

    if (i >= site->config.municipalities_n)
        i = 0;
    return site->config.municipalities_n ? &site->config.municipalities[i]
                                         : NULL;
}

/* Does the programme speak of its participants only (design 3)? */
static bool is_of_schools(const struct words *words, size_t programme)
{
    const struct site *site = release_site(words->release);
    const struct programme *p = &site->programmes.at[programme];

    if (p->scope == SCOPE_ALL)
        return false;
    if (!municipality_of(site, programme))
        return true;
    for (size_t i = 0; i < p->indicator_n; i++)
        if (release_by_school(words->release, p->indicator_first + i))
            return true;
    return false;
}

struct str words_whole(const struct words *words, size_t programme)
{
    const struct site *site = release_site(words->release);
    const struct municipality *m = municipality_of(site, programme);

    if (is_of_schools(words, programme))
        return lex(words->lexicon, "whole.by_schools");
    return m ? m->brief : lex(words->lexicon, "whole.all");
}

void words_by_whole(struct buf *out, const struct words *words,
                    size_t programme)
{
    const struct site *site = release_site(words->release);
    const struct municipality *m = municipality_of(site, programme);
    struct str dat;

    if (is_of_schools(words, programme) || !m) {
        buf_add(out, lex(words->lexicon, "whole.by_schools"));
        return;
    }
    dat = m->dat.n ? m->dat : m->brief;
    lex_fill(out, words->lexicon, "whole.by",
             FILL({"dat", dat}, {"short", m->brief}));
}

void words_coverage(struct buf *out, const struct words *words,
                    struct fact fact)
{
    struct num all = num_int((int64_t)fact.expected);
    struct buf some = {0}, of = {0};
    size_t from = out->n;

    if (!fact.computed || fact.leaves >= fact.expected)
        return;
    words_number(&some, words->lexicon, num_int((int64_t)fact.leaves), 0);
    words_number(&of, words->lexicon, all, 0);
    lex_fill(out, words->lexicon, "whole.coverage",
             FILL({"some", buf_str(&some)}, {"all", buf_str(&of)},
                  {"schools", lex_plural(words->lexicon, "of.school", all)}));
    words_glue(out, from, words->lexicon);
    buf_free(&some);
    buf_free(&of);
}

/* --- chance --- */

/* Below this one person alone moves the share visibly (R5.8). */
#define ONE_MATTERS 30

/* «Один ребёнок меняет это число на 4,2 из 100.» */
static void say_one(struct buf *out, size_t from, const struct words *words,
                    const struct indicator *about, int64_t n)
{
    struct num one = num_trim(num_div(num_int(100), num_int(n), 1));
    struct buf share = {0};

    words_number(&share, words->lexicon, one, -1);
    words_sentence(out, from, words->lexicon,
                   about->privacy == PRIVACY_OPEN ? "spread.one_open"
                                                  : "spread.one",
                   FILL({"share", buf_str(&share)}));
    buf_free(&share);
}

void words_spread(struct buf *out, const struct words *words,
                  size_t indicator, struct fact fact)
{
    const struct indicator *about = words_indicator(words, indicator);
    struct buf n = {0}, low = {0}, high = {0};
    size_t from = out->n;
    double lo, hi;

    if (about->kind != KIND_SHARE || fact.state != STATE_SHOWN ||
        !fact.has_value || !compare_wilson(fact.value, fact.n, &lo, &hi))
        return;
    words_number(&n, words->lexicon, num_int(fact.n), 0);
    buf_int(&low, (int64_t)lround(lo));
    buf_int(&high, (int64_t)lround(hi));
    words_sentence(out, from, words->lexicon,
                   about->subj.n ? "spread.of" : "spread",
                   FILL({"n", buf_str(&n)}, {"subj", about->subj},
                        {"low", buf_str(&low)}, {"high", buf_str(&high)}));
    if (fact.n < ONE_MATTERS)
        say_one(out, from, words, about, fact.n);
    buf_free(&n);
    buf_free(&low);
    buf_free(&high);
}

/* --- the schools side by side --- */

/* Digits at which `mine` lies to both ends as it really does. */
static int half_decimals(const struct spread *spread, const struct num *mine,
                         int first, int most)
{
    int decimals = first;

    while (mine && decimals < most &&
           (num_cmp(num_round(*mine, decimals),
                    num_round(spread->low, decimals)) !=
                num_cmp(*mine, spread->low) ||
            num_cmp(num_round(*mine, decimals),
                    num_round(spread->high, decimals)) !=
                num_cmp(*mine, spread->high)))
        decimals++;
    return decimals;
}

static const char *half_key(bool same, bool mine)
{
    if (same)
        return mine ? "chart.half_same" : "chart.half_same_only";
    return mine ? "chart.half_of_schools" : "chart.half_of_schools_only";
}

void words_half_of(struct buf *out, const struct words *words,
                   size_t indicator, const struct spread *spread,
                   const struct num *mine)
{
    const struct indicator *about = words_indicator(words, indicator);
    bool share = about->kind == KIND_SHARE;
    int own = (int)about->decimals;
    int decimals = half_decimals(spread, mine, share ? 0 : own, own);
    struct buf low = {0}, high = {0}, value = {0}, of = {0};
    bool same;

    if (!spread->shown)
        return;
    words_number(&low, words->lexicon, spread->low, decimals);
    words_number(&high, words->lexicon, spread->high, decimals);
    if (mine)
        words_number(&value, words->lexicon, *mine, decimals);
    same = str_eq(buf_str(&low), buf_str(&high));
    if (share)                              /* said once, behind the last */
        lex_fill(&of, words->lexicon, "headline.of_100_target",
                 FILL({"value", buf_str(&high)}));
    else
        buf_add(&of, buf_str(&high));
    words_sentence(out, out->n, words->lexicon, half_key(same, mine),
                   FILL({"low", buf_str(&low)}, {"high", buf_str(&of)},
                        {"value", buf_str(&value)}));
    buf_free(&low);
    buf_free(&high);
    buf_free(&value);
    buf_free(&of);
}

void words_half(struct buf *out, const struct words *words, size_t indicator,
                size_t school, size_t period)
{
    const struct indicator *about = words_indicator(words, indicator);
    struct spread spread =
        compare_distribution(words->release, indicator, period);
    struct num mine;
    bool has_mine = false;

    if (!spread.shown)
        return;
    if (school != RELEASE_WHOLE) {
        struct fact fact =
            release_fact(words->release, indicator, school, period);
        has_mine = fact_is_shown(fact);
        mine = num_round(fact.value, (int)about->decimals);
    }
    words_half_of(out, words, indicator, &spread, has_mine ? &mine : NULL);
}

/* «Ещё 3 школы: …» */
static void say_more(struct buf *out, size_t from, const struct words *words,
                     const char *key, size_t n)
{
    struct buf schools = {0};

    if (n == 0)
        return;
    words_count(&schools, words->lexicon, "school", num_int((int64_t)n));
    words_sentence(out, from, words->lexicon, key,
                   FILL({"schools", buf_str(&schools)}));
    buf_free(&schools);
}

void words_half_rest(struct buf *out, const struct words *words,
                     const struct spread *spread)
{
    size_t from = out->n;

    say_more(out, from, words, "chart.few_schools", spread->few);
    say_more(out, from, words, "chart.more_schools", spread->unpublished);
}
