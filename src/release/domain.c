/*
 * domain: the range of an indicator's axis. See domain.h.
 *
 * For disclose.c.
 */
#include "release/domain.h"

#include "model/catalog.h"
#include "release/disclose.h"

void domain_widen(struct domain *range, struct num value)
{
    double v = num_double(value);
    if (!range->any || v < range->lo)
        range->lo = v;
    if (!range->any || v > range->hi)
        range->hi = v;
    range->any = true;
}

#define SHARE_SPAN 20.0         /* smallest span of a share's axis */
#define SHARE_FULL 60.0         /* from this span on the axis is 0 to 100 */

/* Reader 7.3: shares get room, stay within 0 and 100. */
static void round_share(struct domain *range)
{
    double missing = SHARE_SPAN - (range->hi - range->lo);
    if (missing > 0) {
        range->lo -= missing / 2;
        range->hi += missing / 2;
    }
    if (range->lo < 0) {
        range->hi -= range->lo;
        range->lo = 0;
    }
    if (range->hi > 100) {
        range->lo -= range->hi - 100;
        range->hi = 100;
    }
    if (range->lo < 0 || range->hi - range->lo > SHARE_FULL) {
        range->lo = 0;
        range->hi = 100;
    }
}

void domain_finish(const struct release *release, size_t indicator,
                   struct domain *range)
{
    const struct site *site = release_site(release);
    const struct indicator *i = &site->indicators.at[indicator];
    const struct programme *programme = &site->programmes.at[i->programme];
    for (size_t t = 0; t < programme->targets.n; t++) {
        const struct target *target = &programme->targets.at[t];
        if (target->indicator.index != indicator ||
            target->op == TARGET_WORDS)
            continue;
        domain_widen(range, target->value);
        if (target->op == TARGET_RANGE)
            domain_widen(range, target->high);
    }
    if (range->any && i->kind == KIND_SHARE)
        round_share(range);
    if (i->has_domain) {
        range->lo = num_double(i->domain_lo);
        range->hi = num_double(i->domain_hi);
    }
}
