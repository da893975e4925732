/*
 * document_meta: the author that an office document or a PDF names in its
 * properties, where readers find a name that nobody meant to publish.
 *
 * For model/attachment.c.
 */
#ifndef VITRINA_INPUT_DOCUMENT_META_H
#define VITRINA_INPUT_DOCUMENT_META_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Appends the first name found to `author` (UTF-8): of a PDF from its
 * information dictionary or its XMP, of docx, odt and their kin from their
 * properties. False when none is named or the file cannot be read. Any bytes
 * are safe; work and memory are bounded by the size of the file.
 */
bool document_author(struct str bytes, struct buf *author);

#endif
