/*
 * fold: lower case and the key under which names are found; see fold.h. NFC
 * is in fold_char.c, order in fold_order.c, the rest in fold_word.c.
 *
 * For every folder.
 */
#include "base/fold.h"

#include "base/fold_char.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define SMALL 256

/* Lower case never needs more than three bytes for two. */
#define GROWTH(n) ((n) / 2 * 3 + 4)

static char *put_code(char *to, uint32_t code)
{
    if (code < 0x80) {
        *to++ = (char)code;
        return to;
    }
    if (code < 0x800) {
        *to++ = (char)(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        *to++ = (char)(0xE0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
    } else {
        *to++ = (char)(0xF0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 0x3F));
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
    }
    *to++ = (char)(0x80 | (code & 0x3F));
    return to;
}

/* The first byte that fold_case changes, or s.n. */
static size_t first_change(struct str s)
{
    size_t at = 0;
    while (at < s.n) {
        size_t before = at;
        uint32_t code = utf8_next(s, &at);
        if (code != UTF8_BAD && fold_lower(fold_yo(code)) != code)
            return before;
    }
    return s.n;
}

struct str fold_case(struct arena *arena, struct str s)
{
    char small[SMALL];
    size_t at = first_change(s);
    if (at == s.n)
        return s;
    size_t room = GROWTH(s.n);
    char *lower = room <= sizeof small ? small : mem_alloc(room);
    char *to = (char *)memcpy(lower, s.p, at) + at;
    while (at < s.n) {
        size_t before = at;
        uint32_t code = utf8_next(s, &at);
        if (code == UTF8_BAD)
            *to++ = s.p[before];
        else
            to = put_code(to, fold_lower(fold_yo(code)));
    }
    struct str result = str_copy(
        arena, (struct str){ lower, (size_t)(to - lower) });
    if (lower != small)
        free(lower);
    return result;
}

/* --- the key --- */

/* Letters that look alike: as found in Latin, Cyrillic in their place. */
static const struct pair {
    uint32_t latin, cyrillic;
} alike[] = {
    { 'A', 0x410 }, { 'B', 0x412 }, { 'C', 0x421 }, { 'E', 0x415 },
    { 'H', 0x41D }, { 'K', 0x41A }, { 'M', 0x41C }, { 'O', 0x41E },
    { 'P', 0x420 }, { 'T', 0x422 }, { 'X', 0x425 }, { 'Y', 0x423 },
    { 'a', 0x430 }, { 'c', 0x441 }, { 'e', 0x435 }, { 'k', 0x43A },
    { 'o', 0x43E }, { 'p', 0x440 }, { 'x', 0x445 }, { 'y', 0x443 },
};

static uint32_t as_cyrillic(uint32_t code)
{
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (alike[i].latin == code)
            return alike[i].cyrillic;
    return 0;
}

static uint32_t as_latin(uint32_t code)
{
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (alike[i].cyrillic == code)
            return alike[i].latin;
    return 0;
}

/* Code points in their own case; blanks and their like are single ' '
 * between words, never at an end, and one stands between letters and digits
 * («СОШ3» is «СОШ 3»). */
struct codes {
    uint32_t *at;
    size_t n;
    bool cyrillic, latin;   /* has such a letter somewhere */
};

static void read_codes(struct codes *codes, struct str s)
{
    bool gap = false, digit = false;
    size_t at = 0;
    while (at < s.n) {
        uint32_t code = utf8_next(s, &at);
        enum fold_class class = fold_class(code);
        if (class == FOLD_NOTHING)
            continue;
        if (class == FOLD_BLANK) {
            gap = codes->n > 0;
            continue;
        }
        if (gap || (codes->n > 0 && digit != (class == FOLD_DIGIT)))
            codes->at[codes->n++] = ' ';
        gap = false;
        digit = class == FOLD_DIGIT;
        codes->at[codes->n++] = fold_yo(code);
        codes->cyrillic |= fold_is_cyrillic(code);
        codes->latin |= fold_is_latin(code);
    }
}

/* Letters of one word: Latin ones, and those of each script without a twin
 * in the other. */
struct scripts {
    size_t latin, strange_latin, strange_cyrillic;
};

static struct scripts count_scripts(const uint32_t *word, size_t n)
{
    struct scripts count = {0};
    for (size_t i = 0; i < n; i++) {
        if (fold_is_cyrillic(word[i])) {
            count.strange_cyrillic += !as_latin(word[i]);
        } else if (fold_is_latin(word[i])) {
            count.latin++;
            count.strange_latin += !as_cyrillic(word[i]);
        }
    }
    return count;
}

/*
 * A word of both scripts belongs to the one that can spell all of it. A word
 * of Latin twins only is Cyrillic too, because the text around it is (5 A,
 * с. Тербуны typed with a Latin c); a Latin text does not come here.
 */
static void unite_scripts(uint32_t *word, size_t n)
{
    struct scripts count = count_scripts(word, n);
    bool to_cyrillic = count.strange_latin == 0;
    bool to_latin = !to_cyrillic && count.strange_cyrillic == 0;
    if (count.latin == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        uint32_t twin = to_cyrillic ? as_cyrillic(word[i])
                        : to_latin  ? as_latin(word[i])
                                    : 0;
        if (twin)
            word[i] = twin;
    }
}

/*
 * Letters that stand for № at the start of a word: N, No, Nº, with a Latin
 * or Cyrillic o; 0 when they are not that. It must be followed by a digit,
 * at once or as the next word.
 */
static size_t number_sign(const struct codes *codes, size_t from, size_t end)
{
    const uint32_t *word = codes->at + from;
    size_t n = end - from;
    if (n == 0 || fold_lower(word[0]) != 'n')
        return 0;
    size_t sign = 1;
    if (n > 1 && (fold_lower(word[1]) == 'o' || word[1] == 0xBA
                  || fold_lower(word[1]) == 0x43E))
        sign = 2;
    size_t next = from + sign;
    if (sign == n && next < codes->n)
        next++;
    return next < codes->n && fold_class(codes->at[next]) == FOLD_DIGIT
               ? sign
               : 0;
}

static char *put_words(char *to, struct codes *codes)
{
    const char *start = to;
    for (size_t from = 0, end; from < codes->n; from = end + 1) {
        for (end = from; end < codes->n && codes->at[end] != ' '; end++)
            ;
        size_t skip = number_sign(codes, from, end);
        if (from + skip == end)
            continue;
        if (codes->latin && codes->cyrillic)
            unite_scripts(codes->at + from + skip, end - from - skip);
        if (to > start)
            *to++ = ' ';
        for (size_t i = from + skip; i < end; i++)
            to = put_code(to, fold_lower(codes->at[i]));
    }
    return to;
}

struct str fold_key(struct arena *arena, struct str s)
{
    uint32_t small_codes[SMALL * 2];
    char small_text[SMALL * 3];
    s = fold_nfc(arena, s);
    bool small = s.n <= SMALL;
    struct codes codes = {
        small ? small_codes : mem_alloc(s.n * 2 * sizeof(uint32_t)), 0,
        false, false,
    };
    read_codes(&codes, s);
    /* The worst case is a Latin letter that becomes a Cyrillic one, with a
     * gap beside it. */
    char *text = small ? small_text : mem_alloc(s.n * 3);
    char *end = put_words(text, &codes);
    struct str key = str_copy(
        arena, (struct str){ text, (size_t)(end - text) });
    if (!small) {
        free(codes.at);
        free(text);
    }
    return key;
}
