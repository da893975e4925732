/*
 * page_home_next: which measures come next. «Next» is counted from the date
 * up to which plans are judged, never from the clock.
 *
 * For page_home.c.
 */
#include "render/page_home.h"

#include "render/page.h"

#include <stdlib.h>

/* What is needed to place one measure in time. */
struct timing {
    const struct programme *programme;
    const struct measure *measure;
    size_t at;                  /* of the measure */
    date from, to;              /* as_of and the programme's end */
};

/* Has a report already closed the measure for that day's year or half? */
static bool is_closed(const struct timing *timing, date on)
{
    for (size_t i = 0; i < timing->programme->reports.n; i++) {
        const struct report *report = &timing->programme->reports.at[i];

        if (report->measure.index == timing->at &&
            report->period.kind != PERIOD_NONE && report->period.from <= on &&
            on <= report->period.to &&
            (report->status == DONE_DONE || report->status == DONE_CANCELLED))
            return true;
    }
    return false;
}

static date month_end(int year, int month)
{
    return month == 12 ? date_of(year, 12, 31)
                       : date_of(year, month + 1, 1) - 1;
}

/* The first of the named months, in any year, that is not over. */
static date next_month(const struct timing *timing, uint16_t months)
{
    int year, last, unused;

    date_split(timing->from, &year, &unused, &unused);
    date_split(timing->to, &last, &unused, &unused);
    for (; year <= last; year++) {
        for (int month = 1; month <= 12; month++) {
            date on = date_of(year, month, 1);

            if ((months >> (month - 1) & 1) == 0 || on > timing->to ||
                month_end(year, month) < timing->from ||
                is_closed(timing, on))
                continue;
            return on;
        }
    }
    return DATE_NONE;
}

static uint16_t months_between(date from, date to)
{
    int year, month, last_year, last_month, day;
    uint16_t months = 0;

    date_split(from, &year, &month, &day);
    date_split(to, &last_year, &last_month, &day);
    for (int i = 0; i < 12 && (year < last_year ||
                               (year == last_year && month <= last_month));
         i++) {
        months = (uint16_t)(months | 1u << (month - 1));
        year += month == 12;
        month = month % 12 + 1;
    }
    return months;
}

static date next_date(const struct timing *timing)
{
    const struct when *when = &timing->measure->when;
    uint16_t months = when->months;

    if (when->kind == WHEN_SPAN && when->to >= timing->from)
        return when->from >= timing->from ? when->from : when->to;
    if (when->kind == WHEN_SPAN && when->yearly)
        return next_month(timing, months ? months
                                         : months_between(when->from,
                                                          when->to));
    if (when->kind == WHEN_YEARLY && months != 0)
        return next_month(timing, months);
    return DATE_NONE;
}

static int by_date(const void *a, const void *b)
{
    const struct home_next *x = a, *y = b;

    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    if (x->programme != y->programme)
        return x->programme < y->programme ? -1 : 1;
    return x->measure < y->measure ? -1 : x->measure > y->measure;
}

/* Is the measure itself over, whatever its date? */
static bool is_over(const struct measure *measure)
{
    return measure->status == DONE_DONE || measure->status == DONE_CANCELLED ||
           measure->status == DONE_POSTPONED;
}

static size_t count_measures(const struct site *site)
{
    size_t n = 0;

    for (size_t p = 0; p < site->programmes.n; p++)
        n += site->programmes.at[p].measures.n;
    return n;
}

/* A programme whose plan is judged up to an earlier day than the site's (an
 * old document) has no future from that day on: readers live later. */
static date today(const struct site *site, size_t programme)
{
    date own = catalog_as_of(site, programme);

    return own > site->config.as_of ? own : site->config.as_of;
}

static size_t collect(const struct site *site, size_t at,
                      struct home_next *out)
{
    const struct programme *programme = &site->programmes.at[at];
    struct timing timing = {
        .programme = programme,
        .from = today(site, at),
        .to = programme->period.to,
    };
    size_t n = 0;

    if (timing.from == DATE_NONE || programme->period.kind == PERIOD_NONE ||
        timing.to < timing.from)
        return 0;
    for (size_t m = 0; m < programme->measures.n; m++) {
        date on;

        timing.measure = &programme->measures.at[m];
        timing.at = m;
        on = is_over(timing.measure) ? DATE_NONE : next_date(&timing);
        if (on != DATE_NONE)
            out[n++] = (struct home_next){ on, at, m };
    }
    return n;
}

size_t home_next(const struct page *page, struct home_next *out, size_t max)
{
    const struct site *site = page->site;
    struct home_next *all = PAGE_ARRAY(page, struct home_next,
                                       count_measures(site));
    size_t n = 0;

    for (size_t p = 0; p < site->programmes.n; p++)
        n += collect(site, p, all + n);
    if (n > 0)
        qsort(all, n, sizeof *all, by_date);
    n = n < max ? n : max;
    for (size_t i = 0; i < n; i++)
        out[i] = all[i];
    return n;
}
