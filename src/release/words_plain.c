/*
 * words_plain: words that judge, sentences that are too long; see
 * words_plain.h. Which texts are judged: words_plain_site.c. For render/ and
 * build.c.
 */
#include "release/words_plain.h"

#include "base/fold_char.h"
#include "model/catalog.h"
#include "model/lexicon.h"
#include "release/words_plain_site.h"

#include <stdio.h>
#include <string.h>

#define SENTENCE_WORDS_MAX 20   /* reader 4.6 */
#define EXCERPT 28              /* characters on each side of a word */
#define KEY_MAX 48

/* --- words that judge --- */

/* plain.ID are beginnings of words, plain.ID.but what is not meant, and
 * plain.ID.instead what to write. */
static const struct {
    const char *id;
    bool not_of_method;     /* the methodology may say it */
    bool near_school;       /* wrong beside the name of a school only */
} groups[] = {
    {"worst", false, false},     {"best_school", false, false},
    {"behind", false, false},    {"weak", false, false},
    {"failure", false, false},   {"outsider", false, false},
    {"antirating", false, false}, {"rating", true, false},
    {"place", false, false},     {"low", false, true},
    {"unfortunate", false, false}, {"contingent", false, false}
};

struct judged {
    const struct plain_stems *stems;
    const struct site *site;
    struct str text;
    struct pos at;
    enum plain_place place;
    bool lines;             /* of a file: line and column are counted */
    struct diag *diag;
};

static bool is_word_char(uint32_t code)
{
    enum fold_class class = fold_class(code);

    return class == FOLD_LETTER || class == FOLD_DIGIT;
}

static uint32_t lower_at(struct str text, size_t *at)
{
    return fold_yo(fold_lower(utf8_next(text, at)));
}

/* Behind the word that `at` stands in. */
static size_t skip_word(struct str text, size_t at)
{
    size_t next = at;

    while (at < text.n && is_word_char(utf8_next(text, &next)))
        at = next;
    return at;
}

/* Blanks of all kinds, line ends and marks of emphasis. */
static size_t skip_gap(struct str text, size_t at)
{
    size_t next = at;

    while (at < text.n) {
        uint32_t code = utf8_next(text, &next);
        if (code != ' ' && code != '\n' && code != '\r' && code != '\t' &&
            code != 0xA0 && code != '*' && code != '_')
            break;
        at = next;
    }
    return at;
}

/* Where a match of `stem` that begins at `at` ends, or 0. A blank in the stem
 * stands for the rest of a word and a gap, a point for the end of a word. */
static size_t match(struct str text, size_t at, struct str stem)
{
    for (size_t s = 0; s < stem.n;) {
        size_t next = at, gap;
        uint32_t want = utf8_next(stem, &s);
        if (want == ' ') {
            at = skip_word(text, at);
            gap = skip_gap(text, at);
            if (gap == at)
                return 0;
            at = gap;
        } else if (want == '.') {
            if (skip_word(text, at) != at || skip_gap(text, at) == at)
                return 0;
        } else {
            if (at >= text.n || lower_at(text, &next) != want)
                return 0;
            at = next;
        }
    }
    return at;
}

static bool matches_any(struct str text, size_t at, struct str stems)
{
    while (stems.p) {
        struct str stem = str_cut(&stems, '|');
        if (stem.n && match(text, at, stem))
            return true;
    }
    return false;
}

static struct str list_of(const struct lexicon *lexicon, const char *id,
                          const char *what)
{
    char key[KEY_MAX];
    struct str text = {0};

    snprintf(key, sizeof key, "plain.%s%s", id, what);
    lexicon_find(lexicon, str_of(key), &text);
    return text;
}

/* --- the stems, taken apart once --- */

static uint64_t bit_of(uint32_t letter)
{
    return (uint64_t)1 << letter % 64;
}

static void add_stems(struct plain_stems *stems, size_t group,
                      struct str list)
{
    while (list.p && stems->n < PLAIN_STEMS_MAX) {
        struct str text = str_cut(&list, '|');
        bool anywhere = str_starts(text, S("*"));
        size_t at = 0;
        text = str_skip(text, anywhere);
        if (text.n == 0)
            continue;
        stems->at[stems->n++] = (struct plain_stem){text, group, anywhere};
        stems->letters |= bit_of(utf8_next(text, &at));
    }
}

void plain_stems(struct plain_stems *stems, const struct lexicon *lexicon)
{
    *stems = (struct plain_stems){.lexicon = lexicon};
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
        add_stems(stems, g, list_of(lexicon, groups[g].id, ""));
}

/* --- where --- */

/* Line and column of offset `at` in a text of lines. */
static struct pos place_of(const struct judged *j, size_t at)
{
    struct pos pos = j->at;

    if (!j->lines)
        return pos;
    pos.col = 1;
    for (size_t i = 0; i < at;) {
        if (utf8_next(j->text, &i) == '\n') {
            pos.line++;
            pos.col = 1;
        } else {
            pos.col++;
        }
    }
    return pos;
}

/* Back by at most `n` characters, not over a line end. */
static size_t step_back(struct str text, size_t at, size_t n)
{
    while (at > 0 && n-- > 0 && text.p[at - 1] != '\n')
        do
            at--;
        while (at > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80);
    return at;
}

static size_t step_on(struct str text, size_t at, size_t n)
{
    size_t next = at;

    while (at < text.n && n-- > 0 && utf8_next(text, &next) != '\n')
        at = next;
    return at;
}

/* The words around, whole ones. */
static struct str excerpt(struct str text, size_t from, size_t to)
{
    size_t begin = step_back(text, from, EXCERPT);
    size_t end = step_on(text, to, EXCERPT);

    while (begin > 0 && begin < from && text.p[begin - 1] != ' ' &&
           text.p[begin - 1] != '\n')
        begin++;
    while (end < text.n && end > to && text.p[end] != ' ' &&
           text.p[end] != '\n')
        end--;
    return str_trim(str_sub(text, begin, end));
}

/* The paragraph around offset `at`. */
static struct str paragraph(struct str text, size_t at)
{
    size_t begin = at, end = at;

    while (begin > 1 && !(text.p[begin - 1] == '\n' &&
                          text.p[begin - 2] == '\n'))
        begin--;
    while (end < text.n && !(text.p[end] == '\n' && end + 1 < text.n &&
                             text.p[end + 1] == '\n'))
        end++;
    return str_sub(text, begin > 1 ? begin : 0, end);
}

/* Is a school linked or called by its name in the same paragraph? */
static bool is_near_school(const struct judged *j, size_t at)
{
    struct str near = paragraph(j->text, at);

    if (j->place == PLAIN_SCHOOL || str_find(near, S("school:")) >= 0)
        return true;
    for (size_t i = 0; j->site && i < j->site->schools.n; i++) {
        const struct school *school = &j->site->schools.at[i];
        if (str_find(near, school->name) >= 0 ||
            (school->brief.n && str_find(near, school->brief) >= 0))
            return true;
    }
    return false;
}

/* --- one word --- */

static void report(const struct judged *j, size_t group, size_t at)
{
    size_t end = skip_word(j->text, at), begin = at, before;

    while ((before = step_back(j->text, begin, 1)) < begin &&
           skip_word(j->text, before) == end)
        begin = before;
    diag_add(j->diag, place_of(j, begin), MSG_PLAIN_WORD,
             ARGS(str_sub(j->text, begin, end),
                  excerpt(j->text, begin, end),
                  list_of(j->stems->lexicon, groups[group].id, ".instead")));
}

/* Is the stem wrong at offset `at`? `inside`: a word began before it. */
static bool is_wrong(const struct judged *j, const struct plain_stem *stem,
                     size_t at, bool inside)
{
    return (stem->anywhere || !inside) && match(j->text, at, stem->text) &&
           !(groups[stem->group].not_of_method &&
             j->place == PLAIN_METHOD) &&
           !matches_any(j->text, at,
                        list_of(j->stems->lexicon, groups[stem->group].id,
                                ".but")) &&
           (!groups[stem->group].near_school || is_near_school(j, at));
}

static void find_words(const struct judged *j)
{
    bool inside = false;

    for (size_t at = 0, next = 0; at < j->text.n; at = next) {
        uint32_t letter = lower_at(j->text, &next);
        bool found = false;
        if (j->stems->letters & bit_of(letter))
            for (size_t i = 0; i < j->stems->n && !found; i++) {
                found = is_wrong(j, &j->stems->at[i], at, inside);
                if (found)
                    report(j, j->stems->at[i].group, at);
            }
        inside = is_word_char(letter);
    }
}

/* --- long sentences --- */

static bool is_capital(struct str text, size_t at)
{
    uint32_t code = utf8_next(text, &at);

    return code == 0 || fold_lower(code) != code ||
           (code >= '0' && code <= '9') || code == 0xAB;
}

/* Does a sentence end with this character? Abbreviations go on in lower case
 * or stand before numbers; that is near enough for a note. */
static bool ends_sentence(struct str text, uint32_t code, size_t next)
{
    size_t gap = skip_gap(text, next);

    if (code == '\n')
        return next >= text.n || strchr("\n#|-*>`0123456789", text.p[next]);
    return (code == '.' || code == '!' || code == '?') &&
           (gap > next || gap == text.n) && is_capital(text, gap);
}

static void report_long(const struct judged *j, size_t from, size_t words)
{
    char digits[24];

    if (words <= SENTENCE_WORDS_MAX)
        return;
    snprintf(digits, sizeof digits, "%zu", words);
    diag_add(j->diag, place_of(j, from), MSG_PLAIN_LONG,
             ARGS(str_of(digits),
                  str_trim(str_sub(j->text, from,
                                   step_on(j->text, from, 2 * EXCERPT)))));
}

/* Behind what is no sentence: the address of a link, a fenced block. */
static size_t skip_markup(const struct judged *j, uint32_t code, size_t next)
{
    struct str rest = str_skip(j->text, next);
    ptrdiff_t end = -1;

    if (code == ']' && str_starts(rest, S("(")))
        end = str_find_char(rest, ')');
    else if (code == '\n' && str_starts(rest, S("```")))
        end = str_find(str_skip(rest, 3), S("```"));
    if (end < 0)
        return next;
    return next + (size_t)end + (code == '\n' ? 6 : 1);
}

static void find_sentences(const struct judged *j)
{
    size_t from = skip_gap(j->text, 0), words = 0;
    bool inside = false;

    for (size_t at = from, next = from; at < j->text.n; at = next) {
        uint32_t code = utf8_next(j->text, &next);
        bool is = is_word_char(code) || (inside && code == '-');
        words += is && !inside;
        inside = is;
        if (ends_sentence(j->text, code, next)) {
            report_long(j, from, words);
            from = skip_gap(j->text, next);
            words = 0;
        }
        if (j->lines)
            next = skip_markup(j, code, next);
    }
    report_long(j, from, words);
}

/* --- texts --- */

void plain_judge(const struct plain_stems *stems, const struct site *site,
                 struct str text, struct pos at, enum plain_place place,
                 struct diag *diag)
{
    struct judged j = {stems, site, text, at, place, false, diag};

    if (place == PLAIN_EXEMPT || text.n == 0)
        return;
    find_words(&j);
    find_sentences(&j);
}

void plain_text(const struct lexicon *lexicon, struct str text,
                struct pos at, enum plain_place place, struct diag *diag)
{
    struct plain_stems stems;

    plain_stems(&stems, lexicon);
    plain_judge(&stems, NULL, text, at, place, diag);
}

void plain_body(const struct lexicon *lexicon, const struct site *site,
                struct str body, struct pos at, struct diag *diag)
{
    struct plain_stems stems;
    struct judged j = {&stems, site, body, at,
                       plain_place_of(site, at.file), true, diag};

    if (j.place == PLAIN_EXEMPT || body.n == 0)
        return;
    plain_stems(&stems, lexicon);
    find_words(&j);
    find_sentences(&j);
}
