/*
 * fs: files and folders; see fs.h.
 *
 * For input/ and output/.
 */
#include "base/fs.h"

#include "base/mem.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_STEP ((size_t)64 * 1024)

/* Tries to find a free name for a temporary file; workers of one process
 * meet here, so there are many more than workers. */
#define TEMP_TRIES 10000

static int close_keeping_errno(int fd)
{
    int saved = errno;
    int rc = close(fd);
    errno = saved;
    return rc;
}

static ssize_t read_some(int fd, void *to, size_t n)
{
    ssize_t got;
    do
        got = read(fd, to, n);
    while (got < 0 && errno == EINTR);
    return got;
}

static int read_all(int fd, size_t expected, size_t limit, struct buf *out)
{
    size_t sum = 0;
    /* One byte more than expected, so that the end is seen at once. */
    size_t step = expected < limit ? expected + 1 : limit;
    for (;;) {
        if (step == 0)
            step = 1;
        buf_reserve(out, step);
        ssize_t got = read_some(fd, out->p + out->n, step);
        if (got < 0)
            return -1;
        if (got == 0)
            return 0;
        sum += (size_t)got;
        if (sum > limit) {
            errno = EFBIG;
            return -1;
        }
        out->n += (size_t)got;
        out->p[out->n] = '\0';
        step = sum <= expected ? expected - sum + 1 : READ_STEP;
    }
}

int fs_read(const char *path, size_t limit, struct buf *out)
{
    int rc = -1;
    struct stat st;
    size_t before = out->n;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) != 0)
        goto out;
    if (S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        goto out;
    }
    if (S_ISREG(st.st_mode) && (uintmax_t)st.st_size > limit) {
        errno = EFBIG;
        goto out;
    }
    rc = read_all(fd, (size_t)st.st_size, limit, out);
out:
    if (rc != 0 && out->p) {
        out->n = before;
        out->p[before] = '\0';
    }
    close_keeping_errno(fd);
    return rc;
}

static int make_folder(const char *path)
{
    if (mkdir(path, 0777) == 0)
        return 0;
    if (errno != EEXIST)
        return -1;
    if (fs_is_dir(path))
        return 0;
    errno = ENOTDIR;
    return -1;
}

int fs_make_parents(const char *path)
{
    int rc = -1;
    char *copy = mem_alloc(strlen(path) + 1);
    memcpy(copy, path, strlen(path) + 1);
    char *last = strrchr(copy, '/');
    if (!last || last == copy) {
        rc = 0;
        goto out;
    }
    /* Mostly the folder is there already: one system call. */
    *last = '\0';
    if (fs_is_dir(copy)) {
        rc = 0;
        goto out;
    }
    for (char *slash = copy + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (make_folder(copy) != 0)
            goto out;
        *slash = '/';
    }
    rc = make_folder(copy);
out:
    free(copy);
    return rc;
}

bool fs_holds(const char *path, struct str bytes)
{
    bool same = false;
    struct stat st;
    char block[16 * 1024];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)
        || (uintmax_t)st.st_size != bytes.n)
        goto out;
    for (;;) {
        ssize_t got = read_some(fd, block, sizeof block);
        if (got <= 0) {
            same = got == 0 && bytes.n == 0;
            break;
        }
        struct str part = { block, (size_t)got };
        if (!str_starts(bytes, part))
            break;
        bytes = str_skip(bytes, part.n);
    }
out:
    close_keeping_errno(fd);
    return same;
}

/*
 * Creates a temporary file in the folder of `path`, its name in *name (to be
 * freed). The umask gives its mode, as for any new file.
 */
static int open_temp(const char *path, char **name)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    size_t size = folder + 64;
    char *temp = mem_alloc(size);
    memcpy(temp, path, folder);
    int fd = -1;
    for (int i = 0; fd < 0 && i < TEMP_TRIES; i++) {
        snprintf(temp + folder, size - folder, FS_TEMP "%ld-%d",
                 (long)getpid(), i);
        fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    if (fd < 0)
        free(temp);
    else
        *name = temp;
    return fd;
}

int fs_write_all(int fd, struct str bytes)
{
    while (bytes.n) {
        ssize_t put = write(fd, bytes.p, bytes.n);
        if (put < 0 && errno != EINTR)
            return -1;
        if (put > 0)
            bytes = str_skip(bytes, (size_t)put);
    }
    return 0;
}

int fs_replace(const char *path, struct str bytes, bool *same)
{
    bool equal = fs_holds(path, bytes);
    if (same)
        *same = equal;
    if (equal)
        return 0;

    int rc = -1;
    char *temp = NULL;
    int fd = open_temp(path, &temp);
    if (fd < 0)
        return -1;
    if (fs_write_all(fd, bytes) != 0)
        goto out;
    int closed = close(fd);
    fd = -1;
    if (closed == 0 && rename(temp, path) == 0)
        rc = 0;
out:
    if (fd >= 0)
        close_keeping_errno(fd);
    if (rc != 0) {
        int saved = errno;
        unlink(temp);
        errno = saved;
    }
    free(temp);
    return rc;
}

bool fs_exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

bool fs_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

char *fs_join(struct arena *arena, const char *dir, struct str name)
{
    struct str parts[2] = { str_of(dir), name };
    bool bare = parts[0].n == 0 || str_ends(parts[0], S("/"));
    struct str gap = bare ? S("") : S("/");
    return (char *)(uintptr_t)str_join(arena, parts, 2, gap).p;
}

char *fs_from(struct arena *arena, const char *dir, struct str path)
{
    return str_starts(path, S("/")) ? str_z(arena, path)
                                    : fs_join(arena, dir, path);
}

bool fs_is_hidden(struct str path)
{
    struct str rest = path;
    while (rest.p)
        if (str_starts(str_cut(&rest, '/'), S(".")))
            return true;
    return false;
}
