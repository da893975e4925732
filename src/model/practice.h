/*
 * practice: the rules of a practice (reader 5.2): what its status asks for,
 * what becomes of it with time, and what waits for somebody.
 *
 * For link.c, the commands, release/ and render/. Dates are judged at the
 * date of the practice's programme, else of the site; never by the clock.
 */
#ifndef VITRINA_MODEL_PRACTICE_H
#define VITRINA_MODEL_PRACTICE_H

#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>

struct diag;
struct practice;
struct site;

#define PRACTICE_COST_MAX 5     /* counted from 1 */
#define PRACTICE_EVIDENCE_MAX 4 /* counted from 0 */
#define PRACTICE_EVIDENCE_OF_DATA 2 /* from here on it rests on data */

/* As they are written in a front matter and in addresses: recommended, 5-9,
 * control. Of enum practice_status, of enum stage, of effect.comparison. */
const char *practice_status_code(int status);
const char *practice_stage_code(int stage);
const char *practice_comparison_code(int comparison);

/* Reports what is wrong with one. Its references are resolved. */
void practice_check(const struct site *site, const struct practice *it,
                    struct diag *diag);

/* Has the site a page of it? Not of a draft. */
bool practice_is_public(const struct practice *it);
bool practice_any_public(const struct site *site);
/* The date on which it is judged. */
date practice_as_of(const struct site *site, const struct practice *it);
/* The day of its next review: as written, else two years after the last one,
 * else DATE_NONE. */
date practice_review_by(const struct practice *it);
/* enum practice_status: as written, moved on by time: outdated when the day
 * of the next review is past, archived a year later. */
int practice_status(const struct site *site, const struct practice *it);

/* What somebody has to do about it. */
enum practice_wait {
    PRACTICE_SETTLED, PRACTICE_WAITS, PRACTICE_OVERDUE
};
enum practice_wait practice_wait(const struct site *site,
                                 const struct practice *it);
/* A note for each that waits. */
void practice_notes(const struct site *site, struct diag *diag);

#endif
