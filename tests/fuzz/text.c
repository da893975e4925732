/*
 * Fuzzing of input/text: any Markdown is rendered or refused.
 */
#include "base/diag.h"
#include "input/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool ready;
    struct text_env env = {.russian = true};
    struct buf html = {0};
    struct diag *diag = diag_new();
    if (!ready)
        text_init();
    ready = true;
    text_render(&html, (struct str){(const char *)data, size},
                (struct pos){.file = S("fuzz.md"), .line = 1}, &env, diag);
    if (utf8_valid(buf_str(&html)) != html.n)
        __builtin_trap();
    diag_free(diag);
    buf_free(&html);
    return 0;
}
