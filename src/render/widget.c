/*
 * widget: frames and pictures for other sites. See widget.h.
 *
 * For the pages and files that leave the site.
 */
#include "render/widget.h"

#include "chart/chart.h"
#include "release/changes.h"
#include "render/outside.h"
#include "render/plan.h"

#include <string.h>

static const struct field widget_fields[] = {
    FIELD(widget, BOOL, dark),
    FIELD(widget, TEXT, whose),
    FIELD(widget, URL, whose_url),
    FIELD(widget, TEXT, more),
    FIELD(widget, TEXT, address),
    FIELD(widget, URL, sheet_url),
    FIELD_OF(widget, LIST, notices, template_text_view),
    FIELD(widget, TEXT, fresh),
    FIELD_OF(widget, LIST, tiles, tile_view),
    FIELD(widget, TEXT, question),
    FIELD(widget, TEXT, headline),
    FIELD(widget, TEXT, earlier),
    FIELD(widget, HTML, chart),
};
const struct view widget_view = {
    "widget", sizeof(struct widget), widget_fields,
    sizeof widget_fields / sizeof *widget_fields, &frame_view
};

/* --- what all have --- */

static void add_notice(struct widget *widget, struct str text)
{
    if (text.n == 0)
        return;
    widget->words[widget->notices.n++] = text;
    widget->notices.at = widget->words;
}

/* A closed school says so wherever it is shown. */
static struct str closed_words(const struct page *page,
                               const struct school *it)
{
    struct buf text = {0};

    if (it->status.n > 0)
        buf_addf(&text, "%.*s %.*s. ",
                 STR_FMT(page_word(page, "school.status")),
                 STR_FMT(page_sentence(page_typo(page, it->status))));
    if (it->successor.text.n > 0)
        buf_addf(&text, "%.*s %.*s.",
                 STR_FMT(page_word(page, "school.successor")),
                 STR_FMT(page_ref(page, &it->successor,
                                  THING_SCHOOL).label));
    return str_trim(page_take(page, &text));
}

static void fill_school(const struct page *page, struct widget *widget)
{
    const struct school *it = &page->site->schools.at[widget->school];

    widget->whose = page_label(page, THING_SCHOOL, widget->school, NONE);
    widget->whose_url = page_url(page, THING_SCHOOL, widget->school, NONE);
    widget->more = page_word(page, "widget.more");
    widget->path = outside_path(page, widget->school);
    widget->demo = it->demo;
    add_notice(widget, closed_words(page, it));
}

static void fill_whole(const struct page *page, struct widget *widget)
{
    size_t of = page->site->indicators.at[widget->indicator].programme;

    widget->whose = page_label(page, THING_PROGRAMME, of, NONE);
    widget->whose_url = page_url(page, THING_INDICATOR, widget->indicator,
                                 NONE);
    widget->more = page_word(page, "widget.more_indicator");
    widget->path = address_of(page->arena, page->site, THING_INDICATOR,
                              widget->indicator, NONE);
    widget->demo = page->site->programmes.at[of].demo;
}

static void fill_common(const struct page *page, struct widget *widget,
                        size_t school, size_t indicator)
{
    widget->school = school;
    widget->indicator = indicator;
    if (school == RELEASE_WHOLE)
        fill_whole(page, widget);
    else
        fill_school(page, widget);
    widget->address = outside_address(page, widget->path);
    widget->sheet_url = page_url_if_there(page, S("w/widget.css"));
}

/* --- a school --- */

void widget_school(const struct page *page, struct widget *widget,
                   size_t school)
{
    struct tiles tiles = tiles_of(page, school);

    fill_common(page, widget, school, NONE);
    widget->tiles = (struct list){ tiles.at, tiles.n };
    memcpy(widget->shown, tiles.indicators, sizeof widget->shown);
    widget->fresh = tiles_fresh(page, &tiles);
}

/* --- an indicator --- */

/* Forgets the periods behind `to`: what a copy does not show, and what is not
 * collected any more. */
static void look_until(const struct page *page, struct block_look *look,
                       struct period to)
{
    size_t spoken = NONE;

    look->last = NONE;
    look->values = 0;
    for (size_t i = 0; i < look->n && look->periods[i].to <= to.to; i++) {
        struct fact fact = release_fact(page->release, look->indicator,
                                        look->school, i);

        if (fact.state != STATE_NOT_YET)
            spoken = i;
        if (block_is_told(fact))
            look->last = i;
        look->values += fact_is_shown(fact);
    }
    look->current = look->last == NONE ? spoken : look->last;
}

static struct str copy_words(const struct page *page,
                             const struct frozen *copy)
{
    return page_fill(page, "widget.frozen",
                     FILL({ "date", page_date(page, copy->on) },
                          { "period", page_period(page, copy->period) }));
}

/* Which of the numbers it shows were corrected after its day. */
static struct str revised_words(const struct page *page,
                                const struct block_look *look,
                                const struct frozen *copy)
{
    struct buf list = {0};

    for (size_t i = 0; i < look->n &&
                       look->periods[i].to <= copy->period.to; i++) {
        const struct change *change =
            changes_revised(plan_changes(page->plan), look->indicator,
                            look->school, look->periods[i]);

        if (!change || change->on <= copy->on)
            continue;
        if (list.n > 0)
            buf_addz(&list, ", ");
        buf_add(&list, page_period_short(page, look->periods[i]));
    }
    if (list.n == 0)
        return (struct str){0};
    return page_fill(page, "widget.revised",
                     FILL({ "periods", page_take(page, &list) }));
}

static struct str until_words(const struct page *page, struct period until)
{
    return page_fill(page, "widget.until",
                     FILL({ "period", page_period(page, until) }));
}

static void fill_words(const struct page *page, struct widget *widget)
{
    const struct block_look *look = &widget->look;

    widget->question = block_question(page, look->indicator);
    widget->headline = block_headline(page, look, look->current);
    if (look->last != NONE && look->last != look->current)
        widget->earlier = block_headline(page, look, look->last);
}

void widget_indicator(const struct page *page, struct widget *widget,
                      size_t indicator, size_t school,
                      const struct frozen *copy)
{
    struct period until = page->site->indicators.at[indicator].until;

    fill_common(page, widget, school, indicator);
    widget->look = block_look(page, indicator, school);
    widget->to = copy ? copy->period : until;
    if (widget->to.kind != PERIOD_NONE)
        look_until(page, &widget->look, widget->to);
    fill_words(page, widget);
    if (copy) {
        add_notice(widget, copy_words(page, copy));
        add_notice(widget, revised_words(page, &widget->look, copy));
    } else if (until.kind != PERIOD_NONE) {
        add_notice(widget, until_words(page, until));
    } else if (widget->look.last != NONE) {
        widget->fresh = page_fresh(page, widget->look.periods
                                             [widget->look.last]);
    }
}

struct str widget_title(const struct page *page, const struct widget *widget)
{
    return page_fill(page, "embed.frame_title",
        FILL({ "school", widget->whose },
             { "what", widget->indicator == NONE
                           ? page_word(page, "embed.numbers")
                           : widget->question }));
}

struct str widget_heading(const struct page *page,
                          const struct widget *widget)
{
    if (widget->indicator == NONE)
        return widget->whose;
    return widget->school == RELEASE_WHOLE ? widget->question
                                           : widget_title(page, widget);
}

/* --- its drawing --- */

/* Whose it is, how old it is, where there is more: it will be copied. */
static struct str below_of(const struct page *page,
                           const struct widget *widget)
{
    return page_fill(page, widget->address.n > 0 ? "widget.below_address"
                                                 : "widget.below",
        FILL({ "notices", str_join(page->arena, widget->words,
                                   widget->notices.n, S(" ")) },
             { "headline", widget->headline }, { "fresh", widget->fresh },
             { "address", widget->address },
             { "demo", widget->demo ? page_word(page, "widget.demo")
                                    : (struct str){0} }));
}

struct str widget_chart(const struct page *page, const struct widget *widget,
                        bool file)
{
    struct block_chart ask = { .indicator = widget->indicator,
                               .school = widget->school, .to = widget->to,
                               .id = S("chart") };
    struct chart_head head = { .id = ask.id, .title = widget->question,
                               .desc = widget->headline };
    struct buf words = {0};
    struct str drawn;

    if (!file)
        return block_chart(page, &ask);
    ask.css = head.css = chart_style(false);
    ask.above = head.above = widget_title(page, widget);
    ask.below = head.below = below_of(page, widget);
    drawn = block_chart(page, &ask);
    if (drawn.n > 0)
        return drawn;
    chart_words(&words, &head);
    return page_take(page, &words);
}

/* --- how high a frame has to be: in pixels, as in w/widget.css --- */

#define NARROWEST 280.0         /* a phone, with the margins of a page */
#define PADDING 12.0            /* and the border */
#define INNER (NARROWEST - 2 * PADDING)

static const struct outside_type type_h1 = { 17, 22, 8, true },
    type_p = { 15, 21, 8, false }, type_meta = { 13, 18, 6, false },
    type_question = { 15, 20, 2, true }, type_line = { 14, 20, 0, false },
    type_value = { 22, 28, 0, true }, type_wide = { 16, 22, 0, true };

static double height_of(struct str text, struct outside_type type)
{
    return outside_height(text, type, INNER);
}

/* What stands in every frame. */
static double height_common(const struct page *page,
                            const struct widget *widget)
{
    struct str more = str_format(page->arena, "%.*s %.*s",
                                 STR_FMT(widget->more),
                                 STR_FMT(widget->address));
    double height = height_of(widget->fresh, type_meta) +
                    height_of(more, type_meta) + 2 * PADDING;

    for (size_t i = 0; i < widget->notices.n; i++)
        height += height_of(widget->words[i], type_p);
    if (widget->demo)
        height += height_of(page_word(page, "widget.demo"), type_meta);
    return height;
}

static double height_tile(const struct view_tile *tile)
{
    const struct str lines[] = { tile->period, tile->before, tile->target,
                                 tile->reason };
    double height = 17 + height_of(tile->question, type_question) +
                    height_of(tile->value, tile->wide ? type_wide
                                                      : type_value);

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        height += height_of(lines[i], type_line);
    return height;
}

/* At most, by the number of values (see block_chart.c). */
static double height_chart(const struct page *page,
                           const struct block_look *look)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];

    if (it->kind == KIND_YESNO || it->kind == KIND_TEXT || look->values == 0)
        return 0;
    return 8 + (look->values >= 3 ? 190 : look->values == 2 ? 130 : 78);
}

int widget_height(const struct page *page, const struct widget *widget)
{
    const struct view_tile *tiles = widget->tiles.at;
    double height = height_common(page, widget);

    if (widget->indicator == NONE) {
        height += height_of(widget->whose, type_h1);
        for (size_t i = 0; i < widget->tiles.n; i++)
            height += height_tile(&tiles[i]);
    } else {
        height += height_of(widget->whose, type_meta) +
                  height_of(widget->question, type_h1) +
                  height_of(widget->headline, type_p) +
                  height_of(widget->earlier, type_p) +
                  height_chart(page, &widget->look);
    }
    return (int)(height + 0.999);
}

/* --- codes --- */

/* ` name="value"`, so that nothing in the value can end it. */
static void put(struct buf *out, const char *name, struct str value)
{
    buf_addf(out, " %s=\"", name);
    buf_attr(out, value);
    buf_char(out, '"');
}

/* Without a border also where a site takes the style away: it would make the
 * frame wider than its place. */
struct str widget_frame_code(const struct page *page,
                             const struct widget *widget, struct str path)
{
    struct buf out = {0};

    buf_addz(&out, "<iframe");
    put(&out, "src", outside_url(page, path));
    put(&out, "title", widget_title(page, widget));
    buf_addf(&out, " width=\"100%%\" height=\"%d\" frameborder=\"0\" "
             "loading=\"lazy\" style=\"max-width:%dpx\"></iframe>",
             widget_height(page, widget), WIDGET_WIDTH);
    return page_take(page, &out);
}

/* As wide as there is room, also where a site takes the style away. */
struct str widget_picture_code(const struct page *page, struct str path,
                               struct str src, struct str alt, int width)
{
    struct buf out = {0};

    buf_addz(&out, "<a");
    put(&out, "href", outside_url(page, path));
    buf_addz(&out, "><img");
    put(&out, "src", outside_url(page, src));
    put(&out, "alt", alt);
    buf_addf(&out, " width=\"100%%\" style=\"max-width:%dpx\"></a>", width);
    return page_take(page, &out);
}
