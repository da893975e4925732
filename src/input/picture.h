/*
 * picture: the size of a picture and whether it says where it was taken, from
 * the bytes of a PNG, JPEG, GIF or WebP. The picture itself is not decoded.
 *
 * For model/attachment.c.
 */
#ifndef VITRINA_INPUT_PICTURE_H
#define VITRINA_INPUT_PICTURE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct picture {
    uint32_t width, height;     /* pixels, as a browser shows it; never 0 */
    bool has_position;          /* GPS coordinates in EXIF or XMP */
};

/* False when the bytes are none of these, or damaged before the size. Any
 * bytes are safe; reading stops at the first damage. */
bool picture_read(struct str bytes, struct picture *out);

#endif
