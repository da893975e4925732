/*
 * page: what page kinds are rendered from, and what they are built with.
 * Navigation and links come from the model, never from the page table.
 *
 * For render/ only.
 */
#ifndef VITRINA_RENDER_PAGE_H
#define VITRINA_RENDER_PAGE_H

#include "base/mem.h"
#include "base/str.h"
#include "model/address.h"
#include "model/catalog.h"
#include "release/release.h"
#include "release/words.h"
#include "render/frame.h"
#include "render/kind.h"
#include "render/template.h"

#include <stdbool.h>
#include <stddef.h>

/* One page being rendered; `arena` is emptied after it. */
struct page {
    const struct plan *plan;
    const struct site *site;
    const struct release *release;
    const struct words *words;
    const struct theme *theme;
    struct arena *arena;
    struct diag *diag;
    const struct mini *mini;    /* the site of one school; NULL: the whole */
    struct str path;            /* of this page, from the whole site's root */
    size_t at, sub;             /* its subject, as its list() said */
    bool *terms_seen;           /* of the glossary: linked on this page */
    bool introduced;            /* page_introduction was asked */
};

/* Relative address of a thing, as seen from this page. */
struct str page_url(const struct page *page, enum thing thing, size_t at,
                    size_t sub);
/* The same for a path from the root. */
struct str page_path_url(const struct page *page, struct str path);
/* Has the site this file? An #anchor behind the path is not looked at. */
bool page_has(const struct page *page, struct str path);
/* And can it be linked to? In the site of one school not everything can. */
bool page_reaches(const struct page *page, struct str path);
/* Its address; empty where it cannot be linked to. */
struct str page_url_if_there(const struct page *page, struct str path);
/* Id of a settlement's part of the list of schools. */
struct str page_settlement_anchor(const struct page *page,
                                  const struct school *school);

/* --- words --- */
/* The text of a buffer moved into the page's arena; the buffer is freed. */
struct str page_take(const struct page *page, struct buf *text);
/* A word of the theme. */
struct str page_word(const struct page *page, const char *key);
/* The word with {name}s filled in: FILL(...). */
struct str page_fill(const struct page *page, const char *key,
                     const struct fill *fills, size_t n);
/* «3 школы». */
struct str page_count(const struct page *page, const char *key, size_t n);
/* Without a full stop at its end, which the template sets. */
struct str page_sentence(struct str plain);
/* Plain text with the typography of the site's language (titles, cells). */
struct str page_typo(const struct page *page, struct str plain);

/* --- texts --- */
/* HTML of the body of a text (empty when it has none). Links, numbers,
 * fenced blocks and terms are resolved. `id` stands before its ids: empty for
 * the main text of a page, so that #part finds its headings. */
struct str page_body(struct page *page, const struct text *text,
                     struct str id);
/* The same inside a section of the page: `##` becomes h2 plus `shift`. */
struct str page_body_below(struct page *page, const struct text *text,
                           struct str id, int shift);
/* The author's text for a generated page: content/<id>.md, or NULL. The frame
 * puts it below the heading unless the page kind asks for it here. */
const struct text *page_introduction(struct page *page, struct str id);
/* Is this free page such an introduction (and so no page of its own)? */
bool page_is_introduction(const struct site *site, struct str id);

/* --- links --- */
/* What a reader calls a thing; empty for what has no name of its own. */
struct str page_label(const struct page *page, enum thing thing, size_t at,
                      size_t sub);
/* A reference of the catalog as a link or as its words. `thing` says what the
 * index means: school, organisation, programme, indicator or practice. */
struct view_link page_ref(const struct page *page, const struct ref *ref,
                          enum thing thing);
struct list page_refs(const struct page *page, const struct refs *refs,
                      enum thing thing);
/* A web address with everything escaped that may not stand in one. */
void page_put_web(struct buf *url, struct str address);
/* tel:..., https://...; empty when the words are no such address. */
struct str page_phone_url(const struct page *page, struct str phone);
struct str page_site_url(const struct page *page, struct str address);
/* List of view_link without addresses from texts. */
struct list page_lines(const struct page *page, const struct strs *lines);
/* Room for `n` views of `type` in the page's arena. */
#define PAGE_ARRAY(page, type, n) ARENA_ARRAY((page)->arena, type, (n))

/* --- numbers: formats through a words_* function into the arena --- */
struct str page_value(const struct page *page, size_t indicator,
                      struct num value);
struct str page_cell(const struct page *page, size_t indicator, struct fact f);
struct str page_period(const struct page *page, struct period period);
struct str page_period_beside(const struct page *page, struct period period,
                              struct str title);    /* empty if that says it */
struct str page_period_short(const struct page *page, struct period period);
struct str page_date(const struct page *page, date d);
struct str page_number(const struct page *page, struct num value, int decimals);
/* How old the newest data are on the date of the site: «Самые новые данные —
 * за 2020 год. Им 5 лет.»; without their age when it is under a year. */
struct str page_fresh(const struct page *page, struct period newest);
/* reached, near, open, none, no-target: class status-... of the styles. */
struct str page_status_class(enum status status);

#endif
