/*
 * block_fenced: ```chart, ```table and the like inside a text. Their body is
 * YAML; what it names wrongly is reported where it stands.
 *
 * For page_body.c.
 */
#include "render/block_fenced.h"

#include "base/fold.h"
#include "input/yml.h"
#include "render/block_look.h"

#include <string.h>

/* --- what a block says --- */

struct str fenced_text(const struct fenced *block, const char *key)
{
    const struct yml *node = yml_get(block->map, key);

    return node && node->kind == YML_TEXT ? node->text : (struct str){0};
}

static struct pos place_of(const struct fenced *block, const char *key)
{
    const struct yml *node = yml_get(block->map, key);

    return node ? node->at : block->at;
}

size_t fenced_programme(const struct fenced *block)
{
    size_t programme = block_programme(block->page);

    if (programme == NONE)
        diag_add(block->page->diag, block->at, MSG_BLOCK_PROGRAMME,
                 ARGS(str_of(block->name)));
    return programme;
}

void fenced_nothing(const struct fenced *block, struct str what)
{
    diag_add(block->page->diag, block->at, MSG_BLOCK_NOTHING,
             ARGS(str_of(block->name), what));
}

static void needs(const struct fenced *block, const char *key)
{
    diag_add(block->page->diag, block->at, MSG_BLOCK_NEEDS,
             ARGS(str_of(block->name), str_of(key)));
}

/* PROG/IND, or an indicator of the page's own programme. */
static size_t indicator_of(const struct fenced *block, struct str name,
                           struct pos at)
{
    const struct site *site = block->page->site;
    size_t indicator = catalog_indicator_path(site, name);
    size_t programme = block_programme(block->page);

    if (indicator == NONE && programme != NONE)
        indicator = catalog_indicator(site, programme, name);
    if (indicator == NONE)
        diag_add(block->page->diag, at, MSG_BLOCK_INDICATOR, ARGS(name));
    return indicator;
}

/* --- markup --- */

void fenced_put(struct fenced *block, const char *markup)
{
    buf_addz(block->html, markup);
}

void fenced_cell(struct fenced *block, const char *tag, struct str text)
{
    buf_addf(block->html, "<%s>", tag);
    buf_prose(block->html, text);
    buf_addf(block->html, "</%.*s>", (int)strcspn(tag, " "), tag);
}

void fenced_link(struct fenced *block, struct str label, struct str url)
{
    if (url.n > 0) {
        fenced_put(block, "<a href=\"");
        buf_attr(block->html, url);
        fenced_put(block, "\">");
    }
    buf_prose(block->html, label);
    if (url.n > 0)
        fenced_put(block, "</a>");
}

void fenced_table(struct fenced *block, struct str caption,
                  const char *const *columns, const struct str *more,
                  size_t n)
{
    fenced_put(block, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                      "aria-label=\"");
    buf_attr(block->html, caption);
    fenced_put(block, "\">\n<table>\n");
    fenced_cell(block, "caption", caption);
    fenced_put(block, "\n<thead><tr>");
    for (; *columns; columns++)
        fenced_cell(block, "th scope=\"col\"",
                    page_word(block->page, *columns));
    for (size_t i = 0; i < n; i++)
        fenced_cell(block, "th scope=\"col\" class=\"num\"", more[i]);
    fenced_put(block, "</tr></thead>\n<tbody>\n");
}

void fenced_table_end(struct fenced *block)
{
    fenced_put(block, "</tbody>\n</table>\n</div>\n");
}

/* --- chart --- */

static bool read_period(const struct fenced *block, const char *key,
                        struct period *period)
{
    struct str text = fenced_text(block, key);

    if (text.n == 0 || period_parse(text, period))
        return true;
    diag_add(block->page->diag, place_of(block, key), MSG_BLOCK_VALUE,
             ARGS(text, str_of(key), S("2024, 2023-2024")));
    return false;
}

static bool read_shape(const struct fenced *block, enum block_shape *shape)
{
    static const char *const names[] = { "auto", "trend", "slope", "bullet" };
    struct str text = fenced_text(block, "kind");

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (text.n == 0 || str_is(text, names[i])) {
            *shape = (enum block_shape)i;
            return true;
        }
    }
    diag_add(block->page->diag, place_of(block, "kind"), MSG_BLOCK_VALUE,
             ARGS(text, S("kind"), S("auto, trend, slope, bullet")));
    return false;
}

static bool read_school(const struct fenced *block, size_t *school)
{
    struct str text = fenced_text(block, "school");

    *school = text.n == 0 ? RELEASE_WHOLE
                          : catalog_school(block->page->site, text);
    if (text.n == 0 || *school != NONE)
        return true;
    diag_add(block->page->diag, place_of(block, "school"), MSG_BLOCK_SCHOOL,
             ARGS(text));
    return false;
}

static bool read_chart(const struct fenced *block, struct block_chart *ask)
{
    struct str name = fenced_text(block, "indicator");

    if (name.n == 0) {
        needs(block, "indicator");
        return false;
    }
    ask->indicator = indicator_of(block, name, place_of(block, "indicator"));
    ask->title = page_typo(block->page, fenced_text(block, "title"));
    ask->id = str_format(block->page->arena, "chart-%u", block->at.line);
    return ask->indicator != NONE && read_school(block, &ask->school) &&
           read_period(block, "from", &ask->from) &&
           read_period(block, "to", &ask->to) &&
           read_shape(block, &ask->shape);
}

static void put_chart(struct fenced *block)
{
    struct block_chart ask = {0};
    struct view_card card;

    if (!read_chart(block, &ask))
        return;
    card = block_card(block->page, ask.indicator, ask.school);
    fenced_put(block, "<figure class=\"card\">\n");
    if (ask.title.n > 0)
        fenced_cell(block, "p class=\"question\"", ask.title);
    fenced_cell(block, "p class=\"headline\"", card.headline);
    buf_add(block->html, block_chart(block->page, &ask));
    fenced_put(block, "\n<figcaption class=\"meta\">");
    buf_prose(block->html, card.caption);
    if (card.caption.n > 0)
        fenced_put(block, " ");
    fenced_link(block, page_fill(block->page, "block.all_data",
                                 FILL({ "title", card.title })), card.url);
    fenced_put(block, "</figcaption>\n</figure>\n");
}

/* --- table --- */

struct columns {
    ARR(size_t) indicators;
    ARR(struct period) periods;
};

static void add_period(const struct page *page, struct columns *columns,
                       struct period period)
{
    size_t at = 0;

    while (at < columns->periods.n &&
           period_cmp(columns->periods.at[at], period) < 0)
        at++;
    if (at < columns->periods.n &&
        period_eq(columns->periods.at[at], period))
        return;
    *ARR_PUSH(page->arena, &columns->periods) = period;
    memmove(&columns->periods.at[at + 1], &columns->periods.at[at],
            (columns->periods.n - 1 - at) * sizeof period);
    columns->periods.at[at] = period;
}

static void add_indicator(const struct page *page, struct columns *columns,
                          size_t indicator)
{
    size_t n;
    const struct period *periods = release_periods(page->release, indicator,
                                                   &n);

    *ARR_PUSH(page->arena, &columns->indicators) = indicator;
    for (size_t i = 0; i < n; i++) {
        if (release_fact(page->release, indicator, RELEASE_WHOLE, i).state !=
            STATE_NOT_YET)
            add_period(page, columns, periods[i]);
    }
}

static struct str cell_at(const struct page *page, size_t indicator,
                          struct period period)
{
    size_t at = release_period(page->release, indicator, period);
    struct fact fact = { .state = STATE_MISSING };

    if (at != NONE)
        fact = release_fact(page->release, indicator, RELEASE_WHOLE, at);
    return page_cell(page, indicator, fact);
}

static void open_table(struct fenced *block, const struct columns *columns)
{
    static const char *const first[] = { "block.col_indicator", NULL };
    struct str *names = PAGE_ARRAY(block->page, struct str,
                                   columns->periods.n);

    for (size_t i = 0; i < columns->periods.n; i++)
        names[i] = page_period_short(block->page, columns->periods.at[i]);
    fenced_table(block, page_word(block->page, "block.table_caption"), first,
                 names, columns->periods.n);
}

static void put_row(struct fenced *block, const struct columns *columns,
                    size_t indicator)
{
    const struct page *page = block->page;

    fenced_put(block, "<tr><th scope=\"row\">");
    fenced_link(block, block_title(page, indicator),
                block_indicator_url(page, indicator));
    fenced_put(block, "</th>");
    for (size_t i = 0; i < columns->periods.n; i++)
        fenced_cell(block, "td class=\"num\"",
                    cell_at(page, indicator, columns->periods.at[i]));
    fenced_put(block, "</tr>\n");
}

/* The list of indicators, or the only one. */
static const struct yml *first_of(const struct yml *node)
{
    return node->kind == YML_LIST ? node->child : node;
}

static void put_table(struct fenced *block)
{
    const struct yml *node = yml_get(block->map, "indicators");
    struct columns columns = {0};

    if (yml_count(node) == 0) {
        needs(block, "indicators");
        return;
    }
    for (const struct yml *it = first_of(node); it;
         it = node->kind == YML_LIST ? it->next : NULL) {
        size_t indicator = indicator_of(block, it->text, it->at);

        if (indicator != NONE)
            add_indicator(block->page, &columns, indicator);
    }
    if (columns.indicators.n == 0)
        return;
    open_table(block, &columns);
    for (size_t i = 0; i < columns.indicators.n; i++)
        put_row(block, &columns, columns.indicators.at[i]);
    fenced_table_end(block);
}

/* --- which block --- */

struct kind {
    const char *name, *keys;    /* keys: with a blank between and around */
    void (*put)(struct fenced *block);
};

static const struct kind kinds[] = {
    { "chart", " indicator school kind from to title ", put_chart },
    { "table", " indicators ", put_table },
    { "plan", " section subprogramme school ", fenced_plan },
    { "finance", " years ", fenced_finance },
    { "indicators", " task group ", fenced_indicators },
    { "practices", " facet ", fenced_practices },
};

static struct str key_list(const struct page *page, const struct kind *kind)
{
    struct str keys = str_trim(str_of(kind->keys));
    struct buf out = {0};

    while (keys.p) {
        struct str key = str_cut(&keys, ' ');

        if (out.n > 0)
            buf_addz(&out, ", ");
        buf_add(&out, key);
    }
    return page_take(page, &out);
}

/* Are all keys known? Every wrong one is reported. */
static bool check_keys(const struct fenced *block, const struct kind *kind)
{
    const struct page *page = block->page;
    bool good = true;

    for (const struct yml *it = block->map->child; it; it = it->next) {
        struct str key = str_format(page->arena, " %.*s ", STR_FMT(it->key));

        if (str_find(str_of(kind->keys), key) >= 0)
            continue;
        diag_add(page->diag, it->key_at, MSG_BLOCK_KEY,
                 ARGS(it->key, str_of(kind->name), key_list(page, kind)));
        good = false;
    }
    return good;
}

bool block_fenced(struct page *page, struct str info, struct str body,
                  struct pos at, struct pos body_at, struct buf *html)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct fenced block = { .page = page, .name = kinds[i].name,
                                .at = at, .html = html };

        if (!str_is(info, kinds[i].name))
            continue;
        block.map = yml_parse(page->arena, body, body_at, page->diag);
        if (!block.map)
            return true;
        if (block.map->kind != YML_MAP)
            diag_add(page->diag, body_at, MSG_BLOCK_BODY,
                     ARGS(info, key_list(page, &kinds[i])));
        else if (check_keys(&block, &kinds[i]))
            kinds[i].put(&block);
        return true;
    }
    return false;
}
