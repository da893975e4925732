/*
 * findings: what the audit found that does not add up, as records. Judged on
 * released cells alone, so nothing here tells more than the pages do. Not to
 * be mixed up with struct finding of catalog.h, a row of findings.csv.
 *
 * For render/; audit.c makes them.
 */
#ifndef VITRINA_RELEASE_FINDINGS_H
#define VITRINA_RELEASE_FINDINGS_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"
#include "model/period.h"

#include <stddef.h>

struct buf;
struct explanation;
struct release;
struct words;

/* The word before the colon of a finding's id. */
enum audit_kind {
    AUDIT_FIT,              /* a share against its count and n */
    AUDIT_PARTS,            /* parts against their total, money too */
    AUDIT_WHOLE,            /* schools against the value of the whole */
    AUDIT_RANGE,            /* a value outside what its unit allows */
    AUDIT_JUMP,             /* a change beyond what the series ever showed */
    AUDIT_PROSE             /* a bare percentage in a programme's text */
};

struct audit_finding {
    enum audit_kind kind;
    struct str id;          /* `fit:PROG/IND/SCHOOL@PERIOD`; stable */
    struct pos at;          /* where it stands in the tables or texts */
    enum msg message;
    struct str args[DIAG_ARGS];     /* in the site's language */
    size_t programme;
    size_t indicator;       /* NONE: of money or of a text */
    size_t school;          /* RELEASE_WHOLE: the whole */
    struct period period;   /* PERIOD_NONE: of a text */
    /* Its numbers, for words_finding: the sum of parts or schools, the value
     * out of range, the value after a jump; against the total, the limit, the
     * value before. */
    struct num found, given;
    struct num most;        /* the largest change before a jump */
    int64_t fit_from, fit_to;   /* the n that would fit a share; 0: none */
    const struct explanation *explained;    /* the owner's words, or NULL */
};

/* All: of indicators in their order, first the whole, then the schools, each
 * by period; then of money; then of texts. Of what is equal in these, in the
 * order of enum audit_kind. */
const struct audit_finding *release_findings(const struct release *release,
                                             size_t *n);
/* What was found, as a sentence for readers: no id, no advice. Names neither
 * the school nor the indicator nor the period. */
void words_finding(struct buf *out, const struct words *words,
                   const struct audit_finding *finding);

#endif
