/*
 * progress: values against targets, computed from released facts alone (design
 * 5); measures against their dates are in progress_measures.h.
 *
 * For release/words*.c, chart/, render/ and build.c.
 */
#ifndef VITRINA_RELEASE_PROGRESS_H
#define VITRINA_RELEASE_PROGRESS_H

#include "base/num.h"
#include "model/period.h"
#include "release/progress_measures.h"

#include <stdbool.h>
#include <stddef.h>

struct release;
struct target;
struct threshold;

enum status {
    STATUS_NO_TARGET,       /* цель не установлена */
    STATUS_NOT_DUE,         /* срок не наступил */
    STATUS_NO_DATA,
    STATUS_REACHED,
    STATUS_NEAR,            /* приближаемся */
    STATUS_NOT_YET          /* пока не достигнута */
};

#define PROGRESS_DECIMALS 9     /* of degrees */

struct progress {
    enum status status;
    bool judged;                /* reached, near or not yet */
    const struct target *target;    /* in force for the period, or NULL */
    int op;                     /* enum target_op it is judged by, the
                                   direction's for a bare target;
                                   TARGET_WORDS: printed, not judged */
    int method;                 /* enum achievement, of the indicator, else
                                   of its programme */
    struct num plan, plan_high, fact;   /* compared with these */
    /* The degree of achievement, not capped. rf-ratio: fact / plan or plan /
     * fact with the zero rules of R5.5; none of ranges, yes and no, and
     * negative numbers. share-reached: 1 when reached, else 0. */
    bool has_degree;
    struct num degree;          /* PROGRESS_DECIMALS */
    struct num gap;             /* what is missing to the target, >= 0 */
    bool gap_small;             /* near because the gap is <= 10 % */
    bool moved_right;           /* near because it moved to the target */
    /* The shown value of the period right before, which `moved_right` looks
     * at; not across a break. Of the whole the baseline of that period stands
     * in for a fact that is not in the tables. */
    bool has_before, before_is_base;
    struct num before;
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

/* --- thresholds --- */

/* The thresholds of an exam for exactly this period, in the order of the
 * table: the `at`-th one, or NULL when there are no more (R5.2). */
const struct threshold *progress_threshold(const struct release *release,
                                           size_t indicator,
                                           struct period period, size_t at);

#endif
