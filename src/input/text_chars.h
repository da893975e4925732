/*
 * text_chars: kinds of characters that typography and bare addresses tell
 * apart.
 *
 * For text_*.c only.
 */
#ifndef VITRINA_INPUT_TEXT_CHARS_H
#define VITRINA_INPUT_TEXT_CHARS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define CHAR_NBSP 0x00A0u
#define CHAR_NARROW_NBSP 0x202Fu
#define CHAR_EM_DASH 0x2014u
#define CHAR_EN_DASH 0x2013u

/*
 * Marks that stand for what is not text while a block is typeset: removed
 * from the text itself before, as all control characters are.
 */
#define MARK_TAG '\x01'     /* a tag: as if nothing stood there */
#define MARK_THING '\x02'   /* code, an image, an address: like a word */
#define MARK_BREAK '\x03'   /* a hard line break: like a blank */

static inline bool char_is_mark(char c)
{
    return c >= MARK_TAG && c <= MARK_BREAK;
}

static inline bool char_is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Latin and Cyrillic letters, Greek, and combining accents within words. */
static inline bool char_is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
           || (c >= 0x300 && c <= 0x36F) || (c >= 0x370 && c <= 0x52F);
}

/* A blank of any kind, the edge of the text (0) included. */
static inline bool char_is_blank(uint32_t c)
{
    return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == CHAR_NBSP
           || c == CHAR_NARROW_NBSP || (c >= 0x2000 && c <= 0x200B)
           || c == (uint32_t)MARK_BREAK;
}

/* Control characters that HTML forbids. */
static inline bool char_is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F)
           || c == 0xFFFE || c == 0xFFFF;
}

#endif
