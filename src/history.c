/*
 * history: from commits to changes. See history.h.
 */
#include "history.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
#include "build.h"
#include "history_cache.h"
#include "input/git_history.h"
#include "input/source.h"
#include "input/text.h"
#include "input/yml.h"
#include "meter.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "release/changes.h"
#include "release/release.h"
#include "release/snapshot.h"

#include <inttypes.h>
#include <stdlib.h>

#define COMMITS_MAX 100000
#define DAY_SECONDS 86400

/* A release of then, and what it was made from. */
struct past {
    struct arena *arena;        /* NULL: none */
    struct snapshot *snapshot;  /* NULL: the sources had errors */
    struct str state;           /* of what decides about numbers */
    struct str id;              /* of the commit */
};

struct history {
    struct arena *arena;
    const struct build_options *options;
    struct repo *repo;
    struct history_log log;
    struct history_cache *cache;
    struct diag *quiet;
    struct past last;           /* the one released last */
    ARR(struct changes_commit) commits;
};

static struct str id_of(const struct history *h, size_t commit)
{
    return h->log.commits[commit].id;
}

static date day_of(const struct repo_commit *commit)
{
    int64_t seconds = commit->time + (int64_t)commit->offset * 60;
    return (date)((seconds - (seconds < 0 ? DAY_SECONDS - 1 : 0)) /
                  DAY_SECONDS);
}

/* --- why --- */

static bool reason_on(struct str line, struct str *reason)
{
    static const char *const names[] = {"Причина:", "Reason:"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_starts(line, str_of(names[i]))) {
            *reason = str_trim(str_skip(line, str_of(names[i]).n));
            return reason->n > 0;
        }
    return false;
}

/* The trailers `Причина:` of a commit and of those it merged, each once. */
static struct str reason_of(struct arena *arena, struct str message)
{
    ARR(struct str) all = {0};
    struct str rest = message, reason;
    while (rest.p) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        bool known = !reason_on(line, &reason);
        for (size_t i = 0; !known && i < all.n; i++)
            known = str_eq(all.at[i], reason);
        if (!known)
            *ARR_PUSH(arena, &all) = reason;
    }
    return str_join(arena, all.at, all.n, S("; "));
}

/* --- releases of then --- */

/* What decides about numbers: all of data/, and of content/ what is more than
 * words of a page. */
static struct str state_of(struct history *h, struct arena *arena,
                           struct str id)
{
    const struct str paths[] = {S("data"), S("content/site.yml"),
                                S("content/programs")};
    return repo_state(h->repo, id.p, paths, sizeof paths / sizeof *paths,
                      arena);
}

/* Sources with errors were never a site, so there is nothing to compare. */
static struct snapshot *release_then(struct history *h, struct arena *kept,
                                     struct str id)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct snapshot *snapshot = NULL;
    struct source *source = source_commit(h->options->dir, id.p, diag);
    struct site *site = source ? catalog_read(arena, source, diag) : NULL;
    if (site) {
        link_site(site, diag);
        struct store *store = observe_read(arena, site, source, diag);
        struct release *release = release_make(arena, site, store, diag);
        if (diag_worst(diag) < LEVEL_ERROR)
            snapshot = snapshot_make(kept, release);
    }
    source_free(source);
    diag_free(diag);
    arena_free(arena);
    return snapshot;
}

static struct past past_of(struct history *h, struct str id)
{
    struct past past = {.arena = arena_new(), .id = id};
    past.state = state_of(h, past.arena, id);
    past.snapshot = release_then(h, past.arena, id);
    return past;
}

static void forget(struct past *past)
{
    arena_free(past->arena);
    *past = (struct past){0};
}

/* --- texts --- */

/* Adds a word. Signs that only give a text its form are one sign: what opens
 * an item of a list, what stands below the head of a table. */
static void add_word(struct buf *words, struct str word)
{
    bool rule = word.n > 2;
    for (size_t i = 0; rule && i < word.n; i++)
        rule = word.p[i] == '-' || word.p[i] == ':';
    if (word.n == 0)
        return;
    buf_char(words, ' ');
    if (rule)
        buf_add(words, S("---"));
    else if (str_is(word, "*") || str_is(word, "+"))
        buf_char(words, '-');
    else
        buf_add(words, word);
}

/* Adds the words of a text, however they are spread over lines and cells. */
static void add_words(struct buf *words, struct str text)
{
    struct buf word = {0};
    size_t at = 0;
    for (uint32_t code; (code = utf8_next(text, &at)) != 0;) {
        bool gap = code == ' ' || code == '\t' || code == '\r' ||
                   code == '\n' || code == 0xA0 || code == 0xFEFF;
        if (!gap && code != '|') {
            utf8_add(&word, code == UTF8_BAD ? 0xFFFD : code);
            continue;
        }
        add_word(words, buf_str(&word));
        buf_clear(&word);
        if (!gap)
            add_word(words, S("|"));
    }
    add_word(words, buf_str(&word));
    buf_free(&word);
}

/* Front matter: its keys in any order, its texts with or without quotes. */
static uint64_t hash_front(const struct yml *node)
{
    struct buf words = {0};
    uint64_t sum = 0;
    if (node->kind == YML_TEXT)
        add_words(&words, node->text);
    for (const struct yml *it = node->child; it; it = it->next) {
        uint64_t of_it = hash_front(it);
        if (node->kind == YML_LIST) {
            buf_addf(&words, "\n%016" PRIx64, of_it);
            continue;
        }
        struct buf pair = {0};
        buf_addf(&pair, "%.*s %016" PRIx64, STR_FMT(it->key), of_it);
        sum += hash_64(buf_str(&pair));
        buf_free(&pair);
    }
    buf_addf(&words, "\n%d %016" PRIx64, (int)node->kind, sum);
    uint64_t hash = hash_64(buf_str(&words));
    buf_free(&words);
    return hash;
}

static struct digest words_of(const struct yml *front, struct str body)
{
    struct buf words = {0};
    if (front)
        buf_addf(&words, "%016" PRIx64, hash_front(front));
    add_words(&words, body);
    struct digest digest = hash_digest(buf_str(&words));
    buf_free(&words);
    return digest;
}

/* A text of one commit: nothing of it but whether it could be read, and its
 * words as a number. */
struct words_then {
    bool is;
    struct digest digest;
};

static struct words_then words_then(struct history *h, struct arena *arena,
                                    const struct repo_change *change,
                                    bool old)
{
    struct words_then words = {0};
    struct buf bytes = {0};
    if ((old ? change->was : change->is) &&
        repo_blob(h->repo, old ? change->old_id : change->new_id,
                  TEXT_BYTES_MAX, &bytes, h->quiet) == 0) {
        struct str front, body = buf_str(&bytes);
        const struct yml *map = NULL;
        uint32_t line;
        if (yml_split(change->path, buf_str(&bytes), &front, &body, &line,
                      h->quiet))
            map = yml_parse(arena, front, (struct pos){.file = change->path},
                            h->quiet);
        words.is = !map ||
                   !catalog_is_draft(arena, change->path, map, h->quiet);
        words.digest = words_of(map, map ? body : buf_str(&bytes));
    }
    buf_free(&bytes);
    return words;
}

struct text_pair {
    struct str path;
    struct words_then before, after;
};

static bool same_words(struct words_then one, struct words_then other)
{
    return one.is == other.is &&
           (!one.is || (one.digest.high == other.digest.high &&
                        one.digest.low == other.digest.low));
}

/* Where the text only moved from or to; n: it did not. */
static size_t moved(const struct text_pair *pairs, size_t n, size_t at)
{
    for (size_t i = 0; i < n; i++)
        if (i != at && pairs[at].before.is != pairs[at].after.is &&
            pairs[i].before.is == pairs[at].after.is &&
            pairs[i].after.is == pairs[at].before.is &&
            same_words(pairs[at].before.is ? pairs[at].before
                                           : pairs[at].after,
                       pairs[at].before.is ? pairs[i].after
                                           : pairs[i].before))
            return i;
    return n;
}

/* A name that a line of the cache can hold. */
static bool is_plain(struct str path)
{
    for (size_t i = 0; i < path.n; i++)
        if ((unsigned char)path.p[i] < ' ')
            return false;
    return utf8_valid(path) == path.n;
}

/* What is told of one text whose words changed; 0: nothing, it moved away. */
static size_t text_record(struct history *h, const struct text_pair *pairs,
                          size_t n, size_t at, struct record *record)
{
    const struct text_pair *pair = &pairs[at];
    size_t from = moved(pairs, n, at);
    *record = (struct record){
        .key = str_format(h->arena, "f/%.*s", STR_FMT(pair->path)),
        .before = pair->before.is ? S("1") : (struct str){0},
        .after = pair->after.is ? S("2") : (struct str){0}};
    if (from < n && pair->after.is)
        record->before = str_format(h->arena, "%c%.*s", SNAPSHOT_MOVED,
                                    STR_FMT(pairs[from].path));
    return from == n || pair->after.is;
}

/* Appends `f/PATH` for each text whose words changed. */
static void add_texts(struct history *h, size_t before, size_t now,
                      struct records *to)
{
    struct arena *arena = arena_new();
    size_t n, count = 0, room = to->n;
    struct repo_change *changes =
        repo_changed(h->repo, id_of(h, before).p, id_of(h, now).p,
                     S("content"), arena, &n);
    struct text_pair *pairs = ARENA_ARRAY(arena, struct text_pair, n + 1);
    for (size_t i = 0; i < n; i++)
        if (str_ends(changes[i].path, S(".md")) &&
            is_plain(changes[i].path))
            pairs[count++] = (struct text_pair){
                changes[i].path, words_then(h, arena, &changes[i], true),
                words_then(h, arena, &changes[i], false)};
    struct record *all =
        ARENA_ARRAY(h->arena, struct record, room + count + 1);
    for (size_t i = 0; i < room; i++)
        all[i] = to->at[i];
    for (size_t i = 0; i < count; i++)
        if (!same_words(pairs[i].before, pairs[i].after))
            room += text_record(h, pairs, count, i, &all[room]);
    *to = (struct records){all, room};
    arena_free(arena);
}

/* --- one commit --- */

/* The release of a commit: the one made last, if it is that, or anew. */
static void need(struct history *h, struct str id)
{
    if (h->last.arena && str_eq(h->last.id, id))
        return;
    forget(&h->last);
    h->last = past_of(h, id);
}

/* Into the cache; the last release now is the one of `past`. */
static struct history_entry *settle(struct history *h,
                                    struct history_entry *entry,
                                    struct past *past)
{
    entry->good = past->snapshot != NULL;
    entry->released = past->id;
    if (entry->good) {
        forget(&h->last);
        h->last = *past;
    } else {
        forget(past);
    }
    return history_cache_put(h->cache, entry);
}

/*
 * What a commit changed against the good one before it. Where nothing that
 * decides about numbers has changed since a release was made, that stands for
 * both: so it does not matter which commits the cache knows already.
 */
static struct history_entry *compare(struct history *h, size_t before,
                                     size_t now)
{
    const struct history_entry *base =
        history_cache_find(h->cache, id_of(h, before), NULL);
    struct history_entry entry = {id_of(h, now), id_of(h, before),
                                  base->released, true, NULL, 0};
    struct records records = {0};
    struct past past;
    struct arena *scratch = arena_new();
    struct str state = state_of(h, scratch, entry.id);
    bool same = str_eq(state, state_of(h, scratch, base->released));
    arena_free(scratch);
    if (!same) {
        need(h, base->released);
        past = past_of(h, entry.id);
        if (!past.snapshot || !h->last.snapshot)
            return settle(h, &entry, &past);
        records = snapshot_differ(h->arena, h->last.snapshot, past.snapshot);
    }
    add_texts(h, before, now, &records);
    entry.records = records.at;
    entry.n = records.n;
    return same ? history_cache_put(h->cache, &entry)
                : settle(h, &entry, &past);
}

/* The first one, which is compared with nothing. */
static struct history_entry *begin(struct history *h, size_t now)
{
    struct history_entry entry = {.id = id_of(h, now)};
    struct past past = past_of(h, entry.id);
    return settle(h, &entry, &past);
}

/* From the cache or anew; NULL when only the cache may be asked. */
static const struct history_entry *entry_of(struct history *h, size_t before,
                                            size_t now)
{
    struct str id = before == h->log.n ? S("") : id_of(h, before);
    const struct history_entry *known =
        history_cache_find(h->cache, id_of(h, now), &id);
    if (known || h->options->no_history)
        return known;
    return before == h->log.n ? begin(h, now) : compare(h, before, now);
}

/* --- all commits --- */

/* The state that the first change is compared with: the last one before the
 * day from which on changes are told. Commits stand newest first. */
static size_t first_of(const struct history *h, date since)
{
    size_t i = h->log.n;
    while (i-- > 0)
        if (h->log.commits[i].on >= since)
            break;
    return i + 1 < h->log.n ? i + 1 : h->log.n - 1;
}

static struct changes_commit commit_of(const struct history *h, size_t at,
                                       const struct history_entry *entry)
{
    const struct history_commit *commit = &h->log.commits[at];
    return (struct changes_commit){commit->on, commit->reason,
                                   entry->records, entry->n};
}

static date later(date one, date other)
{
    return one > other ? one : other;
}

/* Fills the commits; false when the cache does not know them all. */
static bool walk(struct history *h, date since, date *from)
{
    size_t before = h->log.n, first = first_of(h, since);
    *from = DATE_NONE;
    meter_stage(h->options->meter, METER_HISTORY, first + 1);
    for (size_t at = first + 1; at-- > 0;) {
        meter_step(h->options->meter);
        const struct history_entry *entry = entry_of(h, before, at);
        if (!entry)
            return false;
        if (!entry->good)
            continue;
        if (before == h->log.n)
            *from = later(h->log.commits[at].on, since);
        else if (entry->n > 0)
            *ARR_PUSH(h->arena, &h->commits) = commit_of(h, at, entry);
        before = at;
    }
    return true;
}

static struct history_log read_log(struct history *h, struct str head,
                                   struct diag *diag)
{
    const struct str paths[] = {S("content"), S("data")};
    struct history_log known = history_cache_log(h->cache);
    struct history_log log = {.head = head};
    struct repo_log found = {0};
    if (repo_is_shallow(h->repo) || !known.whole)
        known = (struct history_log){0};
    if (str_eq(known.head, head))
        return known;
    if (repo_history(h->repo, head.p, known.head, paths, 2, COMMITS_MAX,
                     h->arena, &found, diag) != 0)
        return log;
    if (!found.reached)
        known.n = 0;
    log.whole = found.whole;
    log.commits = ARENA_ARRAY(h->arena, struct history_commit,
                              found.n + known.n + 1);
    for (size_t i = 0; i < found.n; i++)
        log.commits[log.n++] = (struct history_commit){
            found.commits[i].id, day_of(&found.commits[i]),
            reason_of(h->arena, found.commits[i].message)};
    for (size_t i = 0; i < known.n; i++)
        log.commits[log.n++] = known.commits[i];
    history_cache_set_log(h->cache, log);
    return log;
}

static void read_commits(struct history *h, struct changes_input *input,
                         date since, struct diag *diag)
{
    struct str head = repo_commit_id(
        h->repo, h->options->at ? h->options->at : "HEAD", h->arena);
    if (head.n == 0)
        return;
    h->cache = history_cache_open(h->arena, h->options->dir);
    h->log = read_log(h, head, diag);
    if (h->log.n == 0)
        return;
    bool known = walk(h, since, &input->since);
    input->state = !known            ? CHANGES_LATER
                   : h->log.whole ? CHANGES_WHOLE
                                  : CHANGES_CUT;
    input->commits = h->commits.at;
    input->n = known ? h->commits.n : 0;
    if (!h->options->no_history)
        history_cache_keep(h->cache);
    forget(&h->last);
}

const struct changes *history_read(struct arena *arena,
                                   const struct build_options *options,
                                   const struct release *release,
                                   struct diag *diag)
{
    struct history h = {.arena = arena, .options = options,
                        .quiet = diag_new()};
    struct changes_input *input = ARENA_NEW(arena, struct changes_input);
    struct diag *opening = diag_new();
    date since = release_site(release)->config.changes_since;
    *input = (struct changes_input){.state = CHANGES_NO_GIT,
                                    .since = DATE_NONE};
    h.repo = repo_open(options->dir, false, opening);
    if (h.repo)
        read_commits(&h, input, since, opening);
    else if (diag_count(opening, LEVEL_NOTE) > 0)
        input->state = CHANGES_UNREADABLE;
    if (input->state == CHANGES_NO_GIT)
        diag_add(opening, (struct pos){0}, MSG_HISTORY_NONE,
                 ARGS(str_of(options->dir)));
    diag_merge(diag, opening);
    diag_free(opening);
    diag_free(h.quiet);
    repo_free(h.repo);
    return changes_make(arena, release, input);
}
