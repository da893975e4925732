/*
 * test_pool: each job runs once, workers have their own numbers, the first
 * failure is the same in every run.
 */
#include "base/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define JOBS 20000
#define WORKERS 8

struct run {
    size_t workers;
    unsigned char done[JOBS];           /* written by one job each */
    size_t sums[WORKERS];               /* written by one worker each */
    size_t order[JOBS], ordered;        /* for one worker only */
    size_t fail_from;                   /* jobs from here on fail */
    atomic_bool bad_worker;
};

static int job(void *payload, size_t worker, size_t i)
{
    struct run *run = payload;
    if (worker >= run->workers) {
        atomic_store(&run->bad_worker, true);
        return 0;
    }
    run->done[i]++;
    run->sums[worker]++;
    if (run->workers == 1)
        run->order[run->ordered++] = i;
    /* The others have failed before the first of them. */
    if (i == run->fail_from)
        nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
    return i >= run->fail_from ? (int)i + 1 : 0;
}

static void each_job_runs_once(void **state)
{
    (void)state;
    static struct run run;
    static const size_t counts[] = { 0, 1, 2, 7, JOBS };
    for (size_t workers = 1; workers <= WORKERS; workers++)
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
            memset(&run, 0, sizeof run);
            run.workers = workers;
            run.fail_from = SIZE_MAX;
            assert_int_equal(pool_run(workers, counts[k], job, &run), 0);
            assert_false(run.bad_worker);
            size_t sum = 0;
            for (size_t i = 0; i < WORKERS; i++)
                sum += run.sums[i];
            assert_int_equal(sum, counts[k]);
            for (size_t i = 0; i < JOBS; i++)
                assert_int_equal(run.done[i], i < counts[k]);
        }
}

static void one_worker_keeps_the_order(void **state)
{
    (void)state;
    static struct run run;
    run.workers = 1;
    run.fail_from = SIZE_MAX;
    assert_int_equal(pool_run(1, JOBS, job, &run), 0);
    assert_int_equal(run.ordered, JOBS);
    for (size_t i = 0; i < JOBS; i++)
        assert_int_equal(run.order[i], i);
}

/* All jobs from 1000 on fail: it is always number 1000 that is told, and
 * the hand-out has stopped. */
static void first_failure_is_told(void **state)
{
    (void)state;
    static struct run run;
    for (size_t workers = 1; workers <= WORKERS; workers++)
        for (int round = 0; round < 20; round++) {
            memset(&run, 0, sizeof run);
            run.workers = workers;
            run.fail_from = 1000;
            assert_int_equal(pool_run(workers, JOBS, job, &run), 1001);
            size_t done = 0;
            for (size_t i = 0; i < JOBS; i++)
                done += run.done[i];
            assert_in_range(done, 1001, 1000 + workers);
        }
}

static void no_worker_is_one(void **state)
{
    (void)state;
    static struct run run;
    run.workers = 1;
    run.fail_from = SIZE_MAX;
    assert_int_equal(pool_run(0, 5, job, &run), 0);
    assert_int_equal(run.ordered, 5);
    assert_true(pool_processors() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_job_runs_once),
        cmocka_unit_test(one_worker_keeps_the_order),
        cmocka_unit_test(first_failure_is_told),
        cmocka_unit_test(no_worker_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
