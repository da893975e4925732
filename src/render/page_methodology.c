/*
 * page_methodology: how is this counted, and what may be believed? The words
 * of the rules are the theme's, their numbers those in force on this site.
 *
 * A row of pages.c.
 */
#include "render/page.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- views --- */

/* A state of an indicator and what it means. */
struct methodology_status {
    struct str status, status_class, text;
};

static const struct field status_fields[] = {
    FIELD(methodology_status, TEXT, status),
    FIELD(methodology_status, TEXT, status_class),
    FIELD(methodology_status, TEXT, text),
};
static const struct view status_view = {
    "methodology status", sizeof(struct methodology_status), status_fields,
    sizeof status_fields / sizeof *status_fields, NULL,
};

/* By which method a programme says how far its targets are reached. */
struct methodology_method {
    struct str programme, url, method;
};

static const struct field method_fields[] = {
    FIELD(methodology_method, TEXT, programme),
    FIELD(methodology_method, URL, url),
    FIELD(methodology_method, TEXT, method),
};
static const struct view method_view = {
    "methodology method", sizeof(struct methodology_method), method_fields,
    sizeof method_fields / sizeof *method_fields, NULL,
};

/* A number that is shown though a rule would hide it. */
struct methodology_exception {
    struct str indicator, url, school, school_url, period, rule, reason;
};

static const struct field exception_fields[] = {
    FIELD(methodology_exception, TEXT, indicator),
    FIELD(methodology_exception, URL, url),
    FIELD(methodology_exception, TEXT, school),
    FIELD(methodology_exception, URL, school_url),
    FIELD(methodology_exception, TEXT, period),
    FIELD(methodology_exception, TEXT, rule),
    FIELD(methodology_exception, TEXT, reason),
};
static const struct view exception_view = {
    "methodology exception", sizeof(struct methodology_exception),
    exception_fields, sizeof exception_fields / sizeof *exception_fields,
    NULL,
};

struct methodology_programme {
    struct str name;
    struct list rows;               /* methodology_exception */
};

static const struct field programme_fields[] = {
    FIELD(methodology_programme, TEXT, name),
    FIELD_OF(methodology_programme, LIST, rows, exception_view),
};
static const struct view programme_view = {
    "methodology programme", sizeof(struct methodology_programme),
    programme_fields, sizeof programme_fields / sizeof *programme_fields,
    NULL,
};

struct methodology_view {
    struct view_frame frame;
    struct list statuses;           /* methodology_status */
    struct list methods;            /* methodology_method */
    struct list rules;              /* view_link: sentences */
    struct list counts;             /* view_link: sentences */
    struct list exceptions;         /* methodology_programme */
    bool has_methods, has_counts, has_exceptions;
};

static const struct field methodology_fields[] = {
    FIELD_OF(methodology_view, LIST, statuses, status_view),
    FIELD_OF(methodology_view, LIST, methods, method_view),
    FIELD_OF(methodology_view, LIST, rules, link_view),
    FIELD_OF(methodology_view, LIST, counts, link_view),
    FIELD_OF(methodology_view, LIST, exceptions, programme_view),
    FIELD(methodology_view, BOOL, has_methods),
    FIELD(methodology_view, BOOL, has_counts),
    FIELD(methodology_view, BOOL, has_exceptions),
};
static const struct view methodology_view = {
    "methodology", sizeof(struct methodology_view), methodology_fields,
    sizeof methodology_fields / sizeof *methodology_fields, &frame_view,
};

/* --- targets --- */

static void fill_statuses(const struct page *page,
                          struct methodology_view *view)
{
    static const struct {
        enum status status;
        const char *key;
    } rows[] = {
        { STATUS_REACHED, "methodology.reached" },
        { STATUS_NEAR, "methodology.near" },
        { STATUS_NOT_YET, "methodology.not_yet" },
        { STATUS_NOT_DUE, "methodology.not_due" },
        { STATUS_NO_TARGET, "methodology.no_target" },
        { STATUS_NO_DATA, "methodology.no_data" },
    };
    size_t n = sizeof rows / sizeof *rows;
    struct methodology_status *list = PAGE_ARRAY(
        page, struct methodology_status, n);

    for (size_t i = 0; i < n; i++)
        list[i] = (struct methodology_status){
            .status = words_status(page->words, rows[i].status),
            .status_class = page_status_class(rows[i].status),
            .text = page_word(page, rows[i].key),
        };
    view->statuses = (struct list){ list, n };
}

static void fill_methods(const struct page *page,
                         struct methodology_view *view)
{
    static const char *const keys[] = {
        [ACHIEVEMENT_RATIO] = "methodology.by_ratio",
        [ACHIEVEMENT_SHARE] = "methodology.by_share",
    };
    const struct site *site = page->site;
    ARR(struct methodology_method) list = { 0 };

    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *it = &site->programmes.at[i];

        if (it->targets.n > 0)
            *ARR_PUSH(page->arena, &list) = (struct methodology_method){
                .programme = page_label(page, THING_PROGRAMME, i, NONE),
                .url = page_url(page, THING_PROGRAMME, i, NONE),
                .method = page_word(page, keys[it->achievement]),
            };
    }
    view->methods = LIST_OF(list);
    view->has_methods = list.n > 0;
}

/* --- the rules of protection --- */

static struct str number(const struct page *page, int64_t n)
{
    return page_number(page, num_int(n), 0);
}

static void fill_rules(const struct page *page, struct methodology_view *view)
{
    static const char *const keys[] = {
        "methodology.rule_n", "methodology.rule_k", "methodology.rule_zero",
        "methodology.rule_counts", "methodology.rule_sensitive",
        "methodology.rule_total", "methodology.rule_open",
        "methodology.rule_together",
    };
    const struct disclosure *limits = &page->site->config.disclosure;
    size_t n = sizeof keys / sizeof *keys;
    struct view_link *lines = PAGE_ARRAY(page, struct view_link, n);

    for (size_t i = 0; i < n; i++)
        lines[i].label = page_fill(page, keys[i],
            FILL({ "k", number(page, limits->k) },
                 { "k_sensitive", number(page, limits->k_sensitive) },
                 { "n_min", number(page, limits->n_min) },
                 { "last", number(page, limits->counts_below - 1) }));
    view->rules = (struct list){ lines, n };
}

static void fill_counts(const struct page *page,
                        struct methodology_view *view)
{
    struct release_counts counts = release_count(page->release);
    const struct {
        const char *key;
        size_t n;
    } rows[] = {
        { "methodology.count_shown", counts.shown },
        { "methodology.count_counts", counts.counts },
        { "methodology.count_hidden", counts.hidden },
        { "methodology.count_stated", counts.stated },
        { "methodology.count_level", counts.level },
    };
    ARR(struct view_link) lines = { 0 };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].n > 0)
            *ARR_PUSH(page->arena, &lines) = (struct view_link){
                .label = page_fill(page, rows[i].key,
                    FILL({ "n", number(page, (int64_t)rows[i].n) })),
            };
    }
    view->counts = LIST_OF(lines);
    view->has_counts = lines.n > 0;
}

/* --- exceptions --- */

static struct str rule_of(const struct page *page, int rule)
{
    static const char *const keys[] = {
        [RULE_SMALL] = "methodology.except_small",
        [RULE_N_UNKNOWN] = "methodology.except_unknown",
        [RULE_SENSITIVE] = "methodology.except_sensitive",
        [RULE_LEVEL] = "methodology.except_level",
    };

    return page_word(page, keys[rule]);
}

static struct methodology_exception exception_of(const struct page *page,
                                                 const struct override *it)
{
    struct view_link indicator = page_ref(page, &it->indicator,
                                          THING_INDICATOR);
    struct view_link school = page_ref(page, &it->school, THING_SCHOOL);

    return (struct methodology_exception){
        .indicator = indicator.label,
        .url = indicator.url,
        .school = school.label.n > 0
                      ? school.label
                      : page_word(page, "methodology.except_everywhere"),
        .school_url = school.url,
        .period = it->period.kind != PERIOD_NONE
                      ? page_period(page, it->period)
                      : page_word(page, "methodology.except_always"),
        .rule = rule_of(page, it->rule),
        .reason = page_typo(page, it->reason),
    };
}

static void fill_exceptions(const struct page *page,
                            struct methodology_view *view)
{
    const struct site *site = page->site;
    ARR(struct methodology_programme) list = { 0 };

    for (size_t i = 0; i < site->programmes.n; i++) {
        const struct programme *it = &site->programmes.at[i];
        struct methodology_exception *rows = PAGE_ARRAY(
            page, struct methodology_exception, it->overrides.n);

        if (it->overrides.n == 0)
            continue;
        for (size_t k = 0; k < it->overrides.n; k++)
            rows[k] = exception_of(page, &it->overrides.at[k]);
        *ARR_PUSH(page->arena, &list) = (struct methodology_programme){
            .name = page_label(page, THING_PROGRAMME, i, NONE),
            .rows = { rows, it->overrides.n },
        };
    }
    view->exceptions = LIST_OF(list);
    view->has_exceptions = list.n > 0;
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct methodology_view *view = data;

    frame_heading(page, &view->frame, page_word(page, "methodology.heading"),
                  page_word(page, "methodology.description"));
    fill_statuses(page, view);
    fill_methods(page, view);
    fill_rules(page, view);
    fill_counts(page, view);
    fill_exceptions(page, view);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_METHODOLOGY, NONE, NONE), 0,
             0);
}

const struct page_kind page_methodology = {
    .name = "methodology", .view = &methodology_view, .list = list,
    .fill = fill,
};
