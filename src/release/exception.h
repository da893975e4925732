/*
 * exception: the rows of overrides.csv: where a rule of disclosure does not
 * hold, for a written reason (domain 3.3, rule 10).
 *
 * For disclose.c.
 */
#ifndef VITRINA_RELEASE_EXCEPTION_H
#define VITRINA_RELEASE_EXCEPTION_H

#include "model/period.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct site;

/* Is the cell excepted from the rule (enum rule)? A row without a school is
 * for all schools and the whole (SIZE_MAX), one without a period for all. */
bool exception_of(const struct site *site, size_t indicator, size_t school,
                  struct period period, int rule);
/* Is any cell of the indicator? */
bool exception_any(const struct site *site, size_t indicator, int rule);
/* By indicator: is any of its cells excepted from any rule? */
bool *exception_list(struct arena *arena, const struct site *site);

#endif
