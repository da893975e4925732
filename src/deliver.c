/*
 * deliver: the files of a plan, rendered by several workers. See deliver.h.
 */
#include "deliver.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/pool.h"
#include "build.h"
#include "meter.h"
#include "model/catalog.h"
#include "output/manifest.h"
#include "output/receiver.h"
#include "render/plan.h"

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

/* Renders into the receiver and commits if no error stands. */
int deliver(const struct delivery *d, struct receiver *receiver,
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
    catalog_explain(d->site, diag);
    if (!d->options->despite && diag_status(diag, d->options->strict) != 0)
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
