/*
 * page_practice_words: what the list of practices and the page of one say in
 * the same words.
 *
 * For page_practices.c and page_practice.c.
 */
#include "render/page_practice.h"

#define SQUARES 5

/* --- closed lists --- */

struct str practice_status_word(const struct page *page, int status)
{
    static const char *const keys[] = {
        [PRACTICE_ANNOUNCED] = "practice.status_announced",
        [PRACTICE_DRAFT] = "practice.status_draft",
        [PRACTICE_REVIEW] = "practice.status_review",
        [PRACTICE_RECOMMENDED] = "practice.status_recommended",
        [PRACTICE_OUTDATED] = "practice.status_outdated",
        [PRACTICE_ARCHIVED] = "practice.status_archived",
    };

    return page_word(page, keys[status]);
}

struct str practice_stage_word(const struct page *page, size_t stage)
{
    static const char *const keys[STAGES] = {
        [STAGE_PRESCHOOL] = "practice.stage_0",
        [STAGE_PRIMARY] = "practice.stage_1",
        [STAGE_BASIC] = "practice.stage_5",
        [STAGE_UPPER] = "practice.stage_10",
        [STAGE_EXTRA] = "practice.stage_extra",
    };

    return page_word(page, keys[stage]);
}

struct str practice_cost_word(const struct page *page, int64_t cost)
{
    const int64_t *limits = page->site->config.practice_costs;
    bool most = cost == PRACTICE_COST_MAX;
    struct num limit = num_int(limits[most ? cost - 2 : cost - 1]);

    return page_fill(page, most ? "practice.cost_over" : "practice.cost_to",
                     FILL({ "n", page_number(page, limit, 0) }));
}

struct str practice_evidence_word(const struct page *page, int64_t evidence)
{
    static const char *const keys[] = {
        "practice.evidence_0", "practice.evidence_1", "practice.evidence_2",
        "practice.evidence_3", "practice.evidence_4",
    };

    return page_word(page, keys[evidence]);
}

/* --- dials --- */

static struct str squares(const struct page *page, int64_t filled)
{
    struct buf out = {0};

    for (int64_t i = 0; i < SQUARES; i++)
        utf8_add(&out, i < filled ? 0x25A0 : 0x25A1);
    return page_take(page, &out);
}

/* «2 из 5 — до 2 000 рублей на ученика в год». */
struct practice_dial practice_cost(const struct page *page,
                                   const struct practice *it)
{
    if (it->cost < 1 || it->cost > PRACTICE_COST_MAX)
        return (struct practice_dial){0};
    return (struct practice_dial){
        .squares = squares(page, it->cost),
        .text = page_fill(page, "practice.dial",
            FILL({ "n", page_number(page, num_int(it->cost), 0) },
                 { "all", page_number(page, num_int(PRACTICE_COST_MAX), 0) },
                 { "words", practice_cost_word(page, it->cost) })),
    };
}

/* Its five levels are words; their digits stand in the data only. */
struct practice_dial practice_evidence(const struct page *page,
                                       const struct practice *it)
{
    if (it->evidence < 0 || it->evidence > PRACTICE_EVIDENCE_MAX)
        return (struct practice_dial){0};
    return (struct practice_dial){
        .squares = squares(page, it->evidence + 1),
        .text = practice_evidence_word(page, it->evidence),
    };
}

/* --- for whom --- */

static bool is_digit(struct str text)
{
    return text.n > 0 && text.p[0] >= '0' && text.p[0] <= '9';
}

struct str practice_grades(const struct page *page,
                           const struct practice *it)
{
    struct str grades = page_typo(page, it->grades);

    if (!is_digit(grades) || !is_digit(str_skip(grades, grades.n - 1)))
        return grades;
    return page_fill(page, "practice.grades", FILL({ "grades", grades }));
}

struct str practice_level(const struct page *page, const struct practice *it)
{
    struct str parts[STAGES + 1];
    size_t n = 0;

    for (size_t stage = 0; stage < STAGES; stage++) {
        if (it->stages >> stage & 1)
            parts[n++] = practice_stage_word(page, stage);
    }
    if (it->grades.n > 0)
        parts[n++] = practice_grades(page, it);
    return str_join(page->arena, parts, n, S(", "));
}
