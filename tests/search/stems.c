/*
 * stems: prints the stem of each word of standard input, a line each, as
 * libstemmer makes it: `stems ru` or `stems en`.
 *
 * For check.mjs.
 */
#include "base/stem.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    bool english = argc > 1 && strcmp(argv[1], "en") == 0;
    struct stemmer *stemmer = stem_new(english ? LANG_EN : LANG_RU);
    char line[1024];

    while (fgets(line, sizeof line, stdin)) {
        struct str word = { line, strcspn(line, "\n") };
        struct str stem = stem_word(stemmer, word);

        printf("%.*s\n", STR_FMT(stem));
    }
    stem_free(stemmer);
    return 0;
}
