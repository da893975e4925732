/*
 * test_picture: sizes and positions out of the heads of pictures.
 */
#include "input/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define PNG "\x89PNG\r\n\x1A\n"
#define IHDR "\0\0\0\x0DIHDR\0\0\2\x80\0\0\1\xE0\x08\2\0\0\0CRC."
#define IEND "\0\0\0\0IENDCRC."
/* A directory with one entry, a GPS directory with a latitude, its value. */
#define GPS_AT "\0\1\x88\x25\0\4\0\0\0\1\0\0\0\x1A\0\0\0\0"
#define GPS_LATITUDE_AT "\0\1\0\2\0\5\0\0\0\3\0\0\0\x2C\0\0\0\0"
#define FRACTIONS "\0\0\0\x33\0\0\0\1\0\0\0\x27\0\0\0\1\0\0\0\0\0\0\0\1"
#define ZEROS "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define TIFF "MM\0*\0\0\0\x08" GPS_AT GPS_LATITUDE_AT
#define SOF "\xFF\xC2\0\x0B\x08\1\xE0\2\x80\3\1\x22\0"

#define BYTES(text) { "" text, sizeof(text) - 1 }
#define CASE(text, width, height, position) \
    { BYTES(text), width, height, position }

static const struct {
    struct str bytes;
    uint32_t width, height;     /* 0: not read */
    bool position;
} cases[] = {
    CASE(PNG IHDR IEND, 640, 480, false),
    CASE(PNG IHDR "\0\0\0\x44" "eXIf" TIFF FRACTIONS "CRC." IEND, 640, 480,
         true),
    /* behind the end of the picture there is nothing */
    CASE(PNG IHDR IEND "\0\0\0\x44" "eXIf" TIFF FRACTIONS "CRC.", 640, 480,
         false),
    CASE(PNG IHDR "\0\0\0\x2E" "iTXtXML:com.adobe.xmp\0\0\0\0\0"
         "<exif:GPSLatitude/>!" "CRC." IEND, 640, 480, true),
    CASE(PNG IHDR "\xFF\xFF\xFF\xFF" "eXIf" "MM\0*", 640, 480, false),
    CASE(PNG "\0\0\0\x0DIDAT\0\0\2\x80\0\0\1\xE0", 0, 0, false),
    CASE(PNG "\0\0\0\x0DIHDR\0\0\2\x80\0\0\0\0", 0, 0, false),
    CASE(PNG, 0, 0, false),
    CASE("\xFF\xD8" SOF "\xFF\xDA", 640, 480, false),
    CASE("\xFF\xD8\xFF\xE1\0\x4CIgnored" ZEROS ZEROS ZEROS, 0, 0, false),
    CASE("\xFF\xD8\xFF\xE1\0\x4C" "Exif\0\0" TIFF FRACTIONS SOF, 640, 480,
         true),
    /* the position was removed: zeros stand in its place */
    CASE("\xFF\xD8\xFF\xE1\0\x4C" "Exif\0\0" TIFF ZEROS SOF, 640, 480, false),
    /* little end first, on its side: as browsers turn it */
    CASE("\xFF\xD8\xFF\xE1\0\x22" "Exif\0\0" "II*\0\x08\0\0\0\1\0"
         "\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0" SOF, 480, 640, false),
    /* padding before a marker */
    CASE("\xFF\xD8\xFF\xFF\xFF" SOF, 640, 480, false),
    /* the head ends before the size; a length below its own two bytes */
    CASE("\xFF\xD8\xFF\xC0\0\x0B\x08\1", 0, 0, false),
    CASE("\xFF\xD8\xFF\xE0\0\0\xFF\xE0\0\1", 0, 0, false),
    CASE("GIF89a\x80\2\xE0\1\0\0\0", 640, 480, false),
    CASE("GIF87a\x80\2", 0, 0, false),
    CASE("RIFF\0\0\0\0WEBPVP8 \x0A\0\0\0\0\0\0\x9D\1\x2A\x80\2\xE0\1", 640,
         480, false),
    CASE("RIFF\0\0\0\0WEBPVP8L\5\0\0\0\x2F\x7F\xC2\x77\0", 640, 480, false),
    CASE("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\x7F\2\0\xDF\1\0"
         "EXIF\x44\0\0\0" TIFF FRACTIONS, 640, 480, true),
    CASE("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\x7F\2\0\xDF\1\0"
         "XMP \x0B\0\0\0GPSLatitude\0", 640, 480, true),
    CASE("RIFF\0\0\0\0WAVE", 0, 0, false),
    CASE("<svg width=\"640\" height=\"480\"/>", 0, 0, false),
    CASE("", 0, 0, false),
};

static void heads_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct picture picture;
        bool good = picture_read(cases[i].bytes, &picture);
        if (good != (cases[i].width > 0) ||
            (good && (picture.width != cases[i].width ||
                      picture.height != cases[i].height)) ||
            picture.has_position != cases[i].position)
            fail_msg("case %zu: %d, %u x %u, position %d", i, good,
                     picture.width, picture.height, picture.has_position);
    }
}

/* No beginning of a file is read past its end: for the sanitizer. */
static void cut_files_are_safe(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (size_t n = 0; n < cases[i].bytes.n; n++) {
            struct picture picture;
            char *copy = malloc(n + 1);
            memcpy(copy, cases[i].bytes.p, n);
            char *exact = realloc(copy, n ? n : 1);
            picture_read((struct str){exact, n}, &picture);
            free(exact);
        }
}

/* A file that names its directories in a circle, or far outside. */
static void hostile_directories_end(void **state)
{
    (void)state;
    static const struct str hostile[] = {
        BYTES("\xFF\xD8\xFF\xE1\xFF\xFF" "Exif\0\0" "MM\0*\0\0\0\x08"
              "\xFF\xFF\x88\x25\0\4\0\0\0\1\0\0\0\x08"),
        BYTES("\xFF\xD8\xFF\xE1\xFF\xFF" "Exif\0\0" "II*\0\xFF\xFF\xFF\xFF"),
        BYTES("\xFF\xD8\xFF\xE1\xFF\xFF" "Exif\0\0" "II*\0\xF8\xFF\xFF\xFF"),
    };
    for (size_t i = 0; i < LENGTH(hostile); i++) {
        struct picture picture;
        assert_false(picture_read(hostile[i], &picture));
        assert_false(picture.has_position);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_are_read),
        cmocka_unit_test(cut_files_are_safe),
        cmocka_unit_test(hostile_directories_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
