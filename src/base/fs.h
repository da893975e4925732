/*
 * fs: files and folders: reading whole, replacing atomically, walking sorted.
 *
 * For input/ and output/. Functions return 0, or -1 with errno set; they
 * report nothing themselves.
 */
#ifndef VITRINA_BASE_FS_H
#define VITRINA_BASE_FS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct str;

/* How the names of temporary files begin; a killed run may leave some. */
#define FS_TEMP ".vitrina-tmp-"

/* The whole file appended to `out`. Fails with EFBIG above `limit` bytes. */
int fs_read(const char *path, size_t limit, struct buf *out);
/* Creates the folders that lead to `path` (not `path` itself). */
int fs_make_parents(const char *path);
/*
 * Replaces or creates `path`: temporary file beside it, then rename. When the
 * file already holds these bytes nothing is written. *same tells which; it
 * may be NULL. Nothing is synced to the disk.
 */
int fs_replace(const char *path, struct str bytes, bool *same);
/* All bytes into an open file, however often the system stops half-way. */
int fs_write_all(int fd, struct str bytes);
/* Does `path` hold exactly these bytes? */
bool fs_holds(const char *path, struct str bytes);
bool fs_exists(const char *path);
bool fs_is_dir(const char *path);

/*
 * Calls `visit` for each regular file below `dir`, in byte order of the path
 * relative to `dir`. Symbolic links are not followed: they are visited with
 * link = true. Hidden names (leading dot) are skipped. A non-zero return of
 * `visit` ends the walk and is returned.
 */
typedef int fs_visit(void *payload, struct str path, size_t size, bool link);
int fs_walk(const char *dir, fs_visit *visit, void *payload);

/* `dir/name` in the arena. */
char *fs_join(struct arena *arena, const char *dir, struct str name);
/* The path as seen from `dir`: joined to it unless absolute. */
char *fs_from(struct arena *arena, const char *dir, struct str path);

/* Does a part of the relative path begin with a dot? */
bool fs_is_hidden(struct str path);

#endif
