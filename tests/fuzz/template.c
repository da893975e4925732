/*
 * Fuzzing of render/template: any text compiles or is refused with a message;
 * what compiles renders to valid UTF-8, and no text of the data gets out
 * unescaped. The input is that of tests/mustache: behind a line `--- partial
 * NAME` a partial, behind `--- template` (or from the beginning) the template.
 */
#include "base/mem.h"
#include "render/template.h"

#define HOSTILE "<i>\"'&"

struct item {
    struct str text;
    struct list more;
};
struct data {
    struct str text, html, url;
    bool yes, no;
    struct list items;
    const struct item *one;
};

static const struct view item_view;
static const struct field item_fields[] = {
    FIELD(item, TEXT, text),
    FIELD_OF(item, LIST, more, item_view),
};
static const struct view item_view = {"item", sizeof(struct item),
                                      item_fields, 2, NULL};
static const struct field data_fields[] = {
    FIELD(data, TEXT, text),
    FIELD(data, HTML, html),
    FIELD(data, URL, url),
    FIELD(data, BOOL, yes),
    FIELD(data, BOOL, no),
    FIELD_OF(data, LIST, items, item_view),
    FIELD_OF(data, VIEW, one, item_view),
};
static const struct view data_view = {"data", sizeof(struct data),
                                      data_fields, 7, NULL};

/* The lines behind the line `--- KIND NAME`, up to the next such line. */
static bool find_part(struct str input, struct str kind, struct str name,
                      struct str *text)
{
    while (input.n) {
        struct str line = str_cut(&input, '\n');
        if (!str_starts(line, kind) ||
            !str_eq(str_trim(str_skip(line, kind.n)), name))
            continue;
        ptrdiff_t end = str_find(input, S("\n--- "));
        *text = end < 0 ? input : str_sub(input, 0, (size_t)end);
        return true;
    }
    return false;
}

static bool load(void *payload, struct str name, struct str *text,
                 struct str *file)
{
    const struct str *input = payload;
    *file = S("fuzz.html");
    if (!str_is(name, "fuzz"))
        return find_part(*input, S("--- partial "), name, text);
    if (!find_part(*input, S("--- template"), S(""), text))
        *text = *input;
    return true;
}

static bool word(void *payload, struct str key, struct str *text)
{
    (void)payload;
    *text = S("слово");
    return key.n < 9;
}

static struct str word_name(const void *payload, size_t i)
{
    (void)payload;
    (void)i;
    return S("word");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct item inner[] = {{S(HOSTILE), {NULL, 0}}};
    struct item items[] = {{S(HOSTILE), {inner, 1}}, {S("б"), {NULL, 0}}};
    struct data view = {S(HOSTILE), S("<b>да</b>"), S("a.html"), true, false,
                        {items, 2}, &items[0]};
    struct template_source source = {&text, load, word, word_name, 1};
    if (utf8_valid(text) != size || str_find(text, S("<i>")) >= 0)
        return 0;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct buf out = {0};
    const struct template *template = template_compile(
        arena, &source, S("fuzz"), &data_view, diag);
    if (!template && diag_worst(diag) < LEVEL_ERROR)
        __builtin_trap();
    if (template) {
        template_render(template, &view, &out);
        if (utf8_valid(buf_str(&out)) != out.n ||
            str_find(buf_str(&out), S("<i>")) >= 0)
            __builtin_trap();
    }
    buf_free(&out);
    diag_free(diag);
    arena_free(arena);
    return 0;
}
