/*
 * numbers: what the numbers of one cell are. See numbers.h.
 *
 * For disclose.c.
 */
#include "release/numbers.h"

#include "model/catalog.h"
#include "release/fit.h"

static void set_value(struct numbers *x, struct num value)
{
    x->value = value;
    x->has_value = true;
}

/* --- what they are --- */

static void derive_n(struct numbers *x, const struct indicator *i,
                     int64_t denominator)
{
    if (x->n < 0 && denominator >= 0 && denominator <= INT32_MAX)
        x->n = denominator;
    if (x->n < 0 && i->kind == KIND_SHARE && x->numerator >= 0 &&
        x->has_value) {
        int64_t only = fit_only_n(x->numerator, x->value);
        if (only > 0)
            x->n = only;
    }
}

void numbers_share(struct numbers *x, const struct indicator *i)
{
    /* a fraction that its count proves is stored in percent */
    if (x->has_value && x->numerator >= 0 && x->n > 0 && !x->percent &&
        !fit_percent(x->numerator, x->value, x->n) &&
        fit_fraction(x->numerator, x->value, x->n)) {
        x->value = num_mul(x->value, num_int(100));
        x->fraction = true;
    }
    if (!x->has_value && x->numerator >= 0 && x->n >= 0) {
        set_value(x, x->n ? num_percent(x->numerator, x->n,
                                        (int)i->decimals)
                          : num_int(0));
        x->computed = true;
    }
    if (x->numerator < 0 && x->n >= 0 && x->has_value) {
        int64_t count = fit_nearest(x->value, x->n);
        if (count < 0 || count > x->n)
            return;
        x->numerator = count;
        x->guess = !fit_only_count(count, x->value, x->n);
    }
}

void numbers_derive(struct numbers *x, const struct indicator *i,
                    int64_t denominator)
{
    derive_n(x, i, denominator);
    if (i->kind == KIND_COUNT && !x->has_value && x->numerator >= 0)
        set_value(x, num_int(x->numerator));
    if (i->kind == KIND_SHARE)
        numbers_share(x, i);
    else
        x->numerator = -1;      /* of others nobody judges it */
}

/* --- what may be said of them --- */

/* Whole people: what is more than nobody is at least one. */
static int64_t people_of(struct num value)
{
    if (value.scale == 0)
        return value.v;
    int64_t whole = num_round(value, 0).v;
    if (num_cmp(num_int(whole), value) > 0)
        whole--;
    return whole == 0 && value.v > 0 ? 1 : whole;
}

void numbers_rule(struct rule_cell *out, const struct numbers *x,
                  const struct indicator *i)
{
    *out = (struct rule_cell){
        .kind = i->kind,
        .privacy = i->privacy,
        .count = i->kind == KIND_COUNT ? people_of(x->value) : x->numerator,
        .n = x->n,
    };
}

enum state numbers_judge(const struct numbers *x,
                         const struct rule_cell *rule,
                         const struct disclosure *limits)
{
    enum state state = rule_primary(rule, limits);
    struct rule_cell other = *rule;
    if (state == STATE_HIDDEN || rule->kind != KIND_SHARE || x->computed ||
        rule->n <= 0 || rule->count < 0 ||
        fit_percent(rule->count, x->value, rule->n))
        return state;
    other.count = fit_nearest(x->value, rule->n);
    return rule_primary(&other, limits) == STATE_HIDDEN ? STATE_HIDDEN
                                                        : state;
}

/* A score is the points of n people: too few of them, or too few missing, and
 * every part has all or none. */
static bool is_extreme(const struct numbers *x, const struct indicator *i,
                       int64_t k)
{
    struct num n = num_int(x->n), least = num_int(k);
    if (num_cmp(num_mul(x->value, n), least) < 0)
        return true;
    return i->has_max &&
           num_cmp(num_mul(num_sub(i->max, x->value), n), least) < 0;
}

bool numbers_firm(const struct numbers *x, const struct rule_cell *rule,
                  const struct indicator *i,
                  const struct disclosure *limits)
{
    return rule_firm(rule, limits) &&
           (i->kind != KIND_SCORE || !is_extreme(x, i, limits->k));
}
