/*
 * page_body: the text of an author as HTML of a page: links, numbers in
 * sentences, fenced blocks and terms of the glossary.
 *
 * For render/.
 */
#include "input/source.h"
#include "input/text.h"
#include "input/yml.h"
#include "release/words_plain.h"
#include "model/attachment.h"
#include "render/block.h"
#include "render/page.h"
#include "render/plan.h"
#include "render/terms.h"

/* One text on its page: the payload of what text.c calls back. */
struct body {
    struct page *page;
    struct str prefix;          /* before the ids of its headings */
};

/* What `value:` and `target:` name. */
struct number_name {
    size_t indicator, school;
    bool has_period;
    struct period period;
};

static bool refuse(struct page *page, struct pos at, enum msg id,
                   struct str a, struct str b)
{
    diag_add(page->diag, at, id, ARGS(a, b));
    return false;
}

/* --- numbers in sentences --- */

/* Reads PROG/IND[/SCHOOL][@PERIOD]; what is wrong goes to *wrong. */
static bool read_number_name(const struct page *page, struct str text,
                             struct number_name *out, struct str *wrong)
{
    const struct site *site = page->site;
    struct str names = str_cut(&text, '@'), piece;
    size_t programme;

    *out = (struct number_name){ .school = RELEASE_WHOLE };
    *wrong = piece = str_cut(&names, '/');
    programme = catalog_programme(site, piece);
    if (programme == NONE)
        return false;
    *wrong = piece = str_cut(&names, '/');
    out->indicator = catalog_indicator(site, programme, piece);
    if (out->indicator == NONE)
        return false;
    if (names.p) {
        *wrong = names;
        out->school = catalog_school(site, names);
        if (out->school == NONE)
            return false;
    }
    *wrong = text;
    out->has_period = text.p != NULL;
    return !out->has_period || period_parse(text, &out->period);
}

static bool put_value(struct page *page, const struct number_name *name,
                      struct buf *label)
{
    const struct release *release = page->release;
    size_t period = name->has_period
                        ? release_period(release, name->indicator,
                                         name->period)
                        : release_last(release, name->indicator,
                                       name->school);
    struct fact fact;

    if (period == NONE)
        return false;
    fact = release_fact(release, name->indicator, name->school, period);
    if (fact.state != STATE_SHOWN && fact.state != STATE_COUNTS)
        return false;
    words_cell(label, page->words, name->indicator, fact);
    return true;
}

static bool put_target(struct page *page, const struct number_name *name,
                       struct buf *label)
{
    const struct target *target = NULL;
    size_t n = 0;
    const struct period *periods = release_periods(page->release,
                                                   name->indicator, &n);

    if (name->has_period)
        target = progress_target(page->release, name->indicator,
                                 name->school, name->period);
    while (!name->has_period && !target && n-- > 0)
        target = progress_target(page->release, name->indicator,
                                 name->school, periods[n]);
    if (!target)
        return false;
    words_target(label, page->words, target);
    return true;
}

static bool put_number(struct page *page, enum target_kind kind,
                       struct str target, struct pos at, struct buf *label)
{
    struct number_name name;
    struct str rest = target, wrong;

    str_cut(&rest, ':');
    if (!read_number_name(page, rest, &name, &wrong))
        return refuse(page, at, MSG_PAGE_NUMBER_NAME, target, wrong);
    if (kind == LINK_VALUE)
        return put_value(page, &name, label) ||
               refuse(page, at, MSG_PAGE_VALUE_HIDDEN, target, S(""));
    return put_target(page, &name, label) ||
           refuse(page, at, MSG_PAGE_TARGET_NONE, target, S(""));
}

/* --- links --- */

static bool put_path(struct page *page, const struct link_target *to,
                     struct str target, struct pos at, struct buf *url,
                     struct buf *label)
{
    if (!page_has(page, to->path))
        return refuse(page, at, MSG_PAGE_LINK_ABSENT, target, S(""));
    buf_add(url, page_path_url(page, to->path));
    if (to->kind == LINK_THING)
        buf_add(label, page_label(page, to->thing, to->at, to->sub));
    return true;
}

/* text_env.link */
static bool put_link(void *payload, struct str target, bool image,
                     struct pos at, struct buf *url, struct buf *label)
{
    const struct body *of = payload;
    struct page *page = of->page;
    struct link_target to = address_resolve(page->arena, page->site, at.file,
                                            target);

    if (image && to.kind != LINK_FILE && to.kind != LINK_UNKNOWN)
        return refuse(page, at, MSG_PAGE_IMAGE, target, S(""));
    switch (to.kind) {
    case LINK_WEB:
        page_put_web(url, to.path);
        buf_add(label, target);
        return true;
    case LINK_PART:
        buf_char(url, '#');
        buf_add(url, of->prefix);
        page_put_web(url, str_skip(to.path, 1));
        buf_add(label, target);
        return true;
    case LINK_THING:
    case LINK_FILE:
        if (!put_path(page, &to, target, at, url, label))
            return false;
        if (label->n == 0 && !image)
            buf_add(label, target);
        return true;
    case LINK_VALUE:
    case LINK_TARGET:
        return put_number(page, to.kind, target, at, label);
    case LINK_BAD_SCHEME:
        return refuse(page, at, MSG_PAGE_LINK_SCHEME, target, S(""));
    case LINK_UNKNOWN:
        break;
    }
    if (to.nearest.n == 0)
        return refuse(page, at, MSG_PAGE_LINK_NOTHING, target, S(""));
    return refuse(page, at, MSG_PAGE_LINK_UNKNOWN, target, to.nearest);
}

/* text_env.pixels */
static bool image_pixels(void *payload, struct str target, struct pos at,
                         uint32_t *width, uint32_t *height)
{
    const struct body *of = payload;
    const struct site *site = of->page->site;
    struct link_target to = address_resolve(of->page->arena, site, at.file,
                                            target);
    const struct attachment *file =
        to.kind == LINK_FILE ? attachment_find(site, to.path) : NULL;

    return file && attachment_pixels(site, file, width, height,
                                     of->page->diag);
}

/* text_env.block */
static bool put_block(void *payload, struct str info, struct str body,
                      struct pos at, struct pos body_at, struct buf *html)
{
    const struct body *of = payload;

    return block_fenced(of->page, info, body, at, body_at, html);
}

/* --- terms --- */

static void put_term_url(void *payload, size_t term, struct buf *out)
{
    const struct page *page = payload;

    buf_add(out, page_url(page, THING_TERM, term, NONE));
}

/* text_env.terms */
static bool put_terms(void *payload, struct str run, struct buf *html)
{
    const struct body *of = payload;
    struct page *page = of->page;
    struct terms_use use = {
        .terms = plan_terms(page->plan),
        .arena = page->arena,
        .seen = page->terms_seen,
        .payload = page,
        .url = put_term_url,
    };

    return terms_link(&use, run, html);
}

/* Terms are looked for everywhere but in the glossary itself. */
static bool wants_terms(struct page *page)
{
    struct str glossary = address_of(page->arena, page->site, THING_GLOSSARY,
                                     NONE, NONE);

    if (!plan_terms(page->plan) || str_eq(glossary, page->path) ||
        !page_has(page, glossary))
        return false;
    if (!page->terms_seen)
        page->terms_seen = PAGE_ARRAY(page, bool, page->site->terms.n);
    return true;
}

/* --- the body --- */

static struct text_env make_env(struct body *of, int shift)
{
    struct page *page = of->page;

    return (struct text_env){
        .payload = of,
        .link = put_link,
        .pixels = image_pixels,
        .block = put_block,
        .terms = wants_terms(page) ? put_terms : NULL,
        .words = {
            .footnotes = page_word(page, "text.footnotes"),
            .back = page_word(page, "text.back"),
            .table = page_word(page, "text.table"),
            .done = page_word(page, "text.done"),
            .open = page_word(page, "text.open"),
        },
        .id_prefix = of->prefix,
        .russian = page->site->config.language == LANG_RU,
        .heading_shift = shift,
    };
}

struct str page_body_below(struct page *page, const struct text *text,
                           struct str id, int shift)
{
    struct buf file = {0}, html = {0};
    struct body of = { .page = page };
    struct text_env env;
    struct str front, body;
    struct pos first = { .file = text->at.file, .col = 1 };

    /* A file that cannot be read or split was reported by the catalog. */
    if (!text->has_body || text->at.file.n == 0)
        goto out;
    if (source_read(page->site->source, text->at.file,
                    TEXT_BYTES_MAX + YML_BYTES_MAX, &file, page->diag) != 0)
        goto out;
    if (!yml_split(text->at.file, buf_str(&file), &front, &body, &first.line,
                   page->diag))
        goto out;
    if (id.n > 0)
        of.prefix = str_format(page->arena, "%.*s-", STR_FMT(id));
    env = make_env(&of, shift);
    plain_body(page->words->lexicon, page->site, body, first, page->diag);
    text_render(&html, body, first, &env, page->diag);
out:
    buf_free(&file);
    return page_take(page, &html);
}

struct str page_body(struct page *page, const struct text *text,
                     struct str id)
{
    return page_body_below(page, text, id, 0);
}

/* --- introductions --- */

bool page_is_introduction(const struct site *site, struct str id)
{
    static const char *const always[] = {
        "about", "accessibility", "methodology", "quality", "schools",
        "practices", "data",
    };

    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        if (str_is(id, always[i]))
            return true;
    }
    if (str_is(id, "glossary"))
        return site->terms.n > 0;
    if (str_is(id, "organisations"))
        return site->organisations.n > 0;
    if (str_is(id, "news"))
        return site->news.n > 0;
    if (str_is(id, "programs") || str_is(id, "indicators") ||
        str_is(id, "plan"))
        return site->programmes.n > 1;
    return false;
}

const struct text *page_introduction(struct page *page, struct str id)
{
    const struct free_page *row = catalog_page(page->site, id);

    page->introduced = true;
    return row && !row->text.draft ? &row->text : NULL;
}
