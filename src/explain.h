/*
 * explain: which sources feed a file of the site. It is found out by asking
 * the build itself: the file is made again without each source, and a source
 * feeds it if it comes out otherwise. So nothing has to be said beside the
 * code of a page, and nothing can be forgotten there. It takes some dozens of
 * readings of the site, which are shared out among the processors.
 *
 * For the command `explain`.
 */
#ifndef VITRINA_EXPLAIN_H
#define VITRINA_EXPLAIN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct build_options;
struct diag;

struct explain_lines {
    uint32_t from, to;
};

/* What lines are to the page. */
enum explain_part {
    EXPLAIN_OWN,                /* they are about what it is about */
    EXPLAIN_SHARED,             /* others that change it */
    EXPLAIN_PRESENT,            /* not seen there, but without all of them it
                                   is another: menus, links, scales */
    EXPLAIN_PARTS
};

/* Lines of one file that feed the page. */
struct explain_source {
    struct str file;            /* relative to the site's folder */
    enum explain_part part;
    struct explain_lines *lines;
    size_t n;                   /* at least 1 */
};

struct explained {
    struct str path;            /* from the root of the site */
    struct str kind;            /* as `help fields` calls it */
    struct str title;           /* as in its <title>; empty: it has none */
    struct str template;        /* file of the theme; empty: it has none */
    bool template_own;          /* the site has it; else it is built in */
    bool gathers;               /* made of all pages: nothing was tried out,
                                   all files are listed */
    struct explain_source *sources; /* sorted by part, then file */
    size_t n;
};

/*
 * What feeds the file that somebody calls `name`: its path in the site, in a
 * folder it was built into, or its address on the web. False after reporting
 * that the site has no such file or cannot be read.
 */
bool explain(struct explained *out, struct arena *arena,
             const struct build_options *options, struct str name,
             struct diag *diag);

#endif
