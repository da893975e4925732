/*
 * cmd_explain: `vitrina explain PATH`: which files and lines to open when
 * something on a page is wrong.
 */
#include "base/mem.h"
#include "build.h"
#include "cli.h"
#include "explain.h"
#include "explain_words.h"
#include "meter.h"

#include <stdio.h>

/* file:12, 15, 31-40, so that a terminal opens the first on a click. */
static void put_source(struct buf *out, const struct explain_source *source,
                       enum lang lang)
{
    buf_addf(out, "  %.*s:", STR_FMT(source->file));
    for (size_t i = 0; i < source->n; i++) {
        struct explain_lines lines = source->lines[i];
        buf_addf(out, i ? ", %u" : "%u", (unsigned)lines.from);
        if (lines.to > lines.from)
            buf_addf(out, "-%u", (unsigned)lines.to);
    }
    buf_addf(out, "  %s\n", explain_source_words(source->file, lang));
}

static void put_template(struct buf *out, const struct explained *page,
                         enum lang lang)
{
    static const char *const words[][2] = {
        {"Шаблон: %.*s, встроен в программу\n",
         "Template: %.*s, built into the program\n"},
        {"Шаблон: %.*s:1\n", "Template: %.*s:1\n"},
    };
    if (page->template.n > 0)
        buf_addf(out, words[page->template_own][lang],
                 STR_FMT(page->template));
}

static void put_sources(struct buf *out, const struct explained *page,
                        enum explain_part part, enum lang lang)
{
    static const char *const words[EXPLAIN_PARTS][2] = {
        [EXPLAIN_OWN] = {"О том, о чём она:", "On what it is about:"},
        [EXPLAIN_SHARED] = {"Зависит от этого:", "It depends on:"},
        [EXPLAIN_PRESENT] = {"На ней не видны, но нужны (меню, ссылки, шкалы):",
                             "Not seen on it, but needed (menus, links, "
                             "scales):"},
    };
    bool first = true;
    for (size_t i = 0; i < page->n; i++) {
        if (page->sources[i].part != part)
            continue;
        if (first)
            buf_addf(out, "\n%s\n", words[part][lang]);
        first = false;
        put_source(out, &page->sources[i], lang);
    }
}

static void put(struct buf *out, const struct explained *page,
                enum lang lang)
{
    static const char *const gathers[] = {
        "Собирается из слов всех страниц.\n",
        "Made of the words of all pages.\n"};
    buf_addf(out, "%.*s: %s", STR_FMT(page->path),
             explain_kind_words(page->kind, lang));
    if (page->title.n > 0)
        buf_addf(out, lang == LANG_RU ? " «%.*s»" : " \"%.*s\"",
                 STR_FMT(page->title));
    buf_char(out, '\n');
    put_template(out, page, lang);
    if (page->gathers)
        buf_addz(out, gathers[lang]);
    for (int part = 0; part < EXPLAIN_PARTS; part++)
        put_sources(out, page, (enum explain_part)part, lang);
}

static void run(struct cli *cli, const char *name)
{
    struct build_options options = {.dir = cli->dir,
                                    .meter = cli_meter(cli)};
    struct diag *diag = diag_new();
    struct arena *arena = arena_new();
    struct explained page;
    bool found = explain(&page, arena, &options, str_of(name), diag);
    meter_end(options.meter);
    if (found) {
        struct buf text = {0};
        put(&text, &page, cli_lang(cli));
        fwrite(text.p, 1, text.n, stdout);
        buf_free(&text);
    }
    /* Of a page that is there, warnings are for `check`. */
    if (!found || diag_worst(diag) > LEVEL_WARNING)
        diag_merge(cli->diag, diag);
    arena_free(arena);
    diag_free(diag);
}

int cmd_explain(struct cli *cli, int argc, char **argv)
{
    int rest;
    if (cli_options(cli, argc, argv, NULL, NULL, NULL, &rest)) {
        if (rest + 1 == argc)
            run(cli, argv[rest]);
        else
            diag_add(cli->diag, (struct pos){0}, MSG_EXPLAIN_WORDS, NULL);
    }
    return cli_finish(cli);
}
