/*
 * build: the whole pipeline on one screen: read, link, release, plan, render,
 * commit.
 *
 * For the commands.
 */
#include "build.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/pool.h"
#include "history.h"
#include "input/git.h"
#include "input/source.h"
#include "meter.h"
#include "model/address.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "output/manifest.h"
#include "output/receiver.h"
#include "private.h"
#include "release/practices.h"
#include "release/release.h"
#include "release/words.h"
#include "release/words_plain.h"
#include "render/plan.h"
#include "render/theme.h"

#include <stdlib.h>

#define JOBS_MAX 64             /* more would only wait for each other */

/* What a worker has of its own. */
struct worker {
    struct arena *scratch;
    struct buf bytes;
    struct diag *diag;
};

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

struct rendering {
    const struct plan *plan;
    struct receiver *receiver;
    struct meter *meter;
    struct worker *workers;
    struct digest *digests;     /* by file, for the manifest */
    size_t first;               /* of the files in this round */
};

/* One file: its bytes, their digest, into the receiver. */
static int render_one(void *payload, size_t worker, size_t i)
{
    struct rendering *r = payload;
    struct worker *w = &r->workers[worker];
    size_t at = r->first + i;
    buf_clear(&w->bytes);
    page_render(r->plan, at, w->scratch, &w->bytes, w->diag);
    r->digests[at] = hash_digest(buf_str(&w->bytes));
    meter_step(r->meter);
    return r->receiver->put(r->receiver, plan_path(r->plan, at),
                            buf_str(&w->bytes), w->diag);
}

/* Pages first, then the files that are made from them. */
static int render_all(struct rendering *r, size_t jobs, struct diag *diag)
{
    size_t pages = plan_first_derived(r->plan);
    size_t all = plan_count(r->plan);
    r->workers = mem_alloc(jobs * sizeof *r->workers);
    for (size_t w = 0; w < jobs; w++)
        r->workers[w] = (struct worker){.scratch = arena_new(),
                                        .diag = diag_new()};
    int rc = pool_run(jobs, pages, render_one, r);
    r->first = pages;
    if (rc == 0)
        rc = pool_run(jobs, all - pages, render_one, r);
    for (size_t w = 0; w < jobs; w++) {
        diag_merge(diag, r->workers[w].diag);
        diag_free(r->workers[w].diag);
        arena_free(r->workers[w].scratch);
        buf_free(&r->workers[w].bytes);
    }
    free(r->workers);
    return rc;
}

static bool may_commit(const struct diag *diag, bool strict)
{
    return diag_status(diag, strict) == 0;
}

static bool explained(void *payload, struct str finding)
{
    const struct site *site = payload;
    for (size_t i = 0; i < site->explanations.n; i++)
        if (str_eq(site->explanations.at[i].finding, finding))
            return true;
    return false;
}

/* manifest.json: every file with its digest, and the commit it came from. */
static void list_files(struct buf *out, struct arena *arena,
                       const struct plan *plan, const struct digest *digests,
                       struct str source, struct str only)
{
    size_t n = plan_count(plan);
    struct manifest_file *files =
        ARENA_ARRAY(arena, struct manifest_file, n + 1);
    for (size_t i = 0; i < n; i++) {
        char hex[DIGEST_HEX];
        hash_hex(digests[i], hex);
        files[i].path = plan_path(plan, i);
        files[i].digest = str_copy(arena, str_of(hex));
    }
    struct manifest manifest = {
        .version = S(VITRINA_VERSION), .source = source, .only = only,
        .files = files, .n = n,
    };
    manifest_write(out, &manifest);
}

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
    return options->at ? source_commit(options->dir, options->at, diag)
                       : source_folder(options->dir, diag);
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
        diag_explain(diag, explained, site);
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
    diag_explain(diag, explained, e->site);
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

bool build_file(const struct edition *edition, struct str path,
                struct arena *scratch, struct buf *out, struct diag *diag)
{
    size_t i = plan_find(edition->plan, path);
    if (i == SIZE_MAX)
        return false;
    page_render(edition->plan, i, scratch, out, diag);
    diag_explain(diag, explained, edition->site);
    return true;
}

/* One plan of an edition, on its way into one receiver. */
struct delivery {
    const struct build_options *options;
    const struct edition *edition;
    const struct plan *plan;
    struct str only;            /* school:ID; empty: the whole site */
    struct meter *meter;        /* is told of each file; may be NULL */
    struct arena *arena;
};

/* Renders into the receiver and commits if no error stands. */
static int deliver(const struct delivery *d, struct receiver *receiver,
                   struct receipt *receipt, struct diag *diag)
{
    size_t jobs = d->options->jobs ? d->options->jobs : pool_processors();
    struct rendering r = {
        .plan = d->plan, .receiver = receiver, .meter = d->meter,
        .digests = ARENA_ARRAY(d->arena, struct digest,
                               plan_count(d->plan) + 1),
    };
    struct buf manifest = {0};
    int rc = -1;
    receiver->only = d->only;
    if (receiver->begin(receiver, diag) != 0 ||
        render_all(&r, jobs < JOBS_MAX ? jobs : JOBS_MAX, diag) != 0)
        goto out;
    /* what only rendering finds */
    diag_explain(diag, explained, d->edition->site);
    if (!d->options->despite && !may_commit(diag, d->options->strict))
        goto out;
    meter_stage(r.meter, METER_WRITE, 0);
    list_files(&manifest, d->arena, r.plan, r.digests, d->options->commit,
               d->only);
    rc = receiver->commit(receiver, buf_str(&manifest), receipt, diag);
out:
    if (rc != 0)
        receiver->abort(receiver);
    buf_free(&manifest);
    return rc;
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
        .edition = e,
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
    struct delivery d = {.options = options, .edition = e, .plan = e->plan,
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
