/*
 * page_practice_card: one practice in a list.
 *
 * For page_practices.c and page_facet.c.
 */
#include "render/page_practice.h"

#include "render/plan.h"

static const struct field card_fields[] = {
    FIELD(practice_card, TEXT, title),
    FIELD(practice_card, URL, url),
    FIELD(practice_card, TEXT, summary),
    FIELD(practice_card, TEXT, level),
    FIELD(practice_card, TEXT, status),
    FIELD(practice_card, TEXT, reviewed),
    FIELD(practice_card, TEXT, cost),
    FIELD(practice_card, TEXT, cost_squares),
    FIELD(practice_card, TEXT, evidence),
    FIELD(practice_card, TEXT, evidence_squares),
    FIELD(practice_card, TEXT, school),
    FIELD(practice_card, URL, school_url),
    FIELD(practice_card, TEXT, programme),
    FIELD(practice_card, URL, programme_url),
    FIELD(practice_card, TEXT, facets),
    FIELD(practice_card, BOOL, demo),
    FIELD(practice_card, BOOL, announced),
};
const struct view practice_card_view = {
    "practice card", sizeof(struct practice_card), card_fields,
    sizeof card_fields / sizeof *card_fields, NULL,
};

struct practice_card practice_card(const struct page *page, size_t at)
{
    const struct practice *it = &page->site->practices.at[at];
    int status = practice_status(page->site, it);
    struct practice_dial cost = practice_cost(page, it);
    struct practice_dial evidence = practice_evidence(page, it);
    struct view_link school = page_ref(page, &it->school, THING_SCHOOL);
    struct view_link programme = page_ref(page, &it->programme,
                                          THING_PROGRAMME);

    return (struct practice_card){
        .title = page_label(page, THING_PRACTICE, at, NONE),
        .url = page_url(page, THING_PRACTICE, at, NONE),
        .summary = page_typo(page, it->text.summary),
        .level = practice_level(page, it),
        .status = practice_status_word(page, status),
        .reviewed = page_date(page, it->reviewed),
        .cost = cost.text,
        .cost_squares = cost.squares,
        .evidence = evidence.text,
        .evidence_squares = evidence.squares,
        .school = school.label,
        .school_url = school.url,
        .programme = programme.label,
        .programme_url = programme.url,
        .facets = practice_facet_ids(plan_practices(page->plan), at),
        .demo = it->demo,
        .announced = status == PRACTICE_ANNOUNCED,
    };
}
