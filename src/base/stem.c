/*
 * stem: see stem.h. The algorithms are Snowball's; the only file that knows
 * libstemmer.
 */
#include "base/stem.h"

#include <assert.h>
#include <libstemmer.h>

/* A struct sb_stemmer under our name. */
struct stemmer *stem_new(enum lang lang)
{
    struct sb_stemmer *made =
        sb_stemmer_new(lang == LANG_RU ? "russian" : "english", "UTF_8");
    assert(made);               /* both languages are part of the library */
    return (struct stemmer *)made;
}

void stem_free(struct stemmer *stemmer)
{
    if (stemmer)
        sb_stemmer_delete((struct sb_stemmer *)stemmer);
}

struct str stem_word(struct stemmer *stemmer, struct str word)
{
    struct sb_stemmer *s = (struct sb_stemmer *)stemmer;
    const sb_symbol *stem =
        sb_stemmer_stem(s, (const sb_symbol *)word.p, (int)word.n);
    assert(stem);               /* NULL only without memory */
    return (struct str){(const char *)stem, (size_t)sb_stemmer_length(s)};
}
