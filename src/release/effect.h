/*
 * effect: how a programme did in a year by the method it names itself: its
 * indicators, its measures, its money, and what the method makes of them
 * (features 1.9). Computed from released facts and the open tables alone;
 * what cannot be computed says why and is never guessed.
 *
 * For release/words_effect.c and render/.
 *
 * SR    the mean of the degrees of achievement, each capped at 1, over the
 *       indicators that have one; share-reached: reached / judged
 * SRm   measures done / measures due in the year
 * SSuz  money spent / money planned in the year
 * Eis   SRm / SSuz
 * ER    SR * Eis
 *
 * All are exact decimals with EFFECT_DECIMALS digits, rounded half away from
 * zero; Eis is divided once from counts and sums, ER made of SR and Eis as
 * they are rounded.
 */
#ifndef VITRINA_RELEASE_EFFECT_H
#define VITRINA_RELEASE_EFFECT_H

#include "base/num.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct release;

#define EFFECT_DECIMALS 9
/* In place of a year: the latest that is known of each indicator; measures and
 * money are EFFECT_NO_YEAR. */
#define EFFECT_NOW 0

/* Why there is no number. */
enum effect_why {
    EFFECT_KNOWN,
    EFFECT_NO_TARGETS,      /* no indicator of the whole has a target then */
    EFFECT_NOT_OVER,        /* the year is not over at the programme's date */
    EFFECT_NO_DEGREES,      /* there are targets, but no degree of any */
    EFFECT_NO_MEASURES,     /* nothing is due in the year */
    EFFECT_NO_REPORTS,      /* of some measure due nothing is known */
    EFFECT_NO_MONEY,        /* the year is not in finance.csv */
    EFFECT_NO_PLANNED,      /* some sum has no plan, or the plan is zero */
    EFFECT_NO_SPENT,        /* of some sum it is not known what was spent */
    EFFECT_NOTHING_SPENT,   /* zero: nothing to divide by */
    EFFECT_UNITS,           /* sums in units that cannot be added */
    EFFECT_NO_PART,         /* a part of it (SR, SRm, SSuz) is not known */
    EFFECT_NO_YEAR,         /* of a year only, and this is EFFECT_NOW */
    EFFECT_NO_METHOD        /* the method of the programme has no such thing */
};

/* `value` counts only where `why` is EFFECT_KNOWN. */
struct effect_part {
    enum effect_why why;
    struct num value;
};

/* The classes of the acts. ER is compared rounded to six decimals, so that
 * 0.9 made of thirds is 0.9. */
enum effect_class {
    EFFECT_NO_CLASS,
    EFFECT_HIGH,            /* ER >= 0.9 */
    EFFECT_MEDIUM,          /* ER >= 0.8 */
    EFFECT_SATISFACTORY,    /* ER >= 0.7 */
    EFFECT_UNSATISFACTORY,
    EFFECT_NOT_LOW,         /* share-reached: >= 90 % reached */
    EFFECT_LOW              /* share-reached: < 90 % reached */
};

/* Their names in calc.json and, behind «effect.why.» and the like, among the
 * words; NULL for the first. */
extern const char *const effect_whys[], *const effect_classes[];

struct effect {
    size_t programme;
    int64_t year;               /* or EFFECT_NOW */
    int method;                 /* enum achievement of the programme */
    bool over;                  /* the year ended before the programme's date */
    /* Indicators whose whole has a target in the year. judged = reached +
     * near + not_yet; judged + no_data + not_due + in_words = indicators. */
    size_t indicators, judged, reached, near, not_yet, no_data, not_due,
        in_words;
    size_t degrees;             /* of them have a degree */
    struct effect_part sr;
    /* Measures due in the year. due = done + late + doing + planned +
     * postponed + cancelled + no_report; late: done, but after the year. */
    size_t due, done, late, doing, planned, postponed, cancelled, no_report;
    struct effect_part srm;
    /* Money of the year; the sums are set where they could be added. */
    bool has_plan, has_spent;
    struct num plan, spent;     /* in `unit`, one of finance.csv */
    struct str unit;
    struct effect_part ssuz, eis, er;
    enum effect_class class;    /* of ER; share-reached: of SR */
};

/* `year` is a calendar year; periods are counted to the year of their end. */
struct effect effect_of(const struct release *release, size_t programme,
                        int64_t year);
/* Years with a target of the whole, a measure due, a report or money, in
 * order. */
const int64_t *effect_years(struct arena *arena,
                            const struct release *release, size_t programme,
                            size_t *n);
/* The period of the indicator that speaks for the year (its last one with a
 * target of the whole), or NONE; EFFECT_NOW: its current one. */
size_t effect_period(const struct release *release, size_t indicator,
                     int64_t year);

#endif
