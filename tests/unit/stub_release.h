/*
 * stub_release: a small release made by hand, so that sentences are tested
 * without the rules of disclosure. Defines what words and compare call of
 * release.h, progress.h and catalog.h, so that the real ones are not linked.
 * For test_words.c, test_headline.c and test_compare.c, once in each.
 */
#ifndef VITRINA_TESTS_STUB_RELEASE_H
#define VITRINA_TESTS_STUB_RELEASE_H

#include "model/catalog.h"
#include "release/progress.h"
#include "release/release.h"

#include <string.h>

#define STUB_PERIODS 8
#define STUB_SCHOOLS 9
#define STUB_INDICATORS 12

struct stub_indicator {
    struct period periods[STUB_PERIODS];
    size_t periods_n;
    /* the last row is the whole */
    struct fact facts[STUB_SCHOOLS + 1][STUB_PERIODS];
    const struct target *target[STUB_PERIODS];  /* of a period */
    const struct target *next;                  /* of a later one */
    struct progress progress;                   /* of any cell */
    bool by_school;
};

/* What release_* answer from. `release` may be any pointer. */
struct release {
    struct site site;
    size_t schools_n;
    struct stub_indicator indicators[STUB_INDICATORS];
    date as_of;
};

static const uint32_t all_schools[STUB_SCHOOLS] = {0, 1, 2, 3, 4,
                                                       5, 6, 7, 8};

static date as_of;

date catalog_as_of(const struct site *site, size_t programme)
{
    (void)site;
    (void)programme;
    return as_of;
}

const struct site *release_site(const struct release *release)
{
    as_of = release->as_of;
    return &release->site;
}

const struct period *release_periods(const struct release *release,
                                     size_t indicator, size_t *n)
{
    *n = release->indicators[indicator].periods_n;
    return release->indicators[indicator].periods;
}

size_t release_period(const struct release *release, size_t indicator,
                      struct period period)
{
    const struct stub_indicator *s = &release->indicators[indicator];

    for (size_t i = 0; i < s->periods_n; i++)
        if (period_eq(s->periods[i], period))
            return i;
    return NONE;
}

struct fact release_fact(const struct release *release, size_t indicator,
                         size_t school, size_t period)
{
    size_t row = school == RELEASE_WHOLE ? STUB_SCHOOLS : school;

    return release->indicators[indicator].facts[row][period];
}

size_t release_last(const struct release *release, size_t indicator,
                    size_t school)
{
    for (size_t i = release->indicators[indicator].periods_n; i-- > 0;)
        if (release_fact(release, indicator, school, i).has_value)
            return i;
    return NONE;
}

const uint32_t *release_schools(const struct release *release,
                                size_t indicator, size_t *n)
{
    (void)indicator;
    *n = release->schools_n;
    return all_schools;
}

bool release_expects(const struct release *release, size_t indicator,
                     size_t school)
{
    (void)indicator;
    return school < release->schools_n;
}

bool release_by_school(const struct release *release, size_t indicator)
{
    return release->indicators[indicator].by_school;
}

struct progress progress_of(const struct release *release, size_t indicator,
                            size_t school, size_t period)
{
    const struct stub_indicator *s = &release->indicators[indicator];
    struct progress progress = s->progress;

    progress.target = s->target[period];
    progress.fact = release_fact(release, indicator, school, period).value;
    if (progress.target) {
        progress.plan = progress.target->value;
        progress.plan_high = progress.target->high;
    }
    return progress;
}

const struct target *progress_target(const struct release *release,
                                     size_t indicator, size_t school,
                                     struct period period)
{
    size_t i = release_period(release, indicator, period);

    (void)school;
    return i == NONE ? NULL : release->indicators[indicator].target[i];
}

const struct target *progress_next(const struct release *release,
                                   size_t indicator, size_t school,
                                   struct period after)
{
    (void)school;
    (void)after;
    return release->indicators[indicator].next;
}

size_t progress_current(const struct release *release, size_t indicator,
                        size_t school)
{
    size_t n = release->indicators[indicator].periods_n;

    (void)school;
    return n ? n - 1 : NONE;
}

/* --- one indicator, 2022 to 2025, six schools --- */

enum { Y2022, Y2023, Y2024, Y2025 };

static struct indicator indicators[STUB_INDICATORS];
static struct programme programmes[1];
static struct school schools[STUB_SCHOOLS];
static struct release release;

static inline struct period year(int y)
{
    return (struct period){PERIOD_YEAR, date_of(y, 1, 1), date_of(y, 12, 31)};
}

static inline struct fact shown_num(struct num value, int64_t n)
{
    return (struct fact){.state = STATE_SHOWN, .has_value = true,
                         .value = value, .numerator = -1, .n = n};
}

static inline struct fact state_of(enum state state)
{
    return (struct fact){.state = state, .numerator = -1, .n = -1};
}

static inline struct fact *cell(size_t school, int y)
{
    size_t row = school == RELEASE_WHOLE ? STUB_SCHOOLS : school;

    return &release.indicators[0].facts[row][y - 2022];
}

/* `n` indicators; the first has four years, every cell of the given state. */
static inline void make_series(size_t n, enum state state)
{
    struct stub_indicator *s = &release.indicators[0];

    memset(&release, 0, sizeof release);
    memset(indicators, 0, sizeof indicators);
    memset(programmes, 0, sizeof programmes);
    release.site.indicators.at = indicators;
    release.site.indicators.n = n;
    release.site.programmes.at = programmes;
    release.site.programmes.n = 1;
    release.site.schools.at = schools;
    release.site.schools.n = STUB_SCHOOLS;
    release.schools_n = STUB_SCHOOLS;
    s->periods_n = 4;
    for (int y = 2022; y <= 2025; y++) {
        s->periods[y - 2022] = year(y);
        for (size_t i = 0; i <= STUB_SCHOOLS; i++)
            s->facts[i][y - 2022] = state_of(state);
    }
}

#endif
