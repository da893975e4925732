/*
 * page_former: what stands in a frame and in a picture of a school or an
 * indicator that the site has no more (former.csv): what it was, since when
 * and why it is gone. Frames that were pasted once never show an error.
 *
 * Rows of pages.c.
 */
#include "chart/chart.h"
#include "render/outside.h"
#include "render/widget_list.h"

struct former_view {
    struct view_frame frame;
    struct str sheet_url, address, words, reason;
    bool dark;
};

static const struct field former_fields[] = {
    FIELD(former_view, URL, sheet_url),
    FIELD(former_view, TEXT, address),
    FIELD(former_view, TEXT, words),
    FIELD(former_view, TEXT, reason),
    FIELD(former_view, BOOL, dark),
};
static const struct view former_view = {
    "gone", sizeof(struct former_view), former_fields,
    sizeof former_fields / sizeof *former_fields, &frame_view
};

static struct str words_of(const struct page *page, const struct former *it)
{
    struct buf since = {0};

    if (it->since.kind == PERIOD_NONE)
        return page_word(page, it->indicator.n > 0 ? "widget.gone_indicator"
                                                   : "widget.gone_school");
    words_period_since(&since, page->words->lexicon, it->since);
    return page_fill(page, it->indicator.n > 0
                               ? "widget.gone_indicator_since"
                               : "widget.gone_school_since",
                     FILL({ "since", page_take(page, &since) }));
}

static void fill(struct page *page, void *data)
{
    struct former_view *view = data;
    const struct former *it = &page->site->former.at[page->at];

    frame_heading(page, &view->frame, it->title, S(""));
    view->words = words_of(page, it);
    view->reason = page_typo(page, it->reason);
    view->dark = str_ends(page->path, S(".dark.html"));
    view->address = outside_address(page, S("index.html"));
    view->sheet_url = page_url_if_there(page, S("w/widget.css"));
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    widget_list_gone(list, arena, site, "html");
    for (size_t i = 0; i < site->former.n; i++) {
        const struct former *it = &site->former.at[i];

        if (it->indicator.n == 0 && it->now.text.n == 0 && it->title.n > 0)
            plan_add(list, address_widget(arena, it->was, it->was, S(""),
                                          "dark.html"), i, 0);
    }
}

const struct page_kind page_former = {
    .name = "widget_gone", .view = &former_view, .list = list, .fill = fill,
    .unlisted = true,
};

/* --- as a picture --- */

static void write_picture(struct page *page, struct buf *out)
{
    const struct former *it = &page->site->former.at[page->at];
    struct str title = page_typo(page, it->title), words = words_of(page, it);
    struct chart_head head = {
        .id = S("chart"), .title = title, .desc = words,
        .css = chart_style(false), .above = title,
        .below = str_trim(str_format(page->arena, "%.*s %.*s",
                                     STR_FMT(words),
                                     STR_FMT(page_typo(page, it->reason)))),
    };

    chart_words(out, &head);
}

static void list_pictures(struct plan_list *list, struct arena *arena,
                          const struct site *site,
                          const struct release *release)
{
    (void)release;
    widget_list_gone(list, arena, site, "svg");
}

const struct page_kind file_former = {
    .name = "widget_gone_chart", .list = list_pictures,
    .write = write_picture,
};
