/*
 * template_walk: the state of the walk over one procedure's tokens.
 *
 * Private to template_walk.c and template_partial.c.
 */
#ifndef VITRINA_RENDER_TEMPLATE_WALK_H
#define VITRINA_RENDER_TEMPLATE_WALK_H

#include "render/template_compile.h"

#define STR_NONE ((struct str){ NULL, 0 })

struct walk {
    struct compiler *compiler;
    struct arena *arena;
    struct procedure *procedure;
    struct scope scope;
    struct html html;
    struct buf literal;         /* text not yet a step */
    enum descent descent;
    bool line_begun;            /* the next line start was printed already */
};

/* The text that is being walked over. */
struct scene {
    const struct template_file *file;
    const struct overrides *overrides;
    struct str indent;          /* to be put before each line */
    size_t dedent;              /* blanks to be taken from it first */
};

void walk_complain(struct walk *w, const struct scene *scene,
                   const struct token *token, enum msg id,
                   const struct str *args);

/* Adds a step, behind the text that was collected. */
struct step *walk_step(struct walk *w, enum op op);
void walk_flush(struct walk *w);

/* Tokens [from, to) of the scene. */
void walk_range(struct walk *w, const struct scene *scene, size_t from,
                size_t to);

/* A section or block from `before` to here may be left out or repeated: the
 * two places must be the same. */
void walk_join(struct walk *w, const struct scene *scene,
               const struct token *token, const struct html *before);

size_t walk_blanks(struct str line);    /* how many it begins with */
struct str walk_dedent(struct str line, size_t dedent);

/* --- template_partial.c: tokens that bring in other text --- */
void walk_partial(struct walk *w, const struct scene *scene,
                  const struct token *token);
void walk_parent(struct walk *w, const struct scene *scene, size_t at);
void walk_block(struct walk *w, const struct scene *scene, size_t at);

#endif
