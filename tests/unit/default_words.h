/*
 * default_words: the words of the theme that comes with the program, read
 * from the project's folder. For the tests of words and sentences.
 */
#ifndef VITRINA_TESTS_DEFAULT_WORDS_H
#define VITRINA_TESTS_DEFAULT_WORDS_H

#include "said.h"

#include "base/fs.h"
#include "base/mem.h"
#include "model/lexicon.h"

#define DEFAULT_RU "themes/default/i18n/ru.yml"
#define DEFAULT_EN "themes/default/i18n/en.yml"

static inline struct lexicon *default_words(struct arena *arena,
                                            enum lang lang)
{
    struct str text, file = str_of(lang == LANG_RU ? DEFAULT_RU : DEFAULT_EN);
    struct buf bytes = {0};
    struct diag *diag = diag_new();
    struct lexicon *lexicon;

    if (fs_read(file.p, 1 << 20, &bytes) != 0)
        fail_msg("%s: run tests in the project's folder", file.p);
    text = buf_take(&bytes, arena);
    buf_free(&bytes);
    lexicon = lexicon_read(arena, lang, &text, &file, 1, diag);
    if (!lexicon || diag_count(diag, LEVEL_ERROR))
        fail_msg("%s", said(diag));
    diag_free(diag);
    return lexicon;
}

#endif
