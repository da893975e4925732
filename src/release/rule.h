/*
 * rule: the primary rule of disclosure control (design 5, domain 3.3): may
 * one cell be shown, by its own numbers alone? Pure.
 *
 * For disclose.c.
 */
#ifndef VITRINA_RELEASE_RULE_H
#define VITRINA_RELEASE_RULE_H

#include "model/catalog.h"
#include "release/release.h"

/* What the rule looks at. */
struct rule_cell {
    int kind;                   /* enum indicator_kind */
    int privacy;                /* enum privacy */
    bool whole;
    int64_t count, n;           /* -1: unknown. Of a count, count = value */
    bool may_be_small, may_lack_n, may_be_sensitive;    /* overrides */
};

/* STATE_SHOWN, STATE_COUNTS or STATE_HIDDEN. */
enum state rule_primary(const struct rule_cell *cell,
                        const struct disclosure *limits);
/* May this total be shown though what it is made of is hidden? Stricter than
 * rule_primary: 0 of n and n of n say all there is to say of the parts (domain
 * 3.3, rule 4: »the total is shown if >= k«). */
bool rule_firm(const struct rule_cell *cell,
               const struct disclosure *limits);
/* The state of a cell that follows from shown ones: SHOWN or COUNTS. */
enum state rule_open(const struct rule_cell *cell,
                     const struct disclosure *limits);

#endif
