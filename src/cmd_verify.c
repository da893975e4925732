/*
 * cmd_verify: `vitrina verify`: is what was published what its sources give?
 */
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "input/git.h"
#include "input/source.h"
#include "meter.h"
#include "model/config.h"
#include "output/receiver.h"
#include "output/verify.h"
#include "private.h"

#include <stdlib.h>

enum { KEY_REPOSITORY = 1, KEY_BRANCH, KEY_PRIVATE };

struct choice {
    struct build_options build;
    const char *repository, *branch, *commit;
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
    case KEY_PRIVATE:
        choice->build.private_dir = value;
        break;
    default:
        choice->build.jobs = (size_t)strtoul(value, NULL, 10);
    }
}

static const struct option own[] = {
    {"repository", required_argument, NULL, KEY_REPOSITORY},
    {"branch", required_argument, NULL, KEY_BRANCH},
    {"private", required_argument, NULL, KEY_PRIVATE},
    {"jobs", required_argument, NULL, 'j'},
    {0},
};

/* --- what was published --- */

/* site.yml as it is or, with `at`, was; false where there is none. */
static bool read_config(const struct build_options *options,
                        struct arena *arena, struct config *config)
{
    struct diag *quiet = diag_new();
    struct source *source = build_source(options, quiet);
    bool read = source && config_read(config, arena, source, quiet);
    source_free(source);
    diag_free(quiet);
    return read;
}

/* A branch, as it is here or as it was last fetched. */
static struct verify *open_published(struct cli *cli,
                                     const struct choice *choice,
                                     struct arena *arena)
{
    struct config config = {.publish.branch = S("pages")};
    const char *dir, *revisions[4] = {choice->commit};
    read_config(&choice->build, arena, &config);
    struct str branch = choice->branch ? str_of(choice->branch)
                                       : config.publish.branch;
    struct str remote = config.publish.remote.n ? config.publish.remote
                                                : S("origin");
    if (!choice->commit) {
        revisions[0] = str_z(arena, branch);
        revisions[1] = str_z(arena, str_format(
            arena, "refs/remotes/%.*s/%.*s", STR_FMT(remote),
            STR_FMT(branch)));
    }
    if (choice->repository)
        dir = choice->repository;
    else
        dir = config_repository(&config, arena, cli->dir);
    return verify_open(dir, revisions, cli->diag);
}

/* The commit of the sources, if it is here. */
static bool find_source(struct cli *cli, struct choice *choice,
                        const struct verify *verify, struct arena *arena)
{
    const struct manifest *manifest = verify_manifest(verify);
    struct str id = S("");
    if (!manifest->source.n) {
        diag_add(cli->diag, (struct pos){0}, MSG_VERIFY_SOURCE,
                 ARGS(verify_commit(verify)));
        return false;
    }
    choice->build.at = str_z(arena, manifest->source);
    struct repo *repo = repo_open(cli->dir, true, cli->diag);
    if (!repo)
        return false;
    id = repo_commit_id(repo, choice->build.at, arena);
    repo_free(repo);
    if (!str_eq(id, manifest->source)) {
        diag_add(cli->diag, (struct pos){0}, MSG_VERIFY_NO_COMMIT,
                 ARGS(manifest->source, str_of(cli->dir)));
        return false;
    }
    choice->build.commit = manifest->source;
    choice->build.only = manifest->only.n ? str_z(arena, manifest->only)
                                          : NULL;
    if (!str_is(manifest->version, VITRINA_VERSION))
        diag_add(cli->diag, (struct pos){0}, MSG_VERIFY_VERSION,
                 ARGS(manifest->version, S(VITRINA_VERSION)));
    return true;
}

/* --- comparing --- */

static void say(struct cli *cli, const struct verify *verify,
                const struct receipt *receipt, size_t wrong)
{
    size_t others = receipt->changed + receipt->created + receipt->removed;
    if (others == 0)
        cli_say(cli,
                "Проверено: запись %.*s, все файлы (%zu) такие, какие дают "
                "исходные тексты и таблицы записи %.*s.",
                "Verified: commit %.*s, all files (%zu) are what the texts "
                "and tables of commit %.*s give.",
                STR_FMT(verify_commit(verify)), receipt->same,
                STR_FMT(verify_manifest(verify)->source));
    else
        cli_say(cli,
                "Запись %.*s: совпадает файлов %zu, остальных %zu.",
                "Commit %.*s: files that agree %zu, others %zu.",
                STR_FMT(verify_commit(verify)), receipt->same, others);
    if (wrong == 0)
        cli_say(cli, "Файлы в папке — те же.",
                "The files in the folder are the same.");
}

/* What the old sources themselves have to be told about is of no interest,
 * unless nothing comes of them. */
static void compare(struct cli *cli, struct choice *choice,
                    struct verify *verify, struct arena *arena)
{
    struct config config = {0};
    struct receipt receipt = {0};
    size_t pages = 0;
    struct diag *built = diag_new();
    struct source *source = build_source(&choice->build, cli->diag);
    read_config(&choice->build, arena, &config);
    /* Without its numbers a text may speak of what is not there. */
    choice->build.despite = private_missing(&choice->build, &config);
    struct receiver *receiver = verify_receiver(
        verify, config.publish.keep, config.publish.keep_n,
        choice->build.despite, cli->diag);
    choice->build.meter = cli_meter(cli);
    int rc = source ? build_site(&choice->build, source, receiver, &receipt,
                                 &pages, built) : -1;
    meter_end(choice->build.meter);
    receiver->done(receiver);
    source_free(source);
    if (rc != 0)
        diag_merge(cli->diag, built);
    diag_free(built);
    size_t wrong = verify_folder(verify, cli->diag);
    if (rc == 0)
        say(cli, verify, &receipt, wrong);
}

int cmd_verify(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct arena *arena = arena_new();
    struct verify *verify = NULL;
    int rest;
    if (!cli_options(cli, argc, argv, own, take, &choice, &rest))
        goto out;
    if (rest < argc)
        choice.commit = argv[rest++];
    if (rest < argc) {
        diag_add(cli->diag, (struct pos){0}, MSG_USAGE_OPTION,
                 ARGS(str_of(argv[rest]), str_of(argv[0])));
        goto out;
    }
    choice.build.dir = cli->dir;
    verify = open_published(cli, &choice, arena);
    if (verify && find_source(cli, &choice, verify, arena)) {
        cli->at_option = choice.build.at;
        compare(cli, &choice, verify, arena);
    }
out:
    verify_free(verify);
    arena_free(arena);
    return cli_finish(cli);
}
