/*
 * Fuzzing of value cells: numbers, pairs, numbers of people, states. What is
 * read is printed as a number that reads the same.
 */
#include "base/num.h"
#include "model/catalog.h"
#include "model/value.h"

static void check_number(struct num value)
{
    struct buf text = {0};
    struct num again;
    num_plain(&text, value);
    if (num_parse(buf_str(&text), &again, NULL) != NUM_OK ||
        num_cmp(value, again) != 0)
        __builtin_trap();
    buf_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct num value;
    int64_t count;
    bool percent;
    if (utf8_valid(text) != size)
        return 0;
    if (num_parse(text, &value, &percent) == NUM_OK)
        check_number(value);
    num_damage(text);
    if (value_pair(text, &count, &value, &percent)) {
        if (count < 0 || value.v < 0)
            __builtin_trap();
        check_number(value);
    }
    if (value_people(text, &count) && count < -1)
        __builtin_trap();
    for (int kind = KIND_SHARE; kind <= KIND_TEXT; kind++) {
        struct indicator about = {.kind = kind, .unit = S("балл")};
        struct said said = {0};
        value_read(text, &about, &said);
    }
    return 0;
}
