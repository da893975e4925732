/*
 * reporting: who has not reported though it is due, and what is asked of a
 * school. Computed from released states alone.
 *
 * For build.c, render/ and the command `new`.
 */
#ifndef VITRINA_RELEASE_REPORTING_H
#define VITRINA_RELEASE_REPORTING_H

#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;
struct lexicon;
struct release;

/* A school that owes numbers of one programme for one period. */
struct unreported {
    size_t programme, school;
    struct period period;
    size_t missing;             /* indicators without a row */
    size_t first;               /* the first of them, in site.indicators */
};

/*
 * A number is owed when the indicator is expected from the school, the period
 * is over and is one that values or targets of the indicator name, and no
 * table has a row for it («нет данных» is a row). By programme, period,
 * school.
 */
size_t reporting_list(struct arena *arena, const struct release *release,
                      struct unreported **out);
/* A note for each of a list. */
void reporting_notes(const struct release *release,
                     const struct unreported *list, size_t n,
                     struct diag *diag);

/* A form for one school to fill in: the table of values of one programme with
 * the keys of what is asked. */
struct form {
    size_t programme, school;
    size_t asked;               /* indicators */
    struct str bytes;
};

/*
 * Forms for all schools. Asked is, of an indicator with periods of this kind
 * in a programme that runs then, every school it is expected from that has
 * given no number yet; an indicator that nobody has ever reported is asked of
 * all schools of its programme. Closed schools are not asked.
 */
size_t form_make(struct arena *arena, const struct release *release,
                 const struct lexicon *lexicon, struct period period,
                 struct form **out);

#endif
