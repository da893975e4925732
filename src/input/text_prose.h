/*
 * text_prose: percentages written out in the prose of a parsed text.
 *
 * For text.c only.
 */
#ifndef VITRINA_INPUT_TEXT_PROSE_H
#define VITRINA_INPUT_TEXT_PROSE_H

#include "input/text.h"

struct text_doc;

/* Calls `found` for each, in the order of the text. */
void text_prose(struct text_doc *doc, text_percent *found, void *payload);

#endif
