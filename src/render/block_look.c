/*
 * block_look: picks what a card, a row or a chart speaks of.
 *
 * For block_*.c and page_*.c.
 */
#include "render/block_look.h"

#include "render/plan.h"

bool block_is_told(struct fact fact)
{
    return fact.state == STATE_SHOWN || fact.state == STATE_COUNTS;
}

struct str block_note(const struct page *page, struct fact fact)
{
    return fact.state == STATE_HIDDEN ? (struct str){0}
                                      : page_typo(page, fact.note);
}

static struct fact fact_at(const struct page *page,
                           const struct block_look *look, size_t period)
{
    return release_fact(page->release, look->indicator, look->school, period);
}

static void find_values(const struct page *page, struct block_look *look)
{
    look->last = NONE;
    for (size_t i = 0; i < look->n; i++) {
        struct fact fact = fact_at(page, look, i);

        if (!block_is_told(fact))
            continue;
        look->last = i;
        look->values += fact_is_shown(fact);
    }
}

/* The last period that has anything to say, even if only why it is silent. */
static size_t last_spoken(const struct page *page,
                          const struct block_look *look)
{
    for (size_t i = look->n; i-- > 0;) {
        if (fact_at(page, look, i).state != STATE_NOT_YET)
            return i;
    }
    return NONE;
}

static enum block_has has_of(const struct page *page,
                             const struct block_look *look)
{
    const struct indicator *indicator =
        &page->site->indicators.at[look->indicator];
    size_t spoken = last_spoken(page, look);
    enum state state = spoken == NONE ? STATE_NOT_YET
                                      : fact_at(page, look, spoken).state;

    if (look->last != NONE)
        return BLOCK_VALUES;
    if (state == STATE_LEVEL || (look->school != RELEASE_WHOLE &&
                                 indicator->publish_level ==
                                     LEVEL_MUNICIPALITY))
        return BLOCK_LEVEL;
    if (state == STATE_NOT_APPLICABLE)
        return BLOCK_NOT_APPLICABLE;
    return look->n == 0 ? BLOCK_NOTHING : BLOCK_REASON;
}

struct block_look block_look(const struct page *page, size_t indicator,
                             size_t school)
{
    struct block_look look = { .indicator = indicator, .school = school };

    look.periods = release_periods(page->release, indicator, &look.n);
    find_values(page, &look);
    look.has = has_of(page, &look);
    look.current = progress_current(page->release, indicator, school);
    if (look.current == NONE)
        look.current = look.last;
    if (look.current == NONE)
        look.current = last_spoken(page, &look);
    if (look.current == NONE && look.n > 0)
        look.current = look.n - 1;
    if (look.current != NONE) {
        look.fact = fact_at(page, &look, look.current);
        look.progress = progress_of(page->release, indicator, school,
                                    look.current);
    }
    return look;
}

bool block_is_unmet(const struct block_look *look)
{
    return look->progress.judged && look->progress.status != STATUS_REACHED;
}

struct str block_headline(const struct page *page,
                          const struct block_look *look, size_t period)
{
    struct buf text = {0};

    if (period == NONE)
        return page_word(page, "block.no_data");
    words_headline(&text, page->words, look->indicator, look->school, period);
    return page_take(page, &text);
}

struct str block_target_words(const struct page *page,
                              const struct target *target)
{
    struct buf text = {0};

    words_target(&text, page->words, target);
    return page_take(page, &text);
}

bool block_by_school(const struct page *page, const struct block_look *look)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];
    size_t n = 0;
    const uint32_t *schools;

    if (look->school != RELEASE_WHOLE || it->aggregate != AGGREGATE_NONE)
        return false;
    schools = release_schools(page->release, look->indicator, &n);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < look->n; k++) {
            if (progress_target(page->release, look->indicator, schools[i],
                                look->periods[k]))
                return true;
        }
    }
    return false;
}

enum status block_standing(const struct page *page,
                           const struct block_look *look)
{
    if (look->progress.status == STATUS_NO_TARGET && look->current != NONE &&
        progress_next(page->release, look->indicator, look->school,
                      look->periods[look->current]))
        return STATUS_NOT_DUE;
    return look->progress.status;
}

struct str block_status(const struct page *page,
                        const struct block_look *look)
{
    return block_by_school(page, look)
               ? page_word(page, "block.status_by_school")
               : words_status(page->words, block_standing(page, look));
}

struct str block_target(const struct page *page,
                        const struct block_look *look)
{
    const struct target *target = look->progress.target;

    if (look->fact.state == STATE_COUNTS)
        return page_word(page, "block.not_compared");
    if (target)
        return block_target_words(page, target);
    if (look->current != NONE)
        target = progress_next(page->release, look->indicator, look->school,
                               look->periods[look->current]);
    if (!target)
        return page_word(page, block_by_school(page, look)
                                   ? "block.target_by_school"
                                   : "block.no_target");
    return page_fill(page, "block.target_later",
                     FILL({ "period", page_period_short(page,
                                                        target->period) },
                          { "target", block_target_words(page, target) }));
}

bool block_is_condition(const struct page *page,
                        const struct block_look *look)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];

    if (progress_has_target(page->release, look->indicator, look->school))
        return false;
    return it->kind == KIND_TEXT || it->direction == DIRECTION_NONE ||
           (it->privacy == PRIVACY_OPEN && look->values < 2);
}

struct str block_value(const struct page *page,
                       const struct block_look *look)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];
    size_t at = look->last != NONE ? look->last : look->current;

    if (look->last == NONE && look->school == RELEASE_WHOLE &&
        it->aggregate == AGGREGATE_NONE)
        return page_word(page, it->publish_level == LEVEL_MUNICIPALITY ?
                               "block.no_whole" : "block.by_school_only");
    if (at == NONE)
        return page_word(page, "block.no_value");
    return page_fill(page, "block.value_at",
        FILL({ "value", page_cell(page, look->indicator,
                                  fact_at(page, look, at)) },
             { "period", page_period_short(page, look->periods[at]) }));
}

struct str block_average(const struct page *page, size_t programme)
{
    struct buf by = {0};

    words_by_whole(&by, page->words, programme);
    return page_fill(page, "block.average",
                     FILL({ "by", page_take(page, &by) }));
}

struct str block_indicator_url(const struct page *page, size_t indicator)
{
    return page_url(page, THING_INDICATOR, indicator, 0);
}

size_t block_programme(const struct page *page)
{
    struct str rest = page->path;

    if (str_is(str_cut(&rest, '/'), "programs") && rest.p)
        return catalog_programme(page->site, str_cut(&rest, '/'));
    return page->site->programmes.n == 1 ? 0 : NONE;
}

struct str block_name(const struct page *page, size_t indicator)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    struct str programme = page->site->programmes.at[it->programme].id;

    if (block_programme(page) == it->programme)
        return it->id;
    return str_format(page->arena, "%.*s-%.*s", STR_FMT(programme),
                      STR_FMT(it->id));
}

struct str block_title(const struct page *page, size_t indicator)
{
    return plan_title(page->plan, indicator);
}

struct str block_question(const struct page *page, size_t indicator)
{
    return plan_question(page->plan, indicator);
}

struct str block_group(const struct page *page, size_t indicator)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    const struct programme *of = &page->site->programmes.at[it->programme];

    if (it->group.n > 0)
        return it->group;
    if (it->task.text.n > 0 && it->task.index != NONE)
        return of->tasks[it->task.index].text;
    return page_word(page, "block.group_other");
}

size_t block_extreme(const struct block_look *looks, size_t n, bool reached)
{
    size_t best = NONE;

    for (size_t i = 0; i < n; i++) {
        const struct progress *it = &looks[i].progress;
        int order;

        if (!it->judged || (it->status == STATUS_REACHED) != reached ||
            !it->has_degree)
            continue;
        order = best == NONE ? 0
                             : num_cmp(it->degree,
                                       looks[best].progress.degree);
        if (best == NONE || (reached ? order > 0 : order < 0))
            best = i;
    }
    return best;
}
