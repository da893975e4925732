/*
 * page_kit: how does a school put its progress on its own site, whatever that
 * site allows? What is in the kit, step by step without codes (those are on
 * page_embed), texts and links to be copied. Once as a page of the site, with
 * the sizes of the files, and once as a file of the kit itself, for whoever
 * has nothing but the archive.
 *
 * Rows of pages.c.
 */
#include "render/kit.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"
#include "render/school_name.h"
#include "render/school_official.h"
#include "render/widget.h"

#define KILOBYTE 1024
#define CARD_WIDTH 600          /* of the picture on the school's page */

struct kit_view {
    struct view_frame frame;
    struct str style, sheet_url;    /* style: html, of the file alone */
    struct str school, school_url, online_url, embed_url, as_of;
    struct list files;              /* kit_file */
    struct str zip_url, zip_name, zip_size;
    struct str words, alt, address, picture_code, frame_code;
    struct str card_url, square_url, page_url, text_url, qr_url, sheet_file,
        poster_file;
    struct list links;              /* view_link: for «Сведения» */
    struct str links_code;
    struct list official;           /* view_link: the school's own pages */
    struct str feed_url, calendar_url;
    bool unknown;                   /* the site's own address */
    bool sveden, has_links, has_official;   /* sveden: one of these */
};
static const struct field kit_fields[] = {
    FIELD(kit_view, HTML, style),
    FIELD(kit_view, URL, sheet_url),
    FIELD(kit_view, TEXT, school),
    FIELD(kit_view, URL, school_url),
    FIELD(kit_view, URL, online_url),
    FIELD(kit_view, URL, embed_url),
    FIELD(kit_view, TEXT, as_of),
    FIELD_OF(kit_view, LIST, files, kit_file_view),
    FIELD(kit_view, URL, zip_url),
    FIELD(kit_view, TEXT, zip_name),
    FIELD(kit_view, TEXT, zip_size),
    FIELD(kit_view, TEXT, words),
    FIELD(kit_view, TEXT, alt),
    FIELD(kit_view, TEXT, address),
    FIELD(kit_view, TEXT, picture_code),
    FIELD(kit_view, TEXT, frame_code),
    FIELD(kit_view, URL, card_url),
    FIELD(kit_view, URL, square_url),
    FIELD(kit_view, URL, page_url),
    FIELD(kit_view, URL, text_url),
    FIELD(kit_view, URL, qr_url),
    FIELD(kit_view, URL, sheet_file),
    FIELD(kit_view, URL, poster_file),
    FIELD_OF(kit_view, LIST, links, link_view),
    FIELD(kit_view, TEXT, links_code),
    FIELD_OF(kit_view, LIST, official, link_view),
    FIELD(kit_view, URL, feed_url),
    FIELD(kit_view, URL, calendar_url),
    FIELD(kit_view, BOOL, unknown),
    FIELD(kit_view, BOOL, sveden),
    FIELD(kit_view, BOOL, has_links),
    FIELD(kit_view, BOOL, has_official),
};
static const struct view kit_view = {
    "kit", sizeof(struct kit_view), kit_fields,
    sizeof kit_fields / sizeof *kit_fields, &frame_view
};

/* sub of the page in the kit itself. */
#define INSIDE 1

static bool is_inside(const struct page *page)
{
    return page->sub == INSIDE;
}

/* --- the files --- */

static const struct {
    enum kit_part part;
    const char *what;
} parts[] = {
    { KIT_CARD, "kit.what_card" },     { KIT_SQUARE, "kit.what_square" },
    { KIT_TEXT, "kit.what_text" },     { KIT_PAGE, "kit.what_page" },
    { KIT_POSTER, "kit.what_poster" }, { KIT_SHEET, "kit.what_sheet" },
    { KIT_QR, "kit.what_qr" },
};
#define PARTS (sizeof parts / sizeof *parts)

/* A part as seen from its neighbour; empty when there is none. */
static struct str part_url(const struct page *page, enum kit_part part)
{
    return page_url_if_there(page, kit_path(page, part));
}

static struct str size_of(const struct page *page, enum kit_part part)
{
    size_t file = plan_find(page->plan, kit_path(page, part));
    size_t bytes = plan_size(page->plan, file, page->diag);

    return page_fill(page, "kit.size",
        FILL({ "size", page_number(page,
                  num_int((int64_t)((bytes + KILOBYTE - 1) / KILOBYTE)),
                  0) }));
}

static struct str name_of(const struct page *page, enum kit_part part)
{
    return address_kit_name(page->arena, page->site, page->at, part);
}

static void fill_files(const struct page *page, struct kit_view *view)
{
    struct kit_file *files = PAGE_ARRAY(page, struct kit_file, PARTS);
    size_t n = 0;

    for (size_t i = 0; i < PARTS; i++) {
        if (!kit_has(page, parts[i].part))
            continue;
        files[n++] = (struct kit_file){
            .name = name_of(page, parts[i].part),
            .url = part_url(page, parts[i].part),
            .what = page_word(page, parts[i].what),
            .size = is_inside(page) ? (struct str){0}
                                    : size_of(page, parts[i].part),
        };
    }
    view->files = (struct list){ files, n };
    view->card_url = part_url(page, KIT_CARD);
    view->square_url = part_url(page, KIT_SQUARE);
    view->page_url = part_url(page, KIT_PAGE);
    view->text_url = part_url(page, KIT_TEXT);
    view->qr_url = part_url(page, KIT_QR);
    view->sheet_file = part_url(page, KIT_SHEET);
    view->poster_file = part_url(page, KIT_POSTER);
    if (is_inside(page))
        return;
    view->zip_url = part_url(page, KIT_ZIP);
    view->zip_name = name_of(page, KIT_ZIP);
    view->zip_size = size_of(page, KIT_ZIP);
}

/* --- what is copied --- */

static struct str school_path(const struct page *page)
{
    return address_of(page->arena, page->site, THING_SCHOOL, page->at, NONE);
}

/* Whoever has only the kit can put no address in place of words: where it is
 * not known, there are no links and no codes. */
static void fill_codes(const struct page *page, struct kit_view *view)
{
    struct widget widget = {0};

    view->unknown = page->site->config.base_url.n == 0;
    view->alt = kit_story(page);
    view->words = kit_words(page, view->alt);
    if (view->unknown)
        return;
    view->address = outside_url(page, outside_path(page, page->at));
    if (kit_has(page, KIT_CARD))
        view->picture_code = widget_picture_code(page, school_path(page),
            kit_path(page, KIT_CARD), view->alt, CARD_WIDTH);
    widget_school(page, &widget, page->at);
    view->frame_code = widget_frame_code(page, &widget,
        address_of(page->arena, page->site, THING_WIDGET, page->at, NONE));
}

/* --- links for the official part of the school's site --- */

struct links {
    struct view_link *at;
    size_t n;
};

static void add_link(const struct page *page, struct links *links,
                     struct str label, struct str path)
{
    struct str url = outside_file(page, path);

    if (url.n > 0)
        links->at[links->n++] = (struct view_link){
            .label = label, .url = url,
        };
}

static struct str of_programme(const struct page *page, const char *key,
                               size_t programme)
{
    return page_fill(page, key,
        FILL({ "programme", page_label(page, THING_PROGRAMME, programme,
                                       NONE) }));
}

static struct str as_code(const struct page *page, const struct links *links)
{
    struct buf out = {0};

    buf_addz(&out, "<ul>\n");
    for (size_t i = 0; i < links->n; i++) {
        buf_addz(&out, "<li><a href=\"");
        buf_attr(&out, links->at[i].url);
        buf_addz(&out, "\">");
        buf_html(&out, links->at[i].label);
        buf_addz(&out, "</a></li>\n");
    }
    buf_addz(&out, "</ul>");
    return page_take(page, &out);
}

static void fill_links(const struct page *page, struct kit_view *view)
{
    const struct site *site = page->site;
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    struct links links = { PAGE_ARRAY(page, struct view_link, 2 * of.n + 2),
                           0 };

    add_link(page, &links, page_word(page, "kit.link_school"),
             school_path(page));
    for (size_t i = 0; i < of.n; i++) {
        add_link(page, &links, of_programme(page, "kit.link_programme",
                                            of.at[i]),
                 address_of(page->arena, site, THING_PROGRAMME, of.at[i],
                            NONE));
        add_link(page, &links, of_programme(page, "kit.link_plan", of.at[i]),
                 address_of(page->arena, site, THING_PLAN, of.at[i], NONE));
    }
    add_link(page, &links, page_word(page, "kit.link_data"),
             str_format(page->arena, "data/schools/%.*s.csv",
                        STR_FMT(site->schools.at[page->at].id)));
    view->links = (struct list){ links.at, links.n };
    view->has_links = links.n > 0;
    view->links_code = as_code(page, &links);
    view->official = school_official(page, page->at);
    view->has_official = view->official.n > 0;
    view->sveden = view->has_links || view->has_official;
}

/* --- to the site --- */

/* A page of the site: relative there, full in the file, which may be far
 * away; empty where that is not known. */
static struct str site_url(const struct page *page, struct str path)
{
    return is_inside(page) ? outside_file(page, path)
                           : page_url_if_there(page, path);
}

static struct str thing_url(const struct page *page, enum thing thing,
                            size_t sub)
{
    return site_url(page, address_of(page->arena, page->site, thing, page->at,
                                     sub));
}

static void fill_site(const struct page *page, struct kit_view *view)
{
    struct str id = page->site->schools.at[page->at].id;

    view->school_url = thing_url(page, THING_SCHOOL, NONE);
    view->embed_url = thing_url(page, THING_EMBED, NONE);
    view->calendar_url = thing_url(page, THING_SCHOOL_CALENDAR, NONE);
    view->feed_url = site_url(page, str_format(page->arena,
                                               "changes/%.*s.xml",
                                               STR_FMT(id)));
    if (is_inside(page))
        view->online_url = thing_url(page, THING_KIT, KIT_INDEX);
}

/* --- the pages --- */

static void fill(struct page *page, void *data)
{
    struct kit_view *view = data;
    struct str name = school_title(page, page->at);

    view->school = page_label(page, THING_SCHOOL, page->at, NONE);
    view->frame.title = page_fill(page, is_inside(page) ? "kit.how_title"
                                                        : "kit.title",
                                  FILL({ "school", name }));
    frame_card(page, &view->frame, page->at);
    frame_heading(page, &view->frame, page_word(page, "kit.heading"), S(""));
    frame_crumb(page, &view->frame, page_word(page, "schools.heading"),
                page_url(page, THING_SCHOOLS, NONE, NONE));
    frame_crumb(page, &view->frame, view->school,
                page_url(page, THING_SCHOOL, page->at, NONE));
    view->frame.demo = page->site->schools.at[page->at].demo;
    if (is_inside(page))
        view->style = kit_style(page, "kits/sheet.css", NULL);
    else
        view->sheet_url = page_url_if_there(page, S("embed/embed.css"));
    view->as_of = page_date(page, outside_as_of(page, page->at));
    fill_files(page, view);
    fill_codes(page, view);
    fill_links(page, view);
    fill_site(page, view);
}

static void list_index(struct plan_list *list, struct arena *arena,
                       const struct site *site, const struct release *release)
{
    (void)release;
    kit_list(list, arena, site, KIT_INDEX, 0);
}

/* Made after the files whose sizes it says. */
const struct page_kind page_kit = {
    .name = "kit", .view = &kit_view, .list = list_index, .fill = fill,
    .unlisted = true, .derived = true,
};

static void list_how(struct plan_list *list, struct arena *arena,
                     const struct site *site, const struct release *release)
{
    (void)release;
    kit_list(list, arena, site, KIT_HOW, INSIDE);
}

const struct page_kind page_kit_how = {
    .name = "kit_how", .view = &kit_view, .list = list_how, .fill = fill,
    .unlisted = true,
};
