/*
 * page_methodology_context: conditions and results of schools (R1.13): what a
 * resilient school is, by whose formula it is computed here, and how many
 * there are where site.yml lets that be said. No school is named.
 *
 * For page_methodology.c.
 */
#include "render/page_methodology.h"

#include "release/context.h"
#include "render/block_charts.h"
#include "render/page_monitoring.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- views --- */

struct context_sum {
    struct str name;
    struct list terms;              /* view_link */
};

static const struct field sum_fields[] = {
    FIELD(context_sum, TEXT, name),
    FIELD_OF(context_sum, LIST, terms, link_view),
};
static const struct view sum_view = {
    "context sum", sizeof(struct context_sum), sum_fields,
    sizeof sum_fields / sizeof *sum_fields, NULL,
};

struct context_line {
    struct str name, above, below;
};

static const struct field line_fields[] = {
    FIELD(context_line, TEXT, name),
    FIELD(context_line, TEXT, above),
    FIELD(context_line, TEXT, below),
};
static const struct view line_view = {
    "context line", sizeof(struct context_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

struct context_part {
    struct str title, why_not, year, left_out, resilient;
    struct str chart;               /* html, or empty */
    struct list lines;              /* context_line */
    bool has_lines;
};

static const struct field part_fields[] = {
    FIELD(context_part, TEXT, title),
    FIELD(context_part, TEXT, why_not),
    FIELD(context_part, TEXT, year),
    FIELD(context_part, TEXT, left_out),
    FIELD(context_part, TEXT, resilient),
    FIELD(context_part, HTML, chart),
    FIELD_OF(context_part, LIST, lines, line_view),
    FIELD(context_part, BOOL, has_lines),
};
static const struct view part_view = {
    "context part", sizeof(struct context_part), part_fields,
    sizeof part_fields / sizeof *part_fields, NULL,
};

struct methodology_context {
    struct str whose, programme, programme_url, thresholds;
    struct list sums;               /* context_sum */
    struct list parts;              /* context_part */
    struct list published;          /* view_link: programmes with labels */
    bool has_formula, has_published;
};

static const struct field context_fields[] = {
    FIELD(methodology_context, TEXT, whose),
    FIELD(methodology_context, TEXT, programme),
    FIELD(methodology_context, URL, programme_url),
    FIELD(methodology_context, TEXT, thresholds),
    FIELD_OF(methodology_context, LIST, sums, sum_view),
    FIELD_OF(methodology_context, LIST, parts, part_view),
    FIELD_OF(methodology_context, LIST, published, link_view),
    FIELD(methodology_context, BOOL, has_formula),
    FIELD(methodology_context, BOOL, has_published),
};
const struct view methodology_context_view = {
    "methodology context", sizeof(struct methodology_context), context_fields,
    sizeof context_fields / sizeof *context_fields, NULL,
};

static struct str number(const struct page *page, size_t n)
{
    return page_number(page, num_int((int64_t)n), 0);
}

/* --- the formula --- */

static struct list terms_of(const struct page *page,
                            const struct formula *formula)
{
    struct view_link *terms = PAGE_ARRAY(page, struct view_link, formula->n);

    for (size_t i = 0; i < formula->n; i++) {
        const struct weighted *w = &formula->at[i];
        bool known = w->indicator != NONE;

        terms[i].label = page_fill(page, "context.term",
            FILL({ "weight", page_number(page, w->weight, -1) },
                 { "indicator", known ? page_label(page, THING_INDICATOR,
                                                   w->indicator, NONE)
                                      : page_typo(page, w->name) }));
        if (known)
            terms[i].url = page_url(page, THING_INDICATOR, w->indicator,
                                    NONE);
    }
    return (struct list){ terms, formula->n };
}

static void fill_formula(const struct page *page,
                         struct methodology_context *view,
                         const struct resilience *by)
{
    const struct {
        struct str name;
        const struct formula *formula;
    } rows[] = {
        { by->title.n > 0 ? page_typo(page, by->title)
                          : page_word(page, "context.index"), &by->index },
        { page_word(page, "context.result"), &by->result },
        { page_word(page, "context.process"), &by->process },
    };
    ARR(struct context_sum) sums = {0};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].formula->n > 0)
            *ARR_PUSH(page->arena, &sums) = (struct context_sum){
                rows[i].name, terms_of(page, rows[i].formula)
            };
    }
    view->sums = LIST_OF(sums);
    view->has_formula = true;
    view->whose = page_fill(page, "context.whose",
        FILL({ "source", page_typo(page, page_sentence(by->source)) }));
    view->programme = page_label(page, THING_PROGRAMME, by->of, NONE);
    view->programme_url = page_url(page, THING_PROGRAMME, by->of, NONE);
    if (by->lowest > 0 && by->highest > 0)
        view->thresholds = page_fill(page, "context.thresholds",
            FILL({ "lowest", number(page, (size_t)by->lowest) },
                 { "highest", number(page, (size_t)by->highest) }));
}

/* --- what it gives --- */

static struct list lines_of(const struct page *page,
                            const struct context *context,
                            enum context_cross cross)
{
    static const char *const keys[][2] = {
        [CONTEXT_CONDITIONS] = { "context.index_below",
                                 "context.index_above" },
        [CONTEXT_PROCESS] = { "context.process_below",
                              "context.process_above" },
    };
    struct context_line *lines = PAGE_ARRAY(page, struct context_line, 2);

    for (size_t i = 0; i < 2; i++)
        lines[i] = (struct context_line){
            .name = page_word(page, keys[cross][i]),
            .above = page_count(page, "school", context->groups[i][1]),
            .below = page_count(page, "school", context->groups[i][0]),
        };
    return (struct list){ lines, 2 };
}

static struct str why_not(const struct page *page,
                          const struct context *context)
{
    if (page->site->config.cluster_public != CLUSTERS_ANONYMOUS)
        return page_word(page, "context.not_public");
    if (context->state == CONTEXT_READY)
        return (struct str){0};
    if (context->schools == 0)
        return page_word(page, "context.nobody");
    return page_fill(page, "context.few",
        FILL({ "schools", page_count(page, "of.school", context->schools) },
             { "least", number(page, CONTEXT_SCHOOLS_MIN) }));
}

static struct context_part part_of(const struct page *page,
                                   const struct context *context,
                                   enum context_cross cross)
{
    bool process = cross == CONTEXT_PROCESS;
    struct context_part part = {
        .title = page_word(page, process ? "context.process_title"
                                         : "context.conditions_title"),
        .why_not = why_not(page, context),
    };

    if (part.why_not.n > 0)
        return part;
    part.has_lines = true;
    if (!process)
        part.chart = block_quadrant(page, context);
    part.lines = lines_of(page, context, cross);
    part.year = page_fill(page, "context.year",
        FILL({ "year", str_format(page->arena, "%lld",
                                  (long long)context->year) },
             { "n", number(page, context->schools) }));
    if (context->left_out > 0)
        part.left_out = page_fill(page, "context.left_out",
            FILL({ "n", number(page, context->left_out) }));
    if (context->has_resilient)
        part.resilient = page_fill(page,
            process ? "context.resilient_process" : "context.resilient",
            FILL({ "schools", page_count(page, "school",
                                         context->resilient) }));
    return part;
}

static struct list parts_of(const struct page *page)
{
    ARR(struct context_part) parts = {0};

    for (int i = CONTEXT_CONDITIONS; i <= CONTEXT_PROCESS; i++) {
        struct context context = context_of(page->arena, page->release,
                                            (enum context_cross)i);

        if (context.state != CONTEXT_NOT_GIVEN)
            *ARR_PUSH(page->arena, &parts) =
                part_of(page, &context, (enum context_cross)i);
    }
    return LIST_OF(parts);
}

/* --- the section --- */

static struct list published_of(const struct page *page)
{
    ARR(struct view_link) links = {0};

    for (size_t i = 0; i < page->site->programmes.n; i++) {
        if (cluster_any(page->site, i))
            *ARR_PUSH(page->arena, &links) = (struct view_link){
                .label = page_label(page, THING_PROGRAMME, i, NONE),
                .url = page_url(page, THING_MONITORING, i, NONE),
            };
    }
    return LIST_OF(links);
}

const struct methodology_context *methodology_context(const struct page *page)
{
    const struct resilience *by = &page->site->config.resilience;
    struct methodology_context *view = ARENA_NEW(page->arena,
                                                 struct methodology_context);

    view->published = published_of(page);
    view->has_published = view->published.n > 0;
    if (by->of != NONE && by->source.n > 0) {
        fill_formula(page, view, by);
        view->parts = parts_of(page);
    }
    return view->has_formula || view->has_published ? view : NULL;
}
