/*
 * settle: what hides what. See settle.h.
 *
 * For disclose.c. Every rule looks at one sum of cells and keeps two things
 * true of it: nobody can subtract what is shown and be left with one hidden
 * cell, and no shown sum tells all its hidden cells at once. A cell that goes
 * is put on a list; what it hides is looked at when its turn comes. Rules only
 * hide, so they come to an end, and the order does not matter.
 */
#include "release/settle.h"

#include "base/mem.h"
#include "model/catalog.h"
#include "release/disclose.h"

/* Where a cell is. */
struct place {
    size_t indicator, school, period;
};

/* The same in the list; NO_SCHOOL is the whole. */
struct spot {
    uint32_t indicator, school, period;
};
#define NO_SCHOOL UINT32_MAX

/* Indicators that name a given one, as lists: first by it, next by them. */
struct namers {
    size_t *first, *next;
};

struct settling {
    const struct release *r;
    struct arena *arena;
    bool *tied;                 /* by indicator: has it to do with others? */
    struct namers users;        /* as their denominator */
    struct namers twins;        /* as the same fact */
    /* Cells of tied indicators that are gone, in the order found; those from
     * `next` on have not been looked at. */
    ARR(struct spot) gone;
    size_t next;
    /* The schools of one indicator and period, by both. */
    uint8_t **columns;
#define HAS_HIDDEN 1u
#define HAS_LEVEL 2u
    ARR(struct spot) dirty;     /* they have become one of these */
};

typedef struct disclose_cell cell;

static const struct indicator *indicator_of(const struct settling *s,
                                            size_t indicator)
{
    return &s->r->site->indicators.at[indicator];
}

static cell cell_of(const struct settling *s, struct place at)
{
    return disclose_cell(s->r, at.indicator, at.school, at.period);
}

/* The place of another indicator for the same school and period; its period
 * is NONE when there is none. */
static struct place beside(const struct settling *s, size_t other,
                           struct place at)
{
    return (struct place){
        other, at.school,
        other == NONE ? NONE
                      : disclose_period(s->r, at.indicator, at.period,
                                        other)};
}

static cell cell_beside(const struct settling *s, size_t other,
                        struct place at)
{
    struct place there = beside(s, other, at);
    return there.period == NONE ? (cell){0} : cell_of(s, there);
}

static struct place whole_at(size_t indicator, size_t period)
{
    return (struct place){indicator, RELEASE_WHOLE, period};
}

/* --- states --- */

static bool is_shown(cell c)
{
    return c.state && (*c.state == STATE_SHOWN || *c.state == STATE_COUNTS);
}

static bool is_hidden(cell c)
{
    return c.state && *c.state == STATE_HIDDEN;
}

/* Hidden, or not published per school. */
static bool is_gone(cell c)
{
    return is_hidden(c) || (c.state && *c.state == STATE_LEVEL);
}

static bool applies(cell c)
{
    return !c.state || *c.state != STATE_NOT_APPLICABLE;
}

/* Lists a cell that is gone. */
static void note(struct settling *s, struct place at, bool hidden)
{
    struct spot spot = {(uint32_t)at.indicator, (uint32_t)at.school,
                        (uint32_t)at.period};
    uint8_t *column = &s->columns[at.indicator][at.period];
    uint8_t now = hidden ? HAS_HIDDEN : HAS_LEVEL;
    if (at.school == RELEASE_WHOLE) {
        spot.school = NO_SCHOOL;
    } else if (!(*column & now)) {
        *column |= now;
        *ARR_PUSH(s->arena, &s->dirty) = spot;
    }
    if (s->tied[at.indicator])
        *ARR_PUSH(s->arena, &s->gone) = spot;
}

static void hide(struct settling *s, struct place at)
{
    cell c = at.period == NONE ? (cell){0} : cell_of(s, at);
    if (!is_shown(c))
        return;
    *c.state = STATE_HIDDEN;
    note(s, at, true);
}

static void hide_beside(struct settling *s, size_t other, struct place at)
{
    hide(s, beside(s, other, at));
}

/* --- schools and their whole, computed or given --- */

static void hide_rows(struct settling *s, size_t indicator, size_t period)
{
    size_t n;
    const uint32_t *schools = disclose_rows(s->r, indicator, &n);
    for (size_t i = 0; i < n; i++)
        hide(s, (struct place){indicator, schools[i], period});
}

/* A mean of schools is no sum: beside the sums it would tell them apart. */
static bool shows_total_first(const struct indicator *i)
{
    return i->policy == POLICY_TOTAL_FIRST && i->aggregate != AGGREGATE_MEAN;
}

/* Some school is hidden. */
static void settle_whole(struct settling *s, size_t indicator, size_t period)
{
    cell whole = cell_of(s, whole_at(indicator, period));
    bool total_first = shows_total_first(indicator_of(s, indicator));
    if (!is_shown(whole) && !is_hidden(whole))
        return;
    if (total_first)
        hide_rows(s, indicator, period);
    if (!total_first || !whole.firm ||
        s->r->wholes[indicator][period].valued == 1)
        hide(s, whole_at(indicator, period));
}

/* Can the whole be had by adding up what is shown? A computed one if all that
 * it is made of is there; a given one if no school is missing. */
static bool is_sum_of_shown(const struct settling *s, size_t indicator,
                            size_t period)
{
    size_t n, shown = 0;
    bool computed = s->r->wholes[indicator][period].computed;
    const uint32_t *schools = computed
                                  ? disclose_rows(s->r, indicator, &n)
                                  : release_schools(s->r, indicator, &n);
    if (s->columns[indicator][period])
        return false;
    for (size_t i = 0; i < n; i++) {
        cell c = disclose_cell(s->r, indicator, schools[i], period);
        shown += is_shown(c);
        if (!is_shown(c) && (computed ? c.valued : applies(c)))
            return false;
    }
    return shown > 0;
}

/* A hidden whole beside shown schools would be their sum. */
static void open_whole(struct settling *s, size_t indicator, size_t period)
{
    cell whole = cell_of(s, whole_at(indicator, period));
    if (is_hidden(whole) && !whole.vague &&
        is_sum_of_shown(s, indicator, period))
        hide_rows(s, indicator, period);
}

/* A hidden whole is the sum of its schools, and of its parts where the table
 * gives these for the whole only. If both know something of it, too little is
 * left to guess: the schools go. */
static void open_crossing(struct settling *s, size_t indicator,
                          size_t period)
{
    struct place at = whole_at(indicator, period);
    if (!(s->columns[indicator][period] & HAS_HIDDEN) ||
        !is_hidden(cell_of(s, at)))
        return;
    for (size_t k = s->r->first_part[indicator]; k != NONE;
         k = s->r->next_part[k])
        if (is_hidden(cell_beside(s, k, at)) &&
            !s->r->wholes[k][beside(s, k, at).period].computed) {
            hide_rows(s, indicator, period);
            return;
        }
}

/* --- two wholes --- */

static const struct whole *whole_of(const struct settling *s,
                                    struct place at)
{
    return &s->r->wholes[at.indicator][at.period];
}

/* Are they made of different schools? */
static bool differ(const struct settling *s, struct place a, struct place b)
{
    return whole_of(s, a)->valued > 0 && whole_of(s, b)->valued > 0 &&
           whole_of(s, a)->set != whole_of(s, b)->set;
}

/* May the whole be shown for all that its schools say? */
static bool may_stand(const struct settling *s, struct place at)
{
    return !(s->columns[at.indicator][at.period] & HAS_HIDDEN) ||
           shows_total_first(indicator_of(s, at.indicator));
}

/* Two wholes that should be one number (the same fact; n and what it is a
 * number of), but are made of different schools: the difference is what one
 * has more. Where schools are gone, they do not stand side by side: `one`
 * goes. Whether the other is hidden for being small does not count: that
 * would tell it. */
static void open_overlap(struct settling *s, struct place one, size_t named)
{
    struct place other = beside(s, named, one);
    if (other.period == NONE ||
        !(s->columns[one.indicator][one.period] |
          s->columns[named][other.period]) ||
        !may_stand(s, one) || !may_stand(s, other) || !differ(s, one, other))
        return;
    hide(s, one);
}

/* --- parts and their total in one place --- */

/* Schools-first hides the total with any part; total-first hides every part
 * with any, and a total that would tell them. */
static void settle_part(struct settling *s, struct place at)
{
    const struct indicator *i = indicator_of(s, at.indicator);
    size_t total = i->part_of.index, parts = 0;
    if (total == NONE)
        return;
    if (i->policy == POLICY_SCHOOLS_FIRST) {
        hide_beside(s, total, at);
        return;
    }
    for (size_t k = s->r->first_part[total]; k != NONE;
         k = s->r->next_part[k]) {
        hide_beside(s, k, at);
        parts += is_gone(cell_beside(s, k, at));
    }
    if (!cell_beside(s, total, at).firm || parts == 1)
        hide_beside(s, total, at);
}

/* A hidden total beside shown parts would be their sum. */
static void open_total(struct settling *s, struct place at)
{
    const size_t *next = s->r->next_part;
    size_t first = s->r->first_part[at.indicator];
    for (size_t k = first; k != NONE; k = next[k]) {
        cell part = cell_beside(s, k, at);
        if (!is_shown(part) && applies(part))
            return;
    }
    for (size_t k = first; k != NONE; k = next[k])
        hide_beside(s, k, at);
}

/* --- the same fact twice --- */

/* The union of what both hide. Wholes of different schools are not the same
 * number if they were computed. */
static void settle_twin(struct settling *s, size_t twin, struct place at)
{
    struct place there = beside(s, twin, at);
    if (there.period == NONE)
        return;
    if (at.school == RELEASE_WHOLE &&
        s->r->wholes[at.indicator][at.period].computed &&
        s->r->wholes[twin][there.period].computed && differ(s, at, there))
        return;
    hide(s, there);
}

/* --- all of it --- */

/* A cell is gone: what goes with it. A share shows its n. */
static void settle_cell(struct settling *s, struct place at)
{
    size_t twin = indicator_of(s, at.indicator)->same_as.index;
    for (size_t k = s->users.first[at.indicator]; k != NONE;
         k = s->users.next[k])
        hide_beside(s, k, at);
    settle_part(s, at);
    if (twin != NONE)
        settle_twin(s, twin, at);
    for (size_t k = s->twins.first[at.indicator]; k != NONE;
         k = s->twins.next[k])
        settle_twin(s, k, at);
}

static struct place place_of(struct spot spot)
{
    return (struct place){
        spot.indicator,
        spot.school == NO_SCHOOL ? RELEASE_WHOLE : spot.school, spot.period};
}

/* Until what is hidden hides nothing more. */
static void settle_gone(struct settling *s)
{
    while (s->next < s->gone.n || s->dirty.n) {
        while (s->next < s->gone.n)
            settle_cell(s, place_of(s->gone.at[s->next++]));
        if (s->dirty.n == 0)
            return;
        struct spot spot = s->dirty.at[--s->dirty.n];
        if (s->columns[spot.indicator][spot.period] & HAS_HIDDEN)
            settle_whole(s, spot.indicator, spot.period);
    }
}

/* What can be worked out from shown cells although it is hidden. Asked only
 * when nothing is left to hide: a total that goes later must not have hidden
 * others before, or these would tell what it was. */
static void open_hidden(struct settling *s)
{
    size_t listed = s->gone.n, periods;
    for (size_t i = 0; i < s->r->site->indicators.n; i++) {
        const struct indicator *it = indicator_of(s, i);
        release_periods(s->r, i, &periods);
        for (size_t p = 0; p < periods; p++) {
            open_overlap(s, whole_at(i, p), it->same_as.index);
            open_overlap(s, whole_at(i, p), it->denominator.index);
            open_whole(s, i, p);
            if (s->r->first_part[i] != NONE)
                open_crossing(s, i, p);
        }
    }
    for (size_t g = 0; g < listed; g++)
        if (s->r->first_part[s->gone.at[g].indicator] != NONE)
            open_total(s, place_of(s->gone.at[g]));
}

/* --- to begin with --- */

static void add_namer(struct settling *s, struct namers *namers,
                      size_t indicator, size_t named)
{
    if (named == NONE || named == indicator)
        return;
    namers->next[indicator] = namers->first[named];
    namers->first[named] = indicator;
    s->tied[indicator] = s->tied[named] = true;
}

static struct namers new_namers(struct settling *s, size_t n)
{
    struct namers namers = {ARENA_ARRAY(s->arena, size_t, n + 1),
                            ARENA_ARRAY(s->arena, size_t, n + 1)};
    for (size_t i = 0; i < n; i++)
        namers.first[i] = namers.next[i] = NONE;
    return namers;
}

static void find_ties(struct settling *s)
{
    size_t n = s->r->site->indicators.n;
    s->tied = ARENA_ARRAY(s->arena, bool, n + 1);
    s->users = new_namers(s, n);
    s->twins = new_namers(s, n);
    for (size_t i = 0; i < n; i++) {
        const struct indicator *it = indicator_of(s, i);
        add_namer(s, &s->users, i, it->denominator.index);
        add_namer(s, &s->twins, i, it->same_as.index);
        if (it->part_of.index != NONE)
            s->tied[i] = s->tied[it->part_of.index] = true;
    }
}

/* While the cells of one period are listed. */
struct listing {
    struct settling *s;
    struct place at;
};

static void list_gone(void *payload, size_t school, bool hidden)
{
    struct listing *l = payload;
    l->at.school = school;
    note(l->s, l->at, hidden);
}

static void find_gone(struct settling *s, size_t indicator)
{
    size_t periods;
    release_periods(s->r, indicator, &periods);
    s->columns[indicator] = ARENA_ARRAY(s->arena, uint8_t, periods + 1);
    for (size_t p = 0; p < periods; p++) {
        struct listing listing = {s, whole_at(indicator, p)};
        if (is_gone(cell_of(s, listing.at)))
            note(s, listing.at, true);
        disclose_gone(s->r, indicator, p, list_gone, &listing);
    }
}

void settle(const struct release *release)
{
    struct settling s = {.r = release, .arena = arena_new()};
    size_t n = release->site->indicators.n, listed;
    find_ties(&s);
    s.columns = ARENA_ARRAY(s.arena, uint8_t *, n + 1);
    for (size_t i = 0; i < n; i++)
        find_gone(&s, i);
    do {
        settle_gone(&s);
        listed = s.gone.n;
        open_hidden(&s);
    } while (s.gone.n > listed || s.dirty.n);
    arena_free(s.arena);
}
