/*
 * practices: what changed where a practice was tried; see practices.h.
 *
 * For build.c and render/.
 */
#include "release/practices.h"

#include "model/catalog.h"
#include "model/practice.h"
#include "release/compare.h"
#include "release/words.h"

#include <math.h>

#define ABOUT_PERCENT 2         /* of the scale: no change */

/* --- what the site has of it --- */

static size_t index_of(const struct ref *ref)
{
    return ref->text.n > 0 ? ref->index : NONE;
}

/* The cell of a period; not yet where there is none. */
static struct fact cell_of(const struct release *release,
                           const struct practice_result *r,
                           struct period period)
{
    struct fact none = {.state = STATE_NOT_YET, .numerator = -1, .n = -1};
    size_t at = release_period(release, r->indicator, period);
    return at == NONE
               ? none
               : release_fact(release, r->indicator, r->school, at);
}

/* What the release keeps to itself is not told by a practice either. */
static bool is_withheld(const struct release *release,
                        const struct practice_result *r, struct fact fact)
{
    const struct indicator *i =
        &release_site(release)->indicators.at[r->indicator];
    if (fact.state == STATE_NOT_YET || fact.state == STATE_MISSING)
        return r->school != RELEASE_WHOLE &&
               i->publish_level == LEVEL_MUNICIPALITY;
    return fact.state == STATE_HIDDEN || fact.state == STATE_COUNTS ||
           fact.state == STATE_LEVEL || fact.state == STATE_CHECKING;
}

static void read_claim(struct practice_result *r, const struct practice *it)
{
    struct num n;
    r->n = -1;
    if (num_parse(it->effect.n, &n, NULL) == NUM_OK && n.scale == 0)
        r->n = n.v;
    r->claimed = num_parse(it->effect.was, &r->was, NULL) == NUM_OK &&
                 num_parse(it->effect.became, &r->became, NULL) == NUM_OK;
}

/* --- how large the change is --- */

/* What 2 % of the scale are; false when there is no scale. */
static bool about(const struct indicator *indicator, double *points)
{
    if (indicator->kind != KIND_SHARE && !indicator->has_max)
        return false;
    *points = ABOUT_PERCENT / 100.0 *
              (indicator->kind == KIND_SHARE ? 100
                                             : num_double(indicator->max));
    return true;
}

static struct practice_change change_of(const struct indicator *indicator,
                                        struct num was, int64_t n_was,
                                        struct num became, int64_t n_became)
{
    double points = 0, change = fabs(num_double(num_sub(became, was)));
    bool down = num_cmp(became, was) < 0;
    struct practice_change c = {.size = CHANGE_SOME, .down = down};
    bool known = indicator->kind == KIND_SHARE &&
                 compare_chance(became, n_became, was, n_was, &points);
    if (num_cmp(became, was) == 0)
        c.size = CHANGE_NONE;
    else if (known || about(indicator, &points))
        c.size = change < points        ? CHANGE_NONE
                 : change <= 2 * points ? CHANGE_SMALL
                                        : CHANGE_LARGE;
    c.worse = c.size != CHANGE_NONE &&
              indicator->direction == (down ? DIRECTION_UP : DIRECTION_DOWN);
    return c;
}

static bool is_broken(const struct release *release, size_t indicator,
                      const struct practice *it)
{
    size_t from = release_period(release, indicator, it->effect.from);
    size_t to = release_period(release, indicator, it->effect.to);
    return from != NONE && to != NONE && from < to &&
           compare_break(release, indicator, from, to) != NULL;
}

struct practice_result practices_result(const struct release *release,
                                        const struct practice *it)
{
    const struct site *site = release_site(release);
    struct practice_result r = {
        .indicator = index_of(&it->effect.indicator),
        .school = it->effect.school.text.n ? it->effect.school.index
                                           : RELEASE_WHOLE};
    read_claim(&r, it);
    bool lost = it->effect.school.text.n && it->effect.school.index == NONE;
    if (r.indicator == NONE || lost)
        return r;
    const struct indicator *indicator = &site->indicators.at[r.indicator];
    r.from = cell_of(release, &r, it->effect.from);
    r.to = cell_of(release, &r, it->effect.to);
    r.withheld = is_withheld(release, &r, r.from) ||
                 is_withheld(release, &r, r.to);
    r.measured = fact_is_shown(r.from) && fact_is_shown(r.to);
    r.broken = is_broken(release, r.indicator, it);
    if (r.withheld || r.broken)
        return r;
    if (r.measured)
        r.change = change_of(indicator, r.from.value, r.from.n, r.to.value,
                             r.to.n);
    else if (r.claimed)
        r.change = change_of(indicator, r.was, r.n, r.became, r.n);
    return r;
}

/* --- what does not agree --- */

struct checking {
    const struct words *words;
    const struct practice *it;
    struct practice_result result;
    struct arena *arena;
    struct diag *diag;
};

static struct str number(const struct checking *c, struct num value)
{
    struct buf text = {0};
    words_number(&text, c->words->lexicon, value, -1);
    struct str out = buf_take(&text, c->arena);
    buf_free(&text);
    return out;
}

static struct str period_words(const struct checking *c,
                               struct period period)
{
    struct buf text = {0};
    words_period_short(&text, c->words->lexicon, period);
    struct str out = buf_take(&text, c->arena);
    buf_free(&text);
    return out;
}

static struct str title_of(const struct checking *c)
{
    const struct site *site = release_site(c->words->release);
    return site->indicators.at[c->result.indicator].title;
}

/* Hidden numbers are data, too; readers know that they are there. */
static bool is_data(struct fact fact)
{
    return fact.state != STATE_NOT_YET && fact.state != STATE_MISSING &&
           fact.state != STATE_NOT_APPLICABLE;
}

static void check_data(const struct checking *c, struct period period,
                       struct fact fact)
{
    const struct site *site = release_site(c->words->release);
    struct str level = str_format(c->arena, "%d", (int)c->it->evidence);
    if (period.kind == PERIOD_NONE || is_data(fact))
        return;
    diag_add(c->diag, c->it->effect.at, MSG_PRACTICE_NO_DATA,
             ARGS(level, title_of(c), period_words(c, period),
                  c->result.school == RELEASE_WHOLE
                      ? S("")
                      : catalog_school_label(
                            &site->schools.at[c->result.school])));
}

/* An author's number in the site's rounding. */
static void check_claim(const struct checking *c, struct period period,
                        struct num claim, struct fact fact)
{
    if (num_cmp(num_round(claim, fact.value.scale), fact.value) == 0)
        return;
    diag_add_cell(c->diag, c->it->effect.at, MSG_PRACTICE_CLAIM,
                  ARGS(number(c, claim), period_words(c, period),
                       number(c, fact.value)),
                  0, str_format(c->arena, "claim:%.*s", STR_FMT(c->it->id)));
}

static void check_one(const struct checking *c)
{
    const struct practice_result *r = &c->result;
    const struct practice *it = c->it;
    if (it->evidence >= PRACTICE_EVIDENCE_OF_DATA) {
        check_data(c, it->effect.from, r->from);
        check_data(c, it->effect.to, r->to);
    }
    if (r->measured && r->claimed) {
        check_claim(c, it->effect.from, r->was, r->from);
        check_claim(c, it->effect.to, r->became, r->to);
    }
    if (r->change.worse && it->status == PRACTICE_RECOMMENDED)
        diag_add(c->diag, it->effect.at, MSG_PRACTICE_WORSE,
                 ARGS(it->text.title, title_of(c),
                      number(c, r->measured ? r->from.value : r->was),
                      number(c, r->measured ? r->to.value : r->became)));
}

void practices_check(const struct words *words, struct diag *diag)
{
    const struct site *site = release_site(words->release);
    for (size_t i = 0; i < site->practices.n; i++) {
        struct checking c = {.words = words, .it = &site->practices.at[i],
                             .arena = arena_new(), .diag = diag};
        if (practice_is_public(c.it) && c.it->effect.given) {
            c.result = practices_result(words->release, c.it);
            if (c.result.indicator != NONE)
                check_one(&c);
        }
        arena_free(c.arena);
    }
}
