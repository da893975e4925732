/*
 * page_schools: where is my school? All schools by municipality and
 * settlement, in the order of names, without a single number of theirs.
 *
 * A row of pages.c.
 */
#include "render/page.h"

#include "base/fold.h"

#include <stdlib.h>

/* One school in the list. */
struct school_line {
    struct str name, url, kind, grades, status;
};

struct settlement_view {
    struct str name, id, count;
    struct list schools;            /* school_line */
    bool same;                      /* name as the municipality's */
};

struct municipality_view {
    struct str name, id;
    struct list settlements;        /* settlement_view */
    bool has_toc;                   /* more than a few settlements */
    bool demo;                      /* all of its schools are */
};

struct schools_view {
    struct view_frame frame;
    struct str lead;
    struct list municipalities;     /* municipality_view */
    bool many;                      /* municipalities: they have headings */
    bool has_schools;
};

static const struct field line_fields[] = {
    FIELD(school_line, TEXT, name),
    FIELD(school_line, URL, url),
    FIELD(school_line, TEXT, kind),
    FIELD(school_line, TEXT, grades),
    FIELD(school_line, TEXT, status),
};
static const struct view line_view = {
    "school line", sizeof(struct school_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL
};

static const struct field settlement_fields[] = {
    FIELD(settlement_view, TEXT, name),
    FIELD(settlement_view, TEXT, id),
    FIELD(settlement_view, TEXT, count),
    FIELD_OF(settlement_view, LIST, schools, line_view),
    FIELD(settlement_view, BOOL, same),
};
static const struct view settlement_view = {
    "settlement", sizeof(struct settlement_view), settlement_fields,
    sizeof settlement_fields / sizeof *settlement_fields, NULL
};

static const struct field municipality_fields[] = {
    FIELD(municipality_view, TEXT, name),
    FIELD(municipality_view, TEXT, id),
    FIELD_OF(municipality_view, LIST, settlements, settlement_view),
    FIELD(municipality_view, BOOL, has_toc),
    FIELD(municipality_view, BOOL, demo),
};
static const struct view municipality_view = {
    "municipality", sizeof(struct municipality_view), municipality_fields,
    sizeof municipality_fields / sizeof *municipality_fields, NULL
};

static const struct field schools_fields[] = {
    FIELD(schools_view, TEXT, lead),
    FIELD_OF(schools_view, LIST, municipalities, municipality_view),
    FIELD(schools_view, BOOL, many),
    FIELD(schools_view, BOOL, has_schools),
};
static const struct view schools_view = {
    "schools", sizeof(struct schools_view), schools_fields,
    sizeof schools_fields / sizeof *schools_fields, &frame_view
};

/* --- the order: municipality as configured, settlement, name --- */

struct sorted {
    const struct site *site;
    size_t school, municipality;
};

/* Schools of no municipality stand behind all others. */
static size_t municipality_of(const struct site *site, size_t school)
{
    const struct ref *ref = &site->schools.at[school].municipality;

    if (ref->index != NONE)
        return ref->index;
    return site->config.municipalities_n == 1 ? 0 : NONE;
}

static int by_place(const void *x, const void *y)
{
    const struct sorted *a = x, *b = y;
    int order;

    if (a->municipality != b->municipality)
        return a->municipality < b->municipality ? -1 : 1;
    order = fold_order(a->site->schools.at[a->school].settlement,
                       b->site->schools.at[b->school].settlement);
    if (order != 0)
        return order;
    return a->school < b->school ? -1 : a->school > b->school;
}

static struct sorted *sorted_schools(const struct page *page)
{
    size_t n = page->site->schools.n;
    struct sorted *all = PAGE_ARRAY(page, struct sorted, n);

    for (size_t i = 0; i < n; i++)
        all[i] = (struct sorted){ page->site, i,
                                  municipality_of(page->site, i) };
    if (n > 0)
        qsort(all, n, sizeof *all, by_place);
    return all;
}

/* --- the view --- */

/* Whether the name says it already: «Лицей «Луч»» is a лицей. */
static bool is_said(const struct page *page, struct str name, struct str kind)
{
    return str_find(fold_case(page->arena, name),
                    fold_case(page->arena, kind)) >= 0;
}

static struct school_line line_of(const struct page *page, size_t school)
{
    const struct school *it = &page->site->schools.at[school];
    struct str name = catalog_school_label(it);
    bool said = is_said(page, name, it->kind);

    return (struct school_line){
        .name = page_typo(page, name),
        .url = page_url(page, THING_SCHOOL, school, 0),
        .kind = said ? (struct str){0} : page_typo(page, it->kind),
        .grades = page_typo(page, it->grades),
        .status = page_typo(page, it->status),
    };
}

static struct settlement_view settlement_of(const struct page *page,
                                            const struct sorted *schools,
                                            size_t n)
{
    const struct school *first = &page->site->schools.at[schools->school];
    struct school_line *lines = PAGE_ARRAY(page, struct school_line, n);

    for (size_t i = 0; i < n; i++)
        lines[i] = line_of(page, schools[i].school);
    return (struct settlement_view){
        .name = first->settlement.n > 0 ?
                page_typo(page, first->settlement) :
                page_word(page, "schools.no_settlement"),
        .id = page_settlement_anchor(page, first),
        .count = page_count(page, "school", n),
        .schools = { lines, n },
    };
}

/* How many from the first on stand in the same place. */
static size_t run(const struct sorted *all, size_t n, bool settlement)
{
    size_t i = 1;

    while (i < n && all[i].municipality == all->municipality &&
           (!settlement ||
            str_eq(all[i].site->schools.at[all[i].school].settlement,
                   all->site->schools.at[all->school].settlement)))
        i++;
    return i;
}

#define TOC_MIN 4   /* fewer settlements are seen at a glance */

static struct municipality_view municipality(const struct page *page,
                                             const struct sorted *all,
                                             size_t n)
{
    const struct config *config = &page->site->config;
    struct settlement_view *list = PAGE_ARRAY(page, struct settlement_view,
                                              n);
    struct municipality_view view = { .demo = true };
    size_t count = 0;

    for (size_t i = 0, length; i < n; i += length) {
        length = run(&all[i], n - i, true);
        list[count++] = settlement_of(page, &all[i], length);
    }
    for (size_t i = 0; i < n; i++)
        view.demo &= page->site->schools.at[all[i].school].demo;
    if (all->municipality == NONE) {
        view.name = page_word(page, "schools.no_municipality");
        view.id = S("m-other");
    } else {
        const struct municipality *it =
            &config->municipalities[all->municipality];

        view.name = page_typo(page, it->name);
        view.id = str_format(page->arena, "m-%.*s", STR_FMT(it->id));
    }
    for (size_t i = 0; i < count; i++)
        list[i].same = str_eq(list[i].name, view.name);
    view.settlements = (struct list){ list, count };
    view.has_toc = count >= TOC_MIN;
    return view;
}

static void fill(struct page *page, void *data)
{
    struct schools_view *view = data;
    size_t n = page->site->schools.n, count = 0;
    struct sorted *all = sorted_schools(page);
    struct municipality_view *list =
        PAGE_ARRAY(page, struct municipality_view, n);

    frame_heading(page, &view->frame, page_word(page, "schools.heading"),
                  page_word(page, "schools.description"));
    for (size_t i = 0, length; i < n; i += length) {
        length = run(&all[i], n - i, false);
        list[count++] = municipality(page, &all[i], length);
    }
    view->lead = page_word(page, "schools.lead");
    view->municipalities = (struct list){ list, count };
    view->many = count > 1;
    view->has_schools = n > 0;
}

static void list(struct plan_list *plan, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    if (site->schools.n > 0)
        plan_add(plan, address_of(arena, site, THING_SCHOOLS, 0, 0), 0, 0);
}

const struct page_kind page_schools = {
    .name = "schools",
    .view = &schools_view,
    .list = list,
    .fill = fill,
};
