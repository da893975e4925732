/*
 * zip_write: local heads with their bytes, then the directory, then its end.
 * See zip_write.h.
 *
 * For render/.
 *
 * Format: PKWARE APPNOTE.TXT 4.3 and 4.4, as far as ISO/IEC 21320-1 keeps it.
 */
#include "base/zip_write.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

/* 6 packs pages 10 % smaller in three times the time. */
#define DEFLATE_LEVEL 1
#define VERSION 20              /* what is needed to unpack: deflate */
#define STORED 0
#define DEFLATED 8

static void add_number(struct buf *out, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buf_char(out, (char)(unsigned char)(value >> 8 * i));
}

/* Bits 0-4 the day, 5-8 the month, 9-15 years since 1980. */
static uint16_t day_of(int year, int month, int day)
{
    year = year < 1980 ? 1980 : year > 2107 ? 2107 : year;
    return (uint16_t)((year - 1980) << 9 | month << 5 | day);
}

void zip_begin(struct zip_writer *zip, struct buf *out, int year, int month,
               int day)
{
    *zip = (struct zip_writer){ .out = out, .from = out->n,
                                .day = day_of(year, month, day) };
}

/* --- deflate --- */

/* Appends the packed bytes; false, and nothing, when they are no fewer. */
static bool add_packed(struct buf *out, struct str bytes)
{
    z_stream z = {0};
    size_t room;
    bool smaller;

    if (bytes.n == 0 || bytes.n > UINT_MAX / 2)
        return false;
    if (deflateInit2(&z, DEFLATE_LEVEL, Z_DEFLATED, -MAX_WBITS, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        abort();                /* out of memory */
    room = deflateBound(&z, (uLong)bytes.n);
    buf_reserve(out, room);
    z.next_in = (z_const Bytef *)(uintptr_t)bytes.p;
    z.avail_in = (uInt)bytes.n;
    z.next_out = (Bytef *)out->p + out->n;
    z.avail_out = (uInt)room;
    smaller = deflate(&z, Z_FINISH) == Z_STREAM_END && z.total_out < bytes.n;
    if (smaller)
        out->n += z.total_out;
    deflateEnd(&z);
    return smaller;
}

/* --- files --- */

/* What the local head and the directory say alike. */
struct entry {
    bool packed;
    uint64_t sum, stored, size;
};

static void add_entry(struct buf *out, const struct zip_writer *zip,
                      const struct entry *entry, struct str name)
{
    add_number(out, VERSION, 2);
    add_number(out, 0, 2);                      /* flags */
    add_number(out, entry->packed ? DEFLATED : STORED, 2);
    add_number(out, 0, 2);                      /* midnight */
    add_number(out, zip->day, 2);
    add_number(out, entry->sum, 4);
    add_number(out, entry->stored, 4);
    add_number(out, entry->size, 4);
    add_number(out, name.n, 2);
    add_number(out, 0, 2);                      /* extra field */
}

void zip_add(struct zip_writer *zip, struct str name, struct str bytes,
             bool pack)
{
    struct entry entry = {
        .sum = crc32_z(0, (const Bytef *)bytes.p, bytes.n),
        .size = bytes.n,
    };
    struct buf *out = zip->out, packed = {0};
    size_t at = out->n - zip->from;

    entry.packed = pack && add_packed(&packed, bytes);
    if (entry.packed)
        bytes = buf_str(&packed);
    entry.stored = bytes.n;
    buf_addz(out, "PK\3\4");
    add_entry(out, zip, &entry, name);
    buf_add(out, name);
    buf_add(out, bytes);
    buf_free(&packed);

    buf_addz(&zip->directory, "PK\1\2");
    add_number(&zip->directory, VERSION, 2);    /* made as on DOS */
    add_entry(&zip->directory, zip, &entry, name);
    add_number(&zip->directory, 0, 2);          /* comment */
    add_number(&zip->directory, 0, 2);          /* disk */
    add_number(&zip->directory, 0, 2);          /* attributes */
    add_number(&zip->directory, 0, 4);
    add_number(&zip->directory, at, 4);
    buf_add(&zip->directory, name);
    zip->n++;
}

void zip_end(struct zip_writer *zip)
{
    struct buf *out = zip->out;
    size_t at = out->n - zip->from;

    buf_add(out, buf_str(&zip->directory));
    buf_addz(out, "PK\5\6");
    add_number(out, 0, 4);                      /* disks */
    add_number(out, zip->n, 2);
    add_number(out, zip->n, 2);
    add_number(out, zip->directory.n, 4);
    add_number(out, at, 4);
    add_number(out, 0, 2);                      /* comment */
    buf_free(&zip->directory);
}
