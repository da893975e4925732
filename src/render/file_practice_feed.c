/*
 * file_practice_feed: practices.xml, the Atom feed of new practices. Only with
 * base_url, since its addresses are absolute.
 *
 * A row of pages.c.
 */
#include "render/atom.h"
#include "render/outside.h"
#include "render/page_practice.h"
#include "render/plan.h"

#include <stdlib.h>

#define FEED_MAX 50

/* The day it became what it is: of its review, else of its text. */
static date day_of(const struct practice *it)
{
    return it->reviewed != DATE_NONE ? it->reviewed : it->text.updated;
}

struct recent {
    date on;
    struct str id;
    size_t at;
};

static int by_day(const void *a, const void *b)
{
    const struct recent *x = a, *y = b;

    if (x->on != y->on)
        return x->on > y->on ? -1 : 1;
    return str_cmp(x->id, y->id);
}

/* Addresses of practices never change, so they are the entries' ids. */
static struct atom_entry entry_of(const struct page *page,
                                  const struct recent *recent)
{
    const struct practice *it = &page->site->practices.at[recent->at];
    struct str url = outside_url(page, address_of(page->arena, page->site,
                                                  THING_PRACTICE, recent->at,
                                                  NONE));
    struct str summary = page_typo(page, it->text.summary);

    if (it->demo)
        summary = str_trim(page_fill(page, "practices.feed_demo",
                                     FILL({ "text", summary })));
    return (struct atom_entry){
        .id = url, .link = url,
        .title = page_label(page, THING_PRACTICE, recent->at, NONE),
        .summary = summary, .updated = recent->on,
    };
}

/* What is recommended or looked at, newest first. */
static void write(struct page *page, struct buf *out)
{
    const struct config *config = &page->site->config;
    size_t all, n = 0;
    const size_t *order = practice_all(plan_practices(page->plan), &all);
    struct recent *rows = PAGE_ARRAY(page, struct recent, all + 1);
    struct atom_entry *entries = PAGE_ARRAY(page, struct atom_entry,
                                            FEED_MAX);
    struct atom_feed feed = {
        .self = outside_url(page, page->path),
        .page = outside_url(page, address_of(page->arena, page->site,
                                             THING_PRACTICES, NONE, NONE)),
        .title = page_fill(page, "practices.feed_title",
            FILL({ "site", page_typo(page, config->title) })),
        .author = page_typo(page, config->owner.n > 0 ? config->owner
                                                      : config->title),
        .language = config->language == LANG_RU ? S("ru") : S("en"),
        .updated = config->as_of,
    };

    for (size_t i = 0; i < all; i++) {
        const struct practice *it = &page->site->practices.at[order[i]];
        int status = practice_status(page->site, it);

        if ((status == PRACTICE_RECOMMENDED || status == PRACTICE_REVIEW) &&
            day_of(it) != DATE_NONE)
            rows[n++] = (struct recent){ day_of(it), it->id, order[i] };
    }
    if (n > 0)
        qsort(rows, n, sizeof *rows, by_day);
    n = n < FEED_MAX ? n : FEED_MAX;
    for (size_t i = 0; i < n; i++)
        entries[i] = entry_of(page, &rows[i]);
    atom_write(out, &feed, entries, n);
}

static void list(struct plan_list *list, struct arena *arena,
                 const struct site *site, const struct release *release)
{
    (void)arena;
    (void)release;
    if (site->config.base_url.n > 0 && practice_any_public(site))
        plan_add(list, S("practices.xml"), 0, 0);
}

const struct page_kind file_practice_feed = {
    .name = "practice feed", .list = list, .write = write,
};
