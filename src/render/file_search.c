/*
 * file_search: the files of the search index, as scripts, since a page opened
 * from a folder may load nothing else:
 *   search/index.js     what is asked first: where each word is, synonyms
 *   search/words-N.js   words and the pages they stand on
 *   search/texts-N.js   titles and texts of eight pages, to quote
 * themes/default/search.js reads them.
 *
 * Rows of pages.c.
 */
#include "base/map.h"
#include "base/mem.h"
#include "base/stem.h"
#include "render/page.h"
#include "render/plan.h"
#include "render/search.h"
#include "render/search_number.h"
#include "render/search_text.h"
#include "render/search_word.h"

#include <stdlib.h>

#define PAGES_A_WORDS_FILE 64
#define PAGES_A_TEXTS_FILE 8
#define TITLE_WORDS_MAX 34      /* more weigh no less */
#define WORD_COST 6             /* bytes of a word beside its hits, about */

/* --- which words are in which file --- */

/* Known before the pages are made. */
static size_t words_files(const struct plan_list *list)
{
    return 1 + plan_list_pages(list) / PAGES_A_WORDS_FILE;
}

static size_t cost_of(const struct search_word_entry *word)
{
    return word->n + WORD_COST;
}

/* The first word of file `file` of `files`: each gets about the same. */
static size_t first_word(const struct search_index *index, size_t file,
                         size_t files)
{
    size_t all = 0, sum = 0;

    for (size_t w = 0; w < index->words_n; w++)
        all += cost_of(&index->words[w]);
    for (size_t w = 0; w < index->words_n; w++) {
        if (sum * files >= all * file)
            return w;
        sum += cost_of(&index->words[w]);
    }
    return index->words_n;
}

/* --- search/words-N.js --- */

static void words_list(struct plan_list *list, struct arena *arena,
                       const struct site *site,
                       const struct release *release)
{
    size_t n = words_files(list);

    (void)site;
    (void)release;
    for (size_t i = 0; i < n; i++)
        plan_add(list, str_format(arena, "search/words-%zu.js", i), i, n);
}

/* How much of a word the one before has too, in whole letters. */
static size_t shared(struct str a, struct str b)
{
    size_t n = 0;

    while (n < a.n && n < b.n && a.p[n] == b.p[n])
        n++;
    while (n > 0 && n < b.n && ((unsigned char)b.p[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The pages of each weight, from plain text to titles, with ! between. */
static void put_hits(struct buf *out, uint32_t *pages,
                     const struct search_word_entry *word)
{
    size_t end = out->n;

    for (int weight = SEARCH_TEXT; weight >= SEARCH_TITLE; weight--) {
        size_t n = 0;

        for (size_t i = 0; i < word->n; i++)
            if ((word->hits[i] & 3) == (uint32_t)weight)
                pages[n++] = word->hits[i] >> 2;
        buf_char(out, '!');
        search_put_pages(out, pages, n);
        if (n > 0)
            end = out->n;
    }
    out->n = end;
}

/* `word!hits` one after the other: the letters that the word before had as a
 * number, then the others. */
static void put_words(struct buf *out, const struct search_index *index,
                      size_t from, size_t to)
{
    uint32_t *pages = mem_alloc((index->pages_n + 1) * sizeof *pages);
    struct str before = {0};

    for (size_t w = from; w < to; w++) {
        struct str word = index->words[w].word;
        size_t same = shared(before, word);

        if (w > from)
            buf_char(out, ' ');
        search_put_number(out,
                          (uint32_t)utf8_length(str_sub(word, 0, same)));
        buf_add(out, str_skip(word, same));
        put_hits(out, pages, &index->words[w]);
        before = word;
    }
    free(pages);
}

static void words_write(struct page *page, struct buf *out)
{
    const struct search_index *index = search_index(plan_search(page->plan));

    buf_addf(out, "vitrinaSearch.words(%zu,\"", page->at);
    put_words(out, index, first_word(index, page->at, page->sub),
              first_word(index, page->at + 1, page->sub));
    buf_add(out, S("\");\n"));
}

const struct page_kind file_search_words = {
    .name = "search words", .list = words_list, .write = words_write,
    .derived = true, .gathers = true,
};

/* --- search/texts-N.js --- */

static void texts_list(struct plan_list *list, struct arena *arena,
                       const struct site *site,
                       const struct release *release)
{
    size_t n = (plan_list_pages(list) + PAGES_A_TEXTS_FILE - 1) /
               PAGES_A_TEXTS_FILE;

    (void)site;
    (void)release;
    for (size_t i = 0; i < n; i++)
        plan_add(list, str_format(arena, "search/texts-%zu.js", i), i, 0);
}

/* Which of the lines of a file a page has: 0 is one that comes for the first
 * time, n the n-th. */
static void put_lines(struct buf *out, struct buf *lines, struct map *known,
                      const struct search *search,
                      const struct search_page *page)
{
    for (size_t i = 0; i < page->lines_n; i++) {
        struct str line = search_line(search, page, i);
        size_t next = map_count(known), at = map_add(known, line, next);

        if (at == next) {
            if (next > 0)
                buf_char(lines, ',');
            buf_json(lines, line);
        }
        search_put_number(out, at == next ? 0 : (uint32_t)at + 1);
    }
}

static void texts_write(struct page *page, struct buf *out)
{
    struct search *search = plan_search(page->plan);
    const struct search_index *index = search_index(search);
    struct map *known = map_new(page->arena);
    struct buf lines = {0};
    size_t from = page->at * PAGES_A_TEXTS_FILE, to = from + PAGES_A_TEXTS_FILE;

    buf_addf(out, "vitrinaSearch.texts(%zu,{\"pages\":[", page->at);
    for (size_t i = from; i < to && i < index->pages_n; i++) {
        buf_add(out, i > from ? S(",\n[") : S("["));
        buf_json(out, index->pages[i].path);
        buf_char(out, ',');
        buf_json(out, index->pages[i].title);
        buf_add(out, S(",\""));
        put_lines(out, &lines, known, search, &index->pages[i]);
        buf_add(out, index->pages[i].demo ? S("\",1]") : S("\"]"));
    }
    buf_add(out, S("],\n\"lines\":["));
    buf_add(out, buf_str(&lines));
    buf_add(out, S("]});\n"));
    buf_free(&lines);
}

const struct page_kind file_search_texts = {
    .name = "search texts", .list = texts_list, .write = texts_write,
    .derived = true, .gathers = true,
};

/* --- search/index.js --- */

static void head_list(struct plan_list *list, struct arena *arena,
                      const struct site *site,
                      const struct release *release)
{
    size_t n = words_files(list);

    (void)arena;
    (void)site;
    (void)release;
    plan_add(list, S("search/index.js"), n, 0);
}

/* The first word of each file of words. */
static void put_files(struct buf *out, const struct search_index *index,
                      size_t files)
{
    for (size_t f = 0; f < files; f++) {
        size_t at = first_word(index, f, files);

        if (f > 0)
            buf_char(out, ',');
        buf_json(out, f > 0 && at < index->words_n ? index->words[at].word
                                                   : (struct str){0});
    }
}

/* Type, place and how many pages have them, again and again. */
static void put_runs(struct buf *out, const struct search_index *index)
{
    for (size_t i = 0; i < index->pages_n;) {
        const struct search_page *first = &index->pages[i];
        size_t n = 0;

        while (i + n < index->pages_n && first[n].type == first->type &&
               first[n].place == first->place)
            n++;
        search_put_number(out, (uint32_t)first->type);
        search_put_number(out, (uint32_t)first->place);
        search_put_number(out, (uint32_t)n);
        i += n;
    }
}

/* How many words each title has, twice, and one more for a list. */
static void put_titles(struct buf *out, const struct search_index *index)
{
    for (size_t i = 0; i < index->pages_n; i++) {
        size_t n = index->pages[i].title_words;

        n = n < TITLE_WORDS_MAX ? n : TITLE_WORDS_MAX;
        search_put_number(out, (uint32_t)(n * 2 + index->pages[i].list));
    }
}

static void put_synonym(struct buf *out, struct stemmer *stemmer,
                        struct str word, struct str means)
{
    struct buf stems = {0};

    if (out->p[out->n - 1] != '[')
        buf_char(out, ',');
    buf_char(out, '[');
    search_stems(&stems, stemmer, word);
    buf_json(out, buf_str(&stems));
    buf_clear(&stems);
    search_stems(&stems, stemmer, means);
    buf_char(out, ',');
    buf_json(out, buf_str(&stems));
    buf_char(out, ']');
    buf_free(&stems);
}

/* Those of the site, and the glossary's both ways. */
static void put_synonyms(struct buf *out, const struct site *site)
{
    struct stemmer *stemmer = stem_new(site->config.language);

    for (size_t i = 0; i < site->synonyms.n; i++)
        put_synonym(out, stemmer, site->synonyms.at[i].word,
                    site->synonyms.at[i].means);
    for (size_t i = 0; i < site->terms.n; i++) {
        const struct term *term = &site->terms.at[i];

        for (size_t s = 0; s < term->synonyms.n; s++) {
            put_synonym(out, stemmer, term->term, term->synonyms.at[s]);
            put_synonym(out, stemmer, term->synonyms.at[s], term->term);
        }
    }
    stem_free(stemmer);
}

static const char *const type_words[SEARCH_TYPES] = {
    "search.type.schools", "search.type.indicators",
    "search.type.programmes", "search.type.practices", "search.type.news",
    "search.type.other",
};

/* What the script says. */
static const char *const spoken[] = {
    "found.one", "found.few", "found.many", "found.other", "partly",
    "similar", "keyboard", "nothing", "advice", "everywhere", "demo", "stop",
};

static void put_spoken(struct buf *out, const struct page *page)
{
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++) {
        struct str key = str_format(page->arena, "search.%s", spoken[i]);

        if (i > 0)
            buf_char(out, ',');
        buf_json(out, str_of(spoken[i]));
        buf_char(out, ':');
        buf_json(out, page_word(page, key.p));
    }
}

static void head_write(struct page *page, struct buf *out)
{
    const struct search_index *index = search_index(plan_search(page->plan));

    buf_addf(out, "vitrinaSearch.head({\"version\":\"%016llx\","
             "\"pages\":%zu,\"each\":%d,\"files\":[",
             (unsigned long long)index->version, index->pages_n,
             PAGES_A_TEXTS_FILE);
    put_files(out, index, page->at);
    buf_add(out, S("],\n\"types\":["));
    for (int type = 0; type < SEARCH_TYPES; type++) {
        if (type > 0)
            buf_char(out, ',');
        buf_json(out, page_word(page, type_words[type]));
    }
    buf_add(out, S("],\n\"places\":["));
    for (size_t i = 0; i < index->places_n; i++) {
        if (i > 0)
            buf_char(out, ',');
        buf_json(out, page_typo(page, index->places[i]));
    }
    buf_add(out, S("],\n\"runs\":\""));
    put_runs(out, index);
    buf_add(out, S("\",\n\"titles\":\""));
    put_titles(out, index);
    buf_add(out, S("\",\n\"synonyms\":["));
    put_synonyms(out, page->site);
    buf_add(out, S("],\n\"say\":{"));
    put_spoken(out, page);
    buf_add(out, S("}});\n"));
}

const struct page_kind file_search_head = {
    .name = "search index", .list = head_list, .write = head_write,
    .derived = true, .gathers = true,
};
