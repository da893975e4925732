/*
 * page_programmes: which programmes are there? Only on a site with several;
 * the navigation of the others leads to their one.
 *
 * A row of pages.c.
 */
#include "render/page.h"
#include "render/school_name.h"

struct programmes_card {
    struct str title, url, place, period, goal, summary, lead, contents,
        source_note;
    bool demo, retold;
};

static const struct field card_fields[] = {
    FIELD(programmes_card, TEXT, title),
    FIELD(programmes_card, URL, url),
    FIELD(programmes_card, TEXT, place),
    FIELD(programmes_card, TEXT, period),
    FIELD(programmes_card, TEXT, goal),
    FIELD(programmes_card, TEXT, summary),
    FIELD(programmes_card, TEXT, lead),
    FIELD(programmes_card, TEXT, contents),
    FIELD(programmes_card, TEXT, source_note),
    FIELD(programmes_card, BOOL, demo),
    FIELD(programmes_card, BOOL, retold),
};
static const struct view programme_card_view = {
    "programme card", sizeof(struct programmes_card), card_fields,
    sizeof card_fields / sizeof *card_fields, NULL,
};

struct programmes_view {
    struct view_frame frame;
    struct list programmes;         /* programmes_card */
};

static const struct field programmes_fields[] = {
    FIELD_OF(programmes_view, LIST, programmes, programme_card_view),
};
static const struct view programmes_view = {
    "programmes", sizeof(struct programmes_view), programmes_fields,
    sizeof programmes_fields / sizeof *programmes_fields, &frame_view,
};

/* «9 показателей, 24 мероприятия, 6 школ»: what there is. */
static struct str contents_of(const struct page *page,
                              const struct programme *it)
{
    const struct {
        const char *key;
        size_t n;
    } rows[] = {
        { "indicator", it->indicator_n },
        { "measure", it->measures.n },
        { "school", it->schools_n },
        { "document", it->documents.n },
    };
    struct str parts[sizeof rows / sizeof *rows];
    size_t n = 0;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].n > 0)
            parts[n++] = page_count(page, rows[i].key, rows[i].n);
    }
    return str_join(page->arena, parts, n, S(", "));
}

static struct programmes_card card_of(const struct page *page, size_t at)
{
    const struct programme *it = &page->site->programmes.at[at];
    struct buf lead = {0};

    words_lead(&lead, page->words, at, RELEASE_WHOLE);
    return (struct programmes_card){
        .title = page_typo(page, it->text.title),
        .url = page_url(page, THING_PROGRAMME, at, NONE),
        .place = programme_place(page, it),
        .period = page_period(page, it->period),
        .goal = page_typo(page, it->goal),
        .summary = page_typo(page, it->text.summary),
        .lead = page_take(page, &lead),
        .contents = contents_of(page, it),
        .source_note = page_typo(page, it->source_note),
        .demo = it->demo,
        .retold = frame_is_retold(page, at),
    };
}

static void fill(struct page *page, void *data)
{
    struct programmes_view *view = data;
    size_t n = page->site->programmes.n;
    struct programmes_card *cards = PAGE_ARRAY(page, struct programmes_card,
                                               n);

    frame_heading(page, &view->frame, page_word(page, "programmes.heading"),
                  page_word(page, "programmes.description"));
    for (size_t i = 0; i < n; i++)
        cards[i] = card_of(page, i);
    view->programmes = (struct list){ cards, n };
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    if (site->programmes.n > 1)
        plan_add(list, address_of(arena, site, THING_PROGRAMMES, NONE, NONE),
                 0, 0);
}

const struct page_kind page_programmes = {
    .name = "programmes", .view = &programmes_view, .list = list,
    .fill = fill,
};
