/*
 * card: what a school, a programme or the site looks like as a picture that
 * others post: in a messenger, on a social network, on a site that takes only
 * pictures. It says by itself whose it is, how old, and where there is more.
 *
 * For file_card.c; plan.c keeps the cache, page_frame.c says how large they
 * are.
 */
#ifndef VITRINA_RENDER_CARD_H
#define VITRINA_RENDER_CARD_H

#include "render/page.h"

struct card_cache;

/* The wide one as messengers show links, the square one as networks show
 * posts; in pixels. */
enum card_shape { CARD_WIDE, CARD_SQUARE };
#define CARD_WIDE_WIDTH 1200
#define CARD_WIDE_HEIGHT 630
#define CARD_SQUARE_SIDE 1080

/* Are there cards (`cards: png` in site.yml)? */
static inline bool card_has(const struct site *site)
{
    return site->config.cards == CARDS_PNG;
}

/*
 * Appends the PNG of the card of a school (page->at), of a programme
 * (page->at), of the site. A picture that was drawn a moment ago is not drawn
 * again. Trouble of the machine is reported, and nothing appended.
 */
void card_school(struct page *page, enum card_shape shape, struct buf *out);
void card_programme(struct page *page, struct buf *out);
void card_site(struct page *page, struct buf *out);

/* The last pictures, for all threads; lives in the arena. */
struct card_cache *card_cache_new(struct arena *arena);

#endif
