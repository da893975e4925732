/*
 * fields: what a template may name, printed from the same tables by which
 * templates are compiled.
 *
 * For `help fields`.
 */
#include "base/mem.h"
#include "render/kind.h"

struct printed {
    ARR(const struct view *) views;
    struct arena *arena;
    struct buf *out;
};

static const char *type_name(enum field_type type)
{
    static const char *const names[] = {
        [FIELD_TEXT] = "text", [FIELD_HTML] = "html", [FIELD_URL] = "url",
        [FIELD_BOOL] = "bool", [FIELD_LIST] = "list", [FIELD_VIEW] = "view",
    };

    return names[type];
}

/* Remembers a view to be printed after those before it. */
static void queue(struct printed *printed, const struct view *view)
{
    for (size_t i = 0; i < printed->views.n; i++) {
        if (printed->views.at[i] == view)
            return;
    }
    *ARR_PUSH(printed->arena, &printed->views) = view;
}

static void print_fields(struct printed *printed, const struct view *view)
{
    buf_addf(printed->out, "%s", view->name);
    if (view->base) {
        buf_addf(printed->out, " + %s", view->base->name);
        queue(printed, view->base);
    }
    buf_char(printed->out, '\n');
    for (size_t i = 0; i < view->n; i++) {
        const struct field *field = &view->fields[i];

        buf_addf(printed->out, "    %-20s %s", field->name,
                 type_name(field->type));
        if (field->item) {
            buf_addf(printed->out, " of %s", field->item->name);
            queue(printed, field->item);
        }
        buf_char(printed->out, '\n');
    }
}

bool pages_print_fields(struct buf *out, struct str name)
{
    struct printed printed = { .arena = arena_new(), .out = out };
    bool found = false;

    for (size_t i = 0; i < page_kinds_n; i++) {
        const struct page_kind *kind = page_kinds[i];

        if (!kind->view || (name.n > 0 && !str_is(name, kind->name)))
            continue;
        queue(&printed, kind->view);
        found = true;
    }
    for (size_t i = 0; i < printed.views.n; i++)
        print_fields(&printed, printed.views.at[i]);
    arena_free(printed.arena);
    return found;
}
