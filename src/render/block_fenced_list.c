/*
 * block_fenced_list: the blocks that list things of a programme: ```plan,
 * ```finance, ```indicators, ```practices.
 *
 * For block_fenced.c.
 */
#include "render/block_fenced.h"

#include "base/fold.h"
#include "input/yml.h"
#include "model/practice.h"
#include "render/block_look.h"
#include "render/plan.h"
#include "render/practice_index.h"

static bool same(const struct page *page, struct str a, struct str b)
{
    return str_eq(fold_key(page->arena, a), fold_key(page->arena, b));
}

/* --- plan --- */

static bool is_wanted(const struct fenced *block, size_t programme,
                      size_t measure)
{
    const struct page *page = block->page;
    const struct programme *of = &page->site->programmes.at[programme];
    const struct measure *it = &of->measures.at[measure];
    struct str section = fenced_text(block, "section");
    struct str part = fenced_text(block, "subprogramme");
    struct str school = fenced_text(block, "school");

    if (section.n > 0 && !same(page, section, it->section))
        return false;
    if (part.n > 0 && !same(page, part, it->subprogramme.text) &&
        (it->subprogramme.text.n == 0 || it->subprogramme.index == NONE ||
         !same(page, part, of->sections.at[it->subprogramme.index].id)))
        return false;
    return school.n == 0 ||
           block_measure_names(page, programme, measure,
                               catalog_school(page->site, school));
}

static void put_measure(struct fenced *block, size_t programme,
                        size_t measure)
{
    struct view_measure it = block_measure(block->page, programme, measure);

    fenced_put(block, "<li class=\"measure\">");
    fenced_link(block, it.title, it.url);
    fenced_put(block, " <span class=\"meta\">");
    buf_prose(block->html, it.when);
    fenced_put(block, "</span> <span class=\"done done-");
    buf_attr(block->html, it.status_class);
    fenced_put(block, it.overdue ? " overdue\">" : "\">");
    fenced_put(block, "<span class=\"mark\" aria-hidden=\"true\"></span> ");
    buf_prose(block->html, it.status);
    fenced_put(block, "</span></li>\n");
}

/* What the block asked for, in the author's words. */
static struct str asked(const struct fenced *block)
{
    for (const struct yml *it = block->map->child; it; it = it->next) {
        if (it->text.n > 0)
            return it->text;
    }
    return str_of(block->name);
}

void fenced_plan(struct fenced *block)
{
    size_t programme = fenced_programme(block), n = 0;

    if (programme == NONE)
        return;
    for (size_t i = 0;
         i < block->page->site->programmes.at[programme].measures.n; i++) {
        if (!is_wanted(block, programme, i))
            continue;
        if (n++ == 0)
            fenced_put(block, "<ol class=\"plan\">\n");
        put_measure(block, programme, i);
    }
    if (n > 0)
        fenced_put(block, "</ol>\n");
    else
        fenced_nothing(block, asked(block));
}

/* --- finance --- */

/* Without `years` all of them. */
static bool is_year(const struct fenced *block, struct str year)
{
    const struct yml *node = yml_get(block->map, "years");

    if (yml_count(node) == 0)
        return true;
    if (node->kind == YML_TEXT)
        return str_eq(node->text, year);
    for (node = node->child; node; node = node->next) {
        if (str_eq(node->text, year))
            return true;
    }
    return false;
}

static void put_money(struct fenced *block, const struct view_money *it)
{
    fenced_put(block, "<tr>");
    fenced_cell(block, "th scope=\"row\"", it->year);
    fenced_cell(block, "td", it->source);
    fenced_cell(block, "td", it->purpose);
    fenced_cell(block, "td class=\"num\"", it->planned);
    fenced_cell(block, "td class=\"num\"", it->actual);
    fenced_put(block, "</tr>\n");
}

void fenced_finance(struct fenced *block)
{
    static const char *const columns[] = {
        "money.year", "money.source", "money.purpose", NULL
    };
    struct str sums[] = {
        page_word(block->page, "money.planned"),
        page_word(block->page, "money.actual")
    };
    size_t programme = fenced_programme(block), n = 0;
    struct list list;

    if (programme == NONE)
        return;
    list = block_money(block->page, programme);
    for (size_t i = 0; i < list.n; i++) {
        const struct view_money *it = (const struct view_money *)list.at + i;

        if (!is_year(block, it->year))
            continue;
        if (n++ == 0)
            fenced_table(block, page_word(block->page, "money.caption"),
                         columns, sums, sizeof sums / sizeof *sums);
        put_money(block, it);
    }
    if (n > 0)
        fenced_table_end(block);
    else
        fenced_nothing(block, asked(block));
}

/* --- indicators --- */

static bool is_in(const struct fenced *block, size_t indicator)
{
    const struct indicator *it =
        &block->page->site->indicators.at[indicator];
    struct str task = fenced_text(block, "task");
    struct str group = fenced_text(block, "group");

    return (task.n == 0 || same(block->page, task, it->task.text)) &&
           (group.n == 0 || same(block->page, group, it->group));
}

static void put_indicator(struct fenced *block, size_t indicator)
{
    const struct page *page = block->page;
    struct block_look look = block_look(page, indicator, RELEASE_WHOLE);

    fenced_put(block, "<tr><th scope=\"row\">");
    fenced_link(block, block_question(page, indicator),
                block_indicator_url(page, indicator));
    fenced_put(block, "</th>");
    fenced_cell(block, "td", block_value(page, &look));
    fenced_cell(block, "td", block_target(page, &look));
    fenced_put(block, "<td><span class=\"status status-");
    buf_attr(block->html, page_status_class(look.progress.status));
    fenced_put(block, "\"><span class=\"mark\" aria-hidden=\"true\"></span> ");
    buf_prose(block->html, block_status(page, &look));
    fenced_put(block, "</span></td></tr>\n");
}

void fenced_indicators(struct fenced *block)
{
    static const char *const columns[] = {
        "block.col_indicator", "block.col_last", "block.col_target",
        "block.col_status", NULL
    };
    size_t programme = fenced_programme(block), n = 0;
    const struct programme *it;

    if (programme == NONE)
        return;
    it = &block->page->site->programmes.at[programme];
    for (size_t i = 0; i < it->indicator_n; i++) {
        if (!is_in(block, it->indicator_first + i))
            continue;
        if (n++ == 0)
            fenced_table(block,
                         page_word(block->page, "block.table_caption"),
                         columns, NULL, 0);
        put_indicator(block, it->indicator_first + i);
    }
    if (n > 0)
        fenced_table_end(block);
    else
        fenced_nothing(block, asked(block));
}

/* --- practices --- */

/* `goal-zarechny-2022-study`, `level-5-9`, `cost-2`: as in the names of the
 * pages practices/by/; on a page of a programme also `goal-study`. */
static const struct facet_value *facet_of(const struct fenced *block,
                                          struct str id)
{
    const struct page *page = block->page;
    const struct practice_index *index = plan_practices(page->plan);
    const struct facet_value *value = practice_facet(index, id);
    size_t of = block_programme(page);
    struct str rest = id, word = str_cut(&rest, '-');

    if (!value && of != NONE)
        value = practice_facet(index, str_format(page->arena,
            "%.*s-%.*s-%.*s", STR_FMT(word),
            STR_FMT(page->site->programmes.at[of].id), STR_FMT(rest)));
    return value;
}

static bool is_current(const struct site *site, const struct practice *it)
{
    int status = practice_status(site, it);

    return status == PRACTICE_REVIEW || status == PRACTICE_RECOMMENDED;
}

/* On a page of a programme only its own. */
static bool belongs(const struct fenced *block, const struct practice *it)
{
    size_t programme = block_programme(block->page);

    return programme == NONE || it->programme.index == programme;
}

void fenced_practices(struct fenced *block)
{
    const struct page *page = block->page;
    struct str facet = fenced_text(block, "facet");
    const struct facet_value *value = facet_of(block, facet);
    size_t all, n = 0;
    const size_t *order = practice_all(plan_practices(page->plan), &all);

    if (facet.n > 0) {
        order = value ? value->practices : NULL;
        all = value ? value->n : 0;
    }
    for (size_t i = 0; i < all; i++) {
        const struct practice *it = &page->site->practices.at[order[i]];

        if (!is_current(page->site, it) || !belongs(block, it))
            continue;
        if (n++ == 0)
            fenced_put(block, "<ul>\n");
        fenced_put(block, "<li>");
        fenced_link(block, page_typo(page, it->text.title),
                    page_url(page, THING_PRACTICE, order[i], 0));
        if (it->text.summary.n > 0)
            fenced_put(block, ". ");
        buf_prose(block->html, page_typo(page, it->text.summary));
        fenced_put(block, "</li>\n");
    }
    if (n > 0)
        fenced_put(block, "</ul>\n");
    else
        fenced_nothing(block, asked(block));
}
