/*
 * words_headline: what a value means, in one to five sentences (reader 4.1);
 * see words.h. Thresholds are judged on the published values, words are made
 * of rounded ones; where the two would disagree a clause shows more decimals.
 * For chart/ and render/.
 */
#include "release/words.h"

#include "model/catalog.h"
#include "release/compare.h"
#include "release/words_text.h"

#include <string.h>

/* How the numbers of an indicator are said. */
enum style {
    STYLE_OF_100,       /* 67 из 100 девятиклассников справились */
    STYLE_PERCENT,      /* Удовлетворённость: 66,7 % */
    STYLE_NUMBER,
    STYLE_MONEY
};

struct headline {
    struct buf *out;
    size_t from;                    /* where the headline begins in `out` */
    const struct words *words;
    const struct lexicon *lexicon;
    const struct indicator *about;
    size_t indicator, school, at;
    struct period period;
    struct fact fact;
    enum style style;
    int decimals;                   /* of words made from values */
    struct buf a, b, c;             /* for fills */
};

static enum style style_of(const struct indicator *about)
{
    bool phrase = about->subj.n && about->verb_one.n && about->verb_many.n;

    if (about->kind == KIND_MONEY)
        return STYLE_MONEY;
    if (about->kind != KIND_SHARE)
        return STYLE_NUMBER;
    return phrase ? STYLE_OF_100 : STYLE_PERCENT;
}

static void say(struct headline *h, const char *key, const struct fill *fills,
                size_t n)
{
    words_sentence(h->out, h->from, h->lexicon, key, fills, n);
}

/* --- numbers of a clause --- */

/* A level: 85, «85 %», «3,6», «1,2 млн ₽». */
static struct str level(struct headline *h, struct buf *buf, struct num value,
                        int decimals)
{
    buf_clear(buf);
    if (h->style == STYLE_MONEY) {
        words_money(buf, h->lexicon, value, h->about->unit);
        return buf_str(buf);
    }
    words_number(buf, h->lexicon, value, decimals);
    if (h->style == STYLE_PERCENT)
        buf_addz(buf, NBSP "%");
    return buf_str(buf);
}

/* A difference: 4, «3,7 процентного пункта», «0,1», «1,2 млн ₽». */
static struct str difference(struct headline *h, struct buf *buf,
                             struct num value)
{
    value = num_trim(value);
    if (h->style == STYLE_PERCENT) {
        buf_clear(buf);
        words_count(buf, h->lexicon, "point", value);
        return buf_str(buf);
    }
    return level(h, buf, value, -1);
}

/* Decimals at which a and b stand to each other as they really do. */
static int decimals_for(struct num a, struct num b, int decimals)
{
    int exact = num_cmp(a, b);

    while (decimals < NUM_SCALE_MAX &&
           num_cmp(num_round(a, decimals), num_round(b, decimals)) != exact)
        decimals++;
    return decimals;
}

/* a - b as the reader computes it from the printed numbers. */
static struct num shown_difference(struct num a, struct num b, int decimals)
{
    return num_sub(num_round(a, decimals), num_round(b, decimals));
}

/* --- the value --- */

static void end_sentence(struct buf *out)
{
    if (out->n && !strchr(".!?", out->p[out->n - 1]))
        buf_char(out, '.');
}

static struct str verb_for(const struct headline *h, struct num k)
{
    return lexicon_plural(lexicon_lang(h->lexicon), k) == PLURAL_ONE
               ? h->about->verb_one
               : h->about->verb_many;
}

static void value_of_100(struct headline *h)
{
    struct num k = num_trim(num_round(h->fact.value, 0));

    say(h, "headline.of_100",
        FILL({"k", words_number_in(&h->a, h->lexicon, k, 0)},
             {"subj", h->about->subj}, {"verb", verb_for(h, k)}));
}

/* Two colons in a sentence are one too many. */
static bool has_colon(const struct headline *h)
{
    return h->style != STYLE_OF_100 && str_find_char(h->about->title, ':') >= 0;
}

static void say_titled(struct headline *h, struct str value)
{
    say(h, has_colon(h) ? "headline.titled_dash" : "headline.titled",
        FILL({"title", h->about->title}, {"value", value}));
}

static void value_titled(struct headline *h)
{
    buf_clear(&h->a);
    words_value(&h->a, h->words, h->indicator, h->fact.value);
    if (h->about->kind == KIND_SCORE && h->about->has_max)
        say(h, has_colon(h) ? "headline.score_dash" : "headline.score",
            FILL({"title", h->about->title}, {"value", buf_str(&h->a)},
                 {"max", words_number_in(&h->b, h->lexicon, h->about->max,
                                         -1)}));
    else
        say_titled(h, buf_str(&h->a));
}

static void value_yes_no(struct headline *h)
{
    bool yes = !num_is_zero(h->fact.value);
    struct str sentence = yes ? h->about->verb_one : h->about->verb_many;

    if (sentence.n == 0) {
        value_titled(h);
    } else {
        buf_add(h->out, sentence);
        words_glue(h->out, h->from, h->lexicon);
    }
}

/* n_min <= n < counts_below: people are counted, nothing is compared. */
static void counts(struct headline *h)
{
    bool people = h->about->privacy != PRIVACY_OPEN;
    struct num k = num_int(h->fact.numerator);

    if (h->style != STYLE_OF_100 || h->fact.numerator < 0) {
        buf_clear(&h->a);
        words_cell(&h->a, h->words, h->indicator, h->fact);
        say_titled(h, buf_str(&h->a));
    } else {
        say(h, "headline.counts",
            FILL({"k", words_number_in(&h->a, h->lexicon, k, 0)},
                 {"n", words_number_in(&h->b, h->lexicon,
                                       num_int(h->fact.n), 0)},
                 {"subj", h->about->subj}, {"verb", verb_for(h, k)}));
    }
    end_sentence(h->out);
    say(h, people ? "headline.few" : "headline.few_open", NULL, 0);
}

/* --- change --- */

/* «год назад» for the year right before, else «в 2023 году». */
static struct str when_before(struct headline *h, struct buf *buf,
                              struct period before)
{
    bool years = h->period.kind == PERIOD_YEAR ||
                 h->period.kind == PERIOD_SCHOOL_YEAR;

    if (years && period_eq(period_before(h->period), before))
        return lex(h->lexicon, "change.year_ago");
    buf_clear(buf);
    words_period_in(buf, h->lexicon, before);
    return buf_str(buf);
}

/* «С 2023 года показатель считают по-новому…» */
static void say_break(struct headline *h, struct period since)
{
    buf_clear(&h->a);
    words_period_gen(&h->a, h->lexicon, since);
    say(h, "headline.break", FILL({"since", buf_str(&h->a)}));
}

/* Behind the value, before its full stop. */
static void say_change(struct headline *h, struct fact before,
                       struct period before_period)
{
    struct num step = shown_difference(h->fact.value, before.value,
                                       h->decimals);
    int direction = num_cmp(step, num_int(0));
    size_t begin = h->out->n;
    const char *key = direction == 0  ? "change.same"
                      : direction > 0 ? "change.more"
                                      : "change.less";

    buf_add(h->out, lex(h->lexicon, has_colon(h) ? "change.comma"
                                                 : "change.dash"));
    lex_fill(h->out, h->lexicon, key,
             FILL({"d", difference(h, &h->a, num_abs(step))},
                  {"when", when_before(h, &h->b, before_period)}));
    if (direction != 0 && h->about->kind == KIND_SHARE &&
        compare_noise(h->fact.value, h->fact.n, before.value, before.n))
        buf_add(h->out, lex(h->lexicon, "change.noise"));
    words_glue(h->out, begin, h->lexicon);
}

static void value_and_change(struct headline *h)
{
    const struct release *release = h->words->release;
    size_t before = compare_previous(release, h->indicator, h->school, h->at);
    const struct series_break *broken = NULL;
    size_t n;
    const struct period *periods = release_periods(release, h->indicator, &n);

    if (h->about->kind == KIND_YESNO) {
        value_yes_no(h);
        end_sentence(h->out);
        return;
    }
    if (h->style == STYLE_OF_100)
        value_of_100(h);
    else
        value_titled(h);
    if (before != NONE)
        broken = compare_break(release, h->indicator, before, h->at);
    if (before != NONE && !broken)
        say_change(h, release_fact(release, h->indicator, h->school, before),
                   periods[before]);
    end_sentence(h->out);
    if (broken)
        say_break(h, broken->period);
}

/* --- target --- */

/* «65», «не больше 6», «от 2 до 3» in a sentence, into `h->b`. */
static struct str target_words(struct headline *h,
                               const struct target *target, int decimals)
{
    enum sense sense = words_sense(target, h->about->direction);

    if (sense == SENSE_RANGE || sense == SENSE_NONE || sense == SENSE_YES) {
        buf_clear(&h->b);
        words_target(&h->b, h->words, target);
        return buf_str(&h->b);
    }
    level(h, &h->b, target->value, decimals);
    if (sense == SENSE_AT_MOST) {
        struct buf most = {0};
        lex_fill(&most, h->lexicon, "headline.at_most",
                 FILL({"value", buf_str(&h->b)}));
        buf_clear(&h->b);
        buf_add(&h->b, buf_str(&most));
        buf_free(&most);
    }
    return buf_str(&h->b);
}

/* Before the period is over: what is wanted of it, with its unit, since no
 * value stands before it. */
static void say_awaited(struct headline *h)
{
    const struct target *target = progress_target(
        h->words->release, h->indicator, h->school, h->period);

    if (!target)
        return;
    buf_clear(&h->a);
    words_period(&h->a, h->lexicon, h->period);
    buf_clear(&h->b);
    words_target(&h->b, h->words, target);
    say(h, "headline.later",
        FILL({"period", buf_str(&h->a)}, {"target", buf_str(&h->b)}));
}

/* A target that is not judged now: of another period, or without a sense. */
static void say_plain_target(struct headline *h, const struct target *target,
                             const char *key)
{
    buf_clear(&h->a);
    if (!strcmp(key, "headline.later"))
        words_period(&h->a, h->lexicon, target->period);
    else
        words_period_gen(&h->a, h->lexicon, target->period);
    say(h, key, FILL({"period", buf_str(&h->a)},
                     {"target", target_words(h, target, -1)}));
}

/* Which number of the target the value is held against. */
static struct num bound_of(const struct progress *p, enum sense sense)
{
    struct num high = words_high(p->target);

    return sense == SENSE_RANGE && num_cmp(p->fact, high) > 0 ? high
                                                              : p->plan;
}

static void say_reached(struct headline *h, const struct progress *p)
{
    enum sense sense = words_sense(p->target, h->about->direction);

    buf_clear(&h->a);
    words_period_gen(&h->a, h->lexicon, h->period);
    if (sense == SENSE_YES)
        say(h, "headline.yes_reached", FILL({"period", buf_str(&h->a)}));
    else
        say(h, "headline.reached",
            FILL({"period", buf_str(&h->a)},
                 {"target", target_words(h, p->target, -1)}));
}

static const char *missed_key(const struct headline *h, enum sense sense,
                              bool below)
{
    if (sense == SENSE_AT_LEAST)
        return h->style == STYLE_PERCENT ? "headline.gap_points"
                                         : "headline.gap";
    return below ? "headline.under" : "headline.over";
}

static void say_missed(struct headline *h, const struct progress *p)
{
    enum sense sense = words_sense(p->target, h->about->direction);
    struct num bound = bound_of(p, sense), own = num_trim(bound);
    int first = own.scale > h->decimals ? own.scale : h->decimals;
    int decimals = decimals_for(p->fact, bound, first);
    struct num gap = num_abs(shown_difference(p->fact, bound, decimals));

    buf_clear(&h->a);
    words_period_gen(&h->a, h->lexicon, h->period);
    if (sense == SENSE_YES) {
        say(h, "headline.yes_missed", FILL({"period", buf_str(&h->a)}));
        return;
    }
    say(h, missed_key(h, sense, num_cmp(p->fact, bound) < 0),
        FILL({"period", buf_str(&h->a)},
             {"target", target_words(h, p->target,
                                     decimals > first ? decimals : -1)},
             {"gap", difference(h, &h->c, gap)}));
}

static void say_target(struct headline *h)
{
    struct progress p = progress_of(h->words->release, h->indicator,
                                    h->school, h->at);
    const struct target *next;

    if (p.target && p.judged) {
        if (p.status == STATUS_REACHED)
            say_reached(h, &p);
        else
            say_missed(h, &p);
    } else if (p.target && p.status == STATUS_NOT_DUE) {
        say_plain_target(h, p.target, "headline.later");
    } else if (p.target) {
        say_plain_target(h, p.target, "headline.target");
    } else {
        next = progress_next(h->words->release, h->indicator, h->school,
                             h->period);
        if (next)
            say_plain_target(h, next, "headline.later");
    }
}

/* --- the whole, and the rest --- */

static void say_whole(struct headline *h)
{
    static const char *const keys[] = {
        [COMPARE_ABOUT] = "headline.about", [COMPARE_ABOVE] = "headline.above",
        [COMPARE_BELOW] = "headline.below"
    };
    struct num whole;
    enum compare compare = compare_with_whole(
        h->words->release, h->indicator, h->school, h->at, &whole);
    int decimals = h->decimals;

    if (compare == COMPARE_NONE)
        return;
    if (compare != COMPARE_ABOUT)
        decimals = decimals_for(h->fact.value, whole, decimals);
    buf_clear(&h->a);
    words_by_whole(&h->a, h->words, h->about->programme);
    say(h, keys[compare],
        FILL({"by", buf_str(&h->a)},
             {"whole", level(h, &h->b, whole, decimals)}));
}

static void say_rest(struct headline *h)
{
    bool years = h->period.kind == PERIOD_YEAR ||
                 h->period.kind == PERIOD_SCHOOL_YEAR;

    if (h->about->kind != KIND_YESNO &&
        compare_first(h->words->release, h->indicator, h->school, h->at))
        say(h, years ? "headline.first_year" : "headline.first", NULL, 0);
    if (h->fact.mark == MARK_PROVISIONAL)
        say(h, "headline.provisional", NULL, 0);
    if (h->fact.mark == MARK_ESTIMATE)
        say(h, "headline.estimate", NULL, 0);
}

void words_headline(struct buf *out, const struct words *words,
                    size_t indicator, size_t school, size_t period)
{
    const struct indicator *about = words_indicator(words, indicator);
    struct headline h = {.out = out, .from = out->n, .words = words,
                         .lexicon = words->lexicon, .about = about,
                         .indicator = indicator, .school = school,
                         .at = period, .style = style_of(about)};
    size_t n;

    h.period = release_periods(words->release, indicator, &n)[period];
    h.fact = release_fact(words->release, indicator, school, period);
    h.decimals = h.style == STYLE_OF_100 ? 0 : (int)about->decimals;
    if (h.fact.state == STATE_COUNTS) {
        counts(&h);
    } else if (h.fact.state == STATE_SHOWN && h.fact.has_value) {
        value_and_change(&h);
        say_target(&h);
        say_whole(&h);
        say_rest(&h);
    } else {
        words_reason(out, words, indicator, school, h.period, h.fact);
        if (h.fact.state == STATE_NOT_YET)
            say_awaited(&h);
    }
    buf_free(&h.a);
    buf_free(&h.b);
    buf_free(&h.c);
}
