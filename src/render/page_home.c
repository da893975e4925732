/*
 * page_home: what was promised, how to find one's school, what matters now.
 * No name of a school stands beside a number here, and no number of a single
 * school.
 *
 * A row of pages.c.
 */
#include "render/page_home.h"

#include "model/practice.h"
#include "render/block_changes.h"
#include "render/block_look.h"
#include "render/page.h"

#include <stdlib.h>

#define MEASURES_MAX 5
#define PRACTICES_MAX 3
#define NEWS_MAX 3
#define CHANGES_MAX 3
#define DOORS_MAX 6         /* more programmes than that have no cards here */

/* --- the views --- */

static const struct field line_fields[] = {
    FIELD(home_line, TEXT, title),
    FIELD(home_line, URL, url),
    FIELD(home_line, TEXT, when),
    FIELD(home_line, TEXT, text),
    FIELD(home_line, TEXT, programme),
    FIELD(home_line, BOOL, demo),
};
const struct view home_line_view = {
    "home line", sizeof(struct home_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

struct home_view {
    struct view_frame frame;
    struct str lead, about;         /* words of content/index.md */
    struct list programmes;         /* home_programme */
    struct list places;             /* home_place */
    struct list now, measures, practices, news;     /* home_line */
    struct list changes;            /* view_change_day: the last ones */
    struct str schools_url, practices_url;
    struct str only_school, only_school_url;    /* of a site with one */
    bool one_programme, many_programmes, is_portal, has_schools, has_places,
        many_places, has_now, has_cards, has_measures, has_practices, has_news,
        has_changes;
};

static const struct field home_fields[] = {
    FIELD(home_view, TEXT, lead),
    FIELD(home_view, HTML, about),
    FIELD_OF(home_view, LIST, programmes, home_programme_view),
    FIELD_OF(home_view, LIST, places, home_place_view),
    FIELD_OF(home_view, LIST, now, home_line_view),
    FIELD_OF(home_view, LIST, measures, home_line_view),
    FIELD_OF(home_view, LIST, practices, home_line_view),
    FIELD_OF(home_view, LIST, news, home_line_view),
    FIELD_OF(home_view, LIST, changes, change_day_view),
    FIELD(home_view, URL, schools_url),
    FIELD(home_view, URL, practices_url),
    FIELD(home_view, TEXT, only_school),
    FIELD(home_view, URL, only_school_url),
    FIELD(home_view, BOOL, one_programme),
    FIELD(home_view, BOOL, many_programmes),
    FIELD(home_view, BOOL, is_portal),
    FIELD(home_view, BOOL, has_schools),
    FIELD(home_view, BOOL, has_places),
    FIELD(home_view, BOOL, many_places),
    FIELD(home_view, BOOL, has_now),
    FIELD(home_view, BOOL, has_cards),
    FIELD(home_view, BOOL, has_measures),
    FIELD(home_view, BOOL, has_practices),
    FIELD(home_view, BOOL, has_news),
    FIELD(home_view, BOOL, has_changes),
};
static const struct view home_view = {
    "home", sizeof(struct home_view), home_fields,
    sizeof home_fields / sizeof *home_fields, &frame_view,
};

/* --- programmes --- */

static void fill_programmes(const struct page *page, struct home_view *view)
{
    size_t n = page->site->programmes.n;

    view->programmes = home_programmes(page);
    for (size_t i = 0; i < n && n <= DOORS_MAX; i++)
        view->has_cards |= ((const struct home_programme *)
                            view->programmes.at)[i].has_cards;
    view->one_programme = n == 1;
    view->many_programmes = n > 1;
}

/* --- find your school --- */

/* Several programmes of several municipalities: each place has its own. */
static void fill_places(const struct page *page, struct home_view *view)
{
    view->places = home_places(page, view->programmes);
    view->has_places = view->places.n > 0;
    view->many_places = view->places.n > 1;
    view->is_portal = view->many_programmes && view->many_places;
    view->schools_url = page_url(page, THING_SCHOOLS, NONE, NONE);
    view->has_schools = page->site->schools.n > 0;
    if (page->site->schools.n == 1) {
        view->only_school = page_label(page, THING_SCHOOL, 0, NONE);
        view->only_school_url = page_url(page, THING_SCHOOL, 0, NONE);
    }
}

/* --- what comes, what helped, what is new --- */

static void fill_measures(const struct page *page, struct home_view *view)
{
    struct home_next next[MEASURES_MAX];
    size_t n = home_next(page, next, MEASURES_MAX);
    struct home_line *lines = PAGE_ARRAY(page, struct home_line, n);

    for (size_t i = 0; i < n; i++) {
        const struct programme *programme =
            &page->site->programmes.at[next[i].programme];
        const struct measure *measure =
            &programme->measures.at[next[i].measure];

        lines[i].title = page_label(page, THING_MEASURE, next[i].programme,
                                    next[i].measure);
        lines[i].url = page_url(page, THING_MEASURE, next[i].programme,
                                next[i].measure);
        lines[i].when = page_typo(page, measure->when_text);
        lines[i].demo = programme->demo && !catalog_all_demo(page->site);
        if (view->many_programmes)
            lines[i].programme = page_label(page, THING_PROGRAMME,
                                            next[i].programme, NONE);
    }
    view->measures = (struct list){ lines, n };
    view->has_measures = n > 0;
}

struct recent {
    date on;
    size_t at;
};

static int by_review(const void *a, const void *b)
{
    const struct recent *x = a, *y = b;

    if (x->on != y->on)
        return x->on > y->on ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The latest recommended practices; without a date behind all others. */
static void fill_practices(const struct page *page, struct home_view *view)
{
    const struct site *site = page->site;
    struct recent *rows = PAGE_ARRAY(page, struct recent, site->practices.n);
    struct home_line *lines = PAGE_ARRAY(page, struct home_line,
                                         PRACTICES_MAX);
    size_t n = 0;

    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];

        if (!it->text.draft &&
            practice_status(site, it) == PRACTICE_RECOMMENDED)
            rows[n++] = (struct recent){ it->reviewed, i };
    }
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_review);
    n = n < PRACTICES_MAX ? n : PRACTICES_MAX;
    for (size_t i = 0; i < n; i++) {
        const struct practice *it = &site->practices.at[rows[i].at];

        lines[i].title = page_label(page, THING_PRACTICE, rows[i].at, NONE);
        lines[i].url = page_url(page, THING_PRACTICE, rows[i].at, NONE);
        lines[i].text = page_typo(page, it->text.summary);
        lines[i].demo = it->demo && !catalog_all_demo(page->site);
    }
    view->practices = (struct list){ lines, n };
    view->has_practices = n > 0;
    view->practices_url = page_url(page, THING_PRACTICES, NONE, NONE);
}

static bool news_is_demo(const struct site *site, const struct news *news)
{
    return news->programme.index != NONE &&
           site->programmes.at[news->programme.index].demo;
}

static void fill_news(const struct page *page, struct home_view *view)
{
    const struct site *site = page->site;
    struct home_line *lines = PAGE_ARRAY(page, struct home_line, NEWS_MAX);
    size_t n = 0;

    for (size_t i = 0; i < site->news.n && n < NEWS_MAX; i++) {
        const struct news *it = &site->news.at[i];

        if (it->text.draft)
            continue;
        lines[n++] = (struct home_line){
            .title = page_label(page, THING_NEWS_ITEM, i, NONE),
            .url = page_url(page, THING_NEWS_ITEM, i, NONE),
            .when = page_date(page, it->on),
            .text = page_typo(page, it->text.summary),
            .demo = news_is_demo(site, it) && !catalog_all_demo(site),
        };
    }
    view->news = (struct list){ lines, n };
    view->has_news = n > 0;
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct home_view *view = data;
    const struct text *index = &page->site->index;

    frame_heading(page, &view->frame,
                  index->title.n > 0 ? index->title
                                     : page->site->config.title,
                  index->summary);
    view->frame.title = view->frame.site_title;
    frame_text(page, &view->frame, index);
    frame_changed(page, &view->frame, CHANGES_SITE, 0);
    if (page->site->programmes.n == 1)
        frame_source(page, &view->frame, 0);
    view->lead = page_typo(page, index->summary);
    fill_programmes(page, view);
    fill_places(page, view);
    view->now = home_now(page);
    view->has_now = view->now.n > 0;
    fill_measures(page, view);
    fill_practices(page, view);
    fill_news(page, view);
    view->changes = block_changes_of_all(page, CHANGES_MAX);
    view->has_changes = view->changes.n > 0;
    view->about = page_body_below(page, index, S("about"), 1);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_HOME, NONE, NONE), 0, 0);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)at;
    (void)sub;
    return site->index.at;
}

const struct page_kind page_home = {
    .name = "home", .view = &home_view, .list = list, .fill = fill,
    .origin = origin,
};
