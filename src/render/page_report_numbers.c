/*
 * page_report_numbers: the numbers of a yearly report: plan and fact, what
 * the programme's method makes of them, how the schools moved, what does not
 * add up.
 *
 * For page_report.c.
 */
#include "render/page_report.h"

#include "release/findings.h"
#include "release/words_effect.h"
#include "release/year.h"
#include "render/block_look.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

static struct str year_words(const struct page *page, struct period period)
{
    return period.kind == PERIOD_YEAR ? (struct str){0}
                                      : page_period_short(page, period);
}

/* --- plan and fact --- */

static struct str degree_of(const struct page *page,
                            const struct progress *progress)
{
    struct buf out = {0};

    if (!progress->has_degree)
        return page_word(page, "report.no_degree");
    words_effect_cell(&out, page->words,
                      (struct effect_part){ EFFECT_KNOWN, progress->degree });
    return page_take(page, &out);
}

/* The author's; else whether there is anything to explain. */
static struct str reason_of(const struct page *page, struct fact fact,
                            enum status status)
{
    if (fact.reason.n > 0)
        return page_typo(page, fact.reason);
    if (status == STATUS_NO_TARGET || status == STATUS_NOT_DUE)
        return words_status(page->words, status);
    return page_word(page, status == STATUS_REACHED ? "report.no_deviation"
                                                    : "report.no_reason");
}

static struct report_row row_of(const struct page *page, size_t indicator,
                                size_t at)
{
    size_t n;
    const struct period *periods = release_periods(page->release, indicator,
                                                   &n);
    struct fact fact = release_fact(page->release, indicator, RELEASE_WHOLE,
                                    at);
    struct progress progress = progress_of(page->release, indicator,
                                           RELEASE_WHOLE, at);

    return (struct report_row){
        .number = page->site->indicators.at[indicator].number,
        .title = block_title(page, indicator),
        .url = block_indicator_url(page, indicator),
        .period = year_words(page, periods[at]),
        .plan = progress.target
                    ? block_target_words(page, progress.target)
                    : page_word(page, "programme.no_target"),
        .fact = page_cell(page, indicator, fact),
        .degree = degree_of(page, &progress),
        .status = words_status(page->words, progress.status),
        .status_class = page_status_class(progress.status),
        .reason = reason_of(page, fact, progress.status),
    };
}

/* Rows of one group while they are collected. */
struct growing {
    struct str name;
    ARR(struct report_row) rows;
};

static void add_row(const struct page *page, struct growing *groups,
                    size_t *n, struct report_indicators *view,
                    size_t indicator, size_t at)
{
    struct str name = block_group(page, indicator);
    struct progress progress = progress_of(page->release, indicator,
                                           RELEASE_WHOLE, at);
    struct fact fact = release_fact(page->release, indicator, RELEASE_WHOLE,
                                    at);
    size_t group = 0;

    while (group < *n && !str_eq(groups[group].name, name))
        group++;
    groups[group].name = name;
    *n += group == *n;
    *ARR_PUSH(page->arena, &groups[group].rows) = row_of(page, indicator,
                                                         at);
    view->has_plan |= progress.target != NULL;
    view->has_degree |= progress.has_degree;
    view->has_reason |= fact.reason.n > 0;
}

static struct list group_list(const struct page *page,
                              const struct growing *groups, size_t n)
{
    struct report_group *views = PAGE_ARRAY(page, struct report_group, n);

    for (size_t i = 0; i < n; i++) {
        views[i].rows = LIST_OF(groups[i].rows);
        if (n > 1)
            views[i].name = page_typo(page, groups[i].name);
    }
    return (struct list){ views, n };
}

void report_indicators(const struct page *page, struct report_view *view)
{
    const struct programme *it = programme_of(page);
    struct growing *groups = PAGE_ARRAY(page, struct growing,
                                        it->indicator_n);
    struct report_indicators *part = ARENA_NEW(page->arena,
                                               struct report_indicators);
    size_t n = 0, columns;

    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t indicator = it->indicator_first + i;
        size_t at = year_period(page->release, indicator,
                                (int64_t)page->sub);

        if (at != NONE)
            add_row(page, groups, &n, part, indicator, at);
    }
    if (n == 0)
        return;
    columns = 2U + (part->has_plan ? 2U : 0U) + (part->has_degree ? 1U : 0U) +
              (part->has_reason ? 1U : 0U);
    part->columns = str_format(page->arena, "%zu", columns);
    part->groups = group_list(page, groups, n);
    view->indicators = part;
}

/* --- the method --- */

static struct str how_of(const struct page *page, const struct effect *effect,
                         struct effect_part part, const char *key)
{
    struct buf out = {0};

    if (part.why == EFFECT_KNOWN)
        return page_word(page, key);
    words_effect_why(&out, page->words, effect, part);
    return page_take(page, &out);
}

static struct str cell_of(const struct page *page, struct effect_part part)
{
    struct buf out = {0};

    words_effect_cell(&out, page->words, part);
    return page_take(page, &out);
}

/* Sentences for the beginning. */
static void fill_sums(const struct page *page, struct report_view *view,
                      const struct effect *effect)
{
    void (*const say[])(struct buf *, const struct words *,
                        const struct effect *) = {
        words_effect_indicators, words_effect_measures, words_effect_money,
        words_effect_result,
    };
    ARR(struct view_link) lines = {0};

    for (size_t i = 0; i < sizeof say / sizeof *say; i++) {
        struct buf out = {0};
        struct str text;

        /* Without targets, measures and money there is no result to miss. */
        if (say[i] == words_effect_result && lines.n == 0)
            continue;
        say[i](&out, page->words, effect);
        text = page_take(page, &out);
        if (text.n > 0)
            *ARR_PUSH(page->arena, &lines) = (struct view_link){
                .label = text
            };
    }
    view->sums = LIST_OF(lines);
    view->has_sums = lines.n > 0;
}

void report_parts(const struct page *page, struct report_view *view)
{
    struct effect e = effect_of(page->release, page->at, (int64_t)page->sub);
    const struct {
        const char *name, *how;
        struct effect_part part;
    } rows[] = {
        { "report.sr", e.method == ACHIEVEMENT_SHARE ? "report.sr_share_how"
                                                     : "report.sr_how",
          e.sr },
        { "report.srm", "report.srm_how", e.srm },
        { "report.ssuz", "report.ssuz_how", e.ssuz },
        { "report.eis", "report.eis_how", e.eis },
        { "report.er", "report.er_how", e.er },
    };
    ARR(struct report_part) parts = {0};
    struct str class = words_effect_class(page->words, e.class);

    fill_sums(page, view, &e);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        view->has_parts |= rows[i].part.why == EFFECT_KNOWN;
        if (rows[i].part.why != EFFECT_NO_METHOD)
            *ARR_PUSH(page->arena, &parts) = (struct report_part){
                .name = page_word(page, rows[i].name),
                .value = cell_of(page, rows[i].part),
                .how = how_of(page, &e, rows[i].part, rows[i].how),
            };
    }
    if (class.n > 0)
        *ARR_PUSH(page->arena, &parts) = (struct report_part){
            .name = page_word(page, "report.class"),
            .value = class,
            .how = page_word(page, "report.class_how"),
        };
    view->parts = LIST_OF(parts);
    if (!view->has_parts)
        view->no_parts = how_of(page, &e, e.sr, "report.sr_how");
}

/* --- the schools --- */

static struct report_move move_of(const struct page *page, size_t indicator,
                                  const struct year_moves *moves)
{
    return (struct report_move){
        .title = block_title(page, indicator),
        .url = block_indicator_url(page, indicator),
        .since = page_fill(page, "report.since",
            FILL({ "from", page_period_short(page, moves->from) },
                 { "to", page_period_short(page, moves->to) })),
        .grew = page_count(page, "school", moves->grew),
        .same = page_count(page, "school", moves->same),
        .fell = page_count(page, "school", moves->fell),
        .compared = page_count(page, "school", moves->compared),
    };
}

void report_moves(const struct page *page, struct report_view *view)
{
    const struct programme *it = programme_of(page);
    ARR(struct report_move) list = {0};

    for (size_t i = 0; i < it->indicator_n; i++) {
        struct year_moves moves;

        if (year_moves_of(page->release, it->indicator_first + i,
                          (int64_t)page->sub, &moves))
            *ARR_PUSH(page->arena, &list) =
                move_of(page, it->indicator_first + i, &moves);
    }
    view->moves = LIST_OF(list);
    view->has_moves = list.n > 0;
}

/* --- what does not add up --- */

static struct report_doubt doubt_of(const struct page *page,
                                    const struct audit_finding *it)
{
    struct report_doubt view = {
        .period = page_period_short(page, it->period),
        .words = it->explained ? page_typo(page, it->explained->words)
                               : (struct str){0},
    };
    struct buf text = {0};

    words_finding(&text, page->words, it);
    view.text = page_take(page, &text);
    if (it->indicator != NONE) {
        view.indicator = block_title(page, it->indicator);
        view.indicator_url = block_indicator_url(page, it->indicator);
    }
    return view;
}

/* Those of single schools are only counted: no school is named here. */
void report_doubts(const struct page *page, struct report_view *view)
{
    size_t n, of_schools = 0;
    const struct audit_finding *all = release_findings(page->release, &n);
    struct str path = address_of(page->arena, page->site, THING_QUALITY, NONE,
                                 NONE);
    ARR(struct report_doubt) list = {0};

    for (size_t i = 0; i < n; i++) {
        if (all[i].programme != page->at ||
            all[i].period.kind == PERIOD_NONE ||
            period_year(all[i].period) != (int)page->sub)
            continue;
        if (all[i].school != RELEASE_WHOLE)
            of_schools++;
        else
            *ARR_PUSH(page->arena, &list) = doubt_of(page, &all[i]);
    }
    view->doubts = LIST_OF(list);
    view->has_doubts = list.n > 0 || of_schools > 0;
    if (of_schools > 0)
        view->school_doubts = page_fill(page, "report.school_doubts",
            FILL({ "n", page_number(page, num_int((int64_t)of_schools),
                                    0) }));
    if (page_has(page, path))
        view->quality_url = page_path_url(page, path);
}
