/*
 * block_chart: from released series to the plain data of chart.h. Which
 * chart is drawn depends on the number of shown values only: three and more
 * C1, two C3, one with a target C2.
 *
 * For block_*.c and page_*.c. The only place in render/ that draws.
 */
#include "render/block_look.h"
#include "render/block_threshold.h"

#include "chart/chart.h"
#include "release/compare.h"

#include <string.h>

/* The series of one chart, over the periods it covers. */
struct series {
    const struct page *page;
    const struct block_chart *ask;
    const struct indicator *it;
    size_t *at;                     /* indexes of periods */
    struct period *periods;
    struct str *names;              /* of the periods, short */
    struct chart_point *school, *whole, *target;
    bool *breaks;
    size_t n, values;               /* values: shown ones of the main series */
    size_t last;                    /* place of the last value */
    bool has_whole, has_target, has_break;
    int decimals;
};

static struct fact fact_of(const struct series *s, size_t school, size_t at)
{
    return release_fact(s->page->release, s->ask->indicator, school, at);
}

static bool is_point(struct fact fact)
{
    return fact.state == STATE_SHOWN && fact.has_value;
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
           (compares(s) && is_point(fact_of(s, RELEASE_WHOLE, at)));
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

        if (target && is_point(fact) &&
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

    if (!is_point(fact))
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
    }
}

static struct series collect(const struct page *page,
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
    s.breaks = PAGE_ARRAY(page, bool, s.n);
    fill_points(&s, periods);
    return s;
}

/* --- words --- */

/* Room at the end of a line is for six letters. */
#define NAME_MAX_LETTERS 6

static struct str whole_name(const struct series *s)
{
    struct str whole = words_whole(s->page->words, s->it->programme);

    return utf8_length(whole) <= NAME_MAX_LETTERS ?
           whole : page_word(s->page, "block.all_short");
}

static struct str main_name(const struct series *s)
{
    return s->ask->school == RELEASE_WHOLE ? whole_name(s)
                                           : page_word(s->page,
                                                       "chart.school");
}

/* «среднее по району» */
static struct str average_name(const struct series *s)
{
    struct buf by = {0};

    words_by_whole(&by, s->page->words, s->it->programme);
    return page_fill(s->page, "chart.average",
                     FILL({ "by", block_take(s->page, &by) }));
}

static struct str unit_of(const struct series *s)
{
    return s->it->kind == KIND_SHARE ? S("%") : (struct str){0};
}

/* «Школа: 2022 — 58,2 %; 2023 — не публикуется.» for readers of the screen;
 * of a long series the last periods, as they are drawn. */
static void describe(const struct series *s, struct buf *out,
                     struct str name, size_t school)
{
    size_t first = s->n > CHART_PERIODS_MAX ? s->n - CHART_PERIODS_MAX : 0;
    struct buf list = {0}, value = {0};

    for (size_t i = first; i < s->n; i++) {
        struct fact fact = fact_of(s, school, s->at[i]);

        if (fact.state == STATE_NOT_YET)
            continue;
        if (list.n > 0)
            buf_addz(&list, "; ");
        buf_clear(&value);
        words_cell(&value, s->page->words, s->ask->indicator, fact);
        lex_fill(&list, s->page->words->lexicon, "chart.point",
                 FILL({ "period", s->names[i] },
                      { "value", buf_str(&value) }));
    }
    if (list.n > 0)
        buf_add(out, page_fill(s->page, "chart.series",
                               FILL({ "name", name },
                                    { "values", buf_str(&list) })));
    buf_free(&list);
    buf_free(&value);
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
                 { "unit", unit_of(s).n > 0 ? S("\xC2\xA0%")
                                            : (struct str){0} })));
        return;
    }
}

static struct chart_head head_of(const struct series *s)
{
    struct buf desc = {0};
    struct str title = s->ask->title;

    describe(s, &desc, main_name(s), s->ask->school);
    if (s->has_whole) {
        buf_char(&desc, ' ');
        describe(s, &desc, whole_name(s), RELEASE_WHOLE);
    }
    describe_target(s, &desc);
    block_threshold_describe(s->page, s->ask->indicator, s->periods, s->n,
                             &desc);
    if (s->n > CHART_PERIODS_MAX) {
        buf_char(&desc, ' ');
        buf_add(&desc, page_word(s->page, "block.chart_rest"));
    }
    if (title.n == 0)
        title = page_fill(s->page, s->n > 1 ? "block.chart_title"
                                        : "block.chart_title_1",
            FILL({ "title", block_title(s->page, s->ask->indicator) },
                 { "from", s->names[0] }, { "to", s->names[s->n - 1] }));
    return (struct chart_head){ .id = s->ask->id, .title = title,
                                .desc = block_take(s->page, &desc) };
}

static struct str break_label(const struct series *s)
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
            double value = is_point(fact) ? num_double(fact.value) : 0;

            if (value < *lo)
                *lo = value;
            if (value > *hi)
                *hi = value;
        }
    }
}

static void domain(const struct series *s, double *lo, double *hi)
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

/* --- the charts --- */

static void draw_trend(const struct series *s, struct buf *out)
{
    static const struct num_style english = { ".", ",", "\xE2\x88\x92", 4 };
    bool alone = s->ask->school == RELEASE_WHOLE;
    struct fact last = fact_of(s, s->ask->school, s->at[s->last]);
    struct chart_trend chart = {
        .head = head_of(s), .periods = s->names, .n = s->n,
        .school = alone ? NULL : s->school,
        .whole = alone ? s->school : s->has_whole ? s->whole : NULL,
        .target = s->has_target ? s->target : NULL,
        .break_before = s->has_break ? s->breaks : NULL,
        .break_label = break_label(s),
        .school_name = main_name(s),
        .whole_name = whole_name(s),
        .target_name = page_word(s->page, "chart.target"),
        .unit = unit_of(s),
        .counts = s->it->kind == KIND_COUNT,
    };

    domain(s, &chart.lo, &chart.hi);
    chart.thresholds_n = block_thresholds(s->page, s->ask->indicator,
                                          s->periods, s->n,
                                          &chart.thresholds);
    if (s->page->site->config.language == LANG_EN)
        chart.style = &english;
    if (!alone && s->it->kind == KIND_SHARE && is_point(last) &&
        s->it->privacy != PRIVACY_OPEN)
        chart.has_range = compare_wilson(last.value, last.n, &chart.range_lo,
                                         &chart.range_hi);
    chart_trend(out, &chart);
}

/* The first and the last shown value. */
static void draw_slope(const struct series *s, struct buf *out)
{
    bool alone = s->ask->school == RELEASE_WHOLE;
    struct chart_point school[2], whole[2];
    struct chart_slope chart = {
        .head = head_of(s), .school = alone ? NULL : school,
        .whole = alone ? school : s->has_whole ? whole : NULL,
        .school_name = main_name(s), .whole_name = whole_name(s),
        .target_name = page_word(s->page, "chart.target"),
        .unit = unit_of(s), .same = page_word(s->page, "chart.no_change"),
    };
    size_t ends[2] = { 0, s->last };

    while (!s->school[ends[0]].present)
        ends[0]++;
    for (size_t i = 0; i < 2; i++) {
        chart.periods[i] = s->names[ends[i]];
        school[i] = s->school[ends[i]];
        whole[i] = s->whole[ends[i]];
    }
    if (s->target[s->last].present)
        chart.target = &s->target[s->last];
    domain(s, &chart.lo, &chart.hi);
    chart_slope(out, &chart);
}

/* The target of the value's own period, else the next one. */
static const struct chart_point *bullet_target(const struct series *s)
{
    for (size_t i = s->last; i < s->n; i++) {
        if (s->target[i].present)
            return &s->target[i];
    }
    return NULL;
}

static void draw_bullet(const struct series *s, struct buf *out)
{
    struct chart_bullet chart = {
        .head = head_of(s), .value = s->school[s->last],
        .target = bullet_target(s),
        .whole = s->whole[s->last].present ? &s->whole[s->last] : NULL,
        .target_name = page_word(s->page, "chart.target"),
        .whole_name = average_name(s), .unit = unit_of(s),
    };
    double lo;

    if (!chart.target)
        return;
    release_domain(s->page->release, s->ask->indicator, &lo, &chart.max);
    if (s->it->has_max)
        chart.max = num_double(s->it->max);
    else if (s->it->kind == KIND_SHARE)
        chart.max = 100;
    chart_bullet(out, &chart);
}

/* What the values allow; a slope needs two, all others one. */
static enum block_shape shape_of(const struct series *s)
{
    if (s->ask->shape == BLOCK_SLOPE && s->values < 2)
        return BLOCK_BULLET;
    if (s->ask->shape != BLOCK_AUTO)
        return s->ask->shape;
    if (s->values >= 3)
        return BLOCK_TREND;
    return s->values == 2 ? BLOCK_SLOPE : BLOCK_BULLET;
}

struct str block_chart(const struct page *page, const struct block_chart *ask)
{
    struct series s = collect(page, ask);
    struct buf out = {0};

    if (s.it->kind == KIND_YESNO || s.it->kind == KIND_TEXT || s.values == 0)
        return (struct str){0};
    switch (shape_of(&s)) {
    case BLOCK_TREND:
        draw_trend(&s, &out);
        break;
    case BLOCK_SLOPE:
        draw_slope(&s, &out);
        break;
    case BLOCK_BULLET:
    case BLOCK_AUTO:
        draw_bullet(&s, &out);
        break;
    }
    return block_take(page, &out);
}
