/*
 * period: stretches of time as tables and plans name them: a year, a school
 * year, a half-year, a quarter, a month, a date. Dates are day numbers.
 *
 * For everything above model/.
 */
#ifndef VITRINA_MODEL_PERIOD_H
#define VITRINA_MODEL_PERIOD_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01 (proleptic Gregorian). */
typedef int32_t date;
#define DATE_NONE INT32_MIN

enum period_kind {
    PERIOD_NONE,
    PERIOD_YEAR,            /* 2024: calendar year */
    PERIOD_SCHOOL_YEAR,     /* 2023/24: 1 September to 31 August */
    PERIOD_HALF,
    PERIOD_QUARTER,
    PERIOD_MONTH,
    PERIOD_DATE,
    PERIOD_RANGE            /* 2019-2021 in a passport: whole years */
};

/* A closed interval of days; {0} is no period. */
struct period {
    enum period_kind kind;
    date from, to;
};

date date_of(int year, int month, int day);     /* DATE_NONE when invalid */
void date_split(date d, int *year, int *month, int *day);
/* dd.mm.yyyy, yyyy-mm-dd, «5 июня 2016 г.» (R4.4). */
bool date_parse(struct str text, date *out);
void date_iso(struct buf *out, date d);         /* 2016-06-05 */

/* A cell of a period column (R6.5): `2018-2019` is a school year here,
 * `2019-2021` a range. */
bool period_parse(struct str text, struct period *out);
/* The period of a passport: `2019-2021`, «2022 – 2024 годы» are years. */
bool period_parse_span(struct str text, struct period *out);
/* By end, then start, then kind. */
int period_cmp(struct period a, struct period b);
static inline bool period_eq(struct period a, struct period b)
{
    return a.to == b.to && a.from == b.from && a.kind == b.kind;
}
/* The year a period is counted to: of its end. */
int period_year(struct period p);
/* The period of the same kind (a range: of the same length) right before. */
struct period period_before(struct period p);
/* Machine form for CSV and addresses: 2024, 2023-2024, 2024-H1, 2024-Q1,
 * 2024-05, 2024-05-31; ranges 2019-2021, 2019..2020 (with a hyphen that would
 * be a school year), 2020-09..2023-12. period_parse reads it back. */
void period_code(struct buf *out, struct period p);

/*
 * When a measure is done, from the words of a plan (R1.11). All forms of the
 * 41 texts are read; others stay words. Words in brackets are conditions and
 * do not matter here.
 */
enum when_kind {
    WHEN_WORDS,             /* not understood: printed, never judged */
    WHEN_SPAN,              /* once, between from and to */
    WHEN_YEARLY,            /* every year of the programme, in these months */
    WHEN_CONTINUOUS,        /* all the time; from and to of the programme */
    WHEN_EVENT              /* when something happens: never overdue */
};

struct when {
    enum when_kind kind;
    /* Days, or DATE_NONE. WHEN_SPAN: from and to, with `yearly` the first
     * time. WHEN_YEARLY: one more time besides, if any («январь, июнь –
     * ежегодно; итоговый – декабрь 2023»). */
    date from, to;
    uint16_t months;        /* bit 0 = January; 0 = no month named */
    bool yearly;            /* comes back: WHEN_YEARLY, «далее ежегодно» */
};

/* `programme` bounds what the words leave open: «до 1 мая 2023», «постоянно».
 */
struct when when_parse(struct str text, struct period programme);

#endif
