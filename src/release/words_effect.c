/*
 * words_effect: the result of a programme in words; see words_effect.h. For
 * render/.
 */
#include "release/words_effect.h"

#include "release/words_text.h"

#include <stdio.h>

#define SHOWN_DECIMALS 3
#define KEY_MAX 48

/* What the sentences of one effect share. */
struct speech {
    struct buf *out;
    size_t from;                /* where they begin in `out` */
    const struct words *words;
    const struct lexicon *lexicon;
    const struct effect *effect;
    char year[24];
};

static struct speech speech_of(struct buf *out, const struct words *words,
                               const struct effect *effect)
{
    struct speech s = {out, out->n, words, words->lexicon, effect, ""};

    snprintf(s.year, sizeof s.year, "%lld", (long long)effect->year);
    return s;
}

static struct str key_of(char *key, const char *group, const char *name)
{
    snprintf(key, KEY_MAX, "effect.%s.%s", group, name);
    return str_of(key);
}

static void add_part(struct buf *out, const struct lexicon *lexicon,
                     struct num value)
{
    words_number(out, lexicon, num_round(value, SHOWN_DECIMALS), -1);
}

/* --- why not --- */

void words_effect_cell(struct buf *out, const struct words *words,
                       struct effect_part part)
{
    char key[KEY_MAX];

    if (part.why == EFFECT_KNOWN) {
        add_part(out, words->lexicon, part.value);
        return;
    }
    key_of(key, "short", effect_whys[part.why]);
    buf_add(out, lex(words->lexicon, key));
}

static void say_why(struct speech *s, struct effect_part part)
{
    struct num n = num_int((int64_t)s->effect->no_report);
    struct buf number = {0};
    char key[KEY_MAX];

    if (part.why == EFFECT_KNOWN)
        return;
    key_of(key, "why", effect_whys[part.why]);
    words_sentence(s->out, s->from, s->lexicon, key,
                   FILL({"n", words_number_in(&number, s->lexicon, n, 0)},
                        {"measures", lex_plural(s->lexicon, "by.measure",
                                                n)}));
    buf_free(&number);
}

void words_effect_why(struct buf *out, const struct words *words,
                      const struct effect *effect, struct effect_part part)
{
    struct speech s = speech_of(out, words, effect);

    say_why(&s, part);
}

/* --- lists: «выполнено 2, в работе 1» --- */

struct item {
    size_t n;
    const char *key;
};

/* Those that are not zero; true when there was any. `more`: something stands
 * before them. */
static bool add_items(struct speech *s, const struct item *items, size_t n,
                      bool more)
{
    struct buf number = {0};
    bool any = false;

    for (size_t i = 0; i < n; i++) {
        if (items[i].n == 0)
            continue;
        if (any || more)
            buf_addz(s->out, ", ");
        any = true;
        lex_fill(s->out, s->lexicon, items[i].key,
                 FILL({"n", words_number_in(&number, s->lexicon,
                                            num_int((int64_t)items[i].n),
                                            0)}));
    }
    buf_free(&number);
    return any;
}

/* --- indicators --- */

static void add_head(struct speech *s)
{
    const struct effect *e = s->effect;
    bool now = e->year == EFFECT_NOW;
    struct num all = num_int((int64_t)e->indicators);
    struct buf n = {0}, reached = {0};

    words_number_in(&n, s->lexicon, all, 0);
    words_number_in(&reached, s->lexicon, num_int((int64_t)e->reached), 0);
    if (e->judged == 0 && now)
        buf_add(s->out, lex(s->lexicon, "effect.not_judged_now"));
    else if (e->judged == 0)
        lex_fill(s->out, s->lexicon, "effect.not_judged",
                 FILL({"year", str_of(s->year)}));
    else
        lex_fill(s->out, s->lexicon,
                 now ? "effect.targets_now" : "effect.targets",
                 FILL({"n", buf_str(&n)}, {"year", str_of(s->year)},
                      {"reached", buf_str(&reached)},
                      {"indicators",
                       lex_plural(s->lexicon, "of.indicator", all)}));
    buf_free(&n);
    buf_free(&reached);
}

static void say_targets(struct speech *s)
{
    const struct effect *e = s->effect;
    const struct item items[] = {
        {e->near, "effect.near"},       {e->not_yet, "effect.not_yet"},
        {e->no_data, "effect.no_data"}, {e->not_due, "effect.not_due"},
        {e->in_words, "effect.in_words"},
    };

    add_head(s);
    add_items(s, items, sizeof items / sizeof *items, e->judged > 0);
    buf_char(s->out, '.');
    words_glue(s->out, s->from, s->lexicon);
}

/* `key` with a number, a count of indicators and their word. */
static void say_of_indicators(struct speech *s, const char *key,
                              struct num value, size_t count)
{
    struct num n = num_int((int64_t)count);
    struct buf number = {0}, sr = {0};

    add_part(&sr, s->lexicon, value);
    words_sentence(s->out, s->from, s->lexicon, key,
                   FILL({"n", words_number_in(&number, s->lexicon, n, 0)},
                        {"sr", buf_str(&sr)},
                        {"indicators", lex_plural(s->lexicon, "by.indicator",
                                                  n)}));
    buf_free(&number);
    buf_free(&sr);
}

static void say_share(struct speech *s, struct num sr)
{
    struct buf percent = {0};
    struct num of_100 = num_round(num_mul(sr, num_int(100)), 1);

    words_sentence(s->out, s->from, s->lexicon, "effect.share",
                   FILL({"percent", words_number_in(&percent, s->lexicon,
                                                    of_100, -1)}));
    buf_free(&percent);
}

void words_effect_indicators(struct buf *out, const struct words *words,
                             const struct effect *effect)
{
    struct speech s = speech_of(out, words, effect);
    size_t without = effect->judged - effect->degrees;

    if (effect->indicators == 0)
        return;
    say_targets(&s);
    if (effect->method == ACHIEVEMENT_SHARE) {
        if (effect->sr.why == EFFECT_KNOWN)
            say_share(&s, effect->sr.value);
        return;
    }
    if (effect->sr.why == EFFECT_KNOWN)
        say_of_indicators(&s, "effect.sr", effect->sr.value,
                          effect->degrees);
    if (without > 0)
        say_of_indicators(&s, "effect.no_ratio", num_int(0), without);
}

/* --- measures --- */

static void say_number(struct speech *s, const char *key, const char *name,
                       struct effect_part part)
{
    struct buf number = {0};

    if (part.why == EFFECT_NOT_OVER)
        return;                 /* said once, of the result */
    if (part.why != EFFECT_KNOWN) {
        say_why(s, part);
        return;
    }
    add_part(&number, s->lexicon, part.value);
    words_sentence(s->out, s->from, s->lexicon, key,
                   FILL({name, buf_str(&number)}));
    buf_free(&number);
}

void words_effect_measures(struct buf *out, const struct words *words,
                           const struct effect *effect)
{
    struct speech s = speech_of(out, words, effect);
    const struct effect *e = effect;
    const struct item items[] = {
        {e->done, "effect.done"},           {e->late, "effect.late"},
        {e->doing, "effect.doing"},         {e->planned, "effect.planned"},
        {e->postponed, "effect.postponed"},
        {e->cancelled, "effect.cancelled"},
        {e->no_report, e->over ? "effect.no_report"
                               : "effect.no_report_yet"},
    };
    struct buf measures = {0};

    if (e->due == 0)
        return;
    words_count(&measures, s.lexicon, "measure", num_int((int64_t)e->due));
    lex_fill(out, s.lexicon, "effect.measures",
             FILL({"year", str_of(s.year)},
                  {"measures", buf_str(&measures)}));
    add_items(&s, items, sizeof items / sizeof *items, false);
    buf_char(out, '.');
    words_glue(out, s.from, s.lexicon);
    say_number(&s, "effect.srm", "srm", e->srm);
    buf_free(&measures);
}

/* --- money --- */

void words_effect_money(struct buf *out, const struct words *words,
                        const struct effect *effect)
{
    struct speech s = speech_of(out, words, effect);
    struct buf plan = {0}, spent = {0};

    if (effect->ssuz.why == EFFECT_NO_MONEY ||
        effect->ssuz.why == EFFECT_NO_YEAR)
        return;
    words_money(&plan, s.lexicon, effect->plan, effect->unit);
    words_money(&spent, s.lexicon, effect->spent, effect->unit);
    if (effect->has_plan || effect->has_spent)
        words_sentence(out, s.from, s.lexicon,
                       !effect->has_spent  ? "effect.money_plan"
                       : effect->has_plan  ? "effect.money"
                                           : "effect.money_spent",
                       FILL({"plan", buf_str(&plan)},
                            {"spent", buf_str(&spent)}));
    say_number(&s, "effect.ssuz", "ssuz", effect->ssuz);
    buf_free(&plan);
    buf_free(&spent);
}

/* --- the result --- */

/* Only what the programme names is its own. */
struct str words_effect_method(const struct words *words, size_t programme)
{
    const struct programme *it =
        &release_site(words->release)->programmes.at[programme];
    const char *key = it->achievement == ACHIEVEMENT_SHARE
                          ? "effect.method_share"
                          : "effect.method_ratio";

    return lex(words->lexicon,
               it->achievement_stated ? key : "effect.method_usual");
}

struct str words_effect_class(const struct words *words,
                              enum effect_class class)
{
    char key[KEY_MAX];

    if (class == EFFECT_NO_CLASS)
        return S("");
    key_of(key, "class", effect_classes[class]);
    return lex(words->lexicon, key);
}

static void say_class(struct speech *s)
{
    char key[KEY_MAX];
    enum effect_class class = s->effect->class;

    if (class == EFFECT_NO_CLASS)
        return;
    key_of(key, "bounds", effect_classes[class]);
    words_sentence(s->out, s->from, s->lexicon, "effect.class",
                   FILL({"class", words_effect_class(s->words, class)},
                        {"bounds", lex(s->lexicon, key)}));
}

/* The numbers are rounded, so the sign says «about». */
static void say_product(struct speech *s)
{
    const struct effect *e = s->effect;
    struct buf sr = {0}, srm = {0}, ssuz = {0}, er = {0};

    add_part(&sr, s->lexicon, e->sr.value);
    add_part(&srm, s->lexicon, e->srm.value);
    add_part(&ssuz, s->lexicon, e->ssuz.value);
    add_part(&er, s->lexicon, e->er.value);
    words_sentence(s->out, s->from, s->lexicon, "effect.result",
                   FILL({"sr", buf_str(&sr)}, {"srm", buf_str(&srm)},
                        {"ssuz", buf_str(&ssuz)}, {"er", buf_str(&er)}));
    buf_free(&sr);
    buf_free(&srm);
    buf_free(&ssuz);
    buf_free(&er);
}

void words_effect_result(struct buf *out, const struct words *words,
                         const struct effect *effect)
{
    struct speech s = speech_of(out, words, effect);

    if (effect->year == EFFECT_NOW)
        return;
    if (!effect->over)
        say_why(&s, (struct effect_part){.why = EFFECT_NOT_OVER});
    else if (effect->er.why == EFFECT_KNOWN)
        say_product(&s);
    else if (effect->er.why != EFFECT_NO_METHOD)
        say_why(&s, effect->er);
    say_class(&s);
}

void words_effect(struct buf *out, const struct words *words,
                  const struct effect *effect)
{
    static void (*const parts[])(struct buf *, const struct words *,
                                 const struct effect *) = {
        words_effect_indicators, words_effect_measures, words_effect_money,
        words_effect_result,
    };
    size_t from = out->n;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buf part = {0};
        parts[i](&part, words, effect);
        if (part.n > 0 && out->n > from)
            buf_char(out, ' ');
        buf_add(out, buf_str(&part));
        buf_free(&part);
    }
}
