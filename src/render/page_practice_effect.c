/*
 * page_practice_effect: what changed where a practice was tried: the author's
 * words beside the released series of the site. What the release hides of
 * that school stays hidden here.
 *
 * For page_practice.c and file_practices.c.
 */
#include "render/page_practice.h"

#include "release/practices.h"
#include "render/block_look.h"

static const struct field effect_fields[] = {
    FIELD(practice_effect, TEXT, indicator),
    FIELD(practice_effect, URL, indicator_url),
    FIELD(practice_effect, TEXT, school),
    FIELD(practice_effect, URL, school_url),
    FIELD(practice_effect, TEXT, from),
    FIELD(practice_effect, TEXT, to),
    FIELD(practice_effect, TEXT, people),
    FIELD(practice_effect, TEXT, comparison),
    FIELD(practice_effect, TEXT, was),
    FIELD(practice_effect, TEXT, became),
    FIELD(practice_effect, TEXT, site_was),
    FIELD(practice_effect, TEXT, site_became),
    FIELD(practice_effect, TEXT, headline),
    FIELD(practice_effect, TEXT, note),
    FIELD(practice_effect, TEXT, hidden),
    FIELD(practice_effect, HTML, chart),
    FIELD(practice_effect, BOOL, has_numbers),
    FIELD(practice_effect, BOOL, has_site),
};
const struct view practice_effect_view = {
    "practice effect", sizeof(struct practice_effect), effect_fields,
    sizeof effect_fields / sizeof *effect_fields, NULL,
};

static struct str comparison_of(const struct page *page, int comparison)
{
    static const char *const keys[] = {
        "practice.compared_none", "practice.compared_district",
        "practice.compared_similar", "practice.compared_control",
    };

    return page_word(page, keys[comparison]);
}

/* A number as this indicator's numbers are printed; words stay words. */
static struct str amount(const struct page *page, const struct ref *indicator,
                         struct str text)
{
    struct num value;

    if (num_parse(text, &value, NULL) != NUM_OK || indicator->index == NONE ||
        indicator->text.n == 0)
        return page_typo(page, text);
    if (page->site->indicators.at[indicator->index].kind == KIND_SHARE)
        return page_fill(page, "practice.percent",
                         FILL({ "n", page_number(page, value, -1) }));
    return page_number(page, value, -1);
}

static struct str effect_chart(const struct page *page,
                               const struct practice *it)
{
    struct block_chart ask = {
        .indicator = it->effect.indicator.index,
        .school = it->effect.school.index,
        .from = it->effect.from,
        .to = it->effect.to,
        .id = S("effect"),
    };

    if (it->effect.indicator.text.n == 0 || ask.indicator == NONE ||
        it->effect.school.text.n == 0 || ask.school == NONE)
        return (struct str){0};
    return block_chart(page, &ask);
}

/* --- how large the change is --- */

static struct str change_word(const struct page *page,
                              struct practice_change change)
{
    static const char *const keys[][2] = {
        [CHANGE_NONE] = { "practice.change_none", "practice.change_none" },
        [CHANGE_SMALL] = { "practice.small_up", "practice.small_down" },
        [CHANGE_LARGE] = { "practice.large_up", "practice.large_down" },
        [CHANGE_SOME] = { "practice.up", "practice.down" },
    };

    if (change.size == CHANGE_UNKNOWN)
        return (struct str){0};
    return page_word(page, keys[change.size][change.down]);
}

/* «По данным сайта было 62 %, стало 80 %: заметный рост.» */
static struct str headline_of(const struct page *page,
                              const struct practice_effect *effect,
                              struct practice_result result)
{
    bool site = effect->has_site;
    struct str word = change_word(page, result.change);
    const char *key = site ? "practice.headline_site"
                           : "practice.headline_author";
    struct str text = page_fill(page, key,
        FILL({ "was", site ? effect->site_was : effect->was },
             { "became", site ? effect->site_became : effect->became }));

    if (word.n == 0)
        return text;
    return page_fill(page, "practice.headline_word",
                     FILL({ "text", text }, { "word", word }));
}

/* How far that may be trusted. */
static struct str note_of(const struct page *page,
                          const struct practice_effect *effect,
                          struct practice_result result)
{
    if (result.broken)
        return page_word(page, "practice.broken");
    if (result.change.worse)
        return page_word(page, "practice.worse");
    if (result.change.size == CHANGE_NONE)
        return page_word(page, "practice.noise");
    if (result.change.down && result.indicator != NONE &&
        page->site->indicators.at[result.indicator].direction ==
            DIRECTION_DOWN)
        return page_word(page, "practice.better_less");
    if (!effect->has_site && result.indicator != NONE)
        return page_word(page, "practice.no_site");
    return (struct str){0};
}

/* --- the whole --- */

static void fill_numbers(const struct page *page,
                         struct practice_effect *effect,
                         const struct practice *it,
                         struct practice_result result)
{
    effect->was = amount(page, &it->effect.indicator, it->effect.was);
    effect->became = amount(page, &it->effect.indicator, it->effect.became);
    effect->people = page_typo(page, it->effect.n);
    effect->has_site = result.measured;
    if (result.measured) {
        effect->site_was = page_cell(page, result.indicator, result.from);
        effect->site_became = page_cell(page, result.indicator, result.to);
    }
    effect->has_numbers = effect->was.n > 0 && effect->became.n > 0;
    if (effect->has_site || effect->has_numbers)
        effect->headline = headline_of(page, effect, result);
    effect->note = note_of(page, effect, result);
    effect->chart = effect_chart(page, it);
}

const struct practice_effect *practice_effect(const struct page *page,
                                              const struct practice *it)
{
    struct practice_effect *effect = ARENA_NEW(page->arena,
                                               struct practice_effect);
    struct view_link indicator = page_ref(page, &it->effect.indicator,
                                          THING_INDICATOR);
    struct view_link school = page_ref(page, &it->effect.school,
                                       THING_SCHOOL);
    struct practice_result result;

    if (!it->effect.given)
        return NULL;
    *effect = (struct practice_effect){
        .indicator = indicator.label, .indicator_url = indicator.url,
        .school = school.label, .school_url = school.url,
        .from = page_period(page, it->effect.from),
        .to = page_period(page, it->effect.to),
        .comparison = comparison_of(page, it->effect.comparison),
    };
    result = practices_result(page->release, it);
    if (result.withheld)
        effect->hidden = page_word(page, "reason.hidden");
    else
        fill_numbers(page, effect, it, result);
    return effect;
}
