/*
 * page_glossary: the words that readers may not know.
 *
 * A row of pages.c.
 */
#include "render/page.h"

#include "base/fold.h"

#include <stdlib.h>

struct glossary_line {
    struct str id, term, definition, synonyms;
};

static const struct field line_fields[] = {
    FIELD(glossary_line, TEXT, id),
    FIELD(glossary_line, TEXT, term),
    FIELD(glossary_line, TEXT, definition),
    FIELD(glossary_line, TEXT, synonyms),
};
static const struct view line_view = {
    "glossary line", sizeof(struct glossary_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

struct glossary_view {
    struct view_frame frame;
    struct list terms;              /* glossary_line */
};

static const struct field glossary_fields[] = {
    FIELD_OF(glossary_view, LIST, terms, line_view),
};
static const struct view glossary_view = {
    "glossary", sizeof(struct glossary_view), glossary_fields,
    sizeof glossary_fields / sizeof *glossary_fields, &frame_view,
};

static int by_term(const void *a, const void *b)
{
    const struct glossary_line *x = a, *y = b;

    return fold_order(x->term, y->term);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    if (site->terms.n > 0)
        plan_add(list, address_of(arena, site, THING_GLOSSARY, NONE, NONE),
                 0, 0);
}

static void fill(struct page *page, void *data)
{
    struct glossary_view *view = data;
    const struct site *site = page->site;
    struct glossary_line *lines = PAGE_ARRAY(page, struct glossary_line,
                                             site->terms.n);

    frame_heading(page, &view->frame, page_word(page, "glossary.heading"),
                  page_word(page, "glossary.description"));
    for (size_t i = 0; i < site->terms.n; i++) {
        const struct term *term = &site->terms.at[i];
        struct str also = str_join(page->arena, term->synonyms.at,
                                   term->synonyms.n, S(", "));

        lines[i] = (struct glossary_line){
            .id = term->id,
            .term = page_typo(page, term->term),
            .definition = page_typo(page, term->definition),
            .synonyms = page_typo(page, also),
        };
    }
    if (site->terms.n > 0)
        qsort(lines, site->terms.n, sizeof *lines, by_term);
    view->terms = (struct list){ lines, site->terms.n };
}

const struct page_kind page_glossary = {
    .name = "glossary", .view = &glossary_view, .list = list, .fill = fill,
};
