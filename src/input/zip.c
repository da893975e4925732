/*
 * zip: the directory at the end of an archive, and inflate. See zip.h.
 *
 * For document_meta.c.
 *
 * Format: PKWARE APPNOTE.TXT; ISO/IEC 21320-1 is the part that documents use.
 * Sizes come from the central directory, since the local head may lack them.
 */
#include "input/zip.h"

#include <limits.h>
#include <stdint.h>
#include <zlib.h>

#define END_BYTES 22            /* of the end record without its comment */
#define ENTRY_BYTES 46          /* of a directory entry without its name */
#define LOCAL_BYTES 30          /* of a local head without its name */
#define COMMENT_MAX 65535
#define PIECE 4096              /* bytes unpacked at once */

static uint32_t number(struct str s, size_t at, size_t n)
{
    uint32_t value = 0;
    while (n-- > 0)
        value = value << 8 |
                (at + n < s.n ? (unsigned char)s.p[at + n] : 0);
    return value;
}

static bool is_at(struct str s, size_t at, struct str mark)
{
    return str_starts(str_skip(s, at), mark);
}

/* Where the central directory begins; false when this is no archive. */
static bool find_directory(struct str archive, size_t *at, size_t *n)
{
    size_t end = archive.n < END_BYTES ? 0 : archive.n - END_BYTES + 1;
    size_t stop = end > COMMENT_MAX ? end - COMMENT_MAX - 1 : 0;
    while (end-- > stop)
        if (is_at(archive, end, S("PK\5\6"))) {
            *n = number(archive, end + 10, 2);
            *at = number(archive, end + 16, 4);
            return true;
        }
    return false;
}

static bool take(struct str archive, size_t entry, size_t limit,
                 struct buf *out)
{
    bool encrypted = number(archive, entry + 8, 2) & 1;
    uint32_t method = number(archive, entry + 10, 2);
    size_t packed = number(archive, entry + 20, 4);
    size_t local = number(archive, entry + 42, 4);
    if (encrypted || !is_at(archive, local, S("PK\3\4")))
        return false;
    size_t from = local + LOCAL_BYTES + number(archive, local + 26, 2) +
                  number(archive, local + 28, 2);
    struct str bytes = str_sub(str_skip(archive, from), 0, packed);
    if (method == 0)
        buf_add(out, str_sub(bytes, 0, limit));
    return method == 0 || (method == 8 && zip_unpack(bytes, true, limit,
                                                     out));
}

bool zip_file(struct str archive, struct str name, size_t limit,
              struct buf *out)
{
    size_t at, n;
    if (!find_directory(archive, &at, &n))
        return false;
    while (n-- > 0 && is_at(archive, at, S("PK\1\2"))) {
        size_t name_n = number(archive, at + 28, 2);
        struct str is = str_sub(str_skip(archive, at + ENTRY_BYTES), 0,
                                name_n);
        if (str_eq(is, name))
            return take(archive, at, limit, out);
        at += ENTRY_BYTES + name_n + number(archive, at + 30, 2) +
              number(archive, at + 32, 2);
    }
    return false;
}

bool zip_unpack(struct str packed, bool bare, size_t limit, struct buf *out)
{
    z_stream z = {0};
    size_t before = out->n;
    char piece[PIECE];
    if (inflateInit2(&z, bare ? -MAX_WBITS : MAX_WBITS) != Z_OK)
        return false;
    z.next_in = (z_const Bytef *)(uintptr_t)packed.p;
    z.avail_in = packed.n > UINT_MAX ? UINT_MAX : (uInt)packed.n;
    int rc = Z_OK;
    while (rc == Z_OK && out->n - before < limit) {
        z.next_out = (Bytef *)piece;
        z.avail_out = sizeof piece;
        rc = inflate(&z, Z_NO_FLUSH);
        struct str got = {piece, sizeof piece - z.avail_out};
        buf_add(out, str_sub(got, 0, limit - (out->n - before)));
    }
    inflateEnd(&z);
    return out->n > before;
}
