/*
 * template_compile: what the two halves of the compiler share: the list of
 * procedures to be made (template_compile.c) and the walk over the tokens of
 * one procedure (template_walk.c).
 *
 * Private to these two.
 */
#ifndef VITRINA_RENDER_TEMPLATE_COMPILE_H
#define VITRINA_RENDER_TEMPLATE_COMPILE_H

#include "base/mem.h"
#include "render/template_html.h"
#include "render/template_parse.h"
#include "render/template_scope.h"

/* Content given to a block by name. Blocks inside the content are looked up
 * in the overrides of the place where it was written. */
struct override {
    struct str name;
    const struct template_file *file;
    size_t block;                       /* token in `file` */
    const struct overrides *outer;
};

/* Each distinct list exists once: equal means same pointer. */
struct overrides {
    const struct override *at;
    size_t n;
};

/* A template or partial compiled for one kind of place. */
struct procedure {
    const struct template_file *file;
    struct scope scope;
    struct html html;                   /* where it begins and must end */
    struct str indent;                  /* put before each of its lines */
    const struct overrides *overrides;
    const struct procedure *caller;     /* the first one */
    size_t depth, index;
    ARR(struct step) step;              /* jumps relative to its begin, calls
                                           to a procedure's index */
};

/* How the innermost view at a call relates to the one the caller got. */
enum descent {
    DESCENT_SAME,
    DESCENT_DOWN,       /* a part of it */
    DESCENT_ELSEWHERE   /* not known to be one */
};

struct call {
    size_t from, to;
    enum descent descent;
    struct pos at;
    struct str tag;
};

struct compiler {
    struct arena *arena;
    const struct template_source *source;
    struct diag *diag;
    ARR(struct template_file *) file;
    ARR(struct procedure *) procedure;
    ARR(const struct overrides *) overrides;
    ARR(struct call) call;
    bool too_big;
};

/* The file of template `name`, parsed; NULL if there is none. */
const struct template_file *compiler_file(struct compiler *compiler,
                                          struct str name);

/* The one procedure like `wanted`, perhaps yet to be compiled; NULL if there
 * would be too many. */
struct procedure *compiler_procedure(struct compiler *compiler,
                                     const struct procedure *wanted);

const struct overrides *compiler_overrides(struct compiler *compiler,
                                           const struct override *at,
                                           size_t n);

void compiler_too_big(struct compiler *compiler, struct pos at);

/* Fills in the procedure's steps. */
void template_walk(struct compiler *compiler, struct procedure *procedure);

#endif
