/*
 * page_home: what was promised, how to find one's school, what matters now.
 * No name of a school stands beside a number here, and no number of a single
 * school.
 *
 * A row of pages.c.
 */
#include "render/page_home.h"

#include "render/block_look.h"
#include "render/page.h"

#include <stdlib.h>

#define MEASURES_MAX 5
#define PRACTICES_MAX 3
#define NEWS_MAX 3
#define CARDS_MAX 8         /* small cards of a site with one programme */
#define CARDS_EACH 4        /* of each programme, when there are several */

/* --- the views --- */

/* A measure, a practice, a piece of news, a sentence. */
struct home_line {
    struct str title, url, when, text, programme;
    bool demo;
};

static const struct field line_fields[] = {
    FIELD(home_line, TEXT, title),
    FIELD(home_line, URL, url),
    FIELD(home_line, TEXT, when),
    FIELD(home_line, TEXT, text),
    FIELD(home_line, TEXT, programme),
    FIELD(home_line, BOOL, demo),
};
static const struct view line_view = {
    "home line", sizeof(struct home_line), line_fields,
    sizeof line_fields / sizeof *line_fields, NULL,
};

struct home_card {
    struct str question, url, headline, chart, status, status_class;
    bool has_status;
};

static const struct field card_fields[] = {
    FIELD(home_card, TEXT, question),
    FIELD(home_card, URL, url),
    FIELD(home_card, TEXT, headline),
    FIELD(home_card, HTML, chart),
    FIELD(home_card, TEXT, status),
    FIELD(home_card, TEXT, status_class),
    FIELD(home_card, BOOL, has_status),
};
static const struct view home_card_view = {
    "home card", sizeof(struct home_card), card_fields,
    sizeof card_fields / sizeof *card_fields, NULL,
};

struct home_programme {
    struct str label, url, period, promise, goal, municipality, source_note,
        indicators_url;
    struct list cards;              /* home_card */
    bool has_cards, retold, demo;
};

static const struct field programme_fields[] = {
    FIELD(home_programme, TEXT, label),
    FIELD(home_programme, URL, url),
    FIELD(home_programme, TEXT, period),
    FIELD(home_programme, TEXT, promise),
    FIELD(home_programme, TEXT, goal),
    FIELD(home_programme, TEXT, municipality),
    FIELD(home_programme, TEXT, source_note),
    FIELD(home_programme, URL, indicators_url),
    FIELD_OF(home_programme, LIST, cards, home_card_view),
    FIELD(home_programme, BOOL, has_cards),
    FIELD(home_programme, BOOL, retold),
    FIELD(home_programme, BOOL, demo),
};
static const struct view programme_view = {
    "home programme", sizeof(struct home_programme), programme_fields,
    sizeof programme_fields / sizeof *programme_fields, NULL,
};

struct home_view {
    struct view_frame frame;
    struct str lead, about;         /* words of content/index.md */
    struct list programmes;         /* home_programme */
    struct list places;             /* home_place */
    struct list now, measures, practices, news;     /* home_line */
    struct str schools_url, practices_url;
    bool one_programme, many_programmes, has_places, many_places, has_now,
        has_cards, has_measures, has_practices, has_news;
};

static const struct field home_fields[] = {
    FIELD(home_view, TEXT, lead),
    FIELD(home_view, HTML, about),
    FIELD_OF(home_view, LIST, programmes, programme_view),
    FIELD_OF(home_view, LIST, places, home_place_view),
    FIELD_OF(home_view, LIST, now, line_view),
    FIELD_OF(home_view, LIST, measures, line_view),
    FIELD_OF(home_view, LIST, practices, line_view),
    FIELD_OF(home_view, LIST, news, line_view),
    FIELD(home_view, URL, schools_url),
    FIELD(home_view, URL, practices_url),
    FIELD(home_view, BOOL, one_programme),
    FIELD(home_view, BOOL, many_programmes),
    FIELD(home_view, BOOL, has_places),
    FIELD(home_view, BOOL, many_places),
    FIELD(home_view, BOOL, has_now),
    FIELD(home_view, BOOL, has_cards),
    FIELD(home_view, BOOL, has_measures),
    FIELD(home_view, BOOL, has_practices),
    FIELD(home_view, BOOL, has_news),
};
static const struct view home_view = {
    "home", sizeof(struct home_view), home_fields,
    sizeof home_fields / sizeof *home_fields, &frame_view,
};

/* --- programmes and their indicators --- */

static struct home_card card_of(const struct page *page, size_t indicator,
                                size_t period)
{
    struct progress progress = progress_of(page->release, indicator,
                                           RELEASE_WHOLE, period);
    struct block_chart ask = {
        .indicator = indicator,
        .school = RELEASE_WHOLE,
        .id = block_name(page, indicator),
    };
    struct buf headline = { 0 };

    words_headline(&headline, page->words, indicator, RELEASE_WHOLE, period);
    return (struct home_card){
        .has_status = progress_has_target(page->release, indicator,
                                          RELEASE_WHOLE),
        .question = block_question(page, indicator),
        .url = block_indicator_url(page, indicator),
        .headline = page_take(page, &headline),
        .chart = block_chart(page, &ask),
        .status = words_status(page->words, progress.status),
        .status_class = page_status_class(progress.status),
    };
}

static bool is_judged(const struct page *page, size_t indicator)
{
    size_t period = release_last(page->release, indicator, RELEASE_WHOLE);

    return period != NONE && progress_of(page->release, indicator,
                                         RELEASE_WHOLE, period).judged;
}

/* A number of children says little without their share: of indicators without
 * a target, counts stand back where the programme has shares or scores. */
static bool stands_back(const struct page *page, size_t indicator)
{
    const struct site *site = page->site;
    const struct programme *of =
        &site->programmes.at[site->indicators.at[indicator].programme];

    if (site->indicators.at[indicator].kind != KIND_COUNT)
        return false;
    for (size_t i = 0; i < of->indicator_n; i++) {
        size_t other = of->indicator_first + i;
        int kind = site->indicators.at[other].kind;

        if ((kind == KIND_SHARE || kind == KIND_SCORE) &&
            release_last(page->release, other, RELEASE_WHOLE) != NONE)
            return true;
    }
    return false;
}

/* Indicators whose whole is shown, in the programme's order; where there is
 * no room for all, those with a target go before those without. */
static struct list cards_of(const struct page *page,
                            const struct programme *programme, size_t max)
{
    struct home_card *cards = PAGE_ARRAY(page, struct home_card, max);
    size_t first = programme->indicator_first, judged = 0, n = 0, others;

    for (size_t i = 0; i < programme->indicator_n; i++)
        judged += is_judged(page, first + i);
    others = judged < max ? max - judged : 0;
    for (size_t i = 0; i < programme->indicator_n && n < max; i++) {
        size_t period = release_last(page->release, first + i,
                                     RELEASE_WHOLE);

        if (period == NONE)
            continue;
        if (!is_judged(page, first + i)) {
            if (others == 0 || stands_back(page, first + i))
                continue;
            others--;
        }
        cards[n++] = card_of(page, first + i, period);
    }
    return (struct list){ cards, n };
}

static struct home_programme programme_of(const struct page *page, size_t at)
{
    const struct site *site = page->site;
    const struct programme *it = &site->programmes.at[at];
    struct home_programme view = {
        .label = page_label(page, THING_PROGRAMME, at, NONE),
        .url = page_url(page, THING_PROGRAMME, at, NONE),
        .period = page_period(page, it->period),
        .promise = page_typo(page, it->text.summary),
        .source_note = page_typo(page, page_sentence(it->source_note)),
        .indicators_url = page_url(page, THING_INDICATORS, at, NONE),
        .cards = cards_of(page, it, site->programmes.n > 1 ? CARDS_EACH
                                                           : CARDS_MAX),
        .retold = frame_is_retold(page, at),
        .demo = it->demo,
    };

    if (it->municipality.index != NONE &&
        it->municipality.index < site->config.municipalities_n)
        view.municipality = page_typo(
            page, site->config.municipalities[it->municipality.index].name);
    /* The plain words of the editors rather than those of the act. */
    if (view.promise.n == 0)
        view.goal = page_typo(page, page_sentence(it->goal));
    view.has_cards = view.cards.n > 0;
    return view;
}

static void fill_programmes(const struct page *page, struct home_view *view)
{
    size_t n = page->site->programmes.n;
    struct home_programme *rows = PAGE_ARRAY(page, struct home_programme, n);

    for (size_t i = 0; i < n; i++) {
        rows[i] = programme_of(page, i);
        view->has_cards = view->has_cards || rows[i].has_cards;
    }
    view->programmes = (struct list){ rows, n };
    view->one_programme = n == 1;
    view->many_programmes = n > 1;
}

/* --- the sentences of the moment --- */

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
        return (struct str){ 0 };
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

static struct str lead_of(const struct page *page, size_t programme)
{
    struct buf out = { 0 };

    words_lead(&out, page->words, programme, RELEASE_WHOLE);
    return page_take(page, &out);
}

static struct str schools_sentence(const struct page *page, size_t programme)
{
    size_t n = page->site->programmes.at[programme].schools_n;

    if (n == 0)
        return (struct str){ 0 };
    return page_fill(page, "home.schools_sentence",
                     FILL({ "schools", page_count(page, "home.schools",
                                                  n) }));
}

/* Three sentences of one programme; of several, one sentence of each. */
static void fill_now(const struct page *page, struct home_view *view)
{
    size_t programmes = page->site->programmes.n, n = 0;
    struct home_line *lines = PAGE_ARRAY(page, struct home_line,
                                         programmes + 2);

    for (size_t i = 0; i < programmes; i++) {
        lines[n].text = lead_of(page, i);
        if (lines[n].text.n == 0)
            lines[n].text = plan_sentence(page, i);
        if (programmes > 1) {
            lines[n].title = page_label(page, THING_PROGRAMME, i, NONE);
            lines[n].url = page_url(page, THING_PROGRAMME, i, NONE);
            lines[n].demo = page->site->programmes.at[i].demo;
        }
        n += lines[n].text.n > 0;
    }
    if (programmes == 1) {
        struct str plan = plan_sentence(page, 0);

        if (plan.n > 0 && (n == 0 || !str_eq(plan, lines[0].text)))
            lines[n++].text = plan;
        lines[n].text = schools_sentence(page, 0);
        n += lines[n].text.n > 0;
    }
    view->now = (struct list){ lines, n };
    view->has_now = n > 0;
}

/* --- find your school --- */

static void fill_places(const struct page *page, struct home_view *view)
{
    view->places = home_places(page);
    view->has_places = view->places.n > 0;
    view->many_places = view->places.n > 1;
    view->schools_url = page_url(page, THING_SCHOOLS, NONE, NONE);
}

/* --- what comes, what helped, what is new --- */

static void fill_measures(const struct page *page, struct home_view *view)
{
    struct home_next next[MEASURES_MAX];
    size_t n = home_next(page, next, MEASURES_MAX);
    struct home_line *lines = PAGE_ARRAY(page, struct home_line, n);

    for (size_t i = 0; i < n; i++) {
        const struct programme *programme =
            &page->site->programmes.at[next[i].programme];
        const struct measure *measure =
            &programme->measures.at[next[i].measure];

        lines[i].title = page_label(page, THING_MEASURE, next[i].programme,
                                    next[i].measure);
        lines[i].url = page_url(page, THING_MEASURE, next[i].programme,
                                next[i].measure);
        lines[i].when = page_typo(page, measure->when_text);
        lines[i].demo = programme->demo;
        if (view->many_programmes)
            lines[i].programme = page_label(page, THING_PROGRAMME,
                                            next[i].programme, NONE);
    }
    view->measures = (struct list){ lines, n };
    view->has_measures = n > 0;
}

struct recent {
    date on;
    size_t at;
};

static int by_review(const void *a, const void *b)
{
    const struct recent *x = a, *y = b;

    if (x->on != y->on)
        return x->on > y->on ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The latest recommended practices; without a date behind all others. */
static void fill_practices(const struct page *page, struct home_view *view)
{
    const struct site *site = page->site;
    struct recent *rows = PAGE_ARRAY(page, struct recent, site->practices.n);
    struct home_line *lines = PAGE_ARRAY(page, struct home_line,
                                         PRACTICES_MAX);
    size_t n = 0;

    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];

        if (it->status == PRACTICE_RECOMMENDED && !it->text.draft)
            rows[n++] = (struct recent){ it->reviewed, i };
    }
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_review);
    n = n < PRACTICES_MAX ? n : PRACTICES_MAX;
    for (size_t i = 0; i < n; i++) {
        const struct practice *it = &site->practices.at[rows[i].at];

        lines[i].title = page_label(page, THING_PRACTICE, rows[i].at, NONE);
        lines[i].url = page_url(page, THING_PRACTICE, rows[i].at, NONE);
        lines[i].text = page_typo(page, it->text.summary);
        lines[i].demo = it->demo;
    }
    view->practices = (struct list){ lines, n };
    view->has_practices = n > 0;
    view->practices_url = page_url(page, THING_PRACTICES, NONE, NONE);
}

static bool news_is_demo(const struct site *site, const struct news *news)
{
    return news->programme.index != NONE &&
           site->programmes.at[news->programme.index].demo;
}

static void fill_news(const struct page *page, struct home_view *view)
{
    const struct site *site = page->site;
    struct home_line *lines = PAGE_ARRAY(page, struct home_line, NEWS_MAX);
    size_t n = 0;

    for (size_t i = 0; i < site->news.n && n < NEWS_MAX; i++) {
        const struct news *it = &site->news.at[i];

        if (it->text.draft)
            continue;
        lines[n++] = (struct home_line){
            .title = page_label(page, THING_NEWS_ITEM, i, NONE),
            .url = page_url(page, THING_NEWS_ITEM, i, NONE),
            .when = page_date(page, it->on),
            .text = page_typo(page, it->text.summary),
            .demo = news_is_demo(site, it),
        };
    }
    view->news = (struct list){ lines, n };
    view->has_news = n > 0;
}

/* --- the page --- */

/* One programme marks the whole site; of several each its own card. */
static void fill_marks(struct page *page, struct view_frame *frame)
{
    const struct site *site = page->site;

    frame->demo = site->programmes.n > 0;
    for (size_t i = 0; i < site->programmes.n; i++)
        frame->demo = frame->demo && site->programmes.at[i].demo;
    if (site->programmes.n == 1)
        frame_source(page, frame, 0);
}

static void fill(struct page *page, void *data)
{
    struct home_view *view = data;
    const struct text *index = &page->site->index;

    frame_heading(page, &view->frame,
                  index->title.n > 0 ? index->title
                                     : page->site->config.title,
                  index->summary);
    view->frame.title = view->frame.site_title;
    frame_text(page, &view->frame, index);
    fill_marks(page, &view->frame);
    view->lead = page_typo(page, index->summary);
    fill_programmes(page, view);
    fill_places(page, view);
    fill_now(page, view);
    fill_measures(page, view);
    fill_practices(page, view);
    fill_news(page, view);
    view->about = page_body_below(page, index, S("about"), 1);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)release;
    plan_add(list, address_of(arena, site, THING_HOME, NONE, NONE), 0, 0);
}

static struct pos origin(const struct site *site, size_t at, size_t sub)
{
    (void)at;
    (void)sub;
    return site->index.at;
}

const struct page_kind page_home = {
    .name = "home", .view = &home_view, .list = list, .fill = fill,
    .origin = origin,
};
