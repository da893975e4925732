/*
 * pool: a fixed set of workers that share out numbered jobs.
 *
 * For build.c. Results must not depend on the order of the jobs.
 */
#ifndef VITRINA_BASE_POOL_H
#define VITRINA_BASE_POOL_H

#include <stddef.h>

/* Number of processors available, at least 1. */
size_t pool_processors(void);

/*
 * Runs job(payload, worker, i) for i in 0..n-1 on `workers` threads, the
 * caller's being one of them (with one worker all jobs run in order), and
 * returns when all are done. `worker` is 0..workers-1. A job returning
 * non-zero stops the hand-out of further jobs; of such values that of the
 * lowest i is returned, the same in every run; else 0.
 */
typedef int pool_job(void *payload, size_t worker, size_t i);
int pool_run(size_t workers, size_t n, pool_job *job, void *payload);

#endif
