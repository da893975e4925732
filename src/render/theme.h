/*
 * theme: files of the theme in force: the site's own themes/<name>/ file by
 * file over the default theme, which is compiled in.
 *
 * For render/ and build.c.
 */
#ifndef VITRINA_RENDER_THEME_H
#define VITRINA_RENDER_THEME_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>

struct arena;
struct lexicon;
struct source;
struct theme;

/* NULL after reporting (no such theme, unreadable words). */
struct theme *theme_open(struct arena *arena, const struct source *source,
                         struct str name, enum lang lang, struct diag *diag);
/*
 * The theme for the site of one school: themes/school (of the site, then the
 * one compiled in) over the theme `name`.
 */
struct theme *theme_open_school(struct arena *arena,
                                const struct source *source, struct str name,
                                enum lang lang, struct diag *diag);
/* Bytes of `path` (templates/school.html, style.css) and the name to print in
 * messages; false when there is none. Lives as long as the theme. */
bool theme_file(const struct theme *theme, struct str path,
                struct str *bytes, struct str *file);
/* The files of the theme, in no order of meaning. */
size_t theme_count(const struct theme *theme);
struct str theme_path(const struct theme *theme, size_t i);
const struct lexicon *theme_words(const struct theme *theme);

#endif
