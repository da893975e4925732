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

/* --- marks --- */

static void say_mark(struct headline *h)
{
    static const char *const keys[] = {
        [MARK_PROVISIONAL] = "headline.provisional",
        [MARK_REVISED] = "headline.revised",
        [MARK_ESTIMATE] = "headline.estimate"
    };

    if (h->fact.mark != MARK_NONE)
        say(h, keys[h->fact.mark], NULL, 0);
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

/* «из 18 девятиклассников», but not «из 21 девятиклассников»: there is one
 * form of the word, and it does not fit 1, 21, 31. */
static bool has_phrase_for(const struct headline *h, int64_t n)
{
    return h->style == STYLE_OF_100 &&
           (lexicon_lang(h->lexicon) != LANG_RU ||
            lexicon_plural(LANG_RU, num_int(n)) != PLURAL_ONE);
}

/* n_min <= n < counts_below: people are counted, nothing is compared. */
static void counts(struct headline *h)
{
    static const char *const keys[2][2] = {
        {"headline.few_score_open", "headline.few_score"},
        {"headline.few_open", "headline.few"}
    };
    bool people = h->about->privacy != PRIVACY_OPEN;
    struct num k = num_int(h->fact.numerator);

    if (!has_phrase_for(h, h->fact.n) || h->fact.numerator < 0) {
        struct fact fact = h->fact;
        fact.mark = MARK_NONE;      /* said in a sentence below */
        buf_clear(&h->a);
        words_cell(&h->a, h->words, h->indicator, fact);
        say_titled(h, buf_str(&h->a));
    } else {
        say(h, "headline.counts",
            FILL({"k", words_number_in(&h->a, h->lexicon, k, 0)},
                 {"n", words_number_in(&h->b, h->lexicon,
                                       num_int(h->fact.n), 0)},
                 {"subj", h->about->subj}, {"verb", verb_for(h, k)}));
    }
    end_sentence(h->out);
    say(h, keys[h->about->kind == KIND_SHARE][people], NULL, 0);
    say_mark(h);
}

/* --- change --- */

static bool is_years(struct period period)
{
    return period.kind == PERIOD_YEAR || period.kind == PERIOD_SCHOOL_YEAR;
}

/* «год назад» for the year right before, else «в 2023 году». */
static struct str when_before(struct headline *h, struct buf *buf,
                              struct period before)
{
    if (is_years(h->period) && period_eq(period_before(h->period), before))
        return lex(h->lexicon, "change.year_ago");
    buf_clear(buf);
    words_period_in(buf, h->lexicon, before);
    return buf_str(buf);
}

/* «С 2023 года показатель считают по-новому…» */
static void say_break(struct headline *h, struct period since)
{
    buf_clear(&h->a);
    words_period_since(&h->a, h->lexicon, since);
    words_capital(&h->a, 0);
    say(h, is_years(since) ? "headline.break" : "headline.break_other",
        FILL({"since", buf_str(&h->a)}));
}

/* «Сложены числа 2 школ, а в прошлый раз — 1, …» */
static void say_other_schools(struct headline *h, struct fact was)
{
    struct num now = num_int((int64_t)h->fact.leaves);
    struct num then = num_int((int64_t)was.leaves);

    say(h, "headline.other_schools",
        FILL({"now", words_number_in(&h->a, h->lexicon, now, 0)},
             {"schools", lex_plural(h->lexicon, "of.school", now)},
             {"was", words_number_in(&h->b, h->lexicon, then, 0)}));
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
    struct fact was = {.state = STATE_MISSING};
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
    if (before != NONE) {
        broken = compare_break(release, h->indicator, before, h->at);
        was = release_fact(release, h->indicator, h->school, before);
    }
    if (before != NONE && !broken && compare_like(h->about, h->fact, was))
        say_change(h, was, periods[before]);
    end_sentence(h->out);
    if (broken)
        say_break(h, broken->period);
    else if (!compare_like(h->about, h->fact, was))
        say_other_schools(h, was);
}

/* --- target --- */

/* «не меньше 85 из 100», «от 20 до 30 из 100», «не менее 3 кабинетов»: the
 * target with its unit, into `h->b`. */
static struct str target_alone(struct headline *h,
                               const struct target *target)
{
    struct buf value = {0}, high = {0};
    const char *key = "headline.of_100_target";

    buf_clear(&h->b);
    if (h->style != STYLE_OF_100 || target->op == TARGET_WORDS ||
        target->op == TARGET_YES) {
        words_target(&h->b, h->words, target);
        return buf_str(&h->b);
    }
    if (target->op == TARGET_RANGE) {
        key = "headline.of_100_range";
        words_number(&high, h->lexicon, target->high, -1);
        words_number(&value, h->lexicon, target->value, -1);
    } else {
        words_bound(&value, h->words, target);
    }
    lex_fill(&h->b, h->lexicon, key,
             FILL({"value", buf_str(&value)}, {"high", buf_str(&high)}));
    buf_free(&value);
    buf_free(&high);
    return buf_str(&h->b);
}

/* «65», «не больше 6», «от 2 до 3» in a sentence, into `h->b`. */
static struct str target_words(struct headline *h,
                               const struct target *target, int decimals)
{
    enum sense sense = words_sense(target, h->about->direction);

    if (sense == SENSE_RANGE || sense == SENSE_NONE || sense == SENSE_YES)
        return target_alone(h, target);
    level(h, &h->b, target->value, decimals);
    if (sense == SENSE_AT_MOST && !num_is_zero(target->value)) {
        struct buf most = {0};
        lex_fill(&most, h->lexicon, "headline.at_most",
                 FILL({"value", buf_str(&h->b)}));
        buf_clear(&h->b);
        buf_add(&h->b, buf_str(&most));
        buf_free(&most);
    }
    return buf_str(&h->b);
}

/* «Цель на 2027 год — 90.» */
static void say_aim(struct headline *h, struct period period,
                    const struct target *target, struct str text)
{
    buf_clear(&h->a);
    words_period_on(&h->a, h->lexicon, period);
    if (target->op == TARGET_YES)
        say(h, "headline.yes_later", FILL({"on", buf_str(&h->a)}));
    else
        say(h, "headline.later",
            FILL({"on", buf_str(&h->a)}, {"target", text}));
}

/* Before the period is over: what is wanted of it, with its unit, since no
 * value stands before it. */
static void say_awaited(struct headline *h)
{
    const struct target *target = progress_target(
        h->words->release, h->indicator, h->school, h->period);

    if (target)
        say_aim(h, h->period, target, target_alone(h, target));
}

/* A target that is not judged now, since its period is not over. */
static void say_later(struct headline *h, const struct target *target)
{
    say_aim(h, target->period, target, target_words(h, target, -1));
}

/* A target that nobody can judge: nothing says which way is right. */
static void say_unjudged(struct headline *h, const struct target *target)
{
    buf_clear(&h->a);
    words_period_of(&h->a, h->lexicon, target->period);
    say(h, "headline.target", FILL({"of", buf_str(&h->a)},
                                   {"target", target_words(h, target, -1)}));
}

/* Which number of the target the value is held against. */
static struct num bound_of(const struct progress *p, enum sense sense)
{
    struct num high = words_high(p->target);

    return sense == SENSE_RANGE && num_cmp(p->fact, high) > 0 ? high
                                                              : p->plan;
}

/* Would the value as it is printed reach the target as well? */
static bool reads_reached(const struct headline *h, const struct progress *p,
                          enum sense sense)
{
    struct num shown = num_round(p->fact, h->decimals);

    return !(sense != SENSE_AT_MOST && num_cmp(shown, p->plan) < 0) &&
           !(sense == SENSE_AT_MOST && num_cmp(shown, p->plan) > 0) &&
           !(sense == SENSE_RANGE &&
             num_cmp(shown, words_high(p->target)) > 0);
}

static void say_reached(struct headline *h, const struct progress *p)
{
    enum sense sense = words_sense(p->target, h->about->direction);

    buf_clear(&h->a);
    words_period_of(&h->a, h->lexicon, h->period);
    if (sense == SENSE_YES)
        say(h, "headline.yes_reached", FILL({"of", buf_str(&h->a)}));
    else
        say(h, reads_reached(h, p, sense) ? "headline.reached"
                                          : "headline.reached_exact",
            FILL({"of", buf_str(&h->a)},
                 {"target", target_words(h, p->target, -1)},
                 {"exact", level(h, &h->c, num_trim(p->fact), -1)}));
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
    words_period_of(&h->a, h->lexicon, h->period);
    if (sense == SENSE_YES) {
        say(h, "headline.yes_missed", FILL({"of", buf_str(&h->a)}));
        return;
    }
    say(h, missed_key(h, sense, num_cmp(p->fact, bound) < 0),
        FILL({"of", buf_str(&h->a)},
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
        say_later(h, p.target);
    } else if (p.target) {
        say_unjudged(h, p.target);
    } else {
        next = progress_next(h->words->release, h->indicator, h->school,
                             h->period);
        if (next)
            say_later(h, next);
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
    if (h->about->kind != KIND_YESNO &&
        compare_first(h->words->release, h->indicator, h->school, h->at))
        say(h, is_years(h->period) ? "headline.first_year"
                                   : "headline.first", NULL, 0);
    say_mark(h);
}

void words_big(struct buf *out, const struct words *words, size_t indicator,
               struct fact fact)
{
    const struct indicator *about = words_indicator(words, indicator);
    struct buf k = {0};

    if (!fact_is_shown(fact) ||
        style_of(about) != STYLE_OF_100) {
        words_cell(out, words, indicator, fact);
        return;
    }
    words_number_in(&k, words->lexicon, num_round(fact.value, 0), 0);
    words_sentence(out, out->n, words->lexicon, "value.of_100",
                   FILL({"k", buf_str(&k)}));
    buf_free(&k);
}

static void speak(struct buf *out, const struct words *words,
                  size_t indicator, size_t school, size_t period, bool brief)
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
    if (words_text_of(about, h.fact).n) {
        say_titled(&h, words_text_of(about, h.fact));
        end_sentence(out);
        say_mark(&h);
    } else if (h.fact.state == STATE_COUNTS) {
        counts(&h);
    } else if (fact_is_shown(h.fact)) {
        value_and_change(&h);
        say_target(&h);
        if (!brief) {
            say_whole(&h);
            say_rest(&h);
        }
    } else if (h.fact.state == STATE_SHOWN && h.fact.text.n) {
        say_titled(&h, h.fact.text);
        end_sentence(h.out);
        say_mark(&h);
    } else {
        words_reason(out, words, indicator, school, h.period, h.fact);
        if (h.fact.state == STATE_NOT_YET)
            say_awaited(&h);
    }
    buf_free(&h.a);
    buf_free(&h.b);
    buf_free(&h.c);
}

void words_headline(struct buf *out, const struct words *words,
                    size_t indicator, size_t school, size_t period)
{
    speak(out, words, indicator, school, period, false);
}

void words_brief(struct buf *out, const struct words *words, size_t indicator,
                 size_t school, size_t period)
{
    speak(out, words, indicator, school, period, true);
}
