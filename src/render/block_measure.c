/*
 * block_measure: one measure of a plan and its reports.
 *
 * For page_*.c and block_fenced.c.
 */
#include "render/block.h"

#include "render/block_look.h"

static const struct field report_fields[] = {
    FIELD(view_report, TEXT, period),
    FIELD(view_report, TEXT, status),
    FIELD(view_report, TEXT, status_class),
    FIELD(view_report, TEXT, title),
    FIELD(view_report, TEXT, place),
    FIELD(view_report, TEXT, result),
    FIELD(view_report, TEXT, evidence),
    FIELD(view_report, TEXT, reason),
    FIELD(view_report, TEXT, done_on),
    FIELD(view_report, TEXT, school),
    FIELD(view_report, URL, school_url),
};
static const struct view report_view = {
    "report", sizeof(struct view_report), report_fields,
    sizeof report_fields / sizeof *report_fields, NULL
};

static const struct field measure_fields[] = {
    FIELD(view_measure, TEXT, id),
    FIELD(view_measure, TEXT, number),
    FIELD(view_measure, TEXT, title),
    FIELD(view_measure, URL, url),
    FIELD(view_measure, TEXT, when),
    FIELD(view_measure, TEXT, result),
    FIELD(view_measure, TEXT, status),
    FIELD(view_measure, TEXT, status_class),
    FIELD(view_measure, TEXT, audience),
    FIELD(view_measure, TEXT, reason),
    FIELD(view_measure, TEXT, evidence),
    FIELD(view_measure, TEXT, done_on),
    FIELD(view_measure, HTML, bar),
    FIELD(view_measure, BOOL, overdue),
    FIELD(view_measure, BOOL, has_reports),
    FIELD(view_measure, BOOL, has_responsible),
    FIELD(view_measure, BOOL, has_schools),
    FIELD(view_measure, BOOL, has_indicators),
    FIELD_OF(view_measure, LIST, responsible, link_view),
    FIELD_OF(view_measure, LIST, schools, link_view),
    FIELD_OF(view_measure, LIST, indicators, link_view),
    FIELD_OF(view_measure, LIST, reports, report_view),
};
const struct view measure_view = {
    "measure", sizeof(struct view_measure), measure_fields,
    sizeof measure_fields / sizeof *measure_fields, NULL
};

static const struct measure *measure_of(const struct page *page,
                                        size_t programme, size_t measure)
{
    return &page->site->programmes.at[programme].measures.at[measure];
}

bool block_refs_have(const struct refs *refs, size_t index)
{
    for (size_t i = 0; i < refs->n; i++) {
        if (refs->at[i].index == index)
            return true;
    }
    return false;
}

bool block_measure_names(const struct page *page, size_t programme,
                         size_t measure, size_t school)
{
    const struct measure *it = measure_of(page, programme, measure);

    if (block_refs_have(&it->schools, school))
        return true;
    for (size_t i = 0; i < it->responsible.n; i++) {
        if (it->responsible.at[i].school &&
            it->responsible.at[i].index == school)
            return true;
    }
    return false;
}

bool block_measure_shared(const struct page *page, size_t programme,
                          size_t measure)
{
    const struct measure *it = measure_of(page, programme, measure);

    if (it->schools.n > 0)
        return false;
    for (size_t i = 0; i < it->responsible.n; i++) {
        if (it->responsible.at[i].school)
            return false;
    }
    return true;
}

bool block_measure_is_for(const struct measure *measure, const char *who)
{
    struct str rest = measure->audience;

    while (rest.p)
        if (str_is(str_trim(str_cut(&rest, '|')), who))
            return true;
    return false;
}

/* --- words --- */

struct str block_done_class(int done)
{
    static const char *const names[] = {
        [DONE_NO_REPORT] = "none", [DONE_PLANNED] = "planned",
        [DONE_DOING] = "doing", [DONE_DONE] = "done",
        [DONE_POSTPONED] = "postponed", [DONE_CANCELLED] = "cancelled",
    };

    return str_of(names[done]);
}

/* The words of `audience`, which an author may also have written freely. */
static struct str audience(const struct page *page, struct str text)
{
    static const struct { const char *word, *key; } known[] = {
        { "parents", "audience.parents" }, { "pupils", "audience.pupils" },
        { "teachers", "audience.teachers" }, { "heads", "audience.heads" },
    };
    struct buf out = {0};
    struct str rest = text;

    while (rest.p) {
        struct str piece = str_trim(str_cut(&rest, '|'));

        if (piece.n > 0 && out.n > 0)
            buf_addz(&out, ", ");
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
            if (str_is(piece, known[i].word))
                piece = page_word(page, known[i].key);
        }
        buf_add(&out, piece);
    }
    return page_take(page, &out);
}

static struct str date_words(const struct page *page, date on)
{
    return on == DATE_NONE ? (struct str){0} : page_date(page, on);
}

/* --- reports --- */

static struct view_report report_of(const struct page *page,
                                    const struct report *it, bool name_school)
{
    struct view_report report = {
        .period = page_period(page, it->period),
        .status = words_done(page->words, it->status),
        .status_class = block_done_class(it->status),
        .title = page_typo(page, it->title),
        .place = page_typo(page, it->place),
        .result = page_typo(page, it->result),
        .evidence = page_typo(page, it->evidence),
        .reason = page_typo(page, it->reason),
        .done_on = date_words(page, it->done_on),
    };

    if (name_school && it->school.text.n > 0) {
        struct view_link link = page_ref(page, &it->school, THING_SCHOOL);

        report.school = link.label;
        report.school_url = link.url;
    }
    return report;
}

static bool is_report_for(const struct report *report, size_t measure,
                          size_t school)
{
    return report->measure.index == measure &&
           (school == NONE || report->school.text.n == 0 ||
            report->school.index == school);
}

static void fill_reports(const struct page *page, struct view_measure *view,
                         size_t programme, size_t measure, size_t school)
{
    const struct programme *it = &page->site->programmes.at[programme];
    struct view_report *reports;
    size_t n = 0;

    for (size_t i = 0; i < it->reports.n; i++)
        n += is_report_for(&it->reports.at[i], measure, school);
    reports = PAGE_ARRAY(page, struct view_report, n);
    n = 0;
    for (size_t i = 0; i < it->reports.n; i++) {
        if (is_report_for(&it->reports.at[i], measure, school))
            reports[n++] = report_of(page, &it->reports.at[i],
                                     school == NONE);
    }
    view->reports = (struct list){ reports, n };
    view->has_reports = n > 0;
}

/* The measure's own status, else that of its latest report. */
static void fill_status(const struct page *page, struct view_measure *view,
                        size_t programme, size_t measure)
{
    const struct programme *of = &page->site->programmes.at[programme];
    const struct measure *it = &of->measures.at[measure];
    const struct report *last = NULL;
    int status = it->status;

    for (size_t i = 0; i < of->reports.n && status == DONE_NO_REPORT; i++) {
        const struct report *report = &of->reports.at[i];

        if (report->measure.index == measure &&
            (!last || period_cmp(last->period, report->period) <= 0))
            last = report;
    }
    if (last)
        status = last->status;
    view->status = words_done(page->words, status);
    view->status_class = block_done_class(status);
    if (last)
        view->status = page_fill(page, "measure.status_of",
            FILL({ "status", view->status },
                 { "period", page_period_short(page, last->period) }));
}

/* --- the measure --- */

static struct list responsible(const struct page *page,
                               const struct refs *refs)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, refs->n);

    for (size_t i = 0; i < refs->n; i++) {
        const struct ref *ref = &refs->at[i];

        links[i] = page_ref(page, ref, ref->school ? THING_SCHOOL
                                                   : THING_ORGANISATION);
    }
    return (struct list){ links, refs->n };
}

/* On the programme's own pages the anchor that address.c links to. */
static struct str measure_id(const struct page *page, size_t programme,
                             const struct measure *it)
{
    struct str of = page->site->programmes.at[programme].id;

    if (block_programme(page) == programme)
        return it->id;
    return str_format(page->arena, "m-%.*s-%.*s", STR_FMT(of),
                      STR_FMT(it->id));
}

static void fill_words(const struct page *page, struct view_measure *view,
                       const struct measure *it)
{
    view->number = it->number;
    view->title = page_typo(page, it->title);
    view->when = it->when_text.n > 0 ? page_typo(page, it->when_text)
                                     : page_word(page, "chart.no_date");
    view->result = page_typo(page, it->result);
    view->audience = audience(page, it->audience);
    view->reason = page_typo(page, it->reason);
    view->evidence = page_typo(page, it->evidence);
    view->done_on = date_words(page, it->done_on);
}

/* One after another in a line: names have commas of their own. */
static struct list in_line(const struct page *page, struct list of)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, of.n);

    for (size_t i = 0; i < of.n; i++) {
        links[i] = ((const struct view_link *)of.at)[i];
        links[i].end = i + 1 < of.n ? S(";") : S(".");
    }
    return (struct list){ links, of.n };
}

static void fill_links(const struct page *page, struct view_measure *view,
                       const struct measure *it)
{
    view->responsible = in_line(page, responsible(page, &it->responsible));
    view->has_responsible = it->responsible.n > 0;
    view->indicators = in_line(page, page_refs(page, &it->indicators,
                                               THING_INDICATOR));
    view->has_indicators = it->indicators.n > 0;
}

struct view_measure block_measure_of(struct page *page, size_t programme,
                                     size_t measure, size_t school)
{
    const struct measure *it = measure_of(page, programme, measure);
    struct view_measure view = {
        .id = measure_id(page, programme, it),
        .url = page_url(page, THING_MEASURE, programme, measure),
        .overdue = progress_overdue(page->site, programme, measure),
        .bar = block_bar(page, programme, measure),
    };

    fill_words(page, &view, it);
    fill_links(page, &view, it);
    fill_status(page, &view, programme, measure);
    fill_reports(page, &view, programme, measure, school);
    if (school == NONE) {
        view.schools = in_line(page, page_refs(page, &it->schools,
                                               THING_SCHOOL));
        view.has_schools = it->schools.n > 0;
    }
    return view;
}

struct view_measure block_measure(struct page *page, size_t programme,
                                  size_t measure)
{
    return block_measure_of(page, programme, measure, NONE);
}
