/*
 * page_home_programmes: a programme as the home page shows it: what it
 * promised, how it stands, some of its indicators.
 *
 * For page_home.c.
 */
#include "render/page_home.h"

#include "render/block_charts.h"
#include "render/block_look.h"
#include "render/page.h"

#define CARDS_EACH 4        /* of each programme, when there are several */

/* --- the views --- */

static const struct field programme_fields[] = {
    FIELD(home_programme, TEXT, label),
    FIELD(home_programme, URL, url),
    FIELD(home_programme, TEXT, period),
    FIELD(home_programme, TEXT, promise),
    FIELD(home_programme, TEXT, goal),
    FIELD(home_programme, TEXT, municipality),
    FIELD(home_programme, TEXT, lead),
    FIELD(home_programme, TEXT, source_note),
    FIELD(home_programme, URL, indicators_url),
    FIELD_OF(home_programme, LIST, cards, small_view),
    FIELD(home_programme, BOOL, has_cards),
    FIELD(home_programme, BOOL, retold),
    FIELD(home_programme, BOOL, told),
    FIELD(home_programme, BOOL, demo),
};
const struct view home_programme_view = {
    "home programme", sizeof(struct home_programme), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, NULL,
};

/* --- its indicators --- */

static bool is_judged(const struct page *page, size_t indicator)
{
    size_t period = release_last(page->release, indicator, RELEASE_WHOLE);

    return period != NONE && progress_of(page->release, indicator,
                                         RELEASE_WHOLE, period).judged;
}

/* A number of children says little without their share: of indicators without
 * a target, counts stand back where the programme has shares or scores. */
static bool stands_back(const struct page *page, size_t indicator)
{
    const struct site *site = page->site;
    const struct programme *of =
        &site->programmes.at[site->indicators.at[indicator].programme];

    if (site->indicators.at[indicator].kind != KIND_COUNT)
        return false;
    for (size_t i = 0; i < of->indicator_n; i++) {
        size_t other = of->indicator_first + i;
        int kind = site->indicators.at[other].kind;

        if ((kind == KIND_SHARE || kind == KIND_SCORE) &&
            release_last(page->release, other, RELEASE_WHOLE) != NONE)
            return true;
    }
    return false;
}

/* Indicators whose whole is shown, in the programme's order; where there is
 * no room for all, those with a target go before those without. */
static struct list cards_of(const struct page *page,
                            const struct programme *programme, size_t max)
{
    size_t *cards = PAGE_ARRAY(page, size_t, max);
    size_t first = programme->indicator_first, judged = 0, n = 0, others;

    for (size_t i = 0; i < programme->indicator_n; i++)
        judged += is_judged(page, first + i);
    others = judged < max ? max - judged : 0;
    for (size_t i = 0; i < programme->indicator_n && n < max; i++) {
        if (release_last(page->release, first + i, RELEASE_WHOLE) == NONE)
            continue;
        if (!is_judged(page, first + i)) {
            if (others == 0 || stands_back(page, first + i))
                continue;
            others--;
        }
        cards[n++] = first + i;
    }
    return block_smalls(page, cards, n);
}

static struct home_programme programme_of(const struct page *page, size_t at)
{
    const struct site *site = page->site;
    const struct programme *it = &site->programmes.at[at];
    struct str label = page_label(page, THING_PROGRAMME, at, NONE);
    struct home_programme view = {
        .label = label,
        .area = NONE,
        .url = page_url(page, THING_PROGRAMME, at, NONE),
        .period = page_period_beside(page, it->period, label),
        .promise = page_typo(page, it->text.summary),
        .source_note = page_typo(page, page_sentence(it->source_note)),
        .indicators_url = page_url(page, THING_INDICATORS, at, NONE),
        .cards = cards_of(page, it, site->programmes.n > 1 ? CARDS_EACH
                                                           : SMALLS_MAX),
        .retold = frame_is_retold(page, at),
        .told = it->source_note.n > 0 && !it->demo,
        .demo = it->demo,
    };

    if (it->municipality.index < site->config.municipalities_n) {
        view.area = it->municipality.index;
        view.municipality = page_typo(
            page, site->config.municipalities[view.area].name);
    } else if (site->config.municipalities_n == 1) {
        view.area = 0;
    }
    if (site->programmes.n > 1)
        view.lead = home_lead(page, at);
    /* The plain words of the editors rather than those of the act. */
    if (view.promise.n == 0)
        view.goal = page_typo(page, page_sentence(it->goal));
    view.has_cards = view.cards.n > 0;
    return view;
}

struct list home_programmes(const struct page *page)
{
    size_t n = page->site->programmes.n;
    struct home_programme *rows = PAGE_ARRAY(page, struct home_programme, n);

    for (size_t i = 0; i < n; i++)
        rows[i] = programme_of(page, i);
    return (struct list){ rows, n };
}
