/*
 * progress_measures: measures against their dates. See progress_measures.h.
 */
#include "release/progress_measures.h"

#include "base/mem.h"
#include "model/catalog.h"

/* A measure with its programme, in which its reports are. */
struct subject {
    const struct programme *programme;
    const struct measure *measure;
    size_t index;
};

static struct subject subject_of(const struct site *site, size_t programme,
                                 size_t measure)
{
    const struct programme *p = &site->programmes.at[programme];

    return (struct subject){p, &p->measures.at[measure], measure};
}

/* --- reports --- */

#define ANY_YEAR 0

/* Its latest report, of one year or of any, or NULL; of one period the last
 * row. */
static const struct report *last_report(struct subject s, int64_t year)
{
    const struct report *last = NULL;

    for (size_t i = 0; i < s.programme->reports.n; i++) {
        const struct report *r = &s.programme->reports.at[i];

        if (r->measure.index == s.index &&
            (year == ANY_YEAR || period_year(r->period) == year) &&
            (!last || period_cmp(r->period, last->period) >= 0))
            last = r;
    }
    return last;
}

/* What is known of a measure: its own status, else its latest report's. */
static enum done status_of(struct subject s)
{
    const struct report *last = NULL;

    if (s.measure->status == DONE_NO_REPORT)
        last = last_report(s, ANY_YEAR);
    return last ? (enum done)last->status : (enum done)s.measure->status;
}

int progress_done(const struct site *site, size_t programme, size_t measure)
{
    return (int)status_of(subject_of(site, programme, measure));
}

/* --- what is overdue --- */

static bool comes_back(const struct measure *m)
{
    return m->when.kind == WHEN_YEARLY || m->when.yearly;
}

/* The day by which it was to be done, or DATE_NONE. */
static date end_of(struct subject s)
{
    const struct report *last = NULL;

    if (s.measure->when.kind == WHEN_SPAN && !comes_back(s.measure))
        return s.measure->when.to;
    if (s.measure->when.kind == WHEN_CONTINUOUS)
        return s.measure->when.to;
    if (!comes_back(s.measure))
        return DATE_NONE;
    if (s.measure->status == DONE_NO_REPORT)
        last = last_report(s, ANY_YEAR);
    if (last)
        return last->period.to;
    return s.programme->period.kind == PERIOD_NONE ? DATE_NONE
                                                   : s.programme->period.to;
}

bool progress_overdue(const struct site *site, size_t programme,
                      size_t measure)
{
    struct subject s = subject_of(site, programme, measure);
    enum done status = status_of(s);
    date end = end_of(s);

    return (status == DONE_PLANNED || status == DONE_DOING) &&
           end != DATE_NONE && end < catalog_as_of(site, programme);
}

struct plan_counts progress_measures(const struct site *site,
                                     size_t programme)
{
    const struct programme *p = &site->programmes.at[programme];
    struct plan_counts counts = {.all = p->measures.n};

    for (size_t i = 0; i < p->measures.n; i++) {
        size_t *const by_status[] = {
            [DONE_NO_REPORT] = &counts.no_report,
            [DONE_PLANNED] = &counts.planned,
            [DONE_DOING] = &counts.doing,
            [DONE_DONE] = &counts.done,
            [DONE_POSTPONED] = &counts.postponed,
            [DONE_CANCELLED] = &counts.cancelled,
        };
        ++*by_status[status_of(subject_of(site, programme, i))];
        counts.overdue += progress_overdue(site, programme, i);
    }
    return counts;
}

/* --- by whom --- */

/* Lists that grow while the plan is gone through. */
struct owner {
    const struct ref *who;
    ARR(size_t) measures;
};

struct owners {
    struct arena *arena;
    ARR(struct owner) list;
};

/* References to one thing, or the same words. */
static bool is_same(const struct ref *a, const struct ref *b)
{
    if (!a || !b)
        return a == b;
    if (a->index != NONE || b->index != NONE)
        return a->index == b->index && a->school == b->school;
    return str_eq(a->text, b->text);
}

static void add_owner(struct owners *to, const struct ref *who,
                      size_t measure)
{
    struct owner *owner = NULL;

    for (size_t i = 0; i < to->list.n && !owner; i++)
        if (is_same(to->list.at[i].who, who))
            owner = &to->list.at[i];
    if (!owner) {
        owner = ARR_PUSH(to->arena, &to->list);
        *owner = (struct owner){.who = who};
    }
    *ARR_PUSH(to->arena, &owner->measures) = measure;
}

const struct overdue *progress_overdue_by(struct arena *arena,
                                          const struct site *site,
                                          size_t programme, size_t *n)
{
    const struct programme *p = &site->programmes.at[programme];
    struct owners owners = {.arena = arena};
    struct overdue *list;

    for (size_t i = 0; i < p->measures.n; i++) {
        const struct refs *who = &p->measures.at[i].responsible;

        if (!progress_overdue(site, programme, i))
            continue;
        for (size_t k = 0; k < who->n; k++)
            add_owner(&owners, &who->at[k], i);
        if (who->n == 0)
            add_owner(&owners, NULL, i);
    }
    list = ARENA_ARRAY(arena, struct overdue, owners.list.n + 1);
    for (size_t i = 0; i < owners.list.n; i++)
        list[i] = (struct overdue){owners.list.at[i].who,
                                   owners.list.at[i].measures.at,
                                   owners.list.at[i].measures.n};
    *n = owners.list.n;
    return list;
}

/* --- one year --- */

static int year_of(date d)
{
    int year, month, day;

    date_split(d, &year, &month, &day);
    return year;
}

/* Does one of the months it names (all: when it names none) lie in this year
 * of the programme? */
static bool has_month(const struct measure *m, struct period programme,
                      int year)
{
    for (int month = 1; month <= 12; month++) {
        date first = date_of(year, month, 1);

        if ((m->when.months == 0 || m->when.months >> (month - 1) & 1) &&
            (programme.kind == PERIOD_NONE ||
             (first >= programme.from && first <= programme.to)))
            return true;
    }
    return false;
}

bool progress_due_in(const struct site *site, size_t programme,
                     size_t measure, int64_t year)
{
    struct subject s = subject_of(site, programme, measure);
    const struct when *when = &s.measure->when;
    bool ends = when->to != DATE_NONE && year_of(when->to) == year;

    switch (when->kind) {
    case WHEN_SPAN:
        return ends || (when->yearly && year > year_of(when->to) &&
                        has_month(s.measure, s.programme->period,
                                  (int)year));
    case WHEN_YEARLY:
        return ends || has_month(s.measure, s.programme->period, (int)year);
    case WHEN_CONTINUOUS:
        return ends;
    case WHEN_EVENT:
    case WHEN_WORDS:
        break;
    }
    return false;
}

/* Was it done only after the year? By the day, else by the report's period. */
static bool is_late(struct subject s, const struct report *report,
                    int64_t year)
{
    if (s.measure->done_on != DATE_NONE)
        return year_of(s.measure->done_on) > year;
    if (report && report->done_on != DATE_NONE)
        return year_of(report->done_on) > year;
    return report && period_year(report->period) > year;
}

int progress_done_in(const struct site *site, size_t programme,
                     size_t measure, int64_t year, bool *late)
{
    struct subject s = subject_of(site, programme, measure);
    bool back = comes_back(s.measure);
    const struct report *report = last_report(s, back ? year : ANY_YEAR);
    enum done status = status_of(s);

    *late = false;
    if (back && report)
        return report->status;
    if (back)
        return s.measure->status == DONE_CANCELLED ? DONE_CANCELLED
                                                   : DONE_NO_REPORT;
    *late = status == DONE_DONE &&
            is_late(s, s.measure->status == DONE_NO_REPORT ? report : NULL,
                    year);
    return (int)status;
}
