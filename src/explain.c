/*
 * explain: which sources feed a file of the site. See explain.h.
 *
 * For the command `explain`. First the files are tried, halving those that
 * matter until each stands alone; then, of each table, some of its rows.
 */
#include "explain.h"

#include "base/diag.h"
#include "base/mem.h"
#include "base/pool.h"
#include "build.h"
#include "explain_path.h"
#include "input/source.h"
#include "meter.h"
#include "model/catalog.h"
#include "model/rows.h"
#include "private.h"
#include "render/kind.h"
#include "render/plan.h"

#include <stdlib.h>

/* What is tried at once: the tables of a programme's values are one, because
 * which numbers stand in which of them is nothing to a page. */
struct unit {
    size_t from, to;            /* in explaining.files */
    bool feeds;
};

struct explaining {
    struct arena *arena;
    const struct build_options *options;
    const struct site *site;
    struct explained *out;
    struct str bytes;           /* of the page, when nothing is left out */
    ARR(struct str) files;      /* of the site, then of the private folder */
    const struct source *source, *closed;
    ARR(struct unit) units;
    struct rows_subject subject;
    size_t programme;           /* that the page is of, or NONE */
    ARR(struct explain_source) sources;
};

/* --- asking the build --- */

/* What would be without these? */
struct question {
    const struct source_gap *gaps;
    size_t n;
    bool changes;               /* the answer */
};

struct asking {
    const struct explaining *e;
    struct question *questions;
};

/* The page without what `gaps` name; false when there is none. */
static bool make_page(const struct explaining *e,
                      const struct source_gap *gaps, size_t n,
                      struct buf *bytes)
{
    struct build_options options = *e->options;
    struct diag *quiet = diag_new();
    options.gaps = gaps;
    options.gaps_n = n;
    options.meter = NULL;
    options.no_history = true;
    struct source *source = build_source(&options, quiet);
    struct edition *edition =
        source ? build_edition(&options, source, quiet) : NULL;
    struct arena *scratch = arena_new();
    bool made = edition &&
                build_file(edition, e->out->path, scratch, bytes, quiet);
    arena_free(scratch);
    build_edition_free(edition);
    source_free(source);
    diag_free(quiet);
    return made;
}

static int ask_one(void *payload, size_t worker, size_t i)
{
    struct asking *a = payload;
    struct question *question = &a->questions[i];
    struct buf bytes = {0};
    (void)worker;
    question->changes =
        !make_page(a->e, question->gaps, question->n, &bytes) ||
        !str_eq(buf_str(&bytes), a->e->bytes);
    buf_free(&bytes);
    meter_step(a->e->options->meter);
    return 0;
}

static void ask(const struct explaining *e, struct question *questions,
                size_t n)
{
    const struct build_options *options = e->options;
    struct asking asking = {e, questions};
    meter_stage(options->meter, METER_EXPLAIN, n);
    pool_run(options->jobs ? options->jobs : pool_processors(), n, ask_one,
             &asking);
}

/* --- files --- */

/* A range of units, all of them left out at once. */
struct span {
    size_t from, to;
};

static struct question without_units(const struct explaining *e,
                                     struct span span)
{
    size_t from = e->units.at[span.from].from;
    size_t n = e->units.at[span.to - 1].to - from;
    struct source_gap *gaps = ARENA_ARRAY(e->arena, struct source_gap, n);
    for (size_t i = 0; i < n; i++) {
        gaps[i].path = e->files.at[from + i];
        /* A file of the theme has one below it, maybe with the same words:
         * without all its lines it still hides that one. */
        if (str_starts(gaps[i].path, S("themes/"))) {
            gaps[i].from = 1;
            gaps[i].to = UINT32_MAX;
        }
    }
    return (struct question){gaps, n, false};
}

static void mark(struct explaining *e, struct span span)
{
    for (size_t i = span.from; i < span.to; i++)
        e->units.at[i].feeds = true;
}

/* Both halves of each span; which are to be halved again goes to `next`.
 * Where only both together change the page, all that is in them feeds it. */
static size_t halve(struct explaining *e, const struct span *spans, size_t n,
                    struct span *next)
{
    struct question *questions =
        ARENA_ARRAY(e->arena, struct question, 2 * n);
    struct span *halves = ARENA_ARRAY(e->arena, struct span, 2 * n);
    size_t next_n = 0;
    for (size_t i = 0; i < n; i++) {
        size_t middle = spans[i].from + (spans[i].to - spans[i].from) / 2;
        halves[2 * i] = (struct span){spans[i].from, middle};
        halves[2 * i + 1] = (struct span){middle, spans[i].to};
    }
    for (size_t i = 0; i < 2 * n; i++)
        questions[i] = without_units(e, halves[i]);
    ask(e, questions, 2 * n);
    for (size_t i = 0; i < 2 * n; i++) {
        if (!questions[i & ~(size_t)1].changes &&
            !questions[i | 1].changes)
            mark(e, halves[i]);
        else if (questions[i].changes && halves[i].to - halves[i].from == 1)
            mark(e, halves[i]);
        else if (questions[i].changes)
            next[next_n++] = halves[i];
    }
    return next_n;
}

static void try_files(struct explaining *e)
{
    size_t n = e->units.n;
    struct span *spans = ARENA_ARRAY(e->arena, struct span, n + 1);
    struct span *next = ARENA_ARRAY(e->arena, struct span, n + 1);
    struct span all = {0, n};
    if (e->out->gathers || n < 2) {
        mark(e, all);
        return;
    }
    spans[0] = all;
    for (size_t spans_n = 1; spans_n > 0;) {
        spans_n = halve(e, spans, spans_n, next);
        struct span *done = spans;
        spans = next;
        next = done;
    }
}

/* data/p/values-2025.csv: the length of data/p/, else 0. */
static size_t values_folder(struct str path)
{
    size_t n = path.n;
    while (n > 0 && path.p[n - 1] != '/')
        n--;
    return str_starts(str_skip(path, n), S("values")) ? n : 0;
}

static void list_files(struct explaining *e, const struct source *source)
{
    size_t n;
    const struct source_file *files = source_files(source, &n);
    for (size_t i = 0; i < n; i++) {
        struct unit *last =
            e->units.n ? &e->units.at[e->units.n - 1] : NULL;
        size_t folder = values_folder(files[i].path);
        bool more = last && i > 0 && folder > 0 &&
                    values_folder(files[i - 1].path) == folder &&
                    str_starts(files[i - 1].path,
                               str_sub(files[i].path, 0, folder));
        *ARR_PUSH(e->arena, &e->files) = str_copy(e->arena, files[i].path);
        if (more)
            last->to++;
        else
            *ARR_PUSH(e->arena, &e->units) =
                (struct unit){e->files.n - 1, e->files.n, false};
    }
}

/* --- what the page is about --- */

/* A part of its path that is the id of something. */
static void take_id(struct explaining *e, struct str id)
{
    const struct site *site = e->site;
    size_t i = catalog_school(site, id);
    if (i != NONE && str_eq(site->schools.at[i].id, id))
        e->subject.school = i;
    i = catalog_indicator(site, e->programme, id);
    if (i != NONE && str_eq(site->indicators.at[i].id, id))
        e->subject.indicator = i;
    i = catalog_programme(site, id);
    if (i != NONE && str_eq(site->programmes.at[i].id, id))
        e->programme = i;
}

/* Addresses are made of ids: programs/ID/indicators/ID.html, w/ID.ID.svg. */
static void find_subject(struct explaining *e)
{
    struct str rest = e->out->path;
    e->subject = (struct rows_subject){NONE, NONE};
    e->programme = NONE;
    while (rest.p) {
        struct str part = str_cut(&rest, '/');
        while (part.p)
            take_id(e, str_cut(&part, '.'));
    }
}

static struct str without_end(struct str path)
{
    size_t n = path.n;
    while (n > 0 && path.p[n - 1] != '.' && path.p[n - 1] != '/')
        n--;
    return n > 0 && path.p[n - 1] == '.' ? str_sub(path, 0, n - 1) : path;
}

/* A text or another file as a whole: the one that the page is made from, the
 * words of its school, all that its programme has when it is of nothing
 * smaller. */
static bool is_own(const struct explaining *e, struct str file)
{
    struct str name = without_end(file), content = S("content/");
    if (str_starts(name, content))
        name = str_skip(name, content.n);
    if (str_eq(name, without_end(e->out->path)))
        return true;
    if (e->subject.school != NONE)
        return str_eq(name, str_format(e->arena, "schools/%.*s",
                          STR_FMT(e->site->schools.at[e->subject.school].id)));
    if (e->programme == NONE || e->subject.indicator != NONE)
        return false;
    struct str id = e->site->programmes.at[e->programme].id;
    return str_find(file, str_format(e->arena, "/%.*s/", STR_FMT(id))) >= 0;
}

/* --- lines --- */

/* A table, of which some rows are tried apart from the rest: those that name
 * the subject or, where none does, the first. */
struct table {
    struct str file;
    struct rows rows;
    unsigned names;             /* so many names have rows about the subject */
};

static bool is_apart(const struct table *table, size_t row)
{
    return table->names > 0 ? table->rows.at[row].names == table->names
                            : row == 0;
}

static struct table read_table(const struct explaining *e, struct str file)
{
    struct table table = {.file = file};
    const struct source *source =
        source_find(e->source, table.file) ? e->source : e->closed;
    table.rows = rows_read(e->arena, e->site, source, table.file, e->subject);
    for (size_t i = 0; i < table.rows.n; i++)
        if (table.rows.at[i].names > table.names)
            table.names = table.rows.at[i].names;
    return table;
}

/* Left out: the rows that are apart, or the rest. */
static struct question without_rows(const struct explaining *e,
                                    const struct table *table, bool apart)
{
    struct source_gap *gaps =
        ARENA_ARRAY(e->arena, struct source_gap, table->rows.n);
    size_t n = 0;
    for (size_t i = 0; i < table->rows.n; i++)
        if (is_apart(table, i) == apart)
            gaps[n++] = (struct source_gap){table->file,
                                            table->rows.at[i].from,
                                            table->rows.at[i].to};
    return (struct question){gaps, n, false};
}

static void add(struct explaining *e, struct str file,
                enum explain_part part, struct explain_lines *lines, size_t n)
{
    *ARR_PUSH(e->arena, &e->sources) =
        (struct explain_source){file, part, lines, n};
}

/* Rows that are apart, others, or both; neighbours as one. */
static void add_rows(struct explaining *e, const struct table *table,
                     bool apart, bool rest, enum explain_part part)
{
    struct explain_lines *lines =
        ARENA_ARRAY(e->arena, struct explain_lines, table->rows.n);
    size_t n = 0;
    for (size_t i = 0; i < table->rows.n; i++) {
        struct rows_row row = table->rows.at[i];
        if (!(is_apart(table, i) ? apart : rest))
            continue;
        if (n > 0 && row.from <= lines[n - 1].to + 1)
            lines[n - 1].to = row.to;
        else
            lines[n++] = (struct explain_lines){row.from, row.to};
    }
    add(e, table->file, part, lines, n);
}

static enum explain_part part_of(const struct explaining *e, struct str file)
{
    return is_own(e, file) ? EXPLAIN_OWN : EXPLAIN_SHARED;
}

/* A file of which nothing smaller can be pointed at. */
static void add_whole(struct explaining *e, struct str file)
{
    struct explain_lines *lines = ARENA_NEW(e->arena, struct explain_lines);
    *lines = (struct explain_lines){1, 1};
    add(e, file, part_of(e, file), lines, 1);
}

/* Does the page change without the rows that are apart, without the rest? */
static void add_answered(struct explaining *e, const struct table *table,
                         bool apart, bool rest)
{
    if (!apart && !rest) {
        add_rows(e, table, true, true, EXPLAIN_PRESENT);
    } else if (table->names == 0) {
        add_rows(e, table, apart, rest, part_of(e, table->file));
    } else {
        if (apart)
            add_rows(e, table, true, false, EXPLAIN_OWN);
        if (rest)
            add_rows(e, table, false, true, EXPLAIN_SHARED);
    }
}

/* Adds what needs no question; else the table goes to `table`. A table that
 * is alone in its unit feeds the page; if all its rows are apart, they do. */
static bool needs_asking(struct explaining *e, struct str file, bool alone,
                         struct table *table)
{
    size_t apart = 0;
    *table = read_table(e, file);
    for (size_t i = 0; i < table->rows.n; i++)
        apart += is_apart(table, i);
    if (table->rows.n == 0)
        add_whole(e, file);
    else if (e->out->gathers)
        add_rows(e, table, true, true, EXPLAIN_SHARED);
    else if (alone && apart == table->rows.n)
        add_answered(e, table, true, false);
    else
        return true;
    return false;
}

static void try_rows(struct explaining *e)
{
    struct table *tables = ARENA_ARRAY(e->arena, struct table, e->files.n);
    struct question *questions =
        ARENA_ARRAY(e->arena, struct question, 2 * e->files.n);
    size_t n = 0;
    for (size_t u = 0; u < e->units.n; u++) {
        const struct unit *unit = &e->units.at[u];
        for (size_t i = unit->from; unit->feeds && i < unit->to; i++)
            n += needs_asking(e, e->files.at[i],
                              unit->to - unit->from == 1, &tables[n]);
    }
    for (size_t i = 0; i < 2 * n; i++)
        questions[i] = without_rows(e, &tables[i / 2], i % 2 == 0);
    ask(e, questions, 2 * n);
    for (size_t i = 0; i < n; i++)
        add_answered(e, &tables[i], questions[2 * i].changes,
                     questions[2 * i + 1].changes);
}

/* --- all of it --- */

static int by_part(const void *a, const void *b)
{
    const struct explain_source *one = a, *other = b;
    if (one->part != other->part)
        return one->part < other->part ? -1 : 1;
    return str_cmp(one->file, other->file);
}

/* The words between <title> and </title>, without the entities that
 * buf_html writes. */
static struct str title_of(struct arena *arena, struct str html)
{
    static const struct {
        const char *entity;
        char letter;
    } rows[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'},
                {"&quot;", '"'}, {"&#39;", '\''}};
    struct buf out = {0};
    ptrdiff_t from = str_find(html, S("<title>"));
    if (from < 0)
        return S("");
    html = str_skip(html, (size_t)from + 7);
    while (html.n > 0 && !str_starts(html, S("</title>"))) {
        size_t i = 0, n = sizeof rows / sizeof *rows;
        while (i < n && !str_starts(html, str_of(rows[i].entity)))
            i++;
        buf_char(&out, i < n ? rows[i].letter : html.p[0]);
        html = str_skip(html, i < n ? str_of(rows[i].entity).n : 1);
    }
    struct str title = buf_take(&out, arena);
    buf_free(&out);
    return title;
}

static void describe(struct explaining *e, const struct plan *plan, size_t i)
{
    struct explained *out = e->out;
    const struct page_kind *kind = plan_kind(plan, i);
    out->path = str_copy(e->arena, plan_path(plan, i));
    out->kind = str_of(kind->name);
    out->template = str_copy(e->arena, plan_template(plan, i));
    out->template_own = source_find(e->source, out->template) != NULL;
    out->gathers = kind->gathers;
}

static void find_sources(struct explaining *e, struct diag *diag)
{
    struct source *closed = private_open(e->options, &e->site->config, diag);
    struct buf bytes = {0};
    e->closed = closed;
    find_subject(e);
    if (make_page(e, NULL, 0, &bytes))
        e->out->title = title_of(e->arena, buf_str(&bytes));
    e->bytes = buf_str(&bytes);
    list_files(e, e->source);
    if (closed)
        list_files(e, closed);
    try_files(e);
    try_rows(e);
    if (e->sources.n > 0)
        qsort(e->sources.at, e->sources.n, sizeof *e->sources.at, by_part);
    e->out->sources = e->sources.at;
    e->out->n = e->sources.n;
    buf_free(&bytes);
    source_free(closed);
}

bool explain(struct explained *out, struct arena *arena,
             const struct build_options *options, struct str name,
             struct diag *diag)
{
    struct source *source = build_source(options, diag);
    struct edition *edition =
        source ? build_edition(options, source, diag) : NULL;
    bool found = false;
    *out = (struct explained){0};
    if (edition) {
        struct explaining e = {.arena = arena, .options = options,
                               .site = build_edition_site(edition),
                               .out = out, .source = source};
        const struct plan *plan = build_edition_plan(edition);
        struct str near;
        size_t i = explain_path(arena, plan, options->dir,
                                e.site->config.base_url, name, &near);
        found = i != SIZE_MAX;
        if (found) {
            describe(&e, plan, i);
            find_sources(&e, diag);
        } else {
            diag_add(diag, (struct pos){0}, MSG_EXPLAIN_NONE,
                     ARGS(name, near));
        }
    }
    build_edition_free(edition);
    source_free(source);
    return found;
}
