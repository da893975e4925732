/*
 * str_inline: the bodies of str.h that stand in every inner loop: small
 * enough to be compiled where they are called, so that the length of a
 * literal costs nothing and adding a byte needs no call.
 *
 * Included by str.h only.
 */
#ifndef VITRINA_BASE_STR_INLINE_H
#define VITRINA_BASE_STR_INLINE_H

#include <string.h>

static inline struct str str_of(const char *text)
{
    return (struct str){ text, text ? strlen(text) : 0 };
}

static inline struct str buf_str(const struct buf *buf)
{
    return (struct str){ buf->p, buf->n };
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_is(struct str a, const char *b)
{
    return str_eq(a, str_of(b));
}

static inline struct str str_sub(struct str s, size_t from, size_t to)
{
    if (to > s.n)
        to = s.n;
    if (from > to)
        from = to;
    return (struct str){ s.p ? s.p + from : NULL, to - from };
}

static inline struct str str_skip(struct str s, size_t n)
{
    return str_sub(s, n, s.n);
}

static inline bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && str_eq((struct str){ s.p, prefix.n }, prefix);
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_eq(str_skip(s, s.n - suffix.n), suffix);
}

/* The rare case of buf_reserve: more memory. */
void buf_grow(struct buf *buf, size_t more);

static inline void buf_reserve(struct buf *buf, size_t more)
{
    if (more >= buf->cap - buf->n)      /* with room for the NUL */
        buf_grow(buf, more);
}

static inline void buf_add(struct buf *buf, struct str s)
{
    buf_reserve(buf, s.n);
    if (s.n)
        memcpy(buf->p + buf->n, s.p, s.n);
    buf->n += s.n;
    buf->p[buf->n] = '\0';
}

static inline void buf_addz(struct buf *buf, const char *text)
{
    buf_add(buf, str_of(text));
}

static inline void buf_char(struct buf *buf, char c)
{
    buf_reserve(buf, 1);
    buf->p[buf->n++] = c;
    buf->p[buf->n] = '\0';
}

/* The rest of utf8_next: three and four bytes, and what is invalid. */
uint32_t utf8_rare(struct str s, size_t *at);

static inline uint32_t utf8_next(struct str s, size_t *at)
{
    if (*at >= s.n)
        return 0;
    const unsigned char *p = (const unsigned char *)s.p + *at;
    if (p[0] < 0x80) {
        ++*at;
        return p[0];
    }
    if (p[0] >= 0xC2 && p[0] < 0xE0 && s.n - *at >= 2
        && (p[1] & 0xC0u) == 0x80u) {
        *at += 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    return utf8_rare(s, at);
}

#endif
