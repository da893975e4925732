/*
 * domain: the range of an indicator's axis: over everything shown of it, so
 * that two charts of one indicator can be laid side by side (reader 7.3).
 *
 * For disclose.c, which keeps it; others ask release_domain().
 */
#ifndef VITRINA_RELEASE_DOMAIN_H
#define VITRINA_RELEASE_DOMAIN_H

#include "base/num.h"

#include <stddef.h>

struct domain;
struct release;

/* Makes room for a shown value; the range is {0} to begin with. */
void domain_widen(struct domain *range, struct num value);
/* When all shown values are in: the targets, and how axes are drawn. */
void domain_finish(const struct release *release, size_t indicator,
                   struct domain *range);

#endif
