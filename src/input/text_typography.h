/*
 * text_typography: Russian typography of one block of text (R6.6).
 *
 * For text_*.c; others use text_typography() of text.h.
 */
#ifndef VITRINA_INPUT_TEXT_TYPOGRAPHY_H
#define VITRINA_INPUT_TEXT_TYPOGRAPHY_H

#include "base/str.h"

/*
 * Appends `in` typeset. `in` is all the text of one block in which the marks
 * of text_chars.h stand for tags and things; every mark is kept, in order.
 */
void text_typeset(struct buf *out, struct str in);

#endif
