/*
 * cmd_new_thing: `vitrina new program|school|practice ID`: one more thing in
 * a site that is there, from the texts in themes/starter/parts. See cmd_new.h.
 */
#include "cmd_new.h"

#include "base/fold.h"
#include "base/fs.h"
#include "base/mem.h"
#include "cli.h"
#include "input/source.h"
#include "model/address.h"
#include "model/append.h"
#include "model/blank.h"
#include "model/catalog.h"
#include "output/fresh.h"

#include <string.h>

#define TABLE_BYTES_MAX ((size_t)1 << 26)
#define SCHOOLS "data/schools.csv"

/* --- texts --- */

/* What stands between two @ in a part. */
struct filled {
    struct str id, school, programme;
};

/* A part with @ID@, @SCHOOL@ and @PROGRAMME@ filled in; other @ stay. */
static struct str fill(struct arena *arena, const char *name,
                       const struct filled *with)
{
    const struct {
        struct str mark, value;
    } marks[] = {{S("@ID@"), with->id},
                 {S("@SCHOOL@"), with->school},
                 {S("@PROGRAMME@"), with->programme}};
    struct str text = new_starter(name);
    struct buf out = {0};
    while (text.n) {
        size_t m = 0;
        while (m < 3 && !str_starts(text, marks[m].mark))
            m++;
        if (m < 3)
            buf_add(&out, marks[m].value);
        else
            buf_char(&out, text.p[0]);
        text = str_skip(text, m < 3 ? marks[m].mark.n : 1);
    }
    text = buf_take(&out, arena);
    buf_free(&out);
    return text;
}

/* --- the three things: each adds its files; false after reporting --- */

static bool make_programme(struct cli *cli, struct fresh *fresh,
                           struct str id)
{
    struct filled with = {.id = id};
    struct buf bytes = {0};
    (void)cli;
    fresh_add(fresh,
              str_format(fresh->arena, "content/programs/%.*s/index.md",
                         STR_FMT(id)),
              fill(fresh->arena, "parts/program.md", &with));
    for (size_t i = 0; i < blank_count(); i++) {
        struct blank blank = blank_at(i);
        if (blank.shared || !blank.usual)
            continue;
        blank_table(&bytes, i);
        fresh_add(fresh,
                  str_format(fresh->arena, "data/%.*s/%.*s", STR_FMT(id),
                             STR_FMT(blank.name)),
                  buf_take(&bytes, fresh->arena));
    }
    buf_free(&bytes);
    return true;
}

static bool make_school(struct cli *cli, struct fresh *fresh, struct str id)
{
    struct filled with = {.id = id};
    struct buf table = {0}, longer = {0};
    struct pos at = {.file = S(SCHOOLS)};
    const char *path = fs_join(fresh->arena, cli->dir, at.file);
    bool had = fs_exists(path), good = true;
    if (had && fs_read(path, TABLE_BYTES_MAX, &table) != 0) {
        diag_errno(cli->diag, at, MSG_MACHINE_READ, str_of(path));
        good = false;
    }
    good = good &&
           append_school(&longer, at.file, buf_str(&table), id,
                         str_format(fresh->arena, "Новая школа %.*s",
                                    STR_FMT(id)),
                         cli->diag) == 0;
    if (good)
        (had ? fresh_change : fresh_add)(fresh, at.file,
                                         buf_take(&longer, fresh->arena));
    fresh_add(fresh,
              str_format(fresh->arena, "content/schools/%.*s.md",
                         STR_FMT(id)),
              fill(fresh->arena, "parts/school.md", &with));
    buf_free(&table);
    buf_free(&longer);
    return good;
}

/* A practice names a school and a programme: the first of each, to be
 * replaced. What is wrong with the site does not matter here. */
static bool make_practice(struct cli *cli, struct fresh *fresh,
                          struct str id)
{
    struct filled with = {.id = id};
    struct diag *quiet = diag_new();
    struct source *source = source_folder(cli->dir, quiet);
    struct site *site =
        source ? catalog_read(fresh->arena, source, quiet) : NULL;
    if (site && site->schools.n)
        with.school = site->schools.at[0].id;
    if (site && site->programmes.n)
        with.programme = site->programmes.at[0].id;
    if (with.school.n)
        fresh_add(fresh,
                  str_format(fresh->arena, "content/practices/%.*s.md",
                             STR_FMT(id)),
                  fill(fresh->arena, "parts/practice.md", &with));
    else
        diag_add(cli->diag, (struct pos){0}, MSG_NEW_NO_SCHOOL, NULL);
    source_free(source);
    diag_free(quiet);
    return with.school.n > 0;
}

static const struct {
    const char *word;
    bool (*make)(struct cli *cli, struct fresh *fresh, struct str id);
} things[] = {
    {"program", make_programme},
    {"school", make_school},
    {"practice", make_practice},
};
#define THINGS (sizeof things / sizeof *things)

bool new_is_thing(const char *word)
{
    for (size_t i = 0; i < THINGS; i++)
        if (strcmp(things[i].word, word) == 0)
            return true;
    return false;
}

static bool is_usable(struct cli *cli, struct arena *arena, struct str id)
{
    struct pos nowhere = {0};
    if (!fold_is_id(id))
        diag_add(cli->diag, nowhere, MSG_NEW_ID,
                 ARGS(id, fold_slug(arena, id)));
    else if (address_reserved(id, false))
        diag_add(cli->diag, nowhere, MSG_NEW_RESERVED, ARGS(id));
    else if (!fs_exists(fs_join(arena, cli->dir, S("content/site.yml"))))
        diag_add(cli->diag, (struct pos){.file = S("content/site.yml")},
                 MSG_CONFIG_MISSING, NULL);
    else
        return true;
    return false;
}

void new_thing(struct cli *cli, struct fresh *fresh, const char *word,
               struct str id)
{
    size_t t = 0;
    while (strcmp(things[t].word, word) != 0)
        t++;
    if (!is_usable(cli, fresh->arena, id) ||
        !things[t].make(cli, fresh, id) ||
        fresh_write(fresh, cli->dir, cli->diag) != 0)
        return;
    for (size_t i = 0; i < fresh->files.n; i++)
        cli_say(cli, fresh->files.at[i].old ? "дополнен %.*s" : "создан %.*s",
                fresh->files.at[i].old ? "changed %.*s" : "made %.*s",
                STR_FMT(fresh->files.at[i].path));
}
