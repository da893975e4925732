/*
 * text_address: bare addresses in plain text (https://…, www.…, a@b.ru) and
 * what may stand in a href.
 *
 * For text_*.c only.
 */
#ifndef VITRINA_INPUT_TEXT_ADDRESS_H
#define VITRINA_INPUT_TEXT_ADDRESS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The first address that begins at `from` or later: its bounds. */
bool text_address_find(struct str text, size_t from, size_t *start,
                       size_t *end);

/* The href of a found address: scheme added, what is no URL escaped by %. */
void text_address_href(struct buf *out, struct str address);

/* Is this target relative, a fragment, or http, https, mailto, tel? */
bool text_target_is_safe(struct str target);

#endif
