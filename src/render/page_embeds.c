/*
 * page_embeds: what others may show of the programmes as a whole, with the
 * codes to paste; copies that get no new numbers; and where the codes of each
 * school are.
 *
 * A row of pages.c.
 */
#include "render/embed_item.h"
#include "render/page.h"

struct embeds_programme {
    struct str name, id;
    struct list items;          /* embed_item */
};
static const struct field programme_fields[] = {
    FIELD(embeds_programme, TEXT, name),
    FIELD(embeds_programme, TEXT, id),
    FIELD_OF(embeds_programme, LIST, items, embed_item_view),
};
static const struct view programme_view = {
    "embeds programme", sizeof(struct embeds_programme), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, NULL
};

struct embeds_view {
    struct view_frame frame;
    struct str sheet_url;
    bool no_base;               /* the site does not know its own address */
    struct list programmes;     /* embeds_programme */
    struct list frozen;         /* embed_item */
    struct list schools;        /* view_link */
    bool has_programmes, has_frozen, has_schools;
};
static const struct field embeds_fields[] = {
    FIELD(embeds_view, URL, sheet_url),
    FIELD(embeds_view, BOOL, no_base),
    FIELD_OF(embeds_view, LIST, programmes, programme_view),
    FIELD_OF(embeds_view, LIST, frozen, embed_item_view),
    FIELD_OF(embeds_view, LIST, schools, link_view),
    FIELD(embeds_view, BOOL, has_programmes),
    FIELD(embeds_view, BOOL, has_frozen),
    FIELD(embeds_view, BOOL, has_schools),
};
static const struct view embeds_view = {
    "embeds", sizeof(struct embeds_view), embeds_fields,
    sizeof embeds_fields / sizeof *embeds_fields, &frame_view
};

static void fill_programmes(const struct page *page, struct embeds_view *view)
{
    const struct site *site = page->site;
    struct embeds_programme *list =
        PAGE_ARRAY(page, struct embeds_programme, site->programmes.n);
    size_t n = 0;

    for (size_t i = 0; i < site->programmes.n; i++) {
        struct list items = embed_items(page, &i, 1, RELEASE_WHOLE);

        if (items.n > 0)
            list[n++] = (struct embeds_programme){
                .name = page_label(page, THING_PROGRAMME, i, NONE),
                .id = site->programmes.at[i].id,
                .items = items,
            };
    }
    view->programmes = (struct list){ list, n };
    view->has_programmes = n > 0;
}

static void fill_schools(const struct page *page, struct embeds_view *view)
{
    size_t n = page->site->schools.n;
    struct view_link *links = PAGE_ARRAY(page, struct view_link, n);

    for (size_t i = 0; i < n; i++)
        links[i] = (struct view_link){
            .label = page_label(page, THING_SCHOOL, i, NONE),
            .url = page_url(page, THING_EMBED, i, NONE),
        };
    view->schools = (struct list){ links, n };
    view->has_schools = n > 0;
}

static void fill(struct page *page, void *data)
{
    struct embeds_view *view = data;

    frame_heading(page, &view->frame, page_word(page, "embeds.heading"),
                  page_word(page, "embeds.description"));
    view->sheet_url = page_url_if_there(page, S("embed/embed.css"));
    view->no_base = page->site->config.base_url.n == 0;
    fill_programmes(page, view);
    fill_schools(page, view);
    view->frozen = embed_items_frozen(page, RELEASE_WHOLE);
    view->has_frozen = view->frozen.n > 0;
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    if (site->schools.n + site->indicators.n > 0)
        plan_add(list, address_of(arena, site, THING_EMBEDS, NONE, NONE),
                 NONE, 0);
}

const struct page_kind page_embeds = {
    .name = "embeds", .view = &embeds_view, .list = list, .fill = fill,
};
