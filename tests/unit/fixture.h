/*
 * fixture: a small site from texts in a temporary folder, read, linked and
 * released, for the tests of model/ and release/.
 */
#ifndef VITRINA_TESTS_FIXTURE_H
#define VITRINA_TESTS_FIXTURE_H

#include "scratch.h"

#include "base/diag_list.h"
#include "base/mem.h"
#include "input/source.h"
#include "input/text.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/observe.h"
#include "release/release.h"

/* One file of the site; ends a list with path == NULL. */
struct file {
    const char *path, *text;
};

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct source *source;
    struct site *site;
    struct store *store;
    struct release *release;
};

/* How far fixture_open goes. */
enum fixture_stage { READ, LINKED, OBSERVED, RELEASED };

/* What every site has unless the test gives a file of its own. */
static const struct file fixture_files[] = {
    {"content/site.yml", "title: Т\nas_of: 2025-01-01\n"},
    {"content/programs/p/index.md", "---\ntitle: П\n---\n"},
    {"data/schools.csv",
     "id;name;short\na;Школа А;А\nb;Школа Б;Б\nc;Школа В;В\n"},
};

static inline bool fixture_given(const struct file *files, const char *path)
{
    for (; files->path; files++)
        if (strcmp(files->path, path) == 0)
            return true;
    return false;
}

static inline struct fixture fixture_open(const struct file *files,
                                          enum fixture_stage stage)
{
    static unsigned count;
    char folder[32], path[512];
    struct fixture f = {.arena = arena_new(), .diag = diag_new()};
    snprintf(folder, sizeof folder, "site-%u", count++);
    for (size_t i = 0; i < sizeof fixture_files / sizeof *fixture_files; i++)
        if (!fixture_given(files, fixture_files[i].path)) {
            snprintf(path, sizeof path, "%s/%s", folder,
                     fixture_files[i].path);
            write_file(path, fixture_files[i].text);
        }
    for (; files->path; files++) {
        snprintf(path, sizeof path, "%s/%s", folder, files->path);
        if (files->text)
            write_file(path, files->text);
    }
    f.source = source_folder(at(folder), f.diag);
    assert_non_null(f.source);
    f.site = catalog_read(f.arena, f.source, f.diag);
    if (!f.site)
        return f;
    if (stage >= LINKED)
        link_site(f.site, f.diag);
    if (stage >= OBSERVED)
        f.store = observe_read(f.arena, f.site, f.source, f.diag);
    if (stage >= RELEASED)
        f.release = release_make(f.arena, f.site, f.store, f.diag);
    return f;
}
/* FILES({path, text}, ...): a list for fixture_open. */
#define FILES(...) \
    (const struct file[]) { __VA_ARGS__, { NULL, NULL } }
#define NO_FILES ((const struct file[]){{NULL, NULL}})

static inline void fixture_close(struct fixture *f)
{
    source_free(f->source);
    diag_free(f->diag);
    arena_free(f->arena);
}

/* --- messages --- */

static inline size_t count_messages(const struct diag *diag, enum msg id)
{
    size_t n = 0;
    for (size_t i = 0; i < diag->list.n; i++)
        n += diag->list.at[i].id == id;
    return n;
}

/* All messages as they would be printed; the caller frees. */
static inline char *printed(struct diag *diag)
{
    struct diag_print how = {.lang = LANG_RU, .verbose = true};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    diag_write(diag, &how, out);
    fclose(out);
    return text;
}

#define assert_messages(f, id, n) \
    assert_messages_at((f), (id), (n), __FILE__, __LINE__)
static inline void assert_messages_at(struct fixture *f, enum msg id,
                                      size_t n, const char *file, int line)
{
    if (count_messages(f->diag, id) == n)
        return;
    print_error("%s: %zu expected, %zu found of:\n%s", diag_name(id), n,
                count_messages(f->diag, id), printed(f->diag));
    _fail(file, line);
}

/* Not one message, notes too. */
#define assert_quiet(f) assert_quiet_at((f), __FILE__, __LINE__)
static inline void assert_quiet_at(struct fixture *f, const char *file,
                                   int line)
{
    if (f->diag->list.n == 0)
        return;
    print_error("unexpected:\n%s", printed(f->diag));
    _fail(file, line);
}

/* The first message of this kind; there must be one. */
static inline const struct problem *problem_of(const struct fixture *f,
                                               enum msg id)
{
    for (size_t i = 0; i < f->diag->list.n; i++)
        if (f->diag->list.at[i].id == id)
            return &f->diag->list.at[i];
    fail_msg("no message %s", diag_name(id));
    return NULL;
}

static inline void assert_str_at(struct str got, const char *want,
                                 const char *file, int line)
{
    if (str_is(got, want))
        return;
    print_error("«%.*s», expected «%s»\n", STR_FMT(got), want);
    _fail(file, line);
}
#define assert_str(got, want) \
    assert_str_at((got), (want), __FILE__, __LINE__)

/* --- facts --- */

static inline size_t school_of(const struct fixture *f, const char *id)
{
    size_t s = *id ? catalog_school(f->site, str_of(id)) : RELEASE_WHOLE;
    assert_true(*id == '\0' || s != NONE);
    return s;
}

static inline size_t indicator_at(const struct fixture *f, const char *id)
{
    size_t i = catalog_indicator_path(f->site, str_of(id));
    if (i == NONE)
        fail_msg("no indicator %s", id);
    return i;
}

/* `indicator` as PROG/ID, `school` an id or "" for the whole. */
static inline struct fact fact_of(const struct fixture *f,
                                  const char *indicator, const char *school,
                                  const char *period)
{
    struct period p;
    size_t i = indicator_at(f, indicator);
    assert_true(period_parse(str_of(period), &p));
    size_t at = release_period(f->release, i, p);
    if (at == NONE)
        fail_msg("no period %s of %s", period, indicator);
    return release_fact(f->release, i, school_of(f, school), at);
}

/* A fact in one word: its state as a letter, then its numbers:
 * `s 36.7 246/669`, `k 13/18` (counts), `c`, `z`, `x`, `q`, `-` (not yet),
 * `l` (level). Static. */
static inline const char *told(struct fact fact)
{
    static char out[4][96];
    static int next;
    static const char states[] = {
        [STATE_NOT_YET] = '-', [STATE_SHOWN] = 's', [STATE_COUNTS] = 'k',
        [STATE_HIDDEN] = 'c', [STATE_NOT_APPLICABLE] = 'z',
        [STATE_MISSING] = 'x', [STATE_CHECKING] = 'q', [STATE_LEVEL] = 'l'};
    char *text = out[next++ % 4];
    struct buf b = {0};
    buf_char(&b, states[fact.state]);
    if (fact.has_value) {
        buf_char(&b, ' ');
        num_plain(&b, fact.value);
    } else {
        assert_true(fact.value.v == 0);
    }
    if (fact.numerator >= 0 || fact.n >= 0) {
        buf_char(&b, ' ');
        if (fact.numerator >= 0)
            buf_int(&b, fact.numerator);
        buf_char(&b, '/');
        if (fact.n >= 0)
            buf_int(&b, fact.n);
    }
    snprintf(text, sizeof out[0], "%s", b.p);
    buf_free(&b);
    return text;
}

#define assert_fact(f, indicator, school, period, want)                  \
    assert_fact_at((f), (indicator), (school), (period), (want), __FILE__, \
                   __LINE__)
static inline void assert_fact_at(const struct fixture *f,
                                  const char *indicator, const char *school,
                                  const char *period, const char *want,
                                  const char *file, int line)
{
    const char *got = told(fact_of(f, indicator, school, period));
    if (strcmp(got, want) == 0)
        return;
    print_error("%s %s %s: «%s», expected «%s»\n", indicator,
                *school ? school : "whole", period, got, want);
    _fail(file, line);
}

static inline int fixture_start(void **state)
{
    (void)state;
    text_init();
    return scratch_start();
}

static inline int fixture_end(void **state)
{
    (void)state;
    scratch_end();
    return 0;
}
#define RUN_FIXTURE(tests) \
    (cmocka_run_group_tests(tests, fixture_start, fixture_end) != 0 ? 1 : 0)

#endif
