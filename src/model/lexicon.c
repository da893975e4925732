/*
 * lexicon: the theme's words; see lexicon.h. For everything above model/.
 */
#include "model/lexicon.h"

#include "base/map.h"
#include "base/mem.h"
#include "input/yml.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pair {
    struct str key, text;
    struct pos at;              /* of a word of the site's own theme */
};

struct lexicon {
    enum lang lang;
    struct map *index;          /* key -> index of words */
    ARR(struct pair) words;
    struct map *ties;           /* word -> bits of enum ties */
    size_t ties_longest;
};

/* --- reading --- */

/* The name in braces that begins at or behind `*at`, which moves behind it;
 * false when there is none. */
static bool next_name(struct str text, size_t *at, struct str *name)
{
    struct str rest = str_skip(text, *at);

    str_cut(&rest, '{');
    if (!rest.p)
        return false;
    *name = str_cut(&rest, '}');
    if (!rest.p)
        return false;
    *at = (size_t)(rest.p - text.p);
    return true;
}

static bool has_name(struct str text, struct str name)
{
    struct str other;
    size_t at = 0;

    while (next_name(text, &at, &other))
        if (str_eq(name, other))
            return true;
    return false;
}

/* «{n}, {year}»: what may stand in a word, for the message. */
static struct str list_names(struct arena *arena, struct str text)
{
    struct buf out = {0};
    struct str name, list;
    size_t at = 0;

    while (next_name(text, &at, &name)) {
        buf_addz(&out, out.n ? ", {" : "{");
        buf_add(&out, name);
        buf_char(&out, '}');
    }
    list = out.n ? buf_take(&out, arena) : S("-");
    buf_free(&out);
    return list;
}

/* A stronger word may leave out names of the weaker one, but has no others:
 * nobody would fill them. */
static void check_names(struct arena *arena, struct diag *diag,
                        const struct yml *strong, struct str weak)
{
    struct str name;
    size_t at = 0;

    while (next_name(strong->text, &at, &name))
        if (!has_name(weak, name))
            diag_add(diag, strong->at, MSG_LEXICON_NAME,
                     ARGS(strong->key, name, list_names(arena, weak)));
}

/* Files are read weakest first, so that each has what it overrides. */
static void add_word(struct lexicon *lexicon, struct arena *arena,
                     const struct yml *node, bool own, struct diag *diag)
{
    size_t i = map_get(lexicon->index, node->key);

    if (node->kind == YML_LIST || node->kind == YML_MAP) {
        diag_add(diag, node->at, MSG_LEXICON_KIND, ARGS(node->key));
        return;
    }
    if (i == MAP_NONE) {
        map_add(lexicon->index, node->key, lexicon->words.n);
        ARR_PUSH(arena, &lexicon->words)->key = node->key;
        i = lexicon->words.n - 1;
    } else {
        check_names(arena, diag, node, lexicon->words.at[i].text);
    }
    lexicon->words.at[i].text = node->text;
    if (own)
        lexicon->words.at[i].at = node->at;
}

/* Takes the lists apart once: every blank of every sentence asks for them. */
static void index_ties(struct lexicon *lexicon, struct arena *arena)
{
    static const struct {
        const char *key;
        unsigned ties;
    } lists[] = {
        {"glue.after", TIES_NEXT}, {"glue.before", TIES_NUMBER},
        {"glue.number", TIED_TO_NUMBER},
    };

    lexicon->ties = map_new(arena);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct str rest = {0};
        lexicon_find(lexicon, str_of(lists[i].key), &rest);
        while (rest.p) {
            struct str word = str_cut(&rest, ' ');
            if (word.n > lexicon->ties_longest)
                lexicon->ties_longest = word.n;
            map_set(lexicon->ties, word,
                    lexicon_ties(lexicon, word) | lists[i].ties);
        }
    }
}

struct lexicon *lexicon_read(struct arena *arena, enum lang lang,
                             const struct str *texts, const struct str *files,
                             size_t n, struct diag *diag)
{
    struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);
    bool good = true;

    lexicon->lang = lang;
    lexicon->index = map_new(arena);
    for (size_t i = n; i-- > 0;) {
        struct pos first = {.file = files[i], .line = 1, .col = 1};
        const struct yml *root = yml_parse(arena, texts[i], first, diag);
        if (root && root->kind != YML_MAP && root->kind != YML_NULL) {
            diag_add(diag, first, MSG_LEXICON_FILE, NULL);
            root = NULL;
        }
        if (!root) {
            good = false;
            continue;
        }
        for (const struct yml *word = root->child; word; word = word->next)
            add_word(lexicon, arena, word, i + 1 < n, diag);
    }
    index_ties(lexicon, arena);
    return good ? lexicon : NULL;
}

/* --- looking up --- */

enum lang lexicon_lang(const struct lexicon *lexicon)
{
    return lexicon->lang;
}

bool lexicon_find(const struct lexicon *lexicon, struct str key,
                  struct str *text)
{
    size_t i = map_get(lexicon->index, key);

    if (i == MAP_NONE)
        return false;
    *text = lexicon->words.at[i].text;
    return true;
}

static _Noreturn void missing(struct str key)
{
    fprintf(stderr, "vitrina: bug: no word for \"%.*s\"\n", STR_FMT(key));
    abort();
}

struct str lex(const struct lexicon *lexicon, const char *key)
{
    struct str text;

    if (!lexicon_find(lexicon, str_of(key), &text))
        missing(str_of(key));
    return text;
}

unsigned lexicon_ties(const struct lexicon *lexicon, struct str word)
{
    size_t ties = word.n > 0 && word.n <= lexicon->ties_longest
                      ? map_get(lexicon->ties, word) : MAP_NONE;

    return ties == MAP_NONE ? 0 : (unsigned)ties;
}

size_t lexicon_count(const struct lexicon *lexicon)
{
    return lexicon->words.n;
}

struct str lexicon_key(const struct lexicon *lexicon, size_t i)
{
    return lexicon->words.at[i].key;
}

bool lexicon_own(const struct lexicon *lexicon, size_t i, struct str *text,
                 struct pos *at)
{
    *text = lexicon->words.at[i].text;
    *at = lexicon->words.at[i].at;
    return at->line > 0;
}

/* --- forms of number --- */

enum plural lexicon_plural(enum lang lang, struct num n)
{
    uint64_t v = n.v < 0 ? 0 - (uint64_t)n.v : (uint64_t)n.v;
    uint64_t tens = v / 10 % 10, ones = v % 10;

    if (n.scale > 0)
        return PLURAL_OTHER;
    if (lang == LANG_EN)
        return v == 1 ? PLURAL_ONE : PLURAL_OTHER;
    if (tens != 1 && ones == 1)
        return PLURAL_ONE;
    if (tens != 1 && ones >= 2 && ones <= 4)
        return PLURAL_FEW;
    return PLURAL_MANY;
}

#define KEY_MAX 128     /* of a key of ours with its form */

struct str lex_plural(const struct lexicon *lexicon, const char *key,
                      struct num n)
{
    static const char *const forms[] = {"one", "few", "many", "other"};
    enum plural plural = lexicon_plural(lexicon->lang, n);
    char full[KEY_MAX];
    int used = snprintf(full, sizeof full, "%s.%s", key, forms[plural]);

    assert(used > 0 && (size_t)used < sizeof full);
    (void)used;
    return lex(lexicon, full);
}

/* --- filling in --- */

static const struct fill *find_fill(const struct fill *fills, size_t n,
                                    struct str name)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(name, fills[i].name))
            return &fills[i];
    return NULL;
}

void lex_fill(struct buf *out, const struct lexicon *lexicon, const char *key,
              const struct fill *fills, size_t n)
{
    struct str text = lex(lexicon, key), name;
    size_t at = 0, from = 0;

    while (next_name(text, &at, &name)) {
        const struct fill *fill = find_fill(fills, n, name);
        size_t open = at - name.n - 2;
        buf_add(out, str_sub(text, from, open));
        assert(fill && "a name in a word that nobody fills");
        if (fill)
            buf_add(out, fill->value);
        from = at;
    }
    buf_add(out, str_skip(text, from));
}
