/*
 * page_frame: what stands around every page.
 *
 * For plan.c and the page kinds.
 */
#include "base/fold.h"
#include "base/hyphen.h"
#include "render/block_look.h"
#include "render/card.h"
#include "render/linked.h"
#include "render/outside.h"
#include "render/mini.h"
#include "render/page.h"
#include "render/plan.h"

#include <stdlib.h>
#include <string.h>

static const struct field link_fields[] = {
    FIELD(view_link, TEXT, label),
    FIELD(view_link, URL, url),
    FIELD(view_link, TEXT, end),
    FIELD(view_link, BOOL, current),
};
const struct view link_view = {
    "link", sizeof(struct view_link), link_fields,
    sizeof link_fields / sizeof *link_fields, NULL,
};

static const struct field frame_fields[] = {
    FIELD(view_frame, TEXT, lang),
    FIELD(view_frame, TEXT, title),
    FIELD(view_frame, TEXT, heading),
    FIELD(view_frame, TEXT, soft_heading),
    FIELD(view_frame, TEXT, description),
    FIELD(view_frame, HTML, intro),
    FIELD(view_frame, TEXT, site_title),
    FIELD(view_frame, URL, home_url),
    FIELD(view_frame, URL, style_url),
    FIELD(view_frame, URL, print_url),
    FIELD(view_frame, URL, script_url),
    FIELD(view_frame, URL, icon_url),
    FIELD(view_frame, URL, canonical),
    FIELD(view_frame, URL, feed_url),
    FIELD(view_frame, URL, oembed_url),
    FIELD(view_frame, TEXT, own_name),
    FIELD(view_frame, URL, own_url),
    FIELD(view_frame, URL, poster_url),
    FIELD(view_frame, URL, school_style_url),
    FIELD(view_frame, TEXT, as_of),
    FIELD(view_frame, URL, image),
    FIELD(view_frame, TEXT, image_alt),
    FIELD(view_frame, TEXT, image_width),
    FIELD(view_frame, TEXT, image_height),
    FIELD(view_frame, HTML, linked),
    FIELD(view_frame, BOOL, article),
    FIELD_OF(view_frame, LIST, nav, link_view),
    FIELD_OF(view_frame, LIST, crumbs, link_view),
    FIELD_OF(view_frame, LIST, pages, link_view),
    FIELD(view_frame, TEXT, owner),
    FIELD(view_frame, TEXT, licence),
    FIELD(view_frame, TEXT, updated),
    FIELD(view_frame, URL, about_url),
    FIELD(view_frame, URL, accessibility_url),
    FIELD(view_frame, URL, methodology_url),
    FIELD(view_frame, URL, quality_url),
    FIELD(view_frame, URL, data_url),
    FIELD(view_frame, URL, glossary_url),
    FIELD(view_frame, URL, organisations_url),
    FIELD(view_frame, URL, news_url),
    FIELD(view_frame, URL, changes_url),
    FIELD(view_frame, URL, search_url),
    FIELD(view_frame, TEXT, email),
    FIELD(view_frame, URL, email_url),
    FIELD(view_frame, BOOL, has_crumbs),
    FIELD(view_frame, BOOL, has_pages),
    FIELD(view_frame, BOOL, demo),
    FIELD(view_frame, TEXT, source_note),
    FIELD(view_frame, BOOL, retold),
    FIELD(view_frame, BOOL, noindex),
};
const struct view frame_view = {
    "frame", sizeof(struct view_frame), frame_fields,
    sizeof frame_fields / sizeof *frame_fields, NULL,
};

/* --- addresses that every page has --- */

static struct str thing_if_there(const struct page *page, enum thing thing,
                                 size_t at)
{
    return page_url_if_there(page, address_of(page->arena, page->site, thing,
                                              at, NONE));
}

static void fill_addresses(const struct page *page, struct view_frame *frame)
{
    frame->home_url = page_url(page, THING_HOME, NONE, NONE);
    frame->style_url = page_url_if_there(page, S("style.css"));
    frame->print_url = page_url_if_there(page, S("print.css"));
    frame->script_url = page_url_if_there(page, S("script.js"));
    frame->icon_url = page_url_if_there(page, S("icon.svg"));
    frame->feed_url = page_url_if_there(page, S("changes.xml"));
    frame->about_url = thing_if_there(page, THING_ABOUT, NONE);
    frame->accessibility_url = thing_if_there(page, THING_ACCESSIBILITY,
                                              NONE);
    frame->methodology_url = thing_if_there(page, THING_METHODOLOGY, NONE);
    frame->quality_url = thing_if_there(page, THING_QUALITY, NONE);
    frame->data_url = thing_if_there(page, THING_DATA, NONE);
    frame->glossary_url = thing_if_there(page, THING_GLOSSARY, NONE);
    frame->organisations_url = thing_if_there(page, THING_ORGANISATIONS,
                                              NONE);
    frame->news_url = thing_if_there(page, THING_NEWS, NONE);
    frame->changes_url = thing_if_there(page, THING_CHANGES, NONE);
    frame->search_url = thing_if_there(page, THING_SEARCH, NONE);
    if (page->site->config.base_url.n > 0)
        frame->canonical = outside_url(page, page->path);
}

/* --- navigation --- */

static const struct nav_row {
    const char *one, *many;         /* words: of one programme, of several */
    enum thing thing_one, thing_many;
} nav_rows[] = {
    { "nav.schools", "nav.schools", THING_SCHOOLS, THING_SCHOOLS },
    { "nav.indicators", "nav.indicators", THING_INDICATORS,
      THING_ALL_INDICATORS },
    { "nav.programme", "nav.programmes", THING_PROGRAMME, THING_PROGRAMMES },
    { "nav.plan", "nav.plan", THING_PLAN, THING_ALL_PLANS },
    { "nav.practices", "nav.practices", THING_PRACTICES, THING_PRACTICES },
    { "nav.data", "nav.data", THING_DATA, THING_DATA },
};
#define NAV_ROWS (sizeof nav_rows / sizeof *nav_rows)

static void fill_nav(const struct page *page, struct view_frame *frame)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, NAV_ROWS);
    bool one = page->site->programmes.n == 1;
    size_t n = 0;

    for (size_t i = 0; i < NAV_ROWS; i++) {
        const struct nav_row *row = &nav_rows[i];
        struct str path = address_of(page->arena, page->site,
                                     one ? row->thing_one : row->thing_many,
                                     0, NONE);

        if (!page_reaches(page, path))
            continue;
        links[n].label = page_word(page, one ? row->one : row->many);
        links[n].url = page_path_url(page, path);
        links[n++].current = str_eq(path, page->path);
    }
    frame->nav = (struct list){ links, n };
}

struct nav_page {
    const struct free_page *page;
    size_t at;
};

static int by_order(const void *a, const void *b)
{
    const struct text *x = &((const struct nav_page *)a)->page->text;
    const struct text *y = &((const struct nav_page *)b)->page->text;

    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return fold_order(x->title, y->title);
}

/* The free pages that want to be found from everywhere. */
static void fill_pages(const struct page *page, struct view_frame *frame)
{
    const struct site *site = page->site;
    struct nav_page *rows = PAGE_ARRAY(page, struct nav_page, site->pages.n);
    struct view_link *links;
    size_t n = 0;

    for (size_t i = 0; i < site->pages.n; i++) {
        const struct free_page *row = &site->pages.at[i];

        if (!row->text.hidden_nav && !row->text.draft &&
            !page_is_introduction(site, row->id))
            rows[n++] = (struct nav_page){ row, i };
    }
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_order);
    links = PAGE_ARRAY(page, struct view_link, n);
    for (size_t i = 0; i < n; i++) {
        struct str path = address_of(page->arena, site, THING_PAGE,
                                     rows[i].at, NONE);

        links[i].label = page_typo(page, rows[i].page->text.title);
        links[i].url = page_path_url(page, path);
        links[i].current = str_eq(path, page->path);
    }
    frame->pages = (struct list){ links, n };
    frame->has_pages = n > 0;
}

/* --- what page kinds say --- */

void frame_heading(struct page *page, struct view_frame *frame,
                   struct str heading, struct str description)
{
    frame->heading = page_typo(page, heading);
    frame->description = page_typo(page, description);
}

void frame_crumb(struct page *page, struct view_frame *frame,
                 struct str label, struct str url)
{
    const struct view_link *old = frame->crumbs.at;
    size_t n = frame->crumbs.n;
    struct view_link *links;

    if (str_eq(url, page_path_url(page, page->path)))
        return;
    for (size_t i = 0; i < n; i++) {
        if (str_eq(old[i].url, url))
            return;
    }
    links = PAGE_ARRAY(page, struct view_link, n + 1);
    for (size_t i = 0; i < n; i++)
        links[i] = old[i];
    links[n] = (struct view_link){ .label = label, .url = url };
    frame->crumbs = (struct list){ links, n + 1 };
}

bool frame_is_retold(const struct page *page, size_t programme)
{
    const struct programme *of = &page->site->programmes.at[programme];
    struct str note = fold_case(page->arena, of->source_note);

    return !of->demo && note.n > 0 &&
           str_find(note, page_word(page, "frame.retold_stem")) < 0;
}

void frame_source(struct page *page, struct view_frame *frame,
                  size_t programme)
{
    const struct programme *of = &page->site->programmes.at[programme];

    frame->source_note = page_typo(page, page_sentence(of->source_note));
    frame->retold = frame_is_retold(page, programme);
}

void frame_programme(struct page *page, struct view_frame *frame,
                     size_t programme)
{
    const struct site *site = page->site;

    frame->demo = frame->demo || site->programmes.at[programme].demo;
    frame_source(page, frame, programme);
    if (site->programmes.n > 1)
        frame_crumb(page, frame, page_word(page, "nav.programmes"),
                    page_url(page, THING_PROGRAMMES, NONE, NONE));
    frame_crumb(page, frame,
                page_label(page, THING_PROGRAMME, programme, NONE),
                page_url(page, THING_PROGRAMME, programme, NONE));
}

void frame_card(const struct page *page, struct view_frame *frame,
                size_t school)
{
    frame->card = address_of(page->arena, page->site, THING_KIT, school,
                             KIT_CARD);
    frame->card_of = page_label(page, THING_SCHOOL, school, NONE);
}

static void note_change(struct view_frame *frame, date on)
{
    if (on != DATE_NONE && on > frame->changed)
        frame->changed = on;
}

void frame_changed(struct page *page, struct view_frame *frame,
                   enum changes_scope scope, size_t at)
{
    note_change(frame, changes_last(plan_changes(page->plan), scope, at));
}

void frame_text(struct page *page, struct view_frame *frame,
                const struct text *text)
{
    if (text->updated != DATE_NONE)
        frame->updated = page_date(page, text->updated);
    else
        note_change(frame, changes_of_file(plan_changes(page->plan),
                                           text->at.file));
    if (frame->description.n == 0)
        frame->description = page_typo(page, text->summary);
}

/* --- before and after --- */

/* practices/index.html, about.html: practices, about. */
static struct str page_id(struct str path)
{
    if (str_ends(path, S("/index.html")))
        return str_sub(path, 0, path.n - 11);
    if (str_ends(path, S(".html")))
        return str_sub(path, 0, path.n - 5);
    return (struct str){0};
}

/* The author's text for a page that is made by itself. */
static void fill_intro(struct page *page, struct view_frame *frame)
{
    struct str id = page_id(page->path);
    const struct text *text = NULL;

    if (page->introduced || !page_is_introduction(page->site, id))
        return;
    text = page_introduction(page, id);
    if (!text)
        return;
    frame->intro = page_body(page, text, S(""));
    frame_text(page, frame, text);
}

void frame_begin(struct page *page, struct view_frame *frame)
{
    const struct config *config = &page->site->config;

    frame->lang = config->language == LANG_RU ? S("ru") : S("en");
    frame->site_title = page_typo(page, config->title);
    frame->owner = page_typo(page, page_sentence(config->owner));
    frame->licence = config->licence;
    frame->email = config->email;
    if (config->email.n > 0)
        frame->email_url = str_format(page->arena, "mailto:%.*s",
                                      STR_FMT(config->email));
    fill_addresses(page, frame);
    fill_nav(page, frame);
    fill_pages(page, frame);
    frame->as_of = page_date(page, config->as_of);
    frame_crumb(page, frame, page_word(page, "nav.home"), frame->home_url);
}

/* The card of its school, else of its programme, else of the site. */
static void fill_card(const struct page *page, struct view_frame *frame)
{
    size_t programme = str_starts(page->path, S("programs/"))
                           ? block_programme(page)
                           : NONE;

    if (frame->card.n == 0) {
        frame->card = address_of(page->arena, page->site, THING_CARD,
                                 programme, NONE);
        frame->card_of = programme == NONE
                             ? frame->site_title
                             : page_label(page, THING_PROGRAMME, programme,
                                          NONE);
    }
    if (page->site->config.base_url.n == 0 || !page_has(page, frame->card))
        return;
    frame->image = outside_url(page, frame->card);
    frame->image_alt = page_fill(page, "card.alt",
                                 FILL({ "what", frame->card_of }));
    frame->image_width = str_format(page->arena, "%d", CARD_WIDE_WIDTH);
    frame->image_height = str_format(page->arena, "%d", CARD_WIDE_HEIGHT);
}

/* What others see of the page who have not opened it. */
static void fill_meta(struct page *page, struct view_frame *frame)
{
    struct str text = page_sentence(frame->description);

    fill_card(page, frame);
    if (frame->demo && text.n > 0)
        frame->description = page_fill(page, "frame.demo_description",
            FILL({ "text", text },
                 { "stop", strchr("?!", text.p[text.n - 1]) ? S("")
                                                            : S(".") }));
    if (!frame->noindex && !page->mini)
        frame->linked = linked_block(page, frame,
                                     frame->demo ? (struct str){0}
                                                 : frame->thing);
}

void frame_end(struct page *page, struct view_frame *frame)
{
    frame->demo = frame->demo || catalog_all_demo(page->site);
    fill_intro(page, frame);
    if (frame->title.n == 0)
        frame->title = frame->heading;
    if (frame->title.n > 0 && !str_eq(frame->title, frame->site_title))
        frame->title = page_fill(page, "frame.title",
                                 FILL({ "page", frame->title },
                                      { "site", frame->site_title }));
    frame->has_crumbs = frame->crumbs.n > 1;
    if (frame->updated.n == 0 && frame->changed > 0)
        frame->updated = page_date(page, frame->changed);
    fill_meta(page, frame);
    frame->soft_heading = page->site->config.language == LANG_RU
                              ? hyphen_soft(page->arena, frame->heading)
                              : frame->heading;
    if (page->mini)
        mini_frame(page, frame);
}
