/*
 * Fuzzing of targets: a range has an order, words are never judged.
 */
#include "model/target.h"

static void check(struct str text, const struct indicator *about)
{
    struct target target = {0};
    bool good = target_parse(text, about, &target);
    if (good == (target.op == TARGET_WORDS))
        __builtin_trap();
    if (target.op == TARGET_RANGE &&
        num_cmp(target.value, target.high) > 0)
        __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct indicator score = {.kind = KIND_SCORE, .unit = S("балл")};
    struct indicator yesno = {.kind = KIND_YESNO, .unit = S("да/нет")};
    struct indicator count = {
        .kind = KIND_COUNT, .unit = S("школа|школы|школ"),
        .unit_forms = {S("школа"), S("школы"), S("школ")}};
    if (utf8_valid(text) != size)
        return 0;
    check(text, NULL);
    check(text, &score);
    check(text, &yesno);
    check(text, &count);
    return 0;
}
