/*
 * page: addresses, words, labels and numbers for the page kinds.
 *
 * For render/.
 */
#include "render/page.h"

#include "base/fold.h"
#include "input/text.h"
#include "render/mini.h"
#include "render/outside.h"
#include "render/plan.h"

#include <string.h>

struct str page_take(const struct page *page, struct buf *text)
{
    struct str taken = buf_take(text, page->arena);

    buf_free(text);
    return taken;
}

/* --- addresses --- */

/* The page for what is not found is sent for any address of the server, so
 * its own place says nothing: its links are absolute where they can be. */
static bool wants_absolute(const struct page *page)
{
    return str_is(page->path, "404.html") &&
           page->site->config.base_url.n > 0;
}

struct str page_path_url(const struct page *page, struct str path)
{
    struct buf out = {0};

    if (page->mini)
        return mini_url(page, path);
    if (wants_absolute(page))
        return outside_url(page, path);
    address_relative(&out, page->path, path);
    return page_take(page, &out);
}

struct str page_url(const struct page *page, enum thing thing, size_t at,
                    size_t sub)
{
    return page_path_url(page, address_of(page->arena, page->site, thing, at,
                                          sub));
}

bool page_has(const struct page *page, struct str path)
{
    struct str rest = path;

    return plan_find(page->plan, str_cut(&rest, '#')) != NONE;
}

bool page_reaches(const struct page *page, struct str path)
{
    return page_has(page, path) && (!page->mini || mini_reaches(page, path));
}

struct str page_url_if_there(const struct page *page, struct str path)
{
    return page_reaches(page, path) ? page_path_url(page, path)
                                    : (struct str){0};
}

struct str page_settlement_anchor(const struct page *page,
                                  const struct school *school)
{
    const struct config *config = &page->site->config;
    struct str area = {0};

    if (school->municipality.index != NONE &&
        school->municipality.index < config->municipalities_n)
        area = config->municipalities[school->municipality.index].id;
    if (school->settlement.n == 0)
        return str_format(page->arena, "in-%.*s", STR_FMT(area));
    return fold_slug(page->arena,
                     str_format(page->arena, "in-%.*s-%.*s", STR_FMT(area),
                                STR_FMT(school->settlement)));
}

/* --- words --- */

struct str page_word(const struct page *page, const char *key)
{
    return lex(page->words->lexicon, key);
}

struct str page_fill(const struct page *page, const char *key,
                     const struct fill *fills, size_t n)
{
    struct buf out = {0};

    lex_fill(&out, page->words->lexicon, key, fills, n);
    return page_take(page, &out);
}

struct str page_count(const struct page *page, const char *key, size_t n)
{
    struct buf out = {0};

    words_count(&out, page->words->lexicon, key, num_int((int64_t)n));
    return page_take(page, &out);
}

struct str page_sentence(struct str plain)
{
    plain = str_trim(plain);
    return str_ends(plain, S(".")) ? str_sub(plain, 0, plain.n - 1) : plain;
}

struct str page_typo(const struct page *page, struct str plain)
{
    struct buf out = {0};

    if (page->site->config.language != LANG_RU || plain.n == 0)
        return plain;
    text_typography(&out, plain);
    return page_take(page, &out);
}

/* --- links --- */

static struct str programme_label(const struct programme *programme)
{
    return programme->brief.n > 0 ? programme->brief : programme->text.title;
}

static struct str organisation_label(const struct organisation *organisation)
{
    return organisation->brief.n > 0 ? organisation->brief
                                     : organisation->name;
}

/* The name of a thing inside a programme. */
static struct str part_label(const struct site *site, enum thing thing,
                             size_t at, size_t sub)
{
    const struct programme *programme = &site->programmes.at[at];

    switch (thing) {
    case THING_SECTION:
        return programme->sections.at[sub].text.title;
    case THING_DOCUMENT:
        return programme->documents.at[sub].title;
    case THING_MEASURE:
        return programme->measures.at[sub].title;
    default:
        return programme_label(programme);
    }
}

static struct str plain_label(const struct site *site, enum thing thing,
                              size_t at, size_t sub)
{
    switch (thing) {
    case THING_SCHOOL:
        return catalog_school_label(&site->schools.at[at]);
    case THING_ORGANISATION:
        return organisation_label(&site->organisations.at[at]);
    case THING_INDICATOR:
        return site->indicators.at[at].title;
    case THING_PRACTICE:
        return site->practices.at[at].text.title;
    case THING_TERM:
        return site->terms.at[at].term;
    case THING_NEWS_ITEM:
        return site->news.at[at].text.title;
    case THING_PAGE:
        return site->pages.at[at].text.title;
    case THING_PROGRAMME:
    case THING_SECTION:
    case THING_DOCUMENT:
    case THING_MEASURE:
        return part_label(site, thing, at, sub);
    default:
        return (struct str){0};
    }
}

struct str page_label(const struct page *page, enum thing thing, size_t at,
                      size_t sub)
{
    return page_typo(page, plain_label(page->site, thing, at, sub));
}

/* Does an index in the site suffice to find it? */
static bool stands_alone(enum thing thing)
{
    return thing != THING_SECTION && thing != THING_DOCUMENT &&
           thing != THING_MEASURE;
}

struct view_link page_ref(const struct page *page, const struct ref *ref,
                          enum thing thing)
{
    struct view_link link = {0};
    struct str path;

    if (thing == THING_ORGANISATIONS)
        thing = THING_ORGANISATION;
    if (ref->school)
        thing = THING_SCHOOL;
    if (ref->index != NONE && ref->text.n > 0 && stands_alone(thing)) {
        path = address_of(page->arena, page->site, thing, ref->index, NONE);
        link.label = page_label(page, thing, ref->index, NONE);
        if (page_reaches(page, path))
            link.url = page_path_url(page, path);
    }
    if (link.label.n == 0)
        link.label = page_typo(page, ref->text);
    return link;
}

struct list page_refs(const struct page *page, const struct refs *refs,
                      enum thing thing)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, refs->n);

    for (size_t i = 0; i < refs->n; i++)
        links[i] = page_ref(page, &refs->at[i], thing);
    return (struct list){ links, refs->n };
}

struct list page_lines(const struct page *page, const struct strs *lines)
{
    struct view_link *links = PAGE_ARRAY(page, struct view_link, lines->n);

    for (size_t i = 0; i < lines->n; i++)
        links[i].label = page_typo(page, lines->at[i]);
    return (struct list){ links, lines->n };
}

void page_put_web(struct buf *url, struct str address)
{
    static const char kept[] = "-._~:/?#[]@!$&'()*+,;=%";

    for (size_t i = 0; i < address.n; i++) {
        unsigned char c = (unsigned char)address.p[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9');

        if (plain || (c != 0 && strchr(kept, c)))
            buf_char(url, (char)c);
        else
            buf_addf(url, "%%%02X", c);
    }
}

struct str page_phone_url(const struct page *page, struct str phone)
{
    struct buf out = {0};

    buf_add(&out, S("tel:"));
    for (size_t i = 0; i < phone.n; i++) {
        char c = phone.p[i];

        if ((c >= '0' && c <= '9') || (c == '+' && i == 0))
            buf_char(&out, c);
        else if (c == '\0' || !strchr(" ()-", c))
            break;
    }
    /* Shorter ones are rather extensions than numbers to be dialled. */
    if (out.n < strlen("tel:12345"))
        buf_clear(&out);
    return page_take(page, &out);
}

struct str page_site_url(const struct page *page, struct str address)
{
    struct buf out = {0};

    if (str_starts(address, S("https://")) ||
        str_starts(address, S("http://")))
        page_put_web(&out, address);
    return page_take(page, &out);
}

/* --- numbers --- */

struct str page_value(const struct page *page, size_t indicator,
                      struct num value)
{
    struct buf out = {0};

    words_value(&out, page->words, indicator, value);
    return page_take(page, &out);
}

struct str page_cell(const struct page *page, size_t indicator,
                     struct fact fact)
{
    struct buf out = {0};

    words_cell(&out, page->words, indicator, fact);
    return page_take(page, &out);
}

struct str page_period(const struct page *page, struct period period)
{
    struct buf out = {0};

    if (period.kind != PERIOD_NONE)
        words_period(&out, page->words->lexicon, period);
    return page_take(page, &out);
}

struct str page_period_beside(const struct page *page, struct period period,
                              struct str title)
{
    struct str years = page_period_short(page, period);

    return years.n > 0 && str_find(title, years) >= 0
               ? (struct str){0}
               : page_period(page, period);
}

struct str page_period_short(const struct page *page, struct period period)
{
    struct buf out = {0};
    struct str known;

    if (plan_period_short(page->plan, period, &known))
        return known;
    if (period.kind != PERIOD_NONE)
        words_period_short(&out, page->words->lexicon, period);
    return page_take(page, &out);
}

struct str page_date(const struct page *page, date d)
{
    struct buf out = {0};

    if (d != DATE_NONE)
        words_date(&out, page->words->lexicon, d);
    return page_take(page, &out);
}

struct str page_number(const struct page *page, struct num value,
                       int decimals)
{
    struct buf out = {0};

    words_number(&out, page->words->lexicon, value, decimals);
    return page_take(page, &out);
}

/* Whole years from `from` to `to`; 0 when it is not later. */
static size_t years_between(date from, date to)
{
    int y[2], m[2], d[2];

    date_split(from, &y[0], &m[0], &d[0]);
    date_split(to, &y[1], &m[1], &d[1]);
    if (m[1] < m[0] || (m[1] == m[0] && d[1] < d[0]))
        y[1]--;
    return y[1] > y[0] ? (size_t)(y[1] - y[0]) : 0;
}

struct str page_fresh(const struct page *page, struct period newest)
{
    date today = page->site->config.as_of;
    size_t years = today == DATE_NONE ? 0 : years_between(newest.to, today);
    struct str period = page_period(page, newest);

    if (years == 0)
        return page_fill(page, "frame.fresh", FILL({ "period", period }));
    return page_fill(page, "frame.fresh_age",
                     FILL({ "period", period },
                          { "age", page_count(page, "frame.age", years) }));
}

struct str page_status_class(enum status status)
{
    switch (status) {
    case STATUS_REACHED:
        return S("reached");
    case STATUS_NEAR:
        return S("near");
    case STATUS_NOT_YET:
        return S("open");
    case STATUS_NO_TARGET:
    case STATUS_NOT_DUE:
        return S("no-target");
    case STATUS_NO_DATA:
        break;
    }
    return S("none");
}
