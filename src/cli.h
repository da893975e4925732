/*
 * cli: what all commands share: global options, the run's problems, how they
 * are printed, the exit status.
 *
 * For main.c and cmd_*.c.
 */
#ifndef VITRINA_CLI_H
#define VITRINA_CLI_H

#include "base/diag.h"

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

struct cli {
    const char *dir;            /* -C, default "." */
    const char *lang_option;    /* --lang, or NULL */
    const char *at_option;      /* --at, or NULL: the folder is not read */
    enum diag_format format;    /* --format */
    bool strict, verbose;
    bool lang_known;
    enum lang lang;             /* once known: ask cli_lang() */
    struct diag *diag;
};

/* One row of the command table in main.c. */
struct command {
    const char *name;
    const char *options_text;           /* for the usage line */
    const char *summary[2];             /* by enum lang */
    int (*run)(struct cli *cli, int argc, char **argv);
};
extern const struct command commands[];
extern const size_t commands_n;

int cmd_check(struct cli *cli, int argc, char **argv);
int cmd_build(struct cli *cli, int argc, char **argv);
int cmd_publish(struct cli *cli, int argc, char **argv);
int cmd_verify(struct cli *cli, int argc, char **argv);
int cmd_serve(struct cli *cli, int argc, char **argv);
int cmd_explain(struct cli *cli, int argc, char **argv);
int cmd_new(struct cli *cli, int argc, char **argv);
int cmd_help(struct cli *cli, int argc, char **argv);

/*
 * Options of a command: `own` ends with a zero row. The common ones
 * (--directory, --lang, --format, --strict, --verbose, --help) are handled
 * here. Calls `take` for each own option. False after reporting a wrong one;
 * `*rest` is the index of the first word that is no option; with NULL such a
 * word is a wrong one.
 */
bool cli_options(struct cli *cli, int argc, char **argv,
                 const struct option *own,
                 void (*take)(void *payload, int key, const char *value),
                 void *payload, int *rest);

/* Language of messages (design 4): option, environment, site. */
enum lang cli_lang(struct cli *cli);
/* What the environment alone says; false when it says nothing. */
bool cli_lang_of_environment(enum lang *lang);
/* How problems are printed as text; `caret`: with the source line. */
struct diag_print cli_print(struct cli *cli, bool caret);
/* Prints all problems: as text on standard error, for programs on standard
 * output. Returns the exit status. */
int cli_finish(struct cli *cli);
/* Reports a command that there is none of, with the nearest one. */
int cli_no_command(struct cli *cli, const char *name);
/* A progress line, for runs that take long; NULL where none belongs. */
struct meter *cli_meter(struct cli *cli);
/* Says a line of success on standard output in the language of messages;
 * nothing when programs read that. */
void cli_say(struct cli *cli, const char *ru, const char *en, ...);

#endif
