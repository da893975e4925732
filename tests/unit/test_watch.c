/*
 * Unit tests of base/watch: in a child process, since watching ends it.
 */
#include "base/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Works `milliseconds` on "slow.md" under a watch of one second; the exit
 * status of the child, its standard error in `words`. */
static int work(long milliseconds, bool leaves, char *words, size_t size)
{
    int ends[2], status;
    struct timespec time = {milliseconds / 1000,
                            milliseconds % 1000 * 1000000};
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        watch_start(1, LANG_RU);
        watch_enter(S("slow.md"));
        if (leaves)
            watch_leave();
        nanosleep(&time, NULL);
        _exit(0);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], words, size - 1);
    words[n > 0 ? n : 0] = '\0';
    close(ends[0]);
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

static void long_work_is_named(void **state)
{
    char words[512];
    (void)state;
    assert_int_equal(work(5000, false, words, sizeof words), 1);
    assert_non_null(strstr(words, "slow.md: ошибка: "));
    /* MSG_TEXT_STUCK */
    assert_non_null(strstr(words, "дольше 1 с"));
}

static void finished_work_is_left_alone(void **state)
{
    char words[512];
    (void)state;
    assert_int_equal(work(2600, true, words, sizeof words), 0);
    assert_string_equal(words, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_work_is_named),
        cmocka_unit_test(finished_work_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0 ? 1 : 0;
}
