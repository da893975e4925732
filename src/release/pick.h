/*
 * pick: the few indicators that stand for a school where there is no room for
 * all of them: on its poster, in the frame on its own site.
 *
 * For render/.
 */
#ifndef VITRINA_RELEASE_PICK_H
#define VITRINA_RELEASE_PICK_H

#include "model/config.h"

#include <stdbool.h>
#include <stddef.h>

struct release;

#define PICK_MAX POSTER_MAX

/*
 * Writes at most PICK_MAX indicators into `out` and returns how many.
 * `programmes` are those of the school. The site's own choice (`poster:`), as
 * far as the school reports it, in its order. Else the first with its target
 * reached, the one that improved most, the one furthest from its target with
 * something being done about it, the newest; then others with a value, then
 * others without one; in the order of the programme.
 */
size_t pick_for_school(const struct release *release, size_t school,
                       const size_t *programmes, size_t n,
                       size_t out[PICK_MAX]);

/* Is there something to say of this indicator at a school: a value in any
 * period, or why the last one has none? False for what is not published per
 * school and what does not concern it. */
bool pick_is_told(const struct release *release, size_t indicator,
                  size_t school);

#endif
