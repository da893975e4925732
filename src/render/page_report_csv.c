/*
 * page_report_csv: the yearly report as one table in two forms (csv.h): what
 * stands in its tables, a line each; `part` says from which.
 *
 * A row of pages.c.
 */
#include "render/csv.h"
#include "render/page.h"

#include "release/effect.h"
#include "release/year.h"

#define HEADER                                                       \
    "part,id,title,detail,period,unit,plan,plan_words,fact,degree,"  \
    "status,who,words"

/* One line; what is not set stays empty. */
struct line {
    const char *part;
    struct str id, title, detail, period, unit, plan_words, status, who,
        words;
    bool has_plan, has_fact, has_degree;
    struct num plan, fact, degree;
};

static void put_num(struct csv_writer *csv, bool given, struct num value)
{
    if (given)
        csv_num(csv, num_trim(value));
    else
        csv_text(csv, S(""));
}

static void put(struct csv_writer *csv, const struct line *line)
{
    csv_text(csv, str_of(line->part));
    csv_text(csv, line->id);
    csv_text(csv, line->title);
    csv_text(csv, line->detail);
    csv_text(csv, line->period);
    csv_text(csv, line->unit);
    put_num(csv, line->has_plan, line->plan);
    csv_text(csv, line->plan_words);
    put_num(csv, line->has_fact, line->fact);
    put_num(csv, line->has_degree, line->degree);
    csv_text(csv, line->status);
    csv_text(csv, line->who);
    csv_text(csv, line->words);
    csv_end(csv);
}

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

static struct str code_of(const struct page *page, struct period period)
{
    struct buf code = {0};

    period_code(&code, period);
    return page_take(page, &code);
}

/* --- indicators --- */

static struct str status_code(enum status status)
{
    static const char *const codes[] = {
        [STATUS_NO_TARGET] = "", [STATUS_NOT_DUE] = "not-due",
        [STATUS_NO_DATA] = "no-data", [STATUS_REACHED] = "reached",
        [STATUS_NEAR] = "near", [STATUS_NOT_YET] = "not-reached",
    };

    return str_of(codes[status]);
}

static void put_indicator(struct csv_writer *csv, const struct page *page,
                          size_t indicator, size_t at)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    size_t n;
    const struct period *periods = release_periods(page->release, indicator,
                                                   &n);
    struct fact fact = release_fact(page->release, indicator, RELEASE_WHOLE,
                                    at);
    struct progress p = progress_of(page->release, indicator, RELEASE_WHOLE,
                                    at);

    put(csv, &(struct line){
        .part = "indicator",
        .id = it->id,
        .title = it->title,
        .period = code_of(page, periods[at]),
        .unit = it->unit_forms[0].n > 0 ? it->unit_forms[0] : it->unit,
        .has_plan = p.target && p.target->op != TARGET_WORDS &&
                    p.target->op != TARGET_RANGE,
        .plan = p.plan,
        .plan_words = p.target ? p.target->text : S(""),
        .has_fact = fact.has_value,
        .fact = fact.value,
        .has_degree = p.has_degree,
        .degree = p.degree,
        .status = status_code(p.status),
        .words = fact.reason,
    });
}

static void put_moves(struct csv_writer *csv, const struct page *page,
                      size_t indicator, const struct year_moves *moves)
{
    const struct indicator *it = &page->site->indicators.at[indicator];
    const struct {
        const char *status;
        size_t n;
    } rows[] = {
        { "grew", moves->grew }, { "same", moves->same },
        { "fell", moves->fell },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put(csv, &(struct line){
            .part = "schools",
            .id = it->id,
            .title = it->title,
            .detail = code_of(page, moves->from),
            .period = code_of(page, moves->to),
            .has_fact = true,
            .fact = num_int((int64_t)rows[i].n),
            .status = str_of(rows[i].status),
        });
}

static void put_indicators(struct csv_writer *csv, const struct page *page)
{
    const struct programme *it = programme_of(page);
    int64_t year = (int64_t)page->sub;
    struct year_moves moves;

    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t at = year_period(page->release, it->indicator_first + i,
                                year);

        if (at != NONE)
            put_indicator(csv, page, it->indicator_first + i, at);
    }
    for (size_t i = 0; i < it->indicator_n; i++) {
        if (year_moves_of(page->release, it->indicator_first + i, year,
                          &moves))
            put_moves(csv, page, it->indicator_first + i, &moves);
    }
}

/* --- the method --- */

static void put_effect(struct csv_writer *csv, const struct page *page)
{
    struct effect e = effect_of(page->release, page->at, (int64_t)page->sub);
    const struct {
        const char *id;
        struct effect_part part;
    } rows[] = {
        { "SR", e.sr }, { "SRm", e.srm }, { "SSuz", e.ssuz },
        { "Eis", e.eis }, { "ER", e.er },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].part.why == EFFECT_KNOWN)
            put(csv, &(struct line){
                .part = "programme",
                .id = str_of(rows[i].id),
                .has_fact = true,
                .fact = rows[i].part.value,
            });
    }
}

/* --- measures --- */

static struct str done_code(int done, bool late)
{
    static const char *const codes[] = {
        [DONE_NO_REPORT] = "", [DONE_PLANNED] = "planned",
        [DONE_DOING] = "doing", [DONE_DONE] = "done",
        [DONE_POSTPONED] = "postponed", [DONE_CANCELLED] = "cancelled",
    };

    return late ? S("late") : str_of(codes[done]);
}

static struct str who_of(const struct page *page, const struct refs *refs)
{
    struct buf list = {0};

    for (size_t i = 0; i < refs->n; i++) {
        if (i > 0)
            buf_char(&list, '|');
        buf_add(&list, refs->at[i].text);
    }
    return page_take(page, &list);
}

/* The last words of the year's reports about it, else its own reason. */
static struct str words_of(const struct page *page, size_t measure)
{
    const struct programme *it = programme_of(page);
    struct str words = it->measures.at[measure].reason;

    for (size_t i = 0; i < it->reports.n; i++) {
        const struct report *report = &it->reports.at[i];

        if (report->measure.index == measure &&
            period_year(report->period) == (int)page->sub &&
            report->result.n + report->reason.n > 0)
            words = report->reason.n > 0 ? report->reason : report->result;
    }
    return words;
}

static void put_measures(struct csv_writer *csv, const struct page *page)
{
    const struct programme *it = programme_of(page);
    int64_t year = (int64_t)page->sub;

    for (size_t i = 0; i < it->measures.n; i++) {
        const struct measure *measure = &it->measures.at[i];
        bool due = progress_due_in(page->site, page->at, i, year), late;
        int done = progress_done_in(page->site, page->at, i, year, &late);

        if (due || year_tells_measure(page->site, page->at, i, year))
            put(csv, &(struct line){
                .part = due ? "measure" : "other-measure",
                .id = measure->id,
                .title = measure->title,
                .period = measure->when_text,
                .status = done_code(done, late),
                .who = who_of(page, &measure->responsible),
                .words = words_of(page, i),
            });
    }
}

/* --- money and findings --- */

static void put_money(struct csv_writer *csv, const struct page *page)
{
    const struct programme *it = programme_of(page);

    for (size_t i = 0; i < it->money.n; i++) {
        const struct money *money = &it->money.at[i];

        if (money->year == (int64_t)page->sub)
            put(csv, &(struct line){
                .part = "money",
                .title = money->source,
                .detail = money->purpose,
                .unit = money->unit,
                .has_plan = money->has_planned,
                .plan = money->planned,
                .has_fact = money->has_actual,
                .fact = money->actual,
            });
    }
}

static void put_findings(struct csv_writer *csv, const struct page *page)
{
    const struct programme *it = programme_of(page);

    for (size_t i = 0; i < it->findings.n; i++) {
        const struct finding *finding = &it->findings.at[i];

        if (year_of_finding(page->site, page->at, i) == (int64_t)page->sub)
            put(csv, &(struct line){
                .part = "finding",
                .id = finding->id,
                .title = finding->text,
                .detail = finding->recommendation,
                .words = finding->effect.n > 0 ? finding->effect
                                               : finding->decision,
            });
    }
}

/* --- the file --- */

/* sub = 2 * year + (for Excel ? 1 : 0); while writing, the year. */
static void write(struct page *page, struct buf *out)
{
    struct csv_writer csv;
    bool excel = page->sub % 2 != 0;
    bool demo = programme_of(page)->demo;

    page->sub /= 2;
    csv_table(&csv, out, excel, HEADER,
              demo ? page_word(page, "data.demo") : S(""));
    put_indicators(&csv, page);
    put_effect(&csv, page);
    put_measures(&csv, page);
    put_money(&csv, page);
    put_findings(&csv, page);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    for (size_t p = 0; p < site->programmes.n; p++) {
        size_t n;
        const int64_t *years = year_reports(arena, release, p, &n);

        for (size_t i = 0; i < 2 * n; i++) {
            size_t year = (size_t)years[i / 2];

            plan_add(list,
                     str_format(arena, "data/%.*s/report-%zu%s.csv",
                                STR_FMT(site->programmes.at[p].id), year,
                                i % 2 ? "-excel" : ""),
                     p, 2 * year + i % 2);
        }
    }
}

const struct page_kind file_report = {
    .name = "report-table", .list = list, .write = write,
};
