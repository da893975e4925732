/*
 * raster: SVG into the bytes of a PNG. What comes out depends on the SVG, the
 * fonts and the version of the libraries alone: no font, setting or clock of
 * the machine is asked.
 *
 * For render/ (cards).
 */
#ifndef VITRINA_CHART_RASTER_H
#define VITRINA_CHART_RASTER_H

#include "base/str.h"

#include <stddef.h>

enum raster {
    RASTER_DRAWN,
    RASTER_FONT,                /* this is no font */
    RASTER_MACHINE              /* errno says why */
};

/*
 * Appends the picture of an SVG, drawn to fill `width` by `height` on white;
 * at most 256 colours. Texts of all families are set in `fonts`, the bytes of
 * font files. The process has one set of fonts, those of the first call. Any
 * thread may call it. Unless it was drawn, nothing is appended.
 */
enum raster raster_png(struct buf *out, struct str svg, size_t width,
                       size_t height, const struct str *fonts, size_t n);

#endif
