/*
 * rule: the primary rule. See rule.h.
 *
 * For disclose.c.
 */
#include "release/rule.h"

/* Is c, or what it leaves of n, a number that points at people? */
static bool is_small(int64_t count, int64_t n, int64_t k, bool zero_too)
{
    int64_t least = zero_too ? 0 : 1;
    if (count >= least && count < k)
        return true;
    return n >= 0 && count >= 0 && n - count >= least && n - count < k;
}

static bool is_proportion(int kind)
{
    return kind == KIND_SHARE || kind == KIND_SCORE;
}

static enum state judge_open(const struct rule_cell *cell,
                             const struct disclosure *limits)
{
    if (cell->kind == KIND_SHARE && cell->n >= 0 && cell->count >= 0 &&
        cell->n < limits->n_min)
        return STATE_COUNTS;
    return STATE_SHOWN;
}

static bool is_guarded(const struct rule_cell *cell)
{
    return cell->privacy == PRIVACY_SENSITIVE && !cell->may_be_sensitive;
}

/* Shares and scores: of how many people? */
static bool hides_by_n(const struct rule_cell *cell,
                       const struct disclosure *limits)
{
    int64_t least = limits->n_min;
    if (!is_proportion(cell->kind))
        return false;
    if (cell->n < 0)
        return !cell->may_lack_n;
    if (is_guarded(cell) && least < limits->k_sensitive)
        least = limits->k_sensitive;
    return cell->n < least && !cell->may_be_small;
}

/* Counts and shares: how many are meant, how many are left? */
static bool hides_by_count(const struct rule_cell *cell,
                           const struct disclosure *limits)
{
    int64_t k = is_guarded(cell) ? limits->k_sensitive : limits->k;
    if (cell->kind == KIND_SCORE || cell->may_be_small || cell->count < 0)
        return false;
    return is_small(cell->count, cell->n, k, is_guarded(cell));
}

enum state rule_primary(const struct rule_cell *cell,
                        const struct disclosure *limits)
{
    if (is_guarded(cell) && !cell->whole)
        return STATE_HIDDEN;
    if (cell->privacy == PRIVACY_OPEN || cell->kind == KIND_YESNO ||
        cell->kind == KIND_TEXT)
        return judge_open(cell, limits);
    if (hides_by_n(cell, limits) || hides_by_count(cell, limits))
        return STATE_HIDDEN;
    return rule_open(cell, limits);
}

enum state rule_open(const struct rule_cell *cell,
                     const struct disclosure *limits)
{
    if (cell->privacy == PRIVACY_OPEN)
        return judge_open(cell, limits);
    if (is_proportion(cell->kind) && cell->n >= 0 &&
        cell->n < limits->counts_below)
        return STATE_COUNTS;
    return STATE_SHOWN;
}

bool rule_firm(const struct rule_cell *cell, const struct disclosure *limits)
{
    int64_t k = is_guarded(cell) ? limits->k_sensitive : limits->k;
    if (cell->may_be_small)
        return true;
    if (cell->kind == KIND_SCORE)
        return cell->n >= limits->n_min;
    if (cell->kind != KIND_SHARE && cell->kind != KIND_COUNT)
        return true;
    return cell->count >= k && !is_small(cell->count, cell->n, k, true);
}
