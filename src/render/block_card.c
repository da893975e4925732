/*
 * block_card: the card of one indicator and the table behind it.
 *
 * For page_*.c and block_fenced.c.
 */
#include "render/block.h"

#include "render/block_changes.h"
#include "render/block_look.h"
#include "render/block_threshold.h"
#include "render/page_practice.h"

#include <inttypes.h>
#include <string.h>

static const struct field period_row_fields[] = {
    FIELD(view_period_row, TEXT, period),
    FIELD(view_period_row, TEXT, value),
    FIELD(view_period_row, TEXT, whole),
    FIELD(view_period_row, TEXT, target),
    FIELD(view_period_row, TEXT, people),
    FIELD(view_period_row, TEXT, status),
    FIELD(view_period_row, TEXT, status_class),
    FIELD(view_period_row, TEXT, threshold),
    FIELD(view_period_row, TEXT, note),
    FIELD(view_period_row, TEXT, reason),
    FIELD(view_period_row, URL, revised_url),
    FIELD(view_period_row, BOOL, is_break),
};
static const struct view period_row_view = {
    "period row", sizeof(struct view_period_row), period_row_fields,
    sizeof period_row_fields / sizeof *period_row_fields, NULL
};

static const struct field card_fields[] = {
    FIELD(view_card, TEXT, id),
    FIELD(view_card, TEXT, table_id),
    FIELD(view_card, TEXT, question),
    FIELD(view_card, TEXT, title),
    FIELD(view_card, URL, url),
    FIELD(view_card, TEXT, headline),
    FIELD(view_card, TEXT, earlier),
    FIELD(view_card, HTML, chart),
    FIELD(view_card, TEXT, status),
    FIELD(view_card, TEXT, status_class),
    FIELD(view_card, TEXT, arithmetic),
    FIELD(view_card, TEXT, caption),
    FIELD(view_card, URL, table_url),
    FIELD_OF(view_card, LIST, actions, link_view),
    FIELD(view_card, BOOL, unmet),
    FIELD(view_card, BOOL, has_actions),
    FIELD(view_card, BOOL, actions_shared),
    FIELD(view_card, URL, plan_url),
    FIELD(view_card, URL, practices_url),
    FIELD_OF(view_card, LIST, rows, period_row_view),
    FIELD(view_card, BOOL, has_rows),
    FIELD(view_card, BOOL, has_whole),
    FIELD(view_card, BOOL, has_target),
    FIELD(view_card, BOOL, has_people),
    FIELD(view_card, BOOL, has_status),
    FIELD(view_card, BOOL, has_note),
    FIELD(view_card, BOOL, has_threshold),
    FIELD(view_card, TEXT, value_name),
    FIELD(view_card, TEXT, whole_name),
    FIELD(view_card, TEXT, columns),
};
const struct view card_view = {
    "card", sizeof(struct view_card), card_fields,
    sizeof card_fields / sizeof *card_fields, NULL
};

/* --- sentences --- */

/* An author's remark may lack its full stop. */
static void add_sentence(struct buf *text, struct str sentence)
{
    sentence = str_trim(sentence);
    if (sentence.n == 0)
        return;
    if (text->n > 0)
        buf_char(text, ' ');
    buf_add(text, sentence);
    if (!strchr(".!?", sentence.p[sentence.n - 1]))
        buf_char(text, '.');
}

/* How many there were, and for shares of people how wide the chance is. */
static void add_people(const struct page *page, struct buf *text,
                       const struct block_look *look)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];
    bool open = it->privacy == PRIVACY_OPEN;
    struct buf spread = {0};

    if (!open)
        words_spread(&spread, page->words, look->indicator, look->fact);
    if (spread.n == 0 && look->fact.state == STATE_SHOWN && look->fact.n >= 0)
        buf_add(&spread, page_fill(page, open ? "block.of_all"
                                              : "block.people",
            FILL({ "n", page_number(page, num_int(look->fact.n), 0) })));
    add_sentence(text, page_take(page, &spread));
}

static void add_coverage(const struct page *page, struct buf *text,
                         struct fact fact)
{
    struct buf coverage = {0};

    words_coverage(&coverage, page->words, fact);
    if (coverage.n > 0)
        add_sentence(text, page_fill(page, "block.coverage",
                                     FILL({ "coverage",
                                            buf_str(&coverage) })));
    buf_free(&coverage);
}

/* The remark of a row: of how many schools a sum or a mean is, too. */
static struct str row_note(const struct page *page, struct fact fact)
{
    struct buf text = {0};

    if (fact_is_shown(fact))
        add_coverage(page, &text, fact);
    if (text.n == 0)
        return block_note(page, fact);
    add_sentence(&text, block_note(page, fact));
    return page_take(page, &text);
}

/* How to read the numbers and the chart, of how many, remarks, where they
 * come from. */
static struct str caption(const struct page *page,
                          const struct block_look *look, struct str chart)
{
    const struct indicator *it = &page->site->indicators.at[look->indicator];
    struct buf text = {0};

    if (it->direction == DIRECTION_DOWN)
        add_sentence(&text, page_word(page, "chart.less_is_better"));
    add_sentence(&text, chart);
    add_sentence(&text, block_threshold_note(page, look));
    if (block_is_told(look->fact)) {
        add_people(page, &text, look);
        add_coverage(page, &text, look->fact);
        add_sentence(&text, block_note(page, look->fact));
        if (look->fact.reason.n > 0)
            add_sentence(&text, page_fill(page, "block.reason",
                FILL({ "reason", page_typo(page, look->fact.reason) })));
    }
    if (it->source.n > 0)
        add_sentence(&text, page_fill(page, "block.source",
                                      FILL({ "source",
                                             page_typo(page, it->source) })));
    return page_take(page, &text);
}

/* --- the table --- */

static const struct series_break *break_at(const struct page *page,
                                           const struct block_look *look,
                                           struct period period)
{
    size_t of = page->site->indicators.at[look->indicator].programme;
    const struct programme *programme = &page->site->programmes.at[of];

    for (size_t i = 0; i < programme->breaks.n; i++) {
        const struct series_break *it = &programme->breaks.at[i];

        if (it->indicator.index == look->indicator &&
            period_eq(it->period, period))
            return it;
    }
    return NULL;
}

/* Of a small group whose number is not told, the state tells the limits. */
static struct str people_cell(const struct page *page, struct fact fact)
{
    const struct disclosure *rules = &page->site->config.disclosure;

    if (block_is_told(fact) && fact.n >= 0)
        return page_number(page, num_int(fact.n), 0);
    if (fact.state == STATE_COUNTS)
        return str_format(page->arena, "%" PRId64 "–%" PRId64, rules->n_min,
                          rules->counts_below - 1);
    return page_word(page, "block.no_people");
}

/* Nothing but numbers of people is printed of a small group (design 5). */
static void fill_compared(const struct page *page, struct view_card *card,
                          struct view_period_row *row,
                          const struct block_look *look, size_t period)
{
    struct fact whole = release_fact(page->release, look->indicator,
                                     RELEASE_WHOLE, period);
    struct progress progress = progress_of(page->release, look->indicator,
                                           look->school, period);

    row->whole = page_cell(page, look->indicator, whole);
    row->target = progress.target ?
                  block_target_words(page, progress.target) :
                  page_word(page, "block.no_target");
    row->status = words_status(page->words, progress.status);
    row->status_class = page_status_class(progress.status);
    card->has_whole |= look->school != RELEASE_WHOLE && block_is_told(whole);
    card->has_target |= progress.target != NULL;
}

static struct view_period_row period_row(const struct page *page,
                                         struct view_card *card,
                                         const struct block_look *look,
                                         size_t period)
{
    struct fact fact = release_fact(page->release, look->indicator,
                                    look->school, period);
    struct view_period_row row = {
        .period = page_period_short(page, look->periods[period]),
        .value = page_cell(page, look->indicator, fact),
        .people = people_cell(page, fact),
        .threshold = block_threshold_cell(page, look->indicator,
                                          look->periods[period]),
        .note = row_note(page, fact),
        .revised_url = block_revised_url(page, look->indicator, look->school,
                                         look->periods[period]),
    };

    if (fact.state != STATE_HIDDEN)
        row.reason = page_typo(page, fact.reason);
    if (fact.state == STATE_COUNTS) {
        row.whole = row.target = row.status =
            page_word(page, "block.not_compared");
        row.status_class = page_status_class(STATUS_NO_TARGET);
    } else {
        fill_compared(page, card, &row, look, period);
    }
    card->has_people |= block_is_told(fact) && fact.n >= 0;
    card->has_note |= row.note.n > 0 || row.reason.n > 0;
    return row;
}

/* Is there anything in this period: a fact, a reason, a target? */
static bool is_empty(const struct page *page, const struct block_look *look,
                     size_t period)
{
    struct fact fact = release_fact(page->release, look->indicator,
                                    look->school, period);

    return fact.state == STATE_NOT_YET &&
           !progress_target(page->release, look->indicator, look->school,
                            look->periods[period]);
}

static void fill_rows(const struct page *page, struct view_card *card,
                      const struct block_look *look)
{
    struct view_period_row *rows = PAGE_ARRAY(page, struct view_period_row,
                                              look->n * 2);
    size_t n = 0;

    for (size_t i = 0; i < look->n; i++) {
        const struct series_break *cut;

        if (is_empty(page, look, i))
            continue;
        cut = break_at(page, look, look->periods[i]);
        if (cut && n > 0)
            rows[n++] = (struct view_period_row){
                .is_break = true, .note = page_typo(page, cut->note)
            };
        rows[n++] = period_row(page, card, look, i);
    }
    card->rows = (struct list){ rows, n };
    card->has_rows = n > 0;
}

static void fill_columns(const struct page *page, struct view_card *card,
                         const struct block_look *look)
{
    size_t programme = page->site->indicators.at[look->indicator].programme;
    size_t columns = 2 + (size_t)card->has_whole + (size_t)card->has_people +
                     (size_t)card->has_note + (size_t)card->has_threshold +
                     2 * (size_t)card->has_target;

    card->whole_name = words_whole(page->words, programme);
    card->value_name = look->school == RELEASE_WHOLE ?
                       card->whole_name : page_word(page, "chart.school");
    card->columns = str_format(page->arena, "%zu", columns);
}

/* --- what is done about a target that is not reached --- */

static struct view_link measure_link(const struct page *page,
                                     size_t programme, size_t measure)
{
    const struct measure *it =
        &page->site->programmes.at[programme].measures.at[measure];
    struct str title = page_typo(page, it->title);

    if (it->status == DONE_POSTPONED)
        title = str_format(page->arena, "%.*s (%.*s)", STR_FMT(title),
                           STR_FMT(words_done(page->words, it->status)));
    return (struct view_link){
        .label = title,
        .url = page_url(page, THING_MEASURE, programme, measure)
    };
}

/* The school's own measures, or of the whole programme all of them: those
 * that are done, or those that are still to be. */
static struct list actions(const struct page *page,
                           const struct block_look *look, size_t of,
                           bool done)
{
    const struct programme *programme = &page->site->programmes.at[of];
    struct view_link *links = PAGE_ARRAY(page, struct view_link,
                                         programme->measures.n);
    size_t n = 0;

    for (size_t i = 0; i < programme->measures.n; i++) {
        const struct measure *it = &programme->measures.at[i];

        if (it->status != DONE_CANCELLED &&
            (it->status == DONE_DONE) == done &&
            block_refs_have(&it->indicators, look->indicator) &&
            (look->school == RELEASE_WHOLE ||
             block_measure_names(page, of, i, look->school)))
            links[n++] = measure_link(page, of, i);
    }
    return (struct list){ links, n };
}

static void fill_actions(const struct page *page, struct view_card *card,
                         const struct block_look *look)
{
    size_t of = page->site->indicators.at[look->indicator].programme;
    bool plan = page->site->programmes.at[of].measures.n > 0;

    card->actions = actions(page, look, of, false);
    if (card->actions.n == 0)
        card->actions = actions(page, look, of, true);
    card->has_actions = card->actions.n > 0;
    card->actions_shared = plan && !card->has_actions;
    if (plan)
        card->plan_url = page_url(page, THING_PLAN, of, 0);
    card->practices_url = practice_facet_url(page, FACET_INDICATOR,
                                             look->indicator, 0);
}

/* --- the card --- */

static void fill_status(const struct page *page, struct view_card *card,
                        const struct block_look *look)
{
    struct buf text = {0};

    if (look->current == NONE || look->fact.state == STATE_COUNTS)
        return;
    card->has_status = progress_has_target(page->release, look->indicator,
                                           look->school);
    card->status = words_status(page->words, block_standing(page, look));
    card->status_class = page_status_class(block_standing(page, look));
    words_arithmetic(&text, page->words, look->indicator, &look->progress);
    card->arithmetic = page_take(page, &text);
}

static void fill_headline(const struct page *page, struct view_card *card,
                          const struct block_look *look)
{
    card->headline = block_headline(page, look, look->current);
    if (look->last != NONE && look->last != look->current)
        card->earlier = block_headline(page, look, look->last);
}

struct view_card block_card_as(struct page *page, size_t indicator,
                               size_t school, struct str name)
{
    struct block_look look = block_look(page, indicator, school);
    struct str table_id = str_format(page->arena, "t-%.*s", STR_FMT(name));
    struct view_card card = {
        .id = str_format(page->arena, "k-%.*s", STR_FMT(name)),
        .table_id = table_id,
        .table_url = str_format(page->arena, "#%.*s", STR_FMT(table_id)),
        .question = block_question(page, indicator),
        .title = block_title(page, indicator),
        .url = block_indicator_url(page, indicator),
    };
    struct str note = {0};
    struct block_chart chart = { .indicator = indicator, .school = school,
                                 .id = card.id, .note = &note };

    fill_headline(page, &card, &look);
    fill_status(page, &card, &look);
    fill_rows(page, &card, &look);
    card.has_threshold = block_has_threshold(page, &look);
    fill_columns(page, &card, &look);
    card.chart = block_chart(page, &chart);
    card.caption = caption(page, &look, note);
    card.unmet = block_is_unmet(&look);
    if (card.unmet)
        fill_actions(page, &card, &look);
    return card;
}

struct view_card block_card(struct page *page, size_t indicator,
                            size_t school)
{
    return block_card_as(page, indicator, school,
                         block_name(page, indicator));
}
