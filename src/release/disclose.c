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
#include "release/numbers.h"
#include "release/rule.h"
#include "release/settle.h"
#include "release/whole.h"

#include <stdlib.h>

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

/* Cells that lie together, while one goes through the schools. */
struct page {
    struct cell_raw *cells;
    size_t number;              /* of the page; SIZE_MAX to begin with */
};

/* The cell of a school, or NULL without a row. */
static struct cell_raw *in_page(const struct release *r, struct page *page,
                                struct place at)
{
    struct cell_raw *cell;
    if (at.school / OBSERVE_PAGE != page->number) {
        page->number = at.school / OBSERVE_PAGE;
        page->cells = observe_page(r->store, at.indicator, at.school,
                                   at.period);
    }
    cell = page->cells ? &page->cells[at.school % OBSERVE_PAGE] : NULL;
    return cell && cell->state != RAW_ABSENT ? cell : NULL;
}

static void each_in_period(struct release *r, size_t indicator,
                           size_t period, cell_visit *visit)
{
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    struct place at = {indicator, WHOLE, period};
    struct page page = {.number = SIZE_MAX};
    struct cell_raw *cell = cell_of(r, at);
    if (cell && cell->state != RAW_ABSENT)
        visit(r, at, cell);
    for (size_t i = 0; i < n; i++) {
        at.school = schools[i];
        cell = in_page(r, &page, at);
        if (cell)
            visit(r, at, cell);
    }
}

static void each_cell(struct release *r, size_t indicator, cell_visit *visit)
{
    for (size_t p = 0; p < periods_n(r, indicator); p++)
        each_in_period(r, indicator, p, visit);
}

static bool is_count(const struct release *r, size_t indicator)
{
    return indicator_of(r, indicator)->kind == KIND_COUNT;
}

/* --- 1. what a cell's numbers are: n, count, value in the unit --- */

static struct num value_of(const struct cell_raw *cell)
{
    return (struct num){cell->value, cell->scale};
}

static struct numbers numbers_of(const struct cell_raw *cell)
{
    return (struct numbers){
        .value = value_of(cell),
        .numerator = cell->numerator,
        .n = cell->n,
        .has_value = (cell->has & HAS_VALUE) != 0,
        .percent = (cell->has & HAS_PERCENT) != 0,
        .fraction = (cell->has & HAS_FRACTION) != 0,
        .guess = (cell->has & HAS_GUESS) != 0,
    };
}

static void set_bit(struct cell_raw *cell, uint8_t bit, bool on)
{
    cell->has = (uint8_t)(on ? cell->has | bit : cell->has & ~bit);
}

static void put_numbers(struct cell_raw *cell, const struct numbers *x)
{
    cell->value = x->value.v;
    cell->scale = x->value.scale;
    cell->numerator = (int32_t)x->numerator;
    cell->n = (int32_t)x->n;
    set_bit(cell, HAS_VALUE, x->has_value);
    set_bit(cell, HAS_FRACTION, x->fraction);
    set_bit(cell, HAS_GUESS, x->guess);
}

/* The whole number that the denominator has there, or -1. */
static int64_t denominator_of(const struct release *r, struct place at)
{
    size_t other = indicator_of(r, at.indicator)->denominator.index;
    size_t there = other == NONE ? NONE
                                 : disclose_period(r, at.indicator,
                                                   at.period, other);
    const struct cell_raw *cell =
        there == NONE ? NULL
                      : observe_cell(r->store, other, at.school, there);
    return cell && (cell->has & HAS_VALUE) && cell->scale == 0 ? cell->value
                                                               : -1;
}

/* The numbers of a cell with a row, worked out. HAS_SPARE: it is done. */
static struct numbers derived(const struct release *r, struct place at,
                              struct cell_raw *cell)
{
    struct numbers x = numbers_of(cell);
    if (cell->state != RAW_VALUE || (cell->has & HAS_SPARE))
        return x;
    cell->has |= HAS_SPARE;
    set_bit(cell, HAS_OWN_N, x.n >= 0);
    numbers_derive(&x, indicator_of(r, at.indicator), denominator_of(r, at));
    put_numbers(cell, &x);
    if (!x.has_value && indicator_of(r, at.indicator)->kind != KIND_TEXT)
        cell->state = RAW_EMPTY;
    return x;
}

static void derive(struct release *r, struct place at, struct cell_raw *cell)
{
    derived(r, at, cell);
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
    return at.school != WHOLE && !r->bare &&
           indicator_of(r, at.indicator)->publish_level ==
               LEVEL_MUNICIPALITY &&
           !is_excepted(r, at, RULE_LEVEL);
}

static void set_rule(struct rule_cell *rule, const struct release *r,
                     struct place at, const struct numbers *x)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    numbers_rule(rule, x, i);
    rule->whole = at.school == WHOLE;
    if (i->privacy != PRIVACY_OPEN && r->excepted[at.indicator]) {
        rule->may_be_small = is_excepted(r, at, RULE_SMALL);
        rule->may_lack_n = is_excepted(r, at, RULE_N_UNKNOWN);
        rule->may_be_sensitive = is_excepted(r, at, RULE_SENSITIVE);
    }
}

/* By the cell's own numbers; *firm: see disclose_cell. */
static enum state judge(const struct release *r, struct place at,
                        const struct numbers *x, bool *firm)
{
    const struct disclosure *limits = &r->site->config.disclosure;
    struct rule_cell rule;
    set_rule(&rule, r, at, x);
    *firm = numbers_firm(x, &rule, indicator_of(r, at.indicator), limits);
    return r->bare ? STATE_SHOWN : numbers_judge(x, &rule, limits);
}

/* From here on `state` of a cell with a row is an enum state. Numbers stay
 * until the totals are made. HAS_SPARE marks cells that take part in them:
 * those that were given a value. */
static void primary(struct release *r, struct place at,
                    struct cell_raw *cell)
{
    struct numbers x = derived(r, at, cell);
    bool valued = cell->state == RAW_VALUE, firm = false;
    enum state state = valued ? judge(r, at, &x, &firm)
                              : state_stated(cell->state);
    if (is_level(r, at)) {
        /* of such a cell: only its level keeps it back */
        firm = valued && state != STATE_HIDDEN;
        state = STATE_LEVEL;
    }
    set_bit(cell, HAS_SPARE, valued);
    set_bit(cell, HAS_FIRM, firm);
    cell->state = (uint8_t)state;
    if (valued && at.school != WHOLE) {
        r->wholes[at.indicator][at.period].valued++;
        r->wholes[at.indicator][at.period].set += whole_mark(at.school);
    }
}

/* --- 3. totals over schools --- */

/* Sums of the schools in one period; `level` of those among them that are not
 * published per school. */
struct sums {
    struct whole_sums all, level;
    size_t hidden;              /* not to be shown, or stated confidential */
    size_t secret;              /* of `level`: would be hidden anyway */
    bool guessed;               /* some count is only the nearest */
};

/* Counts are exact, else the shares are; where a sum may be shown beside
 * hidden schools it is of counts, which say nothing of single shares. */
static void add_school(const struct indicator *i, struct sums *sums,
                       const struct cell_raw *cell)
{
    bool exact = !(cell->has & HAS_GUESS) ||
                 i->policy == POLICY_TOTAL_FIRST;
    int64_t count = exact ? cell->numerator : -1;
    whole_add(&sums->all, value_of(cell), count, cell->n);
    sums->guessed = sums->guessed || (cell->has & HAS_GUESS);
    if (cell->state != STATE_LEVEL)
        return;
    whole_add(&sums->level, value_of(cell), count, cell->n);
    sums->secret += !(cell->has & HAS_FIRM);
}

static struct sums sum_schools(const struct release *r, size_t indicator,
                               size_t period)
{
    struct sums sums = {0};
    struct page page = {.number = SIZE_MAX};
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    for (size_t i = 0; i < n; i++) {
        const struct cell_raw *cell = in_page(
            r, &page, (struct place){indicator, schools[i], period});
        if (cell && cell->state == STATE_HIDDEN)
            sums.hidden++;
        if (cell && (cell->has & HAS_SPARE))
            add_school(indicator_of(r, indicator), &sums, cell);
    }
    return sums;
}

static void count_leaves(struct release *r, size_t indicator, size_t period,
                         size_t leaves)
{
    struct whole *whole = &r->wholes[indicator][period];
    whole->computed = true;
    whole->leaves = (uint32_t)leaves;
    whole->expected = (uint32_t)r->schools_n[indicator];
    if (whole->expected < whole->leaves)
        whole->expected = whole->leaves;
}

/* The numbers of a computed whole; false when there are none. */
static bool total(const struct release *r, struct place at,
                  const struct whole_sums *sums, struct numbers *x)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    *x = (struct numbers){.numerator = -1, .n = -1};
    if (!whole_value(sums, i, &x->value))
        return false;
    x->has_value = true;
    if (i->kind != KIND_MONEY && sums->n >= 0 && sums->n <= INT32_MAX)
        x->n = sums->n;
    if (x->n < 0)
        x->n = denominator_of(r, at);
    if (i->kind == KIND_SHARE) {
        x->numerator = sums->count;
        numbers_share(x, i);
    }
    return true;
}

/* What is left when the schools that are shown are taken off the whole: it
 * must be several schools (domain 3.3, rule 5), and if one of them would be
 * hidden anyway, a total that says nothing of it. A mean of shares is no sum
 * to take anything off. */
static bool level_is_safe(const struct release *r, struct place at,
                          const struct sums *sums)
{
    const struct indicator *i = indicator_of(r, at.indicator);
    struct numbers rest;
    bool firm;
    if (sums->level.leaves == 0)
        return true;
    if (sums->level.leaves == 1 ||
        (i->kind == KIND_SHARE && i->aggregate == AGGREGATE_MEAN))
        return false;
    if (sums->secret == 0)
        return true;
    return total(r, at, &sums->level, &rest) &&
           judge(r, at, &rest, &firm) != STATE_HIDDEN && firm;
}

/* By its own numbers; of schools that are all shown it is no news. */
static enum state judge_whole(const struct release *r, struct place at,
                              const struct sums *sums,
                              const struct numbers *x, bool *firm)
{
    struct rule_cell rule;
    enum state state = judge(r, at, x, firm);
    set_rule(&rule, r, at, x);
    if (r->bare)
        return state;
    if (!level_is_safe(r, at, sums))
        return STATE_HIDDEN;
    if (sums->hidden == 0 && sums->level.leaves == 0 && sums->all.n == x->n)
        return rule_open(&rule, &r->site->config.disclosure);
    return state;
}

/* Puts a computed whole in place of whatever the table said; the words beside
 * it stay. */
static void make_whole(struct release *r, size_t indicator, size_t period)
{
    struct sums sums = sum_schools(r, indicator, period);
    struct place at = {indicator, WHOLE, period};
    struct cell_raw *cell = observe_make(r->store, indicator, WHOLE, period);
    struct numbers x;
    bool firm = false;
    if ((cell->has & HAS_SPARE) && cell->state == STATE_SHOWN)
        disclose_keep_given(r, indicator, period, value_of(cell));
    *cell = (struct cell_raw){.numerator = -1, .n = -1,
                              .line = cell->line,
                              .has = cell->has & HAS_NOTE};
    if (indicator_of(r, indicator)->aggregate == AGGREGATE_NONE)
        return;
    if (sums.all.leaves) {
        count_leaves(r, indicator, period, sums.all.leaves);
        cell->has |= HAS_SPARE;
    }
    if (!total(r, at, &sums.all, &x)) {
        cell->state = sums.hidden ? STATE_HIDDEN : STATE_NOT_YET;
        return;
    }
    x.guess = x.guess || sums.guessed;
    put_numbers(cell, &x);
    cell->state = (uint8_t)judge_whole(r, at, &sums, &x, &firm);
    set_bit(cell, HAS_FIRM, firm);
}

/* A given whole whose n is a whole that has only now been computed. */
static void judge_again(struct release *r, size_t indicator, size_t period)
{
    struct place at = {indicator, WHOLE, period};
    struct cell_raw *cell = cell_of(r, at);
    struct numbers x;
    bool firm;
    if (!cell || !(cell->has & HAS_SPARE) || cell->n >= 0)
        return;
    x = numbers_of(cell);
    numbers_derive(&x, indicator_of(r, indicator), denominator_of(r, at));
    put_numbers(cell, &x);
    cell->state = (uint8_t)judge(r, at, &x, &firm);
    set_bit(cell, HAS_FIRM, firm);
}

/* Counts first: they are the n of others. Period by period, as a column of
 * many schools is only near while one is at it. */
static void judge_kind(struct release *r, bool count)
{
    for (size_t i = 0; i < r->site->indicators.n; i++)
        for (size_t p = 0; is_count(r, i) == count && p < periods_n(r, i);
             p++) {
            each_in_period(r, i, p, primary);
            if (indicator_of(r, i)->aggregate != AGGREGATE_GIVEN)
                make_whole(r, i, p);
        }
}

static void judge_all(struct release *r)
{
    for (size_t i = 0; i < r->site->indicators.n; i++)
        if (is_count(r, i) && indicator_of(r, i)->denominator.index != NONE)
            each_cell(r, indicator_of(r, i)->denominator.index, derive);
    judge_kind(r, true);
    judge_kind(r, false);
    for (size_t i = 0; i < r->site->indicators.n; i++)
        for (size_t p = 0; p < periods_n(r, i); p++)
            if (indicator_of(r, i)->aggregate == AGGREGATE_GIVEN)
                judge_again(r, i, p);
}

/* --- what settle.c sees --- */

struct disclose_cell disclose_cell(const struct release *r, size_t indicator,
                                   size_t school, size_t period)
{
    struct cell_raw *cell =
        observe_cell(r->store, indicator, school, period);
    int kind = indicator_of(r, indicator)->kind;
    if (!cell || cell->state == STATE_NOT_YET)
        return (struct disclose_cell){0};
    return (struct disclose_cell){
        .state = &cell->state,
        .valued = (cell->has & HAS_SPARE) != 0,
        .firm = (cell->has & HAS_FIRM) != 0,
        .vague = kind == KIND_SCORE || (kind == KIND_SHARE && cell->n < 0),
    };
}

void disclose_gone(const struct release *r, size_t indicator, size_t period,
                   disclose_visit *visit, void *payload)
{
    size_t n;
    const uint32_t *schools = observe_schools(r->store, indicator, &n);
    struct page page = {.number = SIZE_MAX};
    for (size_t i = 0; i < n; i++) {
        struct place at = {indicator, schools[i], period};
        const struct cell_raw *cell = in_page(r, &page, at);
        if (cell && (cell->state == STATE_HIDDEN ||
                     cell->state == STATE_LEVEL))
            visit(payload, at.school, cell->state == STATE_HIDDEN);
    }
}

const uint32_t *disclose_rows(const struct release *r, size_t indicator,
                              size_t *n)
{
    return observe_schools(r->store, indicator, n);
}

/* --- 4. nothing stays that is not shown --- */

static void count(struct release *r, struct place at, enum state state)
{
    struct release_counts *counts =
        &r->counts[indicator_of(r, at.indicator)->privacy];
    if (state == STATE_SHOWN)
        counts->shown++;
    else if (state == STATE_COUNTS)
        counts->counts++;
    else if (state == STATE_HIDDEN)
        counts->hidden++;
    else if (state == STATE_LEVEL)
        counts->level++;
}

/* The table of a hidden number that stands in it: a computed whole does not.
 * Cells come table by table, so the last ones are looked at first. */
static void keep_table(struct release *r, struct place at,
                       const struct cell_raw *cell)
{
    struct str file = observe_pos(r->store, cell).file;
    if (!(cell->has & HAS_SPARE) ||
        (at.school == WHOLE &&
         r->wholes[at.indicator][at.period].computed))
        return;
    for (size_t i = r->raw_tables.n; i-- > 0;)
        if (str_eq(r->raw_tables.at[i], file))
            return;
    *ARR_PUSH(r->arena, &r->raw_tables) = file;
}

/* A sum is on another scale than the schools it is made of. */
static bool is_on_axis(const struct release *r, struct place at)
{
    return at.school != WHOLE || r->schools_n[at.indicator] == 0 ||
           indicator_of(r, at.indicator)->aggregate != AGGREGATE_SUM;
}

static void wipe(struct release *r, struct place at, struct cell_raw *cell)
{
    enum state state = (enum state)cell->state;
    int kind = indicator_of(r, at.indicator)->kind;
    count(r, at, state);
    if (state == STATE_HIDDEN || state == STATE_LEVEL)
        keep_table(r, at, cell);
    if (cell->has & HAS_GUESS)
        cell->numerator = -1;
    if (state == STATE_SHOWN) {
        if ((cell->has & HAS_VALUE) && is_on_axis(r, at))
            domain_widen(&r->domains[at.indicator], value_of(cell));
        return;
    }
    if (at.school == WHOLE || (state != STATE_COUNTS &&
                               state != STATE_NOT_APPLICABLE))
        disclose_forget_given(r, at.indicator, at.period);
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

static int by_name(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
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

static struct release *make(struct arena *arena, const struct site *site,
                            struct store *store, struct diag *diag,
                            bool bare)
{
    struct release *r = ARENA_NEW(arena, struct release);
    size_t n = site->indicators.n;
    r->arena = arena;
    r->site = site;
    r->store = store;
    r->bare = bare;
    r->excepted = exception_list(arena, site);
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
    judge_all(r);
    if (!bare)
        settle(r);
    r->domains = ARENA_ARRAY(arena, struct domain, n + 1);
    for (size_t i = 0; i < n; i++) {
        each_cell(r, i, wipe);
        domain_finish(r, i, &r->domains[i]);
    }
    if (r->raw_tables.n)
        qsort(r->raw_tables.at, r->raw_tables.n, sizeof *r->raw_tables.at,
              by_name);
    audit_release(r, diag);
    diag_settle(diag, shown_key, r);
    return r;
}

struct release *release_make(struct arena *arena, const struct site *site,
                             struct store *store, struct diag *diag)
{
    return make(arena, site, store, diag, false);
}

struct release *release_make_bare(struct arena *arena,
                                  const struct site *site,
                                  struct store *store, struct diag *diag)
{
    return make(arena, site, store, diag, true);
}

const struct period *release_periods(const struct release *release,
                                     size_t indicator, size_t *n)
{
    return observe_periods(release->store, indicator, n);
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
        fact.text = words.text;
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

bool disclose_was_fraction(const struct release *release, size_t indicator,
                           size_t school, size_t period)
{
    const struct cell_raw *cell =
        cell_of(release, (struct place){indicator, school, period});
    return cell && cell->state == STATE_SHOWN && (cell->has & HAS_FRACTION);
}

bool disclose_own_n(const struct release *release, size_t indicator,
                    size_t school, size_t period)
{
    const struct cell_raw *cell =
        cell_of(release, (struct place){indicator, school, period});
    return cell && cell->state == STATE_SHOWN && (cell->has & HAS_OWN_N);
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
