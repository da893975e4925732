/*
 * hyphen: see hyphen.h.
 */
#include "base/hyphen.h"

#include "base/fold_char.h"

#include <stdbool.h>
#include <string.h>

#define LONG 16         /* letters: a wide heading on a narrow phone */
#define EDGE 3          /* letters that stay together at either end */
#define WORD_MAX 64
#define SOFT "\u00ad"

/* A vowel (V), a consonant (C), й ь ъ (X); 0 for all other characters. */
static char kind_of(uint32_t code)
{
    static const uint32_t vowels[] = {
        0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0x451,
    };

    code = fold_lower(code);
    for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
        if (code == vowels[i])
            return 'V';
    if (code == 0x439 || code == 0x44A || code == 0x44C)
        return 'X';
    return code >= 0x430 && code <= 0x44F ? 'C' : '\0';
}

/* Do letters of these kinds stand around the end of `left` letters? */
static bool around(const char *kinds, size_t n, size_t at, const char *left,
                   const char *right)
{
    size_t before = strlen(left), behind = strlen(right);

    return at >= before && at + behind <= n &&
           memcmp(kinds + at - before, left, before) == 0 &&
           memcmp(kinds + at, right, behind) == 0;
}

/* May the word be divided before its letter `at`? */
static bool divides(const char *kinds, size_t n, size_t at)
{
    static const struct { const char *left, *right; } rules[] = {
        { "V", "V" }, { "VC", "CV" }, { "CV", "CV" }, { "VC", "CCV" },
        { "VCC", "CCV" },
    };

    if (at < EDGE || at + EDGE > n || kinds[at] == 'X')
        return false;
    if (kinds[at - 1] == 'X')
        return true;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (around(kinds, n, at, rules[i].left, rules[i].right))
            return true;
    return false;
}

/* `word`: letters of two bytes each. */
static void put_word(struct buf *out, struct str word)
{
    char kinds[WORD_MAX];
    size_t n = word.n / 2, at = 0;

    if (n < LONG || n > WORD_MAX) {
        buf_add(out, word);
        return;
    }
    for (size_t i = 0; i < n; i++)
        kinds[i] = kind_of(utf8_next(word, &at));
    for (size_t i = 0; i < n; i++) {
        if (divides(kinds, n, i))
            buf_addz(out, SOFT);
        buf_add(out, str_sub(word, 2 * i, 2 * i + 2));
    }
}

/* Behind the Russian letters at `at`. */
static size_t word_end(struct str text, size_t at)
{
    for (size_t next = at; at < text.n; at = next)
        if (kind_of(utf8_next(text, &next)) == '\0')
            break;
    return at;
}

struct str hyphen_soft(struct arena *arena, struct str text)
{
    struct buf out = {0};

    if (str_find(text, S(SOFT)) >= 0)
        return text;
    for (size_t at = 0; at < text.n;) {
        size_t end = word_end(text, at), next = end;

        put_word(&out, str_sub(text, at, end));
        utf8_next(text, &next);
        buf_add(&out, str_sub(text, end, next));
        at = next;
    }
    if (out.n > text.n)
        text = str_copy(arena, buf_str(&out));
    buf_free(&out);
    return text;
}
