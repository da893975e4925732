/*
 * search_word: see search_word.h.
 *
 * For search*.c.
 */
#include "render/search_word.h"

#include "base/fold_char.h"
#include "base/stem.h"

#define CAPITALS_MAX 6      /* letters of an abbreviation; more is shouting */

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Stress mark, soft hyphen, what has no width: not there for search. */
static bool is_nothing(uint32_t code)
{
    return code == 0x301 || code == 0xAD || (code >= 0x200B && code <= 0x200D)
           || code == 0x2060 || code == 0xFEFF;
}

static bool is_letter(uint32_t code)
{
    if (code >= 0x400 && code < 0x460)
        return true;
    if (code < 0x80)
        return is_digit(code) || (code >= 'a' && code <= 'z') ||
               (code >= 'A' && code <= 'Z');
    return code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7 &&
           code != 0x301;
}

static uint32_t peek(struct str text, size_t at)
{
    return utf8_next(text, &at);
}

/* Between thousands: NBSP, thin spaces. */
static bool is_thin(uint32_t code)
{
    return code == 0xA0 || code == 0x202F || code == 0x2009;
}

static void add_code(struct search_walk *walk, uint32_t code)
{
    size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    char *to = walk->word + walk->n;

    if (walk->n + n > sizeof walk->word) {
        walk->n = sizeof walk->word + 1;        /* too long */
        return;
    }
    walk->n += n;
    if (n == 1) {
        to[0] = (char)code;
    } else if (n == 2) {
        to[0] = (char)(0xC0 | code >> 6);
        to[1] = (char)(0x80 | (code & 0x3F));
    } else {
        to[0] = (char)(0xE0 | code >> 12);
        to[1] = (char)(0x80 | (code >> 6 & 0x3F));
        to[2] = (char)(0x80 | (code & 0x3F));
    }
}

/* Moves behind the run of letters at `walk->at`. */
static void take_run(struct search_walk *walk)
{
    size_t letters = 0, capitals = 0, digits = 0;

    for (;;) {
        size_t next = walk->at;
        uint32_t code = utf8_next(walk->text, &next);

        if (code != UTF8_BAD && is_letter(code)) {
            uint32_t lower = fold_lower(code);

            letters++;
            digits += is_digit(code);
            capitals += lower != code;
            if (walk->n <= sizeof walk->word)
                add_code(walk, fold_yo(lower));
        } else if (!is_nothing(code)) {
            break;
        }
        walk->at = next;
    }
    walk->digits = digits > 0;
    walk->capitals = letters > 1 && letters <= CAPITALS_MAX &&
                     capitals == letters;
}

static size_t digits_at(struct str text, size_t at)
{
    size_t n = 0;

    while (at + n < text.n && is_digit((unsigned char)text.p[at + n]))
        n++;
    return n;
}

static bool ends_run(struct str text, size_t at)
{
    uint32_t code = peek(text, at);

    return code == UTF8_BAD || (!is_letter(code) && !is_nothing(code));
}

static void add_digits(struct search_walk *walk, size_t at, size_t n)
{
    for (size_t i = 0; i < n && walk->n < sizeof walk->word; i++)
        walk->word[walk->n++] = walk->text.p[at + i];
    walk->at = at + n;
}

/* 1 234 567: the groups behind the first. */
static void take_thousands(struct search_walk *walk)
{
    for (;;) {
        size_t at = walk->at;

        if (!is_thin(utf8_next(walk->text, &at)) ||
            digits_at(walk->text, at) != 3 ||
            !ends_run(walk->text, at + 3))
            return;
        add_digits(walk, at, 3);
    }
}

static bool is_point(struct str text, size_t at)
{
    return at < text.n && (text.p[at] == ',' || text.p[at] == '.');
}

/* 62,5, but not 1.2.3 nor 3.5a. */
static void take_decimals(struct search_walk *walk)
{
    size_t at = walk->at + 1, n;

    if (!is_point(walk->text, walk->at))
        return;
    n = digits_at(walk->text, at);
    if (n == 0 || !ends_run(walk->text, at + n) ||
        (is_point(walk->text, at + n) &&
         !ends_run(walk->text, at + n + 1)) ||
        walk->n >= sizeof walk->word)
        return;
    walk->word[walk->n++] = ',';
    add_digits(walk, at, n);
}

static bool only_digits(const struct search_walk *walk)
{
    if (walk->n > sizeof walk->word)        /* too long to be a word */
        return false;
    for (size_t i = 0; i < walk->n; i++)
        if (!is_digit((unsigned char)walk->word[i]))
            return false;
    return true;
}

bool search_word_next(struct search_walk *walk)
{
    for (;;) {
        size_t start = walk->at;
        uint32_t code = utf8_next(walk->text, &walk->at);
        bool joined;

        if (code == 0 && start >= walk->text.n)
            return false;
        if (code == UTF8_BAD || !is_letter(code))
            continue;
        joined = start > 0 && start == walk->end + 1 &&
                 is_point(walk->text, walk->end);
        walk->at = start;
        walk->n = 0;
        take_run(walk);
        if (walk->digits && !joined && only_digits(walk)) {
            if (walk->n <= 3)
                take_thousands(walk);
            take_decimals(walk);
        }
        walk->end = walk->at;
        if (walk->n > 0 && walk->n <= sizeof walk->word)
            return true;
    }
}

void search_stems(struct buf *out, struct stemmer *stemmer, struct str text)
{
    struct search_walk walk = { .text = text };
    size_t start = out->n;

    while (search_word_next(&walk)) {
        struct str word = search_word(&walk);

        if (out->n > start)
            buf_char(out, ' ');
        buf_add(out, walk.digits || walk.capitals
                         ? word : stem_word(stemmer, word));
    }
}
