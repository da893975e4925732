/*
 * picture: heads of PNG, JPEG, GIF and WebP. See picture.h.
 *
 * For model/attachment.c.
 *
 * Formats: W3C PNG (third edition), ITU T.81 and JFIF, GIF89a, RFC 9649
 * (WebP), CIPA DC-008 (EXIF, a little TIFF file inside the others).
 */
#include "input/picture.h"

#define TAG_ORIENTATION 0x0112
#define TAG_GPS 0x8825
#define GPS_LATITUDE 2
#define GPS_LONGITUDE 4
#define COORDINATE_BYTES 24     /* three fractions: degrees, minutes, seconds */
#define ENTRY_BYTES 12          /* of a TIFF directory */

enum order { BIG, LITTLE };

/* `n` bytes as a number; bytes behind the end are zeros, so that a damaged
 * file needs no case of its own. */
static uint32_t number(struct str s, size_t at, size_t n, enum order order)
{
    uint32_t value = 0;
    for (size_t i = 0; i < n; i++) {
        size_t from = at + (order == BIG ? i : n - 1 - i);
        value = value << 8 | (from < s.n ? (unsigned char)s.p[from] : 0);
    }
    return value;
}

static struct str part(struct str s, size_t at, size_t n)
{
    struct str rest = str_skip(s, at);
    return str_sub(rest, 0, n);
}

/* --- what cameras add --- */

struct exif {
    struct str bytes;
    enum order order;
};

static uint32_t value16(const struct exif *exif, size_t at)
{
    return number(exif->bytes, at, 2, exif->order);
}

static uint32_t value32(const struct exif *exif, size_t at)
{
    return number(exif->bytes, at, 4, exif->order);
}

/* Where the entry `tag` of the directory at `directory` stands, or 0. */
static size_t entry(const struct exif *exif, size_t directory, uint32_t tag)
{
    size_t n = value16(exif, directory);
    for (size_t i = 0; directory && i < n; i++) {
        size_t at = directory + 2 + i * ENTRY_BYTES;
        if (at + ENTRY_BYTES > exif->bytes.n)
            break;
        if (value16(exif, at) == tag)
            return at;
    }
    return 0;
}

/* Programs that remove the position often leave zeros in its place. */
static bool has_coordinate(const struct exif *exif, size_t gps, uint32_t tag)
{
    size_t at = entry(exif, gps, tag);
    struct str value = {0};
    if (at)
        value = part(exif->bytes, value32(exif, at + 8), COORDINATE_BYTES);
    for (size_t i = 0; i < value.n; i++)
        if (value.p[i])
            return true;
    return false;
}

/* A block of EXIF; `orientation` (1-8, 5 and more lie on their side) may be
 * NULL. */
static void read_exif(struct str bytes, struct picture *out,
                      uint32_t *orientation)
{
    struct exif exif = {bytes, BIG};
    if (str_starts(bytes, S("Exif\0\0")))
        exif.bytes = str_skip(bytes, 6);
    if (str_starts(exif.bytes, S("II*\0")))
        exif.order = LITTLE;
    else if (!str_starts(exif.bytes, S("MM\0*")))
        return;
    size_t first = value32(&exif, 4);
    size_t turned = entry(&exif, first, TAG_ORIENTATION);
    size_t gps = entry(&exif, first, TAG_GPS);
    if (gps)
        gps = value32(&exif, gps + 8);
    out->has_position |= has_coordinate(&exif, gps, GPS_LATITUDE) ||
                         has_coordinate(&exif, gps, GPS_LONGITUDE);
    if (turned && orientation)
        *orientation = value16(&exif, turned + 8);
}

static void read_xmp(struct str bytes, struct picture *out)
{
    if (str_find(bytes, S("GPSLatitude")) >= 0)
        out->has_position = true;
}

/* --- formats; each returns whether the size was found --- */

static bool read_png(struct str s, struct picture *out)
{
    if (!str_eq(part(s, 12, 4), S("IHDR")))
        return false;
    out->width = number(s, 16, 4, BIG);
    out->height = number(s, 20, 4, BIG);
    for (size_t at = 8; at + 12 <= s.n;) {
        size_t n = number(s, at, 4, BIG);
        struct str name = part(s, at + 4, 4), body = part(s, at + 8, n);
        if (str_is(name, "IEND") || n > s.n)
            break;
        if (str_is(name, "eXIf"))
            read_exif(body, out, NULL);
        else if (str_is(name, "iTXt") &&
                 str_starts(body, S("XML:com.adobe.xmp")))
            read_xmp(body, out);
        at += 12 + n;
    }
    return true;
}

/* Start of frame: C0-CF but for the tables C4, CC and the extension C8. */
static bool is_frame(uint32_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
           marker != 0xC8 && marker != 0xCC;
}

static bool read_jpeg(struct str s, struct picture *out)
{
    uint32_t orientation = 1;
    for (size_t at = 2; at + 4 <= s.n;) {
        uint32_t marker = number(s, at + 1, 1, BIG);
        if (number(s, at, 1, BIG) != 0xFF || marker == 0xDA)
            break;              /* damaged, or the picture itself begins */
        if (marker == 0xFF) {   /* padding */
            at++;
            continue;
        }
        size_t n = number(s, at + 2, 2, BIG);
        struct str body = part(s, at + 4, n < 2 ? 0 : n - 2);
        if (is_frame(marker)) {
            out->height = number(body, 1, 2, BIG);
            out->width = number(body, 3, 2, BIG);
        } else if (marker == 0xE1 && str_starts(body, S("Exif"))) {
            read_exif(body, out, &orientation);
        } else if (marker == 0xE1) {
            read_xmp(body, out);
        }
        at += 2 + (n < 2 ? 2 : n);
    }
    if (orientation >= 5 && orientation <= 8) {
        uint32_t width = out->width;
        out->width = out->height;
        out->height = width;
    }
    return true;
}

static bool read_gif(struct str s, struct picture *out)
{
    out->width = number(s, 6, 2, LITTLE);
    out->height = number(s, 8, 2, LITTLE);
    return true;
}

/* One chunk of a WebP. */
static void read_chunk(struct str name, struct str body, struct picture *out)
{
    if (str_is(name, "VP8X")) {
        out->width = number(body, 4, 3, LITTLE) + 1;
        out->height = number(body, 7, 3, LITTLE) + 1;
    } else if (str_is(name, "VP8 ") && !out->width) {
        out->width = number(body, 6, 2, LITTLE) & 0x3FFF;
        out->height = number(body, 8, 2, LITTLE) & 0x3FFF;
    } else if (str_is(name, "VP8L") && !out->width) {
        uint32_t bits = number(body, 1, 4, LITTLE);
        out->width = (bits & 0x3FFF) + 1;
        out->height = (bits >> 14 & 0x3FFF) + 1;
    } else if (str_is(name, "EXIF")) {
        read_exif(body, out, NULL);
    } else if (str_is(name, "XMP ")) {
        read_xmp(body, out);
    }
}

static bool read_webp(struct str s, struct picture *out)
{
    if (!str_eq(part(s, 8, 4), S("WEBP")))
        return false;
    for (size_t at = 12; at + 8 <= s.n;) {
        size_t n = number(s, at + 4, 4, LITTLE);
        if (n > s.n)
            break;
        read_chunk(part(s, at, 4), part(s, at + 8, n), out);
        at += 8 + n + (n & 1);
    }
    return true;
}

bool picture_read(struct str bytes, struct picture *out)
{
    static const struct {
        struct str begins;
        bool (*read)(struct str s, struct picture *out);
    } formats[] = {
        {{"\x89PNG\r\n\x1A\n", 8}, read_png}, {{"\xFF\xD8\xFF", 3}, read_jpeg},
        {{"GIF87a", 6}, read_gif}, {{"GIF89a", 6}, read_gif},
        {{"RIFF", 4}, read_webp},
    };
    *out = (struct picture){0};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_starts(bytes, formats[i].begins))
            return formats[i].read(bytes, out) && out->width && out->height;
    return false;
}
