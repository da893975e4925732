/*
 * str_utf8: strict UTF-8 (no surrogates, nothing overlong, nothing above
 * U+10FFFF); see str.h.
 *
 * For every folder.
 */
#include "base/str.h"

#include <string.h>

#define CODE_MAX 0x10FFFFu
#define CONTINUATION(byte) (((byte)&0xC0u) == 0x80u)
#define HIGH_BITS 0x8080808080808080u

/* Least code point that needs 2, 3, 4 bytes: below it, it is overlong. */
static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };

/* Bytes the sequence with this first byte should have, or 0. */
static size_t sequence_size(unsigned char byte)
{
    if (byte < 0x80)
        return 1;
    if (byte >= 0xC2 && byte < 0xE0)
        return 2;
    if (byte >= 0xE0 && byte < 0xF0)
        return 3;
    return byte >= 0xF0 && byte < 0xF5 ? 4 : 0;
}

/* Decodes at most `left` > 0 bytes; returns the size used, 0 when invalid. */
static size_t decode(const unsigned char *p, size_t left, uint32_t *code)
{
    size_t size = sequence_size(p[0]);
    if (size == 0 || size > left)
        return 0;
    if (size == 1) {
        *code = p[0];
        return 1;
    }
    uint32_t value = p[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if (!CONTINUATION(p[i]))
            return 0;
        value = value << 6 | (p[i] & 0x3Fu);
    }
    if (value < least[size] || value > CODE_MAX
        || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *code = value;
    return size;
}

uint32_t utf8_rare(struct str s, size_t *at)
{
    uint32_t code;
    size_t size = decode((const unsigned char *)s.p + *at, s.n - *at, &code);
    *at += size ? size : 1;
    return size ? code : UTF8_BAD;
}

void utf8_add(struct buf *buf, uint32_t code)
{
    char bytes[4];
    size_t n = 0;
    if (code > CODE_MAX || (code >= 0xD800 && code <= 0xDFFF))
        code = 0xFFFD;
    if (code < 0x80) {
        bytes[n++] = (char)code;
    } else if (code < 0x800) {
        bytes[n++] = (char)(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        bytes[n++] = (char)(0xE0 | code >> 12);
        bytes[n++] = (char)(0x80 | (code >> 6 & 0x3F));
    } else {
        bytes[n++] = (char)(0xF0 | code >> 18);
        bytes[n++] = (char)(0x80 | (code >> 12 & 0x3F));
        bytes[n++] = (char)(0x80 | (code >> 6 & 0x3F));
    }
    if (code >= 0x80)
        bytes[n++] = (char)(0x80 | (code & 0x3F));
    buf_add(buf, (struct str){ bytes, n });
}

size_t utf8_valid(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t at = 0;
    while (at < s.n) {
        uint64_t eight;
        if (s.n - at >= sizeof eight) {
            memcpy(&eight, p + at, sizeof eight);
            if ((eight & HIGH_BITS) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        /* Cyrillic is all pairs: a run of them costs two tests a letter. */
        while (s.n - at >= 2 && p[at] >= 0xC2 && p[at] < 0xE0
               && CONTINUATION(p[at + 1]))
            at += 2;
        if (at == s.n)
            break;
        uint32_t code;
        size_t size = decode(p + at, s.n - at, &code);
        if (size == 0)
            return at;
        at += size;
    }
    return s.n;
}

size_t utf8_length(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += !CONTINUATION((unsigned char)s.p[i]);
    return n;
}
