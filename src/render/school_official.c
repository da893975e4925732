/*
 * school_official: pages of «Сведения об образовательной организации». See
 * school_official.h.
 *
 * For page_school.c and page_kit.c.
 */
#include "render/school_official.h"

/* The folder of a site's first page: without `index.php?x` and slashes. */
static struct str root_of(struct str url)
{
    ptrdiff_t colon = str_find(url, S("://"));
    size_t last = 0;

    url = str_cut(&url, '?');
    url = str_cut(&url, '#');
    for (size_t i = (size_t)colon + 3; i < url.n; i++)
        if (url.p[i] == '/')
            last = i;
    if (last > 0 && str_find_char(str_skip(url, last), '.') >= 0)
        url.n = last;
    while (str_ends(url, S("/")))
        url.n--;
    return url;
}

struct list school_official(const struct page *page, size_t school)
{
    static const struct { const char *part, *key; } parts[] = {
        { "common", "school.official_common" },
        { "document", "school.official_document" },
        { "education", "school.official_education" },
        { "employees", "school.official_employees" },
        { "objects", "school.official_objects" },
    };
    size_t n = sizeof parts / sizeof *parts;
    struct str site = page_site_url(page,
                                    page->site->schools.at[school].site);
    struct view_link *links = PAGE_ARRAY(page, struct view_link, n);

    if (site.n == 0)
        return (struct list){0};
    site = root_of(site);
    for (size_t i = 0; i < n; i++)
        links[i] = (struct view_link){
            .label = page_word(page, parts[i].key),
            .url = str_format(page->arena, "%.*s/sveden/%s/", STR_FMT(site),
                              parts[i].part),
        };
    return (struct list){ links, n };
}
