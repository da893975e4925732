/*
 * receiver: what all receivers share, and the one that keeps nothing.
 *
 * For build.c and the other receivers.
 */
#include "output/receiver.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/mem.h"

#include <stdlib.h>

#define PART_MAX 255        /* bytes: the limit of the usual file systems */
#define PATH_BYTES_MAX 2048

/* --- paths --- */

bool receiver_is_temp(struct str name)
{
    return str_starts(name, S(FS_TEMP))
        || (str_starts(name, S(".")) && str_ends(name, S(RECEIVER_TEMP)));
}

/* Characters that some file systems drop from a name before comparing it, so
 * that ".g<200C>it" would be .git there. */
static bool is_ignorable(uint32_t code)
{
    return (code >= 0x200C && code <= 0x200F)
        || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x206A && code <= 0x206F) || code == 0xFEFF;
}

static bool characters_ok(struct str path)
{
    size_t at = 0;
    while (at < path.n) {
        uint32_t code = utf8_next(path, &at);
        if (code == UTF8_BAD || code < 0x20 || code == 0x7F || code == '\\'
            || is_ignorable(code))
            return false;
    }
    return true;
}

/* Does `part` begin with `word` (lower case), whatever its case? */
static bool begins(struct str part, const char *word)
{
    size_t i = 0;
    for (; word[i]; i++) {
        char c = i < part.n ? part.p[i] : '\0';
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != word[i])
            return false;
    }
    return true;
}

static bool part_ok(struct str part)
{
    return part.n > 0 && part.n <= PART_MAX && !str_is(part, ".")
        && !str_is(part, "..") && !begins(part, ".git")
        && !begins(part, "git~") && !str_is(part, RECEIVER_LOCK)
        && !receiver_is_temp(part);
}

bool receiver_path_ok(struct str path)
{
    if (path.n == 0 || path.n > PATH_BYTES_MAX || !characters_ok(path)
        || str_ends(path, S("/")) || str_is(path, RECEIVER_MANIFEST))
        return false;
    struct str rest = path;
    while (rest.p)
        if (!part_ok(str_cut(&rest, '/')))
            return false;
    return true;
}

int receiver_check_path(struct str path, struct diag *diag)
{
    if (receiver_path_ok(path))
        return 0;
    struct buf shown = {0};
    size_t at = 0;
    struct str start = str_sub(path, 0, PART_MAX);
    while (at < start.n) {
        uint32_t code = utf8_next(start, &at);
        utf8_add(&shown, code == UTF8_BAD || code < 0x20 ? 0xFFFD : code);
    }
    diag_add(diag, (struct pos){0}, MSG_OUTPUT_PATH, ARGS(buf_str(&shown)));
    buf_free(&shown);
    return -1;
}

int receiver_check_only(const struct receiver *self, struct str there,
                        struct str place, struct diag *diag)
{
    if (str_eq(there, self->only))
        return 0;
    diag_add(diag, (struct pos){0}, MSG_OUTPUT_OTHER, ARGS(place, there));
    return -1;
}

/* --- nothing --- */

static int nothing_begin(struct receiver *self, struct diag *diag)
{
    (void)self;
    (void)diag;
    return 0;
}

static int nothing_put(struct receiver *self, struct str path,
                       struct str bytes, struct diag *diag)
{
    (void)self;
    (void)bytes;
    return receiver_check_path(path, diag);
}

static int nothing_commit(struct receiver *self, struct str manifest,
                          struct receipt *receipt, struct diag *diag)
{
    (void)self;
    (void)manifest;
    (void)diag;
    *receipt = (struct receipt){0};
    return 0;
}

static void nothing_abort(struct receiver *self)
{
    (void)self;
}

static void nothing_done(struct receiver *self)
{
    free(self);
}

struct receiver *receiver_nothing(void)
{
    struct receiver *self = mem_alloc(sizeof *self);
    *self = (struct receiver){
        .begin = nothing_begin, .put = nothing_put, .commit = nothing_commit,
        .abort = nothing_abort, .done = nothing_done,
    };
    return self;
}
