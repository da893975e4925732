/*
 * meter: a progress line. See meter.h.
 *
 * A thread of its own writes it, so that the line also moves while one long
 * step (reading, writing a pack) tells nothing.
 */
#include "meter.h"

#include "base/mem.h"
#include "base/str.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PAUSE 200               /* milliseconds between two looks */
#define ERASE "\r\033[K"

static const char *const words[][2] = {
    [METER_READ] = {"Читаю тексты и таблицы", "Reading texts and tables"},
    [METER_HISTORY] = {"Читаю историю", "Reading the history"},
    [METER_RENDER] = {"Собираю страницы", "Rendering pages"},
    [METER_WRITE] = {"Записываю", "Writing"},
    [METER_EXPLAIN] = {"Пробую без каждого файла",
                       "Trying without each file"},
};

struct meter {
    int fd;
    enum lang lang;
    unsigned delay;
    pthread_t thread;
    pthread_mutex_t lock;       /* of all below */
    pthread_cond_t ended;
    bool end, shown, paused;
    enum meter_stage stage;
    size_t done, all;
};

static void put(const struct meter *meter, struct str text)
{
    while (text.n) {
        ssize_t n = write(meter->fd, text.p, text.n);
        if (n <= 0)
            return;             /* a lost progress line is no trouble */
        text = str_skip(text, (size_t)n);
    }
}

static void show(struct meter *meter)
{
    struct buf line = {0};
    buf_addf(&line, ERASE "%s", words[meter->stage][meter->lang]);
    if (meter->all)
        buf_addf(&line, ": %zu / %zu", meter->done, meter->all);
    buf_addz(&line, "…");
    put(meter, buf_str(&line));
    buf_free(&line);
    meter->shown = true;
}

/* Waits for the end at most so long; the lock is held. */
static void pause_for(struct meter *meter, unsigned milliseconds)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += milliseconds / 1000;
    until.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    while (!meter->end &&
           pthread_cond_timedwait(&meter->ended, &meter->lock, &until) == 0)
        continue;
}

static void *run(void *payload)
{
    struct meter *meter = payload;
    pthread_mutex_lock(&meter->lock);
    pause_for(meter, meter->delay);
    while (!meter->end) {
        if (!meter->paused)
            show(meter);
        pause_for(meter, PAUSE);
    }
    pthread_mutex_unlock(&meter->lock);
    return NULL;
}

static bool can_erase(int fd)
{
    const char *term = getenv("TERM");
    return isatty(fd) && term && *term && strcmp(term, "dumb") != 0;
}

struct meter *meter_start(int fd, enum lang lang, unsigned delay)
{
    pthread_condattr_t clock;
    if (!can_erase(fd))
        return NULL;
    struct meter *meter = mem_alloc(sizeof *meter);
    meter->fd = fd;
    meter->lang = lang;
    meter->delay = delay;
    pthread_mutex_init(&meter->lock, NULL);
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&meter->ended, &clock);
    pthread_condattr_destroy(&clock);
    if (pthread_create(&meter->thread, NULL, run, meter) == 0)
        return meter;
    free(meter);
    return NULL;
}

void meter_stage(struct meter *meter, enum meter_stage stage, size_t all)
{
    if (!meter)
        return;
    pthread_mutex_lock(&meter->lock);
    meter->stage = stage;
    meter->done = 0;
    meter->all = all;
    meter->paused = false;
    pthread_mutex_unlock(&meter->lock);
}

void meter_step(struct meter *meter)
{
    if (!meter)
        return;
    pthread_mutex_lock(&meter->lock);
    meter->done++;
    meter->paused = false;
    pthread_mutex_unlock(&meter->lock);
}

void meter_pause(struct meter *meter)
{
    if (!meter)
        return;
    pthread_mutex_lock(&meter->lock);
    meter->paused = true;
    if (meter->shown)
        put(meter, S(ERASE));
    meter->shown = false;
    pthread_mutex_unlock(&meter->lock);
}

void meter_end(struct meter *meter)
{
    if (!meter)
        return;
    pthread_mutex_lock(&meter->lock);
    meter->end = true;
    pthread_cond_signal(&meter->ended);
    pthread_mutex_unlock(&meter->lock);
    pthread_join(meter->thread, NULL);
    if (meter->shown)
        put(meter, S(ERASE));
    pthread_cond_destroy(&meter->ended);
    pthread_mutex_destroy(&meter->lock);
    free(meter);
}
