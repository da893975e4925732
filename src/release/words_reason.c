/*
 * words_reason: the sentence in place of a value that is not there; see
 * words.h. For chart/ and render/.
 */
#include "release/words.h"

#include "model/catalog.h"
#include "release/words_text.h"

#include <stdio.h>
#include <string.h>

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

/* --- grades --- */

#define GRADES 11

static bool is_digit_at(struct str text, size_t at)
{
    return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

/* Grades of a school from «1–11», «5–9 кл.», «1-4, 9» as bits; 0 when the
 * words are not understood. */
static unsigned grades_of(struct str text)
{
    unsigned grades = 0, last = 0;
    bool range = false;

    for (size_t i = 0; i < text.n;) {
        size_t at = i;
        uint32_t c = utf8_next(text, &i);
        unsigned grade = 0;
        if (c == '-' || c == 0x2013 || c == 0x2014)
            range = last > 0;
        if (!is_digit_at(text, at))
            continue;
        for (i = at; is_digit_at(text, i) && grade <= GRADES; i++)
            grade = 10 * grade + (unsigned)(text.p[i] - '0');
        if (grade < 1 || grade > GRADES || (range && grade < last))
            return 0;
        for (unsigned g = range ? last : grade; g <= grade; g++)
            grades |= 1u << g;
        last = range ? 0 : grade;
        range = false;
    }
    return range ? 0 : grades;
}

/* May a word begin behind these bytes? */
static bool is_gap(struct str before)
{
    return before.n == 0 || strchr(" (", before.p[before.n - 1]) ||
           str_ends(before, S(NBSP)) || str_ends(before, S("«"));
}

/* Does `text` name the thing as a word of its own, or as the beginning of
 * one? «5–9 класс» does not name «9 класс». */
static bool names(struct str text, struct str thing)
{
    size_t from = 0;
    ptrdiff_t at;

    while (thing.n && (at = str_find(str_skip(text, from), thing)) >= 0) {
        size_t begin = from + (size_t)at;
        from = begin + thing.n;
        if (is_gap(str_sub(text, 0, begin)) && !is_digit_at(text, from))
            return true;
    }
    return false;
}

/* The one grade that the indicator's words speak of, or 0. The word files
 * say how a grade is named: «9 класс», «девятиклассник», «ОГЭ». */
static unsigned grade_of(const struct words *words,
                         const struct indicator *about)
{
    const struct str texts[] = {about->title, about->question, about->subj,
                                about->official_title};
    unsigned found = 0;

    for (unsigned grade = 1; grade <= GRADES; grade++) {
        char key[16];
        struct str rest;
        bool named = false;
        snprintf(key, sizeof key, "grade.%u", grade);
        rest = lex(words->lexicon, key);
        while (rest.p && !named) {
            struct str thing = str_cut(&rest, '|');
            for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
                named |= names(texts[i], thing);
        }
        if (named && found)
            return 0;
        if (named)
            found = grade;
    }
    return found;
}

/* «в школе нет 9 классов»: why an indicator has nothing to do with a school,
 * where the tables say no reason but name its grades. */
static void say_no_grade(struct buf *out, const struct words *words,
                         size_t indicator, size_t school)
{
    const struct site *site = release_site(words->release);
    unsigned grades = grades_of(site->schools.at[school].grades), grade;
    char digits[16];

    if (!grades)
        return;
    grade = grade_of(words, words_indicator(words, indicator));
    if (!grade || grades & 1u << grade)
        return;
    snprintf(digits, sizeof digits, "%u", grade);
    lex_fill(out, words->lexicon, "reason.no_grade",
             FILL({"grade", str_of(digits)}));
}

/* --- the sentence --- */

void words_reason(struct buf *out, const struct words *words,
                  size_t indicator, size_t school, struct period period,
                  struct fact fact)
{
    bool whole = school == RELEASE_WHOLE;
    bool wanting = fact.state == STATE_MISSING || fact.state == STATE_NOT_YET;
    struct str note = bare_note(fact.note);
    struct buf missed = {0}, when = {0}, grade = {0};
    struct period due;
    size_t from = out->n;

    if (whole && wanting && has_no_whole(words, indicator, period))
        fact.state = STATE_NOT_APPLICABLE;
    if (fact.state == STATE_NOT_APPLICABLE && !whole && !note.n) {
        say_no_grade(&grade, words, indicator, school);
        note = buf_str(&grade);
    }
    words_period_for(&missed, words->lexicon, period);
    words_sentence(out, from, words->lexicon,
                   reason_key(fact.state, whole, note),
                   FILL({"for", buf_str(&missed)}, {"note", note}));
    if (fact.state == STATE_MISSING && !note.n &&
        release_due(words, indicator, school, period, &due)) {
        words_period_in(&when, words->lexicon, due);
        words_sentence(out, from, words->lexicon, "reason.expected",
                       FILL({"when", buf_str(&when)}));
    }
    buf_free(&missed);
    buf_free(&when);
    buf_free(&grade);
}
