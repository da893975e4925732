/*
 * terms: a word of a text stands for a word of a term when they begin alike:
 * four fifths of the term's letters, and at most three letters of ending
 * behind them. Words of up to three letters must be the same.
 *
 * For plan.c and page_body.c.
 */
#include "render/terms.h"

#include "base/fold.h"
#include "base/map.h"
#include "base/mem.h"
#include "model/catalog.h"

#define KEY_LETTERS 4   /* the rule makes all forms share as many */
#define ENDING_MAX 3

/* One spelling of a term: its name or a synonym. */
struct form {
    size_t term;
    const struct str *words;    /* folded */
    size_t n;
    size_t next;                /* with the same key, or NONE */
};

struct terms {
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
            *ARR_PUSH(arena, &out->at) = (struct text_word){ from, to, { 0 } };
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
                     struct str spelling, size_t term)
{
    struct words_of words = { 0 };
    struct form form = { .term = term, .next = NONE };
    struct str *folded, key;
    size_t i = terms->forms.n;

    split_words(arena, spelling, &words);
    if (words.at.n == 0)
        return;
    folded = ARENA_ARRAY(arena, struct str, words.at.n);
    for (size_t w = 0; w < words.at.n; w++)
        folded[w] = fold_word(arena, spelling, &words.at.at[w]);
    form.words = folded;
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
    terms->keys = map_new(arena);
    for (size_t i = 0; i < site->terms.n; i++) {
        const struct term *term = &site->terms.at[i];

        add_form(terms, arena, term->term, i);
        for (size_t s = 0; s < term->synonyms.n; s++)
            add_form(terms, arena, term->synonyms.at[s], i);
    }
    return terms;
}

/* --- finding --- */

static size_t shared_letters(struct str a, struct str b)
{
    size_t at_a = 0, at_b = 0, n = 0;

    while (at_a < a.n && at_b < b.n &&
           utf8_next(a, &at_a) == utf8_next(b, &at_b))
        n++;
    return n;
}

static bool same_word(struct str term, struct str word)
{
    size_t letters, shared;

    if (str_eq(term, word))
        return true;
    letters = utf8_length(term);
    if (letters < KEY_LETTERS)
        return false;
    shared = shared_letters(term, word);
    return shared * 5 >= letters * 4 &&
           utf8_length(word) - shared <= ENDING_MAX;
}

/* Do only blanks stand between two neighbouring words? */
static bool adjacent(struct str text, const struct text_word *a,
                     const struct text_word *b)
{
    return str_trim(str_sub(text, a->to, b->from)).n == 0;
}

static bool form_matches(const struct form *form, struct str text,
                         const struct words_of *words, size_t at)
{
    if (at + form->n > words->at.n)
        return false;
    for (size_t i = 0; i < form->n; i++) {
        const struct text_word *word = &words->at.at[at + i];

        if (i > 0 && !adjacent(text, word - 1, word))
            return false;
        if (!same_word(form->words[i], word->folded))
            return false;
    }
    return true;
}

/* The longest form that begins at word `at`, or NULL. */
static const struct form *find_form(const struct terms *terms,
                                    struct str text,
                                    const struct words_of *words, size_t at)
{
    const struct form *best = NULL;
    size_t i = map_get(terms->keys, key_of(words->at.at[at].folded));

    for (; i != NONE; i = terms->forms.at[i].next) {
        const struct form *form = &terms->forms.at[i];

        if ((!best || form->n > best->n) &&
            form_matches(form, text, words, at))
            best = form;
    }
    return best;
}

static void put_link(const struct terms_use *use, size_t term,
                     struct str words, struct buf *html)
{
    struct buf url = { 0 };

    use->url(use->payload, term, &url);
    buf_add(html, S("<a class=\"term\" href=\""));
    buf_attr(html, buf_str(&url));
    buf_add(html, S("\">"));
    buf_html(html, words);
    buf_add(html, S("</a>"));
    buf_free(&url);
}

bool terms_link(const struct terms_use *use, struct str run,
                struct buf *html)
{
    struct words_of words = { 0 };
    size_t done = 0;
    bool any = false;

    split_words(use->arena, run, &words);
    for (size_t i = 0; i < words.at.n; i++)
        words.at.at[i].folded = fold_word(use->arena, run, &words.at.at[i]);
    for (size_t i = 0; i < words.at.n; i++) {
        const struct form *form = find_form(use->terms, run, &words, i);
        size_t from, to;

        if (!form)
            continue;
        from = words.at.at[i].from;
        i += form->n - 1;
        if (use->seen[form->term])
            continue;
        to = words.at.at[i].to;
        use->seen[form->term] = true;
        buf_html(html, str_sub(run, done, from));
        put_link(use, form->term, str_sub(run, from, to), html);
        done = to;
        any = true;
    }
    if (any)
        buf_html(html, str_skip(run, done));
    return any;
}
