/*
 * release: what may be shown, and what it means. The only source of numbers
 * for everything that readers get. One fact is one cell of an indicator: of a
 * school or of the whole, in one period.
 *
 * For chart/, render/ and build.c. Everything here is computed from released
 * cells alone (design 5).
 */
#ifndef VITRINA_RELEASE_RELEASE_H
#define VITRINA_RELEASE_RELEASE_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"
#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct release;
struct site;
struct store;

#define RELEASE_WHOLE SIZE_MAX  /* in place of a school */

/* The state table of design 5; the code of CSV and JSON in brackets. */
enum state {
    STATE_NOT_YET,          /* the period is not over: no row */
    STATE_SHOWN,
    STATE_COUNTS,           /* n_min <= n < counts_below: numbers of people */
    STATE_HIDDEN,           /* c */
    STATE_NOT_APPLICABLE,   /* z */
    STATE_MISSING,          /* x: no data though due */
    STATE_CHECKING,         /* q */
    STATE_LEVEL             /* not published per school */
};

enum mark { MARK_NONE, MARK_PROVISIONAL, MARK_REVISED, MARK_ESTIMATE };

struct fact {
    enum state state;
    enum mark mark;
    bool has_value;
    struct num value;       /* in the indicator's unit, published rounding */
    int64_t numerator, n;   /* -1: not known */
    struct str text;        /* the value of an indicator of words */
    struct str note, reason;
    /* of a computed whole: */
    bool computed;
    size_t leaves, expected;    /* schools with data, schools asked */
};

/* Is there a value that may be shown, compared, drawn? */
static inline bool fact_is_shown(struct fact fact)
{
    return fact.state == STATE_SHOWN && fact.has_value;
}

/*
 * Takes `store` over: decides every cell, overwrites what may not be shown.
 * Afterwards the raw numbers exist nowhere. Reports (and settles in `diag`)
 * everything about cells.
 */
struct release *release_make(struct arena *arena, const struct site *site,
                             struct store *store, struct diag *diag);
/* The same with the rules off, so that everything is judged: for the findings
 * of `check --hidden` alone. Nothing may be rendered from it. */
struct release *release_make_bare(struct arena *arena,
                                  const struct site *site,
                                  struct store *store, struct diag *diag);
const struct site *release_site(const struct release *release);

/* Periods of an indicator in order: of its values and its targets. */
const struct period *release_periods(const struct release *release,
                                     size_t indicator, size_t *n);
/* The index of a period of the indicator, or NONE. */
size_t release_period(const struct release *release, size_t indicator,
                      struct period period);
struct fact release_fact(const struct release *release, size_t indicator,
                         size_t school, size_t period);
/* Index of the last period whose fact has a value, or NONE. */
size_t release_last(const struct release *release, size_t indicator,
                    size_t school);
/* Schools from which this indicator is expected, in the order of names. */
const uint32_t *release_schools(const struct release *release,
                                size_t indicator, size_t *n);
/* Is `school` one of them? */
bool release_expects(const struct release *release, size_t indicator,
                     size_t school);
/* Does the indicator have a whole: some fact or target of it? */
bool release_has_whole(const struct release *release, size_t indicator);
/* Does any school of this indicator have a row that may appear per school? */
bool release_by_school(const struct release *release, size_t indicator);
/* The range of an indicator's axis over everything shown of it, the same for
 * all its charts (reader 7.3); false when nothing is. */
bool release_domain(const struct release *release, size_t indicator,
                    double *lo, double *hi);
/* Where a cell stands in the tables, and its name in messages. */
struct pos release_pos(const struct release *release, size_t indicator,
                       size_t school, size_t period);
cell_key release_key(const struct release *release, size_t indicator,
                     size_t school, size_t period);
/* How many cells of indicators of one class (enum privacy) are in which
 * state. Which rule hid a cell is not counted: inputs that differ in hidden
 * numbers only may be hidden by different ones (R3.1 before R3.7). */
struct release_counts {
    size_t shown, counts, hidden, level;
};
struct release_counts release_count(const struct release *release,
                                    int privacy);
/* The tables that hold numbers which are not shown, sorted: they should not
 * lie in public. Tells that there are such, not what they are. */
const struct str *release_raw_tables(const struct release *release,
                                     size_t *n);

#endif
