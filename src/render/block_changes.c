/*
 * block_changes: lines of text about what has changed. See block_changes.h.
 *
 * For page_changes.c, file_feed.c and the pages with such a section.
 */
#include "render/block_changes.h"

#include "release/words_text.h"
#include "render/block_look.h"
#include "render/plan.h"

#include <inttypes.h>
#include <stdlib.h>

#define CORRECTION_DAYS 30
#define LOOKED_AT 100           /* lines, for those of no single school */

static const struct field text_fields[] = {
    FIELD(view_change_text, TEXT, before),
    FIELD(view_change_text, TEXT, label),
    FIELD(view_change_text, URL, url),
};
static const struct view change_text_view = {
    "text that changed", sizeof(struct view_change_text), text_fields,
    sizeof text_fields / sizeof *text_fields, NULL
};

static const struct field change_fields[] = {
    FIELD(view_change, TEXT, id),
    FIELD(view_change, TEXT, type),
    FIELD(view_change, TEXT, what),
    FIELD(view_change, URL, url),
    FIELD(view_change, TEXT, told),
    FIELD(view_change, TEXT, basis),
    FIELD(view_change, TEXT, reason),
    FIELD(view_change, TEXT, place),
    FIELD_OF(view_change, LIST, texts, change_text_view),
    FIELD(view_change, BOOL, demo),
    FIELD(view_change, BOOL, titled),
    FIELD(view_change, BOOL, heads),
};
const struct view change_view = {
    "change", sizeof(struct view_change), change_fields,
    sizeof change_fields / sizeof *change_fields, NULL
};

static const struct field day_fields[] = {
    FIELD(view_change_day, TEXT, day),
    FIELD_OF(view_change_day, LIST, changes, change_view),
};
const struct view change_day_view = {
    "changes of a day", sizeof(struct view_change_day), day_fields,
    sizeof day_fields / sizeof *day_fields, NULL
};

/* --- what it is about --- */

static void put_part(struct buf *out, struct str part)
{
    if (part.n == 0)
        return;
    if (out->n > 0)
        buf_add(out, S(", "));
    buf_add(out, part);
}

static struct str quoted(const struct page *page, struct str title)
{
    return page_fill(page, "changes.quoted", FILL({ "title", title }));
}

/* Which school, or the whole; empty where the page is about it. */
static struct str who(const struct page *page, struct change_scope scope,
                      const struct change *c)
{
    if (scope.scope == CHANGES_OF_SCHOOL)
        return (struct str){0};
    if (c->each)
        return page_word(page, "changes.each");
    if (c->school == RELEASE_WHOLE)
        return words_whole(page->words, c->programme);
    return page_label(page, THING_SCHOOL, c->school, NONE);
}

/* «Школа № 12, «Кружки», 2024 год»; several cells have less in common. */
static struct str what_cell(const struct page *page,
                            struct change_scope scope,
                            const struct change_line *line)
{
    const struct change *c = line->first;
    bool school = c->school != RELEASE_WHOLE && !c->each;
    bool one = line->n == 1;
    struct str name = one ? who(page, scope, c) : (struct str){0};
    struct str title = {0};
    struct buf out = {0};

    if (scope.scope != CHANGES_OF_INDICATOR &&
        (one || scope.scope != CHANGES_OF_SCHOOL ||
         c->of != CHANGE_VALUE))
        title = quoted(page, block_title(page, c->indicator));
    if (school)
        put_part(&out, name);
    put_part(&out, title);
    if (!school)
        put_part(&out, name);
    if (one || c->of == CHANGE_VALUE)
        put_part(&out, page_period(page, c->period));
    if (out.n == 0)
        buf_add(&out, page_word(page, "changes.targets"));
    words_capital(&out, 0);
    return page_take(page, &out);
}

static struct str what_text(const struct page *page, const struct change *c)
{
    struct str label = {0};

    if (c->thing == THING_HOME)
        return page_word(page, "nav.home");
    label = page_label(page, c->thing, c->at, c->sub);
    return label.n > 0 ? label : page_typo(page, str_skip(c->key, 2));
}

/* The detail of a measure in a snapshot: the words of its time, its name. */
static struct str words_of_when(struct str detail)
{
    return str_cut(&detail, SNAPSHOT_PART);
}

static struct str name_then(struct str detail)
{
    str_cut(&detail, SNAPSHOT_PART);
    return detail;
}

/* Things and measures by their names of today; what is gone, of then. */
static struct str what_thing(const struct page *page, const struct change *c)
{
    const struct site *site = page->site;

    if (c->of == CHANGE_SCHOOL && c->school != NONE)
        return page_label(page, THING_SCHOOL, c->school, NONE);
    if (c->of == CHANGE_PROGRAMME && c->programme != NONE)
        return page_label(page, THING_PROGRAMME, c->programme, NONE);
    if (c->of == CHANGE_INDICATOR && c->indicator != NONE)
        return quoted(page, block_title(page, c->indicator));
    if (c->at != NONE && c->programme != NONE) {
        const struct programme *p = &site->programmes.at[c->programme];

        return quoted(page, page_typo(page, c->of == CHANGE_DOCUMENT
                                            ? p->documents.at[c->at].title
                                            : p->measures.at[c->at].title));
    }
    return quoted(page, page_typo(page, c->of == CHANGE_MEASURE
                                        ? name_then(c->detail_before)
                                        : c->before));
}

/* Where several things are: what links to one place is called the same. */
static struct str what_several(const struct page *page,
                               const struct change *c)
{
    static const char *const parts[CHANGE_TEXT + 1] = {
        [CHANGE_INDICATOR] = "changes.of_indicators",
        [CHANGE_MEASURE] = "changes.of_plan",
        [CHANGE_REPORTS] = "changes.of_plan",
        [CHANGE_TEXT] = "changes.of_texts",
    };
    struct str name;

    if (c->programme == NONE)
        return page_word(page, c->of == CHANGE_TEXT ? "changes.texts"
                                                    : "nav.schools");
    name = page_label(page, THING_PROGRAMME, c->programme, NONE);
    return parts[c->of] ? page_fill(page, parts[c->of],
                                    FILL({ "name", name }))
                        : name;
}

struct str block_change_what(const struct page *page,
                             struct change_scope scope,
                             const struct change_line *line)
{
    const struct change *c = line->first;

    if (c->of == CHANGE_VALUE || c->of == CHANGE_TARGET)
        return what_cell(page, scope, line);
    if (c->of == CHANGE_TEXT && line->n == 1)
        return what_text(page, c);
    return line->n > 1 ? what_several(page, c) : what_thing(page, c);
}

/* --- what happened --- */

static const char *const of_names[] = {
    [CHANGE_PROGRAMME] = "programme", [CHANGE_SCHOOL] = "school",
    [CHANGE_INDICATOR] = "indicator", [CHANGE_VALUE] = "value",
    [CHANGE_TARGET] = "target", [CHANGE_MEASURE] = "measure",
    [CHANGE_REPORTS] = "reports", [CHANGE_DOCUMENT] = "document",
    [CHANGE_TEXT] = "text",
};
static const char *const how_names[] = {
    [CHANGE_ADDED] = "added", [CHANGE_CHANGED] = "changed",
    [CHANGE_REMOVED] = "removed", [CHANGE_HIDDEN] = "hidden",
    [CHANGE_REVEALED] = "revealed",
};

/* changes.value.added, changes.value.added.group, … */
static struct str word_of(const struct page *page, const struct change *c,
                          const char *ending, struct str before,
                          struct str after)
{
    char key[64];

    snprintf(key, sizeof key, "changes.%s.%s%s", of_names[c->of],
             how_names[c->how], ending);
    return page_fill(page, key, FILL({ "before", before },
                                     { "after", after }));
}

static struct str told_value(const struct page *page, const struct change *c)
{
    struct fact before = snapshot_fact(c->before);
    struct fact after = snapshot_fact(c->after);
    struct str was, is;

    if (!c->numbers)
        return word_of(page, c, ".plain", S(""), S(""));
    was = page_cell(page, c->indicator, before);
    is = page_cell(page, c->indicator, after);
    if (c->how == CHANGE_CHANGED && str_eq(was, is) &&
        num_cmp(before.value, after.value) != 0) {
        was = page_number(page, before.value, -1);
        is = page_number(page, after.value, -1);
    }
    if (c->how == CHANGE_CHANGED && str_eq(was, is) &&
        (before.n < 0 || after.n < 0))
        return word_of(page, c, ".plain", S(""), S(""));
    if (c->how == CHANGE_CHANGED && str_eq(was, is))
        return page_fill(page, "changes.value.counted",
            FILL({ "before", page_number(page, num_int(before.n), 0) },
                 { "after", page_number(page, num_int(after.n), 0) }));
    return word_of(page, c, "", was, is);
}

static struct str target_text(const struct page *page,
                              const struct change *c, bool before)
{
    struct target target = changes_target(page->site, c, before);
    struct buf text = {0};

    words_target(&text, page->words, &target);
    return page_take(page, &text);
}

static struct str told_target(const struct page *page,
                              const struct change *c)
{
    return word_of(page, c, "",
                   c->how == CHANGE_ADDED ? S("")
                                          : target_text(page, c, true),
                   c->how == CHANGE_REMOVED ? S("")
                                            : target_text(page, c, false));
}

static struct str done_of(const struct page *page, struct str digits)
{
    struct num status = {0};

    num_parse(digits, &status, NULL);
    return words_done(page->words, (int)status.v);
}

/* A date moved, a status, both; else its name. */
static struct str told_measure(const struct page *page,
                               const struct change *c)
{
    struct str was = c->before, is = c->after;
    struct str when_was = str_cut(&was, SNAPSHOT_PART);
    struct str when_is = str_cut(&is, SNAPSHOT_PART);
    struct buf out = {0};

    if (c->how != CHANGE_CHANGED)
        return word_of(page, c, "", S(""), S(""));
    if (!str_eq(when_was, when_is))
        put_part(&out, page_fill(page, "changes.measure.when",
            FILL({ "before", page_typo(page,
                                       words_of_when(c->detail_before)) },
                 { "after", page_typo(page, words_of_when(c->detail)) })));
    if (!str_eq(was, is))
        put_part(&out, page_fill(page, "changes.measure.status",
            FILL({ "before", done_of(page, was) },
                 { "after", done_of(page, is) })));
    return page_take(page, &out);
}

/* With the names of the pages: for those who cannot have links. */
static struct str told_texts(const struct page *page,
                             const struct change_line *line)
{
    struct buf out = {0}, names = {0};

    for (size_t i = 0; i < line->texts.n; i++)
        put_part(&names, what_text(page, line->texts.at[i]));
    buf_add(&out, word_of(page, line->first, ".group", S(""), S("")));
    buf_addf(&out, ": %.*s", STR_FMT(buf_str(&names)));
    buf_free(&names);
    return page_take(page, &out);
}

struct str block_change_told(const struct page *page,
                             const struct change_line *line)
{
    const struct change *c = line->first;

    if (c->of == CHANGE_TEXT && line->n > 1)
        return told_texts(page, line);
    if (line->n > 1) {
        char key[64];

        snprintf(key, sizeof key, "changes.%s.%s.group", of_names[c->of],
                 how_names[c->how]);
        return page_fill(page, key,
                         FILL({ "n", page_number(page,
                                                 num_int((int64_t)line->n),
                                                 0) }));
    }
    switch (c->of) {
    case CHANGE_VALUE: return told_value(page, c);
    case CHANGE_TARGET: return told_target(page, c);
    case CHANGE_MEASURE: return told_measure(page, c);
    default: return word_of(page, c, "", page_typo(page, c->before),
                            page_typo(page, c->after));
    }
}

struct str block_change_basis(const struct page *page,
                              const struct change_line *line)
{
    return page_typo(page, page_sentence(line->basis));
}

/* --- where --- */

static struct str path_of(const struct page *page, enum thing thing,
                          size_t at, size_t sub)
{
    struct str path = address_of(page->arena, page->site, thing, at, sub);

    return page_reaches(page, path) ? path : (struct str){0};
}

struct str block_change_path(const struct page *page,
                             const struct change_line *line)
{
    const struct change *c = line->first;

    if (c->of == CHANGE_TEXT && line->n == 1)
        return path_of(page, c->thing, c->at, c->sub);
    if (c->indicator != NONE) {
        bool school = c->school != RELEASE_WHOLE && c->school != NONE &&
                      line->n == 1;

        return school ? path_of(page, THING_SCHOOL, c->school, NONE)
                      : path_of(page, THING_INDICATOR, c->indicator, NONE);
    }
    if (c->of == CHANGE_SCHOOL)
        return c->school == NONE || line->n > 1
                   ? path_of(page, THING_SCHOOLS, NONE, NONE)
                   : path_of(page, THING_SCHOOL, c->school, NONE);
    if (c->programme == NONE)
        return (struct str){0};
    if ((c->of == CHANGE_MEASURE || c->of == CHANGE_REPORTS) &&
        c->at != NONE)
        return line->n > 1
                   ? path_of(page, THING_PLAN, c->programme, NONE)
                   : path_of(page, THING_MEASURE, c->programme, c->at);
    if (c->of == CHANGE_DOCUMENT && c->at != NONE && line->n == 1)
        return path_of(page, THING_DOCUMENT, c->programme, c->at);
    return path_of(page, THING_PROGRAMME, c->programme, NONE);
}

struct str block_change_id(const struct page *page, uint64_t id)
{
    return str_format(page->arena, "c%016" PRIx64, id);
}

/* --- views --- */

/* In the order of a day. */
enum type { TYPE_CORRECTION, TYPE_DATA, TYPE_PLAN, TYPE_TEXT };

static const char *const type_words[] = {
    "changes.type.correction", "changes.type.data", "changes.type.plan",
    "changes.type.text",
};

static enum type type_of(const struct change *c)
{
    if (changes_is_correction(c))
        return TYPE_CORRECTION;
    switch (c->of) {
    case CHANGE_TEXT: return TYPE_TEXT;
    case CHANGE_VALUE:
    case CHANGE_INDICATOR:
    case CHANGE_SCHOOL: return TYPE_DATA;
    default: return TYPE_PLAN;
    }
}

/* Is it in the data of a programme, not the programme or a text itself? */
static bool is_placed(const struct change *c)
{
    return c->programme != NONE && c->of != CHANGE_PROGRAMME &&
           c->of != CHANGE_TEXT;
}

/* Which programme, where there are several. */
static struct str place_of(const struct page *page, struct change_scope scope,
                           const struct change *c)
{
    bool told = page->site->programmes.n > 1 && is_placed(c) &&
                (scope.scope == CHANGES_SITE ||
                 scope.scope == CHANGES_OF_SCHOOL);

    return told ? page_label(page, THING_PROGRAMME, c->programme, NONE)
                : (struct str){0};
}

bool block_change_demo(const struct page *page, const struct change *c)
{
    const struct site *site = page->site;

    return (c->programme != NONE && site->programmes.at[c->programme].demo) ||
           (c->school != NONE && site->schools.at[c->school].demo);
}

static struct list texts_of(const struct page *page,
                            const struct change_line *line)
{
    size_t n = line->texts.n;
    struct view_change_text *views = PAGE_ARRAY(page, struct view_change_text,
                                                n + 1);

    for (size_t i = 0; i < n; i++) {
        const struct change *c = line->texts.at[i];
        struct str path = path_of(page, c->thing, c->at, c->sub);

        views[i] = (struct view_change_text){
            .before = i == 0 ? S(":") : S(","),
            .label = what_text(page, c),
            .url = path.n > 0 ? page_path_url(page, path) : path,
        };
    }
    return (struct list){ views, n };
}

static struct view_change view_of(const struct page *page,
                                  struct change_scope scope,
                                  const struct change_line *line)
{
    const struct change *c = line->first;
    struct str path = block_change_path(page, line);
    bool texts = c->of == CHANGE_TEXT && line->n > 1;

    return (struct view_change){
        .id = block_change_id(page, line->id),
        .type = page_word(page, type_words[type_of(c)]),
        .what = block_change_what(page, scope, line),
        .url = path.n > 0 ? page_path_url(page, path) : path,
        .told = texts ? word_of(page, c, ".group", S(""), S(""))
                      : block_change_told(page, line),
        .texts = texts ? texts_of(page, line) : (struct list){0},
        .basis = block_change_basis(page, line),
        .reason = page_typo(page, page_sentence(c->reason)),
        .place = place_of(page, scope, c),
        /* other pages say it of themselves */
        .demo = scope.scope == CHANGES_SITE && block_change_demo(page, c),
    };
}

/* Lines one below the other that have these in common say them once. */
static bool is_same_head(const struct view_change *a,
                         const struct view_change *b)
{
    return str_eq(a->type, b->type) && str_eq(a->place, b->place) &&
           a->demo == b->demo;
}

static void fill_heads(struct view_change *views, size_t n, bool titled)
{
    for (size_t i = 0; i < n; i++) {
        struct view_change *view = &views[i];
        view->titled = titled;
        view->heads = (i == 0 || !is_same_head(view, &views[i - 1])) &&
                      (!titled || view->place.n > 0 || view->demo);
    }
}

static int by_type_and_programme(const void *a, const void *b)
{
    const struct change_line *one = a, *other = b;
    const struct change *c = one->first, *d = other->first;
    size_t p = is_placed(c) ? c->programme : NONE;
    size_t q = is_placed(d) ? d->programme : NONE;
    if (type_of(c) != type_of(d))
        return type_of(c) < type_of(d) ? -1 : 1;
    if (p != q)
        return p < q ? -1 : 1;
    return one->order < other->order ? -1 : 1;
}

static struct list days_of(const struct page *page,
                           struct change_scope scope,
                           struct change_lines lines)
{
    struct view_change *views = PAGE_ARRAY(page, struct view_change,
                                           lines.n + 1);
    ARR(struct view_change_day) days = {0};

    for (size_t i = 0, n; i < lines.n; i += n) {
        date on = lines.at[i].first->on;

        for (n = 1; i + n < lines.n && lines.at[i + n].first->on == on;)
            n++;
        qsort(&lines.at[i], n, sizeof *lines.at, by_type_and_programme);
        for (size_t v = i; v < i + n; v++)
            views[v] = view_of(page, scope, &lines.at[v]);
        fill_heads(&views[i], n, false);
        *ARR_PUSH(page->arena, &days) = (struct view_change_day){
            page_date(page, on), { &views[i], n }
        };
    }
    return (struct list){ days.at, days.n };
}

struct list block_changes(const struct page *page, struct change_scope scope,
                          size_t max)
{
    return days_of(page, scope, block_change_lines(page, scope, 0, max));
}

struct list block_changes_of_year(const struct page *page,
                                  struct change_scope scope, int year)
{
    return days_of(page, scope,
                   block_change_lines(page, scope, year, SIZE_MAX));
}

struct list block_changes_of_all(const struct page *page, size_t max)
{
    struct change_scope site = { CHANGES_SITE, 0 };
    struct change_lines lines = block_change_lines(page, site, 0, LOOKED_AT);
    struct change_line *chosen = PAGE_ARRAY(page, struct change_line, max);
    size_t found = 0;

    for (size_t i = 0; i < lines.n && found < max; i++) {
        const struct change_line *line = &lines.at[i];

        if (line->n > 1 || line->first->school == RELEASE_WHOLE)
            chosen[found++] = *line;
    }
    return days_of(page, site, (struct change_lines){ chosen, found });
}

struct list block_corrections(const struct page *page,
                              struct change_scope scope, size_t max,
                              size_t *more)
{
    const struct changes *changes = plan_changes(page->plan);
    size_t count = changes_count(changes, scope.scope, scope.at);
    date from = page->site->config.as_of - CORRECTION_DAYS;
    ARR(struct view_change) views = {0};

    *more = 0;
    for (size_t i = 0; i < count; i++) {
        struct change_line line = {
            .first = changes_at(changes, scope.scope, scope.at, i), .n = 1,
        };
        struct view_change view;

        if (line.first->on < from || !changes_is_correction(line.first))
            continue;
        if (views.n == max) {
            ++*more;
            continue;
        }
        line.id = line.first->id;
        view = view_of(page, scope, &line);
        view.url = page_path_url(page, block_change_place(page, scope,
                                                          line.first->on,
                                                          line.id));
        *ARR_PUSH(page->arena, &views) = view;
    }
    fill_heads(views.at, views.n, true);
    return (struct list){ views.at, views.n };
}

struct str block_changes_note(const struct page *page,
                              struct change_scope scope)
{
    const struct changes *changes = plan_changes(page->plan);
    static const char *const words[] = {
        [CHANGES_LATER] = "changes.later",
        [CHANGES_NO_GIT] = "changes.no_git",
        [CHANGES_UNREADABLE] = "changes.unreadable",
        [CHANGES_CUT] = "changes.cut",
        [CHANGES_WHOLE] = "changes.whole",
    };
    enum changes_state state = changes_state(changes);
    date since = changes_since(changes);
    struct str note;

    if (since == DATE_NONE)
        return page_word(page, state == CHANGES_WHOLE ? "changes.nothing"
                                                      : words[state]);
    note = page_fill(page, words[state],
                     FILL({ "date", page_date(page, since) }));
    return changes_count(changes, scope.scope, scope.at) > 0 ||
                   state == CHANGES_LATER
               ? note
               : str_format(page->arena, "%.*s %.*s", STR_FMT(note),
                            STR_FMT(page_word(page, "changes.none")));
}
