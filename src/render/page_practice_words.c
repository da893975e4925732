/*
 * page_practice_words: what the list of practices and the page of one say in
 * the same words.
 *
 * For page_practices.c and page_practice.c.
 */
#include "render/page_practice.h"

#define SQUARES 5
#define COST_MAX 5
#define EVIDENCE_MAX 4      /* counted from 0: five levels */

/* --- status --- */

static date year_after(date d)
{
    int year, month, day;
    date later;

    date_split(d, &year, &month, &day);
    later = date_of(year + 1, month, day);
    return later != DATE_NONE ? later : date_of(year + 1, month, day - 1);
}

int practice_status(const struct page *page, const struct practice *it)
{
    const struct site *site = page->site;
    bool known = it->programme.text.n > 0 &&
                 it->programme.index < site->programmes.n;
    date as_of = known ? catalog_as_of(site, it->programme.index)
                       : site->config.as_of;

    if (it->status != PRACTICE_RECOMMENDED &&
        it->status != PRACTICE_OUTDATED)
        return it->status;
    if (it->review_by == DATE_NONE || it->review_by >= as_of)
        return it->status;
    return year_after(it->review_by) < as_of ? PRACTICE_ARCHIVED
                                             : PRACTICE_OUTDATED;
}

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

/* --- dials --- */

static struct str squares(const struct page *page, int64_t filled)
{
    struct buf out = { 0 };

    for (int64_t i = 0; i < SQUARES; i++)
        utf8_add(&out, i < filled ? 0x25A0 : 0x25A1);
    return page_take(page, &out);
}

/* «2 из 5 — до 2 000 рублей на ученика в год». */
static struct practice_dial dial(const struct page *page, int64_t filled,
                                 const char *key)
{
    return (struct practice_dial){
        .squares = squares(page, filled),
        .text = page_fill(page, "practice.dial",
            FILL({ "n", page_number(page, num_int(filled), 0) },
                 { "all", page_number(page, num_int(SQUARES), 0) },
                 { "words", page_word(page, key) })),
    };
}

struct practice_dial practice_cost(const struct page *page,
                                   const struct practice *it)
{
    static const char *const keys[] = {
        "practice.cost_1", "practice.cost_2", "practice.cost_3",
        "practice.cost_4", "practice.cost_5",
    };

    if (it->cost < 1 || it->cost > COST_MAX)
        return (struct practice_dial){ 0 };
    return dial(page, it->cost, keys[it->cost - 1]);
}

struct practice_dial practice_evidence(const struct page *page,
                                       const struct practice *it)
{
    static const char *const keys[] = {
        "practice.evidence_0", "practice.evidence_1", "practice.evidence_2",
        "practice.evidence_3", "practice.evidence_4",
    };

    if (it->evidence < 0 || it->evidence > EVIDENCE_MAX)
        return (struct practice_dial){ 0 };
    return dial(page, it->evidence + 1, keys[it->evidence]);
}

/* --- for whom --- */

/* The stages that are named by their classes. */
static const struct {
    const char *first, *last, *key;
} stages[] = {
    { "1", "4", "practice.stage_1" },
    { "5", "9", "practice.stage_5" },
    { "10", "11", "practice.stage_10" },
};

static bool is_digit(struct str text)
{
    return text.n > 0 && text.p[0] >= '0' && text.p[0] <= '9';
}

/* «5–9», with whatever hyphen or dash, as a stage; else as it is. */
static struct str stage_of(const struct page *page, struct str level)
{
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        struct str first = str_of(stages[i].first);
        struct str last = str_of(stages[i].last);
        size_t dash = level.n - first.n - last.n;

        if (level.n > first.n + last.n && dash <= 3 &&
            str_starts(level, first) && !is_digit(str_skip(level, first.n)) &&
            str_ends(level, last))
            return page_word(page, stages[i].key);
    }
    return page_typo(page, level);
}

struct str practice_level(const struct page *page, const struct practice *it)
{
    struct str level = stage_of(page, it->level);
    struct str grades = page_typo(page, it->grades);

    if (is_digit(grades) && is_digit(str_skip(grades, grades.n - 1)))
        grades = page_fill(page, "practice.grades",
                           FILL({ "grades", grades }));
    if (level.n == 0 || grades.n == 0)
        return level.n > 0 ? level : grades;
    return page_fill(page, "practice.level",
                     FILL({ "level", level }, { "grades", grades }));
}
