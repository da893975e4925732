/*
 * text_guard: what keeps hostile or damaged text from stopping a build: a
 * scan of the raw lines before parsing, and memory that runs out with a
 * message. cmark-gfm of Debian 12 has several inputs of quadratic time, so
 * each limit bounds the work of the parser, not only its memory.
 *
 * For text.c and its tests.
 */
#ifndef VITRINA_INPUT_TEXT_GUARD_H
#define VITRINA_INPUT_TEXT_GUARD_H

#include "base/diag.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Limits within lines that no blank line separates (a paragraph ends there).
 * Written texts stay far below: these are for repeated garbage.
 */
#define TEXT_BRACKETS_MAX 500       /* `[` still open */
#define TEXT_EMPHASIS_MAX 4000      /* runs of `*` and `_` */
#define TEXT_DECLARATIONS_MAX 200   /* `<!` and `<?` */
#define TEXT_DELIMITERS_MAX 100     /* lines like `|---|---|` */
/* No list marker further right: bounds depth built up over several lines. */
#define TEXT_MARKER_COLUMN_MAX 256

/* False after reporting when the text must not be parsed. */
bool text_guard(struct str markdown, struct pos first, struct diag *diag);

/*
 * Memory of one parse. cmark's allocator has no context and must not return
 * NULL, so the budget in force is a variable of the thread, and asking for
 * more than `limit` jumps to `over`. Whoever sets a budget does setjmp first;
 * what the parser held lies in the arena and is abandoned with it.
 */
struct text_budget {
    struct arena *arena;
    size_t limit;
    jmp_buf over;
};

/* Puts a budget in force for this thread; NULL ends it. */
void text_budget_use(struct text_budget *budget);

void *text_budget_calloc(size_t n, size_t size);
void *text_budget_realloc(void *old, size_t size);
void text_budget_free(void *old);   /* does nothing: the arena is dropped */

#endif
