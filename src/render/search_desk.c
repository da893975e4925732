/*
 * search_desk: see search_desk.h.
 *
 * For search.c.
 */
#include "render/search_desk.h"

#include "base/map.h"
#include "base/mem.h"
#include "base/stem.h"
#include "render/search.h"
#include "render/search_text.h"
#include "render/search_word.h"

#include <string.h>

#define TEXTS_MAX 16384         /* bytes of one page that can be quoted */
#define OFTEN 3                 /* so many times is SEARCH_OFTEN */

/* A word on the page that is being read. */
struct count {
    uint32_t page;              /* 0: on none yet */
    uint32_t n;
    enum search_weight weight;
};

/* A line that can be quoted; its words, so that it is taken apart once. */
struct line {
    struct str text;
    const uint32_t *words;
    size_t words_n;
};

/* An ARR that can be passed on. */
struct numbers {
    uint32_t *at;
    size_t n, cap;
};

struct search_desk {
    struct arena *arena;
    struct stemmer *stemmer;
    struct str site_title;
    struct map *spellings;      /* as folded -> number of its word */
    struct map *word_numbers;   /* stem -> number */
    ARR(struct str) words;      /* number -> stem */
    ARR(struct count) counts;   /* number -> on this page */
    struct map *line_numbers, *anchor_numbers;  /* without their mark */
    ARR(struct line) lines;
    /* the page that is being read: */
    uint32_t page;              /* the first is 1 */
    struct numbers found;       /* its words */
    struct numbers kept;        /* its lines */
    struct numbers walked;      /* words of the text at hand */
    size_t size;                /* of the lines kept, in bytes */
    struct str anchor;          /* under which the last of them stands */
};

struct search_desk *search_desk_new(enum lang lang, struct str site_title)
{
    struct arena *arena = arena_new();
    struct search_desk *desk = ARENA_NEW(arena, struct search_desk);

    desk->arena = arena;
    desk->stemmer = stem_new(lang);
    desk->site_title = site_title;
    desk->spellings = map_new(arena);
    desk->word_numbers = map_new(arena);
    desk->line_numbers = map_new(arena);
    desk->anchor_numbers = map_new(arena);
    return desk;
}

void search_desk_free(struct search_desk *desk)
{
    stem_free(desk->stemmer);
    arena_free(desk->arena);
}

static void push(struct search_desk *desk, struct numbers *numbers,
                 size_t number)
{
    *ARR_PUSH(desk->arena, numbers) = (uint32_t)number;
}

/* A copy that stays; the list is empty afterwards. */
static const uint32_t *take(struct search_desk *desk, struct numbers *numbers,
                            size_t *n)
{
    uint32_t *copy = arena_take(desk->arena,
                                (numbers->n + 1) * sizeof *copy);

    *n = numbers->n;
    if (*n > 0)
        memcpy(copy, numbers->at, *n * sizeof *copy);
    numbers->n = 0;
    return copy;
}

/* --- words --- */

static size_t word_number(struct search_desk *desk, struct str word)
{
    size_t at = map_get(desk->word_numbers, word);

    if (at == MAP_NONE) {
        at = desk->words.n;
        word = str_copy(desk->arena, word);
        map_add(desk->word_numbers, word, at);
        *ARR_PUSH(desk->arena, &desk->words) = word;
        *ARR_PUSH(desk->arena, &desk->counts) = (struct count){0};
    }
    return at;
}

/* Number of the stem of a folded word; most have been met before. */
static size_t stem_number(struct search_desk *desk, struct str word)
{
    size_t at = map_get(desk->spellings, word);

    if (at == MAP_NONE) {
        at = word_number(desk, stem_word(desk->stemmer, word));
        map_add(desk->spellings, str_copy(desk->arena, word), at);
    }
    return at;
}

/* The words of a text into `walked`, an abbreviation also as a stem; returns
 * how many there are. */
static size_t walk_words(struct search_desk *desk, struct str text)
{
    struct search_walk walk = { .text = text };
    size_t n = 0;

    desk->walked.n = 0;
    for (; search_word_next(&walk); n++) {
        struct str word = search_word(&walk);

        if (walk.digits || walk.capitals)
            push(desk, &desk->walked, word_number(desk, word));
        if (!walk.digits)
            push(desk, &desk->walked, stem_number(desk, word));
    }
    return n;
}

static void count_word(struct search_desk *desk, uint32_t number,
                       enum search_weight weight)
{
    struct count *count = &desk->counts.at[number];

    if (count->page != desk->page) {
        *count = (struct count){ desk->page, 0, weight };
        push(desk, &desk->found, number);
    }
    if (weight < count->weight)
        count->weight = weight;
    if (++count->n >= OFTEN && count->weight > SEARCH_OFTEN)
        count->weight = SEARCH_OFTEN;
}

/* Counts the words of a text; returns how many there are. */
static size_t count_words(struct search_desk *desk, struct str text,
                          enum search_weight weight)
{
    size_t n = walk_words(desk, text);

    for (size_t i = 0; i < desk->walked.n; i++)
        count_word(desk, desk->walked.at[i], weight);
    return n;
}

/* --- lines --- */

/* A new line, `mark` before it. */
static size_t add_line(struct search_desk *desk, struct map *numbers,
                       const char *mark, struct str text)
{
    struct str whole = str_format(desk->arena, "%s%.*s", mark, STR_FMT(text));

    *ARR_PUSH(desk->arena, &desk->lines) = (struct line){ .text = whole };
    return map_add(numbers, str_skip(whole, whole.n - text.n),
                   desk->lines.n - 1);
}

static size_t add_text(struct search_desk *desk, struct str text)
{
    /* a text must not look like the mark of an anchor */
    size_t at = add_line(desk, desk->line_numbers,
                         text.p[0] == '#' ? " " : "", text);
    struct line *line = &desk->lines.at[at];

    walk_words(desk, text);
    line->words = take(desk, &desk->walked, &line->words_n);
    return at;
}

static void keep_line(struct search_desk *desk, size_t number)
{
    push(desk, &desk->kept, number);
    desk->size += desk->lines.at[number].text.n + 1;
}

static void keep_anchor(struct search_desk *desk, struct str anchor)
{
    size_t at;

    if (anchor.n == 0 || str_eq(anchor, desk->anchor))
        return;
    desk->anchor = anchor;
    at = map_get(desk->anchor_numbers, anchor);
    keep_line(desk, at != MAP_NONE ? at
                                   : add_line(desk, desk->anchor_numbers, "#",
                                              anchor));
}

/* What has no room any more is found, but never quoted. */
static void take_block(void *payload, enum search_weight weight,
                       struct str text, struct str anchor)
{
    struct search_desk *desk = payload;
    size_t at = map_get(desk->line_numbers, text);
    bool kept = weight != SEARCH_TITLE && desk->size + text.n <= TEXTS_MAX;

    if (at == MAP_NONE && !kept) {
        count_words(desk, text, weight);
        return;
    }
    if (at == MAP_NONE)
        at = add_text(desk, text);
    for (size_t i = 0; i < desk->lines.at[at].words_n; i++)
        count_word(desk, desk->lines.at[at].words[i], weight);
    if (kept) {
        keep_anchor(desk, anchor);
        keep_line(desk, at);
    }
}

/* --- one page --- */

/* «Page — Site» without the site. */
static struct str own_title(const struct search_desk *desk, struct str text)
{
    struct str site = desk->site_title;

    if (text.n <= site.n || !str_ends(text, site))
        return text;
    text = str_trim(str_sub(text, 0, text.n - site.n));
    return str_ends(text, S("—")) ? str_trim(str_sub(text, 0, text.n - 3))
                                  : text;
}

/* The title of the window tells the page from all others; the heading need
 * not. */
static void take_title(struct search_desk *desk, struct search_page *page,
                       struct str html)
{
    struct buf title = {0};

    search_title(html, &title);
    page->title = str_copy(desk->arena, own_title(desk, buf_str(&title)));
    page->title_words = count_words(desk, page->title, SEARCH_TITLE);
    buf_free(&title);
}

static void take_words(struct search_desk *desk, struct search_page *page)
{
    for (size_t i = 0; i < desk->found.n; i++) {
        uint32_t *word = &desk->found.at[i];

        *word = *word << 2 | (uint32_t)desk->counts.at[*word].weight;
    }
    page->words = take(desk, &desk->found, &page->words_n);
}

void search_desk_read(struct search_desk *desk, struct search_page *page,
                      struct str html, struct str names)
{
    desk->page++;
    desk->size = 0;
    desk->anchor = (struct str){0};
    take_title(desk, page, html);
    search_text(html, take_block, desk);
    count_words(desk, names, SEARCH_HEADING);
    take_words(desk, page);
    page->lines = take(desk, &desk->kept, &page->lines_n);
}

/* --- all pages --- */

size_t search_desk_words(const struct search_desk *desk)
{
    return desk->words.n;
}

struct str search_desk_word(const struct search_desk *desk, size_t number)
{
    return desk->words.at[number];
}

struct str search_desk_line(const struct search_desk *desk, size_t number)
{
    return desk->lines.at[number].text;
}
