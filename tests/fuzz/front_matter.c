/*
 * Fuzzing of input/yml: any text is a tree or a reported error.
 */
#include "base/diag.h"
#include "base/mem.h"
#include "input/yml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size}, front, body;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    uint32_t line;
    if (yml_split(S("fuzz.md"), text, &front, &body, &line, diag))
        yml_parse(arena, front, (struct pos){.file = S("fuzz.md"), .line = 2,
                                             .col = 1}, diag);
    diag_free(diag);
    arena_free(arena);
    return 0;
}
