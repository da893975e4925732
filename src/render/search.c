/*
 * search: has each worker read its pages at a desk of its own
 * (search_desk.h), then lays the desks together. See search.h.
 *
 * For plan.c, file_search.c, page_search.c.
 */
#include "render/search.h"

#include "base/hash.h"
#include "base/mem.h"
#include "model/catalog.h"
#include "render/page.h"
#include "render/plan.h"
#include "render/search_desk.h"
#include "render/search_subject.h"

#include <pthread.h>
#include <stdlib.h>

/* A desk, and whether a worker sits at it. */
struct seat {
    struct search_desk *desk;
    size_t number;
    bool busy;
    uint32_t *common;           /* number of a word -> that in search.words */
};

struct search {
    const struct plan *plan;
    const struct site *site;
    struct str site_title;      /* as the titles of pages end */
    uint32_t *numbers;          /* file of the plan -> page, or NO_PAGE */
    struct search_page *pages;
    size_t pages_n;
    struct arena *arena;        /* of all but what desks keep */
    pthread_mutex_t lock;       /* of taken and seats */
    bool *taken;
    ARR(struct seat *) seats;
    pthread_mutex_t index_lock; /* of all below */
    struct search_index *index; /* NULL until it is made */
    ARR(struct str) places;
    struct search_word_entry *words;
};

#define NO_PAGE UINT32_MAX

/* --- before the pages are made --- */

static bool is_searched(const struct page_kind *kind)
{
    return kind->view && !kind->unlisted && !kind->derived;
}

static struct str title_of(struct arena *arena, const struct site *site)
{
    struct page page = { .site = site, .arena = arena };

    return page_typo(&page, site->config.title);
}

struct search *search_make(const struct plan *plan, const struct site *site)
{
    size_t files = plan_first_derived(plan);
    struct search *search;

    if (plan_find(plan, S("search.html")) == NONE)
        return NULL;
    search = mem_alloc(sizeof *search);
    search->plan = plan;
    search->site = site;
    search->arena = arena_new();
    search->site_title = title_of(search->arena, site);
    search->numbers = ARENA_ARRAY(search->arena, uint32_t, files + 1);
    search->taken = ARENA_ARRAY(search->arena, bool, files + 1);
    search->pages = ARENA_ARRAY(search->arena, struct search_page, files + 1);
    for (size_t i = 0; i < files; i++) {
        search->numbers[i] = NO_PAGE;
        if (!is_searched(plan_kind(plan, i)))
            continue;
        search->pages[search->pages_n].path = plan_path(plan, i);
        search->numbers[i] = (uint32_t)search->pages_n++;
    }
    pthread_mutex_init(&search->lock, NULL);
    pthread_mutex_init(&search->index_lock, NULL);
    return search;
}

void search_free(struct search *search)
{
    if (!search)
        return;
    for (size_t i = 0; i < search->seats.n; i++)
        search_desk_free(search->seats.at[i]->desk);
    pthread_mutex_destroy(&search->lock);
    pthread_mutex_destroy(&search->index_lock);
    arena_free(search->arena);
    free(search);
}

/* --- one page --- */

static struct seat *add_seat(struct search *search)
{
    struct seat *seat = ARENA_NEW(search->arena, struct seat);

    seat->number = search->seats.n;
    seat->desk = search_desk_new(search->site->config.language,
                                 search->site_title);
    *ARR_PUSH(search->arena, &search->seats) = seat;
    return seat;
}

/* A free seat for a page that nobody has taken; else NULL. */
static struct seat *claim(struct search *search, uint32_t page)
{
    struct seat *seat = NULL;

    pthread_mutex_lock(&search->lock);
    if (!search->taken[page]) {
        for (size_t i = 0; i < search->seats.n && !seat; i++)
            if (!search->seats.at[i]->busy)
                seat = search->seats.at[i];
        if (!seat)
            seat = add_seat(search);
        seat->busy = true;
        search->taken[page] = true;
    }
    pthread_mutex_unlock(&search->lock);
    return seat;
}

static void leave(struct search *search, struct seat *seat)
{
    pthread_mutex_lock(&search->lock);
    seat->busy = false;
    pthread_mutex_unlock(&search->lock);
}

void search_take(struct search *search, size_t i, struct str html)
{
    bool known = search && i < plan_first_derived(search->plan);
    uint32_t number = known ? search->numbers[i] : NO_PAGE;
    struct search_page *page;
    struct search_subject subject;
    struct buf names = {0};
    struct seat *seat;

    if (number == NO_PAGE)
        return;
    seat = claim(search, number);
    if (!seat)
        return;
    page = &search->pages[number];
    page->desk = seat->number;
    subject = search_subject(search->site, page->path);
    search_names(&names, search->site, &subject);
    search_desk_read(seat->desk, page, html, buf_str(&names));
    buf_free(&names);
    leave(search, seat);
}

/* --- all pages --- */

static void make_missing(struct search *search)
{
    struct arena *scratch = arena_new();
    struct diag *ignored = diag_new();
    struct buf html = {0};

    for (size_t i = 0; i < plan_first_derived(search->plan); i++) {
        uint32_t number = search->numbers[i];

        if (number == NO_PAGE || search->taken[number])
            continue;
        buf_clear(&html);
        page_render(search->plan, i, scratch, &html, ignored);
    }
    buf_free(&html);
    diag_free(ignored);
    arena_free(scratch);
}

/* A word of one desk on its way into the common list. */
struct desk_word {
    struct str word;
    struct seat *seat;
    uint32_t number;
};

static int by_word(const void *a, const void *b)
{
    const struct desk_word *x = a, *y = b;

    return str_cmp(x->word, y->word);
}

/* In the order of the alphabet; each as often as desks have it. Room for the
 * numbers that they get is made as well. The caller frees the list. */
static struct desk_word *all_words(const struct search *search, size_t *n)
{
    struct desk_word *all;
    size_t total = 0;

    for (size_t s = 0; s < search->seats.n; s++)
        total += search_desk_words(search->seats.at[s]->desk);
    all = mem_alloc((total + 1) * sizeof *all);
    *n = 0;
    for (size_t s = 0; s < search->seats.n; s++) {
        struct seat *seat = search->seats.at[s];
        size_t words = search_desk_words(seat->desk);

        seat->common = ARENA_ARRAY(search->arena, uint32_t, words + 1);
        for (size_t w = 0; w < words; w++)
            all[(*n)++] = (struct desk_word){
                search_desk_word(seat->desk, w), seat, (uint32_t)w,
            };
    }
    if (*n > 0)
        qsort(all, *n, sizeof *all, by_word);
    return all;
}

/* Numbers the words of all desks in their common order. */
static void join_words(struct search *search)
{
    size_t n, words = 0;
    struct desk_word *all = all_words(search, &n);

    search->words = ARENA_ARRAY(search->arena, struct search_word_entry,
                                n + 1);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !str_eq(all[i].word, all[i - 1].word))
            search->words[words++].word = all[i].word;
        all[i].seat->common[all[i].number] = (uint32_t)words - 1;
    }
    free(all);
    search->index->words = search->words;
    search->index->words_n = words;
}

/* The word of entry `i` of a page. */
static struct search_word_entry *word_of(struct search *search,
                                         const struct search_page *page,
                                         size_t i)
{
    const struct seat *seat = search->seats.at[page->desk];

    return &search->words[seat->common[page->words[i] >> 2]];
}

/* First how many hits each word has, then which. */
static void join_hits(struct search *search)
{
    size_t total = 0;
    uint32_t *hits, *next;

    for (size_t p = 0; p < search->pages_n; p++) {
        const struct search_page *page = &search->pages[p];

        for (size_t i = 0; i < page->words_n; i++)
            word_of(search, page, i)->n++;
        total += page->words_n;
    }
    next = hits = arena_take(search->arena, (total + 1) * sizeof *hits);
    for (size_t w = 0; w < search->index->words_n; w++) {
        search->words[w].hits = next;
        next += search->words[w].n;
        search->words[w].n = 0;
    }
    for (size_t p = 0; p < search->pages_n; p++) {
        const struct search_page *page = &search->pages[p];

        for (size_t i = 0; i < page->words_n; i++) {
            struct search_word_entry *word = word_of(search, page, i);

            hits[(size_t)(word->hits - hits) + word->n++] =
                (uint32_t)p << 2 | (page->words[i] & 3);
        }
    }
}

static size_t place_number(struct search *search, struct str place)
{
    for (size_t i = 0; i < search->places.n; i++)
        if (str_eq(search->places.at[i], place))
            return i;
    *ARR_PUSH(search->arena, &search->places) = place;
    return search->places.n - 1;
}

static void find_subjects(struct search *search)
{
    place_number(search, (struct str){0});
    for (size_t p = 0; p < search->pages_n; p++) {
        struct search_page *page = &search->pages[p];
        struct search_subject subject = search_subject(search->site,
                                                       page->path);

        page->type = subject.type;
        page->demo = subject.demo;
        page->list = subject.list;
        page->place = place_number(search, subject.place);
    }
    search->index->places = search->places.at;
    search->index->places_n = search->places.n;
}

static uint64_t hash_lines(const struct search *search,
                           const struct search_page *page)
{
    struct buf lines = {0};
    uint64_t hash;

    for (size_t i = 0; i < page->lines_n; i++) {
        buf_add(&lines, search_line(search, page, i));
        buf_char(&lines, '\n');
    }
    hash = hash_64(buf_str(&lines));
    buf_free(&lines);
    return hash;
}

/* Of the pages' paths, titles and texts and how many words they have: of
 * whatever makes another index. */
static uint64_t version_of(const struct search *search)
{
    struct buf all = {0};
    uint64_t version;

    for (size_t p = 0; p < search->pages_n; p++) {
        const struct search_page *page = &search->pages[p];

        buf_addf(&all, "%.*s %016llx %016llx\n", STR_FMT(page->path),
                 (unsigned long long)hash_64(page->title),
                 (unsigned long long)hash_lines(search, page));
    }
    for (size_t w = 0; w < search->index->words_n; w++) {
        buf_add(&all, search->words[w].word);
        buf_addf(&all, " %zu\n", search->words[w].n);
    }
    version = hash_64(buf_str(&all));
    buf_free(&all);
    return version;
}

static void make_index(struct search *search)
{
    make_missing(search);
    search->index = ARENA_NEW(search->arena, struct search_index);
    search->index->pages = search->pages;
    search->index->pages_n = search->pages_n;
    find_subjects(search);
    join_words(search);
    join_hits(search);
    search->index->version = version_of(search);
}

const struct search_index *search_index(struct search *search)
{
    pthread_mutex_lock(&search->index_lock);
    if (!search->index)
        make_index(search);
    pthread_mutex_unlock(&search->index_lock);
    return search->index;
}

struct str search_line(const struct search *search,
                       const struct search_page *page, size_t i)
{
    return search_desk_line(search->seats.at[page->desk]->desk,
                            page->lines[i]);
}
