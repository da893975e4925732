/*
 * progress_measures: measures against their dates: what is done, what is
 * overdue and by whom, what was due in a year. From the open tables alone.
 *
 * For release/, render/ and build.c; progress.h brings it along.
 */
#ifndef VITRINA_RELEASE_PROGRESS_MEASURES_H
#define VITRINA_RELEASE_PROGRESS_MEASURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct ref;
struct site;

/* What is overdue at the programme's date, and counts by status. */
struct plan_counts {
    size_t done, doing, planned, postponed, cancelled, no_report, overdue, all;
};
struct plan_counts progress_measures(const struct site *site,
                                     size_t programme);
/* An enum done: the measure's own status, else its latest report's. */
int progress_done(const struct site *site, size_t programme, size_t measure);
/* Status planned or doing, and its end is before the programme's date: of a
 * measure that comes back the end of the period its report speaks of, else
 * its own. No report is never late (design 3). */
bool progress_overdue(const struct site *site, size_t programme,
                      size_t measure);

/* What is overdue, by who answers for it: in the order of the plan, a measure
 * under each of its responsibles. Lists in `arena`. */
struct overdue {
    const struct ref *who;      /* NULL: the plan names nobody */
    size_t *measures;
    size_t n;
};
const struct overdue *progress_overdue_by(struct arena *arena,
                                          const struct site *site,
                                          size_t programme, size_t *n);

/* Is the measure to be done in this calendar year: does its time end in it,
 * or come back in it? What has no time of its own («по итогам», words that
 * were not understood) is due in no year. */
bool progress_due_in(const struct site *site, size_t programme,
                     size_t measure, int64_t year);
/*
 * An enum done: what is known of the measure for the year. Of one that comes
 * back: its latest report of that year (or that it was cancelled for good);
 * of all others: as progress_done. `late` is set when it was done, but after
 * the year had ended.
 */
int progress_done_in(const struct site *site, size_t programme,
                     size_t measure, int64_t year, bool *late);

#endif
