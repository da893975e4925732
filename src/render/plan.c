/*
 * plan: the list of files and the rendering of one of them.
 *
 * For build.c.
 */
#include "render/plan.h"

#include "base/map.h"
#include "render/mini.h"
#include "render/page.h"
#include "render/block_charts.h"
#include "render/card.h"
#include "render/practice_index.h"
#include "render/school_index.h"
#include "render/search.h"
#include "render/terms.h"
#include "render/theme.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    struct str path;
    struct str out;                     /* in a part of the site; or empty */
    const struct page_kind *kind;
    const struct template *template;    /* NULL: write() makes it */
    size_t at, sub;
    bool listed;                        /* a page for search engines */
};

struct plan_list {
    struct arena *arena;
    const struct theme *theme;
    const struct changes *changes;
    const struct practice_index *practices;
    const struct page_kind *kind;       /* whose list() is running */
    const struct template *template;
    ARR(struct entry) entries;
    size_t pages, listed;
};

/* A period of the site in its short form: every cell of every table needs it,
 * and there are but a few. */
struct period_words {
    struct period period;
    struct str text;
};

struct plan {
    const struct site *site;
    const struct release *release;
    const struct words *words;
    const struct changes *changes;
    const struct theme *theme;
    const struct terms *terms;
    const struct school_index *schools;
    const struct practice_index *practices;
    const struct block_comparisons *comparisons;
    struct card_cache *cards;           /* NULL: the site has none */
    struct search *search;              /* NULL: the site has none */
    const struct mini *mini;            /* NULL: the whole site */
    const struct entry *entries;
    atomic_size_t *sizes;               /* of those rendered; or NULL */
    size_t n, first_derived;
    struct map *paths;
    ARR(struct period_words) periods;
    struct indicator_words {
        struct str title, question;
    } *indicators;
};

/* --- the list --- */

static bool is_page(const struct page_kind *kind)
{
    return kind->view && !kind->unlisted;
}

static void add(struct plan_list *list, struct str path, size_t at,
                size_t sub, bool listed)
{
    *ARR_PUSH(list->arena, &list->entries) = (struct entry){
        .path = path,
        .kind = list->kind,
        .template = list->template,
        .at = at,
        .sub = sub,
        .listed = listed,
    };
    list->pages += is_page(list->kind);
    list->listed += listed;
}

void plan_add(struct plan_list *list, struct str path, size_t at, size_t sub)
{
    add(list, path, at, sub, is_page(list->kind));
}

void plan_add_unlisted(struct plan_list *list, struct str path, size_t at,
                       size_t sub)
{
    add(list, path, at, sub, false);
}

const struct theme *plan_list_theme(const struct plan_list *list)
{
    return list->theme;
}

const struct changes *plan_list_changes(const struct plan_list *list)
{
    return list->changes;
}

const struct practice_index *plan_list_practices(const struct plan_list *list)
{
    return list->practices;
}

size_t plan_list_pages(const struct plan_list *list)
{
    return list->pages;
}

size_t plan_list_listed(const struct plan_list *list)
{
    return list->listed;
}

static struct str out_of(const struct entry *entry)
{
    return entry->out.n > 0 ? entry->out : entry->path;
}

static int by_path(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->kind->derived != y->kind->derived)
        return x->kind->derived ? 1 : -1;
    return str_cmp(out_of(x), out_of(y));
}

/* Where the author wrote what entry `i` is about, as far as it is known. */
static struct pos origin(const struct site *site, const struct entry *entry)
{
    if (!entry->kind->origin)
        return (struct pos){0};
    return entry->kind->origin(site, entry->at, entry->sub);
}

static struct str origin_name(const struct site *site,
                              const struct entry *entry)
{
    struct pos at = origin(site, entry);

    return at.file.n > 0 ? at.file : str_of(entry->kind->name);
}

/* Finds two files with one path; the list of paths is complete afterwards. */
static bool index_paths(struct plan *plan, struct arena *arena,
                        struct diag *diag)
{
    bool unique = true;

    plan->paths = map_new(arena);
    for (size_t i = 0; i < plan->n; i++) {
        const struct entry *entry = &plan->entries[i];
        size_t first = map_add(plan->paths, entry->path, i);

        if (first == i)
            continue;
        unique = false;
        diag_add(diag, origin(plan->site, entry), MSG_PLAN_TWICE,
                 ARGS(entry->path,
                      origin_name(plan->site, &plan->entries[first]),
                      origin_name(plan->site, entry)));
    }
    return unique;
}

/* --- templates --- */

static bool load_template(void *payload, struct str name, struct str *text,
                          struct str *file)
{
    const struct theme *theme = payload;
    struct buf path = {0};
    bool found;

    buf_addf(&path, "templates/%.*s.html", STR_FMT(name));
    found = theme_file(theme, buf_str(&path), text, file);
    buf_free(&path);
    return found;
}

static bool load_word(void *payload, struct str key, struct str *text)
{
    return lexicon_find(theme_words(payload), key, text);
}

static struct str word_name(const void *payload, size_t i)
{
    return lexicon_key(theme_words(payload), i);
}

/* False after reporting what is wrong in any template. */
static bool list_kinds(struct plan_list *list, const struct site *site,
                       const struct release *release, bool derived,
                       struct diag *diag)
{
    struct template_source source = {
        .payload = (void *)list->theme,
        .load = load_template,
        .word = load_word,
        .word_name = word_name,
        .word_count = lexicon_count(theme_words(list->theme)),
    };
    bool good = true;

    for (size_t i = 0; i < page_kinds_n; i++) {
        const struct page_kind *kind = page_kinds[i];

        if (kind->derived != derived)
            continue;
        list->kind = kind;
        list->template = NULL;
        if (kind->view) {
            list->template = template_compile(list->arena, &source,
                                              str_of(kind->name), kind->view,
                                              diag);
            good = good && list->template;
        }
        kind->list(list, list->arena, site, release);
    }
    return good;
}

bool plan_period_short(const struct plan *plan, struct period period,
                       struct str *text)
{
    for (size_t i = 0; i < plan->periods.n; i++)
        if (period_eq(plan->periods.at[i].period, period)) {
            *text = plan->periods.at[i].text;
            return true;
        }
    return false;
}

static void word_periods(struct plan *plan, struct arena *arena)
{
    struct buf text = {0};

    for (size_t i = 0; i < plan->site->indicators.n; i++) {
        size_t n;
        const struct period *list = release_periods(plan->release, i, &n);

        for (size_t p = 0; p < n; p++) {
            struct str known;

            if (plan_period_short(plan, list[p], &known))
                continue;
            words_period_short(&text, plan->words->lexicon, list[p]);
            *ARR_PUSH(arena, &plan->periods) = (struct period_words){
                list[p], buf_take(&text, arena),
            };
        }
    }
    buf_free(&text);
}

static void word_indicators(struct plan *plan, struct arena *arena)
{
    struct page page = { .site = plan->site, .arena = arena };
    size_t n = plan->site->indicators.n;

    plan->indicators = ARENA_ARRAY(arena, struct indicator_words, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct indicator *it = &plan->site->indicators.at[i];
        struct str title = page_typo(&page, it->title);

        plan->indicators[i] = (struct indicator_words){
            title,
            it->question.n > 0 ? page_typo(&page, it->question) : title,
        };
    }
}

struct str plan_title(const struct plan *plan, size_t indicator)
{
    return plan->indicators[indicator].title;
}

struct str plan_question(const struct plan *plan, size_t indicator)
{
    return plan->indicators[indicator].question;
}

struct plan *plan_make(struct arena *arena, const struct site *site,
                       const struct release *release,
                       const struct words *words,
                       const struct changes *changes,
                       const struct theme *theme, struct diag *diag)
{
    struct plan_list list = {
        .arena = arena, .theme = theme, .changes = changes,
        .practices = practice_index_make(arena, site),
    };
    struct plan *plan = ARENA_NEW(arena, struct plan);
    bool good = list_kinds(&list, site, release, false, diag);

    plan->first_derived = list.entries.n;
    good = list_kinds(&list, site, release, true, diag) && good;
    plan->site = site;
    plan->release = release;
    plan->words = words;
    plan->changes = changes;
    plan->theme = theme;
    plan->terms = terms_make(arena, site);
    plan->schools = school_index_make(arena, site);
    plan->practices = list.practices;
    plan->comparisons = block_comparisons_make(arena, site, release);
    if (card_has(site))
        plan->cards = card_cache_new(arena);
    word_periods(plan, arena);
    word_indicators(plan, arena);
    plan->n = list.entries.n;
    plan->entries = list.entries.at;
    plan->sizes = ARENA_ARRAY(arena, atomic_size_t, plan->n + 1);
    if (plan->n > 0)
        qsort(list.entries.at, plan->n, sizeof *list.entries.at, by_path);
    good = index_paths(plan, arena, diag) && good;
    if (!good)
        return NULL;
    plan->search = search_make(plan, site);
    return plan;
}

void plan_free(struct plan *plan)
{
    if (plan)
        search_free(plan->search);
}

const struct plan *plan_only(struct arena *arena, const struct plan *whole,
                             size_t school)
{
    struct plan *plan = ARENA_NEW(arena, struct plan);
    const struct mini *mini = mini_make(arena, whole->site, whole,
                                        whole->theme, school);
    struct entry *entries = ARENA_ARRAY(arena, struct entry, mini->n + 1);

    *plan = *whole;
    plan->mini = mini;
    plan->search = NULL;
    plan->sizes = NULL;
    plan->entries = entries;
    plan->n = mini->n;
    plan->first_derived = 0;
    for (size_t i = 0; i < mini->n; i++) {
        entries[i] = whole->entries[plan_find(whole, mini->files[i].from)];
        entries[i].out = mini->files[i].to;
        plan->first_derived += !entries[i].kind->derived;
    }
    if (plan->n > 0)
        qsort(entries, plan->n, sizeof *entries, by_path);
    return plan;
}

size_t plan_count(const struct plan *plan)
{
    return plan->n;
}

struct str plan_path(const struct plan *plan, size_t i)
{
    return out_of(&plan->entries[i]);
}

size_t plan_first_derived(const struct plan *plan)
{
    return plan->first_derived;
}

size_t plan_find(const struct plan *plan, struct str path)
{
    return map_get(plan->paths, path);
}

const struct page_kind *plan_kind(const struct plan *plan, size_t i)
{
    return plan->entries[i].kind;
}

struct str plan_template(const struct plan *plan, size_t i)
{
    struct str text, file = {0};

    if (plan->entries[i].template)
        load_template((void *)plan->theme,
                      str_of(plan->entries[i].kind->name), &text, &file);
    return file;
}

bool plan_listed(const struct plan *plan, size_t i)
{
    return plan->entries[i].listed;
}

const struct school_index *plan_schools(const struct plan *plan)
{
    return plan->schools;
}

const struct practice_index *plan_practices(const struct plan *plan)
{
    return plan->practices;
}

const struct changes *plan_changes(const struct plan *plan)
{
    return plan->changes;
}

const struct block_comparisons *plan_comparisons(const struct plan *plan)
{
    return plan->comparisons;
}

struct card_cache *plan_cards(const struct plan *plan)
{
    return plan->cards;
}

struct search *plan_search(const struct plan *plan)
{
    return plan->search;
}

const struct terms *plan_terms(const struct plan *plan)
{
    return plan->terms;
}

/* --- one file --- */

static void render_view(struct page *page, const struct entry *entry,
                        struct buf *out)
{
    void *view = arena_alloc(page->arena, entry->kind->view->size);
    struct view_frame *frame = view;

    frame_begin(page, frame);
    frame->noindex = !entry->listed;
    entry->kind->fill(page, view);
    frame_end(page, frame);
    template_render(entry->template, view, out);
}

void page_render(const struct plan *plan, size_t i, struct arena *scratch,
                 struct buf *out, struct diag *diag)
{
    const struct entry *entry = &plan->entries[i];
    struct page page = {
        .plan = plan,
        .site = plan->site,
        .release = plan->release,
        .words = plan->words,
        .theme = plan->theme,
        .mini = plan->mini,
        .arena = scratch,
        .diag = diag,
        .path = entry->path,
        .at = entry->at,
        .sub = entry->sub,
    };

    size_t from = out->n;

    arena_reset(scratch);
    if (entry->kind->view)
        render_view(&page, entry, out);
    else
        entry->kind->write(&page, out);
    if (plan->mini && entry->kind->view)
        mini_unlink(out, from);
    search_take(plan->search, i, str_skip(buf_str(out), from));
    if (plan->sizes)
        atomic_store(&plan->sizes[i], out->n - from);
    arena_reset(scratch);
}

size_t plan_size(const struct plan *plan, size_t i, struct diag *diag)
{
    size_t size = atomic_load(&plan->sizes[i]);

    if (size == 0) {
        struct arena *scratch = arena_new();
        struct buf bytes = {0};

        page_render(plan, i, scratch, &bytes, diag);
        size = bytes.n;
        buf_free(&bytes);
        arena_free(scratch);
    }
    return size;
}
