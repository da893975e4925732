/*
 * page_news: the list of news and each of them.
 *
 * Two rows of pages.c.
 */
#include "render/page.h"

/* --- one line of the list --- */

struct news_line {
    struct str title, url, on, iso, summary;
    bool demo;
};

static const struct field line_fields[] = {
    FIELD(news_line, TEXT, title),
    FIELD(news_line, URL, url),
    FIELD(news_line, TEXT, on),
    FIELD(news_line, TEXT, iso),
    FIELD(news_line, TEXT, summary),
    FIELD(news_line, BOOL, demo),
};
static const struct view line_view = {
    "news line", sizeof(struct news_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

struct news_index_view {
    struct view_frame frame;
    struct list news;               /* news_line */
};

static const struct field index_fields[] = {
    FIELD_OF(news_index_view, LIST, news, line_view),
};
static const struct view index_view = {
    "news index", sizeof(struct news_index_view), index_fields,
    sizeof index_fields / sizeof *index_fields, &frame_view,
};

struct news_view {
    struct view_frame frame;
    struct str on, iso, lead, body;
    struct list about;              /* view_link: school, programme */
    bool has_about;
};

static const struct field news_fields[] = {
    FIELD(news_view, TEXT, on),
    FIELD(news_view, TEXT, iso),
    FIELD(news_view, TEXT, lead),
    FIELD(news_view, HTML, body),
    FIELD_OF(news_view, LIST, about, link_view),
    FIELD(news_view, BOOL, has_about),
};
static const struct view news_view = {
    "news", sizeof(struct news_view), news_fields,
    sizeof news_fields / sizeof *news_fields, &frame_view,
};

/* --- helpers --- */

static bool is_demo(const struct site *site, const struct news *news)
{
    if (news->programme.index != NONE)
        return site->programmes.at[news->programme.index].demo;
    return news->school.index != NONE &&
           site->schools.at[news->school.index].demo;
}

static struct str iso_date(const struct page *page, date on)
{
    struct buf out = {0};

    if (on != DATE_NONE)
        date_iso(&out, on);
    return page_take(page, &out);
}

/* --- the list --- */

static void index_list(struct plan_list *list, struct arena *arena,
                       const struct site *site,
                       const struct release *release)
{
    (void)release;
    if (site->news.n > 0)
        plan_add(list, address_of(arena, site, THING_NEWS, NONE, NONE), 0,
                 0);
}

static void index_fill(struct page *page, void *data)
{
    struct news_index_view *view = data;
    const struct site *site = page->site;
    struct news_line *lines = PAGE_ARRAY(page, struct news_line,
                                         site->news.n);
    size_t n = 0;

    frame_heading(page, &view->frame, page_word(page, "news.heading"),
                  page_word(page, "news.description"));
    for (size_t i = 0; i < site->news.n; i++) {
        const struct news *news = &site->news.at[i];

        if (news->text.draft)
            continue;
        lines[n++] = (struct news_line){
            .title = page_label(page, THING_NEWS_ITEM, i, NONE),
            .url = page_url(page, THING_NEWS_ITEM, i, NONE),
            .on = page_date(page, news->on),
            .iso = iso_date(page, news->on),
            .summary = page_typo(page, news->text.summary),
            .demo = is_demo(site, news) && !catalog_all_demo(site),
        };
    }
    view->news = (struct list){ lines, n };
}

const struct page_kind page_news_index = {
    .name = "news_index", .view = &index_view, .list = index_list,
    .fill = index_fill,
};

/* --- one of them --- */

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->news.n; i++) {
        if (!site->news.at[i].text.draft)
            plan_add(list, address_of(arena, site, THING_NEWS_ITEM, i, NONE),
                     i, 0);
    }
}

static void fill(struct page *page, void *data)
{
    struct news_view *view = data;
    const struct news *news = &page->site->news.at[page->at];
    struct view_link *about = PAGE_ARRAY(page, struct view_link, 2);
    size_t n = 0;

    frame_heading(page, &view->frame, news->text.title, news->text.summary);
    view->frame.article = true;
    frame_text(page, &view->frame, &news->text);
    view->frame.demo = is_demo(page->site, news);
    frame_crumb(page, &view->frame, page_word(page, "news.heading"),
                page_url(page, THING_NEWS, NONE, NONE));
    view->on = page_date(page, news->on);
    view->iso = iso_date(page, news->on);
    view->lead = page_typo(page, news->text.summary);
    view->body = page_body(page, &news->text, S(""));
    if (news->school.text.n > 0)
        about[n++] = page_ref(page, &news->school, THING_SCHOOL);
    if (news->programme.text.n > 0)
        about[n++] = page_ref(page, &news->programme, THING_PROGRAMME);
    view->about = (struct list){ about, n };
    view->has_about = n > 0;
    if (news->programme.index != NONE)
        frame_source(page, &view->frame, news->programme.index);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->news.at[at].text.at;
}

const struct page_kind page_news = {
    .name = "news", .view = &news_view, .list = list, .fill = fill,
    .origin = origin,
};
