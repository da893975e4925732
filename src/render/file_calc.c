/*
 * file_calc: data/<programme>/calc.json: how every status and degree came
 * about, and the result of the programme by year, so that anyone can compute
 * them again. Released facts only; numbers are exact decimals in quotes.
 * vitrina(1) describes it; tests/recompute.pl is such a computation.
 *
 * A row of pages.c.
 */
#include "release/effect.h"
#include "render/page.h"

/* --- JSON: members and elements with their commas --- */

struct json {
    struct buf *out;
    const struct page *page;
    bool more;                  /* a comma before the next member */
};

static void next(struct json *j)
{
    if (j->more)
        buf_char(j->out, ',');
    j->more = true;
}

/* An element of an array, on a line of its own. */
static void open_line(struct json *j)
{
    next(j);
    buf_addz(j->out, "\n{");
    j->more = false;
}

static void shut(struct json *j, char mark)
{
    buf_char(j->out, mark);
    j->more = true;
}

static void put_name(struct json *j, const char *name)
{
    next(j);
    buf_char(j->out, '"');
    buf_addz(j->out, name);
    buf_addz(j->out, "\":");
}

static void open_in(struct json *j, const char *name, char mark)
{
    put_name(j, name);
    buf_char(j->out, mark);
    j->more = false;
}

static void put_text(struct json *j, const char *name, struct str text)
{
    put_name(j, name);
    buf_json(j->out, text);
}

static void put_word(struct json *j, const char *name, const char *word)
{
    if (!word)
        return;
    put_name(j, name);
    buf_json(j->out, str_of(word));
}

static void put_num(struct json *j, const char *name, bool given,
                    struct num value)
{
    struct buf text = {0};

    if (!given)
        return;
    num_plain(&text, num_trim(value));
    put_text(j, name, buf_str(&text));
    buf_free(&text);
}

static void put_bool(struct json *j, const char *name, bool value)
{
    put_name(j, name);
    buf_addz(j->out, value ? "true" : "false");
}

static void put_count(struct json *j, const char *name, size_t n)
{
    put_name(j, name);
    buf_int(j->out, (int64_t)n);
}

static void put_period(struct json *j, const char *name,
                       struct period period)
{
    struct buf code = {0};

    if (period.kind == PERIOD_NONE)
        return;
    period_code(&code, period);
    put_text(j, name, buf_str(&code));
    buf_free(&code);
}

/* --- words of closed lists --- */

static const char *const methods[] = {
    [ACHIEVEMENT_RATIO] = "rf-ratio",
    [ACHIEVEMENT_SHARE] = "share-reached",
};

static const char *const directions[] = {
    [DIRECTION_NONE] = "none",
    [DIRECTION_UP] = "up",
    [DIRECTION_DOWN] = "down",
    [DIRECTION_RANGE] = "range",
};

/* Bare targets and «до» have become one of the others. */
static const char *const ops[] = {
    [TARGET_BARE] = NULL,
    [TARGET_AT_LEAST] = "at-least",
    [TARGET_AT_MOST] = "at-most",
    [TARGET_RANGE] = "range",
    [TARGET_UP_TO] = NULL,
    [TARGET_YES] = "yes",
    [TARGET_WORDS] = NULL,
};

static const char *const statuses[] = {
    [STATUS_NO_TARGET] = "no-target",
    [STATUS_NOT_DUE] = "not-due",
    [STATUS_NO_DATA] = "no-data",
    [STATUS_REACHED] = "reached",
    [STATUS_NEAR] = "near",
    [STATUS_NOT_YET] = "not-yet",
};

static const char *const states[] = {
    [STATE_NOT_YET] = "not-yet",
    [STATE_SHOWN] = "shown",
    [STATE_COUNTS] = "counts",
    [STATE_HIDDEN] = "c",
    [STATE_NOT_APPLICABLE] = "z",
    [STATE_MISSING] = "x",
    [STATE_CHECKING] = "q",
    [STATE_LEVEL] = "c",
};

static const char *const dones[] = {
    [DONE_NO_REPORT] = NULL,        [DONE_PLANNED] = "planned",
    [DONE_DOING] = "doing",         [DONE_DONE] = "done",
    [DONE_POSTPONED] = "postponed", [DONE_CANCELLED] = "cancelled",
};

/* --- indicators --- */

static void put_indicator(struct json *j, const struct programme *p,
                          size_t indicator)
{
    const struct indicator *i = &j->page->site->indicators.at[indicator];
    int method = i->achievement >= 0 ? i->achievement
                                     : p->achievement;

    open_line(j);
    put_text(j, "id", i->id);
    put_word(j, "direction", directions[i->direction]);
    put_word(j, "method", methods[method]);
    put_num(j, "baseline", i->has_baseline, i->baseline);
    put_period(j, "baseline_period", i->has_baseline ? i->baseline_period
                                                     : (struct period){0});
    put_period(j, "deadline", i->deadline);
    open_in(j, "breaks", '[');
    for (size_t b = 0; b < p->breaks.n; b++) {
        struct buf code = {0};

        if (p->breaks.at[b].indicator.index != indicator)
            continue;
        next(j);
        period_code(&code, p->breaks.at[b].period);
        buf_json(j->out, buf_str(&code));
        buf_free(&code);
    }
    shut(j, ']');
    shut(j, '}');
}

/* --- rows --- */

/* Near by what: the gap alone, the movement alone, or both. */
static const char *nearness(const struct progress *p)
{
    if (p->status != STATUS_NEAR)
        return NULL;
    if (p->gap_small)
        return p->moved_right ? "gap and move" : "gap";
    return "move";
}

static void put_judgement(struct json *j, const struct progress *p,
                          struct period period)
{
    bool number = p->target->op != TARGET_WORDS;

    put_text(j, "target", p->target->text);
    put_word(j, "op", ops[p->op]);
    put_num(j, "plan", number, p->plan);
    put_num(j, "high", p->target->op == TARGET_RANGE, p->plan_high);
    put_num(j, "before", p->has_before, p->before);
    put_period(j, "before_period", p->has_before ? period_before(period)
                                                 : (struct period){0});
    if (p->before_is_base)
        put_bool(j, "before_is_baseline", true);
    put_word(j, "status", statuses[p->status]);
    put_num(j, "gap", p->judged && p->op != TARGET_YES, p->gap);
    put_word(j, "near", nearness(p));
    put_num(j, "degree", p->has_degree, p->degree);
}

/* A cell with a target; of all others there is nothing to compute. */
static void put_row(struct json *j, size_t indicator, size_t school,
                    size_t at, struct period period)
{
    const struct page *page = j->page;
    const struct site *site = page->site;
    struct progress p = progress_of(page->release, indicator, school, at);
    struct fact fact;

    if (!p.target)
        return;
    fact = release_fact(page->release, indicator, school, at);
    open_line(j);
    put_text(j, "indicator", site->indicators.at[indicator].id);
    put_text(j, "school", school == RELEASE_WHOLE
                              ? S("")
                              : site->schools.at[school].id);
    put_period(j, "period", period);
    put_bool(j, "over", period.to < catalog_as_of(site, page->at));
    put_word(j, "state", states[fact.state]);
    put_num(j, "fact", fact_is_shown(fact),
            fact.value);
    put_judgement(j, &p, period);
    shut(j, '}');
}

static void put_rows(struct json *j, size_t indicator)
{
    const struct release *release = j->page->release;
    size_t n, periods_n;
    const struct period *periods = release_periods(release, indicator,
                                                   &periods_n);
    const uint32_t *schools = release_schools(release, indicator, &n);

    for (size_t i = 0; i < periods_n; i++)
        put_row(j, indicator, RELEASE_WHOLE, i, periods[i]);
    for (size_t s = 0; s < n; s++)
        for (size_t i = 0; i < periods_n; i++)
            put_row(j, indicator, schools[s], i, periods[i]);
}

/* --- the programme by year --- */

static void put_part(struct json *j, const char *name, const char *name_why,
                     struct effect_part part)
{
    put_num(j, name, part.why == EFFECT_KNOWN, part.value);
    put_word(j, name_why, effect_whys[part.why]);
}

/* Which period of each indicator speaks for the year. */
static void put_periods(struct json *j, const struct programme *p,
                        int64_t year)
{
    const struct page *page = j->page;

    open_in(j, "periods", '{');
    for (size_t i = 0; i < p->indicator_n; i++) {
        size_t n, indicator = p->indicator_first + i;
        const struct period *periods = release_periods(page->release,
                                                       indicator, &n);
        size_t at = effect_period(page->release, indicator, year);
        struct buf code = {0};

        if (at == NONE)
            continue;
        next(j);
        buf_json(j->out, page->site->indicators.at[indicator].id);
        buf_char(j->out, ':');
        period_code(&code, periods[at]);
        buf_json(j->out, buf_str(&code));
        buf_free(&code);
    }
    shut(j, '}');
}

static void put_indicators(struct json *j, const struct programme *p,
                           const struct effect *e)
{
    put_periods(j, p, e->year);
    put_count(j, "indicators", e->indicators);
    put_count(j, "judged", e->judged);
    put_count(j, "reached", e->reached);
    put_count(j, "near", e->near);
    put_count(j, "not_yet", e->not_yet);
    put_count(j, "no_data", e->no_data);
    put_count(j, "not_due", e->not_due);
    put_count(j, "in_words", e->in_words);
    put_count(j, "degrees", e->degrees);
    put_part(j, "sr", "sr_why", e->sr);
}

static void put_measures(struct json *j, const struct programme *p,
                         const struct effect *e)
{
    const struct page *page = j->page;

    open_in(j, "measures", '[');
    for (size_t i = 0; i < p->measures.n; i++) {
        bool late;
        int done;

        if (!progress_due_in(page->site, page->at, i, e->year))
            continue;
        done = progress_done_in(page->site, page->at, i, e->year, &late);
        next(j);
        buf_char(j->out, '{');
        j->more = false;
        put_text(j, "id", p->measures.at[i].id);
        put_word(j, "status", dones[done]);
        put_bool(j, "late", late);
        shut(j, '}');
    }
    shut(j, ']');
    put_count(j, "due", e->due);
    put_count(j, "done", e->done);
    put_count(j, "no_report", e->no_report);
    put_part(j, "srm", "srm_why", e->srm);
}

static void put_year(struct json *j, const struct programme *p,
                     const struct effect *e)
{
    put_count(j, "year", (size_t)e->year);
    put_bool(j, "over", e->over);
    put_indicators(j, p, e);
    put_measures(j, p, e);
    put_num(j, "planned", e->has_plan, e->plan);
    put_num(j, "spent", e->has_spent, e->spent);
    put_text(j, "unit", e->unit);
    put_part(j, "ssuz", "ssuz_why", e->ssuz);
    put_part(j, "eis", "eis_why", e->eis);
    put_part(j, "er", "er_why", e->er);
    put_word(j, "class", effect_classes[e->class]);
}

static void put_years(struct json *j, const struct programme *p)
{
    const struct page *page = j->page;
    struct effect now = effect_of(page->release, page->at, EFFECT_NOW);
    size_t n;
    const int64_t *years = effect_years(page->arena, page->release, page->at,
                                        &n);

    open_in(j, "now", '{');
    put_indicators(j, p, &now);
    shut(j, '}');
    open_in(j, "years", '[');
    for (size_t i = 0; i < n; i++) {
        struct effect e = effect_of(page->release, page->at, years[i]);

        open_line(j);
        put_year(j, p, &e);
        shut(j, '}');
    }
    shut(j, ']');
}

/* --- the file --- */

static void put_head(struct json *j, const struct programme *p)
{
    struct buf day = {0};

    date_iso(&day, catalog_as_of(j->page->site, j->page->at));
    put_word(j, "format", "vitrina-calc-1");
    put_text(j, "programme", p->id);
    if (p->demo)
        put_text(j, "remark", page_word(j->page, "data.demo"));
    put_text(j, "as_of", buf_str(&day));
    put_word(j, "method", methods[p->achievement]);
    put_count(j, "degree_decimals", PROGRESS_DECIMALS);
    buf_free(&day);
}

static void calc_write(struct page *page, struct buf *out)
{
    const struct programme *p = &page->site->programmes.at[page->at];
    struct json j = {out, page, false};

    buf_char(out, '{');
    put_head(&j, p);
    open_in(&j, "indicators", '[');
    for (size_t i = 0; i < p->indicator_n; i++)
        put_indicator(&j, p, p->indicator_first + i);
    shut(&j, ']');
    open_in(&j, "rows", '[');
    for (size_t i = 0; i < p->indicator_n; i++)
        put_rows(&j, p->indicator_first + i);
    shut(&j, ']');
    put_years(&j, p);
    buf_addz(out, "}\n");
}

static void calc_list(struct plan_list *list, struct arena *arena,
                      const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *p = &site->programmes.at[i];

        if (p->targets.n + p->reports.n + p->money.n > 0)
            plan_add(list, str_format(arena, "data/%.*s/calc.json",
                                      STR_FMT(p->id)),
                     i, 0);
    }
}

const struct page_kind file_calc = {
    .name = "calc", .list = calc_list, .write = calc_write,
};
