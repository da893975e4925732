/*
 * money: sums of finance.csv: their units, and what a year adds up to. Money
 * is open: no rule of the release speaks of it.
 *
 * For release/, and render/ for money_is_total.
 */
#ifndef VITRINA_RELEASE_MONEY_H
#define VITRINA_RELEASE_MONEY_H

#include "base/num.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct money;
struct programme;

/* How many zeros the unit stands for (руб. 0, тыс. руб. 3, млн руб. 6), or -1:
 * another unit. */
int money_zeros(struct str unit);

/* Rows of finance.csv without a source are the year's total. */
bool money_is_total(const struct money *row);

/* What one year was to cost and did cost. */
struct money_year {
    size_t rows;                /* that were added; 0: no such year */
    bool units_differ;          /* and cannot be converted: nothing is added */
    bool has_plan, has_spent;   /* every row has it */
    struct num plan, spent;     /* in `unit` */
    struct str unit;            /* the smallest of the rows' */
};
/* A row that stands for others (no source: all sources; no purpose: all
 * purposes) is taken in their place. */
struct money_year money_of(const struct programme *programme, int64_t year);

#endif
