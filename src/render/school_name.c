/*
 * school_name: a school's name with its place, and its own site. See
 * school_name.h.
 *
 * For render/.
 */
#include "render/school_name.h"

struct str school_municipality(const struct page *page,
                               const struct school *school)
{
    const struct config *config = &page->site->config;

    if (school->municipality.index != NONE)
        return config->municipalities[school->municipality.index].name;
    return config->municipalities_n == 1 ? config->municipalities[0].name
                                         : (struct str){0};
}

struct str school_place(const struct page *page, size_t school)
{
    const struct school *it = &page->site->schools.at[school];
    struct str parts[2], place = school_municipality(page, it);
    size_t n = 0;

    if (it->settlement.n > 0 &&
        str_find(catalog_school_label(it), it->settlement) < 0)
        parts[n++] = it->settlement;
    if (place.n > 0 && !str_eq(place, it->settlement))
        parts[n++] = place;
    return page_typo(page, str_join(page->arena, parts, n, S(", ")));
}

struct str school_title(const struct page *page, size_t school)
{
    struct str place = school_place(page, school);
    struct buf title = {0};

    buf_add(&title,
            catalog_school_label(&page->site->schools.at[school]));
    if (place.n > 0)
        buf_addz(&title, ", ");
    buf_add(&title, place);
    return page_typo(page, page_take(page, &title));
}

struct str programme_place(const struct page *page,
                           const struct programme *programme)
{
    const struct config *config = &page->site->config;
    size_t at = programme->municipality.index;

    return at < config->municipalities_n
               ? page_typo(page, config->municipalities[at].name)
               : (struct str){0};
}
