/*
 * template_scope: the names visible at one place of a template.
 *
 * Private to template_compile.c and template_scope.c.
 */
#ifndef VITRINA_RENDER_TEMPLATE_SCOPE_H
#define VITRINA_RENDER_TEMPLATE_SCOPE_H

#include "base/str.h"
#include "render/template_program.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* What one enclosing section has entered, seen by the compiler. */
struct frame {
    const struct view *view;    /* NULL: a value, printed as {{.}} */
    enum field_type type;       /* of that value */
    bool unknown;               /* the section's name was wrong: no further
                                   complaints about names inside */
};

struct scope {
    struct frame frame[FRAMES_MAX];     /* the innermost last */
    size_t n;
};

enum scope_find {
    SCOPE_FOUND,
    SCOPE_UNKNOWN,      /* no such name; `name` is the part in question */
    SCOPE_NOT_VIEW,     /* `name` has no parts, but a dot follows */
    SCOPE_SILENT        /* inside a section that was complained about */
};

struct scope_value {
    enum field_type type;
    const struct view *item;    /* FIELD_LIST, FIELD_VIEW */
    uint8_t frame;
    const size_t *path;
    size_t path_n;
    struct str name;            /* the part that was not found */
    const struct view *in;      /* where it was looked for; NULL: outwards */
};

enum scope_find scope_find(struct arena *arena, const struct scope *scope,
                           struct str name, struct scope_value *value);

/* Name nearest to the one not found, or an empty slice. */
struct str scope_nearest(struct arena *arena, const struct scope *scope,
                         const struct scope_value *value);

/* Index of the innermost view; scope->n if there is none. */
size_t scope_innermost(const struct scope *scope);

/*
 * The frames that can still be named from a partial used here: a view whose
 * names are all hidden by an inner one is left out. So the same partial
 * inside itself soon has the same scope as before. Fills map[] with the
 * kept frames' indexes.
 */
void scope_reduce(const struct scope *scope, struct scope *kept,
                  uint8_t map[FRAMES_MAX]);

bool scope_eq(const struct scope *a, const struct scope *b);

#endif
