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
#include "input/git.h"
#include "input/source.h"
#include "meter.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "output/manifest.h"
#include "output/receiver.h"
#include "private.h"
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
                       struct str source)
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
    struct manifest manifest = {S(VITRINA_VERSION), source, files, n};
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
    e->theme = theme_open(arena, source, e->site->config.theme,
                          e->site->config.language, diag);
    if (!e->theme)
        goto fail;
    e->words = (struct words){theme_words(e->theme), e->release};
    plain_site(e->words.lexicon, e->site, diag);
    e->plan = plan_make(arena, e->site, e->release, &e->words, e->theme,
                        diag);
    if (e->plan)
        return e;
fail:
    arena_free(arena);
    return NULL;
}

void build_edition_free(struct edition *edition)
{
    if (edition)
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

int build_site(const struct build_options *options, struct source *source,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages, struct diag *diag)
{
    struct edition *edition = build_edition(options, source, diag);
    if (!edition)
        return -1;
    struct rendering r = {.plan = edition->plan, .receiver = receiver,
                          .meter = options->meter};
    struct buf manifest = {0};
    size_t jobs = options->jobs ? options->jobs : pool_processors();
    int rc = -1;
    *pages = plan_count(r.plan);
    r.digests = ARENA_ARRAY(edition->arena, struct digest, *pages + 1);
    meter_stage(r.meter, METER_RENDER, *pages);
    if (receiver->begin(receiver, diag) != 0 ||
        render_all(&r, jobs < JOBS_MAX ? jobs : JOBS_MAX, diag) != 0)
        goto out;
    /* what only rendering finds */
    diag_explain(diag, explained, edition->site);
    if (!may_commit(diag, options->strict))
        goto out;
    meter_stage(r.meter, METER_WRITE, 0);
    list_files(&manifest, edition->arena, r.plan, r.digests,
               options->commit);
    rc = receiver->commit(receiver, buf_str(&manifest), receipt, diag);
out:
    if (rc != 0)
        receiver->abort(receiver);
    buf_free(&manifest);
    build_edition_free(edition);
    return rc;
}
