/*
 * cmd_publish: `vitrina publish`: the site into a git branch.
 */
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "input/source.h"
#include "meter.h"
#include "model/config.h"
#include "output/publish.h"
#include "output/receiver.h"

#include <stdlib.h>

enum { KEY_REPOSITORY = 1, KEY_BRANCH, KEY_INIT, KEY_AT, KEY_MESSAGE,
       KEY_DRY_RUN };

struct choice {
    struct build_options build;
    const char *repository, *branch, *init, *message;
    bool dry_run;
};

static void take(void *payload, int key, const char *value)
{
    struct choice *choice = payload;
    switch (key) {
    case KEY_REPOSITORY:
        choice->repository = value;
        break;
    case KEY_BRANCH:
        choice->branch = value;
        break;
    case KEY_INIT:
        choice->init = value;
        break;
    case KEY_AT:
        choice->build.at = value;
        break;
    case KEY_MESSAGE:
        choice->message = value;
        break;
    case KEY_DRY_RUN:
        choice->dry_run = true;
        break;
    default:
        choice->build.jobs = (size_t)strtoul(value, NULL, 10);
    }
}

static const struct option own[] = {
    {"repository", required_argument, NULL, KEY_REPOSITORY},
    {"branch", required_argument, NULL, KEY_BRANCH},
    {"init", required_argument, NULL, KEY_INIT},
    {"at", required_argument, NULL, KEY_AT},
    {"message", required_argument, NULL, KEY_MESSAGE},
    {"dry-run", no_argument, NULL, KEY_DRY_RUN},
    {"jobs", required_argument, NULL, 'j'},
    {0},
};

/* Option, else site.yml, else the repository the site lies in. */
static struct publish_options settle(const struct choice *choice,
                                     const struct config *config,
                                     struct arena *arena)
{
    const char *dir = choice->build.dir;
    struct str repository = str_of(dir);
    if (choice->init)
        repository = str_of(choice->init);
    else if (choice->repository)
        repository = str_of(choice->repository);
    else if (config->publish.repository.n)
        repository = str_starts(config->publish.repository, S("/"))
                         ? config->publish.repository
                         : str_format(arena, "%s/%.*s", dir,
                                      STR_FMT(config->publish.repository));
    return (struct publish_options){
        .repository = repository,
        .branch = choice->branch ? str_of(choice->branch)
                                 : config->publish.branch,
        .author = config->publish.author,
        .message = choice->message
                       ? str_of(choice->message)
                       : str_format(arena,
                                    config->language == LANG_RU
                                        ? "%.*s: публикация сайта"
                                        : "%.*s: site published",
                                    STR_FMT(config->title)),
        .source_commit = choice->build.commit,
        .version = S(VITRINA_VERSION),
        .keep = config->publish.keep,
        .keep_n = config->publish.keep_n,
        .dry_run = choice->dry_run,
    };
}

static void say(struct cli *cli, const struct publish_options *options,
                const struct receipt *receipt)
{
    if (options->dry_run)
        cli_say(cli,
                "Проба: новых файлов %zu, изменённых %zu, удалённых %zu; "
                "ветка %.*s не тронута.",
                "Dry run: %zu files new, %zu changed, %zu removed; branch "
                "%.*s was not touched.",
                receipt->created, receipt->changed, receipt->removed,
                STR_FMT(options->branch));
    else if (receipt->commit.n == 0)
        cli_say(cli, "Ветка %.*s уже такая: новой записи нет.",
                "Branch %.*s is the same already: no commit made.",
                STR_FMT(options->branch));
    else
        cli_say(cli,
                "Опубликовано: ветка %.*s, запись %.*s (новых файлов %zu, "
                "изменённых %zu, удалённых %zu).",
                "Published: branch %.*s, commit %.*s (%zu files new, %zu "
                "changed, %zu removed).",
                STR_FMT(options->branch), STR_FMT(receipt->commit),
                receipt->created, receipt->changed, receipt->removed);
}

int cmd_publish(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct receipt receipt = {0};
    struct config config = {0};
    struct arena *arena = arena_new();
    struct source *source = NULL;
    struct receiver *receiver = NULL;
    size_t pages = 0;
    int rest, rc = -1;
    if (!cli_options(cli, argc, argv, own, take, &choice, &rest))
        goto out;
    choice.build.dir = cli->dir;
    choice.build.strict = cli->strict;
    cli->at_option = choice.build.at;
    choice.build.commit = build_commit(&choice.build, arena, cli->diag);
    source = build_source(&choice.build, cli->diag);
    struct diag *quiet = diag_new();        /* build_site reports it all */
    bool usable = source && config_read(&config, arena, source, quiet);
    diag_free(quiet);
    if (usable && choice.init && publish_init(choice.init, cli->diag) != 0)
        goto out;
    struct publish_options options = settle(&choice, &config, arena);
    choice.build.guard = true;
    choice.build.repository = options.repository;
    receiver = publish_receiver(&options);
    choice.build.meter = cli_meter(cli);
    if (source)
        rc = build_site(&choice.build, source, receiver, &receipt, &pages,
                        cli->diag);
    meter_end(choice.build.meter);
    if (rc == 0)
        say(cli, &options, &receipt);
out:
    if (receiver)
        receiver->done(receiver);
    source_free(source);
    arena_free(arena);
    return cli_finish(cli);
}
