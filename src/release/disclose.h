/*
 * disclose: what disclose.c decides and disclose_answer.c tells.
 *
 * For these two files and audit*.c only.
 */
#ifndef VITRINA_RELEASE_DISCLOSE_H
#define VITRINA_RELEASE_DISCLOSE_H

#include "base/mem.h"
#include "model/catalog.h"
#include "release/release.h"

/* A whole that was computed: from how many schools, of how many; and what the
 * table gave in its place, where both are shown. */
struct whole {
    uint32_t leaves, expected;
    uint32_t valued;            /* schools that were given a value; */
    uint64_t set;               /* a digest of which, in any order */
    bool computed, has_given;
    struct num given;
};

struct domain {
    bool any;
    double lo, hi;
};

struct release {
    struct arena *arena;
    const struct site *site;
    struct store *store;
    bool bare;                  /* the rules are off: release_make_bare */
    struct whole **wholes;      /* by indicator, by period */
    uint32_t **schools;         /* by indicator: from whom it is expected */
    size_t *schools_n;
    size_t *first_part, *next_part; /* parts of an indicator, as a list */
    struct domain *domains;     /* by indicator */
    bool *excepted;             /* by indicator: see exception_list */
    struct release_counts counts[PRIVACY_SENSITIVE + 1];
    ARR(struct str) raw_tables; /* see release_raw_tables */
    const struct audit_finding *findings;
    size_t findings_n;
};

/* What settle.c may know of a cell. */
struct disclose_cell {
    uint8_t *state;     /* enum state; NULL: there is no such cell */
    bool valued;        /* it was given a value, shown or not */
    bool firm;          /* may be shown though what it is made of is not:
                           that does not all follow from it */
    bool vague;         /* of a whole: does not follow from its schools */
};
struct disclose_cell disclose_cell(const struct release *release,
                                   size_t indicator, size_t school,
                                   size_t period);
/* The same period in another indicator, or NONE. */
size_t disclose_period(const struct release *release, size_t indicator,
                       size_t period, size_t other);
/* Calls `visit` for the schools whose cell is hidden or not published per
 * school. */
typedef void disclose_visit(void *payload, size_t school, bool hidden);
void disclose_gone(const struct release *release, size_t indicator,
                   size_t period, disclose_visit *visit, void *payload);
/* Schools with rows of an indicator, ascending. */
const uint32_t *disclose_rows(const struct release *release,
                              size_t indicator, size_t *n);
/* Of a cell without a row: due or not. */
enum state disclose_absent(const struct release *release, size_t indicator,
                           size_t period);
/* Was a shown share written as a fraction of one? */
bool disclose_was_fraction(const struct release *release, size_t indicator,
                           size_t school, size_t period);
/* Does n of a shown cell stand in its own row? */
bool disclose_own_n(const struct release *release, size_t indicator,
                    size_t school, size_t period);
/* What the table gives for a whole that is computed and shown; false when it
 * gives nothing, or nothing that may be shown. */
bool disclose_given(const struct release *release, size_t indicator,
                    size_t period, struct num *value);
/* For disclose.c: only a number that may be shown by itself is kept, and only
 * as long as the computed one and all its schools are shown. */
void disclose_keep_given(struct release *release, size_t indicator,
                         size_t period, struct num value);
void disclose_forget_given(struct release *release, size_t indicator,
                           size_t period);
/* The parts of each indicator as lists: the first of each, the next of each;
 * NONE ends them. */
void disclose_parts(const struct site *site, size_t *first, size_t *next);

#endif
