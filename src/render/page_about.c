/*
 * page_about: who answers for the site, and how accessible it is. The
 * author's words (content/about.md, content/accessibility.md) stand first;
 * what every such page must say stands behind them.
 *
 * Two rows of pages.c.
 */
#include "render/page.h"

struct about_view {
    struct view_frame frame;
    struct str phone, phone_url, address, as_of, as_of_iso;
    bool has_contact;
};

static const struct field about_fields[] = {
    FIELD(about_view, TEXT, phone),
    FIELD(about_view, URL, phone_url),
    FIELD(about_view, TEXT, address),
    FIELD(about_view, TEXT, as_of),
    FIELD(about_view, TEXT, as_of_iso),
    FIELD(about_view, BOOL, has_contact),
};
static const struct view about_view = {
    "about", sizeof(struct about_view), about_fields,
    sizeof about_fields / sizeof *about_fields, &frame_view,
};

static void fill_contact(struct page *page, struct about_view *view)
{
    const struct config *config = &page->site->config;
    struct buf iso = {0};

    view->phone = page_typo(page, config->phone);
    view->phone_url = page_phone_url(page, config->phone);
    view->address = page_typo(page, config->address);
    view->has_contact = config->email.n > 0 || config->phone.n > 0 ||
                        config->address.n > 0;
    if (config->as_of != DATE_NONE) {
        view->as_of = page_date(page, config->as_of);
        date_iso(&iso, config->as_of);
        view->as_of_iso = page_take(page, &iso);
    }
}

static void about_list(struct plan_list *list, struct arena *arena,
                       const struct site *site,
                       const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_ABOUT, NONE, NONE), 0, 0);
}

static void about_fill(struct page *page, void *data)
{
    struct about_view *view = data;

    frame_heading(page, &view->frame, page_word(page, "about.heading"),
                  page_word(page, "about.description"));
    fill_contact(page, view);
}

const struct page_kind page_about = {
    .name = "about", .view = &about_view, .list = about_list,
    .fill = about_fill,
};

static void accessibility_list(struct plan_list *list, struct arena *arena,
                               const struct site *site,
                               const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_ACCESSIBILITY, NONE, NONE),
             0, 0);
}

static void accessibility_fill(struct page *page, void *data)
{
    struct about_view *view = data;

    frame_heading(page, &view->frame,
                  page_word(page, "accessibility.heading"),
                  page_word(page, "accessibility.description"));
    fill_contact(page, view);
}

const struct page_kind page_accessibility = {
    .name = "accessibility", .view = &about_view,
    .list = accessibility_list, .fill = accessibility_fill,
};
