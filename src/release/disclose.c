/*
 * disclose: takes the raw store over, decides every cell, and overwrites what
 * may not be shown (design 5, domain 3.3). The functions of release.h that
 * answer for single facts are here too, because they read the same memory;
 * those that need no cell are in disclose_answer.c.
 *
 * The only file outside model/ that sees raw numbers.
 */
#include "release/release.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "model/observe.h"
#include "release/audit.h"
#include "release/disclose.h"
#include "release/domain.h"
#include "release/exception.h"
#include "release/expect.h"
#include "release/fit.h"
#include "release/progress.h"
#include "release/rule.h"
#include "release/whole.h"

#include <string.h>

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

/* Counts, or all others. */
static void each_of_kind(struct release *r, bool count, cell_visit *visit)
{
    for (size_t i = 0; i < r->site->indicators.n; i++)
        if ((indicator_of(r, i)->kind == KIND_COUNT) == count)
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

/* The cell of another indicator for the same school and period, or NULL. */
static struct cell_raw *beside(const struct release *r, size_t other,
                               struct place at)
{
    size_t n;
    struct period period =
        observe_periods(r->store, at.indicator, &n)[at.period];
    size_t there = other == NONE ? NONE : release_period(r, other, period);
    return there == NONE ? NULL
                         : observe_cell(r->store, other, at.school, there);
}

/* n = the column, else the denominator's cell, else the pair if only one
 * number fits it (design 3). */
static void derive_n(const struct release *r, struct place at,
                     struct cell_raw *cell)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    const struct cell_raw *total =
        cell->n < 0 ? beside(r, i->denominator.index, at) : NULL;
    if (total && (total->has & HAS_VALUE) && total->scale == 0 &&
        total->value >= 0 && total->value <= INT32_MAX)
        cell->n = (int32_t)total->value;
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
        fit_fraction(cell->numerator, value_of(cell), cell->n)) {
        set_value(cell, num_mul(value_of(cell), num_int(100)));
        cell->has |= HAS_FRACTION;
    }
    if (!(cell->has & HAS_VALUE) && cell->numerator >= 0 && cell->n >= 0)
        set_value(cell, cell->n ? num_percent(cell->numerator, cell->n,
                                              (int)i->decimals)
                                : num_int(0));
    if (cell->numerator < 0 && cell->n >= 0 && (cell->has & HAS_VALUE)) {
        int64_t count = fit_nearest(value_of(cell), cell->n);
        if (count < 0 || count > cell->n)
            return;
        cell->numerator = (int32_t)count;
        if (!fit_only_count(count, value_of(cell), cell->n))
            cell->has |= HAS_GUESS;
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

static bool is_excepted(const struct release *r, struct place at, int rule)
{
    size_t n;
    const struct period *periods =
        observe_periods(r->store, at.indicator, &n);
    return exception_of(r->site, at.indicator, at.school,
                        periods[at.period], rule);
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
           !is_excepted(r, at, RULE_LEVEL);
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
        rule.may_be_small = is_excepted(r, at, RULE_SMALL);
        rule.may_lack_n = is_excepted(r, at, RULE_N_UNKNOWN);
        rule.may_be_sensitive = is_excepted(r, at, RULE_SENSITIVE);
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
        if (!cell || !(cell->has & HAS_SPARE))
            continue;
        whole_add(&sums, value_of(cell),
                  cell->has & HAS_GUESS ? -1 : cell->numerator, cell->n);
        if (cell->state == STATE_LEVEL)
            sums.levels++;
    }
    return sums;
}

static void count_leaves(struct release *r, size_t indicator, size_t period,
                         const struct whole_sums *sums)
{
    struct whole *whole = &r->wholes[indicator][period];
    whole->computed = true;
    whole->leaves = (uint32_t)sums->leaves;
    whole->expected = (uint32_t)r->schools_n[indicator];
    if (whole->expected < whole->leaves)
        whole->expected = whole->leaves;
}

/* Puts a computed whole in place of whatever the table said; the words beside
 * it stay. The only school that is not published per school would be the
 * whole itself (domain 3.3, rule 5). */
static void make_whole(struct release *r, size_t indicator, size_t period)
{
    const struct indicator *i = indicator_of(r, indicator);
    struct whole_sums sums = sum_schools(r, indicator, period);
    struct place at = {indicator, WHOLE, period};
    struct num value = {0};
    struct cell_raw *cell = observe_make(r->store, indicator, WHOLE, period);
    *cell = (struct cell_raw){.numerator = -1, .n = -1,
                              .line = cell->line,
                              .has = cell->has & HAS_NOTE};
    if (i->aggregate == AGGREGATE_NONE)
        return;
    if (sums.leaves) {
        count_leaves(r, indicator, period, &sums);
        cell->has |= HAS_SPARE;
    }
    if (!whole_value(&sums, i, &value)) {
        cell->state = sums.hidden ? STATE_HIDDEN : STATE_NOT_YET;
        return;
    }
    set_value(cell, value);
    if (i->kind != KIND_MONEY && sums.n <= INT32_MAX)
        cell->n = (int32_t)sums.n;
    if (i->kind == KIND_SHARE) {
        cell->numerator = (int32_t)sums.count;
        derive_share(i, cell);
    }
    cell->state = sums.levels == 1 ? STATE_HIDDEN
                                   : (uint8_t)judge(r, at, cell);
}

/* A given whole whose n is a whole that has only now been computed. */
static void judge_again(struct release *r, size_t indicator, size_t period)
{
    struct place at = {indicator, WHOLE, period};
    struct cell_raw *cell = cell_of(r, at);
    if (!cell || !(cell->has & HAS_SPARE) || cell->n >= 0)
        return;
    derive_n(r, at, cell);
    if (indicator_of(r, indicator)->kind == KIND_SHARE)
        derive_share(indicator_of(r, indicator), cell);
    cell->state = (uint8_t)judge(r, at, cell);
}

static void make_wholes(struct release *r)
{
    for (size_t i = 0; i < r->site->indicators.n; i++)
        for (size_t p = 0; p < periods_n(r, i); p++)
            if (indicator_of(r, i)->aggregate != AGGREGATE_GIVEN)
                make_whole(r, i, p);
    for (size_t i = 0; i < r->site->indicators.n; i++)
        for (size_t p = 0; p < periods_n(r, i); p++)
            if (indicator_of(r, i)->aggregate == AGGREGATE_GIVEN)
                judge_again(r, i, p);
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
        return hide(beside(r, total, at));
    for (size_t k = r->first_part[total]; k != NONE; k = r->next_part[k])
        changed |= hide(beside(r, k, at));
    return changed;
}

/* A hidden total beside shown parts would be their sum. */
static bool settle_total(struct release *r, struct place at,
                         const struct cell_raw *total)
{
    bool changed = false, some = false;
    if (!is_hidden(total))
        return false;
    for (size_t k = r->first_part[at.indicator]; k != NONE;
         k = r->next_part[k]) {
        const struct cell_raw *part = beside(r, k, at);
        if (!part || (part->state != STATE_SHOWN &&
                      part->state != STATE_COUNTS))
            return false;
        some = some || part->value != 0;
    }
    for (size_t k = r->first_part[at.indicator]; some && k != NONE;
         k = r->next_part[k])
        changed |= hide(beside(r, k, at));
    return changed;
}

/* A cell shows its n: it goes with the cell that n is. */
static bool settle_n(struct release *r, struct place at,
                     struct cell_raw *cell)
{
    const struct cell_raw *total =
        beside(r, indicator_of(r, at.indicator)->denominator.index, at);
    return total && total != cell &&
           (total->state == STATE_HIDDEN || total->state == STATE_LEVEL) &&
           hide(cell);
}

static bool settle_twin(struct release *r, struct place at,
                        struct cell_raw *cell)
{
    struct cell_raw *other =
        beside(r, indicator_of(r, at.indicator)->same_as.index, at);
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
    bool tied = i->part_of.index != NONE || i->same_as.index != NONE ||
                i->denominator.index != NONE ||
                r->first_part[indicator] != NONE;
    for (size_t p = 0; p < periods_n(r, indicator); p++) {
        changed |= settle_whole(r, indicator, p);
        for (size_t s = 0; tied && s <= n; s++) {
            struct place at = {indicator, s < n ? schools[s] : WHOLE, p};
            struct cell_raw *cell = cell_of(r, at);
            if (!cell)
                continue;
            changed |= settle_n(r, at, cell);
            changed |= settle_total(r, at, cell);
            if (i->part_of.index != NONE)
                changed |= settle_part(r, at, cell);
            if (i->same_as.index != NONE)
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
    if (cell->has & HAS_GUESS)
        cell->numerator = -1;
    if (state == STATE_SHOWN)
        return;
    if (state == STATE_COUNTS && kind != KIND_SHARE) {
        cell->numerator = cell->n = -1;
        return;
    }
    if (state == STATE_COUNTS) {
        cell->has = (uint8_t)(cell->has & ~HAS_VALUE);
        cell->value = 0;
        cell->scale = 0;
        return;
    }
    cell->value = 0;
    cell->scale = 0;
    cell->numerator = cell->n = -1;
    /* words beside a hidden number may tell it */
    cell->has = state == STATE_HIDDEN || state == STATE_LEVEL
                    ? 0
                    : (uint8_t)(cell->has & HAS_NOTE);
    cell->flag = FLAG_NONE;
}

static void expect(struct release *r, size_t indicator)
{
    size_t rows;
    const uint32_t *schools = observe_schools(r->store, indicator, &rows);
    r->schools[indicator] = expect_schools(r->arena, r->site, indicator,
                                           schools, rows,
                                           &r->schools_n[indicator]);
}

/* --- release.h --- */

/* Was this cell shown? For diag_settle. */
static bool shown_key(void *payload, cell_key key)
{
    const struct release *r = payload;
    const struct cell_raw *cell = observe_at(r->store, key);
    return cell && (cell->state == STATE_SHOWN ||
                    cell->state == STATE_COUNTS);
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
    r->first_part = ARENA_ARRAY(arena, size_t, n + 1);
    r->next_part = ARENA_ARRAY(arena, size_t, n + 1);
    disclose_parts(site, r->first_part, r->next_part);
    each_of_kind(r, true, derive);  /* counts: the n of other cells */
    each_of_kind(r, false, derive);
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

struct fact release_fact(const struct release *release, size_t indicator,
                         size_t school, size_t period)
{
    struct place at = {indicator, school, period};
    const struct cell_raw *cell = cell_of(release, at);
    const struct whole *whole = &release->wholes[indicator][period];
    struct fact fact = {.numerator = -1, .n = -1};
    if (!cell || cell->state == STATE_NOT_YET) {
        fact.state = disclose_absent(release, indicator, period);
        return fact;
    }
    fact.state = (enum state)cell->state;
    if (fact.state == STATE_MISSING)
        fact.state = disclose_absent(release, indicator, period);
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
    return n > 0 && (indicator_of(release, indicator)->publish_level ==
                         LEVEL_SCHOOL ||
                     exception_any(release->site, indicator,
                                   RULE_LEVEL));
}

bool disclose_was_fraction(const struct release *release, size_t indicator,
                           size_t school, size_t period)
{
    const struct cell_raw *cell =
        cell_of(release, (struct place){indicator, school, period});
    return cell && cell->state == STATE_SHOWN && (cell->has & HAS_FRACTION);
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
