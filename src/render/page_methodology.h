/*
 * page_methodology: the sections of the page that are made elsewhere. Each is
 * a view, a function that fills it (NULL: the section is left out) and a
 * partial of the same name, methodology-<section>.html, that
 * methodology.html enters with {{#section}}.
 *
 * Private to page_methodology*.c.
 */
#ifndef VITRINA_RENDER_PAGE_METHODOLOGY_H
#define VITRINA_RENDER_PAGE_METHODOLOGY_H

#include "release/words_method.h"
#include "render/page.h"

/* One formula in force and one of the site's numbers as its example, if there
 * is one: «PLACE of LABEL: EXAMPLE». */
struct methodology_rule {
    struct str name, text, formula;
    struct str label, url, place, example;
};
extern const struct view methodology_rule_view;

/* Lists of them, those in force only: page_methodology_rules.c. */
struct list methodology_shares(const struct page *page,
                               const struct method_cells *cells);
struct list methodology_wholes(const struct page *page,
                               const struct method_cells *cells);
struct list methodology_chances(const struct page *page,
                                const struct method_cells *cells);
struct list methodology_degrees(const struct page *page,
                                const struct method_cells *cells);
/* Sets the example's members; leaves them empty when the cell is not found. */
void methodology_example(const struct page *page, enum method method,
                         struct method_cell cell,
                         struct methodology_rule *rule);

/* What a programme comes to in a year: page_methodology_effect.c. */
struct methodology_effect;
extern const struct view methodology_effect_view;
const struct methodology_effect *methodology_effect(const struct page *page);

/* How children are protected: page_methodology_protection.c. */
struct methodology_protection;
extern const struct view methodology_protection_view;
const struct methodology_protection *
methodology_protection(const struct page *page);

/* Conditions and results of schools: page_methodology_context.c. */
struct methodology_context;
extern const struct view methodology_context_view;
const struct methodology_context *methodology_context(const struct page *page);

#endif
