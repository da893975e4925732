/*
 * words_cell: one cell, one target, one state in words; see words.h. For
 * chart/ and render/.
 */
#include "release/words.h"

#include "model/catalog.h"
#include "release/compare.h"
#include "release/words_text.h"

#include <math.h>

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

    if (people && fact.numerator >= 0) {
        counts(out, words, fact);
    } else if (!people && value && fact.has_value) {
        words_value(out, words, indicator, fact.value);
    } else {
        buf_add(out, lex(words->lexicon, state_keys[fact.state]));
        return;
    }
    if (mark) {
        buf_char(out, ' ');
        buf_add(out, lex(words->lexicon, mark));
    }
}

/* --- reasons --- */

/* A note without the point at its end: it stands inside a sentence. */
static struct str bare_note(struct str note)
{
    note = str_trim(note);
    while (note.n && note.p[note.n - 1] == '.')
        note.n--;
    return note;
}

/* Is any value shown later than `period`? Then nobody waits for it. */
static bool has_later(const struct words *words, size_t indicator,
                      size_t school, struct period period)
{
    size_t last = release_last(words->release, indicator, school), n;
    const struct period *periods =
        release_periods(words->release, indicator, &n);

    return last != NONE && period_cmp(periods[last], period) > 0;
}

/* When the missing value of this period is to come («появятся в сентябре 2026
 * года»): false when nobody said, it is past, or a later one is there. */
static bool release_due(const struct words *words, size_t indicator,
                        size_t school, struct period period,
                        struct period *due)
{
    const struct site *site = release_site(words->release);
    const struct indicator *about = words_indicator(words, indicator);

    return about->next_release.n &&
           period_parse(about->next_release, due) &&
           due->to >= catalog_as_of(site, about->programme) &&
           due->from > period.from &&
           !has_later(words, indicator, school, period);
}

/* A whole that nobody computes or gave, or wants: it is not missing. */
static bool has_no_whole(const struct words *words, size_t indicator,
                         struct period period)
{
    const struct indicator *about = words_indicator(words, indicator);

    if (about->aggregate == AGGREGATE_NONE)
        return true;
    return about->aggregate == AGGREGATE_GIVEN &&
           release_last(words->release, indicator, RELEASE_WHOLE) == NONE &&
           !progress_target(words->release, indicator, RELEASE_WHOLE, period);
}

/* Does the note begin a sentence of its own? А..Я, Ё, A..Z. */
static bool is_remark(struct str note)
{
    size_t at = 0;
    uint32_t first = utf8_next(note, &at);

    return (first >= 'A' && first <= 'Z') || first == 0x401 ||
           (first >= 0x410 && first <= 0x42F);
}

/* The sentence of a state: alone, with a note after a colon, with a remark
 * behind it. Only what is stated in the table has notes to tell. */
static const char *reason_key(enum state state, bool whole, struct str note)
{
    static const char *const keys[][3] = {
        [STATE_NOT_YET] = {"reason.not_yet"},
        [STATE_HIDDEN] = {"reason.hidden"},
        [STATE_NOT_APPLICABLE] = {"reason.not_applicable",
                                  "reason.not_applicable_note",
                                  "reason.not_applicable_remark"},
        [STATE_MISSING] = {"reason.missing", "reason.missing_note",
                           "reason.missing_remark"},
        [STATE_CHECKING] = {"reason.checking"},
        [STATE_LEVEL] = {"reason.level"}
    };
    int form = note.n == 0 ? 0 : is_remark(note) ? 2 : 1;

    if (state == STATE_SHOWN || state == STATE_COUNTS)
        state = STATE_MISSING;      /* shown, but nothing there */
    if (state == STATE_NOT_APPLICABLE && whole)
        return "reason.no_whole";
    return keys[state][keys[state][form] ? form : 0];
}

void words_reason(struct buf *out, const struct words *words,
                  size_t indicator, size_t school, struct period period,
                  struct fact fact)
{
    bool whole = school == RELEASE_WHOLE;
    bool wanting = fact.state == STATE_MISSING || fact.state == STATE_NOT_YET;
    struct str note = bare_note(fact.note);
    struct buf missed = {0}, when = {0};
    struct period due;
    size_t from = out->n;

    if (whole && wanting && has_no_whole(words, indicator, period))
        fact.state = STATE_NOT_APPLICABLE;
    words_period(&missed, words->lexicon, period);
    words_sentence(out, from, words->lexicon,
                   reason_key(fact.state, whole, note),
                   FILL({"period", buf_str(&missed)}, {"note", note}));
    if (fact.state == STATE_MISSING && !note.n &&
        release_due(words, indicator, school, period, &due)) {
        words_period_in(&when, words->lexicon, due);
        words_sentence(out, from, words->lexicon, "reason.expected",
                       FILL({"when", buf_str(&when)}));
    }
    buf_free(&missed);
    buf_free(&when);
}

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

void words_spread(struct buf *out, const struct words *words,
                  size_t indicator, struct fact fact)
{
    const struct indicator *about = words_indicator(words, indicator);
    struct buf n = {0}, low = {0}, high = {0};
    double lo, hi;

    if (about->kind != KIND_SHARE || fact.state != STATE_SHOWN ||
        !fact.has_value || !compare_wilson(fact.value, fact.n, &lo, &hi))
        return;
    words_number(&n, words->lexicon, num_int(fact.n), 0);
    buf_int(&low, (int64_t)lround(lo));
    buf_int(&high, (int64_t)lround(hi));
    words_sentence(out, out->n, words->lexicon, "spread",
                   FILL({"n", buf_str(&n)}, {"low", buf_str(&low)},
                        {"high", buf_str(&high)}));
    buf_free(&n);
    buf_free(&low);
    buf_free(&high);
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
