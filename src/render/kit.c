/*
 * kit: what the files of a school's kit share. See kit.h.
 *
 * For page_kit*.c, file_kit.c and page_poster.c.
 */
#include "render/kit.h"

#include "chart/qr.h"
#include "render/block_look.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/theme.h"
#include "render/tile.h"

static const struct field file_fields[] = {
    FIELD(kit_file, TEXT, name),
    FIELD(kit_file, URL, url),
    FIELD(kit_file, TEXT, what),
    FIELD(kit_file, TEXT, size),
};
const struct view kit_file_view = {
    "kit file", sizeof(struct kit_file), file_fields,
    sizeof file_fields / sizeof *file_fields, NULL
};

/* --- which files --- */

void kit_list(struct plan_list *list, struct arena *arena,
              const struct site *site, enum kit_part part, size_t sub)
{
    bool *takes_part = ARENA_ARRAY(arena, bool, site->schools.n + 1);

    for (size_t p = 0; p < site->programmes.n; p++)
        for (size_t i = 0; i < site->programmes.at[p].schools_n; i++)
            takes_part[site->programmes.at[p].schools[i]] = true;
    /* an id given twice is reported where the schools themselves are listed */
    for (size_t i = 0; i < site->schools.n; i++)
        if (takes_part[i] && catalog_school(site, site->schools.at[i].id) == i)
            plan_add(list, address_of(arena, site, THING_KIT, i, part), i,
                     sub);
}

struct str kit_path(const struct page *page, enum kit_part part)
{
    return address_of(page->arena, page->site, THING_KIT, page->at, part);
}

bool kit_has(const struct page *page, enum kit_part part)
{
    return page_has(page, kit_path(page, part));
}

/* --- how old, how it looks --- */

date kit_as_of(const struct page *page, size_t school)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              school);
    date latest = of.n > 0 ? DATE_NONE : page->site->config.as_of;

    for (size_t i = 0; i < of.n; i++) {
        date on = catalog_as_of(page->site, of.at[i]);

        if (on > latest)
            latest = on;
    }
    return latest;
}

struct str kit_style(const struct page *page, const char *a, const char *b)
{
    const char *const paths[] = { a, b };
    struct str bytes, file;
    struct buf out = {0};

    buf_addz(&out, "<style>\n");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (paths[i] &&
            theme_file(page->theme, str_of(paths[i]), &bytes, &file))
            buf_add(&out, bytes);
    buf_addz(&out, "</style>");
    return page_take(page, &out);
}

/* --- words --- */

/* «Школа № 1: как выполняется программа «…».» */
static struct str subject_of(const struct page *page, size_t school)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              school);
    struct str label = page_label(page, THING_SCHOOL, school, NONE);
    const struct programme *programme;
    bool past;

    if (of.n != 1)
        return page_fill(page, "kit.subject_several",
                         FILL({ "school", label }));
    programme = &page->site->programmes.at[of.at[0]];
    past = programme->period.kind != PERIOD_NONE &&
           programme->period.to <= catalog_as_of(page->site, of.at[0]);
    return page_fill(page, past ? "kit.subject_past" : "kit.subject",
        FILL({ "school", label },
             { "programme", page_label(page, THING_PROGRAMME, of.at[0],
                                       NONE) }));
}

/* The first tile that has a value and is more than a condition of work. */
static bool find_told(const struct page *page, const struct tiles *tiles,
                      size_t school, struct block_look *look)
{
    for (size_t i = 0; i < tiles->n; i++) {
        *look = block_look(page, tiles->indicators[i], school);
        if (look->last != NONE && !block_is_condition(page, look))
            return true;
    }
    return false;
}

/* «Школа № 1, программа «…», данные за 2025 год. 67 из 100 … Цель …» */
static struct str told(const struct page *page, const struct block_look *look,
                       size_t school)
{
    size_t programme = page->site->indicators.at[look->indicator].programme;
    struct buf period = {0}, brief = {0};

    words_period_for(&period, page->words->lexicon,
                     look->periods[look->last]);
    words_brief(&brief, page->words, look->indicator, school, look->last);
    return page_fill(page, "kit.told",
        FILL({ "school", page_label(page, THING_SCHOOL, school, NONE) },
             { "programme", page_label(page, THING_PROGRAMME, programme,
                                       NONE) },
             { "period", page_take(page, &period) },
             { "brief", page_take(page, &brief) }));
}

struct str kit_story(const struct page *page, size_t school)
{
    struct tiles tiles = tiles_of(page, school);
    struct block_look look;
    struct str parts[3];
    size_t n = 0;

    if (find_told(page, &tiles, school, &look)) {
        parts[n++] = told(page, &look, school);
    } else {
        parts[n++] = subject_of(page, school);
        parts[n++] = tiles_fresh(page, &tiles);
    }
    if (page->site->schools.at[school].demo)
        parts[n++] = page_word(page, "widget.demo");
    return str_join(page->arena, parts, n, S(" "));
}

struct str kit_words(const struct page *page, size_t school)
{
    struct str path = outside_path(page, school);
    struct str story = kit_story(page, school);

    if (page->site->config.base_url.n == 0)
        return page_fill(page, "kit.words_site",
            FILL({ "story", story },
                 { "site", page_typo(page, page->site->config.title) }));
    return page_fill(page, "kit.words",
        FILL({ "story", story }, { "address", outside_url(page, path) }));
}

/* --- addresses --- */

struct str kit_school_url(const struct page *page, size_t school)
{
    return outside_file(page, address_of(page->arena, page->site,
                                         THING_SCHOOL, school, NONE));
}

struct str kit_qr(const struct page *page, size_t school)
{
    struct str path = outside_path(page, school);
    struct str address = outside_address(page, path);
    struct buf qr = {0};

    if (address.n > 0)
        chart_qr(&qr, outside_url(page, path),
                 page_fill(page, "poster.qr",
                           FILL({ "address", address })));
    return page_take(page, &qr);
}
