/*
 * page_practice: what helped, and is it worth taking? Problem, steps, what it
 * takes, what changed and how sure that is, when it does not fit.
 *
 * A row of pages.c.
 */
#include "render/page_practice.h"

#include "base/fold.h"
#include "render/page_attached.h"

/* --- views --- */

struct practice_step {
    struct str text, duration;
};

static const struct field step_fields[] = {
    FIELD(practice_step, TEXT, text),
    FIELD(practice_step, TEXT, duration),
};
static const struct view step_view = {
    "practice step", sizeof(struct practice_step), step_fields,
    sizeof step_fields / sizeof *step_fields, NULL,
};

struct practice_adoption {
    struct str school, school_url, year, url;
};

static const struct field adoption_fields[] = {
    FIELD(practice_adoption, TEXT, school),
    FIELD(practice_adoption, URL, school_url),
    FIELD(practice_adoption, TEXT, year),
    FIELD(practice_adoption, URL, url),
};
static const struct view adoption_view = {
    "practice adoption", sizeof(struct practice_adoption), adoption_fields,
    sizeof adoption_fields / sizeof *adoption_fields, NULL,
};

struct practice_view {
    struct view_frame frame;
    struct str summary, status, reviewed, review_by, experts;
    struct str cost, cost_squares, evidence, evidence_squares,
        evidence_means, evidence_do;
    struct str cost_url, evidence_url, goal_url, status_url;
    struct str problem, goal, conditions, hours, duration, risks,
        not_for, authors, contact, licence, source;
    struct str body;                /* html */
    struct str school, school_url, programme, programme_url, practices_url;
    struct list steps;              /* practice_step */
    const struct practice_effect *effect;
    struct list adopted;            /* practice_adoption */
    struct list levels, subjects;   /* view_link: to those of the same */
    struct list materials, indicators, measures;    /* view_link */
    bool announced, outdated, archived, has_dials, has_steps, has_needs,
        has_limits, has_adopted, has_materials, has_indicators,
        has_measures, has_level, has_subjects;
};

static const struct field practice_fields[] = {
    FIELD(practice_view, TEXT, summary),
    FIELD(practice_view, TEXT, status),
    FIELD(practice_view, TEXT, reviewed),
    FIELD(practice_view, TEXT, review_by),
    FIELD(practice_view, TEXT, experts),
    FIELD(practice_view, TEXT, cost),
    FIELD(practice_view, TEXT, cost_squares),
    FIELD(practice_view, TEXT, evidence),
    FIELD(practice_view, TEXT, evidence_squares),
    FIELD(practice_view, TEXT, evidence_means),
    FIELD(practice_view, TEXT, evidence_do),
    FIELD(practice_view, URL, cost_url),
    FIELD(practice_view, URL, evidence_url),
    FIELD(practice_view, URL, goal_url),
    FIELD(practice_view, URL, status_url),
    FIELD(practice_view, TEXT, problem),
    FIELD(practice_view, TEXT, goal),
    FIELD(practice_view, TEXT, conditions),
    FIELD(practice_view, TEXT, hours),
    FIELD(practice_view, TEXT, duration),
    FIELD(practice_view, TEXT, risks),
    FIELD(practice_view, TEXT, not_for),
    FIELD(practice_view, TEXT, authors),
    FIELD(practice_view, TEXT, contact),
    FIELD(practice_view, TEXT, licence),
    FIELD(practice_view, TEXT, source),
    FIELD(practice_view, HTML, body),
    FIELD(practice_view, TEXT, school),
    FIELD(practice_view, URL, school_url),
    FIELD(practice_view, TEXT, programme),
    FIELD(practice_view, URL, programme_url),
    FIELD(practice_view, URL, practices_url),
    FIELD_OF(practice_view, LIST, steps, step_view),
    FIELD_OF(practice_view, VIEW, effect, practice_effect_view),
    FIELD_OF(practice_view, LIST, adopted, adoption_view),
    FIELD_OF(practice_view, LIST, levels, link_view),
    FIELD_OF(practice_view, LIST, subjects, link_view),
    FIELD_OF(practice_view, LIST, materials, link_view),
    FIELD_OF(practice_view, LIST, indicators, link_view),
    FIELD_OF(practice_view, LIST, measures, link_view),
    FIELD(practice_view, BOOL, announced),
    FIELD(practice_view, BOOL, outdated),
    FIELD(practice_view, BOOL, archived),
    FIELD(practice_view, BOOL, has_dials),
    FIELD(practice_view, BOOL, has_steps),
    FIELD(practice_view, BOOL, has_needs),
    FIELD(practice_view, BOOL, has_limits),
    FIELD(practice_view, BOOL, has_adopted),
    FIELD(practice_view, BOOL, has_materials),
    FIELD(practice_view, BOOL, has_indicators),
    FIELD(practice_view, BOOL, has_measures),
    FIELD(practice_view, BOOL, has_level),
    FIELD(practice_view, BOOL, has_subjects),
};
static const struct view practice_view = {
    "practice", sizeof(struct practice_view), practice_fields,
    sizeof practice_fields / sizeof *practice_fields, &frame_view,
};

/* --- heading and status --- */

static void fill_heading(struct page *page, struct practice_view *view,
                         const struct practice *it)
{
    frame_heading(page, &view->frame, it->text.title, it->text.summary);
    if (view->school.n > 0)
        view->frame.title = page_fill(page, "practice.title",
            FILL({ "title", view->frame.heading },
                 { "school", view->school }));
    frame_text(page, &view->frame, &it->text);
    frame_crumb(page, &view->frame, page_word(page, "practices.heading"),
                view->practices_url);
    view->frame.demo = it->demo;
    if (it->programme.text.n > 0 && it->programme.index != NONE)
        frame_source(page, &view->frame, it->programme.index);
}

static struct str experts_of(const struct page *page,
                             const struct practice *it)
{
    struct str commission = page_typo(page, it->commission);
    struct str protocol = page_typo(page, it->protocol);

    if (commission.n == 0 || protocol.n == 0)
        return commission.n > 0 ? commission : protocol;
    return page_fill(page, "practice.experts",
                     FILL({ "commission", commission },
                          { "protocol", protocol }));
}

static void fill_status(const struct page *page, struct practice_view *view,
                        const struct practice *it)
{
    int status = practice_status(page->site, it);

    view->status = practice_status_word(page, status);
    view->status_url = practice_facet_url(page, FACET_STATUS, (size_t)status,
                                          0);
    view->announced = status == PRACTICE_ANNOUNCED;
    view->outdated = status == PRACTICE_OUTDATED;
    view->archived = status == PRACTICE_ARCHIVED;
    view->reviewed = page_date(page, it->reviewed);
    view->review_by = page_date(page, practice_review_by(it));
    view->experts = experts_of(page, it);
}

static void fill_dials(const struct page *page, struct practice_view *view,
                       const struct practice *it)
{
    static const char *const means[] = {
        "practice.means_0", "practice.means_1", "practice.means_2",
        "practice.means_3", "practice.means_4",
    };
    static const char *const todo[] = {
        "practice.do_0", "practice.do_1", "practice.do_2", "practice.do_3",
        "practice.do_4",
    };
    struct practice_dial cost = practice_cost(page, it);
    struct practice_dial evidence = practice_evidence(page, it);

    if (view->announced)
        return;
    view->cost = cost.text;
    view->cost_squares = cost.squares;
    view->evidence = evidence.text;
    view->evidence_squares = evidence.squares;
    if (evidence.text.n > 0) {
        view->evidence_means = page_word(page, means[it->evidence]);
        view->evidence_do = page_word(page, todo[it->evidence]);
        view->evidence_url = practice_facet_url(page, FACET_EVIDENCE,
                                                (size_t)it->evidence, 0);
    }
    if (cost.text.n > 0)
        view->cost_url = practice_facet_url(page, FACET_COST,
                                            (size_t)it->cost, 0);
    view->has_dials = cost.text.n > 0 || evidence.text.n > 0;
}

/* --- what is done, and what it takes --- */

static void fill_steps(const struct page *page, struct practice_view *view,
                       const struct practice *it)
{
    struct practice_step *steps = PAGE_ARRAY(page, struct practice_step,
                                             it->steps_n);

    for (size_t i = 0; i < it->steps_n; i++) {
        steps[i].text = page_typo(page, it->steps[i].text);
        steps[i].duration = page_typo(page, it->steps[i].duration);
    }
    view->steps = (struct list){ steps, it->steps_n };
    view->has_steps = it->steps_n > 0;
}

/* «12 месяцев» of a bare number. */
static struct str months(const struct page *page, struct str text)
{
    struct num n;

    if (num_parse(text, &n, NULL) != NUM_OK || n.scale != 0 || n.v < 0)
        return page_typo(page, text);
    return page_count(page, "practice.months", (size_t)n.v);
}

/* The task in words, and where its other practices are. */
static void fill_goal(const struct page *page, struct practice_view *view,
                      const struct practice *it)
{
    size_t at = it->programme.text.n > 0 ? it->programme.index : NONE;
    const struct programme *of;

    view->goal = page_typo(page, it->goal);
    if (at == NONE)
        return;
    of = &page->site->programmes.at[at];
    for (size_t i = 0; i < of->tasks_n; i++) {
        if (!str_eq(of->tasks[i].id, it->goal))
            continue;
        view->goal = page_typo(page, of->tasks[i].text);
        view->goal_url = practice_facet_url(page, FACET_GOAL, at, i);
    }
}

/* One of several words with a comma behind it, but for the last. */
static void add_word(struct view_link *links, size_t *n,
                     struct view_link link)
{
    if (*n > 0)
        links[*n - 1].end = S(",");
    links[(*n)++] = link;
}

static void fill_levels(const struct page *page, struct practice_view *view,
                        const struct practice *it)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, STAGES + 1);
    size_t n = 0;

    for (size_t i = 0; i < STAGES; i++) {
        if (it->stages >> i & 1)
            add_word(links, &n, (struct view_link){
                .label = practice_stage_word(page, i),
                .url = practice_facet_url(page, FACET_LEVEL, i, 0) });
    }
    if (it->grades.n > 0)
        add_word(links, &n, (struct view_link){
            .label = practice_grades(page, it) });
    view->levels = (struct list){ links, n };
    view->has_level = n > 0;
}

static void fill_subjects(const struct page *page,
                          struct practice_view *view,
                          const struct practice *it)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link,
                                         it->subjects.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < it->subjects.n; i++) {
        struct str id = fold_slug(page->arena, it->subjects.at[i]);
        struct str path = address_facet(page->arena,
            str_format(page->arena, "subject-%.*s", STR_FMT(id)));

        add_word(links, &n, (struct view_link){
            .label = page_typo(page, it->subjects.at[i]),
            .url = page_reaches(page, path) ? page_path_url(page, path)
                                            : (struct str){0} });
    }
    view->subjects = (struct list){ links, n };
    view->has_subjects = n > 0;
}

static struct str joined(const struct page *page, const struct strs *parts)
{
    return page_typo(page, str_join(page->arena, parts->at, parts->n,
                                    S(", ")));
}

static void fill_words(const struct page *page, struct practice_view *view,
                       const struct practice *it)
{
    view->summary = page_typo(page, it->text.summary);
    view->problem = page_typo(page, it->problem);
    fill_goal(page, view, it);
    fill_levels(page, view, it);
    fill_subjects(page, view, it);
    view->conditions = page_typo(page, it->conditions);
    view->hours = page_typo(page, it->hours);
    view->duration = months(page, it->duration_to_effect);
    view->risks = page_typo(page, it->risks);
    view->not_for = page_typo(page, it->not_for);
    if (it->consent)
        view->authors = joined(page, &it->authors);
    view->contact = page_typo(page, it->contact);
    view->licence = page_typo(page, it->licence);
    view->source = page_typo(page, it->source);
    view->has_needs = view->conditions.n + view->hours.n > 0;
    view->has_limits = view->risks.n + view->not_for.n > 0;
}

/* --- who else, and where to read on --- */

static void fill_adopted(const struct page *page, struct practice_view *view,
                         const struct practice *it)
{
    struct practice_adoption *rows = PAGE_ARRAY(
        page, struct practice_adoption, it->adopted_n);

    for (size_t i = 0; i < it->adopted_n; i++) {
        struct view_link school = page_ref(page, &it->adopted[i].school,
                                           THING_SCHOOL);

        rows[i] = (struct practice_adoption){
            .school = school.label,
            .school_url = school.url,
            .year = it->adopted[i].year,
            .url = page_site_url(page, it->adopted[i].url),
        };
    }
    view->adopted = (struct list){ rows, it->adopted_n };
    view->has_adopted = it->adopted_n > 0;
}

static void fill_materials(const struct page *page,
                           struct practice_view *view,
                           const struct practice *it)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link,
                                         it->materials.n);

    for (size_t i = 0; i < it->materials.n; i++)
        links[i] = page_attached(page, it->text.at.file, it->materials.at[i],
                                 (struct str){0});
    view->materials = (struct list){ links, it->materials.n };
    view->has_materials = it->materials.n > 0;
}

static void fill_measures(const struct page *page, struct practice_view *view,
                          const struct practice *it)
{
    ARR(struct view_link) links = {0};

    for (size_t i = 0; i < it->measures.n; i++) {
        const struct ref *ref = &it->measures.at[i];

        if (ref->index == NONE || it->programme.index == NONE)
            continue;
        *ARR_PUSH(page->arena, &links) = (struct view_link){
            .label = page_label(page, THING_MEASURE, it->programme.index,
                                ref->index),
            .url = page_url(page, THING_MEASURE, it->programme.index,
                            ref->index),
        };
    }
    view->measures = (struct list){ links.at, links.n };
    view->has_measures = links.n > 0;
}

static void fill_links(const struct page *page, struct practice_view *view,
                       const struct practice *it)
{
    struct view_link programme = page_ref(page, &it->programme,
                                          THING_PROGRAMME);
    struct view_link school = page_ref(page, &it->school, THING_SCHOOL);

    if (page_reaches(page, address_of(page->arena, page->site,
                                      THING_PRACTICES, NONE, NONE)))
        view->practices_url = page_url(page, THING_PRACTICES, NONE, NONE);
    view->programme = programme.label;
    view->programme_url = programme.url;
    view->school = school.label;
    view->school_url = school.url;
    view->indicators = page_refs(page, &it->indicators, THING_INDICATOR);
    view->has_indicators = it->indicators.n > 0;
    fill_measures(page, view, it);
    fill_adopted(page, view, it);
    fill_materials(page, view, it);
}

/* --- the page --- */

static void fill(struct page *page, void *data)
{
    struct practice_view *view = data;
    const struct practice *it = &page->site->practices.at[page->at];

    fill_links(page, view, it);
    fill_heading(page, view, it);
    fill_status(page, view, it);
    fill_dials(page, view, it);
    fill_words(page, view, it);
    fill_steps(page, view, it);
    view->effect = practice_effect(page, it);
    view->body = page_body(page, &it->text, S("text-"));
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];
        struct str path = address_of(arena, site, THING_PRACTICE, i, NONE);

        if (!practice_is_public(it))
            continue;
        if (practice_status(site, it) == PRACTICE_ARCHIVED)
            plan_add_unlisted(list, path, i, 0);
        else
            plan_add(list, path, i, 0);
    }
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)sub;
    return site->practices.at[at].text.at;
}

const struct page_kind page_practice = {
    .name = "practice", .view = &practice_view, .list = list, .fill = fill,
    .origin = origin,
};
