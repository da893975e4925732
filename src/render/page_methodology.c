/*
 * page_methodology: how is this counted, and what may be believed? The words
 * of the rules are the theme's, their numbers those in force on this site.
 *
 * A row of pages.c.
 */
#include "render/page_methodology.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- views --- */

/* A state of an indicator, what it means, and where it shows. */
struct methodology_status {
    struct methodology_rule rule;   /* its text and example */
    struct str status, status_class;
};

static const struct field status_fields[] = {
    FIELD(methodology_status, TEXT, status),
    FIELD(methodology_status, TEXT, status_class),
};
static const struct view status_view = {
    "methodology status", sizeof(struct methodology_status), status_fields,
    sizeof status_fields / sizeof *status_fields, &methodology_rule_view,
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

struct methodology_view {
    struct view_frame frame;
    struct list shares, wholes, chances, degrees;   /* methodology_rule */
    struct list statuses;           /* methodology_status */
    struct list methods;            /* methodology_method */
    const struct methodology_effect *effect;
    const struct methodology_protection *protection;
    const struct methodology_context *context;
    bool has_shares, has_wholes, has_chances, has_degrees;
    bool has_targets;               /* of any programme */
    bool has_result;                /* degrees, or what programmes come to */
    bool has_numbers;               /* indicators */
};

static const struct field methodology_fields[] = {
    FIELD_OF(methodology_view, LIST, shares, methodology_rule_view),
    FIELD_OF(methodology_view, LIST, wholes, methodology_rule_view),
    FIELD_OF(methodology_view, LIST, chances, methodology_rule_view),
    FIELD_OF(methodology_view, LIST, degrees, methodology_rule_view),
    FIELD_OF(methodology_view, LIST, statuses, status_view),
    FIELD_OF(methodology_view, LIST, methods, method_view),
    FIELD_OF(methodology_view, VIEW, protection, methodology_protection_view),
    FIELD_OF(methodology_view, VIEW, context, methodology_context_view),
    FIELD_OF(methodology_view, VIEW, effect, methodology_effect_view),
    FIELD(methodology_view, BOOL, has_shares),
    FIELD(methodology_view, BOOL, has_wholes),
    FIELD(methodology_view, BOOL, has_chances),
    FIELD(methodology_view, BOOL, has_degrees),
    FIELD(methodology_view, BOOL, has_targets),
    FIELD(methodology_view, BOOL, has_result),
    FIELD(methodology_view, BOOL, has_numbers),
};
static const struct view methodology_view = {
    "methodology", sizeof(struct methodology_view), methodology_fields,
    sizeof methodology_fields / sizeof *methodology_fields, &frame_view,
};

/* --- targets --- */

static void fill_statuses(const struct page *page,
                          const struct method_cells *cells,
                          struct methodology_view *view)
{
    static const struct {
        enum status status;
        const char *key;
        enum method method;         /* METHOD_COUNT: no number shows it */
    } rows[] = {
        { STATUS_REACHED, "methodology.reached", METHOD_REACHED },
        { STATUS_NEAR, "methodology.near", METHOD_NEAR },
        { STATUS_NOT_YET, "methodology.not_yet", METHOD_NOT_YET },
        { STATUS_NOT_DUE, "methodology.not_due", METHOD_COUNT },
        { STATUS_NO_TARGET, "methodology.no_target", METHOD_COUNT },
        { STATUS_NO_DATA, "methodology.no_data", METHOD_COUNT },
    };
    size_t n = sizeof rows / sizeof *rows;
    struct methodology_status *list = PAGE_ARRAY(
        page, struct methodology_status, n);

    for (size_t i = 0; i < n; i++) {
        list[i].status = words_status(page->words, rows[i].status);
        list[i].status_class = page_status_class(rows[i].status);
        list[i].rule.text = page_word(page, rows[i].key);
        if (rows[i].method != METHOD_COUNT)
            methodology_example(page, rows[i].method,
                                cells->at[rows[i].method], &list[i].rule);
    }
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
    ARR(struct methodology_method) list = {0};

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
    view->has_targets = list.n > 0;
}

/* --- the page --- */

static void fill_numbers(const struct page *page,
                         struct methodology_view *view)
{
    struct method_cells cells = words_methods(page->release);

    view->shares = methodology_shares(page, &cells);
    view->wholes = methodology_wholes(page, &cells);
    view->chances = methodology_chances(page, &cells);
    view->degrees = methodology_degrees(page, &cells);
    view->effect = methodology_effect(page);
    view->has_shares = view->shares.n > 0;
    view->has_wholes = view->wholes.n > 0;
    view->has_chances = view->chances.n > 0;
    view->has_degrees = view->degrees.n > 0;
    view->has_numbers = page->site->indicators.n > 0;
    fill_statuses(page, &cells, view);
    fill_methods(page, view);
    view->has_result = view->has_targets || view->effect;
}

static void fill(struct page *page, void *data)
{
    struct methodology_view *view = data;

    frame_heading(page, &view->frame, page_word(page, "methodology.heading"),
                  page_word(page, "methodology.description"));
    fill_numbers(page, view);
    view->protection = methodology_protection(page);
    view->context = methodology_context(page);
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
