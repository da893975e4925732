/*
 * page_organisations: who besides the schools answers for measures or takes
 * part, and how to reach them.
 *
 * A row of pages.c.
 */
#include "render/page_organisations.h"

#include "base/fold.h"
#include "render/page.h"

#include <stdlib.h>

struct organisation_line {
    struct str id, name, brief, kind, phone, phone_url, site, site_url;
    struct list measures;           /* view_link: it answers for */
    bool has_measures, demo;
};

static const struct field line_fields[] = {
    FIELD(organisation_line, TEXT, id),
    FIELD(organisation_line, TEXT, name),
    FIELD(organisation_line, TEXT, brief),
    FIELD(organisation_line, TEXT, kind),
    FIELD(organisation_line, TEXT, phone),
    FIELD(organisation_line, URL, phone_url),
    FIELD(organisation_line, TEXT, site),
    FIELD(organisation_line, URL, site_url),
    FIELD_OF(organisation_line, LIST, measures, link_view),
    FIELD(organisation_line, BOOL, has_measures),
    FIELD(organisation_line, BOOL, demo),
};
static const struct view line_view = {
    "organisation line", sizeof(struct organisation_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

struct organisations_view {
    struct view_frame frame;
    struct list organisations;      /* organisation_line */
};

static const struct field organisations_fields[] = {
    FIELD_OF(organisations_view, LIST, organisations, line_view),
};
static const struct view organisations_view = {
    "organisations", sizeof(struct organisations_view), organisations_fields,
    sizeof organisations_fields / sizeof *organisations_fields, &frame_view,
};

static bool names(const struct ref *ref, size_t organisation)
{
    return !ref->school && ref->index == organisation;
}

static bool any_names(const struct refs *refs, size_t organisation)
{
    for (size_t i = 0; i < refs->n; i++) {
        if (names(&refs->at[i], organisation))
            return true;
    }
    return false;
}

static bool has_role(const struct programme *programme, size_t organisation)
{
    for (size_t i = 0; i < programme->measures.n; i++) {
        if (any_names(&programme->measures.at[i].responsible, organisation))
            return true;
    }
    for (size_t i = 0; i < programme->participants.n; i++) {
        if (names(&programme->participants.at[i].partner, organisation))
            return true;
    }
    for (size_t i = 0; i < programme->risks.n; i++) {
        if (any_names(&programme->risks.at[i].owner, organisation))
            return true;
    }
    return false;
}

bool organisation_is_demo(const struct site *site, size_t organisation)
{
    bool demo = false;

    for (size_t p = 0; p < site->programmes.n; p++) {
        const struct programme *programme = &site->programmes.at[p];

        if (!has_role(programme, organisation))
            continue;
        if (!programme->demo)
            return false;
        demo = true;
    }
    return demo;
}

static size_t count_measures(const struct site *site, size_t organisation)
{
    size_t n = 0;

    for (size_t p = 0; p < site->programmes.n; p++) {
        const struct programme *programme = &site->programmes.at[p];

        for (size_t m = 0; m < programme->measures.n; m++)
            n += any_names(&programme->measures.at[m].responsible,
                           organisation);
    }
    return n;
}

static struct list measures_of(const struct page *page, size_t organisation)
{
    const struct site *site = page->site;
    struct view_link *links =
        PAGE_ARRAY(page, struct view_link,
                   count_measures(site, organisation));
    size_t n = 0;

    for (size_t p = 0; p < site->programmes.n; p++) {
        const struct programme *programme = &site->programmes.at[p];

        for (size_t m = 0; m < programme->measures.n; m++) {
            if (!any_names(&programme->measures.at[m].responsible,
                           organisation))
                continue;
            links[n].label = page_label(page, THING_MEASURE, p, m);
            links[n++].url = page_url(page, THING_MEASURE, p, m);
        }
    }
    return (struct list){ links, n };
}

static struct organisation_line line_of(const struct page *page, size_t at)
{
    const struct organisation *it = &page->site->organisations.at[at];
    struct organisation_line line = {
        .id = it->id,
        .name = page_typo(page, it->name),
        .kind = page_typo(page, it->kind),
        .phone = page_typo(page, it->phone),
        .phone_url = page_phone_url(page, it->phone),
        .site = it->site,
        .site_url = page_site_url(page, it->site),
        .measures = measures_of(page, at),
        .demo = organisation_is_demo(page->site, at) &&
                !catalog_all_demo(page->site),
    };

    if (!str_eq(it->brief, it->name))
        line.brief = page_typo(page, it->brief);
    line.has_measures = line.measures.n > 0;
    return line;
}

static int by_name(const void *a, const void *b)
{
    const struct organisation_line *x = a, *y = b;

    return fold_order_names(x->name, y->name);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    if (site->organisations.n > 0)
        plan_add(list, address_of(arena, site, THING_ORGANISATIONS, NONE,
                                  NONE), 0, 0);
}

static void fill(struct page *page, void *data)
{
    struct organisations_view *view = data;
    size_t n = page->site->organisations.n;
    struct organisation_line *lines =
        PAGE_ARRAY(page, struct organisation_line, n);

    frame_heading(page, &view->frame, page_word(page, "organisations.heading"),
                  page_word(page, "organisations.description"));
    for (size_t i = 0; i < n; i++)
        lines[i] = line_of(page, i);
    if (n > 0)
        qsort(lines, n, sizeof *lines, by_name);
    view->organisations = (struct list){ lines, n };
}

const struct page_kind page_organisations = {
    .name = "organisations", .view = &organisations_view, .list = list,
    .fill = fill,
};
