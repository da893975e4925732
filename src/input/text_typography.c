/*
 * text_typography: Russian typography of one block of text (R6.6).
 *
 * For text_*.c; others use text_typography() of text.h.
 *
 * One pass. Every decision is taken from what was already put out and from
 * kinds of the characters that follow which the pass itself does not change;
 * so a second run decides the same and changes nothing.
 */
#include "input/text_typography.h"

#include "input/text.h"
#include "input/text_chars.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define QUOTES_MAX 16   /* deeper quotes are not counted */

#define GUILLEMET_OPEN 0x00ABu
#define GUILLEMET_CLOSE 0x00BBu
#define LOW_OPEN 0x201Eu        /* „ */
#define HIGH_LEFT 0x201Cu       /* “ closes „, opens English quotes */
#define HIGH_RIGHT 0x201Du      /* ” */
#define NUMERO 0x2116u
#define THING ((uint32_t)MARK_THING)

struct typesetter {
    struct buf *out;
    struct str in;
    size_t at;
    uint32_t prev;              /* last character put out, tags passed over */
    /* The run of letters or digits that ends with `prev`. */
    uint32_t word[2];           /* its first characters, lower case */
    size_t word_n;              /* letters */
    size_t digits_n;
    uint32_t before;            /* what stands before the run */
    bool initial;               /* `prev` is the dot behind a single letter */
    uint32_t closers[QUOTES_MAX];
    size_t depth;
};

static uint32_t lower(uint32_t c)
{
    if (c >= 0x410 && c <= 0x42F)
        return c + 0x20;
    return c == 0x401 ? 0x451 : c;
}

static void put(struct typesetter *t, uint32_t c)
{
    bool letter = char_is_letter(c), digit = char_is_digit(c);
    if ((letter && !t->word_n) || (digit && !t->digits_n))
        t->before = t->prev;
    if (letter && t->word_n < 2)
        t->word[t->word_n] = lower(c);
    t->initial = c == '.' && t->word_n == 1;
    t->word_n = letter ? t->word_n + 1 : 0;
    t->digits_n = digit ? t->digits_n + 1 : 0;
    t->prev = c;
    utf8_add(t->out, c);
}

/* Behind the tags at `at`: they do not count as characters. */
static size_t skip_tags(struct str in, size_t at)
{
    while (at < in.n && in.p[at] == MARK_TAG)
        at++;
    return at;
}

/* The character at or behind `at`, tags passed over; 0 at the end. */
static uint32_t look(struct str in, size_t at)
{
    at = skip_tags(in, at);
    return utf8_next(in, &at);
}

/* --- quotes --- */

static uint32_t closer_of(uint32_t opener)
{
    return opener == GUILLEMET_OPEN ? GUILLEMET_CLOSE
           : opener == LOW_OPEN     ? HIGH_LEFT
                                    : HIGH_RIGHT;
}

static void put_open(struct typesetter *t, uint32_t opener)
{
    if (t->depth < QUOTES_MAX)
        t->closers[t->depth++] = closer_of(opener);
    put(t, opener);
}

static void put_close(struct typesetter *t, uint32_t closer)
{
    if (t->depth && t->closers[t->depth - 1] == closer)
        t->depth--;
    put(t, closer);
}

/* May a word begin behind this character? */
static bool is_opening(uint32_t c)
{
    switch (c) {
    case '(': case '[': case '{': case '/': case '-': case '=': case '+':
    case GUILLEMET_OPEN: case LOW_OPEN: case CHAR_EM_DASH: case CHAR_EN_DASH:
        return true;
    default:
        return char_is_blank(c);
    }
}

static bool is_closing(uint32_t c)
{
    switch (c) {
    case '.': case ',': case ';': case ':': case '!': case '?': case ')':
    case ']': case '}': case 0x2026:
        return true;
    default:
        return char_is_blank(c);
    }
}

static void straight_quote(struct typesetter *t, uint32_t next)
{
    uint32_t top = t->depth ? t->closers[t->depth - 1] : 0;
    bool word_next = char_is_letter(next) || char_is_digit(next)
                     || next == THING;
    bool opens = is_opening(t->prev) ? !is_closing(next)
                                     : !top && word_next
                                           && !char_is_digit(t->prev);
    if (opens)
        put_open(t, top == GUILLEMET_CLOSE ? LOW_OPEN : GUILLEMET_OPEN);
    else if (top && !char_is_blank(t->prev))
        put_close(t, top);
    else
        put(t, '"');
}

static void quote(struct typesetter *t, uint32_t c, uint32_t next)
{
    uint32_t top = t->depth ? t->closers[t->depth - 1] : 0;
    if (c == '"')
        straight_quote(t, next);
    else if (c == GUILLEMET_OPEN || c == LOW_OPEN
             || (c == HIGH_LEFT && top != HIGH_LEFT))
        put_open(t, c);
    else
        put_close(t, c);
}

/* --- dashes --- */

/* Length of `-`, `--`, `---` at `at` when a blank follows, or 0. */
static size_t hyphens(struct str in, size_t at)
{
    size_t n = 0;
    while (n < 4 && at + n < in.n && in.p[at + n] == '-')
        n++;
    if (n == 0 || n == 4 || at + n == in.n)
        return 0;
    uint32_t next = look(in, at + n);
    return next && char_is_blank(next) ? n : 0;
}

/* Does a dash between blanks begin at `at`, tags passed over? */
static bool dash_follows(struct str in, size_t at)
{
    at = skip_tags(in, at);
    if (hyphens(in, at))
        return true;
    size_t behind = at;
    uint32_t c = utf8_next(in, &behind);
    return (c == CHAR_EM_DASH || c == CHAR_EN_DASH)
           && char_is_blank(look(in, behind));
}

/* A year of our time at `at`, and no further digit behind it? */
static bool is_year(struct str s, size_t at)
{
    for (size_t i = 0; i < 4; i++)
        if (at + i >= s.n || !char_is_digit((uint8_t)s.p[at + i]))
            return false;
    return (str_starts(str_skip(s, at), S("19"))
            || str_starts(str_skip(s, at), S("20")))
           && !char_is_digit(look(s, at + 4));
}

/* Is the hyphen at `t->at` one between two years, the later one last? Numbers
 * of documents have more hyphens, or a stroke. */
static bool years_around(const struct typesetter *t)
{
    struct str put_out = buf_str(t->out);
    size_t behind = t->at + 1;

    if (t->digits_n != 4 || t->before == '-' || t->before == '/'
        || t->before == '.' || !is_year(t->in, behind)
        || !is_year(put_out, put_out.n - 4))
        return false;
    uint32_t next = look(t->in, behind + 4);
    return next != '-' && next != '/'
           && str_cmp(str_skip(put_out, put_out.n - 4),
                      str_sub(t->in, behind, behind + 4)) < 0;
}

/* --- blanks --- */

/* Prepositions, conjunctions and particles that lean on the next word. */
static bool leans(const struct typesetter *t)
{
    static const char one[] = "а в и к о с у";
    static const char two[] =
        "во да до за из ко на не ни но об от по со";
    struct str s = t->word_n == 1 ? (struct str){ one, sizeof one - 1 }
                                  : (struct str){ two, sizeof two - 1 };
    if (t->word_n < 1 || t->word_n > 2 || t->before == '-'
        || char_is_digit(t->before) || t->before == '.')
        return false;
    for (size_t at = 0; at < s.n;) {
        uint32_t first = utf8_next(s, &at);
        uint32_t second = t->word_n == 2 ? utf8_next(s, &at) : 0;
        utf8_next(s, &at);      /* the blank between */
        if (first == t->word[0] && (!second || second == t->word[1]))
            return true;
    }
    return false;
}

/* Exactly three digits at `at`? */
static bool three_digits(struct str in, size_t at)
{
    size_t n = 0;
    while (n < 4 && at + n < in.n && char_is_digit((uint8_t)in.p[at + n]))
        n++;
    return n == 3;
}

/* `8 (800) 555-35-35`: does a blank of a telephone number end at `behind`? */
static bool in_telephone(const struct typesetter *t, size_t behind)
{
    struct str left = str_skip(t->in, behind);
    size_t n = 0;

    if (t->digits_n == 1)
        return left.n > 1 && left.p[0] == '('
               && char_is_digit((uint8_t)left.p[1]);
    if (t->prev != ')' || t->out->n < 2
        || !char_is_digit((uint8_t)t->out->p[t->out->n - 2]))
        return false;
    while (n < left.n && char_is_digit((uint8_t)left.p[n]))
        n++;
    return n > 0 && n < left.n && left.p[n] == '-';
}

/* И. Киселева, с. Борки, п. 2; 2018 г. */
static bool shortened(const struct typesetter *t, size_t behind)
{
    uint32_t next = look(t->in, behind);

    if (t->digits_n == 4)
        return str_starts(str_skip(t->in, behind), S("г."));
    return t->initial && (is_opening(t->before) || t->before == '.')
           && (next == NUMERO || char_is_digit(next)
               || (char_is_letter(next) && lower(next) != next));
}

/* A single blank at `t->at`: does it hold its neighbours together? */
static bool blank_binds(const struct typesetter *t, size_t behind)
{
    uint32_t next = look(t->in, behind);
    if (char_is_blank(t->prev) || char_is_blank(next))
        return false;
    if (dash_follows(t->in, behind) || leans(t))
        return true;
    if (t->prev == NUMERO || in_telephone(t, behind) || shortened(t, behind))
        return true;
    if (t->digits_n && (next == '%' || next == 0x2030 || next == 0xB0))
        return true;
    return t->digits_n >= 1 && t->digits_n <= 3
           && three_digits(t->in, behind);
}

/* --- abbreviations --- */

/* Is it `т. е.`, `т. д.`, `н. э.`, `и. о.` and the like? */
static bool are_pair(uint32_t first, uint32_t second)
{
    static const char pairs[] = "тетдтптктнтотчнэио";
    static const struct str s = { pairs, sizeof pairs - 1 };
    for (size_t at = 0; at < s.n;) {
        uint32_t a = utf8_next(s, &at);
        uint32_t b = utf8_next(s, &at);
        if (a == lower(first) && b == second)
            return true;
    }
    return false;
}

/*
 * `т.е.` at `t->at`, with or without a blank inside: puts it out with a
 * no-break space and moves on.
 */
static bool abbreviation(struct typesetter *t)
{
    size_t at = t->at;
    uint32_t first = utf8_next(t->in, &at);
    if (first < 0x410 || char_is_letter(t->prev) || char_is_digit(t->prev)
        || t->prev == '-' || utf8_next(t->in, &at) != '.')
        return false;
    uint32_t second = utf8_next(t->in, &at);
    if (second == ' ' || second == '\n' || second == CHAR_NBSP)
        second = utf8_next(t->in, &at);
    if (!are_pair(first, second) || utf8_next(t->in, &at) != '.'
        || char_is_letter(look(t->in, at)))
        return false;
    put(t, first);
    put(t, '.');
    put(t, CHAR_NBSP);
    put(t, second);
    put(t, '.');
    t->at = at;
    return true;
}

/* --- the pass --- */

static bool is_quote(uint32_t c)
{
    return c == '"' || c == GUILLEMET_OPEN || c == GUILLEMET_CLOSE
           || c == LOW_OPEN || c == HIGH_LEFT || c == HIGH_RIGHT;
}

static void character(struct typesetter *t, uint32_t c, size_t behind)
{
    size_t dash = c == '-' ? hyphens(t->in, t->at) : 0;
    /* A hyphen that opens a block may mean anything; two are a dash. */
    if (dash && char_is_blank(t->prev) && (t->prev || dash > 1)) {
        put(t, CHAR_EM_DASH);
        behind = t->at + dash;
    } else if (c == '-' && years_around(t)) {
        put(t, CHAR_EN_DASH);
    } else if (is_quote(c)) {
        quote(t, c, look(t->in, behind));
    } else if ((c == ' ' || c == '\n') && blank_binds(t, behind)) {
        put(t, CHAR_NBSP);
    } else if (c == '%' && t->digits_n && look(t->in, behind) != '-') {
        put(t, CHAR_NBSP);
        put(t, c);
    } else if (c == NUMERO && char_is_digit(look(t->in, behind))) {
        put(t, c);
        put(t, CHAR_NBSP);
    } else {
        put(t, c);
    }
    t->at = behind;
}

void text_typeset(struct buf *out, struct str in)
{
    struct typesetter t = { .out = out, .in = in };
    while (t.at < in.n) {
        size_t behind = t.at;
        uint32_t c = utf8_next(in, &behind);
        if (c == (uint32_t)MARK_TAG || c == UTF8_BAD) {
            buf_add(out, str_sub(in, t.at, behind));
            t.at = behind;
        } else if (!abbreviation(&t)) {
            character(&t, c, behind);
        }
    }
}

void text_typography(struct buf *out, struct str plain)
{
    text_typeset(out, plain);
}
