/*
 * png_read: reads a PNG with a palette back, and fails the test when it holds
 * anything but the picture: no date, no text.
 */
#ifndef VITRINA_TESTS_PNG_READ_H
#define VITRINA_TESTS_PNG_READ_H

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

struct png_read {
    size_t width, height, colours;
    uint32_t palette[256];
    unsigned char *indexes;     /* rows, each with its filter in front */
};

static inline uint32_t png_32(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;

    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 |
           b[3];
}

/* One chunk off the front of `rest`; its checksum must be right. */
static inline struct str png_chunk(struct str *rest, const char *name)
{
    struct str data;

    assert_true(rest->n >= 12);
    data = str_sub(*rest, 8, 8 + png_32(rest->p));
    assert_memory_equal(rest->p + 4, name, 4);
    assert_int_equal(png_32(data.p + data.n),
                     crc32(0, (const Bytef *)rest->p + 4,
                           (uInt)(data.n + 4)));
    *rest = str_skip(*rest, data.n + 12);
    return data;
}

static inline struct png_read png_read(struct str file)
{
    struct png_read png = {0};
    struct str data;
    uLong n;

    assert_true(file.n > 8);
    assert_memory_equal(file.p, "\x89PNG\r\n\x1a\n", 8);
    file = str_skip(file, 8);
    data = png_chunk(&file, "IHDR");
    assert_int_equal(data.n, 13);
    png.width = png_32(data.p);
    png.height = png_32(data.p + 4);
    assert_memory_equal(data.p + 8, "\x08\x03\0\0\0", 5);
    data = png_chunk(&file, "PLTE");
    png.colours = data.n / 3;
    for (size_t i = 0; i < png.colours; i++)
        png.palette[i] = png_32(data.p + 3 * i) >> 8;
    data = png_chunk(&file, "IDAT");
    n = (uLong)((png.width + 1) * png.height);
    png.indexes = mem_alloc(n);
    assert_int_equal(uncompress(png.indexes, &n, (const Bytef *)data.p,
                                (uLong)data.n), Z_OK);
    assert_int_equal(n, (png.width + 1) * png.height);
    assert_int_equal(png_chunk(&file, "IEND").n, 0);
    assert_int_equal(file.n, 0);
    return png;
}

static inline uint32_t png_at(const struct png_read *png, size_t x, size_t y)
{
    const unsigned char *row = png->indexes + y * (png->width + 1);

    assert_int_equal(row[0], 0);
    assert_true(row[1 + x] < png->colours);
    return png->palette[row[1 + x]];
}

/* Does any pixel of the rectangle differ from its first? */
static inline bool png_is_drawn(const struct png_read *png, size_t x0,
                                size_t y0, size_t x1, size_t y1)
{
    for (size_t y = y0; y < y1; y++)
        for (size_t x = x0; x < x1; x++)
            if (png_at(png, x, y) != png_at(png, x0, y0))
                return true;
    return false;
}

static inline void png_read_free(struct png_read *png)
{
    free(png->indexes);
}

#endif
