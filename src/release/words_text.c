/*
 * words_text: no-break spaces, fills, small questions about targets. For
 * words*.c only.
 */
#include "release/words_text.h"

#include <string.h>

/* --- no-break spaces --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The word that ends before `end`, without an opening bracket or quote. */
static struct str word_before(struct str text, size_t from, size_t end)
{
    size_t begin = end;
    struct str word;

    while (begin > from && text.p[begin - 1] != ' ' &&
           !(begin > from + 1 && !memcmp(text.p + begin - 2, NBSP, 2)))
        begin--;
    word = str_sub(text, begin, end);
    if (word.n && word.p[0] == '(')
        word = str_skip(word, 1);
    if (str_starts(word, S("«")))
        word = str_skip(word, S("«").n);
    return word;
}

/* The word that begins at `begin`, without marks behind it. */
static struct str word_behind(struct str text, size_t begin)
{
    size_t end = begin;

    while (end < text.n && text.p[end] != ' ' &&
           !(end + 1 < text.n && !memcmp(text.p + end, NBSP, 2)))
        end++;
    while (end > begin && strchr(".,;:)!?", text.p[end - 1]))
        end--;
    return str_sub(text, begin, end);
}

static bool is_tied(const struct lexicon *lexicon, struct str before,
                    struct str behind)
{
    unsigned ties;

    if (behind.n == 0 || before.n == 0)
        return false;
    ties = lexicon_ties(lexicon, before);
    if (ties & TIES_NEXT || (ties & TIES_NUMBER && is_digit(behind.p[0])))
        return true;
    return is_digit(before.p[before.n - 1]) &&
           lexicon_ties(lexicon, behind) & TIED_TO_NUMBER;
}

/* The first blank at or behind `at`, or the end. */
static size_t next_blank(struct str text, size_t at)
{
    const char *hit = at < text.n ? memchr(text.p + at, ' ', text.n - at)
                                  : NULL;

    return hit ? (size_t)(hit - text.p) : text.n;
}

/* Puts `tied`, which stands for the text from `from` to `done`, in its place;
 * most texts have nothing to tie and stay where they are. */
static void put_back(struct buf *out, size_t from, size_t done,
                     struct buf *tied)
{
    if (done == from)
        return;
    buf_add(tied, str_skip(buf_str(out), done));
    out->n = from;
    buf_add(out, buf_str(tied));
    buf_free(tied);
}

void words_glue(struct buf *out, size_t from, const struct lexicon *lexicon)
{
    struct str text = buf_str(out);
    struct buf tied = {0};
    size_t done = from;

    for (size_t i = next_blank(text, from); i < text.n;
         i = next_blank(text, i + 1)) {
        if (!is_tied(lexicon, word_before(text, from, i),
                     word_behind(text, i + 1)))
            continue;
        buf_add(&tied, str_sub(text, done, i));
        buf_addz(&tied, NBSP);
        done = i + 1;
    }
    put_back(out, from, done, &tied);
}

void words_tie(struct buf *out, size_t from)
{
    struct str text = buf_str(out);
    struct buf tied = {0};
    size_t done = from;

    for (size_t i = next_blank(text, from); i < text.n;
         i = next_blank(text, i + 1)) {
        buf_add(&tied, str_sub(text, done, i));
        buf_addz(&tied, NBSP);
        done = i + 1;
    }
    put_back(out, from, done, &tied);
}

void words_capital(struct buf *out, size_t from)
{
    struct str text = str_skip(buf_str(out), from);
    struct buf rest = {0};
    size_t at = 0;
    uint32_t first = utf8_next(text, &at);

    if (first == 0x451)                             /* ё */
        first = 0x401;
    else if ((first >= 'a' && first <= 'z') ||
             (first >= 0x430 && first <= 0x44F))    /* а..я */
        first -= 0x20;
    else
        return;
    buf_add(&rest, str_skip(text, at));
    out->n = from;
    utf8_add(out, first);
    buf_add(out, buf_str(&rest));
    buf_free(&rest);
}

/* --- fills --- */

void words_sentence(struct buf *out, size_t from,
                    const struct lexicon *lexicon, const char *key,
                    const struct fill *fills, size_t n)
{
    size_t begin = out->n;

    if (begin > from)
        buf_char(out, ' ');
    lex_fill(out, lexicon, key, fills, n);
    words_glue(out, begin, lexicon);
}

struct str words_number_in(struct buf *buf, const struct lexicon *lexicon,
                           struct num value, int decimals)
{
    buf_clear(buf);
    words_number(buf, lexicon, value, decimals);
    return buf_str(buf);
}

/* --- records --- */

const struct indicator *words_indicator(const struct words *words,
                                        size_t indicator)
{
    return &release_site(words->release)->indicators.at[indicator];
}

struct str words_text_of(const struct indicator *about, struct fact fact)
{
    bool told = fact.state == STATE_SHOWN || fact.state == STATE_MISSING;

    return about->kind == KIND_TEXT && told ? str_trim(fact.note)
                                            : (struct str){0};
}

enum sense words_sense(const struct target *target, int direction)
{
    switch (target->op) {
    case TARGET_AT_LEAST:
        return SENSE_AT_LEAST;
    case TARGET_AT_MOST:
        return SENSE_AT_MOST;
    case TARGET_RANGE:
        return SENSE_RANGE;
    case TARGET_YES:
        return SENSE_YES;
    case TARGET_BARE:
    case TARGET_UP_TO:
        break;
    case TARGET_WORDS:
        return SENSE_NONE;
    }
    switch (direction) {
    case DIRECTION_UP:
        return SENSE_AT_LEAST;
    case DIRECTION_DOWN:
        return SENSE_AT_MOST;
    case DIRECTION_RANGE:
        return SENSE_RANGE;
    default:
        return SENSE_NONE;
    }
}

struct num words_high(const struct target *target)
{
    return target->op == TARGET_RANGE ? target->high : target->value;
}
