/*
 * cmd_new: `vitrina new`: empty tables, forms for schools, a site to begin
 * with. One more programme, school or practice: cmd_new_thing.c; what a host
 * needs: cmd_new_hosting.c. What is there already is never written over.
 */
#include "base/fs.h"
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "cmd_new.h"
#include "input/source.h"
#include "model/blank.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "output/fresh.h"
#include "private.h"
#include "release/release.h"
#include "release/reporting.h"
#include "render/embedded.h"
#include "render/theme.h"

#include <assert.h>
#include <string.h>

enum { KEY_TABLES = 1, KEY_FORMS, KEY_HOSTING };

struct choice {
    const char *tables, *forms, *hosting, *out;
};

static void take(void *payload, int key, const char *value)
{
    struct choice *choice = payload;
    if (key == KEY_TABLES)
        choice->tables = value;
    else if (key == KEY_FORMS)
        choice->forms = value;
    else if (key == KEY_HOSTING)
        choice->hosting = value;
    else if (key == 'o')
        choice->out = value;
}

static const struct option own[] = {
    {"tables", required_argument, NULL, KEY_TABLES},
    {"forms", required_argument, NULL, KEY_FORMS},
    {"hosting", required_argument, NULL, KEY_HOSTING},
    {"output", required_argument, NULL, 'o'},
    {0},
};

/* --- empty tables --- */

/* The folder that stands for that of a programme. */
#define PROGRAMME_FOLDER "program/"

static void write_tables(struct cli *cli, struct fresh *fresh,
                         const char *dir)
{
    struct buf bytes = {0};
    for (size_t i = 0; i < blank_count(); i++) {
        struct blank blank = blank_at(i);
        blank_table(&bytes, i);
        fresh_add(fresh,
                  str_format(fresh->arena, "%s%.*s",
                             blank.shared ? "" : PROGRAMME_FOLDER,
                             STR_FMT(blank.name)),
                  buf_take(&bytes, fresh->arena));
    }
    buf_free(&bytes);
    if (fresh_write(fresh, dir, cli->diag) == 0)
        cli_say(cli,
                "Пустые таблицы (%zu) — в папке %s. Заполненные положите в "
                "data/, таблицы из %s — в папку своей программы data/КОД/.",
                "Empty tables (%zu) are in the folder %s. Put what you fill "
                "in into data/, tables from %s into your programme's folder "
                "data/ID/.",
                blank_count(), dir, PROGRAMME_FOLDER);
}

/* --- forms --- */

static bool is_taken(struct arena *arena, const struct source *source,
                     struct str folder, struct str path)
{
    return source && source_find(source, str_format(arena, "%.*s/%.*s",
                                                    STR_FMT(folder),
                                                    STR_FMT(path)));
}

/* Last year's form may lie there still: the new one gets its period. */
static struct str form_path(struct arena *arena, const struct site *site,
                            const struct form *form, struct period period)
{
    struct str programme = site->programmes.at[form->programme].id;
    struct str school = site->schools.at[form->school].id;
    struct str path = str_format(arena, "%.*s/values-%.*s.csv",
                                 STR_FMT(programme), STR_FMT(school));
    if (is_taken(arena, site->source, S("data"), path) ||
        is_taken(arena, site->closed, site->config.private_path, path)) {
        struct buf code = {0};
        period_code(&code, period);
        path = str_format(arena, "%.*s/values-%.*s_%.*s.csv",
                          STR_FMT(programme), STR_FMT(school),
                          STR_FMT(buf_str(&code)));
        buf_free(&code);
    }
    return path;
}

static bool has_errors(const struct diag *diag)
{
    return diag_worst(diag) >= LEVEL_ERROR;
}

/* Adds the forms of a site that has been read and linked; their number.
 * Trouble of the site stops it: a form with wrong keys would only come back.
 */
static size_t add_forms(struct fresh *fresh, struct site *site,
                        struct period period, struct diag *diag)
{
    struct arena *arena = fresh->arena;
    struct form *forms;
    struct store *store = observe_read(arena, site, site->source, diag);
    struct release *release = release_make(arena, site, store, diag);
    struct theme *theme = theme_open(arena, site->source, site->config.theme,
                                     site->config.language, diag);
    if (!theme || has_errors(diag))
        return 0;
    size_t n = form_make(arena, release, theme_words(theme), period, &forms);
    for (size_t i = 0; i < n; i++)
        fresh_add(fresh, form_path(arena, site, &forms[i], period),
                  forms[i].bytes);
    return n;
}

/* What was given lies in data/ and in the private folder; without that folder
 * too much is asked, so its absence is told. */
static size_t make_forms(struct cli *cli, struct fresh *fresh,
                         const struct source *source, struct period period,
                         struct diag *diag)
{
    const struct build_options options = {.dir = cli->dir};
    struct site *site = catalog_read(fresh->arena, source, diag);
    if (!site)
        return 0;
    link_site(site, diag);
    struct source *closed = private_open(&options, &site->config, cli->diag);
    site->closed = closed;
    size_t n = add_forms(fresh, site, period, diag);
    source_free(closed);
    return n;
}

static void write_forms(struct cli *cli, struct fresh *fresh,
                        const struct choice *choice)
{
    const char *dir = choice->out
                          ? choice->out
                          : fs_join(fresh->arena, cli->dir, S("forms"));
    struct diag *diag = diag_new();
    struct period period;
    struct source *source = NULL;
    size_t n = 0;
    if (!period_parse(str_of(choice->forms), &period))
        diag_add(cli->diag, (struct pos){0}, MSG_NEW_PERIOD,
                 ARGS(str_of(choice->forms)));
    else
        source = source_folder(cli->dir, cli->diag);
    if (!source)
        goto out;
    n = make_forms(cli, fresh, source, period, diag);
    if (has_errors(diag))
        diag_merge(cli->diag, diag);
    else if (n == 0)
        diag_add(cli->diag, (struct pos){0}, MSG_NEW_NO_FORMS,
                 ARGS(str_of(choice->forms)));
    else if (fresh_write(fresh, dir, cli->diag) == 0)
        cli_say(cli,
                "Бланков: %zu, папка %s. Заполненные положите в data/, не "
                "меняя имён.",
                "Forms: %zu, in the folder %s. Put what comes back into "
                "data/, keeping the names.",
                n, dir);
out:
    source_free(source);
    diag_free(diag);
}

/* --- a site to begin with --- */

static struct str bytes_of(const struct embedded *file)
{
    return (struct str){(const char *)file->bytes, file->n};
}

struct str new_starter(const char *path)
{
    size_t i = 0;
    while (i < theme_starter_n && strcmp(theme_starter[i].path, path) != 0)
        i++;
    assert(i < theme_starter_n);
    return bytes_of(&theme_starter[i]);
}

static int found(void *payload, struct str path, size_t size, bool link)
{
    (void)payload, (void)path, (void)size, (void)link;
    return 1;
}

static void write_site(struct cli *cli, struct fresh *fresh, const char *dir)
{
    const struct str folder = S("site/");
    if (fs_is_dir(dir) && fs_walk(dir, found, NULL) != 0) {
        diag_add(cli->diag, (struct pos){0}, MSG_NEW_NOT_EMPTY,
                 ARGS(str_of(dir)));
        return;
    }
    for (size_t i = 0; i < theme_starter_n; i++) {
        const struct embedded *file = &theme_starter[i];
        struct str path = str_of(file->path);
        if (str_starts(path, folder))
            fresh_add(fresh, str_skip(path, folder.n),
                      bytes_of(file));
    }
    if (fresh_write(fresh, dir, cli->diag) == 0)
        cli_say(cli,
                "Сайт для начала записан в папку %s. Соберите его: "
                "vitrina -C %s build",
                "A site to begin with is in the folder %s. Build it: "
                "vitrina -C %s build",
                dir, dir);
}

/* --- which of them --- */

static void choose(struct cli *cli, struct fresh *fresh,
                   const struct choice *choice, int words, char **word)
{
    int options = !!choice->tables + !!choice->forms + !!choice->hosting;
    bool lone = options == 1 && words == 0;
    if (lone && choice->tables)
        write_tables(cli, fresh, choice->tables);
    else if (lone && choice->forms)
        write_forms(cli, fresh, choice);
    else if (lone)
        new_hosting(cli, fresh, choice->hosting);
    else if (options == 0 && words == 2 && new_is_thing(word[0]))
        new_thing(cli, fresh, word[0], str_of(word[1]));
    else if (options == 0 && words == 1 && !new_is_thing(word[0]))
        write_site(cli, fresh, word[0]);
    else
        diag_add(cli->diag, (struct pos){0}, MSG_NEW_WORDS, NULL);
}

int cmd_new(struct cli *cli, int argc, char **argv)
{
    struct choice choice = {0};
    struct fresh fresh = {.arena = arena_new()};
    int rest;
    if (cli_options(cli, argc, argv, own, take, &choice, &rest))
        choose(cli, &fresh, &choice, argc - rest, argv + rest);
    arena_free(fresh.arena);
    return cli_finish(cli);
}
