/*
 * plan: every file of the site, known before the first is rendered; and each
 * file's bytes on request, from any worker.
 *
 * For build.c; the second half for render/.
 */
#ifndef VITRINA_RENDER_PLAN_H
#define VITRINA_RENDER_PLAN_H

#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct block_comparisons;
struct changes;
struct card_cache;
struct diag;
struct page_kind;
struct plan;
struct practice_index;
struct release;
struct search;
struct site;
struct terms;
struct theme;
struct words;

/*
 * Compiles the templates and lists the files, sorted by path. NULL after
 * reporting errors in templates or two things with one address.
 */
struct plan *plan_make(struct arena *arena, const struct site *site,
                       const struct release *release,
                       const struct words *words,
                       const struct changes *changes,
                       const struct theme *theme, struct diag *diag);
/*
 * The part of it that is the site of one school (mini.h), made with
 * theme_open_school; `whole` must live as long.
 */
const struct plan *plan_only(struct arena *arena, const struct plan *whole,
                             size_t school);
/* What does not lie in the arena; NULL is fine. */
void plan_free(struct plan *plan);
size_t plan_count(const struct plan *plan);
/* Where it is written, from the root. */
struct str plan_path(const struct plan *plan, size_t i);
/* Kind of file i. */
const struct page_kind *plan_kind(const struct plan *plan, size_t i);
/* Index of the file at `path` from the root of the whole site, or SIZE_MAX;
 * of a part's plan it says only that the whole has it. */
size_t plan_find(const struct plan *plan, struct str path);
/* The template of file i as messages name it; empty: it has none. */
struct str plan_template(const struct plan *plan, size_t i);
/* Files made from other files stand behind this index. */
size_t plan_first_derived(const struct plan *plan);

/*
 * Appends the bytes of file i to `out`. `scratch` is the worker's own arena,
 * reset by this call. Trouble of the content is reported.
 */
void page_render(const struct plan *plan, size_t i, struct arena *scratch,
                 struct buf *out, struct diag *diag);

/* --- for render/ --- */

/* Is it a page that search engines may list? */
bool plan_listed(const struct plan *plan, size_t i);
/* Bytes of file i of a whole site's plan: known once it was rendered; else it
 * is rendered to be weighed. */
size_t plan_size(const struct plan *plan, size_t i, struct diag *diag);
/* What belongs to each school. */
const struct school_index *plan_schools(const struct plan *plan);
/* Practices by what teachers look for. */
const struct practice_index *plan_practices(const struct plan *plan);
/* What has changed in the sources: release/changes.h. */
const struct changes *plan_changes(const struct plan *plan);
/* What school pages compare. */
const struct block_comparisons *plan_comparisons(const struct plan *plan);
/* Pictures drawn a moment ago. */
struct card_cache *plan_cards(const struct plan *plan);
/* What search has been told; NULL when the site has none. */
struct search *plan_search(const struct plan *plan);
/* Terms of the glossary, ready to be found in texts. */
const struct terms *plan_terms(const struct plan *plan);
/* A period of some indicator in its short form; false for other periods. */
bool plan_period_short(const struct plan *plan, struct period period,
                       struct str *text);
/* Title of an indicator, and its question (else the title), with typography:
 * every school's page has them all. */
struct str plan_title(const struct plan *plan, size_t indicator);
struct str plan_question(const struct plan *plan, size_t indicator);

#endif
