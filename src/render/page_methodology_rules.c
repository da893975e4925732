/*
 * page_methodology_rules: the formulas that are in force on this site, each
 * with one of its own numbers as the example. Which number: words_method.h.
 *
 * For page_methodology.c.
 */
#include "render/page_methodology.h"

/* --- one rule --- */

static const struct field rule_fields[] = {
    FIELD(methodology_rule, TEXT, name),
    FIELD(methodology_rule, TEXT, text),
    FIELD(methodology_rule, TEXT, formula),
    FIELD(methodology_rule, TEXT, label),
    FIELD(methodology_rule, URL, url),
    FIELD(methodology_rule, TEXT, place),
    FIELD(methodology_rule, TEXT, example),
};
const struct view methodology_rule_view = {
    "methodology rule", sizeof(struct methodology_rule), rule_fields,
    sizeof rule_fields / sizeof *rule_fields, NULL,
};

/* «Заречная школа № 1, 2025 год»; the whole by its word. */
static struct str place_of(const struct page *page, struct method_cell cell)
{
    const struct indicator *it = &page->site->indicators.at[cell.indicator];
    size_t n;
    struct period period = release_periods(page->release, cell.indicator,
                                           &n)[cell.period];
    struct str who = cell.school == RELEASE_WHOLE
                         ? words_whole(page->words, it->programme)
                         : page_label(page, THING_SCHOOL, cell.school, NONE);

    return page_fill(page, "methodology.place",
                     FILL({ "who", who },
                          { "period", page_period(page, period) }));
}

void methodology_example(const struct page *page, enum method method,
                         struct method_cell cell,
                         struct methodology_rule *rule)
{
    struct buf text = {0};

    if (!cell.found)
        return;
    words_method(&text, page->words, method, cell);
    rule->example = page_take(page, &text);
    rule->label = page_label(page, THING_INDICATOR, cell.indicator, NONE);
    rule->url = page_url(page, THING_INDICATOR, cell.indicator, NONE);
    rule->place = place_of(page, cell);
}

/* --- the rules of a section --- */

struct rule_row {
    enum method method;
    const char *name, *text, *formula;
};

static struct str text_of(const struct page *page, const char *key)
{
    const struct disclosure *limits = &page->site->config.disclosure;

    return page_fill(page, key,
        FILL({ "n_min", page_number(page, num_int(limits->n_min), 0) },
             { "last", page_number(page, num_int(limits->counts_below - 1),
                                   0) }));
}

static struct list rules_of(const struct page *page,
                            const struct method_cells *cells,
                            const struct rule_row *rows, size_t n)
{
    ARR(struct methodology_rule) list = {0};

    for (size_t i = 0; i < n; i++) {
        struct method_cell cell = cells->at[rows[i].method];
        struct methodology_rule rule = { .name = S("") };

        if (!cell.used)
            continue;
        rule.name = page_word(page, rows[i].name);
        rule.text = text_of(page, rows[i].text);
        if (rows[i].formula)
            rule.formula = page_word(page, rows[i].formula);
        methodology_example(page, rows[i].method, cell, &rule);
        *ARR_PUSH(page->arena, &list) = rule;
    }
    return (struct list){ list.at, list.n };
}

#define RULES_OF(page, cells, rows) \
    rules_of((page), (cells), (rows), sizeof(rows) / sizeof *(rows))

struct list methodology_shares(const struct page *page,
                               const struct method_cells *cells)
{
    static const struct rule_row rows[] = {
        { METHOD_SHARE, "methodology.share", "methodology.share_text", NULL },
        { METHOD_COUNTS, "methodology.few", "methodology.few_text", NULL },
        { METHOD_CUT, "methodology.cut", "methodology.cut_text", NULL },
    };

    return RULES_OF(page, cells, rows);
}

struct list methodology_wholes(const struct page *page,
                               const struct method_cells *cells)
{
    static const struct rule_row rows[] = {
        { METHOD_WEIGHTED, "methodology.weighted",
          "methodology.weighted_text", NULL },
        { METHOD_SUM, "methodology.sum", "methodology.sum_text", NULL },
        { METHOD_MEAN, "methodology.mean", "methodology.mean_text", NULL },
        { METHOD_GIVEN, "methodology.given", "methodology.given_text", NULL },
        { METHOD_APART, "methodology.none", "methodology.none_text", NULL },
        { METHOD_COVERAGE, "methodology.coverage",
          "methodology.coverage_text", NULL },
    };

    return RULES_OF(page, cells, rows);
}

struct list methodology_chances(const struct page *page,
                                const struct method_cells *cells)
{
    static const struct rule_row rows[] = {
        { METHOD_RANGE, "methodology.range", "methodology.range_text",
          "methodology.range_formula" },
        { METHOD_NOISE, "methodology.noise", "methodology.noise_text",
          "methodology.noise_formula" },
        { METHOD_ABOUT, "methodology.about", "methodology.about_text",
          NULL },
        { METHOD_HALF, "methodology.half", "methodology.half_text", NULL },
        { METHOD_BREAK, "methodology.break", "methodology.break_text",
          NULL },
    };

    return RULES_OF(page, cells, rows);
}

struct list methodology_degrees(const struct page *page,
                                const struct method_cells *cells)
{
    static const struct rule_row rows[] = {
        { METHOD_DEGREE_UP, "methodology.degree_up",
          "methodology.degree_up_text", NULL },
        { METHOD_DEGREE_DOWN, "methodology.degree_down",
          "methodology.degree_down_text", NULL },
        { METHOD_DEGREE_ZERO, "methodology.degree_zero",
          "methodology.degree_zero_text", NULL },
    };

    return RULES_OF(page, cells, rows);
}
