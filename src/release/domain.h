/*
 * domain: the range of an indicator's axis: over everything shown of it, so
 * that two charts of one indicator can be laid side by side (reader 7.3).
 *
 * For disclose.c, which keeps it; others ask release_domain().
 */
#ifndef VITRINA_RELEASE_DOMAIN_H
#define VITRINA_RELEASE_DOMAIN_H

#include <stdbool.h>
#include <stddef.h>

struct release;

/* False when nothing of the indicator is shown. */
bool domain_of(const struct release *release, size_t indicator, double *lo,
               double *hi);

#endif
