/*
 * history_cache: the file .vitrina/history. See history_cache.h.
 *
 *   vitrina-history 3 0.1.0
 *   l HEAD w 2                  the log: whole (w) or cut (x), its commits
 *   ID <tab> DAY <tab> +REASON
 *   c ID BEFORE RELEASED g 2    a commit: good (g) or with errors (x), records
 *   KEY <tab> BEFORE <tab> AFTER    one record; `-` no text, else `+TEXT`
 *   . DIGEST                    of all lines above
 *
 * Texts are escaped: \n, \t, \\.
 */
#include "history_cache.h"

#include "base/fs.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"

#include <inttypes.h>
#include <stdlib.h>

#define FORMAT "3"              /* to be raised when records change */
#define HEAD "vitrina-history " FORMAT " " VITRINA_VERSION
#define CACHE_MAX ((size_t)1 << 30)

struct history_cache {
    struct arena *arena;
    const char *dir;
    ARR(struct history_entry *) entries;
    struct map *ids;            /* id -> index in entries */
    struct history_log log;
    bool changed;
};

/* --- texts --- */

static void put_text(struct buf *out, struct str text)
{
    buf_char(out, text.p ? '+' : '-');
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == '\n')
            buf_add(out, S("\\n"));
        else if (c == '\t')
            buf_add(out, S("\\t"));
        else if (c == '\\')
            buf_add(out, S("\\\\"));
        else
            buf_char(out, c);
    }
}

static struct str take_text(struct arena *arena, struct str text)
{
    if (!str_starts(text, S("+")))
        return (struct str){0};
    text = str_skip(text, 1);
    if (str_find_char(text, '\\') < 0)
        return text.n ? text : S("");
    struct buf plain = {0};
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\\' && i + 1 < text.n) {
            char c = text.p[++i];
            buf_char(&plain, c == 'n' ? '\n' : c == 't' ? '\t' : c);
        } else {
            buf_char(&plain, text.p[i]);
        }
    }
    struct str taken = buf_take(&plain, arena);
    buf_free(&plain);
    return taken;
}

/* --- reading --- */

/* What stands before the last line, if that tells its digest. */
static struct str checked(struct str file)
{
    char hex[DIGEST_HEX];
    size_t last = DIGEST_HEX - 1 + 3;   /* `. DIGEST` and the line's end */
    if (file.n < last)
        return S("");
    struct str body = str_sub(file, 0, file.n - last);
    hash_hex(hash_digest(body), hex);
    struct str end = str_skip(file, body.n + 2);
    return str_starts(end, str_of(hex)) ? body : S("");
}

static size_t number_of(struct str digits)
{
    return digits.p ? (size_t)strtoul(digits.p, NULL, 10) : 0;
}

static void read_log(struct history_cache *cache, struct str *rest)
{
    struct str line = str_cut(rest, '\n');
    if (!str_is(str_cut(&line, ' '), "l"))
        return;
    struct history_log log = {.head = str_cut(&line, ' ')};
    log.whole = str_is(str_cut(&line, ' '), "w");
    log.n = number_of(line);
    log.commits = ARENA_ARRAY(cache->arena, struct history_commit, log.n + 1);
    for (size_t i = 0; i < log.n && rest->p; i++) {
        struct str parts = str_cut(rest, '\n');
        log.commits[i].id = str_copy(cache->arena, str_cut(&parts, '\t'));
        log.commits[i].on =
            (date)strtol(str_cut(&parts, '\t').p, NULL, 10);
        log.commits[i].reason = take_text(cache->arena, parts);
    }
    cache->log = log;
}

static bool read_entry(struct history_cache *cache, struct str *rest)
{
    struct str line = str_cut(rest, '\n');
    struct history_entry entry = {0};
    if (!str_is(str_cut(&line, ' '), "c"))
        return false;
    entry.id = str_cut(&line, ' ');
    entry.before = str_cut(&line, ' ');
    entry.released = str_copy(cache->arena, str_cut(&line, ' '));
    entry.good = str_is(str_cut(&line, ' '), "g");
    entry.n = number_of(line);
    if (str_is(entry.before, "-"))
        entry.before = S("");
    struct record *records =
        ARENA_ARRAY(cache->arena, struct record, entry.n + 1);
    for (size_t i = 0; i < entry.n && rest->p; i++) {
        struct str parts = str_cut(rest, '\n');
        records[i].key = str_cut(&parts, '\t');
        records[i].before = take_text(cache->arena, str_cut(&parts, '\t'));
        records[i].after = take_text(cache->arena, parts);
    }
    entry.records = records;
    history_cache_put(cache, &entry);
    return true;
}

static const char *file_of(struct arena *arena, const char *dir,
                           const char *name)
{
    return fs_join(arena, dir, str_format(arena, ".vitrina/%s", name));
}

struct history_cache *history_cache_open(struct arena *arena,
                                         const char *dir)
{
    struct history_cache *cache = ARENA_NEW(arena, struct history_cache);
    struct buf bytes = {0};
    cache->arena = arena;
    cache->dir = dir;
    cache->ids = map_new(arena);
    if (fs_read(file_of(arena, dir, "history"), CACHE_MAX, &bytes) == 0) {
        struct str rest = checked(str_copy(arena, buf_str(&bytes)));
        if (str_is(str_cut(&rest, '\n'), HEAD)) {
            read_log(cache, &rest);
            while (rest.n > 0 && read_entry(cache, &rest))
                continue;
        }
    }
    buf_free(&bytes);
    cache->changed = false;
    return cache;
}

/* --- asking and telling --- */

const struct history_entry *history_cache_find(
    const struct history_cache *cache, struct str id,
    const struct str *before)
{
    size_t i = map_get(cache->ids, id);
    if (i == MAP_NONE)
        return NULL;
    const struct history_entry *entry = cache->entries.at[i];
    return !entry->good || !before || str_eq(entry->before, *before)
               ? entry : NULL;
}

struct history_entry *history_cache_put(struct history_cache *cache,
                                        const struct history_entry *entry)
{
    struct history_entry *kept =
        ARENA_NEW(cache->arena, struct history_entry);
    *kept = *entry;
    map_set(cache->ids, kept->id, cache->entries.n);
    *ARR_PUSH(cache->arena, &cache->entries) = kept;
    cache->changed = true;
    return kept;
}

struct history_log history_cache_log(const struct history_cache *cache)
{
    return cache->log;
}

void history_cache_set_log(struct history_cache *cache,
                           struct history_log log)
{
    cache->log = log;
    cache->changed = true;
}

/* --- writing --- */

static void write_log(struct buf *out, const struct history_log *log)
{
    buf_addf(out, "l %.*s %c %zu\n", STR_FMT(log->head),
             log->whole ? 'w' : 'x', log->n);
    for (size_t i = 0; i < log->n; i++) {
        buf_addf(out, "%.*s\t%d\t", STR_FMT(log->commits[i].id),
                 (int)log->commits[i].on);
        put_text(out, log->commits[i].reason);
        buf_char(out, '\n');
    }
}

static void write_entry(struct buf *out, const struct history_entry *entry)
{
    struct str before = entry->before.n ? entry->before : S("-");
    buf_addf(out, "c %.*s %.*s %.*s %c %zu\n", STR_FMT(entry->id),
             STR_FMT(before), STR_FMT(entry->released),
             entry->good ? 'g' : 'x', entry->n);
    for (size_t i = 0; i < entry->n; i++) {
        buf_add(out, entry->records[i].key);
        buf_char(out, '\t');
        put_text(out, entry->records[i].before);
        buf_char(out, '\t');
        put_text(out, entry->records[i].after);
        buf_char(out, '\n');
    }
}

void history_cache_keep(const struct history_cache *cache)
{
    struct buf out = {0};
    char hex[DIGEST_HEX];
    if (!cache->changed)
        return;
    const char *path = file_of(cache->arena, cache->dir, "history");
    buf_addz(&out, HEAD "\n");
    write_log(&out, &cache->log);
    for (size_t i = 0; i < cache->entries.n; i++) {
        const struct history_entry *entry = cache->entries.at[i];
        if (map_get(cache->ids, entry->id) == i)
            write_entry(&out, entry);
    }
    hash_hex(hash_digest(buf_str(&out)), hex);
    buf_addf(&out, ". %s\n", hex);
    /* git shall not see the folder, whatever the repository ignores */
    if (fs_make_parents(path) == 0) {
        fs_replace(file_of(cache->arena, cache->dir, ".gitignore"), S("*\n"),
                   NULL);
        fs_replace(path, buf_str(&out), NULL);
    }
    buf_free(&out);
}
