/*
 * png: pixels into the bytes of a PNG with a palette, and nothing else in it:
 * no date, no text, no name of a program.
 *
 * For raster.c.
 */
#ifndef VITRINA_CHART_PNG_H
#define VITRINA_CHART_PNG_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Appends the picture: `height` rows of `width` pixels 0x??rrggbb, each row
 * `stride` pixels behind the last; there is at least one. Colours beyond the
 * 256 that a palette has are joined with those nearest to them.
 */
void png_write(struct buf *out, const uint32_t *pixels, size_t width,
               size_t height, size_t stride);

#endif
