/*
 * template_scope: from names to offsets.
 *
 * Used by template_compile.c only.
 */
#include "render/template_scope.h"

#include "base/fold.h"
#include "base/mem.h"

static const struct field *find_field(const struct view *view,
                                      struct str name)
{
    for (; view; view = view->base) {
        for (size_t i = 0; i < view->n; i++) {
            if (str_is(name, view->fields[i].name))
                return &view->fields[i];
        }
    }
    return NULL;
}

/* Finds the first part of a name and enters its frame. */
static const struct field *find_outwards(const struct scope *scope,
                                         struct str name, uint8_t *at,
                                         bool *silent)
{
    *silent = false;
    for (size_t i = scope->n; i-- > 0;) {
        const struct frame *frame = &scope->frame[i];
        const struct field *field = find_field(frame->view, name);

        *silent = *silent || frame->unknown;
        *at = (uint8_t)i;
        if (field)
            return field;
    }
    return NULL;
}

/* {{.}}: the innermost frame itself, or its field of that name. */
static enum scope_find find_dot(struct arena *arena,
                                const struct scope *scope,
                                struct scope_value *value)
{
    const struct frame *top = &scope->frame[scope->n - 1];
    const struct field *field = find_field(top->view, S("."));
    size_t *path = ARENA_NEW(arena, size_t);

    if (top->unknown)
        return SCOPE_SILENT;
    value->frame = (uint8_t)(scope->n - 1);
    value->type = top->view ? FIELD_VIEW : top->type;
    if (top->view && !field) {
        value->in = top->view;
        return SCOPE_UNKNOWN;
    }
    if (field) {
        value->type = field->type;
        value->item = field->item;
        *path = field->offset;
    }
    value->path = path;
    value->path_n = 1;
    return SCOPE_FOUND;
}

enum scope_find scope_find(struct arena *arena, const struct scope *scope,
                           struct str name, struct scope_value *value)
{
    const struct field *field;
    struct str rest = name;
    ARR(size_t) path = {0};
    bool silent;

    *value = (struct scope_value){ .name = name };
    if (str_is(name, "."))
        return find_dot(arena, scope, value);
    value->name = str_cut(&rest, '.');
    field = find_outwards(scope, value->name, &value->frame, &silent);
    if (!field && silent)
        return SCOPE_SILENT;
    while (field && rest.p) {
        *ARR_PUSH(arena, &path) = field->offset;
        if (field->type != FIELD_VIEW)
            return SCOPE_NOT_VIEW;
        value->in = field->item;
        value->name = str_cut(&rest, '.');
        field = find_field(field->item, value->name);
    }
    if (!field)
        return SCOPE_UNKNOWN;
    *ARR_PUSH(arena, &path) = field->offset;
    value->type = field->type;
    value->item = field->item;
    value->path = path.at;
    value->path_n = path.n;
    return SCOPE_FOUND;
}

struct names {
    ARR(struct str) name;
};

static struct str name_at(const void *payload, size_t i)
{
    const struct names *names = payload;

    return names->name.at[i];
}

static void add_names(struct arena *arena, struct names *names,
                      const struct view *view)
{
    for (; view; view = view->base) {
        for (size_t i = 0; i < view->n; i++)
            *ARR_PUSH(arena, &names->name) = str_of(view->fields[i].name);
    }
}

struct str scope_nearest(struct arena *arena, const struct scope *scope,
                         const struct scope_value *value)
{
    struct names names = {0};
    size_t i;

    if (value->in) {
        add_names(arena, &names, value->in);
    } else {
        for (size_t at = scope->n; at-- > 0;)
            add_names(arena, &names, scope->frame[at].view);
    }
    i = fold_nearest(value->name, names.name.n, name_at, &names);
    return i < names.name.n ? names.name.at[i] : (struct str){ NULL, 0 };
}

size_t scope_innermost(const struct scope *scope)
{
    for (size_t i = scope->n; i-- > 0;) {
        if (scope->frame[i].view || scope->frame[i].unknown)
            return i;
    }
    return scope->n;
}

static bool covers(const struct view *inner, const struct view *outer)
{
    for (; inner; inner = inner->base) {
        if (inner == outer)
            return true;
    }
    return false;
}

/* Can frame `at` still be seen when the `n` frames of map[] lie inside it? */
static bool is_seen(const struct scope *scope, size_t at,
                    const uint8_t *map, size_t n)
{
    const struct frame *frame = &scope->frame[at];

    if (at == scope->n - 1)
        return true;
    if (!frame->view && !frame->unknown)
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct frame *inner = &scope->frame[map[i]];

        if (frame->unknown ? inner->unknown
                           : covers(inner->view, frame->view))
            return false;
    }
    return true;
}

void scope_reduce(const struct scope *scope, struct scope *kept,
                  uint8_t map[FRAMES_MAX])
{
    uint8_t inner[FRAMES_MAX];
    size_t n = 0;

    for (size_t i = scope->n; i-- > 0;) {
        if (is_seen(scope, i, inner, n))
            inner[n++] = (uint8_t)i;
    }
    kept->n = n;
    for (size_t i = 0; i < n; i++) {
        map[i] = inner[n - 1 - i];
        kept->frame[i] = scope->frame[map[i]];
    }
}

bool scope_eq(const struct scope *a, const struct scope *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++) {
        const struct frame *x = &a->frame[i], *y = &b->frame[i];

        if (x->view != y->view || x->unknown != y->unknown ||
            (!x->view && x->type != y->type))
            return false;
    }
    return true;
}
