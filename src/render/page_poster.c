/*
 * page_poster: one sheet of A4 for the wall of a school, black on white: four
 * indicators, what is being done, the way to its page. Always exactly one
 * sheet: what the texts take is reckoned before they are printed, in the
 * widest usual font; a full sheet gets smaller letters, and what is still too
 * long is cut. The sizes are those of posters/poster.css, in points.
 *
 * A row of pages.c.
 */
#include "render/block.h"
#include "render/kit.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"

#define SHEET_WIDTH 527.0       /* 186 mm */
#define SHEET_HEIGHT 771.0      /* 272 mm */
#define FOOT_QR 195.0           /* 60 mm and the air around it */
#define FOOT_PLAIN 150.0
#define FOOT_WIDTH 335.0        /* beside the QR code */
#define ACTIONS_MAX 3

struct poster_view {
    struct kit_paper paper;
    bool dense;                 /* smaller letters */
    struct str lead;            /* which programme, how old the numbers are */
    struct list tiles;          /* view_tile */
    struct str actions_title;
    struct list actions;        /* view_link without addresses */
    struct str embed_url, sheet_url;
    bool has_programme, has_tiles, has_actions, has_plan;
};

static const struct field poster_fields[] = {
    FIELD(poster_view, BOOL, dense),
    FIELD(poster_view, TEXT, lead),
    FIELD_OF(poster_view, LIST, tiles, tile_view),
    FIELD(poster_view, TEXT, actions_title),
    FIELD_OF(poster_view, LIST, actions, link_view),
    FIELD(poster_view, URL, embed_url),
    FIELD(poster_view, URL, sheet_url),
    FIELD(poster_view, BOOL, has_programme),
    FIELD(poster_view, BOOL, has_tiles),
    FIELD(poster_view, BOOL, has_actions),
    FIELD(poster_view, BOOL, has_plan),
};
static const struct view poster_view = {
    "poster", sizeof(struct poster_view), poster_fields,
    sizeof poster_fields / sizeof *poster_fields, &kit_paper_view
};

/* --- what is being done --- */

/* Is there something of it in that year? Of a programme that is over,
 * whatever was in its plan. */
static bool is_now(const struct page *page, size_t programme, size_t measure,
                   int year)
{
    const struct measure *it =
        &page->site->programmes.at[programme].measures.at[measure];
    date from = date_of(year, 1, 1), to = date_of(year, 12, 31);

    if (it->status == DONE_CANCELLED)
        return false;
    if (catalog_is_over(page->site, programme))
        return true;
    if (it->status == DONE_DONE)
        return it->done_on >= from && it->done_on <= to;
    if (it->when.kind == WHEN_YEARLY || it->when.kind == WHEN_CONTINUOUS ||
        it->when.yearly)
        return true;
    if (it->when.kind != WHEN_SPAN || it->when.to == DATE_NONE)
        return it->status == DONE_DOING;
    return it->when.to >= from && it->when.from <= to;
}

/* The school's own, or those for all. */
static void add_actions(const struct page *page, struct view_link *links,
                        size_t *n, size_t programme, bool own, int year)
{
    const struct programme *of = &page->site->programmes.at[programme];

    for (size_t i = 0; i < of->measures.n && *n < ACTIONS_MAX; i++) {
        bool fits = own ? block_measure_names(page, programme, i, page->at)
                        : block_measure_shared(page, programme, i);

        if (fits && is_now(page, programme, i, year))
            links[(*n)++].label =
                page_typo(page, page_sentence(of->measures.at[i].title));
    }
}

static bool is_all_over(const struct page *page, struct school_list of)
{
    for (size_t i = 0; i < of.n; i++)
        if (!catalog_is_over(page->site, of.at[i]))
            return false;
    return true;
}

/* Of programmes that are over only where all are: what was planned once is
 * not what the school does now. */
static void fill_actions(const struct page *page, struct poster_view *view,
                         struct school_list of)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, ACTIONS_MAX);
    bool over = is_all_over(page, of);
    size_t n = 0;
    int year, month, day;

    date_split(outside_as_of(page, page->at), &year, &month, &day);
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < of.n; i++)
            if (over || !catalog_is_over(page->site, of.at[i]))
                add_actions(page, links, &n, of.at[i], own, year);
    for (size_t i = 0; i < of.n; i++)
        view->has_plan |= page->site->programmes.at[of.at[i]].measures.n > 0;
    view->actions_title = page_fill(page, over ? "poster.planned"
                                               : "poster.actions",
        FILL({ "year", str_format(page->arena, "%d", year) }));
    view->actions = (struct list){ links, n };
    view->has_actions = n > 0;
}

/* --- which programme --- */

static struct str lead_of(const struct page *page, const struct tiles *tiles,
                          struct school_list of, struct str fresh)
{
    if (of.n == 0)
        return page_word(page, "school.no_programme");
    if (tiles->programme == NONE)
        return page_fill(page, "poster.several", FILL({ "fresh", fresh }));
    return page_fill(page, catalog_is_over(page->site, tiles->programme)
                               ? "poster.past"
                               : "poster.now",
        FILL({ "programme", page_label(page, THING_PROGRAMME,
                                       tiles->programme, NONE) },
             { "fresh", fresh }));
}

/* --- to one sheet --- */

struct sizes {
    struct outside_type title, lead, question, value, wide, line, head, item;
    double pad, gap;            /* of a tile, above and below; around it */
};
static const struct sizes sizes[] = {
    { { 26, 30, 8, true }, { 14, 18, 8, false }, { 14, 17.5, 3, true },
      { 30, 34.5, 3, true }, { 16, 19, 3, true }, { 12, 15.5, 0, false },
      { 16, 21, 6, true }, { 12, 15.5, 3, false }, 10, 10 },
    { { 18, 21, 6, true }, { 12, 15, 4, false }, { 12, 14.5, 2, true },
      { 22, 25, 2, true }, { 13, 15.5, 2, true }, { 10, 12.5, 0, false },
      { 13, 17, 4, true }, { 10, 12.5, 2, false }, 7, 8 },
};
static const struct outside_type type_demo = { 10, 13, 5, true };
#define COLUMN(s) ((SHEET_WIDTH - (s)->gap) / 2 - 24)   /* inside a tile */

static struct outside_type type_of_value(const struct sizes *s,
                                         const struct view_tile *tile)
{
    return tile->wide ? s->wide : s->value;
}

static double tile_height(const struct sizes *s, const struct view_tile *tile)
{
    const struct str lines[] = { tile->period, tile->before, tile->target,
                                 tile->reason };
    double height = 2 * s->pad +
                    outside_height(tile->question, s->question, COLUMN(s)) +
                    outside_height(tile->value, type_of_value(s, tile),
                                   COLUMN(s));

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        height += outside_height(lines[i], s->line, COLUMN(s));
    return height;
}

/* Does all of it stand on the sheet in these sizes? */
static bool is_room(const struct page *page, const struct poster_view *view,
                    const struct sizes *s)
{
    const struct view_tile *tiles = view->tiles.at;
    const struct view_link *actions = view->actions.at;
    double height = view->paper.qr.n > 0 ? FOOT_QR : FOOT_PLAIN;

    height += outside_height(view->paper.frame.heading, s->title, SHEET_WIDTH);
    height += outside_height(view->lead, s->lead, SHEET_WIDTH);
    if (view->paper.frame.demo)
        height += outside_height(page_word(page, "frame.demo"), type_demo,
                                 SHEET_WIDTH);
    for (size_t i = 0; i < view->tiles.n; i += 2) {
        double left = tile_height(s, &tiles[i]), right = 0;

        if (i + 1 < view->tiles.n)
            right = tile_height(s, &tiles[i + 1]);
        height += (left > right ? left : right) + s->gap;
    }
    height += outside_height(view->actions_title, s->head, SHEET_WIDTH);
    if (view->actions.n == 0)
        height += 2 * s->line.line;
    for (size_t i = 0; i < view->actions.n; i++)
        height += outside_height(actions[i].label, s->item, SHEET_WIDTH - 24);
    return height <= SHEET_HEIGHT;
}

static void cut_tile(const struct page *page, struct view_tile *tile,
                     const struct sizes *s)
{
    double width = COLUMN(s);

    tile->question = outside_cut(page, tile->question, s->question, width, 3);
    tile->value = outside_cut(page, tile->value, type_of_value(s, tile),
                              width, tile->wide ? 2 : 1);
    tile->before = outside_cut(page, tile->before, s->line, width, 1);
    tile->target = outside_cut(page, tile->target, s->line, width, 2);
    tile->reason = outside_cut(page, tile->reason, s->line, width, 5);
}

/* What cannot be made smaller any more is cut, so that the worst of all
 * sheets still is one. */
static void cut_all(const struct page *page, struct poster_view *view,
                    struct tiles *tiles, const struct sizes *s)
{
    struct view_link *actions = (struct view_link *)view->actions.at;
    struct view_frame *frame = &view->paper.frame;

    frame->heading = outside_cut(page, frame->heading, s->title, SHEET_WIDTH,
                                 4);
    view->lead = outside_cut(page, view->lead, s->lead, SHEET_WIDTH, 3);
    for (size_t i = 0; i < tiles->n; i++)
        cut_tile(page, &tiles->at[i], s);
    for (size_t i = 0; i < view->actions.n; i++)
        actions[i].label = outside_cut(page, actions[i].label, s->item,
                                       SHEET_WIDTH - 24, 2);
}

static void fit(const struct page *page, struct poster_view *view,
                struct tiles *tiles)
{
    static const struct outside_type address = { 14, 18, 0, true },
                                     note = { 10, 13, 0, false },
                                     line = { 12, 15.5, 0, false };
    struct kit_paper *paper = &view->paper;

    view->dense = !is_room(page, view, &sizes[0]);
    if (view->dense)
        cut_all(page, view, tiles, &sizes[1]);
    paper->address = outside_cut(page, paper->address, address,
                                 2 * FOOT_WIDTH, 1);
    paper->phone = outside_cut(page, paper->phone, line, FOOT_WIDTH, 1);
    paper->head = outside_cut(page, paper->head, line, FOOT_WIDTH, 1);
    paper->sources = outside_cut(page, paper->sources, note, FOOT_WIDTH,
                                 view->dense ? 1 : 2);
    paper->frame.source_note = outside_cut(page, paper->frame.source_note,
                                           note, FOOT_WIDTH, 3);
}

/* --- the page --- */

#define IN_KIT 1                /* sub of the one in the school's kit */

/* Links above the sheet, and its style: inside in a kit, which is taken away
 * from here. */
static void fill_ways(const struct page *page, struct poster_view *view)
{
    struct str embed = address_of(page->arena, page->site, THING_EMBED,
                                  page->at, NONE);

    if (page->sub == IN_KIT) {
        view->paper.style = kit_style(page, "posters/poster.css", NULL);
        view->paper.frame.icon_url = (struct str){0};
        return;
    }
    view->paper.school_url = page_url(page, THING_SCHOOL, page->at, NONE);
    view->embed_url = page_url_if_there(page, embed);
    view->sheet_url = page_url_if_there(page, S("posters/poster.css"));
}

static void fill(struct page *page, void *data)
{
    struct poster_view *view = data;
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    struct tiles tiles = tiles_of(page, page->at);

    kit_fill_paper(page, &view->paper,
                   page->sub == IN_KIT ? "kit.poster_title" : "poster.title",
                   &tiles);
    view->paper.qr = outside_qr(page, page->at);
    view->paper.head = page_typo(page,
                                 page->site->schools.at[page->at].head);
    fill_ways(page, view);
    view->tiles = (struct list){ tiles.at, tiles.n };
    view->has_tiles = tiles.n > 0;
    view->has_programme = of.n > 0;
    view->lead = lead_of(page, &tiles, of, view->paper.fresh);
    fill_actions(page, view, of);
    fit(page, view, &tiles);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->schools.n; i++)
        plan_add(list, address_of(arena, site, THING_POSTER, i, NONE), i, 0);
    kit_list(list, arena, site, KIT_POSTER, IN_KIT);
}

const struct page_kind page_poster = {
    .name = "poster", .view = &poster_view, .list = list, .fill = fill,
    .unlisted = true,
};
