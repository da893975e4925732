/*
 * words_method: which formulas are in force on this site, and one of its own
 * released numbers as the example of each. For the page that says how
 * everything is counted.
 *
 * For render/.
 */
#ifndef VITRINA_RELEASE_WORDS_METHOD_H
#define VITRINA_RELEASE_WORDS_METHOD_H

#include "release/words.h"

#include <stdbool.h>
#include <stddef.h>

enum method {
    METHOD_SHARE,           /* of n children, in percent, rounded */
    METHOD_COUNTS,          /* few children: «13 из 18» */
    METHOD_CUT,             /* the source cut digits off, did not round */
    METHOD_WEIGHTED,        /* the whole: all children together */
    METHOD_SUM,
    METHOD_MEAN,
    METHOD_GIVEN,           /* as the source has it */
    METHOD_APART,           /* there is no whole */
    METHOD_COVERAGE,        /* the whole of those that reported */
    METHOD_RANGE,           /* Wilson's interval */
    METHOD_NOISE,           /* chance between two years */
    METHOD_ABOUT,           /* «примерно как в среднем» */
    METHOD_HALF,            /* where half of the schools are */
    METHOD_BREAK,           /* counted in a new way */
    METHOD_REACHED,         /* status of a target */
    METHOD_NEAR,
    METHOD_NOT_YET,
    METHOD_DEGREE_UP,       /* degree of achievement, rf-ratio */
    METHOD_DEGREE_DOWN,
    METHOD_DEGREE_ZERO,     /* the zero rules */
    METHOD_COUNT
};

/* `used`: in force. `found`: there is a released cell to show it on; always
 * the same one for the same release. */
struct method_cell {
    bool used, found;
    size_t indicator, school, period;   /* school may be RELEASE_WHOLE */
};

struct method_cells {
    struct method_cell at[METHOD_COUNT];
};

/* Looks through the release in order: indicators, the whole before schools,
 * late periods before early ones. It gives up after a bounded number of
 * cells, so what is rare on a very large site may have no example. */
struct method_cells words_methods(const struct release *release);

/* The example in words; the cell must be found. */
void words_method(struct buf *out, const struct words *words,
                  enum method method, struct method_cell cell);

#endif
