/*
 * Fuzzing of the small parsers: numbers, periods, terms of plans, targets.
 */
#include "base/num.h"
#include "base/str.h"
#include "model/period.h"
#include "model/target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct period period, again, span = {PERIOD_RANGE, 0, 365};
    struct target target = {0};
    struct num num;
    struct buf code = {0};
    bool percent;
    if (utf8_valid(text) != size)
        return 0;
    num_parse(text, &num, &percent);
    target_parse(text, NULL, &target);
    when_parse(text, span);
    if (period_parse(text, &period)) {
        period_code(&code, period);
        if (!period_parse(buf_str(&code), &again) ||
            !period_eq(period, again))
            __builtin_trap();
    }
    buf_free(&code);
    return 0;
}
