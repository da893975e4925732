/*
 * page_programme_effect: what the programme comes to by its own method, year
 * by year; left out where nothing of it is known.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"

#include "release/words_effect.h"
#include "render/block_look.h"

static const struct field year_fields[] = {
    FIELD(programme_year, TEXT, year),
    FIELD(programme_year, URL, url),
    FIELD(programme_year, TEXT, sr),
    FIELD(programme_year, TEXT, srm),
    FIELD(programme_year, TEXT, ssuz),
    FIELD(programme_year, TEXT, er),
    FIELD(programme_year, TEXT, mark),
    FIELD(programme_year, TEXT, words),
};
static const struct view year_view = {
    "programme year", sizeof(struct programme_year), year_fields,
    sizeof year_fields / sizeof *year_fields, NULL,
};

static const struct field effect_fields[] = {
    FIELD(programme_effect, TEXT, method),
    FIELD(programme_effect, TEXT, now),
    FIELD_OF(programme_effect, LIST, years, year_view),
    FIELD(programme_effect, URL, methodology_url),
    FIELD(programme_effect, URL, calc_url),
    FIELD(programme_effect, BOOL, by_ratio),
    FIELD(programme_effect, BOOL, has_words),
};
const struct view programme_effect_view = {
    "programme effect", sizeof(struct programme_effect), effect_fields,
    sizeof effect_fields / sizeof *effect_fields, NULL,
};

static struct str cell(const struct page *page, struct effect_part part)
{
    struct buf text = {0};

    words_effect_cell(&text, page->words, part);
    return page_take(page, &text);
}

/* All that is to be said of a year, as one paragraph. */
static struct str sentences(const struct page *page,
                            const struct effect *effect)
{
    struct buf out = {0};
    words_effect(&out, page->words, effect);
    return page_take(page, &out);
}

static struct programme_year year_of(const struct page *page,
                                     const struct effect *effect)
{
    struct str class = words_effect_class(page->words, effect->class);
    struct str report = address_of(page->arena, page->site, THING_REPORT,
                                   page->at, (size_t)effect->year);
    bool told = page_has(page, report);

    return (struct programme_year){
        .year = str_format(page->arena, "%lld", (long long)effect->year),
        .sr = cell(page, effect->sr),
        .srm = cell(page, effect->srm),
        .ssuz = cell(page, effect->ssuz),
        .er = cell(page, effect->er),
        .mark = class.n > 0 ? class
                            : page_word(page, "programme.effect_no_class"),
        .url = told ? page_path_url(page, report) : (struct str){0},
        .words = told ? (struct str){0} : sentences(page, effect),
    };
}

/* Years of which nothing is known yet are not listed. */
static bool is_told(const struct effect *e)
{
    return e->judged > 0 || e->due > e->no_report || e->has_spent;
}

static struct str now_of(const struct page *page)
{
    struct effect now = effect_of(page->release, page->at, EFFECT_NOW);
    struct buf text = {0};

    if (now.judged > 0)
        words_effect_indicators(&text, page->words, &now);
    return page_take(page, &text);
}

/* Nothing but reasons is no result. */
static bool is_known(const struct effect *e)
{
    return e->sr.why == EFFECT_KNOWN || e->srm.why == EFFECT_KNOWN ||
           e->ssuz.why == EFFECT_KNOWN;
}

void programme_effect(const struct page *page, struct programme_view *view)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct programme_effect *effect = ARENA_NEW(page->arena,
                                                struct programme_effect);
    struct str calc = str_format(page->arena, "data/%.*s/calc.json",
                                 STR_FMT(it->id));
    size_t all, n = 0;
    const int64_t *years = effect_years(page->arena, page->release, page->at,
                                        &all);
    struct programme_year *rows = PAGE_ARRAY(page, struct programme_year,
                                             all);
    bool any = false;

    for (size_t i = 0; i < all; i++) {
        struct effect e = effect_of(page->release, page->at, years[i]);

        any = any || is_known(&e);
        if (!is_told(&e))
            continue;
        rows[n] = year_of(page, &e);
        effect->has_words |= rows[n++].words.n > 0;
    }
    if (!any)
        return;
    effect->years = (struct list){ rows, n };
    effect->method = words_effect_method(page->words, page->at);
    effect->now = now_of(page);
    effect->by_ratio = it->achievement == ACHIEVEMENT_RATIO;
    effect->methodology_url = page_url(page, THING_METHODOLOGY, NONE, NONE);
    if (page_has(page, calc))
        effect->calc_url = page_path_url(page, calc);
    view->effect = effect;
}
