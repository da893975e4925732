/*
 * block_bar: the bars beside measures (C6) and rows of money (C8).
 *
 * For block_measure.c and block_money.c.
 */
#include "render/block.h"
#include "render/block_look.h"

#include "chart/chart_rows.h"

/* --- a measure in the years of its programme --- */

#define MONTHS 12

static size_t years_of(struct period period)
{
    int first, last, month, day;

    date_split(period.from, &first, &month, &day);
    date_split(period.to, &last, &month, &day);
    return (size_t)(last - first + 1);
}

/* When it is to be done, on the track. What goes on all the time or comes
 * back every year would fill the track and say nothing: it has its words. */
static bool plan_of(const struct measure *it, struct period track,
                    struct chart_roadmap *chart)
{
    if (it->when.kind != WHEN_SPAN)
        return false;
    chart->plan.from = it->when.from;
    chart->plan.to = it->when.yearly ? track.to : it->when.to;
    chart->open_end = it->when.yearly;
    return chart->plan.from <= track.to && chart->plan.to >= track.from;
}

/* Under a track of several years their numbers, under one year the quarters:
 * twelve months have no room for their names. */
static void name_parts(const struct page *page, struct period track,
                       struct chart_roadmap *chart)
{
    static const char *const quarters[] = { "I", "II", "III", "IV" };
    size_t years = years_of(track), n = years == 1 ? 4 : years;
    struct str *names = PAGE_ARRAY(page, struct str, n);
    int first, month, day;

    date_split(track.from, &first, &month, &day);
    for (size_t i = 0; i < n; i++)
        names[i] = years > 1
                       ? str_format(page->arena, "%d", first + (int)i)
                       : page_fill(page, "measure.quarter",
                                   FILL({ "n", str_of(quarters[i]) }));
    chart->names = names;
    chart->names_n = n;
}

struct str block_bar(const struct page *page, size_t programme,
                     size_t measure)
{
    const struct programme *of = &page->site->programmes.at[programme];
    const struct measure *it = &of->measures.at[measure];
    struct chart_roadmap chart = {
        .track = { of->period.from, of->period.to },
        .now = catalog_as_of(page->site, programme),
    };
    struct chart_span done;
    struct buf out = {0};

    if (of->period.kind == PERIOD_NONE || !plan_of(it, of->period, &chart))
        return (struct str){0};
    chart.parts = years_of(of->period);
    if (chart.parts == 1)
        chart.parts = MONTHS;
    name_parts(page, of->period, &chart);
    chart.has_now = chart.now >= chart.track.from &&
                    chart.now <= chart.track.to;
    done = chart.plan;
    if (it->done_on != DATE_NONE && it->done_on > chart.plan.from)
        done.to = it->done_on;
    if (it->status == DONE_DONE)
        chart.done = &done;
    chart_roadmap(&out, &chart);
    return page_take(page, &out);
}

struct str block_bars_note(const struct page *page, size_t programme,
                           struct list measures)
{
    const struct programme *of = &page->site->programmes.at[programme];
    const struct view_measure *at = measures.at;
    date now = catalog_as_of(page->site, programme);
    size_t i = 0;

    while (i < measures.n && at[i].bar.n == 0)
        i++;
    if (i == measures.n)
        return (struct str){0};
    return page_fill(page, now > of->period.to ? "measure.bars"
                                               : "measure.bars_now",
                     FILL({ "period", page_period(page, of->period) },
                          { "date", page_date(page, now) }));
}

/* --- money --- */

static struct str amount(const struct page *page, struct num value,
                         struct str unit)
{
    struct buf text = {0};

    words_money(&text, page->words->lexicon, value, unit);
    return page_take(page, &text);
}

static struct chart_money_row row_of(const struct page *page,
                                     const struct money *money)
{
    struct str plan = amount(page, money->planned, money->unit);
    struct chart_money_row row = {
        .name = money->source.n > 0 ? page_typo(page, money->source)
                                    : page_word(page, "chart.money_total"),
        .plan = num_double(money->planned),
        .actual = num_double(money->actual),
        .has_actual = money->has_actual,
        .text = page_fill(page, "money.planned_only",
                          FILL({ "plan", plan })),
    };

    if (!money->has_actual)
        return row;
    row.text = page_fill(page, "chart.money_of",
        FILL({ "actual", amount(page, money->actual, money->unit) },
             { "planned", plan }));
    if (num_cmp(money->actual, money->planned) > 0)
        row.over = page_fill(page, "chart.money_over",
            FILL({ "over", amount(page, num_sub(money->actual, money->planned),
                                 money->unit) }));
    return row;
}

struct str block_money_bar(const struct page *page,
                           const struct programme *programme,
                           const struct money *money)
{
    struct chart_money_row row;
    struct chart_money chart = { .rows = &row, .n = 1 };
    struct buf out = {0};

    if (!money->has_planned)
        return (struct str){0};
    row = row_of(page, money);
    chart.head.id = str_format(page->arena, "money-%.*s-%lld-%u",
                               STR_FMT(programme->id),
                               (long long)money->year, money->at.line);
    chart.head.title = page_fill(page, "money.bar_title",
        FILL({ "source", row.name },
             { "year", str_format(page->arena, "%lld",
                                  (long long)money->year) }));
    chart.head.desc = row.text;
    chart_money(&out, &chart);
    return page_take(page, &out);
}
