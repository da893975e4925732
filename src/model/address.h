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
 * of those of an indicator is the indicator, whose whole `at` NONE stands for.
 * A card is of a programme, or with `at` NONE of the site.
 * A frozen copy is `at` in site.frozen. Other sites show them: their paths
 * never change. */
enum thing {
    THING_HOME, THING_PROGRAMMES, THING_PROGRAMME, THING_SECTION, THING_PLAN,
    THING_INDICATORS, THING_INDICATOR, THING_SCHOOLS, THING_SCHOOL,
    THING_PRACTICES, THING_PRACTICE, THING_ORGANISATIONS, THING_ORGANISATION,
    THING_NEWS, THING_NEWS_ITEM, THING_GLOSSARY, THING_TERM, THING_METHODOLOGY,
    THING_DATA, THING_ABOUT, THING_ACCESSIBILITY, THING_PAGE, THING_DOCUMENT,
    THING_MEASURE, THING_ALL_INDICATORS, THING_ALL_PLANS, THING_NOT_FOUND,
    THING_PROTECTION, THING_QUALITY, THING_REPORT, THING_MONITORING,
    THING_FINDING, THING_POSTER, THING_EMBED, THING_SHORT, THING_WIDGET,
    THING_WIDGET_DARK, THING_WIDGET_INDICATOR, THING_WIDGET_CHART,
    THING_OEMBED, THING_OEMBED_INDICATOR, THING_FROZEN, THING_FROZEN_CHART,
    THING_EMBEDS, THING_KIT, THING_CALENDAR, THING_SCHOOL_CALENDAR, THING_CARD,
    THING_SEARCH,
    /* what has changed: of the site, a programme, a school */
    THING_CHANGES, THING_CHANGES_PROGRAMME, THING_CHANGES_SCHOOL
};

/* `sub` of THING_KIT: the files of a school's kit (`at`); NONE: its index. */
enum kit_part {
    KIT_INDEX, KIT_HOW, KIT_PAGE, KIT_TEXT, KIT_POSTER, KIT_SHEET, KIT_QR,
    KIT_CARD, KIT_SQUARE, KIT_ZIP
};
/* Its name inside the folder of the kit and in the archive. */
struct str address_kit_name(struct arena *arena, const struct site *site,
                            size_t school, enum kit_part part);

/* Path (with #anchor where the thing is a part of a page) from the root. */
struct str address_of(struct arena *arena, const struct site *site,
                      enum thing thing, size_t at, size_t sub);

/* Of a short address that has been printed, from the id of a school. */
struct str address_short(struct arena *arena, struct str school);

/* Of a frame or picture, from ids, which may be former ones: of a school
 * (indicator empty), of its indicator, of an indicator's whole (school empty).
 * `ending`: html, svg, json, dark.html. */
struct str address_widget(struct arena *arena, struct str school,
                          struct str programme, struct str indicator,
                          const char *ending);

/* Of the practices of one facet's value, `id` such as level-5-9. */
struct str address_facet(struct arena *arena, struct str id);

/* Path of the feed beside a page of changes. */
struct str address_feed(struct arena *arena, struct str page);
/* Path of the changes of one year; no school's id leads there. */
struct str address_year(struct arena *arena, struct str page, int year);

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
