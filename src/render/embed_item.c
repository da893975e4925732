/*
 * embed_item: codes of one indicator. See embed_item.h.
 *
 * For page_embed.c and page_embeds.c.
 */
#include "render/embed_item.h"

#include "render/widget.h"
#include "render/widget_list.h"

static const struct field item_fields[] = {
    FIELD(embed_item, TEXT, id),
    FIELD(embed_item, TEXT, question),
    FIELD(embed_item, TEXT, about),
    FIELD(embed_item, URL, view_url),
    FIELD(embed_item, URL, picture_url),
    FIELD(embed_item, TEXT, height),
    FIELD(embed_item, TEXT, frame_code),
    FIELD(embed_item, TEXT, picture_code),
};
const struct view embed_item_view = {
    "embed item", sizeof(struct embed_item), item_fields,
    sizeof item_fields / sizeof *item_fields, NULL
};

/* `frame` and `picture` are paths from the root. */
static struct embed_item item_at(const struct page *page,
                                 const struct widget *widget,
                                 struct str frame, struct str picture)
{
    return (struct embed_item){
        .question = widget->question,
        .view_url = page_path_url(page, frame),
        .picture_url = page_path_url(page, picture),
        .height = str_format(page->arena, "%d", widget_height(page, widget)),
        .frame_code = widget_frame_code(page, widget, frame),
        .picture_code = widget_picture_code(page, widget->path, picture,
                                            widget->headline, WIDGET_WIDTH),
    };
}

static struct embed_item item_of(const struct page *page, size_t indicator,
                                 size_t school)
{
    const struct site *site = page->site;
    const struct indicator *it = &site->indicators.at[indicator];
    struct widget widget = {0};
    struct embed_item item;

    widget_indicator(page, &widget, indicator, school, NULL);
    item = item_at(page, &widget,
                   address_of(page->arena, site, THING_WIDGET_INDICATOR,
                              school, indicator),
                   address_of(page->arena, site, THING_WIDGET_CHART, school,
                              indicator));
    item.id = str_format(page->arena, "%.*s-%.*s",
                         STR_FMT(site->programmes.at[it->programme].id),
                         STR_FMT(it->id));
    return item;
}

struct list embed_items(const struct page *page, const size_t *programmes,
                        size_t n, size_t school)
{
    ARR(struct embed_item) items = {0};

    for (size_t p = 0; p < n; p++) {
        const struct programme *it =
            &page->site->programmes.at[programmes[p]];

        for (size_t i = it->indicator_first;
             i < it->indicator_first + it->indicator_n; i++)
            if (widget_has(page->site, page->release, i, school))
                *ARR_PUSH(page->arena, &items) = item_of(page, i, school);
    }
    return (struct list){ items.at, items.n };
}

static struct embed_item frozen_item(const struct page *page, size_t at)
{
    const struct site *site = page->site;
    const struct frozen *copy = &site->frozen.at[at];
    struct widget widget = {0};
    struct embed_item item;

    widget_indicator(page, &widget, copy->indicator.index,
                     copy->school.index, copy);
    item = item_at(page, &widget,
                   address_of(page->arena, site, THING_FROZEN, at, NONE),
                   address_of(page->arena, site, THING_FROZEN_CHART, at,
                              NONE));
    item.id = str_format(page->arena, "frozen-%.*s", STR_FMT(copy->id));
    item.question = page_fill(page, "widget.frozen_title",
        FILL({ "title", widget.question },
             { "date", page_date(page, copy->on) }));
    item.about = page_typo(page, copy->reason);
    return item;
}

struct list embed_items_frozen(const struct page *page, size_t school)
{
    const struct site *site = page->site;
    ARR(struct embed_item) items = {0};

    for (size_t i = 0; i < site->frozen.n; i++)
        if (widget_frozen_is_good(&site->frozen.at[i]) &&
            site->frozen.at[i].school.index == school)
            *ARR_PUSH(page->arena, &items) = frozen_item(page, i);
    return (struct list){ items.at, items.n };
}
