/*
 * cmd_build: `vitrina build` and `vitrina check`: the same pipeline into a
 * folder or into nothing.
 */
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "input/source.h"
#include "meter.h"
#include "model/catalog.h"
#include "model/practice.h"
#include "only.h"
#include "output/receiver.h"
#include "output/tree.h"
#include "release/release.h"
#include "release/reporting.h"

#include <stdlib.h>
#include <unistd.h>

enum { KEY_AT = 1, KEY_HIDDEN, KEY_ONLY };

struct choice {
    struct build_options options;
    const char *out;
    bool hidden;
};

static void take(void *payload, int key, const char *value)
{
    struct choice *choice = payload;
    if (key == 'o')
        choice->out = value;
    else if (key == KEY_AT)
        choice->options.at = value;
    else if (key == KEY_HIDDEN)
        choice->hidden = true;
    else if (key == KEY_ONLY)
        choice->options.only = value;
    else if (key == 'j')
        choice->options.jobs = (size_t)strtoul(value, NULL, 10);
}

static const struct option build_own[] = {
    {"output", required_argument, NULL, 'o'},
    {"at", required_argument, NULL, KEY_AT},
    {"jobs", required_argument, NULL, 'j'},
    {"only", required_argument, NULL, KEY_ONLY},
    {0},
};

static const struct option check_own[] = {
    {"hidden", no_argument, NULL, KEY_HIDDEN},
    {"at", required_argument, NULL, KEY_AT},
    {"jobs", required_argument, NULL, 'j'},
    {0},
};

/* Options as both commands have them; false after reporting. */
static bool begin(struct cli *cli, int argc, char **argv,
                  const struct option *own, struct choice *choice)
{
    if (!cli_options(cli, argc, argv, own, take, choice, NULL))
        return false;
    choice->options.dir = cli->dir;
    choice->options.strict = cli->strict;
    cli->at_option = choice->options.at;
    return true;
}

/* Runs the pipeline; 0 when the receiver has committed. */
static int run(struct cli *cli, struct choice *choice,
               struct receiver *receiver, struct receipt *receipt,
               size_t *pages)
{
    struct source *source = build_source(&choice->options, cli->diag);
    int rc = -1;
    choice->options.meter = cli_meter(cli);
    if (source)
        rc = build_site(&choice->options, source, receiver, receipt, pages,
                        cli->diag);
    meter_end(choice->options.meter);
    source_free(source);
    receiver->done(receiver);
    return rc;
}

/* Findings of hidden numbers too, so only where nobody can pass them on by
 * mistake: both streams must be the terminal. */
static int check_hidden(struct cli *cli, struct choice *choice)
{
    struct source *source = NULL;
    if (!isatty(STDOUT_FILENO) || !isatty(STDERR_FILENO))
        diag_add(cli->diag, (struct pos){0}, MSG_USAGE_HIDDEN, NULL);
    else
        source = build_source(&choice->options, cli->diag);
    if (source)
        build_findings(&choice->options, source, cli->diag);
    source_free(source);
    int status = cli_finish(cli);
    if (status == 0)
        cli_say(cli, "Проверено и то, что сайт скрывает: ошибок нет.",
                "Checked with what the site hides: no errors.");
    return status;
}

/* --- who has not reported, what waits --- */

#define UNREPORTED_MAX 8        /* schools named on one line */

struct check_lines {
    struct cli *cli;
    struct buf text;
};

/* «Нет данных за 2025 (zarechny-2022): Школа № 1 (показателей: 3)». */
static void add_line(struct check_lines *lines, const struct site *site,
                     const struct unreported *list, size_t n)
{
    bool ru = cli_lang(lines->cli) == LANG_RU;
    struct buf *out = &lines->text;
    if (out->n)
        buf_char(out, '\n');
    buf_addz(out, ru ? "Нет данных за " : "No data for ");
    period_code(out, list[0].period);
    buf_addf(out, " (%.*s): ",
             STR_FMT(site->programmes.at[list[0].programme].id));
    for (size_t i = 0; i < n && i < UNREPORTED_MAX; i++) {
        struct str label =
            catalog_school_label(&site->schools.at[list[i].school]);
        buf_addf(out, ru ? "%s%.*s (показателей: %zu)"
                         : "%s%.*s (indicators: %zu)",
                 i ? ", " : "", STR_FMT(label), list[i].missing);
    }
    if (n > UNREPORTED_MAX)
        buf_addf(out, ru ? " и ещё школ: %zu (все: check --verbose)"
                         : " and %zu more (all: check --verbose)",
                 n - UNREPORTED_MAX);
    buf_addz(out, ".");
}

/* «Ждут экспертизы: Первая; Вторая.» */
static void add_waiting(struct check_lines *lines, const struct site *site,
                        enum practice_wait wait, const char *words)
{
    struct buf *out = &lines->text;
    size_t n = 0;
    for (size_t i = 0; i < site->practices.n; i++) {
        const struct practice *it = &site->practices.at[i];
        if (practice_wait(site, it) != wait)
            continue;
        if (n == 0 && out->n)
            buf_char(out, '\n');
        buf_addf(out, "%s%.*s", n ? "; " : words, STR_FMT(it->text.title));
        n++;
    }
    if (n)
        buf_char(out, '.');
}

/* The commission's and the editor's work with practices. */
static void list_practices(struct check_lines *lines,
                           const struct site *site)
{
    bool ru = cli_lang(lines->cli) == LANG_RU;
    practice_notes(site, lines->cli->diag);
    add_waiting(lines, site, PRACTICE_WAITS,
                ru ? "Практики ждут экспертизы: "
                   : "Practices that wait for review: ");
    add_waiting(lines, site, PRACTICE_OVERDUE,
                ru ? "Практики пора проверить снова: "
                   : "Practices due for another review: ");
}

/* A note for each, and a line for the last due period of each programme. */
static void list_waiting(void *payload, const struct release *release)
{
    struct check_lines *lines = payload;
    const struct site *site = release_site(release);
    struct arena *arena = arena_new();
    struct unreported *list;
    size_t n = reporting_list(arena, release, &list);
    reporting_notes(release, list, n, lines->cli->diag);
    for (size_t i = 0, from = 0; i < n; i++) {
        if (!period_eq(list[i].period, list[from].period))
            from = i;
        if (i + 1 == n || list[i + 1].programme != list[i].programme) {
            add_line(lines, site, list + from, i + 1 - from);
            from = i + 1;
        }
    }
    arena_free(arena);
    list_practices(lines, site);
}

int cmd_check(struct cli *cli, int argc, char **argv)
{
    struct check_lines lines = {.cli = cli};
    struct choice choice = {0};
    struct receipt receipt = {0};
    size_t pages = 0;
    if (!begin(cli, argc, argv, check_own, &choice))
        return cli_finish(cli);
    choice.options.guard = true;
    choice.options.no_history = true;
    if (choice.hidden)
        return check_hidden(cli, &choice);
    choice.options.released = list_waiting;
    choice.options.payload = &lines;
    int rc = run(cli, &choice, receiver_nothing(), &receipt, &pages);
    int status = cli_finish(cli);
    if (rc == 0 && status == 0)
        cli_say(cli, "Проверено: ошибок нет, файлов в сайте — %zu.",
                "Checked: no errors, %zu files in the site.", pages);
    if (rc == 0 && status == 0 && lines.text.n)
        cli_say(cli, "%s", "%s", lines.text.p);
    buf_free(&lines.text);
    return status;
}

/* --- build --- */

static void say_built(struct cli *cli, struct str out, size_t pages,
                      const struct receipt *receipt)
{
    cli_say(cli,
            "Собрано файлов: %zu, папка %.*s (новых %zu, изменённых %zu, "
            "прежних %zu, удалённых %zu).",
            "Built: %zu files in %.*s (new %zu, changed %zu, same %zu, "
            "removed %zu).",
            pages, STR_FMT(out), receipt->created, receipt->changed,
            receipt->same, receipt->removed);
}

static int build_one(struct cli *cli, struct choice *choice, struct str out,
                     struct arena *arena)
{
    struct receipt receipt = {0};
    size_t pages = 0;
    int rc = run(cli, choice, tree_receiver(str_z(arena, out)), &receipt,
                 &pages);
    int status = cli_finish(cli);
    if (rc == 0)
        say_built(cli, out, pages, &receipt);
    return status;
}

/* Where the sites of schools go, and what has become of them. */
struct folders {
    struct arena *arena;
    const char *pattern;
    size_t schools, pages;
    struct receipt receipt;
};

static struct receiver *open_folder(void *payload, struct str school)
{
    struct folders *folders = payload;
    struct str dir = only_fill(folders->arena, folders->pattern, "schools",
                               school);
    return tree_receiver(str_z(folders->arena, dir));
}

static void placed(void *payload, struct str school, size_t pages,
                   const struct receipt *receipt)
{
    struct folders *folders = payload;
    (void)school;
    folders->schools++;
    folders->pages += pages;
    folders->receipt.created += receipt->created;
    folders->receipt.changed += receipt->changed;
    folders->receipt.same += receipt->same;
    folders->receipt.removed += receipt->removed;
}

static int build_all_schools(struct cli *cli, struct choice *choice,
                             struct arena *arena)
{
    struct folders folders = {.arena = arena, .pattern = choice->out};
    struct build_outlet outlet = {&folders, open_folder, placed};
    struct source *source = build_source(&choice->options, cli->diag);
    choice->options.meter = cli_meter(cli);
    if (source)
        build_schools(&choice->options, source, &outlet, cli->diag);
    meter_end(choice->options.meter);
    source_free(source);
    int status = cli_finish(cli);
    if (folders.schools) {
        cli_say(cli, "Собраны сайты школ: %zu.", "Sites of schools built: %zu.",
                folders.schools);
        say_built(cli, str_of(choice->out), folders.pages, &folders.receipt);
    }
    return status;
}

int cmd_build(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct arena *arena = arena_new();
    int status;
    if (!begin(cli, argc, argv, build_own, &choice) ||
        !only_check(choice.options.only, &choice.out, 1, "-o", cli->diag)) {
        arena_free(arena);
        return cli_finish(cli);
    }
    choice.options.commit = build_commit(&choice.options, arena, cli->diag);
    if (only_all(choice.options.only)) {
        status = build_all_schools(cli, &choice, arena);
    } else {
        struct str out = choice.out
                             ? only_fill(arena, choice.out,
                                         choice.options.only, S(""))
                             : str_format(arena, "%s/public", cli->dir);
        status = build_one(cli, &choice, out, arena);
    }
    arena_free(arena);
    return status;
}
