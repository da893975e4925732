/*
 * terms: a word of a text stands for a word of a term when both have the same
 * stem. Words of up to three letters must be the same: they are abbreviations
 * or too short for endings to be told apart.
 *
 * For plan.c and page_body.c.
 */
#include "render/terms.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/stem.h"
#include "model/catalog.h"

#define KEY_LETTERS 3   /* all forms of longer words share as many */

/* One spelling of a term: its name or a synonym. */
struct form {
    size_t term;
    const struct str *words;    /* folded */
    const struct str *stems;
    size_t n;
    size_t next;                /* with the same key, or NONE */
};

struct terms {
    enum lang lang;
    ARR(struct form) forms;
    struct map *keys;           /* begin of the first word -> form */
};

/* A word of a text and its folded form. */
struct text_word {
    size_t from, to;
    struct str folded;
};

struct words_of {
    ARR(struct text_word) at;
};

static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
               (code >= 'A' && code <= 'Z');
    return (code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7) ||
           code == 0x301;
}

/* Cuts into words; a hyphen between letters belongs to the word. */
static void split_words(struct arena *arena, struct str text,
                        struct words_of *out)
{
    size_t at = 0, from = 0, to = 0;
    bool inside = false;

    for (;;) {
        size_t before = at;
        uint32_t code = utf8_next(text, &at);

        if (code != 0 && code != UTF8_BAD && is_letter(code)) {
            from = inside ? from : before;
            to = at;
            inside = true;
            continue;
        }
        if (inside && code == '-' && to == before)
            continue;
        if (inside) {
            *ARR_PUSH(arena, &out->at) = (struct text_word){ from, to, {0} };
            inside = false;
        }
        if (code == 0)
            return;
    }
}

static struct str fold_word(struct arena *arena, struct str text,
                            const struct text_word *word)
{
    return fold_case(arena, str_sub(text, word->from, word->to));
}

static struct str key_of(struct str folded)
{
    size_t at = 0;

    for (int i = 0; i < KEY_LETTERS && at < folded.n; i++)
        utf8_next(folded, &at);
    return str_sub(folded, 0, at);
}

/* --- building --- */

static void add_form(struct terms *terms, struct arena *arena,
                     struct stemmer *stemmer, struct str spelling,
                     size_t term)
{
    struct words_of words = {0};
    struct form form = { .term = term, .next = NONE };
    struct str *folded, *stems, key;
    size_t i = terms->forms.n;

    split_words(arena, spelling, &words);
    if (words.at.n == 0)
        return;
    folded = ARENA_ARRAY(arena, struct str, words.at.n);
    stems = ARENA_ARRAY(arena, struct str, words.at.n);
    for (size_t w = 0; w < words.at.n; w++) {
        folded[w] = fold_word(arena, spelling, &words.at.at[w]);
        stems[w] = str_copy(arena, stem_word(stemmer, folded[w]));
    }
    form.words = folded;
    form.stems = stems;
    form.n = words.at.n;
    key = key_of(folded[0]);
    form.next = map_get(terms->keys, key);
    map_set(terms->keys, key, i);
    *ARR_PUSH(arena, &terms->forms) = form;
}

const struct terms *terms_make(struct arena *arena, const struct site *site)
{
    struct terms *terms;

    if (site->terms.n == 0)
        return NULL;
    terms = ARENA_NEW(arena, struct terms);
    terms->lang = site->config.language;
    terms->keys = map_new(arena);
    struct stemmer *stemmer = stem_new(terms->lang);
    for (size_t i = 0; i < site->terms.n; i++) {
        const struct term *term = &site->terms.at[i];

        add_form(terms, arena, stemmer, term->term, i);
        for (size_t s = 0; s < term->synonyms.n; s++)
            add_form(terms, arena, stemmer, term->synonyms.at[s], i);
    }
    stem_free(stemmer);
    return terms;
}

/* --- finding --- */

/* A run of text being gone through. */
struct search {
    const struct terms *terms;
    struct stemmer *stemmer;    /* once it is needed: most words are not */
    struct str text;
    struct words_of words;
};

static bool same_word(struct search *search, const struct form *form,
                      size_t i, struct str word)
{
    if (str_eq(form->words[i], word))
        return true;
    if (utf8_length(form->words[i]) <= KEY_LETTERS)
        return false;
    if (!search->stemmer)
        search->stemmer = stem_new(search->terms->lang);
    return str_eq(form->stems[i], stem_word(search->stemmer, word));
}

/* Do only blanks stand between two neighbouring words? */
static bool adjacent(struct str text, const struct text_word *a,
                     const struct text_word *b)
{
    return str_trim(str_sub(text, a->to, b->from)).n == 0;
}

static bool form_matches(struct search *search, const struct form *form,
                         size_t at)
{
    if (at + form->n > search->words.at.n)
        return false;
    for (size_t i = 0; i < form->n; i++) {
        const struct text_word *word = &search->words.at.at[at + i];

        if (i > 0 && !adjacent(search->text, word - 1, word))
            return false;
        if (!same_word(search, form, i, word->folded))
            return false;
    }
    return true;
}

/* The longest form that begins at word `at`, or NULL. */
static const struct form *find_form(struct search *search, size_t at)
{
    const struct terms *terms = search->terms;
    const struct form *best = NULL;
    size_t i = map_get(terms->keys,
                       key_of(search->words.at.at[at].folded));

    for (; i != NONE; i = terms->forms.at[i].next) {
        const struct form *form = &terms->forms.at[i];

        if ((!best || form->n > best->n) &&
            form_matches(search, form, at))
            best = form;
    }
    return best;
}

static void put_link(const struct terms_use *use, size_t term,
                     struct str words, struct buf *html)
{
    struct buf url = {0};

    use->url(use->payload, term, &url);
    buf_add(html, S("<a class=\"term\" href=\""));
    buf_attr(html, buf_str(&url));
    buf_add(html, S("\">"));
    buf_prose(html, words);
    buf_add(html, S("</a>"));
    buf_free(&url);
}

bool terms_link(const struct terms_use *use, struct str run,
                struct buf *html)
{
    struct search search = { .terms = use->terms, .text = run };
    struct text_word *words;
    size_t done = 0, n;

    split_words(use->arena, run, &search.words);
    words = search.words.at.at;
    n = search.words.at.n;
    for (size_t i = 0; i < n; i++)
        words[i].folded = fold_word(use->arena, run, &words[i]);
    for (size_t i = 0; i < n; i++) {
        const struct form *form = find_form(&search, i);
        size_t from, to;

        if (!form)
            continue;
        from = words[i].from;
        i += form->n - 1;
        if (use->seen[form->term])
            continue;
        to = words[i].to;
        use->seen[form->term] = true;
        buf_prose(html, str_sub(run, done, from));
        put_link(use, form->term, str_sub(run, from, to), html);
        done = to;
    }
    stem_free(search.stemmer);
    if (done > 0)
        buf_prose(html, str_skip(run, done));
    return done > 0;
}
