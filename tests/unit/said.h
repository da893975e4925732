/*
 * said: what was reported, as it would be printed. For any test.
 */
#ifndef VITRINA_TESTS_SAID_H
#define VITRINA_TESTS_SAID_H

#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* malloc'ed; a copy, as gcc takes the text of the stream for a dangling
 * pointer to `text`. */
static inline char *said_as(struct diag *diag, const struct diag_print *how)
{
    char *text = NULL, *copy;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    assert_non_null(out);
    diag_write(diag, how, out);
    fclose(out);
    copy = strdup(text);
    free(text);
    return copy;
}

/* All of it in English; malloc'ed. */
static inline char *said(struct diag *diag)
{
    const struct diag_print how = { .lang = LANG_EN, .verbose = true };

    return said_as(diag, &how);
}

/* The first message is this one; `place` is FILE, FILE:LINE or more. Compared
 * are its words up to the first argument or to what may be left out. */
static inline void assert_first(struct diag *diag, const char *place,
                                enum msg id)
{
    static const char *const levels[] = { [LEVEL_NOTE] = "note",
                                          [LEVEL_WARNING] = "warning",
                                          [LEVEL_ERROR] = "error" };
    const char *words = diag_text(id, LANG_EN);
    const char *option = strstr(words, "[[");
    size_t n = strcspn(words, "%");
    char *text = said(diag), want[512];

    if (option && (size_t)(option - words) < n)
        n = (size_t)(option - words);
    snprintf(want, sizeof want, "vitrina: %s: %s: %.*s", place,
             levels[diag_level(id)], (int)n, words);
    if (strncmp(text, want, strlen(want)) != 0)
        fail_msg("wanted <%s>, got <%s>", want, text);
    free(text);
}

#endif
