/*
 * whole: the value of all schools together. See whole.h.
 *
 * For disclose.c.
 */
#include "release/whole.h"

uint64_t whole_mark(size_t school)
{
    uint64_t x = ((uint64_t)school + 1) * UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

void whole_add(struct whole_sums *sums, struct num value, int64_t numerator,
               int64_t n)
{
    sums->leaves++;
    sums->values = num_add(sums->values, value);
    if (n < 0 || sums->n < 0) {
        sums->n = -1;
    } else {
        sums->n += n;
        if (numerator < 0)
            sums->weighted =
                num_add(sums->weighted, num_mul(value, num_int(n)));
    }
    if (numerator >= 0)
        sums->counted += numerator;
    sums->count = numerator < 0 || sums->count < 0 ? -1 : sums->counted;
}

bool whole_value(const struct whole_sums *sums,
                 const struct indicator *indicator, struct num *value)
{
    int decimals = (int)indicator->decimals;
    if (sums->leaves == 0)
        return false;
    if (indicator->aggregate == AGGREGATE_SUM)
        *value = sums->values;
    else if (indicator->aggregate == AGGREGATE_MEAN)
        *value = num_div(sums->values, num_int((int64_t)sums->leaves),
                         decimals);
    else if (sums->n <= 0)
        return false;
    else if (indicator->kind == KIND_SHARE && sums->count >= 0)
        *value = num_percent(sums->count, sums->n, decimals);
    else
        *value = num_div(num_add(sums->weighted,
                                 num_int(100 * sums->counted)),
                         num_int(sums->n), decimals);
    return true;
}
