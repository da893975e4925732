/*
 * page_methodology_effect: what a programme comes to in a year: which of the
 * numbers of effect.h this site has, and one year of one programme as the
 * example.
 *
 * For page_methodology.c.
 */
#include "release/words_effect.h"
#include "render/page_methodology.h"

/* --- views --- */

struct methodology_effect {
    struct list parts;              /* methodology_rule: name and text */
    struct str programme, url, year, example;
};

static const struct field effect_fields[] = {
    FIELD_OF(methodology_effect, LIST, parts, methodology_rule_view),
    FIELD(methodology_effect, TEXT, programme),
    FIELD(methodology_effect, URL, url),
    FIELD(methodology_effect, TEXT, year),
    FIELD(methodology_effect, TEXT, example),
};
const struct view methodology_effect_view = {
    "methodology effect", sizeof(struct methodology_effect), effect_fields,
    sizeof effect_fields / sizeof *effect_fields, NULL,
};

/* --- what there is --- */

enum part { PART_SR, PART_REACHED, PART_SRM, PART_SSUZ, PART_ER, PART_COUNT };

struct known {
    bool has[PART_COUNT];
    bool found;
    size_t best;                    /* parts of the example */
    struct effect example;
};

static size_t count_known(const struct effect *e, bool *has)
{
    const bool known[PART_COUNT] = {
        [PART_SR] = e->sr.why == EFFECT_KNOWN &&
                    e->method == ACHIEVEMENT_RATIO,
        [PART_REACHED] = e->sr.why == EFFECT_KNOWN &&
                         e->method == ACHIEVEMENT_SHARE,
        [PART_SRM] = e->srm.why == EFFECT_KNOWN,
        [PART_SSUZ] = e->ssuz.why == EFFECT_KNOWN,
        [PART_ER] = e->er.why == EFFECT_KNOWN,
    };
    size_t n = 0;

    for (size_t i = 0; i < PART_COUNT; i++) {
        has[i] |= known[i];
        n += known[i];
    }
    return n;
}

/* The example is the year with most of them: of equals the latest year of the
 * first programme. */
static struct known find_known(const struct page *page)
{
    struct known known = { .found = false };

    for (size_t p = 0; p < page->site->programmes.n; p++) {
        size_t n;
        const int64_t *years = effect_years(page->arena, page->release, p,
                                            &n);

        while (n-- > 0) {
            struct effect e = effect_of(page->release, p, years[n]);
            size_t parts = count_known(&e, known.has);

            if (parts <= known.best)
                continue;
            known.best = parts;
            known.found = true;
            known.example = e;
        }
    }
    return known;
}

/* --- the section --- */

static struct str example_of(const struct page *page,
                             const struct effect *effect)
{
    struct buf out = {0};
    words_effect(&out, page->words, effect);
    return page_take(page, &out);
}

const struct methodology_effect *methodology_effect(const struct page *page)
{
    static const struct {
        const char *name, *text;
    } rows[PART_COUNT] = {
        [PART_SR] = { "methodology.sr", "methodology.sr_text" },
        [PART_REACHED] = { "methodology.sr_share",
                           "methodology.sr_share_text" },
        [PART_SRM] = { "methodology.srm", "methodology.srm_text" },
        [PART_SSUZ] = { "methodology.ssuz", "methodology.ssuz_text" },
        [PART_ER] = { "methodology.er", "methodology.er_text" },
    };
    struct known known = find_known(page);
    struct methodology_effect *view = PAGE_ARRAY(page,
                                                 struct methodology_effect, 1);
    ARR(struct methodology_rule) parts = {0};

    if (!known.found)
        return NULL;
    for (size_t i = 0; i < PART_COUNT; i++)
        if (known.has[i])
            *ARR_PUSH(page->arena, &parts) = (struct methodology_rule){
                .name = page_word(page, rows[i].name),
                .text = page_word(page, rows[i].text),
            };
    view->parts = (struct list){ parts.at, parts.n };
    view->programme = page_label(page, THING_PROGRAMME,
                                 known.example.programme, NONE);
    view->url = page_url(page, THING_PROGRAMME, known.example.programme,
                         NONE);
    view->year = str_format(page->arena, "%lld",
                            (long long)known.example.year);
    view->example = example_of(page, &known.example);
    return view;
}
