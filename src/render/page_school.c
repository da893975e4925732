/*
 * page_school: how are things in my child's school? Facts, the main thing in
 * words, numbers, what is done, who helps; all data at the end. No other
 * school is named beside a number.
 *
 * A row of pages.c.
 */
#include "render/page_school.h"
#include "render/plan.h"

#include "render/block_changes.h"
#include "render/block_look.h"
#include "render/linked.h"
#include "render/outside.h"
#include "render/school_name.h"
#include "render/school_official.h"

#define CHANGES_SHOWN 3         /* the last ones */

/* --- banner and facts --- */

static void fill_closed(const struct page *page, struct school_view *view,
                        const struct school *it)
{
    struct view_link next;

    view->closed = it->status.n > 0 || it->successor.text.n > 0;
    view->status = page_typo(page, it->status);
    if (it->successor.text.n == 0)
        return;
    next = page_ref(page, &it->successor, THING_SCHOOL);
    view->successor = next.label;
    view->successor_url = next.url;
}

static struct str mail_url(const struct page *page, struct str address)
{
    struct buf url = {0};

    if (str_find_char(address, '@') > 0) {
        buf_addz(&url, "mailto:");
        buf_url_part(&url, str_cut(&address, '@'));
        buf_char(&url, '@');
        buf_url_part(&url, address);
    }
    return page_take(page, &url);
}

static void fill_contact(const struct page *page, struct school_view *view,
                         const struct school *it)
{
    view->phone = page_typo(page, it->phone);
    view->phone_url = page_phone_url(page, it->phone);
    view->mail = it->email;
    view->mail_url = mail_url(page, it->email);
    view->site = it->site;
    view->site_url = page_site_url(page, it->site);
    view->vk = it->vk;
    view->vk_url = page_site_url(page, it->vk);
    view->has_ways = it->phone.n + it->email.n > 0;
    view->address = page_typo(page, it->address);
    view->head = page_typo(page, it->head);
}

static void fill_branches(const struct page *page, struct school_view *view,
                          const struct school_data *data)
{
    struct school_list list = school_branches(data->index, data->school);
    struct view_link *links = PAGE_ARRAY(page, struct view_link, list.n);

    for (size_t i = 0; i < list.n; i++)
        links[i] = (struct view_link){
            .label = page_label(page, THING_SCHOOL, list.at[i], 0),
            .url = page_url(page, THING_SCHOOL, list.at[i], 0),
        };
    view->branches = (struct list){ links, list.n };
    view->has_branches = list.n > 0;
}

static void fill_facts(const struct page *page, struct school_view *view,
                       const struct school *it)
{
    struct str list = page_url(page, THING_SCHOOLS, 0, 0);

    view->name = page_typo(page, it->name);
    view->kind = page_typo(page, it->kind);
    view->settlement = page_typo(page, it->settlement);
    if (!str_eq(school_municipality(page, it), it->settlement))
        view->municipality = page_typo(page, school_municipality(page, it));
    view->settlement_url = str_format(page->arena, "%.*s#%.*s", STR_FMT(list),
        STR_FMT(page_settlement_anchor(page, it)));
    view->grades = page_typo(page, it->grades);
    if (it->pupils >= 0)
        view->pupils = page_number(page, num_int(it->pupils), 0);
    if (it->parent.text.n > 0) {
        struct view_link parent = page_ref(page, &it->parent, THING_SCHOOL);

        view->parent = parent.label;
        view->parent_url = parent.url;
    }
}

/* --- heading --- */

static struct str url_if_there(const struct page *page, enum thing thing,
                               size_t at)
{
    struct str path = address_of(page->arena, page->site, thing, at, NONE);

    return page_reaches(page, path) ? page_path_url(page, path)
                                    : (struct str){0};
}

static void fill_heading(struct page *page, struct school_view *view,
                         const struct school *it)
{
    struct str label = catalog_school_label(it);

    view->frame.title = school_title(page, page->at);
    frame_card(page, &view->frame, page->at);
    frame_heading(page, &view->frame, label,
                  page_fill(page, "school.description",
                            FILL({ "school", label })));
    frame_crumb(page, &view->frame, page_word(page, "schools.heading"),
                page_url(page, THING_SCHOOLS, 0, 0));
    view->frame.demo = it->demo;
    view->schools_url = url_if_there(page, THING_SCHOOLS, NONE);
    view->embed_url = url_if_there(page, THING_EMBED, page->at);
    view->kit_url = url_if_there(page, THING_KIT, page->at);
    view->calendar_url = url_if_there(page, THING_SCHOOL_CALENDAR, page->at);
    view->frame.oembed_url = outside_file(page,
        address_of(page->arena, page->site, THING_OEMBED, page->at, NONE));
}

/* --- programmes --- */

static void fill_programme(struct page *page, struct school_data *data,
                           struct school_programme *view, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];

    view->name = page_typo(page, it->brief.n > 0 ? it->brief
                                                 : it->text.title);
    view->url = page_url(page, THING_PROGRAMME, programme, 0);
    if (it->period.kind != PERIOD_NONE)
        view->period = page_period(page, it->period);
    view->past = catalog_is_over(page->site, programme);
    view->as_of = page_date(page, catalog_as_of(page->site, programme));
    view->source_note = page_typo(page, it->source_note);
    if (it->indicator_n > 0)
        view->indicators_url = page_url(page, THING_INDICATORS, programme, 0);
    school_indicators(page, data, view, programme);
    school_life(page, data, view, programme);
}

static void fill_flags(struct school_view *view)
{
    const struct school_programme *programmes = view->programmes.at;

    for (size_t i = 0; i < view->programmes.n; i++) {
        const struct school_programme *it = &programmes[i];

        view->has_data |= it->has_data;
        view->has_short |= it->has_rows;
        view->has_conditions |= it->has_conditions;
        view->has_help |= it->has_for_family;
        view->has_roles |= it->has_role;
        view->has_documents |= it->has_documents;
        view->has_mentions |= it->has_mentions;
        view->has_compare |= it->has_compare;
        view->has_strips |= it->strips.n > 0;
        view->has_compare_links |= it->compare.n > 0;
    }
    view->many = view->programmes.n > 1;
    view->has_programmes = view->programmes.n > 0;
    view->has_groups = view->groups.n > 0;
    view->has_tables = view->tables.n > 0;
    view->has_own_help = view->help.n > 0;
    view->has_help |= view->has_own_help;
    view->has_questions = view->questions.n > 0;
    view->has_practices = view->practices.n > 0;
}

static void fill_programmes(struct page *page, struct school_view *view,
                            struct school_data *data)
{
    struct school_list of = data->programmes;
    struct school_programme *list = PAGE_ARRAY(page, struct school_programme,
                                               of.n);

    for (size_t i = 0; i < of.n; i++)
        fill_programme(page, data, &list[i], of.at[i]);
    if (of.n == 1)
        frame_source(page, &view->frame, of.at[0]);
    view->programmes = (struct list){ list, of.n };
    view->groups = (struct list){ data->groups.at, data->groups.n };
    view->tables = (struct list){ data->tables.at, data->tables.n };
    view->help = school_help_items(page, page->at);
    view->questions = school_question_groups(page, data);
    view->practices = school_practice_items(page, data);
    view->news = school_news_items(page, data);
    view->has_news = view->news.n > 0;
    fill_flags(view);
}

/* The last changes; all of them have a page of their own. */
static void fill_changes(struct page *page, struct school_view *view)
{
    struct change_scope scope = { CHANGES_OF_SCHOOL, page->at };

    view->changes = block_changes(page, scope, CHANGES_SHOWN);
    view->has_changes = view->changes.n > 0;
    view->own_changes_url = block_changes_url(page, scope);
    view->changes_feed_url = block_feed_url(page, scope);
    if (view->changes_feed_url.n > 0)
        view->frame.feed_url = view->changes_feed_url;
    frame_changed(page, &view->frame, CHANGES_OF_SCHOOL, page->at);
}

/* --- the page --- */

static void fill_csv(const struct page *page, struct school_view *view,
                     const struct school *it)
{
    struct str path = str_format(page->arena, "data/schools/%.*s.csv",
                                 STR_FMT(it->id));
    struct str excel = str_format(page->arena, "data/schools/%.*s-excel.csv",
                                  STR_FMT(it->id));

    if (!view->has_data || !page_has(page, path))
        return;
    view->csv_url = page_path_url(page, path);
    view->excel_url = page_path_url(page, excel);
}

/* The lead of the first programme that has one says most in one sentence. */
static void fill_description(const struct page *page,
                             struct school_view *view)
{
    const struct school_programme *programmes = view->programmes.at;

    for (size_t i = 0; i < view->programmes.n; i++) {
        if (!programmes[i].has_lead)
            continue;
        view->frame.description = page_fill(page, "school.description_lead",
            FILL({ "school", view->frame.heading },
                 { "lead", programmes[i].lead }));
        return;
    }
}

/* The school itself, for programs. */
static struct str thing_of(const struct page *page,
                           const struct school_view *view,
                           const struct school *it)
{
    struct linked linked = { .page = page };

    linked_open(&linked, NULL, "School");
    linked_text(&linked, "name", view->name);
    linked_text(&linked, "alternateName", view->frame.heading);
    linked_text(&linked, "telephone", it->phone);
    linked_text(&linked, "email", it->email);
    linked_url(&linked, "url", view->site_url);
    linked_url(&linked, "sameAs", view->vk_url);
    if (it->address.n > 0 || it->settlement.n > 0) {
        linked_open(&linked, "address", "PostalAddress");
        linked_text(&linked, "streetAddress", view->address);
        linked_text(&linked, "addressLocality", view->settlement);
        linked_text(&linked, "addressRegion", view->municipality);
        linked_close(&linked);
    }
    if (view->parent.n > 0) {
        linked_open(&linked, "parentOrganization", "School");
        linked_text(&linked, "name", view->parent);
        linked_url(&linked, "mainEntityOfPage", view->parent_url);
        linked_close(&linked);
    }
    linked_url(&linked, "mainEntityOfPage", view->frame.canonical);
    linked_close(&linked);
    return linked_take(&linked);
}

static void fill(struct page *page, void *data)
{
    struct school_view *view = data;
    const struct school *it = &page->site->schools.at[page->at];
    struct school_data about = {
        .school = page->at,
        .index = plan_schools(page->plan),
    };

    about.programmes = school_programmes(about.index, page->at);
    fill_heading(page, view, it);
    fill_closed(page, view, it);
    fill_facts(page, view, it);
    fill_contact(page, view, it);
    view->official = school_official(page, page->at);
    view->has_official = view->official.n > 0;
    fill_branches(page, view, &about);
    fill_programmes(page, view, &about);
    fill_changes(page, view);
    fill_csv(page, view, it);
    fill_description(page, view);
    view->frame.thing = thing_of(page, view, it);
    if (it->words) {
        view->summary = page_typo(page, it->words->summary);
        view->about = page_body_below(page, it->words, S("about"), 1);
        frame_text(page, &view->frame, it->words);
    }
}

static void list(struct plan_list *plan, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->schools.n; i++)
        plan_add(plan, address_of(arena, site, THING_SCHOOL, i, 0), i, 0);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->schools.at[at].at;
}

const struct page_kind page_school = {
    .name = "school",
    .view = &school_view,
    .list = list,
    .fill = fill,
    .origin = origin,
};
