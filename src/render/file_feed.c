/*
 * file_feed: the changes of the site, of a programme or of a school as Atom.
 * Only with base_url, since addresses in feeds are absolute.
 *
 * A row of pages.c.
 */
#include "render/atom.h"
#include "render/block_changes.h"
#include "render/outside.h"
#include "render/plan.h"

#include <string.h>

#define FEED_MAX 100        /* newest lines */

/* at: the programme or school; sub: enum changes_scope. */
static void add(struct plan_list *list, struct arena *arena,
                const struct site *site, enum changes_scope scope, size_t at)
{
    plan_add(list, block_feed_path(arena, site,
                 (struct change_scope){ scope, at }), at, scope);
}

static void feed_list(struct plan_list *list, struct arena *arena,
                      const struct site *site, const struct release *release)
{
    (void)release;
    if (!block_has_feeds(site, plan_list_changes(list)))
        return;
    add(list, arena, site, CHANGES_SITE, 0);
    for (size_t i = 0; i < site->programmes.n; i++)
        add(list, arena, site, CHANGES_OF_PROGRAMME, i);
    for (size_t i = 0; i < site->schools.n; i++)
        add(list, arena, site, CHANGES_OF_SCHOOL, i);
}

/* What the feed is about has a page of its own even while nothing of it has
 * changed. */
static struct str page_of(const struct page *page, struct change_scope scope)
{
    struct str path = block_changes_path(page->arena, page->site, scope);

    if (page_has(page, path))
        return path;
    return address_of(page->arena, page->site,
                      scope.scope == CHANGES_OF_SCHOOL ? THING_SCHOOL
                                                       : THING_PROGRAMME,
                      scope.at, NONE);
}

static struct str title_of(const struct page *page, struct change_scope scope)
{
    struct str name = page_typo(page, page->site->config.title);

    if (scope.scope != CHANGES_SITE)
        name = page_label(page, scope.scope == CHANGES_OF_SCHOOL
                                    ? THING_SCHOOL : THING_PROGRAMME,
                          scope.at, NONE);
    return page_fill(page, "changes.title", FILL({ "name", name }));
}

static void put_sentence(struct buf *out, struct str text)
{
    if (text.n == 0)
        return;
    if (out->n > 0)
        buf_char(out, ' ');
    buf_add(out, text);
    if (!strchr(".!?", text.p[text.n - 1]))
        buf_char(out, '.');
}

/* Why, and by which act. */
static struct str summary_of(const struct page *page,
                             const struct change_line *line)
{
    const struct change *c = line->first;
    struct str basis = block_change_basis(page, line);
    struct buf out = {0};

    if (block_change_demo(page, c))
        put_sentence(&out, page_word(page, "changes.demo"));
    if (basis.n > 0)
        put_sentence(&out, page_fill(page, "changes.basis_is",
                                     FILL({ "basis", basis })));
    if (c->reason.n > 0)
        put_sentence(&out, page_fill(page, "changes.reason_is",
            FILL({ "reason", page_typo(page, c->reason) })));
    return page_take(page, &out);
}

static struct atom_entry entry_of(const struct page *page,
                                  struct change_scope scope,
                                  const struct change_line *line)
{
    struct str path = block_changes_path(page->arena, page->site, scope);
    struct str name = str_format(page->arena, "%.*s/%.*s", STR_FMT(path),
                                 STR_FMT(block_change_id(page, line->id)));

    return (struct atom_entry){
        .id = atom_tag(page->arena, page->site->config.base_url,
                       line->first->on, name),
        .title = page_fill(page, "changes.line",
            FILL({ "what", block_change_what(page, scope, line) },
                 { "told", block_change_told(page, line) })),
        .link = outside_url(page, block_change_place(page, scope,
                                                     line->first->on,
                                                     line->id)),
        .summary = summary_of(page, line),
        .updated = line->first->on,
    };
}

static void feed_write(struct page *page, struct buf *out)
{
    struct change_scope scope = { (enum changes_scope)page->sub, page->at };
    const struct config *config = &page->site->config;
    struct change_lines lines = block_change_lines(page, scope, 0, FEED_MAX);
    struct atom_entry *entries = PAGE_ARRAY(page, struct atom_entry,
                                            lines.n + 1);
    date since = changes_since(plan_changes(page->plan));
    struct atom_feed feed = {
        .self = outside_url(page, page->path),
        .page = outside_url(page, page_of(page, scope)),
        .title = title_of(page, scope),
        .author = config->owner.n > 0 ? config->owner : config->title,
        .language = config->language == LANG_RU ? S("ru") : S("en"),
        .updated = since != DATE_NONE ? since : config->as_of,
    };

    for (size_t i = 0; i < lines.n; i++)
        entries[i] = entry_of(page, scope, &lines.at[i]);
    atom_write(out, &feed, entries, lines.n);
}

const struct page_kind file_feed = {
    .name = "feed", .list = feed_list, .write = feed_write,
};
