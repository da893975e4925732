/*
 * page_kit_sheet: a sheet to be handed out, at a meeting of parents: every
 * indicator of the school in a line of a table, black on white. As many pages
 * of paper as it needs, unlike the poster.
 *
 * A row of pages.c.
 */
#include "render/block_look.h"
#include "render/kit.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"

struct sheet_row {
    struct str question, value, target, status;
    struct str reason;              /* in place of all that */
};
static const struct field row_fields[] = {
    FIELD(sheet_row, TEXT, question),
    FIELD(sheet_row, TEXT, value),
    FIELD(sheet_row, TEXT, target),
    FIELD(sheet_row, TEXT, status),
    FIELD(sheet_row, TEXT, reason),
};
static const struct view row_view = {
    "sheet row", sizeof(struct sheet_row), row_fields,
    sizeof row_fields / sizeof *row_fields, NULL
};

struct sheet_table {
    struct str programme, lead, caption;
    struct list rows;               /* sheet_row */
    bool has_rows, has_target;
};
static const struct field table_fields[] = {
    FIELD(sheet_table, TEXT, programme),
    FIELD(sheet_table, TEXT, lead),
    FIELD(sheet_table, TEXT, caption),
    FIELD_OF(sheet_table, LIST, rows, row_view),
    FIELD(sheet_table, BOOL, has_rows),
    FIELD(sheet_table, BOOL, has_target),
};
static const struct view table_view = {
    "sheet table", sizeof(struct sheet_table), table_fields,
    sizeof table_fields / sizeof *table_fields, NULL
};

struct sheet_view {
    struct kit_paper paper;
    struct list tables;             /* sheet_table */
};
static const struct field sheet_fields[] = {
    FIELD_OF(sheet_view, LIST, tables, table_view),
};
static const struct view sheet_view = {
    "sheet", sizeof(struct sheet_view), sheet_fields,
    sizeof sheet_fields / sizeof *sheet_fields, &kit_paper_view
};

static struct sheet_row row_of(const struct page *page,
                               struct sheet_table *table,
                               const struct block_look *look)
{
    struct sheet_row row = {
        .question = block_question(page, look->indicator),
        .target = page_word(page, "block.not_compared"),
        .status = page_word(page, "block.not_compared"),
    };

    if (look->has == BLOCK_REASON) {
        row.reason = block_headline(page, look, look->current);
        return row;
    }
    row.value = block_value(page, look);
    if (look->fact.state == STATE_COUNTS)
        return row;
    table->has_target |= progress_has_target(page->release, look->indicator,
                                             look->school);
    row.target = block_target(page, look);
    row.status = words_status(page->words, block_standing(page, look));
    return row;
}

/* The indicators in the tables. */
struct shown {
    ARR(size_t) list;
};

/* What the school has a value of, and what has a reason for having none. */
static struct sheet_table table_of(const struct page *page,
                                   struct shown *shown, size_t programme)
{
    const struct programme *it = &page->site->programmes.at[programme];
    struct sheet_table table = {
        .programme = page_label(page, THING_PROGRAMME, programme, NONE),
    };
    ARR(struct sheet_row) rows = {0};
    struct buf lead = {0};

    for (size_t i = 0; i < it->indicator_n; i++) {
        size_t indicator = it->indicator_first + i;
        struct block_look look;

        if (!release_expects(page->release, indicator, page->at))
            continue;
        look = block_look(page, indicator, page->at);
        if (look.has != BLOCK_VALUES &&
            (look.has != BLOCK_REASON || look.current == NONE))
            continue;
        *ARR_PUSH(page->arena, &rows) = row_of(page, &table, &look);
        *ARR_PUSH(page->arena, &shown->list) = indicator;
    }
    words_lead(&lead, page->words, programme, page->at);
    table.lead = page_take(page, &lead);
    table.caption = page_fill(page, "school.rows_caption",
                              FILL({ "programme", table.programme }));
    table.rows = (struct list){ rows.at, rows.n };
    table.has_rows = rows.n > 0;
    return table;
}

static void fill(struct page *page, void *data)
{
    struct sheet_view *view = data;
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    struct sheet_table *tables = PAGE_ARRAY(page, struct sheet_table, of.n);
    struct tiles tiles = tiles_of(page, page->at);
    struct shown shown = {0};

    kit_fill_paper(page, &view->paper, "kit.sheet_title", &tiles);
    view->paper.style = kit_style(page, "kits/sheet.css", NULL);
    for (size_t i = 0; i < of.n; i++)
        tables[i] = table_of(page, &shown, of.at[i]);
    view->paper.sources = tiles_sources(page, shown.list.at, shown.list.n);
    view->paper.qr = outside_qr(page, page->at);
    view->tables = (struct list){ tables, of.n };
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    kit_list(list, arena, site, KIT_SHEET, 0);
}

const struct page_kind page_kit_sheet = {
    .name = "kit_sheet", .view = &sheet_view, .list = list, .fill = fill,
    .unlisted = true,
};
