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
struct diag;
struct page_kind;
struct plan;
struct release;
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
                       const struct words *words, const struct theme *theme,
                       struct diag *diag);
size_t plan_count(const struct plan *plan);
struct str plan_path(const struct plan *plan, size_t i);
/* Files made from other files stand behind this index. */
size_t plan_first_derived(const struct plan *plan);

/*
 * Appends the bytes of file i to `out`. `scratch` is the worker's own arena,
 * reset by this call. Trouble of the content is reported.
 */
void page_render(const struct plan *plan, size_t i, struct arena *scratch,
                 struct buf *out, struct diag *diag);

/* --- for render/ --- */

/* Index of the file at `path` from the root, or SIZE_MAX. */
size_t plan_find(const struct plan *plan, struct str path);
const struct page_kind *plan_kind(const struct plan *plan, size_t i);
/* What belongs to each school. */
const struct school_index *plan_schools(const struct plan *plan);
/* What school pages compare. */
const struct block_comparisons *plan_comparisons(const struct plan *plan);
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
