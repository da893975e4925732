/*
 * practices: what changed where a practice was tried, by its author's words
 * and by the released series of the site; and whether the two agree.
 *
 * For build.c and render/.
 */
#ifndef VITRINA_RELEASE_PRACTICES_H
#define VITRINA_RELEASE_PRACTICES_H

#include "release/release.h"

#include <stdbool.h>

struct practice;
struct words;

/* A change beside chance: below what chance makes, up to twice that, more
 * (reader 5.2). What chance makes of a share follows from the numbers of
 * people (reader 4.4); without them, and of a score, it is taken for 2 % of
 * the scale, as everywhere else. */
enum change_size {
    CHANGE_UNKNOWN,         /* there are no two numbers to compare */
    CHANGE_NONE, CHANGE_SMALL, CHANGE_LARGE,
    CHANGE_SOME             /* nothing is known of chance */
};
struct practice_change {
    enum change_size size;
    bool down;              /* the number is less than before */
    bool worse;             /* and that is not what is wanted */
};

struct practice_result {
    size_t indicator, school;   /* NONE; RELEASE_WHOLE: no school named */
    bool withheld;          /* neither numbers nor words of it may be told */
    bool claimed;           /* the author gives two numbers: */
    struct num was, became;
    int64_t n;              /* -1: not given */
    bool measured;          /* the site shows both values: */
    struct fact from, to;
    bool broken;            /* but counts otherwise since between them */
    struct practice_change change;  /* of the site's, else the author's */
};

struct practice_result practices_result(const struct release *release,
                                        const struct practice *it);

/*
 * Reports, of practices that readers see: evidence that names years of which
 * the site has no data; a recommended practice after which it got worse; an
 * author's number that is not the site's (`claim:ID`, may be explained).
 */
void practices_check(const struct words *words, struct diag *diag);

#endif
