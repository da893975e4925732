/*
 * page_practice_effect: what changed where a practice was tried. The numbers
 * are the author's; what the release hides of that school stays hidden here.
 *
 * For page_practice.c.
 */
#include "render/page_practice.h"

#include "release/compare.h"
#include "render/block_look.h"

static const struct field effect_fields[] = {
    FIELD(practice_effect, TEXT, indicator),
    FIELD(practice_effect, URL, indicator_url),
    FIELD(practice_effect, TEXT, school),
    FIELD(practice_effect, URL, school_url),
    FIELD(practice_effect, TEXT, was),
    FIELD(practice_effect, TEXT, became),
    FIELD(practice_effect, TEXT, from),
    FIELD(practice_effect, TEXT, to),
    FIELD(practice_effect, TEXT, people),
    FIELD(practice_effect, TEXT, comparison),
    FIELD(practice_effect, TEXT, noise),
    FIELD(practice_effect, TEXT, hidden),
    FIELD(practice_effect, HTML, chart),
    FIELD(practice_effect, BOOL, has_numbers),
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

/* The same change of a share in groups of this size may be chance. */
static bool is_noise(const struct page *page, const struct practice *it)
{
    struct num was, became, n;
    const struct ref *indicator = &it->effect.indicator;

    if (indicator->text.n == 0 || indicator->index == NONE ||
        page->site->indicators.at[indicator->index].kind != KIND_SHARE)
        return false;
    if (num_parse(it->effect.was, &was, NULL) != NUM_OK ||
        num_parse(it->effect.became, &became, NULL) != NUM_OK ||
        num_parse(it->effect.n, &n, NULL) != NUM_OK || n.scale != 0)
        return false;
    return compare_noise(became, n.v, was, n.v);
}

/* What the release hides of this school is not told by its practice. */
static bool is_withheld(const struct page *page, const struct practice *it,
                        struct period period)
{
    const struct ref *indicator = &it->effect.indicator;
    const struct ref *school = &it->effect.school;
    size_t at;
    struct fact fact;

    if (indicator->text.n == 0 || indicator->index == NONE ||
        school->text.n == 0 || school->index == NONE)
        return false;
    at = release_period(page->release, indicator->index, period);
    if (at == NONE)
        return page->site->indicators.at[indicator->index].publish_level ==
               LEVEL_MUNICIPALITY;
    fact = release_fact(page->release, indicator->index, school->index, at);
    return fact.state == STATE_HIDDEN || fact.state == STATE_COUNTS ||
           fact.state == STATE_LEVEL || fact.state == STATE_CHECKING;
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
        return (struct str){ 0 };
    return block_chart(page, &ask);
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

    if (!it->effect.given)
        return NULL;
    *effect = (struct practice_effect){
        .indicator = indicator.label, .indicator_url = indicator.url,
        .school = school.label, .school_url = school.url,
        .from = page_period(page, it->effect.from),
        .to = page_period(page, it->effect.to),
        .comparison = comparison_of(page, it->effect.comparison),
    };
    if (is_withheld(page, it, it->effect.from) ||
        is_withheld(page, it, it->effect.to)) {
        effect->hidden = page_word(page, "reason.hidden");
        return effect;
    }
    effect->was = amount(page, &it->effect.indicator, it->effect.was);
    effect->became = amount(page, &it->effect.indicator, it->effect.became);
    effect->people = page_typo(page, it->effect.n);
    effect->has_numbers = effect->was.n > 0 && effect->became.n > 0;
    effect->chart = effect_chart(page, it);
    if (is_noise(page, it))
        effect->noise = page_word(page, "practice.noise");
    return effect;
}
