/*
 * page_practice_facet: the facets of practices in words, with their counts.
 *
 * For page_practice*.c, page_facet.c and pages that lead to practices.
 */
#include "render/page_practice.h"

#include "render/plan.h"
#include "render/school_name.h"

static const struct field choice_fields[] = {
    FIELD(practice_choice, TEXT, id),
    FIELD(practice_choice, TEXT, label),
    FIELD(practice_choice, URL, url),
    FIELD(practice_choice, TEXT, count),
    FIELD(practice_choice, BOOL, current),
};
static const struct view choice_view = {
    "practice choice", sizeof(struct practice_choice), choice_fields,
    sizeof choice_fields / sizeof *choice_fields, NULL,
};

static const struct field choices_fields[] = {
    FIELD(practice_choices, TEXT, id),
    FIELD(practice_choices, TEXT, name),
    FIELD_OF(practice_choices, LIST, values, choice_view),
};
const struct view practice_choices_view = {
    "practice choices", sizeof(struct practice_choices), choices_fields,
    sizeof choices_fields / sizeof *choices_fields, NULL,
};

struct str practice_facet_name(const struct page *page, enum facet facet)
{
    static const char *const keys[FACETS] = {
        [FACET_PROGRAMME] = "facet.programme", [FACET_GOAL] = "facet.goal",
        [FACET_INDICATOR] = "facet.indicator", [FACET_LEVEL] = "facet.level",
        [FACET_SUBJECT] = "facet.subject",     [FACET_COST] = "facet.cost",
        [FACET_EVIDENCE] = "facet.evidence",   [FACET_SCHOOL] = "facet.school",
        [FACET_STATUS] = "facet.status",
    };

    return page_word(page, keys[facet]);
}

/* Programmes may share a task's or an indicator's words. */
static struct str of_programme(const struct page *page, struct str words,
                               size_t programme)
{
    if (page->site->programmes.n == 1)
        return words;
    return page_fill(page, "facet.of_programme",
        FILL({ "what", words },
             { "programme", page_label(page, THING_PROGRAMME, programme,
                                       NONE) }));
}

struct str practice_facet_label(const struct page *page,
                                const struct facet_value *value)
{
    const struct site *site = page->site;

    switch (value->facet) {
    case FACET_PROGRAMME:
        return page_label(page, THING_PROGRAMME, value->at, NONE);
    case FACET_GOAL:
        return of_programme(page,
            page_typo(page, page_sentence(
                site->programmes.at[value->at].tasks[value->sub].text)),
            value->at);
    case FACET_INDICATOR:
        return of_programme(page, plan_title(page->plan, value->at),
                            site->indicators.at[value->at].programme);
    case FACET_LEVEL:
        return practice_stage_word(page, value->at);
    case FACET_SUBJECT:
        return page_typo(page, value->name);
    case FACET_COST:
        return practice_cost_word(page, (int64_t)value->at);
    case FACET_EVIDENCE:
        return practice_evidence_word(page, (int64_t)value->at);
    case FACET_SCHOOL:
        return school_title(page, value->at);
    default:
        return practice_status_word(page, (int)value->at);
    }
}

struct practice_choices practice_choices(const struct page *page,
                                         enum facet facet)
{
    size_t all, n = 0;
    const struct facet_value *values =
        practice_facets(plan_practices(page->plan), &all);
    struct practice_choice *rows = PAGE_ARRAY(page, struct practice_choice,
                                              all + 1);

    for (size_t i = 0; i < all; i++) {
        struct str path = address_facet(page->arena, values[i].id);

        if (values[i].facet == facet)
            rows[n++] = (struct practice_choice){
                .id = values[i].id,
                .label = practice_facet_label(page, &values[i]),
                .url = page_path_url(page, path),
                .count = page_number(page, num_int((int64_t)values[i].n), 0),
                .current = str_eq(path, page->path),
            };
    }
    return (struct practice_choices){
        .id = str_of(practice_facet_word(facet)),
        .name = practice_facet_name(page, facet),
        .values = { rows, n },
    };
}

struct list practice_choices_all(const struct page *page)
{
    struct practice_choices *rows = PAGE_ARRAY(page, struct practice_choices,
                                               FACETS);
    size_t n = 0;

    for (size_t i = 0; i < FACETS; i++) {
        rows[n] = practice_choices(page, (enum facet)i);
        n += rows[n].values.n > 0;
    }
    return (struct list){ rows, n };
}

struct str practice_facet_url(const struct page *page, enum facet facet,
                              size_t at, size_t sub)
{
    const struct facet_value *value = practice_facet_of(
        plan_practices(page->plan), facet, at, sub);
    struct str path;

    if (!value)
        return (struct str){0};
    path = address_facet(page->arena, value->id);
    return page_reaches(page, path) ? page_path_url(page, path)
                                    : (struct str){0};
}
