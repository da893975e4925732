/*
 * theme: the site's own files over those compiled in. A theme is layers: what
 * an upper one has hides the file of the same name below. Everything is read
 * when the theme is opened, so that pages may ask from any thread.
 *
 * For render/ and build.c.
 */
#include "render/theme.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "input/source.h"
#include "model/lexicon.h"
#include "render/embedded.h"

#define THEME_FILE_MAX (4 * 1024 * 1024)

struct theme_entry {
    struct str path, bytes, file;
};

struct theme {
    ARR(struct theme_entry) entries;
    struct map *paths;
    struct str words_path;              /* i18n/ru.yml */
    ARR(struct str) texts, files;       /* the words of each layer */
    struct lexicon *words;
};

static bool is_text(struct str path)
{
    return str_ends(path, S(".html")) || str_ends(path, S(".yml")) ||
           str_ends(path, S(".css")) || str_ends(path, S(".js")) ||
           str_ends(path, S(".svg"));
}

/* This repository's own site finds the default theme both in its folder and
 * compiled in: that makes none of its words the site's own. */
static void add_words(struct theme *theme, struct arena *arena,
                      const struct theme_entry *entry)
{
    size_t n = theme->texts.n;

    if (n > 0 && str_eq(theme->texts.at[n - 1], entry->bytes))
        return;
    *ARR_PUSH(arena, &theme->texts) = entry->bytes;
    *ARR_PUSH(arena, &theme->files) = entry->file;
}

static void add_entry(struct theme *theme, struct arena *arena,
                      struct theme_entry entry)
{
    size_t i = theme->entries.n;

    if (map_add(theme->paths, entry.path, i) == i)
        *ARR_PUSH(arena, &theme->entries) = entry;
    if (str_eq(entry.path, theme->words_path))
        add_words(theme, arena, &entry);
}

/* Adds the files of a theme that is compiled in. */
static void add_embedded(struct theme *theme, struct arena *arena,
                         const char *name, const struct embedded *files,
                         size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_entry(theme, arena, (struct theme_entry){
            .path = str_of(files[i].path),
            .bytes = { (const char *)files[i].bytes, files[i].n },
            .file = str_format(arena, "themes/%s/%s", name, files[i].path),
        });
}

/* Reads the files of the site's own theme. */
static void add_own(struct theme *theme, struct arena *arena,
                    const struct source *source, struct str folder,
                    struct diag *diag)
{
    struct buf bytes = {0};
    size_t n = 0;
    const struct source_file *files = source_below(source, folder, &n);

    for (size_t i = 0; i < n; i++) {
        struct theme_entry entry = {
            .path = str_skip(files[i].path, folder.n),
            .file = files[i].path,
        };

        buf_clear(&bytes);
        if (source_read(source, files[i].path, THEME_FILE_MAX, &bytes,
                        diag) != 0)
            continue;
        entry.bytes = buf_take(&bytes, arena);
        if (is_text(entry.path) &&
            utf8_valid(entry.bytes) != entry.bytes.n) {
            diag_add(diag, (struct pos){ .file = entry.file },
                     MSG_THEME_UTF8, NULL);
            continue;
        }
        add_entry(theme, arena, entry);
    }
    buf_free(&bytes);
}

/* --- names of themes, for a wrong one --- */

struct theme_names {
    ARR(struct str) at;
};

static struct str name_of(const void *payload, size_t i)
{
    return ((const struct theme_names *)payload)->at.at[i];
}

static void report_missing(struct arena *arena, const struct source *source,
                           struct str name, struct diag *diag)
{
    struct theme_names names = {0};
    struct str near = S("default");
    size_t n = 0, best;
    const struct source_file *files = source_below(source, S("themes/"), &n);

    *ARR_PUSH(arena, &names.at) = near;
    for (size_t i = 0; i < n; i++) {
        struct str rest = str_skip(files[i].path, 7);
        struct str folder = str_cut(&rest, '/');

        if (rest.p && !str_eq(folder, names.at.at[names.at.n - 1]))
            *ARR_PUSH(arena, &names.at) = folder;
    }
    best = fold_nearest(name, names.at.n, name_of, &names);
    if (best < names.at.n)
        near = names.at.at[best];
    diag_add(diag, (struct pos){ .file = S("content/site.yml") },
             MSG_THEME_NONE, ARGS(name, near));
}

/* --- layers --- */

static struct theme *new_theme(struct arena *arena, enum lang lang)
{
    struct theme *theme = ARENA_NEW(arena, struct theme);

    theme->paths = map_new(arena);
    theme->words_path = lang == LANG_RU ? S("i18n/ru.yml") : S("i18n/en.yml");
    return theme;
}

/* The theme that site.yml names over the default one. */
static struct theme *add_named(struct theme *theme, struct arena *arena,
                               const struct source *source, struct str name,
                               enum lang lang, struct diag *diag)
{
    struct str wanted = name.n > 0 ? name : S("default");
    struct str folder = str_format(arena, "themes/%.*s/", STR_FMT(wanted));
    size_t n = 0;

    source_below(source, folder, &n);
    if (n == 0 && !str_is(wanted, "default")) {
        report_missing(arena, source, wanted, diag);
        return NULL;
    }
    add_own(theme, arena, source, folder, diag);
    add_embedded(theme, arena, "default", theme_default, theme_default_n);
    theme->words = lexicon_read(arena, lang, theme->texts.at,
                                theme->files.at, theme->texts.n, diag);
    return theme->words ? theme : NULL;
}

struct theme *theme_open(struct arena *arena, const struct source *source,
                         struct str name, enum lang lang, struct diag *diag)
{
    return add_named(new_theme(arena, lang), arena, source, name, lang, diag);
}

struct theme *theme_open_school(struct arena *arena,
                                const struct source *source, struct str name,
                                enum lang lang, struct diag *diag)
{
    struct theme *theme = new_theme(arena, lang);

    add_own(theme, arena, source, S("themes/school/"), diag);
    add_embedded(theme, arena, "school", theme_school, theme_school_n);
    return add_named(theme, arena, source, name, lang, diag);
}

bool theme_file(const struct theme *theme, struct str path,
                struct str *bytes, struct str *file)
{
    size_t i = map_get(theme->paths, path);

    if (i == MAP_NONE)
        return false;
    *bytes = theme->entries.at[i].bytes;
    *file = theme->entries.at[i].file;
    return true;
}

size_t theme_count(const struct theme *theme)
{
    return theme->entries.n;
}

struct str theme_path(const struct theme *theme, size_t i)
{
    return theme->entries.at[i].path;
}

const struct lexicon *theme_words(const struct theme *theme)
{
    return theme->words;
}
