/*
 * card: pictures of schools, programmes and the site. See card.h.
 *
 * For file_card.c, plan.c and page_frame.c.
 */
#include "render/card.h"

#include "base/hash.h"
#include "chart/chart_card.h"
#include "chart/raster.h"
#include "release/words_text.h"
#include "render/embedded.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"
#include "render/school_name.h"
#include "render/theme.h"
#include "render/tile.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>

#define WIDE_TILES 2            /* so many have room in a wide card */
#define FONTS 4                 /* files, at most */

static const struct {
    size_t width, height;
} shapes[] = {
    [CARD_WIDE] = {CARD_WIDE_WIDTH, CARD_WIDE_HEIGHT},
    [CARD_SQUARE] = {CARD_SQUARE_SIDE, CARD_SQUARE_SIDE},
};

/* --- pictures drawn a moment ago --- */

/* The archive of a school's kit wants the pictures that stand beside it in
 * the plan: few workers later at most. */
#define CACHED 32
#define CACHED_BYTES ((size_t)96 * 1024)

struct card_cache {
    pthread_mutex_t lock;
    pthread_cond_t drawn;
    bool told;                  /* why nothing can be drawn */
    size_t next;
    struct cached {
        struct digest svg;
        bool busy;              /* a worker is at it */
        size_t n;               /* 0: nothing is kept */
        char *bytes;
    } at[CACHED];
};

struct card_cache *card_cache_new(struct arena *arena)
{
    struct card_cache *cache = ARENA_NEW(arena, struct card_cache);

    pthread_mutex_init(&cache->lock, NULL);
    pthread_cond_init(&cache->drawn, NULL);
    for (size_t i = 0; i < CACHED; i++)
        cache->at[i].bytes = arena_take(arena, CACHED_BYTES);
    return cache;
}

static struct cached *find(struct card_cache *cache, struct digest svg)
{
    for (size_t i = 0; i < CACHED; i++) {
        struct cached *it = &cache->at[i];

        if ((it->busy || it->n > 0) && it->svg.high == svg.high &&
            it->svg.low == svg.low)
            return it;
    }
    return NULL;
}

/* The oldest that nobody is at becomes that of `svg`. */
static void take(struct card_cache *cache, struct digest svg)
{
    for (size_t i = 0; i < CACHED; i++) {
        struct cached *it = &cache->at[cache->next++ % CACHED];

        if (!it->busy) {
            *it = (struct cached){svg, true, 0, it->bytes};
            return;
        }
    }
}

/* Appends the picture if it is kept; one that another worker is at is waited
 * for. False: the caller draws it and gives it to keep(). */
static bool recall(struct card_cache *cache, struct digest svg,
                   struct buf *out)
{
    struct cached *it;

    pthread_mutex_lock(&cache->lock);
    while ((it = find(cache, svg)) && it->busy)
        pthread_cond_wait(&cache->drawn, &cache->lock);
    if (it)
        buf_add(out, (struct str){it->bytes, it->n});
    else
        take(cache, svg);
    pthread_mutex_unlock(&cache->lock);
    return it != NULL;
}

/* `png` is empty when nothing could be drawn. */
static void keep(struct card_cache *cache, struct digest svg, struct str png)
{
    struct cached *it;

    pthread_mutex_lock(&cache->lock);
    it = find(cache, svg);
    if (it && png.n > 0 && png.n <= CACHED_BYTES) {
        memcpy(it->bytes, png.p, png.n);
        it->n = png.n;
    }
    if (it)
        it->busy = false;
    pthread_cond_broadcast(&cache->drawn);
    pthread_mutex_unlock(&cache->lock);
}

/* All pictures fail for one reason: said once. */
static void report(const struct page *page, enum raster why)
{
    struct card_cache *cache = plan_cards(page->plan);
    int error = errno;
    bool first;

    pthread_mutex_lock(&cache->lock);
    first = !cache->told;
    cache->told = true;
    pthread_mutex_unlock(&cache->lock);
    errno = error;
    if (first && why == RASTER_FONT)
        diag_add(page->diag, page->site->config.at, MSG_CARD_FONT, NULL);
    else if (first)
        diag_errno(page->diag, (struct pos){0}, MSG_MACHINE_WRITE,
                   S("/tmp"));
}

/* --- drawing --- */

/* The site's own theme may have others. */
static size_t fonts_of(const struct page *page, struct str fonts[FONTS])
{
    size_t n = 0;

    for (size_t i = 0; i < theme_fonts_n && n < FONTS; i++) {
        struct str name = str_of(theme_fonts[i].path), file;
        struct str path = str_format(page->arena, "fonts/%.*s",
                                     STR_FMT(name));
        if (!str_ends(name, S(".ttf")))
            continue;
        fonts[n] = (struct str){(const char *)theme_fonts[i].bytes,
                                theme_fonts[i].n};
        theme_file(page->theme, path, &fonts[n], &file);
        n++;
    }
    return n;
}

static void draw(struct page *page, const struct chart_card *card,
                 struct buf *out)
{
    struct str fonts[FONTS];
    struct buf svg = {0}, png = {0};
    struct digest digest;

    chart_card(&svg, card);
    digest = hash_digest(buf_str(&svg));
    if (!recall(plan_cards(page->plan), digest, out)) {
        enum raster result = raster_png(&png, buf_str(&svg), card->width,
                                        card->height, fonts,
                                        fonts_of(page, fonts));
        if (result != RASTER_DRAWN)
            report(page, result);
        keep(plan_cards(page->plan), digest, buf_str(&png));
        buf_add(out, buf_str(&png));
    }
    buf_free(&svg);
    buf_free(&png);
}

/* --- what all have --- */

static struct chart_card card_of(const struct page *page,
                                 enum card_shape shape, struct str title,
                                 struct str path, date as_of)
{
    struct buf day = {0};

    words_date_short(&day, page->words->lexicon, as_of);
    return (struct chart_card){
        .width = shapes[shape].width, .height = shapes[shape].height,
        .title = title, .address = outside_address(page, path),
        .date = page_fill(page, "card.date",
                          FILL({"date", page_take(page, &day)})),
    };
}

static bool is_told(const struct programme *it)
{
    return it->source_note.n > 0 && !it->demo;
}

/* What the picture says of itself before all else. */
static void add_notice(const struct page *page, struct chart_card *card,
                       bool demo, bool told)
{
    card->demo = demo;
    if (demo || told)
        card->notice = page_word(page, demo ? "card.demo" : "card.told");
}

/* «Город Заречный. Программа «Успех»»: without those that are empty. */
static struct str join(const struct page *page, struct str one,
                       struct str other)
{
    struct buf out = {0};

    buf_add(&out, one);
    if (one.n > 0 && other.n > 0)
        buf_addz(&out, ". ");
    buf_add(&out, other);
    words_capital(&out, 0);
    return page_take(page, &out);
}

/* --- of a school --- */

/* When there is room for few, those with a number go first. */
static void fill_tiles(struct chart_card *card, const struct tiles *tiles,
                       size_t max)
{
    for (int silent = 0; silent < 2; silent++)
        for (size_t i = 0; i < tiles->n && card->n < max; i++) {
            const struct view_tile *from = &tiles->at[i];
            if ((from->value.n == 0) != silent)
                continue;
            card->tiles[card->n++] = (struct chart_card_tile){
                from->question, from->value, from->period, from->target,
                from->reason};
        }
}

/* The programme of all that is shown, else how many there are. */
static struct str subject_of(const struct page *page,
                             const struct tiles *tiles,
                             struct school_list of)
{
    if (of.n == 0)
        return page_word(page, "school.no_programme");
    if (tiles->programme == NONE)
        return page_count(page, "card.programmes", of.n);
    return page_fill(page, "card.programme",
                     FILL({"programme", page_label(page, THING_PROGRAMME,
                                                   tiles->programme,
                                                   NONE)}));
}

void card_school(struct page *page, enum card_shape shape, struct buf *out)
{
    size_t school = page->at;
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              school);
    struct tiles tiles = tiles_of(page, school);
    const struct school *it = &page->site->schools.at[school];
    struct chart_card card =
        card_of(page, shape, page_typo(page, catalog_school_label(it)),
                outside_path(page, school), outside_as_of(page, school));
    bool told = false;

    for (size_t i = 0; i < of.n; i++)
        told |= is_told(&page->site->programmes.at[of.at[i]]);
    add_notice(page, &card, it->demo, told);
    card.lead = join(page, school_place(page, school),
                     subject_of(page, &tiles, of));
    fill_tiles(&card, &tiles, shape == CARD_WIDE ? WIDE_TILES : CARD_TILES);
    if (tiles.n == 0)
        card.text = tiles_fresh(page, &tiles);
    draw(page, &card, out);
}

/* --- of a programme, of the site --- */

/* How its targets stand, and what it promises. */
static struct str programme_text(const struct page *page, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];
    struct buf lead = {0};

    words_lead(&lead, page->words, programme, RELEASE_WHOLE);
    if (lead.n > 0 && it->text.summary.n > 0)
        buf_char(&lead, ' ');
    buf_add(&lead, it->text.summary);
    if (lead.n == 0)
        buf_add(&lead, it->goal);
    return page_typo(page, page_take(page, &lead));
}

/* The municipality it belongs to, or the only one there is. */
static struct str place_of(const struct page *page,
                           const struct programme *it)
{
    const struct config *config = &page->site->config;

    return config->municipalities_n == 1
               ? page_typo(page, config->municipalities[0].name)
               : programme_place(page, it);
}

void card_programme(struct page *page, struct buf *out)
{
    const struct site *site = page->site;
    size_t programme = page->at;
    const struct programme *it = &site->programmes.at[programme];
    struct str label = page_label(page, THING_PROGRAMME, programme, NONE);
    struct chart_card card =
        card_of(page, CARD_WIDE, label,
                address_of(page->arena, site, THING_PROGRAMME, programme,
                           NONE),
                catalog_as_of(site, programme));
    struct str place = place_of(page, it);

    if (str_find(label, place) >= 0)
        place.n = 0;
    if (it->period.kind != PERIOD_NONE)
        card.lead = page_period(page, it->period);
    card.lead = join(page, place, card.lead);
    card.text = programme_text(page, programme);
    add_notice(page, &card, it->demo, is_told(it));
    draw(page, &card, out);
}

/* How much there is of what. */
static void add_count(const struct page *page, struct chart_card *card,
                      const char *key, size_t n)
{
    if (n > 0)
        card->tiles[card->n++] = (struct chart_card_tile){
            .question = page_word(page, key),
            .value = str_format(page->arena, "%zu", n)};
}

void card_site(struct page *page, struct buf *out)
{
    const struct site *site = page->site;
    struct chart_card card =
        card_of(page, CARD_WIDE, page_typo(page, site->config.title),
                S("index.html"), site->config.as_of);

    card.lead = page_typo(page, page_sentence(site->config.owner));
    add_notice(page, &card, catalog_all_demo(site), false);
    if (site->programmes.n > 1)
        add_count(page, &card, "nav.programmes", site->programmes.n);
    add_count(page, &card, "nav.schools", site->schools.n);
    add_count(page, &card, "nav.indicators", site->indicators.n);
    add_count(page, &card, "nav.practices", site->practices.n);
    draw(page, &card, out);
}
