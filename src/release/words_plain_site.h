/*
 * words_plain_site: stems that were taken apart, and whose words a file of
 * content/ holds. Private to words_plain*.c.
 */
#ifndef VITRINA_RELEASE_WORDS_PLAIN_SITE_H
#define VITRINA_RELEASE_WORDS_PLAIN_SITE_H

#include "release/words_plain.h"

#define PLAIN_STEMS_MAX 96

struct plain_stem {
    struct str text;
    size_t group;           /* of words_plain.c */
    bool anywhere;          /* inside of a word, too */
};

struct plain_stems {
    const struct lexicon *lexicon;
    struct plain_stem at[PLAIN_STEMS_MAX];
    size_t n;
    uint64_t letters;       /* what they begin with, by the last six bits */
};

void plain_stems(struct plain_stems *stems, const struct lexicon *lexicon);
/* One text of a table or a front matter. `site` may be NULL: then no school
 * is near it. */
void plain_judge(const struct plain_stems *stems, const struct site *site,
                 struct str text, struct pos at, enum plain_place place,
                 struct diag *diag);

/* By its path; of the texts of a programme only the introduction and the
 * reports are the site's own. */
enum plain_place plain_place_of(const struct site *site, struct str file);
/* By its key in the theme: of ratings speak the methodology and the line above
 * schools side by side, which says that there is none. */
enum plain_place plain_place_of_word(struct str key);

#endif
