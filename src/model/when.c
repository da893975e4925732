/*
 * when: the time of a measure from the words of a plan; see period.h. A text
 * is cut at `;` into parts, each part becomes signs (time_scan.h), each part
 * one time, and the times are joined. For everything above model/.
 */
#include "model/period.h"
#include "model/time_scan.h"

#include <string.h>

#define THING_MAX 5     /* tokens of one date or period: 05.06.2016 */

static struct when when_of(enum when_kind kind)
{
    return (struct when){.kind = kind, .from = DATE_NONE, .to = DATE_NONE};
}

/* --- edits of signs --- */

static bool has(const struct time_scan *scan, const char *signs)
{
    return strpbrk(scan->signs, signs) != NULL;
}

/* «1 раз в полугодие», «3 раза в год», «каждый квартал»: as «ежегодно». */
static void read_times(struct time_scan *scan)
{
    for (size_t i = 0; i < scan->n; i++) {
        char next = scan->signs[i + 1];
        bool counted = i > 0 && scan->signs[i - 1] == 'N';
        if (scan->signs[i] != 'E' &&
            (scan->signs[i] != 'r' || (i > 0 && !counted)))
            continue;
        scan->signs[i] = 'E';
        if (next != '\0' && strchr("HQm", next))
            time_scan_cut(scan, i + 1, 1);
        if (counted)
            time_scan_cut(scan, --i, 1);
    }
}

/* «Итоговый мониторинг – декабрь»: words before a dash are a name. */
static void cut_name(struct time_scan *scan)
{
    size_t words = strspn(scan->signs, "w");

    if (words > 0 && (scan->signs[words] == '-' || scan->signs[words] == ':'))
        time_scan_cut(scan, 0, words + 1);
}

/* Marks that stood beside what is now taken out: at the ends, in pairs. */
static void cut_marks(struct time_scan *scan)
{
    static const char marks[] = ",-.:";

    for (size_t i = 0; i < scan->n;) {
        char next = scan->signs[i + 1];
        bool beside = i == 0 || next == '\0' || strchr(marks, next) != NULL;
        if (strchr(marks, scan->signs[i]) && beside) {
            time_scan_cut(scan, i, 1);
            i = 0;
        } else {
            i++;
        }
    }
}

/* «с мая по июнь» as «май - июнь»; «начиная с» is «с». */
static void join_from_to(struct time_scan *scan)
{
    while (scan->signs[0] == 'a' && scan->signs[1] == 'a')
        time_scan_cut(scan, 0, 1);
    char *to = scan->n ? strpbrk(scan->signs + 1, "bd") : NULL;

    if (scan->signs[0] == 'a' && to) {
        *to = '-';
        time_scan_cut(scan, 0, 1);
    }
}

/*
 * What is said once for several: «май - июнь 2021», «1-15 октября 2023» get
 * the month and the year beside each. False when there is no room.
 */
static bool spread(struct time_scan *scan)
{
    int year = 0, month = 0;

    for (size_t i = scan->n; i-- > 0;) {
        char next = scan->signs[i + 1];
        if (scan->signs[i] == 'Y')
            year = scan->value[i];
        if (scan->signs[i] == 'M') {
            month = scan->value[i];
            if (next == ',' && scan->signs[i + 2] == 'Y')
                time_scan_cut(scan, i + 1, 1);
            else if (next != 'Y' && year &&
                     !time_scan_put(scan, i + 1, 'Y', year))
                return false;
        }
        if (scan->signs[i] == 'N' && next == '-' && month && year &&
            (!time_scan_put(scan, i + 1, 'M', month) ||
             !time_scan_put(scan, i + 2, 'Y', year)))
            return false;
    }
    return true;
}

/* --- months without a year --- */

static uint16_t month_bits(int first, int last)
{
    uint16_t bits = 0;

    for (int m = first;; m = m % 12 + 1) {
        bits = (uint16_t)(bits | 1u << (m - 1));
        if (m == last)
            return bits;
    }
}

/* «I квартал», «2-е полугодие»: their months, or 0. */
static uint16_t part_bits(const struct time_scan *scan, size_t i)
{
    int n = scan->value[i], months = scan->signs[i + 1] == 'Q' ? 3 : 6;

    if (!strchr("ON", scan->signs[i]) || !strchr("HQ", scan->signs[i + 1]) ||
        scan->signs[i] == '\0' || scan->signs[i + 1] == '\0' || n < 1 ||
        n > 12 / months)
        return 0;
    return month_bits((n - 1) * months + 1, n * months);
}

/* «март, апрель», «сентябрь - май», «I квартал», «до 1 марта». */
static bool read_months(const struct time_scan *scan, uint16_t *months)
{
    const char *s = scan->signs;
    size_t i = s[0] == 'd' ? 1 : 0;
    uint16_t bits = 0;

    while (s[i]) {
        uint16_t part = part_bits(scan, i);
        if (part) {
            i += 2;
        } else {
            i += s[i] == 'N' && s[i + 1] == 'M' ? 1 : 0;
            if (s[i] != 'M')
                return false;
            part = month_bits(scan->value[i], scan->value[i]);
            if (s[i + 1] == '-' && s[i + 2] == 'M') {
                part = month_bits(scan->value[i], scan->value[i + 2]);
                i += 2;
            }
            i++;
        }
        bits = (uint16_t)(bits | part);
        if (s[i] == ',' && s[i + 1])
            i++;
        else if (s[i])
            return false;
    }
    *months = bits;
    return bits != 0;
}

/* --- times with a year --- */

/* The longest date or period at `*i`. */
static bool read_thing(const struct time_scan *scan, size_t *i,
                       struct period *out)
{
    size_t left = scan->n - *i;

    for (size_t n = left < THING_MAX ? left : THING_MAX; n > 0; n--) {
        if (n == 3 && !memcmp(scan->signs + *i, "Y-Y", 3))
            continue;   /* in a plan: from one year to the other */
        if (time_scan_period(scan, *i, n, out)) {
            *i += n;
            return true;
        }
    }
    return false;
}

static void widen(struct when *when, date from, date to)
{
    if (when->from == DATE_NONE || from < when->from)
        when->from = from;
    if (when->to == DATE_NONE || to > when->to)
        when->to = to;
}

/* Things and `thing - thing`, commas between. */
static bool read_things(const struct time_scan *scan, size_t i,
                        struct when *when)
{
    while (scan->signs[i]) {
        struct period first, last;
        if (!read_thing(scan, &i, &first))
            return false;
        last = first;
        if (scan->signs[i] == '-') {
            i++;
            if (!read_thing(scan, &i, &last) || last.from < first.from)
                return false;
        }
        widen(when, first.from, last.to);
        if (scan->signs[i] == ',' && scan->signs[i + 1])
            i++;
        else if (scan->signs[i])
            return false;
    }
    return when->from != DATE_NONE;
}

static void note_months(const struct time_scan *scan, struct when *when)
{
    for (size_t i = 0; i < scan->n; i++)
        if (scan->signs[i] == 'M')
            when->months = (uint16_t)(when->months |
                                      1u << (scan->value[i] - 1));
}

/* Months from the first to the last day, when that is less than a year. */
static uint16_t months_between(date from, date to)
{
    int y1, m1, y2, m2, day;

    date_split(from, &y1, &m1, &day);
    date_split(to, &y2, &m2, &day);
    return (y2 - y1) * 12 + m2 - m1 >= 11 ? 0 : month_bits(m1, m2);
}

/* `onward`: «…, далее постоянно». */
static struct when read_span(struct time_scan *scan, struct period programme,
                             bool yearly, bool onward)
{
    struct when when = when_of(WHEN_SPAN);
    bool since = scan->signs[0] == 'a', before = scan->signs[0] == 'd';

    if (!spread(scan) || !read_things(scan, since || before, &when))
        return when_of(WHEN_WORDS);
    if ((since || before || onward) && programme.kind == PERIOD_NONE)
        return when_of(WHEN_WORDS);
    if (since || onward)
        when.to = programme.to;
    if (before)
        when.from = programme.from;
    if (when.from > when.to)
        return when_of(WHEN_WORDS);
    when.yearly = yearly;
    if (yearly)
        when.months = months_between(when.from, when.to);
    else if (strchr(scan->signs, ','))
        note_months(scan, &when);
    return when;
}

/* --- a part, and all parts --- */

static struct when read_yearly(struct time_scan *scan)
{
    struct when when = when_of(WHEN_YEARLY);

    when.yearly = true;
    if (scan->n > 0 && !read_months(scan, &when.months))
        return when_of(WHEN_WORDS);
    return when;
}

static struct when read_continuous(struct period programme)
{
    struct when when = when_of(WHEN_CONTINUOUS);

    if (programme.kind != PERIOD_NONE) {
        when.from = programme.from;
        when.to = programme.to;
    }
    return when;
}

/* «Ежегодно по мере необходимости»: from the condition on nothing counts. */
static void cut_condition(struct time_scan *scan)
{
    size_t at = strcspn(scan->signs, "V");

    if (at < scan->n)
        time_scan_cut(scan, at, scan->n - at);
    if (scan->n > 0 && scan->signs[scan->n - 1] == 'b')
        time_scan_cut(scan, scan->n - 1, 1);
}

static struct when read_part(struct str text, struct period programme)
{
    struct time_scan scan;
    bool yearly, always, onward;

    if (!time_scan(&scan, text) || scan.n == 0)
        return when_of(WHEN_WORDS);
    if (has(&scan, "V") && !has(&scan, "EMYNK"))
        return when_of(WHEN_EVENT);
    time_scan_drop(&scan, "yin");
    read_times(&scan);
    cut_name(&scan);
    yearly = has(&scan, "E");
    always = has(&scan, "K");
    onward = has(&scan, "T") && !yearly;
    if (yearly)
        cut_condition(&scan);
    time_scan_drop(&scan, has(&scan, "Y") ? "ETK" : "ETKs");
    cut_marks(&scan);
    join_from_to(&scan);
    if (has(&scan, "Y"))
        return read_span(&scan, programme, yearly, onward);
    if (onward)
        return when_of(WHEN_WORDS);
    if (scan.n == 0 && always && !yearly)
        return read_continuous(programme);
    if (scan.n == 0 && !yearly)
        return when_of(WHEN_WORDS);
    return read_yearly(&scan);
}

/* Two parts of one text as one time, or words when no such thing is. */
static struct when join(struct when a, struct when b)
{
    bool a_once = a.kind == WHEN_SPAN && !a.yearly;
    bool b_once = b.kind == WHEN_SPAN && !b.yearly;

    if (a_once && b.kind == WHEN_YEARLY)
        return join(b, a);
    if ((a_once || a.kind == WHEN_YEARLY) && b_once) {
        widen(&a, b.from, b.to);
        return a;
    }
    if (a.kind == WHEN_YEARLY && b.kind == WHEN_YEARLY) {
        a.months = a.months && b.months ? (uint16_t)(a.months | b.months) : 0;
        return a;
    }
    if (a.kind == b.kind && a.kind != WHEN_SPAN)
        return a;
    return when_of(WHEN_WORDS);
}

struct when when_parse(struct str text, struct period programme)
{
    struct str rest = str_trim(text);
    struct when when = when_of(WHEN_WORDS);
    bool first = true;

    while (rest.p) {
        struct str part = str_trim(str_cut(&rest, ';'));
        struct when next;
        if (part.n == 0)
            continue;
        next = read_part(part, programme);
        when = first ? next : join(when, next);
        first = false;
    }
    return when;
}
