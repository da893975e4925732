/*
 * page_finding: one finding and what came of it. See page_finding.h.
 *
 * For page_monitoring.c, page_report*.c and page_section.c.
 */
#include "render/page_finding.h"

#include "render/block.h"
#include "render/block_look.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

static const struct field measure_fields[] = {
    FIELD(finding_measure, TEXT, title),
    FIELD(finding_measure, URL, url),
    FIELD(finding_measure, TEXT, status),
    FIELD(finding_measure, TEXT, status_class),
};
static const struct view finding_measure_view = {
    "finding measure", sizeof(struct finding_measure), measure_fields,
    sizeof measure_fields / sizeof *measure_fields, NULL,
};

static const struct field finding_fields[] = {
    FIELD(view_finding, TEXT, id),
    FIELD(view_finding, URL, url),
    FIELD(view_finding, TEXT, name),
    FIELD(view_finding, TEXT, text),
    FIELD(view_finding, TEXT, recommendation),
    FIELD(view_finding, TEXT, decision),
    FIELD(view_finding, TEXT, effect),
    FIELD(view_finding, TEXT, report),
    FIELD(view_finding, URL, report_url),
    FIELD(view_finding, TEXT, school),
    FIELD(view_finding, URL, school_url),
    FIELD(view_finding, TEXT, indicator),
    FIELD(view_finding, URL, indicator_url),
    FIELD(view_finding, TEXT, value),
    FIELD_OF(view_finding, LIST, sources, link_view),
    FIELD_OF(view_finding, LIST, measures, finding_measure_view),
    FIELD(view_finding, BOOL, has_sources),
    FIELD(view_finding, BOOL, has_measures),
};
const struct view finding_view = {
    "finding", sizeof(struct view_finding), finding_fields,
    sizeof finding_fields / sizeof *finding_fields, NULL,
};

static const struct programme *programme_at(const struct page *page,
                                            size_t programme)
{
    return &page->site->programmes.at[programme];
}

/* --- reports --- */

struct view_link finding_report(const struct page *page, size_t programme,
                                struct str name)
{
    size_t at = name.n > 0 ? catalog_section(programme_at(page, programme),
                                             name)
                           : NONE;
    struct view_link link = { .label = page_typo(page, name) };
    struct str path;

    if (at == NONE)
        return link;
    link.label = page_label(page, THING_SECTION, programme, at);
    path = address_of(page->arena, page->site, THING_SECTION, programme, at);
    if (page_has(page, path))
        link.url = page_path_url(page, path);
    return link;
}

/* The subjects that were monitored for the report of a finding. */
static struct list sources_of(const struct page *page, size_t programme,
                              const struct ref *report)
{
    const struct programme *it = programme_at(page, programme);
    ARR(struct view_link) links = {0};

    for (size_t i = 0; report->text.n > 0 && i < it->monitoring.n; i++) {
        const struct monitoring *row = &it->monitoring.at[i];

        if (row->report.n > 0 &&
            catalog_section(it, row->report) == report->index)
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = row->instrument.n > 0
                             ? page_fill(page, "chain.source",
                                   FILL({ "subject",
                                          page_typo(page, row->subject) },
                                        { "instrument",
                                          page_typo(page,
                                                    row->instrument) }))
                             : page_typo(page, row->subject),
            };
    }
    return LIST_OF(links);
}

/* --- the finding --- */

static struct list measures_of(struct page *page, size_t programme,
                               const struct refs *refs)
{
    ARR(struct finding_measure) list = {0};

    for (size_t i = 0; i < refs->n; i++) {
        struct view_measure it;

        if (refs->at[i].index == NONE)
            continue;
        it = block_measure(page, programme, refs->at[i].index);
        *ARR_PUSH(page->arena, &list) = (struct finding_measure){
            .title = it.title,
            .url = it.url,
            .status = it.status,
            .status_class = it.status_class,
        };
    }
    return LIST_OF(list);
}

/* «Вывод 3»; the author's kind in place of the word, each kind with numbers
 * of its own. */
static struct str name_of(const struct page *page, size_t programme,
                          size_t at)
{
    const struct programme *of = programme_at(page, programme);
    const struct finding *it = &of->findings.at[at];
    int64_t n = 1;

    for (size_t i = 0; i < at; i++)
        n += str_eq(of->findings.at[i].kind, it->kind);
    return page_fill(page, "chain.name",
        FILL({ "kind", it->kind.n > 0 ? page_typo(page, it->kind)
                                      : page_word(page, "chain.kind") },
             { "n", page_number(page, num_int(n), 0) }));
}

/* The number of the whole now; of one school it stands on its own page. */
static struct str value_of(const struct page *page, const struct finding *it)
{
    struct block_look look;

    if (it->indicator.text.n == 0 || it->indicator.index == NONE ||
        it->school.text.n > 0)
        return (struct str){0};
    look = block_look(page, it->indicator.index, RELEASE_WHOLE);
    return look.last != NONE ? block_value(page, &look) : (struct str){0};
}

struct view_finding finding_of(struct page *page, size_t programme,
                               size_t finding)
{
    const struct finding *it =
        &programme_at(page, programme)->findings.at[finding];
    struct view_link report = finding_report(page, programme,
                                             it->report.text);
    struct view_link school = page_ref(page, &it->school, THING_SCHOOL);
    struct view_link indicator = page_ref(page, &it->indicator,
                                          THING_INDICATOR);
    struct view_finding view = {
        .id = it->id,
        .url = page_url(page, THING_FINDING, programme, finding),
        .name = name_of(page, programme, finding),
        .text = page_typo(page, it->text),
        .recommendation = page_typo(page, it->recommendation),
        .decision = page_typo(page, it->decision),
        .effect = page_typo(page, it->effect),
        .report = report.label,
        .report_url = report.url,
        .school = school.label,
        .school_url = school.url,
        .indicator = indicator.label,
        .indicator_url = indicator.url,
        .value = value_of(page, it),
        .sources = sources_of(page, programme, &it->report),
        .measures = measures_of(page, programme, &it->measures),
    };

    view.has_sources = view.sources.n > 0;
    view.has_measures = view.measures.n > 0;
    return view;
}

struct list findings_of_section(const struct page *page, size_t programme,
                                size_t section)
{
    const struct programme *it = programme_at(page, programme);
    ARR(struct view_link) links = {0};

    for (size_t i = 0; i < it->findings.n; i++) {
        const struct finding *row = &it->findings.at[i];

        if (row->report.text.n > 0 && row->report.index == section)
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = page_typo(page, row->text),
                .url = page_url(page, THING_FINDING, programme, i),
            };
    }
    return LIST_OF(links);
}
