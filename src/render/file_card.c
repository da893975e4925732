/*
 * file_card: cards as files: two shapes in the kit of each school, one of
 * each programme, one of the site. Only where site.yml asks for them.
 *
 * A row of pages.c.
 */
#include "render/card.h"

/* `sub`: of what it is. */
enum { OF_SITE, OF_PROGRAMME, OF_SCHOOL, OF_SCHOOL_SQUARE };

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    if (!card_has(site))
        return;
    plan_add(list, address_of(arena, site, THING_CARD, NONE, NONE), NONE,
             OF_SITE);
    for (size_t i = 0; i < site->programmes.n; i++)
        plan_add(list, address_of(arena, site, THING_CARD, i, NONE), i,
                 OF_PROGRAMME);
    for (size_t i = 0; i < site->schools.n; i++) {
        plan_add(list, address_of(arena, site, THING_KIT, i, KIT_CARD), i,
                 OF_SCHOOL);
        plan_add(list, address_of(arena, site, THING_KIT, i, KIT_SQUARE), i,
                 OF_SCHOOL_SQUARE);
    }
}

static void write(struct page *page, struct buf *out)
{
    switch (page->sub) {
    case OF_SITE:
        card_site(page, out);
        break;
    case OF_PROGRAMME:
        card_programme(page, out);
        break;
    case OF_SCHOOL:
        card_school(page, CARD_WIDE, out);
        break;
    default:
        card_school(page, CARD_SQUARE, out);
        break;
    }
}

const struct page_kind file_card = {
    .name = "card", .list = list, .write = write,
};
