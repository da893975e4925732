/*
 * changes: records of what differs, seen from today's site. See changes.h.
 *
 * For history.c and render/.
 */
#include "release/changes.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"
#include "model/target.h"

#include <stdlib.h>

#define EACH (SIZE_MAX - 1)     /* in place of a school: every one */

/* What belongs to each thing of one kind: a slice of `items` for each. */
struct shelf {
    size_t *from;               /* n + 1 */
    uint32_t *items;            /* indexes in `list`, newest first */
};

struct changes {
    const struct site *site;
    const struct release *release;
    const struct changes_input *input;
    ARR(struct change) list;    /* newest first */
    struct shelf programmes, indicators, schools;
    struct map *revised;        /* cell -> index in list */
    struct map *planned;        /* target -> index of its first change */
    struct map *files;          /* path -> day */
};

struct maker {
    struct arena *arena;
    struct changes *changes;
    const struct site *site;
    struct map *texts;          /* path of a file -> index in `pages` */
    ARR(struct change) pages;   /* what a text belongs to */
    struct map *ids;            /* how often an id was given */
    struct map *whole;          /* things that came or went in a commit */
    struct map *moved;          /* former path -> index in `paths` */
    ARR(struct str) paths;      /* of today */
};

/* --- what the texts are --- */

static void add_text(struct maker *m, const struct text *text,
                     struct change of)
{
    of.of = CHANGE_TEXT;
    if (text->draft)
        return;
    map_add(m->texts, text->at.file, m->pages.n);
    *ARR_PUSH(m->arena, &m->pages) = of;
}

static struct change page_of(enum thing thing, size_t at, size_t sub)
{
    return (struct change){.thing = thing, .at = at, .sub = sub,
                           .programme = NONE, .indicator = NONE,
                           .school = NONE};
}

static void add_programme_texts(struct maker *m, size_t at)
{
    const struct programme *p = &m->site->programmes.at[at];
    struct change page = page_of(THING_PROGRAMME, at, NONE);
    page.programme = at;
    add_text(m, &p->text, page);
    for (size_t i = 0; i < p->sections.n; i++) {
        page.thing = THING_SECTION;
        page.sub = i;
        add_text(m, &p->sections.at[i].text, page);
    }
}

static void add_practice_text(struct maker *m, size_t at)
{
    const struct practice *it = &m->site->practices.at[at];
    struct change page = page_of(THING_PRACTICE, at, NONE);
    if (it->status == PRACTICE_DRAFT)
        return;
    page.programme = it->programme.index;
    page.school = it->school.index;
    add_text(m, &it->text, page);
}

static void add_texts(struct maker *m)
{
    const struct site *site = m->site;
    struct text home = site->index;
    home.at.file = site->index_path;
    add_text(m, &home, page_of(THING_HOME, NONE, NONE));
    for (size_t i = 0; i < site->programmes.n; i++)
        add_programme_texts(m, i);
    for (size_t i = 0; i < site->practices.n; i++)
        add_practice_text(m, i);
    for (size_t i = 0; i < site->schools.n; i++) {
        struct change page = page_of(THING_SCHOOL, i, NONE);
        page.school = i;
        if (site->schools.at[i].words)
            add_text(m, site->schools.at[i].words, page);
    }
    for (size_t i = 0; i < site->news.n; i++) {
        struct change page = page_of(THING_NEWS_ITEM, i, NONE);
        page.programme = site->news.at[i].programme.index;
        page.school = site->news.at[i].school.index;
        add_text(m, &site->news.at[i].text, page);
    }
    for (size_t i = 0; i < site->pages.n; i++)
        add_text(m, &site->pages.at[i].text,
                 page_of(THING_PAGE, i, NONE));
}

/* --- texts that moved to another file --- */

static bool is_move(const struct record *record)
{
    return record->key.p[0] == 'f' && record->before.n > 0 &&
           record->before.p[0] == SNAPSHOT_MOVED;
}

static struct str path_today(const struct maker *m, struct str path)
{
    size_t i = map_get(m->moved, path);
    return i == MAP_NONE ? path : m->paths.at[i];
}

/* The newest first, so that what moved twice is found, too. */
static void note_moves(struct maker *m)
{
    const struct changes_input *input = m->changes->input;
    for (size_t i = input->n; i-- > 0;)
        for (size_t k = 0; k < input->commits[i].n; k++) {
            const struct record *r = &input->commits[i].records[k];
            if (!is_move(r))
                continue;
            struct str now = path_today(m, str_skip(r->key, 2));
            map_add(m->moved, str_skip(r->before, 1), m->paths.n);
            *ARR_PUSH(m->arena, &m->paths) = now;
        }
}

/* --- from keys to things of today --- */

static size_t find_measure(const struct programme *p, struct str id)
{
    for (size_t i = 0; i < p->measures.n; i++)
        if (str_eq(p->measures.at[i].id, id))
            return i;
    return NONE;
}

static size_t find_document(const struct programme *p, struct str id)
{
    for (size_t i = 0; i < p->documents.n; i++)
        if (str_eq(p->documents.at[i].id, id))
            return i;
    return NONE;
}

static size_t find_indicator(const struct site *site, size_t programme,
                             struct str id)
{
    const struct programme *p = &site->programmes.at[programme];
    for (size_t i = 0; i < p->indicator_n; i++)
        if (str_eq(site->indicators.at[p->indicator_first + i].id, id))
            return p->indicator_first + i;
    return NONE;
}

/* By id alone: names of schools may have changed their owners. */
static size_t find_school(const struct site *site, struct str id)
{
    size_t i = catalog_school(site, id);
    return i != NONE && str_eq(site->schools.at[i].id, id) ? i : NONE;
}

static enum change_of of_letter(char letter)
{
    switch (letter) {
    case 'p': return CHANGE_PROGRAMME;
    case 's': return CHANGE_SCHOOL;
    case 'i': return CHANGE_INDICATOR;
    case 'v': return CHANGE_VALUE;
    case 't': return CHANGE_TARGET;
    case 'm': return CHANGE_MEASURE;
    case 'r': return CHANGE_REPORTS;
    case 'd': return CHANGE_DOCUMENT;
    default: return CHANGE_TEXT;
    }
}

/* The rest of a cell's key: SCHOOL/PERIOD. False: not of today's site. */
static bool resolve_cell(const struct maker *m, struct change *c,
                         struct str rest)
{
    struct str who = str_cut(&rest, '/');
    c->each = str_is(who, "*");
    c->school = who.n == 0 || c->each ? RELEASE_WHOLE
                                      : find_school(m->site, who);
    return (who.n == 0 || c->each || c->school != NONE) &&
           period_parse(rest, &c->period);
}

/* What the key names, as far as it is there today. False: not at all. */
static bool resolve(const struct maker *m, struct change *c)
{
    struct str rest = str_skip(c->key, 2);
    struct str first, second;
    c->of = of_letter(c->key.p[0]);
    c->programme = c->indicator = c->school = c->at = c->sub = NONE;
    if (c->of == CHANGE_TEXT) {
        size_t i = map_get(m->texts, path_today(m, rest));
        if (i == MAP_NONE)
            return false;
        struct change page = m->pages.at[i];
        c->thing = page.thing;
        c->at = page.at;
        c->sub = page.sub;
        c->programme = page.programme;
        c->school = page.school;
        return true;
    }
    first = str_cut(&rest, '/');
    if (c->of == CHANGE_SCHOOL)
        return (c->school = find_school(m->site, first)) != NONE;
    c->programme = catalog_programme(m->site, first);
    if (c->of == CHANGE_PROGRAMME || c->programme == NONE)
        return c->programme != NONE;
    const struct programme *p = &m->site->programmes.at[c->programme];
    second = str_cut(&rest, '/');
    if (c->of == CHANGE_MEASURE || c->of == CHANGE_REPORTS)
        return (c->at = find_measure(p, second)) != NONE;
    if (c->of == CHANGE_DOCUMENT)
        return (c->at = find_document(p, second)) != NONE;
    c->indicator = find_indicator(m->site, c->programme, second);
    if (c->indicator == NONE || c->of == CHANGE_INDICATOR)
        return c->indicator != NONE;
    return resolve_cell(m, c, rest);
}

/* --- what may be told of a value --- */

static bool is_told(const struct fact *fact)
{
    return fact->state == STATE_SHOWN || fact->state == STATE_COUNTS;
}

/* Today's fact; of a period that is no more, a missing one. */
static struct fact fact_today(const struct changes *changes,
                              const struct change *c)
{
    size_t p = release_period(changes->release, c->indicator, c->period);
    if (p == NONE)
        return snapshot_fact(S(""));
    return release_fact(changes->release, c->indicator, c->school, p);
}

/* The same value, but of how many is told now or not any more: nothing that
 * was published was wrong. */
static bool is_counted_only(const struct fact *one, const struct fact *other)
{
    return one->state == other->state && (one->n < 0) != (other->n < 0) &&
           one->numerator == other->numerator &&
           one->has_value == other->has_value &&
           num_cmp(one->value, other->value) == 0 &&
           str_eq(one->text, other->text);
}

/*
 * How a value changed. Of a cell that is not shown today nothing is told but
 * that it was hidden, revealed or taken away: whether its numbers of then
 * differed is nobody's business any more. False: nothing to tell.
 */
static bool judge_value(const struct changes *changes, struct change *c)
{
    struct fact before = snapshot_fact(c->before);
    struct fact after = snapshot_fact(c->after);
    struct fact today = fact_today(changes, c);
    bool was = is_told(&before), is = is_told(&after);
    if (was && is && is_counted_only(&before, &after))
        return false;
    if (was && is)
        c->how = CHANGE_CHANGED;
    else if (was)
        c->how = after.state == STATE_HIDDEN ? CHANGE_HIDDEN
                                             : CHANGE_REMOVED;
    else if (is)
        c->how = before.state == STATE_HIDDEN ? CHANGE_REVEALED
                                              : CHANGE_ADDED;
    else
        return false;
    c->numbers = is && c->how != CHANGE_REVEALED &&
                 (today.state == STATE_SHOWN ||
                  (today.state == STATE_COUNTS &&
                   before.state != STATE_SHOWN &&
                   after.state != STATE_SHOWN));
    return is_told(&today) ||
           (c->how != CHANGE_CHANGED && c->how != CHANGE_ADDED);
}

/* --- changes --- */

/* Cuts the detail off a record's text. */
static struct str main_text(struct str text, struct str *detail)
{
    struct str rest = text;
    struct str head = str_cut(&rest, SNAPSHOT_DETAIL);
    *detail = rest;
    return head;
}

/* A number of its own for each, whatever the values: the day and the key,
 * and which of the day. */
static uint64_t id_of(struct maker *m, const struct change *c)
{
    struct buf name = {0};
    date_iso(&name, c->on);
    buf_addf(&name, " %.*s", STR_FMT(c->key));
    size_t times = map_get(m->ids, buf_str(&name));
    times = times == MAP_NONE ? 1 : times + 1;
    struct str kept = str_copy(m->arena, buf_str(&name));
    map_set(m->ids, kept, times);
    if (times > 1)
        buf_addf(&name, " %zu", times);
    uint64_t id = hash_64(buf_str(&name));
    buf_free(&name);
    return id;
}

/* `1 p/PROG`: the thing came or went as a whole in commit 1. */
static bool came_whole(const struct maker *m, size_t commit, char kind,
                       struct str id, struct str sub)
{
    struct buf key = {0};
    buf_addf(&key, "%zu %c/%.*s%s%.*s", commit, kind, STR_FMT(id),
             sub.n ? "/" : "", STR_FMT(sub));
    bool came = map_get(m->whole, buf_str(&key)) != MAP_NONE;
    buf_free(&key);
    return came;
}

static void note_whole(struct maker *m, size_t commit,
                       const struct changes_commit *of)
{
    for (size_t i = 0; i < of->n; i++) {
        const struct record *r = &of->records[i];
        char kind = r->key.p[0];
        if ((kind == 'p' || kind == 'i' || kind == 's') &&
            (!r->before.p || !r->after.p))
            map_add(m->whole,
                    str_format(m->arena, "%zu %.*s", commit,
                               STR_FMT(r->key)), 1);
    }
}

/* Part of a thing that itself came or went in the same commit: one entry for
 * the thing is enough. */
static bool is_part(const struct maker *m, size_t commit, struct str key)
{
    struct str rest = str_skip(key, 2);
    char kind = key.p[0];
    if (kind == 'f') {
        struct str folder = S("content/programs/"), own = S("content/schools/");
        if (str_starts(rest, folder)) {
            rest = str_skip(rest, folder.n);
            return came_whole(m, commit, 'p', str_cut(&rest, '/'), S(""));
        }
        if (!str_starts(rest, own))
            return false;
        rest = str_skip(rest, own.n);
        return came_whole(m, commit, 's', str_cut(&rest, '.'), S(""));
    }
    struct str programme = str_cut(&rest, '/');
    if (kind == 'p' || kind == 's')
        return false;
    if (came_whole(m, commit, 'p', programme, S("")))
        return true;
    struct str indicator = str_cut(&rest, '/');
    struct str school = str_cut(&rest, '/');
    return (kind == 'v' || kind == 't') &&
           (came_whole(m, commit, 'i', programme, indicator) ||
            (school.n > 0 && came_whole(m, commit, 's', school, S(""))));
}

/* A thing that is no more can only be told to have gone. */
static bool is_gone_thing(const struct change *c)
{
    return c->how == CHANGE_REMOVED &&
           (c->of == CHANGE_PROGRAMME || c->of == CHANGE_SCHOOL ||
            ((c->of == CHANGE_INDICATOR || c->of == CHANGE_MEASURE ||
              c->of == CHANGE_DOCUMENT) && c->programme != NONE));
}

/* One record as a change; false: nothing to tell today. */
static bool change_of(struct maker *m, const struct changes_commit *of,
                      size_t commit, const struct record *record,
                      struct change *c)
{
    *c = (struct change){.on = of->on, .commit = commit,
                         .reason = of->reason, .key = record->key,
                         .numbers = true};
    c->before = main_text(record->before, &c->detail_before);
    c->after = main_text(record->after, &c->detail);
    c->how = !record->before.p ? CHANGE_ADDED
             : !record->after.p ? CHANGE_REMOVED
                                : CHANGE_CHANGED;
    if (is_move(record) || (!resolve(m, c) && !is_gone_thing(c)))
        return false;
    if (is_part(m, commit, record->key))
        return false;
    if (c->of == CHANGE_VALUE && !judge_value(m->changes, c))
        return false;
    c->id = id_of(m, c);
    return true;
}

/* A cell or target in one text, for the maps. */
static void cell_name(struct buf *out, size_t indicator, size_t school,
                      struct period period)
{
    buf_addf(out, "%zu %zd %d %d %d", indicator, (ptrdiff_t)school,
             (int)period.kind, (int)period.from, (int)period.to);
}

static void remember(struct maker *m, const struct change *c, size_t number)
{
    struct changes *changes = m->changes;
    struct buf name = {0};
    if (c->of == CHANGE_TEXT) {
        map_set(changes->files, path_today(m, str_skip(c->key, 2)),
                (size_t)c->on);
        return;
    }
    if (c->how != CHANGE_CHANGED ||
        (c->of != CHANGE_VALUE && c->of != CHANGE_TARGET))
        return;
    cell_name(&name, c->indicator, c->each ? EACH : c->school,
              c->period);
    struct str key = str_copy(m->arena, buf_str(&name));
    if (c->of == CHANGE_VALUE)
        map_set(changes->revised, key, number);
    else
        map_add(changes->planned, key, number);
    buf_free(&name);
}

/* --- by what they are about --- */

static size_t owner(const struct change *c, enum changes_scope scope)
{
    switch (scope) {
    case CHANGES_OF_PROGRAMME: return c->programme;
    case CHANGES_OF_INDICATOR: return c->indicator;
    case CHANGES_OF_SCHOOL:
        return c->school == RELEASE_WHOLE ? NONE : c->school;
    default: return NONE;
    }
}

static struct shelf shelve(struct maker *m, enum changes_scope scope,
                           size_t n)
{
    const struct changes *changes = m->changes;
    struct shelf shelf = {ARENA_ARRAY(m->arena, size_t, n + 2),
                          ARENA_ARRAY(m->arena, uint32_t,
                                      changes->list.n + 1)};
    for (size_t i = 0; i < changes->list.n; i++) {
        size_t at = owner(&changes->list.at[i], scope);
        if (at < n)
            shelf.from[at + 2]++;
    }
    for (size_t i = 1; i < n + 2; i++)
        shelf.from[i] += shelf.from[i - 1];
    for (size_t i = 0; i < changes->list.n; i++) {
        size_t at = owner(&changes->list.at[i], scope);
        if (at < n)
            shelf.items[shelf.from[at + 1]++] = (uint32_t)i;
    }
    return shelf;
}

static const struct shelf *shelf_of(const struct changes *changes,
                                    enum changes_scope scope)
{
    return scope == CHANGES_OF_PROGRAMME   ? &changes->programmes
           : scope == CHANGES_OF_INDICATOR ? &changes->indicators
                                           : &changes->schools;
}

/* Newest commit first; in a commit by what it is about, in site order. */
static int by_time(const void *a, const void *b)
{
    const struct change *one = a, *other = b;
    if (one->commit != other->commit)
        return one->commit > other->commit ? -1 : 1;
    if (one->of != other->of)
        return one->of < other->of ? -1 : 1;
    const size_t keys[][2] = {{one->programme, other->programme},
                              {one->indicator, other->indicator},
                              {one->at, other->at}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    int order = period_cmp(one->period, other->period);
    if (order)
        return order;
    if (one->school != other->school)   /* the whole stands last */
        return one->school < other->school ? -1 : 1;
    return str_cmp(one->key, other->key);
}

static void collect(struct maker *m)
{
    struct changes *changes = m->changes;
    const struct changes_input *input = changes->input;
    struct change c;
    for (size_t i = 0; i < input->n; i++) {
        const struct changes_commit *of = &input->commits[i];
        note_whole(m, i, of);
        for (size_t k = 0; k < of->n; k++)
            if (change_of(m, of, i, &of->records[k], &c))
                *ARR_PUSH(m->arena, &changes->list) = c;
    }
    if (changes->list.n)
        qsort(changes->list.at, changes->list.n, sizeof c, by_time);
    for (size_t i = changes->list.n; i-- > 0;)
        remember(m, &changes->list.at[i], i);
}

struct changes *changes_make(struct arena *arena,
                             const struct release *release,
                             const struct changes_input *input)
{
    struct changes *changes = ARENA_NEW(arena, struct changes);
    struct maker m = {.arena = arena, .changes = changes,
                      .site = release_site(release), .texts = map_new(arena),
                      .ids = map_new(arena), .whole = map_new(arena),
                      .moved = map_new(arena)};
    changes->site = m.site;
    changes->release = release;
    changes->input = input;
    changes->revised = map_new(arena);
    changes->planned = map_new(arena);
    changes->files = map_new(arena);
    add_texts(&m);
    note_moves(&m);
    collect(&m);
    changes->programmes = shelve(&m, CHANGES_OF_PROGRAMME,
                                 m.site->programmes.n);
    changes->indicators = shelve(&m, CHANGES_OF_INDICATOR,
                                 m.site->indicators.n);
    changes->schools = shelve(&m, CHANGES_OF_SCHOOL, m.site->schools.n);
    return changes;
}

enum changes_state changes_state(const struct changes *changes)
{
    return changes->input->state;
}

date changes_since(const struct changes *changes)
{
    return changes->input->since;
}

size_t changes_count(const struct changes *changes, enum changes_scope scope,
                     size_t at)
{
    if (scope == CHANGES_SITE)
        return changes->list.n;
    const struct shelf *shelf = shelf_of(changes, scope);
    return shelf->from[at + 1] - shelf->from[at];
}

const struct change *changes_at(const struct changes *changes,
                                enum changes_scope scope, size_t at,
                                size_t i)
{
    if (scope == CHANGES_SITE)
        return &changes->list.at[i];
    const struct shelf *shelf = shelf_of(changes, scope);
    return &changes->list.at[shelf->items[shelf->from[at] + i]];
}

date changes_last(const struct changes *changes, enum changes_scope scope,
                  size_t at)
{
    return changes_count(changes, scope, at) == 0
               ? DATE_NONE
               : changes_at(changes, scope, at, 0)->on;
}

date changes_of_file(const struct changes *changes, struct str path)
{
    size_t on = map_get(changes->files, path);
    return on == MAP_NONE ? DATE_NONE : (date)on;
}

static const struct change *find_cell(const struct changes *changes,
                                      const struct map *map,
                                      size_t indicator, size_t school,
                                      struct period period)
{
    struct buf name = {0};
    if (map_count(map) == 0)
        return NULL;
    cell_name(&name, indicator, school, period);
    size_t i = map_get(map, buf_str(&name));
    buf_free(&name);
    return i == MAP_NONE ? NULL : &changes->list.at[i];
}

const struct change *changes_revised(const struct changes *changes,
                                     size_t indicator, size_t school,
                                     struct period period)
{
    return find_cell(changes, changes->revised, indicator, school, period);
}

bool changes_is_correction(const struct change *change)
{
    return change->of == CHANGE_VALUE && change->how == CHANGE_CHANGED;
}

struct target changes_target(const struct site *site,
                             const struct change *change, bool before)
{
    struct str rest = before ? change->detail_before : change->detail;
    struct target target = {.indicator.index = change->indicator,
                            .school.index = change->school,
                            .period = change->period};
    target.text = str_cut(&rest, SNAPSHOT_PART);
    target.basis = rest;
    target_parse(target.text, &site->indicators.at[change->indicator],
                 &target);
    return target;
}

bool changes_first_target(const struct changes *changes,
                          const struct target *now, struct target *first)
{
    const struct change *c = find_cell(
        changes, changes->planned, now->indicator.index,
        now->who == TARGET_EACH     ? EACH
        : now->who == TARGET_SCHOOL ? now->school.index
                                    : RELEASE_WHOLE, now->period);
    if (c)
        *first = changes_target(changes->site, c, true);
    return c != NULL;
}
