/*
 * notice: inotify. It is not recursive, so every folder is watched by itself;
 * when one comes or goes, or the kernel lost events, all are watched anew:
 * what happened meanwhile is seen by the reading that follows.
 *
 * For serve.c.
 */
#include "output/notice.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/mem.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#define QUIET 80                /* milliseconds without news: it is saved */
#define ROUNDS 25               /* at most so many times, then we go on */
#define DEPTH_MAX 32
#define EVENTS (IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE \
                | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF \
                | IN_MOVE_SELF)

struct notice {
    int fd;
    int root;                   /* watch of `dir` itself */
    const char *dir;
    const char *const *names;
    size_t n;
};

/* --- watching --- */

/* `path` and all folders below; what is gone again is passed over. */
static int add_below(struct notice *notice, const char *path, int depth)
{
    if (inotify_add_watch(notice->fd, path, EVENTS | IN_ONLYDIR) < 0)
        return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
    DIR *folder = depth < DEPTH_MAX ? opendir(path) : NULL;
    if (!folder)
        return 0;
    struct arena *arena = arena_new();
    struct dirent *entry;
    int rc = 0;
    while (rc == 0 && (entry = readdir(folder))) {
        struct stat info;
        if (entry->d_name[0] == '.')
            continue;
        const char *inner = fs_join(arena, path, str_of(entry->d_name));
        if (lstat(inner, &info) == 0 && S_ISDIR(info.st_mode))
            rc = add_below(notice, inner, depth + 1);
    }
    arena_free(arena);
    closedir(folder);
    return rc;
}

/* All watches from nothing. */
static int watch_all(struct notice *notice, struct diag *diag)
{
    struct arena *arena = arena_new();
    int rc = -1;
    if (notice->fd >= 0)
        close(notice->fd);
    notice->fd = inotify_init();
    if (notice->fd < 0 || fcntl(notice->fd, F_SETFL, O_NONBLOCK) < 0 ||
        fcntl(notice->fd, F_SETFD, FD_CLOEXEC) < 0)
        goto out;
    notice->root = inotify_add_watch(notice->fd, notice->dir,
                                     EVENTS | IN_ONLYDIR);
    if (notice->root < 0)
        goto out;
    rc = 0;
    for (size_t i = 0; rc == 0 && i < notice->n; i++)
        rc = add_below(notice,
                       fs_from(arena, notice->dir, str_of(notice->names[i])),
                       0);
out:
    if (rc != 0)
        diag_errno(diag, (struct pos){0}, MSG_SERVE_WATCH,
                   str_of(notice->dir));
    arena_free(arena);
    return rc;
}

struct notice *notice_new(const char *dir, const char *const *names, size_t n,
                          struct diag *diag)
{
    struct notice *notice = mem_alloc(sizeof *notice);
    *notice = (struct notice){.fd = -1, .dir = dir, .names = names, .n = n};
    if (watch_all(notice, diag) == 0)
        return notice;
    notice_free(notice);
    return NULL;
}

void notice_free(struct notice *notice)
{
    if (notice && notice->fd >= 0)
        close(notice->fd);
    free(notice);
}

/* --- events --- */

struct news {
    bool any;                   /* a file of ours was touched */
    bool folders;               /* folders came or went: watch anew */
};

static bool is_named(const struct notice *notice, const char *name)
{
    for (size_t i = 0; i < notice->n; i++)
        if (strcmp(name, notice->names[i]) == 0)
            return true;
    return false;
}

/* Hidden files and the locks of office programs are no sources; beside the
 * named folders nothing in `dir` is ours. */
static bool concerns(const struct notice *notice,
                     const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW || event->len == 0)
        return true;
    if (event->wd == notice->root)
        return is_named(notice, event->name);
    return event->name[0] != '.' && strncmp(event->name, "~$", 2) != 0;
}

static void take(const struct notice *notice,
                 const struct inotify_event *event, struct news *news)
{
    if (event->mask & IN_IGNORED || !concerns(notice, event))
        return;
    news->any = true;
    if (event->mask & (IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF
                       | IN_MOVE_SELF))
        news->folders = true;
}

/* All events that wait now. */
static void drain(const struct notice *notice, struct news *news)
{
    union {
        struct inotify_event event;     /* for its alignment */
        char bytes[16384];
    } room;
    ssize_t got;
    while ((got = read(notice->fd, room.bytes, sizeof room.bytes)) > 0) {
        for (const char *p = room.bytes; p < room.bytes + got;) {
            const struct inotify_event *event = (const void *)p;
            take(notice, event, news);
            p += sizeof *event + event->len;
        }
    }
}

enum notice_what notice_wait(struct notice *notice, int stop,
                             struct diag *diag)
{
    struct news news = {0};
    int rounds = 0;
    while (rounds < ROUNDS) {
        struct pollfd both[] = {{stop, POLLIN, 0},
                                {notice->fd, POLLIN, 0}};
        int ready = poll(both, 2, news.any ? QUIET : -1);
        if (both[0].revents)
            return NOTICE_STOPPED;
        if (ready < 0 && errno != EINTR) {
            diag_errno(diag, (struct pos){0}, MSG_SERVE_WATCH,
                       str_of(notice->dir));
            return NOTICE_FAILED;
        }
        if (ready == 0)
            break;
        drain(notice, &news);
        rounds += news.any;
    }
    return news.folders && watch_all(notice, diag) != 0 ? NOTICE_FAILED
                                                        : NOTICE_CHANGED;
}
