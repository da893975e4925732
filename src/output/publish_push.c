/*
 * publish_push: the git program as a child process; see publish_push.h.
 */
#include "output/publish_push.h"

#include "base/diag.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define REPLY_MAX 4096          /* of ls-remote for one branch */

extern char **environ;

/* What a hook of git would tell our child about another repository. */
static bool is_local(const char *variable)
{
    static const char *const names[] = {
        "GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=",
        "GIT_OBJECT_DIRECTORY=", "GIT_ALTERNATE_OBJECT_DIRECTORIES=",
        "GIT_COMMON_DIR=", "GIT_PREFIX=", "GIT_QUARANTINE_PATH="};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(variable, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static char **clean_environment(struct arena *arena)
{
    size_t n = 0, kept = 0;
    while (environ[n])
        n++;
    char **clean = ARENA_ARRAY(arena, char *, n + 1);
    for (size_t i = 0; i < n; i++)
        if (!is_local(environ[i]))
            clean[kept++] = environ[i];
    return clean;
}

/* Reads to the end, keeping what fits. */
static size_t read_reply(int fd, char *reply, size_t max)
{
    char rest[512];
    size_t n = 0;
    for (;;) {
        ssize_t got = n < max ? read(fd, reply + n, max - n)
                              : read(fd, rest, sizeof rest);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return n;
        if (n < max)
            n += (size_t)got;
    }
}

/* As a shell would say it: of a child that was killed 128. */
static int wait_for(pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

/* Runs git with `args` (up to NULL) on the repository; standard output goes
 * to `reply` (REPLY_MAX and a NUL). Its exit status, or -1 after reporting
 * that there is no git. */
static int git(const struct remote *remote, const char *const *args,
               char reply[REPLY_MAX + 1], struct arena *arena,
               struct diag *diag)
{
    const char *all[16] = {"git", "-c", "advice.pushUpdateRejected=false",
                           "-C", remote->folder,
                           "--git-dir", remote->repository};
    posix_spawn_file_actions_t files;
    size_t n = 7;
    int out[2], rc;
    pid_t child;
    while (*args)
        all[n++] = *args++;
    if (pipe(out) != 0)
        return diag_errno(diag, (struct pos){0}, MSG_PUBLISH_NO_GIT, S("git"));
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null",
                                     O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&files, out[0]);
    posix_spawn_file_actions_addclose(&files, out[1]);
    rc = posix_spawnp(&child, "git", &files, NULL, (char *const *)all,
                      clean_environment(arena));
    posix_spawn_file_actions_destroy(&files);
    close(out[1]);
    if (rc != 0) {
        errno = rc;
        diag_errno(diag, (struct pos){0}, MSG_PUBLISH_NO_GIT, S("git"));
        rc = -1;
    } else {
        reply[read_reply(out[0], reply, REPLY_MAX)] = '\0';
        rc = wait_for(child);
    }
    close(out[0]);
    return rc;
}

static int failed(const struct remote *remote, enum msg id, int status,
                  struct diag *diag)
{
    if (status >= 0)            /* else reported */
        diag_add(diag, (struct pos){0}, id,
                 ARGS(str_of(remote->branch), str_of(remote->name)));
    return -1;
}

/* What the remote's branch points at; empty: there is none. Its exit
 * status. */
static int ask_tip(const struct remote *remote, struct str *tip,
                   struct arena *arena, struct diag *diag)
{
    char reply[REPLY_MAX + 1];
    const char *ref = str_z(arena, str_format(arena, "refs/heads/%s",
                                              remote->branch));
    int status = git(remote, (const char *const[]){
        "ls-remote", "--heads", "--", remote->name, ref, NULL}, reply,
        arena, diag);
    struct str lines = str_of(reply);
    *tip = S("");
    while (status == 0 && lines.p) {
        struct str name = str_cut(&lines, '\n');
        struct str id = str_cut(&name, '\t');
        if (str_is(name, ref))
            *tip = str_copy(arena, id);
    }
    return status;
}

int remote_fetch(struct remote *remote, struct arena *arena,
                 struct diag *diag)
{
    char reply[REPLY_MAX + 1];
    int status = ask_tip(remote, &remote->tip, arena, diag);
    if (status == 0 && remote->tip.n)
        status = git(remote, (const char *const[]){
            "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--",
            remote->name, str_z(arena, str_format(arena, "refs/heads/%s",
                                                  remote->branch)), NULL},
            reply, arena, diag);
    return status == 0 ? 0 : failed(remote, MSG_PUBLISH_FETCH, status, diag);
}

int remote_push(const struct remote *remote, const char id[41],
                struct arena *arena, struct diag *diag)
{
    char reply[REPLY_MAX + 1];
    struct str now;
    const char *what = str_z(arena, str_format(arena, "%s:refs/heads/%s", id,
                                               remote->branch));
    int status = git(remote, (const char *const[]){
        "push", "--", remote->name, what, NULL}, reply, arena, diag);
    if (status == 0)
        return 0;
    if (status > 0 && ask_tip(remote, &now, arena, diag) == 0
        && !str_eq(now, remote->tip))
        return failed(remote, MSG_PUBLISH_MOVED, status, diag);
    return failed(remote, MSG_PUBLISH_PUSH, status, diag);
}
