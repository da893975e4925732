/*
 * block_series: from the release to the plain points of chart.h. See
 * block_series.h.
 *
 * For block_chart.c and block_small.c.
 */
#include "render/block_series.h"
#include "render/block_threshold.h"
#include "render/plan.h"

#include "chart/chart.h"

static struct fact fact_of(const struct series *s, size_t school, size_t at)
{
    return release_fact(s->page->release, s->ask->indicator, school, at);
}

static const struct target *target_of(const struct series *s,
                                      struct period period)
{
    const struct target *target = progress_target(s->page->release,
                                                  s->ask->indicator,
                                                  s->ask->school, period);

    return target && target->op != TARGET_WORDS && target->op != TARGET_YES
               ? target : NULL;
}

/* Sums of all schools are of another size than any one of them. */
static bool compares(const struct series *s)
{
    return s->ask->school != RELEASE_WHOLE &&
           s->it->aggregate != AGGREGATE_SUM;
}

/* --- which periods --- */

static bool is_within(const struct block_chart *ask, struct period period)
{
    return (ask->from.kind == PERIOD_NONE || period.from >= ask->from.from) &&
           (ask->to.kind == PERIOD_NONE || period.to <= ask->to.to);
}

static bool is_spoken(const struct series *s, size_t at, struct period period)
{
    return fact_of(s, s->ask->school, at).state != STATE_NOT_YET ||
           target_of(s, period) ||
           (compares(s) && fact_is_shown(fact_of(s, RELEASE_WHOLE, at)));
}

static bool breaks_at(const struct series *s, struct period period)
{
    const struct programme *of =
        &s->page->site->programmes.at[s->it->programme];

    for (size_t i = 0; i < of->breaks.n; i++) {
        if (of->breaks.at[i].indicator.index == s->ask->indicator &&
            period_eq(of->breaks.at[i].period, period))
            return true;
    }
    return false;
}

/* --- how numbers are printed --- */

/* Whole percents, unless a value and its target would look the same without
 * being so; else the indicator's own decimals. */
static int decimals_of(const struct series *s, const struct period *periods)
{
    int own = (int)s->it->decimals;

    if (s->it->kind != KIND_SHARE)
        return s->it->kind == KIND_COUNT ? 0 : own;
    for (size_t i = 0; i < s->n; i++) {
        const struct target *target = target_of(s, periods[s->at[i]]);
        struct fact fact = fact_of(s, s->ask->school, s->at[i]);

        if (target && fact_is_shown(fact) &&
            num_cmp(fact.value, target->value) != 0 &&
            num_cmp(num_round(fact.value, 0),
                    num_round(target->value, 0)) == 0)
            return own;
    }
    return 0;
}

static struct chart_point point(const struct series *s, struct num value)
{
    return (struct chart_point){
        .value = num_double(value), .present = true,
        .label = page_number(s->page, value, s->decimals),
    };
}

static struct chart_point fact_point(const struct series *s, struct fact fact)
{
    struct chart_point it = {0};

    if (!fact_is_shown(fact))
        return it;
    it = point(s, fact.value);
    it.provisional = fact.mark == MARK_PROVISIONAL;
    return it;
}

/* --- collecting --- */

static void find_periods(struct series *s, const struct period *periods,
                         size_t n)
{
    s->at = PAGE_ARRAY(s->page, size_t, n);
    for (size_t i = 0; i < n; i++) {
        if (is_within(s->ask, periods[i]) && is_spoken(s, i, periods[i]))
            s->at[s->n++] = i;
    }
}

/* The plan as it was before it was changed, if that is another number. */
static void fill_first(struct series *s, const struct target *now, size_t i)
{
    struct target first;

    if (!now || now->op == TARGET_RANGE ||
        !changes_first_target(plan_changes(s->page->plan), now, &first) ||
        first.op == TARGET_WORDS || first.op == TARGET_YES ||
        first.op == TARGET_RANGE || num_cmp(first.value, now->value) == 0)
        return;
    s->first[i] = point(s, first.value);
    s->has_first = true;
}

static void fill_points(struct series *s, const struct period *periods)
{
    for (size_t i = 0; i < s->n; i++) {
        struct period period = periods[s->at[i]];
        const struct target *target = target_of(s, period);

        s->periods[i] = period;
        s->names[i] = page_period_short(s->page, period);
        s->breaks[i] = i > 0 && breaks_at(s, period);
        s->has_break |= s->breaks[i];
        s->school[i] = fact_point(s, fact_of(s, s->ask->school, s->at[i]));
        if (s->school[i].present) {
            s->values++;
            s->last = i;
        }
        if (compares(s))
            s->whole[i] = fact_point(s, fact_of(s, RELEASE_WHOLE, s->at[i]));
        s->has_whole |= s->whole[i].present;
        if (target)
            s->target[i] = point(s, target->op == TARGET_RANGE ?
                                    target->high : target->value);
        s->has_target |= target != NULL;
        fill_first(s, target, i);
    }
}

struct series series_of(const struct page *page,
                        const struct block_chart *ask)
{
    struct series s = { .page = page, .ask = ask,
                        .it = &page->site->indicators.at[ask->indicator] };
    size_t n;
    const struct period *periods = release_periods(page->release,
                                                   ask->indicator, &n);

    find_periods(&s, periods, n);
    s.decimals = decimals_of(&s, periods);
    s.periods = PAGE_ARRAY(page, struct period, s.n);
    s.names = PAGE_ARRAY(page, struct str, s.n);
    s.school = PAGE_ARRAY(page, struct chart_point, s.n);
    s.whole = PAGE_ARRAY(page, struct chart_point, s.n);
    s.target = PAGE_ARRAY(page, struct chart_point, s.n);
    s.first = PAGE_ARRAY(page, struct chart_point, s.n);
    s.breaks = PAGE_ARRAY(page, bool, s.n);
    fill_points(&s, periods);
    return s;
}

/* --- words --- */

/* Room at the end of a line is for six letters. */
#define NAME_MAX_LETTERS 6

struct str series_whole_name(const struct series *s)
{
    struct str whole = words_whole(s->page->words, s->it->programme);

    return utf8_length(whole) <= NAME_MAX_LETTERS ?
           whole : page_word(s->page, "block.all_short");
}

struct str series_main_name(const struct series *s)
{
    return s->ask->school == RELEASE_WHOLE ? series_whole_name(s)
                                           : page_word(s->page,
                                                       "chart.school");
}

/* «среднее по району» */
struct str series_average_name(const struct series *s)
{
    struct buf by = {0};

    words_by_whole(&by, s->page->words, s->it->programme);
    return page_fill(s->page, "chart.average",
                     FILL({ "by", page_take(s->page, &by) }));
}

struct str series_unit(const struct series *s)
{
    return s->it->kind == KIND_SHARE ? S("%") : (struct str){0};
}

static void add_point(const struct series *s, struct buf *out, size_t school,
                      size_t i, const char *key)
{
    struct buf value = {0}, point = {0};

    words_cell(&value, s->page->words, s->ask->indicator,
               fact_of(s, school, s->at[i]));
    lex_fill(&point, s->page->words->lexicon, "chart.point",
             FILL({ "period", s->names[i] }, { "value", buf_str(&value) }));
    if (out->n > 0)
        buf_addz(out, "; ");
    if (key)
        lex_fill(out, s->page->words->lexicon, key,
                 FILL({ "point", buf_str(&point) }));
    else
        buf_add(out, buf_str(&point));
    buf_free(&value);
    buf_free(&point);
}

/* Every period that is drawn, also why it has no value. */
static void add_points(const struct series *s, struct buf *out,
                       size_t school)
{
    size_t first = s->n > CHART_PERIODS_MAX ? s->n - CHART_PERIODS_MAX : 0;

    for (size_t i = first; i < s->n; i++) {
        if (fact_of(s, school, s->at[i]).state != STATE_NOT_YET)
            add_point(s, out, school, i, NULL);
    }
}

/* The first value, the last, the least and the largest. */
static void add_extremes(const struct series *s, struct buf *out,
                         size_t school)
{
    const struct chart_point *points = school == s->ask->school ? s->school
                                                                : s->whole;
    size_t first = s->n, last = 0, least = 0, most = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (!points[i].present)
            continue;
        if (first == s->n)
            first = least = most = i;
        last = i;
        least = points[i].value < points[least].value ? i : least;
        most = points[i].value > points[most].value ? i : most;
    }
    if (first == s->n)
        return;
    add_point(s, out, school, first, NULL);
    if (last > first)
        add_point(s, out, school, last, NULL);
    if (least != first && least != last)
        add_point(s, out, school, least, "chart.least");
    if (most != first && most != last)
        add_point(s, out, school, most, "chart.most");
}

/* «Школа: 58,2 % в 2022; не публикуется в 2023.» for readers of the screen */
static void describe(const struct series *s, struct buf *out,
                     struct str name, size_t school, bool brief)
{
    struct buf list = {0};

    if (brief)
        add_extremes(s, &list, school);
    else
        add_points(s, &list, school);
    if (list.n > 0) {
        if (out->n > 0)
            buf_char(out, ' ');
        buf_add(out, page_fill(s->page, "chart.series",
                               FILL({ "name", name },
                                    { "values", buf_str(&list) })));
    }
    buf_free(&list);
}

static void describe_target(const struct series *s, struct buf *out)
{
    for (size_t i = s->n; i-- > 0;) {
        if (!s->target[i].present)
            continue;
        buf_char(out, ' ');
        buf_add(out, page_fill(s->page, "block.chart_target",
            FILL({ "period", s->names[i] },
                 { "value", s->target[i].label },
                 { "unit", series_unit(s).n > 0 ? S("\xC2\xA0%")
                                            : (struct str){0} })));
        return;
    }
}

static void describe_first(const struct series *s, struct buf *out)
{
    for (size_t i = s->n; i-- > 0;) {
        if (!s->first[i].present)
            continue;
        buf_char(out, ' ');
        buf_add(out, page_fill(s->page, "block.chart_first",
            FILL({ "period", s->names[i] },
                 { "value", s->first[i].label },
                 { "unit", series_unit(s).n > 0 ? S("\xC2\xA0%")
                                            : (struct str){0} })));
        return;
    }
}

/* Everything; where that is too long the extremes of each line, and then of
 * the main one alone. */
enum detail { DETAIL_ALL, DETAIL_BRIEF, DETAIL_LEAST };

#define DESC_MAX 400
#define TITLE_MAX 100

static struct str description(const struct series *s, enum detail detail)
{
    struct buf desc = {0};

    describe(s, &desc, series_main_name(s), s->ask->school,
             detail != DETAIL_ALL);
    if (s->has_whole && detail != DETAIL_LEAST)
        describe(s, &desc, series_whole_name(s), RELEASE_WHOLE,
                 detail != DETAIL_ALL);
    describe_target(s, &desc);
    describe_first(s, &desc);
    if (detail == DETAIL_ALL) {
        block_threshold_describe(s->page, s->ask->indicator, s->periods,
                                 s->n, &desc);
        if (s->n > CHART_PERIODS_MAX) {
            buf_char(&desc, ' ');
            buf_add(&desc, page_word(s->page, "block.chart_rest"));
        }
    } else {
        buf_char(&desc, ' ');
        buf_add(&desc, page_word(s->page, "chart.all_values"));
    }
    return page_take(s->page, &desc);
}

static struct str title_of(const struct series *s)
{
    struct buf cut = {0};
    struct str title = s->ask->title;
    size_t at = 0;

    if (title.n == 0)
        title = page_fill(s->page, s->n > 1 ? "block.chart_title"
                                            : "block.chart_title_1",
            FILL({ "title", block_title(s->page, s->ask->indicator) },
                 { "from", s->names[0] }, { "to", s->names[s->n - 1] }));
    if (utf8_length(title) <= TITLE_MAX)
        return title;
    for (size_t i = 1; i < TITLE_MAX; i++)
        utf8_next(title, &at);
    buf_add(&cut, str_trim(str_sub(title, 0, at)));
    buf_addz(&cut, "\xE2\x80\xA6");
    return page_take(s->page, &cut);
}

struct chart_head series_head(const struct series *s)
{
    struct chart_head head = { .id = s->ask->id, .title = title_of(s),
                               .desc = description(s, DETAIL_ALL),
                               .css = s->ask->css, .above = s->ask->above,
                               .below = s->ask->below };

    if (utf8_length(head.desc) > DESC_MAX)
        head.desc = description(s, DETAIL_BRIEF);
    if (utf8_length(head.desc) > DESC_MAX)
        head.desc = description(s, DETAIL_LEAST);
    return head;
}

/* The terms are those of the sentence in words_reason.c. */
struct str series_expected(const struct series *s)
{
    size_t of = s->it->programme, last = s->n - 1;
    struct buf when = {0};
    struct period due;

    if (fact_of(s, s->ask->school, s->at[last]).state != STATE_MISSING ||
        !period_parse(s->it->next_release, &due) ||
        due.to < catalog_as_of(s->page->site, of) ||
        due.from <= s->periods[last].from)
        return (struct str){0};
    words_period_in(&when, s->page->words->lexicon, due);
    return page_fill(s->page, "chart.expected",
                     FILL({ "when", page_take(s->page, &when) }));
}

struct str series_break_label(const struct series *s)
{
    for (size_t i = s->n; i-- > 0;) {
        if (s->breaks[i])
            return page_fill(s->page, "chart.break",
                             FILL({ "since", s->names[i] }));
    }
    return (struct str){0};
}

/* --- scale --- */

/* With more schools the scale is that of the whole: looking at all of them on
 * each one's page would take square time. */
#define SCHOOLS_MAX 200

/* Of indicators that add up, schools are drawn to each other's scale only. */
static void domain_of_schools(const struct series *s, double *lo, double *hi)
{
    size_t n, periods;
    const uint32_t *schools = release_schools(s->page->release,
                                              s->ask->indicator, &n);

    release_periods(s->page->release, s->ask->indicator, &periods);
    *lo = *hi = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t at = 0; at < periods; at++) {
            struct fact fact = fact_of(s, schools[i], at);
            double value = fact_is_shown(fact) ? num_double(fact.value) : 0;

            if (value < *lo)
                *lo = value;
            if (value > *hi)
                *hi = value;
        }
    }
}

void series_domain(const struct series *s, double *lo, double *hi)
{
    size_t schools;

    *lo = 0;
    *hi = 1;
    release_schools(s->page->release, s->ask->indicator, &schools);
    if (s->ask->school != RELEASE_WHOLE && !compares(s) && !s->has_target &&
        schools <= SCHOOLS_MAX)
        domain_of_schools(s, lo, hi);
    else
        release_domain(s->page->release, s->ask->indicator, lo, hi);
}


const struct num_style *block_axis_style(const struct page *page)
{
    static const struct num_style english = { ".", ",", "\xE2\x88\x92", 4 };

    return page->site->config.language == LANG_EN ? &english : NULL;
}
