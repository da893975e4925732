/*
 * progress: values against targets, measures against their dates; computed
 * from released facts alone (design 5).
 *
 * For release/words*.c, chart/, render/ and build.c.
 */
#ifndef VITRINA_RELEASE_PROGRESS_H
#define VITRINA_RELEASE_PROGRESS_H

#include "base/num.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct release;
struct site;
struct target;

enum status {
    STATUS_NO_TARGET,       /* цель не установлена */
    STATUS_NOT_DUE,         /* срок не наступил */
    STATUS_NO_DATA,
    STATUS_REACHED,
    STATUS_NEAR,            /* приближаемся */
    STATUS_NOT_YET          /* пока не достигнута */
};

struct progress {
    enum status status;
    bool judged;                /* reached, near or not yet */
    const struct target *target;    /* in force for the period, or NULL */
    struct num plan, plan_high, fact;   /* compared with these */
    bool has_degree;
    struct num degree;          /* degree of achievement, 4 decimals, not
                                   capped */
    struct num gap;             /* what is missing to the target, >= 0 */
    bool gap_small;             /* near because the gap is <= 10 % */
    bool moved_right;           /* near because it moved to the target */
};

/* Of one cell against the target of its period. */
struct progress progress_of(const struct release *release, size_t indicator,
                            size_t school, size_t period);
/* The target of a period for a school or the whole, or NULL. */
const struct target *progress_target(const struct release *release,
                                     size_t indicator, size_t school,
                                     struct period period);
/* The first target later than the given period, or NULL. */
const struct target *progress_next(const struct release *release,
                                   size_t indicator, size_t school,
                                   struct period after);
/* Is there any target, of whatever period? Where there is none, pages need
 * not say so beside every number. */
bool progress_has_target(const struct release *release, size_t indicator,
                         size_t school);
/* The latest period to judge: last with a target that is due, else the last
 * with a value; NONE when there is neither. */
size_t progress_current(const struct release *release, size_t indicator,
                        size_t school);
/* Measures: what is overdue at the programme's date, and counts by status. */
struct plan_counts {
    size_t done, doing, planned, postponed, cancelled, no_report, overdue, all;
};
struct plan_counts progress_measures(const struct site *site,
                                     size_t programme);
/* An enum done: the measure's own status, else its latest report's. */
int progress_done(const struct site *site, size_t programme, size_t measure);
/* Status planned or doing, and the end of the period it was said of (its
 * report's, else the measure's own) is before the programme's date. */
bool progress_overdue(const struct site *site, size_t programme,
                      size_t measure);

#endif
