/*
 * test_meter: the progress line is seen on a terminal only, and goes away.
 */
#define _XOPEN_SOURCE 700       /* pseudo-terminals */
#include "meter.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Reads from the terminal until `what` has come; the test ends it when it
 * never does. */
static void read_until(int terminal, char *seen, size_t size,
                       const char *what)
{
    size_t n = 0;
    while (!strstr(seen, what)) {
        ssize_t got = read(terminal, seen + n, size - 1 - n);
        assert_true(got > 0);
        n += (size_t)got;
        seen[n] = '\0';
    }
}

static int open_terminal(int *other)
{
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(terminal >= 0);
    assert_int_equal(grantpt(terminal), 0);
    assert_int_equal(unlockpt(terminal), 0);
    *other = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    assert_true(*other >= 0);
    return terminal;
}

static void a_terminal_sees_it(void **state)
{
    (void)state;
    char seen[4096] = "", after[4096] = "";
    int slave, terminal = open_terminal(&slave);
    setenv("TERM", "xterm", 1);
    struct meter *meter = meter_start(slave, LANG_EN, 0);
    assert_non_null(meter);
    meter_stage(meter, METER_RENDER, 7);
    meter_step(meter);
    meter_step(meter);
    read_until(terminal, seen, sizeof seen, "Rendering pages: 2 / 7");
    assert_non_null(strstr(seen, "\r\033[K"));
    meter_end(meter);
    assert_int_equal(write(slave, "end", 3), 3);
    read_until(terminal, after, sizeof after, "\r\033[Kend");
    close(slave);
    close(terminal);
}

/* Another program has the terminal for itself until the next step. */
static void a_pause_clears_it(void **state)
{
    (void)state;
    char seen[4096] = "", paused[4096] = "", after[4096] = "";
    int slave, terminal = open_terminal(&slave);
    setenv("TERM", "xterm", 1);
    struct meter *meter = meter_start(slave, LANG_EN, 0);
    assert_non_null(meter);
    meter_stage(meter, METER_RENDER, 7);
    read_until(terminal, seen, sizeof seen, "Rendering pages: 0 / 7");
    meter_pause(meter);
    assert_int_equal(write(slave, "Password:", 9), 9);
    read_until(terminal, paused, sizeof paused, "\r\033[KPassword:");
    meter_step(meter);
    read_until(terminal, after, sizeof after, "Rendering pages: 1 / 7");
    meter_pause(NULL);
    meter_end(meter);
    close(slave);
    close(terminal);
}

/* A run that is over before the delay shows nothing at all. */
static void short_runs_are_quiet(void **state)
{
    (void)state;
    char seen[64] = "";
    int slave, terminal = open_terminal(&slave);
    setenv("TERM", "xterm", 1);
    struct meter *meter = meter_start(slave, LANG_RU, 3600 * 1000u);
    assert_non_null(meter);
    meter_stage(meter, METER_READ, 0);
    meter_end(meter);
    assert_int_equal(write(slave, "end", 3), 3);
    read_until(terminal, seen, sizeof seen, "end");
    assert_string_equal(seen, "end");
    close(slave);
    close(terminal);
}

static void elsewhere_there_is_none(void **state)
{
    (void)state;
    int ends[2], slave, terminal = open_terminal(&slave);
    assert_int_equal(pipe(ends), 0);
    setenv("TERM", "xterm", 1);
    assert_null(meter_start(ends[1], LANG_EN, 0));
    setenv("TERM", "dumb", 1);
    assert_null(meter_start(slave, LANG_EN, 0));
    unsetenv("TERM");
    assert_null(meter_start(slave, LANG_EN, 0));
    meter_stage(NULL, METER_READ, 1);
    meter_step(NULL);
    meter_end(NULL);
    close(ends[0]);
    close(ends[1]);
    close(slave);
    close(terminal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_sees_it),
        cmocka_unit_test(a_pause_clears_it),
        cmocka_unit_test(short_runs_are_quiet),
        cmocka_unit_test(elsewhere_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
