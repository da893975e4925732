/*
 * watch: what takes too long. See watch.h.
 */
#include "base/watch.h"

#include "base/mem.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* One thread's work; `since` is 0 between two things. Never freed: a thread
 * may be looked at until the program ends. */
struct work {
    struct str name;
    time_t since;
    struct work *next;
};

static struct {
    pthread_mutex_t lock;
    struct work *all;
    unsigned seconds;           /* 0: not watching */
    enum lang lang;
} watch = {.lock = PTHREAD_MUTEX_INITIALIZER};

static _Thread_local struct work *mine;

static time_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + 1;
}

/* The program cannot be unwound from here: another thread is in a library. */
static void give_up(struct str name)
{
    struct diag *diag = diag_new();
    struct diag_print how = {.lang = watch.lang};
    struct str seconds;
    struct arena *arena = arena_new();
    seconds = str_format(arena, "%u", watch.seconds);
    diag_add(diag, (struct pos){.file = name}, MSG_TEXT_STUCK,
             ARGS(seconds));
    diag_write(diag, &how, stderr);
    fflush(stderr);
    _exit(1);
}

static void *look(void *unused)
{
    struct timespec pause = {.tv_nsec = 250 * 1000 * 1000};
    for (;;) {
        nanosleep(&pause, NULL);
        pthread_mutex_lock(&watch.lock);
        for (struct work *w = watch.all; w; w = w->next)
            if (w->since && now() - w->since > (time_t)watch.seconds)
                give_up(w->name);
        pthread_mutex_unlock(&watch.lock);
    }
    return unused;
}

void watch_start(unsigned seconds, enum lang lang)
{
    pthread_t thread;
    pthread_mutex_lock(&watch.lock);
    watch.seconds = seconds;
    watch.lang = lang;
    pthread_mutex_unlock(&watch.lock);
    if (seconds && pthread_create(&thread, NULL, look, NULL) == 0)
        pthread_detach(thread);
}

void watch_enter(struct str name)
{
    pthread_mutex_lock(&watch.lock);
    if (watch.seconds && !mine) {
        mine = mem_alloc(sizeof *mine);
        mine->next = watch.all;
        watch.all = mine;
    }
    if (mine) {
        mine->name = name;
        mine->since = now();
    }
    pthread_mutex_unlock(&watch.lock);
}

void watch_leave(void)
{
    pthread_mutex_lock(&watch.lock);
    if (mine)
        mine->since = 0;
    pthread_mutex_unlock(&watch.lock);
}
