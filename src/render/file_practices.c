/*
 * file_practices: the practices for programs: data/practices.csv, the same
 * for Excel, and practices.json. All forms are made from one list of cells.
 * What the release hides of an effect is empty here, too.
 *
 * A row of pages.c.
 */
#include "release/practices.h"
#include "render/csv.h"
#include "render/page_practice.h"
#include "render/plan.h"

#include <assert.h>

enum form { FORM_CSV, FORM_EXCEL, FORM_JSON };

/* --- one practice as named cells --- */

enum cell_kind { CELL_TEXT, CELL_LIST, CELL_COUNT, CELL_NUM, CELL_DATE };

struct cell {
    const char *name;
    enum cell_kind kind;
    bool given;                 /* of a number */
    struct str text;
    struct strs list;
    int64_t count;
    struct num num;
    date on;
};

#define CELLS_MAX 48

struct cells {
    const struct page *page;
    struct cell at[CELLS_MAX];
    size_t n;
};

static struct cell *add(struct cells *cells, const char *name,
                        enum cell_kind kind)
{
    struct cell *cell = &cells->at[cells->n++];

    assert(cells->n <= CELLS_MAX);
    *cell = (struct cell){ .name = name, .kind = kind };
    return cell;
}

static void add_text(struct cells *cells, const char *name, struct str text)
{
    add(cells, name, CELL_TEXT)->text = text;
}

static void add_list(struct cells *cells, const char *name, struct strs list)
{
    add(cells, name, CELL_LIST)->list = list;
}

static void add_count(struct cells *cells, const char *name, int64_t count)
{
    add(cells, name, CELL_COUNT)->count = count;
}

static void add_num(struct cells *cells, const char *name, bool given,
                    struct num value)
{
    struct cell *cell = add(cells, name, CELL_NUM);

    cell->given = given;
    cell->num = value;
}

static void add_date(struct cells *cells, const char *name, date on)
{
    add(cells, name, CELL_DATE)->on = on;
}

static void add_period(struct cells *cells, const char *name,
                       struct period period)
{
    struct buf code = {0};

    if (period.kind != PERIOD_NONE)
        period_code(&code, period);
    add_text(cells, name, page_take(cells->page, &code));
}

/* --- what a practice has --- */

static struct str school_id(const struct page *page, const struct ref *ref)
{
    return ref->text.n > 0 && ref->index != NONE
               ? page->site->schools.at[ref->index].id
               : ref->text;
}

/* `PROG/IND`. */
static struct str indicator_id(const struct page *page,
                               const struct ref *ref)
{
    const struct indicator *it;

    if (ref->text.n == 0 || ref->index == NONE)
        return ref->text;
    it = &page->site->indicators.at[ref->index];
    return str_format(page->arena, "%.*s/%.*s",
        STR_FMT(page->site->programmes.at[it->programme].id),
        STR_FMT(it->id));
}

static struct strs each(const struct page *page, const struct refs *refs,
                        struct str (*id)(const struct page *page,
                                         const struct ref *ref))
{
    struct strs list = { PAGE_ARRAY(page, struct str, refs->n + 1), refs->n };

    for (size_t i = 0; i < refs->n; i++)
        list.at[i] = id ? id(page, &refs->at[i]) : refs->at[i].text;
    return list;
}

static struct strs levels_of(const struct page *page,
                             const struct practice *it)
{
    struct strs list = { PAGE_ARRAY(page, struct str, STAGES), 0 };

    for (int i = 0; i < STAGES; i++) {
        if (it->stages >> i & 1)
            list.at[list.n++] = str_of(practice_stage_code(i));
    }
    return list;
}

static struct strs steps_of(const struct page *page,
                            const struct practice *it)
{
    struct strs list = { PAGE_ARRAY(page, struct str, it->steps_n + 1),
                         it->steps_n };

    for (size_t i = 0; i < it->steps_n; i++)
        list.at[i] = it->steps[i].text;
    return list;
}

static struct strs adopted_of(const struct page *page,
                              const struct practice *it)
{
    struct strs list = { PAGE_ARRAY(page, struct str, it->adopted_n + 1),
                         it->adopted_n };

    for (size_t i = 0; i < it->adopted_n; i++) {
        struct str id = school_id(page, &it->adopted[i].school);
        struct str year = it->adopted[i].year;

        list.at[i] = year.n == 0 ? id
                                 : str_format(page->arena, "%.*s %.*s",
                                              STR_FMT(id), STR_FMT(year));
    }
    return list;
}

static const char *change_code(struct practice_change change)
{
    static const char *const codes[][2] = {
        [CHANGE_UNKNOWN] = { "", "" },
        [CHANGE_NONE] = { "none", "none" },
        [CHANGE_SMALL] = { "small up", "small down" },
        [CHANGE_LARGE] = { "large up", "large down" },
        [CHANGE_SOME] = { "up", "down" },
    };

    return codes[change.size][change.down];
}

static void add_effect(struct cells *cells, const struct practice *it)
{
    const struct page *page = cells->page;
    struct practice_result result = practices_result(page->release, it);
    bool told = it->effect.given && !result.withheld;
    struct str none = {0};

    add_text(cells, "effect_indicator",
             indicator_id(page, &it->effect.indicator));
    add_text(cells, "effect_school", school_id(page, &it->effect.school));
    add_period(cells, "effect_from", it->effect.from);
    add_period(cells, "effect_to", it->effect.to);
    add_num(cells, "author_was", told && result.claimed, result.was);
    add_num(cells, "author_became", told && result.claimed, result.became);
    add_text(cells, "author_n", told ? it->effect.n : none);
    add_num(cells, "site_was", told && result.measured, result.from.value);
    add_num(cells, "site_became", told && result.measured, result.to.value);
    add_text(cells, "change", told ? str_of(change_code(result.change))
                                   : none);
    add_text(cells, "comparison", it->effect.given
                 ? str_of(practice_comparison_code(it->effect.comparison))
                 : none);
}

static void add_review(struct cells *cells, const struct practice *it)
{
    const struct page *page = cells->page;

    add_text(cells, "status",
             str_of(practice_status_code(practice_status(page->site, it))));
    add_date(cells, "reviewed", it->reviewed);
    add_date(cells, "review_by", practice_review_by(it));
    add_text(cells, "commission", it->commission);
    add_text(cells, "protocol", it->protocol);
}

static struct cells cells_of(const struct page *page,
                             const struct practice *it)
{
    struct cells cells = { .page = page };
    struct strs none = {0};
    size_t of = it->programme.text.n > 0 ? it->programme.index : NONE;

    add_text(&cells, "id", it->id);
    add_text(&cells, "title", it->text.title);
    add_text(&cells, "summary", it->text.summary);
    add_text(&cells, "programme", of == NONE
                 ? it->programme.text
                 : page->site->programmes.at[of].id);
    add_text(&cells, "goal", it->goal);
    add_text(&cells, "school", school_id(page, &it->school));
    add_list(&cells, "indicators", each(page, &it->indicators,
                                        indicator_id));
    add_list(&cells, "measures", each(page, &it->measures, NULL));
    add_list(&cells, "level", levels_of(page, it));
    add_text(&cells, "grades", it->grades);
    add_list(&cells, "subjects", it->subjects);
    add_text(&cells, "problem", it->problem);
    add_list(&cells, "steps", steps_of(page, it));
    add_text(&cells, "conditions", it->conditions);
    add_text(&cells, "not_for", it->not_for);
    add_text(&cells, "risks", it->risks);
    add_count(&cells, "cost", it->cost);
    add_text(&cells, "hours", it->hours);
    add_count(&cells, "evidence", it->evidence);
    add_effect(&cells, it);
    add_list(&cells, "adopted_by", adopted_of(page, it));
    add_review(&cells, it);
    add_list(&cells, "authors", it->consent ? it->authors : none);
    add_text(&cells, "contact", it->contact);
    add_text(&cells, "source", it->source);
    add_text(&cells, "licence", it->licence);
    add_text(&cells, "remark", it->demo ? page_word(page, "data.demo")
                                        : (struct str){0});
    return cells;
}

/* --- as a table --- */

static void put_cell(struct csv_writer *csv, const struct page *page,
                     const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_LIST:
        csv_text(csv, str_join(page->arena, cell->list.at, cell->list.n,
                               S("|")));
        return;
    case CELL_COUNT:
        csv_int(csv, cell->count);
        return;
    case CELL_NUM:
        if (cell->given)
            csv_num(csv, cell->num);
        else
            csv_text(csv, S(""));
        return;
    case CELL_DATE:
        csv_date(csv, cell->on);
        return;
    default:
        csv_text(csv, cell->text);
    }
}

static void write_table(const struct page *page, bool excel, struct buf *out)
{
    static const struct practice empty = { .reviewed = DATE_NONE,
                                           .review_by = DATE_NONE };
    struct cells names = cells_of(page, &empty);
    struct csv_writer csv;
    struct buf header = {0};
    size_t n;
    const size_t *order = practice_all(plan_practices(page->plan), &n);

    for (size_t i = 0; i < names.n; i++) {
        buf_addz(&header, i > 0 ? "," : "");
        buf_addz(&header, names.at[i].name);
    }
    csv_table(&csv, out, excel, header.p, S(""));
    buf_free(&header);
    for (size_t i = 0; i < n; i++) {
        struct cells cells = cells_of(page,
                                      &page->site->practices.at[order[i]]);

        for (size_t k = 0; k < cells.n; k++)
            put_cell(&csv, page, &cells.at[k]);
        csv_end(&csv);
    }
}

/* --- as JSON: what is not known is left out --- */

static bool is_known(const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_LIST:
        return cell->list.n > 0;
    case CELL_COUNT:
        return cell->count >= 0;
    case CELL_NUM:
        return cell->given;
    case CELL_DATE:
        return cell->on != DATE_NONE;
    default:
        return cell->text.n > 0;
    }
}

/* Exact decimals stand in quotes, as in calc.json. */
static void put_value(struct buf *out, const struct page *page,
                      const struct cell *cell)
{
    struct buf text = {0};

    switch (cell->kind) {
    case CELL_LIST:
        for (size_t i = 0; i < cell->list.n; i++) {
            buf_char(out, i > 0 ? ',' : '[');
            buf_json(out, cell->list.at[i]);
        }
        buf_char(out, ']');
        return;
    case CELL_COUNT:
        buf_int(out, cell->count);
        return;
    case CELL_NUM:
        num_plain(&text, num_trim(cell->num));
        break;
    case CELL_DATE:
        date_iso(&text, cell->on);
        break;
    default:
        buf_add(&text, cell->text);
    }
    buf_json(out, page_take(page, &text));
}

static void write_json(const struct page *page, struct buf *out)
{
    size_t n;
    const size_t *order = practice_all(plan_practices(page->plan), &n);

    buf_addz(out, "{\"practices\":[");
    for (size_t i = 0; i < n; i++) {
        const struct practice *it = &page->site->practices.at[order[i]];
        struct cells cells = cells_of(page, it);
        bool more = false;

        buf_addz(out, i > 0 ? ",\n{" : "\n{");
        for (size_t k = 0; k < cells.n; k++) {
            if (!is_known(&cells.at[k]))
                continue;
            buf_addf(out, "%s\"%s\":", more ? "," : "", cells.at[k].name);
            put_value(out, page, &cells.at[k]);
            more = true;
        }
        buf_char(out, '}');
    }
    buf_addz(out, "\n]}\n");
}

/* --- the files --- */

static void write(struct page *page, struct buf *out)
{
    if (page->at == FORM_JSON)
        write_json(page, out);
    else
        write_table(page, page->at == FORM_EXCEL, out);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)arena;
    (void)release;
    if (!practice_any_public(site))
        return;
    plan_add(list, S("data/practices.csv"), FORM_CSV, 0);
    plan_add(list, S("data/practices-excel.csv"), FORM_EXCEL, 0);
    plan_add(list, S("data/practices.json"), FORM_JSON, 0);
}

const struct page_kind file_practices = {
    .name = "practices file", .list = list, .write = write,
};
