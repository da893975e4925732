/*
 * png: a picture with a palette (PNG, W3C Recommendation, colour type 3). See
 * png.h.
 *
 * Few colours and flat grounds: a third of the size of true colour, and a
 * fraction of the time. The level of compression is a constant, so the bytes
 * depend on the pixels and the version of zlib alone.
 */
#include "chart/png.h"

#include "base/mem.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define LEVEL 6
#define COLOURS 256
#define FINE 5                  /* bits of each channel that tell bins apart */
#define JOINED 3                /* and edges of letters: some eight steps */
#define GROUND 64               /* a ground is that part of the picture */

/* Colours that begin with the same bits: the one that most of them are, if
 * any is (a majority vote), which flat colours always win. */
struct bin {
    uint32_t colour;
    int64_t votes;
    uint8_t index;
    bool used;
};

/* Grounds keep their colours; the others, which are edges of letters, are
 * joined by their first bits. */
struct palette {
    struct bin *bins;           /* by the first FINE bits */
    struct bin *joined;
    uint32_t colours[COLOURS];
    size_t n;
};

static size_t bin_of(uint32_t pixel, unsigned bits)
{
    unsigned drop = 8 - bits;
    size_t r = (pixel >> 16 & 0xff) >> drop, g = (pixel >> 8 & 0xff) >> drop,
           b = (pixel & 0xff) >> drop;

    return (r << bits | g) << bits | b;
}

/* `n` pixels of one colour. */
static void vote(struct bin *bin, uint32_t colour, int64_t n)
{
    bin->used = true;
    bin->votes += bin->colour == colour ? n : -n;
    if (bin->votes <= 0) {
        bin->colour = colour;
        bin->votes = -bin->votes;
    }
}

/* Takes the colour in, or as that of more pixels. */
static void add_colour(struct palette *p, struct bin *as,
                       const struct bin *from)
{
    if (!as->used) {
        as->index = (uint8_t)p->n++;
        as->used = true;
        as->votes = -1;
    }
    if (from->votes > as->votes) {
        as->votes = from->votes;
        p->colours[as->index] = from->colour;
    }
}

/* False: more colours than a palette has. */
static bool choose(struct palette *p, size_t pixels, unsigned bits)
{
    memset(p->joined, 0, ((size_t)1 << 3 * bits) * sizeof *p->joined);
    p->n = 0;
    for (size_t i = 0; i < (size_t)1 << 3 * FINE; i++) {
        struct bin *bin = &p->bins[i], alone = {0};
        bool ground = (size_t)bin->votes * GROUND >= pixels;
        struct bin *as = ground ? &alone
                                : &p->joined[bin_of(bin->colour, bits)];
        if (!bin->used)
            continue;
        if (!as->used && p->n == COLOURS)
            return false;
        add_colour(p, as, bin);
        bin->index = as->index;
    }
    return true;
}

static void collect(struct palette *p, const uint32_t *pixels, size_t width,
                    size_t height, size_t stride)
{
    for (size_t y = 0; y < height; y++) {
        const uint32_t *row = pixels + y * stride;
        size_t next;

        /* Most pixels are as the one before. */
        for (size_t x = 0; x < width; x = next) {
            for (next = x + 1; next < width && row[next] == row[x];)
                next++;
            vote(&p->bins[bin_of(row[x], FINE)], row[x] & 0xffffff,
                 (int64_t)(next - x));
        }
    }
    for (unsigned bits = JOINED; !choose(p, width * height, bits);)
        bits--;
}

/* --- the file --- */

static void put_32(struct buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(out, (char)(value >> shift & 0xff));
}

static void put_chunk(struct buf *out, const char *name, struct str data)
{
    uLong crc;
    size_t from;

    put_32(out, (uint32_t)data.n);
    from = out->n;
    buf_addz(out, name);
    buf_add(out, data);
    crc = crc32_z(0, (const Bytef *)out->p + from, out->n - from);
    put_32(out, (uint32_t)crc);
}

static void put_header(struct buf *out, size_t width, size_t height)
{
    struct buf data = {0};

    put_32(&data, (uint32_t)width);
    put_32(&data, (uint32_t)height);
    buf_add(&data, (struct str){"\x08\x03\0\0\0", 5});  /* palette, 8 bits */
    put_chunk(out, "IHDR", buf_str(&data));
    buf_free(&data);
}

static void put_palette(struct buf *out, const struct palette *p)
{
    struct buf data = {0};

    for (size_t i = 0; i < p->n; i++)
        for (int shift = 16; shift >= 0; shift -= 8)
            buf_char(&data, (char)(p->colours[i] >> shift & 0xff));
    put_chunk(out, "PLTE", buf_str(&data));
    buf_free(&data);
}

static void put_pixels(struct buf *out, const struct palette *p,
                       const uint32_t *pixels, size_t width, size_t height,
                       size_t stride)
{
    size_t raw_n = (width + 1) * height;
    uLong packed_n = compressBound((uLong)raw_n);
    unsigned char *raw = mem_alloc(raw_n), *packed = mem_alloc(packed_n);
    unsigned char *to = raw;

    for (size_t y = 0; y < height; y++) {
        const uint32_t *row = pixels + y * stride;

        *to++ = 0;              /* no filter: these are indexes */
        for (size_t x = 0; x < width; x++, to++)
            *to = x > 0 && row[x] == row[x - 1]
                      ? to[-1]
                      : p->bins[bin_of(row[x], FINE)].index;
    }
    int rc = compress2(packed, &packed_n, raw, (uLong)raw_n, LEVEL);
    assert(rc == Z_OK);         /* the room is what compressBound asks for */
    (void)rc;
    put_chunk(out, "IDAT", (struct str){(const char *)packed, packed_n});
    free(packed);
    free(raw);
}

void png_write(struct buf *out, const uint32_t *pixels, size_t width,
               size_t height, size_t stride)
{
    struct palette palette = {0};

    palette.bins = mem_alloc(sizeof *palette.bins << 3 * FINE);
    palette.joined = mem_alloc(sizeof *palette.joined << 3 * JOINED);
    collect(&palette, pixels, width, height, stride);
    buf_add(out, (struct str){"\x89PNG\r\n\x1a\n", 8});
    put_header(out, width, height);
    put_palette(out, &palette);
    put_pixels(out, &palette, pixels, width, height, stride);
    put_chunk(out, "IEND", (struct str){"", 0});
    free(palette.bins);
    free(palette.joined);
}
