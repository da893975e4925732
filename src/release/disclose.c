/*
 * disclose: takes the raw store over, decides every cell, and overwrites what
 * may not be shown (design 5, domain 3.3). The functions of release.h that
 * answer for single facts are here too, because they read the same memory.
 *
 * The only file outside model/ that sees raw numbers.
 */
#include "release/release.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "model/observe.h"
#include "release/audit.h"
#include "release/domain.h"
#include "release/fit.h"
#include "release/progress.h"
#include "release/rule.h"
#include "release/whole.h"

#include <stdlib.h>
#include <string.h>

/* A whole that was computed: from how many schools, of how many. */
struct whole {
    uint32_t leaves, expected;
    bool computed;
};

struct domain {
    bool any;
    double lo, hi;
};

struct release {
    struct arena *arena;
    const struct site *site;
    struct store *store;
    struct whole **wholes;      /* by indicator, by period */
    uint32_t **schools;         /* by indicator: from whom it is expected */
    size_t *schools_n;
    struct domain *domains;     /* by indicator */
    struct release_counts counts;
};

/* One cell while it is judged. */
struct place {
    size_t indicator, school, period;
};

static const struct indicator *indicator_of(const struct release *r,
                                            size_t indicator)
{
    return &r->site->indicators.at[indicator];
}

static struct cell_raw *cell_of(const struct release *r, struct place at)
{
    return observe_cell(r->store, at.indicator, at.school, at.period);
}

static size_t periods_n(const struct release *r, size_t indicator)
{
    size_t n;
    observe_periods(r->store, indicator, &n);
    return n;
}

/* Calls `visit` for every cell that has a row, schools and the whole. */
typedef void cell_visit(struct release *r, struct place at,
                        struct cell_raw *cell);
static void each_cell(struct release *r, size_t indicator, cell_visit *visit)
{
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    for (size_t p = 0; p < periods_n(r, indicator); p++) {
        struct place at = {indicator, WHOLE, p};
        struct cell_raw *cell = cell_of(r, at);
        if (cell && cell->state != RAW_ABSENT)
            visit(r, at, cell);
        for (size_t i = 0; i < n; i++) {
            at.school = schools[i];
            cell = cell_of(r, at);
            if (cell && cell->state != RAW_ABSENT)
                visit(r, at, cell);
        }
    }
}

static void every_cell(struct release *r, cell_visit *visit)
{
    for (size_t i = 0; i < r->site->indicators.n; i++)
        each_cell(r, i, visit);
}

/* --- 1. what a cell's numbers are: n, count, value in the unit --- */

static struct num value_of(const struct cell_raw *cell)
{
    return (struct num){cell->value, cell->scale};
}

static void set_value(struct cell_raw *cell, struct num value)
{
    cell->value = value.v;
    cell->scale = value.scale;
    cell->has |= HAS_VALUE;
}

/* n = the column, else the denominator's cell, else the pair if only one
 * number fits it (design 3). */
static void derive_n(struct release *r, struct place at,
                     struct cell_raw *cell)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    size_t denominator = i->denominator.index;
    size_t period = NONE;
    size_t n;
    if (cell->n < 0 && denominator != NONE) {
        const struct period *own = observe_periods(r->store, at.indicator,
                                                   &n);
        period = release_period(r, denominator, own[at.period]);
    }
    if (period != NONE) {
        const struct cell_raw *total =
            observe_cell(r->store, denominator, at.school, period);
        if (total && total->state == RAW_VALUE && total->value >= 0 &&
            (total->has & HAS_VALUE) && total->scale == 0 &&
            total->value <= INT32_MAX)
            cell->n = (int32_t)total->value;
    }
    if (cell->n < 0 && i->kind == KIND_SHARE && cell->numerator >= 0 &&
        (cell->has & HAS_VALUE)) {
        int64_t only = fit_only_n(cell->numerator, value_of(cell));
        if (only > 0)
            cell->n = (int32_t)only;
    }
}

/* A fraction that its count proves is stored in percent. */
static void derive_share(const struct indicator *i, struct cell_raw *cell)
{
    if ((cell->has & HAS_VALUE) && cell->numerator >= 0 && cell->n > 0 &&
        !(cell->has & HAS_PERCENT) &&
        !fit_percent(cell->numerator, value_of(cell), cell->n) &&
        fit_fraction(cell->numerator, value_of(cell), cell->n))
        set_value(cell, num_mul(value_of(cell), num_int(100)));
    if (!(cell->has & HAS_VALUE) && cell->numerator >= 0 && cell->n > 0)
        set_value(cell, num_percent(cell->numerator, cell->n,
                                    (int)i->decimals));
    if (cell->numerator < 0 && cell->n >= 0 && (cell->has & HAS_VALUE)) {
        struct num count = num_div(
            num_mul(value_of(cell), num_int(cell->n)), num_int(100), 0);
        if (count.v >= 0 && count.v <= cell->n)
            cell->numerator = (int32_t)count.v;
    }
}

static void derive(struct release *r, struct place at, struct cell_raw *cell)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    if (cell->state != RAW_VALUE)
        return;
    derive_n(r, at, cell);
    if (i->kind == KIND_SHARE)
        derive_share(i, cell);
    else if (i->kind == KIND_COUNT && !(cell->has & HAS_VALUE) &&
             cell->numerator >= 0)
        set_value(cell, num_int(cell->numerator));
    if (!(cell->has & HAS_VALUE))
        cell->state = RAW_EMPTY;
}

/* --- 2. the primary rule --- */

static bool overridden(const struct release *r, struct place at, int rule)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    const struct programme *p = &r->site->programmes.at[i->programme];
    size_t n;
    struct period period =
        observe_periods(r->store, at.indicator, &n)[at.period];
    for (size_t o = 0; o < p->overrides.n; o++) {
        const struct override *row = &p->overrides.at[o];
        if (row->indicator.index == at.indicator && row->rule == rule &&
            (row->school.text.n == 0 || row->school.index == at.school) &&
            (row->period.kind == PERIOD_NONE ||
             period_eq(row->period, period)))
            return true;
    }
    return false;
}

static enum state state_stated(uint8_t raw)
{
    switch (raw) {
    case RAW_C:
        return STATE_HIDDEN;
    case RAW_Z:
        return STATE_NOT_APPLICABLE;
    case RAW_Q:
        return STATE_CHECKING;
    default:
        return STATE_MISSING;   /* RAW_X, RAW_EMPTY */
    }
}

static bool is_level(const struct release *r, struct place at)
{
    return at.school != WHOLE &&
           indicator_of(r, at.indicator)->publish_level ==
               LEVEL_MUNICIPALITY &&
           !overridden(r, at, RULE_LEVEL);
}

static enum state judge(const struct release *r, struct place at,
                        const struct cell_raw *cell)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    struct num count = num_round(value_of(cell), 0);
    struct rule_cell rule = {
        .kind = i->kind,
        .privacy = i->privacy,
        .whole = at.school == WHOLE,
        .count = i->kind == KIND_COUNT ? count.v : cell->numerator,
        .n = cell->n,
    };
    if (i->privacy != PRIVACY_OPEN) {
        rule.may_be_small = overridden(r, at, RULE_SMALL);
        rule.may_lack_n = overridden(r, at, RULE_N_UNKNOWN);
        rule.may_be_sensitive = overridden(r, at, RULE_SENSITIVE);
    }
    return rule_primary(&rule, &r->site->config.disclosure);
}

/* From here on `state` of a cell with a row is an enum state. Numbers stay
 * until the totals are made. HAS_SPARE marks cells that take part in them. */
static void primary(struct release *r, struct place at,
                    struct cell_raw *cell)
{
    bool valued = cell->state == RAW_VALUE;
    enum state state = valued ? judge(r, at, cell)
                              : state_stated(cell->state);
    if (is_level(r, at))
        state = STATE_LEVEL;
    cell->has = (uint8_t)(cell->has & ~HAS_SPARE);
    if (valued)
        cell->has |= HAS_SPARE;
    cell->state = (uint8_t)state;
}

/* --- 3. totals over schools --- */

static struct whole_sums sum_schools(const struct release *r, size_t indicator,
                               size_t period)
{
    struct whole_sums sums = {0};
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    for (size_t i = 0; i < n; i++) {
        const struct cell_raw *cell = cell_of(
            r, (struct place){indicator, schools[i], period});
        if (cell && cell->state == STATE_HIDDEN)
            sums.hidden++;
        if (cell && (cell->has & HAS_SPARE))
            whole_add(&sums, value_of(cell), cell->numerator, cell->n);
    }
    return sums;
}

/* Puts a computed whole in place of whatever the table said. */
static void make_whole(struct release *r, size_t indicator, size_t period)
{
    const struct indicator *i = indicator_of(r, indicator);
    struct whole_sums sums = sum_schools(r, indicator, period);
    struct place at = {indicator, WHOLE, period};
    struct num value = {0};
    struct whole *whole = &r->wholes[indicator][period];
    if (i->aggregate == AGGREGATE_GIVEN)
        return;
    struct cell_raw *cell = observe_make(r->store, indicator, WHOLE, period);
    uint8_t scale = cell->scale;
    *cell = (struct cell_raw){.numerator = -1, .n = -1,
                              .line = cell->line, .scale = scale};
    if (i->aggregate == AGGREGATE_NONE || !whole_value(&sums, i, &value)) {
        cell->state = sums.hidden && i->aggregate != AGGREGATE_NONE
                          ? STATE_HIDDEN
                          : STATE_NOT_YET;
        return;
    }
    whole->computed = true;
    whole->leaves = (uint32_t)sums.leaves;
    whole->expected = (uint32_t)r->schools_n[indicator];
    if (whole->expected < whole->leaves)
        whole->expected = whole->leaves;
    set_value(cell, value);
    cell->has |= HAS_SPARE;
    if (i->kind != KIND_COUNT && i->kind != KIND_MONEY) {
        cell->n = (int32_t)(sums.n <= INT32_MAX ? sums.n : -1);
        cell->numerator = (int32_t)(i->kind == KIND_SHARE ? sums.count : -1);
    }
    cell->state = (uint8_t)judge(r, at, cell);
}

static void make_wholes(struct release *r)
{
    for (size_t i = 0; i < r->site->indicators.n; i++)
        for (size_t p = 0; p < periods_n(r, i); p++)
            make_whole(r, i, p);
}

/* --- 4. what hides what, until nothing changes --- */

static bool hide(struct cell_raw *cell)
{
    if (!cell || (cell->state != STATE_SHOWN && cell->state != STATE_COUNTS))
        return false;
    cell->state = STATE_HIDDEN;
    return true;
}

static bool is_hidden(const struct cell_raw *cell)
{
    return cell && cell->state == STATE_HIDDEN;
}

static bool takes_part(const struct cell_raw *cell)
{
    return cell && (cell->state == STATE_SHOWN ||
                    cell->state == STATE_COUNTS ||
                    cell->state == STATE_HIDDEN);
}

/* Schools and their whole, computed or given. */
static bool settle_whole(struct release *r, size_t indicator, size_t period)
{
    const struct indicator *i = indicator_of(r, indicator);
    struct cell_raw *whole = cell_of(r, (struct place){indicator, WHOLE,
                                                       period});
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    bool any = false, changed = false;
    if (i->privacy == PRIVACY_OPEN || i->aggregate == AGGREGATE_NONE)
        return false;
    for (size_t s = 0; s < n && !any; s++)
        any = is_hidden(cell_of(r, (struct place){indicator, schools[s],
                                                  period}));
    if (!any || !takes_part(whole))
        return false;
    if (i->policy == POLICY_SCHOOLS_FIRST)
        return hide(whole);
    for (size_t s = 0; s < n; s++)
        changed |= hide(cell_of(r, (struct place){indicator, schools[s],
                                                  period}));
    return changed;
}

/* The same fact of another indicator's table: same school, same period. */
static struct cell_raw *twin(const struct release *r, size_t other,
                             struct place at)
{
    size_t n;
    struct period period =
        observe_periods(r->store, at.indicator, &n)[at.period];
    size_t there = release_period(r, other, period);
    if (there == NONE)
        return NULL;
    return observe_cell(r->store, other, at.school, there);
}

/* A part and its total in one place: schools-first hides the total with any
 * part; total-first hides every part with any. */
static bool settle_part(struct release *r, struct place at,
                        struct cell_raw *part)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    size_t total = i->part_of.index;
    bool changed = false;
    if (!is_hidden(part))
        return false;
    if (i->policy == POLICY_SCHOOLS_FIRST)
        return hide(twin(r, total, at));
    const struct programme *p = &r->site->programmes.at[i->programme];
    for (size_t k = 0; k < p->indicator_n; k++) {
        size_t sibling = p->indicator_first + k;
        if (indicator_of(r, sibling)->part_of.index == total)
            changed |= hide(twin(r, sibling, at));
    }
    return changed;
}

static bool settle_twin(struct release *r, struct place at,
                        struct cell_raw *cell)
{
    struct cell_raw *other =
        twin(r, indicator_of(r, at.indicator)->same_as.index, at);
    if (is_hidden(cell))
        return hide(other);
    return is_hidden(other) && hide(cell);
}

/* One indicator, all its cells. */
static bool settle(struct release *r, size_t indicator)
{
    const struct indicator *i = indicator_of(r, indicator);
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    bool changed = false;
    for (size_t p = 0; p < periods_n(r, indicator); p++) {
        changed |= settle_whole(r, indicator, p);
        if (i->part_of.index == NONE && i->same_as.index == NONE)
            continue;
        for (size_t s = 0; s <= n; s++) {
            struct place at = {indicator, s < n ? schools[s] : WHOLE, p};
            struct cell_raw *cell = cell_of(r, at);
            if (cell && i->part_of.index != NONE)
                changed |= settle_part(r, at, cell);
            if (cell && i->same_as.index != NONE)
                changed |= settle_twin(r, at, cell);
        }
    }
    return changed;
}

/* Each round hides at least one cell, and a chain is as long as parts are
 * nested, so rounds are few. */
static void settle_all(struct release *r)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < r->site->indicators.n; i++)
            changed |= settle(r, i);
    }
}

/* --- 5. nothing stays that is not shown --- */

static void wipe(struct release *r, struct place at, struct cell_raw *cell)
{
    enum state state = (enum state)cell->state;
    int kind = indicator_of(r, at.indicator)->kind;
    if (state == STATE_SHOWN)
        r->counts.shown++;
    else if (state == STATE_COUNTS)
        r->counts.counts++;
    else if (state == STATE_LEVEL)
        r->counts.level++;
    else if (state == STATE_HIDDEN && (cell->has & HAS_SPARE))
        r->counts.hidden++;
    else if (state == STATE_HIDDEN)
        r->counts.stated++;
    if (state == STATE_SHOWN)
        return;
    if (state == STATE_COUNTS) {
        if (kind == KIND_SHARE)
            cell->has = (uint8_t)(cell->has & ~HAS_VALUE);
        else
            cell->numerator = cell->n = -1;
        if (kind == KIND_SHARE) {
            cell->value = 0;
            cell->scale = 0;
        }
        return;
    }
    cell->value = 0;
    cell->scale = 0;
    cell->numerator = cell->n = -1;
    cell->has = (uint8_t)(cell->has & HAS_NOTE);
    cell->flag = FLAG_NONE;
}

/* --- expected schools --- */

/* The indicator's own list, else the participants, else who has rows. */
static void expect(struct release *r, size_t indicator)
{
    const struct indicator *i = indicator_of(r, indicator);
    const struct programme *p = &r->site->programmes.at[i->programme];
    size_t rows;
    const uint32_t *schools = observe_schools(r->store, indicator, &rows);
    size_t room = i->schools.n + p->schools_n + rows + 1;
    uint32_t *list = ARENA_ARRAY(r->arena, uint32_t, room);
    size_t n = 0;
    if (i->schools.n) {
        bool *in = mem_alloc(r->site->schools.n + 1);
        for (size_t s = 0; s < i->schools.n; s++)
            if (i->schools.at[s].index != NONE)
                in[i->schools.at[s].index] = true;
        for (size_t s = 0; s < r->site->schools.n; s++)
            if (in[s])
                list[n++] = (uint32_t)s;
        free(in);
    } else if (p->participants.n && rows) {
        for (size_t s = 0; s < p->schools_n; s++)
            list[n++] = (uint32_t)p->schools[s];
    } else {
        for (size_t s = 0; s < rows; s++)
            list[n++] = schools[s];
    }
    r->schools[indicator] = list;
    r->schools_n[indicator] = n;
}

/* --- release.h --- */

static bool shown_key(void *payload, cell_key key)
{
    return release_shown(payload, key);
}

struct release *release_make(struct arena *arena, const struct site *site,
                             struct store *store, struct diag *diag)
{
    struct release *r = ARENA_NEW(arena, struct release);
    size_t n = site->indicators.n;
    r->arena = arena;
    r->site = site;
    r->store = store;
    r->wholes = ARENA_ARRAY(arena, struct whole *, n + 1);
    r->schools = ARENA_ARRAY(arena, uint32_t *, n + 1);
    r->schools_n = ARENA_ARRAY(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        r->wholes[i] = ARENA_ARRAY(arena, struct whole, periods_n(r, i) + 1);
        expect(r, i);
    }
    every_cell(r, derive);
    every_cell(r, primary);
    make_wholes(r);
    settle_all(r);
    every_cell(r, wipe);
    r->domains = ARENA_ARRAY(arena, struct domain, n + 1);
    for (size_t i = 0; i < n; i++)
        r->domains[i].any = domain_of(r, i, &r->domains[i].lo,
                                      &r->domains[i].hi);
    audit_release(r, diag);
    diag_settle(diag, shown_key, r);
    return r;
}

const struct site *release_site(const struct release *release)
{
    return release->site;
}

const struct period *release_periods(const struct release *release,
                                     size_t indicator, size_t *n)
{
    return observe_periods(release->store, indicator, n);
}

size_t release_period(const struct release *release, size_t indicator,
                      struct period period)
{
    size_t n;
    const struct period *list =
        observe_periods(release->store, indicator, &n);
    for (size_t i = 0; i < n; i++)
        if (period_eq(list[i], period))
            return i;
    return NONE;
}

/* Of a cell without a row: due or not. Nobody is asked for a whole that is
 * never given. */
static enum state absent(const struct release *r, size_t indicator,
                         size_t period)
{
    size_t n;
    const struct period *list = observe_periods(r->store, indicator, &n);
    date as_of = catalog_as_of(r->site,
                               indicator_of(r, indicator)->programme);
    return list[period].to < as_of ? STATE_MISSING : STATE_NOT_YET;
}

struct fact release_fact(const struct release *release, size_t indicator,
                         size_t school, size_t period)
{
    struct place at = {indicator, school, period};
    const struct cell_raw *cell = cell_of(release, at);
    const struct whole *whole = &release->wholes[indicator][period];
    struct fact fact = {.numerator = -1, .n = -1};
    if (!cell || cell->state == STATE_NOT_YET) {
        fact.state = absent(release, indicator, period);
        return fact;
    }
    fact.state = (enum state)cell->state;
    if (fact.state == STATE_MISSING)
        fact.state = absent(release, indicator, period);
    fact.mark = (enum mark)cell->flag;
    fact.has_value = (cell->has & HAS_VALUE) != 0;
    fact.value = value_of(cell);
    fact.numerator = cell->numerator;
    fact.n = cell->n;
    if (cell->has & HAS_NOTE) {
        struct cell_words words =
            observe_words(release->store, indicator, school, period);
        fact.note = words.note;
        fact.reason = words.reason;
    }
    if (school == WHOLE && whole->computed) {
        fact.computed = true;
        fact.leaves = whole->leaves;
        fact.expected = whole->expected;
    }
    return fact;
}

size_t release_last(const struct release *release, size_t indicator,
                    size_t school)
{
    for (size_t p = periods_n(release, indicator); p-- > 0;) {
        const struct cell_raw *cell =
            cell_of(release, (struct place){indicator, school, p});
        if (cell && (cell->state == STATE_SHOWN ||
                     cell->state == STATE_COUNTS))
            return p;
    }
    return NONE;
}

const uint32_t *release_schools(const struct release *release,
                                size_t indicator, size_t *n)
{
    *n = release->schools_n[indicator];
    return release->schools[indicator];
}

/* The list ascends, as schools do. */
bool release_expects(const struct release *release, size_t indicator,
                     size_t school)
{
    const uint32_t *schools = release->schools[indicator];
    size_t lo = 0, hi = release->schools_n[indicator];
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (schools[mid] < school)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < release->schools_n[indicator] && schools[lo] == school;
}

bool release_has_whole(const struct release *release, size_t indicator)
{
    size_t n;
    const struct period *periods =
        observe_periods(release->store, indicator, &n);
    for (size_t p = 0; p < n; p++) {
        const struct cell_raw *cell =
            cell_of(release, (struct place){indicator, WHOLE, p});
        if ((cell && cell->state != STATE_NOT_YET) ||
            progress_target(release, indicator, WHOLE, periods[p]))
            return true;
    }
    return false;
}

bool release_by_school(const struct release *release, size_t indicator)
{
    size_t n;
    observe_schools(release->store, indicator, &n);
    return n > 0 && indicator_of(release, indicator)->publish_level ==
                        LEVEL_SCHOOL;
}

bool release_domain(const struct release *release, size_t indicator,
                    double *lo, double *hi)
{
    *lo = release->domains[indicator].lo;
    *hi = release->domains[indicator].hi;
    return release->domains[indicator].any;
}

bool release_shown(const struct release *release, cell_key key)
{
    const struct cell_raw *cell = observe_at(release->store, key);
    return cell && (cell->state == STATE_SHOWN ||
                    cell->state == STATE_COUNTS);
}

struct release_counts release_count(const struct release *release)
{
    return release->counts;
}

struct pos release_pos(const struct release *release, size_t indicator,
                       size_t school, size_t period)
{
    const struct cell_raw *cell =
        cell_of(release, (struct place){indicator, school, period});
    return cell ? observe_pos(release->store, cell) : (struct pos){0};
}

cell_key release_key(const struct release *release, size_t indicator,
                     size_t school, size_t period)
{
    return observe_key(release->store, indicator, school, period);
}
