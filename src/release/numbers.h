/*
 * numbers: what the numbers of one cell are, and what may be said of them: a
 * share from its count, a count from its share; hidden, shown, or shown
 * though what it is made of is hidden. Pure.
 *
 * For disclose.c.
 */
#ifndef VITRINA_RELEASE_NUMBERS_H
#define VITRINA_RELEASE_NUMBERS_H

#include "base/num.h"
#include "release/release.h"
#include "release/rule.h"

struct disclosure;
struct indicator;

struct numbers {
    struct num value;           /* in the indicator's unit; if has_value */
    int64_t numerator, n;       /* -1: not known */
    bool has_value;
    bool percent;               /* the value was written with % */
    bool fraction;              /* it was a fraction of one, now percent */
    bool guess;                 /* the numerator is the nearest of several */
    bool computed;              /* the value is made of numerator and n */
};

/* Works out what is missing of a row's numbers: n, which is `denominator`
 * (-1: not known) unless the row has its own, else what the pair fits if that
 * is one number only (design 3); the value, the count. */
void numbers_derive(struct numbers *x, const struct indicator *indicator,
                    int64_t denominator);
/* The part of it that is for shares, when n is known otherwise. */
void numbers_share(struct numbers *x, const struct indicator *indicator);

/* What the rule looks at; without exceptions, of a school. */
void numbers_rule(struct rule_cell *out, const struct numbers *x,
                  const struct indicator *indicator);
/* rule_primary, of a share by its count and by itself if they differ. */
enum state numbers_judge(const struct numbers *x,
                         const struct rule_cell *rule,
                         const struct disclosure *limits);
/* rule_firm; an average at the end of its scale tells all it is made of. */
bool numbers_firm(const struct numbers *x, const struct rule_cell *rule,
                  const struct indicator *indicator,
                  const struct disclosure *limits);

#endif
