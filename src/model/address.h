/*
 * address: from a thing to the path of its page (design 6), and from one page
 * to another. The only place where paths of the site are spelled.
 *
 * For everything above model/.
 */
#ifndef VITRINA_MODEL_ADDRESS_H
#define VITRINA_MODEL_ADDRESS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct site;

/* Kinds of things that have an address. `at` is the index in the site, `sub`
 * a section, document, measure or finding where named; of a report the year.
 * Posters, embeds, widgets and short addresses are of a school (`at`); `sub`
 * of the last two kinds of widgets is the indicator. Other sites show them:
 * their paths never change. */
enum thing {
    THING_HOME, THING_PROGRAMMES, THING_PROGRAMME, THING_SECTION, THING_PLAN,
    THING_INDICATORS, THING_INDICATOR, THING_SCHOOLS, THING_SCHOOL,
    THING_PRACTICES, THING_PRACTICE, THING_ORGANISATIONS, THING_ORGANISATION,
    THING_NEWS, THING_NEWS_ITEM, THING_GLOSSARY, THING_TERM, THING_METHODOLOGY,
    THING_DATA, THING_ABOUT, THING_ACCESSIBILITY, THING_PAGE, THING_DOCUMENT,
    THING_MEASURE, THING_ALL_INDICATORS, THING_ALL_PLANS, THING_NOT_FOUND,
    THING_PROTECTION, THING_QUALITY, THING_REPORT, THING_MONITORING,
    THING_FINDING, THING_POSTER, THING_EMBED, THING_SHORT, THING_WIDGET,
    THING_WIDGET_DARK, THING_WIDGET_INDICATOR, THING_WIDGET_CHART
};

/* Path (with #anchor where the thing is a part of a page) from the root. */
struct str address_of(struct arena *arena, const struct site *site,
                      enum thing thing, size_t at, size_t sub);

/* `to` as seen from the page `from`, both from the root: relative, percent-
 * encoded. */
void address_relative(struct buf *out, struct str from, struct str to);

/* Names no author may use: of a page or folder at the root, or of a thing
 * inside its folder (schools/index.html is the list of schools). */
bool address_reserved(struct str id, bool at_root);

/*
 * What an author wrote as a link target (`school:ID`, `indicator:PROG/ID`,
 * `program:ID`, `practice:ID`, `term:ID`, `document:PROG/ID`, `x.md`,
 * https://..., #part) in a file of the site.
 */
enum target_kind {
    LINK_WEB,           /* http(s), mailto, tel: as it is */
    LINK_PART,          /* #anchor on the same page */
    LINK_THING,         /* path from the root */
    LINK_FILE,          /* path from the root, of a copied file */
    LINK_VALUE, LINK_TARGET,    /* value: and target:, number in a sentence */
    LINK_BAD_SCHEME, LINK_UNKNOWN
};
struct link_target {
    enum target_kind kind;
    struct str path;            /* web address or path */
    enum thing thing;
    size_t at, sub;             /* LINK_THING */
    struct str nearest;         /* LINK_UNKNOWN: the closest known name */
};
struct link_target address_resolve(struct arena *arena,
                                   const struct site *site,
                                   struct str from_file, struct str target);

#endif
