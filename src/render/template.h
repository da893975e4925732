/*
 * template: typed Mustache. A template is compiled against the view struct
 * that it will be given: each name becomes an offset, a wrong name is an
 * error with its place and the nearest right one, and only values marked as
 * HTML or URL may stand unescaped or in href and src.
 *
 * For render/. Knows nothing of schools.
 *
 * Language: the core of the Mustache specification (comments, delimiters,
 * interpolation, sections, inverted sections, partials) plus inheritance
 * ({{<parent}}...{{$block}}...{{/block}}{{/parent}}, also inside partials);
 * no lambdas. {{t.key}} is a word of the theme. Names look outwards through
 * the enclosing sections, as in Mustache, but at compile time. {{a.b}} enters
 * the view a; where it is absent nothing is printed.
 *
 * The compiler knows where in the markup each tag stands. Text: content of
 * elements and quoted attributes, but those that hold addresses (there only
 * behind a literal #), styles or scripts. HTML: content of elements. Nothing:
 * <script>, <style>, comments, names, values without quotes. A section, a
 * block, a partial must end where it began: outside of tags or inside the same
 * quotes. A partial may stand inside itself only within a section over a part
 * of the view it was given.
 */
#ifndef VITRINA_RENDER_TEMPLATE_H
#define VITRINA_RENDER_TEMPLATE_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum field_type {
    FIELD_TEXT,     /* struct str, escaped where printed; false when empty */
    FIELD_HTML,     /* struct str that is safe HTML; as {{{x}}} or {{&x}} */
    FIELD_URL,      /* struct str that is a checked URL; only inside the quotes
                       of href, src (also action, content, data-* and other
                       attributes that hold an address); {{x}} or {{{x}}} */
    FIELD_BOOL,     /* bool: sections only */
    FIELD_LIST,     /* struct list of `item` views: sections only */
    FIELD_VIEW      /* pointer to one `item` view, or NULL: {{#x}} enters it */
};

/* A list of views in memory: `at` points to n structs of the item's size. */
struct list {
    const void *at;
    size_t n;
};

struct view;

struct field {
    const char *name;
    enum field_type type;
    size_t offset;
    const struct view *item;    /* FIELD_LIST, FIELD_VIEW */
};

/* The fields of one struct; `base` (may be NULL) describes a struct that is
 * its first member, whose names belong to it too. */
struct view {
    const char *name;
    size_t size;
    const struct field *fields;
    size_t n;
    const struct view *base;
};

#define FIELD(type, kind, member) \
    { #member, FIELD_##kind, offsetof(struct type, member), NULL }
#define FIELD_OF(type, kind, member, view) \
    { #member, FIELD_##kind, offsetof(struct type, member), &(view) }

/* Where template sources and words come from. */
struct template_source {
    void *payload;
    /* Text of template `name` (without ending); its file for messages in
     * `*file`. False when there is none. */
    bool (*load)(void *payload, struct str name, struct str *text,
                 struct str *file);
    /* Word `key` of the theme (plain text), or false. */
    bool (*word)(void *payload, struct str key, struct str *text);
    /* Name `i` of all words, for the nearest one; word_count in total. */
    struct str (*word_name)(const void *payload, size_t i);
    size_t word_count;
};

struct template;

/* Item view of a list of struct str: {{#list}}{{.}}{{/list}}. A view of your
 * own may have a field named "." as well. */
extern const struct view template_text_view;

#define TEMPLATE_DEPTH_MAX 32   /* nesting of sections and of partials */
#define TEMPLATE_CALLS_MAX 128  /* of partials inside themselves, by data */

/*
 * Compiles template `name` for `view` into the arena. All errors of all its
 * partials are reported; NULL when there was any. The result is immutable and
 * may be rendered by several threads.
 */
const struct template *template_compile(struct arena *arena,
                                        const struct template_source *source,
                                        struct str name,
                                        const struct view *view,
                                        struct diag *diag);

/* Appends the text for `data`, a struct of the view it was compiled for.
 * False when the data were nested deeper than TEMPLATE_CALLS_MAX: then what
 * lies deeper is missing in the text. */
bool template_render(const struct template *template, const void *data,
                     struct buf *out);

#endif
