/*
 * hyphen: where long Russian words may be divided.
 *
 * For headings (render/page_frame.c): browsers without a Russian dictionary
 * tear them anywhere on a phone.
 */
#ifndef VITRINA_BASE_HYPHEN_H
#define VITRINA_BASE_HYPHEN_H

#include "base/str.h"

/*
 * `text` with soft hyphens (U+00AD) between the syllables of words of 16
 * letters and more, at least three letters from either end; other words and
 * what has soft hyphens already stay as they are. `text` itself when nothing
 * is to be added. The rules are those of P. Khristov: pairs of letters by
 * vowel, consonant and й, ь, ъ.
 */
struct str hyphen_soft(struct arena *arena, struct str text);

#endif
