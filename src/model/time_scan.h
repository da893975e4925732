/*
 * time_scan: the words, numbers and marks of dates, periods and plans as one
 * sign each, so that what is understood is a table of short patterns.
 *
 * For period.c and when.c only.
 */
#ifndef VITRINA_MODEL_TIME_SCAN_H
#define VITRINA_MODEL_TIME_SCAN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The longest text of a plan has 30; hostile ones have more and are refused.
 */
#define TIME_TOKENS 64

/*
 * Signs; `value` where a number is meant:
 *   Y year 1900..2199     N number of one or two digits     X other number
 *   M month 1..12         O ordinal 1..4 (II, 2-е, второе)
 *   y год   s учебный     H полугодие   Q квартал   h, q the letters of codes
 *   E ежегодно   T далее   K постоянно, в течение   V по результатам, по мере
 *   r раз        m месяц, неделя
 *   a с          b по      d до, к, не позднее
 *   i в, на, за  n words without weight (программы, срок действия)
 *   - / . , ; : as written («и» is a comma)     w any other word
 */
struct time_scan {
    char signs[TIME_TOKENS + 1];
    int value[TIME_TOKENS];
    size_t n;
};

/* Text in round brackets is passed over. False when there is too much of it
 * or a mark that no date has. */
bool time_scan(struct time_scan *scan, struct str text);
/* Takes out all tokens with one of these signs. */
void time_scan_drop(struct time_scan *scan, const char *signs);
/* Takes out `n` tokens from `at` on. */
void time_scan_cut(struct time_scan *scan, size_t at, size_t n);
/* Puts one token before `at`; false when there is no room. */
bool time_scan_put(struct time_scan *scan, size_t at, char sign, int value);

/* The period that the tokens from `at` on, `n` of them, name together; false
 * when they name none. (In period.c.) */
struct period;
bool time_scan_period(const struct time_scan *scan, size_t at, size_t n,
                      struct period *out);

#endif
