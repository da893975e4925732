/*
 * page_text: free pages, content/x.md and content/guide/x.md.
 *
 * A row of pages.c.
 */
#include "render/page.h"

#include "base/fold.h"

#include <stdlib.h>

struct text_extra {
    struct str caption, text;
};

static const struct field extra_fields[] = {
    FIELD(text_extra, TEXT, caption),
    FIELD(text_extra, TEXT, text),
};
static const struct view extra_view = {
    "text extra", sizeof(struct text_extra), extra_fields,
    sizeof extra_fields / sizeof *extra_fields, NULL,
};

struct text_view {
    struct view_frame frame;
    struct str lead, body;
    struct list extra;              /* text_extra */
    struct list below;              /* view_link: pages in its folder */
    bool has_extra, has_below;
};

static const struct field text_fields[] = {
    FIELD(text_view, TEXT, lead),
    FIELD(text_view, HTML, body),
    FIELD_OF(text_view, LIST, extra, extra_view),
    FIELD_OF(text_view, LIST, below, link_view),
    FIELD(text_view, BOOL, has_extra),
    FIELD(text_view, BOOL, has_below),
};
static const struct view text_view = {
    "text", sizeof(struct text_view), text_fields,
    sizeof text_fields / sizeof *text_fields, &frame_view,
};

static bool is_shown(const struct site *site, const struct free_page *page)
{
    return !page->text.draft && !page_is_introduction(site, page->id);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->pages.n; i++) {
        if (is_shown(site, &site->pages.at[i]))
            plan_add(list, address_of(arena, site, THING_PAGE, i, NONE), i,
                     0);
    }
}

static void fill_extra(const struct page *page, const struct text *text,
                       struct text_view *view)
{
    struct text_extra *rows = PAGE_ARRAY(page, struct text_extra,
                                         text->extra_n);

    for (size_t i = 0; i < text->extra_n; i++) {
        rows[i].caption = page_typo(page, text->extra[i].caption);
        rows[i].text = page_typo(page, text->extra[i].text);
    }
    view->extra = (struct list){ rows, text->extra_n };
    view->has_extra = text->extra_n > 0;
}

/* --- a page and those in the folder of its name --- */

/* Is `id` right below `folder`, as guide/tables is below guide? */
static bool is_below(struct str id, struct str folder)
{
    return id.n > folder.n + 1 && str_starts(id, folder) &&
           id.p[folder.n] == '/' &&
           str_find_char(str_skip(id, folder.n + 1), '/') < 0;
}

static void add_crumb(struct page *page, struct text_view *view,
                      struct str id)
{
    const struct site *site = page->site;

    for (size_t i = 0; i < site->pages.n; i++) {
        const struct free_page *above = &site->pages.at[i];

        if (is_below(id, above->id) && is_shown(site, above))
            frame_crumb(page, &view->frame,
                        page_label(page, THING_PAGE, i, NONE),
                        page_url(page, THING_PAGE, i, NONE));
    }
}

struct below {
    const struct free_page *page;
    size_t at;
};

static int by_order(const void *a, const void *b)
{
    const struct text *x = &((const struct below *)a)->page->text;
    const struct text *y = &((const struct below *)b)->page->text;

    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return fold_order(x->title, y->title);
}

static void fill_below(const struct page *page, struct text_view *view,
                       struct str id)
{
    const struct site *site = page->site;
    struct below *rows = PAGE_ARRAY(page, struct below, site->pages.n);
    struct view_link *links;
    size_t n = 0;

    for (size_t i = 0; i < site->pages.n; i++) {
        const struct free_page *row = &site->pages.at[i];

        if (is_below(row->id, id) && is_shown(site, row))
            rows[n++] = (struct below){ row, i };
    }
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_order);
    links = PAGE_ARRAY(page, struct view_link, n);
    for (size_t i = 0; i < n; i++) {
        links[i].label = page_label(page, THING_PAGE, rows[i].at, NONE);
        links[i].url = page_url(page, THING_PAGE, rows[i].at, NONE);
    }
    view->below = (struct list){ links, n };
    view->has_below = n > 0;
}

static void fill(struct page *page, void *data)
{
    struct text_view *view = data;
    const struct free_page *free_page = &page->site->pages.at[page->at];
    const struct text *text = &free_page->text;

    frame_heading(page, &view->frame, text->title, text->summary);
    frame_text(page, &view->frame, text);
    add_crumb(page, view, free_page->id);
    view->lead = page_typo(page, text->summary);
    view->body = page_body(page, text, S(""));
    fill_extra(page, text, view);
    fill_below(page, view, free_page->id);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->pages.at[at].text.at;
}

const struct page_kind page_text = {
    .name = "text", .view = &text_view, .list = list, .fill = fill,
    .origin = origin,
};
