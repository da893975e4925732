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
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "output/manifest.h"
#include "output/receiver.h"
#include "release/release.h"
#include "release/words.h"
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

struct rendering {
    const struct plan *plan;
    struct receiver *receiver;
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

int build_site(const struct build_options *options, struct source *source,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct rendering r = {.receiver = receiver};
    struct buf manifest = {0};
    size_t jobs = options->jobs ? options->jobs : pool_processors();
    if (jobs > JOBS_MAX)
        jobs = JOBS_MAX;
    int rc = -1;
    bool begun = false;

    struct site *site = catalog_read(arena, source, diag);
    if (!site)
        goto out;
    link_site(site, diag);
    struct store *store = observe_read(arena, site, source, diag);
    struct release *release = release_make(arena, site, store, diag);
    diag_explain(diag, explained, site);
    struct theme *theme = theme_open(arena, source, site->config.theme,
                                     site->config.language, diag);
    if (!theme)
        goto out;
    struct words words = {theme_words(theme), release};
    r.plan = plan_make(arena, site, release, &words, theme, diag);
    if (!r.plan)
        goto out;
    *pages = plan_count(r.plan);
    r.digests = ARENA_ARRAY(arena, struct digest, *pages + 1);
    begun = true;
    if (receiver->begin(receiver, diag) != 0 ||
        render_all(&r, jobs, diag) != 0 ||
        !may_commit(diag, options->strict))
        goto out;
    list_files(&manifest, arena, r.plan, r.digests, options->commit);
    rc = receiver->commit(receiver, buf_str(&manifest), receipt, diag);
out:
    if (begun && rc != 0)
        receiver->abort(receiver);
    buf_free(&manifest);
    arena_free(arena);
    return rc;
}
