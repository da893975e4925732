/*
 * cmd_build: `vitrina build` and `vitrina check`: the same pipeline into a
 * folder or into nothing.
 */
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "input/source.h"
#include "output/receiver.h"
#include "output/tree.h"

#include <stdlib.h>

enum { KEY_AT = 1 };

struct choice {
    struct build_options options;
    const char *out;
};

static void take(void *payload, int key, const char *value)
{
    struct choice *choice = payload;
    if (key == 'o')
        choice->out = value;
    else if (key == KEY_AT)
        choice->options.at = value;
    else if (key == 'j')
        choice->options.jobs = (size_t)strtoul(value, NULL, 10);
}

/* `check` has all but the first. */
static const struct option own[] = {
    {"output", required_argument, NULL, 'o'},
    {"at", required_argument, NULL, KEY_AT},
    {"jobs", required_argument, NULL, 'j'},
    {0},
};

/* Runs the pipeline; 0 when the receiver has committed. */
static int run(struct cli *cli, struct choice *choice,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages)
{
    struct source *source = build_source(&choice->options, cli->diag);
    int rc = -1;
    if (source)
        rc = build_site(&choice->options, source, receiver, receipt, pages,
                        cli->diag);
    source_free(source);
    receiver->done(receiver);
    return rc;
}

int cmd_check(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct receipt receipt = {0};
    size_t pages = 0;
    int rest;
    if (!cli_options(cli, argc, argv, own + 1, take, &choice, &rest))
        return cli_finish(cli);
    choice.options.dir = cli->dir;
    choice.options.strict = cli->strict;
    int rc = run(cli, &choice, receiver_nothing(), &receipt, &pages);
    int status = cli_finish(cli);
    if (rc == 0 && status == 0)
        cli_say(cli, "Проверено: ошибок нет, файлов в сайте — %zu.",
                "Checked: no errors, %zu files in the site.", pages);
    return status;
}

int cmd_build(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct receipt receipt = {0};
    struct arena *arena = arena_new();
    size_t pages = 0;
    int rest;
    if (!cli_options(cli, argc, argv, own, take, &choice, &rest)) {
        arena_free(arena);
        return cli_finish(cli);
    }
    choice.options.dir = cli->dir;
    choice.options.strict = cli->strict;
    choice.options.commit = build_commit(&choice.options, arena, cli->diag);
    struct str out = choice.out ? str_of(choice.out)
                                : str_format(arena, "%s/public", cli->dir);
    int rc = run(cli, &choice, tree_receiver(str_z(arena, out)), &receipt,
                 &pages);
    int status = cli_finish(cli);
    if (rc == 0)
        cli_say(cli,
                "Собрано файлов: %zu, папка %.*s (новых %zu, изменённых %zu, "
                "прежних %zu, удалённых %zu).",
                "Built: %zu files in %.*s (new %zu, changed %zu, same %zu, "
                "removed %zu).",
                pages, STR_FMT(out), receipt.created, receipt.changed,
                receipt.same, receipt.removed);
    arena_free(arena);
    return status;
}
