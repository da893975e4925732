/*
 * serve_page: what the preview adds to a page, and only to the bytes it
 * sends: the problems of the site and the script that waits for changes.
 *
 * For serve.c.
 */
#ifndef VITRINA_OUTPUT_SERVE_PAGE_H
#define VITRINA_OUTPUT_SERVE_PAGE_H

#include "base/str.h"

#define SERVE_EVENTS "/.vitrina/events"
#define SERVE_SCRIPT "/.vitrina/reload.js"
#define SERVE_STYLE "/.vitrina/preview.css"

/* Text of one of the two files above; empty for other paths. */
struct str serve_asset(struct str path);
/* `text/html; charset=utf-8` and so on, by the end of the name. */
const char *serve_type(struct str path);
/*
 * Appends the page `html` with the problems over it (the first line of the
 * text is their summary) and the script, which reloads when the site's
 * version is no more `version`. Without a </body> both come at the end.
 */
void serve_dress(struct buf *out, struct str html, struct str problems,
                 struct str version);
/* A page for a site that cannot be shown at all. */
struct str serve_bare(void);

#endif
