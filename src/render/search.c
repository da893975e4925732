/*
 * search: takes over pages from the workers, at desks with a list of words
 * each, as many as there are workers at once; then lays the desks together.
 * See search.h.
 *
 * For plan.c, file_search.c, page_search.c.
 */
#include "render/search.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/stem.h"
#include "model/catalog.h"
#include "render/page.h"
#include "render/plan.h"
#include "render/search_subject.h"
#include "render/search_text.h"
#include "render/search_word.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

#define TEXTS_MAX 16384         /* bytes of one page that can be quoted */
#define OFTEN 3                 /* so many times is SEARCH_OFTEN */
#define PAGES_A_WORDS_FILE 64

/* A word on the page that is being taken. */
struct count {
    uint32_t page;              /* number of the page + 1 */
    uint32_t n;
    enum search_weight weight;
};

struct desk {
    size_t number;
    bool busy;
    struct arena *arena;
    struct stemmer *stemmer;
    struct map *spellings;      /* as folded -> number of its word */
    struct map *words;          /* stem -> number */
    ARR(struct str) list;       /* number -> stem */
    ARR(struct count) counts;   /* number -> on this page */
    ARR(uint32_t) found;        /* numbers on this page */
    uint32_t page;
    struct str title, anchor;
    struct buf texts;
};

struct search {
    const struct plan *plan;
    const struct site *site;
    enum lang lang;
    struct str site_title;      /* as the titles of pages end */
    uint32_t *numbers;          /* file of the plan -> page, or NO_PAGE */
    struct search_page *pages;
    size_t pages_n;
    struct arena *arena;        /* of all but what desks keep */
    pthread_mutex_t lock;       /* of taken and desks */
    bool *taken;
    ARR(struct desk *) desks;
    pthread_mutex_t index_lock; /* of all below */
    struct search_index *index; /* NULL until it is made */
    ARR(struct str) places;
    struct search_word_entry *words;
    uint32_t **common;          /* desk, number there -> number in words */
};

#define NO_PAGE UINT32_MAX

size_t search_words_files(size_t pages)
{
    return 1 + pages / PAGES_A_WORDS_FILE;
}

size_t search_texts_files(size_t pages)
{
    return (pages + SEARCH_EACH - 1) / SEARCH_EACH;
}

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
    search->lang = site->config.language;
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
    for (size_t i = 0; i < search->desks.n; i++) {
        struct desk *desk = search->desks.at[i];

        stem_free(desk->stemmer);
        arena_free(desk->arena);
        buf_free(&desk->texts);
    }
    pthread_mutex_destroy(&search->lock);
    pthread_mutex_destroy(&search->index_lock);
    arena_free(search->arena);
    free(search);
}

/* --- one page --- */

static struct desk *add_desk(struct search *search)
{
    struct desk *desk = ARENA_NEW(search->arena, struct desk);

    desk->number = search->desks.n;
    desk->arena = arena_new();
    desk->stemmer = stem_new(search->lang);
    desk->spellings = map_new(desk->arena);
    desk->words = map_new(desk->arena);
    *ARR_PUSH(search->arena, &search->desks) = desk;
    return desk;
}

/* A free desk for a page that nobody has taken; else NULL. */
static struct desk *claim(struct search *search, uint32_t page)
{
    struct desk *desk = NULL;

    pthread_mutex_lock(&search->lock);
    if (!search->taken[page]) {
        for (size_t i = 0; i < search->desks.n && !desk; i++)
            if (!search->desks.at[i]->busy)
                desk = search->desks.at[i];
        if (!desk)
            desk = add_desk(search);
        desk->busy = true;
        search->taken[page] = true;
    }
    pthread_mutex_unlock(&search->lock);
    return desk;
}

static void leave(struct search *search, struct desk *desk)
{
    pthread_mutex_lock(&search->lock);
    desk->busy = false;
    pthread_mutex_unlock(&search->lock);
}

static uint32_t number_of(struct desk *desk, struct str word)
{
    size_t at = map_get(desk->words, word);

    if (at == MAP_NONE) {
        at = desk->list.n;
        word = str_copy(desk->arena, word);
        map_set(desk->words, word, at);
        *ARR_PUSH(desk->arena, &desk->list) = word;
        *ARR_PUSH(desk->arena, &desk->counts) = (struct count){ 0 };
    }
    return (uint32_t)at;
}

static void count_word(struct desk *desk, uint32_t number,
                       enum search_weight weight)
{
    struct count *count = &desk->counts.at[number];

    if (count->page != desk->page + 1) {
        *count = (struct count){ desk->page + 1, 0, weight };
        *ARR_PUSH(desk->arena, &desk->found) = number;
    }
    if (weight < count->weight)
        count->weight = weight;
    if (++count->n >= OFTEN && count->weight > SEARCH_OFTEN)
        count->weight = SEARCH_OFTEN;
}

/* Number of the stem of a folded word; most have been met before. */
static uint32_t stem_number(struct desk *desk, struct str word)
{
    size_t at = map_get(desk->spellings, word);

    if (at == MAP_NONE) {
        at = number_of(desk, stem_word(desk->stemmer, word));
        map_set(desk->spellings, str_copy(desk->arena, word), at);
    }
    return (uint32_t)at;
}

/* Counts the words of a text; returns how many there are. */
static size_t count_words(struct desk *desk, struct str text,
                          enum search_weight weight)
{
    struct search_walk walk = { .text = text };
    size_t n = 0;

    for (; search_word_next(&walk); n++) {
        struct str word = search_word(&walk);

        if (walk.digits || walk.capitals)
            count_word(desk, number_of(desk, word), weight);
        if (!walk.digits)
            count_word(desk, stem_number(desk, word), weight);
    }
    return n;
}

static struct search_page *page_of(struct search *search,
                                   const struct desk *desk)
{
    return &search->pages[desk->page];
}

/* A text ends where it would be too long, never inside a letter. */
static void keep_text(struct desk *desk, struct str text, struct str anchor)
{
    if (desk->texts.n + text.n > TEXTS_MAX)
        return;
    if (anchor.n > 0 && !str_eq(anchor, desk->anchor)) {
        desk->anchor = anchor;
        buf_char(&desk->texts, '#');
        buf_add(&desk->texts, anchor);
        buf_char(&desk->texts, '\n');
    }
    if (text.p[0] == '#')
        buf_char(&desk->texts, ' ');
    buf_add(&desk->texts, text);
    buf_char(&desk->texts, '\n');
}

static void take_block(void *payload, enum search_weight weight,
                       struct str text, struct str anchor)
{
    struct desk *desk = payload;

    count_words(desk, text, weight);
    if (weight != SEARCH_TITLE)
        keep_text(desk, text, anchor);
}

/* «Page — Site» without the site. */
static struct str own_title(const struct search *search, struct str text)
{
    struct str site = search->site_title;

    if (text.n <= site.n || !str_ends(text, site))
        return text;
    text = str_trim(str_sub(text, 0, text.n - site.n));
    return str_ends(text, S("—")) ? str_trim(str_sub(text, 0, text.n - 3))
                                  : text;
}

/* The title of the window tells the page from all others; the heading need
 * not. */
static void take_title(struct search *search, struct desk *desk,
                       struct str html)
{
    struct search_page *page = page_of(search, desk);
    struct buf title = { 0 };
    struct str text;

    search_title(html, &title);
    text = own_title(search, buf_str(&title));
    page->title = str_copy(desk->arena, text);
    page->title_words = count_words(desk, text, SEARCH_TITLE);
    buf_free(&title);
}

static void keep_words(struct search *search, struct desk *desk)
{
    struct search_page *page = page_of(search, desk);
    uint32_t *words = arena_take(desk->arena,
                                 (desk->found.n + 1) * sizeof *words);

    for (size_t i = 0; i < desk->found.n; i++) {
        uint32_t number = desk->found.at[i];

        words[i] = number << 2 | (uint32_t)desk->counts.at[number].weight;
    }
    page->words = words;
    page->words_n = desk->found.n;
    page->desk = desk->number;
    page->texts = buf_take(&desk->texts, desk->arena);
    desk->found.n = 0;
}

void search_take(struct search *search, size_t i, struct str html)
{
    bool known = search && i < plan_first_derived(search->plan);
    uint32_t number = known ? search->numbers[i] : NO_PAGE;
    struct desk *desk;
    struct search_subject subject;
    struct buf names = { 0 };

    if (number == NO_PAGE)
        return;
    desk = claim(search, number);
    if (!desk)
        return;
    desk->page = number;
    desk->anchor = (struct str){ 0 };
    take_title(search, desk, html);
    search_text(html, take_block, desk);
    subject = search_subject(search->site, search->pages[number].path);
    search_names(&names, search->site, &subject);
    count_words(desk, buf_str(&names), SEARCH_HEADING);
    buf_free(&names);
    keep_words(search, desk);
    leave(search, desk);
}

/* --- all pages --- */

static void make_missing(struct search *search)
{
    struct arena *scratch = arena_new();
    struct diag *ignored = diag_new();
    struct buf html = { 0 };

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
    uint32_t desk, number;
};

static int by_word(const void *a, const void *b)
{
    const struct desk_word *x = a, *y = b;
    int order = str_cmp(x->word, y->word);

    return order ? order : x->desk < y->desk ? -1 : 1;
}

static struct desk_word *all_words(const struct search *search, size_t *n)
{
    struct desk_word *all;
    size_t total = 0;

    for (size_t d = 0; d < search->desks.n; d++)
        total += search->desks.at[d]->list.n;
    all = mem_alloc((total + 1) * sizeof *all);
    *n = 0;
    for (size_t d = 0; d < search->desks.n; d++)
        for (size_t w = 0; w < search->desks.at[d]->list.n; w++)
            all[(*n)++] = (struct desk_word){
                search->desks.at[d]->list.at[w], (uint32_t)d, (uint32_t)w,
            };
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
    search->common = ARENA_ARRAY(search->arena, uint32_t *,
                                 search->desks.n + 1);
    for (size_t d = 0; d < search->desks.n; d++)
        search->common[d] = ARENA_ARRAY(search->arena, uint32_t,
                                        search->desks.at[d]->list.n + 1);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !str_eq(all[i].word, all[i - 1].word))
            search->words[words++].word = all[i].word;
        search->common[all[i].desk][all[i].number] = (uint32_t)words - 1;
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
    return &search->words[search->common[page->desk][page->words[i] >> 2]];
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
    place_number(search, (struct str){ 0 });
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

/* Of the pages' paths, titles and texts and how many words they have: of
 * whatever makes another index. */
static uint64_t version_of(const struct search *search)
{
    struct buf all = { 0 };
    uint64_t version;

    for (size_t p = 0; p < search->pages_n; p++) {
        const struct search_page *page = &search->pages[p];

        buf_addf(&all, "%.*s %016llx %016llx\n", STR_FMT(page->path),
                 (unsigned long long)hash_64(page->title),
                 (unsigned long long)hash_64(page->texts));
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
