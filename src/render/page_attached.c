/*
 * page_attached: links to files: those that an author names beside a document
 * or a practice, and the open tables of a programme.
 *
 * For page_*.c.
 */
#include "render/page_attached.h"

#include "model/attachment.h"

#define KILOBYTE 1024

/* What stands behind the last point, in capitals: PDF. */
static struct str format_of(const struct page *page, struct str path)
{
    struct buf out = {0};
    size_t from = path.n;

    while (from > 0 && path.p[from - 1] != '.')
        from--;
    for (size_t i = from; i < path.n; i++) {
        char c = path.p[i];

        buf_char(&out, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
    return page_take(page, &out);
}

static struct str with_size(const struct page *page, struct str label,
                            const struct attachment *file)
{
    size_t kilobytes = (file->size + KILOBYTE - 1) / KILOBYTE;

    return page_fill(page, "attached.file",
        FILL({ "name", label }, { "format", format_of(page, file->to) },
             { "size", page_number(page, num_int((int64_t)kilobytes), 0) }));
}

struct view_link page_attached(const struct page *page, struct str from,
                               struct str name, struct str label)
{
    struct link_target to;
    const struct attachment *file;
    struct view_link link = {
        .label = page_typo(page, label.n > 0 ? label : name),
    };
    struct buf url = {0};

    if (name.n == 0)
        return (struct view_link){0};
    to = address_resolve(page->arena, page->site, from, name);
    if (to.kind == LINK_WEB) {
        page_put_web(&url, to.path);
        link.url = page_take(page, &url);
    } else if (to.kind == LINK_FILE && page_has(page, to.path)) {
        link.url = page_path_url(page, to.path);
        file = attachment_find(page->site, to.path);
        if (file)
            link.label = with_size(page, link.label, file);
    } else if (to.kind == LINK_THING && page_has(page, to.path)) {
        link.url = page_path_url(page, to.path);
    }
    return link;
}

struct str page_table_url(const struct page *page, size_t programme,
                          const char *name)
{
    struct str id = page->site->programmes.at[programme].id;
    struct str path = str_format(page->arena, "data/%.*s/%s", STR_FMT(id),
                                 name);

    return page_has(page, path) ? page_path_url(page, path)
                                : (struct str){0};
}
