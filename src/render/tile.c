/*
 * tile: an indicator in a few words. See tile.h.
 *
 * For what leaves the site.
 */
#include "render/tile.h"

#include "release/compare.h"
#include "render/block_look.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"

#define SHORT_LETTERS 11        /* «100 из 100», «123,4 млн ₽» */

static const struct field tile_fields[] = {
    FIELD(view_tile, TEXT, question),
    FIELD(view_tile, TEXT, value),
    FIELD(view_tile, TEXT, period),
    FIELD(view_tile, TEXT, before),
    FIELD(view_tile, TEXT, target),
    FIELD(view_tile, TEXT, reason),
    FIELD(view_tile, BOOL, wide),
};
const struct view tile_view = {
    "tile", sizeof(struct view_tile), tile_fields,
    sizeof tile_fields / sizeof *tile_fields, NULL
};

/* The value before, unless the method has changed since. */
static struct str before_of(const struct page *page,
                            const struct block_look *look)
{
    size_t at = compare_previous(page->release, look->indicator, look->school,
                                 look->last);

    if (at == NONE ||
        compare_break(page->release, look->indicator, at, look->last))
        return (struct str){0};
    return page_fill(page, "tile.before",
        FILL({ "value", page_cell(page, look->indicator,
                                  release_fact(page->release,
                                               look->indicator, look->school,
                                               at)) },
             { "period", page_period_short(page, look->periods[at]) }));
}

static struct str target_of(const struct page *page,
                            const struct block_look *look)
{
    static const char *const keys[] = {
        [STATUS_REACHED] = "tile.reached", [STATUS_NEAR] = "tile.near",
        [STATUS_NOT_YET] = "tile.not_yet",
    };
    struct str target;

    if (!progress_has_target(page->release, look->indicator, look->school))
        return (struct str){0};
    target = block_target(page, look);
    if (!look->progress.judged)
        return page_fill(page, "tile.target", FILL({ "target", target }));
    return page_fill(page, "tile.judged",
        FILL({ "target", target },
             { "status", page_word(page, keys[look->progress.status]) }));
}

static void fill_value(const struct page *page, struct view_tile *tile,
                       const struct block_look *look)
{
    struct fact fact = release_fact(page->release, look->indicator,
                                    look->school, look->last);
    struct buf text = {0};

    words_big(&text, page->words, look->indicator, fact);
    tile->value = page_take(page, &text);
    tile->wide = utf8_length(tile->value) > SHORT_LETTERS;
    tile->period = page_period(page, look->periods[look->last]);
    if (!fact_is_shown(fact))
        return;
    tile->before = before_of(page, look);
    if (look->last == look->current)
        tile->target = target_of(page, look);
}

static size_t programme_of(const struct page *page, const struct tiles *tiles,
                           struct school_list of)
{
    const struct indicator *all = page->site->indicators.at;
    size_t first;

    if (tiles->n == 0)
        return of.n == 1 ? of.at[0] : NONE;
    first = all[tiles->indicators[0]].programme;
    for (size_t i = 1; i < tiles->n; i++)
        if (all[tiles->indicators[i]].programme != first)
            return NONE;
    return first;
}

struct tiles tiles_of(const struct page *page, size_t school)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              school);
    struct tiles tiles = { .at = PAGE_ARRAY(page, struct view_tile,
                                            PICK_MAX) };

    tiles.n = pick_for_school(page->release, school, of.at, of.n,
                              tiles.indicators);
    tiles.programme = programme_of(page, &tiles, of);
    for (size_t i = 0; i < tiles.n; i++) {
        struct block_look look = block_look(page, tiles.indicators[i],
                                            school);
        struct period last;

        tiles.at[i].question = block_question(page, look.indicator);
        if (look.last == NONE) {
            tiles.at[i].reason = block_headline(page, &look, look.current);
            continue;
        }
        fill_value(page, &tiles.at[i], &look);
        last = look.periods[look.last];
        if (tiles.newest.kind == PERIOD_NONE ||
            period_cmp(tiles.newest, last) < 0)
            tiles.newest = last;
    }
    return tiles;
}

struct str tiles_fresh(const struct page *page, const struct tiles *tiles)
{
    return tiles->newest.kind == PERIOD_NONE
               ? page_word(page, tiles->n > 0 ? "tile.no_values"
                                              : "tile.nothing")
               : page_fresh(page, tiles->newest);
}

struct str tiles_sources(const struct page *page, const size_t *indicators,
                         size_t n)
{
    struct str *parts = PAGE_ARRAY(page, struct str, n + 1);

    for (size_t i = 0; i < n; i++)
        parts[i] = page->site->indicators.at[indicators[i]].source;
    return page_typo(page, outside_join(page, parts, n, S("; ")));
}
