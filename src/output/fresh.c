/*
 * fresh: new files, or none. See fresh.h.
 *
 * For the commands.
 */
#include "output/fresh.h"

#include "base/diag.h"
#include "base/fs.h"

void fresh_add(struct fresh *fresh, struct str path, struct str bytes)
{
    *ARR_PUSH(fresh->arena, &fresh->files) =
        (struct fresh_file){path, bytes, false};
}

void fresh_change(struct fresh *fresh, struct str path, struct str bytes)
{
    *ARR_PUSH(fresh->arena, &fresh->files) =
        (struct fresh_file){path, bytes, true};
}

/* Reports what is in the way; true when nothing is. */
static bool is_free(const struct fresh *fresh, const char *dir,
                    struct diag *diag)
{
    bool free_way = true;
    for (size_t i = 0; i < fresh->files.n; i++) {
        const struct fresh_file *file = &fresh->files.at[i];
        const char *path = fs_join(fresh->arena, dir, file->path);
        if (file->old || !fs_exists(path))
            continue;
        diag_add(diag, (struct pos){0}, MSG_FRESH_EXISTS,
                 ARGS(str_of(path)));
        free_way = false;
    }
    return free_way;
}

int fresh_write(const struct fresh *fresh, const char *dir,
                struct diag *diag)
{
    if (!is_free(fresh, dir, diag))
        return -1;
    for (size_t i = 0; i < fresh->files.n; i++) {
        const struct fresh_file *file = &fresh->files.at[i];
        const char *path = fs_join(fresh->arena, dir, file->path);
        if (fs_make_parents(path) != 0 ||
            fs_replace(path, file->bytes, NULL) != 0)
            return diag_errno(diag, (struct pos){0}, MSG_MACHINE_WRITE,
                              str_of(path));
    }
    return 0;
}
