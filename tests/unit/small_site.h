/*
 * small_site: a site of a few files in the scratch folder, read, released and
 * planned as the commands do it; its pages as text.
 */
#ifndef VITRINA_TESTS_SMALL_SITE_H
#define VITRINA_TESTS_SMALL_SITE_H

#include "scratch.h"

#include "base/mem.h"
#include "input/source.h"
#include "input/text.h"
#include "model/catalog.h"
#include "model/link.h"
#include "model/store.h"
#include "release/changes.h"
#include "release/release.h"
#include "release/words.h"
#include "render/plan.h"
#include "render/theme.h"

struct small_site {
    struct arena *arena, *scratch;
    struct diag *diag;
    struct source *source;
    struct site *site;
    struct release *release;
    struct theme *theme;
    struct words words;
    struct plan *plan;
    struct buf out;
};

/* The least that is a site; more files are added before site_open. */
static inline void site_files(const char *config)
{
    run("rm -rf site");
    write_file("site/content/site.yml", config);
}

#define SITE_CONFIG                                        \
    "title: Школы района\nas_of: 2026-03-01\n"             \
    "municipalities:\n  zar: {name: Заречный район}\n"     \
    "owner: Отдел\ncontact: {email: a@example.org}\n"

/* Its folder is in no repository. */
static const struct changes_input no_changes = {.state = CHANGES_NO_GIT,
                                                .since = DATE_NONE};

static inline struct small_site *site_open(void)
{
    struct small_site *s = mem_alloc(sizeof *s);

    s->arena = arena_new();
    s->scratch = arena_new();
    s->diag = diag_new();
    s->source = source_folder(at("site"), s->diag);
    assert_non_null(s->source);
    s->site = catalog_read(s->arena, s->source, s->diag);
    assert_non_null(s->site);
    link_site(s->site, s->diag);
    s->release = release_make(s->arena, s->site,
                              observe_read(s->arena, s->site, s->source,
                                           s->diag), s->diag);
    s->theme = theme_open(s->arena, s->source, s->site->config.theme,
                          s->site->config.language, s->diag);
    if (!s->theme)
        return s;
    s->words = (struct words){ theme_words(s->theme), s->release };
    s->plan = plan_make(s->arena, s->site, s->release, &s->words,
                        changes_make(s->arena, s->release, &no_changes),
                        s->theme, s->diag);
    return s;
}

static inline void site_close(struct small_site *s)
{
    buf_free(&s->out);
    plan_free(s->plan);
    source_free(s->source);
    diag_free(s->diag);
    arena_free(s->scratch);
    arena_free(s->arena);
    free(s);
}

/* The bytes of one file; valid until the next call. */
static inline const char *site_page(struct small_site *s, const char *path)
{
    size_t i;

    if (!s->plan)
        assert_message(s->diag, MSG_COUNT);
    assert_non_null(s->plan);
    i = plan_find(s->plan, str_of(path));
    if (i == SIZE_MAX)
        fail_msg("the site has no %s", path);
    buf_clear(&s->out);
    page_render(s->plan, i, s->scratch, &s->out, s->diag);
    return s->out.p ? s->out.p : "";
}

/* The whole text, which cmocka would cut. */
static inline void fail_in(const char *text, const char *what,
                           const char *part)
{
    fprintf(stderr, "%s\n", text);
    fail_msg("%s: %s", what, part);
}

static inline void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_in(text, "not found", part);
}

static inline void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_in(text, "found", part);
}

/* The parts stand in this order. */
static inline void assert_order(const char *text, const char *const *parts)
{
    const char *from = text;

    for (; *parts; parts++) {
        const char *found = strstr(from, *parts);

        if (!found) {
            fail_in(text, "not in its place", *parts);
            return;
        }
        from = found + strlen(*parts);
    }
}
#define ORDER(...) (const char *const[]){ __VA_ARGS__, NULL }

/* --- for a group of tests --- */

static inline int site_set_up(void **state)
{
    text_init();
    return scratch_set_up(state);
}

/* What main returns. */
#define RUN_SITE(tests) \
    (cmocka_run_group_tests(tests, site_set_up, scratch_tear_down) != 0)

/* Teardown of a test whose state is a site. */
static inline int site_tear_down(void **state)
{
    site_close(*state);
    return 0;
}

#endif
