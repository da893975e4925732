/*
 * block_changes_url: where lines about changes stand. See block_changes.h.
 *
 * For page_changes.c, file_feed.c and the pages that link to them.
 */
#include "render/block_changes.h"

#include "render/block_look.h"
#include "render/plan.h"

struct str block_changes_path(struct arena *arena, const struct site *site,
                              struct change_scope scope)
{
    enum thing thing = scope.scope == CHANGES_OF_SCHOOL
                           ? THING_CHANGES_SCHOOL
                       : scope.scope == CHANGES_OF_PROGRAMME
                           ? THING_CHANGES_PROGRAMME
                           : THING_CHANGES;

    return address_of(arena, site, thing, scope.at, NONE);
}

struct str block_feed_path(struct arena *arena, const struct site *site,
                           struct change_scope scope)
{
    return address_feed(arena, block_changes_path(arena, site, scope));
}

static struct str url_if_there(const struct page *page, struct str path)
{
    return page_reaches(page, path) ? page_path_url(page, path)
                                    : (struct str){0};
}

struct str block_changes_url(const struct page *page,
                             struct change_scope scope)
{
    return url_if_there(page, block_changes_path(page->arena, page->site,
                                                 scope));
}

struct str block_feed_url(const struct page *page, struct change_scope scope)
{
    return url_if_there(page, block_feed_path(page->arena, page->site,
                                              scope));
}

bool block_has_feeds(const struct site *site, const struct changes *changes)
{
    return site->config.base_url.n > 0 &&
           (changes_state(changes) == CHANGES_WHOLE ||
            changes_state(changes) == CHANGES_CUT);
}

struct str block_revised_url(const struct page *page, size_t indicator,
                             size_t school, struct period period)
{
    const struct change *c = changes_revised(plan_changes(page->plan),
                                             indicator, school, period);
    struct str path;

    if (!c)
        return (struct str){0};
    path = address_of(page->arena, page->site, THING_INDICATOR, indicator,
                      NONE);
    if (school == RELEASE_WHOLE || str_eq(path, page->path))
        path = str_format(page->arena, "%.*s#%.*s", STR_FMT(path),
                          STR_FMT(block_change_id(page, c->id)));
    else
        path = block_change_place(page, (struct change_scope){
                                            CHANGES_OF_SCHOOL, school },
                                  c->on, c->id);
    return url_if_there(page, path);
}
