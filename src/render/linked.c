/*
 * linked: see linked.h.
 *
 * For page_*.c.
 */
#include "render/linked.h"

#include "render/page.h"

/* --- the writer --- */

static void next(struct linked *linked)
{
    const struct buf *out = &linked->out;
    char last = out->n > 0 ? out->p[out->n - 1] : '\0';

    if (last != '\0' && last != '{' && last != '[' && last != ':')
        buf_char(&linked->out, ',');
}

static void put_name(struct linked *linked, const char *name)
{
    next(linked);
    if (name)
        buf_addf(&linked->out, "\"%s\":", name);
}

void linked_open(struct linked *linked, const char *name, const char *type)
{
    put_name(linked, name);
    buf_addf(&linked->out, "{\"@type\":\"%s\"", type);
}

void linked_close(struct linked *linked)
{
    buf_char(&linked->out, '}');
}

void linked_open_list(struct linked *linked, const char *name)
{
    put_name(linked, name);
    buf_char(&linked->out, '[');
}

void linked_close_list(struct linked *linked)
{
    buf_char(&linked->out, ']');
}

void linked_text(struct linked *linked, const char *name, struct str text)
{
    if (text.n == 0)
        return;
    put_name(linked, name);
    buf_json(&linked->out, text);
}

/* --- addresses and days --- */

/* The folder of `path` one level up: a/b/ of a/b/c/ and of a/b/c.html. */
static struct str folder_of(struct str path)
{
    while (path.n > 0 && path.p[path.n - 1] != '/')
        path.n--;
    return path;
}

/* As the whole web would call what the page calls `url`. */
static struct str absolute(const struct page *page, struct str url)
{
    struct str base = page->site->config.base_url;
    struct str folder = folder_of(page->path);

    if (base.n == 0 || str_starts(url, S("https://")) ||
        str_starts(url, S("http://")))
        return url;
    while (str_starts(url, S("../")) && folder.n > 0) {
        url = str_skip(url, 3);
        folder.n--;
        folder = folder_of(folder);
    }
    return str_format(page->arena, "%.*s%.*s%.*s", STR_FMT(base),
                      STR_FMT(folder), STR_FMT(url));
}

void linked_url(struct linked *linked, const char *name, struct str url)
{
    if (url.n > 0)
        linked_text(linked, name, absolute(linked->page, url));
}

void linked_days(struct linked *linked, const char *name,
                 struct period period)
{
    struct buf days = {0};

    if (period.kind == PERIOD_NONE)
        return;
    date_iso(&days, period.from);
    buf_char(&days, '/');
    date_iso(&days, period.to);
    linked_text(linked, name, buf_str(&days));
    buf_free(&days);
}

/* --- sets of data --- */

void linked_dataset_terms(struct linked *linked)
{
    const struct config *config = &linked->page->site->config;

    linked_text(linked, "inLanguage",
                config->language == LANG_RU ? S("ru") : S("en"));
    linked_text(linked, "license", config->licence);
    if (config->owner.n > 0) {
        linked_open(linked, "creator", "Organization");
        linked_text(linked, "name", page_sentence(config->owner));
        linked_close(linked);
    }
}

void linked_download(struct linked *linked, struct str url)
{
    linked_open(linked, NULL, "DataDownload");
    linked_text(linked, "encodingFormat", S("text/csv"));
    linked_url(linked, "contentUrl", url);
    linked_close(linked);
}

struct str linked_take(struct linked *linked)
{
    return page_take(linked->page, &linked->out);
}

/* --- the block --- */

static void put_step(struct linked *linked, int at, struct str label,
                     struct str url)
{
    linked_open(linked, NULL, "ListItem");
    buf_addf(&linked->out, ",\"position\":%d", at);
    linked_text(linked, "name", label);
    linked_url(linked, "item", url);
    linked_close(linked);
}

/* The steps the reader sees, and this page as the last one. */
static void put_crumbs(struct linked *linked, const struct view_frame *frame)
{
    const struct view_link *steps = frame->crumbs.at;
    int at = 0;

    linked_open(linked, NULL, "BreadcrumbList");
    linked_open_list(linked, "itemListElement");
    for (size_t i = 0; i < frame->crumbs.n; i++)
        put_step(linked, ++at, steps[i].label, steps[i].url);
    put_step(linked, ++at, frame->heading, frame->canonical);
    linked_close_list(linked);
    linked_close(linked);
}

struct str linked_block(const struct page *page,
                        const struct view_frame *frame, struct str thing)
{
    struct linked linked = { .page = page };

    if (thing.n == 0 && !frame->has_crumbs)
        return (struct str){0};
    buf_addz(&linked.out, "<script type=\"application/ld+json\">"
                          "{\"@context\":\"https://schema.org\",\"@graph\":[");
    buf_add(&linked.out, thing);
    if (frame->has_crumbs)
        put_crumbs(&linked, frame);
    buf_addz(&linked.out, "]}</script>");
    return linked_take(&linked);
}
