/*
 * places: the columns in which cells stand, for messages. The store keeps
 * only their lines; the few that are asked for are found by reading their
 * tables once more. No value is looked at.
 *
 * For release/audit.c.
 */
#ifndef VITRINA_MODEL_PLACES_H
#define VITRINA_MODEL_PLACES_H

#include "base/diag.h"
#include "model/period.h"

#include <stddef.h>

struct site;

/* A cell of values.csv by its line and its key. */
struct place_wanted {
    struct pos *at;             /* file and line; gets the rest */
    size_t indicator, school;   /* SIZE_MAX: the whole */
    struct period period;
};

/* Completes the places; those that are not found stay as they are. Sorts the
 * list by place. */
void places_find(const struct site *site, struct place_wanted *wanted,
                 size_t n);

#endif
