/*
 * str_buf: the growing texts of str.h.
 *
 * For every folder.
 */
#include "base/mem.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUF_FIRST 256

void buf_free(struct buf *buf)
{
    free(buf->p);
    *buf = (struct buf){0};
}

void buf_clear(struct buf *buf)
{
    buf->n = 0;
    if (buf->p)
        buf->p[0] = '\0';
}

void buf_grow(struct buf *buf, size_t more)
{
    if (more > SIZE_MAX / 4 || buf->n > SIZE_MAX / 4)
        abort();
    size_t cap = buf->cap ? buf->cap : BUF_FIRST;
    while (cap - buf->n <= more)
        cap *= 2;
    buf->p = mem_realloc(buf->p, cap);
    buf->cap = cap;
    buf->p[buf->n] = '\0';
}

void buf_int(struct buf *buf, int64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (value < 0)
        buf_char(buf, '-');
    buf_add(buf, (struct str){ digits + at, sizeof digits - at });
}

void buf_addf(struct buf *buf, const char *format, ...)
{
    va_list args;
    buf_reserve(buf, BUF_FIRST / 2);
    va_start(args, format);
    int n = vsnprintf(buf->p + buf->n, buf->cap - buf->n, format, args);
    va_end(args);
    if (n < 0)
        abort();
    if ((size_t)n >= buf->cap - buf->n) {
        buf_reserve(buf, (size_t)n);
        va_start(args, format);
        vsnprintf(buf->p + buf->n, buf->cap - buf->n, format, args);
        va_end(args);
    }
    buf->n += (size_t)n;
}

struct str buf_take(struct buf *buf, struct arena *arena)
{
    struct str text = str_copy(arena, buf_str(buf));
    buf_clear(buf);
    return text;
}
