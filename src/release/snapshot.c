/*
 * snapshot: a release as lines of text. See snapshot.h.
 *
 * For changes.c and history.c.
 */
#include "release/snapshot.h"

#include "base/hash.h"
#include "base/mem.h"
#include "model/catalog.h"

#include <inttypes.h>
#include <stdlib.h>

struct line {
    struct str key, text;
};

struct snapshot {
    ARR(struct line) lines;
};

struct writer {
    struct arena *arena;
    struct snapshot *snapshot;
    const struct site *site;
    struct buf key, text;
};

/* Takes what stands in the two buffers. */
static void put(struct writer *w)
{
    *ARR_PUSH(w->arena, &w->snapshot->lines) = (struct line){
        buf_take(&w->key, w->arena), buf_take(&w->text, w->arena)};
}

static void part(struct writer *w, struct str text)
{
    buf_add(&w->text, text);
    buf_char(&w->text, SNAPSHOT_PART);
}

static struct str programme_id(const struct writer *w, size_t programme)
{
    return w->site->programmes.at[programme].id;
}

/* `kind` is one letter; the school's id is empty for the whole. */
static void key_of_cell(struct writer *w, char kind, size_t indicator,
                        struct str school, struct period period)
{
    const struct indicator *it = &w->site->indicators.at[indicator];
    buf_addf(&w->key, "%c/%.*s/%.*s/%.*s/", kind,
             STR_FMT(programme_id(w, it->programme)), STR_FMT(it->id),
             STR_FMT(school));
    period_code(&w->key, period);
}

/* --- values --- */

/* Letters of the states that are told; the others are as if no row stood
 * there. */
static char state_letter(const struct fact *fact)
{
    switch (fact->state) {
    case STATE_SHOWN:
        return fact->has_value || fact->text.n ? 's' : '\0';
    case STATE_COUNTS:
        return 'k';
    case STATE_HIDDEN:
        return 'c';
    default:
        return '\0';
    }
}

static void put_number(struct writer *w, int64_t number)
{
    if (number >= 0)
        buf_int(&w->text, number);
    buf_char(&w->text, SNAPSHOT_PART);
}

static void put_fact(struct writer *w, size_t indicator, size_t school,
                     struct period period, const struct fact *fact)
{
    char letter = state_letter(fact);
    if (!letter)
        return;
    key_of_cell(w, 'v', indicator,
                school == RELEASE_WHOLE ? S("")
                                        : w->site->schools.at[school].id,
                period);
    buf_char(&w->text, letter);
    if (letter != 'c') {
        if (fact->has_value)
            num_plain(&w->text, num_trim(fact->value));
        buf_char(&w->text, SNAPSHOT_PART);
        put_number(w, letter == 'k' ? fact->numerator : -1);
        put_number(w, fact->n);
        buf_add(&w->text, fact->text);
    }
    put(w);
}

struct fact snapshot_fact(struct str text)
{
    struct fact fact = {.state = STATE_MISSING, .numerator = -1, .n = -1};
    struct num number;
    if (text.n == 0)
        return fact;
    fact.state = text.p[0] == 's'   ? STATE_SHOWN
                 : text.p[0] == 'k' ? STATE_COUNTS
                                    : STATE_HIDDEN;
    struct str rest = str_skip(text, 1);
    if (num_parse(str_cut(&rest, SNAPSHOT_PART), &number, NULL) == NUM_OK) {
        fact.has_value = true;
        fact.value = number;
    }
    if (num_parse(str_cut(&rest, SNAPSHOT_PART), &number, NULL) == NUM_OK)
        fact.numerator = number.v;
    if (num_parse(str_cut(&rest, SNAPSHOT_PART), &number, NULL) == NUM_OK)
        fact.n = number.v;
    fact.text = rest;
    return fact;
}

static void put_series(struct writer *w, const struct release *release,
                       size_t indicator, size_t school)
{
    size_t n;
    const struct period *periods = release_periods(release, indicator, &n);
    for (size_t p = 0; p < n; p++) {
        struct fact fact = release_fact(release, indicator, school, p);
        put_fact(w, indicator, school, periods[p], &fact);
    }
}

static void put_values(struct writer *w, const struct release *release)
{
    for (size_t i = 0; i < w->site->indicators.n; i++) {
        size_t n;
        const uint32_t *schools = release_schools(release, i, &n);
        if (release_has_whole(release, i))
            put_series(w, release, i, RELEASE_WHOLE);
        for (size_t s = 0; s < n; s++)
            put_series(w, release, i, schools[s]);
    }
}

/* --- targets --- */

static struct str target_who(const struct writer *w, const struct target *t)
{
    if (t->who == TARGET_EACH)
        return S("*");
    return t->who == TARGET_SCHOOL ? w->site->schools.at[t->school.index].id
                                   : S("");
}

static void put_target(struct writer *w, const struct target *target)
{
    if (target->indicator.index == NONE ||
        (target->who == TARGET_SCHOOL && target->school.index == NONE))
        return;
    key_of_cell(w, 't', target->indicator.index, target_who(w, target),
                target->period);
    buf_int(&w->text, target->op);
    buf_char(&w->text, SNAPSHOT_PART);
    if (target->op == TARGET_WORDS) {
        buf_add(&w->text, target->text);
    } else {
        num_plain(&w->text, num_trim(target->value));
        buf_char(&w->text, SNAPSHOT_PART);
        num_plain(&w->text, num_trim(target->high));
    }
    buf_char(&w->text, SNAPSHOT_DETAIL);
    part(w, target->text);
    buf_add(&w->text, target->basis);
    put(w);
}

/* --- things and measures --- */

static void put_thing(struct writer *w, char kind, struct str programme,
                      struct str id, struct str name)
{
    buf_addf(&w->key, "%c/%.*s%s%.*s", kind, STR_FMT(programme),
             programme.n && id.n ? "/" : "", STR_FMT(id));
    buf_add(&w->text, name);
    put(w);
}

/* One spelling of words that are nothing but a time, so that «март 2024» is
 * 03.2024. What stands in brackets is a condition, which is read over. */
static void put_when(struct writer *w, struct str words)
{
    struct period period;
    if (str_find_char(words, '(') < 0 && period_parse_span(words, &period))
        period_code(&w->text, period);
    else
        buf_add(&w->text, words);
    buf_char(&w->text, SNAPSHOT_PART);
}

static void put_measure(struct writer *w, size_t programme,
                        const struct measure *measure)
{
    struct str when = str_trim(measure->when_text);
    buf_addf(&w->key, "m/%.*s/%.*s", STR_FMT(programme_id(w, programme)),
             STR_FMT(measure->id));
    put_when(w, when);
    buf_int(&w->text, measure->status);
    buf_char(&w->text, SNAPSHOT_DETAIL);
    part(w, when);
    buf_add(&w->text, measure->title);
    put(w);
}

/* The reports about one measure in one line, whatever their order: that they
 * changed is told, not how; the page of the plan shows them. */
static void put_reports(struct writer *w, const struct programme *programme,
                        size_t measure)
{
    struct buf all = {0};
    uint64_t sum = 0;
    bool any = false;
    for (size_t i = 0; i < programme->reports.n; i++) {
        const struct report *r = &programme->reports.at[i];
        if (r->measure.index != measure)
            continue;
        buf_clear(&all);
        period_code(&all, r->period);
        buf_addf(&all, " %d %d", r->status, (int)r->done_on);
        const struct str parts[] = {r->school.text, r->title, r->place,
                                    r->result, r->evidence, r->reason};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            buf_char(&all, SNAPSHOT_PART);
            buf_add(&all, parts[k]);
        }
        sum += hash_64(buf_str(&all));
        any = true;
    }
    if (any) {
        buf_addf(&w->key, "r/%.*s/%.*s", STR_FMT(programme->id),
                 STR_FMT(programme->measures.at[measure].id));
        buf_addf(&w->text, "%016" PRIx64, sum);
        put(w);
    }
    buf_free(&all);
}

static void put_programme(struct writer *w, size_t at)
{
    const struct programme *p = &w->site->programmes.at[at];
    put_thing(w, 'p', p->id, S(""), p->text.title);
    for (size_t i = 0; i < p->indicator_n; i++) {
        const struct indicator *it =
            &w->site->indicators.at[p->indicator_first + i];
        put_thing(w, 'i', p->id, it->id, it->title);
    }
    for (size_t i = 0; i < p->documents.n; i++)
        put_thing(w, 'd', p->id, p->documents.at[i].id,
                  p->documents.at[i].title);
    for (size_t i = 0; i < p->targets.n; i++)
        put_target(w, &p->targets.at[i]);
    for (size_t i = 0; i < p->measures.n; i++) {
        put_measure(w, at, &p->measures.at[i]);
        put_reports(w, p, i);
    }
}

static int by_key(const void *a, const void *b)
{
    const struct line *one = a, *other = b;
    int order = str_cmp(one->key, other->key);
    return order ? order : str_cmp(one->text, other->text);
}

struct snapshot *snapshot_make(struct arena *arena,
                               const struct release *release)
{
    struct writer w = {.arena = arena,
                       .snapshot = ARENA_NEW(arena, struct snapshot),
                       .site = release_site(release)};
    for (size_t i = 0; i < w.site->programmes.n; i++)
        put_programme(&w, i);
    for (size_t i = 0; i < w.site->schools.n; i++)
        put_thing(&w, 's', S(""), w.site->schools.at[i].id,
                  catalog_school_label(&w.site->schools.at[i]));
    put_values(&w, release);
    if (w.snapshot->lines.n)
        qsort(w.snapshot->lines.at, w.snapshot->lines.n, sizeof(struct line),
              by_key);
    buf_free(&w.key);
    buf_free(&w.text);
    return w.snapshot;
}

/* --- two of them --- */

static bool same_text(struct str one, struct str other)
{
    return str_eq(str_cut(&one, SNAPSHOT_DETAIL),
                  str_cut(&other, SNAPSHOT_DETAIL));
}

struct differ {
    struct arena *arena;
    ARR(struct record) list;
};

static void differ_add(struct differ *differ, const struct line *before,
                       const struct line *after)
{
    *ARR_PUSH(differ->arena, &differ->list) = (struct record){
        str_copy(differ->arena, before ? before->key : after->key),
        before ? str_copy(differ->arena, before->text) : (struct str){0},
        after ? str_copy(differ->arena, after->text) : (struct str){0}};
}

struct records snapshot_differ(struct arena *arena,
                               const struct snapshot *before,
                               const struct snapshot *after)
{
    struct differ differ = {.arena = arena};
    size_t i = 0, k = 0;
    while (i < before->lines.n || k < after->lines.n) {
        const struct line *one =
            i < before->lines.n ? &before->lines.at[i] : NULL;
        const struct line *other =
            k < after->lines.n ? &after->lines.at[k] : NULL;
        int order = !one ? 1 : !other ? -1 : str_cmp(one->key, other->key);
        if (order < 0)
            differ_add(&differ, one, NULL);
        else if (order > 0)
            differ_add(&differ, NULL, other);
        else if (!same_text(one->text, other->text))
            differ_add(&differ, one, other);
        i += order <= 0;
        k += order >= 0;
    }
    return (struct records){differ.list.at, differ.list.n};
}
