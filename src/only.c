/*
 * only: the option --only. See only.h.
 *
 * For cmd_*.c.
 */
#include "only.h"

#include "base/diag.h"
#include "base/mem.h"

#include <string.h>

#define SCHOOL "school:"
#define ID "{id}"

bool only_all(const char *only)
{
    return only && strcmp(only, "schools") == 0;
}

bool only_check(const char *only, const char *const *places, size_t n,
                const char *options, struct diag *diag)
{
    bool given = false, pattern = false;
    if (!only)
        return true;
    if (!only_all(only) && (strncmp(only, SCHOOL, sizeof SCHOOL - 1) != 0 ||
                            !only[sizeof SCHOOL - 1])) {
        diag_add(diag, (struct pos){0}, MSG_USAGE_ONLY, ARGS(str_of(only)));
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        given = given || places[i];
        pattern = pattern || (places[i] && strstr(places[i], ID));
    }
    if (given && (pattern || !only_all(only)))
        return true;
    diag_add(diag, (struct pos){0},
             given ? MSG_USAGE_ONLY_ID : MSG_USAGE_ONLY_PLACE,
             ARGS(str_of(options)));
    return false;
}

struct str only_fill(struct arena *arena, const char *place, const char *only,
                     struct str school)
{
    struct str rest = str_of(place), id = school;
    struct buf out = {0};
    ptrdiff_t at;
    if (!id.n && only)
        id = str_skip(str_of(only), sizeof SCHOOL - 1);
    while (only && (at = str_find(rest, S(ID))) >= 0) {
        buf_add(&out, str_sub(rest, 0, (size_t)at));
        buf_add(&out, id);
        rest = str_skip(rest, (size_t)at + sizeof ID - 1);
    }
    buf_add(&out, rest);
    struct str filled = buf_take(&out, arena);
    buf_free(&out);
    return filled;
}
