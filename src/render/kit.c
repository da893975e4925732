/*
 * kit: what the files of a school's kit share. See kit.h.
 *
 * For page_kit*.c, file_kit.c and page_poster.c.
 */
#include "render/kit.h"

#include "render/block_look.h"
#include "render/outside.h"
#include "render/plan.h"
#include "render/school_index.h"
#include "render/school_name.h"
#include "render/theme.h"

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

/* --- what is put on paper --- */

static const struct field paper_fields[] = {
    FIELD(kit_paper, HTML, style),
    FIELD(kit_paper, HTML, qr),
    FIELD(kit_paper, URL, school_url),
    FIELD(kit_paper, TEXT, address),
    FIELD(kit_paper, TEXT, phone),
    FIELD(kit_paper, TEXT, head),
    FIELD(kit_paper, TEXT, sources),
    FIELD(kit_paper, TEXT, fresh),
    FIELD(kit_paper, TEXT, as_of),
};
const struct view kit_paper_view = {
    "kit paper", sizeof(struct kit_paper), paper_fields,
    sizeof paper_fields / sizeof *paper_fields, &frame_view
};

/* That published documents are retold, as the pages of the school's
 * programmes say it. */
static struct str notes_of(struct page *page)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    struct str *notes = PAGE_ARRAY(page, struct str, of.n + 1);

    for (size_t i = 0; i < of.n; i++) {
        struct view_frame frame = {0};

        frame_source(page, &frame, of.at[i]);
        if (frame.source_note.n == 0)
            continue;
        notes[i] = str_format(page->arena, "%.*s.",
                              STR_FMT(frame.source_note));
        if (frame.retold)
            notes[i] = str_join(page->arena,
                (struct str[]){ notes[i], page_word(page, "frame.retold") },
                2, S(" "));
    }
    return outside_join(page, notes, of.n, S(" "));
}

void kit_fill_paper(struct page *page, struct kit_paper *paper,
                    const char *title, const struct tiles *tiles)
{
    const struct school *it = &page->site->schools.at[page->at];

    paper->frame.title = page_fill(page, title,
        FILL({ "school", school_title(page, page->at) }));
    frame_heading(page, &paper->frame, catalog_school_label(it), S(""));
    paper->frame.demo = it->demo;
    paper->frame.source_note = notes_of(page);
    paper->school_url = outside_file(page, address_of(page->arena, page->site,
                                                      THING_SCHOOL, page->at,
                                                      NONE));
    paper->address = outside_address(page, outside_path(page, page->at));
    paper->phone = it->phone.n > 0 ? it->phone : it->email;
    paper->sources = tiles_sources(page, tiles->indicators, tiles->n);
    paper->fresh = tiles_fresh(page, tiles);
    paper->as_of = page_date(page, outside_as_of(page, page->at));
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
static struct str subject_of(const struct page *page)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    struct str label = page_label(page, THING_SCHOOL, page->at, NONE);

    if (of.n != 1)
        return page_fill(page, "kit.subject_several",
                         FILL({ "school", label }));
    return page_fill(page, catalog_is_over(page->site, of.at[0])
                               ? "kit.subject_past"
                               : "kit.subject",
        FILL({ "school", label },
             { "programme", page_label(page, THING_PROGRAMME, of.at[0],
                                       NONE) }));
}

/* The first tile that has a value and is more than a condition of work. */
static bool find_told(const struct page *page, const struct tiles *tiles,
                      struct block_look *look)
{
    for (size_t i = 0; i < tiles->n; i++) {
        *look = block_look(page, tiles->indicators[i], page->at);
        if (look->last != NONE && !block_is_condition(page, look))
            return true;
    }
    return false;
}

/* «Школа № 1, программа «…», данные за 2025 год. 67 из 100 … Цель …» */
static struct str told(const struct page *page,
                       const struct block_look *look)
{
    size_t programme = page->site->indicators.at[look->indicator].programme;
    struct buf period = {0}, brief = {0};

    words_period_for(&period, page->words->lexicon,
                     look->periods[look->last]);
    words_brief(&brief, page->words, look->indicator, look->school,
                look->last);
    return page_fill(page, "kit.told",
        FILL({ "school", page_label(page, THING_SCHOOL, look->school, NONE) },
             { "programme", page_label(page, THING_PROGRAMME, programme,
                                       NONE) },
             { "period", page_take(page, &period) },
             { "brief", page_take(page, &brief) }));
}

struct str kit_story(const struct page *page)
{
    struct tiles tiles = tiles_of(page, page->at);
    struct block_look look;
    struct str parts[3];
    size_t n = 0;

    if (find_told(page, &tiles, &look)) {
        parts[n++] = told(page, &look);
    } else {
        parts[n++] = subject_of(page);
        parts[n++] = tiles_fresh(page, &tiles);
    }
    if (page->site->schools.at[page->at].demo)
        parts[n++] = page_word(page, "widget.demo");
    return str_join(page->arena, parts, n, S(" "));
}

struct str kit_words(const struct page *page, struct str story)
{
    if (page->site->config.base_url.n == 0)
        return page_fill(page, "kit.words_site",
            FILL({ "story", story },
                 { "site", page_typo(page, page->site->config.title) }));
    return page_fill(page, "kit.words",
        FILL({ "story", story },
             { "address", outside_url(page, outside_path(page,
                                                         page->at)) }));
}
