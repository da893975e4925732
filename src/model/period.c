/*
 * period: dates as day numbers and the periods of table cells; see period.h.
 * What plans say about time is in when.c. For everything above model/.
 */
#include "model/period.h"

#include "model/time_scan.h"

#include <assert.h>
#include <string.h>

/* Nothing in brackets is meant in a cell, so nothing may be there. */
static bool scan_cell(struct time_scan *scan, struct str text)
{
    if (str_find_char(text, '(') >= 0 || !time_scan(scan, text))
        return false;
    time_scan_drop(scan, "y,");
    return true;
}

/* --- dates --- */

/* Days from 1970-01-01 to 1 March of the year 0. */
#define EPOCH (-719468)

/* Years here begin in March, so that the leap day is the last of them: then
 * month m (0 = March) begins at day (153 m + 2) / 5. */
static int32_t days_of(int year, int month, int day)
{
    int y = month < 3 ? year - 1 : year;
    int m = (month + 9) % 12;

    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 +
           day - 1 + EPOCH;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

date date_of(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month))
        return DATE_NONE;
    return days_of(year, month, day);
}

void date_split(date d, int *year, int *month, int *day)
{
    int days = (int)d - EPOCH, y = days / 366, m;

    assert(d != DATE_NONE);
    while (days_of(y + 1, 3, 1) <= d)
        y++;
    days = (int)(d - days_of(y, 3, 1));
    m = (5 * days + 2) / 153;
    *day = days - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = m < 10 ? y : y + 1;
}

void date_iso(struct buf *out, date d)
{
    int year, month, day;

    date_split(d, &year, &month, &day);
    buf_addf(out, "%04d-%02d-%02d", year, month, day);
}

static date last_of_month(int year, int month)
{
    return date_of(year, month, days_in_month(year, month));
}

bool date_parse(struct str text, date *out)
{
    struct time_scan scan;
    date d = DATE_NONE;

    if (!scan_cell(&scan, text))
        return false;
    if (!strcmp(scan.signs, "N.N.Y"))
        d = date_of(scan.value[4], scan.value[2], scan.value[0]);
    else if (!strcmp(scan.signs, "Y-N-N"))
        d = date_of(scan.value[0], scan.value[2], scan.value[4]);
    else if (!strcmp(scan.signs, "NMY"))
        d = date_of(scan.value[2], scan.value[1], scan.value[0]);
    if (d == DATE_NONE)
        return false;
    *out = d;
    return true;
}

/* --- periods --- */

static struct period months_of(enum period_kind kind, int year, int month,
                               int n)
{
    int last = month + n - 1;

    return (struct period){
        kind, date_of(year, month, 1),
        last_of_month(year + (last - 1) / 12, (last - 1) % 12 + 1)
    };
}

/* Year `first` to year `last`, inclusive. */
static struct period years_of(enum period_kind kind, int first, int last)
{
    return (struct period){kind, date_of(first, 1, 1), date_of(last, 12, 31)};
}

/* How the numbers of a pattern are meant. */
enum shape {
    SHAPE_YEAR, SHAPE_YEARS, SHAPE_YEARS_CODE, SHAPE_SCHOOL, SHAPE_SHORT,
    SHAPE_HALF, SHAPE_QUARTER, SHAPE_MONTH, SHAPE_MONTH_OR_SHORT, SHAPE_DATE
};

/* Signs of time_scan.h; `a`, `b`, `c` say where year, month or the like, and
 * day (or the second year) stand. */
struct pattern {
    const char *signs;
    enum shape shape;
    int a, b, c;
};

static const struct pattern patterns[] = {
    {"Y", SHAPE_YEAR, 0, 0, 0},
    {"Y-Y", SHAPE_YEARS, 0, 2, 0},      {"Y/Y", SHAPE_SCHOOL, 0, 2, 0},
    {"Y-Ys", SHAPE_SCHOOL, 0, 2, 0},    {"Y/Ys", SHAPE_SCHOOL, 0, 2, 0},
    {"Y/N", SHAPE_SHORT, 0, 2, 0},      {"Y/Ns", SHAPE_SHORT, 0, 2, 0},
    {"Y-Ns", SHAPE_SHORT, 0, 2, 0},     {"sY-Y", SHAPE_SCHOOL, 1, 3, 0},
    {"sY/Y", SHAPE_SCHOOL, 1, 3, 0},    {"sY/N", SHAPE_SHORT, 1, 3, 0},
    {"sY-N", SHAPE_SHORT, 1, 3, 0},     {"Y..Y", SHAPE_YEARS_CODE, 0, 3, 0},
    {"OHY", SHAPE_HALF, 2, 0, 0},       {"NHY", SHAPE_HALF, 2, 0, 0},
    {"YOH", SHAPE_HALF, 0, 1, 0},       {"YNH", SHAPE_HALF, 0, 1, 0},
    {"Y-hN", SHAPE_HALF, 0, 3, 0},      {"YhN", SHAPE_HALF, 0, 2, 0},
    {"hNY", SHAPE_HALF, 2, 1, 0},
    {"OQY", SHAPE_QUARTER, 2, 0, 0},    {"NQY", SHAPE_QUARTER, 2, 0, 0},
    {"YOQ", SHAPE_QUARTER, 0, 1, 0},    {"YNQ", SHAPE_QUARTER, 0, 1, 0},
    {"Y-qN", SHAPE_QUARTER, 0, 3, 0},   {"YqN", SHAPE_QUARTER, 0, 2, 0},
    {"qNY", SHAPE_QUARTER, 2, 1, 0},
    {"MY", SHAPE_MONTH, 1, 0, 0},       {"YM", SHAPE_MONTH, 0, 1, 0},
    {"N.Y", SHAPE_MONTH, 2, 0, 0},      {"N/Y", SHAPE_MONTH, 2, 0, 0},
    {"Y-N", SHAPE_MONTH_OR_SHORT, 0, 2, 0},
    {"N.N.Y", SHAPE_DATE, 4, 2, 0},     {"Y-N-N", SHAPE_DATE, 0, 2, 4},
    {"NMY", SHAPE_DATE, 2, 1, 0}
};

/* 2018/19: the second number is the last two digits of the next year. */
static bool school_year(int first, int second, struct period *out)
{
    if (second != first + 1)
        return false;
    *out = months_of(PERIOD_SCHOOL_YEAR, first, 9, 12);
    return true;
}

static bool some_years(int first, int last, struct period *out)
{
    if (last <= first)
        return false;
    *out = years_of(PERIOD_RANGE, first, last);
    return true;
}

/* The `b`th of the parts of a year that are `n` months long. */
static bool part_of_year(enum period_kind kind, int year, int b, int n,
                         struct period *out)
{
    if (b < 1 || b > 12 / n)
        return false;
    *out = months_of(kind, year, (b - 1) * n + 1, n);
    return true;
}

static bool one_day(date d, struct period *out)
{
    *out = (struct period){PERIOD_DATE, d, d};
    return d != DATE_NONE;
}

static bool read_shape(enum shape shape, int a, int b, int c,
                       struct period *out)
{
    switch (shape) {
    case SHAPE_YEAR:
        *out = years_of(PERIOD_YEAR, a, a);
        return true;
    case SHAPE_YEARS:
        return school_year(a, b, out) || some_years(a, b, out);
    case SHAPE_YEARS_CODE:
        return some_years(a, b, out);
    case SHAPE_SCHOOL:
        return school_year(a, b, out);
    case SHAPE_SHORT:
        return b == (a + 1) % 100 && school_year(a, a + 1, out);
    case SHAPE_HALF:
        return part_of_year(PERIOD_HALF, a, b, 6, out);
    case SHAPE_QUARTER:
        return part_of_year(PERIOD_QUARTER, a, b, 3, out);
    case SHAPE_MONTH_OR_SHORT:      /* no year has 19 months */
        if (b > 12)
            return read_shape(SHAPE_SHORT, a, b, c, out);
        return part_of_year(PERIOD_MONTH, a, b, 1, out);
    case SHAPE_MONTH:
        return part_of_year(PERIOD_MONTH, a, b, 1, out);
    case SHAPE_DATE:
        return one_day(date_of(a, b, c), out);
    }
    return false;
}

bool time_scan_period(const struct time_scan *scan, size_t at, size_t n,
                      struct period *out)
{
    const int *v = scan->value + at;

    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const struct pattern *p = &patterns[i];
        if (strlen(p->signs) == n &&
            !memcmp(p->signs, scan->signs + at, n))
            return read_shape(p->shape, v[p->a], v[p->b], v[p->c], out);
    }
    return false;
}

static bool read_period(const struct time_scan *scan, struct period *out)
{
    return time_scan_period(scan, 0, scan->n, out);
}

/* `2020-09..2023-12`: what period_code writes for other ranges. */
static bool range_code(struct str text, struct period *out)
{
    ptrdiff_t dots = str_find(text, S(".."));
    struct period from, to;

    if (dots < 0)
        return false;
    if (!period_parse(str_sub(text, 0, (size_t)dots), &from) ||
        !period_parse(str_skip(text, (size_t)dots + 2), &to) ||
        from.kind != to.kind || from.from > to.from)
        return false;
    *out = (struct period){PERIOD_RANGE, from.from, to.to};
    return true;
}

bool period_parse(struct str text, struct period *out)
{
    struct time_scan scan;
    struct period period;

    if (!scan_cell(&scan, text))
        return false;
    if (!read_period(&scan, &period) && !range_code(text, &period))
        return false;
    *out = period;
    return true;
}

bool period_parse_span(struct str text, struct period *out)
{
    struct time_scan scan;
    struct period from, to;

    if (!time_scan(&scan, text))
        return false;
    time_scan_drop(&scan, "yin");
    if (!strcmp(scan.signs, "Y-Y"))
        return some_years(scan.value[0], scan.value[2], out);
    if (!strcmp(scan.signs, "aYbY") || !strcmp(scan.signs, "aYdY"))
        return some_years(scan.value[1], scan.value[3], out);
    if (!strcmp(scan.signs, "MY-MY")) {
        from = months_of(PERIOD_MONTH, scan.value[1], scan.value[0], 1);
        to = months_of(PERIOD_MONTH, scan.value[4], scan.value[3], 1);
        *out = (struct period){PERIOD_RANGE, from.from, to.to};
        return from.from <= to.from;
    }
    return read_period(&scan, out) || range_code(text, out);
}

int period_cmp(struct period a, struct period b)
{
    if (a.to != b.to)
        return a.to < b.to ? -1 : 1;
    if (a.from != b.from)
        return a.from < b.from ? -1 : 1;
    return (a.kind > b.kind) - (a.kind < b.kind);
}

int period_year(struct period p)
{
    int year, month, day;

    date_split(p.to, &year, &month, &day);
    return year;
}

/* The same length of months right before the one that begins in `from`. */
static struct period months_before(struct period p, int n)
{
    int year, month, day;

    date_split(p.from, &year, &month, &day);
    month -= n;
    while (month < 1) {
        month += 12;
        year--;
    }
    return months_of(p.kind, year, month, n);
}

/* Months from the first of a month to the last of another, or 0. */
static int whole_months(struct period p)
{
    int year, month, day, year2, month2, day2;

    date_split(p.from, &year, &month, &day);
    date_split(p.to + 1, &year2, &month2, &day2);
    if (day != 1 || day2 != 1)
        return 0;
    return (year2 - year) * 12 + month2 - month;
}

struct period period_before(struct period p)
{
    int months = 0;

    switch (p.kind) {
    case PERIOD_NONE:
        return p;
    case PERIOD_YEAR:
    case PERIOD_SCHOOL_YEAR:
        months = 12;
        break;
    case PERIOD_HALF:
        months = 6;
        break;
    case PERIOD_QUARTER:
        months = 3;
        break;
    case PERIOD_MONTH:
        months = 1;
        break;
    case PERIOD_DATE:
        break;
    case PERIOD_RANGE:
        months = whole_months(p);
        break;
    }
    if (months > 0)
        return months_before(p, months);
    return (struct period){p.kind, p.from - (p.to - p.from) - 1, p.from - 1};
}

/* --- codes --- */

static void range_code_add(struct buf *out, struct period p)
{
    int months = whole_months(p), first, month, day, last = period_year(p);

    date_split(p.from, &first, &month, &day);
    if (months > 0 && month == 1 && months % 12 == 0) {
        /* two years with a hyphen would be a school year */
        buf_addf(out, last > first + 1 ? "%d-%d" : "%d..%d", first, last);
    } else if (months > 0) {
        buf_addf(out, "%04d-%02d..", first, month);
        date_split(p.to, &last, &month, &day);
        buf_addf(out, "%04d-%02d", last, month);
    } else {
        date_iso(out, p.from);
        buf_addz(out, "..");
        date_iso(out, p.to);
    }
}

void period_code(struct buf *out, struct period p)
{
    int year, month, day;

    if (p.kind == PERIOD_NONE)
        return;
    date_split(p.from, &year, &month, &day);
    switch (p.kind) {
    case PERIOD_NONE:
        break;
    case PERIOD_YEAR:
        buf_int(out, year);
        break;
    case PERIOD_SCHOOL_YEAR:
        buf_int(out, year);
        buf_char(out, '-');
        buf_int(out, year + 1);
        break;
    case PERIOD_HALF:
        buf_addf(out, "%d-H%d", year, month / 6 + 1);
        break;
    case PERIOD_QUARTER:
        buf_addf(out, "%d-Q%d", year, month / 3 + 1);
        break;
    case PERIOD_MONTH:
        buf_addf(out, "%04d-%02d", year, month);
        break;
    case PERIOD_DATE:
        date_iso(out, p.from);
        break;
    case PERIOD_RANGE:
        range_code_add(out, p);
        break;
    }
}
