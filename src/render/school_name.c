/*
 * school_name: a school's name with its place. See school_name.h.
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

struct str school_title(const struct page *page, size_t school)
{
    const struct school *it = &page->site->schools.at[school];
    struct str label = catalog_school_label(it);
    struct str place = school_municipality(page, it);
    struct buf title = {0};

    buf_add(&title, label);
    if (it->settlement.n > 0 && str_find(label, it->settlement) < 0) {
        buf_addz(&title, ", ");
        buf_add(&title, it->settlement);
    }
    if (place.n > 0 && !str_eq(place, it->settlement)) {
        buf_addz(&title, ", ");
        buf_add(&title, place);
    }
    return page_typo(page, page_take(page, &title));
}
