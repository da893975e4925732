/*
 * year: what a programme has to tell of one year. See year.h.
 *
 * For render/.
 */
#include "release/year.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/compare.h"
#include "release/effect.h"
#include "release/progress.h"
#include "release/release.h"

#include <stdlib.h>

#define REPORT_PREFIX "report-"
#define YEAR_MAX 9999

static const struct programme *programme_at(const struct site *site,
                                            size_t programme)
{
    return &site->programmes.at[programme];
}

static int64_t year_of(date d)
{
    int year, month, day;

    if (d == DATE_NONE)
        return 0;
    date_split(d, &year, &month, &day);
    return year;
}

bool year_is_over(const struct site *site, size_t programme, int64_t year)
{
    return date_of((int)year, 12, 31) < catalog_as_of(site, programme);
}

/* --- texts and findings --- */

/* `report-2024`: 2024; anything else: 0. */
static int64_t year_in_name(struct str id)
{
    int64_t year = 0;

    if (!str_starts(id, S(REPORT_PREFIX)) ||
        id.n != sizeof REPORT_PREFIX - 1 + 4)
        return 0;
    for (size_t i = sizeof REPORT_PREFIX - 1; i < id.n; i++) {
        if (id.p[i] < '0' || id.p[i] > '9')
            return 0;
        year = 10 * year + (id.p[i] - '0');
    }
    return year;
}

size_t year_section(const struct site *site, size_t programme, int64_t year)
{
    const struct programme *p = programme_at(site, programme);

    for (size_t i = 0; i < p->sections.n; i++)
        if (!p->sections.at[i].text.draft &&
            year_in_name(p->sections.at[i].id) == year)
            return i;
    return NONE;
}

int64_t year_of_finding(const struct site *site, size_t programme,
                        size_t finding)
{
    const struct programme *p = programme_at(site, programme);
    const struct ref *report = &p->findings.at[finding].report;
    const struct section *section;

    if (report->index >= p->sections.n)
        return 0;
    section = &p->sections.at[report->index];
    return section->period.kind != PERIOD_NONE
               ? period_year(section->period)
               : year_in_name(section->id);
}

/* --- measures --- */

bool year_tells_measure(const struct site *site, size_t programme,
                        size_t measure, int64_t year)
{
    const struct programme *p = programme_at(site, programme);

    if (year_of(p->measures.at[measure].done_on) == year)
        return true;
    for (size_t i = 0; i < p->reports.n; i++)
        if (p->reports.at[i].measure.index == measure &&
            period_year(p->reports.at[i].period) == year)
            return true;
    return false;
}

/* --- indicators --- */

static bool is_told(struct fact fact)
{
    return fact.state == STATE_SHOWN || fact.state == STATE_COUNTS;
}

size_t year_period(const struct release *release, size_t indicator,
                   int64_t year)
{
    size_t n, at = effect_period(release, indicator, year);
    const struct period *periods = release_periods(release, indicator, &n);

    for (size_t i = n; at == NONE && i-- > 0;)
        if (period_year(periods[i]) == year &&
            is_told(release_fact(release, indicator, RELEASE_WHOLE, i)))
            at = i;
    return at;
}

/* --- which years have a report --- */

struct years {
    const struct site *site;
    const struct release *release;
    struct arena *arena;
    size_t programme;
    ARR(int64_t) list;
};

/* Does the year belong to the programme, and has it begun? */
static bool may_report(const struct years *years, int64_t year)
{
    const struct programme *p = programme_at(years->site, years->programme);
    bool within = p->period.kind == PERIOD_NONE ||
                  (year >= year_of(p->period.from) &&
                   year <= period_year(p->period));

    return year > 0 && year <= YEAR_MAX && within &&
           date_of((int)year, 1, 1) <
               catalog_as_of(years->site, years->programme);
}

static void add_year(struct years *years, int64_t year)
{
    for (size_t i = 0; i < years->list.n; i++)
        if (years->list.at[i] == year)
            return;
    if (may_report(years, year))
        *ARR_PUSH(years->arena, &years->list) = year;
}

/* An unfinished year has a report only where somebody wrote of it or has
 * numbers: what happened in it so far is in the plan. */
static void add_work(struct years *years, int64_t year)
{
    if (year_is_over(years->site, years->programme, year))
        add_year(years, year);
}

static void add_facts(struct years *years)
{
    const struct programme *p = programme_at(years->site, years->programme);

    for (size_t i = 0; i < p->targets.n; i++) {
        const struct target *target = &p->targets.at[i];
        size_t at;

        if (target->who != TARGET_WHOLE || target->indicator.index == NONE)
            continue;
        at = release_period(years->release, target->indicator.index,
                            target->period);
        if (at != NONE &&
            is_told(release_fact(years->release, target->indicator.index,
                                 RELEASE_WHOLE, at)))
            add_year(years, period_year(target->period));
    }
}

static int by_year(const void *a, const void *b)
{
    const int64_t *one = a, *other = b;

    return (*one > *other) - (*one < *other);
}

const int64_t *year_reports(struct arena *arena,
                            const struct release *release, size_t programme,
                            size_t *n)
{
    const struct site *site = release_site(release);
    const struct programme *p = programme_at(site, programme);
    struct years years = {.site = site, .release = release, .arena = arena,
                          .programme = programme};

    add_facts(&years);
    for (size_t i = 0; i < p->sections.n; i++)
        if (!p->sections.at[i].text.draft)
            add_year(&years, year_in_name(p->sections.at[i].id));
    for (size_t i = 0; i < p->findings.n; i++)
        add_year(&years, year_of_finding(site, programme, i));
    for (size_t i = 0; i < p->reports.n; i++)
        add_work(&years, period_year(p->reports.at[i].period));
    for (size_t i = 0; i < p->measures.n; i++)
        add_work(&years, year_of(p->measures.at[i].done_on));
    for (size_t i = 0; i < p->money.n; i++)
        if (p->money.at[i].has_actual)
            add_work(&years, p->money.at[i].year);
    if (years.list.n > 0)
        qsort(years.list.at, years.list.n, sizeof *years.list.at, by_year);
    *n = years.list.n;
    return years.list.at;
}

/* --- how the schools moved --- */

static bool is_number(const struct indicator *indicator)
{
    return indicator->kind != KIND_YESNO && indicator->kind != KIND_TEXT;
}

/* What readers cannot see is no change (R5.7). */
static void count_move(struct year_moves *moves, int decimals,
                       struct fact before, struct fact now)
{
    int order;

    if (!fact_is_shown(before) || !fact_is_shown(now))
        return;
    order = num_cmp(num_round(now.value, decimals),
                    num_round(before.value, decimals));
    moves->grew += order > 0;
    moves->same += order == 0;
    moves->fell += order < 0;
    moves->compared++;
}

bool year_moves_of(const struct release *release, size_t indicator,
                   int64_t year, struct year_moves *moves)
{
    const struct indicator *it =
        &release_site(release)->indicators.at[indicator];
    size_t n, schools_n;
    const struct period *periods = release_periods(release, indicator, &n);
    const uint32_t *schools = release_schools(release, indicator, &schools_n);
    size_t at = n;

    while (at > 0 && period_year(periods[at - 1]) != year)
        at--;
    if (at < 2 || !is_number(it) ||
        compare_break(release, indicator, at - 2, at - 1))
        return false;
    *moves = (struct year_moves){.from = periods[at - 2],
                                 .to = periods[at - 1]};
    for (size_t i = 0; i < schools_n; i++)
        count_move(moves, (int)it->decimals,
                   release_fact(release, indicator, schools[i], at - 2),
                   release_fact(release, indicator, schools[i], at - 1));
    return moves->compared >= YEAR_SCHOOLS_MIN;
}
