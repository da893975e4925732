/*
 * main: the table of commands, and which of them is meant.
 */
#include "cli.h"

#include "base/watch.h"
#include "input/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct command commands[] = {
    {"check",
     "[--format=text|json|github] [--verbose] [--hidden] [--strict] "
     "[--at COMMIT] [--jobs N]",
     {"проверить тексты и таблицы, ничего не записывая",
      "check texts and tables, writing nothing"},
     cmd_check},
    {"build",
     "[-o OUT] [--only school:ID|schools] [--at COMMIT] [--jobs N] "
     "[--strict]",
     {"собрать сайт в папку (по умолчанию public)",
      "build the site into a folder (default: public)"},
     cmd_build},
    {"serve", "[--port N] [--open]",
     {"показать сайт в браузере и обновлять его, пока вы пишете",
      "show the site in a browser, renewed while you write"},
     cmd_serve},
    {"publish",
     "[--repository PATH | --init DIR] [--remote NAME] [--branch NAME] "
     "[--at COMMIT] [--message TEXT] [--dry-run] [--rollback[=N]] "
     "[--only school:ID|schools] [--jobs N]",
     {"собрать сайт и записать его в ветку git",
      "build the site and commit it to a git branch"},
     cmd_publish},
    {"verify",
     "[--repository PATH] [--branch NAME] [--private PATH] [--jobs N] "
     "[COMMIT]",
     {"проверить, что опубликованное получается из исходных",
      "check that what was published comes of its sources"},
     cmd_verify},
    {"explain", "PATH",
     {"назвать файлы и строки, из которых сделана страница",
      "name the files and lines that a page is made of"},
     cmd_explain},
    {"new",
     "DIR | program|school|practice ID | --tables DIR | --forms PERIOD "
     "[-o DIR] | --hosting github|gitea|gitlab|nginx",
     {"создать сайт, программу, школу, практику, таблицы, бланки",
      "make a site, a programme, school, practice, tables, forms"},
     cmd_new},
    {"help", "[COMMAND | fields [PAGE] | columns | messages]",
     {"рассказать о командах, столбцах, сообщениях, полях шаблонов",
      "tell about commands, columns, messages, fields of templates"},
     cmd_help},
};
const size_t commands_n = sizeof commands / sizeof *commands;

static int run(struct cli *cli, int argc, char **argv)
{
    for (size_t i = 0; i < commands_n; i++)
        if (strcmp(argv[0], commands[i].name) == 0)
            return commands[i].run(cli, argc, argv);
    return cli_no_command(cli, argv[0]);
}

/* A text that takes a minute is a text that never ends (dependencies of
 * cmark-gfm: three quadratic inputs are not known). */
#define TEXT_SECONDS 60

int main(int argc, char **argv)
{
    struct cli cli = {.dir = "."};
    int first = 1;
    cli.diag = diag_new();
    text_init();
    while (first + 1 < argc && strcmp(argv[first], "-C") == 0) {
        cli.dir = argv[first + 1];
        first += 2;
    }
    enum lang lang = LANG_RU;
    cli_lang_of_environment(&lang);
    watch_start(getenv("VITRINA_NO_WATCH") ? 0 : TEXT_SECONDS, lang);
    int rc;
    if (first >= argc || strcmp(argv[first], "--help") == 0)
        rc = cmd_help(&cli, 1, (char *[]){"help", NULL});
    else if (strcmp(argv[first], "--version") == 0)
        rc = printf("vitrina %s\n", VITRINA_VERSION) < 0 ? 3 : 0;
    else
        rc = run(&cli, argc - first, argv + first);
    diag_free(cli.diag);
    return rc;
}
