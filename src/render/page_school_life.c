/*
 * page_school_life: what is done for a school and its families: measures,
 * help, part in the programme, documents, practices, questions to ask.
 *
 * For page_school.c.
 */
#include "render/page_school.h"

#include "base/fold.h"
#include "render/block_look.h"
#include "render/page_practice.h"

#define LIST_OF(arr) (struct list){ (arr).at, (arr).n }

/* --- measures --- */

/* Done, cancelled, or its time has passed and nobody says it goes on. */
static bool is_over(const struct measure *it, date as_of)
{
    if (it->status == DONE_DONE || it->status == DONE_CANCELLED)
        return true;
    return it->when.kind == WHEN_SPAN && !it->when.yearly &&
           it->when.to < as_of && it->status != DONE_DOING &&
           it->status != DONE_POSTPONED;
}

/* What parents and children can still expect, of the school's own measures
 * and those for all. */
static bool is_for_family(const struct page *page, size_t programme,
                          size_t measure, size_t school)
{
    const struct measure *it =
        &page->site->programmes.at[programme].measures.at[measure];

    if (is_over(it, catalog_as_of(page->site, programme)) ||
        !(block_measure_is_for(it, "parents") ||
          block_measure_is_for(it, "pupils")))
        return false;
    return block_measure_shared(page, programme, measure) ||
           block_measure_names(page, programme, measure, school);
}

/* When, and that it was postponed. */
static struct str family_meta(const struct page *page,
                              const struct measure *it)
{
    struct str when = page_typo(page, it->when_text);

    if (it->status != DONE_POSTPONED)
        return when;
    return str_format(page->arena, "%.*s (%.*s)", STR_FMT(when),
                      STR_FMT(words_done(page->words, it->status)));
}

static void fill_measures(struct page *page, struct school_programme *view,
                          size_t programme, size_t school)
{
    const struct programme *it = &page->site->programmes.at[programme];
    ARR(struct view_measure) own = {0}, over = {0};
    ARR(struct school_item) family = {0};

    for (size_t i = 0; i < it->measures.n; i++) {
        const struct measure *measure = &it->measures.at[i];

        if (block_measure_names(page, programme, i, school)) {
            struct view_measure view_of = block_measure_of(page, programme, i,
                                                           school);

            if (is_over(measure, catalog_as_of(page->site, programme)))
                *ARR_PUSH(page->arena, &over) = view_of;
            else
                *ARR_PUSH(page->arena, &own) = view_of;
        }
        if (is_for_family(page, programme, i, school))
            *ARR_PUSH(page->arena, &family) = (struct school_item){
                .label = page_typo(page, measure->title),
                .url = page_url(page, THING_MEASURE, programme, i),
                .meta = family_meta(page, measure),
            };
    }
    view->measures = LIST_OF(own);
    view->has_measures = own.n > 0;
    view->over = LIST_OF(over);
    view->has_over = over.n > 0;
    view->bars = block_bars_note(page, programme, view->measures);
    view->for_family = LIST_OF(family);
    view->has_for_family = family.n > 0;
    view->has_plan = it->measures.n > 0;
    if (view->has_plan)
        view->plan_url = page_url(page, THING_PLAN, programme, 0);
}

/* --- its part in the programme --- */

static const char *role_key(int role)
{
    static const char *const keys[] = {
        [ROLE_PARTICIPANT] = "school.role_participant",
        [ROLE_PILOT] = "school.role_pilot",
        [ROLE_MENTOR] = "school.role_mentor",
        [ROLE_PARTNER] = "school.role_partner",
        [ROLE_BASE] = "school.role_base",
    };

    return keys[role];
}

static struct str years(const struct page *page, struct str since,
                        struct str until)
{
    if (since.n > 0 && until.n > 0)
        return page_fill(page, "school.years",
                         FILL({ "since", since }, { "until", until }));
    if (since.n > 0)
        return page_fill(page, "school.years_since",
                         FILL({ "since", since }));
    if (until.n > 0)
        return page_fill(page, "school.years_until",
                         FILL({ "until", until }));
    return (struct str){0};
}

/* Of a row that names the school as partner: told from its side. */
static struct school_role role_of(const struct page *page,
                                  const struct participant *part,
                                  size_t school)
{
    bool own = part->school.index == school;
    const struct ref *other = own ? &part->partner : &part->school;
    struct view_link partner = page_ref(page, other, !own || other->school
                                                         ? THING_SCHOOL
                                                         : THING_ORGANISATION);
    bool helped = !own && part->role == ROLE_MENTOR;

    return (struct school_role){
        .role = page_word(page, helped ? "school.role_helped"
                                : own ? role_key(part->role)
                                      : "school.role_together"),
        .helped = helped,
        .partner = partner.label,
        .partner_url = partner.url,
        .since = years(page, part->since, part->until),
        .agreement = page_typo(page, part->agreement),
        .note = page_typo(page, part->note),
    };
}

/* Two schools may name each other: then each has its own row. */
static bool names_it_too(const struct school_data *data, size_t programme,
                         const struct participant *row)
{
    const struct participant *own;

    if (row->school.index == data->school)
        return false;
    for (size_t i = 0; (own = school_part(data->index, data->school,
                                          programme, i)); i++) {
        if (own->school.index == data->school && own->partner.school &&
            own->partner.index == row->school.index)
            return true;
    }
    return false;
}

static void fill_roles(const struct page *page, struct school_programme *view,
                       const struct school_data *data, size_t programme)
{
    const struct participant *part;
    ARR(struct school_role) roles = {0};

    for (size_t i = 0; (part = school_part(data->index, data->school,
                                           programme, i)); i++) {
        if (!names_it_too(data, programme, part))
            *ARR_PUSH(page->arena, &roles) = role_of(page, part,
                                                     data->school);
    }
    view->roles = LIST_OF(roles);
    view->has_role = roles.n > 0;
}

/* --- what is written about it --- */

static struct str document_meta(const struct page *page,
                                const struct document *it)
{
    struct buf text = {0};

    buf_add(&text, page_typo(page, it->kind));
    if (it->number.n > 0) {
        if (text.n > 0)
            buf_char(&text, ' ');
        buf_add(&text, page_fill(page, "school.document_number",
                                 FILL({ "number", it->number })));
    }
    if (it->adopted_on != DATE_NONE) {
        if (text.n > 0)
            buf_addz(&text, ", ");
        buf_add(&text, page_date(page, it->adopted_on));
    }
    return page_take(page, &text);
}

static void fill_documents(const struct page *page,
                           struct school_programme *view, size_t programme,
                           size_t school)
{
    const struct programme *it = &page->site->programmes.at[programme];
    ARR(struct school_item) items = {0};

    for (size_t i = 0; i < it->documents.n; i++) {
        const struct document *document = &it->documents.at[i];

        if (document->school.index != school)
            continue;
        *ARR_PUSH(page->arena, &items) = (struct school_item){
            .label = page_typo(page, document->title),
            .url = page_url(page, THING_DOCUMENT, programme, i),
            .meta = document_meta(page, document),
        };
    }
    view->documents = LIST_OF(items);
    view->has_documents = items.n > 0;
}

static bool is_known(const struct view_link *links, size_t n, struct str url)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(links[i].url, url))
            return true;
    }
    return false;
}

static struct view_link mention_link(const struct page *page,
                                     const struct mention *it)
{
    bool index = it->section == NONE;
    enum thing thing = index ? THING_PROGRAMME : THING_SECTION;
    size_t sub = index ? 0 : it->section;

    return (struct view_link){
        .label = page_label(page, thing, it->programme, sub),
        .url = page_url(page, thing, it->programme, sub),
    };
}

static void fill_mentions(const struct page *page,
                          struct school_programme *view,
                          struct school_list mentions, size_t programme)
{
    ARR(struct view_link) links = {0};

    for (size_t i = 0; i < mentions.n; i++) {
        const struct mention *it = &page->site->mentions.at[mentions.at[i]];
        struct view_link link;

        if (it->programme != programme)
            continue;
        link = mention_link(page, it);
        if (!is_known(links.at, links.n, link.url))
            *ARR_PUSH(page->arena, &links) = link;
    }
    view->mentions = LIST_OF(links);
    view->has_mentions = links.n > 0;
}

void school_life(struct page *page, const struct school_data *data,
                 struct school_programme *view, size_t programme)
{
    fill_measures(page, view, programme, data->school);
    fill_roles(page, view, data, programme);
    fill_documents(page, view, programme, data->school);
    fill_mentions(page, view, school_mentions(data->index, data->school),
                  programme);
}

/* --- of the school as a whole --- */

struct list school_help_items(const struct page *page, size_t school)
{
    const struct school *it = &page->site->schools.at[school];
    struct school_item *items = PAGE_ARRAY(page, struct school_item,
                                           it->help_n);

    for (size_t i = 0; i < it->help_n; i++)
        items[i] = (struct school_item){
            .label = page_typo(page, it->help[i].title),
            .text = page_typo(page, it->help[i].text),
            .meta = page_typo(page, it->help[i].contact),
        };
    return (struct list){ items, it->help_n };
}

static struct school_questions questions_of(const struct page *page,
                                            const struct question_group *it)
{
    return (struct school_questions){
        .group = page_typo(page, it->group),
        .questions = page_lines(page, &it->questions),
    };
}

static bool is_among(const struct page *page, const struct str *names,
                     size_t n, struct str group)
{
    struct str key = fold_key(page->arena, group);

    for (size_t i = 0; i < n; i++) {
        if (str_eq(fold_key(page->arena, names[i]), key))
            return true;
    }
    return false;
}

#define QUESTIONS_MAX 4     /* groups; more is not read */

/* Those of the groups the school has indicators in, first where a target is
 * not reached; without any the first group, since a parent always may ask. */
struct list school_question_groups(const struct page *page,
                                   const struct school_data *data)
{
    const struct site *site = page->site;
    struct school_questions *groups =
        PAGE_ARRAY(page, struct school_questions, QUESTIONS_MAX);
    bool *chosen = PAGE_ARRAY(page, bool, site->questions.n);
    size_t n = 0, count = 0;

    for (int unmet = 1; unmet >= 0; unmet--) {
        for (size_t i = 0; i < site->questions.n; i++) {
            struct str group = site->questions.at[i].group;

            if (count == QUESTIONS_MAX || chosen[i] ||
                !(unmet ? is_among(page, data->unmet_names.at,
                                   data->unmet_names.n, group)
                        : is_among(page, data->group_names.at,
                                   data->group_names.n, group)))
                continue;
            chosen[i] = true;
            count++;
        }
    }
    if (count == 0 && site->questions.n > 0)
        chosen[0] = true;
    for (size_t i = 0; i < site->questions.n; i++) {
        if (chosen[i])
            groups[n++] = questions_of(page, &site->questions.at[i]);
    }
    return (struct list){ groups, n };
}

static struct school_item practice_item(const struct page *page, size_t at,
                                        bool adopted)
{
    const struct practice *it = &page->site->practices.at[at];
    int status = practice_status(page->site, it);
    struct school_item item = {
        .label = page_typo(page, it->text.title),
        .text = page_typo(page, it->text.summary),
    };
    struct str path = address_of(page->arena, page->site, THING_PRACTICE, at,
                                 0);

    if (page_has(page, path))
        item.url = page_path_url(page, path);
    if (status != PRACTICE_RECOMMENDED)
        item.meta = practice_status_word(page, status);
    if (adopted)
        item.meta = page_word(page, "school.practice_adopted");
    return item;
}

struct list school_practice_items(const struct page *page,
                                  const struct school_data *data)
{
    const struct site *site = page->site;
    struct school_list list = school_practices(data->index, data->school);
    struct school_item *items = PAGE_ARRAY(page, struct school_item, list.n);
    size_t n = 0;

    for (size_t i = 0; i < list.n; i++) {
        const struct practice *it = &site->practices.at[list.at[i]];

        if (practice_is_public(it))
            items[n++] = practice_item(page, list.at[i],
                                       it->school.index != data->school);
    }
    return (struct list){ items, n };
}

struct list school_news_items(const struct page *page,
                              const struct school_data *data)
{
    struct school_list list = school_news(data->index, data->school);
    struct school_item *items = PAGE_ARRAY(page, struct school_item, list.n);

    for (size_t i = 0; i < list.n; i++)
        items[i] = (struct school_item){
            .label = page_label(page, THING_NEWS_ITEM, list.at[i], NONE),
            .url = page_url(page, THING_NEWS_ITEM, list.at[i], NONE),
            .meta = page_date(page, page->site->news.at[list.at[i]].on),
        };
    return (struct list){ items, list.n };
}
