/*
 * meter: how far a long run is, as one line of a terminal that goes away at
 * the end. Never seen in pipes, never in the first moments of a run.
 *
 * For cmd_*.c (start, pause, end) and build.c (stage, step).
 */
#ifndef VITRINA_METER_H
#define VITRINA_METER_H

#include "base/diag.h"

#include <stddef.h>

struct meter;

enum meter_stage { METER_READ, METER_HISTORY, METER_RENDER, METER_WRITE,
                   METER_EXPLAIN };

#define METER_DELAY 1000        /* milliseconds before anything is shown */

/* NULL, with which the others do nothing, when `fd` is no terminal or one
 * that cannot erase a line. */
struct meter *meter_start(int fd, enum lang lang, unsigned delay);
/* What is being done now, and of how many pieces it consists (0: unknown). */
void meter_stage(struct meter *meter, enum meter_stage stage, size_t all);
/* One more piece is done. Safe from several threads. */
void meter_step(struct meter *meter);
/* Clears the line and shows none before the next stage or step: another
 * program is about to use the terminal. */
void meter_pause(struct meter *meter);
/* Clears the line and frees. */
void meter_end(struct meter *meter);

#endif
