/*
 * audit_check: what the checks of the audit share, and the checks. Each looks
 * at shown facts alone.
 *
 * For audit*.c only.
 */
#ifndef VITRINA_RELEASE_AUDIT_CHECK_H
#define VITRINA_RELEASE_AUDIT_CHECK_H

#include "base/mem.h"
#include "model/catalog.h"
#include "release/findings.h"
#include "release/release.h"

/* What a check has found, until all of it is reported. */
struct audit_problem {
    struct audit_finding finding;
    cell_key cell;              /* 0: of no cell */
    bool error;                 /* cannot be explained: no record is kept */
};

struct audit {
    struct release *release;
    const struct site *site;
    struct diag *diag;
    struct arena *arena;        /* the release's */
    ARR(struct audit_problem) found;
};

/* One cell and what is shown of it. */
struct audit_cell {
    size_t indicator, school, period;
    struct fact fact;
};

/* --- audit.c: reporting --- */

/* `finding` with its id and place, and its numbers (only these are read). */
void audit_add(struct audit *audit, const struct audit_cell *cell,
               enum msg message, const struct str *args,
               struct audit_finding finding);
/* An error of a cell. */
void audit_add_error(struct audit *audit, const struct audit_cell *cell,
                     enum msg message, const struct str *args);
/* The same of something that is no cell: id without the kind. */
void audit_add_at(struct audit *audit, struct pos at, struct str id,
                  enum msg message, const struct str *args,
                  struct audit_finding finding);
/* A number as the site's language writes it, in the arena. */
struct str audit_number(const struct audit *audit, struct num value);
struct str audit_count(const struct audit *audit, int64_t n);

/* --- the checks --- */

/* A share against its count and n (R1.3). */
void audit_fit(struct audit *audit, const struct audit_cell *cell);
/* A total against its parts (R1.4). */
void audit_parts(struct audit *audit, const struct audit_cell *cell);
/* What is given for the whole against what the schools make (the cell is of
 * the whole). */
void audit_whole(struct audit *audit, const struct audit_cell *cell);
/* finance.csv: the year's total against its sources. */
void audit_money(struct audit *audit, size_t programme);
/* A value against what its unit allows (R1.10). */
void audit_range(struct audit *audit, const struct audit_cell *cell);
/* A series against its own past; see audit_series.c for the rule. */
struct audit_series {
    bool going;                 /* the cell before was shown, and no break */
    struct num last;            /* what the cell before showed, */
    int64_t last_n;             /* its n, and the schools it was made of */
    size_t last_leaves;
    size_t changes;             /* seen since the series began */
    struct num most;            /* the largest of them */
    struct num low, high;       /* the values seen */
};
void audit_jump(struct audit *audit, struct audit_series *series,
                const struct audit_cell *cell);

#endif
