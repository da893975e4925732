/*
 * lexicon: the words of a theme: i18n/ru.yml and en.yml, overridden key by
 * key by the site's own theme. Plural forms are keys with .one .few .many
 * .other.
 *
 * For everything above model/.
 */
#ifndef VITRINA_MODEL_LEXICON_H
#define VITRINA_MODEL_LEXICON_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct lexicon;

/*
 * `texts` are word files (flat YAML maps, key: text) in order of strength,
 * strongest first; `files` are their names for messages. A stronger word may
 * not have {names} that the weaker one has not: reported. NULL after
 * reporting a file that cannot be read at all.
 */
struct lexicon *lexicon_read(struct arena *arena, enum lang lang,
                             const struct str *texts, const struct str *files,
                             size_t n, struct diag *diag);

enum lang lexicon_lang(const struct lexicon *lexicon);
/* The word; a missing key is a bug of ours and aborts. */
struct str lex(const struct lexicon *lexicon, const char *key);
/* The same for keys from themes: false when there is none. */
bool lexicon_find(const struct lexicon *lexicon, struct str key,
                  struct str *text);
/*
 * How the lists of words glue.after, glue.before and glue.number tie the word
 * to its neighbour, as bits.
 */
enum ties {
    TIES_NEXT = 1,              /* to whatever comes next */
    TIES_NUMBER = 2,            /* to a number that comes next */
    TIED_TO_NUMBER = 4          /* to a number before it */
};
unsigned lexicon_ties(const struct lexicon *lexicon, struct str word);
size_t lexicon_count(const struct lexicon *lexicon);
struct str lexicon_key(const struct lexicon *lexicon, size_t i);
/* Text and place of word `i` if it comes from a stronger file than the last
 * one: from the site's own theme. */
bool lexicon_own(const struct lexicon *lexicon, size_t i, struct str *text,
                 struct pos *at);

/* Category of a number as it is printed: "one", "few", "many", "other" (R6.1).
 * Numbers with decimals are "other", also 5,0: in Russian genitive singular,
 * 1,5 школы. English has "one" and "other" only. */
enum plural { PLURAL_ONE, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER };
enum plural lexicon_plural(enum lang lang, struct num n);
/* Form of `key` for n: key.one ... */
struct str lex_plural(const struct lexicon *lexicon, const char *key,
                      struct num n);

/*
 * The word with {name} replaced: lex_fill(buf, lexicon, "target.gap",
 * FILL({"year", year}, {"gap", gap})). An unknown name in the word aborts in
 * tests and prints nothing in releases.
 */
struct fill {
    const char *name;
    struct str value;
};
#define FILL(...)                                                  \
    (const struct fill[]){__VA_ARGS__},                            \
        sizeof((const struct fill[]){__VA_ARGS__}) / sizeof(struct fill)
void lex_fill(struct buf *out, const struct lexicon *lexicon, const char *key,
              const struct fill *fills, size_t n);

#endif
