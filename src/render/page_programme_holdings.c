/*
 * page_programme_holdings: what a programme has and what it has not, as plain
 * sentences: how many indicators have a target, how many measures an owner.
 * Counts of records, never of what a single cell hides.
 *
 * For page_programme.c.
 */
#include "render/page_programme.h"

struct holdings {
    const struct page *page;
    const struct programme *it;
    ARR(struct programme_row) rows;
    ARR(struct view_link) lines;    /* of the row that is being written */
};

static void say(struct holdings *h, struct str sentence)
{
    *ARR_PUSH(h->page->arena, &h->lines) = (struct view_link){
        .label = sentence
    };
}

static void say_word(struct holdings *h, const char *key)
{
    say(h, page_word(h->page, key));
}

static struct str number(const struct holdings *h, size_t n)
{
    return page_number(h->page, num_int((int64_t)n), 0);
}

/* The sentence of `key` for all, for none, for some of them. */
static void say_share(struct holdings *h, const char *key, size_t n,
                      size_t all)
{
    const char *form = n == all ? "all" : n == 0 ? "none" : "some";
    struct str full = str_format(h->page->arena, "programme.%s_%s", key,
                                 form);

    say(h, page_fill(h->page, full.p, FILL({ "n", number(h, n) },
                                           { "all", number(h, all) })));
}

static void end_row(struct holdings *h, const char *caption)
{
    *ARR_PUSH(h->page->arena, &h->rows) = (struct programme_row){
        .caption = page_word(h->page, caption),
        .lines = { h->lines.at, h->lines.n },
        .has_lines = true,
    };
    h->lines.at = NULL;
    h->lines.n = h->lines.cap = 0;
}

/* --- indicators --- */

static bool has_target(const struct holdings *h, size_t indicator)
{
    for (size_t i = 0; i < h->it->targets.n; i++) {
        if (h->it->targets.at[i].indicator.index == indicator)
            return true;
    }
    return false;
}

/* Is anything of it shown, of the whole or of any school? */
static bool has_value(const struct holdings *h, size_t indicator)
{
    const struct release *release = h->page->release;
    size_t n;
    const uint32_t *schools = release_schools(release, indicator, &n);

    if (release_last(release, indicator, RELEASE_WHOLE) != NONE)
        return true;
    for (size_t i = 0; i < n; i++) {
        if (release_last(release, indicator, schools[i]) != NONE)
            return true;
    }
    return false;
}

static void say_indicators(struct holdings *h)
{
    const struct programme *it = h->it;
    size_t bases = 0, targets = 0, values = 0, sources = 0;

    if (it->indicator_n == 0) {
        say_word(h, "programme.no_indicators");
        end_row(h, "programme.held_indicators");
        return;
    }
    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t at = it->indicator_first + i;
        const struct indicator *indicator = &h->page->site->indicators.at[at];

        bases += indicator->has_baseline;
        targets += has_target(h, at);
        values += has_value(h, at);
        sources += indicator->source.n > 0;
    }
    say(h, page_fill(h->page, "programme.held_count",
                     FILL({ "count", page_count(h->page, "indicator",
                                                it->indicator_n) })));
    say_share(h, "base", bases, it->indicator_n);
    say_share(h, "target", targets, it->indicator_n);
    say_share(h, "value", values, it->indicator_n);
    say_share(h, "source", sources, it->indicator_n);
}

/* --- the years of the programme --- */

/* Is there a value or a target for this year, of any indicator? */
static bool is_covered(const struct holdings *h, int year)
{
    for (size_t i = 0; i < h->it->indicator_n; i++) {
        size_t n;
        const struct period *periods = release_periods(
            h->page->release, h->it->indicator_first + i, &n);

        for (size_t k = 0; k < n; k++) {
            if (period_year(periods[k]) == year)
                return true;
        }
    }
    return false;
}

/* The tables have no columns for years of which nothing is known. */
static void say_years(struct holdings *h)
{
    struct buf years = {0};
    int first, last, month, day;

    if (h->it->period.kind == PERIOD_NONE)
        return;
    date_split(h->it->period.from, &first, &month, &day);
    date_split(h->it->period.to, &last, &month, &day);
    for (int year = first; year <= last; year++) {
        if (is_covered(h, year))
            continue;
        if (years.n > 0)
            buf_addz(&years, ", ");
        buf_int(&years, year);
    }
    if (years.n > 0)
        say(h, page_fill(h->page, "programme.empty_years",
                         FILL({ "years", buf_str(&years) })));
    buf_free(&years);
}

/* --- measures, money and the rest --- */

static void say_measures(struct holdings *h)
{
    const struct programme *it = h->it;
    size_t dates = 0, owners = 0;
    struct plan_counts counts = progress_measures(h->page->site,
                                                  h->page->at);

    if (it->measures.n == 0) {
        say_word(h, "programme.no_measures");
        end_row(h, "programme.held_measures");
        return;
    }
    for (size_t i = 0; i < it->measures.n; i++) {
        dates += it->measures.at[i].when_text.n > 0;
        owners += it->measures.at[i].responsible.n > 0;
    }
    say(h, page_fill(h->page, "programme.held_count",
                     FILL({ "count", page_count(h->page, "measure",
                                                it->measures.n) })));
    say_share(h, "when", dates, it->measures.n);
    say_share(h, "owner", owners, it->measures.n);
    say_share(h, "report", counts.all - counts.no_report, counts.all);
    end_row(h, "programme.held_measures");
}

static void say_money(struct holdings *h)
{
    size_t planned = 0, actual = 0;

    for (size_t i = 0; i < h->it->money.n; i++) {
        planned += h->it->money.at[i].has_planned;
        actual += h->it->money.at[i].has_actual;
    }
    say_word(h, planned > 0 ? "programme.sums" : "programme.no_sums");
    if (h->it->money.n > 0)
        say_share(h, "spent", actual, h->it->money.n);
    end_row(h, "programme.held_money");
}

static void say_count(struct holdings *h, const char *caption,
                      const char *some, const char *none, size_t n)
{
    if (n > 0)
        say(h, page_fill(h->page, some, FILL({ "n", number(h, n) })));
    else
        say_word(h, none);
    end_row(h, caption);
}

void programme_holdings(const struct page *page, struct programme_view *view)
{
    const struct programme *it = &page->site->programmes.at[page->at];
    struct holdings h = { .page = page, .it = it };

    say_indicators(&h);
    if (it->indicator_n > 0) {
        say_years(&h);
        if (it->tasks_n > 0 && !view->has_tasks)
            say_word(&h, "programme.tasks_apart");
        end_row(&h, "programme.held_indicators");
    }
    say_measures(&h);
    say_money(&h);
    say_count(&h, "programme.held_risks", "programme.risks_some",
              "programme.risks_none", it->risks.n);
    say_count(&h, "programme.held_reports", "programme.reports_some",
              "programme.reports_none", view->reports.n);
    say_count(&h, "programme.held_documents", "programme.documents_some",
              "programme.documents_none", it->documents.n);
    view->holdings = (struct list){ h.rows.at, h.rows.n };
}
