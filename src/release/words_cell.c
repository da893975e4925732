/*
 * words_cell: one value, one target, one cell of a table in words; see
 * words.h. For chart/ and render/.
 */
#include "release/words.h"

#include "model/catalog.h"
#include "release/words_text.h"

/* --- values --- */

/* Units that readers know from the title: «3,5», not «3,5 балл». */
static bool is_silent(struct str unit)
{
    static const char *const units[] = {
        "", "балл", "балла", "баллов", "баллы", "отметка", "оценка", "score"
    };

    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_is(unit, units[i]))
            return true;
    return false;
}

/* школа|школы|школ: with decimals as with two, «1,5 школы»; behind a bound
 * in the genitive, «не менее 1 школы», «не менее 3 школ». */
static struct str unit_form(const struct indicator *indicator, enum lang lang,
                            struct num value, bool bound)
{
    enum plural plural = lexicon_plural(lang, value);

    if (!indicator->unit_forms[1].n)
        return indicator->unit;
    if (bound && lang == LANG_RU && plural == PLURAL_ONE)
        plural = PLURAL_FEW;
    else if (bound && lang == LANG_RU && plural == PLURAL_FEW)
        plural = PLURAL_MANY;
    if (plural == PLURAL_OTHER)
        return indicator->unit_forms[lang == LANG_EN ? 2 : 1];
    return indicator->unit_forms[plural];
}

/* With `decimals` digits (negative: as many as there are). */
static void value_with(struct buf *out, const struct words *words,
                       const struct indicator *indicator, struct num value,
                       int decimals, bool bound)
{
    struct str unit = indicator->unit;

    if (decimals >= 0)
        value = num_round(value, decimals);
    if (indicator->kind == KIND_COUNT) {
        value = num_trim(value);
        decimals = value.scale;
        unit = unit_form(indicator, lexicon_lang(words->lexicon), value,
                         bound);
    }
    words_number(out, words->lexicon, value, decimals);
    if (indicator->kind == KIND_SHARE) {
        buf_addz(out, NBSP "%");
    } else if (!is_silent(unit)) {
        buf_addz(out, NBSP);
        buf_add(out, unit);
    }
}

static struct str yes_or_no(const struct words *words, struct num value)
{
    return lex(words->lexicon, num_is_zero(value) ? "value.no" : "value.yes");
}

void words_value(struct buf *out, const struct words *words,
                 size_t indicator, struct num value)
{
    const struct indicator *about = words_indicator(words, indicator);

    if (about->kind == KIND_YESNO)
        buf_add(out, yes_or_no(words, value));
    else if (about->kind == KIND_MONEY)
        words_money(out, words->lexicon, value, about->unit);
    else
        value_with(out, words, about, value, (int)about->decimals, false);
}

/* --- targets --- */

static void target_value(struct buf *out, const struct words *words,
                         const struct indicator *about, struct num value,
                         bool bound)
{
    if (about->kind == KIND_MONEY)
        words_money(out, words->lexicon, value, about->unit);
    else
        value_with(out, words, about, value, -1, bound);
}

static const char *target_key(const struct target *target, int direction)
{
    if (target->op == TARGET_UP_TO)
        return "target.up_to";
    if (target->op == TARGET_RANGE)
        return "target.range";
    switch (words_sense(target, direction)) {
    case SENSE_AT_LEAST:
        return "target.at_least";
    case SENSE_AT_MOST:
        return "target.at_most";
    case SENSE_RANGE:
    case SENSE_NONE:
    case SENSE_YES:
        break;
    }
    return "target.bare";
}

void words_bound(struct buf *out, const struct words *words,
                 const struct target *target)
{
    const struct indicator *about =
        words_indicator(words, target->indicator.index);
    struct buf value = {0};

    words_number(&value, words->lexicon, target->value, -1);
    lex_fill(out, words->lexicon, target_key(target, about->direction),
             FILL({"value", buf_str(&value)}));
    buf_free(&value);
}

void words_target(struct buf *out, const struct words *words,
                  const struct target *target)
{
    const struct indicator *about =
        words_indicator(words, target->indicator.index);
    const char *key = target_key(target, about->direction);
    struct buf value = {0}, high = {0};
    size_t from = out->n;

    if (target->op == TARGET_WORDS) {
        buf_add(out, target->text);
        return;
    }
    if (target->op == TARGET_YES) {
        buf_add(out, lex(words->lexicon, "value.yes"));
        return;
    }
    if (target->op == TARGET_RANGE) {       /* the unit is said once */
        words_number(&value, words->lexicon, target->value, -1);
        target_value(&high, words, about, target->high, true);
    } else {
        target_value(&value, words, about, target->value,
                     !str_is(str_of(key), "target.bare"));
    }
    lex_fill(out, words->lexicon, key,
             FILL({"value", buf_str(&value)}, {"high", buf_str(&high)}));
    words_glue(out, from, words->lexicon);
    buf_free(&value);
    buf_free(&high);
}

/* --- cells --- */

static const char *const state_keys[] = {
    [STATE_NOT_YET] = "state.not_yet",
    [STATE_SHOWN] = "state.missing",        /* shown, but nothing there */
    [STATE_COUNTS] = "state.hidden",        /* counts, but none known */
    [STATE_HIDDEN] = "state.hidden",
    [STATE_NOT_APPLICABLE] = "state.not_applicable",
    [STATE_MISSING] = "state.missing",
    [STATE_CHECKING] = "state.checking",
    [STATE_LEVEL] = "state.level"
};

static const char *mark_key(enum mark mark)
{
    switch (mark) {
    case MARK_NONE:
        break;
    case MARK_PROVISIONAL:
        return "mark.provisional";
    case MARK_REVISED:
        return "mark.revised";
    case MARK_ESTIMATE:
        return "mark.estimate";
    }
    return NULL;
}

/* «13 из 18». */
static void counts(struct buf *out, const struct words *words,
                   struct fact fact)
{
    struct buf k = {0}, n = {0};
    size_t from = out->n;

    words_number(&k, words->lexicon, num_int(fact.numerator), 0);
    words_number(&n, words->lexicon, num_int(fact.n), 0);
    lex_fill(out, words->lexicon, "value.counts",
             FILL({"k", buf_str(&k)}, {"n", buf_str(&n)}));
    words_tie(out, from);
    buf_free(&k);
    buf_free(&n);
}

void words_cell(struct buf *out, const struct words *words, size_t indicator,
                struct fact fact)
{
    const struct indicator *about = words_indicator(words, indicator);
    const char *mark = mark_key(fact.mark);
    bool people = fact.state == STATE_COUNTS && about->kind == KIND_SHARE;
    bool value = fact.state == STATE_SHOWN || fact.state == STATE_COUNTS;
    struct str text = words_text_of(about, fact);

    if (text.n) {
        buf_add(out, text);
    } else if (people && fact.numerator >= 0) {
        counts(out, words, fact);
    } else if (!people && value && fact.has_value) {
        words_value(out, words, indicator, fact.value);
    } else if (value && fact.text.n) {
        buf_add(out, fact.text);
    } else {
        buf_add(out, lex(words->lexicon, state_keys[fact.state]));
        return;
    }
    if (mark) {
        buf_char(out, ' ');
        buf_add(out, lex(words->lexicon, mark));
    }
}

/* --- closed lists --- */

struct str words_status(const struct words *words, enum status status)
{
    static const char *const keys[] = {
        [STATUS_NO_TARGET] = "status.no_target",
        [STATUS_NOT_DUE] = "status.not_due",
        [STATUS_NO_DATA] = "status.no_data",
        [STATUS_REACHED] = "status.reached",
        [STATUS_NEAR] = "status.near",
        [STATUS_NOT_YET] = "status.not_yet"
    };

    return lex(words->lexicon, keys[status]);
}

struct str words_done(const struct words *words, int done)
{
    static const char *const keys[] = {
        [DONE_NO_REPORT] = "done.no_report",
        [DONE_PLANNED] = "done.planned",
        [DONE_DOING] = "done.doing",
        [DONE_DONE] = "done.done",
        [DONE_POSTPONED] = "done.postponed",
        [DONE_CANCELLED] = "done.cancelled"
    };

    return lex(words->lexicon, keys[done]);
}
