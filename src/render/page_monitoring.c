/*
 * page_monitoring: how does the programme watch itself, what did it find, and
 * what came of that? Each finding is a chain: monitoring, finding,
 * recommendation, measure, decision, effect; a missing link is said in words.
 *
 * A row of pages.c.
 */
#include "render/page_monitoring.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- views --- */

static const struct field row_fields[] = {
    FIELD(monitoring_row, TEXT, id),
    FIELD(monitoring_row, TEXT, subject),
    FIELD(monitoring_row, TEXT, criterion),
    FIELD(monitoring_row, TEXT, instrument),
    FIELD(monitoring_row, TEXT, source),
    FIELD(monitoring_row, TEXT, when),
    FIELD(monitoring_row, TEXT, responsible),
    FIELD(monitoring_row, TEXT, done_on),
    FIELD(monitoring_row, TEXT, report),
    FIELD(monitoring_row, URL, report_url),
    FIELD_OF(monitoring_row, LIST, indicators, link_view),
    FIELD_OF(monitoring_row, LIST, findings, link_view),
    FIELD(monitoring_row, BOOL, again),
    FIELD(monitoring_row, BOOL, has_indicators),
    FIELD(monitoring_row, BOOL, has_findings),
};
static const struct view row_view = {
    "monitoring row", sizeof(struct monitoring_row), row_fields,
    sizeof row_fields / sizeof *row_fields, NULL,
};

static const struct field monitoring_fields[] = {
    FIELD(monitoring_view, TEXT, programme),
    FIELD(monitoring_view, URL, programme_url),
    FIELD(monitoring_view, HTML, body),
    FIELD_OF(monitoring_view, LIST, findings, finding_view),
    FIELD_OF(monitoring_view, LIST, rows, row_view),
    FIELD_OF(monitoring_view, VIEW, clusters, cluster_strip_view),
    FIELD(monitoring_view, BOOL, has_findings),
    FIELD(monitoring_view, BOOL, has_rows),
};
static const struct view monitoring_view = {
    "monitoring", sizeof(struct monitoring_view), monitoring_fields,
    sizeof monitoring_fields / sizeof *monitoring_fields, &frame_view,
};

static const struct programme *programme_of(const struct page *page)
{
    return &page->site->programmes.at[page->at];
}

/* --- findings --- */

static void fill_findings(struct page *page, struct monitoring_view *view)
{
    const struct programme *it = programme_of(page);
    struct view_finding *list = PAGE_ARRAY(page, struct view_finding,
                                           it->findings.n);

    for (size_t i = 0; i < it->findings.n; i++)
        list[i] = finding_of(page, page->at, i);
    view->findings = (struct list){ list, it->findings.n };
    view->has_findings = it->findings.n > 0;
}

/* --- how it is watched --- */

/* «Вывод 3»: what was found in the report of this row. */
static struct list findings_of(struct page *page, struct str report)
{
    const struct programme *it = programme_of(page);
    size_t section = report.n > 0 ? catalog_section(it, report) : NONE;
    ARR(struct view_link) links = {0};

    for (size_t i = 0; section != NONE && i < it->findings.n; i++) {
        if (it->findings.at[i].report.index == section) {
            struct view_finding finding = finding_of(page, page->at, i);

            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = finding.name, .url = finding.url,
            };
        }
    }
    return LIST_OF(links);
}

static struct monitoring_row row_of(struct page *page,
                                    const struct monitoring *it)
{
    struct view_link report = finding_report(page, page->at, it->report);
    struct monitoring_row row = {
        .id = it->id,
        .subject = page_typo(page, it->subject),
        .criterion = page_typo(page, it->criterion),
        .instrument = page_typo(page, it->instrument),
        .source = page_typo(page, it->source),
        .when = page_typo(page, it->when),
        .responsible = page_typo(page, it->responsible),
        .report = report.label,
        .report_url = report.url,
        .indicators = page_refs(page, &it->indicators, THING_INDICATOR),
        .findings = findings_of(page, it->report),
        .has_indicators = it->indicators.n > 0,
    };

    if (it->done_on != DATE_NONE)
        row.done_on = page_date(page, it->done_on);
    row.has_findings = row.findings.n > 0;
    return row;
}

static void fill_rows(struct page *page, struct monitoring_view *view)
{
    const struct programme *it = programme_of(page);
    size_t n = it->monitoring.n;
    struct monitoring_row *rows = PAGE_ARRAY(page, struct monitoring_row, n);

    for (size_t i = 0; i < n; i++) {
        rows[i] = row_of(page, &it->monitoring.at[i]);
        rows[i].again = i > 0 && str_eq(it->monitoring.at[i].subject,
                                        it->monitoring.at[i - 1].subject);
    }
    view->rows = (struct list){ rows, n };
    view->has_rows = n > 0;
}

/* --- the page --- */

/* The author's text `monitoring.md` of the programme opens the page. */
static void fill_text(struct page *page, struct monitoring_view *view)
{
    const struct programme *it = programme_of(page);
    size_t at = catalog_section(it, S("monitoring"));

    if (at == NONE || it->sections.at[at].text.draft)
        return;
    frame_text(page, &view->frame, &it->sections.at[at].text);
    view->body = page_body(page, &it->sections.at[at].text, S(""));
}

static void fill(struct page *page, void *data)
{
    struct monitoring_view *view = data;

    view->programme = page_label(page, THING_PROGRAMME, page->at, NONE);
    view->programme_url = page_url(page, THING_PROGRAMME, page->at, NONE);
    view->frame.title = page_fill(page, "monitoring.title",
                                  FILL({ "programme", view->programme }));
    fill_findings(page, view);
    frame_heading(page, &view->frame,
                  page_word(page, view->has_findings ? "monitoring.heading"
                                                     : "monitoring.of"),
                  page_fill(page, view->has_findings
                                      ? "monitoring.description"
                                      : "monitoring.description_system",
                            FILL({ "programme", view->programme })));
    frame_programme(page, &view->frame, page->at);
    fill_text(page, view);
    fill_rows(page, view);
    view->clusters = cluster_strip(page, page->at);
}

bool monitoring_any(const struct site *site, size_t programme)
{
    const struct programme *it = &site->programmes.at[programme];

    return it->monitoring.n > 0 || it->findings.n > 0 ||
           cluster_any(site, programme);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->programmes.n; i++) {
        if (monitoring_any(site, i))
            plan_add(list, address_of(arena, site, THING_MONITORING, i, NONE),
                     i, 0);
    }
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->programmes.at[at].text.at;
}

const struct page_kind page_monitoring = {
    .name = "monitoring", .view = &monitoring_view, .list = list,
    .fill = fill, .origin = origin,
};
