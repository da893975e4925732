/*
 * pool: workers that share out numbered jobs; see pool.h. The only file that
 * starts threads.
 *
 * For build.c.
 */
#include "base/pool.h"

#include "base/mem.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

struct pool {
    size_t n;
    pool_job *job;
    void *payload;
    atomic_size_t next;
    atomic_bool stopped;
    /* The failed job of the lowest number, and what it returned. Jobs are
     * handed out in order and each that was handed out is finished: so this
     * is the same job in every run. */
    pthread_mutex_t lock;
    size_t failed;
    int rc;
};

struct worker {
    struct pool *pool;
    size_t number;
    pthread_t thread;
};

size_t pool_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (size_t)n : 1;
}

static void fail(struct pool *pool, size_t i, int rc)
{
    atomic_store(&pool->stopped, true);
    pthread_mutex_lock(&pool->lock);
    if (pool->rc == 0 || i < pool->failed) {
        pool->failed = i;
        pool->rc = rc;
    }
    pthread_mutex_unlock(&pool->lock);
}

static void *work(void *payload)
{
    struct worker *worker = payload;
    struct pool *pool = worker->pool;
    while (!atomic_load(&pool->stopped)) {
        size_t i = atomic_fetch_add(&pool->next, 1);
        if (i >= pool->n)
            break;
        int rc = pool->job(pool->payload, worker->number, i);
        if (rc != 0)
            fail(pool, i, rc);
    }
    return NULL;
}

int pool_run(size_t workers, size_t n, pool_job *job, void *payload)
{
    struct pool pool = { .n = n, .job = job, .payload = payload };
    if (workers > n)
        workers = n;
    if (workers == 0)
        workers = 1;
    atomic_init(&pool.next, 0);
    atomic_init(&pool.stopped, false);
    pthread_mutex_init(&pool.lock, NULL);

    struct worker *all = mem_alloc(workers * sizeof *all);
    size_t started = 1;
    for (size_t i = 0; i < workers; i++)
        all[i] = (struct worker){ .pool = &pool, .number = i };
    /* The caller is worker 0. Threads the system refuses are done without. */
    while (started < workers
           && pthread_create(&all[started].thread, NULL, work,
                             &all[started]) == 0)
        started++;
    work(&all[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(all[i].thread, NULL);

    free(all);
    pthread_mutex_destroy(&pool.lock);
    return pool.rc;
}
