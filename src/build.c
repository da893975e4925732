/*
 * build: the whole pipeline on one screen: read, link, release, plan, deliver.
 *
 * For the commands.
 */
#include "build.h"

#include "base/diag.h"
#include "base/mem.h"
#include "deliver.h"
#include "history.h"
#include "input/git.h"
#include "input/source.h"
#include "meter.h"
#include "model/address.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "output/receiver.h"
#include "private.h"
#include "release/practices.h"
#include "release/release.h"
#include "release/words.h"
#include "release/words_plain.h"
#include "render/plan.h"
#include "render/theme.h"

#include <stdio.h>

/* Everything that stands before rendering. */
struct edition {
    struct arena *arena;        /* of all this */
    struct site *site;
    struct release *release;
    struct theme *theme;
    struct words words;
    const struct changes *changes;
    struct plan *plan;
};

struct str build_commit(const struct build_options *options,
                        struct arena *arena, struct diag *diag)
{
    struct str id = S("");
    struct repo *repo = repo_open(options->dir, false, diag);
    if (repo && (options->at || repo_is_clean(repo)))
        id = repo_commit_id(repo, options->at ? options->at : "HEAD", arena);
    repo_free(repo);
    return id;
}

struct source *build_source(const struct build_options *options,
                            struct diag *diag)
{
    struct source *source =
        options->at ? source_commit(options->dir, options->at, diag)
                    : source_folder(options->dir, diag);
    if (source)
        source_without(source, options->gaps, options->gaps_n);
    return source;
}

/* The site and its raw numbers; NULL after reporting. */
static struct site *read_site(struct arena *arena,
                              const struct build_options *options,
                              struct source *source, struct store **store,
                              struct diag *diag)
{
    meter_stage(options->meter, METER_READ, 0);
    struct site *site = catalog_read(arena, source, diag);
    if (!site)
        return NULL;
    link_site(site, diag);
    struct source *closed = private_open(options, &site->config, diag);
    site->closed = closed;
    *store = observe_read(arena, site, source, diag);
    site->closed = NULL;
    source_free(closed);
    return site;
}

void build_findings(const struct build_options *options,
                    struct source *source, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct store *store;
    struct site *site = read_site(arena, options, source, &store, diag);
    if (site) {
        release_make_bare(arena, site, store, diag);
        catalog_explain(site, diag);
    }
    arena_free(arena);
}

/* How much the rules hide (R3.7); never what. */
static void say_hidden(const struct release *release, struct diag *diag)
{
    struct release_counts all = {0};
    char texts[DIAG_ARGS][24];
    for (int privacy = PRIVACY_OPEN; privacy <= PRIVACY_SENSITIVE;
         privacy++) {
        struct release_counts n = release_count(release, privacy);
        all.shown += n.shown + n.counts;
        all.counts += n.counts;
        all.hidden += n.hidden;
        all.level += n.level;
    }
    snprintf(texts[0], sizeof texts[0], "%zu", all.shown);
    snprintf(texts[1], sizeof texts[1], "%zu", all.counts);
    snprintf(texts[2], sizeof texts[2], "%zu", all.hidden);
    snprintf(texts[3], sizeof texts[3], "%zu", all.level);
    if (all.hidden + all.level > 0)
        diag_add(diag, (struct pos){0}, MSG_RELEASE_HIDDEN,
                 ARGS(str_of(texts[0]), str_of(texts[1]), str_of(texts[2]),
                      str_of(texts[3])));
}

/* What a failed build leaves is freed by the arena. */
struct edition *build_edition(const struct build_options *options,
                              struct source *source, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct edition *e = ARENA_NEW(arena, struct edition);
    struct store *store;
    e->arena = arena;
    e->site = read_site(arena, options, source, &store, diag);
    if (!e->site)
        goto fail;
    e->release = release_make(arena, e->site, store, diag);
    catalog_explain(e->site, diag);
    say_hidden(e->release, diag);
    if (options->guard)
        private_warn(options, &e->site->config, e->release, diag);
    if (options->released)
        options->released(options->payload, e->release);
    e->theme = (options->only ? theme_open_school : theme_open)(
        arena, source, e->site->config.theme, e->site->config.language, diag);
    if (!e->theme)
        goto fail;
    e->words = (struct words){theme_words(e->theme), e->release};
    plain_site(e->words.lexicon, e->site, diag);
    practices_check(&e->words, diag);
    link_sites(e->site, diag);
    e->changes = history_read(arena, options, e->release, diag);
    e->plan = plan_make(arena, e->site, e->release, &e->words, e->changes,
                        e->theme, diag);
    if (e->plan)
        return e;
fail:
    arena_free(arena);
    return NULL;
}

void build_edition_free(struct edition *edition)
{
    if (!edition)
        return;
    plan_free(edition->plan);
    arena_free(edition->arena);
}

const struct site *build_edition_site(const struct edition *edition)
{
    return edition->site;
}

const struct plan *build_edition_plan(const struct edition *edition)
{
    return edition->plan;
}

bool build_file(const struct edition *edition, struct str path,
                struct arena *scratch, struct buf *out, struct diag *diag)
{
    size_t i = plan_find(edition->plan, path);
    if (i == SIZE_MAX)
        return false;
    page_render(edition->plan, i, scratch, out, diag);
    catalog_explain(edition->site, diag);
    return true;
}

/* --- sites of schools --- */

/* The school that `only` names; NONE after reporting. */
static size_t find_school(const struct edition *e, const char *only,
                          struct diag *diag)
{
    struct link_target to = address_resolve(e->arena, e->site, S(""),
                                            str_of(only));
    struct str id = str_of(only), near = to.nearest;
    if (to.kind == LINK_THING && to.thing == THING_SCHOOL)
        return to.at;
    if (!str_is(str_cut(&id, ':'), "school") || !id.p) {
        diag_add(diag, (struct pos){0}, MSG_USAGE_ONLY, ARGS(str_of(only)));
        return NONE;
    }
    if (str_starts(near, S("school:")))
        str_cut(&near, ':');
    diag_add(diag, (struct pos){0}, MSG_USAGE_ONLY_SCHOOL, ARGS(id, near));
    return NONE;
}

/* A plan of one school, made in `arena`. */
static struct delivery of_school(const struct build_options *options,
                                 const struct edition *e, size_t school,
                                 struct arena *arena)
{
    return (struct delivery){
        .options = options,
        .site = e->site,
        .plan = plan_only(arena, e->plan, school),
        .only = str_format(arena, "school:%.*s",
                           STR_FMT(e->site->schools.at[school].id)),
        .arena = arena,
    };
}

int build_site(const struct build_options *options, struct source *source,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages, struct diag *diag)
{
    struct edition *e = build_edition(options, source, diag);
    int rc = -1;
    if (!e)
        return -1;
    struct delivery d = {.options = options, .site = e->site, .plan = e->plan,
                         .arena = e->arena};
    if (options->only) {
        size_t school = find_school(e, options->only, diag);
        if (school == NONE)
            goto out;
        d = of_school(options, e, school, e->arena);
    }
    d.meter = options->meter;
    *pages = plan_count(d.plan);
    meter_stage(d.meter, METER_RENDER, *pages);
    rc = deliver(&d, receiver, receipt, diag);
out:
    build_edition_free(e);
    return rc;
}

/* All schools into what `open` gives; without an outlet into nothing, to see
 * whether an error stands. */
static int deliver_schools(const struct build_options *options,
                           const struct edition *e,
                           const struct build_outlet *outlet,
                           struct diag *diag)
{
    struct arena *arena = arena_new();
    int rc = 0;
    meter_stage(options->meter, outlet ? METER_WRITE : METER_RENDER,
                outlet ? 0 : e->site->schools.n);
    for (size_t i = 0; i < e->site->schools.n && rc == 0; i++) {
        struct str id = e->site->schools.at[i].id;
        struct receiver *receiver = outlet ? outlet->open(outlet->payload, id)
                                           : receiver_nothing();
        struct receipt receipt = {0};
        if (!receiver) {
            rc = -1;
            break;
        }
        arena_reset(arena);
        struct delivery d = of_school(options, e, i, arena);
        rc = deliver(&d, receiver, &receipt, diag);
        if (rc == 0 && outlet)
            outlet->placed(outlet->payload, id, plan_count(d.plan), &receipt);
        receiver->done(receiver);
        meter_step(options->meter);
    }
    arena_free(arena);
    return rc;
}

int build_schools(const struct build_options *options, struct source *source,
                  const struct build_outlet *outlet, struct diag *diag)
{
    struct edition *e = build_edition(options, source, diag);
    int rc = -1;
    if (e && deliver_schools(options, e, NULL, diag) == 0)
        rc = deliver_schools(options, e, outlet, diag);
    build_edition_free(e);
    return rc;
}
