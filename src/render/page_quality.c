/*
 * page_quality: how good are the data? What is missing, late, hidden and
 * corrected, what does not add up and what the owner says of it. By
 * programme, in its order; schools in the order of names.
 *
 * A row of pages.c. Lists end at LINES_MAX lines and say how many more.
 */
#include "release/findings.h"
#include "render/page_quality.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }
#define LINES_MAX 300
#define NAMES_MAX 10            /* schools named in one sentence */

/* --- one programme --- */

/* What is collected while the cells of a programme are gone through once. */
struct tally {
    struct page *page;
    size_t programme;
    size_t due, missing, hidden, counts, checking;
    size_t *by_school;              /* missing */
    size_t promised;                /* indicators with a day of publication */
    size_t marked;
    ARR(struct quality_indicator) gaps, delays;
    ARR(struct quality_mark) marks;
    ARR(struct view_link) levels;
    /* of the indicator at hand: */
    ARR(struct view_link) lines;
    bool has_level;
};

static struct str indicator_label(const struct tally *t, size_t indicator)
{
    return page_label(t->page, THING_INDICATOR, indicator, NONE);
}

static struct str indicator_url(const struct tally *t, size_t indicator)
{
    return page_url(t->page, THING_INDICATOR, indicator, NONE);
}

static struct period period_of(const struct tally *t, size_t indicator,
                               size_t period)
{
    size_t n;

    return release_periods(t->page->release, indicator, &n)[period];
}

/* «а в целом» in place of a school. */
static struct view_link place_of(const struct page *page, size_t school)
{
    if (school == RELEASE_WHOLE)
        return (struct view_link){
            .label = page_word(page, "quality.whole") };
    return (struct view_link){
        .label = page_label(page, THING_SCHOOL, school, NONE),
        .url = page_url(page, THING_SCHOOL, school, NONE),
    };
}

static void add_mark(struct tally *t, size_t indicator, size_t school,
                     size_t period, struct fact fact)
{
    static const char *const keys[] = {
        [MARK_PROVISIONAL] = "quality.provisional",
        [MARK_REVISED] = "quality.revised",
        [MARK_ESTIMATE] = "quality.estimate",
    };
    struct view_link place = place_of(t->page, school);
    enum mark mark = fact.mark;

    if (t->marked++ >= LINES_MAX)
        return;
    fact.mark = MARK_NONE;          /* it has a column of its own */
    *ARR_PUSH(t->page->arena, &t->marks) = (struct quality_mark){
        .indicator = indicator_label(t, indicator),
        .url = indicator_url(t, indicator),
        .school = place.label,
        .school_url = place.url,
        .period = page_period(t->page, period_of(t, indicator, period)),
        .mark = page_word(t->page, keys[mark]),
        .value = page_cell(t->page, indicator, fact),
        .note = page_typo(t->page, fact.note),
    };
}

/* Counts one cell; true when it is missing. */
static bool count_cell(struct tally *t, size_t indicator, size_t school,
                       size_t period)
{
    struct fact fact = release_fact(t->page->release, indicator, school,
                                    period);

    t->hidden += fact.state == STATE_HIDDEN;
    t->counts += fact.state == STATE_COUNTS;
    t->checking += fact.state == STATE_CHECKING;
    t->has_level = t->has_level || fact.state == STATE_LEVEL;
    t->due += fact.state != STATE_NOT_YET &&
              fact.state != STATE_NOT_APPLICABLE &&
              fact.state != STATE_LEVEL;
    if ((fact.state == STATE_SHOWN || fact.state == STATE_COUNTS) &&
        fact.mark != MARK_NONE)
        add_mark(t, indicator, school, period, fact);
    return fact.state == STATE_MISSING;
}

/* --- what is missing --- */

static void add_line(struct tally *t, struct str text)
{
    *ARR_PUSH(t->page->arena, &t->lines) = (struct view_link){
        .label = text };
}

/* «2025 год: нет данных 3 школ: А, Б, В.» */
static void add_schools_line(struct tally *t, struct period period,
                             const struct buf *names, size_t n)
{
    add_line(t, page_fill(t->page, n > NAMES_MAX ? "quality.gap_many"
                                                 : "quality.gap_schools",
        FILL({ "period", page_period(t->page, period) },
             { "schools", page_count(t->page, "of.school", n) },
             { "names", buf_str(names) })));
}

static void count_schools(struct tally *t, size_t indicator, size_t period)
{
    size_t n, missing = 0;
    const uint32_t *schools = release_schools(t->page->release, indicator,
                                              &n);
    struct buf names = {0};

    for (size_t s = 0; s < n; s++) {
        if (!count_cell(t, indicator, schools[s], period))
            continue;
        t->by_school[schools[s]]++;
        if (missing++ >= NAMES_MAX)
            continue;
        if (names.n > 0)
            buf_addz(&names, ", ");
        buf_add(&names, page_label(t->page, THING_SCHOOL, schools[s], NONE));
    }
    if (missing > 0)
        add_schools_line(t, period_of(t, indicator, period), &names, missing);
    t->missing += missing;
    buf_free(&names);
}

/* A whole is asked for where it is given or has a target, not where it is
 * made of schools or nobody ever gave one. */
static bool asks_whole(const struct tally *t, size_t indicator, size_t period)
{
    const struct release *release = t->page->release;

    return t->page->site->indicators.at[indicator].aggregate ==
               AGGREGATE_GIVEN &&
           (release_last(release, indicator, RELEASE_WHOLE) != NONE ||
            progress_target(release, indicator, RELEASE_WHOLE,
                            period_of(t, indicator, period)));
}

static void count_whole(struct tally *t, size_t indicator, size_t period)
{
    struct fact fact = release_fact(t->page->release, indicator,
                                    RELEASE_WHOLE, period);
    struct buf text = {0};

    if (fact.state == STATE_MISSING && !asks_whole(t, indicator, period))
        return;
    if (!count_cell(t, indicator, RELEASE_WHOLE, period))
        return;
    t->missing++;
    words_reason(&text, t->page->words, indicator, RELEASE_WHOLE,
                 period_of(t, indicator, period), fact);
    add_line(t, page_take(t->page, &text));
}

/* --- what is late --- */

/* The day of the next publication is past and nobody named another. */
static void check_promise(struct tally *t, size_t indicator)
{
    const struct indicator *it = &t->page->site->indicators.at[indicator];
    struct period due;
    struct buf in = {0};
    struct view_link *line;

    if (!period_parse(it->next_release, &due))
        return;
    t->promised++;
    if (due.to >= catalog_as_of(t->page->site, t->programme))
        return;
    words_period_in(&in, t->page->words->lexicon, due);
    line = PAGE_ARRAY(t->page, struct view_link, 1);
    line->label = page_fill(t->page, "quality.delay",
                            FILL({ "in", page_take(t->page, &in) }));
    *ARR_PUSH(t->page->arena, &t->delays) = (struct quality_indicator){
        indicator_label(t, indicator), indicator_url(t, indicator),
        { line, 1 } };
}

static void count_indicator(struct tally *t, size_t indicator)
{
    size_t n;

    release_periods(t->page->release, indicator, &n);
    t->lines.at = NULL;
    t->lines.n = t->lines.cap = 0;
    t->has_level = false;
    for (size_t p = 0; p < n; p++) {
        count_whole(t, indicator, p);
        count_schools(t, indicator, p);
    }
    if (t->lines.n > 0)
        *ARR_PUSH(t->page->arena, &t->gaps) = (struct quality_indicator){
            indicator_label(t, indicator), indicator_url(t, indicator),
            LIST_OF(t->lines) };
    if (t->has_level)
        *ARR_PUSH(t->page->arena, &t->levels) = (struct view_link){
            .label = indicator_label(t, indicator),
            .url = indicator_url(t, indicator) };
    check_promise(t, indicator);
}

/* --- the parts of a programme --- */

static struct str number(const struct page *page, size_t n)
{
    return page_number(page, num_int((int64_t)n), 0);
}

/* «И ещё 12.» behind a list that was cut. */
static struct str more(const struct page *page, size_t all)
{
    if (all <= LINES_MAX)
        return (struct str){0};
    return page_fill(page, "quality.more",
                     FILL({ "n", number(page, all - LINES_MAX) }));
}

static void put_missing(struct tally *t, struct quality_programme *view)
{
    const struct page *page = t->page;

    view->gaps = LIST_OF(t->gaps);
    view->has_gaps = t->gaps.n > 0;
    if (t->missing > 0)
        view->missing = page_fill(page, "quality.missing_some",
            FILL({ "due", page_count(page, "quality.number", t->due) },
                 { "missing", page_count(page, "quality.of_number",
                                         t->missing) }));
    else
        view->missing = page_word(page, t->due > 0 ? "quality.missing_none"
                                                   : "quality.missing_early");
}

static void put_schools(struct tally *t, struct quality_programme *view)
{
    const struct page *page = t->page;
    ARR(struct quality_school) list = {0};
    size_t all = 0;

    for (size_t s = 0; s < page->site->schools.n; s++) {
        if (t->by_school[s] == 0 || all++ >= LINES_MAX)
            continue;
        *ARR_PUSH(page->arena, &list) = (struct quality_school){
            page_label(page, THING_SCHOOL, s, NONE),
            page_url(page, THING_SCHOOL, s, NONE),
            page_fill(page, "quality.lacks",
                FILL({ "n", page_count(page, "quality.of_number",
                                       t->by_school[s]) })) };
    }
    view->schools = LIST_OF(list);
    view->has_schools = list.n > 0;
    view->more_schools = more(page, all);
}

static void put_late(struct tally *t, struct quality_programme *view)
{
    view->delays = LIST_OF(t->delays);
    view->has_delays = t->delays.n > 0;
    if (t->delays.n == 0)
        view->late = page_word(t->page, t->promised > 0
                                            ? "quality.late_none"
                                            : "quality.late_unknown");
}

static void put_hidden(struct tally *t, struct quality_programme *view)
{
    const struct {
        const char *key;
        size_t n;
    } rows[] = {
        { "quality.hidden_children", t->hidden },
        { "quality.hidden_counts", t->counts },
        { "quality.hidden_checking", t->checking },
    };
    ARR(struct view_link) lines = {0};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].n > 0)
            *ARR_PUSH(t->page->arena, &lines) = (struct view_link){
                .label = page_fill(t->page, rows[i].key,
                    FILL({ "n", number(t->page, rows[i].n) })) };
    }
    view->hidden = LIST_OF(lines);
    view->has_hidden = lines.n > 0;
    view->levels = LIST_OF(t->levels);
    view->has_levels = t->levels.n > 0;
}

/* --- what does not add up --- */

/* What the finding is about: an indicator, money or a text. */
static struct view_link subject_of(const struct page *page,
                                   const struct audit_finding *it)
{
    const struct programme *programme =
        &page->site->programmes.at[it->programme];

    if (it->indicator != NONE)
        return (struct view_link){
            .label = page_label(page, THING_INDICATOR, it->indicator, NONE),
            .url = page_url(page, THING_INDICATOR, it->indicator, NONE) };
    if (it->kind != AUDIT_PROSE)
        return (struct view_link){
            .label = page_word(page, "quality.money"),
            .url = page_url(page, THING_PROGRAMME, it->programme, NONE) };
    for (size_t s = 0; s < programme->sections.n; s++) {
        if (str_eq(programme->sections.at[s].text.at.file, it->at.file))
            return (struct view_link){
                .label = page_label(page, THING_SECTION, it->programme, s),
                .url = page_url(page, THING_SECTION, it->programme, s) };
    }
    return (struct view_link){
        .label = page_word(page, "quality.introduction"),
        .url = page_url(page, THING_PROGRAMME, it->programme, NONE) };
}

static struct quality_finding finding_of(const struct page *page,
                                         const struct audit_finding *it)
{
    struct view_link subject = subject_of(page, it), place = {0};
    struct buf text = {0};

    if (it->indicator != NONE)
        place = place_of(page, it->school);
    words_finding(&text, page->words, it);
    return (struct quality_finding){
        .label = subject.label,
        .url = subject.url,
        .school = place.label,
        .school_url = place.url,
        .period = it->period.kind != PERIOD_NONE
                      ? page_period(page, it->period)
                      : (struct str){0},
        .text = page_take(page, &text),
        .words = it->explained ? page_typo(page, it->explained->words)
                               : (struct str){0},
    };
}

static void put_findings(struct tally *t, struct quality_programme *view)
{
    ARR(struct quality_finding) list = {0};
    size_t n, all = 0;
    const struct audit_finding *findings = release_findings(t->page->release,
                                                            &n);

    for (size_t i = 0; i < n; i++) {
        if (findings[i].programme == t->programme && all++ < LINES_MAX)
            *ARR_PUSH(t->page->arena, &list) = finding_of(t->page,
                                                          &findings[i]);
    }
    view->findings = LIST_OF(list);
    view->has_findings = list.n > 0;
    view->more_findings = more(t->page, all);
}

static struct quality_programme programme_of(struct page *page, size_t at)
{
    const struct site *site = page->site;
    const struct programme *it = &site->programmes.at[at];
    struct tally tally = {
        .page = page, .programme = at,
        .by_school = PAGE_ARRAY(page, size_t, site->schools.n + 1),
    };
    struct quality_programme view = {
        .id = it->id,
        .name = page_label(page, THING_PROGRAMME, at, NONE),
        .url = page_url(page, THING_PROGRAMME, at, NONE),
        .demo = it->demo && !catalog_all_demo(page->site),
    };

    for (size_t i = 0; i < it->indicator_n; i++)
        count_indicator(&tally, it->indicator_first + i);
    put_missing(&tally, &view);
    put_schools(&tally, &view);
    put_late(&tally, &view);
    put_hidden(&tally, &view);
    view.marks = LIST_OF(tally.marks);
    view.has_marks = tally.marks.n > 0;
    view.more_marks = more(page, tally.marked);
    put_findings(&tally, &view);
    return view;
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct quality_view *view = data;
    size_t n = page->site->programmes.n;
    struct quality_programme *list = PAGE_ARRAY(
        page, struct quality_programme, n);

    frame_heading(page, &view->frame, page_word(page, "quality.heading"),
                  page_word(page, "quality.description"));
    for (size_t i = 0; i < n; i++)
        list[i] = programme_of(page, i);
    view->programmes = (struct list){ list, n };
    view->has_contents = n > 1;
    view->protection_url = page_url(page, THING_PROTECTION, NONE, NONE);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_QUALITY, NONE, NONE), 0, 0);
}

const struct page_kind page_quality = {
    .name = "quality", .view = &quality_view, .list = list, .fill = fill,
};
