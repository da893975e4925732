/*
 * year: what a programme has to tell of one calendar year: which years have
 * a report at all, which indicators speak in it, how the schools moved.
 * Periods are counted to the year of their end. Released facts alone.
 *
 * For render/.
 */
#ifndef VITRINA_RELEASE_YEAR_H
#define VITRINA_RELEASE_YEAR_H

#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct release;
struct site;

#define YEAR_SCHOOLS_MIN 5      /* of fewer no counts are made */

/*
 * The years of a programme that somebody reported on, in order: with a target
 * of the whole and a fact of it, a report about a measure or the day it was
 * done, money spent, a finding, or a text of the author's (year_section).
 * Plans and values alone make no report. None after the programme's date, nor
 * outside its period.
 */
const int64_t *year_reports(struct arena *arena,
                            const struct release *release, size_t programme,
                            size_t *n);
/* Is it over at the programme's date? */
bool year_is_over(const struct site *site, size_t programme, int64_t year);
/* The text `report-<year>.md` of the programme, which opens the report, or
 * NONE. */
size_t year_section(const struct site *site, size_t programme, int64_t year);
/* The year of a finding: of the text that it stands in, by its period or its
 * name; 0: not known. */
int64_t year_of_finding(const struct site *site, size_t programme,
                        size_t finding);
/* Was the measure reported on in the year, or done in it? */
bool year_tells_measure(const struct site *site, size_t programme,
                        size_t measure, int64_t year);
/* The period of an indicator's whole that is reported for the year: the one
 * its target is judged by (effect.h), else the last one with a fact; NONE. */
size_t year_period(const struct release *release, size_t indicator,
                   int64_t year);

/* How an indicator moved from one period to the next, school by school; no
 * school is named. */
struct year_moves {
    struct period from, to;
    size_t grew, same, fell, compared;
};
/*
 * Counts the schools whose shown values of both periods differ, as published.
 * False where fewer than YEAR_SCHOOLS_MIN can be compared, where the method
 * changed in between, or where the indicator is no number.
 */
bool year_moves_of(const struct release *release, size_t indicator,
                   int64_t year, struct year_moves *moves);

#endif
