/*
 * file_sitemap: the pages' addresses for search engines; several files and
 * an index of them when there are too many for one. Only with base_url,
 * since its addresses are absolute.
 *
 * A row of pages.c.
 */
#include "render/page.h"
#include "render/plan.h"

#define SITEMAP_MAX 50000   /* addresses in one file, by the format */
#define SITEMAP_NS "http://www.sitemaps.org/schemas/sitemap/0.9"

static size_t parts_of(size_t pages)
{
    return (pages + SITEMAP_MAX - 1) / SITEMAP_MAX;
}

/* at: number of pages; sub: 0 the file itself or the index, else a part. */
static void sitemap_list(struct plan_list *list, struct arena *arena,
                         const struct site *site,
                         const struct release *release)
{
    size_t pages = plan_list_listed(list), parts = parts_of(pages);

    (void)release;
    if (site->config.base_url.n == 0)
        return;
    plan_add(list, S("sitemap.xml"), pages, 0);
    for (size_t i = 1; parts > 1 && i <= parts; i++)
        plan_add(list, str_format(arena, "sitemap-%zu.xml", i), pages, i);
}

static void put_location(const struct page *page, struct str path,
                         struct buf *out)
{
    struct buf url = {0};

    buf_add(&url, page->site->config.base_url);
    address_relative(&url, S("index.html"), path);
    buf_add(out, S("<loc>"));
    buf_xml(out, buf_str(&url));
    buf_add(out, S("</loc>"));
    buf_free(&url);
}

static void put_index(const struct page *page, struct buf *out)
{
    buf_add(out, S("<sitemapindex xmlns=\"" SITEMAP_NS "\">\n"));
    for (size_t i = 1; i <= parts_of(page->at); i++) {
        buf_add(out, S("<sitemap>"));
        put_location(page, str_format(page->arena, "sitemap-%zu.xml", i),
                     out);
        buf_add(out, S("</sitemap>\n"));
    }
    buf_add(out, S("</sitemapindex>\n"));
}

/* The pages from number `from` up to `to`, in the plan's order. */
static void put_pages(const struct page *page, size_t from, size_t to,
                      struct buf *out)
{
    size_t n = plan_first_derived(page->plan), number = 0;

    buf_add(out, S("<urlset xmlns=\"" SITEMAP_NS "\">\n"));
    for (size_t i = 0; i < n && number < to; i++) {
        if (!plan_listed(page->plan, i) || number++ < from)
            continue;
        buf_add(out, S("<url>"));
        put_location(page, plan_path(page->plan, i), out);
        buf_add(out, S("</url>\n"));
    }
    buf_add(out, S("</urlset>\n"));
}

static void sitemap_write(struct page *page, struct buf *out)
{
    buf_add(out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    if (page->sub > 0)
        put_pages(page, (page->sub - 1) * SITEMAP_MAX,
                  page->sub * SITEMAP_MAX, out);
    else if (page->at > SITEMAP_MAX)
        put_index(page, out);
    else
        put_pages(page, 0, SITEMAP_MAX, out);
}

const struct page_kind file_sitemap = {
    .name = "sitemap", .list = sitemap_list, .write = sitemap_write,
    .derived = true,
};
