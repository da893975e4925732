/*
 * page_data: where are the tables, what is in them, and may they be used?
 * Only files that the site has are listed.
 *
 * A row of pages.c.
 */
#include "render/linked.h"
#include "render/page.h"

#include "release/year.h"

#include <stdio.h>

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

struct data_file {
    struct str what, columns;
    struct str label, url;          /* the file for programs */
    struct str excel_label, excel_url;
};

static const struct field file_fields[] = {
    FIELD(data_file, TEXT, what),
    FIELD(data_file, TEXT, columns),
    FIELD(data_file, TEXT, label),
    FIELD(data_file, URL, url),
    FIELD(data_file, TEXT, excel_label),
    FIELD(data_file, URL, excel_url),
};
static const struct view file_view = {
    "data file", sizeof(struct data_file), file_fields,
    sizeof file_fields / sizeof *file_fields, NULL,
};

/* The tables of one programme, or of the whole site. */
struct data_programme {
    struct str id, name, url, as_of, source_note;
    struct list files;              /* data_file */
    size_t at;                      /* in site.programmes */
    bool demo, retold;
};

static const struct field programme_fields[] = {
    FIELD(data_programme, TEXT, id),
    FIELD(data_programme, TEXT, name),
    FIELD(data_programme, URL, url),
    FIELD(data_programme, TEXT, as_of),
    FIELD(data_programme, TEXT, source_note),
    FIELD_OF(data_programme, LIST, files, file_view),
    FIELD(data_programme, BOOL, demo),
    FIELD(data_programme, BOOL, retold),
};
static const struct view programme_view = {
    "data of a programme", sizeof(struct data_programme), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, NULL,
};

struct data_view {
    struct view_frame frame;
    const struct data_programme *common;    /* of the whole site */
    struct list programmes;         /* data_programme */
    struct str schools;             /* where those of single schools are */
    struct str schools_url;
    bool has_programmes, has_schools;
};

static const struct field data_fields[] = {
    FIELD_OF(data_view, VIEW, common, programme_view),
    FIELD_OF(data_view, LIST, programmes, programme_view),
    FIELD(data_view, TEXT, schools),
    FIELD(data_view, URL, schools_url),
    FIELD(data_view, BOOL, has_programmes),
    FIELD(data_view, BOOL, has_schools),
};
static const struct view data_view = {
    "data", sizeof(struct data_view), data_fields,
    sizeof data_fields / sizeof *data_fields, &frame_view,
};

/* --- the files --- */

/* What the site may have; export.c writes them. */
static const struct table {
    const char *name, *what, *columns;
} of_programme[] = {
    { "values", "data.values", "data.values_columns" },
    { "targets", "data.targets", "data.targets_columns" },
    { "indicators", "data.indicators", "data.indicators_columns" },
    { "plan", "data.plan", "data.plan_columns" },
    { "progress", "data.progress", "data.progress_columns" },
    { "finance", "data.finance", "data.finance_columns" },
    { "risks", "data.risks", "data.risks_columns" },
    { "documents", "data.documents", "data.documents_columns" },
    { "participants", "data.participants", "data.participants_columns" },
    { "monitoring", "data.monitoring", "data.monitoring_columns" },
    { "findings", "data.findings", "data.findings_columns" },
    { "clusters", "data.clusters", "data.clusters_columns" },
}, of_site[] = {
    { "schools", "data.schools", "data.schools_columns" },
    { "organisations", "data.organisations", "data.organisations_columns" },
    { "glossary", "data.glossary", "data.glossary_columns" },
    { "practices", "data.practices", "data.practices_columns" },
};

struct files {
    const struct page *page;
    struct str folder;              /* empty or ends with / */
    ARR(struct data_file) list;
};

/* The name of a file is its link's text: no two links of the page are called
 * the same. */
static void add_file(struct files *files, const char *name, struct str what,
                     struct str columns)
{
    const struct page *page = files->page;
    struct str folder = files->folder;
    struct str label = str_format(page->arena, "%.*s%s.csv",
                                  STR_FMT(folder), name);
    struct str excel = str_format(page->arena, "%.*s%s-excel.csv",
                                  STR_FMT(folder), name);
    struct str path = str_format(page->arena, "data/%.*s", STR_FMT(label));
    struct str excel_path = str_format(page->arena, "data/%.*s",
                                       STR_FMT(excel));
    struct data_file *file;

    if (!page_has(page, path))
        return;
    file = ARR_PUSH(page->arena, &files->list);
    *file = (struct data_file){
        .what = what,
        .columns = columns,
        .label = label,
        .url = page_path_url(page, path),
    };
    if (page_has(page, excel_path)) {
        file->excel_label = excel;
        file->excel_url = page_path_url(page, excel_path);
    }
}

static void add_tables(struct files *files, const struct table *tables,
                       size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_file(files, tables[i].name,
                 page_word(files->page, tables[i].what),
                 page_word(files->page, tables[i].columns));
}

static void add_reports(struct files *files, size_t programme)
{
    const struct page *page = files->page;
    size_t n;
    const int64_t *years = year_reports(page->arena, page->release,
                                        programme, &n);

    for (size_t i = 0; i < n; i++) {
        struct str year = str_format(page->arena, "%lld",
                                     (long long)years[i]);
        char name[32];

        snprintf(name, sizeof name, "report-%lld", (long long)years[i]);
        add_file(files, name,
                 page_fill(page, "data.report", FILL({ "year", year })),
                 page_word(page, "data.report_columns"));
    }
}

/* A file for programs beside the tables. */
static void add_json(struct files *files, const char *name, const char *what,
                     const char *columns)
{
    const struct page *page = files->page;
    struct str label = str_format(page->arena, "%.*s%s.json",
                                  STR_FMT(files->folder), name);
    struct str path = str_format(page->arena, "data/%.*s", STR_FMT(label));

    if (page_has(page, path))
        *ARR_PUSH(page->arena, &files->list) = (struct data_file){
            .what = page_word(page, what),
            .columns = page_word(page, columns),
            .label = label,
            .url = page_path_url(page, path),
        };
}

static void fill_common(const struct page *page, struct data_view *view)
{
    struct data_programme *common = ARENA_NEW(page->arena,
                                              struct data_programme);
    struct files files = { .page = page };

    common->name = page_word(page, "data.common_name");
    add_tables(&files, of_site, sizeof of_site / sizeof *of_site);
    add_json(&files, "practices", "data.practices_json",
             "data.practices_json_columns");
    common->files = LIST_OF(files.list);
    if (common->files.n > 0)
        view->common = common;
}

static void fill_programmes(const struct page *page, struct data_view *view)
{
    const struct site *site = page->site;
    ARR(struct data_programme) list = {0};

    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *it = &site->programmes.at[i];
        struct files files = {
            .page = page,
            .folder = str_format(page->arena, "%.*s/", STR_FMT(it->id)),
        };

        add_tables(&files, of_programme,
                   sizeof of_programme / sizeof *of_programme);
        add_reports(&files, i);
        add_json(&files, "calc", "data.calc", "data.calc_columns");
        if (files.list.n == 0)
            continue;
        *ARR_PUSH(page->arena, &list) = (struct data_programme){
            .at = i,
            .id = it->id,
            .name = page_label(page, THING_PROGRAMME, i, NONE),
            .url = page_url(page, THING_PROGRAMME, i, NONE),
            .as_of = page_date(page, catalog_as_of(site, i)),
            .source_note = page_typo(page, it->source_note),
            .files = LIST_OF(files.list),
            .demo = it->demo && !catalog_all_demo(page->site),
            .retold = frame_is_retold(page, i),
        };
    }
    view->programmes = LIST_OF(list);
    view->has_programmes = list.n > 0;
}

/* A site may have thousands of schools: their files are told, not listed. */
static void fill_schools(const struct page *page, struct data_view *view)
{
    const struct site *site = page->site;
    struct str path;

    if (site->schools.n == 0)
        return;
    path = str_format(page->arena, "data/schools/%.*s.csv",
                      STR_FMT(site->schools.at[0].id));
    if (!page_has(page, path))
        return;
    view->has_schools = true;
    view->schools = page_fill(page, "data.school_files",
        FILL({ "count", page_count(page, "data.school_file",
                                   site->schools.n) }));
    view->schools_url = page_url(page, THING_SCHOOLS, NONE, NONE);
}

/* --- for programs --- */

static void put_dataset(struct linked *linked, size_t programme,
                        const struct data_programme *view)
{
    const struct programme *it =
        &linked->page->site->programmes.at[programme];
    const struct data_file *files = view->files.at;

    linked_open(linked, NULL, "Dataset");
    linked_text(linked, "name", view->name);
    linked_text(linked, "description",
                page_typo(linked->page, it->text.summary.n > 0
                                            ? it->text.summary
                                            : it->text.title));
    linked_url(linked, "url", view->url);
    linked_days(linked, "temporalCoverage", it->period);
    linked_dataset_terms(linked);
    linked_open_list(linked, "distribution");
    for (size_t i = 0; i < view->files.n; i++) {
        if (str_ends(files[i].url, S(".csv")))
            linked_download(linked, files[i].url);
    }
    linked_close_list(linked);
    linked_close(linked);
}

/* Programmes that are not invented: the catalog of their tables. */
static void fill_thing(const struct page *page, struct data_view *view)
{
    const struct data_programme *rows = view->programmes.at;
    struct linked linked = { .page = page };
    size_t n = 0;

    linked_open(&linked, NULL, "DataCatalog");
    linked_text(&linked, "name", view->frame.site_title);
    linked_url(&linked, "url", view->frame.canonical);
    linked_open_list(&linked, "dataset");
    for (size_t i = 0; i < view->programmes.n; i++) {
        if (rows[i].demo)
            continue;
        put_dataset(&linked, rows[i].at, &rows[i]);
        n++;
    }
    linked_close_list(&linked);
    linked_close(&linked);
    if (n > 0)
        view->frame.thing = linked_take(&linked);
    else
        buf_free(&linked.out);
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct data_view *view = data;

    frame_heading(page, &view->frame, page_word(page, "data.heading"),
                  page_word(page, "data.description"));
    fill_common(page, view);
    fill_programmes(page, view);
    fill_schools(page, view);
    fill_thing(page, view);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_DATA, NONE, NONE), 0, 0);
}

const struct page_kind page_data = {
    .name = "data", .view = &data_view, .list = list, .fill = fill,
};
