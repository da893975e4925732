/*
 * only: the option --only: the site of one school or of each by itself, and
 * the places that are named by a pattern with {id}.
 *
 * For cmd_*.c.
 */
#ifndef VITRINA_ONLY_H
#define VITRINA_ONLY_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;

/* Is it `schools`? */
bool only_all(const char *only);

/*
 * Is the option (NULL: not given) one of ours, and does one of the `n` places
 * (NULL: not given) say where the site goes, with {id} when there are many?
 * `options` names them for the message. False after reporting.
 */
bool only_check(const char *only, const char *const *places, size_t n,
                const char *options, struct diag *diag);

/* The place with the id of the school instead of {id}; `school` empty: that
 * of `only`, where it names one. */
struct str only_fill(struct arena *arena, const char *place, const char *only,
                     struct str school);

#endif
