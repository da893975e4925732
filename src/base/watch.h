/*
 * watch: the last guard against input that takes for ever: a thread that
 * knows what each worker is at, and ends the program naming it when one thing
 * takes too long. The other guards are meant to catch everything before it.
 *
 * For main.c (start) and input/text.c (enter, leave).
 */
#ifndef VITRINA_BASE_WATCH_H
#define VITRINA_BASE_WATCH_H

#include "base/diag.h"

/* Starts watching: more than `seconds` for one thing prints its name and
 * leaves with status 1. Without this call the others do nothing. */
void watch_start(unsigned seconds, enum lang lang);

/* This thread begins work on a file; calls do not nest. `name` must live
 * until watch_leave. */
void watch_enter(struct str name);
void watch_leave(void);

#endif
