/*
 * Fuzzing of periods, dates and the times of plans: what is read is written
 * back as a code that means the same.
 */
#include "base/str.h"
#include "model/period.h"

static void check_period(struct period period)
{
    struct buf code = {0};
    struct period again;
    period_code(&code, period);
    if (!period_parse(buf_str(&code), &again) || !period_eq(period, again))
        __builtin_trap();
    buf_free(&code);
}

static void check_date(date d)
{
    struct buf code = {0};
    date again;
    date_iso(&code, d);
    if (!date_parse(buf_str(&code), &again) || again != d)
        __builtin_trap();
    buf_free(&code);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct period period, programme;
    date d;
    if (utf8_valid(text) != size)
        return 0;
    if (period_parse(text, &period))
        check_period(period);
    if (period_parse_span(text, &period) && period.from > period.to)
        __builtin_trap();
    if (date_parse(text, &d))
        check_date(d);
    if (!period_parse_span(S("2020-2024"), &programme))
        __builtin_trap();
    struct when when = when_parse(text, programme);
    if (when.kind == WHEN_SPAN && when.from > when.to)
        __builtin_trap();
    when_parse(text, (struct period){0});
    return 0;
}
