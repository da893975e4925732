/*
 * tree_scan: walks an output folder for left-over and foreign files.
 *
 * For tree.c only.
 */
#define _DEFAULT_SOURCE         /* d_type: no stat for each of 10,000 files */

#include "output/tree_scan.h"

#include "base/str.h"
#include "output/receiver.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCAN_DEPTH_MAX 64       /* deeper folders are not of ours */

struct scan {
    bool clean;
    struct buf *foreign;
    struct buf path;            /* of the folder at hand, relative */
    int depth;
};

static int scan_folder(struct scan *scan, int fd, bool *emptied);

static bool is_folder(int fd, const struct dirent *entry)
{
    struct stat st;
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(fd, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0
        && S_ISDIR(st.st_mode);
}

static int scan_sub(struct scan *scan, int fd, const char *name,
                    bool *emptied_here)
{
    bool emptied = false;
    size_t before = scan->path.n;
    int sub = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW
                                   | O_CLOEXEC);
    /* A folder that may not be read holds nothing of ours. */
    if (sub < 0)
        return scan->foreign && errno != ENOENT ? -1 : 0;
    buf_addf(&scan->path, "%s/", name);
    scan->depth++;
    int rc = scan_folder(scan, sub, &emptied);
    scan->depth--;
    scan->path.n = before;
    if (rc == 0 && emptied && unlinkat(fd, name, AT_REMOVEDIR) == 0)
        *emptied_here = true;
    return rc;
}

static int scan_entry(struct scan *scan, int fd, const struct dirent *entry,
                      bool *emptied)
{
    struct str name = str_of(entry->d_name);
    if (str_is(name, ".") || str_is(name, ".."))
        return 0;
    if (is_folder(fd, entry))
        return scan->depth < SCAN_DEPTH_MAX
            ? scan_sub(scan, fd, entry->d_name, emptied) : 0;
    if (receiver_is_temp(name)) {
        if (scan->clean && unlinkat(fd, entry->d_name, 0) == 0)
            *emptied = true;
        return 0;
    }
    if (!scan->foreign || str_is(name, RECEIVER_LOCK))
        return 0;
    buf_addf(scan->foreign, "%.*s%s", STR_FMT(buf_str(&scan->path)),
             entry->d_name);
    return 1;
}

/* Closes `fd`. *emptied: something of ours was removed, so that the folder may
 * be empty now. */
static int scan_folder(struct scan *scan, int fd, bool *emptied)
{
    int rc = 0;
    struct dirent *entry;
    DIR *dir = fdopendir(fd);
    if (!dir) {
        close(fd);
        return -1;
    }
    while (rc == 0 && (errno = 0, entry = readdir(dir)) != NULL)
        rc = scan_entry(scan, fd, entry, emptied);
    if (rc == 0 && errno)
        rc = -1;
    int saved = errno;
    closedir(dir);
    errno = saved;
    return rc;
}

int tree_scan(const char *dir, bool clean, struct buf *foreign)
{
    struct scan scan = {.clean = clean, .foreign = foreign};
    bool emptied = false;
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = scan_folder(&scan, fd, &emptied);
    int saved = errno;
    buf_free(&scan.path);
    errno = saved;
    return rc;
}
