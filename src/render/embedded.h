/*
 * embedded: files compiled into the binary; made by embed.sh from a folder.
 *
 * For render/theme.c and the command that makes a new site.
 */
#ifndef VITRINA_RENDER_EMBEDDED_H
#define VITRINA_RENDER_EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *path;           /* below the folder, sorted by bytes */
    const unsigned char *bytes;
    size_t n;
};

extern const struct embedded theme_default[];
extern const size_t theme_default_n;
/* The fonts of the default theme, and their licence. */
extern const struct embedded theme_fonts[];
extern const size_t theme_fonts_n;
extern const struct embedded theme_school[];
extern const size_t theme_school_n;
/* site/: a site to begin with; parts/: one more programme, school, practice. */
extern const struct embedded theme_starter[];
extern const size_t theme_starter_n;

#endif
