/*
 * cmd_help: `vitrina help`, help of one command, fields of templates, columns
 * and keys, messages.
 */
#include "base/str.h"
#include "cli.h"
#include "model/manual.h"
#include "render/kind.h"

#include <stdio.h>
#include <string.h>

static void print_usage(enum lang lang)
{
    puts(lang == LANG_RU
             ? "vitrina [-C ПАПКА] КОМАНДА [параметры]\n"
             : "vitrina [-C DIR] COMMAND [options]\n");
    for (size_t i = 0; i < commands_n; i++)
        printf("  %-8s %s\n", commands[i].name, commands[i].summary[lang]);
    puts(lang == LANG_RU
             ? "\nВезде: --lang ru|en, --format text|json|github, --strict "
               "(предупреждения — тоже ошибки), --verbose.\nПодробно: man "
               "vitrina; руководство — content/guide.md"
             : "\nEverywhere: --lang ru|en, --format text|json|github, "
               "--strict (warnings are errors), --verbose.\nMore: man vitrina");
}

static bool print_command(const char *name, enum lang lang)
{
    for (size_t i = 0; i < commands_n; i++)
        if (strcmp(commands[i].name, name) == 0) {
            printf("vitrina [-C %s] %s %s\n\n%s\n",
                   lang == LANG_RU ? "ПАПКА" : "DIR", name,
                   commands[i].options_text, commands[i].summary[lang]);
            return true;
        }
    return false;
}

int cmd_help(struct cli *cli, int argc, char **argv)
{
    enum lang lang = cli_lang(cli);
    if (argc < 2) {
        print_usage(lang);
        return 0;
    }
    struct buf out = {0};
    if (strcmp(argv[1], "fields") == 0) {
        if (!pages_print_fields(&out, str_of(argc > 2 ? argv[2] : "")))
            diag_add(cli->diag, (struct pos){0}, MSG_USAGE_PAGE,
                     ARGS(str_of(argv[2])));
    } else if (strcmp(argv[1], "columns") == 0) {
        manual_columns(&out);
    } else if (strcmp(argv[1], "messages") == 0) {
        diag_manual(&out, lang);
    } else if (!print_command(argv[1], lang)) {
        return cli_no_command(cli, argv[1]);
    }
    fwrite(out.p ? out.p : "", 1, out.n, stdout);
    buf_free(&out);
    return cli_finish(cli);
}
