/*
 * cmd_publish: `vitrina publish`: the site into a git branch.
 */
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "input/source.h"
#include "meter.h"
#include "model/config.h"
#include "only.h"
#include "output/publish.h"
#include "output/receiver.h"
#include "published.h"

#include <stdlib.h>

enum { KEY_REPOSITORY = 1, KEY_BRANCH, KEY_INIT, KEY_AT, KEY_MESSAGE,
       KEY_DRY_RUN, KEY_REMOTE, KEY_ROLLBACK, KEY_ONLY };

struct choice {
    struct build_options build;
    const char *repository, *remote, *branch, *init, *message, *rollback;
    bool dry_run, back;
};

static void take(void *payload, int key, const char *value)
{
    struct choice *choice = payload;
    switch (key) {
    case KEY_REPOSITORY:
        choice->repository = value;
        break;
    case KEY_REMOTE:
        choice->remote = value;
        break;
    case KEY_ROLLBACK:
        choice->back = true;
        choice->rollback = value;
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
    case KEY_ONLY:
        choice->build.only = value;
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
    {"remote", required_argument, NULL, KEY_REMOTE},
    {"branch", required_argument, NULL, KEY_BRANCH},
    {"init", required_argument, NULL, KEY_INIT},
    {"at", required_argument, NULL, KEY_AT},
    {"message", required_argument, NULL, KEY_MESSAGE},
    {"dry-run", no_argument, NULL, KEY_DRY_RUN},
    {"rollback", optional_argument, NULL, KEY_ROLLBACK},
    {"only", required_argument, NULL, KEY_ONLY},
    {"jobs", required_argument, NULL, 'j'},
    {0},
};

/* A place that an option names; {id} is the school that --only names, or
 * `school`. */
static struct str place(const struct choice *choice, const char *option,
                        struct str school, struct arena *arena)
{
    return only_fill(arena, option, choice->build.only, school);
}

/* Option, else site.yml, else the repository the site lies in. The remote of
 * site.yml is that of the site's own repository. */
static struct publish_options settle(const struct choice *choice,
                                     const struct config *config,
                                     struct str school, struct arena *arena)
{
    bool elsewhere = choice->build.only && (choice->init ||
                                            choice->repository);
    struct str repository;
    if (choice->init)
        repository = place(choice, choice->init, school, arena);
    else if (choice->repository)
        repository = place(choice, choice->repository, school, arena);
    else
        repository = str_of(config_repository(config, arena,
                                              choice->build.dir));
    return (struct publish_options){
        .repository = repository,
        .branch = choice->branch ? place(choice, choice->branch, school, arena)
                                 : config->publish.branch,
        .remote = choice->remote ? str_of(choice->remote)
                                 : elsewhere     ? S("")
                                 : config->publish.remote,
        .author = config->publish.author,
        .message = choice->message ? str_of(choice->message) : S(""),
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

/* --- what else there is to know and do --- */

#define NAMES_MAX 10            /* on a line */

static void put_names(struct buf *text, struct cli *cli,
                      const struct str *names, size_t n)
{
    for (size_t i = 0; i < n && i < NAMES_MAX; i++)
        buf_addf(text, "%s%.*s", i ? ", " : "", STR_FMT(names[i]));
    if (n > NAMES_MAX)
        buf_addf(text, cli_lang(cli) == LANG_RU ? " и ещё %zu"
                                                : " and %zu more",
                 n - NAMES_MAX);
}

static void say_pictures(struct cli *cli, const struct published *published)
{
    struct buf text = {0};
    size_t n = published->pictures.n;
    put_names(&text, cli, published->pictures.at, n);
    if (n)
        cli_say(cli,
                "Картинки на своих сайтах пора заменить школам (%zu): %.*s.",
                "Schools that should replace the pictures on their own sites "
                "(%zu): %.*s.",
                n, STR_FMT(buf_str(&text)));
    buf_free(&text);
}

/* Files that somebody else put into the branch, and that go. */
static void say_foreign(struct cli *cli, const struct published *published,
                        bool dry_run)
{
    struct buf text = {0};
    size_t n = published->foreign.n;
    put_names(&text, cli, published->foreign.at, n);
    if (n && dry_run)
        cli_say(cli,
                "\nБудут убраны файлы, которых сайт не писал (%zu): %.*s. "
                "Если они нужны, назовите их в site.yml: publish: {keep: "
                "[...]}.",
                "\nFiles that the site had not written would be removed "
                "(%zu): %.*s. If they are needed, name them in site.yml: "
                "publish: {keep: [...]}.",
                n, STR_FMT(buf_str(&text)));
    else if (n)
        cli_say(cli,
                "Убраны файлы, которых сайт не писал (%zu): %.*s. Если они "
                "нужны, назовите их в site.yml: publish: {keep: [...]}. "
                "Вернуть: vitrina publish --rollback.",
                "Files that the site had not written were removed (%zu): "
                "%.*s. If they are needed, name them in site.yml: publish: "
                "{keep: [...]}. To get them back: vitrina publish "
                "--rollback.",
                n, STR_FMT(buf_str(&text)));
    buf_free(&text);
}

/* What the commit would say, where none is made. */
static void say_plan(struct cli *cli, const struct published *published)
{
    struct str told = str_trim(published->told);
    if (told.n)
        cli_say(cli, "\n%.*s", "\n%.*s", STR_FMT(told));
}

static void say_rest(struct cli *cli, const struct publish_options *options,
                     const struct published *published)
{
    if (options->dry_run)
        say_plan(cli, published);
    else if (!options->source_commit.n)
        cli_say(cli,
                "Сайт собран из правок, не записанных в git: проверить его "
                "(vitrina verify) нельзя. Сначала git commit, потом vitrina "
                "publish.",
                "The site was built from changes that git does not know: it "
                "cannot be verified (vitrina verify). First git commit, then "
                "vitrina publish.");
    say_foreign(cli, published, options->dry_run);
    if (!options->dry_run)
        say_pictures(cli, published);
}

/* --- going back --- */

static void roll_back(struct cli *cli, const struct choice *choice,
                     struct publish_options *options, struct arena *arena)
{
    char past[41], id[41], *end = NULL;
    const char *number = choice->rollback ? choice->rollback : "1";
    unsigned long steps = strtoul(number, &end, 10);
    if (*number < '1' || *number > '9' || *end) {
        diag_add(cli->diag, (struct pos){0}, MSG_USAGE_CHOICE,
                 ARGS(str_of(number), S("--rollback"), S("1, 2, 3…")));
        return;
    }
    if (!options->message.n)
        options->message = str_format(
            arena, cli_lang(cli) == LANG_RU
                       ? "Возврат сайта: публикаций назад — %lu"
                       : "Site rolled back: publications ago: %lu",
            steps);
    if (publish_rollback(options, steps, past, id, cli->diag) != 0)
        return;
    if (options->dry_run)
        cli_say(cli, "Проба: сайт стал бы таким, как в записи %s; ветка %.*s "
                     "не тронута.",
                "Dry run: the site would be as in commit %s; branch %.*s was "
                "not touched.", past, STR_FMT(options->branch));
    else if (!id[0])
        cli_say(cli, "Сайт и так таков, как в записи %s: новой записи нет.",
                "The site is as in commit %s already: no commit made.", past);
    else
        cli_say(cli, "Сайт снова таков, как в записи %s: ветка %.*s, запись "
                     "%s.",
                "The site is as in commit %s again: branch %.*s, commit %s.",
                past, STR_FMT(options->branch), id);
}

/* --- the command --- */

/* What publishing tells us meanwhile. */
struct listener {
    struct published published;     /* first: what describes takes this */
    struct meter *meter;
};

static void hush(void *payload)
{
    struct listener *listener = payload;
    meter_pause(listener->meter);
}

static void listen(struct listener *listener, struct publish_options *options,
                   struct build_options *build)
{
    build->meter = listener->meter;
    build->guard = true;
    build->released = published_site;
    build->payload = listener;
    options->describe = published_describe;
    options->talk = hush;
    options->payload = listener;
}

static void publish_site(struct cli *cli, struct choice *choice,
                         struct publish_options *options,
                         struct source *source, struct arena *arena)
{
    struct listener listener = {.published.arena = arena,
                                .meter = cli_meter(cli)};
    struct receipt receipt = {0};
    size_t pages = 0;
    listen(&listener, options, &choice->build);
    listener.published.only = str_of(choice->build.only);
    choice->build.repository = options->repository;
    struct receiver *receiver = publish_receiver(options);
    int rc = build_site(&choice->build, source, receiver, &receipt, &pages,
                        cli->diag);
    meter_end(listener.meter);
    if (rc == 0) {
        say(cli, options, &receipt);
        if (receipt.commit.n)
            say_rest(cli, options, &listener.published);
    }
    receiver->done(receiver);
}

/* The sites of all schools on their way. */
struct schools {
    struct listener listener;       /* first: what is told takes this */
    struct cli *cli;
    struct choice *choice;
    const struct config *config;
    struct arena *arena;
    struct publish_options options;         /* of the one under way */
    size_t n, commits;
};

static struct receiver *open_school(void *payload, struct str school)
{
    struct schools *all = payload;
    struct choice *choice = all->choice;
    all->options = settle(choice, all->config, school, all->arena);
    if (choice->init &&
        publish_init(str_z(all->arena, all->options.repository),
                     all->cli->diag) != 0)
        return NULL;
    listen(&all->listener, &all->options, &choice->build);
    all->listener.published.only = str_format(all->arena, "school:%.*s",
                                              STR_FMT(school));
    return publish_receiver(&all->options);
}

static void placed(void *payload, struct str school, size_t pages,
                   const struct receipt *receipt)
{
    struct schools *all = payload;
    (void)school;
    (void)pages;
    all->n++;
    all->commits += receipt->commit.n > 0;
    if (receipt->commit.n) {
        meter_pause(all->listener.meter);
        say(all->cli, &all->options, receipt);
    }
}

static void publish_schools(struct cli *cli, struct choice *choice,
                            const struct config *config,
                            struct source *source, struct arena *arena)
{
    struct schools all = {
        .listener = {.published.arena = arena, .meter = cli_meter(cli)},
        .cli = cli, .choice = choice, .config = config, .arena = arena,
    };
    struct build_outlet outlet = {&all, open_school, placed};
    listen(&all.listener, &all.options, &choice->build);
    build_schools(&choice->build, source, &outlet, cli->diag);
    meter_end(all.listener.meter);
    if (all.n)
        cli_say(cli, "Сайты школ: %zu, из них с новой записью %zu.",
                "Sites of schools: %zu, with a new commit %zu.", all.n,
                all.commits);
}

static void run(struct cli *cli, struct choice *choice, struct arena *arena)
{
    struct config config = {0};
    struct diag *quiet = diag_new();        /* build_site reports it all */
    struct diag *heard = choice->back ? cli->diag : quiet;
    struct source *source = build_source(&choice->build, cli->diag);
    bool usable = source && config_read(&config, arena, source, heard);
    diag_free(quiet);
    if (source && only_all(choice->build.only)) {
        publish_schools(cli, choice, &config, source, arena);
        goto out;
    }
    struct publish_options options = settle(choice, &config, S(""), arena);
    if (usable && choice->init &&
        publish_init(str_z(arena, options.repository), cli->diag) != 0)
        goto out;
    if (source && !choice->back)
        publish_site(cli, choice, &options, source, arena);
    else if (usable)
        roll_back(cli, choice, &options, arena);
out:
    source_free(source);
}

/* Is what the options say together possible? False after reporting. */
static bool agree(struct cli *cli, const struct choice *choice)
{
    const char *places[] = {choice->branch, choice->repository, choice->init};
    if (choice->back && only_all(choice->build.only)) {
        diag_add(cli->diag, (struct pos){0}, MSG_USAGE_CHOICE,
                 ARGS(S("schools"), S("--only (--rollback)"),
                      S("school:ID")));
        return false;
    }
    return only_check(choice->build.only, places, 3,
                      "--branch, --repository", cli->diag);
}

int cmd_publish(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct arena *arena = arena_new();
    if (cli_options(cli, argc, argv, own, take, &choice, NULL) &&
        agree(cli, &choice)) {
        choice.build.dir = cli->dir;
        choice.build.strict = cli->strict;
        cli->at_option = choice.build.at;
        choice.build.commit = build_commit(&choice.build, arena, cli->diag);
        run(cli, &choice, arena);
    }
    arena_free(arena);
    return cli_finish(cli);
}
