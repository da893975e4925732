/*
 * page_indicator: what is this indicator, and how is it in all schools? The
 * whole first, then the schools in the order of names, then the passport.
 *
 * A row of pages.c.
 */
#include "render/page_indicator.h"

#include "render/block_changes.h"
#include "render/block_charts.h"
#include "render/block_look.h"
#include "render/linked.h"
#include "render/outside.h"
#include "render/page_practice.h"
#include "render/plan.h"

static const struct field row_fields[] = {
    FIELD(indicator_school, TEXT, name),
    FIELD(indicator_school, URL, url),
    FIELD(indicator_school, TEXT, before),
    FIELD(indicator_school, TEXT, now),
    FIELD(indicator_school, TEXT, people),
    FIELD(indicator_school, TEXT, note),
    FIELD(indicator_school, URL, before_revised_url),
    FIELD(indicator_school, URL, revised_url),
};
static const struct view row_view = {
    "indicator school", sizeof(struct indicator_school), row_fields,
    sizeof row_fields / sizeof *row_fields, NULL
};

static const struct field item_fields[] = {
    FIELD(indicator_item, TEXT, caption),
    FIELD(indicator_item, TEXT, text),
    FIELD(indicator_item, URL, url),
};
static const struct view item_view = {
    "passport item", sizeof(struct indicator_item), item_fields,
    sizeof item_fields / sizeof *item_fields, NULL
};

static const struct field indicator_fields[] = {
    FIELD(indicator_view, TEXT, official),
    FIELD(indicator_view, TEXT, programme),
    FIELD(indicator_view, URL, programme_url),
    FIELD(indicator_view, TEXT, meaning),
    FIELD(indicator_view, TEXT, caveat),
    FIELD(indicator_view, TEXT, direction),
    FIELD(indicator_view, TEXT, neutral),
    FIELD(indicator_view, BOOL, is_text),
    FIELD(indicator_view, TEXT, until),
    FIELD(indicator_view, TEXT, no_whole),
    FIELD_OF(indicator_view, VIEW, card, card_view),
    FIELD(indicator_view, BOOL, has_table),
    FIELD_OF(indicator_view, VIEW, strip, strip_view),
    FIELD_OF(indicator_view, LIST, schools, row_view),
    FIELD(indicator_view, BOOL, has_schools),
    FIELD(indicator_view, BOOL, has_before),
    FIELD(indicator_view, BOOL, has_people),
    FIELD(indicator_view, BOOL, has_notes),
    FIELD(indicator_view, TEXT, no_schools),
    FIELD(indicator_view, TEXT, now_name),
    FIELD(indicator_view, TEXT, before_name),
    FIELD_OF(indicator_view, LIST, measures, measure_view),
    FIELD(indicator_view, TEXT, bars),
    FIELD(indicator_view, BOOL, has_measures),
    FIELD_OF(indicator_view, LIST, practices, item_view),
    FIELD(indicator_view, BOOL, has_practices),
    FIELD(indicator_view, URL, practices_url),
    FIELD_OF(indicator_view, LIST, passport, item_view),
    FIELD_OF(indicator_view, LIST, changes, change_day_view),
    FIELD(indicator_view, BOOL, has_changes),
    FIELD(indicator_view, URL, csv_url),
    FIELD(indicator_view, URL, embed_url),
    FIELD(indicator_view, URL, list_url),
    FIELD(indicator_view, URL, plan_url),
};
static const struct view indicator_view = {
    "indicator", sizeof(struct indicator_view), indicator_fields,
    sizeof indicator_fields / sizeof *indicator_fields, &frame_view
};

/* --- the whole --- */

static void fill_whole(struct page *page, struct indicator_view *view)
{
    const struct indicator *it = &page->site->indicators.at[page->at];
    struct block_look look = block_look(page, page->at, RELEASE_WHOLE);
    struct view_card *card = PAGE_ARRAY(page, struct view_card, 1);

    if (look.has != BLOCK_VALUES && it->aggregate == AGGREGATE_NONE) {
        view->no_whole = page_word(page, it->publish_level ==
                                         LEVEL_MUNICIPALITY ?
                                         "indicator.no_whole_either" :
                                         "indicator.no_whole");
        return;
    }
    *card = block_card(page, page->at, RELEASE_WHOLE);
    view->card = card;
    view->has_table = card->has_rows;
}

/* --- schools --- */

struct columns {
    size_t now, before;             /* indexes of periods, or NONE */
    const struct period *periods;
};

static bool any_spoken(const struct page *page, const uint32_t *schools,
                       size_t n, size_t period)
{
    for (size_t i = 0; i < n; i++) {
        enum state state = release_fact(page->release, page->at, schools[i],
                                        period).state;

        if (state != STATE_NOT_YET && state != STATE_LEVEL)
            return true;
    }
    return false;
}

/* The last two periods that any school says something of. */
static struct columns columns_of(const struct page *page,
                                 const uint32_t *schools, size_t n)
{
    size_t periods;
    struct columns columns = {
        NONE, NONE, release_periods(page->release, page->at, &periods),
    };

    while (periods-- > 0 && columns.before == NONE) {
        if (!any_spoken(page, schools, n, periods))
            continue;
        if (columns.now == NONE)
            columns.now = periods;
        else
            columns.before = periods;
    }
    return columns;
}

static struct indicator_school school_row(const struct page *page,
                                          struct indicator_view *view,
                                          size_t school,
                                          const struct columns *columns)
{
    const struct school *it = &page->site->schools.at[school];
    struct fact now = release_fact(page->release, page->at, school,
                                   columns->now);
    bool counted = block_is_told(now) && now.n >= 0;
    struct indicator_school row = {
        .name = page_typo(page, catalog_school_label(it)),
        .url = page_url(page, THING_SCHOOL, school, 0),
        .now = page_cell(page, page->at, now),
        .people = counted ? page_number(page, num_int(now.n), 0)
                          : page_word(page, "block.no_people"),
        .note = block_note(page, now),
    };

    row.revised_url = block_revised_url(page, page->at, school,
                                        columns->periods[columns->now]);
    if (columns->before != NONE) {
        row.before = page_cell(page, page->at,
                               release_fact(page->release, page->at, school,
                                            columns->before));
        row.before_revised_url = block_revised_url(page, page->at, school,
            columns->periods[columns->before]);
    }
    view->has_people |= counted;
    view->has_notes |= row.note.n > 0;
    return row;
}

static struct str why_no_schools(const struct page *page)
{
    const struct indicator *it = &page->site->indicators.at[page->at];

    if (it->publish_level != LEVEL_MUNICIPALITY)
        return page_word(page, "indicator.no_schools");
    if (it->privacy == PRIVACY_SENSITIVE)
        return page_word(page, "indicator.level_sensitive");
    return page_word(page, "indicator.level");
}

static void fill_schools(const struct page *page, struct indicator_view *view)
{
    const struct indicator *it = &page->site->indicators.at[page->at];
    size_t n, count;
    const uint32_t *schools = release_schools(page->release, page->at, &n);
    const struct period *periods = release_periods(page->release, page->at,
                                                   &count);
    struct columns columns = columns_of(page, schools, n);
    struct indicator_school *rows;

    if (it->publish_level == LEVEL_MUNICIPALITY ||
        !release_by_school(page->release, page->at) || columns.now == NONE) {
        view->no_schools = why_no_schools(page);
        return;
    }
    rows = PAGE_ARRAY(page, struct indicator_school, n);
    for (size_t i = 0; i < n; i++)
        rows[i] = school_row(page, view, schools[i], &columns);
    view->schools = (struct list){ rows, n };
    view->has_schools = n > 0;
    view->strip = block_strip(page, page->at);
    view->now_name = page_period(page, periods[columns.now]);
    view->has_before = columns.before != NONE;
    if (view->has_before)
        view->before_name = page_period(page, periods[columns.before]);
}

/* --- what is done --- */

static void fill_measures(struct page *page, struct indicator_view *view)
{
    size_t of = page->site->indicators.at[page->at].programme;
    const struct programme *it = &page->site->programmes.at[of];
    ARR(struct view_measure) measures = {0};

    for (size_t i = 0; i < it->measures.n; i++) {
        if (block_refs_have(&it->measures.at[i].indicators, page->at))
            *ARR_PUSH(page->arena, &measures) = block_measure(page, of, i);
    }
    view->measures = (struct list){ measures.at, measures.n };
    view->has_measures = measures.n > 0;
    view->bars = block_bars_note(page, of, view->measures);
    if (it->measures.n > 0)
        view->plan_url = page_url(page, THING_PLAN, of, 0);
}

/* Those that are worth trying: not the archived ones. */
static void fill_practices(const struct page *page,
                           struct indicator_view *view)
{
    const struct site *site = page->site;
    const struct facet_value *value = practice_facet_of(
        plan_practices(page->plan), FACET_INDICATOR, page->at, 0);
    ARR(struct indicator_item) items = {0};

    for (size_t i = 0; value && i < value->n; i++) {
        size_t at = value->practices[i];
        const struct practice *it = &site->practices.at[at];
        struct str path = address_of(page->arena, site, THING_PRACTICE, at,
                                     0);

        if (practice_status(site, it) == PRACTICE_ARCHIVED ||
            !page_reaches(page, path))
            continue;
        *ARR_PUSH(page->arena, &items) = (struct indicator_item){
            .caption = page_typo(page, it->text.title),
            .url = page_path_url(page, path),
            .text = page_typo(page, page_sentence(it->text.summary)),
        };
    }
    view->practices = (struct list){ items.at, items.n };
    view->has_practices = items.n > 0;
    if (view->has_practices)
        view->practices_url = practice_facet_url(page, FACET_INDICATOR,
                                                 page->at, 0);
}

/* --- for those who have not opened the page --- */

/* The headline of the whole says most; else what the indicator means. */
static void fill_description(const struct page *page,
                             struct indicator_view *view)
{
    const struct indicator *it = &page->site->indicators.at[page->at];
    size_t period = release_last(page->release, page->at, RELEASE_WHOLE);
    struct buf text = {0};

    if (period != NONE)
        words_headline(&text, page->words, page->at, RELEASE_WHOLE, period);
    else
        buf_addf(&text, "%.*s. %.*s",
                 STR_FMT(block_title(page, page->at)),
                 STR_FMT(page_typo(page, it->meaning)));
    view->frame.description = str_trim(page_take(page, &text));
}

/* The days from the first period with a value to the last one. */
static struct period days_told(const struct page *page)
{
    size_t n, last = NONE;
    const struct period *periods = release_periods(page->release, page->at,
                                                   &n);
    struct period days = {0};

    for (size_t i = 0; i < n; i++) {
        if (!block_is_told(release_fact(page->release, page->at,
                                        RELEASE_WHOLE, i)))
            continue;
        if (last == NONE)
            days = periods[i];
        last = i;
    }
    if (last != NONE)
        days.to = periods[last].to;
    return days;
}

/* The set of data behind the page; none as long as nothing is shown. */
static void fill_thing(const struct page *page, struct indicator_view *view)
{
    struct linked linked = { .page = page };

    if (view->csv_url.n == 0 || !(view->card || view->has_schools))
        return;
    linked_open(&linked, NULL, "Dataset");
    linked_text(&linked, "name", view->frame.title);
    linked_text(&linked, "description", view->frame.description);
    linked_text(&linked, "variableMeasured", view->official);
    linked_url(&linked, "url", view->frame.canonical);
    linked_days(&linked, "temporalCoverage", days_told(page));
    linked_dataset_terms(&linked);
    linked_open_list(&linked, "distribution");
    linked_download(&linked, view->csv_url);
    linked_close_list(&linked);
    linked_close(&linked);
    view->frame.thing = linked_take(&linked);
}

/* --- no longer collected; shown elsewhere --- */

/* The last period with a value of the whole or of any school, or NONE. */
static size_t last_told(const struct page *page)
{
    size_t n, last = release_last(page->release, page->at, RELEASE_WHOLE);
    const uint32_t *schools = release_schools(page->release, page->at, &n);

    for (size_t i = 0; i < n; i++) {
        size_t of = release_last(page->release, page->at, schools[i]);

        if (of != NONE && (last == NONE || of > last))
            last = of;
    }
    return last;
}

/* Values behind the last period contradict what readers are told. */
static void fill_until(const struct page *page, struct indicator_view *view)
{
    const struct indicator *it = &page->site->indicators.at[page->at];
    size_t n, last = last_told(page);
    const struct period *periods = release_periods(page->release, page->at,
                                                   &n);

    if (it->until.kind == PERIOD_NONE)
        return;
    view->until = page_fill(page, "widget.until",
                            FILL({ "period", page_period(page, it->until) }));
    if (last != NONE && periods[last].to > it->until.to)
        diag_add(page->diag, it->at, MSG_PAGE_UNTIL,
                 ARGS(it->id, page_period(page, periods[last])));
}

static void fill_embed(const struct page *page, struct indicator_view *view)
{
    const struct site *site = page->site;
    const struct indicator *it = &site->indicators.at[page->at];
    struct str codes = page_url(page, THING_EMBEDS, NONE, NONE);
    struct str frame = address_of(page->arena, site, THING_WIDGET_INDICATOR,
                                  NONE, page->at);

    view->frame.oembed_url = outside_file(page,
        address_of(page->arena, site, THING_OEMBED_INDICATOR, NONE,
                   page->at));
    if (page_has(page, frame))
        view->embed_url = str_format(page->arena, "%.*s#%.*s-%.*s",
            STR_FMT(codes), STR_FMT(site->programmes.at[it->programme].id),
            STR_FMT(it->id));
}

/* --- the page --- */

static void fill_heading(struct page *page, struct indicator_view *view)
{
    const struct indicator *it = &page->site->indicators.at[page->at];
    struct str programme = page_label(page, THING_PROGRAMME, it->programme,
                                      0);

    view->frame.title = page_fill(page, "indicator.title",
        FILL({ "title", block_title(page, page->at) },
             { "programme", programme }));
    frame_heading(page, &view->frame,
                  it->question.n > 0 ? it->question : it->title, it->meaning);
    frame_programme(page, &view->frame, it->programme);
    frame_crumb(page, &view->frame, page_word(page, "indicators.heading"),
                page_url(page, THING_INDICATORS, it->programme, 0));
    view->official = page_typo(page, it->official_title.n > 0 ?
                                     it->official_title : it->title);
    view->programme = programme;
    view->programme_url = page_url(page, THING_PROGRAMME, it->programme, 0);
    view->list_url = page_url(page, THING_INDICATORS, it->programme, 0);
}

/* How to read the values: which of two is the better one. */
static struct str direction_words(const struct page *page,
                                  const struct indicator *it)
{
    bool yesno = it->kind == KIND_YESNO;

    if (it->kind == KIND_TEXT)
        return page_word(page, "indicator.text");
    switch (it->direction) {
    case DIRECTION_UP:
        return page_word(page, yesno ? "indicator.yes" : "indicator.up");
    case DIRECTION_DOWN:
        return page_word(page, yesno ? "indicator.no"
                                     : "chart.less_is_better");
    case DIRECTION_RANGE: return page_word(page, "indicator.range");
    default: return page_word(page, "indicator.no_direction");
    }
}

static void fill(struct page *page, void *data)
{
    struct indicator_view *view = data;
    const struct indicator *it = &page->site->indicators.at[page->at];
    struct str csv = str_format(page->arena, "data/%.*s/values.csv",
        STR_FMT(page->site->programmes.at[it->programme].id));

    fill_heading(page, view);
    view->meaning = page_typo(page, it->meaning);
    view->caveat = page_typo(page, it->caveat);
    view->direction = direction_words(page, it);
    view->neutral = page_word(page, it->privacy == PRIVACY_OPEN
                                        ? "chart.neutral_open"
                                        : "chart.neutral");
    view->is_text = it->kind == KIND_TEXT;
    fill_whole(page, view);
    fill_schools(page, view);
    fill_measures(page, view);
    fill_practices(page, view);
    view->changes = block_changes(page,
        (struct change_scope){ CHANGES_OF_INDICATOR, page->at }, SIZE_MAX);
    view->has_changes = view->changes.n > 0;
    frame_changed(page, &view->frame, CHANGES_OF_INDICATOR, page->at);
    indicator_passport(page, view);
    fill_until(page, view);
    fill_embed(page, view);
    if (page_has(page, csv))
        view->csv_url = page_path_url(page, csv);
    fill_description(page, view);
    fill_thing(page, view);
}

static void list(struct plan_list *plan, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->indicators.n; i++)
        plan_add(plan, address_of(arena, site, THING_INDICATOR, i, 0), i, 0);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->indicators.at[at].at;
}

const struct page_kind page_indicator = {
    .name = "indicator",
    .view = &indicator_view,
    .list = list,
    .fill = fill,
    .origin = origin,
};
