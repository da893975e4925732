/*
 * words_method: a formula shown on a number of this site; see words_method.h.
 * For render/.
 */
#include "release/words_method.h"

#include "model/catalog.h"
#include "release/compare.h"
#include "release/words_text.h"

#include <math.h>

#define LIST_MAX 6      /* schools whose numbers are written out */
#define MORE_DECIMALS 2 /* behind the published ones, to show the rounding */

/* The cell and what its sentence is filled with. */
struct shown {
    struct buf *out;
    size_t from;
    const struct words *words;
    const struct lexicon *lexicon;
    const struct indicator *about;
    struct method_cell cell;
    struct fact fact;
    struct buf a, b, c, d;
};

static void say(struct shown *s, const char *key, const struct fill *fills,
                size_t n)
{
    words_sentence(s->out, s->from, s->lexicon, key, fills, n);
}

static struct str number(struct shown *s, struct buf *buf, struct num value)
{
    return words_number_in(buf, s->lexicon, num_trim(value), -1);
}

static struct str value_in(struct shown *s, struct buf *buf,
                           struct num value)
{
    buf_clear(buf);
    words_value(buf, s->words, s->cell.indicator, value);
    return buf_str(buf);
}

/* --- shares --- */

/* «48 / 72 × 100 = 66,667», unbroken; ≈ where digits are left. */
static struct str division(struct shown *s, struct buf *buf)
{
    struct num k = num_int(s->fact.numerator), n = num_int(s->fact.n);
    struct num exact = num_trim(num_percent(
        s->fact.numerator, s->fact.n,
        (int)s->about->decimals + MORE_DECIMALS));
    bool all = num_cmp(num_mul(exact, n), num_mul(k, num_int(100))) == 0;

    buf_clear(buf);
    words_number(buf, s->lexicon, k, 0);
    buf_addz(buf, " / ");
    words_number(buf, s->lexicon, n, 0);
    buf_addz(buf, all ? " × 100 = " : " × 100 ≈ ");
    words_number(buf, s->lexicon, exact, -1);
    buf_addz(buf, " %");
    words_tie(buf, 0);
    return buf_str(buf);
}

static void say_share(struct shown *s)
{
    struct num k = num_round(s->fact.value, 0);

    say(s, "method.share",
        FILL({"division", division(s, &s->a)},
             {"value", value_in(s, &s->b, s->fact.value)},
             {"of_100", words_number_in(&s->c, s->lexicon, k, 0)}));
}

static void say_cut(struct shown *s)
{
    say(s, "method.cut",
        FILL({"division", division(s, &s->a)},
             {"value", value_in(s, &s->b, s->fact.value)}));
}

static void say_counts(struct shown *s)
{
    struct fact fact = s->fact;

    fact.mark = MARK_NONE;
    buf_clear(&s->a);
    words_cell(&s->a, s->words, s->cell.indicator, fact);
    say(s, "method.counts", FILL({"cell", buf_str(&s->a)}));
}

/* --- the whole --- */

enum part { PART_VALUE, PART_PEOPLE, PART_ALL };

static struct num part_of(struct fact fact, enum part part)
{
    if (part == PART_VALUE)
        return fact.value;
    return num_int(part == PART_PEOPLE ? fact.numerator : fact.n);
}

/* «12 + 9 + 15»: one number of each school that shows it. False when there
 * are too many, or one of them does not know it. */
static bool list_parts(struct shown *s, struct buf *buf, enum part part)
{
    size_t n, listed = 0;
    const uint32_t *schools =
        release_schools(s->words->release, s->cell.indicator, &n);

    buf_clear(buf);
    for (size_t i = 0; i < n && listed <= LIST_MAX; i++) {
        struct fact fact = release_fact(s->words->release, s->cell.indicator,
                                        schools[i], s->cell.period);
        struct num value = part_of(fact, part);
        if (!fact_is_shown(fact))
            continue;
        if (value.v < 0)
            return false;
        if (listed++)
            buf_addz(buf, NBSP "+ ");
        words_number(buf, s->lexicon, num_trim(value), -1);
    }
    return listed == s->fact.leaves && listed > 1 && listed <= LIST_MAX;
}

static struct str leaves(struct shown *s, struct buf *buf)
{
    buf_clear(buf);
    words_count(buf, s->lexicon, "by.school",
                num_int((int64_t)s->fact.leaves));
    return buf_str(buf);
}

static void say_weighted(struct shown *s)
{
    bool people = s->about->kind == KIND_SHARE && s->fact.numerator >= 0 &&
                  s->fact.n > 0;

    if (people && list_parts(s, &s->a, PART_PEOPLE) &&
        list_parts(s, &s->b, PART_ALL))
        say(s, "method.weighted_listed",
            FILL({"parts", buf_str(&s->a)}, {"all", buf_str(&s->b)},
                 {"value", value_in(s, &s->c, s->fact.value)}));
    else if (people)
        say(s, "method.weighted",
            FILL({"leaves", leaves(s, &s->a)},
                 {"division", division(s, &s->b)},
                 {"value", value_in(s, &s->c, s->fact.value)}));
    else
        say(s, "method.weighted_mean",
            FILL({"leaves", leaves(s, &s->a)},
                 {"value", value_in(s, &s->c, s->fact.value)}));
}

static void say_sum(struct shown *s)
{
    struct str value = value_in(s, &s->c, s->fact.value);

    if (list_parts(s, &s->a, PART_VALUE))
        say(s, "method.sum_listed",
            FILL({"parts", buf_str(&s->a)}, {"value", value}));
    else
        say(s, "method.sum",
            FILL({"leaves", leaves(s, &s->a)}, {"value", value}));
}

static void say_mean(struct shown *s)
{
    struct str value = value_in(s, &s->c, s->fact.value);

    if (list_parts(s, &s->a, PART_VALUE))
        say(s, "method.mean_listed",
            FILL({"parts", buf_str(&s->a)},
                 {"n", number(s, &s->b, num_int((int64_t)s->fact.leaves))},
                 {"value", value}));
    else
        say(s, "method.mean",
            FILL({"leaves", leaves(s, &s->a)}, {"value", value}));
}

static void say_given(struct shown *s)
{
    struct str value = value_in(s, &s->a, s->fact.value);
    struct str source = str_trim(s->about->source);

    while (source.n && source.p[source.n - 1] == '.')
        source.n--;
    say(s, source.n ? "method.given_source" : "method.given",
        FILL({"value", value}, {"source", source}));
}

static void say_coverage(struct shown *s)
{
    buf_clear(&s->a);
    words_coverage(&s->a, s->words, s->fact);
    say(s, "method.coverage",
        FILL({"value", value_in(s, &s->b, s->fact.value)},
             {"coverage", buf_str(&s->a)}));
}

/* --- chance, neighbours, time --- */

static void say_range(struct shown *s)
{
    say(s, "method.value",
        FILL({"value", value_in(s, &s->a, s->fact.value)}));
    buf_char(s->out, ' ');
    words_spread(s->out, s->words, s->cell.indicator, s->fact);
}

/* Points of a hundred with one decimal. */
static struct str points(struct shown *s, struct buf *buf, double value)
{
    struct num n = {lround(value * 10), 1};

    buf_clear(buf);
    words_count(buf, s->lexicon, "point", num_trim(n));
    return buf_str(buf);
}

static void say_noise(struct shown *s)
{
    const struct release *release = s->words->release;
    size_t before = compare_previous(release, s->cell.indicator,
                                     s->cell.school, s->cell.period);
    struct fact fact = release_fact(release, s->cell.indicator,
                                    s->cell.school, before);
    struct num step = num_trim(num_abs(num_sub(s->fact.value, fact.value)));
    double limit = 0;

    compare_chance(s->fact.value, s->fact.n, fact.value, fact.n, &limit);
    buf_clear(&s->c);
    words_count(&s->c, s->lexicon, "point", step);
    say(s, "method.noise",
        FILL({"before", value_in(s, &s->a, fact.value)},
             {"now", value_in(s, &s->b, s->fact.value)},
             {"step", buf_str(&s->c)}, {"limit", points(s, &s->d, limit)}));
}

static void say_about(struct shown *s)
{
    struct num whole = {0, 0};
    double lo = 0, hi = 0, mean;
    bool ranged;

    compare_with_whole(s->words->release, s->cell.indicator, s->cell.school,
                       s->cell.period, &whole);
    mean = num_double(whole);
    ranged = s->about->kind == KIND_SHARE &&
             compare_wilson(s->fact.value, s->fact.n, &lo, &hi) &&
             lo <= mean && mean <= hi;
    value_in(s, &s->a, s->fact.value);
    value_in(s, &s->b, whole);
    say(s, ranged ? "method.about" : "method.about_close",
        FILL({"value", buf_str(&s->a)}, {"whole", buf_str(&s->b)},
             {"low", number(s, &s->c, num_int(lround(lo)))},
             {"high", number(s, &s->d, num_int(lround(hi)))}));
}

static void say_half(struct shown *s)
{
    struct spread spread = compare_distribution(
        s->words->release, s->cell.indicator, s->cell.period);
    struct num all = num_int((int64_t)spread.shown);
    struct num cut = num_int((int64_t)spread.shown / 4);

    buf_clear(&s->a);
    words_count(&s->a, s->lexicon, "school", all);
    say(s, "method.half",
        FILL({"schools", buf_str(&s->a)}, {"cut", number(s, &s->b, cut)}));
    buf_char(s->out, ' ');
    words_half(s->out, s->words, s->cell.indicator, RELEASE_WHOLE,
               s->cell.period);
}

static void say_break(struct shown *s)
{
    const struct site *site = release_site(s->words->release);
    const struct programme *p = &site->programmes.at[s->about->programme];
    size_t n;
    struct period period = release_periods(
        s->words->release, s->cell.indicator, &n)[s->cell.period];

    for (size_t i = 0; i < p->breaks.n; i++) {
        const struct series_break *b = &p->breaks.at[i];
        struct str note = str_trim(b->note);
        if (b->indicator.index != s->cell.indicator ||
            !period_eq(b->period, period))
            continue;
        while (note.n && note.p[note.n - 1] == '.')
            note.n--;
        buf_clear(&s->a);
        buf_add(&s->a, note);
        words_capital(&s->a, 0);
        say(s, "method.break", FILL({"note", buf_str(&s->a)}));
        return;
    }
}

/* --- targets --- */

static void say_progress(struct shown *s)
{
    struct progress p = progress_of(s->words->release, s->cell.indicator,
                                    s->cell.school, s->cell.period);

    words_arithmetic(s->out, s->words, s->cell.indicator, &p);
}

static void (*const says[METHOD_COUNT])(struct shown *s) = {
    [METHOD_SHARE] = say_share,
    [METHOD_COUNTS] = say_counts,
    [METHOD_CUT] = say_cut,
    [METHOD_WEIGHTED] = say_weighted,
    [METHOD_SUM] = say_sum,
    [METHOD_MEAN] = say_mean,
    [METHOD_GIVEN] = say_given,
    [METHOD_COVERAGE] = say_coverage,
    [METHOD_RANGE] = say_range,
    [METHOD_NOISE] = say_noise,
    [METHOD_ABOUT] = say_about,
    [METHOD_HALF] = say_half,
    [METHOD_BREAK] = say_break,
    [METHOD_REACHED] = say_progress,
    [METHOD_NEAR] = say_progress,
    [METHOD_NOT_YET] = say_progress,
    [METHOD_DEGREE_UP] = say_progress,
    [METHOD_DEGREE_DOWN] = say_progress,
    [METHOD_DEGREE_ZERO] = say_progress
};

void words_method(struct buf *out, const struct words *words,
                  enum method method, struct method_cell cell)
{
    struct shown s = {.out = out, .from = out->n, .words = words,
                      .lexicon = words->lexicon,
                      .about = words_indicator(words, cell.indicator),
                      .cell = cell};

    s.fact = release_fact(words->release, cell.indicator, cell.school,
                          cell.period);
    if (cell.found && says[method])
        says[method](&s);
    buf_free(&s.a);
    buf_free(&s.b);
    buf_free(&s.c);
    buf_free(&s.d);
}
