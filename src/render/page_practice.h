/*
 * page_practice: what the pages of practices say in the same words: status on
 * the site's date, costs, strength of evidence, the card of one in a list,
 * the facets to choose by.
 *
 * For page_practice*.c, page_facet.c and pages that name practices.
 */
#ifndef VITRINA_RENDER_PAGE_PRACTICE_H
#define VITRINA_RENDER_PAGE_PRACTICE_H

#include "model/practice.h"
#include "render/page.h"
#include "render/practice_index.h"

/* Five squares, as many of them filled as the words beside them say. */
struct practice_dial {
    struct str squares, text;
};

struct str practice_status_word(const struct page *page, int status);
struct str practice_stage_word(const struct page *page, size_t stage);
/* «до 2 000 ₽ на ученика в год», by the limits of site.yml; «повторено». */
struct str practice_cost_word(const struct page *page, int64_t cost);
struct str practice_evidence_word(const struct page *page, int64_t evidence);

/* Nothing in them when the practice does not say. */
struct practice_dial practice_cost(const struct page *page,
                                   const struct practice *it);
struct practice_dial practice_evidence(const struct page *page,
                                       const struct practice *it);
/* «основная школа, 7–9 классы», whatever there is of it. */
struct str practice_level(const struct page *page,
                          const struct practice *it);
/* «7–9 классы», or as it is written. */
struct str practice_grades(const struct page *page,
                           const struct practice *it);

/* --- lists (page_practice_card.c) --- */

/* One practice in a list; the partial practice-card. */
struct practice_card {
    struct str title, url, summary, level, status, reviewed;
    struct str cost, cost_squares, evidence, evidence_squares;
    struct str school, school_url, programme, programme_url;
    struct str facets;              /* ids of its values, for the filter */
    bool demo, announced;           /* the latter without dials */
};
extern const struct view practice_card_view;
struct practice_card practice_card(const struct page *page, size_t at);

/* --- facets (page_practice_facet.c) --- */

/* One value: a page of its own, and a choice of the filter. */
struct practice_choice {
    struct str id, label, url, count;
    bool current;
};
struct practice_choices {
    struct str id, name;            /* level, «Ступень» */
    struct list values;             /* practice_choice */
};
extern const struct view practice_choices_view;
/* Every facet that practices have; list of practice_choices. */
struct list practice_choices_all(const struct page *page);
/* One of them. */
struct practice_choices practice_choices(const struct page *page,
                                         enum facet facet);
struct str practice_facet_name(const struct page *page, enum facet facet);
/* What a reader calls a value; unique among those of its facet. */
struct str practice_facet_label(const struct page *page,
                                const struct facet_value *value);
/* Address of the page of a value, empty when no practice has it. */
struct str practice_facet_url(const struct page *page, enum facet facet,
                              size_t at, size_t sub);

/* --- what changed (page_practice_effect.c) --- */

/* The author's words beside the site's numbers, or the sentence why there
 * are none. */
struct practice_effect {
    struct str indicator, indicator_url, school, school_url;
    struct str from, to, people, comparison;
    struct str was, became;         /* as the author says */
    struct str site_was, site_became;
    struct str headline;            /* both numbers and how large it is */
    struct str note;                /* how far that may be trusted */
    struct str hidden;
    struct str chart;               /* html */
    bool has_numbers, has_site;
};

extern const struct view practice_effect_view;
/* NULL: the practice names none. */
const struct practice_effect *practice_effect(const struct page *page,
                                              const struct practice *it);

#endif
