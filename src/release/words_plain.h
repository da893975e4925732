/*
 * words_plain: are the words that readers get plain and neutral (reader 2.2,
 * 4.6)? Judged are the site's own words: texts of schools, practices, news,
 * pages and reports, reader words of indicators, words of the site's own
 * theme. What an approved programme says itself (titles, passport, sections,
 * plan, risks, documents, glossary) is left as it is.
 *
 * For render/ and build.c. The stems are words of the theme, plain.*.
 */
#ifndef VITRINA_RELEASE_WORDS_PLAIN_H
#define VITRINA_RELEASE_WORDS_PLAIN_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>

struct lexicon;
struct site;

/* Of what a text speaks: some words are wrong in one place only. */
enum plain_place {
    PLAIN_EXEMPT,           /* the programme's own words: not judged */
    PLAIN_ANY,
    PLAIN_SCHOOL,           /* of one school */
    PLAIN_METHOD            /* why there is no rating: may name it */
};

/* Warns of each word of one text that judges or labels, and notes sentences
 * that are too long; both at `at`. */
void plain_text(const struct lexicon *lexicon, struct str text,
                struct pos at, enum plain_place place, struct diag *diag);
/* The same for the body of a Markdown file, whose first line is at `at`, with
 * line and column of each word. */
void plain_body(const struct lexicon *lexicon, const struct site *site,
                struct str body, struct pos at, struct diag *diag);
/* All front matters, tables and words of the site's theme. */
void plain_site(const struct lexicon *lexicon, const struct site *site,
                struct diag *diag);

#endif
