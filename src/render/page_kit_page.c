/*
 * page_kit_page: a school's progress as one page that needs no other file:
 * put as a file on a site of any kind, opened from a disk or in a frame. No
 * script, nothing from elsewhere, always light. It is told what a frame and a
 * poster tell; the rest is on the school's page.
 *
 * A row of pages.c.
 */
#include "render/block_look.h"
#include "render/kit.h"
#include "render/plan.h"
#include "render/school_index.h"

struct kit_card {
    struct str question, headline, earlier, chart;
};
static const struct field card_fields[] = {
    FIELD(kit_card, TEXT, question),
    FIELD(kit_card, TEXT, headline),
    FIELD(kit_card, TEXT, earlier),
    FIELD(kit_card, HTML, chart),
};
static const struct view card_view = {
    "kit card", sizeof(struct kit_card), card_fields,
    sizeof card_fields / sizeof *card_fields, NULL
};

struct kit_lead {
    struct str programme, lead;
};
static const struct field lead_fields[] = {
    FIELD(kit_lead, TEXT, programme),
    FIELD(kit_lead, TEXT, lead),
};
static const struct view lead_view = {
    "kit lead", sizeof(struct kit_lead), lead_fields,
    sizeof lead_fields / sizeof *lead_fields, NULL
};

struct kit_page_view {
    struct kit_paper paper;
    struct list leads;              /* kit_lead */
    struct list cards;              /* kit_card */
};
static const struct field page_fields[] = {
    FIELD_OF(kit_page_view, LIST, leads, lead_view),
    FIELD_OF(kit_page_view, LIST, cards, card_view),
};
static const struct view page_view = {
    "kit page", sizeof(struct kit_page_view), page_fields,
    sizeof page_fields / sizeof *page_fields, &kit_paper_view
};

static struct kit_card card_of(const struct page *page, size_t indicator,
                               size_t i)
{
    struct block_look look = block_look(page, indicator, page->at);
    struct block_chart chart = {
        .indicator = indicator, .school = page->at,
        .id = str_format(page->arena, "c%zu", i + 1),
    };
    struct kit_card card = { .question = block_question(page, indicator) };

    if (look.current == NONE || block_is_condition(page, &look)) {
        card.headline = block_value(page, &look);
        return card;
    }
    card.headline = block_headline(page, &look, look.current);
    if (look.last == NONE)          /* no lines of others alone */
        return card;
    card.chart = block_chart(page, &chart);
    if (look.last != look.current)
        card.earlier = block_headline(page, &look, look.last);
    return card;
}

/* What words say of each programme as a whole, if anything. */
static struct list leads_of(const struct page *page)
{
    struct school_list of = school_programmes(plan_schools(page->plan),
                                              page->at);
    struct kit_lead *leads = PAGE_ARRAY(page, struct kit_lead, of.n);

    for (size_t i = 0; i < of.n; i++) {
        struct buf lead = {0};

        words_lead(&lead, page->words, of.at[i], page->at);
        leads[i] = (struct kit_lead){
            .programme = page_label(page, THING_PROGRAMME, of.at[i], NONE),
            .lead = page_take(page, &lead),
        };
    }
    return (struct list){ leads, of.n };
}

static void fill(struct page *page, void *data)
{
    struct kit_page_view *view = data;
    struct tiles tiles = tiles_of(page, page->at);
    struct kit_card *cards = PAGE_ARRAY(page, struct kit_card, PICK_MAX);

    kit_fill_paper(page, &view->paper, "kit.page_title", &tiles);
    view->paper.style = kit_style(page, "w/widget.css", "kits/page.css");
    view->leads = leads_of(page);
    for (size_t i = 0; i < tiles.n; i++)
        cards[i] = card_of(page, tiles.indicators[i], i);
    view->cards = (struct list){ cards, tiles.n };
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    kit_list(list, arena, site, KIT_PAGE, 0);
}

const struct page_kind page_kit_page = {
    .name = "kit_page", .view = &page_view, .list = list, .fill = fill,
    .unlisted = true,
};
