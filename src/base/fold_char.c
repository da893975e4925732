/*
 * fold_char: classes and case of characters, NFC; see fold_char.h, fold.h.
 * The only file that knows utf8proc.
 *
 * For every folder.
 *
 * ASCII and Russian, nearly all there is, are decided without the library.
 */
#include "base/fold_char.h"

#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <utf8proc.h>

uint32_t fold_lower_other(uint32_t code)
{
    if (code >= 0x400 && code < 0x410)
        return code + 0x50;
    if (code >= 0x450 && code < 0x460)
        return code;
    if (code > 0x10FFFF)
        return code;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

int fold_width(uint32_t code)
{
    if (code >= 0x20 && code < 0x7F)
        return 1;
    return code > 0x10FFFF ? 1 : utf8proc_charwidth((utf8proc_int32_t)code);
}

/* Quotes of single words, apostrophes, the modifier letter apostrophe. */
static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == '`' || code == 0xB4 || code == 0x2BC
           || (code >= 0x2018 && code <= 0x201B);
}

static enum fold_class class_of_category(uint32_t code)
{
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_CF:
        return FOLD_NOTHING;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return FOLD_LETTER;
    default:
        return FOLD_BLANK;
    }
}

enum fold_class fold_class_other(uint32_t code)
{
    if (is_apostrophe(code))
        return FOLD_NOTHING;
    /* Quotes and № are the bulk of what comes here. */
    if (code < 0x80 || code > 0x10FFFF || code == 0xAB || code == 0xBB
        || code == 0x2116)
        return FOLD_BLANK;
    return class_of_category(code);
}

uint32_t fold_base(uint32_t code)
{
    utf8proc_int32_t parts[8];
    int last = 0;
    if (code < 0xC0 || !fold_is_latin(code))
        return code;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)code, parts, 8, UTF8PROC_DECOMPOSE, &last);
    return n > 0 ? (uint32_t)parts[0] : code;
}

/*
 * Length of the character at `p` when it is certainly left alone by NFC
 * whatever stands around it, else 0. Covers what Russian texts consist of:
 * code points below U+0300, Cyrillic but its combining signs, the common
 * part of U+2000..U+20BF, №, −, ≤, ≥.
 */
static size_t surely_nfc(const unsigned char *p, size_t left)
{
    if (p[0] < 0x80)
        return 1;
    if (left < 2 || p[0] < 0xC2)
        return 0;
    if (p[0] < 0xCC || p[0] == 0xD0 || p[0] == 0xD1 || p[0] == 0xD3)
        return 2;
    if (p[0] == 0xD2)
        return p[1] >= 0x8A ? 2 : 0;
    if (left < 3 || p[0] != 0xE2)
        return 0;
    bool plain = (p[1] == 0x80 && p[2] >= 0x82) || p[1] == 0x82
                 || (p[1] == 0x84 && p[2] == 0x96)
                 || (p[1] == 0x88 && p[2] == 0x92)
                 || (p[1] == 0x89 && (p[2] == 0xA4 || p[2] == 0xA5));
    return plain ? 3 : 0;
}

static bool is_surely_nfc(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    for (size_t at = 0, n; at < s.n; at += n)
        if ((n = surely_nfc(p + at, s.n - at)) == 0)
            return false;
    return true;
}

struct str fold_nfc(struct arena *arena, struct str s)
{
    if (is_surely_nfc(s))
        return s;
    utf8proc_uint8_t *p = NULL;
    utf8proc_ssize_t n = utf8proc_map(
        (const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &p,
        UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n == UTF8PROC_ERROR_NOMEM)
        abort();
    /* Invalid UTF-8 is reported where it is read; here it stays. */
    if (n < 0)
        return s;
    struct str nfc = { (const char *)p, (size_t)n };
    struct str result = str_eq(nfc, s) ? s : str_copy(arena, nfc);
    free(p);
    return result;
}
