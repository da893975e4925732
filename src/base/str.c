/*
 * str: slices and their copies in an arena; see str.h. Buffers are in
 * str_buf.c, UTF-8 in str_utf8.c, escapes in str_escape.c, the smallest
 * functions in str_inline.h.
 *
 * For every folder.
 */
#include "base/str.h"

#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Formatted texts are rarely longer: names, addresses. */
#define FORMAT_USUAL 256

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order)
        return order;
    return (a.n > b.n) - (a.n < b.n);
}

ptrdiff_t str_find(struct str s, struct str what)
{
    if (what.n == 0)
        return 0;
    size_t at = 0;
    while (what.n <= s.n - at) {
        const char *hit = memchr(s.p + at, what.p[0], s.n - at - what.n + 1);
        if (!hit)
            break;
        if (memcmp(hit, what.p, what.n) == 0)
            return hit - s.p;
        at = (size_t)(hit - s.p) + 1;
    }
    return -1;
}

ptrdiff_t str_find_char(struct str s, char c)
{
    const char *hit = s.n ? memchr(s.p, c, s.n) : NULL;
    return hit ? hit - s.p : -1;
}

static bool ascii_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The blanks that people paste: U+00A0, U+2000..U+200A, U+202F and the byte
 * order mark. Is one of them at `p`? Its length, or 0. */
static size_t wide_blank(const char *p, size_t n)
{
    const unsigned char *c = (const unsigned char *)p;
    if (n >= 2 && c[0] == 0xC2 && c[1] == 0xA0)
        return 2;
    if (n >= 3 && c[0] == 0xE2 && c[1] == 0x80
        && ((c[2] >= 0x80 && c[2] <= 0x8A) || c[2] == 0xAF))
        return 3;
    return n >= 3 && c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF ? 3 : 0;
}

static size_t blank_at_start(struct str s)
{
    if ((unsigned char)s.p[0] < 0x80)
        return ascii_blank(s.p[0]);
    return wide_blank(s.p, s.n);
}

static size_t blank_at_end(struct str s)
{
    const char *end = s.p + s.n;
    if ((unsigned char)end[-1] < 0x80)
        return ascii_blank(end[-1]);
    if (s.n >= 2 && wide_blank(end - 2, 2) == 2)
        return 2;
    return s.n >= 3 && wide_blank(end - 3, 3) == 3 ? 3 : 0;
}

struct str str_trim(struct str s)
{
    size_t n;
    while (s.n && (n = blank_at_start(s)) > 0)
        s = str_skip(s, n);
    while (s.n && (n = blank_at_end(s)) > 0)
        s.n -= n;
    return s;
}

struct str str_cut(struct str *rest, char sep)
{
    struct str all = *rest;
    const char *hit = all.n ? memchr(all.p, sep, all.n) : NULL;
    if (!hit) {
        *rest = (struct str){ NULL, 0 };
        return all;
    }
    size_t at = (size_t)(hit - all.p);
    *rest = (struct str){ hit + 1, all.n - at - 1 };
    return (struct str){ all.p, at };
}

char *str_z(struct arena *arena, struct str s)
{
    char *p = arena_take(arena, s.n + 1);
    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return p;
}

struct str str_copy(struct arena *arena, struct str s)
{
    return (struct str){ str_z(arena, s), s.n };
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    char text[FORMAT_USUAL];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n < 0)
        abort();
    if ((size_t)n < sizeof text)
        return str_copy(arena, (struct str){ text, (size_t)n });
    char *p = arena_take(arena, (size_t)n + 1);
    va_start(args, format);
    vsnprintf(p, (size_t)n + 1, format, args);
    va_end(args);
    return (struct str){ p, (size_t)n };
}

struct str str_join(struct arena *arena, const struct str *parts, size_t n,
                    struct str between)
{
    size_t size = 0;
    for (size_t i = 0; i < n; i++)
        size += parts[i].n + (i ? between.n : 0);
    char *p = arena_alloc(arena, size + 1);
    char *to = p;
    for (size_t i = 0; i < n; i++) {
        struct str gap = i ? between : (struct str){ NULL, 0 };
        if (gap.n)
            to = (char *)memcpy(to, gap.p, gap.n) + gap.n;
        if (parts[i].n)
            to = (char *)memcpy(to, parts[i].p, parts[i].n) + parts[i].n;
    }
    return (struct str){ p, size };
}
