/*
 * page_home_now: the sentences of the moment of a site with one programme.
 * No name of a school, no number of a single one.
 *
 * For page_home.c.
 */
#include "render/page_home.h"

#include "render/block_look.h"
#include "render/page.h"

/* «В плане 24 мероприятия: выполнено — 12, в работе — 5.» */
static struct str plan_sentence(const struct page *page, size_t programme)
{
    struct plan_counts counts = progress_measures(page->site, programme);
    const struct {
        int done;
        size_t n;
    } parts[] = {
        { DONE_DONE, counts.done },         { DONE_DOING, counts.doing },
        { DONE_PLANNED, counts.planned },   { DONE_POSTPONED,
                                              counts.postponed },
        { DONE_CANCELLED, counts.cancelled }, { DONE_NO_REPORT,
                                                counts.no_report },
    };
    struct str pieces[sizeof parts / sizeof *parts];
    size_t n = 0;

    if (counts.all == 0)
        return (struct str){0};
    if (counts.no_report == counts.all)
        return page_fill(page, "home.plan_none",
                         FILL({ "all", page_count(page, "home.measures",
                                                  counts.all) }));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].n > 0)
            pieces[n++] = page_fill(
                page, "home.plan_part",
                FILL({ "status", words_done(page->words, parts[i].done) },
                     { "n", page_number(page,
                                        num_int((int64_t)parts[i].n), 0) }));
    }
    return page_fill(page, "home.plan_sentence",
                     FILL({ "all", page_count(page, "home.measures",
                                              counts.all) },
                          { "parts", str_join(page->arena, pieces, n,
                                              S(", ")) }));
}

/* How its targets stand; without any its plan. */
struct str home_lead(const struct page *page, size_t programme)
{
    struct buf out = {0};

    words_lead(&out, page->words, programme, RELEASE_WHOLE);
    if (out.n == 0)
        return plan_sentence(page, programme);
    return page_take(page, &out);
}

static struct str schools_sentence(const struct page *page, size_t programme)
{
    size_t n = page->site->programmes.at[programme].schools_n;

    if (n < 2)
        return (struct str){0};
    return page_fill(page, "home.schools_sentence",
                     FILL({ "schools", page_count(page, "home.schools",
                                                  n) }));
}

/* --- the most telling indicators --- */

#define TELLING_MIN 4       /* with fewer indicators all are seen at once */

struct looks {
    struct block_look *at;
    size_t n;
};

static struct looks looks_of(const struct page *page,
                             const struct programme *it)
{
    struct looks looks = { PAGE_ARRAY(page, struct block_look,
                                      it->indicator_n), 0 };

    for (size_t i = 0; i < it->indicator_n; i++) {
        struct block_look look = block_look(page, it->indicator_first + i,
                                            RELEASE_WHOLE);

        if (look.has == BLOCK_VALUES)
            looks.at[looks.n++] = look;
    }
    return looks;
}

static struct home_line telling(const struct page *page,
                                const struct block_look *look)
{
    return (struct home_line){
        .text = block_headline(page, look, look->current),
        .title = block_question(page, look->indicator),
        .url = block_indicator_url(page, look->indicator),
    };
}

/* The one furthest beyond its target and the one furthest from it. */
static size_t add_telling(const struct page *page, struct home_line *lines)
{
    struct looks looks = looks_of(page, &page->site->programmes.at[0]);
    size_t n = 0;

    for (int reached = 1; reached >= 0 && looks.n >= TELLING_MIN; reached--) {
        size_t at = block_extreme(looks.at, looks.n, reached);

        if (at != NONE)
            lines[n++] = telling(page, &looks.at[at]);
    }
    return n;
}

/* --- together --- */

#define LINES_MAX 5
#define LINES_ENOUGH 3

struct list home_now(const struct page *page)
{
    struct home_line *lines = PAGE_ARRAY(page, struct home_line, LINES_MAX);
    struct str plan;
    size_t n = 0;

    if (page->site->programmes.n != 1)
        return (struct list){ lines, 0 };
    plan = plan_sentence(page, 0);
    lines[0].text = home_lead(page, 0);
    n = lines[0].text.n > 0;
    n += add_telling(page, &lines[n]);
    if (plan.n > 0 && (n == 0 || !str_eq(plan, lines[0].text)))
        lines[n++].text = plan;
    if (n < LINES_ENOUGH) {
        lines[n].text = schools_sentence(page, 0);
        n += lines[n].text.n > 0;
    }
    return (struct list){ lines, n };
}
