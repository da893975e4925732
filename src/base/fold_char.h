/*
 * fold_char: what one character is: its lower case, its class, its script,
 * its width.
 *
 * For the fold_*.c files; diag_quote.c asks for the width, search_word.c for
 * the lower case.
 */
#ifndef VITRINA_BASE_FOLD_CHAR_H
#define VITRINA_BASE_FOLD_CHAR_H

#include <stdbool.h>
#include <stdint.h>

enum fold_class {
    FOLD_LETTER,            /* letters, marks, numbers that are no digits */
    FOLD_DIGIT,             /* 0-9 */
    FOLD_BLANK,             /* blanks, punctuation, quotes, symbols, № */
    FOLD_NOTHING            /* apostrophes, invisible characters */
};

/* For what is neither ASCII nor Russian: ask the two functions below. */
enum fold_class fold_class_other(uint32_t code);
uint32_t fold_lower_other(uint32_t code);
/* An accented Latin letter without its accent, else the letter itself. */
uint32_t fold_base(uint32_t code);

/* Columns of a terminal that it takes: 0 (joined to the one before), 1, 2. */
int fold_width(uint32_t code);

static inline enum fold_class fold_class(uint32_t code)
{
    uint32_t low = code | 0x20;
    if ((code >= 0x400 && code < 0x460) || (low >= 'a' && low <= 'z'))
        return FOLD_LETTER;
    return code >= '0' && code <= '9' ? FOLD_DIGIT : fold_class_other(code);
}

/* Simple lower case; ё stays ё. */
static inline uint32_t fold_lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 0x20 : code;
    if (code >= 0x410 && code < 0x450)
        return code < 0x430 ? code + 0x20 : code;
    return fold_lower_other(code);
}

static inline bool fold_is_cyrillic(uint32_t code)
{
    return code >= 0x400 && code < 0x530;
}

static inline bool fold_is_latin(uint32_t code)
{
    uint32_t low = code | 0x20;
    return (low >= 'a' && low <= 'z')
           || (code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7);
}

/* ё and Ё as е and Е. */
static inline uint32_t fold_yo(uint32_t code)
{
    return code == 0x451 ? 0x435 : code == 0x401 ? 0x415 : code;
}

#endif
