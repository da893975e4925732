/*
 * settle: what hides what: schools and their whole, parts and their total,
 * the same fact in two tables, a share and the number it is a share of
 * (domain 3.3, rules 3 to 5 and 8). Works on states and never sees a number.
 *
 * For disclose.c.
 */
#ifndef VITRINA_RELEASE_SETTLE_H
#define VITRINA_RELEASE_SETTLE_H

struct release;

/* Hides whatever would give a hidden cell away, until nothing changes. */
void settle(const struct release *release);

#endif
