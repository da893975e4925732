/*
 * page_methodology_protection: how are children protected on this site? The
 * rules in force, how much they hide, and every exception.
 *
 * For page_methodology.c.
 */
#include "render/page_methodology.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- views --- */

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

/* How one indicator is protected. */
struct methodology_way {
    struct str indicator, url, privacy, level, way;
};

static const struct field way_fields[] = {
    FIELD(methodology_way, TEXT, indicator),
    FIELD(methodology_way, URL, url),
    FIELD(methodology_way, TEXT, privacy),
    FIELD(methodology_way, TEXT, level),
    FIELD(methodology_way, TEXT, way),
};
static const struct view way_view = {
    "methodology way", sizeof(struct methodology_way), way_fields,
    sizeof way_fields / sizeof *way_fields, NULL,
};

struct methodology_ways {
    struct str name;
    struct list rows;               /* methodology_way */
};

static const struct field ways_fields[] = {
    FIELD(methodology_ways, TEXT, name),
    FIELD_OF(methodology_ways, LIST, rows, way_view),
};
static const struct view ways_view = {
    "methodology ways", sizeof(struct methodology_ways), ways_fields,
    sizeof ways_fields / sizeof *ways_fields, NULL,
};

/* How many numbers of one class are in which state. */
struct methodology_count {
    struct str privacy, shown, counts, hidden, level;
};

static const struct field count_fields[] = {
    FIELD(methodology_count, TEXT, privacy),
    FIELD(methodology_count, TEXT, shown),
    FIELD(methodology_count, TEXT, counts),
    FIELD(methodology_count, TEXT, hidden),
    FIELD(methodology_count, TEXT, level),
};
static const struct view count_view = {
    "methodology count", sizeof(struct methodology_count), count_fields,
    sizeof count_fields / sizeof *count_fields, NULL,
};

struct methodology_protection {
    struct list rules;              /* view_link: sentences */
    struct list ways;               /* methodology_ways */
    struct list counts;             /* methodology_count */
    struct list exceptions;         /* methodology_programme */
    bool has_ways, has_counts, has_exceptions;
};

static const struct field protection_fields[] = {
    FIELD_OF(methodology_protection, LIST, rules, link_view),
    FIELD_OF(methodology_protection, LIST, ways, ways_view),
    FIELD_OF(methodology_protection, LIST, counts, count_view),
    FIELD_OF(methodology_protection, LIST, exceptions, programme_view),
    FIELD(methodology_protection, BOOL, has_ways),
    FIELD(methodology_protection, BOOL, has_counts),
    FIELD(methodology_protection, BOOL, has_exceptions),
};
const struct view methodology_protection_view = {
    "methodology protection", sizeof(struct methodology_protection),
    protection_fields, sizeof protection_fields / sizeof *protection_fields,
    NULL,
};

/* --- the rules of protection --- */

static struct str number(const struct page *page, int64_t n)
{
    return page_number(page, num_int(n), 0);
}

static void fill_rules(const struct page *page,
                       struct methodology_protection *view)
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

/* --- class, level and order of every indicator about people --- */

static struct str privacy_of(const struct page *page, int privacy)
{
    static const char *const keys[] = {
        [PRIVACY_OPEN] = "methodology.class_open",
        [PRIVACY_PEOPLE] = "methodology.class_people",
        [PRIVACY_SENSITIVE] = "methodology.class_sensitive",
    };

    return page_word(page, keys[privacy]);
}

/* What is hidden when one school is: see settle.c. */
static const char *way_key(const struct indicator *it)
{
    if (it->aggregate == AGGREGATE_NONE)
        return "methodology.way_no_whole";
    return it->policy == POLICY_TOTAL_FIRST ? "methodology.way_total"
                                            : "methodology.way_schools";
}

static struct methodology_ways ways_of(const struct page *page,
                                       size_t programme)
{
    const struct site *site = page->site;
    const struct programme *p = &site->programmes.at[programme];
    ARR(struct methodology_way) rows = {0};

    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t i = p->indicator_first + k;
        const struct indicator *it = &site->indicators.at[i];

        if (it->privacy == PRIVACY_OPEN)
            continue;
        *ARR_PUSH(page->arena, &rows) = (struct methodology_way){
            .indicator = page_label(page, THING_INDICATOR, i, NONE),
            .url = page_url(page, THING_INDICATOR, i, NONE),
            .privacy = privacy_of(page, it->privacy),
            .level = page_word(page,
                               it->publish_level == LEVEL_SCHOOL ||
                                       release_by_school(page->release, i)
                                   ? "methodology.level_school"
                                   : "methodology.level_whole"),
            .way = page_word(page, way_key(it)),
        };
    }
    return (struct methodology_ways){
        .name = page_label(page, THING_PROGRAMME, programme, NONE),
        .rows = LIST_OF(rows),
    };
}

static void fill_ways(const struct page *page,
                      struct methodology_protection *view)
{
    ARR(struct methodology_ways) list = {0};

    for (size_t i = 0; i < page->site->programmes.n; i++) {
        struct methodology_ways ways = ways_of(page, i);

        if (ways.rows.n > 0)
            *ARR_PUSH(page->arena, &list) = ways;
    }
    view->ways = LIST_OF(list);
    view->has_ways = list.n > 0;
}

/* --- how much is hidden --- */

static void fill_counts(const struct page *page,
                        struct methodology_protection *view)
{
    static const int classes[] = { PRIVACY_OPEN, PRIVACY_PEOPLE,
                                   PRIVACY_SENSITIVE };
    ARR(struct methodology_count) rows = {0};

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        struct release_counts n = release_count(page->release, classes[i]);

        if (n.shown + n.counts + n.hidden + n.level > 0)
            *ARR_PUSH(page->arena, &rows) = (struct methodology_count){
                .privacy = privacy_of(page, classes[i]),
                .shown = number(page, (int64_t)n.shown),
                .counts = number(page, (int64_t)n.counts),
                .hidden = number(page, (int64_t)n.hidden),
                .level = number(page, (int64_t)n.level),
            };
    }
    view->counts = LIST_OF(rows);
    view->has_counts = rows.n > 0;
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
                            struct methodology_protection *view)
{
    const struct site *site = page->site;
    ARR(struct methodology_programme) list = {0};

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

/* --- the section --- */

const struct methodology_protection *
methodology_protection(const struct page *page)
{
    struct methodology_protection *view =
        PAGE_ARRAY(page, struct methodology_protection, 1);

    fill_rules(page, view);
    fill_ways(page, view);
    fill_counts(page, view);
    fill_exceptions(page, view);
    return view;
}
