/*
 * cli: what all commands share. See cli.h.
 *
 * For main.c and cmd_*.c.
 */
#include "cli.h"

#include "base/fold.h"
#include "base/fs.h"
#include "base/mem.h"
#include "input/source.h"
#include "meter.h"
#include "model/config.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { KEY_LANG = 1000, KEY_FORMAT, KEY_STRICT, KEY_VERBOSE, KEY_HELP };

static const struct option common[] = {
    {"directory", required_argument, NULL, 'C'},
    {"lang", required_argument, NULL, KEY_LANG},
    {"format", required_argument, NULL, KEY_FORMAT},
    {"strict", no_argument, NULL, KEY_STRICT},
    {"verbose", no_argument, NULL, KEY_VERBOSE},
    {"help", no_argument, NULL, KEY_HELP},
};
#define COMMON_N (sizeof common / sizeof *common)

static bool wrong_choice(struct cli *cli, const char *option,
                         const char *value, const char *expected)
{
    diag_add(cli->diag, (struct pos){0}, MSG_USAGE_CHOICE,
             ARGS(str_of(value), str_of(option), str_of(expected)));
    return true;
}

static bool take_lang(struct cli *cli, const char *value)
{
    if (strncmp(value, "ru", 2) != 0 && strncmp(value, "en", 2) != 0)
        return wrong_choice(cli, "--lang", value, "ru, en");
    cli->lang_option = value;
    return true;
}

static bool take_format(struct cli *cli, const char *value)
{
    static const char *const names[] = {
        [DIAG_TEXT] = "text", [DIAG_JSON] = "json", [DIAG_GITHUB] = "github",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i]) == 0) {
            cli->format = (enum diag_format)i;
            return true;
        }
    return wrong_choice(cli, "--format", value, "text, json, github");
}

/* Is it a common option? A wrong value is reported. */
static bool take_common(struct cli *cli, int key, const char *value)
{
    switch (key) {
    case 'C':
        cli->dir = value;
        return true;
    case KEY_LANG:
        return take_lang(cli, value);
    case KEY_FORMAT:
        return take_format(cli, value);
    case KEY_STRICT:
        cli->strict = true;
        return true;
    case KEY_VERBOSE:
        cli->verbose = true;
        diag_ask_details(cli->diag);
        return true;
    default:
        return false;
    }
}

/* All options in one list, as getopt_long wants them. */
static struct option *join(const struct option *own)
{
    size_t n = 0;
    while (own && own[n].name)
        n++;
    struct option *all = mem_alloc((COMMON_N + n + 1) * sizeof *all);
    memcpy(all, common, sizeof common);
    if (n)
        memcpy(all + COMMON_N, own, n * sizeof *all);
    return all;
}

/* The one-letter forms of options: those whose key is a letter. */
static void short_options(char letters[16], const struct option *all)
{
    size_t n = 0;
    letters[n++] = ':';
    for (; all->name && n < 13; all++)
        if (all->val > ' ' && all->val < KEY_LANG) {
            letters[n++] = (char)all->val;
            letters[n++] = ':';
        }
    letters[n] = '\0';
}

bool cli_options(struct cli *cli, int argc, char **argv,
                 const struct option *own,
                 void (*take)(void *payload, int key, const char *value),
                 void *payload, int *rest)
{
    struct option *all = join(own);
    struct pos nowhere = {0};
    bool good = true;
    char letters[16];
    int key;
    short_options(letters, all);
    optind = 1;
    opterr = 0;
    while (good &&
           (key = getopt_long(argc, argv, letters, all, NULL)) != -1) {
        if (key == KEY_HELP) {
            free(all);
            exit(cmd_help(cli, 2, (char *[]){argv[0], argv[0], NULL}));
        }
        if (key == '?' || key == ':') {
            diag_add(cli->diag, nowhere,
                     key == '?' ? MSG_USAGE_OPTION : MSG_USAGE_VALUE,
                     ARGS(str_of(argv[optind - 1]), str_of(argv[0])));
            good = false;
        } else if (!take_common(cli, key, optarg) && take) {
            take(payload, key, optarg);
        }
    }
    if (rest) {
        *rest = optind;
    } else if (good && optind < argc) {
        diag_add(cli->diag, nowhere, MSG_USAGE_OPTION,
                 ARGS(str_of(argv[optind]), str_of(argv[0])));
    }
    free(all);
    return good && diag_worst(cli->diag) != LEVEL_USAGE;
}

/* LC_ALL, LC_MESSAGES, LANG as text: ru* is Russian; empty, C, POSIX are not
 * set; anything else is English. */
bool cli_lang_of_environment(enum lang *lang)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (!value || !*value || strcmp(value, "C") == 0 ||
            strcmp(value, "POSIX") == 0 || strncmp(value, "C.", 2) == 0)
            continue;
        *lang = strncmp(value, "ru", 2) == 0 ? LANG_RU : LANG_EN;
        return true;
    }
    return false;
}

static enum lang lang_of_site(const struct cli *cli)
{
    struct config config = {.language = LANG_RU};
    struct diag *quiet = diag_new();
    struct arena *arena = arena_new();
    struct source *source = source_folder(cli->dir, quiet);
    if (source)
        config_read(&config, arena, source, quiet);
    source_free(source);
    arena_free(arena);
    diag_free(quiet);
    return config.language;
}

/* Found once: the site is asked by reading it. */
enum lang cli_lang(struct cli *cli)
{
    if (cli->lang_known)
        return cli->lang;
    cli->lang_known = true;
    if (cli->lang_option)
        cli->lang = strncmp(cli->lang_option, "ru", 2) == 0 ? LANG_RU
                                                            : LANG_EN;
    else if (!cli_lang_of_environment(&cli->lang))
        cli->lang = lang_of_site(cli);
    return cli->lang;
}

/* The source line under a message; never one of a table. */
static bool source_line(void *payload, struct pos at, struct buf *out)
{
    const struct cli *cli = payload;
    struct arena *arena = arena_new();
    struct buf bytes = {0};
    bool found = false;
    if (!cli->at_option && !str_ends(at.file, S(".csv")) &&
        fs_read(fs_join(arena, cli->dir, at.file), 1 << 20, &bytes) == 0) {
        struct str rest = buf_str(&bytes), line = S("");
        for (uint32_t i = 0; i < at.line && rest.p; i++)
            line = str_cut(&rest, '\n');
        if (str_ends(line, S("\r")))
            line.n--;
        buf_add(out, line);
        found = line.n > 0;
    }
    arena_free(arena);
    buf_free(&bytes);
    return found;
}

/* Width of the terminal that messages go to; 0: not known. */
static unsigned terminal_columns(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

struct diag_print cli_print(struct cli *cli, bool caret)
{
    return (struct diag_print){
        .lang = cli_lang(cli),
        .format = cli->format,
        .verbose = cli->verbose,
        .caret = caret,
        .columns = terminal_columns(),
        .dir = str_of(strcmp(cli->dir, ".") == 0 ? "" : cli->dir),
        .line = source_line,
        .payload = cli,
    };
}

int cli_finish(struct cli *cli)
{
    struct diag_print how = cli_print(cli, isatty(STDERR_FILENO) != 0);
    diag_write(cli->diag, &how, cli->format == DIAG_TEXT ? stderr : stdout);
    return diag_status(cli->diag, cli->strict);
}

struct meter *cli_meter(struct cli *cli)
{
    return meter_start(STDERR_FILENO, cli_lang(cli), METER_DELAY);
}

static struct str command_name(const void *payload, size_t i)
{
    (void)payload;
    return str_of(commands[i].name);
}

int cli_no_command(struct cli *cli, const char *name)
{
    size_t near = fold_nearest(str_of(name), commands_n, command_name, NULL);
    diag_add(cli->diag, (struct pos){0}, MSG_USAGE_COMMAND,
             ARGS(str_of(name), near < commands_n ? command_name(NULL, near)
                                                  : S("")));
    return cli_finish(cli);
}

void cli_say(struct cli *cli, const char *ru, const char *en, ...)
{
    va_list args;
    if (cli->format != DIAG_TEXT)
        return;
    va_start(args, en);
    vprintf(cli_lang(cli) == LANG_RU ? ru : en, args);
    va_end(args);
    putchar('\n');
}
