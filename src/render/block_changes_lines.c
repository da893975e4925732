/*
 * block_changes_lines: changes as lines, lines on pages of years. See
 * block_changes_lines.h.
 *
 * For block_changes.c, page_changes.c and file_feed.c.
 */
#include "render/block_changes_lines.h"

#include "base/map.h"
#include "render/block_changes.h"
#include "render/plan.h"

#include <inttypes.h>

static int year_of(date on)
{
    int year, month, day;

    date_split(on, &year, &month, &day);
    return year;
}

/* --- changes that are told in one line --- */

/* A correction stands alone, so that the value can refer to it. */
static bool stands_alone(const struct change *c)
{
    return c->how == CHANGE_CHANGED && c->of != CHANGE_REPORTS;
}

static void put_period(struct buf *key, struct period period)
{
    buf_char(key, ' ');
    if (period.kind != PERIOD_NONE)
        period_code(key, period);
}

/* Equal for changes that make one line: always of one day. */
static void put_key(struct buf *key, enum changes_scope scope,
                    const struct change *c)
{
    if (c->of == CHANGE_TEXT) {
        buf_addf(key, "%d %d %zu %.*s", (int)c->on, (int)c->how,
                 c->programme, STR_FMT(c->reason));
        return;
    }
    buf_addf(key, "%zu %d %d", c->commit, (int)c->of, (int)c->how);
    if (stands_alone(c)) {
        buf_addf(key, " %016" PRIx64, c->id);
    } else if (c->of == CHANGE_VALUE && scope == CHANGES_OF_SCHOOL) {
        buf_addf(key, " p%zu", c->programme);
        put_period(key, c->period);
    } else if (c->of == CHANGE_VALUE) {
        buf_addf(key, " i%zu", c->indicator);
        put_period(key, c->period);
    } else if (c->of == CHANGE_TARGET) {
        buf_addf(key, " i%zu", c->indicator);
    } else {
        buf_addf(key, " p%zu", c->programme);
    }
}

/* By which act a target was set, as it is written. */
static struct str basis_of(const struct change *c)
{
    struct str rest = c->detail;

    if (c->of != CHANGE_TARGET || c->how == CHANGE_REMOVED)
        return (struct str){0};
    str_cut(&rest, SNAPSHOT_PART);
    return rest;
}

static bool is_same_page(const struct change *one, const struct change *other)
{
    return one->thing == other->thing && one->at == other->at &&
           one->sub == other->sub;
}

static void add_text(struct arena *arena, struct change_line *line,
                     const struct change *c)
{
    for (size_t i = 0; i < line->texts.n; i++)
        if (is_same_page(line->texts.at[i], c))
            return;
    *ARR_PUSH(arena, &line->texts) = c;
    line->n = line->texts.n;
}

/* One more of what a line tells. The id of a line of texts is that of the
 * first one: later commits of the day do not change it. */
static void join(struct arena *arena, struct change_line *line,
                 const struct change *c)
{
    if (!str_eq(basis_of(line->first), basis_of(c)))
        line->basis = (struct str){0};
    if (c->of == CHANGE_TEXT || c->id < line->id)
        line->id = c->id;
    if (c->of == CHANGE_TEXT)
        add_text(arena, line, c);
    else
        line->n++;
}

/* What belongs to the last line may stand behind the first that has no room,
 * so all changes are looked at. */
struct change_lines block_change_lines(const struct page *page,
                                       struct change_scope scope, int year,
                                       size_t max)
{
    const struct changes *changes = plan_changes(page->plan);
    size_t count = changes_count(changes, scope.scope, scope.at);
    struct map *known = map_new(page->arena);
    ARR(struct change_line) lines = {0};
    struct buf key = {0};

    for (size_t i = 0; i < count; i++) {
        const struct change *c = changes_at(changes, scope.scope, scope.at,
                                            i);
        size_t at;

        if (year != 0 && year_of(c->on) != year)
            continue;
        buf_clear(&key);
        put_key(&key, scope.scope, c);
        at = map_get(known, buf_str(&key));
        if (at == MAP_NONE && lines.n == max)
            continue;
        if (at == MAP_NONE) {
            at = lines.n;
            map_add(known, str_copy(page->arena, buf_str(&key)), at);
            *ARR_PUSH(page->arena, &lines) = (struct change_line){
                .order = at, .first = c, .id = c->id,
                .basis = basis_of(c),
            };
        }
        join(page->arena, &lines.at[at], c);
    }
    buf_free(&key);
    return (struct change_lines){ lines.at, lines.n };
}

/* --- years --- */

/* Are there more lines than the newest page holds? */
static bool is_long(const struct changes *changes, struct change_scope scope)
{
    size_t count = changes_count(changes, scope.scope, scope.at);
    struct arena *arena = arena_new();
    struct map *known = map_new(arena);
    struct buf key = {0};

    if (count > BLOCK_CHANGES_NEWEST)
        for (size_t i = 0; i < count &&
                           map_count(known) <= BLOCK_CHANGES_NEWEST; i++) {
            buf_clear(&key);
            put_key(&key, scope.scope,
                    changes_at(changes, scope.scope, scope.at, i));
            if (map_get(known, buf_str(&key)) == MAP_NONE)
                map_add(known, str_copy(arena, buf_str(&key)), i);
        }
    bool is = map_count(known) > BLOCK_CHANGES_NEWEST;
    buf_free(&key);
    arena_free(arena);
    return is;
}

struct change_years block_change_years(struct arena *arena,
                                       const struct changes *changes,
                                       struct change_scope scope)
{
    size_t count = changes_count(changes, scope.scope, scope.at);
    ARR(int) years = {0};

    if (!is_long(changes, scope))
        return (struct change_years){0};
    for (size_t i = 0; i < count; i++) {
        int year = year_of(changes_at(changes, scope.scope, scope.at, i)->on);
        size_t k = 0;

        while (k < years.n && years.at[k] != year)
            k++;
        if (k == years.n)
            *ARR_PUSH(arena, &years) = year;
    }
    return (struct change_years){ years.at, years.n };
}

struct str block_change_place(const struct page *page,
                              struct change_scope scope, date on, uint64_t id)
{
    struct str newest = block_changes_path(page->arena, page->site, scope);
    struct str of_year = address_year(page->arena, newest, year_of(on));

    return str_format(page->arena, "%.*s#%.*s",
                      STR_FMT(page_reaches(page, of_year) ? of_year : newest),
                      STR_FMT(block_change_id(page, id)));
}
