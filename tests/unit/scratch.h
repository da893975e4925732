/*
 * scratch: a temporary folder, files in it and the git command, for the tests
 * of what reads and writes outside the process.
 */
#ifndef VITRINA_TESTS_SCRATCH_H
#define VITRINA_TESTS_SCRATCH_H

#include "said.h"

#include "base/fs.h"
#include "base/str.h"

#include <sys/stat.h>
#include <unistd.h>

/* The folder of this run; every test has its own below it. */
static char scratch[512];

static inline void run(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* libgit2 1.5 loses 20 KB each time a pattern does not match, which happens
 * when it opens a repository with extensions. fontconfig: tests/lsan.supp. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libpcre2\nleak:libfontconfig";
}

#define COMMAND_MAX 4096

static inline void in_scratch(char *command, const char *format,
                              va_list args)
    __attribute__((format(printf, 2, 0)));

static inline void in_scratch(char *command, const char *format,
                              va_list args)
{
    int n = snprintf(command, COMMAND_MAX, "cd '%s' && ", scratch);
    vsnprintf(command + n, COMMAND_MAX - (size_t)n, format, args);
}

/* Runs a shell command in the scratch folder; it must succeed. */
static inline void run(const char *format, ...)
{
    char command[COMMAND_MAX];
    va_list args;
    va_start(args, format);
    in_scratch(command, format, args);
    va_end(args);
    if (system(command) != 0)
        fail_msg("failed: %s", command);
}

static inline const char *output_of(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* What a shell command prints, without the last line end. Static. */
static inline const char *output_of(const char *format, ...)
{
    static char out[65536];
    char command[COMMAND_MAX];
    va_list args;
    va_start(args, format);
    in_scratch(command, format, args);
    va_end(args);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t got = fread(out, 1, sizeof out - 1, pipe);
    out[got] = '\0';
    if (got && out[got - 1] == '\n')
        out[got - 1] = '\0';
    if (pclose(pipe) != 0)
        fail_msg("failed: %s", command);
    return out;
}

/* The full path of a name in the scratch folder; one of four buffers. */
static inline const char *at(const char *name)
{
    static char paths[4][1024];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", scratch, name);
    return path;
}

static inline void write_file(const char *name, const char *text)
{
    const char *path = at(name);
    assert_int_equal(fs_make_parents(path), 0);
    assert_int_equal(fs_replace(path, str_of(text), NULL), 0);
}

/* Does the file hold exactly `text`? */
static inline void assert_file(const char *name, const char *text)
{
    struct buf buf = {0};
    if (fs_read(at(name), 1 << 20, &buf) != 0)
        fail_msg("cannot read %s", name);
    assert_string_equal(buf.p ? buf.p : "", text);
    buf_free(&buf);
}

/* Exactly this one message, or none for MSG_COUNT. */
static inline void assert_message(struct diag *diag, enum msg id)
{
    char *text = said(diag);
    if (id == MSG_COUNT) {
        assert_string_equal(text, "");
    } else {
        /* The words around the arguments tell messages apart. */
        const char *words = diag_text(id, LANG_EN);
        size_t n = strcspn(words, "%");
        if (n < 4) {
            words += n + 2;
            n = strcspn(words, "%");
        }
        char part[512] = "";
        strncat(part, words, n < sizeof part ? n : sizeof part - 1);
        if (!strstr(text, part))
            fail_msg("expected %s, got: %s", diag_name(id), text);
    }
    free(text);
}

static inline int scratch_start(void)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(scratch, sizeof scratch, "%s/vitrina-test-XXXXXX",
             tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(scratch))
        return -1;
    setenv("HOME", scratch, 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("GIT_AUTHOR_NAME", "Test", 1);
    setenv("GIT_AUTHOR_EMAIL", "test@example.org", 1);
    setenv("GIT_COMMITTER_NAME", "Test", 1);
    setenv("GIT_COMMITTER_EMAIL", "test@example.org", 1);
    setenv("GIT_AUTHOR_DATE", "1600000000 +0000", 1);
    setenv("GIT_COMMITTER_DATE", "1600000000 +0000", 1);
    unsetenv("GIT_DIR");
    unsetenv("GIT_WORK_TREE");
    unsetenv("GIT_INDEX_FILE");
    unsetenv("SOURCE_DATE_EPOCH");
    unsetenv("SUDO_UID");
    return 0;
}

static inline void scratch_end(void)
{
    run("cd / && rm -rf '%s'", scratch);
}

/* --- for a group of tests --- */

static inline int scratch_set_up(void **state)
{
    (void)state;
    return scratch_start();
}

static inline int scratch_tear_down(void **state)
{
    (void)state;
    scratch_end();
    return 0;
}

/* What main returns; not the number of failures, as 256 of them are 0. */
#define RUN_SCRATCH(tests)                                             \
    (cmocka_run_group_tests(tests, scratch_set_up, scratch_tear_down) \
     != 0)

#endif
